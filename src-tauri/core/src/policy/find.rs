//! Proposes which passages of a policy are promises, and says why.
//!
//! What it knows of how policies speak stands in `data/promises/*.toml`; the code knows the shapes only.
//! A sentence may carry several kinds; each is a proposal of its own, with its clause where the clauses differ.

mod details;
mod lexicon;
mod names;
mod numbers;
mod pattern;
mod prepared;
mod question;
mod rules;
mod tokens;
mod ways;

#[cfg(test)]
mod tests;

use super::document::{Document, Span};
use super::reading::{Evidence, Proposal, Reading};
use crate::words::PromiseKind;
use pattern::Found;
use prepared::{Context, Page};
use rules::{Pattern, Rules};

/// The promises of a policy, in the order of the text.
///
/// Spans are whole sentences, list items, or clauses where a sentence promises two things side by side.
pub fn find(doc: &Document) -> Vec<Proposal> {
    let rules = rules::rules();
    let page = Page::of(doc, rules);
    let mut all = Vec::new();
    for at in 0..page.sentences.len() {
        page.with(at, |context| {
            let mut matches = matches(rules, context);
            // “We share nothing except: …”: the promise stands in the lead, the points are its exceptions.
            let lead = page.sentences[at].lead;
            matches.retain(|one| !context.leans(one) || !said_by(&all, lead, one.kind));
            let spans = spans(context, &matches);
            for (one, span) in matches.iter().zip(spans) {
                let (reading, why) = details::read(context, span, one);
                let proposal = Proposal { span, reading, why };
                all.push(proposal);
            }
        });
    }
    all.sort_by_key(|proposal| (proposal.span, proposal.reading.kind));
    all.dedup_by(|a, b| a.span == b.span && a.reading.kind == b.reading.kind);
    details::inherit(doc, &mut all);
    all
}

/// Whether the lead of a list was itself found to promise this.
fn said_by(all: &[Proposal], lead: Option<Span>, kind: PromiseKind) -> bool {
    lead.is_some_and(|lead| {
        all.iter()
            .rev()
            .take(60)
            .any(|known| known.reading.kind == kind && known.span.overlaps(lead))
    })
}

/// The best reading of a passage that somebody selected. It never fails: where no rule speaks, it is a limit of use.
pub fn read_span(doc: &Document, span: Span) -> (Reading, Vec<Evidence>) {
    let rules = rules::rules();
    let page = Page::of_passage(doc, rules, span);
    let mut best: Option<(usize, Reading, Vec<Evidence>)> = None;
    for at in 0..page.sentences.len() {
        page.with(at, |context| {
            for one in matches(rules, context) {
                if best.as_ref().is_none_or(|(named, ..)| *named < one.named()) {
                    let (reading, why) = details::read(context, span, &one);
                    best = Some((one.named(), reading, why));
                }
            }
        });
    }
    if let Some((_, reading, why)) = best {
        return (reading, why);
    }
    let mut none = (details::empty(PromiseKind::UseLimit), Vec::new());
    if !page.sentences.is_empty() {
        page.with(0, |context| {
            let plain = Match {
                kind: PromiseKind::UseLimit,
                by: Vec::new(),
            };
            none = details::read(context, span, &plain);
        });
    }
    if none.1.is_empty() {
        let words: String = doc.at(span).chars().take(120).collect();
        none.1.push(Evidence {
            says: "was chosen by the reader; no rule knows this way of speaking".to_owned(),
            words,
        });
    }
    none
}

/// What one sentence was found to promise.
struct Match<'a> {
    kind: PromiseKind,
    /// The rules that say so and where, the one that names most words first.
    by: Vec<(&'a Pattern, Found)>,
}

impl Match<'_> {
    fn named(&self) -> usize {
        self.by.first().map_or(0, |(_, found)| found.named)
    }
}

impl Context<'_> {
    /// Whether a match begins before the sentence itself, in its lead.
    fn leans(&self, one: &Match) -> bool {
        one.by
            .iter()
            .all(|(_, found)| found.first < self.seen[0].own && found.last > 0)
    }
}

fn matches<'a>(rules: &'a Rules, context: &Context) -> Vec<Match<'a>> {
    let mut all: Vec<Match> = Vec::new();
    if context.asks {
        return all;
    }
    for pattern in &rules.patterns {
        let found = context.seen.iter().enumerate().find_map(|(n, seen)| {
            let found = pattern.search.found(seen)?;
            // What question and answer say together stands nowhere as such.
            Some(if n == 0 { found } else { found.nowhere() })
        });
        let Some(found) = found else { continue };
        match all.iter_mut().find(|one| one.kind == pattern.kind) {
            Some(one) => one.by.push((pattern, found)),
            None => all.push(Match {
                kind: pattern.kind,
                by: vec![(pattern, found)],
            }),
        }
    }
    if all.is_empty() {
        return all;
    }
    for veto in &rules.vetoes {
        if context
            .seen
            .iter()
            .any(|seen| veto.search.found(seen).is_some())
        {
            all.retain(|one| {
                veto.spares.contains(&one.kind)
                    || (!veto.silences.is_empty() && !veto.silences.contains(&one.kind))
            });
        }
    }
    let kinds: Vec<PromiseKind> = all.iter().map(|one| one.kind).collect();
    for one in &mut all {
        one.by.retain(|(pattern, _)| {
            !pattern
                .yields_to
                .iter()
                .any(|kind| *kind != pattern.kind && kinds.contains(kind))
        });
        one.by.sort_by_key(|(_, found)| usize::MAX - found.named);
    }
    all.retain(|one| !one.by.is_empty());
    all
}

/// The passage of each match: the sentence, or the clauses where no two of them touch.
fn spans(context: &Context, matches: &[Match]) -> Vec<Span> {
    let whole = context.span;
    if matches.len() < 2 {
        return vec![whole; matches.len()];
    }
    let clauses: Vec<Span> = matches
        .iter()
        .map(|one| {
            one.by
                .first()
                .map_or(whole, |(_, found)| context.clause(*found))
        })
        .collect();
    clauses
        .iter()
        .enumerate()
        .map(|(n, clause)| {
            let alone = clauses
                .iter()
                .enumerate()
                .all(|(m, other)| m == n || !other.overlaps(*clause));
            if alone { *clause } else { whole }
        })
        .collect()
}
