SELECT event.seq, event.at, officer.name, event.kind, event_text.text, event.hash
FROM event JOIN officer ON officer.id = event.officer LEFT JOIN event_text ON event_text.seq = event.seq
WHERE event.request = ?1 ORDER BY event.seq DESC
