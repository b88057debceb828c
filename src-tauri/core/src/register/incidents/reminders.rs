//! Laws of breaches that are named: by the organisation’s laws and by where those affected live.
//!
//! They stand as reminders on the page of an incident. Where one names a number of days, its end is watched too.

use super::dates::{Timed, after, between, counted_days, known, noon, on_their_way};
use super::file::Incident;
use super::rules::{Reminder, rules};
use super::running::not_counted;
use crate::api::wire::{Refusal, RegisterDate, RegisterNote};
use crate::desk::Desk;
use crate::time::short;
use chrono::NaiveDate;

/// A reminder that concerns an incident, with the places for which it does.
struct Concerns {
    rule: &'static Reminder,
    here: Vec<String>,
}

impl Concerns {
    /// A sentence, with its places where it speaks of several.
    fn of_places(&self, text: &str) -> String {
        if self.rule.places.len() > 1 || self.rule.unless_named {
            format!("{}: {text}", self.here.join(", ").to_uppercase())
        } else {
            text.to_owned()
        }
    }
}

fn concerning(desk: &Desk, one: &Incident) -> Result<Vec<Concerns>, Refusal> {
    let rules = rules()?;
    let laws = &desk.profile.laws;
    let book = desk.library.reach_book();
    let names = |pattern: &str, place: &str| match pattern.strip_prefix("group:") {
        Some(group) => book.in_group(group, place) || place == group,
        None => pattern == place,
    };
    let places = one.places();
    let named = |place: &str| {
        rules
            .reminders
            .iter()
            .any(|r| r.places.iter().any(|pattern| names(pattern, place)))
    };
    let mut all = Vec::new();
    for rule in &rules.reminders {
        if rule
            .without_law
            .as_ref()
            .is_some_and(|law| laws.contains(law))
        {
            continue;
        }
        let by_law = rule.laws.iter().any(|law| laws.contains(law));
        let here: Vec<String> = places
            .iter()
            .filter(|place| {
                if rule.unless_named {
                    place.starts_with("us")
                        && (place.len() == 2 || place.starts_with("us-"))
                        && !named(place)
                } else {
                    rule.places.iter().any(|pattern| names(pattern, place))
                }
            })
            .cloned()
            .collect();
        if by_law || !here.is_empty() {
            all.push(Concerns { rule, here });
        }
    }
    Ok(all)
}

/// What is to be read of these laws.
pub fn reminders(desk: &Desk, one: &Incident) -> Result<Vec<RegisterNote>, Refusal> {
    let aware_on = one.aware_on(desk.zone);
    let mut all = not_counted(rules()?, desk, one)?;
    all.extend(concerning(desk, one)?.into_iter().map(|of| {
        let mut message = of.of_places(&of.rule.text);
        if let Some(days) = of.rule.days {
            message = format!(
                "{message} {days} days from the day of awareness end on {}.",
                short(after(aware_on, days))
            );
        }
        of.rule.source.note(message)
    }));
    Ok(all)
}

/// The days on which those end that name a number; met once all those affected were told.
pub fn ending(desk: &Desk, one: &Incident, today: NaiveDate) -> Result<Vec<Timed>, Refusal> {
    let aware_on = one.aware_on(desk.zone);
    let met_on = one.all_told_on().map(|day| day.to_string());
    Ok(concerning(desk, one)?
        .into_iter()
        .filter_map(|of| {
            let days = of.rule.days?;
            let by = after(aware_on, days);
            let what = of.of_places(&of.rule.due);
            Some(Timed {
                ends: noon(by),
                at: None,
                what: what.clone(),
                law: of.rule.laws.first().cloned().unwrap_or_default(),
                late: String::new(),
                date: RegisterDate {
                    what,
                    by: by.to_string(),
                    days: between(today, by),
                    working: [
                        known(desk, one),
                        counted_days(by, days),
                        of.of_places(&of.rule.text),
                    ]
                    .into_iter()
                    .chain(on_their_way(one))
                    .collect(),
                    cite: of.rule.source.cite.clone(),
                    caution: of.rule.source.confidence.caution().map(str::to_owned),
                    met_on: met_on.clone(),
                },
            })
        })
        .collect())
}
