INSERT INTO suppression (scope, recipient, kind, address, hash, since, law, request, reason, decided, event)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
