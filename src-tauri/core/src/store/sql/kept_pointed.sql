SELECT min(event) FROM (
    SELECT event FROM milestone UNION ALL SELECT event FROM letter
    UNION ALL SELECT event FROM closing_day UNION ALL SELECT seq FROM event_request
) WHERE event > ?1
