//! Where a file stands, what may be done, and what is to be done next; all of it derived.

use super::data::Regime;
use super::dates::missing;
use super::file::Child;
use super::state::State;
use crate::api::wire::{ChildStanding, Refusal, RegisterNote};
use crate::desk::Desk;
use crate::time::short;
use chrono::NaiveDate;

/// Where a file stands on a day.
pub fn standing(
    desk: &Desk,
    child: &Child,
    state: &State,
    today: NaiveDate,
) -> Result<ChildStanding, Refusal> {
    let late = missing(desk, child, state)?.is_some_and(|one| today > one.by);
    Ok(match &state.consent {
        _ if state.reached_on.is_some() => ChildStanding::OfAge,
        _ if state.contact_erased_on.is_some() => ChildStanding::Erased,
        Some(consent) if consent.counts() && consent.disclose_on.is_some() => {
            ChildStanding::UseAndDisclose
        }
        Some(consent) if consent.counts() => ChildStanding::UseOnly,
        _ if state.withdrawn_on.is_some() => ChildStanding::Withdrawn,
        _ if state.refused_on.is_some() => ChildStanding::Refused,
        _ if late => ChildStanding::Lapsed,
        Some(_) => ChildStanding::ConfirmationDue,
        None if state.found_on.is_some() => ChildStanding::Found,
        None if state.data_erased_on.is_some() && !state.asked(child) => ChildStanding::Erased,
        None if !state.exceptions.is_empty() && !state.asked(child) => ChildStanding::Exception,
        None if state.notified(child) => ChildStanding::AwaitingConsent,
        None => ChildStanding::NoticeDue,
    })
}

/// The notice, the answer, the further message or the erasure that is still to come; empty when none is.
pub fn outstanding(child: &Child, state: &State, stands: ChildStanding) -> String {
    let notice = || match state.owed(child).first() {
        Some(notice) => format!("Send the parent the notice ({}).", notice.cite),
        None => "Wait for the parent’s consent; nothing is collected before.".into(),
    };
    let settle = |then: &str| -> String {
        if state.data_erased_on.is_none() {
            "Erase what was collected, and write it down.".into()
        } else {
            then.into()
        }
    };
    let owed = || {
        state
            .exceptions
            .iter()
            .filter_map(|(id, _)| child.rules.exception(id))
            .find_map(|one| {
                let notice = child.rules.notice(&one.notice)?;
                let sent = state.notices.iter().any(|(id, _)| *id == notice.id);
                (!sent).then(|| {
                    format!(
                        "Send the parent the notice that the exception needs ({}).",
                        notice.cite
                    )
                })
            })
    };
    let erase = || {
        state
            .exceptions
            .iter()
            .filter_map(|(id, _)| child.rules.exception(id))
            .find(|one| !one.erase.is_empty())
            .map(|one| format!("Erase {}.", one.erase))
    };
    let proof = || {
        state
            .undeleted
            .as_ref()
            .map(|_| "Delete what proved the parent, and write it down.".to_owned())
    };
    match stands {
        ChildStanding::NoticeDue => notice(),
        ChildStanding::AwaitingConsent => {
            "Wait for the parent’s consent; nothing is collected before.".into()
        }
        ChildStanding::ConfirmationDue => {
            "Send the further message; the consent does not count before it.".into()
        }
        ChildStanding::Found => match state.owed(child).first() {
            Some(notice) => format!(
                "Tell the parent first: send the notice and ask for consent ({}).",
                notice.cite
            ),
            None => "Wait for the parent’s consent; use and disclose nothing meanwhile.".into(),
        },
        ChildStanding::Lapsed => {
            "No consent came in time: erase names and contact details, and what was collected."
                .into()
        }
        ChildStanding::Refused => "Erase names and contact details.".into(),
        ChildStanding::Withdrawn => settle("Erase names and contact details once all is answered."),
        ChildStanding::Erased if state.contact_erased_on.is_none() => {
            "Erase names and contact details too, or ask for a consent anew.".into()
        }
        // What was collected goes too, in whatever order it is written down.
        ChildStanding::Erased if state.withdrawn_on.is_some() && state.data_erased_on.is_none() => {
            settle("")
        }
        ChildStanding::Exception => owed().or_else(erase).unwrap_or_default(),
        ChildStanding::UseOnly | ChildStanding::UseAndDisclose => proof().unwrap_or_default(),
        ChildStanding::Erased | ChildStanding::OfAge => proof().unwrap_or_default(),
    }
}

/// What is to be done next; empty when nothing is.
pub fn next_step(child: &Child, state: &State, stands: ChildStanding, today: NaiveDate) -> String {
    let first = outstanding(child, state, stands);
    if first.is_empty()
        && stands != ChildStanding::OfAge
        && let Some((from, surely)) = child.of_age().filter(|(from, _)| *from <= today)
    {
        return if today >= surely {
            format!(
                "The child has been {} since {} at the latest: record it, and ask the child itself.",
                child.age.age,
                short(surely)
            )
        } else {
            format!(
                "The child may have reached {} since {}: find out.",
                child.age.age,
                short(from)
            )
        };
    }
    first
}

/// Whether the age wants looking at, though nothing else does.
pub fn age_notice(
    child: &Child,
    state: &State,
    today: NaiveDate,
) -> Result<Option<RegisterNote>, Refusal> {
    let Some((from, surely)) = child.of_age().filter(|(from, _)| *from <= today) else {
        return Ok(None);
    };
    if state.reached_on.is_some() {
        return Ok(None);
    }
    let age = child.age.age;
    let message = if today >= surely {
        format!(
            "The child has been {age} since {} at the latest. A parent’s word counts no longer for what is new: record it, and ask the child itself.",
            short(surely)
        )
    } else {
        format!(
            "The child may have reached {age} on any day since {}, and surely has on {}. Find out, without asking for the day of birth.",
            short(from),
            short(surely)
        )
    };
    Ok(Some(RegisterNote {
        message,
        ..child.age.note()
    }))
}

/// What may and may not be done now, and why.
pub fn says(
    child: &Child,
    state: &State,
    stands: ChildStanding,
    today: NaiveDate,
) -> Result<Vec<RegisterNote>, Refusal> {
    let articles = child.rules.articles(child.regime())?;
    let mut all = Vec::new();
    let mut say = |message: String, cite: &str| {
        all.push(RegisterNote {
            message,
            cite: cite.to_owned(),
            caution: None,
        });
    };
    let since = |on: Option<NaiveDate>| on.map(short).unwrap_or_default();
    match stands {
        ChildStanding::UseAndDisclose => say(
            format!(
                "Collection, use and disclosure are consented to since {}.",
                since(state.consent.as_ref().and_then(|c| c.disclose_on))
            ),
            &articles.separate,
        ),
        ChildStanding::UseOnly => {
            say(
                format!(
                    "Collection and use are consented to since {}; disclosure is not.",
                    since(state.consent.as_ref().map(|c| c.on))
                ),
                &articles.separate,
            );
            if child.integral() {
                say("Disclosure is integral to the service, and it needs a consent of its own: until then nothing is given away.".into(), &articles.separate);
            }
        }
        ChildStanding::ConfirmationDue => say(
            "A consent by mail plus or text plus does not count before the further message has left.".into(),
            &articles.barred,
        ),
        ChildStanding::Withdrawn => say(
            format!("The consent was taken back on {}: nothing more is collected, used or disclosed.", since(state.withdrawn_on)),
            &articles.withdrawn,
        ),
        ChildStanding::Refused => say(
            format!("The parent refused on {}: nothing is collected, and what was taken to ask is erased.", since(state.refused_on)),
            &articles.missing,
        ),
        ChildStanding::Lapsed => say("No consent came in the time that the house allows.".into(), &articles.missing),
        ChildStanding::Erased => say(
            format!("Erased on {}; that and when it was done stays.", since(state.contact_erased_on.or(state.data_erased_on))),
            &articles.missing,
        ),
        ChildStanding::OfAge => say(
            format!("The child speaks for itself since {}: a parent’s consent neither counts nor is asked for.", since(state.reached_on)),
            &child.age.cite,
        ),
        ChildStanding::Found => say(
            "Data is there and nobody consented: the parent is told first, and nothing is used or disclosed meanwhile.".into(),
            &articles.found,
        ),
        ChildStanding::Exception => {
            for exception in state.exceptions.iter().filter_map(|(id, _)| child.rules.exception(id)) {
                say(format!("{}: {} {}", exception.name, exception.may_collect, exception.conditions), &exception.cite);
            }
        }
        ChildStanding::NoticeDue | ChildStanding::AwaitingConsent => {
            if let Some(on) = state.changed_on {
                say(format!("What was consented to changed on {}: the old consent no longer covers it.", short(on)), &articles.change);
            }
            say("Nothing may be collected, used or disclosed before a parent has consented.".into(), &articles.before);
        }
    }
    if child.regime() == Regime::Coppa && !child.file.body.collects.is_empty() {
        say(
            "Ask for no more than the activity reasonably needs; taking part must not depend on more.".into(),
            &articles.need,
        );
    }
    if let Some((on, _)) = &state.undeleted {
        say(
            format!(
                "What proved the parent on {} is deleted promptly; write down when.",
                short(*on)
            ),
            &articles.proof,
        );
    }
    all.extend(age_notice(child, state, today)?);
    Ok(all)
}
