INSERT INTO milestone (request, fact, day, law, claim, event) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
