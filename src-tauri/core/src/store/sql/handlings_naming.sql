-- The mail address first: whoever is found by it is not found by the name alone. Each half uses its own index.
SELECT handling, max(by_mail) FROM (
    SELECT handling, 1 AS by_mail FROM handling_person WHERE email_key <> '' AND email_key = ?2
    UNION ALL
    SELECT handling, 0 FROM handling_person WHERE name_key <> '' AND name_key = ?1
) JOIN handling ON handling.id = handling
WHERE act IN ('disclose', 'sell') AND struck = '' AND NOT EXISTS (SELECT 1 FROM handling AS later WHERE later.corrects = handling.id)
GROUP BY handling ORDER BY max(handling.day) DESC, handling DESC
