//! How many deadlines the law derives in a second, on one core: `cargo bench -p rightsdesk-core --bench deadlines`.
//!
//! One deadline here is one answer of [`derive`]: all dates of one claim under one law, each with the
//! strictest date over all readings, without sentences. The questions are every right of every law,
//! by the calendar of its place, over a thousand days of receipt; a second table gives one claim in
//! four a history (a question and its answer, or an extension). Each is asked afresh: nothing is kept
//! from one to the next.
//!
//! The tests run it too (`--bench` is then missing): a few days of each, to see that every question is answered.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use chrono::{Days, NaiveDate};
use rightsdesk_core::law::{DatedFact, Law, Library, Question, derive, explain};
use rightsdesk_core::words::{Capacity, ClockFact, Right};

/// What the house asks for, on one core of a plain computer.
const WANTED: f64 = 500_000.0;
const DAYS: u64 = 1000;

struct Claim<'a> {
    law: &'a Law,
    right: Right,
    calendar: &'a str,
    first: NaiveDate,
}

fn main() -> ExitCode {
    let once = !std::env::args().any(|arg| arg == "--bench");
    let days = if once { 2 } else { DAYS };
    let library = match Library::bundled() {
        Ok(library) => library,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let claims = claims(library);
    println!(
        "{} rights of {} laws, {days} days of receipt each",
        claims.len(),
        library.laws().count()
    );
    println!("{:<28}{:>14}{:>12}", "", "a second", "ns each");
    let plain = time("dates, all laws", library, &claims, days, &|_| 0, false);
    let mixed = time(
        "dates, one in four moved",
        library,
        &claims,
        days,
        &histories,
        false,
    );
    time(
        "dates with their working",
        library,
        &claims,
        (days / 100).max(2),
        &|_| 0,
        true,
    );
    let (Some(plain), Some(mixed)) = (plain, mixed) else {
        eprintln!("Some question had no answer.");
        return ExitCode::FAILURE;
    };
    if once {
        return ExitCode::SUCCESS;
    }
    println!();
    for law in library.laws() {
        let own: Vec<Claim> = self::claims(library)
            .into_iter()
            .filter(|claim| std::ptr::eq(claim.law, law))
            .collect();
        time(&law.id, library, &own, days, &|_| 0, false);
    }
    let slowest = plain.min(mixed);
    let quick = slowest >= WANTED;
    let verdict = if quick { "Good:" } else { "TOO SLOW:" };
    println!("\n{verdict} {WANTED:.0} a second wanted, {slowest:.0} reached");
    if quick {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Every right of every law, from the first day on which all its versions are in force.
fn claims(library: &Library) -> Vec<Claim<'_>> {
    let mut claims = Vec::new();
    for law in library.laws() {
        let mut seen: Vec<Right> = Vec::new();
        for rule in &law.rights {
            if seen.contains(&rule.right) {
                continue;
            }
            seen.push(rule.right);
            let home = match law.id.get(..2) {
                Some("uk") => "gb-eng",
                Some("us") => "us-fed",
                _ => "de-be",
            };
            claims.push(Claim {
                law,
                right: rule.right,
                calendar: law.calendar_id(home),
                first: day(2027, 6, 1).max(rule.since),
            });
        }
    }
    claims
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// Which history a claim has: of four, one is asked for proof, for clarity, or extended.
fn histories(at: usize) -> usize {
    match at % 12 {
        3 => 1,
        7 => 2,
        11 => 3,
        _ => 0,
    }
}

/// Asks everything and says how long it took; gives the rate, or nothing if a question had no answer.
fn time(
    name: &str,
    library: &Library,
    claims: &[Claim],
    days: u64,
    history: &dyn Fn(usize) -> usize,
    working: bool,
) -> Option<f64> {
    let mut asked = 0u32;
    let began = Instant::now();
    for after in 0..days {
        for (at, claim) in claims.iter().enumerate() {
            let received_on = claim.first + Days::new(after);
            let on = |later| received_on + Days::new(later);
            let fact = |fact, later| DatedFact {
                fact,
                on: on(later),
            };
            let facts: [DatedFact; 2] = match history(at + asked as usize) {
                1 => [
                    fact(ClockFact::IdentityRequested, 3),
                    fact(ClockFact::IdentityReceived, 9),
                ],
                2 => [
                    fact(ClockFact::ClarificationRequested, 5),
                    fact(ClockFact::ClarificationReceived, 16),
                ],
                _ => [
                    fact(ClockFact::Acknowledged, 2),
                    fact(ClockFact::Extended, 20),
                ],
            };
            let facts = if history(at + asked as usize) == 0 {
                &[]
            } else {
                facts.as_slice()
            };
            let Ok(calendar) = library.calendar(claim.calendar) else {
                continue;
            };
            let question = Question {
                law: claim.law,
                library,
                calendar,
                right: claim.right,
                capacity: Capacity::Own,
                received_on,
                facts,
                arrived_at: None,
            };
            let question = black_box(&question);
            if working {
                asked += u32::from(black_box(explain(question)).is_ok());
            } else {
                asked += u32::from(black_box(derive(question)).is_ok());
            }
        }
    }
    let took = began.elapsed().as_secs_f64();
    let rate = f64::from(asked) / took;
    println!("{name:<28}{rate:>14.0}{:>12.0}", 1e9 / rate);
    let all = u64::try_from(claims.len()).ok()? * days;
    (u64::from(asked) == all).then_some(rate)
}
