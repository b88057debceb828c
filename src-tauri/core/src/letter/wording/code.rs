//! Reads a template into a small tree, so that what it names, asks and includes can be looked at without running it.
//!
//! The only file that names the engine’s parser, which the engine does not promise to keep as it is.
//! Whatever an officer types comes here first: what is too long, too deep or too wide is refused before it is parsed,
//! because the parser and the engine go as deep as the text does.

use minijinja::Error;
use minijinja::machinery::{self, Token, ast};
use minijinja::syntax::SyntaxConfig;

/// A template may be this long; the longest that comes with the program has a tenth of it.
pub const MOST_BYTES: usize = 60_000;
/// The engine counts lines in sixteen bits.
const MOST_LINES: usize = 4_000;
/// Words and signs between one pair of braces.
const MOST_IN_A_TAG: usize = 200;
/// Conditions and loops in each other, and brackets in each other.
const MOST_DEEP: usize = 24;
/// `elif` in one text: each lies within the one before.
const MOST_ELSE: usize = 60;

/// A sentence about a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtLine {
    /// From 1.
    pub line: u32,
    /// What is wrong there.
    pub says: String,
}

/// One piece of a template.
#[derive(Debug)]
pub enum Stmt {
    /// Words as they stand.
    Words { line: u32, text: String },
    /// A value is written here.
    Say { line: u32, value: Expr },
    /// Written under a condition only.
    If {
        line: u32,
        ask: Expr,
        then: Vec<Stmt>,
        otherwise: Vec<Stmt>,
    },
    /// Written for each of a list.
    For {
        line: u32,
        name: String,
        list: Expr,
        each: Vec<Stmt>,
        none: Vec<Stmt>,
    },
    /// A name for a value.
    Set {
        line: u32,
        name: String,
        value: Expr,
    },
    /// Another template.
    Include {
        line: u32,
        names: Vec<Expr>,
        or_nothing: bool,
    },
    /// Something the engine could do and letters have no use for.
    Odd { line: u32, what: &'static str },
}

/// What stands between braces.
#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    /// A field, or a name given by a loop or `set`.
    Name(String),
    /// `of.name`.
    Part(Box<Expr>, String),
    /// `of[at]`.
    Item(Box<Expr>, Box<Expr>),
    /// `"words"`.
    Text(String),
    /// A number, `true`, `none`.
    Plain(String),
    /// `["a", "b"]`.
    List(Vec<Expr>),
    /// `value | filter(more)`.
    Filter(String, Option<Box<Expr>>, Vec<Expr>),
    /// `not x`.
    Not(Box<Expr>),
    /// `a and b`.
    And(Box<Expr>, Box<Expr>),
    /// `a or b`.
    Or(Box<Expr>, Box<Expr>),
    /// `a == b` and the like.
    Compare(Box<Expr>, &'static str, Box<Expr>),
    /// `a ~ b`.
    Joined(Box<Expr>, Box<Expr>),
    /// `a if b else c`.
    Choice(Box<Expr>, Box<Expr>, Option<Box<Expr>>),
    /// Something the engine could do and letters have no use for.
    Odd(&'static str),
}

/// The pieces of a template, or where it cannot be read.
pub fn read(source: &str) -> Result<Vec<Stmt>, AtLine> {
    bounded(source)?;
    let tree = machinery::parse(source, "letter", SyntaxConfig::default())
        .map_err(|error| told(source, &error))?;
    match tree {
        ast::Stmt::Template(all) => Ok(all.children.iter().map(stmt).collect()),
        one => Ok(vec![stmt(&one)]),
    }
}

/// One condition, as it stands in a template.
pub fn condition(source: &str) -> Result<Expr, String> {
    let found = machinery::parse_expr(source).map_err(|error| error.to_string())?;
    Ok(expr(&found))
}

/// What is wrong with a text before anybody parses it.
fn bounded(source: &str) -> Result<(), AtLine> {
    let refuse = |line: u32, says: String| Err(AtLine { line, says });
    if source.len() > MOST_BYTES {
        return refuse(
            1,
            format!(
                "This text is too long: {} characters, and a template has at most {MOST_BYTES}. Shorten it.",
                source.len()
            ),
        );
    }
    if source.lines().count() > MOST_LINES {
        return refuse(
            1,
            format!("This text has more than {MOST_LINES} lines. Shorten it."),
        );
    }
    let (mut inside, mut first, mut elifs) = (0_usize, false, 0_usize);
    let (mut deep, mut brackets) = (0_usize, 0_usize);
    for token in machinery::tokenize(source, false, SyntaxConfig::default()) {
        let (token, span) = token.map_err(|error| told(source, &error))?;
        let line = u32::from(span.start_line).max(1);
        let begins = matches!(token, Token::BlockStart | Token::VariableStart);
        match &token {
            Token::BlockStart | Token::VariableStart => (inside, brackets) = (0, 0),
            Token::Ident("if" | "for") if first => deep += 1,
            Token::Ident("endif" | "endfor") if first => deep = deep.saturating_sub(1),
            Token::Ident("elif") if first => elifs += 1,
            Token::ParenOpen | Token::BracketOpen | Token::BraceOpen => brackets += 1,
            Token::ParenClose | Token::BracketClose | Token::BraceClose => {
                brackets = brackets.saturating_sub(1);
            }
            Token::TemplateData(_) => inside = 0,
            _ => {}
        }
        first = begins;
        inside += 1;
        if inside > MOST_IN_A_TAG {
            return refuse(
                line,
                "There is too much between one pair of braces. Part it into several.".into(),
            );
        }
        if deep > MOST_DEEP || brackets > MOST_DEEP {
            return refuse(
                line,
                "Too many conditions, loops or brackets lie within each other. Part them.".into(),
            );
        }
        if elifs > MOST_ELSE {
            return refuse(
                line,
                format!(
                    "There are more than {MOST_ELSE} “elif”. Part them into several conditions."
                ),
            );
        }
    }
    Ok(())
}

/// What the parser says, in words an officer can act on.
fn told(source: &str, error: &Error) -> AtLine {
    let lines = u32::try_from(source.lines().count())
        .unwrap_or(u32::MAX)
        .max(1);
    let line = error.line().and_then(|line| u32::try_from(line).ok());
    AtLine {
        line: line.unwrap_or(1).clamp(1, lines),
        says: plain(error.detail().unwrap_or_default()),
    }
}

/// The parser’s own words are for programmers; what it says most often is said plainly.
fn plain(detail: &str) -> String {
    let says = |words: &str| words.to_owned();
    if let Some(name) = detail.strip_prefix("unknown statement ") {
        return match name {
            "endif" => says("There is an “endif” without its “if”."),
            "endfor" => says("There is an “endfor” without its “for”."),
            "else" => says("There is an “else” without its “if”."),
            "elif" => says("There is an “elif” without its “if”."),
            other => format!(
                "“{other}” is no instruction. Letters know if, elif, else, endif, for, endfor, set and include."
            ),
        };
    }
    if detail.contains("unexpected end of input, expected keyword") {
        return says("An “if” or a “for” is not closed: {% endif %} or {% endfor %} is missing.");
    }
    if detail.contains("unexpected end of input, expected end of block") {
        return says(
            "An “if” or a “for” is not closed: {% endif %} or {% endfor %} is missing, or an instruction lacks its %}.",
        );
    }
    if detail.contains("unexpected end of string") || detail.contains("end of string") {
        return says("Words in quotation marks are not closed: a \" is missing.");
    }
    if detail.contains("end of comment") {
        return says("A remark is not closed: #} is missing.");
    }
    if detail.contains("end of raw block") {
        return says("{% raw %} is not closed: {% endraw %} is missing.");
    }
    if detail.contains("recursion") {
        return says("Too many conditions, loops or brackets lie within each other. Part them.");
    }
    if detail.contains("expected end of variable block") {
        return says(
            "A field is not closed, or something stands in it that does not belong there: }} is missing.",
        );
    }
    if detail.contains("expected end of block") {
        return says(
            "An instruction is not closed, or something stands in it that does not belong there: %} is missing.",
        );
    }
    if detail.contains("unexpected character") {
        return says(
            "There is a sign between the braces that means nothing there. Words belong in straight quotation marks (\").",
        );
    }
    format!("This cannot be read as a template: {detail}.")
}

fn line(span: machinery::Span) -> u32 {
    u32::from(span.start_line).max(1)
}

fn all(of: &[ast::Stmt]) -> Vec<Stmt> {
    of.iter().map(stmt).collect()
}

fn name(target: &ast::Expr) -> Option<String> {
    match target {
        ast::Expr::Var(var) => Some(var.id.to_owned()),
        _ => None,
    }
}

fn stmt(of: &ast::Stmt) -> Stmt {
    let odd = |line, what| Stmt::Odd { line, what };
    match of {
        ast::Stmt::EmitRaw(raw) => Stmt::Words {
            line: line(raw.span()),
            text: raw.raw.to_owned(),
        },
        ast::Stmt::EmitExpr(said) => Stmt::Say {
            line: line(said.span()),
            value: expr(&said.expr),
        },
        ast::Stmt::IfCond(asked) => Stmt::If {
            line: line(asked.span()),
            ask: expr(&asked.expr),
            then: all(&asked.true_body),
            otherwise: all(&asked.false_body),
        },
        ast::Stmt::ForLoop(each) => {
            let at = line(each.span());
            match name(&each.target) {
                Some(name) if !each.recursive && each.filter_expr.is_none() => Stmt::For {
                    line: at,
                    name,
                    list: expr(&each.iter),
                    each: all(&each.body),
                    none: all(&each.else_body),
                },
                _ => odd(at, "A loop of this kind"),
            }
        }
        ast::Stmt::Set(set) => {
            let at = line(set.span());
            match name(&set.target) {
                Some(name) => Stmt::Set {
                    line: at,
                    name,
                    value: expr(&set.expr),
                },
                None => odd(at, "“set” with several names"),
            }
        }
        ast::Stmt::Include(other) => Stmt::Include {
            line: line(other.span()),
            names: match expr(&other.name) {
                Expr::List(names) => names,
                one => vec![one],
            },
            or_nothing: other.ignore_missing,
        },
        ast::Stmt::Template(one) => odd(line(one.span()), "A template in a template"),
        ast::Stmt::WithBlock(one) => odd(line(one.span()), "“with”"),
        ast::Stmt::SetBlock(one) => odd(line(one.span()), "“set” around words"),
        ast::Stmt::AutoEscape(one) => odd(line(one.span()), "“autoescape”"),
        ast::Stmt::FilterBlock(one) => odd(line(one.span()), "“filter” around words"),
        ast::Stmt::Block(one) => odd(line(one.span()), "“block”"),
        ast::Stmt::Import(one) => odd(line(one.span()), "“import”"),
        ast::Stmt::FromImport(one) => odd(line(one.span()), "“from … import”"),
        ast::Stmt::Extends(one) => odd(line(one.span()), "“extends”"),
        ast::Stmt::Macro(one) => odd(line(one.span()), "“macro”"),
        ast::Stmt::CallBlock(one) => odd(line(one.span()), "“call”"),
        ast::Stmt::Do(one) => odd(line(one.span()), "“do”"),
    }
}

fn boxed(of: &ast::Expr) -> Box<Expr> {
    Box::new(expr(of))
}

fn args(of: &[ast::CallArg]) -> Vec<Expr> {
    of.iter()
        .map(|arg| match arg {
            ast::CallArg::Pos(one) => expr(one),
            _ => Expr::Odd("a named argument"),
        })
        .collect()
}

fn expr(of: &ast::Expr) -> Expr {
    match of {
        ast::Expr::Var(var) => Expr::Name(var.id.to_owned()),
        ast::Expr::Const(value) => match value.value.as_str() {
            Some(text) => Expr::Text(text.to_owned()),
            None => Expr::Plain(value.value.to_string()),
        },
        ast::Expr::GetAttr(part) => Expr::Part(boxed(&part.expr), part.name.to_owned()),
        ast::Expr::GetItem(item) => Expr::Item(boxed(&item.expr), boxed(&item.subscript_expr)),
        ast::Expr::List(list) => Expr::List(list.items.iter().map(expr).collect()),
        ast::Expr::Filter(filter) => Expr::Filter(
            filter.name.to_owned(),
            filter.expr.as_ref().map(boxed),
            args(&filter.args),
        ),
        ast::Expr::UnaryOp(one) => match one.op {
            ast::UnaryOpKind::Not => Expr::Not(boxed(&one.expr)),
            ast::UnaryOpKind::Neg => Expr::Odd("counting"),
        },
        ast::Expr::Compare(all) => {
            let mut left = &all.expr;
            let mut found: Option<Expr> = None;
            for op in &all.ops {
                let one = Expr::Compare(boxed(left), compared(op.op), boxed(&op.expr));
                found = Some(match found {
                    Some(before) => Expr::And(Box::new(before), Box::new(one)),
                    None => one,
                });
                left = &op.expr;
            }
            found.unwrap_or(Expr::Odd("a comparison with nothing"))
        }
        ast::Expr::BinOp(two) => {
            let (left, right) = (boxed(&two.left), boxed(&two.right));
            match two.op {
                ast::BinOpKind::ScAnd => Expr::And(left, right),
                ast::BinOpKind::ScOr => Expr::Or(left, right),
                ast::BinOpKind::Concat => Expr::Joined(left, right),
                ast::BinOpKind::Eq => Expr::Compare(left, "==", right),
                ast::BinOpKind::Ne => Expr::Compare(left, "!=", right),
                ast::BinOpKind::Lt => Expr::Compare(left, "<", right),
                ast::BinOpKind::Lte => Expr::Compare(left, "<=", right),
                ast::BinOpKind::Gt => Expr::Compare(left, ">", right),
                ast::BinOpKind::Gte => Expr::Compare(left, ">=", right),
                ast::BinOpKind::In => Expr::Compare(left, "in", right),
                _ => Expr::Odd("counting"),
            }
        }
        ast::Expr::IfExpr(one) => Expr::Choice(
            boxed(&one.test_expr),
            boxed(&one.true_expr),
            one.false_expr.as_ref().map(boxed),
        ),
        ast::Expr::Slice(_) => Expr::Odd("a piece of a list"),
        ast::Expr::Test(_) => Expr::Odd("“is”"),
        ast::Expr::Call(_) => Expr::Odd("calling something"),
        ast::Expr::Tuple(_) => Expr::Odd("several values in one"),
        ast::Expr::Map(_) => Expr::Odd("a table"),
    }
}

fn compared(op: ast::CompareOpKind) -> &'static str {
    match op {
        ast::CompareOpKind::Eq => "==",
        ast::CompareOpKind::Ne => "!=",
        ast::CompareOpKind::Lt => "<",
        ast::CompareOpKind::Lte => "<=",
        ast::CompareOpKind::Gt => ">",
        ast::CompareOpKind::Gte => ">=",
        ast::CompareOpKind::In => "in",
        ast::CompareOpKind::NotIn => "not in",
    }
}

impl std::fmt::Display for Expr {
    /// As it stands in a template, always spelled the same.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let list = |f: &mut std::fmt::Formatter<'_>, all: &[Expr]| {
            for (at, one) in all.iter().enumerate() {
                let comma = if at == 0 { "" } else { ", " };
                write!(f, "{comma}{one}")?;
            }
            Ok(())
        };
        match self {
            Self::Name(name) => f.write_str(name),
            Self::Part(of, name) => write!(f, "{of}.{name}"),
            Self::Item(of, at) => write!(f, "{of}[{at}]"),
            Self::Text(text) => write!(f, "\"{text}\""),
            Self::Plain(value) => f.write_str(value),
            Self::List(all) => {
                f.write_str("[")?;
                list(f, all)?;
                f.write_str("]")
            }
            Self::Filter(name, of, more) => {
                if let Some(of) = of {
                    write!(f, "{of} | ")?;
                }
                f.write_str(name)?;
                if more.is_empty() {
                    return Ok(());
                }
                f.write_str("(")?;
                list(f, more)?;
                f.write_str(")")
            }
            Self::Not(of) => write!(f, "not {of}"),
            Self::And(a, b) => write!(f, "({a} and {b})"),
            Self::Or(a, b) => write!(f, "({a} or {b})"),
            Self::Compare(a, op, b) => write!(f, "{a} {op} {b}"),
            Self::Joined(a, b) => write!(f, "{a} ~ {b}"),
            Self::Choice(ask, then, Some(otherwise)) => {
                write!(f, "{then} if {ask} else {otherwise}")
            }
            Self::Choice(ask, then, None) => write!(f, "{then} if {ask}"),
            Self::Odd(what) => write!(f, "…{what}…"),
        }
    }
}
