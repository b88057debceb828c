//! Days on which the house is closed: the officer's own. No law knows them, so they never move a date.

use super::App;
use crate::api::wire::{ClosingDay, ClosingDayId, ClosingDayIn, ClosingDays, Nothing, Refusal};
use crate::store::closing::Closing;
use crate::store::{self, Event};
use crate::time::{self, Now, short};
use chrono::{Datelike, NaiveDate};
use serde_json::json;

/// More would be no list any more.
const MOST: usize = 500;

impl Closing {
    /// The span that a year begins; 29 February counts as 28 February where there is none.
    fn in_year(&self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        let begins = self.first.year();
        if year != begins && !(self.yearly && year > begins) {
            return None;
        }
        let moved = |day: NaiveDate| {
            let year = day.year() + year - begins;
            day.with_year(year)
                .or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
        };
        Some((moved(self.first)?, moved(self.last)?))
    }

    /// Whether the house is closed on a day; a span of last year may reach into this one.
    pub(crate) fn on(&self, day: NaiveDate) -> bool {
        [day.year(), day.year() - 1].into_iter().any(|year| {
            self.in_year(year)
                .is_some_and(|(first, last)| (first..=last).contains(&day))
        })
    }

    /// Its first day, of the span that is running or comes next.
    fn next(&self, today: NaiveDate) -> Option<NaiveDate> {
        (today.year() - 1..=today.year() + 1)
            .chain([self.first.year()])
            .filter_map(|year| self.in_year(year))
            .filter(|(_, last)| *last >= today)
            .map(|(first, _)| first)
            .min()
    }
}

/// Why the house is closed on a day, if it is.
pub(crate) fn closed(all: &[Closing], day: NaiveDate) -> impl Iterator<Item = &str> {
    all.iter()
        .filter(move |closing| closing.on(day))
        .map(|closing| closing.name.as_str())
}

/// See the command table.
pub fn list(app: &mut App, _: Nothing, now: Now) -> Result<ClosingDays, Refusal> {
    let desk = app.desk()?;
    let today = now.today(desk.zone);
    let mut days: Vec<ClosingDay> = desk
        .closing
        .iter()
        .map(|closing| ClosingDay {
            id: closing.id,
            name: closing.name.clone(),
            first: closing.first.to_string(),
            last: closing.last.to_string(),
            yearly: closing.yearly,
            next: closing.next(today).map(|day| day.to_string()),
        })
        .collect();
    // What comes next stands first, what is over last.
    days.sort_by(|a, b| {
        (a.next.is_none(), &a.next, &a.first).cmp(&(b.next.is_none(), &b.next, &b.first))
    });
    Ok(ClosingDays { days })
}

/// See the command table.
pub fn add(app: &mut App, args: ClosingDayIn, now: Now) -> Result<ClosingDays, Refusal> {
    let desk = app.desk()?;
    let mut closing = read(&args)?;
    if desk.closing.len() >= MOST {
        return Err(Refusal::input(format!(
            "The desk keeps {MOST} closing days at most. Remove old ones first, or add one that comes back every year."
        )));
    }
    let known = |other: &Closing| {
        (&other.name, other.first, other.last, other.yearly)
            == (&closing.name, closing.first, closing.last, closing.yearly)
    };
    if desk.closing.iter().any(known) {
        return Err(Refusal::field("name", "This closing day is already there."));
    }
    let officer = desk.officer.clone();
    closing.id = desk.store.transact(officer.id, now, |tx, seq| {
        let id = store::closing::add(tx, &closing, seq)?;
        let event = about(
            &closing,
            "closing-day-added",
            format!("{} added a closing day of the house.", officer.name),
        );
        Ok((id, event))
    })?;
    desk.closing = store::closing::all(desk.store.read())?;
    list(app, Nothing {}, now)
}

/// See the command table.
pub fn remove(app: &mut App, args: ClosingDayId, now: Now) -> Result<ClosingDays, Refusal> {
    let desk = app.desk()?;
    let found = desk.closing.iter().find(|c| c.id == args.id).cloned();
    let closing =
        found.ok_or_else(|| Refusal::missing("There is no such closing day in this desk."))?;
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, _| {
        store::closing::remove(tx, closing.id)?;
        let event = about(
            &closing,
            "closing-day-removed",
            format!("{} removed a closing day of the house.", officer.name),
        );
        Ok(((), event))
    })?;
    desk.closing = store::closing::all(desk.store.read())?;
    list(app, Nothing {}, now)
}

/// The name may be a person's birthday: it stays out of the facts.
fn about(closing: &Closing, kind: &'static str, summary: String) -> Event {
    let (first, last) = (short(closing.first), short(closing.last));
    Event::desk(kind, summary)
        .facts(json!({ "first": closing.first.to_string(), "last": closing.last.to_string(), "yearly": closing.yearly }))
        .detail("Name", closing.name.clone())
        .detail("When", if first == last { first } else { format!("{first} to {last}") })
        .detail("Again", if closing.yearly { "every year" } else { "" })
}

fn read(args: &ClosingDayIn) -> Result<Closing, Refusal> {
    let name: String = args.name.chars().filter(|c| !c.is_control()).collect();
    let name = name.trim().to_owned();
    match name.chars().count() {
        0 => Err(Refusal::field(
            "name",
            "Write a name, such as Company holiday; it is shown beside the dates.",
        )),
        1..=80 => Ok(()),
        _ => Err(Refusal::field(
            "name",
            "That name is too long for a day of the calendar; 80 characters are the most.",
        )),
    }?;
    let day = |field: &str, text: &str| {
        time::day(text.trim()).ok_or_else(|| {
            Refusal::field(
                field,
                format!("“{text}” is no day that exists. Write it as 2026-12-24."),
            )
        })
    };
    let first = day("first", &args.first)?;
    let last = match args.last.trim() {
        "" => first,
        text => day("last", text)?,
    };
    if last < first {
        return Err(Refusal::field(
            "last",
            "The last day lies before the first. Turn them round.",
        ));
    }
    if first
        .with_year(first.year() + 1)
        .is_some_and(|next| last >= next)
    {
        return Err(Refusal::field(
            "last",
            "That is a year or more. Add a shorter span, and let it come back every year.",
        ));
    }
    Ok(Closing {
        id: 0,
        name,
        first,
        last,
        yearly: args.yearly,
    })
}
