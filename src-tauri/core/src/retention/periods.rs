//! How long a request is kept: what its laws set at least, and what the house set for itself.

use super::preview;
use crate::api::wire::{
    Nothing, PurgeIn, Refusal, RegisterNote, Retention, RetentionLaw, RetentionRule, RetentionSave,
};
use crate::desk::{App, Desk};
use crate::register::rules::{self, Source};
use crate::request::case::Case;
use crate::store::{self, Event};
use crate::time::{Now, short};
use crate::words::Right;
use chrono::{Months, NaiveDate};
use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

/// Everything of `data/retention.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    pub house: House,
    pub reading: Reading,
    pub periods: Vec<Period>,
}

/// What the house does where no law sets a number.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct House {
    pub months: u32,
    pub covers: String,
    pub source: Source,
}

/// From when the periods run.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    pub text: String,
    pub cite: String,
}

/// The least that laws set.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    pub laws: Vec<String>,
    /// Only these rights; empty for all.
    #[serde(default)]
    pub rights: Vec<Right>,
    pub months: u32,
    pub covers: String,
    pub source: Source,
}

/// Longest period that the house can set, in months: longer is for ever.
const LONGEST: u32 = 1200;

/// The rules that come with the program.
pub fn bundled() -> Result<&'static Rules, Refusal> {
    static RULES: OnceLock<Result<Rules, Refusal>> = OnceLock::new();
    RULES
        .get_or_init(|| rules::read("retention.toml", include_str!("../../data/retention.toml")))
        .as_ref()
        .map_err(Clone::clone)
}

/// The periods of a desk.
pub struct Periods {
    pub rules: &'static Rules,
    /// The house's own, in months, by law.
    pub own: HashMap<String, u32>,
}

/// How long one request has to be kept, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// The last day; it may go on the day after.
    pub until: NaiveDate,
    /// The law whose period ends last; empty where it stands under none.
    pub law: String,
    pub why: RegisterNote,
}

impl Periods {
    /// Those that count now.
    pub fn of(desk: &Desk) -> Result<Self, Refusal> {
        Ok(Self {
            rules: bundled()?,
            own: store::retention::periods(desk.store.read())?,
        })
    }

    /// The longest period the law itself sets for a right; without a right, for every request.
    pub fn minimum(&self, law: &str, right: Option<Right>) -> Option<&'static Period> {
        self.rules
            .periods
            .iter()
            .filter(|period| period.laws.iter().any(|one| one == law))
            .filter(|period| {
                period.rights.is_empty() || right.is_some_and(|r| period.rights.contains(&r))
            })
            .max_by_key(|period| period.months)
    }

    /// Months that count: the house's own where it set some, never fewer than the law's.
    pub fn months(&self, law: &str, right: Option<Right>) -> u32 {
        let minimum = self.minimum(law, right).map(|period| period.months);
        match (self.own.get(law), minimum) {
            (Some(own), minimum) => (*own).max(minimum.unwrap_or_default()),
            (None, Some(minimum)) => minimum,
            (None, None) => self.rules.house.months,
        }
    }

    /// Months of the shortest period there is.
    pub fn shortest(&self) -> u32 {
        let set = self.rules.periods.iter().map(|period| period.months);
        set.chain(self.own.values().copied())
            .fold(self.rules.house.months, u32::min)
    }

    /// How long a closed request is kept; nothing while it is open.
    ///
    /// Under several laws the period that ends last counts.
    /// It runs from the day of closing, or of the answer where that left later, and its last day is counted to its end:
    /// closed on 23 November 2024, kept 24 months, it may go on 24 November 2026.
    /// A month too short ends on its last day: closed on 29 February 2024, it may go on 1 March 2026.
    pub fn kept(&self, case: &Case) -> Option<Kept> {
        let from = case
            .closed_on
            .max(case.answered_on().filter(|_| !case.open()))?;
        let mut longest: Option<(u32, &str, Right)> = None;
        for claim in &case.claims {
            let none = claim.laws.is_empty().then_some("");
            for law in claim.laws.iter().map(String::as_str).chain(none) {
                let months = self.months(law, Some(claim.right));
                // Of periods that are equal, one that a law sets says why.
                let weight = |law, right| self.minimum(law, Some(right)).is_some();
                let better = longest.is_none_or(|(best, of, right)| {
                    (months, weight(law, claim.right)) > (best, weight(of, right))
                });
                if better {
                    longest = Some((months, law, claim.right));
                }
            }
        }
        let (months, law, right) =
            longest.unwrap_or((self.rules.house.months, "", Right::Question));
        let until = after(from, months);
        Some(Kept {
            until,
            law: law.to_owned(),
            why: self.why(law, right, months, from, until),
        })
    }

    fn why(
        &self,
        law: &str,
        right: Right,
        months: u32,
        from: NaiveDate,
        until: NaiveDate,
    ) -> RegisterNote {
        let span = format!(
            "Closed on {}, kept {months} months, until {}.",
            short(from),
            short(until)
        );
        let source = match (self.own.get(law), self.minimum(law, Some(right))) {
            (None, None) => &self.rules.house.source,
            (Some(own), Some(minimum)) if *own > minimum.months => return own_note(span),
            (Some(_), None) => return own_note(span),
            (_, Some(minimum)) => &minimum.source,
        };
        source.note(span)
    }

    /// Law, right and the last closing day whose period is over on a day, as the store asks for it.
    pub fn cutoffs(&self, desk: &Desk, on: NaiveDate) -> String {
        let all: Vec<_> = desk
            .library
            .laws()
            .flat_map(|law| {
                Right::ALL
                    .iter()
                    .map(move |right| (law.id.as_str(), *right))
            })
            .map(|(law, right)| {
                let cutoff = before(on, self.months(law, Some(right)));
                json!([law, right.id(), cutoff.to_string()])
            })
            .collect();
        json!(all).to_string()
    }
}

fn own_note(message: String) -> RegisterNote {
    RegisterNote {
        message,
        cite: "The house’s own period".into(),
        caution: None,
    }
}

/// So many months after a day; the last day of a month that is too short.
pub fn after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months))
        .unwrap_or(NaiveDate::MAX)
}

/// So many months before.
pub fn before(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_sub_months(Months::new(months))
        .unwrap_or(NaiveDate::MIN)
}

/// See the command table.
pub fn show(app: &mut App, _: Nothing, now: Now) -> Result<Retention, Refusal> {
    view(app.desk()?, now)
}

fn view(desk: &Desk, now: Now) -> Result<Retention, Refusal> {
    let periods = Periods::of(desk)?;
    let seen = preview::look(desk, &PurgeIn::default(), now)?;
    let ticked = desk.profile.laws.iter().cloned();
    let always = desk.library.always().map(|law| law.id.clone());
    let others = periods.own.keys().cloned();
    let found = seen.groups.iter().map(|group| group.law.clone());
    let shown: BTreeSet<String> = ticked.chain(always).chain(others).chain(found).collect();
    let laws = desk
        .library
        .laws()
        .filter(|law| shown.contains(&law.id))
        .map(|law| RetentionLaw {
            law: law.id.clone(),
            short: law.short.clone(),
            says: law.records.as_ref().map_or_else(
                || RegisterNote {
                    message: "It says nothing of records.".into(),
                    cite: law.cite.clone(),
                    caution: None,
                },
                |records| RegisterNote {
                    message: records.text.clone(),
                    cite: records.cite.clone(),
                    caution: None,
                },
            ),
            minimum: periods.minimum(&law.id, None).map(|period| period.months),
            rules: rules_of(&periods, &law.id),
            own: periods.own.get(&law.id).copied(),
            months: periods.months(&law.id, None),
            may_go: seen
                .groups
                .iter()
                .filter(|group| group.law == law.id)
                .map(|group| group.requests)
                .sum(),
        })
        .collect();
    Ok(Retention {
        today: now.today(desk.zone).to_string(),
        laws,
        reading: RegisterNote {
            message: periods.rules.reading.text.clone(),
            cite: periods.rules.reading.cite.clone(),
            caution: None,
        },
        holds: store::retention::holds(desk.store.read())?,
        may_go: seen.groups.iter().map(|group| group.requests).sum(),
    })
}

fn rules_of(periods: &Periods, law: &str) -> Vec<RetentionRule> {
    let line = |months, covers: &str, source: &Source| RetentionRule {
        months,
        covers: covers.to_owned(),
        cite: source.cite.clone(),
        since: source.since.to_string(),
        checked: source.checked.to_string(),
        caution: source.confidence.caution().map(str::to_owned),
    };
    let set = periods.rules.periods.iter();
    let mut all: Vec<RetentionRule> = set
        .filter(|period| period.laws.iter().any(|one| one == law))
        .map(|period| line(period.months, &period.covers, &period.source))
        .collect();
    if periods.minimum(law, None).is_none() {
        let house = &periods.rules.house;
        all.push(line(house.months, &house.covers, &house.source));
    }
    all
}

/// See the command table.
pub fn save(app: &mut App, args: RetentionSave, now: Now) -> Result<Retention, Refusal> {
    let desk = app.desk()?;
    let periods = Periods::of(desk)?;
    let law = desk.library.law(&args.law)?;
    if let Some(months) = args.months {
        if !(1..=LONGEST).contains(&months) {
            return Err(Refusal::field(
                "months",
                format!("Write a number of months from 1 to {LONGEST}."),
            ));
        }
        if let Some(minimum) = periods.minimum(&law.id, None)
            && months < minimum.months
        {
            return Err(Refusal::field(
                "months",
                format!(
                    "{} wants its requests kept at least {} months ({}). Choose that or longer.",
                    law.short, minimum.months, minimum.source.cite
                ),
            ));
        }
    }
    let was = periods.own.get(&law.id).copied();
    if was == args.months {
        return view(desk, now);
    }
    let said = |months: Option<u32>| {
        months.map_or_else(
            || "as the program proposes".into(),
            |n| format!("{n} months"),
        )
    };
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        store::retention::set_period(tx, &law.id, args.months, seq)?;
        let what = format!(
            "How long requests under {} are kept was changed.",
            law.short
        );
        let event = Event::desk("retention-changed", what)
            .facts(json!({ "law": law.id, "was": was, "months": args.months }))
            .detail("Kept", format!("{} → {}", said(was), said(args.months)));
        Ok(((), event))
    })?;
    view(desk, now)
}
