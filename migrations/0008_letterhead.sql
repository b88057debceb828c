-- How the letters of this desk look. Without the row they look as they do for everyone.
CREATE TABLE letterhead (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    -- What is printed and how it is set.
    page      TEXT NOT NULL,
    -- The logo as it came; a letter carries its own copy.
    logo      BLOB,
    logo_name TEXT NOT NULL DEFAULT ''
) STRICT;

-- How an officer signs: what stands below the name, and the signature as a picture.
CREATE TABLE signature (
    officer      INTEGER PRIMARY KEY REFERENCES officer (id),
    office       TEXT NOT NULL DEFAULT '',
    picture      BLOB,
    picture_name TEXT NOT NULL DEFAULT ''
) STRICT;
