//! Per law and right: what came in, what came of it, and on which grounds it was refused.

use super::parts::{Parts, columns, count, text};
use super::{DAYS, Of, of_claims, rule};
use crate::api::wire::CitedText;
use crate::summary::fact::Fact;
use crate::summary::report::{Line, Table, Value};
use crate::words::{Outcome, Right};
use std::collections::BTreeMap;

/// One row a law and right, and their sum.
pub fn rights(of: &Of) -> Table {
    let mut head = vec![text("law", "Law"), text("right", "Right")];
    head.extend(columns("In full", "In part", "Refused"));
    Table {
        id: "rights",
        title: "Requests by law and right".into(),
        columns: head,
        lines: grouped(of, "rights", |_| true),
        empty: "No request was received in this span.".into(),
        counting: timed(of_claims()),
    }
}

/// Complaints and appeals, and how they ended.
pub fn appeals(of: &Of) -> Table {
    let mut head = vec![text("law", "Law"), text("right", "Kind")];
    head.extend(columns("Upheld", "Upheld in part", "Rejected"));
    let mut counting = vec![rule(
        "They are counted among the requests by law and right too; here stands how they ended.",
    )];
    counting.extend(timed(of_claims()));
    Table {
        id: "appeals",
        title: "Complaints and appeals".into(),
        columns: head,
        lines: grouped(of, "appeals", Right::is_decided_with_reasons),
        empty: "No complaint and no appeal was received in this span.".into(),
        counting,
    }
}

fn timed(mut counting: Vec<CitedText>) -> Vec<CitedText> {
    counting.push(rule(
        "In time is what was answered by its last day, an extension in force counted. Late is what was answered after it, or is past it and not answered. Where a law sets no day, or only the house has set one, an answer counts as neither.",
    ));
    counting.push(CitedText {
        text: "A refusal has no more than the first period, since an extension does not move the day by which it is told.".into(),
        cite: "GDPR Art. 12(4)".into(),
    });
    counting.push(CitedText {
        text: "Where a law wants a thing carried out by a day, such as an opt-out, the day it was carried out counts, whenever the person was told. Whether something stopped at once, where a law wants that too, is said at the request and not here.".into(),
        cite: "11 CCR 7026(f), 7027(g)".into(),
    });
    counting.push(rule(
        "What was decided anew counts with its new answer. A letter that lies in the house is no answer yet.",
    ));
    counting.push(rule(
        "Extended is what had an extension of its law in force; it is counted in the other columns too.",
    ));
    counting.push(rule(DAYS));
    counting
}

/// The rights that pass, each law by its name.
fn grouped(of: &Of, table: &'static str, which: fn(Right) -> bool) -> Vec<Line> {
    let wide = Right::ALL.len();
    let mut groups: Vec<Option<Parts>> = vec![None; of.facts.laws.len() * wide];
    let mut total = Parts::new(of.trace, table, "total");
    for fact in of.facts.lines.iter().filter(|fact| which(fact.right)) {
        let thing = || of.thing(fact);
        let place = usize::from(fact.law) * wide + fact.right as usize;
        if let Some(group) = groups.get_mut(place) {
            group
                .get_or_insert_with(|| {
                    Parts::new(of.trace, table, &row(of.law(fact.law), fact.right))
                })
                .hit(fact, &thing);
        }
        total.hit(fact, &thing);
    }
    let mut rows: Vec<(String, Right, String, Parts)> = groups
        .into_iter()
        .enumerate()
        .filter_map(|(place, parts)| {
            let law = of.facts.laws.get(place / wide)?.clone();
            let right = *Right::ALL.get(place % wide)?;
            let short = (of.names.law)(&law).1;
            Some((short, right, law, parts?))
        })
        .collect();
    rows.sort_by(|a, b| (&a.0, &a.2, a.1).cmp(&(&b.0, &b.2, b.1)));
    let mut lines: Vec<Line> = rows
        .into_iter()
        .map(|(short, right, law, parts)| {
            let name = (of.names.right)(&law, right);
            parts.line(row(&law, right), vec![short, name], false)
        })
        .collect();
    if !lines.is_empty() {
        lines.push(total.line("total".into(), vec!["All laws".into(), String::new()], true));
    }
    lines
}

fn row(law: &str, right: Right) -> String {
    format!("{law}-{right}")
}

/// Refusals by ground, whole ones and those in part.
pub fn grounds(of: &Of) -> Table {
    const TABLE: &str = "grounds";
    let counts = |row: &str| ["refused", "in-part", "all"].map(|c| of.trace.count(TABLE, row, c));
    let mut groups: BTreeMap<(u16, Option<u16>), [_; 3]> = BTreeMap::new();
    let mut total = counts("total");
    for fact in &of.facts.lines {
        let at = match fact.became() {
            Some(Outcome::Refused) => 0,
            Some(Outcome::GrantedInPart) => 1,
            _ => continue,
        };
        let thing = || of.thing(fact);
        let group = groups
            .entry((fact.law, fact.ground))
            .or_insert_with(|| counts(&ground_row(of, fact)));
        for counts in [group, &mut total] {
            counts[at].hit(thing);
            counts[2].hit(thing);
        }
    }
    let mut rows: Vec<(String, String, String, [_; 3])> = groups
        .into_iter()
        .map(|((place, ground), counts)| {
            let law = of.law(place);
            let name = match ground.and_then(|g| of.facts.grounds.get(usize::from(g))) {
                Some((law, id)) => (of.names.ground)(law, id),
                None => "No ground of this law: with reasons only, or on a ground of another law"
                    .to_owned(),
            };
            let id = row_of(of, law, ground);
            ((of.names.law)(law).1, id, name, counts)
        })
        .collect();
    rows.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    let line = |id: String, names: [String; 2], counts: [_; 3], total| {
        let mut cells = names.map(Value::Text).to_vec();
        cells.extend(counts.map(Value::Count));
        Line { id, cells, total }
    };
    let mut lines: Vec<Line> = rows
        .into_iter()
        .map(|(short, id, name, counts)| line(id, [short, name], counts, false))
        .collect();
    if !lines.is_empty() {
        let names = ["All laws".to_owned(), String::new()];
        lines.push(line("total".into(), names, total, true));
    }
    Table {
        id: TABLE,
        title: "Refusals by ground".into(),
        columns: vec![
            text("law", "Law"),
            text("ground", "Ground"),
            count("refused", "Refused"),
            count("in-part", "Refused in part"),
            count("all", "Together"),
        ],
        lines,
        empty: "Nothing was refused in this span.".into(),
        counting: vec![
            rule("Refusals that the person knows of; the day of receipt decides the span."),
            rule(
                "A request counts once for each right under each law. The ground counts for the law that gives it; complaints and appeals are decided with reasons and have none.",
            ),
        ],
    }
}

fn ground_row(of: &Of, fact: &Fact) -> String {
    row_of(of, of.law(fact.law), fact.ground)
}

fn row_of(of: &Of, law: &str, ground: Option<u16>) -> String {
    let ground = ground.and_then(|g| of.facts.grounds.get(usize::from(g)));
    format!("{law}-{}", ground.map_or("none", |(_, id)| id))
}
