//! What is wrong with a text, and what letters would lose.

use super::{in_use, laws, notice_items, original};
use crate::api::wire::{
    Refusal, WordingCheck, WordingLoss, WordingOutline, WordingProblem, WordingText,
};
use crate::desk::{App, Desk};
use crate::letter::wording::{Loss, OutlineKind, Review, Use, passage, review};
use crate::request::letter_fields::title;
use crate::time::Now;
use crate::words::{LetterKind, LetterLanguage, Right};

/// See the command table.
pub fn check(app: &mut App, args: WordingText, _: Now) -> Result<WordingCheck, Refusal> {
    let desk = app.desk()?;
    let original = original(args.language, &args.path)?;
    let found = reviewed(desk, args.language, &args.path, &args.source)?;
    Ok(told(desk, found, &original))
}

/// A text held against everything, beside the other texts that are in use.
pub(super) fn reviewed(
    desk: &Desk,
    language: LetterLanguage,
    path: &str,
    source: &str,
) -> Result<Review, Refusal> {
    let own = in_use(desk, language)?;
    Ok(review(
        &own.wording(),
        &laws(desk),
        path,
        source,
        &notice_items()?,
        title,
    )?)
}

/// What was found, in the words of the window.
pub(super) fn told(desk: &Desk, found: Review, original: &str) -> WordingCheck {
    let usable = found.is_clean();
    WordingCheck {
        problems: found
            .problems
            .into_iter()
            .map(|problem| WordingProblem {
                line: problem.line,
                says: problem.says,
                shows_in: problem
                    .shows_in
                    .map(|of| shows_in(desk, &of))
                    .unwrap_or_default(),
            })
            .collect(),
        losses: found
            .losses
            .into_iter()
            .map(|loss| WordingLoss {
                letter: letter(desk, &loss.law, loss.kind),
                about: about(&loss.rights),
                put_back: passage(original, &loss.item.id).unwrap_or_default(),
                what: loss.item.what,
                cite: loss.item.cite,
                caution: loss.item.confidence.caution().map(str::to_owned),
            })
            .collect(),
        outline: found
            .outline
            .into_iter()
            .map(|line| WordingOutline {
                depth: line.depth,
                line: line.line,
                kind: match line.kind {
                    OutlineKind::Words => "words",
                    OutlineKind::Block => "block",
                    OutlineKind::Condition => "condition",
                    OutlineKind::Loop => "loop",
                    OutlineKind::Part => "part",
                }
                .into(),
                text: line.text,
                known: line.known,
            })
            .collect(),
        usable,
    }
}

/// Why a text cannot be used, in one sentence; none where it can.
pub(super) fn against(desk: &Desk, found: &Review) -> Option<String> {
    if let Some(problem) = found.problems.first() {
        let line = problem
            .line
            .map(|line| format!("line {line}: "))
            .unwrap_or_default();
        let more = match found.problems.len() {
            1 => String::new(),
            n => format!(" ({} more.)", n - 1),
        };
        return Some(format!("{line}{}{more}", problem.says));
    }
    let lost = |loss: &Loss| {
        let letter = letter(desk, &loss.law, loss.kind);
        format!("{} ({}; {letter})", loss.item.what, loss.item.cite)
    };
    let named: Vec<String> = found.losses.iter().take(NAMED).map(lost).collect();
    let more = found.losses.len().saturating_sub(NAMED);
    match (named.is_empty(), more) {
        (true, _) => None,
        (false, 0) => Some(format!("letters would lack {}.", named.join("; "))),
        (false, more) => Some(format!(
            "letters would lack {}, and {more} more.",
            named.join("; ")
        )),
    }
}

/// Losses that one sentence names.
const NAMED: usize = 4;

/// A letter by name: `Refusal, GDPR`.
pub(super) fn letter(desk: &Desk, law: &str, kind: Option<LetterKind>) -> String {
    let Some(kind) = kind else {
        return "Letter about a breach of security".into();
    };
    let short = desk.library.law(law).map(|law| law.short.clone());
    match short {
        Ok(short) => format!("{}, {short}", title(kind)),
        Err(_) => title(kind).to_owned(),
    }
}

fn shows_in(desk: &Desk, of: &Use) -> String {
    let letter = letter(desk, &of.law, of.kind);
    match of.right {
        Some(right) => format!("{letter}, about {}", right.id().replace('-', " ")),
        None => letter,
    }
}

/// Rights that are named one by one; more are counted.
const COUNTED: usize = 3;

fn about(rights: &[Right]) -> String {
    let spaced: Vec<String> = rights
        .iter()
        .map(|right| right.id().replace('-', " "))
        .collect();
    match spaced.len() {
        0 => String::new(),
        n if n <= COUNTED => spaced.join(", "),
        n => format!("{} and {} other rights", spaced[..2].join(", "), n - 2),
    }
}
