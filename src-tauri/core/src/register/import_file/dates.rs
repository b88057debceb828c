//! Days as a column writes them. Where 4/3 can be read two ways and no row of the column says which, nothing is guessed.

use super::super::handled::QuickMap;
use super::words::Words;
use crate::time;
use chrono::NaiveDate;

/// What a cell says before the column is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Day(NaiveDate),
    /// Two numbers and a year; which is the day, the column says.
    Two(u32, u32, i32),
    ShortYear,
    None,
}

/// Which of two numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
    /// No row says, or they contradict each other.
    Open,
    Mixed,
}

/// A column, read once for each way it is written.
pub struct Days<'w> {
    words: &'w Words,
    order: Order,
    known: QuickMap<String, Result<NaiveDate, String>>,
}

impl<'w> Days<'w> {
    /// Looks at the whole column first.
    pub fn of<'c>(
        words: &'w Words,
        cells: impl Iterator<Item = std::borrow::Cow<'c, str>>,
    ) -> Self {
        let mut seen: QuickMap<String, ()> = QuickMap::default();
        let (mut day_first, mut month_first) = (false, false);
        for cell in cells {
            if seen.contains_key(cell.as_ref()) {
                continue;
            }
            if let Form::Two(a, b, _) = form(words, &cell) {
                day_first |= a > 12 && b <= 12;
                month_first |= b > 12 && a <= 12;
            }
            seen.insert(cell.into_owned(), ());
        }
        Self {
            words,
            order: match (day_first, month_first) {
                (true, false) => Order::DayFirst,
                (false, true) => Order::MonthFirst,
                (false, false) => Order::Open,
                (true, true) => Order::Mixed,
            },
            known: QuickMap::default(),
        }
    }

    /// The day of a cell, or why it is none.
    pub fn read(&mut self, cell: &str) -> Result<NaiveDate, String> {
        if let Some(known) = self.known.get(cell) {
            return known.clone();
        }
        let read = self.fresh(cell);
        self.known.insert(cell.to_owned(), read.clone());
        read
    }

    fn fresh(&self, cell: &str) -> Result<NaiveDate, String> {
        let none = || format!("“{cell}” is no day that exists. Write days as 2026-03-31.");
        match form(self.words, cell) {
            Form::Day(day) => Ok(day),
            Form::ShortYear => Err(format!(
                "“{cell}” leaves the century open. Write the year with four digits."
            )),
            Form::None => Err(none()),
            Form::Two(a, b, year) => {
                let day_first = of(year, b, a);
                let month_first = of(year, a, b);
                match (self.order, day_first, month_first) {
                    (_, Some(one), Some(same)) if one == same => Ok(one),
                    (_, Some(only), None) | (_, None, Some(only)) if self.agrees(a, b) => Ok(only),
                    (Order::DayFirst, Some(day), _) | (Order::MonthFirst, _, Some(day)) => Ok(day),
                    (Order::Open, Some(one), Some(other)) => Err(format!(
                        "“{cell}” is {} or {}, and no other row says which comes first, day or month. Write days as 2026-03-31.",
                        time::long(one),
                        time::long(other)
                    )),
                    (Order::Mixed, Some(one), Some(other)) => Err(format!(
                        "“{cell}” is {} or {}: some rows of the column put the day first and others the month. Write days as 2026-03-31.",
                        time::long(one),
                        time::long(other)
                    )),
                    _ => Err(none()),
                }
            }
        }
    }

    /// A cell that can be read one way only still has to be written as the column is.
    fn agrees(&self, a: u32, b: u32) -> bool {
        match self.order {
            Order::DayFirst => b <= 12,
            Order::MonthFirst => a <= 12,
            Order::Open | Order::Mixed => true,
        }
    }
}

fn of(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

fn form(words: &Words, cell: &str) -> Form {
    // A time behind the day says nothing here.
    let text = match cell.split_once(['T', ' ']) {
        Some((day, rest)) if rest.contains(':') && day.len() >= 8 => day,
        _ => cell,
    };
    if let Some(day) = time::day(text) {
        return Form::Day(day);
    }
    let parts: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let [a, b, c] = parts.as_slice() else {
        return Form::None;
    };
    let number = |text: &str| {
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        // 31st, 2nd
        (text.len() - digits.len() <= 2).then(|| digits.parse::<u32>().ok())?
    };
    let year = |text: &str| {
        (text.len() == 4)
            .then(|| text.parse::<i32>().ok())?
            .filter(|year| (1900..=9000).contains(year))
    };
    let plain = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let day = |year, month, day: Option<u32>| {
        day.and_then(|day| of(year, month, day))
            .map_or(Form::None, Form::Day)
    };
    match (words.month(a), words.month(b)) {
        // March 31, 2026 and 31 March 2026; numbers are no names of months.
        (Some(month), _) if !plain(a) => year(c).map_or(Form::None, |y| day(y, month, number(b))),
        (_, Some(month)) if !plain(b) => year(c).map_or(Form::None, |y| day(y, month, number(a))),
        _ => {
            let (Ok(first), Ok(second)) = (a.parse::<u32>(), b.parse::<u32>()) else {
                return Form::None;
            };
            if let Some(y) = year(a) {
                // 2026/03/31
                return day(y, second, c.parse().ok());
            }
            match year(c) {
                // Full stops stand behind the day everywhere.
                Some(y) if text.contains('.') => day(y, second, Some(first)),
                Some(y) => Form::Two(first, second, y),
                None if c.len() == 2 && plain(c) => Form::ShortYear,
                None => Form::None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::super::words::words;
    use super::*;
    use std::borrow::Cow;

    fn column(cells: &[&str]) -> Vec<String> {
        let words = words().unwrap();
        let mut days = Days::of(words, cells.iter().map(|c| Cow::Borrowed(*c)));
        cells
            .iter()
            .map(|cell| match days.read(cell) {
                Ok(day) => day.to_string(),
                Err(why) => {
                    assert!(why.ends_with('.'), "{why}");
                    "bad".into()
                }
            })
            .collect()
    }

    #[test]
    fn days_are_read_where_the_column_says_which_is_which() {
        for (cells, wanted, why) in [
            (
                &["2026-03-04", "2026/3/5"][..],
                &["2026-03-04", "2026-03-05"][..],
                "year first",
            ),
            (
                &["4.3.2026", "31.12.2026"],
                &["2026-03-04", "2026-12-31"],
                "full stops: the day is first",
            ),
            (
                &["3/4/2026", "3/31/2026"],
                &["2026-03-04", "2026-03-31"],
                "a 31 in the second place: American",
            ),
            (
                &["3/4/2026", "31/3/2026"],
                &["2026-04-03", "2026-03-31"],
                "a 31 in the first place: European",
            ),
            (
                &["3/4/2026", "5/6/2026"],
                &["bad", "bad"],
                "nothing says which",
            ),
            (
                &["3/3/2026", "5/6/2026"],
                &["2026-03-03", "bad"],
                "the same either way",
            ),
            (
                &["3/31/2026", "31/3/2026", "3/4/2026"],
                &["2026-03-31", "2026-03-31", "bad"],
                "rows that contradict each other",
            ),
            (&["13/13/2026", "2/30/2026"], &["bad", "bad"], "no such day"),
            (&["3/4/26", "31.12.26"], &["bad", "bad"], "no century"),
            (
                &[
                    "31 Mar 2026",
                    "March 31, 2026",
                    "31. März 2026",
                    "1er août 2026",
                    "31-Dec-2026",
                ],
                &[
                    "2026-03-31",
                    "2026-03-31",
                    "2026-03-31",
                    "2026-08-01",
                    "2026-12-31",
                ],
                "months by name",
            ),
            (
                &["2026-03-04T09:30:00Z", "2026-03-04 09:30", "3/31/2026 9:30"],
                &["2026-03-04", "2026-03-04", "2026-03-31"],
                "a time behind it",
            ),
            (
                &["", "soon", "46112", "0001-01-01", "2026-02-30"],
                &["bad", "bad", "bad", "bad", "bad"],
                "no days at all",
            ),
        ] {
            assert_eq!(column(cells), wanted, "{why}");
        }
    }
}
