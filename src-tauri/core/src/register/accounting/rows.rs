//! The rows of an account: what went to one recipient for one purpose stands once, with how often and the last day.

use crate::api::wire::{AccountingRow, HandlingIn, HandlingPurpose, RecipientIn, Refusal};
use crate::desk::Desk;
use crate::promise::collide::data_words;
use crate::register::categories;
use crate::request::same::fold;
use crate::store::{self, accounting::Named};
use crate::words::{ProcessKind, Register};
use std::collections::HashMap;

/// One row for each recipient and purpose, by the first day.
pub fn rows(desk: &Desk, listed: Vec<Named>) -> Result<Vec<AccountingRow>, Refusal> {
    let conn = desk.store.read();
    let directory: HashMap<u32, RecipientIn> =
        store::register::files::<RecipientIn>(conn, Register::Recipients)?
            .into_iter()
            .map(|file| (file.id, file.body))
            .collect();
    let mut rows: Vec<(String, AccountingRow)> = Vec::new();
    for one in listed {
        let entry = &one.entry;
        let known = entry.recipient_id.and_then(|id| directory.get(&id));
        let name = known.map_or(entry.recipient.trim(), |known| known.name.trim());
        let purpose = purpose(entry);
        let key = match entry.recipient_id {
            Some(id) => format!("{id}|{purpose}"),
            None => format!("{}|{purpose}", fold(name)),
        };
        let on = one.day.to_string();
        // Without a purpose nobody can say that it is one and the same.
        let same = rows
            .iter_mut()
            .find(|(of, _)| *of == key && !purpose.is_empty());
        if let Some((_, row)) = same {
            row.handlings.push(one.id);
            row.times += 1;
            row.last_on = Some(on);
            continue;
        }
        let names: Vec<String> = store_names(desk, entry)?;
        rows.push((
            key,
            AccountingRow {
                handlings: vec![one.id],
                on,
                recipient: name.to_owned(),
                address: known.map(|known| known.address.clone()).unwrap_or_default(),
                description: if names.is_empty() {
                    data_words(entry)
                } else {
                    names.join(", ")
                },
                purpose,
                times: 1,
                last_on: None,
            },
        ));
    }
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

fn store_names(desk: &Desk, entry: &HandlingIn) -> Result<Vec<String>, Refusal> {
    Ok(categories::all(desk.store.read())?
        .into_iter()
        .filter(|(_, one)| entry.categories.contains(&one.id))
        .map(|(_, one)| one.name)
        .collect())
}

/// A brief statement that tells what it was for; empty where the entry does not.
fn purpose(entry: &HandlingIn) -> String {
    let basis = entry.legal_basis.trim();
    if let Some(process) = &entry.process {
        let kind = match process.kind {
            ProcessKind::Subpoena => "subpoena",
            ProcessKind::CourtOrder => "court order",
            ProcessKind::Warrant => "warrant",
            ProcessKind::AgencyRequest => "demand of an authority",
            ProcessKind::Other => "legal process",
        };
        let number = match process.number.trim() {
            "" => String::new(),
            number => format!(" {number}"),
        };
        let from = match process.from.trim() {
            "" => String::new(),
            from => format!(" of {from}"),
        };
        return format!("to comply with a {kind}{number}{from}");
    }
    let plain = match entry.purpose {
        HandlingPurpose::OurMarketing => "our own marketing",
        HandlingPurpose::TheirMarketing => "the recipient’s own marketing",
        HandlingPurpose::ServiceProvider => "a service for us",
        HandlingPurpose::LegalProcess => "as the law demands",
        HandlingPurpose::CareAndPayment => "treatment, payment or health care operations",
        HandlingPurpose::BusinessTransfer => "a transfer of the business",
        HandlingPurpose::Other => "",
    };
    match (plain, basis) {
        ("", basis) => basis.to_owned(),
        (plain, "") => plain.to_owned(),
        (plain, basis) => format!("{plain} ({basis})"),
    }
}
