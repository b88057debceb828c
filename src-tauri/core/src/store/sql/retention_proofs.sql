SELECT 'file ' || sha256 FROM file WHERE request = ?1
UNION ALL SELECT 'letter ' || sha256 FROM letter WHERE request = ?1
UNION ALL SELECT 'entry ' || digest FROM event WHERE request = ?1
ORDER BY 1
