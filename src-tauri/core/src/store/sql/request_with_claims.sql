SELECT DISTINCT request FROM claim
WHERE outcome = 'refused' OR "right" IN (SELECT value FROM json_each(?1))
ORDER BY request
