SELECT id FROM handling
WHERE request = ?1 AND struck = '' AND NOT EXISTS (SELECT 1 FROM handling AS later WHERE later.corrects = handling.id)
