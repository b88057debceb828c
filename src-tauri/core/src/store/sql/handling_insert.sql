INSERT INTO handling (day, entry, request, event, act, purpose, recipient, categories, child, permission, corrects)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
