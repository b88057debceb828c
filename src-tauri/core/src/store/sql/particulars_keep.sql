INSERT INTO request_particulars (request, age, data_kinds, arrived_at, dated_on, questions) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (request) DO UPDATE SET age = excluded.age, data_kinds = excluded.data_kinds, arrived_at = excluded.arrived_at, dated_on = excluded.dated_on, questions = excluded.questions
