SELECT policy.id, title, from_day, until_day, source, publisher, format, file_name, size, sha256, withdrawn, characters, suggested,
       event.at AS added_at, officer.name AS added_by
FROM policy JOIN event ON event.seq = policy.event JOIN officer ON officer.id = event.officer
ORDER BY from_day, policy.id
