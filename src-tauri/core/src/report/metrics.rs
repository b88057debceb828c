//! The request metrics of 11 CCR 7102, ready to publish.

use super::names::Book;
use super::rules::{Publish, rules};
use super::{Asked, Built, facts, span};
use crate::api::wire::{CitedText, Refusal};
use crate::desk::Desk;
use crate::register::rules::Source;
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
    let days = rules.days.cited();
    let mut tables = vec![metrics(&of, &kinds, &rules.law, alone, &days)];
    if asked.reasons {
        let says = rules.reasoned.cited();
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
        notes: vec![who_publishes(asked, &rules.publish)],
        tables,
        pictures: Vec::new(),
    })
}

/// Who has to publish it, and by when.
fn who_publishes(asked: &Asked, publish: &Publish) -> CitedText {
    let by = publish
        .by(asked.last.year())
        .map_or_else(String::new, |day| long_in(day, true));
    CitedText {
        text: publish
            .text
            .replace("{consumers}", &grouped(publish.consumers as f64))
            .replace("{by}", &by),
        cite: publish.source.cite.clone(),
    }
}

/// What Settings say of who publishes it, and what a publisher of figures of everybody does besides.
pub fn advice(desk: &Desk, asked: &Asked) -> Result<Vec<CitedText>, Refusal> {
    let rules = &rules()?.metrics;
    let (publish, whom) = (&rules.publish, &rules.everybody);
    let cited = |text: String, source: &Source| CitedText {
        text,
        cite: source.cite.clone(),
    };
    let mut advice = Vec::new();
    if !span::is_calendar_year(asked.first, asked.last) {
        advice.push(cited(publish.officer.year.clone(), &publish.source));
    }
    let people = desk.profile.about.people.get(&rules.residence).copied();
    let said = match people {
        Some(people) if people >= publish.consumers => &publish.officer.must,
        Some(_) => &publish.officer.voluntary,
        None => &publish.officer.unsaid,
    };
    let people = grouped(people.unwrap_or_default() as f64);
    advice.push(cited(said.replace("{people}", &people), &publish.source));
    if !asked.californians {
        advice.push(cited(whom.officer.clone(), &whom.source));
    }
    Ok(advice)
}
