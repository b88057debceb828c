//! The few shapes a rule is made of: words in an order, near each other, and what must not stand beside them.

use super::lexicon::{Family, Hits, Lexicon};
use super::tokens::Token;
use crate::words::{Audience, Polarity, PromiseKind, Right};
use serde::Deserialize;

/// How a rule says what it looks for. One of `find` must be there, all of `also`, none of `unless`.
///
/// A sequence is families `<name>` and words in their order. Between two of them may stand nothing but fillers
/// (“also”, “currently”), or up to four words (`~`), up to twelve (`~~`), or anything (`...`).
/// A leading `^` wants the first word of the sentence.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sought {
    pub find: Vec<String>,
    #[serde(default)]
    pub also: Vec<String>,
    #[serde(default)]
    pub unless: Vec<String>,
    /// One of these must stand in a heading, a lead or a label over the sentence.
    #[serde(default)]
    pub under: Vec<String>,
    #[serde(default)]
    pub unless_under: Vec<String>,
    /// The sentence must say it without the lead of its list.
    #[serde(default)]
    pub alone: bool,
}

/// One way in which policies make one kind of promise.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenPattern {
    pub kind: PromiseKind,
    /// The reason the officer reads.
    pub says: String,
    pub find: Vec<String>,
    #[serde(default)]
    pub also: Vec<String>,
    #[serde(default)]
    pub unless: Vec<String>,
    #[serde(default)]
    pub under: Vec<String>,
    #[serde(default)]
    pub unless_under: Vec<String>,
    #[serde(default)]
    pub alone: bool,
    #[serde(default)]
    pub polarity: Option<Polarity>,
    #[serde(default)]
    pub rights: Vec<Right>,
    #[serde(default)]
    pub audience: Option<Audience>,
    /// The sentence belongs to these kinds alone where it carries one of them too.
    #[serde(default)]
    pub yields_to: Vec<PromiseKind>,
    /// Sentences it must find, and some it must not. `# ` begins a heading, `- ` an item of a list.
    #[cfg_attr(not(test), allow(dead_code))]
    pub examples: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code))]
    #[serde(default)]
    pub counter_examples: Vec<String>,
}

/// What a rule looks for, ready to be matched.
#[derive(Debug, Default)]
pub(super) struct Search {
    find: Vec<Sequence>,
    also: Vec<Sequence>,
    unless: Vec<Sequence>,
    under: Vec<Sequence>,
    unless_under: Vec<Sequence>,
    alone: bool,
}

#[derive(Debug)]
struct Sequence {
    from_start: bool,
    /// How many words may stand before the element, and the element.
    elements: Vec<(u32, Family)>,
}

/// Where a rule was found: first token and the one behind the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub first: usize,
    pub last: usize,
    /// The first token of the last element.
    pub tail: usize,
    /// How many words of the sentence the rule names.
    pub named: usize,
}

impl Found {
    /// The same, without a place.
    pub(super) fn nowhere(self) -> Self {
        Self {
            first: 0,
            last: 0,
            tail: 0,
            ..self
        }
    }
}

/// A sentence as rules see it.
pub(super) struct Seen<'a> {
    pub tokens: &'a [Token],
    pub hits: &'a Hits,
    /// The first token of the sentence itself, behind those of its lead and label.
    pub own: usize,
    /// Headings, lead and label.
    pub over: &'a [&'a Seen<'a>],
}

/// Where a place ends in tokens and in rank, where the whole began, how many words it names, where its last element begins.
type State = (u32, u32, u32, u32, u32);

const ANYTHING: u32 = u32::MAX;

impl Search {
    pub(super) fn read(lexicon: &mut Lexicon, sought: &Sought) -> Result<Self, String> {
        let mut all = |texts: &[String]| {
            texts
                .iter()
                .map(|text| Sequence::read(lexicon, text))
                .collect::<Result<Vec<_>, _>>()
        };
        if sought.find.is_empty() {
            return Err("a rule without anything to find".to_owned());
        }
        Ok(Self {
            find: all(&sought.find)?,
            also: all(&sought.also)?,
            unless: all(&sought.unless)?,
            under: all(&sought.under)?,
            unless_under: all(&sought.unless_under)?,
            alone: sought.alone,
        })
    }

    /// The best place in the sentence, if the rule holds there.
    pub(super) fn found(&self, seen: &Seen) -> Option<Found> {
        let found = self
            .find
            .iter()
            .filter_map(|sequence| sequence.found(seen, seen.own))
            .filter(|found| !self.alone || found.first >= seen.own)
            .max_by_key(|found| {
                let own = found.first >= seen.own;
                (own, found.named, usize::MAX - found.first)
            })?;
        let somewhere = |sequence: &Sequence| sequence.found(seen, 0).is_some();
        // What the lead says cannot spoil what the sentence says alone.
        let from = if found.first >= seen.own { seen.own } else { 0 };
        let spoils = |sequence: &Sequence| sequence.found(seen, from).is_some();
        let over = |sequence: &Sequence| {
            seen.over
                .iter()
                .any(|heading| sequence.found(heading, 0).is_some())
        };
        let holds = self.also.iter().all(somewhere)
            && !self.unless.iter().any(spoils)
            && (self.under.is_empty() || self.under.iter().any(over))
            && !self.unless_under.iter().any(over);
        holds.then_some(found)
    }
}

impl Sequence {
    fn read(lexicon: &mut Lexicon, text: &str) -> Result<Self, String> {
        let mut gap = ANYTHING;
        let mut from_start = false;
        let mut elements = Vec::new();
        for part in text.split_whitespace() {
            match part {
                "^" => from_start = true,
                "~" => gap = 4,
                "~~" => gap = 12,
                "..." => gap = ANYTHING,
                _ => {
                    let family = lexicon
                        .family(part)
                        .map_err(|error| format!("“{text}”: {error}"))?;
                    elements.push((gap, family));
                    gap = 0;
                }
            }
        }
        if elements.is_empty() {
            return Err(format!("“{text}” names no word"));
        }
        Ok(Self {
            from_start,
            elements,
        })
    }

    /// The first place where the elements stand in their order and the last of them lies behind `own`.
    fn found(&self, seen: &Seen, own: usize) -> Option<Found> {
        if !self
            .elements
            .iter()
            .all(|(_, family)| seen.hits.has(*family))
        {
            return None;
        }
        let rank = |token: usize| seen.tokens.get(token).map_or(u32::MAX, |t| t.rank);
        let mut states: Vec<State> = Vec::new();
        for (n, (gap, family)) in self.elements.iter().enumerate() {
            let last = n + 1 == self.elements.len();
            let mut next: Vec<State> = Vec::new();
            let mut at = 0;
            for (_, start, end) in seen.hits.of(*family) {
                if last && (*end as usize) <= own {
                    continue;
                }
                let behind = (*end as usize)
                    .checked_sub(1)
                    .map_or(0, |token| rank(token).saturating_add(1));
                if n == 0 {
                    if self.from_start && rank(*start as usize) > rank(seen.own) {
                        continue;
                    }
                    next.push((*end, behind, *start, end - start, *start));
                } else {
                    // The nearest state before this word is the one with the smallest gap.
                    while at < states.len() && states[at].0 <= *start {
                        at += 1;
                    }
                    let Some((_, from, begin, named, _)) = at.checked_sub(1).map(|at| states[at])
                    else {
                        continue;
                    };
                    if rank(*start as usize).saturating_sub(from) <= *gap {
                        next.push((*end, behind, begin, named + end - start, *start));
                    }
                }
                if last && !next.is_empty() {
                    break;
                }
            }
            if next.is_empty() {
                return None;
            }
            next.sort_unstable();
            states = next;
        }
        states.first().map(|(end, _, begin, named, tail)| Found {
            tail: *tail as usize,
            first: *begin as usize,
            last: *end as usize,
            named: *named as usize,
        })
    }
}
