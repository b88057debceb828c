//! The account of disclosures, 45 CFR 164.528.
//!
//! Derived each time from the register of disclosures: who is named in an entry by mail address, or by name alone, which is said.

mod rows;

use super::rules::{self, Source};
use super::{against::Against, health};
use crate::api::wire::{Accounting, AccountingIn, Person, Problem, Refusal, RegisterNote};
use crate::desk::{App, Desk};
use crate::law;
use crate::letter::{Account, AccountRow};
use crate::request::{case::Case, preview::answered_before, same};
use crate::store::{self, accounting::Named};
use crate::time::{self, Now, long_in, short};
use crate::words::{PersonTold, ProcessKind, Right};
use chrono::{Months, NaiveDate};
use serde::Deserialize;
use std::sync::OnceLock;

/// Everything of `data/registers/accounting.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    years: u32,
    source: Source,
    left_out: Vec<LeftOut>,
    suspended: Suspended,
    associates: Said,
    fee: Fee,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct LeftOut {
    why: Why,
    text: String,
    source: Source,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Why {
    Care,
    ToThePerson,
    Authorised,
    Older,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Suspended {
    text: String,
    kinds: Vec<ProcessKind>,
    source: Source,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    text: String,
    source: Source,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fee {
    law: String,
    first: String,
    /// What the letter says of a free one.
    told: String,
    later: String,
    source: Source,
}

fn rules() -> Result<&'static Rules, Refusal> {
    static RULES: OnceLock<Result<Rules, Refusal>> = OnceLock::new();
    RULES
        .get_or_init(|| {
            rules::read(
                "registers/accounting.toml",
                include_str!("../../data/registers/accounting.toml"),
            )
        })
        .as_ref()
        .map_err(Refusal::clone)
}

/// See the command table.
pub fn accounting(app: &mut App, args: AccountingIn, _: Now) -> Result<Accounting, Refusal> {
    let desk = app.desk()?;
    let case = store::request::load(desk.store.read(), args.request)?;
    if !asks(&case) {
        return Err(Refusal::not_now(
            "This request does not ask for an account of disclosures. Correct what it asks for first.",
        ));
    }
    account(desk, &case)
}

fn asks(case: &Case) -> bool {
    case.claims
        .iter()
        .any(|c| c.right == Right::DisclosureAccounting)
}

/// Whose account it is.
fn person(case: &Case) -> &Person {
    case.subject.as_ref().unwrap_or(&case.requester)
}

/// The entries that the account of a request lists, as the register stands now.
pub fn listed(desk: &Desk, case: &Case) -> Result<Vec<u32>, Refusal> {
    let rows = account(desk, case)?.rows;
    Ok(rows.into_iter().flat_map(|row| row.handlings).collect())
}

/// The article that gives an account of disclosures.
pub fn cite() -> Result<String, Refusal> {
    Ok(rules()?.source.cite.clone())
}

fn account(desk: &Desk, case: &Case) -> Result<Accounting, Refusal> {
    let rules = rules()?;
    let until = case.received_on;
    let from = until
        .checked_sub_months(Months::new(rules.years.saturating_mul(MONTHS_OF_A_YEAR)))
        .ok_or_else(|| Refusal::broken("the time of an account cannot be counted"))?;
    let whose = person(case);
    let mut named = store::accounting::of_person(desk.store.read(), &same::keys(whose))?;
    named.retain(|one| one.day <= until);
    let mut problems = Vec::new();
    let others: Vec<Named> = named
        .extract_if(.., |one| one.other_mail && !one.by_mail)
        .collect();
    problems.extend(doubtful(&named, &others));
    let mut counts = vec![0_u32; rules.left_out.len()];
    let mut suspended = 0_u32;
    let mut listed = Vec::new();
    for one in named {
        if let Some(at) = left_out(desk, rules, &one, whose, from)? {
            if let Some(count) = counts.get_mut(at) {
                *count += 1;
            }
        } else if held_back(rules, &one) {
            suspended += 1;
        } else {
            listed.push(one);
        }
    }
    let mut left = vec![rules.source.note(format!(
        "The account reaches from {} to the day of the request.",
        short(from)
    ))];
    let by_rule = rules
        .left_out
        .iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|(rule, count)| {
            rule.source
                .note(format!("{} left out: {}.", entries(count), rule.text))
        });
    left.extend(by_rule);
    if suspended > 0 {
        let rule = &rules.suspended;
        left.push(
            rule.source
                .note(format!("{} left out: {}.", entries(suspended), rule.text)),
        );
        problems.push(Problem {
            field: "suspended".to_owned(),
            message: format!(
                "{} held back for an agency. Look whether its statement is in writing and until when it runs; what it no longer covers is listed.",
                entries(suspended)
            ),
        });
    }
    left.push(rules.associates.source.note(rules.associates.text.clone()));
    let rows = rows::rows(desk, listed)?;
    for row in &rows {
        if row.purpose.is_empty() {
            problems.push(Problem {
                field: "purpose".to_owned(),
                message: format!(
                    "What went to {} on {} says no purpose. Correct the entry, or write it in the letter.",
                    row.recipient,
                    time::day(&row.on).map(short).unwrap_or_default()
                ),
            });
        }
    }
    Ok(Accounting {
        from: from.to_string(),
        until: until.to_string(),
        rows,
        left_out: left,
        fee: fee(desk, case)?.0,
        problems,
    })
}

/// Months of a year.
const MONTHS_OF_A_YEAR: u32 = 12;

fn entries(count: u32) -> String {
    match count {
        1 => "1 entry is".to_owned(),
        n => format!("{n} entries are"),
    }
}

/// What was found by the name alone: it may be somebody else.
fn doubtful(named: &[Named], others: &[Named]) -> Vec<Problem> {
    let mut all = Vec::new();
    let alone = named.iter().filter(|one| !one.by_mail).count();
    if alone > 0 {
        all.push(Problem {
            field: "persons".to_owned(),
            message: format!(
                "{} found by the name alone. Make sure that it is the same person before the account leaves.",
                entries(u32::try_from(alone).unwrap_or(u32::MAX))
            ),
        });
    }
    if !others.is_empty() {
        all.push(Problem {
            field: "persons".to_owned(),
            message: format!(
                "{} of somebody with the same name and another e-mail address, and not listed. If it is the same person after all, add the address to the entry.",
                entries(u32::try_from(others.len()).unwrap_or(u32::MAX))
            ),
        });
    }
    all
}

/// The first rule that leaves an entry out.
fn left_out(
    desk: &Desk,
    rules: &Rules,
    one: &Named,
    whose: &Person,
    from: NaiveDate,
) -> Result<Option<usize>, Refusal> {
    let entry = &one.entry;
    let health = health::data()?;
    for (at, rule) in rules.left_out.iter().enumerate() {
        let fits = match rule.why {
            Why::Care => {
                entry.purpose == crate::api::wire::HandlingPurpose::CareAndPayment
                    || health
                        .exception(entry.health.exception.trim())
                        .is_some_and(|except| except.care)
            }
            Why::ToThePerson => {
                let name = same::fold(&whose.name);
                !name.is_empty() && same::fold(&entry.recipient) == name
            }
            Why::Authorised => {
                entry.health.authorization.is_some() && {
                    let against: Vec<Against> =
                        health::against(desk, entry, one.day, Some(one.id))?;
                    against.is_empty()
                }
            }
            Why::Older => one.day < from,
        };
        if fits {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

/// An agency said that an account would impede it: the order forbids to tell the person.
fn held_back(rules: &Rules, one: &Named) -> bool {
    one.entry.process.as_ref().is_some_and(|process| {
        process.told == PersonTold::Forbidden && rules.suspended.kinds.contains(&process.kind)
    })
}

/// Whether this one is free, and what a letter says of it.
fn fee(desk: &Desk, case: &Case) -> Result<(RegisterNote, String), Refusal> {
    let rule = &rules()?.fee;
    let claim = case
        .claims
        .iter()
        .find(|c| c.right == Right::DisclosureAccounting);
    let prior = match claim {
        Some(claim) => answered_before(desk, case, claim)?,
        None => Vec::new(),
    };
    let pack = desk.library.law(&rule.law)?;
    let reached = law::fee_note(pack, Right::DisclosureAccounting, &prior, case.received_on)?;
    Ok(match (reached, prior.iter().max()) {
        (Some(_), Some(last)) => (
            rule.source
                .note(rule.later.replace("{date}", &short(*last))),
            String::new(),
        ),
        _ => (rule.source.note(rule.first.clone()), rule.told.clone()),
    })
}

/// The account as a letter gives it; nothing where the letter does not speak of one.
pub fn fields(
    desk: &Desk,
    case: &Case,
    law: &str,
    american: bool,
) -> Result<Option<Account>, Refusal> {
    let asked = case
        .claims
        .iter()
        .any(|c| c.right == Right::DisclosureAccounting && c.laws.iter().any(|one| one == law));
    if !asked {
        return Ok(None);
    }
    let account = account(desk, case)?;
    let day = |text: &str| match time::day(text) {
        Some(on) => long_in(on, american),
        None => String::new(),
    };
    Ok(Some(Account {
        from: day(&account.from),
        until: day(&account.until),
        rows: account
            .rows
            .iter()
            .map(|row| AccountRow {
                on: day(&row.on),
                recipient: row.recipient.clone(),
                address: row.address.join(", "),
                description: row.description.clone(),
                purpose: row.purpose.clone(),
                times: row.times,
                last_on: row.last_on.as_deref().map(day).unwrap_or_default(),
            })
            .collect(),
        fee: fee(desk, case)?.1,
    }))
}
