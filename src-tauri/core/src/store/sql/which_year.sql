IN (SELECT id FROM request WHERE received_on BETWEEN ?1 || '-01-01' AND ?1 || '-12-31')
