SELECT handling.id, day, entry, struck, request.reference, officer.name AS entered_by, event.at AS entered_at
FROM handling JOIN event ON event.seq = handling.event JOIN officer ON officer.id = event.officer
LEFT JOIN request ON request.id = handling.request
ORDER BY day DESC, handling.id DESC
