SELECT register_person.id, file, role, person, erased_on
FROM register_person JOIN register_file ON register_file.id = file
WHERE register = ?1 ORDER BY file, register_person.id
