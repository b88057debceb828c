-- Files that can have a date to keep: neither struck out nor an incident that is closed; one file where a number is given.
SELECT id, register FROM register_file
WHERE struck = '' AND register IN ('children', 'authorizations', 'consents', 'incidents')
    AND (?1 IS NULL OR id = ?1)
    AND NOT (register = 'incidents' AND EXISTS (SELECT 1 FROM register_entry WHERE file = register_file.id AND kind = 'closed'))
ORDER BY id
