-- Which files of the registers were changed since they were last looked at: dates derived from them are derived anew.
-- In memory and for this connection only; nothing of it is in the desk file. 0 stands for the disclosures to courts and authorities.
CREATE TEMP TABLE touched (file INTEGER PRIMARY KEY);
CREATE TEMP TRIGGER touched_file_new AFTER INSERT ON main.register_file
BEGIN INSERT OR IGNORE INTO touched VALUES (NEW.id); END;
CREATE TEMP TRIGGER touched_file AFTER UPDATE ON main.register_file
BEGIN INSERT OR IGNORE INTO touched VALUES (NEW.id); END;
CREATE TEMP TRIGGER touched_line AFTER INSERT ON main.register_entry
BEGIN INSERT OR IGNORE INTO touched VALUES (NEW.file); END;
CREATE TEMP TRIGGER touched_person_new AFTER INSERT ON main.register_person
BEGIN INSERT OR IGNORE INTO touched VALUES (NEW.file); END;
CREATE TEMP TRIGGER touched_person AFTER UPDATE ON main.register_person
BEGIN INSERT OR IGNORE INTO touched VALUES (NEW.file); END;
-- What a letter of a file does to its dates counts from the day it left, and not at all once it came back.
CREATE TEMP TRIGGER touched_by_post AFTER UPDATE ON main.posting
WHEN NEW.register_letter IS NOT NULL
BEGIN INSERT OR IGNORE INTO touched SELECT file FROM register_letter WHERE id = NEW.register_letter; END;
-- A disclosure can use an authorisation up, and one that is struck out or corrected gives it back.
CREATE TEMP TRIGGER touched_by_disclosure AFTER INSERT ON main.handling
WHEN NEW.permission IS NOT NULL OR NEW.corrects IS NOT NULL OR NEW.purpose = 'legal-process'
BEGIN
    INSERT OR IGNORE INTO touched VALUES (0);
    INSERT OR IGNORE INTO touched SELECT NEW.permission WHERE NEW.permission IS NOT NULL;
    INSERT OR IGNORE INTO touched SELECT permission FROM handling WHERE id = NEW.corrects AND permission IS NOT NULL;
END;
CREATE TEMP TRIGGER touched_by_striking AFTER UPDATE OF struck ON main.handling
BEGIN
    INSERT OR IGNORE INTO touched VALUES (0);
    INSERT OR IGNORE INTO touched SELECT NEW.permission WHERE NEW.permission IS NOT NULL;
END;
