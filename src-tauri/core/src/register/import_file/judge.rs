//! What a row collides with: judged once for all rows that are equal, and by name where somebody named has a say.

use super::super::handled::{QuickMap, Shape};
use super::super::{against, consents, recipients, suppression};
use crate::api::wire::{Contradiction, HandlingIn, RecipientIn, Refusal};
use crate::desk::Desk;
use crate::promise::collide::Contract;
use crate::promise::contradictions::of_entry_with;
use crate::register::against::Against;
use chrono::NaiveDate;
use std::collections::HashMap;

/// What stands against a row.
#[derive(Clone, Default)]
pub struct Verdict {
    /// A whole sentence each.
    pub reasons: Vec<String>,
    /// It is entered by itself, with a written answer, or not at all.
    pub needs_answer: bool,
}

/// A verdict that holds for all equal rows, and whether those named can change it.
struct Shared {
    verdict: Verdict,
    /// It asks for a consent of each person.
    by_consent: bool,
    /// The suppression list may speak against it.
    by_list: bool,
}

/// Everything that rows are judged by.
pub struct Judge<'d> {
    desk: &'d Desk,
    directory: HashMap<u32, RecipientIn>,
    shared: QuickMap<(Shape, u32, Contract, Option<NaiveDate>), Shared>,
    list: suppression::Lines,
    consenting: consents::Known,
}

impl<'d> Judge<'d> {
    /// Reads the suppression list and who has consented; the directory was read before.
    pub fn of(desk: &'d Desk, directory: HashMap<u32, RecipientIn>) -> Result<Self, Refusal> {
        Ok(Self {
            desk,
            directory,
            shared: QuickMap::default(),
            list: suppression::Lines::of(desk)?,
            consenting: consents::Known::of(desk)?,
        })
    }

    /// What stands against a row, as it would against the same entry typed by hand.
    pub fn verdict(&mut self, entry: &HandlingIn, day: NaiveDate) -> Result<Verdict, Refusal> {
        let contract = match entry.recipient_id {
            Some(id) => recipients::contract(&self.directory, id, day),
            // It will be in the directory, without a contract.
            None if !entry.recipient.is_empty() => Contract::Missing,
            None => Contract::Unknown,
        };
        let version = self.desk.policy.in_force(day).map_or(0, |v| v.id);
        let key = (
            Shape::of(entry),
            version,
            contract,
            against::concerns(entry).then_some(day),
        );
        if !self.shared.contains_key(&key) {
            let alike = key.0.entry();
            let shared = Shared {
                verdict: verdict(of_entry_with(self.desk, &alike, day, None, None, contract)?),
                by_consent: consents::asks(self.desk, &alike)?,
                by_list: suppression::asks(&alike),
            };
            self.shared.insert(key.clone(), shared);
        }
        let Some(shared) = self.shared.get(&key) else {
            return Err(Refusal::broken("a row of the file was not judged"));
        };
        if shared.by_consent && entry.persons.iter().any(|one| self.consenting.holds(one)) {
            // A consent is somebody’s own: such a row is looked up whole.
            let found = of_entry_with(self.desk, entry, day, None, None, contract)?;
            return Ok(verdict(found));
        }
        let mut verdict = shared.verdict.clone();
        if shared.by_list {
            for one in self.list.against(self.desk, entry, day)? {
                verdict.needs_answer |= one.needs_answer;
                verdict.reasons.push(of_register(&one));
            }
        }
        Ok(verdict)
    }
}

fn verdict(found: Vec<Contradiction>) -> Verdict {
    Verdict {
        needs_answer: found.iter().any(|one| one.needs_answer),
        reasons: found
            .into_iter()
            .map(|one| {
                if one.quote.is_empty() {
                    let first = match one.obtain.as_str() {
                        "" => String::new(),
                        obtain => format!(" {obtain}"),
                    };
                    format!("{} ({}){first}", one.message, one.cite)
                } else {
                    format!("It does not agree with “{}” ({}).", one.quote, one.cite)
                }
            })
            .collect(),
    }
}

fn of_register(one: &Against) -> String {
    format!("{} ({})", one.message, one.cite)
}
