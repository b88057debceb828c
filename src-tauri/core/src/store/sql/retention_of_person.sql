-- Closed requests that came from one of these names or mail addresses.
SELECT id FROM request WHERE closed_on IS NOT NULL AND person_key <> '' AND person_key IN (SELECT value FROM json_each(?1))
UNION
SELECT id FROM request WHERE closed_on IS NOT NULL AND email_key <> '' AND email_key IN (SELECT value FROM json_each(?2))
