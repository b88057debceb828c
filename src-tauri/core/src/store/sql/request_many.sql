SELECT id, reference, received_at, received_on, channel, requester, subject, capacity, residence, age, data_kinds, arrived_at, dated_on, questions, words, closed_on
FROM request LEFT JOIN request_particulars ON request_particulars.request = request.id WHERE id {which} ORDER BY id
