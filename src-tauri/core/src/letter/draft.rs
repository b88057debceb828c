//! Template and fields become the first text of a letter.
//!
//! A template is text with a head (`subject:`, `salutation:`, `closing:`) and blocks;
//! a line `--- item item` begins a block and names the required items it carries.

use std::sync::OnceLock;

use minijinja::value::Serde;
use minijinja::{Environment, Error, UndefinedBehavior, Value, context};

use super::demands::demands;
use super::error::LetterError;
use super::fields::{ClaimFields, Fields};
use super::items::{self, Under};
use super::templates::TEMPLATES;
use super::text::{Block, LetterText};
use crate::words::{LetterKind, Outcome, Right};

/// Begins a block in rendered text; no field can hold it, so that no name can begin a block.
const BLOCK: char = '\u{1e}';

/// The first text of a letter, ready for the officer to change.
///
/// Where a law forbids the letter for some of the claims only, the letter leaves those aside and says so;
/// where it forbids it for all, there is no letter but a sentence with the article.
pub fn draft(under: &Under, kind: LetterKind, fields: &Fields) -> Result<LetterText, LetterError> {
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
    let (whom, whose) = match squeeze(&fields.subject) {
        subject if subject.is_empty() => ("you".to_owned(), "your".to_owned()),
        subject => (subject.clone(), format!("{subject}’s")),
    };
    // A law that has letters of its own uses them; the others share the general ones.
    let law_id = under.law.id.as_str();
    let own = format!("{law_id}/{}.txt", kind.id());
    let name = if TEMPLATES.iter().any(|(known, _)| *known == own) {
        own
    } else {
        format!("general/{}.txt", kind.id())
    };
    let says = &demands(law_id)?.says;
    let house = under.law.always;
    let american = law_id.starts_with("us-") || house && fields.american;
    let environment = environment()?;
    let template = environment
        .get_template(&name)
        .map_err(|e| broken(&name, &e))?;
    let context = context! {
        claims => Value::from(Serde(&claims)),
        aside => Value::from(Serde(&aside)),
        verified_rights => needs.iter().any(|id| id == "verification"),
        needs => needs,
        rights => Value::from(Serde(&rights)),
        whom => whom,
        whose => whose,
        law => law_id,
        says => Value::from(Serde(says)),
        data => match says.data.as_str() {
            "" if american && house => "personal information",
            "" => "personal data",
            data => data,
        },
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

/// The first text of a letter that answers nobody’s request, from a template of its own.
pub(super) fn render_named(
    name: &str,
    fields: &impl serde::Serialize,
) -> Result<LetterText, LetterError> {
    let rendered = environment()?
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

/// The templates, read once.
fn environment() -> Result<&'static Environment<'static>, LetterError> {
    static ENVIRONMENT: OnceLock<Result<Environment<'static>, LetterError>> = OnceLock::new();
    ENVIRONMENT
        .get_or_init(load)
        .as_ref()
        .map_err(LetterError::clone)
}

fn load() -> Result<Environment<'static>, LetterError> {
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
    environment.add_filter("quoted", quoted);
    for (name, source) in TEMPLATES {
        environment
            .add_template_owned(*name, marked(source))
            .map_err(|e| broken(name, &e))?;
    }
    Ok(environment)
}

/// Turns the lines that begin blocks into marks no field can hold.
fn marked(source: &str) -> String {
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
fn quoted(value: &str, american: bool) -> String {
    let mut inside = false;
    let mut words = String::with_capacity(value.len() + 8);
    for c in squeeze(value).chars() {
        words.push(match c {
            '“' => '‘',
            '”' => '’',
            '"' => {
                inside = !inside;
                if inside { '‘' } else { '’' }
            }
            c => c,
        });
    }
    let cut = if words.starts_with(char::is_lowercase) {
        "… "
    } else {
        ""
    };
    let words = words.trim_end_matches([',', ';', ':', '–', ' ']);
    match words.ends_with(['.', '!', '?', '…']) {
        true => format!("“{cut}{words}”"),
        false if american => format!("“{cut}{words}.”"),
        false => format!("“{cut}{words}”."),
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
