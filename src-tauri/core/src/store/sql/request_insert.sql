INSERT INTO request (reference, year, number, received_at, received_on, channel, requester, subject, person_key, email_key, capacity, residence, words)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
