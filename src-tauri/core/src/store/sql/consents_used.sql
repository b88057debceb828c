SELECT json_extract(entry, '$.explicit_consent') AS consent, count(*)
FROM handling WHERE struck = '' AND permission IS NOT NULL AND entry GLOB '*"explicit_consent":[0-9]*'
    AND NOT EXISTS (SELECT 1 FROM handling AS later WHERE later.corrects = handling.id)
GROUP BY consent
