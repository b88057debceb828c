//! The words that letters say of themselves in each language: dates, labels of rights and laws, the words of the page.
//!
//! They are read from `data/letters/<language>/words.toml`. English letters name rights and grounds as the packs do;
//! a law that is not listed there under `laws` has no letters in that language.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::error::LetterError;
use crate::words::{
    Channel, DataTopic, LetterKind, LetterLanguage, QuestionTopic, Requirement, Right,
};

/// Everything one language says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tongue {
    /// Its name in English, as the officer chooses it.
    pub name: String,
    /// BCP 47; readers pronounce a letter by it.
    pub tag: String,
    /// Places of residence for which it is suggested.
    pub residences: Vec<String>,
    /// What the page itself says.
    pub page: PageWords,
    /// What the pages behind a letter say of themselves.
    pub annex: AnnexWords,
    /// What a letter is called where a mail or a file speaks of it.
    pub titles: BTreeMap<LetterKind, String>,
    pub(super) dates: Dates,
    pub(super) spans: Spans,
    pub(super) data: DataWords,
    /// Opening and closing quotation mark, then those within.
    pub(super) quotes: Quotes,
    pub(super) channels: BTreeMap<Channel, String>,
    pub(super) questions: BTreeMap<QuestionTopic, String>,
    pub(super) particulars: BTreeMap<Requirement, String>,
    /// The words that a policy wants in a request: `{words}`.
    pub(super) label: String,
    /// What American English says otherwise.
    #[serde(default)]
    pub(super) american: BTreeMap<Requirement, String>,
    /// Two ways to reach us: `{mail}` and `{post}`.
    pub(super) contact: String,
    /// Methods of a parent's consent, by their identifier in the register; English takes its own names.
    #[serde(default)]
    pub(super) methods: BTreeMap<String, String>,
    /// Of an incident, and when it happened.
    pub incident: IncidentWords,
    /// What a letter says first that takes the place of another.
    pub(super) again: AgainWords,
    /// What the registers show.
    pub registers: RegisterWords,
    /// How citations are written.
    #[serde(default)]
    pub(super) cites: Option<Cites>,
    #[serde(default)]
    pub(super) laws: BTreeMap<String, LawWords>,
}

/// The words of the page around the letter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageWords {
    /// `Page {page} of {pages}`.
    pub page: String,
    /// Before an address that the window could not show whole.
    pub addressed_to: String,
    /// Above the reference, and before it on further pages.
    pub our_reference: String,
    /// Above the person's own sign.
    pub your_reference: String,
    /// Above the day of the letter that is answered.
    pub your_letter: String,
    /// Above the date.
    pub date: String,
    /// `{place}, {date}`.
    pub place_and_date: String,
    /// Above the list of what goes with the letter.
    pub enclosures: String,
    /// The same, of one.
    pub enclosure: String,
    /// Before those who get a copy.
    pub copy_to: String,
    /// Laid over a preview.
    pub draft: String,
    /// At the foot of a preview.
    pub draft_note: String,
}

/// The words of the pages that go with a letter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnexWords {
    /// `Annex {number}`.
    pub annex: String,
    /// From which file it was read: `{size}`; with one record, with many: `{count}`.
    pub source: String,
    pub source_one: String,
    pub source_many: String,
    /// `Record {number} of {count}`.
    pub record: String,
    /// What one of several is called that has no name.
    pub entry: String,
    /// One of several: `{label}`, `{number}`, `{count}`.
    pub numbered: String,
    /// A column without a name: `{number}`.
    pub column: String,
    pub yes: String,
    pub no: String,
    /// In place of what is empty.
    pub nothing: String,
    /// Between a number and its tenths.
    pub decimal: String,
    /// Bytes, thousands and millions of them.
    pub units: [String; 3],
    /// `{count} bytes`.
    pub bytes: String,
    /// In the letter's own list: `{name}`, `{size}`, the beginning of the `{hash}`.
    pub listed: String,
    /// The same for what also stands on pages.
    pub listed_pages: String,
    /// The title of the last page, and what it is for.
    pub given: String,
    pub given_note: String,
    /// What is said of data files.
    pub data_note: String,
    /// The labels of the last page.
    pub form: String,
    pub size: String,
    pub as_file: String,
    /// On `{pages}` pages as annex `{number}`; on one.
    pub as_pages: String,
    pub as_page: String,
    /// Longer than `{most}` pages.
    pub too_long: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dates {
    /// `{day} {month} {year}`.
    pub pattern: String,
    /// The first of a month, where it is written otherwise: `1er`.
    #[serde(default)]
    pub first: Option<String>,
    pub months: Vec<String>,
}

/// One and many of each.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Spans {
    pub days: [String; 2],
    pub months: [String; 2],
    pub business_days: [String; 2],
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DataWords {
    /// `personal data`, where the law has no word of its own.
    pub word: String,
    /// `your {data}`.
    pub of_you: String,
    /// `the {data} {of}`, where it is about somebody else.
    pub of_other: String,
    /// `about you`.
    pub about_you: String,
    /// `about {subject}`.
    pub about_other: String,
    /// `you`.
    pub you: String,
    /// `your`.
    pub your: String,
    /// `{subject}’s`.
    pub others: String,
    /// `of {name}`.
    pub of: String,
    /// The same before a vowel.
    pub of_vowel: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Quotes {
    pub outer: [String; 2],
    pub inner: [String; 2],
    /// Those of a country that writes otherwise: Switzerland.
    #[serde(default)]
    pub swiss: Option<[String; 2]>,
}

/// What the letter about an incident is called, and when it happened.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IncidentWords {
    /// Our reference: `Incident {id}`.
    pub reference: String,
    /// The file's title.
    pub title: String,
    /// `on {from}`.
    pub on: String,
    /// `between {from} and {until}`.
    pub between: String,
    /// `from {from} on`.
    pub from: String,
    /// `until {until}`.
    pub until: String,
}

/// What a letter says of the one it takes the place of; `{day}` is the day of that one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AgainWords {
    pub plain: String,
    /// The former one came back.
    pub returned: String,
}

/// Sentences on what the registers show; each placeholder in braces.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterWords {
    /// No entry of a kind: `{since}`, `{what}`, `{until}`.
    pub nothing: String,
    /// What there is no entry of, by topic; a topic without words is not told from the registers.
    pub what: BTreeMap<QuestionTopic, String>,
    /// Nothing asked about is entered anywhere.
    pub no_such: String,
    /// `On {day}`.
    pub on: String,
    /// `Between {from} and {until}`.
    pub between: String,
    /// `{data} of {people}`.
    pub of: String,
    /// `, {times} times`.
    pub times: String,
    /// `{when}`, `{data}`, `{times}`.
    pub collected: String,
    /// The same, with `{purpose}`.
    pub used: String,
    /// The same, with `{to}`.
    pub gave: String,
    /// See `gave`.
    pub sold: String,
    /// So many kinds of entries are left out: `{count}`.
    pub more: String,
    /// What it was for, by identifier of the purpose, as a clause that begins with a comma.
    pub purposes: BTreeMap<String, String>,
    /// Kinds of data.
    pub data: BTreeMap<DataTopic, String>,
    /// No number and no group.
    pub some: String,
    /// One.
    pub one: String,
    /// One of a `{group}`.
    pub one_of: String,
    /// `{count}`.
    pub many: String,
    /// `{count}` of a `{group}`.
    pub many_of: String,
}

/// How an article is written: `Art. 12 Abs. 5 Buchst. b DSGVO`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cites {
    /// Joins two citations.
    pub joined: String,
    /// What stands before a paragraph's number.
    pub paragraph: String,
    /// What stands before and after the letter of a point.
    pub point: [String; 2],
    /// What stands before a paragraph's number and before the letter of a point in Swiss letters.
    #[serde(default)]
    pub swiss: Option<[String; 2]>,
    /// One article, several.
    pub article: [String; 2],
    /// A recital.
    pub recital: String,
    /// Joins articles and law: `{articles} {law}`.
    pub pattern: String,
    /// The names of laws in citations; a law that is not here stays as it is.
    pub laws: BTreeMap<String, String>,
    /// Whole phrases, replaced as they stand.
    pub phrases: BTreeMap<String, String>,
}

/// What letters under one law say in this language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct LawWords {
    /// Another law, whose words count where this one has none.
    pub like: Option<String>,
    pub name: Option<String>,
    pub short: Option<String>,
    pub data: Option<String>,
    pub fee: Option<String>,
    pub recourse: Option<String>,
    pub also: Option<String>,
    pub rights: BTreeMap<Right, String>,
    pub grounds: BTreeMap<String, String>,
    /// Authorities that have a name in this language, by their name in the pack.
    pub bodies: BTreeMap<String, String>,
}

/// Swiss letters know no ß.
const SWISS: &str = "ch-";

const SOURCES: [(LetterLanguage, &str); 4] = [
    (
        LetterLanguage::En,
        include_str!("../../data/letters/en/words.toml"),
    ),
    (
        LetterLanguage::De,
        include_str!("../../data/letters/de/words.toml"),
    ),
    (
        LetterLanguage::Fr,
        include_str!("../../data/letters/fr/words.toml"),
    ),
    (
        LetterLanguage::Es,
        include_str!("../../data/letters/es/words.toml"),
    ),
];

type Read = Result<Tongue, LetterError>;

/// The words of a language.
pub fn tongue(language: LetterLanguage) -> Result<&'static Tongue, LetterError> {
    tongue_under(language, "")
}

/// The words of a language in letters under this law: Swiss ones are spelled, quote and cite as the Swiss do.
pub fn tongue_under(language: LetterLanguage, law: &str) -> Result<&'static Tongue, LetterError> {
    static READ: OnceLock<Vec<(LetterLanguage, Read, Read)>> = OnceLock::new();
    let all = READ.get_or_init(|| {
        let read = |(language, text): (LetterLanguage, &str)| {
            let swiss = read(language, &text.replace('ß', "ss")).map(as_the_swiss_write);
            (language, read(language, text), swiss)
        };
        SOURCES.into_iter().map(read).collect()
    });
    let found = all.iter().find(|(known, _, _)| *known == language);
    let (_, usual, swiss) = found.ok_or_else(|| unread(language, "there is none"))?;
    let wanted = if is_swiss(law) { swiss } else { usual };
    wanted.as_ref().map_err(LetterError::clone)
}

/// Whether letters under this law are spelled as in Switzerland.
pub(super) fn is_swiss(law: &str) -> bool {
    law.starts_with(SWISS)
}

/// The page words of a sheet, by its language tag.
pub fn page_words(tag: &str) -> Result<&'static PageWords, LetterError> {
    Ok(&tongue_of(tag)?.page)
}

/// The language of a sheet, by its tag.
pub(super) fn tongue_of(tag: &str) -> Result<&'static Tongue, LetterError> {
    let language = LetterLanguage::from_id(tag.split('-').next().unwrap_or_default());
    tongue(language.unwrap_or_default())
}

fn as_the_swiss_write(mut words: Tongue) -> Tongue {
    if let Some(swiss) = words.quotes.swiss.take() {
        words.quotes.outer = swiss;
    }
    if let Some(cites) = words.cites.as_mut()
        && let Some([paragraph, point]) = cites.swiss.take()
    {
        cites.paragraph = paragraph;
        cites.point = [point, String::new()];
    }
    words
}

/// The source of a text as its language prints it: in French a space that belongs to a mark does not end a line.
pub(super) fn spaced(language: LetterLanguage, source: &str) -> String {
    let mut text = source.to_owned();
    if language == LetterLanguage::Fr {
        for mark in [" :", " ;", " ?", " !", " »"] {
            text = text.replace(mark, &mark.replace(' ', "\u{a0}"));
        }
        // What compares in a template is no exclamation.
        text = text.replace("« ", "«\u{a0}").replace("\u{a0}!=", " !=");
    }
    text
}

fn read(language: LetterLanguage, source: &str) -> Read {
    let words: Tongue =
        toml::from_str(&spaced(language, source)).map_err(|e| unread(language, &e.to_string()))?;
    if words.dates.months.len() != 12 {
        return Err(unread(language, "a year has twelve months"));
    }
    let like = |law: &LawWords| {
        law.like
            .as_ref()
            .is_some_and(|l| !words.laws.contains_key(l))
    };
    if words.laws.values().any(like) {
        return Err(unread(language, "a law is like one that is not there"));
    }
    Ok(words)
}

fn unread(language: LetterLanguage, problem: &str) -> LetterError {
    LetterError::Template {
        template: format!("{language}/words.toml"),
        problem: problem.to_owned(),
    }
}
