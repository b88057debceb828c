SELECT recipient, count(*), max(day) FROM handling
WHERE recipient IS NOT NULL AND struck = '' AND NOT EXISTS (SELECT 1 FROM handling AS later WHERE later.corrects = handling.id)
GROUP BY recipient
