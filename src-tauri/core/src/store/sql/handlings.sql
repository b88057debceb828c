SELECT handling.id, handling.day, handling.entry, handling.struck, handling.corrects, request.reference, officer.name AS entered_by, event.at AS entered_at,
    (SELECT max(later.id) FROM handling AS later WHERE later.corrects = handling.id) AS corrected_by
FROM handling JOIN event ON event.seq = handling.event JOIN officer ON officer.id = event.officer
LEFT JOIN request ON request.id = handling.request
WHERE handling.id IN (SELECT value FROM json_each(?1))
ORDER BY handling.day DESC, handling.id DESC
