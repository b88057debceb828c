//! Opening a child's file, with its request for consent where one is wanted, and correcting what was written.

use super::data::{Regime, rules};
use super::file::{Body, CHILD, CORRECTED, Child, OPENED, PARENT, Said, born, of_age, regimes};
use super::shown;
use super::state::State;
use crate::api::wire::{
    ChildChange, ChildIn, ChildView, ClaimDraft, Particulars, Person, Refusal, RequestDraft,
};
use crate::desk::{App, Desk};
use crate::promise::engaged::OWN_POLICY;
use crate::request::board::Board;
use crate::request::log::Entry;
use crate::request::{preview, same};
use crate::store::{self, Event, Transaction, register as rows};
use crate::time::{self, Now, short};
use crate::words::{Capacity, Channel, DataKind, Register, Right};
use chrono::NaiveDate;
use serde_json::json;

/// Longest text of a file; the sentence below says the same.
const LONGEST: usize = 2000;

/// See the command table.
pub fn open(app: &mut App, args: ChildIn, now: Now) -> Result<ChildView, Refusal> {
    let desk = app.desk()?;
    let today = now.today(desk.zone);
    let body = read(desk, &args, today, today)?;
    let (child, parent) = people(&args)?;
    if let Some(request) = args.request {
        store::request::load(desk.store.read(), request)?;
    }
    if args.log_request && args.request.is_some() {
        return Err(Refusal::field(
            "log_request",
            "The file belongs to a request already; another would run a second clock.",
        ));
    }
    let mut entry = args
        .log_request
        .then(|| asks(desk, &args, &body, today, now))
        .transpose()?;
    let officer = desk.officer.clone();
    let (id, request) = desk.store.transact(officer.id, now, |tx, seq| {
        let (request, event) = match &mut entry {
            Some(entry) => {
                let (request, event) = entry.write(tx, seq)?;
                (Some(request), event)
            }
            None => {
                let what = "A child’s file was opened.";
                let event = match args.request {
                    Some(request) => Event::of(request, "child-file-opened", what),
                    None => Event::desk("child-file-opened", what),
                };
                (args.request, event)
            }
        };
        let id = rows::open(tx, Register::Children, &body, request, seq)?;
        for (role, one) in [(CHILD, &child), (PARENT, &parent)] {
            if *one != Person::default() {
                rows::add_person(tx, id, role, one, &same::keys(one), seq)?;
            }
        }
        line(
            tx,
            id,
            &body.opened_on,
            OPENED,
            request,
            &Said::default(),
            seq,
        )?;
        let mut event = event.detail("The child’s file", format!("No. {id}"));
        if let Some(facts) = event.facts.as_object_mut() {
            facts.insert("child_file".into(), json!(id));
        }
        Ok(((id, request), event))
    })?;
    if let (Some(request), true) = (request, args.log_request) {
        Board::refresh(desk, request, now)?;
        desk.board.in_register += 1;
    }
    shown(desk, id, now)
}

fn line(
    tx: &Transaction,
    file: u32,
    day: &str,
    kind: &str,
    request: Option<u32>,
    said: &Said,
    event: u32,
) -> Result<u32, Refusal> {
    rows::write(
        tx,
        &rows::NewLine {
            file,
            day,
            kind,
            corrects: None,
            request,
        },
        said,
        event,
    )
}

/// The request for consent: received on the day the contact details were collected, else today; under the laws that apply.
fn asks(
    desk: &Desk,
    args: &ChildIn,
    body: &Body,
    today: NaiveDate,
    now: Now,
) -> Result<Entry, Refusal> {
    let received = match body.contact_collected_on.as_str() {
        "" => String::new(),
        day if day == today.to_string() => String::new(),
        day => format!("{day}T12:00"),
    };
    let on = time::day(&body.contact_collected_on).unwrap_or(today);
    let known = of_age(body, 0).is_some();
    let age = (0..rules()?.ages.iter().map(|a| a.age).max().unwrap_or(0))
        .rev()
        .find(|age| of_age(body, *age).is_some_and(|(_, surely)| surely <= on));
    let mut draft = RequestDraft {
        received,
        channel: Some(Channel::WebForm),
        requester: args.parent.clone(),
        subject: Some(Person {
            name: args.child.clone(),
            ..Person::default()
        }),
        capacity: Some(Capacity::ParentOrGuardian),
        residence: body.residence.clone(),
        claims: vec![ClaimDraft {
            right: Right::ChildConsent,
            laws: Vec::new(),
        }],
        words: format!("Consent of a parent is wanted for: {}", body.service),
        particulars: Particulars {
            age: age.filter(|_| known),
            data_kinds: vec![DataKind::ChildOnline],
            ..Particulars::default()
        },
        ..RequestDraft::default()
    };
    let (mut case, mut problems) = preview::read(desk, &draft, now)?;
    // Where no law of the desk speaks, the rules of the house do.
    if case.claims.iter().all(|claim| claim.laws.is_empty()) {
        for claim in &mut draft.claims {
            claim.laws = vec![OWN_POLICY.to_owned()];
        }
        (case, problems) = preview::read(desk, &draft, now)?;
    }
    if let Some(first) = problems.into_iter().next() {
        let field = match first.field.as_str() {
            "requester.name" => "parent.name",
            "subject.name" => "child",
            other => other,
        };
        return Err(Refusal::field(field, first.message));
    }
    Entry::of(desk, case, Vec::new())
}

/// Who it is about: the child's name is all that is asked of it.
fn people(args: &ChildIn) -> Result<(Person, Person), Refusal> {
    let child = preview::trimmed(&Person {
        name: args.child.clone(),
        ..Person::default()
    });
    if child.name.is_empty() {
        return Err(Refusal::field(
            "child",
            "Write a first name, or what the account calls the child; no more is needed.",
        ));
    }
    Ok((child, preview::trimmed(&args.parent)))
}

/// What the file is to say, without names.
fn read(
    desk: &Desk,
    args: &ChildIn,
    opened_on: NaiveDate,
    today: NaiveDate,
) -> Result<Body, Refusal> {
    let body = Body {
        opened_on: opened_on.to_string(),
        born: args.born.trim().to_owned(),
        age: args.age,
        residence: args.residence.trim().to_lowercase(),
        service: args.service.trim().to_owned(),
        collects: args.collects.trim().to_owned(),
        discloses: args.discloses.trim().to_owned(),
        integral: args.integral.trim().to_owned(),
        contact_collected_on: args.contact_collected_on.trim().to_owned(),
    };
    if !body.born.is_empty() {
        match born(&body.born) {
            None => {
                return Err(Refusal::field(
                    "born",
                    "Write the year or the month, as 2014 or 2014-07. The day of birth is not needed and not kept.",
                ));
            }
            Some((first, _)) if first > today => {
                return Err(Refusal::field("born", "That has not come yet."));
            }
            Some(_) => {}
        }
    }
    if body.born.is_empty() && body.age.is_none() {
        return Err(Refusal::field(
            "age",
            "Write the age, or the year of birth: it decides whether a parent is asked.",
        ));
    }
    if body.service.is_empty() {
        return Err(Refusal::field(
            "service",
            "Write what the child is to use or take part in.",
        ));
    }
    if !body.integral.is_empty() && body.discloses.is_empty() {
        return Err(Refusal::field(
            "discloses",
            "Write to whom data is disclosed, where disclosure is integral to the service.",
        ));
    }
    if !body.contact_collected_on.is_empty() {
        match time::day(&body.contact_collected_on) {
            None => {
                return Err(Refusal::field(
                    "contact_collected_on",
                    "That is no day that exists. Write it as 2026-03-31.",
                ));
            }
            Some(day) if day > today => {
                return Err(Refusal::field(
                    "contact_collected_on",
                    "That day has not come yet.",
                ));
            }
            Some(_) => {}
        }
    }
    let texts = [
        &body.service,
        &body.collects,
        &body.discloses,
        &body.integral,
        &body.residence,
    ];
    if texts.iter().any(|text| text.chars().count() > LONGEST) {
        return Err(Refusal::field(
            "collects",
            "One of these texts is longer than the file can show; 2000 characters are the most.",
        ));
    }
    let coppa = regimes(desk, &body.residence).contains(&Regime::Coppa);
    if let Some(age) = rules()?.age_at(&body.residence, coppa, opened_on)
        && let Some((_, surely)) = of_age(&body, age.age)
        && surely <= opened_on
    {
        return Err(Refusal::field(
            if body.born.is_empty() { "age" } else { "born" },
            format!(
                "From {} on a child here speaks for itself; no parent is asked, and no file is kept ({}).",
                age.age, age.cite
            ),
        ));
    }
    Ok(body)
}

/// See the command table. What a parent was told or agreed to is not corrected silently: it is a material change.
pub fn change(app: &mut App, args: ChildChange, now: Now) -> Result<ChildView, Refusal> {
    let desk = app.desk()?;
    let today = now.today(desk.zone);
    let child = Child::load(desk, args.id)?;
    let reason = args.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::field(
            "reason",
            "Write why it is corrected; what it said before stays to be read.",
        ));
    }
    if !child.file.struck.is_empty() {
        return Err(Refusal::not_now(
            "This file is struck out; it is only read.",
        ));
    }
    let opened_on = time::day(&child.file.body.opened_on).unwrap_or(today);
    let body = read(desk, &args.about, opened_on, today)?;
    let old = &child.file.body;
    let state = State::on(&child, today, None)?;
    let terms = |body: &Body| {
        [
            &body.service,
            &body.collects,
            &body.discloses,
            &body.integral,
        ]
        .map(String::clone)
    };
    if terms(&body) != terms(old) && (state.consent.is_some() || !state.notices.is_empty()) {
        return Err(Refusal::not_now(format!(
            "The parent was told what stands here. Record a material change first; then it can be written anew, and the parent is told and asked anew ({}).",
            child.rules.articles(child.regime())?.change
        )));
    }
    let mut was = Vec::new();
    for (label, before, after) in [
        ("Born", &old.born, &body.born),
        ("Lives in", &old.residence, &body.residence),
        ("Service", &old.service, &body.service),
        ("Collects", &old.collects, &body.collects),
        ("Discloses", &old.discloses, &body.discloses),
        ("Integral because", &old.integral, &body.integral),
        (
            "Contact collected on",
            &old.contact_collected_on,
            &body.contact_collected_on,
        ),
    ] {
        if before != after {
            let before = if before.is_empty() { "nothing" } else { before };
            was.push(format!("{label} was: {before}."));
        }
    }
    if old.age != body.age {
        was.push(match old.age {
            Some(age) => format!("Age was: {age}."),
            None => "Age was: nothing.".into(),
        });
    }
    let (name, parent) = if state.contact_erased_on.is_some() {
        if !args.about.child.trim().is_empty() || args.about.parent != Person::default() {
            return Err(Refusal::field(
                "child",
                "Names and contact details of this file are erased and are not written again.",
            ));
        }
        (Person::default(), Person::default())
    } else {
        people(&args.about)?
    };
    let mut rewrite = Vec::new();
    for (role, new, what) in [
        (CHILD, name, "The name of the child was corrected."),
        (PARENT, parent, "The parent was corrected."),
    ] {
        let row = child.row(role);
        if state.contact_erased_on.is_none() && row.map(|one| &one.person) != Some(&new) {
            was.push(what.to_owned());
            rewrite.push((role, row.map(|one| one.id), new));
        }
    }
    if let Some(request) = args.about.request {
        store::request::load(desk.store.read(), request)?;
    }
    if was.is_empty() && args.about.request == child.file.request {
        return Err(Refusal::not_now("Nothing is different."));
    }
    let request = args.about.request.or(child.file.request);
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        rows::change(tx, args.id, &body)?;
        if let Some(request) = request.filter(|id| Some(*id) != child.file.request) {
            rows::tie(tx, args.id, request)?;
        }
        for (role, row, new) in &rewrite {
            match row {
                Some(row) => rows::change_person(tx, *row, new, &same::keys(new))?,
                None => {
                    rows::add_person(tx, args.id, role, new, &same::keys(new), seq)?;
                }
            }
        }
        let said = Said {
            was: was.clone(),
            text: reason.clone(),
            ..Said::default()
        };
        line(tx, args.id, &today.to_string(), CORRECTED, None, &said, seq)?;
        let what = "A child’s file was corrected.";
        let event = match request {
            Some(request) => Event::of(request, "child-file-corrected", what),
            None => Event::desk("child-file-corrected", what),
        };
        Ok((
            (),
            event
                .facts(json!({ "child_file": args.id, "on": today.to_string() }))
                .detail("On", short(today))
                .detail("What", was.join(" "))
                .detail("Why", reason.clone()),
        ))
    })?;
    shown(desk, args.id, now)
}
