//! Holds every name of a template against what there is, also in branches that no sample takes.

use super::catalogue::{Catalogue, Names, Type};
use super::code::{AtLine, Expr, Stmt};

/// What walking through a template found.
#[derive(Debug, Default)]
pub struct Found {
    /// Unknown names, and values that cannot stand where they stand.
    pub problems: Vec<AtLine>,
    /// The other templates it takes in.
    pub includes: Vec<Site>,
    /// Its conditions.
    pub conditions: Vec<Expr>,
    /// What it goes through one by one.
    pub loops: Vec<Expr>,
}

/// A place where another template is taken in.
#[derive(Debug)]
pub struct Site {
    pub line: u32,
    /// One after the other until one is there.
    pub names: Vec<Pattern>,
    pub or_nothing: bool,
    /// What loops and `set` have given names to there.
    pub given: Names,
}

/// The name of a template, with what is only known when a letter is written.
pub type Pattern = Vec<Piece>;

/// A part of such a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Fixed(String),
    /// A value, as it is written: `law`, `claim.right`.
    Open(String),
}

impl Piece {
    /// What is known of it before a letter is written.
    pub fn fixed(&self) -> Option<&str> {
        match self {
            Self::Fixed(text) => Some(text),
            Self::Open(_) => None,
        }
    }
}

/// Walks through a template in which these names are known beside the fields.
pub fn walk(tree: &[Stmt], fields: &Names, given: &Names, catalogue: &Catalogue) -> Found {
    let mut walk = Walk {
        fields,
        catalogue,
        names: given.clone().into_iter().collect(),
        found: Found::default(),
        line: 1,
    };
    walk.all(tree);
    walk.found
}

struct Walk<'a> {
    fields: &'a Names,
    catalogue: &'a Catalogue,
    /// The innermost last.
    names: Vec<(String, Type)>,
    found: Found,
    line: u32,
}

/// Filters that take words and give words, with how many values they want more: at least, at most.
const OF_WORDS: &[(&str, usize, usize)] = &[
    ("line", 0, 0),
    ("blank", 1, 1),
    ("sentence", 0, 0),
    ("tail", 0, 0),
    ("upfirst", 0, 0),
    ("quoted", 0, 1),
    ("of", 0, 0),
    ("lower", 0, 0),
];

impl Walk<'_> {
    fn says(&mut self, says: String) {
        let new = AtLine {
            line: self.line,
            says,
        };
        if !self.found.problems.contains(&new) {
            self.found.problems.push(new);
        }
    }

    /// Pieces of one branch; what they give names to ends with them.
    fn branch(&mut self, of: &[Stmt]) {
        let known = self.names.len();
        self.all(of);
        self.names.truncate(known);
    }

    fn all(&mut self, of: &[Stmt]) {
        for one in of {
            self.one(one);
        }
    }

    fn one(&mut self, of: &Stmt) {
        match of {
            Stmt::Words { .. } => {}
            Stmt::Say { line, value } => {
                self.line = *line;
                let kind = self.kind(value);
                self.printable(value, &kind);
            }
            Stmt::If {
                line,
                ask,
                then,
                otherwise,
            } => {
                self.line = *line;
                self.kind(ask);
                self.found.conditions.push(ask.clone());
                self.branch(then);
                self.branch(otherwise);
            }
            Stmt::For {
                line,
                name,
                list,
                each,
                none,
            } => {
                self.line = *line;
                self.found.loops.push(list.clone());
                let item = match self.kind(list) {
                    Type::List(item) => *item,
                    Type::Any => Type::Any,
                    _ => {
                        self.says(format!(
                            "“{list}” is no list, so there is no “for each” of it."
                        ));
                        Type::Any
                    }
                };
                let known = self.names.len();
                let of_loop = self.catalogue.of_loop(&item);
                self.names.push(("loop".into(), of_loop));
                self.names.push((name.clone(), item));
                self.all(each);
                self.names.truncate(known);
                self.branch(none);
            }
            Stmt::Set { line, name, value } => {
                self.line = *line;
                if joins(value) {
                    self.says(
                        "“~” has no use in “set”. Write the words where they are needed.".into(),
                    );
                }
                let kind = self.kind(value);
                self.names.push((name.clone(), kind));
            }
            Stmt::Include {
                line,
                names,
                or_nothing,
            } => {
                self.line = *line;
                let mut patterns = Vec::new();
                for name in names {
                    self.kind(name);
                    match pattern(name) {
                        Some(pattern) => patterns.push(pattern),
                        None => self.says(format!(
                            "“include” wants the name of a part in quotation marks, not “{name}”."
                        )),
                    }
                }
                let given = self.names.iter().filter(|(name, _)| name != "loop");
                self.found.includes.push(Site {
                    line: *line,
                    names: patterns,
                    or_nothing: *or_nothing,
                    given: given.cloned().collect(),
                });
            }
            Stmt::Odd { line, what } => {
                self.line = *line;
                self.says(format!("{what} has no use in letters. Take it out."));
            }
        }
    }

    /// A value that would be written as a heap of signs is a slip.
    fn printable(&mut self, value: &Expr, kind: &Type) {
        match kind {
            Type::List(_) => self.says(format!(
                "“{value}” is a list. Write {{% for one in {value} %}} … {{% endfor %}} around what is said of each."
            )),
            Type::Group(_) => self.says(format!(
                "“{value}” has parts: name the part that is meant, such as “{value}.{}”.",
                parts(kind).next().unwrap_or("name")
            )),
            Type::YesNo => self.says(format!(
                "“{value}” is a yes or no. Ask for it with {{% if {value} %}} … {{% endif %}}."
            )),
            Type::Text | Type::Number | Type::Any => {}
        }
    }

    fn kind(&mut self, of: &Expr) -> Type {
        match of {
            Expr::Name(name) => self.name(name),
            Expr::Part(whole, part) => {
                let kind = self.kind(whole);
                self.part(whole, &kind, part)
            }
            Expr::Item(whole, at) => {
                let kind = self.kind(whole);
                match (&kind, at.as_ref()) {
                    (Type::Group(_), Expr::Text(part)) => self.part(whole, &kind, part),
                    (Type::List(item), _) => {
                        self.kind(at);
                        item.as_ref().clone()
                    }
                    (Type::Any, _) => Type::Any,
                    _ => {
                        self.says(format!("“{whole}” is no list, so “[{at}]” means nothing."));
                        Type::Any
                    }
                }
            }
            Expr::Text(_) => Type::Text,
            Expr::Plain(value) if value.starts_with(|c: char| c.is_ascii_digit()) => Type::Number,
            Expr::Plain(_) => Type::Any,
            Expr::List(all) => {
                if !all
                    .iter()
                    .all(|one| matches!(one, Expr::Text(_) | Expr::Plain(_)))
                {
                    self.says(
                        "A list between [ and ] may only have words in quotation marks.".into(),
                    );
                }
                Type::List(Box::new(Type::Text))
            }
            Expr::Filter(name, of, more) => self.filter(name, of.as_deref(), more),
            Expr::Not(one) => {
                self.kind(one);
                Type::YesNo
            }
            Expr::And(a, b) | Expr::Or(a, b) => {
                let (a, b) = (self.kind(a), self.kind(b));
                if a == b { a } else { Type::Any }
            }
            Expr::Compare(a, op, b) => {
                self.kind(a);
                let right = self.kind(b);
                if op.ends_with("in") && matches!(right, Type::YesNo | Type::Number) {
                    self.says(format!(
                        "“{b}” is neither a list nor words, so nothing is in it."
                    ));
                }
                Type::YesNo
            }
            Expr::Joined(a, b) => {
                for one in [a, b] {
                    let kind = self.kind(one);
                    self.printable(one, &kind);
                }
                Type::Text
            }
            Expr::Choice(ask, then, otherwise) => {
                self.kind(ask);
                self.found.conditions.push(ask.as_ref().clone());
                let then = self.kind(then);
                let Some(otherwise) = otherwise else {
                    self.says(format!("“{of}” says nothing of the other case: add “else” and what is then written."));
                    return Type::Any;
                };
                let otherwise = self.kind(otherwise);
                if then == otherwise { then } else { Type::Any }
            }
            Expr::Odd(what) => {
                self.says(format!("Letters have no use for {what}. Take it out."));
                Type::Any
            }
        }
    }

    fn name(&mut self, name: &str) -> Type {
        if let Some((_, kind)) = self.names.iter().rev().find(|(known, _)| known == name) {
            return kind.clone();
        }
        if let Some(kind) = self.fields.get(name) {
            return kind.clone();
        }
        let known: Vec<&str> = self
            .names
            .iter()
            .map(|(name, _)| name.as_str())
            .chain(self.fields.keys().map(String::as_str))
            .collect();
        let says = match nearest(name, known.into_iter()) {
            Some(near) => format!("There is no field “{name}”. Is “{near}” meant?"),
            None if name == "claim" => "“claim” is only known for each of the claims: write {% for claim in claims %} … {% endfor %} around it.".into(),
            None => format!("There is no field “{name}”. The list of fields has all there are."),
        };
        self.says(says);
        Type::Any
    }

    fn part(&mut self, whole: &Expr, kind: &Type, part: &str) -> Type {
        let says = match kind {
            Type::Any => return Type::Any,
            Type::Group(all) => match all.get(part) {
                Some(kind) => return kind.clone(),
                None => match nearest(part, parts(kind)) {
                    Some(near) => format!("“{whole}” has no “{part}”. Is “{whole}.{near}” meant?"),
                    None => format!(
                        "“{whole}” has no “{part}”. It has {}.",
                        parts(kind).collect::<Vec<_>>().join(", ")
                    ),
                },
            },
            Type::List(_) => format!(
                "“{whole}” is a list and has no “{part}”. Write {{% for one in {whole} %}}, then “one.{part}”."
            ),
            _ => format!("“{whole}” has no parts, so “.{part}” means nothing."),
        };
        self.says(says);
        Type::Any
    }

    fn filter(&mut self, name: &str, of: Option<&Expr>, more: &[Expr]) -> Type {
        let Some(of) = of else {
            self.says(format!("“{name}” stands after no field."));
            return Type::Any;
        };
        let kind = self.kind(of);
        for one in more {
            self.kind(one);
        }
        if !self.catalogue.knows_filter(name) {
            let known = self.catalogue.filters.iter();
            let says = match nearest(name, known.map(|filter| filter.name.as_str())) {
                Some(near) => format!("There is no “| {name}”. Is “| {near}” meant?"),
                None => format!(
                    "There is no “| {name}”. The list of fields has what can be done with them."
                ),
            };
            self.says(says);
            return Type::Any;
        }
        if let Some((_, least, most)) = OF_WORDS.iter().find(|(known, _, _)| *known == name) {
            if more.len() < *least {
                self.says(format!("“| {name}” wants words in brackets after it."));
            } else if more.len() > *most {
                self.says(format!("“| {name}” has too much in its brackets."));
            }
            let what = match kind {
                Type::List(_) => "a list",
                Type::Group(_) => "something with parts",
                Type::YesNo => "a yes or no",
                Type::Number => "a number",
                Type::Text | Type::Any => return Type::Text,
            };
            self.says(format!("“{of}” is {what}; “| {name}” takes words."));
            return Type::Text;
        }
        match (name, kind) {
            ("length", Type::List(_) | Type::Text | Type::Any) => Type::Number,
            ("first", Type::List(item)) => *item,
            ("list", Type::List(item)) => Type::List(item),
            ("join", Type::List(item)) if *item == Type::Text => Type::Text,
            ("selectattr", Type::List(item)) => {
                match more {
                    [Expr::Text(part), Expr::Text(test), _] if test == "equalto" => {
                        self.part(of, &item.clone(), part);
                    }
                    _ => self.says(
                        "“| selectattr” is written with a part, \"equalto\", and the words it is to equal.".into(),
                    ),
                }
                Type::List(item)
            }
            (_, Type::Any) => Type::Any,
            _ => {
                self.says(format!("“{of}” is no list; “| {name}” takes one."));
                Type::Any
            }
        }
    }
}

/// Whether words are put together in it; `set` and doubling would fill the memory.
fn joins(of: &Expr) -> bool {
    match of {
        Expr::Joined(..) => true,
        Expr::Name(_) | Expr::Text(_) | Expr::Plain(_) | Expr::Odd(_) => false,
        Expr::Part(one, _) | Expr::Not(one) => joins(one),
        Expr::Item(a, b) | Expr::And(a, b) | Expr::Or(a, b) | Expr::Compare(a, _, b) => {
            joins(a) || joins(b)
        }
        Expr::List(all) => all.iter().any(joins),
        Expr::Filter(_, of, more) => of.as_deref().is_some_and(joins) || more.iter().any(joins),
        Expr::Choice(a, b, c) => joins(a) || joins(b) || c.as_deref().is_some_and(joins),
    }
}

/// What an include names, if it is a name with few open places.
pub fn pattern(of: &Expr) -> Option<Pattern> {
    let mut pattern = Pattern::new();
    let named = pieces(of, &mut pattern);
    let open = pattern
        .iter()
        .filter(|piece| matches!(piece, Piece::Open(_)));
    // Each open place is tried at every length.
    (named && open.count() <= 3).then_some(pattern)
}

/// The pieces of a name; false where it is none.
fn pieces(of: &Expr, into: &mut Pattern) -> bool {
    match of {
        Expr::Text(text) => {
            into.push(Piece::Fixed(text.clone()));
            true
        }
        Expr::Name(_) | Expr::Part(..) => {
            into.push(Piece::Open(of.to_string()));
            true
        }
        Expr::Joined(a, b) => pieces(a, into) && pieces(b, into),
        _ => false,
    }
}

fn parts(of: &Type) -> impl Iterator<Item = &str> {
    let all = match of {
        Type::Group(all) => Some(all),
        _ => None,
    };
    all.into_iter()
        .flat_map(|all| all.keys())
        .map(String::as_str)
}

/// The known name that a mistyped one is nearest to, if it is near at all.
pub fn nearest<'k>(typed: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let most = match typed.chars().count() {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    };
    // A name as long as a page is nobody's slip.
    if typed.len() > 80 {
        return None;
    }
    known
        .map(|name| (slips(typed, name), name))
        .filter(|(slips, _)| *slips <= most)
        .min()
        .map(|(_, name)| name)
}

/// How many letters were left out, added, changed or swapped with their neighbour.
fn slips(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let kept = row.get(j).copied().unwrap_or_default() + usize::from(x != y);
            let added = next.last().copied().unwrap_or_default() + 1;
            let left = row.get(j + 1).copied().unwrap_or_default() + 1;
            let mut best = kept.min(added).min(left);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(before.get(j - 1).copied().unwrap_or_default() + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or_default()
}
