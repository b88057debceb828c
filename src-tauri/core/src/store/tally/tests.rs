#![allow(clippy::unwrap_used)]

use super::*;
use crate::store::{migrate, open};
use crate::vault::DeskKey;
use zeroize::Zeroizing;

/// Two requests with everything that lines are counted from, and nothing due.
const DESK: &str = "
    INSERT INTO officer (id, name, added_at) VALUES (1, 'Nele', '');
    INSERT INTO event (seq, at, officer, request, kind, facts, digest, prev, hash) VALUES (1, '', 1, 1, '', '', '', '', 'a');
    INSERT INTO request (id, reference, year, number, received_at, received_on, channel, requester, person_key, email_key, capacity, residence, words) VALUES
        (1, '2026-0001', 2026, 1, '', '2026-03-02', 'post', '{}', '', '', 'self', 'de', ''),
        (2, '2026-0002', 2026, 2, '', '2026-03-02', 'post', '{}', '', '', 'self', 'de', '');
    INSERT INTO request_particulars (request, dated_on) VALUES (1, '2026-03-01');
    INSERT INTO claim (id, request, \"right\") VALUES (10, 1, 'access'), (20, 2, 'access');
    INSERT INTO claim_law (claim, law) VALUES (10, 'eu-gdpr'), (20, 'eu-gdpr');
    INSERT INTO letter (id, request, kind, law, title, text, issued_on, sent_by, pages, size, sha256, event, pdf) VALUES
        (7, 1, 'answer', 'eu-gdpr', '', '{}', '2026-03-03', 'post', 1, 9, '', 1, x'00'),
        (8, 1, 'answer', 'eu-gdpr', '', '{}', '2026-03-03', 'post', 1, 9, '', 1, x'00');
    INSERT INTO milestone (id, request, fact, day, event) VALUES (100, 1, 'answered', '2026-03-03', 1);
    INSERT INTO posting (id, letter, request, issued, state, open, event) VALUES (50, 7, 1, 1, 'ready', 1, 1);
    DELETE FROM tally_due;
";

/// What changes lines, which requests are due then, and the trigger that says so.
#[rustfmt::skip]
const CHANGES: &[(&str, &[u32], &str)] = &[
    ("INSERT INTO request (id, reference, year, number, received_at, received_on, channel, requester, person_key, email_key, capacity, residence, words) VALUES (3, '2026-0003', 2026, 3, '', '2026-03-02', 'post', '{}', '', '', 'self', 'de', '')", &[3], "tally_request_new"),
    ("UPDATE request SET received_on = '2026-03-01' WHERE id = 1", &[1], "tally_request"),
    ("UPDATE request SET residence = 'us-ca' WHERE id = 1", &[1], "tally_request"),
    ("UPDATE request SET capacity = 'agent' WHERE id = 1", &[1], "tally_request"),
    ("UPDATE request SET closed_on = '2026-03-09' WHERE id = 1", &[1], "tally_request"),
    ("DELETE FROM request WHERE id = 2", &[2], "tally_request_gone"),
    ("INSERT INTO request_particulars (request, dated_on) VALUES (2, '2026-03-01')", &[2], "tally_particulars_new"),
    ("UPDATE request_particulars SET dated_on = NULL", &[1], "tally_particulars"),
    ("UPDATE request_particulars SET arrived_at = 'elsewhere'", &[1], "tally_particulars"),
    ("DELETE FROM request_particulars", &[1], "tally_particulars_gone"),
    ("INSERT INTO claim (request, \"right\") VALUES (1, 'erasure')", &[1], "tally_claim_new"),
    ("UPDATE claim SET outcome = 'granted' WHERE id = 10", &[1], "tally_claim"),
    ("UPDATE claim SET decided_on = '2026-03-04' WHERE id = 10", &[1], "tally_claim"),
    ("UPDATE claim SET decided_event = 1 WHERE id = 10", &[1], "tally_claim"),
    ("UPDATE claim SET ground = 'excessive' WHERE id = 10", &[1], "tally_claim"),
    ("UPDATE claim SET ground_law = 'eu-gdpr' WHERE id = 10", &[1], "tally_claim"),
    ("UPDATE claim SET request = 2, \"right\" = 'erasure' WHERE id = 10", &[1, 2], "tally_claim"),
    ("DELETE FROM claim WHERE id = 20", &[2], "tally_claim_gone"),
    ("INSERT INTO claim_law (claim, law) VALUES (20, 'uk-gdpr')", &[2], "tally_law_new"),
    ("UPDATE claim_law SET law = 'uk-gdpr' WHERE claim = 20", &[2], "tally_law"),
    ("DELETE FROM claim_law WHERE claim = 20", &[2], "tally_law_gone"),
    ("INSERT INTO milestone (request, fact, day, event) VALUES (2, 'answered', '2026-03-03', 1)", &[2], "tally_milestone_new"),
    ("UPDATE milestone SET day = '2026-03-04'", &[1], "tally_milestone"),
    ("UPDATE milestone SET request = 2", &[1, 2], "tally_milestone"),
    ("DELETE FROM milestone", &[1], "tally_milestone_gone"),
    ("INSERT INTO posting (letter, request, issued, state, open, event) VALUES (8, 1, 1, 'ready', 1, 1)", &[1], "tally_posting_new"),
    ("UPDATE posting SET state = 'posted'", &[1], "tally_posting"),
    ("UPDATE posting SET posted_on = '2026-03-05'", &[1], "tally_posting"),
    ("DELETE FROM posting", &[1], "tally_posting_gone"),
];

fn desk() -> Connection {
    let folder = tempfile::tempdir().unwrap();
    let key: DeskKey = Zeroizing::new([7; 32]);
    let mut conn = open::fresh(&folder.path().join("a.rightsdesk"), &key).unwrap();
    migrate::to_newest(&mut conn, None).unwrap();
    conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    conn.execute_batch(DESK).unwrap();
    conn
}

/// The requests that are due after a change, which is taken back.
fn after(conn: &Connection, change: &str) -> Vec<u32> {
    conn.execute_batch("SAVEPOINT change").unwrap();
    conn.execute_batch(change).unwrap();
    let found = due(conn, 9).unwrap();
    if change.starts_with("UPDATE") {
        // What is due already disturbs nothing.
        conn.execute_batch(change).unwrap();
    }
    conn.execute_batch("ROLLBACK TO change; RELEASE change")
        .unwrap();
    found
}

#[test]
fn whatever_a_line_is_counted_from_makes_its_request_due() {
    let conn = desk();
    for (change, due, _) in CHANGES {
        assert_eq!(after(&conn, change), *due, "{change}");
    }
}

#[test]
fn every_trigger_is_needed() {
    let conn = desk();
    let triggers: HashSet<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'tally%'")
        .unwrap()
        .query_map([], |r| r.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let tried: HashSet<String> = CHANGES.iter().map(|(_, _, of)| (*of).into()).collect();
    assert_eq!(triggers, tried);
    for (change, _, trigger) in CHANGES {
        let without = format!("DROP TRIGGER {trigger}; {change}");
        assert_eq!(after(&conn, &without), [0_u32; 0], "{change}");
    }
}

#[test]
fn a_change_that_writes_over_what_was_there_is_noted_too() {
    // Within an upsert SQLite turns the `OR IGNORE` of a trigger into a failure of the whole change.
    let conn = desk();
    let upsert = include_str!("../sql/particulars_keep.sql");
    for on in ["2026-02-01", "2026-02-02"] {
        let nothing = Option::<String>::None;
        conn.execute(upsert, params![1, nothing, "", nothing, on, ""])
            .unwrap();
        assert_eq!(due(&conn, 9).unwrap(), [1]);
    }
}

/// Lines in words: their places in the lists mean nothing by themselves.
fn named(of: &Counted) -> Vec<String> {
    let name = |(line, last_day): &(Fact, Option<NaiveDate>)| {
        let law = &of.laws[usize::from(line.law)];
        let ground = line.ground.map(|ground| &of.grounds[usize::from(ground)]);
        let bare = Fact {
            law: 0,
            ground: None,
            ..*line
        };
        format!("{bare:?} {law} {ground:?} {last_day:?}")
    };
    of.lines.iter().map(name).collect()
}

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Three lines of two requests, received on a leap day.
fn counted() -> Counted {
    let line = |request, claim, law, right, ground: Option<u16>| Fact {
        request,
        claim,
        law,
        right,
        received: on("2024-02-29"),
        californian: request == 2,
        outcome: ground.map(|_| Outcome::Refused),
        settled: ground.map(|_| on("2024-03-05")),
        ground,
        extended: claim == 9,
        timed: false,
        late: false,
    };
    Counted {
        lines: vec![
            (line(1, 9, 0, Right::Erasure, Some(1)), None),
            (
                line(1, 9, 1, Right::Erasure, Some(0)),
                Some(on("2024-04-02")),
            ),
            (line(2, 8, 0, Right::Access, None), Some(on("2024-03-31"))),
        ],
        laws: vec!["us-ca-ccpa".into(), "eu-gdpr".into()],
        grounds: vec![
            ("eu-gdpr".into(), "excessive".into()),
            ("us-ca-ccpa".into(), "not-verified".into()),
        ],
    }
}

#[test]
fn what_is_kept_is_read_as_it_was_counted() {
    let mut conn = desk();
    let counted = counted();
    let tx = conn.transaction().unwrap();
    begin(&tx, "of today").unwrap();
    assert_eq!(due(&tx, 9).unwrap(), [1, 2]);
    keep(&tx, &[1, 2], &counted).unwrap();
    keep(&tx, &[1, 2], &counted).unwrap();
    tx.commit().unwrap();
    assert_eq!(rules(&conn).unwrap().as_deref(), Some("of today"));
    assert_eq!(due(&conn, 9).unwrap(), [0_u32; 0]);
    let span = |day, without: &[u32]| {
        let without = without.iter().copied().collect();
        named(&read(&conn, on(day), on(day), &without).unwrap())
    };
    assert_eq!(span("2024-02-29", &[]), named(&counted));
    assert_eq!(span("2024-02-29", &[1]), named(&counted)[2..]);
    assert_eq!(span("2024-03-01", &[]), [""; 0]);
}

#[test]
fn a_memo_that_is_damaged_is_not_read() {
    let mut conn = desk();
    let tx = conn.transaction().unwrap();
    begin(&tx, "of today").unwrap();
    keep(&tx, &[1, 2], &counted()).unwrap();
    tx.commit().unwrap();
    // A word that nobody knows, a number that is none, a day that is none.
    for harm in [
        "UPDATE tally_word SET word = 'nothing' WHERE word = 'erasure'",
        "UPDATE tally_word SET word = 'nothing' WHERE word = 'refused'",
        "UPDATE tally_word SET word = 'nothing' WHERE word LIKE '% excessive'",
        "UPDATE tally SET law = 77",
        "UPDATE tally SET settled = 9000000000",
        "UPDATE tally SET settled = 2000000000",
    ] {
        conn.execute_batch("SAVEPOINT harm").unwrap();
        conn.execute_batch(harm).unwrap();
        let (first, last) = (on("2024-02-29"), on("2024-02-29"));
        let found = read(&conn, first, last, &HashSet::new());
        assert!(found.is_err(), "{harm}");
        conn.execute_batch("ROLLBACK TO harm; RELEASE harm")
            .unwrap();
    }
    let tx = conn.transaction().unwrap();
    forget(&tx).unwrap();
    tx.commit().unwrap();
    assert_eq!(rules(&conn).unwrap(), None);
}
