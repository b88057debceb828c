//! Which steps a file allows, and the sentence for each that it does not.

use super::file::{Child, PARENT};
use super::state::State;
use crate::api::wire::{ChildEntryIn, ChildStanding, ChildStepOffer, Refusal};
use crate::time::short;
use crate::words::ChildStep;
use chrono::NaiveDate;

/// Whether a step makes sense at all, whatever is written with it.
pub fn allows(child: &Child, state: &State, step: ChildStep, on: NaiveDate) -> Result<(), String> {
    let no = |why: &str| Err(why.to_owned());
    if !child.file.struck.is_empty() {
        return no("This file is struck out; it is only read.");
    }
    let erased = state.contact_erased_on.is_some();
    let grown = state.reached_on.is_some();
    let covered = state.consent.is_some();
    match step {
        ChildStep::Note => {}
        ChildStep::ProofDeleted => {
            if state.undeleted.is_none() {
                return no("Nothing that proved a parent is still to be deleted.");
            }
        }
        ChildStep::DataErased => {}
        ChildStep::ContactErased => {
            if erased {
                return no("They are erased already.");
            }
            if state.covers() && !grown {
                return no(
                    "A consent stands; it must stay possible to show whose it is. They go when it is refused, taken back, or the time without it is over.",
                );
            }
        }
        ChildStep::ReachedAge => {
            if grown {
                return no("It is written down already.");
            }
            match child.of_age() {
                None => return no("Write the year of birth or the age first."),
                Some((from, _)) if on < from => {
                    return Err(format!(
                        "The child cannot have reached {} before {}.",
                        child.age.age,
                        short(from)
                    ));
                }
                Some(_) => {}
            }
        }
        _ if grown => {
            return no(
                "The child has reached the age and speaks for itself; a parent’s word counts no longer.",
            );
        }
        _ if erased && step != ChildStep::FurtherRefused => {
            return no("Names and contact details are erased. A new matter needs a new file.");
        }
        ChildStep::ContactCollected => {
            if let Some(on) = state.contact_on {
                return Err(format!(
                    "They were collected on {}; that day counts.",
                    short(on)
                ));
            }
        }
        ChildStep::NoticeSent => {
            let reachable = child.row(PARENT).is_some_and(|one| {
                let p = &one.person;
                !(p.name.is_empty() && p.email.is_empty() && p.address.is_empty())
            });
            if !reachable {
                return no("Write who the parent is first; a notice to nobody is none.");
            }
        }
        ChildStep::ConsentGiven => {
            if let Some(notice) = state.owed(child).first() {
                return Err(match (state.changed_on, state.withdrawn_on) {
                    (Some(changed), _) => format!(
                        "What was consented to changed on {}: the parent is told anew before consenting anew ({}).",
                        short(changed),
                        notice.cite
                    ),
                    (_, Some(taken)) => format!(
                        "The consent was taken back on {}: another needs another notice ({}).",
                        short(taken),
                        notice.cite
                    ),
                    _ => format!(
                        "No consent counts before the notice has left with everything it must say ({}).",
                        notice.cite
                    ),
                });
            }
        }
        ChildStep::ConsentConfirmed => match &state.consent {
            None => return no("There is no consent that a message could follow."),
            Some(one) if !one.to_confirm => {
                return no("This consent was given by a method that needs no further message.");
            }
            Some(one) if one.confirmed_on.is_some() => return no("The further message has left."),
            Some(_) => {}
        },
        ChildStep::ConsentRefused => {
            if covered {
                return no("A consent stands: record that it was taken back.");
            }
            if state.refused_on.is_some() || state.withdrawn_on.is_some() {
                return no("It is refused already.");
            }
        }
        ChildStep::ConsentWithdrawn => {
            if !covered {
                return no("There is no consent that could be taken back.");
            }
        }
        ChildStep::MaterialChange => {
            if !covered && state.notices.is_empty() {
                return no("Nothing was told or consented to that could change.");
            }
        }
        ChildStep::DataFound => {
            if state.covers() {
                return no("A consent stands; what goes beyond it is a material change.");
            }
        }
        ChildStep::Reviewed => {
            if !state.parent_shown() {
                return no(
                    "First make sure that it is a parent: what was collected from a child is shown to nobody else. A description of the kinds of data needs no proof; write it as a note.",
                );
            }
        }
        ChildStep::ExceptionUsed | ChildStep::ParentProven | ChildStep::FurtherRefused => {}
    }
    Ok(())
}

/// Each step, or why it is not offered.
pub fn offers(
    child: &Child,
    state: &State,
    stands: ChildStanding,
    today: NaiveDate,
) -> Vec<ChildStepOffer> {
    let primary = match stands {
        ChildStanding::NoticeDue => Some(ChildStep::NoticeSent),
        ChildStanding::AwaitingConsent => Some(ChildStep::ConsentGiven),
        ChildStanding::ConfirmationDue => Some(ChildStep::ConsentConfirmed),
        ChildStanding::Found if state.notified(child) => Some(ChildStep::ConsentGiven),
        ChildStanding::Found => Some(ChildStep::NoticeSent),
        ChildStanding::Lapsed | ChildStanding::Refused => Some(ChildStep::ContactErased),
        ChildStanding::Withdrawn if state.data_erased_on.is_none() => Some(ChildStep::DataErased),
        ChildStanding::Withdrawn => Some(ChildStep::ContactErased),
        ChildStanding::Erased if state.contact_erased_on.is_none() => {
            Some(ChildStep::ContactErased)
        }
        _ if state.undeleted.is_some() => Some(ChildStep::ProofDeleted),
        _ if child.of_age().is_some_and(|(_, surely)| surely <= today) => {
            Some(ChildStep::ReachedAge)
        }
        _ => None,
    };
    ChildStep::ALL
        .iter()
        .map(|step| {
            let reason = allows(child, state, *step, today).err();
            let (label, _, cite) = child.rules.step(*step, child.regime());
            ChildStepOffer {
                step: *step,
                label: label.to_owned(),
                offered: reason.is_none(),
                primary: reason.is_none() && primary == Some(*step),
                reason,
                cite: cite.to_owned(),
            }
        })
        .collect()
}

/// Whether this very entry may be written, judged by its own day.
pub fn check(
    child: &Child,
    state: &State,
    entry: &ChildEntryIn,
    on: NaiveDate,
) -> Result<(), Refusal> {
    let (_, _, cite) = child.rules.step(entry.step, child.regime());
    allows(child, state, entry.step, on).map_err(|why| {
        Refusal::not_now(if cite.is_empty() {
            why
        } else {
            format!("{why} ({cite})")
        })
    })?;
    match entry.step {
        ChildStep::NoticeSent => notice(child, state, entry),
        ChildStep::ConsentGiven => consent(child, state, entry, on),
        ChildStep::ParentProven => {
            said(
                entry,
                "Write what was seen, without numbers and without a copy of an identity document.",
            )?;
            method(child, entry, on, "Say by which method it was shown.").map(|_| ())
        }
        ChildStep::ExceptionUsed => exception(child, entry, on),
        ChildStep::ConsentConfirmed => said(
            entry,
            "Write how the message left: by mail, by text, by letter or by call, and that it said how to take the consent back.",
        ),
        ChildStep::MaterialChange => said(entry, "Write what changes."),
        ChildStep::DataFound => said(entry, "Write what turned up, and where; in general words."),
        ChildStep::DataErased => said(
            entry,
            "Write what was erased, and when the copies in backups will be gone.",
        ),
        ChildStep::Reviewed => said(entry, "Write what was shown, and how."),
        ChildStep::ReachedAge => said(
            entry,
            "Write how it became known; the day of birth is not needed.",
        ),
        ChildStep::ProofDeleted => Ok(()),
        ChildStep::Note => said(entry, "Write the note."),
        ChildStep::ContactCollected
        | ChildStep::ConsentRefused
        | ChildStep::ConsentWithdrawn
        | ChildStep::ContactErased
        | ChildStep::FurtherRefused => Ok(()),
    }
}

fn said(entry: &ChildEntryIn, otherwise: &str) -> Result<(), Refusal> {
    if entry.text.trim().is_empty() {
        Err(Refusal::field("text", otherwise))
    } else {
        Ok(())
    }
}

fn notice(child: &Child, state: &State, entry: &ChildEntryIn) -> Result<(), Refusal> {
    let Some(notice) = child.rules.notice(&entry.notice) else {
        return Err(Refusal::field("notice", "Say which notice was sent."));
    };
    if let Some(unknown) = entry
        .items
        .iter()
        .find(|id| !notice.items.iter().any(|item| item.id == **id))
    {
        return Err(Refusal::field(
            "items",
            format!("“{unknown}” is no part of this notice."),
        ));
    }
    let missing: Vec<String> = state
        .needed(child, notice)
        .filter(|item| !entry.items.contains(&item.id))
        .map(|item| format!("{} ({})", item.what, item.cite))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Refusal::field(
        "items",
        format!(
            "The notice lacks what it must say: {}. Send one that says it; this one counts for nothing.",
            missing.join("; ")
        ),
    ))
}

fn method<'c>(
    child: &'c Child,
    entry: &ChildEntryIn,
    on: NaiveDate,
    otherwise: &str,
) -> Result<&'c super::data::Method, Refusal> {
    let Some(method) = child.rules.method(&entry.method) else {
        return Err(Refusal::field("method", otherwise));
    };
    if on < method.since {
        return Err(Refusal::field(
            "method",
            format!(
                "“{}” is a method only since {} ({}).",
                method.name,
                short(method.since),
                method.cite
            ),
        ));
    }
    if method.only_outside.is_some() && child.regimes.contains(&super::data::Regime::Coppa) {
        let articles = child.rules.articles(super::data::Regime::Coppa)?;
        return Err(Refusal::field(
            "method",
            format!(
                "“{}” is not enough for this child: the American rule names its methods ({}).",
                method.name, articles.before
            ),
        ));
    }
    Ok(method)
}

fn consent(
    child: &Child,
    state: &State,
    entry: &ChildEntryIn,
    on: NaiveDate,
) -> Result<(), Refusal> {
    let articles = child.rules.articles(child.regime())?;
    let method = method(child, entry, on, "Say by which method the consent came.")?;
    if entry.disclose && !child.discloses() {
        return Err(Refusal::field(
            "disclose",
            format!(
                "Nothing in this file is to be disclosed, and the notice spoke of no third party: a consent to it would be to nothing ({}).",
                articles.separate
            ),
        ));
    }
    if method.only_without_disclosure && (entry.disclose || child.discloses()) {
        return Err(Refusal::field(
            "method",
            format!(
                "“{}” is only for services that disclose nothing, and here data is to be disclosed. Choose another method ({}).",
                method.name, method.cite
            ),
        ));
    }
    if let Some(standing) = state.consent.as_ref().filter(|one| one.counts()) {
        if !entry.disclose {
            return Err(Refusal::not_now(format!(
                "A consent to collection and use stands since {}. What is new is a material change; less than before is a withdrawal ({}).",
                short(standing.on),
                articles.separate
            )));
        }
        if standing.disclose_on.is_some() {
            return Err(Refusal::not_now(format!(
                "A consent to disclosure stands already ({}).",
                articles.separate
            )));
        }
    }
    if child.integral() && entry.disclose && state.consent.is_none() {
        return Err(Refusal::field(
            "disclose",
            format!(
                "Where disclosure is integral to the service it has a consent of its own: record the one to collection and use first, then this one ({}).",
                articles.separate
            ),
        ));
    }
    Ok(())
}

fn exception(child: &Child, entry: &ChildEntryIn, on: NaiveDate) -> Result<(), Refusal> {
    let Some(exception) = child.rules.exception(&entry.exception) else {
        return Err(Refusal::field("exception", "Say which exception it was."));
    };
    if !exception.by_itself {
        return Err(Refusal::field(
            "exception",
            format!(
                "Contact details to ask for consent have a step of their own: record them there, and the time runs ({}).",
                exception.cite
            ),
        ));
    }
    if on < exception.since {
        return Err(Refusal::field(
            "exception",
            format!(
                "This exception is there only since {} ({}).",
                short(exception.since),
                exception.cite
            ),
        ));
    }
    if !child.regimes.contains(&super::data::Regime::Coppa) {
        return Err(Refusal::field(
            "exception",
            "These exceptions are American; in Europe another ground than consent is needed (GDPR Art. 6(1)).",
        ));
    }
    if entry.text.trim().is_empty() {
        return Err(Refusal::field(
            "text",
            format!(
                "Write what was collected, and how the conditions were kept: {} ({})",
                exception.conditions, exception.cite
            ),
        ));
    }
    Ok(())
}
