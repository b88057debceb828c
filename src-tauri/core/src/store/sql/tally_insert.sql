INSERT INTO tally (request, place, claim, law, "right", received, californian, outcome, settled, ground, extended, last_day)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
