-- Every disclosure that names a person by mail address or by name, oldest first; struck and superseded ones left out.
SELECT handling.id, day, entry,
    max(handling_person.email_key <> '' AND handling_person.email_key = ?2) AS by_mail,
    max(handling_person.email_key <> '' AND ?2 <> '' AND handling_person.email_key <> ?2) AS other_mail
FROM handling_person JOIN handling ON handling.id = handling_person.handling
WHERE (handling_person.name_key = ?1 AND ?1 <> '' OR handling_person.email_key = ?2 AND ?2 <> '')
    AND struck = '' AND act IN ('disclose', 'sell')
    AND NOT EXISTS (SELECT 1 FROM handling AS later WHERE later.corrects = handling.id)
GROUP BY handling.id ORDER BY day, handling.id
