//! The templates of a wording read side by side: which takes in which, what is known where, and for which letters each is used.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::super::error::LetterError;
use super::super::notice;
use super::super::said::no_letters;
use super::super::templates::{Wording, built_in};
use super::catalogue::{Names, Scene, Type, catalogue, unread};
use super::code::{self, Stmt};
use super::names::{Pattern, Piece, walk};
use crate::law::Law;
use crate::words::{LetterKind, LetterLanguage, Right};

/// A letter that a template is used for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    /// The law's identifier; empty for the letter about a breach.
    pub law: String,
    /// What the letter does; none for the letter about a breach.
    pub kind: Option<LetterKind>,
    /// A right it may be about.
    pub right: Option<Right>,
}

type Tree = Arc<Vec<Stmt>>;
type Trees = BTreeMap<String, Tree>;

/// The templates of one wording.
pub(super) struct Book<'w> {
    wording: &'w Wording<'w>,
    trees: Trees,
}

/// Names that no template is called by.
const MOST_MATCHED: usize = 400;

impl<'w> Book<'w> {
    /// A text of the desk's own that cannot be read is left out: the original stands in its place.
    pub fn of(wording: &'w Wording<'w>) -> Result<Self, LetterError> {
        let mut trees = ours(wording.language)?;
        for own in wording.own {
            if let Ok(tree) = code::read(&own.source) {
                trees.insert(own.path.clone(), Arc::new(tree));
            }
        }
        Ok(Self { wording, trees })
    }

    pub fn tree(&self, path: &str) -> Option<&Tree> {
        self.trees.get(path)
    }

    /// Every path there is.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.trees.keys().map(String::as_str)
    }

    /// The templates that a name with open places can mean.
    pub fn matching(&self, pattern: &Pattern) -> Vec<&str> {
        if pattern.iter().all(|piece| matches!(piece, Piece::Fixed(_))) {
            let name: String = pattern.iter().filter_map(Piece::fixed).collect();
            let found = self.trees.get_key_value(&name);
            return found.map(|(path, _)| path.as_str()).into_iter().collect();
        }
        let all = self.trees.keys().filter(|path| fits(pattern, path));
        all.take(MOST_MATCHED).map(String::as_str).collect()
    }

    /// What is known in a template beside the fields: what every place that takes it in has given names to.
    pub fn given(&self, laws: &[&Law], path: &str) -> Result<Names, LetterError> {
        let catalogue = catalogue()?;
        let scenes = [Scene::Request, Scene::Breach].map(|scene| (scene, catalogue.names(scene)));
        let mut known: BTreeMap<String, Names> = BTreeMap::new();
        let mut open: Vec<String> = self.roots(laws);
        for root in &open {
            known.insert(root.clone(), Names::new());
        }
        while let Some(at) = open.pop() {
            let (Some(tree), Some(given)) = (self.tree(&at), known.get(&at).cloned()) else {
                continue;
            };
            let fields = scenes.iter().find(|(scene, _)| *scene == Scene::of(&at));
            let Some((_, fields)) = fields else { continue };
            for site in walk(tree, fields, &given, catalogue).includes {
                for pattern in &site.names {
                    for target in self.matching(pattern) {
                        let target = target.to_owned();
                        let new = match known.get(&target) {
                            None => site.given.clone(),
                            Some(before) => shared(before, &site.given),
                        };
                        if known.get(&target) != Some(&new) {
                            known.insert(target.clone(), new);
                            open.push(target);
                        }
                    }
                }
            }
        }
        Ok(known.remove(path).unwrap_or_default())
    }

    fn roots(&self, laws: &[&Law]) -> Vec<String> {
        let letters = laws.iter().flat_map(|law| {
            let kinds = LetterKind::ALL.iter();
            kinds.map(|kind| self.wording.path(&law.id, *kind))
        });
        let mut all: BTreeSet<String> = letters.collect();
        all.insert(notice::TEMPLATE.to_owned());
        all.into_iter().collect()
    }

    /// The templates one letter can be made of.
    fn reach(&self, law: &str, kind: LetterKind, right: Right) -> BTreeSet<String> {
        let mut seen = BTreeSet::new();
        let mut open = vec![self.wording.path(law, kind)];
        while let Some(at) = open.pop() {
            if !seen.insert(at.clone()) {
                continue;
            }
            let Some(tree) = self.tree(&at) else { continue };
            each_include(tree, &mut |names, _| {
                let closed = |piece: &Piece| match piece {
                    Piece::Fixed(text) => Piece::Fixed(text.clone()),
                    Piece::Open(code) => match code.as_str() {
                        "law" => Piece::Fixed(law.to_owned()),
                        "kind" => Piece::Fixed(kind.id().to_owned()),
                        "claim.right" => Piece::Fixed(right.id().to_owned()),
                        _ => piece.clone(),
                    },
                };
                // The first that is there is taken.
                for pattern in names {
                    let pattern: Pattern = pattern.iter().map(closed).collect();
                    let found = self.matching(&pattern);
                    if !found.is_empty() {
                        open.extend(found.into_iter().map(str::to_owned));
                        break;
                    }
                }
            });
        }
        seen
    }

    /// For which letters each template is used.
    pub fn uses(&self, laws: &[&Law]) -> BTreeMap<String, BTreeSet<Use>> {
        let mut all: BTreeMap<String, BTreeSet<Use>> = BTreeMap::new();
        for law in laws {
            let rights: BTreeSet<Right> = law.rights.iter().map(|rule| rule.right).collect();
            for kind in LetterKind::ALL.iter().copied() {
                for right in &rights {
                    for path in self.reach(&law.id, kind, *right) {
                        all.entry(path).or_default().insert(Use {
                            law: law.id.clone(),
                            kind: Some(kind),
                            right: Some(*right),
                        });
                    }
                }
            }
        }
        all.entry(notice::TEMPLATE.to_owned())
            .or_default()
            .insert(Use {
                law: String::new(),
                kind: None,
                right: None,
            });
        all
    }

    /// Whether a template can come to take itself in.
    pub fn takes_itself_in(&self, path: &str) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![path.to_owned()];
        while let Some(at) = open.pop() {
            let Some(tree) = self.tree(&at) else { continue };
            let mut targets: Vec<String> = Vec::new();
            each_include(tree, &mut |names, _| {
                let found = names.iter().flat_map(|pattern| self.matching(pattern));
                targets.extend(found.map(str::to_owned));
            });
            for target in targets {
                if target == path {
                    return true;
                }
                if seen.insert(target.clone()) {
                    open.push(target);
                }
            }
        }
        false
    }
}

/// For which letters each template of a wording is used; laws without letters in its language are left out.
pub fn uses(
    wording: &Wording,
    laws: &[&Law],
) -> Result<BTreeMap<String, BTreeSet<Use>>, LetterError> {
    Ok(Book::of(wording)?.uses(&with_letters(wording.language, laws)?))
}

/// The laws that have letters in a language.
pub(super) fn with_letters<'l>(
    language: LetterLanguage,
    laws: &[&'l Law],
) -> Result<Vec<&'l Law>, LetterError> {
    let mut all = Vec::new();
    for law in laws {
        if no_letters(language, law)?.is_none() {
            all.push(*law);
        }
    }
    Ok(all)
}

/// The templates that come with the program, read once.
fn ours(language: LetterLanguage) -> Result<Trees, LetterError> {
    type Read = BTreeMap<LetterLanguage, Result<Trees, LetterError>>;
    static READ: OnceLock<Mutex<Read>> = OnceLock::new();
    let mut known = READ
        .get_or_init(Mutex::default)
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    let read = || {
        let mut trees = Trees::new();
        for (path, source) in built_in(language) {
            let tree = code::read(source).map_err(|e| unread(path, &e.says))?;
            trees.insert((*path).to_owned(), Arc::new(tree));
        }
        Ok(trees)
    };
    known.entry(language).or_insert_with(read).clone()
}

/// The names that both know, where they mean the same.
fn shared(a: &Names, b: &Names) -> Names {
    let same = |(name, kind): &(&String, &Type)| b.get(*name) == Some(*kind);
    a.iter()
        .filter(same)
        .map(|(name, kind)| (name.clone(), kind.clone()))
        .collect()
}

/// Whether a path is what a name with open places says; an open place is never across folders.
fn fits(pattern: &[Piece], path: &str) -> bool {
    match pattern {
        [] => path.is_empty(),
        [Piece::Fixed(text), rest @ ..] => path
            .strip_prefix(text.as_str())
            .is_some_and(|left| fits(rest, left)),
        [Piece::Open(_)] => !path.contains('/'),
        [Piece::Open(_), rest @ ..] => {
            let end = path.find('/').unwrap_or(path.len());
            // A pattern has a handful of pieces: a text between braces is bounded.
            (0..=end)
                .filter(|at| path.is_char_boundary(*at))
                .any(|at| fits(rest, &path[at..]))
        }
    }
}

/// Every place of a tree that takes another template in.
fn each_include(tree: &[Stmt], see: &mut impl FnMut(&[Pattern], bool)) {
    for one in tree {
        match one {
            Stmt::If {
                then, otherwise, ..
            } => {
                each_include(then, see);
                each_include(otherwise, see);
            }
            Stmt::For { each, none, .. } => {
                each_include(each, see);
                each_include(none, see);
            }
            Stmt::Include {
                names, or_nothing, ..
            } => {
                let patterns: Vec<Pattern> =
                    names.iter().filter_map(super::names::pattern).collect();
                see(&patterns, *or_nothing);
            }
            Stmt::Words { .. } | Stmt::Say { .. } | Stmt::Set { .. } | Stmt::Odd { .. } => {}
        }
    }
}
