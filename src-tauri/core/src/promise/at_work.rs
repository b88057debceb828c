//! What the promises in force on receipt mean for a request: what they ask, what is missing, by when they want an answer.

use super::book::{at, named};
use super::engaged::{self, Engaged, engaged};
use super::requirements;
use crate::api::wire::{
    CheckAbout, CheckState, EngagedPromise, PromiseCheck, PromisesAtWork, Refusal,
};
use crate::desk::Desk;
use crate::letter;
use crate::policy::{Frequency, WayOf};
use crate::request::case::Case;
use crate::request::deadlines::days_between;
use crate::request::same;
use crate::store;
use crate::time::short;
use crate::words::{
    ArrivedAt, Channel, ClockFact, LetterLanguage, Per, PromiseKind, Requirement, Right, TimeUnit,
    Way,
};
use chrono::{Datelike, Months, NaiveDate};

/// Everything the log form and the request page show of it.
pub fn of(desk: &Desk, case: &Case, today: NaiveDate) -> Result<PromisesAtWork, Refusal> {
    let book = &desk.policy;
    let Some(version) = book.in_force(case.received_on) else {
        let note = if book.versions.is_empty() {
            "No policy has been brought in yet. With it, requests are held against what you promised."
                .to_owned()
        } else {
            format!(
                "No version of the policy was in force on {}.",
                short(case.received_on)
            )
        };
        return Ok(PromisesAtWork {
            notes: vec![note],
            ..PromisesAtWork::default()
        });
    };
    let contacts = engaged::contacts(book, desk.library, case);
    let mut out = PromisesAtWork {
        version: Some(named(version)),
        unreviewed: version
            .suggested
            .saturating_sub(count(book.of(version.id).filter(|one| !one.own).count())),
        ..PromisesAtWork::default()
    };
    for one in engaged(book, desk.library, case) {
        let shown = shown(desk, case, &one, &contacts, today, &mut out.missing)?;
        out.promises.push(shown);
    }
    if out.promises.is_empty() && !case.claims.is_empty() {
        let why = if book.promises(version.id).next().is_none() {
            "None of this version’s promises has been accepted yet."
        } else {
            "No accepted promise of this version speaks of what is asked."
        };
        out.notes.push(why.into());
    }
    Ok(out)
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn shown(
    desk: &Desk,
    case: &Case,
    one: &Engaged,
    contacts: &[WayOf],
    today: NaiveDate,
    lacking: &mut Vec<String>,
) -> Result<EngagedPromise, Refusal> {
    let reading = &one.promise.reading;
    let mut checks = Vec::new();
    if one.open {
        checks.push(said(
            CheckAbout::Condition,
            CheckState::Open,
            "It speaks to people of one place only. Say where the person lives.",
        ));
    }
    if !one.rights.is_empty() && one.rights != [Right::Question] {
        let ways = if reading.ways.is_empty() {
            contacts
        } else {
            &reading.ways
        };
        checks.extend(channel(case, ways));
        for condition in &reading.conditions {
            let found = requirements::compare(case, condition);
            if let (CheckState::Missing, Some(wanted)) = (found.state, condition.requires) {
                let american = case.residence.starts_with("us");
                let words = letter::tongue(LetterLanguage::En)?.particular(
                    wanted,
                    &condition.words,
                    american,
                );
                if !lacking.contains(&words) {
                    lacking.push(words);
                }
            }
            checks.push(PromiseCheck {
                about: CheckAbout::Condition,
                state: found.state,
                message: found.message,
                requires: condition.requires,
            });
        }
        if let Some(limit) = &reading.frequency {
            checks.push(frequency(desk, case, one, limit)?);
        }
    }
    let promised = engaged::date(
        desk.library,
        &desk.profile.calendar,
        case,
        one.promise,
        one.version,
    )?
    .filter(|_| !one.open && !one.rights.is_empty());
    if let Some(promised) = &promised {
        checks.push(said(
            CheckAbout::TimeLimit,
            CheckState::Open,
            &format!(
                "It promises an answer by {}; the earlier of this and the law’s date leads.",
                short(promised.due)
            ),
        ));
    } else if let Some(limit) = &reading.time_limit
        && limit.unit == TimeUnit::Promptly
        && !one.rights.is_empty()
    {
        checks.push(said(
            CheckAbout::TimeLimit,
            CheckState::Open,
            &format!("It promises “{}” and names no day.", limit.words),
        ));
    }
    for except in &reading.exceptions {
        checks.push(said(
            CheckAbout::Exception,
            CheckState::Open,
            &format!("It excepts: “{}”.", except.words),
        ));
    }
    Ok(EngagedPromise {
        promise: one.promise.id,
        policy: one.promise.policy,
        quote: one.promise.quote.clone(),
        cite: at(one.version, one.promise),
        reading: reading.clone(),
        rights: one.rights.clone(),
        checks,
        due: promised.as_ref().map(|p| p.due.to_string()),
        days: promised.map(|p| days_between(today, p.due)),
    })
}

fn said(about: CheckAbout, state: CheckState, message: &str) -> PromiseCheck {
    PromiseCheck {
        about,
        state,
        message: message.into(),
        requires: None,
    }
}

/// Whether the request came a way the promise names. Where it did not, the law counts it as received all the same.
fn channel(case: &Case, ways: &[WayOf]) -> Option<PromiseCheck> {
    let to_us: Vec<&WayOf> = ways
        .iter()
        .filter(|w| !matches!(w.way, Way::InSite | Way::Browser | Way::LinkInMessage))
        .collect();
    if to_us.is_empty() {
        return None;
    }
    let came = case.channel.id().replace('-', " ");
    let this: Vec<&&WayOf> = to_us
        .iter()
        .filter(|w| is_channel(w.way, case.channel))
        .collect();
    let (state, message) = match this.iter().find(|w| !w.value.is_empty()) {
        _ if this.is_empty() => (
            CheckState::Open,
            format!(
                "It came by {came}; the promise names {}. The law counts it as received all the same.",
                listed(&to_us)
            ),
        ),
        None => (
            CheckState::Met,
            format!("It came by {came}, which the promise names: it counts as received there."),
        ),
        Some(at) => match case.arrived_at {
            Some(ArrivedAt::DesignatedAddress) => (
                CheckState::Met,
                format!(
                    "It came to {}, which the promise names: it counts as received there.",
                    at.value
                ),
            ),
            Some(_) => (
                CheckState::Open,
                format!(
                    "It came by {came}, but not to {}. The law’s clock counts from its receipt all the same.",
                    at.value
                ),
            ),
            None => (
                CheckState::Open,
                format!(
                    "The promise names {}. Say whether it arrived there.",
                    at.value
                ),
            ),
        },
    };
    Some(PromiseCheck {
        about: CheckAbout::Channel,
        state,
        message,
        requires: None::<Requirement>,
    })
}

fn is_channel(way: Way, channel: Channel) -> bool {
    matches!(
        (way, channel),
        (Way::Mail, Channel::Mail)
            | (Way::Post, Channel::Post)
            | (Way::Phone, Channel::Phone)
            | (Way::WebForm | Way::Account, Channel::WebForm)
            | (Way::AccountRepresentative, Channel::AccountRepresentative)
            | (Way::InPerson, Channel::InPerson)
    )
}

fn listed(ways: &[&WayOf]) -> String {
    let words: Vec<String> = ways
        .iter()
        .map(|w| match (w.way, w.value.as_str()) {
            (Way::Account, _) => "the account’s own settings".to_owned(),
            (way, "") => way.id().replace('-', " "),
            (_, value) => value.to_owned(),
        })
        .collect();
    words.join(", ")
}

/// Whether one of the promises names an address for the way the request came: then it is asked whether it arrived there.
pub fn names_address(desk: &Desk, case: &Case) -> bool {
    let contacts = engaged::contacts(&desk.policy, desk.library, case);
    engaged(&desk.policy, desk.library, case).iter().any(|one| {
        let own = &one.promise.reading.ways;
        let ways = if own.is_empty() { &contacts } else { own };
        !one.rights.is_empty()
            && ways
                .iter()
                .any(|w| is_channel(w.way, case.channel) && !w.value.is_empty())
    })
}

/// How often the same person was answered about the same in the span the promise counts.
pub fn frequency(
    desk: &Desk,
    case: &Case,
    one: &Engaged,
    limit: &Frequency,
) -> Result<PromiseCheck, Refusal> {
    let on = case.received_on;
    let since = match limit.per {
        Per::CalendarYear => NaiveDate::from_ymd_opt(on.year(), 1, 1),
        Per::TwelveMonths => on.checked_sub_months(Months::new(YEAR)),
        Per::Month => on.checked_sub_months(Months::new(1)),
        Per::Ever => None,
    }
    .unwrap_or(NaiveDate::MIN);
    let mut before = 0;
    let keys = same::keys(&case.requester);
    for id in store::request::by_person(desk.store.read(), &keys, case.id)? {
        let other = store::request::load(desk.store.read(), id)?;
        if other.received_on >= since
            && other.received_on <= on
            && other.last(ClockFact::Answered).is_some()
            && other.claims.iter().any(|c| one.rights.contains(&c.right))
        {
            before += 1;
        }
    }
    let (state, message) = if before >= limit.times {
        (
            CheckState::Reached,
            format!(
                "The policy limits how often (“{}”): answered {before} times in that span already. An answer all the same is a courtesy.",
                limit.words
            ),
        )
    } else {
        (
            CheckState::Met,
            format!(
                "The policy limits how often (“{}”); this is number {} in that span.",
                limit.words,
                before + 1
            ),
        )
    };
    Ok(said(CheckAbout::Frequency, state, &message))
}

/// Months of a span of twelve months.
const YEAR: u32 = 12;

/// A promise that is kept by doing what is asked: refusing it breaks it.
pub fn is_kept_by_granting(kind: PromiseKind) -> bool {
    matches!(
        kind,
        PromiseKind::OptOut
            | PromiseKind::Access
            | PromiseKind::Edit
            | PromiseKind::Delete
            | PromiseKind::Restrict
            | PromiseKind::Object
            | PromiseKind::WithdrawConsent
            | PromiseKind::DisclosureList
            | PromiseKind::ParentalReview
    )
}
