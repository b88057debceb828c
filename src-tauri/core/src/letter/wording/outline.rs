//! A template told in words: what is always written, what only under a condition, what once for each.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::super::demands::demands;
use super::super::error::LetterError;
use super::catalogue::unread;
use super::code::{self, Expr, Stmt};
use super::losses::carried;
use crate::law::Law;
use crate::words::{LetterKind, Right};

/// One line of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineLine {
    /// Within how many conditions and loops it stands.
    pub depth: u32,
    /// The line of the text it tells of.
    pub line: u32,
    /// What it is.
    pub kind: OutlineKind,
    /// In words.
    pub text: String,
    /// A condition of the officer’s own has no sentence: it stands as it is written.
    pub known: bool,
}

/// What a line of the outline tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutlineKind {
    /// Words of the letter.
    Words,
    /// A block begins; its text names what it carries.
    Block,
    /// Only where something is so.
    Condition,
    /// Once for each of something.
    Loop,
    /// Another part is taken in.
    Part,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    condition: Vec<Condition>,
    #[serde(rename = "loop")]
    loops: Vec<Each>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Condition {
    code: String,
    yes: String,
    no: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Each {
    code: String,
    each: String,
}

/// The words for conditions; codes are spelled as the reader of templates spells them.
fn file() -> Result<&'static File, LetterError> {
    static READ: OnceLock<Result<File, LetterError>> = OnceLock::new();
    READ.get_or_init(|| {
        let wrong = |problem: String| unread("conditions.toml", &problem);
        let mut file: File = toml::from_str(include_str!("../../../data/letters/conditions.toml"))
            .map_err(|e| wrong(e.to_string()))?;
        for one in &mut file.condition {
            one.code = code::condition(&one.code).map_err(wrong)?.to_string();
        }
        for one in &mut file.loops {
            one.code = code::condition(&one.code).map_err(wrong)?.to_string();
        }
        Ok(file)
    })
    .as_ref()
    .map_err(LetterError::clone)
}

/// What things are called where conditions name them by their identifier.
pub struct Sayings {
    file: &'static File,
    laws: BTreeMap<String, String>,
    items: BTreeMap<String, String>,
    title: fn(LetterKind) -> &'static str,
}

impl Sayings {
    /// The names of these laws and of all they demand.
    pub fn new(laws: &[&Law], title: fn(LetterKind) -> &'static str) -> Result<Self, LetterError> {
        let mut items = BTreeMap::new();
        for law in laws {
            for item in &demands(&law.id)?.items {
                for right in Right::ALL {
                    items
                        .entry(item.id_for(*right))
                        .or_insert_with(|| item.what.clone());
                }
            }
        }
        Ok(Self {
            file: file()?,
            laws: laws
                .iter()
                .map(|law| (law.id.clone(), law.short.clone()))
                .collect(),
            items,
            title,
        })
    }

    /// A condition in words, to be read after “only where”; none where one of its parts has none.
    pub fn says(&self, of: &Expr) -> Option<String> {
        self.said(of, true)
    }

    fn said(&self, of: &Expr, yes: bool) -> Option<String> {
        let two = |a: &Expr, b: &Expr, word: &str| {
            Some(format!(
                "{}, {word} {}",
                self.said(a, yes)?,
                self.said(b, yes)?
            ))
        };
        match of {
            Expr::Not(inner) => self.said(inner, !yes),
            Expr::And(a, b) => two(a, b, if yes { "and" } else { "or" }),
            Expr::Or(a, b) => two(a, b, if yes { "or" } else { "and" }),
            one => {
                let code = one.to_string();
                self.file.condition.iter().find_map(|known| {
                    let said = if yes { &known.yes } else { &known.no };
                    self.slot(&known.code, &code, said)
                })
            }
        }
    }

    /// The sentence of a known condition, its open place filled.
    fn slot(&self, pattern: &str, code: &str, said: &str) -> Option<String> {
        let Some((name, before, after)) = slot(pattern) else {
            return (pattern == code).then(|| said.to_owned());
        };
        let id = code.strip_prefix(before)?.strip_suffix(after)?;
        if id.is_empty() || id.contains('"') {
            return None;
        }
        let spaced = || id.replace('-', " ");
        let words = match name {
            "{law}" => self.laws.get(id)?.clone(),
            "{kind}" => (self.title)(LetterKind::from_id(id)?).to_owned(),
            "{right}" => Right::from_id(id).map(|_| spaced())?,
            "{outcome}" => spaced(),
            _ => self.items.get(id).cloned().unwrap_or_else(spaced),
        };
        Some(said.replace(name, &words))
    }

    fn each(&self, of: &Expr) -> Option<&str> {
        let code = of.to_string();
        let found = self.file.loops.iter().find(|known| known.code == code);
        found.map(|known| known.each.as_str())
    }

    fn carries(&self, items: &str) -> String {
        let all: Vec<String> = carried(items)
            .map(|id| {
                self.items
                    .get(id)
                    .cloned()
                    .unwrap_or_else(|| id.replace(['-', '.'], " "))
            })
            .collect();
        match (all.is_empty(), items.contains("{{")) {
            (false, _) => all.join("; "),
            (true, true) => "What the law demands about this right".into(),
            (true, false) => String::new(),
        }
    }
}

/// The open place of a pattern, and what stands around it.
fn slot(pattern: &str) -> Option<(&str, &str, &str)> {
    let from = pattern.find('{')?;
    let to = from + pattern[from..].find('}')? + 1;
    Some((&pattern[from..to], &pattern[..from], &pattern[to..]))
}

/// Characters of a passage that the outline shows.
const SHOWN: usize = 110;

/// A template in words.
pub fn outline(tree: &[Stmt], source: &str, sayings: &Sayings) -> Vec<OutlineLine> {
    let mut out = Out {
        sayings,
        lines: source.lines().collect(),
        said: Vec::new(),
        passage: String::new(),
        at: 0,
        block: None,
    };
    out.all(tree, 0, true);
    out.flush(0);
    out.said
}

struct Out<'a> {
    sayings: &'a Sayings,
    lines: Vec<&'a str>,
    said: Vec<OutlineLine>,
    /// Words that are not told yet, and the line they begin on.
    passage: String,
    at: u32,
    /// The line that begins a block is told whole, so its pieces are not.
    block: Option<u32>,
}

impl Out<'_> {
    fn put(&mut self, depth: u32, line: u32, kind: OutlineKind, text: String, known: bool) {
        self.said.push(OutlineLine {
            depth,
            line,
            kind,
            text,
            known,
        });
    }

    fn flush(&mut self, depth: u32) {
        let words = self
            .passage
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        self.passage.clear();
        if words.is_empty() {
            return;
        }
        let mut shown: String = words.chars().take(SHOWN).collect();
        if shown.len() < words.len() {
            shown.push('…');
        }
        let at = self.at;
        self.put(depth, at, OutlineKind::Words, shown, true);
    }

    fn add(&mut self, line: u32, words: &str) {
        if self.passage.trim().is_empty() && !words.trim().is_empty() {
            self.at = line;
        }
        self.passage.push_str(words);
    }

    fn words(&mut self, line: u32, text: &str, depth: u32, begins: bool) {
        for (at, words) in text.split('\n').enumerate() {
            let line = line.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
            if at > 0 && self.block.is_some_and(|block| block < line) {
                self.block = None;
            }
            if words.starts_with("---") && (at > 0 || begins) {
                self.flush(depth);
                let whole = usize::try_from(line)
                    .ok()
                    .and_then(|n| self.lines.get(n - 1));
                let items = whole
                    .and_then(|whole| whole.strip_prefix("---"))
                    .unwrap_or_default();
                let text = self.sayings.carries(items);
                self.put(depth, line, OutlineKind::Block, text, true);
                self.block = Some(line);
            } else if self.block.is_none() {
                if words.trim().is_empty() && at > 0 {
                    // A blank line ends a passage.
                    self.flush(depth);
                } else {
                    self.add(line, words);
                    self.add(line, " ");
                }
            }
        }
    }

    fn all(&mut self, of: &[Stmt], depth: u32, first: bool) {
        for (at, one) in of.iter().enumerate() {
            self.one(one, depth, first && at == 0);
        }
    }

    fn one(&mut self, of: &Stmt, depth: u32, first: bool) {
        match of {
            Stmt::Words { line, text } => self.words(*line, text, depth, first),
            Stmt::Say { line, value } => {
                if self.block != Some(*line) {
                    self.add(*line, &format!("‹{}›", field(value)));
                }
            }
            Stmt::If { line, .. } if self.block == Some(*line) => {}
            Stmt::If {
                line,
                ask,
                then,
                otherwise,
            } => {
                self.flush(depth);
                self.condition(*line, ask, then, otherwise, depth, "Only where");
            }
            Stmt::For {
                line,
                list,
                each,
                none,
                ..
            } => {
                self.flush(depth);
                let said = self.sayings.each(list).map(str::to_owned);
                let known = said.is_some();
                let text = format!("For each {}", said.unwrap_or_else(|| list.to_string()));
                self.put(depth, *line, OutlineKind::Loop, text, known);
                self.all(each, depth + 1, false);
                self.flush(depth + 1);
                if !none.is_empty() {
                    self.put(
                        depth,
                        *line,
                        OutlineKind::Loop,
                        "Where there is none".into(),
                        true,
                    );
                    self.all(none, depth + 1, false);
                    self.flush(depth + 1);
                }
            }
            Stmt::Include { line, names, .. } => {
                self.flush(depth);
                let names: Vec<String> = names.iter().map(shown).collect();
                self.put(depth, *line, OutlineKind::Part, names.join(", else "), true);
            }
            Stmt::Set { .. } => {}
            Stmt::Odd { line, what } => {
                self.put(
                    depth,
                    *line,
                    OutlineKind::Condition,
                    (*what).to_owned(),
                    false,
                );
            }
        }
    }

    fn condition(
        &mut self,
        line: u32,
        ask: &Expr,
        then: &[Stmt],
        otherwise: &[Stmt],
        depth: u32,
        begins: &str,
    ) {
        let said = self.sayings.says(ask);
        let known = said.is_some();
        let text = format!("{begins} {}", said.unwrap_or_else(|| ask.to_string()));
        self.put(depth, line, OutlineKind::Condition, text, known);
        self.all(then, depth + 1, false);
        self.flush(depth + 1);
        match otherwise {
            [] => {}
            [
                Stmt::If {
                    line,
                    ask,
                    then,
                    otherwise,
                },
            ] => self.condition(*line, ask, then, otherwise, depth, "Otherwise, where"),
            more => {
                self.put(
                    depth,
                    line,
                    OutlineKind::Condition,
                    "Otherwise".into(),
                    true,
                );
                self.all(more, depth + 1, false);
                self.flush(depth + 1);
            }
        }
    }
}

/// The field in a value, without what is done with it.
fn field(of: &Expr) -> String {
    match of {
        Expr::Filter(_, Some(inner), _) => field(inner),
        other => other.to_string(),
    }
}

/// The name of a part as it is read.
fn shown(of: &Expr) -> String {
    match of {
        Expr::Text(text) => text.clone(),
        Expr::Joined(a, b) => format!("{}{}", shown(a), shown(b)),
        other => format!("‹{other}›"),
    }
}
