IN (SELECT id FROM request WHERE closed_on IS NULL AND ?1 = '')
