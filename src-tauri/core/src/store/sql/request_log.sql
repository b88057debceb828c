SELECT event.seq, event.at, officer.name, event.kind, event_text.text, event.hash,
       -- Of the request's own entries the words say it all; of one of the desk, the facts say what it moved here.
       CASE WHEN event.request IS NULL THEN event.facts END
FROM (SELECT seq FROM event WHERE request = ?1 UNION SELECT seq FROM event_request WHERE request = ?1) AS here
JOIN event ON event.seq = here.seq
JOIN officer ON officer.id = event.officer LEFT JOIN event_text ON event_text.seq = event.seq
ORDER BY event.seq DESC
