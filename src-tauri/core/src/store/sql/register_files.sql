SELECT register_file.id, body, register_file.request, struck, request.reference, event.at AS opened_at
FROM register_file JOIN event ON event.seq = register_file.event
LEFT JOIN request ON request.id = register_file.request
WHERE register = ?1 ORDER BY register_file.id DESC
