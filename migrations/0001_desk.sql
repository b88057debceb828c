-- The desk as first released. Never edited again: later changes are later files.
-- Facts are stored, deadlines are derived: there is no due date in any table.

-- One organisation per desk.
CREATE TABLE desk (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    profile    TEXT NOT NULL,
    created_at TEXT NOT NULL,
    sample     INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The number is also the number of the officer's key slot beside the desk.
CREATE TABLE officer (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    added_at    TEXT NOT NULL,
    preferences TEXT NOT NULL DEFAULT '{}'
) STRICT;

-- What happened. `facts` names no person and stays for ever;
-- the words that may name one stand in event_text and are held to by their salted digest,
-- so that a person can be forgotten later without breaking the chain.
CREATE TABLE event (
    seq     INTEGER PRIMARY KEY,
    at      TEXT NOT NULL,
    officer INTEGER NOT NULL REFERENCES officer (id),
    request INTEGER,
    kind    TEXT NOT NULL,
    facts   TEXT NOT NULL,
    digest  TEXT NOT NULL,
    prev    TEXT NOT NULL,
    hash    TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX event_of_request ON event (request, seq);

CREATE TABLE event_text (
    seq     INTEGER PRIMARY KEY REFERENCES event (seq),
    salt    TEXT NOT NULL,
    text    TEXT NOT NULL
) STRICT;

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER event_text_is_never_changed BEFORE UPDATE ON event_text
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;

CREATE TABLE request (
    id           INTEGER PRIMARY KEY,
    reference    TEXT NOT NULL UNIQUE,
    year         INTEGER NOT NULL,
    number       INTEGER NOT NULL,
    received_at  TEXT NOT NULL,
    received_on  TEXT NOT NULL,
    closed_on    TEXT,
    channel      TEXT NOT NULL,
    requester    TEXT NOT NULL,
    subject      TEXT,
    -- Names and mail addresses folded to lower case without marks, for finding the same person again.
    person_key   TEXT NOT NULL,
    email_key    TEXT NOT NULL,
    capacity     TEXT NOT NULL,
    residence    TEXT NOT NULL,
    -- Last, so that a look at the others never reads a long letter.
    words        TEXT NOT NULL,
    UNIQUE (year, number)
) STRICT;
CREATE INDEX request_open ON request (id) WHERE closed_on IS NULL;
CREATE INDEX request_closed ON request (id) WHERE closed_on IS NOT NULL;
CREATE INDEX request_person ON request (person_key);
CREATE INDEX request_email ON request (email_key) WHERE email_key <> '';
CREATE INDEX request_received ON request (received_on);

CREATE TABLE claim (
    id         INTEGER PRIMARY KEY,
    request    INTEGER NOT NULL REFERENCES request (id),
    "right"    TEXT NOT NULL,
    outcome    TEXT,
    decided_on TEXT,
    ground_law TEXT,
    ground     TEXT,
    reasons    TEXT NOT NULL DEFAULT '',
    kept       TEXT NOT NULL DEFAULT '',
    UNIQUE (request, "right")
) STRICT;

CREATE TABLE claim_law (
    claim INTEGER NOT NULL REFERENCES claim (id),
    law   TEXT NOT NULL,
    PRIMARY KEY (claim, law)
) STRICT, WITHOUT ROWID;

-- The dated facts that a law's clock reads. `law` limits one to a single law: an extension under one does not extend another.
-- `claim` limits one to a single claim: the confirmation of an opt-out does not answer the access asked for beside it.
CREATE TABLE milestone (
    id      INTEGER PRIMARY KEY,
    request INTEGER NOT NULL REFERENCES request (id),
    fact    TEXT NOT NULL,
    day     TEXT NOT NULL,
    law     TEXT,
    claim   INTEGER REFERENCES claim (id),
    event   INTEGER NOT NULL REFERENCES event (seq)
) STRICT;
CREATE INDEX milestone_of_request ON milestone (request, day);

-- A file without a request belongs to the request half typed.
CREATE TABLE file (
    id         INTEGER PRIMARY KEY,
    request    INTEGER REFERENCES request (id),
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size       INTEGER NOT NULL,
    sha256     TEXT NOT NULL,
    added_at   TEXT NOT NULL,
    bytes      BLOB NOT NULL
) STRICT;
CREATE INDEX file_of_request ON file (request);

-- Letters as they left, byte for byte.
CREATE TABLE letter (
    id        INTEGER PRIMARY KEY,
    request   INTEGER NOT NULL REFERENCES request (id),
    kind      TEXT NOT NULL,
    law       TEXT NOT NULL,
    title     TEXT NOT NULL,
    text      TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    sent_by   TEXT NOT NULL,
    pages     INTEGER NOT NULL,
    size      INTEGER NOT NULL,
    sha256    TEXT NOT NULL,
    event     INTEGER NOT NULL REFERENCES event (seq),
    pdf       BLOB NOT NULL
) STRICT;
CREATE INDEX letter_of_request ON letter (request);

-- Work in hand: not facts, hence no events; gone when issued, logged or thrown away.
CREATE TABLE letter_draft (
    request INTEGER PRIMARY KEY REFERENCES request (id),
    kind    TEXT NOT NULL,
    law     TEXT NOT NULL,
    reason  TEXT NOT NULL,
    asked   TEXT NOT NULL,
    text    TEXT NOT NULL
) STRICT;
CREATE TABLE request_draft (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    body     TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT;

-- Any part of a name, an address, a reference or the words: three letters in a row are enough.
CREATE VIRTUAL TABLE request_search USING fts5 (
    reference, person, address, words,
    tokenize = 'trigram remove_diacritics 1',
    content = '', contentless_delete = 1
);
-- One or two letters are too few for the index above: with these, words of a name or a reference are found by how they begin.
CREATE VIRTUAL TABLE request_beginnings USING fts5 (
    reference, person,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2',
    content = '', contentless_delete = 1
);
