//! What some laws ask of a request and others do not: the age, the kinds of data, where it arrived, the date on it.

use super::case::Case;
use crate::api::wire::{Asks, Particulars};
use crate::desk::Desk;
use crate::law::{self, Law};
use crate::promise::at_work;
use crate::time;
use crate::words::{ArrivedAt, DataKind, QuestionTopic, Right};
use chrono::NaiveDate;

/// Nobody has lived longer; a higher number is a slip of the keyboard.
const OLDEST: u32 = 125;

/// Takes over what was said. What cannot be is left out, and named by its field.
pub fn take(case: &mut Case, said: &Particulars) -> Vec<(&'static str, String)> {
    let mut wrong = Vec::new();
    case.age = said.age;
    if said.age.is_some_and(|years| years > OLDEST) {
        wrong.push((
            "particulars.age",
            format!(
                "Write the age in whole years, {OLDEST} at most; a date of birth is not needed."
            ),
        ));
        case.age = None;
    }
    case.data_kinds = said.data_kinds.clone();
    case.data_kinds.sort();
    case.data_kinds.dedup();
    case.questions = said.questions.clone();
    case.questions.sort();
    case.questions.dedup();
    case.arrived_at = said.arrived_at;
    let dated = said.dated_on.trim();
    case.dated_on = time::day(dated);
    if !dated.is_empty() && case.dated_on.is_none() {
        wrong.push((
            "particulars.dated_on",
            format!(
                "“{dated}” is no day that exists. Write the date on the request as 2026-03-31."
            ),
        ));
    }
    if let Some(why) = dated_late(case) {
        wrong.push(("particulars.dated_on", why));
        case.dated_on = None;
    }
    wrong
}

/// A letter cannot arrive before it was written.
pub fn dated_late(case: &Case) -> Option<String> {
    case.dated_on.filter(|on| *on > case.received_on).map(|_| {
        "The date on the request lies after its receipt. Look at both; one of them is a slip."
            .into()
    })
}

/// As the page and the form show it.
pub fn shown(case: &Case) -> Particulars {
    Particulars {
        age: case.age,
        data_kinds: case.data_kinds.clone(),
        arrived_at: case.arrived_at,
        dated_on: case.dated_on.map(|on| on.to_string()).unwrap_or_default(),
        questions: case.questions.clone(),
    }
}

/// What a law of this desk asks of this request; nothing else is asked of anybody.
pub fn asks(desk: &Desk, case: &Case) -> Asks {
    let mut asks = Asks::default();
    let organisation = law::Organisation::from(&desk.profile.about);
    let laws = |ids: &[String]| -> Vec<&'static Law> {
        ids.iter()
            .filter_map(|id| desk.library.law(id).ok())
            .collect()
    };
    for law in laws(&desk.profile.laws) {
        let rights: Vec<_> = case.claims.iter().map(|claim| claim.right).collect();
        let needs = law::needs(
            law,
            &organisation,
            &case.residence,
            &rights,
            case.received_on,
        );
        asks.age |= needs.age;
        asks.data_kinds |= needs.data;
    }
    asks.questions = case.claims.iter().any(|c| c.right == Right::Question);
    for claim in &case.claims {
        for law in laws(&claim.laws) {
            let Ok(rule) = law.right(claim.right, case.received_on) else {
                continue;
            };
            let Ok(version) = law.clock(rule, case.received_on) else {
                continue;
            };
            asks.arrived_at.extend(version.arrivals());
            asks.dated_on |= version.counts_from_its_date();
        }
    }
    if at_work::names_address(desk, case) {
        asks.arrived_at
            .extend([ArrivedAt::DesignatedAddress, ArrivedAt::OtherAddress]);
    }
    // In the order of the list, each once.
    let told: Vec<ArrivedAt> = ArrivedAt::ALL.to_vec();
    let wanted = std::mem::take(&mut asks.arrived_at);
    asks.arrived_at = told
        .into_iter()
        .filter(|one| wanted.contains(one))
        .collect();
    asks
}

/// For the log: a kind in plain words.
pub fn kinds(kinds: &[DataKind]) -> String {
    if kinds.is_empty() {
        return "not said".into();
    }
    kinds
        .iter()
        .map(|kind| kind.id().replace('-', " "))
        .collect::<Vec<_>>()
        .join(", ")
}

/// For the log: what is only asked about.
pub fn questions(topics: &[QuestionTopic]) -> String {
    let words = topics.iter().map(|topic| topic.id().replace('-', " "));
    if topics.is_empty() {
        "not said".into()
    } else {
        words.collect::<Vec<_>>().join(", ")
    }
}

/// For the log: a number of years, or that nobody said.
pub fn years(age: Option<u32>) -> String {
    age.map_or_else(|| "not said".into(), |years| years.to_string())
}

/// For the log: where it arrived.
pub fn arrival(at: Option<ArrivedAt>) -> String {
    at.map_or_else(|| "not said".into(), |at| at.id().replace('-', " "))
}

/// For the log: a day, or that there is none.
pub fn dated(on: Option<NaiveDate>) -> String {
    on.map_or_else(|| "not said".into(), time::short)
}
