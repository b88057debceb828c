//! A changed text held against everything: how it reads, what is wrong with it, what the law then misses.

use std::collections::BTreeSet;

use super::super::error::LetterError;
use super::super::items::RequiredItem;
use super::super::templates::{OwnText, Wording};
use super::book::{Book, Use, with_letters};
use super::catalogue::{Names, Scene, catalogue};
use super::code::{self, AtLine};
use super::losses::{Loss, carried, known_items, written};
use super::names::{Pattern, Piece, Site, nearest, walk};
use super::outline::{OutlineLine, Sayings, outline};
use crate::law::Law;
use crate::words::LetterKind;

/// What a look at a text found. Without problems and losses it may be used.
#[derive(Debug, Default)]
pub struct Review {
    /// In the order of the lines.
    pub problems: Vec<Problem>,
    /// What letters would no longer say.
    pub losses: Vec<Loss>,
    /// How it reads in words; empty where it cannot be read.
    pub outline: Vec<OutlineLine>,
}

impl Review {
    /// Whether letters can be written with it.
    pub fn is_clean(&self) -> bool {
        self.problems.is_empty() && self.losses.is_empty()
    }
}

/// Something wrong in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// From 1; none where it is no one line.
    pub line: Option<u32>,
    /// A sentence that says what to do.
    pub says: String,
    /// A letter in which it shows, where it shows only when written.
    pub shows_in: Option<Use>,
}

impl From<AtLine> for Problem {
    fn from(at: AtLine) -> Self {
        Self {
            line: Some(at.line),
            says: at.says,
            shows_in: None,
        }
    }
}

/// More problems than anybody reads.
const MOST: usize = 60;

/// Parts within parts that are looked into for what they name.
const MOST_DEEP: u32 = 6;

/// Looks at a text that is to stand for the template at `path` in a wording.
///
/// `notice_items` is what the letter about a breach must say, `title` what each letter is called.
pub fn review(
    wording: &Wording,
    laws: &[&Law],
    path: &str,
    source: &str,
    notice_items: &[RequiredItem],
    title: fn(LetterKind) -> &'static str,
) -> Result<Review, LetterError> {
    let laws = &with_letters(wording.language, laws)?;
    let tree = match code::read(source) {
        Ok(tree) => tree,
        Err(at) => {
            return Ok(Review {
                problems: vec![at.into()],
                ..Review::default()
            });
        }
    };
    let before: Vec<OwnText> = wording
        .own
        .iter()
        .filter(|text| text.path != path)
        .cloned()
        .collect();
    let mut own = before.clone();
    own.push(OwnText {
        path: path.to_owned(),
        source: source.to_owned(),
    });
    let before = Wording {
        language: wording.language,
        own: &before,
    };
    let after = Wording {
        language: wording.language,
        own: &own,
    };
    let book = Book::of(&after)?;
    let known = known_items(laws, wording.language)?;
    let mut problems: Vec<Problem> = Vec::new();

    let catalogue = catalogue()?;
    let fields = catalogue.names(Scene::of(path));
    let found = walk(&tree, &fields, &book.given(laws, path)?, catalogue);
    problems.extend(found.problems.into_iter().map(Problem::from));
    for site in &found.includes {
        problems.extend(taken_in(&book, site, &fields)?.map(Problem::from));
    }
    let endless = book.takes_itself_in(path);
    if endless {
        problems.push(Problem {
            line: found.includes.first().map(|site| site.line),
            says: "This text takes itself in, directly or through another part. Take that “include” out.".into(),
            shows_in: None,
        });
    }
    problems.extend(unknown_items(source, &known));

    let mut losses = Vec::new();
    if !endless {
        let uses = book.uses(laws).remove(path).unwrap_or_default();
        let all = written(&before, &after, laws, &uses, &known, notice_items)?;
        losses = all.losses;
        for (broken, of) in all.broken {
            let here = broken.template == path;
            let line = broken.line.and_then(|line| u32::try_from(line).ok());
            let line = line.filter(|_| here);
            if here && problems.iter().any(|known| known.line == line) {
                continue;
            }
            let said = broken
                .plain
                .map_or_else(|| format!("{}.", broken.problem), str::to_owned);
            problems.push(Problem {
                line,
                says: if here {
                    said
                } else {
                    format!("In the part “{}”: {said}", broken.template)
                },
                shows_in: Some(of),
            });
        }
        if problems.is_empty() {
            problems.extend(all.strange.into_iter().map(|id| Problem {
                line: None,
                says: format!("A paragraph says that it carries “{id}”, which no law asks for."),
                shows_in: None,
            }));
        }
    }
    problems.sort_by_key(|problem| problem.line.unwrap_or(u32::MAX));
    problems.truncate(MOST);
    let sayings = Sayings::new(laws, title)?;
    Ok(Review {
        outline: outline(&tree, source, &sayings),
        problems,
        losses,
    })
}

/// What is wrong with taking a part in: it is not there, or names what is not known there.
fn taken_in(
    book: &Book,
    site: &Site,
    fields: &Names,
) -> Result<impl Iterator<Item = AtLine> + use<>, LetterError> {
    let mut found = Vec::new();
    let mut targets: Vec<&str> = Vec::new();
    for pattern in &site.names {
        targets.extend(book.matching(pattern));
    }
    if targets.is_empty() && !site.or_nothing && !site.names.is_empty() {
        found.push(AtLine {
            line: site.line,
            says: no_part(book, &site.names),
        });
    }
    let mut seen = BTreeSet::new();
    for target in targets {
        if let Some(says) = inside(book, target, &site.given, fields, &mut seen, 0)? {
            found.push(AtLine {
                line: site.line,
                says: format!("The part “{target}” cannot stand here. {says}"),
            });
        }
    }
    Ok(found.into_iter())
}

fn no_part(book: &Book, names: &[Pattern]) -> String {
    let name: String = names
        .first()
        .into_iter()
        .flatten()
        .map(|piece| match piece {
            Piece::Fixed(text) => text.clone(),
            Piece::Open(code) => format!("‹{code}›"),
        })
        .collect();
    match nearest(&name, book.paths()) {
        Some(near) => format!("There is no part “{name}”. Is “{near}” meant?"),
        None => format!("There is no part “{name}”."),
    }
}

/// The first thing that a part names and that is not known where it is taken in.
fn inside(
    book: &Book,
    path: &str,
    given: &Names,
    fields: &Names,
    seen: &mut BTreeSet<String>,
    deep: u32,
) -> Result<Option<String>, LetterError> {
    if deep >= MOST_DEEP || !seen.insert(path.to_owned()) {
        return Ok(None);
    }
    let Some(tree) = book.tree(path) else {
        return Ok(None);
    };
    let found = walk(tree, fields, given, catalogue()?);
    if let Some(first) = found.problems.into_iter().next() {
        return Ok(Some(first.says));
    }
    for site in &found.includes {
        for pattern in &site.names {
            for target in book.matching(pattern) {
                if let Some(says) = inside(book, target, &site.given, fields, seen, deep + 1)? {
                    return Ok(Some(says));
                }
            }
        }
    }
    Ok(None)
}

/// Items on the lines that begin blocks which nobody asks for.
fn unknown_items(source: &str, known: &BTreeSet<String>) -> Vec<Problem> {
    let mut found = Vec::new();
    for (at, line) in source.lines().enumerate() {
        let Some(items) = line.strip_prefix("---") else {
            continue;
        };
        for id in carried(items).filter(|id| !known.contains(*id)) {
            let near = nearest(id, known.iter().map(String::as_str));
            found.push(Problem {
                line: u32::try_from(at + 1).ok(),
                says: match near {
                    Some(near) => format!("No law asks for “{id}”. Is “{near}” meant?"),
                    None => format!(
                        "No law asks for “{id}”. Behind --- stand the items that the paragraph carries, or nothing."
                    ),
                },
                shows_in: None,
            });
        }
    }
    found
}

/// The words of the original that carried an item: from the line that names it to the next block.
pub fn passage(source: &str, item: &str) -> Option<String> {
    let tail = item.split_once('.').map(|(_, tail)| format!("}}}}.{tail}"));
    let mut lines = source.lines().skip_while(|line| {
        let Some(items) = line.strip_prefix("---") else {
            return true;
        };
        let open = tail
            .as_ref()
            .is_some_and(|tail| items.contains(tail.as_str()));
        !(carried(items).any(|id| id == item) || open)
    });
    let first = lines.next()?;
    let mut kept = vec![first];
    kept.extend(lines.take_while(|line| !line.starts_with("---")));
    // What opens or closes a condition around the block belongs to its neighbours.
    while kept.last().is_some_and(|line| {
        let line = line.trim();
        line.is_empty()
            || line.starts_with("{% end")
            || line.starts_with("{% if")
            || line.starts_with("{% el")
    }) && kept.len() > 1
    {
        let line = kept.last().map(|line| line.trim()).unwrap_or_default();
        let text = kept.join("\n");
        if line.starts_with("{% end") && balanced(&text) {
            break;
        }
        kept.pop();
    }
    Some(kept.join("\n"))
}

/// Whether every condition and loop that begins in a text ends in it.
fn balanced(text: &str) -> bool {
    let count = |word: &str| text.matches(&format!("{{% {word}")).count();
    count("if ") == count("endif") && count("for ") == count("endfor")
}
