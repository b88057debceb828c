WITH gone (request) AS MATERIALIZED (
    SELECT json_extract(one.value, '$.request') FROM event, json_each(event.facts, '$.purged') AS one WHERE event.kind = 'requests-purged'
)
SELECT event.seq, json_extract(one.value, '$.sha256'), letter_enclosure.sha256, file.bytes, event.request IN (SELECT request FROM gone)
FROM event JOIN json_each(event.facts, '$.enclosures') AS one
LEFT JOIN letter_enclosure ON letter_enclosure.event = event.seq AND letter_enclosure.place = json_extract(one.value, '$.place')
LEFT JOIN file ON file.id = letter_enclosure.file
WHERE event.kind = 'letter-issued'
UNION ALL
SELECT letter_enclosure.event, NULL, letter_enclosure.sha256, file.bytes, 0
FROM letter_enclosure JOIN event ON event.seq = letter_enclosure.event
LEFT JOIN file ON file.id = letter_enclosure.file
WHERE event.kind <> 'letter-issued' OR NOT EXISTS (
    SELECT 1 FROM json_each(event.facts, '$.enclosures') AS one WHERE json_extract(one.value, '$.place') = letter_enclosure.place
)
