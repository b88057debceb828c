//! What a child's file says against something that was done with the child's data.

use super::data::Regime;
use super::file::{Child, regimes};
use super::standing::standing;
use super::state::State;
use crate::api::wire::{
    ChildStanding, ConsentOnFile, ContradictionAbout, HandlingIn, HandlingPurpose, Refusal,
};
use crate::desk::Desk;
use crate::register::against::{Against, PARENT_FIRST};
use crate::time::short;
use crate::words::{Act, Audience, DataTopic};
use chrono::NaiveDate;

/// What stands against an entry of that day.
pub fn against(desk: &Desk, entry: &HandlingIn, day: NaiveDate) -> Result<Vec<Against>, Refusal> {
    match entry.child {
        Some(id) => Ok(of_file(desk, &Child::load(desk, id)?, entry, day)?
            .into_iter()
            .collect()),
        None if entry.children || entry.data.contains(&DataTopic::Child) => {
            Ok(no_file(desk, entry)?.into_iter().collect())
        }
        None => Ok(Vec::new()),
    }
}

/// Given to somebody else: whoever works for us under our instructions is not.
fn passes_on(entry: &HandlingIn) -> bool {
    match entry.act {
        Act::Sell => true,
        Act::Disclose => entry.purpose != HandlingPurpose::ServiceProvider,
        Act::Collect | Act::Use => false,
    }
}

/// What comes before it leaves the house, whoever gets it.
fn first(entry: &HandlingIn) -> &'static str {
    match entry.act {
        Act::Disclose | Act::Sell => PARENT_FIRST,
        Act::Collect | Act::Use => "",
    }
}

/// An order of the law does not ask a parent.
fn demanded(entry: &HandlingIn) -> bool {
    entry.act == Act::Disclose
        && entry.purpose == HandlingPurpose::LegalProcess
        && (!entry.legal_basis.trim().is_empty() || entry.process.is_some())
}

fn no_file(desk: &Desk, entry: &HandlingIn) -> Result<Option<Against>, Refusal> {
    if demanded(entry) {
        return Ok(None);
    }
    let claimed = match entry.consent {
        ConsentOnFile::ParentDisclose => true,
        ConsentOnFile::ParentUse => !passes_on(entry),
        _ => false,
    };
    let rules = super::data::rules()?;
    // Any place of Europe stands for Europe.
    let europe = entry.audiences.contains(&Audience::Europeans);
    let place = if europe { "de" } else { "" };
    let regime = regimes(desk, place)
        .first()
        .copied()
        .unwrap_or(Regime::Coppa);
    let rest = if claimed {
        "a consent is only named in words, and no file of the register shows it."
    } else {
        "no child’s file is named that would show a parent’s consent."
    };
    Ok(Some(Against {
        key: format!("child-no-file-{}", entry.act.id()),
        about: ContradictionAbout::Consent,
        message: format!("Data of children was {}, and {rest}", done(entry)),
        cite: rules.articles(regime)?.before.clone(),
        needs_answer: !claimed,
        obtain: if claimed { "" } else { first(entry) },
    }))
}

fn of_file(
    desk: &Desk,
    child: &Child,
    entry: &HandlingIn,
    day: NaiveDate,
) -> Result<Option<Against>, Refusal> {
    let articles = child.rules.articles(child.regime())?;
    let state = State::on(child, day, None)?;
    let found = |cite: &str, why: String| {
        Some(Against {
            key: format!("child-{}-{}", child.file.id, entry.act.id()),
            about: ContradictionAbout::Consent,
            message: format!("Data of a child was {}, and {why}", done(entry)),
            cite: cite.to_owned(),
            needs_answer: true,
            obtain: first(entry),
        })
    };
    if !child.file.struck.is_empty() {
        return Ok(found(
            &articles.before,
            "the file named for it is struck out.".into(),
        ));
    }
    if demanded(entry) {
        return Ok(None);
    }
    if state.reached_on.is_some() {
        let sold = sold_under_age(child, entry, day).and_then(|(cite, why)| found(cite, why));
        return Ok(sold.map(|one| Against {
            obtain: "Obtain the young person’s own opt-in first.",
            ..one
        }));
    }
    let passes_on = passes_on(entry);
    if passes_on && state.may_disclose() || !passes_on && state.may_collect() {
        return Ok(None);
    }
    if !passes_on && excepted(child, &state, entry) {
        return Ok(None);
    }
    let since = |on: Option<NaiveDate>| on.map(short).unwrap_or_default();
    let stands = standing(desk, child, &state, day)?;
    let (cite, why) = match stands {
        ChildStanding::UseOnly if child.integral() => (&articles.separate, "the parent had consented to collection and use only; disclosure that is integral needs a consent of its own.".into()),
        ChildStanding::UseOnly => (&articles.separate, "the parent had consented to collection and use only, not to disclosure.".into()),
        ChildStanding::ConfirmationDue => (&articles.barred, "the consent did not count yet: the further message had not left.".into()),
        ChildStanding::Refused => (&articles.before, format!("the parent had refused on {}.", since(state.refused_on))),
        ChildStanding::Withdrawn => (&articles.withdrawn, format!("the parent had taken the consent back on {}.", since(state.withdrawn_on))),
        ChildStanding::Lapsed => (&articles.missing, "no consent had come in time.".into()),
        ChildStanding::Erased => (&articles.missing, "the file had been erased without a consent that stands.".into()),
        ChildStanding::Found => (&articles.found, "nobody had consented: the data had only turned up.".into()),
        ChildStanding::Exception => (&articles.exception, "the exception used for this child does not reach so far.".into()),
        _ if state.changed_on.is_some() => (&articles.change, format!("what was consented to had changed on {} and no new consent had come.", since(state.changed_on))),
        _ => (&articles.before, "no parent had consented before.".into()),
    };
    Ok(found(cite, why))
}

/// Contact details taken to ask, or what an exception lets be collected, and nothing more.
fn excepted(child: &Child, state: &State, entry: &HandlingIn) -> bool {
    let within = |id: &str| {
        child.rules.exception(id).is_some_and(|one| {
            !entry.data.is_empty() && entry.data.iter().all(|topic| one.data.contains(topic))
        })
    };
    let asking = state.contact_on.is_some()
        && !state.ever
        && state.contact_erased_on.is_none()
        && state.refused_on.is_none()
        && child
            .rules
            .exceptions
            .iter()
            .any(|one| !one.by_itself && within(&one.id));
    asking || state.exceptions.iter().any(|(id, _)| within(id))
}

/// Sold though the law of the place wants the young person's own opt-in.
fn sold_under_age<'c>(
    child: &'c Child,
    entry: &HandlingIn,
    day: NaiveDate,
) -> Option<(&'c str, String)> {
    if entry.act != Act::Sell || entry.consent == ConsentOnFile::OptIn {
        return None;
    }
    let age = child.rules.sale_age(&child.file.body.residence, day)?;
    let grown = super::file::of_age(&child.file.body, age.age).is_some_and(|(_, s)| s <= day);
    (!grown).then(|| {
        (
            age.cite.as_str(),
            format!(
                "under {} it is sold or shared only after an opt-in of its own.",
                age.age
            ),
        )
    })
}

fn done(entry: &HandlingIn) -> String {
    let to = match entry.recipient.trim() {
        "" => String::new(),
        name => format!(" to {name}"),
    };
    match entry.act {
        Act::Collect => "collected".into(),
        Act::Use => "used".into(),
        Act::Disclose => format!("disclosed{to}"),
        Act::Sell => format!("sold{to}"),
    }
}
