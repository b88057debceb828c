//! Shine the Light, Civ. Code 1798.83: the answer from the register.
//!
//! The answer is the same for everybody who asks in a year; what differs is how the request came and what the policy of its day promised.

mod given;
mod letter;

use given::in_year;
pub use given::{GivenToThem, Went, gathered, is_marketing, worked_for_us};
pub use letter::fields;

use super::rules::{self, Source};
use crate::api::wire::{
    CheckAbout, CheckState, PromiseCheck, Refusal, RegisterNote, RequestId, ShineAlternative,
    ShineAnswer, ShineYear,
};
use crate::desk::{App, Desk};
use crate::law;
use crate::policy::{Reading, WayOf};
use crate::promise::{at_work, book, engaged};
use crate::request::{case::Case, preview::answered_before};
use crate::store;
use crate::time::Now;
use crate::words::{Act, ArrivedAt, Audience, ClockFact, PromiseKind, Right, Way};
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use std::sync::OnceLock;

/// Everything of `data/registers/shine.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    note: Said,
    exempt: Exempt,
    designated: Designated,
    processor: Said,
    free: Free,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    text: String,
    source: Source,
}

/// Too small to have to answer.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exempt {
    figure: String,
    fewer_than: u64,
    text: String,
    source: Source,
}

/// What the address of arrival means.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Designated {
    law: String,
    here: String,
    elsewhere: String,
    open: String,
    source: Source,
}

/// Ways of choosing that cost nothing.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Free {
    ways: Vec<Way>,
    text: String,
    /// The promise names no such way.
    none: String,
    source: Source,
}

fn rules() -> Result<&'static Rules, Refusal> {
    static RULES: OnceLock<Result<Rules, Refusal>> = OnceLock::new();
    RULES
        .get_or_init(|| {
            rules::read(
                "registers/shine.toml",
                include_str!("../../data/registers/shine.toml"),
            )
        })
        .as_ref()
        .map_err(Refusal::clone)
}

/// The year that a request asks about: the calendar year before it.
fn year_before(case: &Case) -> i32 {
    case.received_on.year() - 1
}

/// See the command table.
pub fn answer(app: &mut App, args: RequestId, now: Now) -> Result<ShineAnswer, Refusal> {
    let desk = app.desk()?;
    let case = store::request::load(desk.store.read(), args.id)?;
    if !case.claims.iter().any(|c| c.right == Right::DisclosureList) {
        return Err(Refusal::not_now(
            "This request does not ask what was given to whom. Correct what it asks for first.",
        ));
    }
    let mut answer = answered(desk, year_before(&case))?;
    answer.alternative = alternative(desk, &case)?;
    answer.checks.extend(choice(answer.alternative.as_ref())?);
    answer
        .checks
        .extend(checks(desk, &case, now.today(desk.zone))?);
    Ok(answer)
}

/// See the command table.
pub fn year(app: &mut App, args: ShineYear, now: Now) -> Result<ShineAnswer, Refusal> {
    let desk = app.desk()?;
    if !(1900..=now.today(desk.zone).year()).contains(&args.year) {
        return Err(Refusal::field(
            "year",
            "Choose a year that has begun; nothing was given to anybody in another.",
        ));
    }
    answered(desk, args.year)
}

/// Whether the choice may stand for the list.
fn choice(found: Option<&ShineAlternative>) -> Result<Option<PromiseCheck>, Refusal> {
    let Some(found) = found else {
        return Ok(None);
    };
    let rule = &rules()?.free;
    let (state, text) = if found.means.is_empty() {
        (CheckState::Missing, &rule.none)
    } else {
        (CheckState::Open, &rule.text)
    };
    Ok(Some(PromiseCheck {
        about: CheckAbout::Exception,
        state,
        message: format!("{text} ({})", rule.source.cite),
        requires: None,
    }))
}

/// What holds for everybody who asks about a year.
fn answered(desk: &Desk, year: i32) -> Result<ShineAnswer, Refusal> {
    let given = in_year(desk, year)?;
    let checks = processors(&given)?
        .into_iter()
        .map(|note| PromiseCheck {
            about: CheckAbout::Exception,
            state: CheckState::Open,
            message: format!("{} ({})", note.message, note.cite),
            requires: None,
        })
        .collect();
    Ok(ShineAnswer {
        year,
        exempt: exempt(desk)?,
        alternative: None,
        problems: given.problems(),
        categories: given.categories,
        disclosures: given.entries,
        recipients: given.recipients.into_iter().map(|one| one.shown).collect(),
        checks,
        note: note()?,
    })
}

/// What an answer covers.
pub fn note() -> Result<RegisterNote, Refusal> {
    let said = &rules()?.note;
    Ok(said.source.note(said.text.clone()))
}

/// The article by which those who work for us are no third parties.
pub fn processor_cite() -> Result<String, Refusal> {
    Ok(rules()?.processor.source.cite.clone())
}

/// What is to be said of those who work for us and stand among the recipients all the same.
pub fn processors(given: &GivenToThem) -> Result<Option<RegisterNote>, Refusal> {
    let said = &rules()?.processor;
    Ok((!given.processors.is_empty()).then(|| {
        said.source.note(
            said.text
                .replace("{names}", &given.processors.join(", "))
                .replace("{count}", &given.by_processors.to_string()),
        )
    }))
}

/// Too small to have to answer, as far as Settings say.
pub fn exempt(desk: &Desk) -> Result<Option<RegisterNote>, Refusal> {
    let rule = &rules()?.exempt;
    let figure = desk.profile.about.figures.get(&rule.figure);
    Ok(figure
        .filter(|figure| **figure < rule.fewer_than)
        .map(|figure| {
            rule.source
                .note(rule.text.replace("{figure}", &figure.to_string()))
        }))
}

/// Label, address parts and how often by the promise; the address of arrival and how often by the law.
fn checks(desk: &Desk, case: &Case, today: NaiveDate) -> Result<Vec<PromiseCheck>, Refusal> {
    let mut all: Vec<PromiseCheck> = at_work::of(desk, case, today)?
        .promises
        .into_iter()
        .filter(|one| one.rights.contains(&Right::DisclosureList))
        .flat_map(|one| one.checks)
        .collect();
    let rule = &rules()?.designated;
    for claim in case
        .claims
        .iter()
        .filter(|c| c.right == Right::DisclosureList)
    {
        for law in claim.laws.iter().filter(|id| **id == rule.law) {
            let (state, text) = match case.arrived_at {
                Some(ArrivedAt::DesignatedAddress) => (CheckState::Met, &rule.here),
                Some(_) => (CheckState::Met, &rule.elsewhere),
                None => (CheckState::Open, &rule.open),
            };
            all.push(PromiseCheck {
                about: CheckAbout::Channel,
                state,
                message: format!("{text} ({})", rule.source.cite),
                requires: None,
            });
            let prior = answered_before(desk, case, claim)?;
            let pack = desk.library.law(law)?;
            if let Some(note) = law::frequency_note(pack, claim.right, &prior, case.received_on)? {
                all.push(PromiseCheck {
                    about: CheckAbout::Frequency,
                    state: CheckState::Reached,
                    message: format!("{} ({})", note.text, note.cite),
                    requires: None,
                });
            }
        }
    }
    Ok(all)
}

/// The promise of the policy of that day that lets the choice stand for the list, with the way that costs nothing.
pub fn alternative(desk: &Desk, case: &Case) -> Result<Option<ShineAlternative>, Refusal> {
    let found = desk.policy.in_force(case.received_on).and_then(|version| {
        let promise = desk
            .policy
            .promises(version.id)
            .find(|one| gives_choice(&one.reading))?;
        Some((version, promise))
    });
    let Some((version, promise)) = found else {
        return Ok(None);
    };
    let free = &rules()?.free.ways;
    let of = |ways: &[WayOf]| -> Vec<String> {
        ways.iter()
            .filter(|way| free.contains(&way.way))
            .map(in_words)
            .collect()
    };
    let mut means = of(&promise.reading.ways);
    if means.is_empty() {
        means = of(&engaged::contacts(&desk.policy, desk.library, case));
    }
    if means.is_empty() && !desk.profile.contact_email.is_empty() {
        means = vec![format!("by e-mail to {}", desk.profile.contact_email)];
    }
    means.dedup();
    Ok(Some(ShineAlternative {
        policy: version.id,
        promise: promise.id,
        quote: promise.quote.clone(),
        cite: book::at(version, promise),
        means: means.join(", or "),
    }))
}

/// Nothing is given to others for their marketing unless somebody agreed, or none after somebody said no.
fn gives_choice(reading: &Reading) -> bool {
    let heard = reading.audiences.is_empty()
        || reading
            .audiences
            .iter()
            .any(|one| matches!(one, Audience::Everyone | Audience::Californians));
    let passing_on = reading.rights.contains(&Right::OptOutSaleSharing)
        || reading
            .acts
            .iter()
            .any(|act| matches!(act, Act::Disclose | Act::Sell));
    heard && passing_on && matches!(reading.kind, PromiseKind::OptIn | PromiseKind::OptOut)
}

/// A way as a letter says it.
fn in_words(way: &WayOf) -> String {
    let value = way.value.trim();
    match way.way {
        Way::Mail if !value.is_empty() => format!("by e-mail to {value}"),
        Way::Mail => "by e-mail".to_owned(),
        Way::WebForm if !value.is_empty() => format!("through the form at {value}"),
        Way::WebForm => "through the form on our website".to_owned(),
        Way::Account => "in the settings of your account".to_owned(),
        Way::Phone if !value.is_empty() => format!("by calling {value}"),
        Way::Phone => "by telephone".to_owned(),
        Way::Post if !value.is_empty() => format!("by post to {value}"),
        Way::Post => "by post".to_owned(),
        Way::LinkInMessage => "by the link in each of our messages".to_owned(),
        Way::InSite => "on our website".to_owned(),
        Way::Browser => "by the setting of your browser".to_owned(),
        Way::AccountRepresentative => "through your account representative".to_owned(),
        Way::InPerson => "in person".to_owned(),
    }
}

/// The day of the answer to the same person's earlier request in the same calendar year.
fn earlier_answer(desk: &Desk, case: &Case) -> Result<Option<NaiveDate>, Refusal> {
    let keys = crate::request::same::keys(&case.requester);
    let mut newest = None;
    for id in store::request::by_person(desk.store.read(), &keys, case.id)? {
        let other = store::request::load(desk.store.read(), id)?;
        let same_year = other.received_on.year() == case.received_on.year()
            && other.received_on <= case.received_on;
        let asked = other
            .claims
            .iter()
            .any(|c| c.right == Right::DisclosureList && !c.withdrawn());
        if same_year && asked {
            newest = newest.max(other.last(ClockFact::Answered));
        }
    }
    Ok(newest)
}
