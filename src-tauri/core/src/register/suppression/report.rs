//! What the list says against something that was done, and of a request.

use super::address::{hashed, mail, of_person};
use super::scope_name;
use crate::api::wire::{ContradictionAbout, HandlingIn, HandlingPurpose, Refusal, RegisterLink};
use crate::desk::Desk;
use crate::register::against::Against;
use crate::request::case::Case;
use crate::store::{
    self,
    suppression::{Line, Wanted},
};
use crate::time::short;
use crate::words::{Act, AddressKind, DataTopic, Register, SuppressionScope};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// The scopes that speak against an entry, if those concerned stand there.
fn speaking(entry: &HandlingIn) -> Vec<SuppressionScope> {
    use SuppressionScope as S;
    let passes_on = matches!(entry.act, Act::Disclose | Act::Sell);
    let for_them = entry.purpose == HandlingPurpose::TheirMarketing;
    let mut scopes = Vec::new();
    if entry.purpose == HandlingPurpose::OurMarketing && entry.act != Act::Collect {
        scopes.push(S::Newsletter);
    }
    if entry.act == Act::Sell || passes_on && for_them {
        scopes.extend([S::SaleSharing, S::RecipientMarketing]);
    }
    let sensitive = entry
        .data
        .iter()
        .any(|topic| matches!(topic, DataTopic::Sensitive | DataTopic::Health));
    // What a service, the law or care needs goes on after a request to limit, 11 CCR 7027(m).
    let needed = matches!(
        entry.purpose,
        HandlingPurpose::LegalProcess
            | HandlingPurpose::CareAndPayment
            | HandlingPurpose::ServiceProvider
    );
    if sensitive && !needed && entry.act != Act::Collect {
        scopes.push(S::Sensitive);
    }
    scopes
}

/// Whether the list can have a say about people whom such an entry names.
pub fn asks(entry: &HandlingIn) -> bool {
    !speaking(entry).is_empty()
}

/// The hashes of the list, lifted lines too, for looking past many people quickly.
pub struct Signs {
    salt: String,
    hashes: HashSet<String>,
    /// Some are not of mail addresses: then the mail address alone does not settle it.
    others: bool,
}

impl Signs {
    /// Reads them.
    pub fn of(desk: &Desk) -> Result<Self, Refusal> {
        let conn = desk.store.read();
        let lines = store::suppression::hashes(conn)?;
        Ok(Self {
            salt: store::suppression::salt(conn)?.unwrap_or_default(),
            others: lines.iter().any(|(_, kind)| kind != AddressKind::Mail.id()),
            hashes: lines.into_iter().map(|(hash, _)| hash).collect(),
        })
    }

    /// Nobody ever stood there.
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// Whether somebody stands there, by the mail address or by any address.
    pub fn holds(&self, email: &str, person: &str) -> Result<bool, Refusal> {
        if self.hashes.is_empty() {
            return Ok(false);
        }
        let known = |address: &str| self.hashes.contains(&hashed(&self.salt, address));
        if mail(email).is_some_and(|address| known(&address)) {
            return Ok(true);
        }
        if !self.others || person.is_empty() {
            return Ok(false);
        }
        let person = serde_json::from_str(person).map_err(|e| {
            Refusal::broken(&format!("somebody in the register cannot be read ({e})"))
        })?;
        Ok(of_person(&person).iter().any(|(_, address)| known(address)))
    }
}

/// What stands against an entry of that day: people it names who had opted out before.
pub fn against(desk: &Desk, entry: &HandlingIn, day: NaiveDate) -> Result<Vec<Against>, Refusal> {
    if !asks(entry) || entry.persons.is_empty() {
        return Ok(Vec::new());
    }
    let conn = desk.store.read();
    let Some(salt) = store::suppression::salt(conn)? else {
        return Ok(Vec::new());
    };
    judged(desk, entry, day, &salt, |hash| {
        store::suppression::of_hash(conn, hash)
    })
}

/// The whole list in memory, for holding a file of entries against it without asking for each.
pub struct Lines {
    salt: String,
    by_hash: HashMap<String, Vec<Line>>,
}

impl Lines {
    /// Reads it, lifted lines too.
    pub fn of(desk: &Desk) -> Result<Self, Refusal> {
        let conn = desk.store.read();
        let wanted = Wanted {
            lifted: true,
            ..Wanted::default()
        };
        let mut by_hash: HashMap<String, Vec<Line>> = HashMap::new();
        for line in store::suppression::all(conn, &wanted)? {
            by_hash.entry(line.hash.clone()).or_default().push(line);
        }
        Ok(Self {
            salt: store::suppression::salt(conn)?.unwrap_or_default(),
            by_hash,
        })
    }

    /// As [`against`].
    pub fn against(
        &self,
        desk: &Desk,
        entry: &HandlingIn,
        day: NaiveDate,
    ) -> Result<Vec<Against>, Refusal> {
        if self.by_hash.is_empty() || entry.persons.is_empty() || !asks(entry) {
            return Ok(Vec::new());
        }
        judged(desk, entry, day, &self.salt, |hash| {
            Ok(self.by_hash.get(hash).cloned().unwrap_or_default())
        })
    }
}

/// Looks up every address of everybody who is named.
fn judged(
    desk: &Desk,
    entry: &HandlingIn,
    day: NaiveDate,
    salt: &str,
    lines: impl Fn(&str) -> Result<Vec<Line>, Refusal>,
) -> Result<Vec<Against>, Refusal> {
    let scopes = speaking(entry);
    let mut found: Vec<(SuppressionScope, String, Line)> = Vec::new();
    for person in &entry.persons {
        for (_, address) in of_person(person) {
            for line in lines(&hashed(salt, &address))? {
                let theirs = line
                    .recipient
                    .is_none_or(|only| entry.recipient_id == Some(only));
                if line.held_on(day) && theirs && scopes.contains(&line.scope) {
                    let name = match person.name.trim() {
                        "" => address.clone(),
                        name => name.to_owned(),
                    };
                    found.push((line.scope, name, line));
                }
            }
        }
    }
    Ok(scopes
        .into_iter()
        .filter_map(|scope| one(desk, scope, &found))
        .collect())
}

/// The article that lets them stop it.
fn article(desk: &Desk, line: &Line) -> String {
    let law = desk.library.law(&line.law).ok();
    law.and_then(|law| {
        super::rights(line.scope)
            .iter()
            .find_map(|right| law.right(*right, line.since).ok())
    })
    .map_or_else(
        || "the suppression list".to_owned(),
        |rule| rule.cite.clone(),
    )
}

fn one(
    desk: &Desk,
    scope: SuppressionScope,
    found: &[(SuppressionScope, String, Line)],
) -> Option<Against> {
    let of: Vec<_> = found.iter().filter(|(s, _, _)| *s == scope).collect();
    let (_, first, line) = of.first()?;
    let mut names: Vec<&String> = of.iter().map(|(_, name, _)| name).collect();
    names.sort();
    names.dedup();
    let stand = match names.len() {
        1 => format!("{first} stands"),
        2 => format!("{first} and one more stand"),
        n => format!("{first} and {} more stand", n - 1),
    };
    let from = match line.reference.as_str() {
        "" => String::new(),
        reference => format!(" (request {reference})"),
    };
    Some(Against {
        key: format!("suppressed-{}", scope.id()),
        about: ContradictionAbout::Suppressed,
        message: format!(
            "{stand} on the suppression list for “{}”, since {}{from}.",
            scope_name(scope),
            short(line.since)
        ),
        cite: article(desk, line),
        // Sensitive data is not entered against anybody's word without an answer.
        needs_answer: scope == SuppressionScope::Sensitive,
        obtain: "",
    })
}

/// Lines that belong to a request, one for each scope.
pub fn linked(desk: &Desk, case: &Case) -> Result<Vec<RegisterLink>, Refusal> {
    let lines = store::suppression::of_request(desk.store.read(), case.id)?;
    Ok(SuppressionScope::ALL
        .iter()
        .filter_map(|scope| {
            let of: Vec<&Line> = lines.iter().filter(|line| line.scope == *scope).collect();
            let first = of.first()?;
            let standing: Vec<&&Line> = of.iter().filter(|line| line.lifted_on.is_none()).collect();
            Some(RegisterLink {
                register: Register::Suppression,
                id: standing.first().map_or(first.id, |line| line.id),
                title: scope_name(*scope).to_owned(),
                standing: match (standing.len(), first.undone) {
                    (0, true) => "taken back".into(),
                    (0, false) => "agreed again".into(),
                    (1, _) => format!("1 address since {}", short(first.since)),
                    (n, _) => format!("{n} addresses since {}", short(first.since)),
                },
            })
        })
        .collect())
}
