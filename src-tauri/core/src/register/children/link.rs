//! Which files belong to a request: tied to it, or of the same parent and the same child.

use super::file::{ASKED, Child, DECIDED, PARENT, Said};
use super::standing::standing;
use super::state::State;
use crate::api::wire::{Person, Refusal, RegisterLink, RequestLink};
use crate::desk::Desk;
use crate::promise::engaged::childs;
use crate::request::case::{Case, Claim};
use crate::request::same;
use crate::store::{self, Transaction, register as rows};
use crate::time;
use crate::words::{Capacity, Outcome, Register};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A request that may be about a child.
fn about_a_child(case: &Case) -> bool {
    case.capacity == Capacity::ParentOrGuardian || case.claims.iter().any(|c| childs(c.right))
}

/// The same parent: the same mail address, or the same name.
fn same_parent(parent: &Person, other: &Person) -> bool {
    let (one, two) = (same::keys(parent), same::keys(other));
    !one.email.is_empty() && one.email == two.email
        || !one.person.is_empty() && one.person == two.person
}

/// The same child: every word of the shorter name stands in the longer one.
pub(super) fn same_child(name: &str, other: &str) -> bool {
    let (one, two) = (same::fold(name), same::fold(other));
    let (one, two): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), two.split(' ').collect());
    let (short, long) = if one.len() <= two.len() {
        (one, two)
    } else {
        (two, one)
    };
    short
        .iter()
        .all(|word| !word.is_empty() && long.contains(word))
}

fn matches(child: &Child, case: &Case) -> bool {
    child.file.struck.is_empty()
        && child.row(PARENT).is_some()
        && same_parent(&child.parent(), &case.requester)
        && case
            .subject
            .as_ref()
            .is_none_or(|subject| same_child(&child.name(), &subject.name))
}

/// The files that belong to a request, those tied to it first.
pub fn files(desk: &Desk, case: &Case) -> Result<Vec<Child>, Refusal> {
    let tied: BTreeSet<u32> = rows::of_request(desk.store.read(), Register::Children, case.id)?
        .into_iter()
        .collect();
    if tied.is_empty() && !about_a_child(case) {
        return Ok(Vec::new());
    }
    let mut all: Vec<Child> = Child::all(desk)?
        .into_iter()
        .filter(|one| tied.contains(&one.file.id) || about_a_child(case) && matches(one, case))
        .collect();
    all.sort_by_key(|one| (!tied.contains(&one.file.id), one.file.id));
    Ok(all)
}

/// The file a request stands on: tied to it and not struck out.
pub fn file_of(desk: &Desk, case: &Case) -> Result<Option<Child>, Refusal> {
    Ok(files(desk, case)?
        .into_iter()
        .find(|one| one.file.struck.is_empty()))
}

/// Files that belong to a request, for its page.
pub fn linked(desk: &Desk, case: &Case) -> Result<Vec<RegisterLink>, Refusal> {
    let mut links = Vec::new();
    for child in files(desk, case)? {
        let today = newest_day(desk, case, &child);
        let state = State::on(&child, today, None)?;
        let stands = standing(desk, &child, &state, today)?;
        links.push(RegisterLink {
            register: Register::Children,
            id: child.file.id,
            title: child.title(),
            standing: word(&stands),
        });
    }
    Ok(links)
}

/// As of when a page speaks of a file: the day of the board, which may be yesterday's, or of the newest line.
pub fn newest_day(desk: &Desk, case: &Case, child: &Child) -> NaiveDate {
    let lines = child.lines.iter().filter_map(|line| time::day(&line.day));
    lines
        .chain(desk.board.day)
        .max()
        .unwrap_or(case.received_on)
}

/// A standing by its identifier.
pub fn word(standing: &crate::api::wire::ChildStanding) -> String {
    serde_json::to_value(standing)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// Requests that a file belongs to, or that the same parent made for the same child; newest first.
pub fn requests(desk: &Desk, child: &Child) -> Result<Vec<RequestLink>, Refusal> {
    let conn = desk.store.read();
    let mut ids: BTreeSet<u32> = child.lines.iter().filter_map(|line| line.request).collect();
    ids.extend(child.file.request);
    if child.row(PARENT).is_some() {
        for id in store::request::by_person(conn, &same::keys(&child.parent()), 0)? {
            let case = store::request::load(conn, id)?;
            if about_a_child(&case) && matches(child, &case) {
                ids.insert(id);
            }
        }
    }
    ids.into_iter()
        .rev()
        .map(|id| {
            Ok(RequestLink {
                id,
                reference: store::request::load(conn, id)?.reference,
            })
        })
        .collect()
}

/// A parent's consent covered this child on the day of a request.
pub fn consented(desk: &Desk, case: &Case) -> Result<bool, Refusal> {
    for child in files(desk, case)? {
        if child.file.struck.is_empty() && State::on(&child, case.received_on, None)?.covers() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Writes into the files of the same parent and child that a request came.
pub fn note_asked(
    tx: &Transaction,
    files: &[u32],
    request: u32,
    case: &Case,
    event: u32,
) -> Result<(), Refusal> {
    for claim in case.claims.iter().filter(|c| childs(c.right)) {
        for file in files {
            write(
                tx,
                *file,
                request,
                ASKED,
                case.received_on,
                claim,
                "",
                event,
            )?;
        }
    }
    Ok(())
}

/// Writes into the files of a request what was decided.
pub fn note_decided(
    tx: &Transaction,
    files: &[u32],
    request: u32,
    claim: &Claim,
    event: u32,
) -> Result<(), Refusal> {
    let (Some(on), Some(outcome)) = (claim.decided_on, claim.outcome) else {
        return Ok(());
    };
    if childs(claim.right) {
        for file in files {
            write(
                tx,
                *file,
                request,
                DECIDED,
                on,
                claim,
                Outcome::id(outcome),
                event,
            )?;
        }
    }
    Ok(())
}

#[expect(
    clippy::too_many_arguments,
    reason = "what a line is made of, in its order"
)]
fn write(
    tx: &Transaction,
    file: u32,
    request: u32,
    kind: &str,
    on: NaiveDate,
    claim: &Claim,
    outcome: &str,
    event: u32,
) -> Result<(), Refusal> {
    let said = Said {
        right: Some(claim.right),
        outcome: outcome.to_owned(),
        ..Said::default()
    };
    rows::write(
        tx,
        &rows::NewLine {
            file,
            day: &on.to_string(),
            kind,
            corrects: None,
            request: Some(request),
        },
        &said,
        event,
    )?;
    Ok(())
}
