SELECT request, claim, law, "right", received, californian, outcome, settled, ground, extended, last_day
FROM tally WHERE received BETWEEN ?1 AND ?2 ORDER BY request, place
