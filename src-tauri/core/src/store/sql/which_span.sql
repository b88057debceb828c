IN (SELECT id FROM request WHERE received_on BETWEEN substr(?1, 1, 10) AND substr(?1, 12))
