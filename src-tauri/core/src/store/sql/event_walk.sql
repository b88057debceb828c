SELECT event.seq, at, officer, request, kind, facts, digest, prev, hash, salt, text
FROM event LEFT JOIN event_text ON event_text.seq = event.seq
ORDER BY event.seq
