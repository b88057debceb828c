SELECT promise.id, policy, passage, state, own, corrected, start_at, end_at, quote, under, reading, why, officer.name AS by, event.at AS at
FROM promise JOIN event ON event.seq = promise.event JOIN officer ON officer.id = event.officer
ORDER BY policy, start_at, end_at, promise.id
