-- Reports as they were issued, byte for byte; what they would say today is counted anew beside them.
CREATE TABLE report_issued (
    id        INTEGER PRIMARY KEY,
    report    TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day  TEXT NOT NULL,
    -- As report and span are called.
    title     TEXT NOT NULL,
    span      TEXT NOT NULL,
    -- What else was asked of it, as JSON.
    options   TEXT NOT NULL,
    sha256    TEXT NOT NULL,
    -- The newest event that was counted.
    log_head  TEXT NOT NULL,
    log_seq   INTEGER NOT NULL,
    rules     TEXT NOT NULL,
    as_of     TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    office    TEXT NOT NULL,
    remark    TEXT NOT NULL,
    event     INTEGER NOT NULL REFERENCES event (seq),
    body      BLOB NOT NULL
) STRICT;

-- How long the house keeps the requests under a law, where that is not what the program proposes.
CREATE TABLE retention_period (
    law    TEXT PRIMARY KEY,
    months INTEGER NOT NULL,
    event  INTEGER NOT NULL REFERENCES event (seq)
) STRICT, WITHOUT ROWID;

-- What keeps a request from being purged, until it is lifted.
CREATE TABLE legal_hold (
    id        INTEGER PRIMARY KEY,
    request   INTEGER NOT NULL REFERENCES request (id),
    placed_on TEXT NOT NULL,
    reason    TEXT NOT NULL,
    event     INTEGER NOT NULL REFERENCES event (seq),
    lifted_on TEXT,
    lifted    TEXT NOT NULL DEFAULT '',
    -- The event that lifted it.
    ended     INTEGER REFERENCES event (seq)
) STRICT;
CREATE INDEX legal_hold_of ON legal_hold (request);

-- Requests whose person is gone; their dates, decisions and fingerprints stay.
CREATE TABLE purged (
    request   INTEGER PRIMARY KEY REFERENCES request (id),
    purged_on TEXT NOT NULL,
    -- Why it might go.
    cite      TEXT NOT NULL,
    event     INTEGER NOT NULL REFERENCES event (seq)
) STRICT;

-- What a policy let be refused, or a parent had agreed to, as it was found while the person was known.
-- Of a purged request, and of others by the same person, it cannot be found again; figures go by it.
CREATE TABLE purged_finding (
    request INTEGER PRIMARY KEY REFERENCES request (id),
    -- Keys as JSON.
    found   TEXT NOT NULL,
    event   INTEGER NOT NULL REFERENCES event (seq)
) STRICT;

CREATE INDEX request_closed_on ON request (closed_on, id) WHERE closed_on IS NOT NULL;
