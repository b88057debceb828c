SELECT id FROM register_file WHERE register = ?1 AND request = ?2
UNION SELECT file FROM register_entry JOIN register_file ON register_file.id = file WHERE register = ?1 AND register_entry.request = ?2
ORDER BY 1
