INSERT INTO letter_draft (request, kind, law, reason, asked, text, language, addressee, replaces, wording, template_sha256)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (request) DO UPDATE SET kind = ?2, law = ?3, reason = ?4, asked = ?5, text = ?6, language = ?7, addressee = ?8, replaces = ?9, wording = ?10, template_sha256 = ?11
