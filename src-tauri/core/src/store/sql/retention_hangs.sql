SELECT (SELECT count(*) FROM letter WHERE request = ?1),
       (SELECT count(*) FROM file WHERE request = ?1),
       (SELECT count(*) FROM event JOIN event_text ON event_text.seq = event.seq WHERE event.request = ?1),
       (SELECT count(*) FROM suppression WHERE request = ?1 AND address <> ''),
       (SELECT count(*) FROM handling WHERE request = ?1) + (SELECT count(*) FROM register_file WHERE request = ?1),
       (SELECT count(*) FROM letter_draft WHERE request = ?1)
