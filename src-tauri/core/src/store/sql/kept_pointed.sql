SELECT min(event) FROM (SELECT event FROM milestone UNION ALL SELECT event FROM letter) WHERE event > ?1
