SELECT id, reference, received_at, received_on, channel, requester, subject, capacity, residence, age, data_kinds, arrived_at, dated_on, questions, words, closed_on, purged_on,
       (SELECT group_concat(state, ' ') FROM posting WHERE posting.request = request.id AND open = 1) AS in_the_post
FROM request LEFT JOIN request_particulars ON request_particulars.request = request.id
LEFT JOIN purged ON purged.request = request.id WHERE id {which} ORDER BY id
