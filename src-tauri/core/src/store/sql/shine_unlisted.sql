-- Names of those who got it and do not stand in the directory.
SELECT trim(json_extract(entry, '$.recipient')) AS name, categories, count(*) AS entries FROM handling
WHERE struck = '' AND recipient IS NULL AND substr(day, 1, 4) = ?1
    AND (purpose = 'their-marketing' AND act IN ('disclose', 'sell') OR act = 'sell')
    AND NOT EXISTS (SELECT 1 FROM handling AS later WHERE later.corrects = handling.id)
GROUP BY name, categories ORDER BY name
