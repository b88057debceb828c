//! Writes the texts of letters: the templates of a wording, ready to be rendered, and what came out of them, read.
//!
//! An officer’s own text is a program of a kind. However it is written, it ends: what it may compute, how deep it may go
//! and how much it may write is bounded here.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, Value};

use super::error::LetterError;
use super::templates::{Wording, built_in};
use super::text::{Block, LetterText};
use super::tongue::{Quotes, is_swiss, spaced, tongue_under};
use crate::words::LetterLanguage;

/// Begins a block in rendered text; no field can hold it, so that no name can begin a block.
const BLOCK: char = '\u{1e}';

/// Steps that one letter may take; the longest of ours takes a few thousand.
const MOST_STEPS: u64 = 200_000;

/// Templates within templates.
const MOST_DEEP: usize = 120;

/// Bytes that one letter may have: a hundred pages.
const MOST_WRITTEN: usize = 400_000;

/// The templates of one wording, read, in letters of one spelling.
pub struct Pen {
    environment: Environment<'static>,
    /// The paths of what was taken in, where the desk has texts of its own.
    used: Option<Arc<Mutex<BTreeSet<String>>>>,
}

/// Why a template gave no letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The template it lies in.
    pub template: String,
    /// Where in it, from 1; none where it is no one place.
    pub line: Option<usize>,
    /// What the engine said, whole.
    pub problem: String,
    /// The same for the officer, where there is a plain way to say it.
    pub plain: Option<&'static str>,
}

impl From<Broken> for LetterError {
    fn from(broken: Broken) -> Self {
        Self::Template {
            template: broken.template,
            problem: match broken.plain {
                Some(plain) => format!("{plain} ({})", broken.problem),
                None => broken.problem,
            },
        }
    }
}

impl Pen {
    /// The templates of a wording in letters under this law; those that come with the program are read once.
    pub fn new(wording: &Wording, law: &str) -> Result<Self, LetterError> {
        type Read = Result<Environment<'static>, LetterError>;
        static READ: OnceLock<Mutex<BTreeMap<(LetterLanguage, bool), Read>>> = OnceLock::new();
        let swiss = is_swiss(law);
        let mut known = READ
            .get_or_init(Mutex::default)
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let mut environment = known
            .entry((wording.language, swiss))
            .or_insert_with(|| load(wording.language, law))
            .clone()?;
        drop(known);
        for text in wording.own {
            environment
                .add_template_owned(
                    text.path.clone(),
                    own(wording.language, &text.source, swiss),
                )
                .map_err(|e| broken(&text.path, &e))?;
        }
        let used = (!wording.own.is_empty()).then(Arc::default);
        if let Some(used) = &used {
            let used: Arc<Mutex<BTreeSet<String>>> = Arc::clone(used);
            environment.set_path_join_callback(move |name, _| {
                used.lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .insert(name.to_owned());
                name.to_owned().into()
            });
        }
        Ok(Self { environment, used })
    }

    /// What a template says of these fields.
    pub fn write(&self, template: &str, context: Value) -> Result<LetterText, Broken> {
        if let Some(used) = &self.used {
            used.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .insert(template.to_owned());
        }
        let mut page = Page::default();
        self.environment
            .get_template(template)
            .and_then(|found| found.render_captured_to(context, &mut page).map(drop))
            .map_err(|e| broken(template, &e))?;
        let whole = |problem: String| Broken {
            template: template.to_owned(),
            line: None,
            problem,
            plain: None,
        };
        let rendered = String::from_utf8(page.written).map_err(|e| whole(e.to_string()))?;
        read(&rendered).map_err(whole)
    }

    /// The templates that were written with so far, where the desk has texts of its own.
    pub fn used(&self) -> BTreeSet<String> {
        let used = self.used.as_ref();
        used.map(|used| used.lock().unwrap_or_else(PoisonError::into_inner).clone())
            .unwrap_or_default()
    }
}

/// What is being written; it refuses to grow beyond all use.
#[derive(Default)]
struct Page {
    written: Vec<u8>,
}

impl Write for Page {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        if self.written.len() + more.len() > MOST_WRITTEN {
            return Err(io::Error::other("the letter is too long"));
        }
        self.written.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn load(language: LetterLanguage, law: &str) -> Result<Environment<'static>, LetterError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(MOST_STEPS));
    environment.set_recursion_limit(MOST_DEEP);
    // Plain text: nothing is escaped, but nothing a person wrote may look like the template's own marks.
    environment.set_formatter(|out, _, value| {
        let text = value.to_string();
        let text: String = text
            .chars()
            .filter(|c| *c == '\n' || !c.is_control())
            .collect();
        out.write_str(&text).map_err(Error::from)
    });
    environment.add_filter("blank", blank);
    environment.add_filter("line", |value: &str| squeeze(value));
    environment.add_filter("tail", tail);
    environment.add_filter("sentence", sentence);
    environment.add_filter("upfirst", upfirst);
    let words = tongue_under(language, law)?;
    environment.add_filter("of", |name: &str| words.of(&squeeze(name)));
    environment.add_filter("quoted", |value: &str, american: Option<bool>| {
        quoted(value, &words.quotes, american.unwrap_or_default())
    });
    for (name, source) in built_in(language) {
        environment
            .add_template_owned(*name, marked(&spaced(language, source), is_swiss(law)))
            .map_err(|e| broken(name, &e))?;
    }
    Ok(environment)
}

/// An officer’s own text: signs that no page shows are left out, the one that begins a block among them.
fn own(language: LetterLanguage, source: &str, swiss: bool) -> String {
    let shown = |c: &char| *c == '\n' || *c == '\t' || !c.is_control();
    let source: String = source.chars().filter(shown).collect();
    marked(&spaced(language, &source), swiss)
}

/// Turns the lines that begin blocks into marks no field can hold; a Swiss letter gets its ss for ß.
fn marked(source: &str, swiss: bool) -> String {
    let source = if swiss {
        source.replace('ß', "ss")
    } else {
        source.to_owned()
    };
    let mut text = String::with_capacity(source.len());
    for line in source.lines() {
        match line.strip_prefix("---") {
            Some(items) => {
                text.push(BLOCK);
                text.push_str(items);
            }
            None => text.push_str(line),
        }
        text.push('\n');
    }
    text
}

/// Reads what a template rendered: the head, then the blocks.
fn read(rendered: &str) -> Result<LetterText, String> {
    let mut parts = rendered.split(BLOCK);
    let mut text = LetterText::default();
    for line in parts.next().unwrap_or_default().lines() {
        let Some((key, value)) = line.split_once(':') else {
            if line.trim().is_empty() {
                continue;
            }
            return Err(format!("its head has a line without a key: {line}"));
        };
        let value = squeeze(value);
        match key.trim() {
            "subject" => text.subject = value,
            "salutation" => text.salutation = value,
            "closing" => text.closing = value,
            other => return Err(format!("its head has an unknown key “{other}”")),
        }
    }
    if text.subject.is_empty() || text.salutation.is_empty() || text.closing.is_empty() {
        return Err("its head lacks subject, salutation or closing".to_owned());
    }
    for part in parts {
        let (items, words) = part.split_once('\n').unwrap_or((part, ""));
        let words = tidy(words);
        if !words.is_empty() {
            text.blocks.push(Block {
                items: items.split_whitespace().map(str::to_owned).collect(),
                text: words,
            });
        }
    }
    Ok(text)
}

/// One space where the template had several.
pub(super) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Single blank lines between paragraphs, no white space at line ends.
fn tidy(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.is_empty() && lines.last().is_none_or(|last| last.is_empty()) {
            continue;
        }
        // List items stand close together, whatever loop made them.
        let parted = lines.last().is_some_and(|last| last.is_empty());
        let before = lines.len().checked_sub(2).and_then(|at| lines.get(at));
        if parted && line.starts_with("- ") && before.is_some_and(|b| b.starts_with("- ")) {
            lines.pop();
        }
        lines.push(line);
    }
    while lines.last().is_some_and(|last| last.is_empty()) {
        lines.pop();
    }
    lines.join("\n")
}

/// What the engine says, told as of its own template: the error of a part lies in the part.
fn broken(template: &str, error: &Error) -> Broken {
    let mut problem = error.to_string();
    let mut inner = error;
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        problem.push_str(": ");
        problem.push_str(&cause.to_string());
        if let Some(cause) = cause.downcast_ref::<Error>() {
            inner = cause;
        }
        source = cause.source();
    }
    Broken {
        template: inner.name().unwrap_or(template).to_owned(),
        line: inner.line(),
        plain: match inner.kind() {
            ErrorKind::OutOfFuel => Some(
                "It takes too long to write: loops in it run too often. Take out a loop within a loop.",
            ),
            ErrorKind::WriteFailure => Some("It writes more than a hundred pages. Shorten it."),
            ErrorKind::UndefinedError => Some(
                "Something is named here that is empty in some letters. Ask for it first, with {% if … %}, or give it a blank.",
            ),
            ErrorKind::TemplateNotFound => Some("A part is taken in that does not exist."),
            _ if problem.contains("recursion") => {
                Some("Parts take each other in without end. Take one “include” out.")
            }
            _ => None,
        },
        problem,
    }
}

/// The value, or a blank that tells the officer what belongs there.
fn blank(value: &str, hint: &str) -> String {
    let value = value.trim();
    if value.is_empty() {
        format!("[[{hint}]]")
    } else {
        value.to_owned()
    }
}

/// The value as a sentence: a capital at its head, a stop at its end.
fn sentence(value: &str) -> String {
    upfirst(&tail(value))
}

/// The value with a full stop, if it has no end of its own.
fn tail(value: &str) -> String {
    let value = value.trim();
    if value.is_empty() || value.ends_with(['.', '!', '?', ':']) {
        value.to_owned()
    } else {
        format!("{value}.")
    }
}

/// The words of somebody else in quotation marks, and a stop if they have none: outside in British, inside in American.
///
/// Quotation marks within become single ones. Words cut out of a sentence begin with dots.
fn quoted(value: &str, marks: &Quotes, american: bool) -> String {
    let [open, close] = &marks.outer;
    let [within, without] = &marks.inner;
    let mut inside = false;
    let mut words = String::with_capacity(value.len() + 8);
    for c in squeeze(value).chars() {
        match c {
            '“' => words.push_str(within),
            '”' => words.push_str(without),
            '"' => {
                inside = !inside;
                words.push_str(if inside { within } else { without });
            }
            c => words.push(c),
        }
    }
    let cut = if words.starts_with(char::is_lowercase) {
        "… "
    } else {
        ""
    };
    let words = words.trim_end_matches([',', ';', ':', '–', ' ']);
    match words.ends_with(['.', '!', '?', '…']) {
        true => format!("{open}{cut}{words}{close}"),
        false if american => format!("{open}{cut}{words}.{close}"),
        false => format!("{open}{cut}{words}{close}."),
    }
}

/// The value with a capital first letter.
fn upfirst(value: &str) -> String {
    let mut characters = value.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}
