//! The memo of the year end says after every step what the facts say when they are counted anew.

use super::*;
use rightsdesk_core::vault::DeskKey;
use rightsdesk_tests::{PASSPHRASE, keys, raw};

/// Somebody with the key, who looks into the file beside the program.
struct Eye(DeskKey);

impl Eye {
    fn of(office: &Office) -> Self {
        Self(keys::key_of(&office.place, PASSPHRASE))
    }

    fn does(&self, office: &Office, sql: &str) {
        raw::open(&office.place, &self.0)
            .execute_batch(sql)
            .unwrap();
    }

    /// A request that nobody has decided yet.
    fn undecided(&self, office: &Office) -> u32 {
        let sql = "SELECT min(request) FROM claim WHERE outcome IS NULL AND \"right\" = 'erasure'";
        raw::open(&office.place, &self.0)
            .query_row(sql, [], |r| r.get(0))
            .unwrap()
    }

    /// The lines of the memo in words, and that nothing of it is out of step.
    fn lines(&self, office: &Office) -> Vec<String> {
        let conn = raw::open(&office.place, &self.0);
        let due: u32 = conn
            .query_row("SELECT count(*) FROM tally_due", [], |r| r.get(0))
            .unwrap();
        assert_eq!(due, 0, "requests that were not counted");
        let word = |column| format!("(SELECT word FROM tally_word WHERE id = {column})");
        let sql = format!(
            "SELECT concat_ws('|', request, place, claim, {}, {}, received, californian, coalesce({}, '-'), coalesce(settled, '-'), coalesce({}, '-'), extended, coalesce(last_day, '-')) FROM tally ORDER BY request, place",
            word("law"),
            word("\"right\""),
            word("outcome"),
            word("ground")
        );
        let mut statement = conn.prepare(&sql).unwrap();
        let rows = statement.query_map([], |r| r.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    }

    /// The report and the memo as they are kept, and both counted anew from the facts.
    fn both(&self, office: &mut Office) -> [(String, Vec<String>); 2] {
        let look = |office: &mut Office| {
            let of = asked("rights", "2023-01-01", "2027-12-31");
            let report = office.call("report_show", of).to_string();
            (report, self.lines(office))
        };
        let kept = look(office);
        self.does(office, "DELETE FROM tally_rules");
        [kept, look(office)]
    }

    #[track_caller]
    fn sees_the_same(&self, office: &mut Office, after: &str) -> Vec<String> {
        let [kept, anew] = self.both(office);
        assert_eq!(kept.1, anew.1, "after {after}");
        assert_eq!(kept.0, anew.0, "after {after}");
        anew.1
    }
}

#[test]
fn the_memo_says_after_every_step_what_the_facts_say() {
    let mut eye: Option<Eye> = None;
    let mut steps = 0;
    let mut office = looked_at(|office| {
        let eye = eye.get_or_insert_with(|| Eye::of(office));
        steps += 1;
        eye.sees_the_same(office, &format!("step {steps} of the story"));
    });
    assert!(steps > 150, "{steps}");
    let eye = Eye::of(&office);
    let lines = eye.sees_the_same(&mut office, "the story");
    assert!(lines.len() > 60, "{}", lines.len());

    // What the story of 2024 has not: the register is corrected, the house moves, people go.
    let on_tape = |office: &mut Office, name: &str, args: Value| {
        let before = eye.lines(office);
        office.call(name, args);
        let after = eye.sees_the_same(office, name);
        before != after
    };
    let correct = |id: u32, received: Value, residence: Value| json!({ "request": id, "received": received, "requester": null, "residence": residence, "reason": "Typing" });
    let moved = correct(1, "2024-01-01T23:30".into(), Value::Null);
    assert!(on_tape(&mut office, "request_correct", moved));
    let open = eye.undecided(&office);
    let lives = correct(open, Value::Null, "us-va".into());
    assert!(on_tape(&mut office, "request_correct", lives));
    let view = office.call("request_show", json!({ "id": open }));
    let laws = json!({ "claim": view["claims"][0]["id"], "laws": ["us-va-cdpa"], "reason": "She lives in Richmond." });
    assert!(on_tape(&mut office, "claim_laws", laws));
    let closing = json!({ "name": "Stocktaking", "first": "2024-02-01", "last": "2024-02-29", "yearly": true });
    assert!(
        !on_tape(&mut office, "closing_day_add", closing),
        "they move nothing"
    );
    let mut of = office.call("profile", json!({}));
    of["calendar"] = "gb-sct".into();
    assert!(on_tape(&mut office, "profile_save", of.clone()), "holidays");
    of["time_zone"] = "Asia/Tokyo".into();
    assert!(on_tape(&mut office, "profile_save", of), "civil days");
    office.lock_and_unlock();
    eye.sees_the_same(&mut office, "unlocking");

    office.at("2027-06-01T17:00:00Z");
    let preview = office.call("purge_preview", json!({}));
    let groups = preview["groups"].as_array().unwrap().iter();
    let going: Vec<&Value> = groups
        .flat_map(|group| group["rows"].as_array().unwrap())
        .map(|row| &row["request"])
        .collect();
    assert!(going.len() > 30, "{}", going.len());
    let purge = json!({ "requests": going });
    assert!(
        !on_tape(&mut office, "purge", purge),
        "a purge moves no figure"
    );
    office.assert_intact();
}

#[test]
fn a_change_that_nobody_noted_would_be_seen() {
    let mut office = counted();
    let eye = Eye::of(&office);
    eye.sees_the_same(&mut office, "the story");
    eye.does(&office, "DROP TRIGGER tally_claim");
    let open = office.log(draft(
        "2025-03-31T09:00",
        "mail",
        "Zoe Example",
        "us-ca",
        &[("erasure", &["us-ca-ccpa"])],
    ));
    eye.sees_the_same(&mut office, "another request");
    act(&mut office, open, &["withdraw", "erasure"]);
    let [kept, anew] = eye.both(&mut office);
    assert_ne!(kept.0, anew.0, "it was withdrawn, and the memo is not told");
    assert_ne!(kept.1, anew.1);
}

#[test]
fn figures_never_come_from_a_memo_that_was_tampered_with() {
    let mut office = counted();
    let eye = Eye::of(&office);
    let of = of_2024("rights");
    let right = office.call("report_show", of.clone());
    // Verifying holds nothing against the memo: it throws it away.
    eye.does(&office, "UPDATE tally SET settled = received");
    office.assert_intact();
    assert_eq!(office.call("report_show", of.clone()), right);
    // What cannot be read is counted from the facts.
    eye.does(&office, "UPDATE tally SET law = 4711");
    assert_eq!(office.call("report_show", of.clone()), right);
    for gone in [
        "DELETE FROM tally_rules",
        "UPDATE tally_rules SET rules = 'others'",
        "INSERT INTO tally_due SELECT id FROM request WHERE id % 2 = 0",
    ] {
        eye.does(&office, gone);
        assert_eq!(office.call("report_show", of.clone()), right, "{gone}");
    }
}
