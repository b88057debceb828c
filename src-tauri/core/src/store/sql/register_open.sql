-- Files that can have a date to keep: neither struck out nor an incident that is closed and was not opened again; one file where a number is given.
SELECT id, register FROM register_file
WHERE struck = '' AND register IN ('children', 'authorizations', 'consents', 'incidents')
    AND (?1 IS NULL OR id = ?1)
    AND NOT (register = 'incidents' AND coalesce(
        (SELECT kind FROM register_entry WHERE file = register_file.id AND kind IN ('closed', 'reopened') ORDER BY id DESC LIMIT 1), '') = 'closed')
ORDER BY id
