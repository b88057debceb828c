SELECT letter.event, json_extract(event.facts, '$.sha256'), letter.sha256, letter.pdf
FROM letter JOIN event ON event.seq = letter.event
