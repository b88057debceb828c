SELECT register_entry.id, file, day, register_entry.kind, register_entry.body, corrects, register_entry.request, request.reference, officer.name AS by, event.at
FROM register_entry JOIN event ON event.seq = register_entry.event JOIN officer ON officer.id = event.officer
LEFT JOIN request ON request.id = register_entry.request
WHERE file = ?1 ORDER BY register_entry.id
