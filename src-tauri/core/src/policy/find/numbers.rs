//! Numbers a promise names: how soon, how often, below which age.

use crate::policy::reading::{Frequency, TimeLimit};
use crate::words::{Per, TimeUnit};

/// Small numbers as words.
const NUMBERS: &[(&str, u32)] = &[
    ("a", 1),
    ("an", 1),
    ("one", 1),
    ("once", 1),
    ("two", 2),
    ("twice", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("eighteen", 18),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("forty-five", 45),
    ("sixty", 60),
    ("ninety", 90),
];

/// Words that say soon without a number.
const PROMPT: &[&str] = &[
    "without undue delay",
    "without unreasonable delay",
    "promptly",
    "as soon as possible",
    "as soon as practicable",
    "as soon as reasonably",
    "in a timely manner",
    "without delay",
    "in a timely fashion",
    "immediately",
    "as quickly as possible",
];

/// How far behind its number a unit may stand: “thirty (30) calendar days”.
const NEAR: usize = 3;

/// A word of a sentence, in lower case, and where it stands.
struct Word {
    low: String,
    start: usize,
    end: usize,
}

fn words(text: &str) -> Vec<Word> {
    let mut all = Vec::new();
    let mut at = 0;
    for chunk in text.split(' ') {
        let plain = chunk.trim_matches(|c: char| !c.is_alphanumeric());
        if !plain.is_empty() {
            let start = at + chunk.find(plain).unwrap_or(0);
            all.push(Word {
                low: plain.to_lowercase(),
                start,
                end: start + plain.len(),
            });
        }
        at += chunk.len() + 1;
    }
    all
}

fn number(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic() || c == '-');
    if !digits.is_empty() && digits.len() <= 4 && digits.chars().all(|c| c.is_ascii_digit()) {
        return digits.parse().ok();
    }
    NUMBERS
        .iter()
        .find(|(name, _)| *name == word)
        .map(|(_, number)| *number)
}

fn unit(word: &str) -> Option<TimeUnit> {
    // “30-day”, “12-month”.
    let word = word.rsplit('-').next().unwrap_or(word);
    Some(match word {
        "hour" | "hours" => TimeUnit::Hours,
        "day" | "days" => TimeUnit::Days,
        "week" | "weeks" => TimeUnit::Weeks,
        "month" | "months" => TimeUnit::Months,
        "year" | "years" => TimeUnit::Years,
        _ => return None,
    })
}

/// The first time a sentence names: “within 45 days”, “for two years”, “promptly”.
pub(super) fn time_limit(text: &str) -> Option<TimeLimit> {
    let words = words(text);
    for (at, word) in words.iter().enumerate() {
        let Some(count) = number(&word.low) else {
            continue;
        };
        let before = at.checked_sub(1).map_or("", |b| words[b].low.as_str());
        // “one request per year”, “once a year” and “13 years of age” are no limits of time.
        if matches!(
            before,
            "per" | "once" | "twice" | "times" | "under" | "request" | "requests" | "every" | "age"
        ) {
            continue;
        }
        for behind in at..=(at + NEAR).min(words.len().saturating_sub(1)) {
            if behind == at && !word.low.contains('-') {
                continue;
            }
            let Some(mut found) = unit(&words[behind].low) else {
                continue;
            };
            let between = &words[at + 1..behind.max(at + 1)];
            if between.iter().any(|w| {
                !matches!(
                    w.low.as_str(),
                    "business" | "working" | "calendar" | "full" | "or" | "more" | "consecutive"
                ) && number(&w.low).is_none()
            }) {
                break;
            }
            let next = words.get(behind + 1).map_or("", |w| w.low.as_str());
            let ages = words.get(behind + 2).map_or("", |w| w.low.as_str());
            if matches!(next, "old" | "period")
                || (next == "of" && ages == "age")
                || next == "preceding"
            {
                break;
            }
            if matches!(before, "preceding" | "past" | "last" | "previous" | "prior") {
                break;
            }
            if between
                .iter()
                .any(|w| matches!(w.low.as_str(), "business" | "working"))
                && found == TimeUnit::Days
            {
                found = TimeUnit::BusinessDays;
            }
            let start = match before {
                "within" | "in" | "for" | "after" => words[at - 1].start,
                _ => word.start,
            };
            return Some(TimeLimit {
                count,
                unit: found,
                words: text[start..words[behind].end].to_owned(),
            });
        }
    }
    let low = text.to_ascii_lowercase();
    let (at, said) = PROMPT
        .iter()
        .filter_map(|said| low.find(said).map(|at| (at, said)))
        .min()?;
    Some(TimeLimit {
        count: 0,
        unit: TimeUnit::Promptly,
        words: text[at..at + said.len()].to_owned(),
    })
}

/// How often something may be asked: “one request per customer each year”, “twice in a 12-month period”.
pub(super) fn frequency(text: &str) -> Option<Frequency> {
    let words = words(text);
    let low = |at: usize| words.get(at).map_or("", |word: &Word| word.low.as_str());
    for (at, word) in words.iter().enumerate() {
        let Some(times) = number(&word.low) else {
            continue;
        };
        let next = low(at + 1);
        let counts = matches!(word.low.as_str(), "once" | "twice")
            || matches!(next, "request" | "requests" | "time" | "times" | "such")
            || (matches!(next, "free" | "verifiable" | "access")
                && low(at + 2).starts_with("request"));
        if !counts {
            continue;
        }
        for from in at + 1..(at + 10).min(words.len()) {
            if !matches!(
                low(from),
                "per" | "each" | "every" | "a" | "in" | "any" | "during" | "within"
            ) {
                continue;
            }
            for behind in from + 1..(from + 5).min(words.len()) {
                let span = low(behind);
                let before = low(behind - 1);
                let twelve = span == "12-month"
                    || span == "twelve-month"
                    || (span.starts_with("month") && matches!(before, "12" | "twelve"));
                let per = if twelve {
                    Per::TwelveMonths
                } else if matches!(span, "year" | "annum") {
                    Per::CalendarYear
                } else if span == "month" {
                    Per::Month
                } else {
                    continue;
                };
                return Some(Frequency {
                    times,
                    per,
                    words: text[word.start..words[behind].end].to_owned(),
                });
            }
        }
        if low(at + 1) == "annually" {
            return Some(Frequency {
                times,
                per: Per::CalendarYear,
                words: text[word.start..words[at + 1].end].to_owned(),
            });
        }
    }
    None
}

/// Below which age somebody is a child here: “under 13”, “under the age of sixteen”, “under 13 years of age”.
pub(super) fn age(text: &str) -> Option<u32> {
    let words = words(text);
    for (at, word) in words.iter().enumerate() {
        let from = match word.low.as_str() {
            "under" | "below" => at + 1,
            "younger" | "less" if words.get(at + 1).is_some_and(|w| w.low == "than") => at + 2,
            _ => continue,
        };
        for word in words.iter().skip(from).take(4) {
            if let Some(age) = number(&word.low).filter(|age| (8..=21).contains(age)) {
                return Some(age);
            }
            if !matches!(word.low.as_str(), "the" | "age" | "of" | "ages") {
                break;
            }
        }
    }
    None
}
