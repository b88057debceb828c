-- What a letter is written in; those from before are in English.
ALTER TABLE letter ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
ALTER TABLE letter_draft ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
