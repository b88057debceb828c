//! The notice of changes that a version promised, when the next one follows it.

use super::book::{Book, named};
use super::contradictions::made;
use super::versions;
use crate::api::wire::{
    ChangeNotice, Contradiction, ContradictionAbout, NoticeDone, NoticeGiven, PolicyId, PolicyView,
    Refusal,
};
use crate::desk::App;
use crate::policy::{Reading, WayOf};
use crate::store::{self, Event, policy::Version, promise::Reviewed};
use crate::time::{self, Now, short};
use crate::words::{PromiseKind, TimeUnit, Way};
use chrono::{Days, Months, NaiveDate};
use serde_json::json;

/// The notice that a version owes because the one before promised it.
pub fn owed(book: &Book, version: &Version) -> Option<ChangeNotice> {
    let before = book.before(version)?;
    let promise = promise(book, before)?;
    let done = book
        .notices
        .iter()
        .find(|n| n.policy == version.id)
        .map(|n| NoticeDone {
            on: n.day.to_string(),
            how: n.how.clone(),
            officer: n.officer.clone(),
        });
    Some(ChangeNotice {
        promised_by: named(before),
        policy: version.id,
        promise: promise.id,
        quote: promise.quote.clone(),
        to_do: to_do(&promise.reading, version),
        by: Some(by(&promise.reading, version.from).to_string()),
        done,
    })
}

/// The strongest promise of notice: one that reaches the person before one on a page.
fn promise<'b>(book: &'b Book, version: &Version) -> Option<&'b Reviewed> {
    book.promises(version.id)
        .filter(|p| p.reading.kind == PromiseKind::ChangeNotice)
        .max_by_key(|p| {
            let personal = |w: &WayOf| matches!(w.way, Way::Mail | Way::Post | Way::Phone);
            (
                p.reading.ways.iter().any(personal),
                p.reading.time_limit.is_some(),
                std::cmp::Reverse(p.start),
            )
        })
}

/// The last day for it: so long before the new version's first day as was promised, or that day itself.
fn by(reading: &Reading, from: NaiveDate) -> NaiveDate {
    let Some(limit) = &reading.time_limit else {
        return from;
    };
    let back = |days: u32| from.checked_sub_days(Days::new(days.into()));
    match limit.unit {
        TimeUnit::Days | TimeUnit::BusinessDays => back(limit.count),
        TimeUnit::Weeks => back(limit.count.saturating_mul(7)),
        TimeUnit::Months => from.checked_sub_months(Months::new(limit.count)),
        TimeUnit::Hours | TimeUnit::Years | TimeUnit::Promptly => None,
    }
    .unwrap_or(from)
}

fn to_do(reading: &Reading, version: &Version) -> String {
    let mut ways: Vec<&str> = Vec::new();
    for way in &reading.ways {
        let words = match way.way {
            Way::Mail => "write to the people concerned by e-mail",
            Way::Post => "write to them by post",
            Way::Phone => "call them",
            Way::InSite | Way::WebForm => "post it on the site",
            Way::Account => "show it in their accounts",
            _ => continue,
        };
        if !ways.contains(&words) {
            ways.push(words);
        }
    }
    let how = if ways.is_empty() {
        "give the notice that was promised".to_owned()
    } else {
        ways.join(", and ")
    };
    let mut chars = how.chars();
    let how: String = chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default();
    format!("{how}: the policy changes on {}.", short(version.from))
}

/// Notices that were promised and are not given, once the change is in force; and those given too late.
pub fn missed(book: &Book, today: NaiveDate) -> Vec<Contradiction> {
    book.standing_versions()
        .filter(|version| version.from <= today)
        .filter_map(|version| {
            let before = book.before(version)?;
            let promise = promise(book, before)?;
            let by = by(&promise.reading, version.from);
            let given = book.notices.iter().find(|n| n.policy == version.id);
            let message = match given {
                Some(n) if n.day <= by => return None,
                Some(n) => format!(
                    "The notice of the change of {} was given on {}, later than the policy before it promised ({}).",
                    short(version.from),
                    short(n.day),
                    short(by)
                ),
                None => format!(
                    "No notice of the change of {} is on record, though the policy before it promised one.",
                    short(version.from)
                ),
            };
            Some(made(
                book,
                &format!("notice-{}", version.id),
                ContradictionAbout::Notice,
                version.from,
                message,
                before,
                promise,
            ))
        })
        .collect()
}

/// See the command table. Said again, it corrects what was said; the log keeps both.
pub fn given(app: &mut App, args: NoticeGiven, now: Now) -> Result<PolicyView, Refusal> {
    let desk = app.desk()?;
    let version = desk.policy.version(args.policy)?.clone();
    let owed = owed(&desk.policy, &version).ok_or_else(|| {
        Refusal::not_now(
            "The version before this one promised no notice; accept such a promise there first.",
        )
    })?;
    let how = args.how.trim().to_owned();
    if how.is_empty() {
        return Err(Refusal::field(
            "how",
            "Write how the notice was given, and to whom.",
        ));
    }
    let on = time::day(args.on.trim()).ok_or_else(|| {
        Refusal::field(
            "on",
            format!(
                "“{}” is no day that exists. Write it as 2026-03-31.",
                args.on
            ),
        )
    })?;
    if on > now.today(desk.zone) {
        return Err(Refusal::field(
            "on",
            "That day has not come yet. Record the notice when it has been given.",
        ));
    }
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        store::policy::give_notice(tx, version.id, on, &how, seq)?;
        let event = Event::desk(
            "policy-notice-given",
            format!(
                "The notice of the policy of {} was given.",
                short(version.from)
            ),
        )
        .facts(json!({ "policy": version.id, "on": on.to_string() }))
        .detail("Given", short(on))
        .detail("How", how.clone())
        .detail("Promised", format!("“{}”", owed.quote));
        Ok(((), event))
    })?;
    desk.policy.reload(desk.store.read())?;
    versions::show(app, PolicyId { id: args.policy }, now)
}
