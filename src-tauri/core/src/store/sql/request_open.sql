SELECT id, reference, received_at, received_on, channel, requester, subject, capacity, residence, '' AS words, closed_on
FROM request WHERE closed_on IS NULL
