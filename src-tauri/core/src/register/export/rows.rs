//! The rows of each register, read as they are kept.

use super::files::{authorizations, children};
use super::title;
use super::words::{act, called, purpose, risk, topics};
use crate::api::wire::{ConsentStanding, RecipientIn, Refusal};
use crate::desk::Desk;
use crate::register::suppression::scope_name;
use crate::register::{categories, consents, incidents};
use crate::store;
use crate::store::handling::Handling;
use crate::store::suppression::Wanted;
use crate::summary::{Column, List};
use crate::time::{self, Now};
use crate::words::{AddressKind, Register};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Entries read at a time.
const CHUNK: usize = 500;

/// The days that are asked for; both count.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

impl Span {
    /// Whether a day lies in it; what has no day lies only in the whole.
    pub fn holds(&self, day: Option<NaiveDate>) -> bool {
        match day {
            Some(day) => {
                self.from.is_none_or(|from| from <= day)
                    && self.until.is_none_or(|until| day <= until)
            }
            None => self.from.is_none() && self.until.is_none(),
        }
    }
}

/// A register as rows.
pub fn list(desk: &Desk, register: Register, span: Span, now: Now) -> Result<List, Refusal> {
    let (columns, rows) = match register {
        Register::Recipients => recipients(desk, span)?,
        Register::Disclosures => disclosures(desk, span)?,
        Register::Children => children(desk, span)?,
        Register::Authorizations => authorizations(desk, span)?,
        Register::Consents => consented(desk, span, now)?,
        Register::Suppression => suppressed(desk, span)?,
        Register::Incidents => happened(desk, span, now)?,
    };
    Ok(List {
        title: title(register).to_owned(),
        organisation: desk.profile.organisation.clone(),
        notes: Vec::new(),
        columns,
        rows,
    })
}

/// Columns and rows.
pub type Rows = (Vec<Column>, Vec<Vec<String>>);

/// The civil day of an instant as it is kept.
pub fn civil(desk: &Desk, at: &str) -> Option<NaiveDate> {
    let at = chrono::DateTime::parse_from_rfc3339(at).ok()?;
    Some(time::civil_day(at.with_timezone(&chrono::Utc), desk.zone))
}

/// A day, or nothing.
pub fn told(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn recipients(desk: &Desk, span: Span) -> Result<Rows, Refusal> {
    let files = store::register::files::<RecipientIn>(desk.store.read(), Register::Recipients)?;
    let rows = files
        .into_iter()
        .filter_map(|file| {
            let day = civil(desk, &file.opened_at);
            let body = file.body;
            span.holds(day).then(|| {
                vec![
                    body.name,
                    body.address.join(", "),
                    body.email,
                    body.website,
                    body.examples,
                    if body.processor { "works for us" } else { "" }.to_owned(),
                    body.contract,
                    body.contract_on,
                    body.confidentiality,
                    told(day),
                    file.struck,
                ]
            })
        })
        .collect();
    Ok((
        columns![
            "name" "Name" 3.0,
            "address" "Address" 4.0,
            "email" "Mail" 3.0,
            "website" "Website" 0.0,
            "examples" "Markets" 3.0,
            "processor" "Works for us" 1.6,
            "contract" "Contract" 2.5,
            "contract_on" "Contract of" 1.7,
            "confidentiality" "Confidentiality" 0.0,
            "entered_on" "Entered" 1.7,
            "struck" "Struck out because" 2.0,
        ],
        rows,
    ))
}

fn disclosures(desk: &Desk, span: Span) -> Result<Rows, Refusal> {
    let conn = desk.store.read();
    let mut days = Vec::new();
    store::handling::each(conn, |one| {
        if span.holds(Some(one.day)) {
            days.push((one.day, one.id));
        }
        Ok(())
    })?;
    days.sort_unstable_by(|a, b| b.cmp(a));
    let names: HashMap<String, String> = categories::all(conn)?
        .into_iter()
        .map(|(_, one)| (one.id, one.name))
        .collect();
    let mut rows = Vec::with_capacity(days.len());
    for chunk in days.chunks(CHUNK) {
        let ids: Vec<u32> = chunk.iter().map(|(_, id)| *id).collect();
        rows.extend(
            store::handling::these(conn, &ids)?
                .into_iter()
                .map(|one| disclosure(one, &names)),
        );
    }
    Ok((
        columns![
            "number" "No." 0.8,
            "on" "Day" 1.7,
            "act" "What" 1.5,
            "recipient" "Recipient" 3.0,
            "purpose" "Purpose" 2.2,
            "data" "Data" 3.5,
            "people" "People" 1.1,
            "whom" "Whom" 3.0,
            "basis" "Basis" 2.6,
            "consent" "Consent" 0.0,
            "request" "Request" 1.5,
            "note" "Note" 0.0,
            "entered_by" "Entered by" 0.0,
            "entered_at" "Entered at" 0.0,
            "standing" "Struck or corrected" 2.0,
        ],
        rows,
    ))
}

fn disclosure(one: Handling, names: &HashMap<String, String>) -> Vec<String> {
    let entry = one.entry;
    let categories: Vec<&str> = entry
        .categories
        .iter()
        .map(|id| names.get(id).map_or(id.as_str(), String::as_str))
        .collect();
    let data = if categories.is_empty() {
        topics(&entry.data)
    } else {
        categories.join(", ")
    };
    let mut whom: Vec<String> = entry.persons.iter().map(|p| called(p, false)).collect();
    if !entry.group.trim().is_empty() {
        whom.push(entry.group.trim().to_owned());
    }
    let basis = match &entry.process {
        Some(process) => [entry.legal_basis.as_str(), &process.from, &process.number]
            .into_iter()
            .filter(|text| !text.trim().is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        None => entry.legal_basis.clone(),
    };
    let standing = match one.corrected_by {
        Some(by) => format!("corrected by {by}"),
        None => one.struck,
    };
    vec![
        one.id.to_string(),
        one.day.to_string(),
        act(entry.act).to_owned(),
        entry.recipient,
        purpose(entry.purpose).to_owned(),
        data,
        entry.people.to_string(),
        whom.join(", "),
        basis,
        entry.consent_note,
        one.reference,
        entry.note,
        one.entered_by,
        one.entered_at,
        standing,
    ]
}

fn consented(desk: &Desk, span: Span, now: Now) -> Result<Rows, Refusal> {
    let rows = consents::whole(desk, now)?
        .consents
        .into_iter()
        .filter(|row| span.holds(time::day(&row.about.given_on)))
        .map(|row| {
            let standing = match row.standing {
                ConsentStanding::Given => "given",
                ConsentStanding::Ended => "ended",
                ConsentStanding::Withdrawn => "withdrawn",
            };
            let disclose = if row.about.disclose { "yes" } else { "no" };
            vec![
                called(&row.about.person, false),
                topics(&row.about.data),
                row.about.purpose,
                disclose.to_owned(),
                row.about.given_on,
                row.about.how,
                row.about.evidence,
                row.about.until,
                standing.to_owned(),
                row.ended_on.unwrap_or_default(),
                row.used.to_string(),
                row.request.map(|r| r.reference).unwrap_or_default(),
                row.struck,
            ]
        })
        .collect();
    Ok((
        columns![
            "person" "Person" 2.4,
            "data" "Data" 2.0,
            "purpose" "For what" 3.4,
            "disclose" "Disclosure" 1.5,
            "given_on" "Given" 1.7,
            "how" "How" 2.4,
            "evidence" "Proof" 2.4,
            "until" "Until" 1.7,
            "standing" "Standing" 1.6,
            "ended_on" "Ended" 1.7,
            "used" "Used" 0.0,
            "request" "Request" 1.5,
            "struck" "Struck out because" 1.8,
        ],
        rows,
    ))
}

fn suppressed(desk: &Desk, span: Span) -> Result<Rows, Refusal> {
    let wanted = Wanted {
        lifted: true,
        ..Wanted::default()
    };
    let rows = store::suppression::all(desk.store.read(), &wanted)?
        .into_iter()
        .rev()
        .filter(|line| span.holds(Some(line.since)))
        .map(|line| {
            let lifted = if line.undone {
                "decision taken back".to_owned()
            } else {
                line.lifted
            };
            let address = match (line.address.as_str(), line.kind) {
                ("", _) => "(only the hash is kept)".to_owned(),
                (address, AddressKind::Post) => address.replace('|', ", "),
                (address, _) => address.to_owned(),
            };
            vec![
                scope_name(line.scope).to_owned(),
                line.recipient_name.unwrap_or_default(),
                line.kind.id().to_owned(),
                address,
                line.since.to_string(),
                line.law,
                line.reference,
                line.reason,
                told(line.lifted_on),
                lifted,
            ]
        })
        .collect();
    Ok((
        columns![
            "scope" "For what" 3.0,
            "recipient" "Only of" 1.8,
            "kind" "Kind" 1.0,
            "address" "Address" 4.0,
            "since" "Since" 1.7,
            "law" "Law" 1.6,
            "request" "Request" 1.5,
            "reason" "Reason" 3.2,
            "lifted_on" "Lifted" 1.7,
            "lifted" "Because" 2.2,
        ],
        rows,
    ))
}

fn happened(desk: &Desk, span: Span, now: Now) -> Result<Rows, Refusal> {
    let rows = incidents::printed(desk, now)?
        .into_iter()
        .filter(|one| span.holds(Some(one.aware_on)))
        .map(|one| {
            vec![
                one.row.title,
                one.row.aware_at.replace('T', " "),
                risk(one.row.risk).to_owned(),
                one.row.people.to_string(),
                one.row.told.to_string(),
                one.nature,
                one.measures,
                one.authorities,
                one.row
                    .next
                    .map(|next| format!("{} {}", next.by, next.what))
                    .unwrap_or_default(),
                one.row.closed_on.unwrap_or_default(),
                one.row.struck,
            ]
        })
        .collect();
    Ok((
        columns![
            "title" "Incident" 3.0,
            "aware_at" "Became aware" 2.0,
            "risk" "Risk" 1.4,
            "people" "People" 1.2,
            "told" "Told" 1.0,
            "nature" "What happened" 4.0,
            "measures" "Measures" 4.0,
            "authorities" "Authorities told" 2.6,
            "next" "Next" 3.0,
            "closed_on" "Closed" 1.7,
            "struck" "Struck out because" 1.8,
        ],
        rows,
    ))
}
