SELECT event.seq, json_extract(event.facts, '$.sha256'), policy.sha256, policy.bytes, 0
FROM event LEFT JOIN policy ON policy.event = event.seq
WHERE event.kind = 'policy-added'
UNION ALL
SELECT policy.event, NULL, policy.sha256, policy.bytes, 0
FROM policy JOIN event ON event.seq = policy.event
WHERE event.kind <> 'policy-added'
