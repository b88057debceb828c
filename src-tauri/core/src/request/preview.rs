//! A request half typed, read as if it were logged: what is missing, which laws apply, which dates follow.

use super::case::{Case, Claim};
use super::{clock, deadlines, particulars, same, which_laws};
use crate::api::wire::{
    DraftIn, Note, Person, Preview, PreviewClaim, Problem, Refusal, RequestDraft,
};
use crate::desk::{App, Desk};
use crate::law::{self, Offer};
use crate::promise::at_work;
use crate::register::recognise;
use crate::store;
use crate::time::{self, Now};
use crate::words::{Capacity, Channel, ClockFact};
use chrono::{DateTime, Utc};

/// Longest name that fits a letter's address and a line of the log.
const LONGEST_NAME: usize = 200;

/// Longest letter pasted as words; longer ones are kept as a file.
const LONGEST_WORDS: usize = 200_000;

/// See the command table.
pub fn preview(app: &mut App, args: DraftIn, now: Now) -> Result<Preview, Refusal> {
    let desk = app.desk()?;
    let (case, problems) = read(desk, &args.draft, now)?;
    let today = now.today(desk.zone);
    let clocks = clock::clocks(desk.here(), &case)?;
    let mut all = deadlines::explained(desk.here(), &case, &clocks, today)?;
    let claims = case
        .claims
        .iter()
        .map(|claim| {
            let mine = |d: &crate::api::wire::Deadline| d.claim == Some(claim.id);
            let deadlines = all
                .extract_if(.., |d| mine(d))
                .map(|d| crate::api::wire::Deadline { claim: None, ..d })
                .collect();
            PreviewClaim {
                right: claim.right,
                laws: which_laws::choices(desk, &case, claim),
                deadlines,
            }
        })
        .collect();
    let rights: Vec<_> = case.claims.iter().map(|c| c.right).collect();
    let (duplicates, earlier) = same::earlier(desk, &case.requester, &rights, 0)?;
    Ok(Preview {
        received_on: Some(case.received_on.to_string()),
        claims,
        problems,
        duplicates,
        earlier,
        notes: notes(desk, &case)?,
        asks: particulars::asks(desk, &case),
        policy: at_work::of(desk, &case, today)?,
        suggests: recognise::suggests(desk, &case)?,
    })
}

/// A draft as a case, and what keeps it from being logged. Never fails on what was typed.
pub fn read(desk: &Desk, draft: &RequestDraft, now: Now) -> Result<(Case, Vec<Problem>), Refusal> {
    let mut problems = Vec::new();
    let mut problem = |field: &str, message: String| {
        problems.push(Problem {
            field: field.into(),
            message,
        })
    };
    let received = received(desk, &draft.received, now).unwrap_or_else(|why| {
        problem("received", why);
        now.instant()
    });
    if draft.channel.is_none() {
        problem("channel", "Say how the request came in.".into());
    }
    if draft.requester.name.trim().is_empty() && draft.requester.email.trim().is_empty() {
        problem(
            "requester.name",
            "Write a name or an e-mail address; the answer must reach somebody.".into(),
        );
    }
    for (field, person) in [
        ("requester", Some(&draft.requester)),
        ("subject", draft.subject.as_ref()),
    ] {
        if let Some(why) = person.and_then(too_long) {
            problem(&format!("{field}.name"), why);
        }
    }
    let capacity = draft.capacity.unwrap_or(Capacity::Own);
    if capacity != Capacity::Own
        && draft
            .subject
            .as_ref()
            .is_none_or(|s| s.name.trim().is_empty())
    {
        problem(
            "subject.name",
            "Write whose data it is about: somebody else is asking for them.".into(),
        );
    }
    if draft.claims.is_empty() {
        problem("claims", "Choose at least one thing they ask for.".into());
    }
    if draft.words.chars().count() > LONGEST_WORDS {
        problem(
            "words",
            "That is too long to keep as words. Save it as a text file and add it to the request."
                .into(),
        );
    }
    let mut case = Case {
        id: 0,
        reference: String::new(),
        received_at: time::stamp(received),
        received_on: time::civil_day(received, desk.zone),
        channel: draft.channel.unwrap_or(Channel::Mail),
        requester: trimmed(&draft.requester),
        subject: draft
            .subject
            .as_ref()
            .filter(|_| capacity != Capacity::Own)
            .map(trimmed),
        capacity,
        residence: draft.residence.trim().to_lowercase(),
        age: None,
        data_kinds: Vec::new(),
        arrived_at: None,
        dated_on: None,
        questions: Vec::new(),
        words: draft.words.clone(),
        closed_on: None,
        purged_on: None,
        claims: Vec::new(),
        in_the_post: Vec::new(),
        milestones: Vec::new(),
    };
    for (field, why) in particulars::take(&mut case, &draft.particulars) {
        problem(field, why);
    }
    for (number, asked) in draft.claims.iter().enumerate() {
        if case.claims.iter().any(|c| c.right == asked.right) {
            continue;
        }
        let mut claim = Claim {
            id: u32::try_from(number).unwrap_or(u32::MAX),
            right: asked.right,
            laws: Vec::new(),
            outcome: None,
            decided_on: None,
            decided_event: None,
            ground: None,
            reasons: String::new(),
            kept: String::new(),
        };
        claim.laws = if asked.laws.is_empty() {
            which_laws::proposed(desk, &case, &claim)
        } else {
            asked.laws.clone()
        };
        let gives = |id: &String| {
            desk.library
                .law(id)
                .and_then(|law| law.right(asked.right, case.received_on).map(|_| ()))
        };
        for refused in claim.laws.iter().filter_map(|id| gives(id).err()) {
            problem("claims", refused.to_string());
        }
        claim.laws.retain(|id| gives(id).is_ok());
        claim.laws.sort();
        claim.laws.dedup();
        if claim.laws.is_empty() {
            problem(
                "claims",
                format!(
                    "None of the desk's laws gives the right “{}” to this person. Choose where they live, another right, or add the law in Settings.",
                    asked.right.id().replace('-', " ")
                ),
            );
        }
        case.claims.push(claim);
    }
    Ok((case, problems))
}

/// The moment of receipt; empty means now.
pub fn received(desk: &Desk, text: &str, now: Now) -> Result<DateTime<Utc>, String> {
    if text.trim().is_empty() {
        return Ok(now.instant());
    }
    let instant = time::local_instant(text.trim(), desk.zone).ok_or_else(|| {
        format!("“{text}” is no date and time that exists. Write it as 2026-03-31 and 14:05.")
    })?;
    if instant > now.instant() + chrono::TimeDelta::minutes(1) {
        return Err(
            "A request cannot have been received in the future. Look at the date and the time."
                .into(),
        );
    }
    Ok(instant)
}

fn too_long(person: &Person) -> Option<String> {
    let most = [&person.name, &person.email, &person.phone]
        .into_iter()
        .chain(&person.address)
        .map(|l| l.chars().count())
        .max()
        .unwrap_or(0);
    (most > LONGEST_NAME || person.address.len() > 8).then(|| {
        format!("A name or an address line can have {LONGEST_NAME} characters and an address eight lines, or it fits no envelope. Shorten it here and keep the long form in their words.")
    })
}

/// Neither breaks a line nor turns the direction of what follows.
pub fn harmless(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Without white space around, and without characters that would break a line or turn the page's direction.
pub fn trimmed(person: &Person) -> Person {
    let clean = |text: &str| {
        text.chars()
            .filter(|c| harmless(*c))
            .collect::<String>()
            .trim()
            .to_owned()
    };
    Person {
        name: clean(&person.name),
        email: clean(&person.email),
        phone: clean(&person.phone),
        address: person
            .address
            .iter()
            .map(|l| clean(l))
            .filter(|l| !l.is_empty())
            .collect(),
    }
}

/// What the laws say beside the dates: no proof for an opt-out, a limit on how often one may ask.
pub fn notes(desk: &Desk, case: &Case) -> Result<Vec<Note>, Refusal> {
    let mut notes = which_laws::age_notes(desk, case);
    for claim in &case.claims {
        for law in claim.laws.iter().filter_map(|id| desk.library.law(id).ok()) {
            if let Offer::NotOffered { reason, cite, .. } =
                law::may_ask_identity(law, claim.right, case.capacity, case.received_on)?
            {
                notes.push(Note {
                    message: reason,
                    cite,
                });
            }
            let prior = answered_before(desk, case, claim)?;
            let repeats = [
                law::frequency_note(law, claim.right, &prior, case.received_on)?,
                law::fee_note(law, claim.right, &prior, case.received_on)?,
            ];
            for note in repeats.into_iter().flatten() {
                notes.push(Note {
                    message: note.text,
                    cite: note.cite,
                });
            }
        }
    }
    notes.dedup();
    Ok(notes)
}

/// Days on which the same person's earlier requests for the same right came in, if they were answered.
pub fn answered_before(
    desk: &Desk,
    case: &Case,
    claim: &Claim,
) -> Result<Vec<chrono::NaiveDate>, Refusal> {
    let mut days = Vec::new();
    for id in store::request::by_person(desk.store.read(), &same::keys(&case.requester), case.id)? {
        let other = store::request::load(desk.store.read(), id)?;
        if other.received_on <= case.received_on
            && other.last(ClockFact::Answered).is_some()
            && other.claims.iter().any(|c| c.right == claim.right)
        {
            days.push(other.received_on);
        }
    }
    Ok(days)
}
