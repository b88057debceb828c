WITH gone (request) AS MATERIALIZED (
    SELECT json_extract(one.value, '$.request') FROM event, json_each(event.facts, '$.purged') AS one WHERE event.kind = 'requests-purged'
)
SELECT event.seq, json_extract(event.facts, '$.sha256'), letter.sha256, letter.pdf, event.request IN (SELECT request FROM gone)
FROM event LEFT JOIN letter ON letter.event = event.seq
WHERE event.kind = 'letter-issued'
UNION ALL
SELECT letter.event, NULL, letter.sha256, letter.pdf, 0
FROM letter JOIN event ON event.seq = letter.event
WHERE event.kind <> 'letter-issued'
