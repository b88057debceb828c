SELECT id, reference, received_at, received_on, channel, requester, subject, capacity, residence, words, closed_on
FROM request WHERE id {which} ORDER BY id
