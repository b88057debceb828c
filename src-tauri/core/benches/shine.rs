//! How long a hundred thousand disclosures take to become a Shine the Light letter: `cargo bench -p rightsdesk-core --bench shine`.
//!
//! The register is filled from one file, with forty recipients over the year before; a policy is in force.
//! Measured are the answer on the screen, the draft of the letter with its required items checked, and the page as a PDF,
//! each as the window calls it. Before each try nothing is kept from the one before but what the program keeps itself.
//!
//! The tests run it too (`--bench` is then missing) with a few hundred rows, to see that the letter is complete.

use base64::{Engine, engine::general_purpose::STANDARD};
use rightsdesk_core::api::{self, wire};
use rightsdesk_core::desk::App;
use rightsdesk_core::time::Now;
use serde_json::{Value, json};
use std::fmt::Write;
use std::process::ExitCode;
use std::time::Instant;

/// What the house asks for, in seconds, on one core of a plain computer.
const WANTED: f64 = 0.1;
const ROWS: usize = 100_000;
const RECIPIENTS: usize = 40;
const LAW: &str = "us-ca-shine-the-light";
const POLICY: &str = "# Privacy policy\n\nYou may opt out of our sharing your personal information with third parties for their direct marketing at any time, by writing to choice@example.org.\n";
const CATEGORIES: [&str; 4] = [
    "Name and address",
    "Electronic mail address",
    "Telephone number",
    "Education",
];

fn main() -> ExitCode {
    let once = !std::env::args().any(|arg| arg == "--bench");
    let rows = if once { 400 } else { ROWS };
    match run(rows, once) {
        // What a few rows take says nothing.
        Ok(_) if once => ExitCode::SUCCESS,
        Ok(took) => {
            let quick = took <= WANTED;
            let verdict = if quick { "Good:" } else { "TOO SLOW:" };
            println!("\n{verdict} {WANTED} s wanted, {took:.3} s reached");
            if quick {
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

struct Office {
    app: App,
    now: Now,
}

impl Office {
    fn call(&mut self, name: &str, args: Value) -> Result<Value, String> {
        api::call(&mut self.app, name, args, self.now)
            .map_err(|why| format!("{name}: {}", why.message))
    }
}

fn run(rows: usize, once: bool) -> Result<f64, String> {
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    let now = Now::new("2026-04-01T17:00:00Z".parse().map_err(|e| format!("{e}"))?);
    let mut office = Office {
        app: App::new(),
        now,
    };
    let profile = wire::DeskProfile {
        organisation: "Harbour Lane Books".into(),
        address: vec!["418 Juniper Street".into(), "Oakland, CA 94607".into()],
        contact_email: "privacy@harbourlane.example".into(),
        time_zone: "America/Los_Angeles".into(),
        calendar: "ca-cons".into(),
        laws: vec![LAW.into()],
        ..wire::DeskProfile::default()
    };
    let new = wire::NewDesk {
        profile,
        officer_name: "Nele Brandt".into(),
        passphrase: "four lanterns under one bridge".into(),
    };
    office
        .app
        .create(&folder.path().join("bench.rightsdesk"), new, now)
        .map_err(|why| why.message)?;
    fill(&mut office, rows)?;
    let id = request(&mut office)?;

    let draft =
        json!({ "request": id, "kind": "answer-in-full", "law": LAW, "reason": "", "asked": "" });
    println!("{rows} disclosures, {RECIPIENTS} recipients");
    let (mut answer, mut letter, mut page) = (f64::MAX, f64::MAX, f64::MAX);
    for _ in 0..if once { 1 } else { 5 } {
        let (took, shown) = timed(|| office.call("shine_answer", json!({ "id": id })))?;
        answer = answer.min(took);
        if shown["disclosures"] != rows || shown["problems"] != json!([]) {
            return Err(format!(
                "the answer is not whole: {} of {rows}, {}",
                shown["disclosures"], shown["problems"]
            ));
        }
        let (took, drafted) = timed(|| office.call("letter_draft", draft.clone()))?;
        letter = letter.min(took);
        if drafted["ready"] != true {
            return Err(format!("the letter is not complete: {}", drafted["items"]));
        }
        let (took, printed) = timed(|| office.call("letter_preview", json!({ "id": id })))?;
        page = page.min(took);
        if printed["pages"].as_u64().unwrap_or_default() < 1 {
            return Err("the letter has no page".into());
        }
    }
    println!("{:<34}{answer:>8.4} s", "the answer on the screen");
    println!("{:<34}{letter:>8.4} s", "the letter, drafted and checked");
    println!("{:<34}{page:>8.4} s", "its page");
    Ok(answer + letter + page)
}

fn timed(call: impl FnOnce() -> Result<Value, String>) -> Result<(f64, Value), String> {
    let start = Instant::now();
    let value = call()?;
    Ok((start.elapsed().as_secs_f64(), value))
}

/// The directory, the policy, and the register from one file.
fn fill(office: &mut Office, rows: usize) -> Result<(), String> {
    for n in 0..RECIPIENTS {
        office.call("recipient_save", json!({
            "id": null, "name": format!("Almanac House {n}"), "address": [format!("{n} Orchard Way"), "Salem, OR 97301"],
            "email": "", "website": "", "examples": "garden books and seeds", "name_tells": false, "contract": "", "contract_on": "",
            "confidentiality": "", "processor": false, "note": "", "reason": "",
        }))?;
    }
    let view = office.call("policy_add", json!({
        "file": { "name": "policy.md", "base64": STANDARD.encode(POLICY), "text": "" },
        "about": { "title": "Privacy policy", "from": "2020-01-01", "until": "", "source": "", "publisher": "" },
    }))?;
    for one in view["promises"].as_array().into_iter().flatten() {
        office.call("promise_review", json!({ "policy": view["version"]["id"], "key": one["key"], "state": "accepted", "reading": null, "start": null, "end": null }))?;
    }
    let mut csv = String::from("Date;Recipient;Categories;Name\n");
    for n in 0..rows {
        let day = format!("2025-{:02}-{:02}", 1 + n % 12, 1 + n / 12 % 28);
        let category = CATEGORIES[n % CATEGORIES.len()];
        // No two rows are the same, so that none is left out.
        writeln!(
            csv,
            "{day};Almanac House {};{category};Person {n}",
            n % RECIPIENTS
        )
        .map_err(|e| e.to_string())?;
    }
    let usual = json!({
        "act": "disclose", "on": "", "recipient": "", "purpose": "their-marketing", "data": [], "people": 1, "group": "",
        "children": false, "audiences": [], "consent": "none", "consent_note": "", "told_on": "", "legal_basis": "", "note": "", "request": null,
    });
    let done = office.call("handling_import", json!({ "name": "given.csv", "base64": STANDARD.encode(csv), "columns": null, "usual": usual }))?;
    if done["entered"] != rows {
        return Err(format!("only {} of {rows} were entered", done["entered"]));
    }
    Ok(())
}

/// Somebody asks, and gets it.
fn request(office: &mut Office) -> Result<Value, String> {
    let logged = office.call("request_log", json!({ "draft": {
        "received": "2026-04-01T09:00", "channel": "mail", "capacity": "self", "residence": "us-ca", "subject": null,
        "requester": { "name": "Dana Whitmore", "email": "dana@whitmore.example", "phone": "", "address": ["12 Almond Court", "Fresno, CA 93701"] },
        "claims": [{ "right": "disclosure-list", "laws": [LAW] }], "words": "Your California Privacy Rights", "files": [],
        "particulars": { "age": null, "data_kinds": [], "arrived_at": "designated-address", "dated_on": "", "questions": [] },
    } }))?;
    let view = office.call("request_show", json!({ "id": logged["id"] }))?;
    office.call("claim_decide", json!({ "claim": view["claims"][0]["id"], "outcome": "granted", "ground": null, "reasons": "", "kept": "" }))?;
    Ok(logged["id"].clone())
}
