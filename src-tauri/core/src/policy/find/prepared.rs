//! The sentences of a policy with their words numbered, and what stands over each.

use super::lexicon::Hits;
use super::names::Names;
use super::pattern::{Found, Seen};
use super::question;
use super::rules::Rules;
use super::tokens::{Token, tokenize};
use super::ways::Contacts;
use crate::policy::document::{BlockKind, Document, Span};
use crate::policy::sentences::{Sentence, headings_over, sentences};
use crate::words::Audience;

/// Words of a stretch and the families in them.
#[derive(Debug, Default)]
pub(super) struct Prepared {
    pub tokens: Vec<Token>,
    pub own: usize,
    pub hits: Hits,
}

impl Prepared {
    fn of(doc: &Document, rules: &Rules, names: &Names, before: &[Span], span: Span) -> Self {
        let mut tokens = Vec::new();
        for lead in before {
            tokenize(&rules.lexicon, doc, *lead, &mut tokens);
        }
        // Of a long lead its last words count: those say what the list is about.
        const LEAD: usize = 60;
        if tokens.len() > LEAD {
            tokens.drain(..tokens.len() - LEAD);
        }
        let own = tokens.len();
        tokenize(&rules.lexicon, doc, span, &mut tokens);
        Self::from_tokens(doc, rules, names, tokens, own)
    }

    pub(super) fn from_tokens(
        doc: &Document,
        rules: &Rules,
        names: &Names,
        tokens: Vec<Token>,
        own: usize,
    ) -> Self {
        let more = names.places(doc, rules, &tokens);
        let hits = rules.lexicon.hits(&tokens, &more);
        Self { tokens, own, hits }
    }

    pub(super) fn seen<'a>(&'a self, over: &'a [&'a Seen<'a>]) -> Seen<'a> {
        Seen {
            tokens: &self.tokens,
            hits: &self.hits,
            own: self.own,
            over,
        }
    }
}

/// A policy made ready for the rules.
pub(super) struct Page<'a> {
    pub doc: &'a Document,
    pub rules: &'a Rules,
    pub names: Names,
    pub sentences: Vec<Sentence>,
    prepared: Vec<Prepared>,
    /// Of each block, its words where it is a heading.
    headings: Vec<Option<Prepared>>,
    /// Of each sentence, the headings over it.
    over: Vec<Vec<usize>>,
    /// Of each sentence, whom its section says it speaks to.
    sections: Vec<Section>,
    pub contacts: Contacts,
}

/// What a section says about whom it speaks to.
#[derive(Debug, Default, Clone)]
pub(super) struct Section {
    /// “This section applies to residents of …”
    pub declared: Option<(Audience, Span)>,
    /// Words of one law somewhere in the section.
    pub law: Option<(Audience, Span)>,
}

/// One sentence with everything the rules may look at.
pub(super) struct Context<'a> {
    pub page: &'a Page<'a>,
    pub at: usize,
    pub span: Span,
    pub asks: bool,
    /// The sentence as it stands, and as an answer to the question over it.
    pub seen: Vec<Seen<'a>>,
    pub headings: Vec<(Span, &'a Seen<'a>)>,
    pub section: &'a Section,
}

impl<'a> Page<'a> {
    pub(super) fn of(doc: &'a Document, rules: &'a Rules) -> Self {
        Self::made(doc, rules, sentences(doc))
    }

    /// Only the sentences that a passage touches, each cut to the passage.
    pub(super) fn of_passage(doc: &'a Document, rules: &'a Rules, span: Span) -> Self {
        let mut kept: Vec<Sentence> = sentences(doc)
            .into_iter()
            .filter(|sentence| sentence.span.overlaps(span))
            .collect();
        for sentence in &mut kept {
            let cut = Span {
                start: sentence.span.start.max(span.start),
                end: sentence.span.end.min(span.end),
            };
            if !doc.at(cut).trim().is_empty() {
                sentence.span = cut;
            }
        }
        Self::made(doc, rules, kept)
    }

    fn made(doc: &'a Document, rules: &'a Rules, sentences: Vec<Sentence>) -> Self {
        let names = Names::of(doc);
        let headings: Vec<Option<Prepared>> = doc
            .blocks
            .iter()
            .map(|block| {
                (block.kind == BlockKind::Heading)
                    .then(|| Prepared::of(doc, rules, &names, &[], block.span))
            })
            .collect();
        let prepared = sentences
            .iter()
            .map(|sentence| {
                let lead = sentence.lead.filter(|lead| !doc.at(*lead).ends_with('?'));
                let before: Vec<Span> = lead.into_iter().chain(sentence.label).collect();
                Prepared::of(doc, rules, &names, &before, sentence.span)
            })
            .collect();
        let over = over(doc, &sentences);
        let mut page = Self {
            doc,
            rules,
            names,
            prepared,
            headings,
            over,
            sections: Vec::new(),
            contacts: Contacts::of(doc),
            sentences,
        };
        page.sections = page.sections_of();
        page
    }

    pub(super) fn with(&self, at: usize, mut act: impl FnMut(&Context)) {
        let sentence = &self.sentences[at];
        let names = &self.names;
        let (doc, rules) = (self.doc, self.rules);
        let alone =
            |span: Option<Span>| span.map(|span| Prepared::of(doc, rules, names, &[], span));
        let lead = alone(sentence.lead);
        let label = alone(sentence.label);
        let headings: Vec<(Span, Seen)> = self.over[at]
            .iter()
            .filter_map(|block| {
                let prepared = self.headings[*block].as_ref()?;
                Some((doc.blocks[*block].span, prepared.seen(&[])))
            })
            .collect();
        let others: Vec<Seen> = [&lead, &label]
            .into_iter()
            .flatten()
            .map(|prepared| prepared.seen(&[]))
            .collect();
        let over: Vec<&Seen> = headings
            .iter()
            .map(|(_, seen)| seen)
            .chain(&others)
            .collect();
        let answer = sentence
            .lead
            .and_then(|lead| question::answered(self, lead, &self.prepared[at], sentence.span));
        let mut seen = vec![self.prepared[at].seen(&over)];
        if let Some(answer) = &answer {
            seen.push(answer.seen(&over));
        }
        act(&Context {
            page: self,
            at,
            span: sentence.span,
            asks: sentence.asks,
            seen,
            headings: headings.iter().map(|(span, seen)| (*span, seen)).collect(),
            section: &self.sections[at],
        });
    }

    fn sections_of(&self) -> Vec<Section> {
        let mut all = vec![Section::default(); self.sentences.len()];
        let mut from = 0;
        for at in 0..=self.sentences.len() {
            let ends = at == self.sentences.len() || self.over[at].last() != self.over[from].last();
            if !ends {
                continue;
            }
            let mut declared = None;
            let mut law = None;
            for (one, section) in all.iter_mut().enumerate().take(at).skip(from) {
                let seen = self.prepared[one].seen(&[]);
                for rule in &self.rules.sections {
                    if rule.search.found(&seen).is_some() {
                        let span = self.sentences[one].span;
                        if rule.kinds.is_empty() {
                            declared = Some((rule.gives, span));
                        } else {
                            law = law.or(Some((rule.gives, span)));
                        }
                    }
                }
                section.declared = declared;
            }
            for section in &mut all[from..at] {
                section.law = law;
            }
            from = at;
            if at == self.sentences.len() {
                break;
            }
        }
        all
    }
}

/// The headings over each sentence, as numbers of blocks; one pass, because a long text has many of both.
fn over(doc: &Document, sentences: &[Sentence]) -> Vec<Vec<usize>> {
    let mut all = Vec::with_capacity(sentences.len());
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut next = 0;
    for sentence in sentences {
        while next <= sentence.block {
            let block = &doc.blocks[next];
            if block.kind == BlockKind::Heading {
                open.retain(|(level, _)| *level < block.level);
                open.push((block.level, next));
            }
            next += 1;
        }
        all.push(open.iter().map(|(_, at)| *at).collect());
    }
    debug_assert!(sentences.len() > 200 || agrees(doc, sentences, &all));
    all
}

fn agrees(doc: &Document, sentences: &[Sentence], all: &[Vec<usize>]) -> bool {
    sentences.iter().zip(all).all(|(sentence, over)| {
        let spans: Vec<Span> = over.iter().map(|at| doc.blocks[*at].span).collect();
        headings_over(doc, sentence.span.start) == spans
    })
}

impl Context<'_> {
    pub(super) fn words(&self, first: usize, last: usize) -> &str {
        let tokens = self.seen[0].tokens;
        let (Some(first), Some(last)) = (
            tokens.get(first),
            last.checked_sub(1).and_then(|at| tokens.get(at)),
        ) else {
            return "";
        };
        self.page.doc.at(Span {
            start: first.span.start,
            end: last.span.end,
        })
    }

    /// The clause around a place: from the last border before it to the next one behind it.
    pub(super) fn clause(&self, found: Found) -> Span {
        let seen = &self.seen[0];
        let doc = self.page.doc;
        let (Some(first), Some(last)) = (
            seen.tokens.get(found.first),
            found.last.checked_sub(1).and_then(|at| seen.tokens.get(at)),
        ) else {
            return self.span;
        };
        if first.span.start < self.span.start {
            return self.span;
        }
        let text = doc.at(self.span);
        let mut clause = self.span;
        for (at, mark) in text.char_indices() {
            if !matches!(mark, ',' | ';') {
                continue;
            }
            let place = self.span.start + at;
            let after = text[at + 1..].trim_start();
            if !turns(after) {
                continue;
            }
            let begin = self.span.end - after.len();
            if begin <= first.span.start {
                clause.start = begin;
            } else if place >= last.span.end {
                clause.end = place;
                break;
            }
        }
        if doc.at(clause).split(' ').count() < 4 {
            return self.span;
        }
        clause
    }
}

/// Whether a new clause begins here.
fn turns(after: &str) -> bool {
    const JOINS: &[&str] = &[
        "and", "but", "or", "however", "although", "nor", "so", "while",
    ];
    const SUBJECTS: &[&str] = &[
        "we", "you", "they", "it", "this", "our", "these", "users", "then",
    ];
    let mut words = after
        .split(' ')
        .map(|word| word.trim_matches(',').to_lowercase());
    let Some(first) = words.next() else {
        return false;
    };
    if SUBJECTS.contains(&first.as_str()) || matches!(first.as_str(), "however" | "although") {
        return true;
    }
    JOINS.contains(&first.as_str())
        && words.next().is_some_and(|word| {
            SUBJECTS.contains(&word.as_str())
                || matches!(word.as_str(), "will" | "may" | "can" | "to")
        })
}
