SELECT seq, at, facts FROM event
WHERE kind = 'rules-changed' AND request IS NULL AND at >= (SELECT added_at FROM officer WHERE id = ?1)
ORDER BY seq DESC LIMIT 1
