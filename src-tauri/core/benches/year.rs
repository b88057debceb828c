//! How long a million requests take to become the reports of a year end: `cargo bench -p rightsdesk-core --bench year`.
//!
//! The rows are written past the program, as it would have written them: three years of requests under two laws, one in ten with two rights,
//! one in fifty open. The memo of the year end is then counted once, which is said and not judged.
//! Measured are the report of rights and the request metrics as the window calls them, each held against the same sums over the same lines as plain SQL.
//!
//! Then ten thousand of twenty thousand requests are purged in one go, each with a letter, three entries of the log and its words in the search:
//! how long that takes is said, and not judged.
//!
//! The tests run it too (`--bench` is then missing) with a thousand, to see that all are counted.

use rightsdesk_core::api::{self, wire};
use rightsdesk_core::desk::App;
use rightsdesk_core::time::Now;
use rightsdesk_core::vault::{self, DeskKey, KeyFile};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

/// What the house asks for, in seconds, and how much dearer than the bare sums it may be.
const WANTED: f64 = 2.0;
const TIMES: f64 = 1.5;
const ROWS: u32 = 1_000_000;
const PASSPHRASE: &str = "four lanterns under one bridge";
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// The tables of the report of rights, as somebody would ask the lines for them.
const RIGHTS: &[&str] = &[
    // By law and right, and the days of each for median and mean.
    "SELECT law, \"right\", count(*), sum(settled IS NULL), sum(extended), sum(coalesce(settled, 739768) > last_day), avg(settled - received),
            count(CASE WHEN settled IS NOT NULL THEN outcome END) FROM tally GROUP BY law, \"right\"",
    "SELECT law, \"right\", outcome, count(*) FROM tally WHERE settled IS NOT NULL GROUP BY law, \"right\", outcome",
    "SELECT law, \"right\", settled - received, count(*) FROM tally WHERE settled IS NOT NULL GROUP BY 1, 2, 3",
    "SELECT law, ground, outcome, count(*) FROM tally WHERE settled IS NOT NULL AND outcome IN (SELECT id FROM tally_word WHERE word IN ('refused', 'granted-in-part')) GROUP BY 1, 2, 3",
    "SELECT law, \"right\", count(*) FROM tally WHERE \"right\" IN (SELECT id FROM tally_word WHERE word IN ('appeal', 'complaint')) GROUP BY 1, 2",
    // The day 1 is the Julian day 1721425.5.
    "SELECT strftime('%Y-%m', received + 1721424.5), \"right\", count(DISTINCT request) FROM tally GROUP BY 1, 2",
    "SELECT law, (settled - received) / 15, count(*) FROM tally WHERE settled IS NOT NULL GROUP BY 1, 2",
    "SELECT (739768 - received) / 15, 739768 > last_day, count(*) FROM tally WHERE settled IS NULL GROUP BY 1, 2",
];

/// The same for the metrics: a kind after the other, and the days of each.
const METRICS: &[&str] = &[
    "SELECT \"right\", outcome, settled IS NULL, count(*) FROM tally WHERE law = (SELECT id FROM tally_word WHERE word = 'us-ca-ccpa') GROUP BY 1, 2, 3",
    "SELECT \"right\", settled - received, count(*) FROM tally WHERE law = (SELECT id FROM tally_word WHERE word = 'us-ca-ccpa') AND settled IS NOT NULL GROUP BY 1, 2",
    "SELECT \"right\", ground, count(*) FROM tally WHERE law = (SELECT id FROM tally_word WHERE word = 'us-ca-ccpa') AND ground IS NOT NULL GROUP BY 1, 2",
];

fn main() -> ExitCode {
    let once = !std::env::args().any(|arg| arg == "--bench");
    match run(if once { 1000 } else { ROWS }, once) {
        // What a thousand take says nothing.
        Ok(_) if once => ExitCode::SUCCESS,
        Ok(all) => {
            let quick = |(took, bare): &(f64, f64)| *took <= WANTED && *took <= bare * TIMES;
            let verdict = if all.iter().all(quick) {
                "Good:"
            } else {
                "TOO SLOW:"
            };
            let slowest = all.iter().map(|(took, _)| *took).fold(0.0, f64::max);
            let dearest = all.iter().map(|(t, bare)| t / bare).fold(0.0, f64::max);
            println!(
                "\n{verdict} {WANTED} s and {TIMES} times the bare sums wanted, {slowest:.3} s and {dearest:.2} times reached"
            );
            if all.iter().all(quick) {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// A desk whose rows are written past it, unlocked again.
fn filled(
    place: &Path,
    now: Now,
    fill: impl FnOnce(&mut Connection) -> Outcome<()>,
) -> Outcome<(App, DeskKey)> {
    let mut app = App::new();
    let profile = wire::DeskProfile {
        organisation: "Harbour Lane Books".into(),
        address: vec!["4 Harbour Lane".into()],
        time_zone: "Europe/Berlin".into(),
        calendar: "de-be".into(),
        laws: vec!["eu-gdpr".into(), "us-ca-ccpa".into()],
        ..wire::DeskProfile::default()
    };
    let new = wire::NewDesk {
        profile,
        officer_name: "Nele Brandt".into(),
        passphrase: PASSPHRASE.into(),
    };
    app.create(place, new, now).map_err(|why| why.message)?;
    app.leave();
    let key = KeyFile::read(place)
        .and_then(|keys| keys.unwrap_with(PASSPHRASE))
        .map_err(|why| why.message)?
        .0;
    fill(&mut open(place, &key)?)?;
    app.choose(place).map_err(|why| why.message)?;
    let unlock = json!({ "passphrase": PASSPHRASE });
    api::call(&mut app, "unlock", unlock, now).map_err(|why| why.message)?;
    Ok((app, key))
}

/// Seconds for each report, and for its bare sums.
fn run(rows: u32, once: bool) -> Outcome<Vec<(f64, f64)>> {
    let folder = tempfile::tempdir()?;
    let place = folder.path().join("bench.rightsdesk");
    let now = Now::new("2026-06-01T09:00:00Z".parse()?);
    let (mut app, key) = filled(&place, now, |conn| fill(conn, rows))?;
    let mut took = Vec::new();
    for report in ["rights", "metrics"] {
        let of = json!({ "report": report, "first": "2023-01-01", "last": "2025-12-31" });
        let mut show = || -> Outcome<(f64, Value)> {
            let began = Instant::now();
            let shown = api::call(&mut app, "report_show", of.clone(), now);
            Ok((
                began.elapsed().as_secs_f64(),
                shown.map_err(|why| why.message)?,
            ))
        };
        let (first, shown) = show()?;
        if took.is_empty() {
            println!("{rows} requests, counted for the first time in {first:.1} s");
            complete(&shown, rows)?;
        }
        let tries: Outcome<Vec<f64>> = (0..if once { 1 } else { 5 })
            .map(|_| Ok(show()?.0))
            .collect();
        took.push(tries?.into_iter().fold(f64::MAX, f64::min));
    }
    app.leave();
    let conn = open(&place, &key)?;
    let bare = [bare(&conn, RIGHTS, once)?, bare(&conn, METRICS, once)?];
    println!("{:<34}{:>8.3} s", "the report of rights", took[0]);
    println!("{:<34}{:>8.3} s", "its bare sums", bare[0]);
    println!("{:<34}{:>8.3} s", "the request metrics", took[1]);
    println!("{:<34}{:>8.3} s", "their bare sums", bare[1]);
    // When the last period is over.
    let later = Now::new("2033-06-01T09:00:00Z".parse()?);
    purge(folder.path(), later, if once { 200 } else { 20_000 })?;
    Ok(took.into_iter().zip(bare).collect())
}

/// Half of a desk goes in one go.
fn purge(folder: &Path, now: Now, rows: u32) -> Outcome<()> {
    let place = folder.join("purge.rightsdesk");
    let (mut app, _) = filled(&place, now, |conn| {
        fill(conn, rows)?;
        Ok(conn.execute_batch(BELONGINGS)?)
    })?;
    let mut call = |name: &str, args: Value| -> Outcome<(f64, Value)> {
        let began = Instant::now();
        let done = api::call(&mut app, name, args, now).map_err(|why| why.message)?;
        Ok((began.elapsed().as_secs_f64(), done))
    };
    let (looked, preview) = call("purge_preview", json!({}))?;
    let groups = preview["groups"].as_array().into_iter().flatten();
    let all = groups.flat_map(|group| group["all"].as_array().into_iter().flatten());
    let going: Vec<&Value> = all.take(rows as usize / 2).collect();
    if going.len() != rows as usize / 2 {
        return Err(format!("only {} may go", going.len()).into());
    }
    let args = json!({ "requests": going });
    let (took, _) = call("purge", args)?;
    println!(
        "{:<34}{looked:>8.3} s",
        format!("what of {rows} may be purged")
    );
    println!("{:<34}{took:>8.3} s", format!("purging {}", going.len()));
    Ok(())
}

/// What hangs on a request: its words in the search, three entries of the log with theirs, a letter of eight kilobytes that left.
const BELONGINGS: &str = "
    INSERT INTO request_search (rowid, reference, person, address, words) SELECT id, reference, person_key, requester, words || reference FROM request;
    INSERT INTO request_beginnings (rowid, reference, person) SELECT id, reference, person_key FROM request;
    INSERT INTO event (seq, at, officer, request, kind, facts, digest, prev, hash)
    SELECT 10 + 3 * request.id + n.value, received_at, 1, request.id, 'note', '{}', hex(randomblob(32)), '', hex(randomblob(32)) FROM request, (SELECT 0 AS value UNION SELECT 1 UNION SELECT 2) AS n ORDER BY 1;
    INSERT INTO event_text (seq, salt, text) SELECT seq, hex(randomblob(16)), 'She called and asked again about ' || request FROM event WHERE request IS NOT NULL;
    INSERT INTO letter (request, kind, law, title, text, issued_on, sent_by, pages, size, sha256, event, pdf)
    SELECT id, 'answer-in-full', 'eu-gdpr', 'Answer', '{}', received_on, 'post', 1, 8000, '', 10 + 3 * id, randomblob(8000) FROM request;
    INSERT INTO posting (letter, request, issued, state, open, posted_on, event) SELECT id, request, event, 'posted', 0, issued_on, event FROM letter;
";

/// Every claim under every law stands in the total of the first table.
fn complete(report: &Value, rows: u32) -> Outcome<()> {
    let total = report["tables"][0]["rows"]
        .as_array()
        .and_then(|r| r.last());
    let counted = total.map(|row| row["cells"][2]["value"].clone());
    match counted.as_ref().and_then(Value::as_f64) {
        Some(n) if n == f64::from(rows + rows / 10) => Ok(()),
        other => Err(format!("not all were counted: {other:?}").into()),
    }
}

/// Seconds for these sums, with as much of the file in memory as the program keeps.
fn bare(conn: &Connection, sums: &[&str], once: bool) -> Outcome<f64> {
    let mut best = f64::MAX;
    for _ in 0..if once { 1 } else { 5 } {
        let began = Instant::now();
        for sql in sums {
            let mut statement = conn.prepare(sql)?;
            let mut rows = statement.query([])?;
            while rows.next()?.is_some() {}
        }
        best = best.min(began.elapsed().as_secs_f64());
    }
    Ok(best)
}

/// The desk file with its key, past the program.
fn open(place: &Path, key: &[u8; 32]) -> Outcome<Connection> {
    let conn = Connection::open(place)?;
    let key = vault::hex(key);
    conn.execute_batch(&format!(
        "PRAGMA key = \"x'{key}'\"; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;"
    ))?;
    Ok(conn)
}

/// Requests of three years, in which both laws gave every right; what is answered was answered within seventy days, one in seven refused.
fn fill(conn: &mut Connection, rows: u32) -> Outcome<()> {
    const RIGHTS: [&str; 3] = ["access", "erasure", "rectification"];
    let tx = conn.transaction()?;
    let person = json!({ "name": "Ada Example", "email": "", "phone": "", "address": ["12 Elm Row", "Fresno, CA 93701"] });
    let (person, words) = (person.to_string(), "Please tell me. ".repeat(20));
    let mut request = tx.prepare("INSERT INTO request (id, reference, year, number, received_at, received_on, channel, requester, person_key, email_key, capacity, residence, words, closed_on) VALUES (?1, ?2 || '-' || ?1, ?2, ?1, ?3 || 'T09:00:00Z', ?3, 'mail', ?4, 'ada ' || ?1, '', 'self', ?5, ?6, ?7)")?;
    let mut claim = tx.prepare("INSERT INTO claim (request, \"right\", outcome, decided_on, ground_law, ground) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    let mut law = tx.prepare("INSERT INTO claim_law (claim, law) VALUES (?1, ?2)")?;
    let mut day = tx.prepare(
        "INSERT INTO milestone (request, fact, day, event) VALUES (?1, 'answered', ?2, 1)",
    )?;
    for n in 1..=rows {
        // In the order of their receipt, as they come.
        let days = u64::from(n) * 1095 / u64::from(rows);
        let first = chrono::NaiveDate::from_ymd_opt(2023, 1, 1).ok_or("no day")?;
        let on = first + chrono::Days::new(days);
        let answered = (n % 50 != 0).then(|| (on + chrono::Days::new((n % 70).into())).to_string());
        let (of, home, ground) = match n % 2 {
            0 => ("us-ca-ccpa", "us-ca", "not-verified"),
            _ => ("eu-gdpr", "de", "manifestly-unfounded"),
        };
        let year = chrono::Datelike::year(&on);
        request.execute((n, year, on.to_string(), &person, home, &words, &answered))?;
        let refused = n % 7 == 0;
        let outcome = answered
            .as_ref()
            .map(|_| if refused { "refused" } else { "granted" });
        let ground = refused.then_some((of, ground)).unzip();
        for right in 0..if n % 10 == 0 { 2 } else { 1 } {
            let right = RIGHTS[(n as usize + right) % RIGHTS.len()];
            claim.execute((n, right, outcome, &answered, ground.0, ground.1))?;
            law.execute((tx.last_insert_rowid(), of))?;
        }
        if let Some(answered) = &answered {
            day.execute((n, answered))?;
        }
    }
    drop((request, claim, law, day));
    tx.commit()?;
    Ok(())
}
