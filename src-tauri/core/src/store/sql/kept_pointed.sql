SELECT min(event) FROM (
    SELECT event FROM milestone UNION ALL SELECT event FROM letter
    UNION ALL SELECT event FROM closing_day UNION ALL SELECT seq FROM event_request
    UNION ALL SELECT event FROM policy UNION ALL SELECT event FROM promise UNION ALL SELECT event FROM policy_notice
    UNION ALL SELECT event FROM handling UNION ALL SELECT event FROM contradiction_answer
) WHERE event > ?1
