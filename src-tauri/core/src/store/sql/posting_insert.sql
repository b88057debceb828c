INSERT INTO posting (letter, register_letter, request, issued, state, open, recipient, paper, envelope, language, template,
                     template_sha256, enclosures, posted_on, method, replaces, event)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?4)
