SELECT a.id, a.kind, a.day, a.what, o.name AS by
FROM authority a JOIN event e ON e.seq = a.event JOIN officer o ON o.id = e.officer
WHERE a.request = ?1 ORDER BY a.id
