SELECT letter_enclosure.file, letter_enclosure.role, letter_enclosure.pages, letter_enclosure.sha256,
       file.name, file.media_type, file.size
FROM letter_enclosure JOIN file ON file.id = letter_enclosure.file
WHERE letter_enclosure.letter = ?1 ORDER BY letter_enclosure.place
