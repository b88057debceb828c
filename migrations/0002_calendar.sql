-- Days on which the house is closed. They are the officer's own and never move a legal date.
-- A yearly one counts from its first year on; its span may run over New Year.
CREATE TABLE closing_day (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day  TEXT NOT NULL,
    yearly    INTEGER NOT NULL,
    event     INTEGER NOT NULL REFERENCES event (seq)
) STRICT;

-- An event of the desk that moved dates of single requests shows in their logs too.
-- Which dates it moved stands in the event's own facts.
CREATE TABLE event_request (
    request INTEGER NOT NULL REFERENCES request (id),
    seq     INTEGER NOT NULL REFERENCES event (seq),
    PRIMARY KEY (request, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER event_request_is_never_changed BEFORE UPDATE ON event_request
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER event_request_is_never_removed BEFORE DELETE ON event_request
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;

-- What the screen showed last, kept only to say what a new version of the program moved.
-- A memo and no fact: no event, never the source of a date, and losing it loses nothing else.
CREATE TABLE shown_rules (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    rules TEXT NOT NULL
) STRICT;
CREATE TABLE shown_dates (
    request INTEGER PRIMARY KEY REFERENCES request (id),
    -- The request's own last event at that time: a request that changed since says nothing about the rules.
    seq     INTEGER NOT NULL,
    dates   TEXT NOT NULL
) STRICT;
