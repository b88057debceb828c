//! Which open dates another calendar, zone or rule moves. Said without a name, so that it can stay in the log.

use super::board::{Entry, OpenDate};
use super::case::Case;
use super::clock::{Place, clocks};
use super::deadlines::dues;
use crate::api::wire::{DeskProfile, LogDetail, MovedDate, MovedDates, Refusal};
use crate::desk::Desk;
use crate::law::Library;
use crate::store;
use crate::time::{self, civil_day, short, zone};
use crate::words::{DeadlineKind, Right};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// As many as a list on the screen can bear; the log has all of them.
const SHOWN: usize = 200;

/// The open dates of one request, by law, right and kind.
pub type Dates = BTreeMap<(String, Right, DeadlineKind), NaiveDate>;

/// What is not met yet.
pub fn open_dates(place: Place<'_>, case: &Case) -> Dates {
    // A law that cannot be counted gives no dates; that they are gone is what is told.
    let Ok(clocks) = clocks(place, case) else {
        return Dates::new();
    };
    let mut all = Dates::new();
    for of in &clocks {
        for due in dues(case, of).iter().filter(|due| due.met_on.is_none()) {
            all.insert((of.law.id.clone(), of.claim.right, due.kind), due.on);
        }
    }
    all
}

/// The same of a request on the board.
pub fn dates_of(entry: &Entry) -> Dates {
    let key = |date: &OpenDate| (date.law.id.clone(), date.right, date.kind);
    entry
        .dates
        .iter()
        .map(|date| (key(date), date.on))
        .collect()
}

/// As the memo keeps them: one date a line.
pub fn noted(dates: &Dates) -> String {
    let line = |((law, right, kind), on): (&(String, Right, DeadlineKind), &NaiveDate)| {
        format!("{law} {right} {kind} {on}")
    };
    dates.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A memo read back; a line that makes no sense is left out.
pub fn read(memo: &str) -> Dates {
    let line = |line: &str| {
        let mut words = line.split(' ');
        let law = words.next()?.to_owned();
        let right = Right::from_id(words.next()?)?;
        let kind = DeadlineKind::from_id(words.next()?)?;
        Some(((law, right, kind), time::day(words.next()?)?))
    };
    memo.lines().filter_map(line).collect()
}

/// What moved between two derivations of one request.
pub fn between(
    library: &Library,
    request: u32,
    reference: &str,
    before: &Dates,
    after: &Dates,
) -> Vec<MovedDate> {
    let keys: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    keys.into_iter()
        .filter(|key| before.get(*key) != after.get(*key))
        .map(|key| MovedDate {
            request,
            reference: reference.to_owned(),
            law: key.0.clone(),
            law_short: library
                .law(&key.0)
                .map_or_else(|_| key.0.clone(), |law| law.short.clone()),
            right: key.1,
            kind: key.2,
            from: before.get(key).map(NaiveDate::to_string),
            to: after.get(key).map(NaiveDate::to_string),
        })
        .collect()
}

/// A receipt that falls on another civil day in another zone.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MovedReceipt {
    pub request: u32,
    pub reference: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// What a changed organisation would move.
#[derive(Default)]
pub struct Moves {
    pub dates: Vec<MovedDate>,
    pub receipts: Vec<MovedReceipt>,
}

impl Moves {
    /// Every request that is touched, once.
    pub fn requests(&self) -> BTreeSet<u32> {
        let dates = self.dates.iter().map(|moved| moved.request);
        dates
            .chain(self.receipts.iter().map(|moved| moved.request))
            .collect()
    }
}

/// Derives every open date before and after the organisation takes another calendar or zone.
pub fn under(desk: &Desk, profile: &DeskProfile) -> Result<Moves, Refusal> {
    let mut moves = Moves::default();
    let other_zone = profile.time_zone != desk.profile.time_zone;
    if profile.calendar == desk.profile.calendar && !other_zone {
        return Ok(moves);
    }
    let place = Place {
        home: &profile.calendar,
        ..desk.here()
    };
    for mut case in store::request::load_open(desk.store.read())? {
        let before = open_dates(desk.here(), &case);
        if other_zone && let Some(to) = received_in(&case, &profile.time_zone) {
            moves.receipts.push(MovedReceipt {
                request: case.id,
                reference: case.reference.clone(),
                from: case.received_on,
                to,
            });
            case.received_on = to;
        }
        let after = open_dates(place, &case);
        moves.dates.extend(between(
            desk.library,
            case.id,
            &case.reference,
            &before,
            &after,
        ));
    }
    Ok(moves)
}

/// The civil day of receipt in another zone, where it is another one.
///
/// Never past a step that is recorded: what was done on a day was not done before the request came.
fn received_in(case: &Case, name: &str) -> Option<NaiveDate> {
    let instant: DateTime<Utc> = case.received_at.parse().ok()?;
    let on = civil_day(instant, zone(name)?);
    let first = case.milestones.iter().map(|m| m.day).min();
    (on != case.received_on && first.is_none_or(|first| on <= first)).then_some(on)
}

/// As the screen lists them.
pub fn told(mut moved: Vec<MovedDate>) -> MovedDates {
    let requests: BTreeSet<u32> = moved.iter().map(|moved| moved.request).collect();
    let size = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let count = size(moved.len());
    moved.truncate(SHOWN);
    MovedDates {
        count,
        requests: size(requests.len()),
        moved,
    }
}

/// What an event of the desk says of what it moved.
#[derive(Default, Deserialize)]
pub struct Facts {
    #[serde(default)]
    pub moved: Vec<MovedDate>,
    #[serde(default)]
    pub receipts: Vec<MovedReceipt>,
    #[serde(default)]
    pub changed: Vec<String>,
    #[serde(default)]
    pub added: Vec<String>,
    #[serde(default)]
    pub gone: Vec<String>,
}

/// The lines of an event of the desk that are about one request.
pub fn details(facts: &str, request: u32) -> Vec<LogDetail> {
    let facts: Facts = serde_json::from_str(facts).unwrap_or_default();
    let receipts = facts
        .receipts
        .iter()
        .filter(|moved| moved.request == request)
        .map(|moved| LogDetail {
            label: "Received".into(),
            value: format!("{} → {}", short(moved.from), short(moved.to)),
        });
    let dates = facts
        .moved
        .iter()
        .filter(|moved| moved.request == request)
        .map(|moved| LogDetail {
            label: format!(
                "{}, {}, {}",
                moved.law_short,
                spoken(moved.right.id()),
                what(moved.kind)
            ),
            value: format!("{} → {}", day(&moved.from), day(&moved.to)),
        });
    receipts.chain(dates).collect()
}

fn day(text: &Option<String>) -> String {
    text.as_deref()
        .and_then(time::day)
        .map_or_else(|| "no date".into(), short)
}

fn spoken(id: &str) -> String {
    id.replace('-', " ")
}

/// A kind of date in words, as logs and other calendars say it.
pub fn what(kind: DeadlineKind) -> &'static str {
    match kind {
        DeadlineKind::Acknowledge => "acknowledgement due",
        DeadlineKind::Respond => "answer due",
        DeadlineKind::ExtensionNotice => "last day to tell of an extension",
        DeadlineKind::ExtendedRespond => "extended answer due",
        DeadlineKind::Cease => "must have stopped",
        DeadlineKind::RefusalNotice => "last day to tell a refusal",
        DeadlineKind::ComplianceNotice => "notice that it is done due",
    }
}

/// “3 open dates move”, as logs and screens count them.
pub fn counted(n: usize) -> String {
    match n {
        0 => "no open date moved".into(),
        1 => "1 open date moved".into(),
        n => format!("{n} open dates moved"),
    }
}
