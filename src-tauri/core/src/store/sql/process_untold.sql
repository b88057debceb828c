-- Disclosures to courts and authorities from a day on of which those concerned were not told.
SELECT id, day, entry FROM handling
WHERE purpose = 'legal-process' AND struck = '' AND substr(day, 1, 4) >= substr(?1, 1, 4) AND day >= ?1
    AND json_extract(entry, '$.process.told') = 'no'
    AND NOT EXISTS (SELECT 1 FROM handling AS later WHERE later.corrects = handling.id)
ORDER BY day, id
