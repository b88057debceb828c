SELECT suppression.id, scope, suppression.recipient, json_extract(whom.body, '$.name') AS recipient_name, kind, address, hash, since, law,
    suppression.request, request.reference, reason, decided, lifted_on, lifted, undone
FROM suppression LEFT JOIN request ON request.id = suppression.request
LEFT JOIN register_file AS whom ON whom.id = suppression.recipient
WHERE {which}
