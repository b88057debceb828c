INSERT INTO event (seq, at, officer, request, kind, facts, digest, prev, hash)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
