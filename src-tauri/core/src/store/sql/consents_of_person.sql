SELECT DISTINCT file FROM register_person JOIN register_file ON register_file.id = file
WHERE register = ?1 AND struck = '' AND (name_key = ?2 AND ?2 <> '' OR email_key = ?3 AND ?3 <> '')
ORDER BY file
