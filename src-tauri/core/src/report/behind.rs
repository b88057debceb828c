//! What stands behind a figure, as lines that lead to its file.
//!
//! Nobody who was erased is named: a file without a name is called by its number.

use super::disclosures::data_of;
use crate::api::wire::{AuthorizationIn, BehindRow, ConsentIn, Refusal, ReportBehind};
use crate::desk::Desk;
use crate::promise::standing::{self, Pointer};
use crate::register::categories;
use crate::register::children;
use crate::register::export::words;
use crate::store;
use crate::summary::report::Thing;
use crate::words::{BehindKind, Register};
use std::collections::HashMap;

/// As many as anybody reads; the register's own list has them all.
const SHOWN: usize = 1000;

/// The first of them with their names and days.
pub fn rows(desk: &Desk, things: &[&Thing]) -> Result<ReportBehind, Refusal> {
    let shown: Vec<&Thing> = things.iter().take(SHOWN).copied().collect();
    let mut known = Known::default();
    for (kind, read) in READERS {
        let mut ids: Vec<u32> = shown
            .iter()
            .filter(|thing| thing.kind == *kind)
            .map(|thing| thing.id)
            .collect();
        ids.sort_unstable();
        ids.dedup();
        for (id, said) in read(desk, &ids)? {
            known.insert((*kind, id), said);
        }
    }
    let mut rows: Vec<BehindRow> = shown
        .iter()
        .map(|thing| {
            let said = known.get(&(thing.kind, thing.id)).cloned();
            let said = said.unwrap_or_default();
            let text: Vec<&str> = [said.text.as_str(), thing.text.as_str()]
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect();
            BehindRow {
                kind: thing.kind,
                id: thing.id,
                title: said.title,
                text: text.join(": "),
                day: said.day,
            }
        })
        .collect();
    contradictions(desk, &shown, &mut rows)?;
    Ok(ReportBehind {
        rows,
        all: u32::try_from(things.len()).unwrap_or(u32::MAX),
    })
}

/// What a row says of a file by itself.
#[derive(Debug, Clone, Default)]
struct Said {
    title: String,
    text: String,
    day: String,
}

type Known = HashMap<(BehindKind, u32), Said>;
type Reader = fn(&Desk, &[u32]) -> Result<Vec<(u32, Said)>, Refusal>;

const READERS: &[(BehindKind, Reader)] = &[
    (BehindKind::Request, requests),
    (BehindKind::Disclosure, disclosures),
    (BehindKind::Child, files_of_children),
    (BehindKind::Authorization, authorizations),
    (BehindKind::Consent, consents),
    (BehindKind::Policy, policies),
];

/// Reference and day of receipt.
fn requests(desk: &Desk, ids: &[u32]) -> Result<Vec<(u32, Said)>, Refusal> {
    Ok(store::request::load_these(desk.store.read(), ids)?
        .into_iter()
        .map(|case| {
            let said = Said {
                title: case.reference,
                text: String::new(),
                day: case.received_on.to_string(),
            };
            (case.id, said)
        })
        .collect())
}

/// Who got it, for what, and what.
fn disclosures(desk: &Desk, ids: &[u32]) -> Result<Vec<(u32, Said)>, Refusal> {
    let conn = desk.store.read();
    let names = categories::all(conn)?;
    Ok(store::handling::these(conn, ids)?
        .into_iter()
        .map(|one| {
            let purpose = words::purpose(one.entry.purpose);
            let said = Said {
                text: match data_of(&one.entry, &names) {
                    none if none.is_empty() => purpose.to_owned(),
                    data => format!("{purpose}, {data}"),
                },
                title: one.entry.recipient,
                day: one.day.to_string(),
            };
            (one.id, said)
        })
        .collect())
}

fn files_of_children(desk: &Desk, ids: &[u32]) -> Result<Vec<(u32, Said)>, Refusal> {
    let mut all = Vec::new();
    for id in ids {
        let (title, day) = children::titled(desk, *id)?;
        let said = Said {
            title,
            text: String::new(),
            day,
        };
        all.push((*id, said));
    }
    Ok(all)
}

/// By their numbers: the patient is not named.
fn authorizations(desk: &Desk, ids: &[u32]) -> Result<Vec<(u32, Said)>, Refusal> {
    let mut all = Vec::new();
    for id in ids {
        let found = store::register::find::<AuthorizationIn>(
            desk.store.read(),
            Register::Authorizations,
            *id,
        )?;
        all.extend(found.map(|file| {
            let said = Said {
                title: format!("Authorisation no. {id}"),
                text: file.body.purpose,
                day: file.body.signed_on,
            };
            (*id, said)
        }));
    }
    Ok(all)
}

/// By their numbers: the person is not named.
fn consents(desk: &Desk, ids: &[u32]) -> Result<Vec<(u32, Said)>, Refusal> {
    let mut all = Vec::new();
    for id in ids {
        let found = store::register::find::<ConsentIn>(desk.store.read(), Register::Consents, *id)?;
        all.extend(found.map(|file| {
            let said = Said {
                title: format!("Consent no. {id}"),
                text: file.body.purpose,
                day: file.body.given_on,
            };
            (*id, said)
        }));
    }
    Ok(all)
}

fn policies(desk: &Desk, ids: &[u32]) -> Result<Vec<(u32, Said)>, Refusal> {
    let versions = desk.policy.versions.iter();
    Ok(versions
        .filter(|version| ids.contains(&version.id))
        .map(|version| {
            let said = Said {
                title: version.title.clone(),
                text: String::new(),
                day: version.from.to_string(),
            };
            (version.id, said)
        })
        .collect())
}

/// Entries that do not agree with a promise: their text is the key by which the words are found.
fn contradictions(desk: &Desk, shown: &[&Thing], rows: &mut [BehindRow]) -> Result<(), Refusal> {
    let pointers: Vec<Pointer> = shown
        .iter()
        .filter(|thing| thing.kind == BehindKind::Contradiction)
        .map(|thing| Pointer {
            day: Default::default(),
            handling: thing.id,
            key: thing.text.clone(),
        })
        .collect();
    let mut words = standing::in_words(desk, &pointers)?.into_iter();
    for row in rows
        .iter_mut()
        .filter(|row| row.kind == BehindKind::Contradiction)
    {
        let Some(one) = words.next().flatten() else {
            continue;
        };
        row.title = one.message;
        row.text = match one.answer {
            Some(answer) => format!("Answered: {}", answer.text),
            None => "Nobody has answered it yet.".to_owned(),
        };
        row.day = one.on;
    }
    Ok(())
}
