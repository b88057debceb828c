-- The way of an issued letter: it waits in the house, left, or came back. What happened on it stands in the log; here is where it is now.
-- What a letter does to a clock counts from the day it was posted, and not at all once it came back.
CREATE TABLE posting (
    id              INTEGER PRIMARY KEY,
    letter          INTEGER UNIQUE REFERENCES letter (id),
    register_letter INTEGER UNIQUE REFERENCES register_letter (id),
    request         INTEGER REFERENCES request (id),
    -- The event it was issued with, by which its milestones are found.
    issued          INTEGER NOT NULL REFERENCES event (seq),
    state           TEXT NOT NULL CHECK (state IN ('ready', 'posted', 'returned')),
    -- Somebody has to do something about it: it waits, or it came back and no other letter took its place.
    open            INTEGER NOT NULL,
    -- Whom it was for, as printed, one line each; and how it was made.
    recipient       TEXT NOT NULL DEFAULT '[]',
    paper           TEXT NOT NULL DEFAULT '',
    envelope        TEXT NOT NULL DEFAULT '',
    language        TEXT NOT NULL DEFAULT '',
    template        TEXT NOT NULL DEFAULT '',
    template_sha256 TEXT NOT NULL DEFAULT '',
    enclosures      TEXT NOT NULL DEFAULT '',
    posted_on       TEXT,
    method          TEXT NOT NULL DEFAULT '',
    tracking        TEXT NOT NULL DEFAULT '',
    returned_on     TEXT,
    reason          TEXT NOT NULL DEFAULT '',
    next            TEXT NOT NULL DEFAULT '',
    replaces        INTEGER REFERENCES letter (id),
    replaced_by     INTEGER REFERENCES letter (id),
    -- The event that brought it where it is.
    event           INTEGER NOT NULL REFERENCES event (seq),
    CHECK ((letter IS NULL) <> (register_letter IS NULL))
) STRICT;
CREATE INDEX posting_of_event ON posting (issued) WHERE letter IS NOT NULL;
CREATE INDEX posting_state ON posting (state, id);
CREATE INDEX posting_open ON posting (request) WHERE open = 1;

-- Letters from before left in the step that issued them.
INSERT INTO posting (letter, request, issued, state, open, posted_on, method, event)
SELECT id, request, event, 'posted', 0, issued_on, sent_by, event FROM letter;
INSERT INTO posting (register_letter, request, issued, state, open, posted_on, method, event)
SELECT register_letter.id, NULL, register_letter.event, 'posted', 0, issued_on, sent_by, register_letter.event FROM register_letter;

-- The letter that the one being written takes the place of.
ALTER TABLE letter_draft ADD COLUMN replaces INTEGER REFERENCES letter (id);
