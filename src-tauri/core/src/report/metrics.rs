//! The request metrics of 11 CCR 7102, ready to publish.

use super::names::Book;
use super::rules::{Metrics, rules};
use super::{Asked, Built, facts, span};
use crate::api::wire::{CitedText, Refusal};
use crate::desk::Desk;
use crate::summary::figures::{Names, Of, metrics, reasons};
use crate::summary::grouped;
use crate::summary::report::Trace;
use crate::time::{Now, long_in};
use chrono::Datelike;

/// Builds it.
pub fn build(desk: &Desk, asked: &Asked, trace: &Trace, _: Now) -> Result<Built, Refusal> {
    let rules = &rules()?.metrics;
    let facts = facts::received(desk, asked)?;
    let book = Book::of(desk, asked.last);
    let of = Of {
        facts: &facts,
        names: &Names {
            law: &|id| book.law(id),
            right: &|law, right| book.right(law, right),
            plain: &|right| book.plain(right),
            ground: &|law, id| book.ground(law, id),
        },
        trace,
        first: asked.first,
        last: asked.last,
        as_of: asked.as_of,
    };
    let kinds = rules.kinds(asked.last);
    let alone = asked.californians;
    let mut tables = vec![metrics(&of, &kinds, &rules.law, alone)];
    if asked.reasons {
        let says = CitedText {
            text: rules.reasoned.text.clone(),
            cite: rules.reasoned.source.cite.clone(),
        };
        let list = rules.reasons();
        tables.push(reasons(&of, &kinds, &list, &rules.law, alone, &says));
    }
    let short = book.law(&rules.law).1;
    let mut lead = vec![format!(
        "Requests under the {short} that {} received: {}.",
        desk.profile.organisation, asked.name
    )];
    let whom = &rules.everybody;
    lead.push(if alone { &whom.alone } else { &whom.all }.clone());
    Ok(Built {
        title: "Request metrics".into(),
        lead,
        notes: notes(desk, asked, rules),
        tables,
        pictures: Vec::new(),
    })
}

/// Who has to publish it, by when, and what Settings say of that.
fn notes(desk: &Desk, asked: &Asked, rules: &Metrics) -> Vec<CitedText> {
    let publish = &rules.publish;
    let cited = |text: String, cite: &str| CitedText {
        text,
        cite: cite.to_owned(),
    };
    let by = publish
        .by(asked.last.year())
        .map_or_else(String::new, |day| long_in(day, true));
    let mut notes = vec![cited(
        publish
            .text
            .replace("{consumers}", &grouped(publish.consumers as f64))
            .replace("{by}", &by),
        &publish.source.cite,
    )];
    if !span::is_calendar_year(asked.first, asked.last) {
        notes.push(cited(publish.year.clone(), &publish.source.cite));
    }
    let people = desk.profile.about.people.get(&rules.residence).copied();
    let said = match people {
        Some(people) if people >= publish.consumers => &publish.must,
        Some(_) => &publish.voluntary,
        None => &publish.unsaid,
    };
    notes.push(cited(
        said.replace("{people}", &grouped(people.unwrap_or_default() as f64)),
        &publish.source.cite,
    ));
    if !asked.californians {
        let whom = &rules.everybody;
        notes.push(cited(whom.note.clone(), &whom.source.cite));
    }
    notes
}
