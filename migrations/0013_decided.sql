-- Which line of the log decided a claim: what was told before it does not answer what was decided anew.
-- Nothing for what was decided before this column was there; the days then tell it.
ALTER TABLE claim ADD COLUMN decided_event INTEGER;
