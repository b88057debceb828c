-- Two halves, so that each uses its own index; `email_key <> ''` stands there for the partial one.
SELECT id FROM (
    SELECT id, received_on FROM request WHERE ?1 <> '' AND person_key = ?1
    UNION
    SELECT id, received_on FROM request WHERE email_key <> '' AND email_key = ?2
)
WHERE id <> ?3
ORDER BY received_on DESC, id DESC LIMIT 50
