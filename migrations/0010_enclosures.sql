-- What goes along with a letter.
-- Chosen for the letter being written. What was found of a file when it was chosen is kept, so that its pages need not be set at every look.
CREATE TABLE letter_draft_enclosure (
    request INTEGER NOT NULL REFERENCES request (id),
    file    INTEGER NOT NULL,
    role    TEXT NOT NULL CHECK (role IN ('file', 'annex')),
    -- Pages it takes as an annex; none where it is too long for paper.
    pages   INTEGER NOT NULL DEFAULT 0,
    -- Characters of it that cannot be printed.
    lacks   TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (request, file)
) STRICT;
-- What else lies in the envelope, one a line.
ALTER TABLE letter_draft ADD COLUMN also TEXT NOT NULL DEFAULT '';
-- Who else gets the letter, one a line.
ALTER TABLE letter_draft ADD COLUMN copy_to TEXT NOT NULL DEFAULT '';

-- What went along with an issued letter, in its order. The bytes are those of the file of the request, which nothing takes away;
-- the event of the letter names each with its hash.
CREATE TABLE letter_enclosure (
    letter INTEGER NOT NULL REFERENCES letter (id),
    place  INTEGER NOT NULL,
    file   INTEGER NOT NULL REFERENCES file (id),
    role   TEXT NOT NULL CHECK (role IN ('file', 'annex')),
    pages  INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    event  INTEGER NOT NULL REFERENCES event (seq),
    PRIMARY KEY (letter, place)
) STRICT;
CREATE INDEX letter_enclosure_event ON letter_enclosure (event);

-- The letter of a register that took the place of one that came back.
ALTER TABLE posting ADD COLUMN register_replaced_by INTEGER REFERENCES register_letter (id);
CREATE INDEX posting_register_replaced ON posting (register_replaced_by) WHERE register_replaced_by IS NOT NULL;
