//! What a promise says beside its kind: whom it speaks to, which rights it opens, how, when, and what it excepts.

use super::Match;
use super::numbers;
use super::pattern::{Found, Seen};
use super::prepared::Context;
use super::rules::Rule;
use super::ways;
use crate::policy::document::{Document, Span};
use crate::policy::reading::{Condition, Evidence, Except, Proposal, Reading, WayOf};
use crate::policy::sentences::headings_over;
use crate::words::{Audience, Polarity, PromiseKind, Requirement, Right, Way};

/// Evidence quotes at most so many characters.
const QUOTED: usize = 160;

/// A reading that says nothing but its kind.
pub(super) fn empty(kind: PromiseKind) -> Reading {
    Reading {
        kind,
        audiences: vec![Audience::Everyone],
        rights: Vec::new(),
        polarity: Polarity::Does,
        ways: Vec::new(),
        conditions: Vec::new(),
        time_limit: None,
        frequency: None,
        exceptions: Vec::new(),
        acts: Vec::new(),
        data: Vec::new(),
        age: None,
    }
}

/// Reads one match.
pub(super) fn read(context: &Context, span: Span, one: &Match) -> (Reading, Vec<Evidence>) {
    let rules = context.page.rules;
    let text = context.page.doc.at(span);
    let mut reading = empty(one.kind);
    let mut why = Vec::new();
    for (pattern, found) in one.by.iter().take(2) {
        why.push(Evidence {
            says: pattern.says.clone(),
            words: quoted(context, *found, text),
        });
    }
    audiences(context, one, &mut reading, &mut why);
    for (pattern, _) in &one.by {
        add_all(&mut reading.rights, &pattern.rights);
    }
    for rule in applying(&rules.rights, one.kind) {
        if found_in(context, rule).is_some() {
            add(&mut reading.rights, rule.gives);
        }
    }
    reading.rights.sort();
    if let Some(polarity) = one.by.iter().find_map(|(pattern, _)| pattern.polarity) {
        reading.polarity = polarity;
    }
    for rule in applying(&rules.exceptions, one.kind) {
        if let Some(found) = found_in(context, rule)
            && !reading.exceptions.iter().any(|e| e.what == rule.gives)
        {
            reading.exceptions.push(Except {
                what: rule.gives,
                words: to_clause_end(context, found),
            });
        }
    }
    for rule in applying(&rules.acts, one.kind) {
        if found_in(context, rule).is_some() {
            add(&mut reading.acts, rule.gives);
        }
    }
    for rule in applying(&rules.topics, one.kind) {
        if found_in(context, rule).is_some() {
            add(&mut reading.data, rule.gives);
        }
    }
    conditions(context, one.kind, text, &mut reading);
    reading.time_limit = numbers::time_limit(text);
    reading.frequency = numbers::frequency(text);
    if reading.frequency.is_some()
        && let (Some(limit), Some(often)) = (&reading.time_limit, &reading.frequency)
        && often.words.contains(limit.words.trim_start_matches("in "))
    {
        reading.time_limit = None;
    }
    reading.age = numbers::age(text);
    reading.ways = ways_of(context, text, one.kind);
    (reading, why)
}

fn applying<T>(rules: &[Rule<T>], kind: PromiseKind) -> impl Iterator<Item = &Rule<T>> {
    rules
        .iter()
        .filter(move |rule| rule.kinds.is_empty() || rule.kinds.contains(&kind))
}

fn found_in<T>(context: &Context, rule: &Rule<T>) -> Option<Found> {
    context.seen.iter().enumerate().find_map(|(n, seen)| {
        let found = rule.search.found(seen)?;
        Some(if n == 0 { found } else { found.nowhere() })
    })
}

fn add<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if !list.contains(&one) {
        list.push(one);
    }
}

fn add_all<T: PartialEq + Copy>(list: &mut Vec<T>, more: &[T]) {
    for one in more {
        add(list, *one);
    }
}

/// The words that show it, or the passage where they stand together nowhere.
fn quoted(context: &Context, found: Found, text: &str) -> String {
    let words = context.words(found.first, found.last);
    let words = if words.is_empty() { text } else { words };
    shortened(words)
}

fn shortened(words: &str) -> String {
    match words.char_indices().nth(QUOTED) {
        Some((at, _)) => format!("{}…", words[..at].trim_end()),
        None => words.to_owned(),
    }
}

/// From the first word found to the end of its clause.
fn to_clause_end(context: &Context, found: Found) -> String {
    let tokens = context.seen[0].tokens;
    let (Some(first), Some(last)) = (
        tokens.get(found.first),
        found.last.checked_sub(1).and_then(|at| tokens.get(at)),
    ) else {
        return String::new();
    };
    let text = &context.page.doc.text;
    let until = if context.span.end > last.span.end {
        context.span.end
    } else {
        last.span.end
    };
    let tail = text.get(last.span.end..until).unwrap_or_default();
    let end = last.span.end + tail.find([',', ';', '.', ':']).unwrap_or(tail.len());
    shortened(context.page.doc.at(Span {
        start: first.span.start,
        end,
    }))
}

/// Whom it speaks to: the sentence says it, or its section, or a heading, or the kind itself.
fn audiences(context: &Context, one: &Match, reading: &mut Reading, why: &mut Vec<Evidence>) {
    let rules = context.page.rules;
    let mut found: Vec<Audience> = Vec::new();
    if let Some((pattern, audience)) = one
        .by
        .iter()
        .find_map(|(pattern, _)| pattern.audience.map(|audience| (pattern, audience)))
        && !why.is_empty()
    {
        let _ = pattern;
        found.push(audience);
    }
    if found.is_empty() {
        for rule in applying(&rules.audiences, one.kind) {
            if let Some(place) = found_in(context, rule) {
                if !found.contains(&rule.gives) {
                    why.push(Evidence {
                        says: speaks_to(rule.gives),
                        words: quoted(context, place, context.page.doc.at(context.span)),
                    });
                }
                add(&mut found, rule.gives);
            }
        }
    }
    if found.is_empty() {
        // The innermost heading that names somebody decides.
        for (span, seen) in context.headings.iter().rev() {
            let named: Vec<Audience> = named_by(&rules.headings, seen, one.kind);
            if !named.is_empty() {
                why.push(Evidence {
                    says: format!("stands under a heading that {}", speaks_to(named[0])),
                    words: shortened(context.page.doc.at(*span)),
                });
                found = named;
                break;
            }
        }
    }
    if found.is_empty()
        && let Some((audience, span)) = context.section.declared
    {
        why.push(Evidence {
            says: format!("its section {}", speaks_to(audience)),
            words: shortened(context.page.doc.at(span)),
        });
        found.push(audience);
    }
    if found.is_empty()
        && let Some((audience, span)) = context.section.law
        && rights_kind(one.kind)
    {
        why.push(Evidence {
            says: "its section speaks as the law of Europe does".to_owned(),
            words: shortened(context.page.doc.at(span)),
        });
        found.push(audience);
    }
    if !found.is_empty() {
        found.sort();
        reading.audiences = found;
    }
}

fn named_by(rules: &[Rule<Audience>], seen: &Seen, kind: PromiseKind) -> Vec<Audience> {
    let mut named = Vec::new();
    for rule in applying(rules, kind) {
        if rule.search.found(seen).is_some() {
            add(&mut named, rule.gives);
        }
    }
    named
}

fn speaks_to(audience: Audience) -> String {
    match audience {
        Audience::Everyone => "speaks to everyone",
        Audience::Children => "speaks of children",
        Audience::Californians => "speaks to people in California",
        Audience::Europeans => "speaks to people in Europe",
        Audience::Texans => "speaks to people in Texas",
        Audience::OtherRegion => "speaks to people of a named place",
    }
    .to_owned()
}

/// Kinds that the law of a place opens; a section's law says nothing about a newsletter.
fn rights_kind(kind: PromiseKind) -> bool {
    use PromiseKind as K;
    matches!(
        kind,
        K::Access
            | K::Edit
            | K::Delete
            | K::Restrict
            | K::Object
            | K::WithdrawConsent
            | K::Complain
            | K::IdentityCheck
            | K::ResponseTime
            | K::Contact
    )
}

fn conditions(context: &Context, kind: PromiseKind, text: &str, reading: &mut Reading) {
    let rules = context.page.rules;
    for rule in applying(&rules.requirements, kind) {
        let Some(found) = found_in(context, rule) else {
            continue;
        };
        let words = if rule.gives == Requirement::Label {
            // A label without its words cannot be compared with anything.
            match in_quotes(text) {
                Some(words) => words.to_owned(),
                None => continue,
            }
        } else {
            context.words(found.tail, found.last).to_owned()
        };
        let known = reading
            .conditions
            .iter()
            .any(|condition| condition.requires == Some(rule.gives));
        if !known {
            reading.conditions.push(Condition {
                requires: Some(rule.gives),
                words,
            });
        }
    }
    for rule in applying(&rules.conditions, kind) {
        if let Some(found) = found_in(context, rule) {
            let words = to_clause_end(context, found);
            let known = reading.conditions.iter().any(|c| c.words == words);
            if !words.is_empty() && !known {
                reading.conditions.push(Condition {
                    requires: None,
                    words,
                });
            }
        }
    }
}

/// The words between quotation marks.
fn in_quotes(text: &str) -> Option<&str> {
    let (at, open) = text
        .char_indices()
        .find(|(_, c)| matches!(c, '“' | '"' | '‘' | '«'))?;
    let inner = &text[at + open.len_utf8()..];
    let close = match open {
        '“' => '”',
        '‘' => '’',
        '«' => '»',
        _ => '"',
    };
    let end = inner.find(close)?;
    let words = inner[..end].trim().trim_end_matches([',', '.']);
    (!words.is_empty() && words.len() < 120).then_some(words)
}

fn ways_of(context: &Context, text: &str, kind: PromiseKind) -> Vec<WayOf> {
    let page = context.page;
    let mut all = ways::named(text);
    let mut plain: Vec<Way> = Vec::new();
    for rule in applying(&page.rules.ways, kind) {
        if found_in(context, rule).is_some() {
            add(&mut plain, rule.gives);
        }
    }
    let sentence = &page.sentences[context.at];
    // “by:” and the list behind it; also a list whose first item lost its mark.
    for next in page.sentences.iter().skip(context.at + 1).take(8) {
        let led = next.lead == Some(sentence.span)
            || (next.first && page.doc.at(next.span).to_lowercase().starts_with("by "));
        if !led || next.block == sentence.block {
            break;
        }
        let item = page.doc.at(next.span);
        for way in ways::named(item) {
            add(&mut all, way);
        }
        let at = page.sentences.partition_point(|s| s.span < next.span);
        page.with(at, |context| {
            for rule in applying(&page.rules.ways, kind) {
                if found_in(context, rule).is_some() {
                    add(&mut plain, rule.gives);
                }
            }
        });
    }
    let low = text.to_lowercase();
    if all.is_empty() || low.ends_with(':') {
        let points = [
            "below",
            "end of this",
            "contact us section",
            "contact information",
            "contact details",
            "following address",
            "following mailing",
            "set forth",
            "how to contact",
        ];
        if low.ends_with(':') {
            for way in page.contacts.right_behind(sentence.block) {
                add(&mut all, way);
            }
        } else if points.iter().any(|point| low.contains(point)) {
            all.extend(page.contacts.pointed(sentence.block));
        }
    } else if low.contains("following mailing") || low.contains("following address") {
        for way in page.contacts.pointed(sentence.block) {
            if way.way == Way::Post {
                add(&mut all, way);
            }
        }
    }
    for way in plain {
        if !all.iter().any(|known| known.way == way) {
            all.push(WayOf {
                way,
                value: String::new(),
            });
        }
    }
    all
}

/// “To request this information, write to …” opens the right that was spoken of right before.
pub(super) fn inherit(doc: &Document, all: &mut [Proposal]) {
    const POINTS: &[&str] = &[
        "this information",
        "such information",
        "this list",
        "such a list",
        "such list",
        "such a request",
        "such request",
        "this request",
        "this disclosure",
        "this right",
        "these requests",
    ];
    for at in 1..all.len() {
        if all[at].reading.kind != PromiseKind::Contact || !all[at].reading.rights.is_empty() {
            continue;
        }
        let low = doc.at(all[at].span).to_lowercase();
        if !POINTS.iter().any(|point| low.contains(point)) {
            continue;
        }
        let here = headings_over(doc, all[at].span.start);
        let before = all[..at]
            .iter()
            .rev()
            .take(3)
            .find(|other| !other.reading.rights.is_empty())
            .filter(|other| headings_over(doc, other.span.start) == here);
        if let Some(rights) = before.map(|other| other.reading.rights.clone()) {
            let inherited: Vec<Right> = rights;
            all[at].reading.rights = inherited;
        }
    }
}
