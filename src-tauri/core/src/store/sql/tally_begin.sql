DELETE FROM tally;
DELETE FROM tally_word;
DELETE FROM tally_rules;
INSERT INTO tally_due SELECT id FROM request WHERE id NOT IN tally_due;
