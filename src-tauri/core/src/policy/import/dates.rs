//! The day a policy names as its first, read from its words.

use crate::policy::document::Document;
use chrono::NaiveDate;

/// Words before a date, in small letters, and how much they say: more is taken first.
const CUES: &[(&str, u8)] = &[
    ("effective date", 5),
    ("date effective", 5),
    ("effective as of", 5),
    ("effective from", 5),
    ("effective on", 5),
    ("effective since", 5),
    ("effective:", 5),
    ("effective", 4),
    ("in force from", 5),
    ("in force since", 5),
    ("in force as of", 5),
    ("enters into force", 5),
    ("entered into force", 5),
    ("comes into force", 5),
    ("came into force", 5),
    ("comes into effect", 5),
    ("came into effect", 5),
    ("takes effect", 5),
    ("took effect", 5),
    ("in effect as of", 5),
    ("in effect since", 5),
    ("in effect from", 5),
    ("applies from", 4),
    ("valid from", 4),
    ("last updated", 3),
    ("last update", 3),
    ("last modified", 3),
    ("last revised", 3),
    ("last revision", 3),
    ("last changed", 3),
    ("last amended", 3),
    ("last reviewed", 1),
    ("date of last revision", 3),
    ("date of last update", 3),
    ("revision date", 3),
    ("date of revision", 3),
    ("updated on", 2),
    ("updated:", 2),
    ("updated", 2),
    ("revised", 2),
    ("amended", 2),
    ("posted on", 1),
    ("published on", 1),
    ("version of", 1),
    ("as of", 1),
];

/// Words that may stand between the cue and its date.
const BETWEEN: &[&str] = &[
    "is",
    "was",
    "of",
    "on",
    "as",
    "from",
    "since",
    "the",
    "date",
    "this",
    "policy",
    "privacy",
    "notice",
    "statement",
    "with",
    "effect",
    "and",
    "updated",
    "last",
    "effective",
    "revised",
    "in",
    "and/or",
    "at",
    "by",
];

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The day the policy names, with its words; of several the one called effective, of those the first.
pub(super) fn effective(document: &Document) -> Option<(NaiveDate, String)> {
    const SHORT: usize = 10;
    let mut best: Option<(u8, NaiveDate, String)> = None;
    for block in &document.blocks {
        // The date may stand in a line of its own below.
        let text = document.at(block.span);
        let small = text.to_ascii_lowercase();
        if !CUES.iter().any(|(cue, _)| small.contains(cue)) {
            continue;
        }
        let short = text.split_whitespace().count() <= SHORT;
        for (cue, worth) in CUES {
            for (at, _) in small.match_indices(cue) {
                let end = at + cue.len();
                let whole = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
                if !whole(
                    small
                        .get(..at)
                        .and_then(|before| before.chars().next_back()),
                ) || !(cue.ends_with(':')
                    || whole(small.get(end..).and_then(|after| after.chars().next())))
                {
                    continue;
                }
                if best.as_ref().is_some_and(|(most, ..)| *most >= *worth) {
                    continue;
                }
                let after = document
                    .text
                    .get(block.span.start + end..)
                    .unwrap_or_default();
                let Some((date, to)) = date_after(after) else {
                    continue;
                };
                // Last, since it looks far: most cues have no date behind them.
                if !short && !names_itself(&small, at) {
                    continue;
                }
                let words = document
                    .text
                    .get(block.span.start + at..block.span.start + end + to)
                    .unwrap_or_default();
                let words: Vec<&str> = words.split_whitespace().collect();
                best = Some((*worth, date, words.join(" ")));
            }
        }
    }
    best.map(|(_, date, words)| (date, words))
}

/// The sentence around a place speaks of the policy itself, not of a law.
fn names_itself(small: &str, at: usize) -> bool {
    /// Bytes to both sides: a sentence without an end is not searched to the end of the text.
    const NEAR: usize = 400;
    let border = |from: usize, to: usize| (from..=to).find(|at| small.is_char_boundary(*at));
    let first = border(at.saturating_sub(NEAR), at).unwrap_or(at);
    let last = border((at + NEAR).min(small.len()), small.len()).unwrap_or(small.len());
    let before = small.get(first..at).unwrap_or_default();
    let start = first + before.rfind(['.', '!', '?']).map_or(0, |end| end + 1);
    let sentence = small.get(start..last).unwrap_or_default();
    let own = [
        "policy",
        "notice",
        "statement",
        "these terms",
        "this document",
    ];
    let law = [" act ", " act,", "regulation", "directive", " law "];
    let head = small.get(start..at).unwrap_or_default();
    // “Effective date: …” at the beginning of a sentence speaks of what it stands in.
    let begins = head.trim().is_empty();
    (begins || own.iter().any(|word| sentence.contains(word)))
        && !law.iter().any(|word| head.contains(word))
}

/// The day an archive's banner names.
pub(super) fn archived(text: &str) -> Option<(NaiveDate, String)> {
    let small = text.to_ascii_lowercase();
    [
        "archived on",
        "captured on",
        "retrieved on",
        "saved on",
        "snapshot of",
        "archived",
        "captured",
        "as of",
        "from",
    ]
    .iter()
    .find_map(|cue| {
        let at = small.find(cue)?;
        let (date, to) = date_after(text.get(at + cue.len()..)?)?;
        let words = text.get(at..at + cue.len() + to)?;
        Some((date, words.split_whitespace().collect::<Vec<_>>().join(" ")))
    })
}

/// A date that follows at once, small words and marks aside, and where it ends.
fn date_after(text: &str) -> Option<(NaiveDate, usize)> {
    const NEAR: usize = 60;
    const WORDS: usize = 8;
    let mut at = 0;
    for _ in 0..WORDS {
        let rest = text.get(at..)?;
        let skip = rest.len()
            - rest
                .trim_start_matches(|c: char| !c.is_alphanumeric())
                .len();
        at += skip;
        if at > NEAR {
            return None;
        }
        let rest = text.get(at..)?;
        if let Some((date, len)) = date(rest) {
            return Some((date, at + len));
        }
        let len = rest
            .find(|c: char| !c.is_alphanumeric() && c != '/')
            .unwrap_or(rest.len());
        let word = rest.get(..len)?.to_ascii_lowercase();
        // “Monday, 3 May”.
        if !BETWEEN.contains(&word.as_str()) && !word.ends_with("day") {
            return None;
        }
        at += len;
    }
    None
}

/// One word or number of a date, and where it ends.
struct Token<'a> {
    text: &'a str,
    end: usize,
}

/// A date at the beginning of a text and its length: ISO, 5/25/2018, 25.5.2018, May 25th, 2018, 25 May 2018, May 2018.
fn date(text: &str) -> Option<(NaiveDate, usize)> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut signs: Vec<&str> = Vec::new();
    let mut at = 0;
    while tokens.len() < 4 {
        let rest = text.get(at..)?;
        let digits = rest.starts_with(|c: char| c.is_ascii_digit());
        let len = rest
            .find(|c: char| {
                if digits {
                    !c.is_ascii_digit()
                } else {
                    !c.is_alphabetic()
                }
            })
            .unwrap_or(rest.len());
        let token = rest.get(..len)?;
        at += len;
        // 25th, 1st.
        if digits {
            let ending = text
                .get(at..at + 2)
                .map(str::to_ascii_lowercase)
                .unwrap_or_default();
            let more = text.get(at + 2..).and_then(|rest| rest.chars().next());
            if ["st", "nd", "rd", "th"].contains(&ending.as_str())
                && !more.is_some_and(char::is_alphanumeric)
            {
                at += 2;
            }
        }
        if token.is_empty() {
            break;
        }
        tokens.push(Token {
            text: token,
            end: at,
        });
        let rest = text.get(at..)?;
        let gap = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
        let sign = rest.get(..gap)?;
        if gap == 0 || gap > 3 {
            break;
        }
        signs.push(sign);
        at += gap;
    }
    let number = |at: usize| {
        tokens
            .get(at)
            .and_then(|token: &Token| token.text.parse::<u32>().ok())
    };
    let sign = |at: usize| signs.get(at).map(|sign| sign.trim());
    let end = |at: usize| tokens.get(at).map_or(0, |token| token.end);
    let length = |at: usize| tokens.get(at).map_or(0, |token| token.text.len());
    let whole = |year: u32, month: u32, day: u32, at: usize| {
        let year = if year < 100 { 2000 + year } else { year };
        if !(1990..=2100).contains(&year) {
            return None;
        }
        let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
        Some((date, end(at)))
    };
    if let (Some(one), Some(two), Some(three)) = (number(0), number(1), number(2))
        && sign(0) == sign(1)
        && matches!(sign(0), Some("-" | "/" | "." | "–" | "‑"))
    {
        if length(0) == 4 {
            return whole(one, two, three, 2);
        }
        if length(2) != 4 && length(2) != 2 {
            return None;
        }
        // With full stops the day comes first, else the month, unless that cannot be.
        let (month, day) = if sign(0) == Some(".") {
            (two, one)
        } else {
            (one, two)
        };
        return if month > 12 {
            whole(three, day, month, 2)
        } else {
            whole(three, month, day, 2)
        };
    }
    if let Some(month) = month(tokens.first()?.text) {
        if let (Some(day), Some(year)) = (number(1), number(2))
            && length(1) <= 2
            && length(2) == 4
        {
            return whole(year, month, day, 2);
        }
        if let Some(year) = number(1)
            && length(1) == 4
        {
            return whole(year, month, 1, 1);
        }
    }
    let day = number(0)?;
    // “25 of May 2018” is rare, “25 May 2018” is not.
    let shift = usize::from(tokens.get(1)?.text.eq_ignore_ascii_case("of"));
    let month = month(tokens.get(1 + shift)?.text)?;
    let year = number(2 + shift).filter(|_| length(2 + shift) == 4)?;
    whole(year, month, day, 2 + shift)
}

fn month(word: &str) -> Option<u32> {
    let small = word.to_ascii_lowercase();
    if small.len() < 3 {
        return None;
    }
    let at = MONTHS
        .iter()
        .position(|month| *month == small || (small.len() <= 4 && month.starts_with(&small)))
        .or_else(|| (small == "sept").then_some(8))?;
    u32::try_from(at + 1).ok()
}
