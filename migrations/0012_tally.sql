-- What the year end adds up, one line a claim and law: a memo of what the facts and the rules give, kept so that a million requests need not be read and derived again for every look.
-- A memo and no fact: no event, derived anew where the facts or the rules changed, and losing it loses nothing else.
-- `last_day` is a derived date in this memo, as the dates of `shown_dates` are: no screen shows it, only lateness is told by it.
CREATE TABLE tally (
    request     INTEGER NOT NULL,
    -- The order within its request.
    place       INTEGER NOT NULL,
    claim       INTEGER NOT NULL,
    -- Words, by their number.
    law         INTEGER NOT NULL,
    "right"     INTEGER NOT NULL,
    -- Days are counted from the first day of the year 1.
    received    INTEGER NOT NULL,
    californian INTEGER NOT NULL,
    outcome     INTEGER,
    settled     INTEGER,
    -- The ground of a refusal where this law gives it: law and identifier, a space between.
    ground      INTEGER,
    extended    INTEGER NOT NULL,
    -- By which this law wants the answer; none where it sets no day or only the house did.
    last_day    INTEGER,
    PRIMARY KEY (request, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE tally_word (
    id   INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
) STRICT;

-- Requests that were never counted, or of which something changed since.
CREATE TABLE tally_due (request INTEGER PRIMARY KEY) STRICT;

-- The rules under which the lines were counted; without the row there is no memo.
CREATE TABLE tally_rules (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    rules TEXT NOT NULL
) STRICT;

-- Noted in the transaction of the change, whoever makes it: what is out of step is never read.
-- Every table that a line is counted from is watched, with all its columns: one change too many is counted again in no time, one too few would be a wrong figure.
-- No `OR IGNORE`: within an upsert SQLite would not heed it.
CREATE TRIGGER tally_request_new AFTER INSERT ON request
BEGIN INSERT INTO tally_due SELECT new.id WHERE new.id NOT IN tally_due; END;
CREATE TRIGGER tally_request AFTER UPDATE ON request
BEGIN INSERT INTO tally_due SELECT value FROM (SELECT old.id AS value UNION SELECT new.id) WHERE value NOT IN tally_due; END;
CREATE TRIGGER tally_request_gone AFTER DELETE ON request
BEGIN INSERT INTO tally_due SELECT old.id WHERE old.id NOT IN tally_due; END;

CREATE TRIGGER tally_particulars_new AFTER INSERT ON request_particulars
BEGIN INSERT INTO tally_due SELECT new.request WHERE new.request NOT IN tally_due; END;
CREATE TRIGGER tally_particulars AFTER UPDATE ON request_particulars
BEGIN INSERT INTO tally_due SELECT value FROM (SELECT old.request AS value UNION SELECT new.request) WHERE value NOT IN tally_due; END;
CREATE TRIGGER tally_particulars_gone AFTER DELETE ON request_particulars
BEGIN INSERT INTO tally_due SELECT old.request WHERE old.request NOT IN tally_due; END;

CREATE TRIGGER tally_claim_new AFTER INSERT ON claim
BEGIN INSERT INTO tally_due SELECT new.request WHERE new.request NOT IN tally_due; END;
CREATE TRIGGER tally_claim AFTER UPDATE ON claim
BEGIN INSERT INTO tally_due SELECT value FROM (SELECT old.request AS value UNION SELECT new.request) WHERE value NOT IN tally_due; END;
CREATE TRIGGER tally_claim_gone AFTER DELETE ON claim
BEGIN INSERT INTO tally_due SELECT old.request WHERE old.request NOT IN tally_due; END;

CREATE TRIGGER tally_law_new AFTER INSERT ON claim_law
BEGIN INSERT INTO tally_due SELECT request FROM claim WHERE id = new.claim AND request NOT IN tally_due; END;
CREATE TRIGGER tally_law AFTER UPDATE ON claim_law
BEGIN INSERT INTO tally_due SELECT DISTINCT request FROM claim WHERE id IN (old.claim, new.claim) AND request NOT IN tally_due; END;
CREATE TRIGGER tally_law_gone AFTER DELETE ON claim_law
BEGIN INSERT INTO tally_due SELECT request FROM claim WHERE id = old.claim AND request NOT IN tally_due; END;

CREATE TRIGGER tally_milestone_new AFTER INSERT ON milestone
BEGIN INSERT INTO tally_due SELECT new.request WHERE new.request NOT IN tally_due; END;
CREATE TRIGGER tally_milestone AFTER UPDATE ON milestone
BEGIN INSERT INTO tally_due SELECT value FROM (SELECT old.request AS value UNION SELECT new.request) WHERE value NOT IN tally_due; END;
CREATE TRIGGER tally_milestone_gone AFTER DELETE ON milestone
BEGIN INSERT INTO tally_due SELECT old.request WHERE old.request NOT IN tally_due; END;

-- The day of a milestone is that of its letter; letters of the registers have none.
CREATE TRIGGER tally_posting_new AFTER INSERT ON posting WHEN new.request IS NOT NULL
BEGIN INSERT INTO tally_due SELECT new.request WHERE new.request NOT IN tally_due; END;
CREATE TRIGGER tally_posting AFTER UPDATE ON posting WHEN coalesce(old.request, new.request) IS NOT NULL
BEGIN INSERT INTO tally_due SELECT value FROM (SELECT old.request AS value UNION SELECT new.request) WHERE value IS NOT NULL AND value NOT IN tally_due; END;
CREATE TRIGGER tally_posting_gone AFTER DELETE ON posting WHEN old.request IS NOT NULL
BEGIN INSERT INTO tally_due SELECT old.request WHERE old.request NOT IN tally_due; END;

-- Emptying the letters of a purged request must not look at every letter there is.
CREATE INDEX posting_of_request ON posting (request) WHERE request IS NOT NULL;
