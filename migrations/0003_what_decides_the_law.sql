-- What some laws ask of a request and others do not. A request of which nothing of it was said has no row;
-- beside the request rather than in it, so that a look at one never reads past a long letter.
CREATE TABLE request_particulars (
    request    INTEGER PRIMARY KEY REFERENCES request (id),
    -- Whole years of the person the data is about; never a date of birth.
    age        INTEGER,
    -- Words of a closed list, with spaces between them.
    data_kinds TEXT NOT NULL DEFAULT '',
    arrived_at TEXT,
    -- The date written on the request, for the laws that count from it.
    dated_on   TEXT
) STRICT;
