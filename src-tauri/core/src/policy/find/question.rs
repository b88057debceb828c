//! “Do you sell my data?” “No.”: a question and its answer read as one sentence.

use super::prepared::{Page, Prepared};
use super::tokens::{Token, tokenize};
use crate::policy::document::Span;

/// The sentence that question and answer make together, if the answer begins with yes or no.
///
/// The words stand where the answer stands, so that the answer is the passage.
pub(super) fn answered(page: &Page, lead: Span, answer: &Prepared, span: Span) -> Option<Prepared> {
    let (doc, rules) = (page.doc, page.rules);
    let text = doc.at(lead);
    if !text.ends_with('?') {
        return None;
    }
    let said = doc.at(span);
    let first: String = said
        .chars()
        .take_while(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    let closed = said[first.len().min(said.len())..]
        .trim_start()
        .chars()
        .next()
        .is_none_or(|c| !c.is_alphanumeric());
    let denies = match first.as_str() {
        "no" | "nope" => closed,
        "never" | "absolutely" => said.to_lowercase().contains("n"),
        "yes" | "sure" | "certainly" if closed => false,
        _ => return None,
    };
    let denies = denies && !matches!(first.as_str(), "yes" | "sure" | "certainly");
    if first == "absolutely" && !said.to_lowercase().contains("not") {
        return None;
    }
    let mut asked = Vec::new();
    tokenize(&rules.lexicon, doc, lead, &mut asked);
    let word = |low: &str| rules.lexicon.word(low);
    let low = |token: &Token| doc.at(token.span).to_lowercase();
    let aux = asked.iter().take(3).position(|token| {
        matches!(
            low(token).as_str(),
            "do" | "does" | "will" | "can" | "may" | "is" | "are" | "did" | "have" | "has"
        )
    })?;
    let helper = asked[aux];
    let mut rest: Vec<Token> = asked[aux + 1..].to_vec();
    let make = |low: &str| Token {
        word: word(low),
        ..helper
    };
    // The one asked is “we”, the one asking is “you”.
    for token in &mut rest {
        let plain = low(token);
        match plain.as_str() {
            "you" => token.word = word("we"),
            "your" => token.word = word("our"),
            "i" => token.word = word("you"),
            "my" | "me" => token.word = word("your"),
            _ => {}
        }
    }
    let place = match rest.first().map(low).as_deref() {
        Some("you" | "i" | "we") => 1,
        _ => rest
            .iter()
            .position(|token| matches!(low(token).as_str(), "be" | "ever"))
            .or_else(|| page.names.starts(doc, &rest))
            .unwrap_or_else(|| rest.len().saturating_sub(1).min(2)),
    };
    let mut all: Vec<Token> = rest.drain(..place.min(rest.len())).collect();
    all.push(helper);
    if denies {
        all.push(make("not"));
    }
    all.append(&mut rest);
    // Everything the question says counts as said by the answer.
    for (rank, token) in all.iter_mut().enumerate() {
        token.rank = rank as u32;
        token.span = span;
    }
    let from = all.len() as u32 + 2;
    all.extend(answer.tokens.iter().skip(answer.own).map(|token| Token {
        rank: token.rank + from,
        ..*token
    }));
    Some(Prepared::from_tokens(doc, rules, &page.names, all, 0))
}
