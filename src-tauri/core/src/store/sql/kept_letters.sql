SELECT event.seq, json_extract(event.facts, '$.sha256'), letter.sha256, letter.pdf
FROM event LEFT JOIN letter ON letter.event = event.seq
WHERE event.kind = 'letter-issued'
UNION ALL
SELECT letter.event, NULL, letter.sha256, letter.pdf
FROM letter JOIN event ON event.seq = letter.event
WHERE event.kind <> 'letter-issued'
