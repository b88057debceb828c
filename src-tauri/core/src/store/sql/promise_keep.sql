INSERT INTO promise (policy, passage, state, own, corrected, start_at, end_at, quote, under, reading, why, event)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
ON CONFLICT (policy, passage) DO UPDATE SET state = ?3, own = ?4, corrected = ?5, start_at = ?6, end_at = ?7, quote = ?8, under = ?9, reading = ?10, why = ?11, event = ?12
RETURNING id
