SELECT wording.id, wording.path, wording.version, wording.source, wording.original_sha256
FROM wording
JOIN wording_use AS used ON used.wording = wording.id
WHERE wording.language = ?1
  AND used.id = (SELECT max(last.id) FROM wording_use AS last WHERE last.language = wording.language AND last.path = wording.path)
ORDER BY wording.path
