-- The published policy as it stood between two days. The bytes are kept as they came; the reading text is what was made of them then.
CREATE TABLE policy (
    id         INTEGER PRIMARY KEY,
    title      TEXT NOT NULL,
    from_day   TEXT NOT NULL,
    -- Absent while the next version's first day ends it, or nothing does.
    until_day  TEXT,
    source     TEXT NOT NULL,
    publisher  TEXT NOT NULL,
    format     TEXT NOT NULL,
    file_name  TEXT NOT NULL,
    size       INTEGER NOT NULL,
    sha256     TEXT NOT NULL,
    -- Why it was taken out of force; empty while it was not.
    withdrawn  TEXT NOT NULL DEFAULT '',
    characters INTEGER NOT NULL,
    -- What a finder proposed on the day it came; later finders may propose more.
    suggested  INTEGER NOT NULL,
    event      INTEGER NOT NULL REFERENCES event (seq),
    document   TEXT NOT NULL,
    cleaned    TEXT NOT NULL,
    bytes      BLOB NOT NULL
) STRICT;

-- What the officer said of a passage: accepted as it was read or otherwise, marked without a proposal, or no promise.
-- Passages nobody has reviewed stand nowhere: they are found anew from the text.
CREATE TABLE promise (
    id        INTEGER PRIMARY KEY,
    policy    INTEGER NOT NULL REFERENCES policy (id),
    -- Names the passage as it was proposed.
    passage   TEXT NOT NULL,
    state     TEXT NOT NULL,
    own       INTEGER NOT NULL,
    corrected INTEGER NOT NULL,
    -- In characters of the reading text.
    start_at  INTEGER NOT NULL,
    end_at    INTEGER NOT NULL,
    quote     TEXT NOT NULL,
    -- The headings over it, outermost first.
    under     TEXT NOT NULL,
    reading   TEXT NOT NULL,
    why       TEXT NOT NULL,
    event     INTEGER NOT NULL REFERENCES event (seq),
    UNIQUE (policy, passage)
) STRICT;

-- The notice that the version before promised for this change.
CREATE TABLE policy_notice (
    policy INTEGER PRIMARY KEY REFERENCES policy (id),
    day    TEXT NOT NULL,
    how    TEXT NOT NULL,
    event  INTEGER NOT NULL REFERENCES event (seq)
) STRICT;

-- What was done with data: disclosed, used, collected.
CREATE TABLE handling (
    id      INTEGER PRIMARY KEY,
    day     TEXT NOT NULL,
    entry   TEXT NOT NULL,
    request INTEGER REFERENCES request (id),
    -- Why it was struck out; empty while it stands.
    struck  TEXT NOT NULL DEFAULT '',
    event   INTEGER NOT NULL REFERENCES event (seq)
) STRICT;
CREATE INDEX handling_of_day ON handling (day);
CREATE INDEX handling_of_request ON handling (request) WHERE request IS NOT NULL;

-- What the officer wrote about something that does not agree with a promise. Which those are is derived.
CREATE TABLE contradiction_answer (
    contradiction TEXT PRIMARY KEY,
    text          TEXT NOT NULL,
    event         INTEGER NOT NULL REFERENCES event (seq)
) STRICT, WITHOUT ROWID;

-- What a request only asks about; words of a closed list, with spaces between them.
ALTER TABLE request_particulars ADD COLUMN questions TEXT NOT NULL DEFAULT '';
