INSERT INTO policy (title, from_day, until_day, source, publisher, format, file_name, size, sha256, characters, suggested, event, document, cleaned, bytes)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
