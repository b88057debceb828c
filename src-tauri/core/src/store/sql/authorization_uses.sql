SELECT id, day, entry FROM handling
WHERE permission = ?1 AND struck = '' AND json_extract(entry, '$.health.authorization') = ?1
    AND NOT EXISTS (SELECT 1 FROM handling AS later WHERE later.corrects = handling.id)
ORDER BY id
