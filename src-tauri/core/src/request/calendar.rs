//! The open dates day by day, with the holidays that can move them and the closing days that cannot.

use super::board::{Entry, OpenDate, Slot, only_if_taken};
use super::deadlines::days_between;
use super::standing::SOON;
use crate::api::wire::{
    AlsoDue, Calendar, CalendarDay, CalendarDeadline, CalendarIn, DayState, Holiday, HolidayPlace,
    LawCount, Refusal,
};
use crate::desk::closing::closed;
use crate::desk::{App, Desk};
use crate::law;
use crate::register::due;
use crate::time::{self, Now};
use crate::words::{DeadlineKind, Right};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A day's dates at most in one answer; who wants more asks for the day alone.
const MOST: u32 = 500;

/// See the command table.
pub fn show(app: &mut App, args: CalendarIn, now: Now) -> Result<Calendar, Refusal> {
    let desk = app.desk()?;
    let (from, to) = span(&args)?;
    let today = now.today(desk.zone);
    desk.board_of_today(now)?;
    desk.board.days();
    let also = due::all(desk, now)?;
    let desk = &*desk;
    let most = match args.most {
        0 => MOST,
        asked => asked.min(MOST),
    };
    let mut days: BTreeMap<NaiveDate, CalendarDay> = BTreeMap::new();
    let mut laws: BTreeMap<&str, u32> = BTreeMap::new();
    for (day, slots) in slots(desk, from, to) {
        let all = together(desk, day, slots, today);
        for one in all.iter().filter(|one| !one.safe) {
            *laws.entry(one.date.law.id.as_str()).or_default() += 1;
        }
        let wanted = |one: &&One| args.law.is_empty() || one.date.law.id == args.law;
        let wanted: Vec<&One> = all.iter().filter(wanted).collect();
        if wanted.is_empty() {
            continue;
        }
        let told = blank(&mut days, day);
        told.total = size(wanted.len());
        let shown = wanted.into_iter().take(most as usize);
        told.deadlines = shown.map(One::told).collect();
    }
    for (day, one) in dated(&also).filter(|(day, _)| (from..=to).contains(day)) {
        if !one.law.is_empty() {
            *laws.entry(one.law.as_str()).or_default() += 1;
        }
        if args.law.is_empty() || one.law == args.law {
            blank(&mut days, day).also.push(one.clone());
        }
    }
    for (day, holidays) in holidays(desk, from, to) {
        blank(&mut days, day).holidays = holidays;
    }
    for day in from.iter_days().take_while(|day| *day <= to) {
        let names: Vec<String> = closed(&desk.closing, day).map(str::to_owned).collect();
        if !names.is_empty() {
            blank(&mut days, day).closing = names;
        }
    }
    let late = late_before(desk, &also, from, today, &args.law);
    Ok(Calendar {
        today: today.to_string(),
        days: days.into_values().collect(),
        laws: named(desk, laws),
        late_before: late.0,
        first_late: late.1.map(|day| day.to_string()),
        beyond: beyond(desk, to),
    })
}

fn span(args: &CalendarIn) -> Result<(NaiveDate, NaiveDate), Refusal> {
    let day = |field: &str, text: &str| {
        time::day(text).ok_or_else(|| {
            Refusal::field(
                field,
                format!("“{text}” is no day that exists. Write it as 2026-03-31."),
            )
        })
    };
    let (from, to) = (day("from", &args.from)?, day("to", &args.to)?);
    if to < from || days_between(from, to) > 366 {
        return Err(Refusal::field(
            "to",
            "Ask for a span of at most a year, its first day first.",
        ));
    }
    Ok((from, to))
}

fn blank(days: &mut BTreeMap<NaiveDate, CalendarDay>, day: NaiveDate) -> &mut CalendarDay {
    days.entry(day).or_insert_with(|| CalendarDay {
        day: day.to_string(),
        total: 0,
        deadlines: Vec::new(),
        also: Vec::new(),
        holidays: Vec::new(),
        closing: Vec::new(),
    })
}

fn slots(
    desk: &Desk,
    from: NaiveDate,
    to: NaiveDate,
) -> impl Iterator<Item = (NaiveDate, &[Slot])> {
    desk.board
        .by_day
        .iter()
        .flat_map(move |days| days.range(from..=to))
        .map(|(day, slots)| (*day, slots.as_slice()))
}

/// One date of one request under one law, whatever number of rights it is the date of.
pub struct One<'d> {
    pub entry: &'d Entry,
    pub date: &'d OpenDate,
    pub rights: Vec<Right>,
    pub safe: bool,
    pub leads: bool,
    pub state: DayState,
}

impl One<'_> {
    fn told(&self) -> CalendarDeadline {
        let row = &self.entry.row;
        CalendarDeadline {
            request: row.id,
            reference: row.reference.clone(),
            person: row.person.clone(),
            rights: self.rights.clone(),
            law: self.date.law.id.clone(),
            law_short: self.date.law.short.clone(),
            kind: self.date.kind,
            state: self.state,
            leads: self.leads,
            safe: self.safe,
            due: self.date.on.to_string(),
        }
    }
}

/// The dates of a day: those of one request under one law together, the pressing ones first.
fn together<'d>(desk: &'d Desk, day: NaiveDate, slots: &[Slot], today: NaiveDate) -> Vec<One<'d>> {
    let mut found: BTreeMap<(u32, &str, DeadlineKind, bool), One<'d>> = BTreeMap::new();
    for slot in slots {
        let Some((entry, date)) = desk
            .board
            .entries
            .get(&slot.request)
            .and_then(|entry| Some((entry, entry.dates.get(slot.at)?)))
        else {
            continue;
        };
        let leads = date.leads && !slot.safe;
        let key = (slot.request, date.law.id.as_str(), date.kind, slot.safe);
        let one = found.entry(key).or_insert_with(|| One {
            entry,
            date,
            rights: Vec::new(),
            safe: slot.safe,
            leads,
            state: state(day, today, slot.safe || only_if_taken(date.kind)),
        });
        one.leads |= leads;
        if !one.rights.contains(&date.right) {
            one.rights.push(date.right);
        }
    }
    let mut all: Vec<One> = found.into_values().collect();
    all.sort_by_key(|one| {
        let quiet = one.safe || only_if_taken(one.date.kind);
        (one.safe, quiet, !one.leads, one.date.kind, one.entry.row.id)
    });
    all
}

fn state(day: NaiveDate, today: NaiveDate, never_late: bool) -> DayState {
    match days_between(today, day) {
        ..=-1 if never_late => DayState::Passed,
        ..=-1 => DayState::Late,
        0 => DayState::Today,
        1..=SOON => DayState::Soon,
        _ => DayState::Later,
    }
}

/// How many dates are late before a day, and the first of them.
fn late_before(
    desk: &Desk,
    also: &[AlsoDue],
    from: NaiveDate,
    today: NaiveDate,
    law: &str,
) -> (u32, Option<NaiveDate>) {
    let (mut count, mut first) = (0, None);
    for (day, slots) in slots(
        desk,
        NaiveDate::MIN,
        from.min(today).pred_opt().unwrap_or(from),
    ) {
        let late = together(desk, day, slots, today)
            .iter()
            .filter(|one| one.state == DayState::Late)
            .filter(|one| law.is_empty() || one.date.law.id == law)
            .count();
        if late > 0 {
            first = first.or(Some(day));
            count += size(late);
        }
    }
    for (day, one) in dated(also) {
        if one.late && day < from && (law.is_empty() || one.law == law) {
            first = Some(first.map_or(day, |first: NaiveDate| first.min(day)));
            count += 1;
        }
    }
    (count, first)
}

/// The dates of the registers with their days.
fn dated(also: &[AlsoDue]) -> impl Iterator<Item = (NaiveDate, &AlsoDue)> {
    also.iter()
        .filter_map(|one| Some((time::day(&one.by)?, one)))
}

/// The home calendar and those that the organisation's laws name, each with the laws whose dates it can move.
fn holidays(desk: &Desk, from: NaiveDate, to: NaiveDate) -> BTreeMap<NaiveDate, Vec<Holiday>> {
    let home = desk.profile.calendar.as_str();
    let laws: Vec<&law::Law> = desk
        .profile
        .laws
        .iter()
        .filter_map(|id| desk.library.law(id).ok())
        .collect();
    let mut ids = vec![home];
    for id in laws.iter().map(|law| law.calendar_id(home)) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let mut days: BTreeMap<NaiveDate, Vec<Holiday>> = BTreeMap::new();
    for calendar in ids.iter().filter_map(|id| desk.library.calendar(id).ok()) {
        for (day, name) in calendar.holidays(from, to) {
            let moves = |law: &&&law::Law| {
                law.calendar_id(home) == calendar.id() && law.heeds_holidays(day)
            };
            let place = HolidayPlace {
                calendar: calendar.id().to_owned(),
                name: calendar.name().to_owned(),
                home: calendar.id() == home,
                laws: laws.iter().filter(moves).map(|l| l.short.clone()).collect(),
            };
            let of_day = days.entry(day).or_default();
            match of_day.iter_mut().find(|holiday| holiday.name == name) {
                Some(holiday) => holiday.places.push(place),
                None => of_day.push(Holiday {
                    name: name.to_owned(),
                    places: vec![place],
                }),
            }
        }
    }
    days
}

fn beyond(desk: &Desk, to: NaiveDate) -> Option<String> {
    use chrono::Datelike;
    let calendar = desk.library.calendar(&desk.profile.calendar).ok()?;
    let (first, last) = calendar.years();
    (to.year() > last).then(|| {
        format!("Holidays are written for the years {first} to {last}. After that none is shown here, and a date that depends on one is not derived until a newer Rightsdesk brings them.")
    })
}

fn named(desk: &Desk, laws: BTreeMap<&str, u32>) -> Vec<LawCount> {
    laws.into_iter()
        .filter_map(|(id, open)| {
            desk.library.law(id).ok().map(|law| LawCount {
                law: id.to_owned(),
                short: law.short.clone(),
                open,
            })
        })
        .collect()
}

/// Every open date there is, in the order of its days; for what leaves the house.
pub fn every(desk: &Desk, today: NaiveDate) -> impl Iterator<Item = (NaiveDate, Vec<One<'_>>)> {
    slots(desk, NaiveDate::MIN, NaiveDate::MAX)
        .map(move |(day, slots)| (day, together(desk, day, slots, today)))
}

/// The holidays and closing days of a span; for what leaves the house.
pub fn days_off(
    desk: &Desk,
    from: NaiveDate,
    to: NaiveDate,
) -> (BTreeMap<NaiveDate, Vec<Holiday>>, Vec<NaiveDate>) {
    let closing = from
        .iter_days()
        .take_while(|day| *day <= to)
        .filter(|day| closed(&desk.closing, *day).next().is_some());
    (holidays(desk, from, to), closing.collect())
}

fn size(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
