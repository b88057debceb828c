SELECT event.seq, json_extract(one.value, '$.sha256'), register_letter.sha256, register_letter.pdf, 0
FROM event JOIN json_each(event.facts, '$.register_letters') AS one
LEFT JOIN register_letter ON register_letter.id = json_extract(one.value, '$.letter') AND register_letter.event = event.seq
WHERE event.facts LIKE '%"register_letters"%'
UNION ALL
SELECT register_letter.event, NULL, register_letter.sha256, register_letter.pdf, 0
FROM register_letter JOIN event ON event.seq = register_letter.event
WHERE NOT EXISTS (
    SELECT 1 FROM json_each(event.facts, '$.register_letters') AS one WHERE json_extract(one.value, '$.letter') = register_letter.id
)
