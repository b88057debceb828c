SELECT json_extract(entry, '$.explicit_consent') AS consent, count(*)
FROM handling WHERE struck = '' AND entry GLOB '*"explicit_consent":[0-9]*'
GROUP BY consent
