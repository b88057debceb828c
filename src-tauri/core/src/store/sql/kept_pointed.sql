SELECT min(event) FROM (
    SELECT event FROM milestone UNION ALL SELECT event FROM letter
    UNION ALL SELECT event FROM closing_day UNION ALL SELECT seq FROM event_request
    UNION ALL SELECT event FROM policy UNION ALL SELECT event FROM promise UNION ALL SELECT event FROM policy_notice
    UNION ALL SELECT event FROM handling UNION ALL SELECT event FROM contradiction_answer
    UNION ALL SELECT event FROM register_file UNION ALL SELECT event FROM register_entry
    UNION ALL SELECT event FROM register_person UNION ALL SELECT event FROM register_letter
    UNION ALL SELECT event FROM handling_told UNION ALL SELECT event FROM own_category
    UNION ALL SELECT event FROM suppression UNION ALL SELECT event FROM authority
    UNION ALL SELECT event FROM posting UNION ALL SELECT event FROM letter_enclosure
    UNION ALL SELECT event FROM report_issued UNION ALL SELECT event FROM retention_period
    UNION ALL SELECT event FROM legal_hold UNION ALL SELECT ended FROM legal_hold
    UNION ALL SELECT event FROM purged UNION ALL SELECT event FROM purged_finding
) WHERE event > ?1
