//! Per law and right: what came in, what came of it, how long it took; and the same figures as they are drawn.

use super::names::Book;
use super::rules::rules;
use super::{Asked, Built, facts};
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::summary::figures::{Names, Of, age, appeals, days, grounds, months, rights};
use crate::summary::report::Trace;
use crate::time::Now;

/// Builds it.
pub fn build(desk: &Desk, asked: &Asked, trace: &Trace, _: Now) -> Result<Built, Refusal> {
    let classes = &rules()?.classes;
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
    let says = classes.says();
    let tables = vec![
        rights(&of),
        grounds(&of),
        appeals(&of),
        months(&of),
        days(&of, &classes.upper, &says),
        age(&of, &classes.upper, &says),
    ];
    Ok(Built {
        title: "Requests and their answers".into(),
        lead: vec![format!(
            "What people asked {} for, by law and right, what came of it, and how long it took: {}.",
            desk.profile.organisation, asked.name
        )],
        notes: Vec::new(),
        tables,
        pictures: Vec::new(),
    })
}
