-- What a letter is written in; those from before are in English.
ALTER TABLE letter ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
ALTER TABLE letter_draft ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
-- To whom a letter goes that is not for the requester: lines of name and address.
ALTER TABLE letter_draft ADD COLUMN addressee TEXT NOT NULL DEFAULT '';
