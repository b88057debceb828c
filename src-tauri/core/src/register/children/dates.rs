//! The dates of a child's file, each derived with its working.

use super::data::Regime;
use super::file::Child;
use super::state::State;
use crate::api::wire::{Refusal, RegisterDate};
use crate::desk::Desk;
use crate::law::{self, Question};
use crate::promise::engaged::OWN_POLICY;
use crate::time::short;
use crate::words::{Capacity, DeadlineKind, Right};
use chrono::NaiveDate;

/// The day by which names and contact details go where no consent came, with its working.
pub struct Missing {
    pub by: NaiveDate,
    working: Vec<String>,
}

/// When the time without a consent ends. The number stands in the pack: of the rule, else of the house.
pub fn missing(desk: &Desk, child: &Child, state: &State) -> Result<Option<Missing>, Refusal> {
    let Some(since) = state.waits_since() else {
        return Ok(None);
    };
    let law = desk.library.law(match child.regime() {
        Regime::Coppa => "us-coppa",
        Regime::Europe => OWN_POLICY,
    })?;
    let explained = law::explain(&Question {
        law,
        library: desk.library,
        calendar: desk
            .library
            .calendar(law.calendar_id(&desk.profile.calendar))?,
        right: Right::ChildConsent,
        capacity: Capacity::ParentOrGuardian,
        received_on: since,
        facts: &[],
        arrived_at: None,
    })?;
    let Some(working) = explained
        .workings
        .into_iter()
        .find(|one| one.deadline == DeadlineKind::Respond)
    else {
        return Err(Refusal::broken("the pack has no time without a consent"));
    };
    let mut told: Vec<String> = [
        (state.contact_on, "contact details were collected on"),
        (state.first_notice, "the notice was first sent on"),
        (state.found_on, "data was found on"),
    ]
    .into_iter()
    .filter_map(|(on, what)| Some((on?, what)))
    .map(|(on, what)| format!("{} {}.", sentence(what), short(on)))
    .collect();
    if told.len() > 1 {
        told.push(format!("The earlier counts: {}.", short(since)));
    }
    told.extend(working.steps.into_iter().map(|step| step.text));
    Ok(Some(Missing {
        by: working.date,
        working: told,
    }))
}

fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// Every date of a file, those to come first.
pub fn dates(
    desk: &Desk,
    child: &Child,
    state: &State,
    today: NaiveDate,
) -> Result<Vec<RegisterDate>, Refusal> {
    let articles = child.rules.articles(child.regime())?;
    let days = |by: NaiveDate| i32::try_from((by - today).num_days()).unwrap_or(i32::MAX);
    let mut all = Vec::new();
    if let Some(missing) = missing(desk, child, state)? {
        let what = match state.found_on {
            Some(_) => {
                "Erase what was found, with names and contact details, unless a consent has come."
            }
            None => "Erase names and contact details, unless a consent has come.",
        };
        all.push(RegisterDate {
            what: what.into(),
            by: missing.by.to_string(),
            days: days(missing.by),
            working: missing.working,
            cite: articles.missing.clone(),
            caution: None,
            met_on: None,
        });
    }
    let promptly = |on: NaiveDate, what: String, cite: &str| RegisterDate {
        what,
        by: on.to_string(),
        days: days(on),
        working: vec![format!(
            "It is due promptly, without a number of days: from {} on.",
            short(on)
        )],
        cite: cite.to_owned(),
        caution: None,
        met_on: None,
    };
    if let Some((on, method)) = &state.undeleted
        && let Some(method) = child.rules.method(method)
    {
        let what = format!("Delete what proved the parent: {}.", method.delete);
        all.push(promptly(*on, what, &method.cite));
    }
    for (id, on) in &state.exceptions {
        if let Some(exception) = child.rules.exception(id)
            && !exception.erase.is_empty()
        {
            let what = format!("Erase {}.", exception.erase);
            all.push(promptly(*on, what, &exception.cite));
        }
    }
    all.sort_by(|a, b| a.by.cmp(&b.by));
    Ok(all)
}
