//! Explicit consents to the use of sensitive data.
//!
//! What stands on file is what the person was shown and said; whether it holds on a day is derived from it.

mod covers;
mod due;
mod erase;
mod rules;

pub use covers::{Known, against, asks};
pub use due::due;
pub use erase::erase;

use crate::api::wire::{
    ConsentIn, ConsentList, ConsentRow, ConsentStanding, Nothing, PermissionEnd, Person, Problem,
    Refusal, RegisterCheck, RegisterLine, RegisterLink, RegisterStrike, RequestLink,
};
use crate::desk::{App, Desk};
use crate::request::case::Case;
use crate::request::same::keys;
use crate::store::register::{File, Line, NewLine, Someone};
use crate::store::{self, Event};
use crate::time::{self, Now, short};
use crate::words::Register;
use chrono::NaiveDate;
use serde_json::{Value, json};

const GIVEN: &str = "given";
const WITHDRAWN: &str = "withdrawn";
const ERASED: &str = "erased";
/// Longest text of an entry.
const LONGEST: usize = 2000;

/// One consent with its lines and its person.
pub(super) struct Consent {
    pub file: File<ConsentIn>,
    pub person: Option<Someone>,
    pub lines: Vec<Line>,
}

impl Consent {
    fn given_on(&self) -> Option<NaiveDate> {
        time::day(&self.file.body.given_on)
    }

    /// The last day it was given for.
    fn until(&self) -> Option<NaiveDate> {
        time::day(&self.file.body.until)
    }

    fn withdrawn_on(&self) -> Option<NaiveDate> {
        let line = self.lines.iter().find(|line| line.kind == WITHDRAWN)?;
        time::day(&line.day)
    }

    fn standing(&self, today: NaiveDate) -> (ConsentStanding, Option<NaiveDate>) {
        match (self.withdrawn_on(), self.until()) {
            (Some(on), _) => (ConsentStanding::Withdrawn, Some(on)),
            (None, Some(until)) if until < today => (ConsentStanding::Ended, Some(until)),
            _ => (ConsentStanding::Given, None),
        }
    }

    /// The name, or what can be said of somebody who was forgotten.
    fn name(&self) -> String {
        let person = self.person.as_ref().map(|one| &one.person);
        match person.map(|one| (one.name.trim(), one.email.trim())) {
            Some((name, _)) if !name.is_empty() => name.to_owned(),
            Some((_, email)) if !email.is_empty() => email.to_owned(),
            _ => "a person since forgotten".into(),
        }
    }
}

pub(super) fn load(desk: &Desk, id: u32) -> Result<Option<Consent>, Refusal> {
    let conn = desk.store.read();
    let Some(file) = store::register::find::<ConsentIn>(conn, Register::Consents, id)? else {
        return Ok(None);
    };
    Ok(Some(Consent {
        lines: store::register::lines(conn, id)?,
        person: store::register::people(conn, id)?.into_iter().next(),
        file,
    }))
}

fn all(desk: &Desk) -> Result<Vec<Consent>, Refusal> {
    let conn = desk.store.read();
    let mut people = store::register::people_of(conn, Register::Consents)?;
    let mut lines = store::register::lines_of(conn, Register::Consents)?;
    let files = store::register::files::<ConsentIn>(conn, Register::Consents)?;
    // Both lists come by file, oldest first; the files newest first: the ends are taken off.
    Ok(files
        .into_iter()
        .map(|file| {
            let at = lines.partition_point(|line| line.file < file.id);
            let own = lines.split_off(at);
            let at = people.partition_point(|one| one.file < file.id);
            let person = people.split_off(at).into_iter().next();
            Consent {
                file,
                person,
                lines: own,
            }
        })
        .collect())
}

/// See the command table.
pub fn list(app: &mut App, _: Nothing, now: Now) -> Result<ConsentList, Refusal> {
    whole(app.desk()?, now)
}

/// The whole register.
pub fn whole(desk: &Desk, now: Now) -> Result<ConsentList, Refusal> {
    let today = now.today(desk.zone);
    let used = store::consents::uses(desk.store.read())?;
    Ok(ConsentList {
        consents: all(desk)?
            .into_iter()
            .map(|one| row(one, &used, today))
            .collect(),
        today: today.to_string(),
    })
}

fn row(one: Consent, used: &std::collections::HashMap<u32, u32>, today: NaiveDate) -> ConsentRow {
    let (standing, ended_on) = one.standing(today);
    let timeline = one.lines.iter().map(told).collect();
    let (person, erased_on) = one
        .person
        .map(|one| (one.person, one.erased_on))
        .unwrap_or_default();
    ConsentRow {
        id: one.file.id,
        standing,
        ended_on: ended_on.map(|day| day.to_string()),
        used: used.get(&one.file.id).copied().unwrap_or_default(),
        timeline,
        request: one.file.request.map(|id| RequestLink {
            id,
            reference: one.file.reference.clone(),
        }),
        struck: one.file.struck,
        erased_on,
        about: ConsentIn {
            person,
            request: one.file.request,
            ..one.file.body
        },
    }
}

fn told(line: &Line) -> RegisterLine {
    let body: Value = serde_json::from_str(&line.body).unwrap_or_default();
    let how = body["how"].as_str().unwrap_or_default();
    RegisterLine {
        id: line.id,
        on: line.day.clone(),
        kind: line.kind.clone(),
        title: match line.kind.as_str() {
            GIVEN => "Consent given",
            ERASED => "Person erased",
            _ => "Consent withdrawn",
        }
        .into(),
        details: [how]
            .into_iter()
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
            .collect(),
        cite: String::new(),
        by: line.by.clone(),
        at: line.at.clone(),
        request: line.request.map(|id| RequestLink {
            id,
            reference: line.reference.clone(),
        }),
        letter: None,
        corrected_by: None,
        said: None,
    }
}

/// See the command table.
pub fn check(app: &mut App, args: ConsentIn, now: Now) -> Result<RegisterCheck, Refusal> {
    let desk = app.desk()?;
    let today = now.today(desk.zone);
    Ok(RegisterCheck {
        problems: problems(desk, &args, today)?,
        lacks: Vec::new(),
        says: rules::rules()?.says(&desk.profile.laws, today),
    })
}

fn problems(desk: &Desk, args: &ConsentIn, today: NaiveDate) -> Result<Vec<Problem>, Refusal> {
    let mut all = Vec::new();
    let mut problem = |field: &str, message: &str| {
        all.push(Problem {
            field: field.into(),
            message: message.into(),
        });
    };
    if args.person.name.trim().is_empty() && args.person.email.trim().is_empty() {
        problem(
            "person.name",
            "Write whose consent it is: a name or an e-mail address.",
        );
    }
    if args.data.is_empty() {
        problem("data", "Choose the kinds of data it is for.");
    }
    if args.purpose.trim().is_empty() {
        problem(
            "purpose",
            "Write what the person was told it is for; a consent to everything is none.",
        );
    }
    if args.how.trim().is_empty() {
        problem(
            "how",
            "Write how it was given: ticked and confirmed, signed, said and recorded.",
        );
    }
    if args.evidence.trim().is_empty() {
        problem(
            "evidence",
            "Write where the proof is kept; the organisation must be able to show it.",
        );
    }
    let given = time::day(args.given_on.trim());
    match given {
        None => problem("given_on", "Write the day it was given, as 2026-03-31."),
        Some(day) if day > today => problem("given_on", "That day has not come yet."),
        Some(_) => {}
    }
    if !args.until.trim().is_empty() {
        match (time::day(args.until.trim()), given) {
            (None, _) => problem(
                "until",
                "That is no day that exists. Write it as 2026-03-31.",
            ),
            (Some(until), Some(given)) if until < given => {
                problem("until", "It would end before it was given.");
            }
            _ => {}
        }
    }
    let long = [&args.purpose, &args.how, &args.evidence, &args.note]
        .iter()
        .any(|text| text.chars().count() > LONGEST);
    if long {
        problem(
            "note",
            "One of these texts is longer than the register can show; 2000 characters are the most.",
        );
    }
    let conn = desk.store.read();
    if let Some(id) = args.recipient {
        let known = store::register::find::<Value>(conn, Register::Recipients, id)?;
        if known.is_none_or(|file| !file.struck.is_empty()) {
            problem("recipient", "There is no such recipient in the directory.");
        } else if !args.disclose {
            problem(
                "recipient",
                "A recipient is named only in a consent to disclosure.",
            );
        }
    }
    if let Some(request) = args.request {
        store::request::load(conn, request)?;
    }
    Ok(all)
}

/// See the command table.
pub fn add(app: &mut App, args: ConsentIn, now: Now) -> Result<ConsentList, Refusal> {
    let desk = app.desk()?;
    let today = now.today(desk.zone);
    if let Some(first) = problems(desk, &args, today)?.into_iter().next() {
        return Err(Refusal::field(&first.field, first.message));
    }
    let person = trimmed(&args.person);
    let body = ConsentIn {
        person: Person::default(),
        purpose: args.purpose.trim().to_owned(),
        given_on: args.given_on.trim().to_owned(),
        how: args.how.trim().to_owned(),
        evidence: args.evidence.trim().to_owned(),
        until: args.until.trim().to_owned(),
        note: args.note.trim().to_owned(),
        request: None,
        ..args.clone()
    };
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        let id = store::register::open(tx, Register::Consents, &body, args.request, seq)?;
        let line = NewLine {
            file: id,
            day: &body.given_on,
            kind: GIVEN,
            corrects: None,
            request: args.request,
        };
        store::register::write(tx, &line, &json!({ "how": body.how }), seq)?;
        store::register::add_person(tx, id, "person", &person, &keys(&person), seq)?;
        let event = event(args.request, "consent-entered", "An explicit consent was entered.")
            .facts(json!({
                "consent": id, "data": body.data, "disclose": body.disclose, "recipient": body.recipient,
                "given_on": body.given_on, "until": body.until,
            }))
            .detail("Person", person.name.clone())
            .detail("For", body.purpose.clone())
            .detail("Where the proof is", body.evidence.clone());
        Ok(((), event))
    })?;
    whole(desk, now)
}

fn trimmed(person: &Person) -> Person {
    Person {
        name: person.name.trim().to_owned(),
        email: person.email.trim().to_owned(),
        phone: person.phone.trim().to_owned(),
        address: person
            .address
            .iter()
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect(),
    }
}

fn event(request: Option<u32>, kind: &'static str, what: &str) -> Event {
    match request {
        Some(request) => Event::of(request, kind, what),
        None => Event::desk(kind, what),
    }
}

fn standing(desk: &Desk, id: u32) -> Result<Consent, Refusal> {
    let one =
        load(desk, id)?.ok_or_else(|| Refusal::missing("There is no such consent on file."))?;
    if !one.file.struck.is_empty() {
        return Err(Refusal::not_now("This consent is struck out."));
    }
    Ok(one)
}

/// See the command table.
pub fn withdraw(app: &mut App, args: PermissionEnd, now: Now) -> Result<ConsentList, Refusal> {
    let desk = app.desk()?;
    let one = standing(desk, args.id)?;
    if let Some(on) = one.withdrawn_on() {
        return Err(Refusal::not_now(format!(
            "It was withdrawn already, on {}.",
            short(on)
        )));
    }
    let today = now.today(desk.zone);
    let on = match args.on.trim() {
        "" => today,
        text => time::day(text).ok_or_else(|| {
            Refusal::field("on", "That is no day that exists. Write it as 2026-03-31.")
        })?,
    };
    if on > today {
        return Err(Refusal::field(
            "on",
            "That day has not come yet. Enter a withdrawal when it has come.",
        ));
    }
    if one.given_on().is_some_and(|given| on < given) {
        return Err(Refusal::field(
            "on",
            "That is before the consent was given.",
        ));
    }
    let how = args.how.trim().to_owned();
    if how.is_empty() || how.chars().count() > LONGEST {
        return Err(Refusal::field(
            "how",
            "Write how they took it back; a word on the telephone is enough, 2000 characters are the most.",
        ));
    }
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        let line = NewLine {
            file: args.id,
            day: &on.to_string(),
            kind: WITHDRAWN,
            corrects: None,
            request: None,
        };
        store::register::write(tx, &line, &json!({ "how": how }), seq)?;
        let event = event(
            one.file.request,
            "consent-withdrawn",
            "An explicit consent was withdrawn; what was done before stays lawful.",
        )
        .facts(json!({ "consent": args.id, "on": on.to_string() }))
        .detail("On", short(on))
        .detail("How", how.clone());
        Ok(((), event))
    })?;
    whole(desk, now)
}

/// See the command table.
pub fn strike(app: &mut App, args: RegisterStrike, now: Now) -> Result<ConsentList, Refusal> {
    let desk = app.desk()?;
    let one = standing(desk, args.id)?;
    let reason = args.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::field(
            "reason",
            "Write why it is struck out; the entry stays to be read.",
        ));
    }
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, _| {
        store::register::strike(tx, args.id, &reason)?;
        let event = event(
            one.file.request,
            "consent-struck",
            "An explicit consent was struck out.",
        )
        .facts(json!({ "consent": args.id }))
        .detail("Why", reason.clone());
        Ok(((), event))
    })?;
    whole(desk, now)
}

/// Files that belong to a request.
pub fn linked(desk: &Desk, case: &Case) -> Result<Vec<RegisterLink>, Refusal> {
    let ids = store::register::of_request(desk.store.read(), Register::Consents, case.id)?;
    let mut all = Vec::new();
    for id in ids {
        let Some(one) = load(desk, id)? else { continue };
        let standing = match (one.file.struck.is_empty(), one.withdrawn_on(), one.until()) {
            (false, _, _) => "struck out".to_owned(),
            (_, Some(on), _) => format!("withdrawn on {}", short(on)),
            (_, None, Some(until)) => format!("until {}", short(until)),
            _ => "given".to_owned(),
        };
        all.push(RegisterLink {
            register: Register::Consents,
            id,
            title: format!("Explicit consent: {}", one.file.body.purpose),
            standing,
        });
    }
    Ok(all)
}
