//! What a full desk may cost: 100,000 requests in the register, 10,000 of them open.
//!
//! Slow to set up, and its numbers mean something only in the release profile:
//! `cargo test --release -p rightsdesk-tests --test budget -- --ignored --nocapture`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use rightsdesk_tests::{Office, PASSPHRASE, keys, office, profile, raw};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const REQUESTS: u32 = 100_000;
const OPEN: u32 = 10_000;

const FIRST: [&str; 12] = [
    "Ada", "Bruno", "Chiara", "Dmitri", "Elif", "Fatou", "Goran", "Hanna", "Igor", "Jana", "Kofi",
    "Lena",
];
const LAST: [&str; 16] = [
    "Achebe", "Brandt", "Costa", "Dvorak", "Eriksen", "Fischer", "Garcia", "Horvath", "Ivanova",
    "Jansen", "Kovacs", "Lindholm", "Moreau", "Nowak", "Okafor", "Petrov",
];
const WORDS: &str = "Please tell me which data you hold about me, where it came from, and who has received it since the spring of last year.";

fn query(search: &str) -> Value {
    json!({ "filter": if search.is_empty() { "open" } else { "all" }, "law": "", "right": null, "search": search, "sort": "due", "offset": 0, "limit": 100 })
}

/// The best of several tries: what the work costs, not what the machine did besides.
fn best(mut call: impl FnMut()) -> Duration {
    (0..9)
        .map(|_| {
            let start = Instant::now();
            call();
            start.elapsed()
        })
        .min()
        .unwrap()
}

/// Rows as the program would have written them, without a hundred thousand transactions.
fn fill(office: &mut Office) {
    let key = keys::key_of(&office.place, PASSPHRASE);
    office.app.leave();
    let mut conn = raw::open(&office.place, &key);
    let tx = conn.transaction().unwrap();
    {
        let mut request = tx.prepare("INSERT INTO request (reference, year, number, received_at, received_on, channel, requester, subject, person_key, email_key, capacity, residence, words, closed_on) VALUES (?1, ?2, ?3, ?4, ?5, 'mail', ?6, NULL, ?7, ?8, 'self', 'de', ?9, ?10)").unwrap();
        let mut claim = tx.prepare("INSERT INTO claim (id, request, \"right\", outcome, decided_on) VALUES (?1, ?1, ?2, ?3, ?4)").unwrap();
        let mut law = tx
            .prepare("INSERT INTO claim_law (claim, law) VALUES (?1, 'eu-gdpr')")
            .unwrap();
        let mut day = tx
            .prepare(
                "INSERT INTO milestone (request, fact, day, event) VALUES (?1, 'answered', ?2, 1)",
            )
            .unwrap();
        let mut search = tx.prepare("INSERT INTO request_search (rowid, reference, person, address, words) VALUES (?1, ?2, ?3, ?4, ?5)").unwrap();
        let mut beginnings = tx
            .prepare(
                "INSERT INTO request_beginnings (rowid, reference, person) VALUES (?1, ?2, ?3)",
            )
            .unwrap();
        for n in 1..=REQUESTS {
            // The open ones are the newest, over the last three months before June 2026.
            let open = n > REQUESTS - OPEN;
            let (year, month) = if open {
                (2026, 3 + n % 3)
            } else {
                (2016 + i32::try_from(n % 10).unwrap(), 1 + n % 12)
            };
            let on = format!("{year}-{month:02}-{:02}", 1 + n % 28);
            let name = format!("{} {} {n}", FIRST[n as usize % 12], LAST[n as usize % 16]);
            let folded = name.to_lowercase();
            let email = format!("person{n}@post.example");
            let reference = format!("{year}-{n:04}");
            let person = json!({ "name": name, "email": email, "phone": "", "address": [format!("{n} Elm Row"), "20457 Hamburg"] }).to_string();
            let closed = (!open).then_some(&on);
            request
                .execute((
                    &reference,
                    year,
                    n,
                    format!("{on}T09:00:00Z"),
                    &on,
                    person,
                    &folded,
                    &email,
                    WORDS,
                    closed,
                ))
                .unwrap();
            claim
                .execute((
                    n,
                    ["access", "erasure", "rectification"][n as usize % 3],
                    closed.map(|_| "granted"),
                    closed,
                ))
                .unwrap();
            law.execute([n]).unwrap();
            if let Some(on) = closed {
                day.execute((n, on)).unwrap();
            }
            beginnings.execute((n, &reference, &folded)).unwrap();
            search
                .execute((
                    n,
                    &reference,
                    &folded,
                    format!("{email} {n} elm row 20457 hamburg"),
                    WORDS.to_lowercase(),
                ))
                .unwrap();
        }
    }
    tx.commit().unwrap();
    drop(conn);
    office.app.choose(&office.place).unwrap();
}

#[test]
#[ignore = "takes a minute; its numbers mean something in the release profile only"]
fn a_full_desk_is_as_quick_as_an_empty_one() {
    let start = || {
        Office::quick(
            profile("Europe/Berlin", "de-be", &["eu-gdpr"]),
            "2026-06-01T09:00:00Z",
        )
    };
    let mut tight: Vec<String> = Vec::new();
    let mut within = |what: &str, took: Duration, most: Duration| {
        eprintln!("{what}: {took:?} (at most {most:?})");
        if took > most {
            tight.push(format!("{what}: {took:?}"));
        }
    };
    let mut empty = start();
    let mut full = start();
    fill(&mut full);
    let at = Instant::now();
    full.call("unlock", json!({ "passphrase": PASSPHRASE }));
    within(
        "unlocking, with every open date derived",
        at.elapsed(),
        Duration::from_secs(2),
    );
    assert_eq!(full.call("queue", query(""))["total"], OPEN);
    // The first unlocking notes what is shown; from the second on there is nothing to write.
    full.call("lock", json!({}));
    let at = Instant::now();
    full.call("unlock", json!({ "passphrase": PASSPHRASE }));
    within(
        "unlocking again, with nothing to note",
        at.elapsed(),
        Duration::from_secs(2),
    );
    let month = json!({ "from": "2026-06-01", "to": "2026-07-05", "law": "", "most": 8 });
    full.call("calendar", month.clone());
    within(
        "a month of the calendar",
        best(|| drop(full.call("calendar", month.clone()))),
        Duration::from_millis(16),
    );
    let at = Instant::now();
    full.call(
        "calendar_export",
        json!({ "format": "ics", "holidays": true, "closing_days": true }),
    );
    within(
        "every open date as a file",
        at.elapsed(),
        Duration::from_secs(1),
    );

    let on_empty = best(|| drop(empty.call("queue", query(""))));
    let on_full = best(|| drop(full.call("queue", query(""))));
    eprintln!("queue: {on_empty:?} empty, {on_full:?} full");
    // The window shows a frame every 16 ms: what is answered inside a third of one looks the same as an empty desk.
    within(
        "the queue of a full desk",
        on_full,
        Duration::from_millis(5).max(on_empty.mul_f64(1.3)),
    );
    for sort in ["person", "-received", "reference"] {
        let mut asked = query("");
        asked["sort"] = sort.into();
        within(
            &format!("sorted by {sort}"),
            best(|| drop(full.call("queue", asked.clone()))),
            Duration::from_millis(16),
        );
    }
    for typed in [
        "n",
        "no",
        "now",
        "nowak",
        "nowak 5",
        "person99999@post",
        "hamburg",
        "spring of last year",
        "2026-1000",
        "zzz",
    ] {
        within(
            &format!("search “{typed}”"),
            best(|| drop(full.call("queue", query(typed)))),
            Duration::from_millis(16),
        );
    }
    let draft = json!({
        "received": "2026-05-30T09:00", "channel": "mail", "capacity": "self", "residence": "de", "subject": null,
        "requester": { "name": "Ada Brandt 5", "email": "person5@post.example", "phone": "", "address": ["1 Quay"] },
        "claims": [{ "right": "access", "laws": [] }], "words": WORDS, "files": [],
    });
    within(
        "the form's right-hand side",
        best(|| drop(full.call("request_preview", json!({ "draft": draft })))),
        Duration::from_millis(16),
    );
    within(
        "logging a request",
        best(|| drop(full.call("request_log", json!({ "draft": draft })))),
        Duration::from_millis(50),
    );
    within(
        "a request's page",
        best(|| drop(full.call("request_show", json!({ "id": REQUESTS })))),
        Duration::from_millis(16),
    );

    full.call("letter_draft", json!({ "request": REQUESTS, "kind": "acknowledgement", "law": "eu-gdpr", "reason": "", "asked": "" }));
    let mut size = 0;
    within(
        "a letter",
        best(|| {
            size = office::bytes(&full.call("letter_preview", json!({ "id": REQUESTS }))["base64"])
                .len()
        }),
        Duration::from_millis(5),
    );
    eprintln!("a letter: {size} bytes");
    assert!(size < 60 * 1024, "{size} bytes");
    let at = Instant::now();
    let year = full.call(
        "report_show",
        json!({ "report": "rights", "first": "2025-01-01", "last": "2025-12-31" }),
    );
    within(
        "the figures of a year with nine thousand requests",
        at.elapsed(),
        Duration::from_secs(2),
    );
    let total = year["tables"][0]["rows"]
        .as_array()
        .unwrap()
        .last()
        .unwrap();
    assert_eq!(total["cells"][2]["value"], 9_000.0);
    assert!(
        tight.is_empty() || cfg!(debug_assertions),
        "over the budget:\n{}",
        tight.join("\n")
    );
}
