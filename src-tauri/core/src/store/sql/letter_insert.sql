INSERT INTO letter (request, kind, law, title, text, issued_on, sent_by, pages, size, sha256, event, pdf, language)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
