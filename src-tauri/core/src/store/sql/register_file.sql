SELECT register_file.id, body, register_file.request, struck, request.reference, officer.name AS opened_by, event.at AS opened_at
FROM register_file JOIN event ON event.seq = register_file.event JOIN officer ON officer.id = event.officer
LEFT JOIN request ON request.id = register_file.request
WHERE register = ?1 AND register_file.id = ?2
