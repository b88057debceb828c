SELECT DISTINCT request.id FROM request JOIN claim ON claim.request = request.id
WHERE received_on BETWEEN ?2 AND ?3 AND claim."right" IN (SELECT value FROM json_each(?1))
ORDER BY request.id
