SELECT (SELECT count(*) FROM letter_draft),
       (SELECT count(*) FROM posting WHERE state = 'ready'),
       (SELECT count(*) FROM posting WHERE state = 'posted'),
       (SELECT count(*) FROM posting WHERE state = 'returned' AND open = 1)
