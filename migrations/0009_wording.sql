-- The desk's own words for its letters. Each version stays as it was kept, with the original it was made from.
CREATE TABLE wording (
    id              INTEGER PRIMARY KEY,
    language        TEXT NOT NULL,
    -- The template's path below the folder of its language.
    path            TEXT NOT NULL,
    version         INTEGER NOT NULL,
    source          TEXT NOT NULL,
    sha256          TEXT NOT NULL,
    -- The text that came with the program when it was kept: a later program may bring another.
    original        TEXT NOT NULL,
    original_sha256 TEXT NOT NULL,
    note            TEXT NOT NULL DEFAULT '',
    event           INTEGER NOT NULL REFERENCES event (seq),
    UNIQUE (language, path, version)
) STRICT;

-- Which version letters are written with, from which event on; none is the text that comes with the program. The newest step counts.
CREATE TABLE wording_use (
    id       INTEGER PRIMARY KEY,
    language TEXT NOT NULL,
    path     TEXT NOT NULL,
    wording  INTEGER REFERENCES wording (id),
    event    INTEGER NOT NULL REFERENCES event (seq)
) STRICT;
CREATE INDEX wording_use_of ON wording_use (language, path, id);

-- Texts still being typed; work in hand.
CREATE TABLE wording_draft (
    language TEXT NOT NULL,
    path     TEXT NOT NULL,
    source   TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (language, path)
) STRICT;

-- The versions of our own that an issued letter was made of. One without any was made of texts of the program alone.
CREATE TABLE letter_wording (
    letter          INTEGER REFERENCES letter (id),
    register_letter INTEGER REFERENCES register_letter (id),
    wording         INTEGER NOT NULL REFERENCES wording (id),
    CHECK ((letter IS NULL) <> (register_letter IS NULL))
) STRICT;
CREATE INDEX letter_wording_of ON letter_wording (letter) WHERE letter IS NOT NULL;
CREATE INDEX register_letter_wording_of ON letter_wording (register_letter) WHERE register_letter IS NOT NULL;

-- What a letter being written was drafted from: identifiers of our versions as JSON, and the program's set of templates.
ALTER TABLE letter_draft ADD COLUMN wording TEXT NOT NULL DEFAULT '[]';
ALTER TABLE letter_draft ADD COLUMN template_sha256 TEXT NOT NULL DEFAULT '';
