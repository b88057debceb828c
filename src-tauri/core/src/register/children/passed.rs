//! What passed in the files over time, for a report: it names files by their number and nobody.
//!
//! A line that a later one corrects counts for nothing; a file that is struck out counts for nothing at all.

use super::data::{Regime, rules};
use super::dates::missing;
use super::file::{Child, Happened};
use super::standing::{outstanding, standing};
use super::state::State;
use crate::api::wire::{ChildStanding, Refusal};
use crate::desk::Desk;
use crate::time;
use crate::words::ChildStep;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// One thing that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// The notice, by its identifier; `whole` is one with everything that the file needs.
    Notice {
        notice: String,
        whole: bool,
    },
    /// By which method, and whether disclosure was agreed to. It `counts` after the notices it needs, and once a further message that the method wants has left: then it stands on the day of that message and is `confirmed`.
    Consent {
        method: String,
        disclose: bool,
        counts: bool,
        confirmed: bool,
    },
    Refused,
    /// A consent that stood was taken back, or further use was refused while it stood.
    Withdrawn,
    /// Further use was refused, and neither a consent stood nor a refusal.
    FurtherRefused,
    /// No answer in the time that the rules or the house allow.
    Lapsed,
    ContactErased,
    DataErased,
    Exception(String),
    /// Anything else that a step names.
    Step(ChildStep),
}

/// A file and what passed in it.
#[derive(Debug, Clone)]
pub struct Passed {
    pub file: u32,
    pub opened_on: NaiveDate,
    pub struck: bool,
    /// By day; those before and after the span too, so that each counts in exactly one.
    pub marks: Vec<(NaiveDate, Mark)>,
    /// Where it stood at the end of the span.
    pub standing: ChildStanding,
    /// A notice, an answer, a further message or an erasure was still to come then.
    pub open: bool,
    regimes: Vec<Regime>,
}

/// Every file that was opened by the end of a span, in the order of their numbers, with what passed in it to this day.
///
/// What came after the span is looked at too: a consent that was confirmed then belongs there, and not in the span in which it still waited.
pub fn until(desk: &Desk, end: NaiveDate, today: NaiveDate) -> Result<Vec<Passed>, Refusal> {
    let mut all = Vec::new();
    for child in Child::all(desk)?.iter().rev() {
        // A file of an older version may not say it; its first line does.
        let first = child.lines.first().map_or("", |line| line.day.as_str());
        let opened_on = time::day(&child.file.body.opened_on).or_else(|| time::day(first));
        let Some(opened_on) = opened_on.filter(|on| *on <= end) else {
            continue;
        };
        let struck = !child.file.struck.is_empty();
        let (marks, state) = if struck {
            (Vec::new(), State::default())
        } else {
            (marks(desk, child, today)?, State::on(child, end, None)?)
        };
        let standing = standing(desk, child, &state, end)?;
        all.push(Passed {
            file: child.file.id,
            opened_on,
            struck,
            marks,
            standing,
            open: !struck && !outstanding(child, &state, standing).is_empty(),
            regimes: child.regimes.clone(),
        });
    }
    Ok(all)
}

fn marks(desk: &Desk, child: &Child, today: NaiveDate) -> Result<Vec<(NaiveDate, Mark)>, Refusal> {
    let mut marks: Vec<(NaiveDate, Mark)> = Vec::new();
    // The consent that still waits for its further message, if one does.
    let mut waits: Option<usize> = None;
    State::walk(child, today, None, |before, one, after| {
        let Some(mark) = mark(before, one, after) else {
            // A request of the parent that was granted ends a consent too.
            if ended(before, after) {
                marks.push((one.on, end_of(before)));
            }
            return;
        };
        match &mark {
            Mark::Consent { counts: false, .. } => {
                let waiting = after.consent.as_ref().filter(|of| of.on == one.on);
                waits = waiting.map(|_| marks.len());
            }
            Mark::Consent { .. } => waits = None,
            // A further message after the consent was taken back confirms nothing.
            Mark::Step(ChildStep::ConsentConfirmed) if after.covers() => {
                let waiting = waits.take().and_then(|at| marks.get_mut(at));
                if let Some((
                    on,
                    Mark::Consent {
                        counts, confirmed, ..
                    },
                )) = waiting
                {
                    (*on, *counts, *confirmed) = (one.on, true, true);
                }
            }
            _ => {}
        }
        marks.push((one.on, mark));
    })?;
    marks.extend(
        lapses(desk, child, today)?
            .into_iter()
            .map(|on| (on, Mark::Lapsed)),
    );
    marks.sort_by_key(|(on, _)| *on);
    Ok(marks)
}

/// What a line counts as; nothing for one that only repeats what stood, or is no step.
fn mark(before: &State, one: &Happened, after: &State) -> Option<Mark> {
    let step = one.step?;
    Some(match step {
        ChildStep::NoticeSent => Mark::Notice {
            notice: one.said.notice.clone(),
            whole: after.notices.len() > before.notices.len(),
        },
        ChildStep::ConsentGiven => Mark::Consent {
            method: one.said.method.clone(),
            disclose: one.said.disclose,
            counts: after.consent.as_ref().is_some_and(|of| {
                of.counts() && (of.on == one.on || of.disclose_on == Some(one.on))
            }),
            confirmed: false,
        },
        ChildStep::ConsentRefused => Mark::Refused,
        ChildStep::ConsentWithdrawn | ChildStep::FurtherRefused if ended(before, after) => {
            end_of(before)
        }
        ChildStep::ConsentWithdrawn | ChildStep::FurtherRefused => return None,
        ChildStep::ContactErased => Mark::ContactErased,
        ChildStep::DataErased => Mark::DataErased,
        ChildStep::ExceptionUsed => Mark::Exception(one.said.exception.clone()),
        other => Mark::Step(other),
    })
}

/// A consent is over, or for the first time somebody said no.
fn ended(before: &State, after: &State) -> bool {
    let no = |state: &State| state.withdrawn_on.is_some() || state.refused_on.is_some();
    before.consent.is_some() && after.consent.is_none() && no(after) || !no(before) && no(after)
}

fn end_of(before: &State) -> Mark {
    if before.consent.is_some() {
        Mark::Withdrawn
    } else {
        Mark::FurtherRefused
    }
}

/// The days on which a time ran out without an answer: the first after its last day.
fn lapses(desk: &Desk, child: &Child, end: NaiveDate) -> Result<BTreeSet<NaiveDate>, Refusal> {
    let body = &child.file.body;
    let mut days: BTreeSet<NaiveDate> = child
        .happened(None)?
        .iter()
        .map(|one| one.on)
        .filter(|on| *on <= end)
        .collect();
    days.extend(time::day(&body.contact_collected_on).filter(|on| *on <= end));
    let mut all = BTreeSet::new();
    for day in days {
        let Some(waits) = missing(desk, child, &State::on(child, day, None)?)? else {
            continue;
        };
        let Some(over) = waits.by.succ_opt().filter(|on| *on <= end) else {
            continue;
        };
        let state = State::on(child, waits.by, None)?;
        if standing(desk, child, &state, over)? == ChildStanding::Lapsed {
            all.insert(over);
        }
    }
    Ok(all)
}

/// Name and article of a notice.
pub fn notice(id: &str) -> Result<(String, String), Refusal> {
    Ok(rules()?
        .notice(id)
        .map_or_else(|| unknown(id), |one| (one.name.clone(), one.cite.clone())))
}

/// Every method of consent in the order of the rules: identifier, name, article.
pub fn methods() -> Result<Vec<(String, String, String)>, Refusal> {
    Ok(rules()?
        .methods
        .iter()
        .map(|one| (one.id.clone(), one.name.clone(), one.cite.clone()))
        .collect())
}

/// The articles of the methods under which a consent counts only once a further message has left.
pub fn confirmed_cite() -> Result<String, Refusal> {
    let methods = rules()?.methods.iter().filter(|one| one.confirmed);
    let cites: Vec<&str> = methods.map(|one| one.cite.as_str()).collect();
    Ok(cites.join("; "))
}

/// Name and article of an exception to prior consent.
pub fn exception(id: &str) -> Result<(String, String), Refusal> {
    Ok(rules()?
        .exception(id)
        .map_or_else(|| unknown(id), |one| (one.name.clone(), one.cite.clone())))
}

fn unknown(id: &str) -> (String, String) {
    (id.replace('-', " "), String::new())
}

/// The articles of a step under the rules that these files stand under.
pub fn step_cite(step: ChildStep, files: &[Passed]) -> Result<String, Refusal> {
    cites(files, |rules, regime| {
        Ok(rules.step(step, regime).2.to_owned())
    })
}

/// The articles of the time in which a consent must come.
pub fn missing_cite(files: &[Passed]) -> Result<String, Refusal> {
    cites(files, |rules, regime| {
        Ok(rules.articles(regime)?.missing.clone())
    })
}

/// The articles by which disclosure is agreed to apart.
pub fn separate_cite(files: &[Passed]) -> Result<String, Refusal> {
    cites(files, |rules, regime| {
        Ok(rules.articles(regime)?.separate.clone())
    })
}

fn cites(
    files: &[Passed],
    of: impl Fn(&super::data::Rules, Regime) -> Result<String, Refusal>,
) -> Result<String, Refusal> {
    let rules = rules()?;
    let mut all: Vec<String> = Vec::new();
    for regime in [Regime::Coppa, Regime::Europe] {
        if files.iter().any(|file| file.regimes.contains(&regime)) {
            let cite = of(rules, regime)?;
            if !cite.is_empty() && !all.contains(&cite) {
                all.push(cite);
            }
        }
    }
    Ok(all.join("; "))
}
