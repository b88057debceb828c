//! Why one date of a request is that date: as a page to print, and as the words a letter's entry in the log keeps.

use super::case::{Case, Claim};
use super::clock::ask;
use super::making::making;
use crate::api::wire::{LetterPdf, Refusal, WhyAsk};
use crate::desk::{App, Desk};
use crate::law::{self, Explained, Law, Step, Working};
use crate::letter::{LetterText, tongue};
use crate::promise::engaged::{OWN_POLICY, Promised, promised};
use crate::store;
use crate::summary::{self, Line, Why};
use crate::time::{Now, long_in, short};
use crate::words::{DeadlineKind, LetterLanguage};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::NaiveDate;
use serde::Serialize;

/// See the command table.
pub fn sheet(app: &mut App, args: WhyAsk, now: Now) -> Result<LetterPdf, Refusal> {
    let (name, bytes, pages) = sheet_bytes(app, &args, now)?;
    Ok(LetterPdf {
        name,
        pages,
        base64: STANDARD.encode(bytes),
    })
}

/// The page as a file: its name, its bytes, how many pages.
pub fn sheet_bytes(
    app: &mut App,
    args: &WhyAsk,
    now: Now,
) -> Result<(String, Vec<u8>, u32), Refusal> {
    let desk = app.desk()?;
    let case = store::request::load(desk.store.read(), args.request)?;
    let claim = case
        .claims
        .iter()
        .find(|claim| {
            let promised = args.law == OWN_POLICY;
            claim.id == args.claim && (promised || claim.laws.contains(&args.law))
        })
        .ok_or_else(|| Refusal::missing("This request has no such claim under that law."))?;
    let why = page(desk, &case, claim, args)?;
    let rendered = summary::why_pdf(&why, &making(desk, now))?;
    let name = format!("{} Why {}.pdf", case.reference, why.due);
    let pages = u32::try_from(rendered.pages.len()).unwrap_or(u32::MAX);
    Ok((name, rendered.pdf, pages))
}

fn page(desk: &Desk, case: &Case, claim: &Claim, args: &WhyAsk) -> Result<Why, Refusal> {
    if args.law == OWN_POLICY
        && args.kind == DeadlineKind::Respond
        && let Some(promise) = promised(
            &desk.policy,
            desk.library,
            &desk.profile.calendar,
            case,
            claim,
        )?
    {
        return promise_page(desk, case, claim, &promise);
    }
    let law = desk.library.law(&args.law)?;
    let calendar = desk
        .library
        .calendar(law.calendar_id(&desk.profile.calendar))?;
    let told = ask(desk.here(), case, claim, &args.law, |q, _| law::explain(q))?;
    let working = told
        .workings
        .iter()
        .find(|working| working.deadline == args.kind)
        .ok_or_else(|| Refusal::missing("The law sets no such date for this request."))?;
    let rule = law.right(claim.right, case.received_on)?;
    let version = law.clock(rule, case.received_on)?;
    Ok(Why {
        organisation: desk.profile.organisation.clone(),
        reference: case.reference.clone(),
        what: by(args.kind).into(),
        due: short(working.date),
        right: format!("{} ({})", rule.name, rule.cite),
        law: named(law),
        calendar: format!("{}: {}", calendar.name(), calendar.cite()),
        rule: format!(
            "For requests received from {}; compared with its source on {}.",
            short(version.since),
            short(version.checked.max(rule.checked))
        ),
        steps: working.steps.iter().map(line).collect(),
        readings: readings(&told, args.kind),
        safe_by: (working.safe_by < working.date).then(|| short(working.safe_by)),
    })
}

/// The same for a day that our own policy promises.
fn promise_page(
    desk: &Desk,
    case: &Case,
    claim: &Claim,
    promise: &Promised,
) -> Result<Why, Refusal> {
    let calendar = desk.library.calendar(&desk.profile.calendar)?;
    Ok(Why {
        organisation: desk.profile.organisation.clone(),
        reference: case.reference.clone(),
        what: by(DeadlineKind::Respond).into(),
        due: short(promise.due),
        right: super::board::right_name(desk, case, claim.right, claim.laws.first()),
        law: promise.cite.clone(),
        calendar: format!("{}: {}", calendar.name(), calendar.cite()),
        rule: format!(
            "The words of the policy in force on receipt: “{}”",
            promise.quote
        ),
        steps: promise.steps.iter().map(line).collect(),
        readings: Vec::new(),
        safe_by: None,
    })
}

fn named(law: &Law) -> String {
    format!("{}, {}", law.name, law.cite)
}

fn line(step: &Step) -> Line {
    Line {
        text: step.text.clone(),
        date: step.date.map(short),
        cite: step.cite.clone(),
    }
}

fn readings(told: &Explained, kind: DeadlineKind) -> Vec<Line> {
    let of_kind = |dates: &[(DeadlineKind, NaiveDate)]| {
        dates.iter().find(|(of, _)| *of == kind).map(|(_, on)| *on)
    };
    told.readings
        .iter()
        .filter_map(|reading| {
            Some(Line {
                date: Some(short(of_kind(&reading.dates)?)),
                text: reading.text.clone(),
                cite: reading.cite.clone(),
            })
        })
        .collect()
}

/// What is due, as it stands before the date.
fn by(kind: DeadlineKind) -> &'static str {
    match kind {
        DeadlineKind::Acknowledge => "Confirm receipt by",
        DeadlineKind::Respond => "Answer by",
        DeadlineKind::ExtensionNotice => "Announce an extension by",
        DeadlineKind::ExtendedRespond => "With the extension, answer by",
        DeadlineKind::Cease => "Stop by",
        DeadlineKind::RefusalNotice => "Tell a refusal by",
        DeadlineKind::ComplianceNotice => "Tell that it was done by",
    }
}

/// A date that a letter tells the person, with its working as it stood that day.
///
/// Public words only: the rules, the dates and the articles. It stays when the person is forgotten.
#[derive(Debug, PartialEq, Serialize)]
pub struct Told {
    claims: Vec<u32>,
    law: String,
    kind: DeadlineKind,
    date: NaiveDate,
    safe_by: NaiveDate,
    working: Vec<Step>,
}

impl Told {
    /// What the log calls it: “Answer by Mon 2 Mar 2026, because”.
    pub fn label(&self) -> String {
        format!("{} {}, because", by(self.kind), short(self.date))
    }

    /// The working, one sentence a line.
    pub fn sentences(&self) -> String {
        let lines: Vec<String> = self
            .working
            .iter()
            .map(|step| format!("{} [{}]", step.text, step.cite))
            .collect();
        lines.join("\n")
    }
}

/// Of two dates on one day the letter means the first of these.
const TOLD_FIRST: [DeadlineKind; 7] = [
    DeadlineKind::ExtendedRespond,
    DeadlineKind::Respond,
    DeadlineKind::Cease,
    DeadlineKind::ComplianceNotice,
    DeadlineKind::Acknowledge,
    DeadlineKind::RefusalNotice,
    DeadlineKind::ExtensionNotice,
];

/// Every date of its law that stands in a letter.
pub fn told(desk: &Desk, case: &Case, law: &str, text: &LetterText) -> Result<Vec<Told>, Refusal> {
    let mut all: Vec<Told> = Vec::new();
    for claim in case
        .claims
        .iter()
        .filter(|c| c.laws.iter().any(|id| id == law))
    {
        let workings = ask(desk.here(), case, claim, law, |q, _| law::explain(q))?.workings;
        let mut days: Vec<NaiveDate> = Vec::new();
        for kind in TOLD_FIRST {
            let Some(working) = workings.iter().find(|w| w.deadline == kind) else {
                continue;
            };
            // The day of receipt stands in every letter and tells no deadline.
            let named = working.date != case.received_on && says(text, working.date)?;
            if !named || days.contains(&working.date) {
                continue;
            }
            days.push(working.date);
            add(&mut all, claim.id, law, working);
        }
    }
    Ok(all)
}

/// Claims with the same working share one entry.
fn add(all: &mut Vec<Told>, claim: u32, law: &str, of: &Working) {
    let same = all
        .iter_mut()
        .find(|told| told.kind == of.deadline && told.working == of.steps);
    match same {
        Some(told) => told.claims.push(claim),
        None => all.push(Told {
            claims: vec![claim],
            law: law.to_owned(),
            kind: of.deadline,
            date: of.date,
            safe_by: of.safe_by,
            working: of.steps.clone(),
        }),
    }
}

/// Whether a day is named, in whichever way a letter of any language writes days.
fn says(text: &LetterText, day: NaiveDate) -> Result<bool, Refusal> {
    let mut spelled = vec![long_in(day, true), short(day), day.to_string()];
    for language in LetterLanguage::ALL {
        spelled.push(tongue(*language)?.date(day, false));
    }
    let bodies = text.blocks.iter().map(|block| block.text.as_str());
    Ok(bodies
        .chain([text.subject.as_str(), text.closing.as_str()])
        .any(|body| spelled.iter().any(|word| names(body, word))))
}

/// “2 March 2026” is not named by “12 March 2026”.
fn names(body: &str, word: &str) -> bool {
    body.match_indices(word).any(|(at, _)| {
        let before = body.get(..at).and_then(|head| head.chars().next_back());
        let after = body
            .get(at + word.len()..)
            .and_then(|tail| tail.chars().next());
        [before, after]
            .into_iter()
            .flatten()
            .all(|c| !c.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_named_only_by_itself() {
        assert!(names("an answer by 2 March 2026.", "2 March 2026"));
        assert!(!names("an answer by 12 March 2026.", "2 March 2026"));
        assert!(!names("by 2 March 20261", "2 March 2026"));
        assert!(names("by 12 March 2026 or 2 March 2026", "2 March 2026"));
    }
}
