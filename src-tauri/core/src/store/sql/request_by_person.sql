SELECT id FROM request
WHERE id <> ?3 AND ((?1 <> '' AND person_key = ?1) OR (?2 <> '' AND email_key = ?2))
ORDER BY received_on DESC, id DESC LIMIT 50
