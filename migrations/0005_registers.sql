-- Registers that keep a file for each matter: a recipient, a child, an authorisation, a consent, an incident.
-- `body` names nobody; whoever it is about stands in register_person and can be erased alone.
CREATE TABLE register_file (
    id       INTEGER PRIMARY KEY,
    register TEXT NOT NULL,
    body     TEXT NOT NULL,
    request  INTEGER REFERENCES request (id),
    -- Why it was struck out; empty while it stands.
    struck   TEXT NOT NULL DEFAULT '',
    event    INTEGER NOT NULL REFERENCES event (seq)
) STRICT;
CREATE INDEX register_file_of ON register_file (register, id);
CREATE INDEX register_file_request ON register_file (request) WHERE request IS NOT NULL;

-- What happened in a file, one line each; never changed: a later line corrects an earlier one.
CREATE TABLE register_entry (
    id       INTEGER PRIMARY KEY,
    file     INTEGER NOT NULL REFERENCES register_file (id),
    day      TEXT NOT NULL,
    kind     TEXT NOT NULL,
    body     TEXT NOT NULL,
    corrects INTEGER REFERENCES register_entry (id),
    request  INTEGER REFERENCES request (id),
    event    INTEGER NOT NULL REFERENCES event (seq)
) STRICT;
CREATE INDEX register_entry_of ON register_entry (file, id);
CREATE INDEX register_entry_request ON register_entry (request) WHERE request IS NOT NULL;

-- Whom a file is about. Erasing one empties `person` and leaves the line with its day.
CREATE TABLE register_person (
    id        INTEGER PRIMARY KEY,
    file      INTEGER NOT NULL REFERENCES register_file (id),
    role      TEXT NOT NULL,
    person    TEXT NOT NULL,
    -- Name and mail address folded as in `request`, for finding the same person again; empty once erased.
    name_key  TEXT NOT NULL,
    email_key TEXT NOT NULL,
    erased_on TEXT,
    event     INTEGER NOT NULL REFERENCES event (seq)
) STRICT;
CREATE INDEX register_person_of ON register_person (file, id);
CREATE INDEX register_person_name ON register_person (name_key) WHERE name_key <> '';
CREATE INDEX register_person_email ON register_person (email_key) WHERE email_key <> '';

-- The copy of a letter that belongs to a file and to no request, byte for byte.
CREATE TABLE register_letter (
    id        INTEGER PRIMARY KEY,
    file      INTEGER NOT NULL REFERENCES register_file (id),
    person    INTEGER REFERENCES register_person (id),
    title     TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    sent_by   TEXT NOT NULL,
    pages     INTEGER NOT NULL,
    sha256    TEXT NOT NULL,
    event     INTEGER NOT NULL REFERENCES event (seq),
    pdf       BLOB NOT NULL
) STRICT;
CREATE INDEX register_letter_of ON register_letter (file, id);

-- What a disclosure is found by, beside its entry: to whom, for what, which categories (a bit each), of which child or authorisation.
ALTER TABLE handling ADD COLUMN act TEXT NOT NULL DEFAULT '';
ALTER TABLE handling ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE handling ADD COLUMN recipient INTEGER REFERENCES register_file (id);
ALTER TABLE handling ADD COLUMN categories INTEGER NOT NULL DEFAULT 0;
ALTER TABLE handling ADD COLUMN child INTEGER REFERENCES register_file (id);
ALTER TABLE handling ADD COLUMN permission INTEGER REFERENCES register_file (id);
-- The entry that this one takes the place of.
ALTER TABLE handling ADD COLUMN corrects INTEGER REFERENCES handling (id);
UPDATE handling SET act = json_extract(entry, '$.act'), purpose = json_extract(entry, '$.purpose');
-- Cover the question of a year: who got which categories for their own marketing, or bought them for something else.
-- By year and recipient, so that what is added up stands together and nothing is sorted.
CREATE INDEX handling_for ON handling (purpose, substr(day, 1, 4), recipient, categories, act) WHERE struck = '';
CREATE INDEX handling_sold ON handling (substr(day, 1, 4), recipient, categories, purpose) WHERE struck = '' AND act = 'sell';
CREATE INDEX handling_corrects ON handling (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX handling_recipient ON handling (recipient, day, struck) WHERE recipient IS NOT NULL;
CREATE INDEX handling_child ON handling (child) WHERE child IS NOT NULL;
CREATE INDEX handling_permission ON handling (permission) WHERE permission IS NOT NULL;

-- The people one entry concerns, where they are known by name.
CREATE TABLE handling_person (
    handling  INTEGER NOT NULL REFERENCES handling (id),
    number    INTEGER NOT NULL,
    person    TEXT NOT NULL,
    name_key  TEXT NOT NULL,
    email_key TEXT NOT NULL,
    PRIMARY KEY (handling, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX handling_person_name ON handling_person (name_key) WHERE name_key <> '';
CREATE INDEX handling_person_email ON handling_person (email_key) WHERE email_key <> '';

-- Recipients told that data was erased, corrected or restricted (GDPR Art. 19).
CREATE TABLE handling_told (
    id       INTEGER PRIMARY KEY,
    handling INTEGER NOT NULL REFERENCES handling (id),
    of       TEXT NOT NULL,
    -- Absent where it was impossible or out of proportion; `how` says why then.
    day      TEXT,
    how      TEXT NOT NULL,
    request  INTEGER REFERENCES request (id),
    event    INTEGER NOT NULL REFERENCES event (seq)
) STRICT;
CREATE INDEX handling_told_of ON handling_told (handling);

-- Categories of our own beside those of the statute; the number is the bit.
CREATE TABLE own_category (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE,
    event  INTEGER NOT NULL REFERENCES event (seq)
) STRICT;

-- Who must never be mailed again, sold or shared: one line an address.
CREATE TABLE suppression (
    id        INTEGER PRIMARY KEY,
    scope     TEXT NOT NULL,
    recipient INTEGER REFERENCES register_file (id),
    kind      TEXT NOT NULL,
    -- Normalised; empty once only the hash is kept.
    address   TEXT NOT NULL,
    -- SHA-256 of the desk's salt and the normalised address.
    hash      TEXT NOT NULL,
    since     TEXT NOT NULL,
    law       TEXT NOT NULL,
    request   INTEGER REFERENCES request (id),
    reason    TEXT NOT NULL,
    -- It came with the decision on a claim of the request, and goes with it.
    decided   INTEGER NOT NULL DEFAULT 0,
    lifted_on TEXT,
    lifted    TEXT NOT NULL DEFAULT '',
    -- It was lifted because the decision was taken back, not because somebody agreed again.
    undone    INTEGER NOT NULL DEFAULT 0,
    event     INTEGER NOT NULL REFERENCES event (seq)
) STRICT;
CREATE INDEX suppression_hash ON suppression (hash);
CREATE INDEX suppression_since ON suppression (since, id);
CREATE INDEX suppression_request ON suppression (request) WHERE request IS NOT NULL;

-- The salt of the hashes, made once; who holds it can compare, so it leaves the house only with an export that says so.
CREATE TABLE suppression_salt (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    salt TEXT NOT NULL
) STRICT;

-- What was seen of somebody's authority to act for another, right by right.
CREATE TABLE authority (
    id      INTEGER PRIMARY KEY,
    request INTEGER NOT NULL REFERENCES request (id),
    kind    TEXT NOT NULL,
    day     TEXT NOT NULL,
    what    TEXT NOT NULL,
    event   INTEGER NOT NULL REFERENCES event (seq)
) STRICT;
CREATE INDEX authority_of_request ON authority (request);
