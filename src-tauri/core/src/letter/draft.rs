//! Template and fields become the first text of a letter.
//!
//! A template is text with a head (`subject:`, `salutation:`, `closing:`) and blocks;
//! a line `--- item item` begins a block and names the required items it carries.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock};

use minijinja::value::Serde;
use minijinja::{Environment, Error, UndefinedBehavior, Value, context};

use super::demands::demands;
use super::error::LetterError;
use super::fields::{ClaimFields, Fields};
use super::items::{self, Under};
use super::templates::{Wording, built_in};
use super::text::{Block, LetterText};
use super::tongue::{Quotes, Tongue, is_swiss, spaced, tongue_under};
use crate::words::{LetterKind, LetterLanguage, Outcome, Right};

/// Begins a block in rendered text; no field can hold it, so that no name can begin a block.
const BLOCK: char = '\u{1e}';

/// The first text of a letter, ready for the officer to change, in the words that come with the program.
///
/// Where a law forbids the letter for some of the claims only, the letter leaves those aside and says so;
/// where it forbids it for all, there is no letter but a sentence with the article.
pub fn draft(under: &Under, kind: LetterKind, fields: &Fields) -> Result<LetterText, LetterError> {
    draft_with(&Wording::built_in(fields.language), under, kind, fields)
}

/// As [`draft`], in the desk's own words where it has some.
pub fn draft_with(
    wording: &Wording,
    under: &Under,
    kind: LetterKind,
    fields: &Fields,
) -> Result<LetterText, LetterError> {
    let rights: Vec<Right> = fields.claims.iter().map(|claim| claim.right).collect();
    if let Some(forbidden) = items::forbidden(under, kind, &rights)? {
        return Err(forbidden);
    }
    let mut claims: Vec<ClaimFields> = Vec::new();
    let mut aside: Vec<ClaimFields> = Vec::new();
    for claim in &fields.claims {
        let mut claim = claim.clone();
        claim.outcome = items::outcome_in(kind, claim.outcome);
        match items::forbidden(under, kind, &[claim.right])? {
            Some(_) => aside.push(claim),
            None => claims.push(claim),
        }
    }
    let about: Vec<_> = claims.iter().map(|c| (c.right, c.outcome)).collect();
    let needs: Vec<String> = items::required(under, kind, &about)?
        .into_iter()
        .map(|item| item.id)
        .collect();
    let rights: Vec<Right> = claims.iter().map(|claim| claim.right).collect();
    let law_id = under.law.id.as_str();
    let words = tongue_under(wording.language, law_id)?;
    let name = wording.path(law_id, kind);
    let says = words.says(law_id, &demands(law_id)?.says);
    let house = under.law.always;
    let english = wording.language == LetterLanguage::En;
    let american = english && (law_id.starts_with("us-") || house && fields.american);
    let data = match says.data.as_str() {
        "" if american && house => "personal information",
        "" => words.data.word.as_str(),
        data => data,
    };
    let person = Person::of(words, &squeeze(&fields.subject), data);
    let environment = environment(wording, law_id)?;
    let template = environment
        .get_template(&name)
        .map_err(|e| broken(&name, &e))?;
    let context = context! {
        claims => Value::from(Serde(&claims)),
        aside => Value::from(Serde(&aside)),
        verified_rights => needs.iter().any(|id| id == "verification"),
        needs => needs,
        rights => Value::from(Serde(&rights)),
        whom => person.whom,
        whose => person.whose,
        whose_data => person.data,
        about => person.about,
        law => law_id,
        says => Value::from(Serde(&says)),
        data => data,
        says_no => claims.iter().any(|c| matches!(c.outcome, Some(Outcome::Refused | Outcome::GrantedInPart))),
        american => american,
        house => house,
        kind => kind.id(),
        ..Value::from(Serde(fields))
    };
    let rendered = template.render(context).map_err(|e| broken(&name, &e))?;
    read(&rendered).map_err(|problem| LetterError::Template {
        template: name,
        problem,
    })
}

/// Whose data a letter is about, as its sentences say it.
struct Person {
    whom: String,
    whose: String,
    data: String,
    about: String,
}

impl Person {
    fn of(words: &Tongue, subject: &str, data: &str) -> Self {
        let said = &words.data;
        if subject.is_empty() {
            return Self {
                whom: said.you.clone(),
                whose: said.your.clone(),
                data: said.of_you.replace("{data}", data),
                about: said.about_you.clone(),
            };
        }
        let about = |pattern: &str| {
            pattern
                .replace("{data}", data)
                .replace("{of}", &words.of(subject))
                .replace("{subject}", subject)
        };
        Self {
            whom: subject.to_owned(),
            whose: about(&said.others),
            data: about(&said.of_other),
            about: about(&said.about_other),
        }
    }
}

/// The first text of a letter that answers nobody’s request, from a template of its own.
pub(super) fn render_named(
    wording: &Wording,
    name: &str,
    fields: &impl serde::Serialize,
) -> Result<LetterText, LetterError> {
    let rendered = environment(wording, "")?
        .get_template(name)
        .and_then(|template| template.render(Value::from(Serde(fields))))
        .map_err(|e| broken(name, &e))?;
    read(&rendered).map_err(|problem| LetterError::Template {
        template: name.to_owned(),
        problem,
    })
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
fn squeeze(text: &str) -> String {
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

fn broken(template: &str, error: &Error) -> LetterError {
    let mut problem = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        problem.push_str(": ");
        problem.push_str(&cause.to_string());
        source = cause.source();
    }
    LetterError::Template {
        template: template.to_owned(),
        problem,
    }
}

/// The templates of a wording in letters under this law; those that come with the program are read once.
fn environment(wording: &Wording, law: &str) -> Result<Environment<'static>, LetterError> {
    type Read = Result<Environment<'static>, LetterError>;
    static READ: OnceLock<Mutex<BTreeMap<(LetterLanguage, bool), Read>>> = OnceLock::new();
    let swiss = is_swiss(law);
    let mut known = READ
        .get_or_init(Mutex::default)
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut environment = known
        .entry((wording.language, swiss))
        .or_insert_with(|| load(wording.language, law))
        .clone()?;
    drop(known);
    for text in wording.own {
        environment
            .add_template_owned(
                text.path.clone(),
                marked(&spaced(wording.language, &text.source), swiss),
            )
            .map_err(|e| broken(&text.path, &e))?;
    }
    Ok(environment)
}

fn load(language: LetterLanguage, law: &str) -> Result<Environment<'static>, LetterError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
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
    if value.is_empty() || value.ends_with(['.', '!', '?', ']', ':']) {
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
