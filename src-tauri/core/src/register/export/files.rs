//! The rows of the registers whose files are read as they are kept: children and health authorisations.

use super::rows::{Rows, Span, civil, told};
use super::words::{called, spaced};
use crate::api::wire::{RecipientIn, Refusal};
use crate::desk::Desk;
use crate::store;
use crate::store::register::{File, Line, Someone};
use crate::summary::Column;
use crate::time;
use crate::words::Register;
use serde_json::Value;
use std::collections::HashMap;

/// The files of a register with their lines and people, whatever their bodies hold.
struct Kept {
    file: File<Value>,
    lines: Vec<Line>,
    people: Vec<Someone>,
}

impl Kept {
    fn all(desk: &Desk, register: Register) -> Result<Vec<Self>, Refusal> {
        let conn = desk.store.read();
        let mut lines: HashMap<u32, Vec<Line>> = HashMap::new();
        for line in store::register::lines_of(conn, register)? {
            lines.entry(line.file).or_default().push(line);
        }
        let mut people: HashMap<u32, Vec<Someone>> = HashMap::new();
        for one in store::register::people_of(conn, register)? {
            people.entry(one.file).or_default().push(one);
        }
        let files = store::register::files::<Value>(conn, register)?;
        Ok(files
            .into_iter()
            .map(|file| Self {
                lines: lines.remove(&file.id).unwrap_or_default(),
                people: people.remove(&file.id).unwrap_or_default(),
                file,
            })
            .collect())
    }

    fn text(&self, key: &str) -> String {
        self.file.body[key].as_str().unwrap_or_default().to_owned()
    }

    fn person(&self, role: &str) -> String {
        self.people
            .iter()
            .find(|one| one.role == role)
            .map(|one| called(&one.person, one.erased_on.is_some()))
            .unwrap_or_default()
    }

    /// The newest line, as “what, day”.
    fn last(&self) -> String {
        self.lines
            .last()
            .map(|line| format!("{}, {}", spaced(&line.kind), line.day))
            .unwrap_or_default()
    }

    fn day_of(&self, kind: &str) -> String {
        let line = self.lines.iter().find(|line| line.kind == kind);
        line.map(|line| line.day.clone()).unwrap_or_default()
    }
}

/// The children’s files.
pub fn children(desk: &Desk, span: Span) -> Result<Rows, Refusal> {
    let mut rows = Vec::new();
    for one in Kept::all(desk, Register::Children)? {
        let opened = one.text("opened_on");
        let day = time::day(&opened).or_else(|| civil(desk, &one.file.opened_at));
        if !span.holds(day) {
            continue;
        }
        let history: Vec<String> = one
            .lines
            .iter()
            .map(|line| format!("{}: {}", line.day, spaced(&line.kind)))
            .collect();
        rows.push(vec![
            one.person("child"),
            one.person("parent"),
            told(day),
            one.text("residence").to_uppercase(),
            one.text("service"),
            one.text("collects"),
            one.text("discloses"),
            one.last(),
            history.join("; "),
            one.file.reference.clone(),
            one.file.struck.clone(),
        ]);
    }
    Ok((
        columns![
            "child" "Child" 2.2,
            "parent" "Parent" 2.5,
            "opened_on" "Opened" 1.7,
            "residence" "Lives in" 1.3,
            "service" "For what" 3.0,
            "collects" "Collected" 3.0,
            "discloses" "Disclosed to" 2.4,
            "last" "Last step" 3.0,
            "history" "Every step" 0.0,
            "request" "Request" 1.5,
            "struck" "Struck out because" 1.8,
        ],
        rows,
    ))
}

/// Authorisations to disclose health information.
pub fn authorizations(desk: &Desk, span: Span) -> Result<Rows, Refusal> {
    let directory: HashMap<u32, String> =
        store::register::files::<RecipientIn>(desk.store.read(), Register::Recipients)?
            .into_iter()
            .map(|file| (file.id, file.body.name))
            .collect();
    let mut rows = Vec::new();
    for one in Kept::all(desk, Register::Authorizations)? {
        let signed = one.text("signed_on");
        if !span.holds(time::day(&signed).or_else(|| civil(desk, &one.file.opened_at))) {
            continue;
        }
        let recipient = one.file.body["recipient"]
            .as_u64()
            .and_then(|id| directory.get(&u32::try_from(id).ok()?).cloned())
            .unwrap_or_else(|| one.text("recipient_name"));
        let expires = match one.text("expires_on") {
            day if day.is_empty() => one.text("expires_event"),
            day => day,
        };
        rows.push(vec![
            one.person("patient"),
            one.text("discloser"),
            recipient,
            one.text("description"),
            one.text("purpose"),
            spaced(&one.text("form")),
            signed,
            one.person("representative"),
            expires,
            one.day_of("revoked"),
            one.file.reference.clone(),
            one.file.struck.clone(),
        ]);
    }
    Ok((
        columns![
            "patient" "Patient" 2.4,
            "discloser" "Who discloses" 0.0,
            "recipient" "Recipient" 2.6,
            "description" "What" 3.2,
            "purpose" "Purpose" 2.4,
            "form" "Form" 1.6,
            "signed_on" "Signed" 1.7,
            "signed_by" "Signed by" 1.8,
            "expires" "Expires" 1.8,
            "revoked_on" "Revoked" 1.7,
            "request" "Request" 1.5,
            "struck" "Struck out because" 1.8,
        ],
        rows,
    ))
}
