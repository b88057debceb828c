//! A holiday calendar, with every year worked out beforehand.

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

use super::calendar_rules::{CalendarData, CalendarReading, days_of};
use super::error::LawError;

/// Which days of the week can be business days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Deserialize)]
pub enum Week {
    /// Monday to Friday.
    #[default]
    #[serde(rename = "mon-fri")]
    MonFri,
    /// Monday to Saturday (Cal. Civ. Code 7 and 9).
    #[serde(rename = "mon-sat")]
    MonSat,
}

impl Week {
    fn has(self, weekday: Weekday) -> bool {
        match self {
            Week::MonFri => !matches!(weekday, Weekday::Sat | Weekday::Sun),
            Week::MonSat => weekday != Weekday::Sun,
        }
    }
}

/// The public holidays of one place.
///
/// Weekends are not in it, unless a holiday falls on one: ask [`Calendar::is_working_day`].
#[derive(Debug)]
pub struct Calendar {
    id: String,
    name: String,
    cite: String,
    checked: NaiveDate,
    note: Option<String>,
    first_year: i32,
    last_year: i32,
    pub(super) readings: Vec<CalendarReading>,
    days: Vec<(NaiveDate, String)>,
    /// One bit a day, one row a year from `first_year`, so that a look-up costs no search.
    years: Vec<[u64; 6]>,
    /// The working days of both weeks, so that a count of them walks words and not days.
    working: [WorkingDays; 2],
}

/// Which days of a calendar's years are working days: one bit a day, from the first of January.
#[derive(Debug, Default)]
struct WorkingDays {
    /// Its first day, counted from the year 1.
    first: i32,
    bits: Vec<u64>,
}

impl WorkingDays {
    fn of(from: NaiveDate, to: NaiveDate, has: impl Fn(NaiveDate) -> bool) -> Self {
        let mut bits = Vec::new();
        for (at, date) in from.iter_days().take_while(|date| *date <= to).enumerate() {
            if at % 64 == 0 {
                bits.push(0);
            }
            if has(date)
                && let Some(word) = bits.last_mut()
            {
                *word |= 1 << (at % 64);
            }
        }
        Self {
            first: from.num_days_from_ce(),
            bits,
        }
    }

    /// The nth working day after a day that does not count; none where it leaves the calendar's years.
    fn nth_after(&self, start: NaiveDate, count: u32) -> Option<NaiveDate> {
        let from = usize::try_from(start.num_days_from_ce() + 1 - self.first).ok()?;
        let mut at = from / 64;
        let mut left = count.checked_sub(1)?;
        let mut word = self.bits.get(at)? & (u64::MAX << (from % 64));
        while word.count_ones() <= left {
            left -= word.count_ones();
            at += 1;
            word = *self.bits.get(at)?;
        }
        for _ in 0..left {
            word &= word - 1;
        }
        let on = i64::try_from(at * 64).ok()? + i64::from(word.trailing_zeros());
        start.checked_add_signed(TimeDelta::days(on + 1 - i64::try_from(from).ok()?))
    }
}

impl Calendar {
    pub(super) fn build(data: CalendarData, others: &[Calendar]) -> Result<Calendar, String> {
        if data.cite.trim().is_empty() || data.name.trim().is_empty() {
            return Err(format!(
                "the calendar “{}” needs a name and a citation",
                data.id
            ));
        }
        let find = |id: &String| {
            others.iter().find(|other| &other.id == id).ok_or_else(|| {
                format!(
                    "the calendar “{}” builds on “{id}”, which must stand before it",
                    data.id
                )
            })
        };
        let mut days: Vec<(NaiveDate, String)> = Vec::new();
        // The neighbours too: 1 Jan 2028 is observed on 31 Dec 2027.
        for year in data.first_year - 1..=data.last_year + 1 {
            days.extend(days_of(&data.days, year)?);
        }
        for id in &data.extends {
            days.extend(find(id)?.days.iter().cloned());
        }
        if let [first, rest @ ..] = data.common_to.as_slice() {
            let rest = rest.iter().map(find).collect::<Result<Vec<_>, _>>()?;
            let common = find(first)?.days.iter();
            days.extend(
                common
                    .filter(|(day, _)| rest.iter().all(|other| other.is_holiday(*day)))
                    .cloned(),
            );
        }
        days.retain(|(day, _)| (data.first_year..=data.last_year).contains(&day.year()));
        days.sort_by_key(|(day, _)| *day);
        days.dedup_by_key(|(day, _)| *day);

        let span = usize::try_from(data.last_year - data.first_year + 1)
            .map_err(|_| format!("the calendar “{}” ends before it begins", data.id))?;
        let mut years = vec![[0; 6]; span];
        for (day, _) in &days {
            if let Some((row, word, bit)) = place(data.first_year, *day)
                && let Some(cell) = years.get_mut(row).and_then(|row| row.get_mut(word))
            {
                *cell |= bit;
            }
        }
        let mut calendar = Calendar {
            id: data.id,
            name: data.name,
            cite: data.cite,
            checked: data.checked,
            note: data.note,
            first_year: data.first_year,
            last_year: data.last_year,
            readings: data.readings,
            days,
            years,
            working: Default::default(),
        };
        let ends = (
            NaiveDate::from_ymd_opt(calendar.first_year, 1, 1),
            NaiveDate::from_ymd_opt(calendar.last_year, 12, 31),
        );
        if let (Some(from), Some(to)) = ends {
            calendar.working = [Week::MonFri, Week::MonSat]
                .map(|week| WorkingDays::of(from, to, |day| calendar.is_working_day(day, week)));
        }
        Ok(calendar)
    }

    /// Lower case, as in commands: `de-be`, `gb-eng`, `us-fed`, `ca-cons`, `none`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The place, in English.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The law that makes these days holidays.
    pub fn cite(&self) -> &str {
        &self.cite
    }

    /// When the rules were last compared with their source.
    pub fn checked(&self) -> NaiveDate {
        self.checked
    }

    /// What an officer should know about it.
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// First and last year for which the days are written.
    pub fn years(&self) -> (i32, i32) {
        (self.first_year, self.last_year)
    }

    /// Every holiday between two days, both included.
    pub fn holidays(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> impl Iterator<Item = (NaiveDate, &str)> {
        let start = self.days.partition_point(|(day, _)| *day < from);
        self.days[start..]
            .iter()
            .take_while(move |(day, _)| *day <= to)
            .map(|(day, name)| (*day, name.as_str()))
    }

    /// The holiday's name; a substitute day says so.
    pub fn holiday(&self, date: NaiveDate) -> Option<&str> {
        if !self.is_holiday(date) {
            return None;
        }
        let at = self
            .days
            .binary_search_by_key(&date, |(day, _)| *day)
            .ok()?;
        self.days.get(at).map(|(_, name)| name.as_str())
    }

    /// Whether the day is a holiday here. A plain Sunday is not.
    pub fn is_holiday(&self, date: NaiveDate) -> bool {
        place(self.first_year, date).is_some_and(|(row, word, bit)| {
            self.years
                .get(row)
                .and_then(|row| row.get(word))
                .is_some_and(|cell| cell & bit != 0)
        })
    }

    pub(super) fn week_has(&self, week: Week, date: NaiveDate) -> bool {
        week.has(date.weekday())
    }

    /// Whether the day is Monday to Friday (or Saturday) and no holiday.
    pub fn is_working_day(&self, date: NaiveDate, week: Week) -> bool {
        week.has(date.weekday()) && !self.is_holiday(date)
    }

    /// The day itself if it is a working day, else the next one that is.
    pub fn roll(&self, date: NaiveDate) -> Result<NaiveDate, LawError> {
        if self.is_working_day(date, Week::MonFri) {
            return self.covers(date).map(|()| date);
        }
        let mut day = date;
        while !self.is_working_day(day, Week::MonFri) {
            day = day
                .checked_add_days(Days::new(1))
                .ok_or(LawError::DateOutOfRange(date))?;
        }
        self.covers(day)?;
        Ok(day)
    }

    /// The nth business day after a day that itself does not count.
    pub fn add_business_days(
        &self,
        start: NaiveDate,
        count: u32,
        week: Week,
    ) -> Result<NaiveDate, LawError> {
        let [five, six] = &self.working;
        let days = match week {
            Week::MonFri => five,
            Week::MonSat => six,
        };
        if let Some(day) = days.nth_after(start, count) {
            return Ok(day);
        }
        // Outside the years that are written down: day by day, and then it is told.
        let mut day = start;
        let mut left = count;
        while left > 0 {
            day = day
                .checked_add_days(Days::new(1))
                .ok_or(LawError::DateOutOfRange(start))?;
            if self.is_working_day(day, week) {
                left -= 1;
            }
        }
        self.covers(day)?;
        Ok(day)
    }

    fn covers(&self, date: NaiveDate) -> Result<(), LawError> {
        // A calendar without days is right in every year.
        if self.days.is_empty() || (self.first_year..=self.last_year).contains(&date.year()) {
            return Ok(());
        }
        Err(LawError::OutsideCalendar {
            calendar: self.name.clone(),
            first: self.first_year,
            last: self.last_year,
            date,
        })
    }
}

fn place(first_year: i32, date: NaiveDate) -> Option<(usize, usize, u64)> {
    let row = usize::try_from(date.year() - first_year).ok()?;
    let day = date.ordinal0();
    Some((row, usize::try_from(day / 64).ok()?, 1 << (day % 64)))
}
