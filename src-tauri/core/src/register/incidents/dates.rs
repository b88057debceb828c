//! The dates of an incident: of laws, of promises, and those that are only named.

use super::file::Incident;
use super::rules::{Clock, Towards, rules};
use super::running::running;
use crate::api::wire::{IncidentPromise, Refusal, RegisterDate};
use crate::desk::Desk;
use crate::law;
use crate::promise::book::{at, cited};
use crate::store::promise::Reviewed;
use crate::time::{Now, civil_day, short};
use crate::words::{Polarity, PromiseKind, TimeUnit, Way};
use chrono::{DateTime, NaiveDate, SubsecRound, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;

/// When a period of hours ends that began with an event.
///
/// The hour in which the event falls is not counted, Reg. 1182/71 Art. 3(1): it begins with the next full hour on the
/// clock of the house. Hours are hours that pass: the clocks going forward or back moves the end on the wall, not the time.
pub fn hours_after(event: DateTime<Utc>, hours: u32, zone: Tz) -> DateTime<Utc> {
    let local = event.with_timezone(&zone);
    let into = i64::from(local.minute()) * 60 + i64::from(local.second());
    let begins = event.trunc_subsecs(0) - TimeDelta::seconds(into) + TimeDelta::hours(1);
    begins + TimeDelta::hours(i64::from(hours))
}

/// The clock towards an authority with the moment it ends.
pub struct Due<'r> {
    pub clock: &'r Clock,
    pub by: DateTime<Utc>,
}

/// The moments by which authorities are to be told.
pub fn authorities(desk: &Desk, one: &Incident) -> Result<Vec<Due<'static>>, Refusal> {
    Ok(running(rules()?, desk, one)?
        .into_iter()
        .filter(|clock| clock.towards == Towards::Authority)
        .filter_map(|clock| {
            let by = hours_after(one.aware, clock.hours?, desk.zone);
            Some(Due { clock, by })
        })
        .collect())
}

/// Whether an authority of this name is the one of a clock, beside the other clocks that run.
pub fn meant(clock: &Clock, others: &[Due], name: &str) -> bool {
    let name = name.to_lowercase();
    let said = |clock: &Clock| {
        clock.names.iter().any(|word| {
            let mut words = name.split(|c: char| !c.is_alphanumeric());
            word.contains(' ') && name.contains(word.as_str()) || words.any(|one| one == word)
        })
    };
    if others.len() < 2 {
        return true;
    }
    if clock.names.is_empty() {
        !others.iter().any(|other| said(other.clock))
    } else {
        said(clock)
    }
}

/// A date of an incident with the moment it ends.
pub struct Timed {
    /// What the dates are sorted by.
    pub ends: DateTime<Utc>,
    /// The moment itself, where hours are counted.
    pub at: Option<DateTime<Utc>>,
    /// What is to be done, without its day.
    pub what: String,
    /// Identifier of the law; empty for a promise.
    pub law: String,
    /// What is asked of whoever comes later.
    pub late: String,
    pub date: RegisterDate,
}

/// Every date of an incident, the earliest first.
pub fn dates(desk: &Desk, one: &Incident, now: Now) -> Result<Vec<RegisterDate>, Refusal> {
    let all = timed(desk, one, now)?;
    Ok(all.into_iter().map(|one| one.date).collect())
}

/// The same with their moments.
pub fn timed(desk: &Desk, one: &Incident, now: Now) -> Result<Vec<Timed>, Refusal> {
    let rules = rules()?;
    let today = now.today(desk.zone);
    let mut all: Vec<Timed> = Vec::new();
    let authorities = authorities(desk, one)?;
    for due in &authorities {
        let told = one
            .authorities()
            .into_iter()
            .find(|told| meant(due.clock, &authorities, &told.name));
        all.push(Timed {
            ends: due.by,
            at: Some(due.by),
            what: format!("{}.", due.clock.what),
            law: due.clock.law.clone(),
            late: due.clock.late.clone(),
            date: authority_date(desk, one, due, told.map(|t| t.at), now),
        });
    }
    for clock in running(rules, desk, one)? {
        let (Towards::People, Some(days)) = (clock.towards, clock.days) else {
            continue;
        };
        let by = after(one.aware_on(desk.zone), days);
        all.push(Timed {
            ends: noon(by),
            at: None,
            what: format!("{}.", clock.what),
            law: clock.law.clone(),
            late: clock.late.clone(),
            date: RegisterDate {
                what: format!("{}.", clock.what),
                by: by.to_string(),
                days: between(today, by),
                working: [
                    known(desk, one),
                    counted_days(by, days),
                    clock.counted.clone(),
                ]
                .into_iter()
                .chain(on_their_way(one))
                .collect(),
                cite: if clock.house {
                    format!("{}; rule of the house", clock.source.cite)
                } else {
                    clock.source.cite.clone()
                },
                caution: clock.source.confidence.caution().map(str::to_owned),
                met_on: one.all_told_on().map(|day| day.to_string()),
            },
        });
    }
    for promise in promises_of(desk, one) {
        if let Some(date) = promise_date(desk, one, promise, now)? {
            all.push(date);
        }
    }
    all.sort_by_key(|one| one.ends);
    Ok(all)
}

fn authority_date(
    desk: &Desk,
    one: &Incident,
    due: &Due,
    told: Option<DateTime<Utc>>,
    now: Now,
) -> RegisterDate {
    let hours = due.clock.hours.unwrap_or_default();
    let plain = one.aware + TimeDelta::hours(i64::from(hours));
    let mut working = vec![
        known(desk, one),
        format!("{hours} hours: {}.", moment(due.by, desk.zone)),
        due.clock.counted.clone(),
        format!(
            "To the minute, without that rule, it would be {}: the safer moment.",
            moment(plain, desk.zone)
        ),
    ];
    let late = told.map_or(now.instant() > due.by, |at| at > due.by);
    if late && !due.clock.late.is_empty() {
        working.push(due.clock.late.clone());
    }
    let by = civil_day(due.by, desk.zone);
    let today = now.today(desk.zone);
    RegisterDate {
        what: format!("{}, by {}.", due.clock.what, moment(due.by, desk.zone)),
        by: by.to_string(),
        // A moment that has passed is late on its own day too.
        days: if now.instant() > due.by {
            between(today, by).min(-1)
        } else {
            between(today, by)
        },
        working,
        cite: due.clock.source.cite.clone(),
        caution: due.clock.source.confidence.caution().map(str::to_owned),
        met_on: told.map(|at| civil_day(at, desk.zone).to_string()),
    }
}

pub(super) fn known(desk: &Desk, one: &Incident) -> String {
    format!(
        "The organisation became aware on {}.",
        moment(one.aware, desk.zone)
    )
}

/// What counts while letters lie in the print room, and of those that came back; nothing where there are none.
pub(super) fn on_their_way(one: &Incident) -> impl Iterator<Item = String> {
    let waiting = match one.not_posted() {
        0 => None,
        1 => Some("1 letter is not posted yet: the day it was issued counts until its posting is confirmed.".into()),
        many => Some(format!(
            "{many} letters are not posted yet: the day they were issued counts until their posting is confirmed."
        )),
    };
    let back = match one.not_reached().count() {
        0 => None,
        1 => Some("1 letter did not arrive: whoever it was for was not told by it.".into()),
        many => Some(format!(
            "{many} letters did not arrive: whoever they were for were not told by them."
        )),
    };
    waiting.into_iter().chain(back)
}

pub(super) fn counted_days(by: NaiveDate, days: u32) -> String {
    let many = if days == 1 { "" } else { "s" };
    format!(
        "{days} calendar day{many}, the first of them the day after: {}.",
        short(by)
    )
}

/// “Thu 5 Mar 2026, 15:00”.
pub fn moment(at: DateTime<Utc>, zone: Tz) -> String {
    let local = at.with_timezone(&zone);
    format!("{}, {}", short(local.date_naive()), local.format("%H:%M"))
}

pub(super) fn between(today: NaiveDate, by: NaiveDate) -> i32 {
    i32::try_from((by - today).num_days()).unwrap_or(i32::MAX)
}

pub(super) fn after(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(chrono::Days::new(days.into()))
        .unwrap_or(day)
}

pub(super) fn noon(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(chrono::NaiveTime::default()).and_utc()
}

/// The promises about breaches that were in force on the day of awareness.
fn promises_of<'d>(desk: &'d Desk, one: &Incident) -> Vec<&'d Reviewed> {
    desk.policy
        .promises_on(one.aware_on(desk.zone))
        .filter(|p| {
            p.reading.kind == PromiseKind::BreachNotice && p.reading.polarity == Polarity::Does
        })
        .collect()
}

fn promise_date(
    desk: &Desk,
    one: &Incident,
    promise: &Reviewed,
    now: Now,
) -> Result<Option<Timed>, Refusal> {
    let Some(limit) = &promise.reading.time_limit else {
        return Ok(None);
    };
    let version = desk.policy.version(promise.policy)?;
    let cite = cited(version);
    let aware_on = one.aware_on(desk.zone);
    let mut working = vec![known(desk, one)];
    // Hours of a promise are hours from that moment: it gives itself no rule that leaves one out.
    let by = match limit.unit {
        TimeUnit::Hours if limit.count > 0 => {
            let by = one.aware + TimeDelta::hours(i64::from(limit.count));
            working.push(format!(
                "{} hours, as our policy promises: {}.",
                limit.count,
                moment(by, desk.zone)
            ));
            Some(by)
        }
        _ => None,
    };
    let day = match by {
        Some(by) => civil_day(by, desk.zone),
        None => {
            let calendar = desk.library.calendar(&desk.profile.calendar)?;
            match law::promised(aware_on, limit.count, limit.unit, calendar, &cite)? {
                Some((day, _)) => {
                    working.push(format!(
                        "“{}”, counted from the day after: {}.",
                        limit.words,
                        short(day)
                    ));
                    day
                }
                None => {
                    let promptly = &rules()?.promptly;
                    let day = after(aware_on, promptly.days);
                    working.push(counted_days(day, promptly.days));
                    working.push(promptly.counted.clone());
                    day
                }
            }
        }
    };
    let ways: Vec<Way> = promise.reading.ways.iter().map(|way| way.way).collect();
    let met = kept_on(one, &ways).map(|day| day.to_string());
    working.extend(on_their_way(one));
    let passed = by.is_some_and(|by| now.instant() > by);
    let days = between(now.today(desk.zone), day);
    let date = RegisterDate {
        what: format!(
            "Tell those affected, as our policy promises: “{}”",
            promise.quote
        ),
        by: day.to_string(),
        days: if passed { days.min(-1) } else { days },
        working,
        cite: at(version, promise),
        caution: None,
        met_on: met,
    };
    Ok(Some(Timed {
        ends: by.unwrap_or_else(|| noon(day)),
        at: by,
        what: date.what.clone(),
        law: String::new(),
        late: String::new(),
        date,
    }))
}

/// The ways a promise names that are not used yet.
///
/// By mail, by post or by whatever way somebody prefers is one way: it is open while one of them was not told.
fn open(one: &Incident, ways: &[Way]) -> Vec<Way> {
    let each_told = !one.people.is_empty() && one.untold().next().is_none();
    ways.iter()
        .copied()
        .filter(|way| match way {
            Way::InSite => one.in_site_on().is_none(),
            _ => !each_told,
        })
        .collect()
}

fn kept_on(one: &Incident, ways: &[Way]) -> Option<NaiveDate> {
    if !open(one, ways).is_empty() {
        return None;
    }
    let on_site = one.in_site_on().filter(|_| ways.contains(&Way::InSite));
    if ways == [Way::InSite] {
        return on_site;
    }
    Some(one.all_told_on()?.max(on_site.unwrap_or(NaiveDate::MIN)))
}

/// The promises with what is open of them.
pub fn promises(desk: &Desk, one: &Incident) -> Result<Vec<IncidentPromise>, Refusal> {
    promises_of(desk, one)
        .into_iter()
        .map(|promise| {
            let mut ways: Vec<Way> = Vec::new();
            for way in &promise.reading.ways {
                if !ways.contains(&way.way) {
                    ways.push(way.way);
                }
            }
            Ok(IncidentPromise {
                policy: promise.policy,
                promise: promise.id,
                quote: promise.quote.clone(),
                cite: at(desk.policy.version(promise.policy)?, promise),
                open: open(one, &ways),
                ways,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn seventy_two_hours_by_the_clock_of_the_house() {
        let berlin = chrono_tz::Europe::Berlin;
        let kolkata = chrono_tz::Asia::Kolkata;
        for (zone, aware, hours, ends, why) in [
            (
                berlin,
                "2026-03-02T14:20",
                72,
                "2026-03-05T15:00",
                "the hour of the event is not counted",
            ),
            (
                berlin,
                "2026-03-02T14:00",
                72,
                "2026-03-05T15:00",
                "nor is it when it has just begun",
            ),
            (
                berlin,
                "2026-03-02T23:59",
                72,
                "2026-03-06T00:00",
                "it ends with a day",
            ),
            (
                berlin,
                "2026-03-27T16:30",
                72,
                "2026-03-30T18:00",
                "the clocks go forward: 72 hours pass all the same",
            ),
            (
                berlin,
                "2026-10-23T16:30",
                72,
                "2026-10-26T16:00",
                "the clocks go back",
            ),
            (
                berlin,
                "2026-04-02T18:10",
                72,
                "2026-04-05T19:00",
                "Easter is no reason",
            ),
            (
                kolkata,
                "2026-03-02T14:20",
                72,
                "2026-03-05T15:00",
                "a zone with half an hour has its own full hours",
            ),
        ] {
            let at = crate::time::local_instant(aware, zone).unwrap();
            let by = hours_after(at, hours, zone).with_timezone(&zone);
            assert_eq!(
                by.format("%Y-%m-%dT%H:%M").to_string(),
                ends,
                "{aware}: {why}"
            );
        }
    }
}
