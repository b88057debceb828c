//! The request metrics: requests under one law by the kinds its regulator asks about.

use super::parts::{Column, Parts, count, measures, text};
use super::{Of, rule};
use crate::api::wire::CitedText;
use crate::summary::fact::Fact;
use crate::summary::report::{Count, Line, Table, Thing, Value};
use crate::words::{BehindKind, Outcome, Right};

/// One kind of request the regulator asks about.
#[derive(Debug, Clone)]
pub struct Kind {
    pub id: String,
    pub name: String,
    /// The rights that count as it.
    pub rights: Vec<Right>,
    /// Its days are published too.
    pub days: bool,
    pub cite: String,
}

/// One reason of denial, with the grounds of the law that come under it.
#[derive(Debug, Clone)]
pub struct Reason {
    pub id: &'static str,
    pub name: String,
    pub grounds: Vec<String>,
}

/// A request of one kind: what it asks for in two ways is one request.
struct Asked<'k> {
    kind: &'k Kind,
    fact: Fact,
}

impl Asked<'_> {
    fn thing(&self) -> Thing {
        Thing {
            kind: BehindKind::Request,
            id: self.fact.request,
            text: self.kind.name.clone(),
        }
    }
}

/// The requests by kind, in the order of the kinds; facts come request by request.
fn asked<'k>(of: &Of, kinds: &'k [Kind], law: &str, californians: bool) -> Vec<Vec<Asked<'k>>> {
    let law = of.facts.laws.iter().position(|known| known == law);
    kinds
        .iter()
        .map(|kind| {
            let mut all: Vec<Asked> = Vec::new();
            for fact in of.facts.lines.iter().filter(|fact| {
                Some(usize::from(fact.law)) == law
                    && kind.rights.contains(&fact.right)
                    && (fact.californian || !californians)
            }) {
                match all.last_mut() {
                    Some(last) if last.fact.request == fact.request => {
                        last.fact = both(last.fact, *fact);
                    }
                    _ => all.push(Asked { kind, fact: *fact }),
                }
            }
            all
        })
        .collect()
}

/// Two rights of one kind in one request, as one: open while one is, answered when the last is.
fn both(a: Fact, b: Fact) -> Fact {
    use Outcome::{Granted, GrantedInPart, Refused, Withdrawn};
    let (outcome, settled) = match (a.became(), b.became()) {
        (None, _) | (_, None) => (None, None),
        (Some(Withdrawn), Some(Withdrawn)) => (Some(Withdrawn), a.settled.max(b.settled)),
        (Some(Withdrawn), _) => (b.outcome, b.settled),
        (_, Some(Withdrawn)) => (a.outcome, a.settled),
        (Some(Granted), Some(Granted)) => (Some(Granted), a.settled.max(b.settled)),
        (Some(Refused), Some(Refused)) => (Some(Refused), a.settled.max(b.settled)),
        _ => (Some(GrantedInPart), a.settled.max(b.settled)),
    };
    Fact {
        outcome,
        settled,
        ground: a.ground.or(b.ground),
        extended: a.extended || b.extended,
        timed: a.timed || b.timed,
        late: a.late || b.late,
        ..a
    }
}

/// What was received, complied with and denied, kind by kind; `days` says what the days are.
pub fn metrics(of: &Of, kinds: &[Kind], law: &str, californians: bool, days: &CitedText) -> Table {
    const TABLE: &str = "metrics";
    let mut total = Parts::new(of.trace, TABLE, "total");
    let mut lines: Vec<Line> = kinds
        .iter()
        .zip(asked(of, kinds, law, californians))
        .map(|(kind, requests)| {
            let mut parts = Parts::new(of.trace, TABLE, &kind.id);
            for one in &requests {
                let thing = || one.thing();
                parts.hit(&one.fact, &thing);
                total.hit(&one.fact, &thing);
            }
            line(kind.id.clone(), kind.name.clone(), parts, kind.days, false)
        })
        .collect();
    lines.push(line("total".into(), "All kinds".into(), total, false, true));
    let mut columns: Vec<Column> = vec![text("kind", "Requests")];
    columns.extend(
        [
            ("received", "Received"),
            ("complied", "Complied with in whole or in part"),
            ("in-full", "In whole"),
            ("in-part", "In part"),
            ("refused", "Denied"),
            ("withdrawn", "Withdrawn"),
            ("open", "Open"),
        ]
        .map(|(id, name)| count(id, name)),
    );
    columns.extend(measures());
    let mut counting: Vec<CitedText> = kinds
        .iter()
        .map(|kind| CitedText {
            text: format!("{}.", kind.name),
            cite: kind.cite.clone(),
        })
        .collect();
    counting.push(days.clone());
    counting.extend(rules());
    Table {
        id: TABLE,
        title: "Requests received, complied with and denied".into(),
        columns,
        lines,
        empty: String::new(),
        counting,
    }
}

fn line(id: String, name: String, parts: Parts, days: bool, total: bool) -> Line {
    let measure = |value: Option<f64>| Value::Days(value.filter(|_| days));
    let (median, mean) = (parts.days.median(), parts.days.mean());
    let mut cells = vec![Value::Text(name)];
    cells.extend(
        [
            parts.received,
            parts.complied,
            parts.in_full,
            parts.in_part,
            parts.refused,
            parts.withdrawn,
            parts.open,
        ]
        .map(Value::Count),
    );
    cells.extend([measure(median), measure(mean)]);
    Line { id, cells, total }
}

fn rules() -> [CitedText; 7] {
    [
        "The day of receipt, as a civil day in the desk’s time zone, decides whether a request belongs to the span.",
        "A request counts once in each kind, however many rights of that kind it invokes; asking for several kinds, it counts in each. A duplicate is a request of its own.",
        "In part means that something was given or done and something denied on a ground of the law.",
        "What the person withdrew is counted apart and has no days.",
        "Open is what the person has no answer to yet; a decision that has not left the house, and one whose letter came back, are open.",
        "Days run from the day of receipt to the day the answer left the house; with several rights of one kind, the last answer counts.",
        "An extension that was taken moves the last day; the days are counted in full all the same.",
    ]
    .map(rule)
}

/// Why requests were denied, kind by kind; a denial in part is one.
pub fn reasons(
    of: &Of,
    kinds: &[Kind],
    reasons: &[Reason],
    law: &str,
    californians: bool,
    says: &CitedText,
) -> Table {
    const TABLE: &str = "reasons";
    let counts = |row: &str| -> Vec<Count> {
        reasons
            .iter()
            .map(|reason| reason.id)
            .chain(["all"])
            .map(|column| of.trace.count(TABLE, row, column))
            .collect()
    };
    let line = |id: &str, name: &str, counts: Vec<Count>, total| Line {
        id: id.to_owned(),
        cells: std::iter::once(Value::Text(name.to_owned()))
            .chain(counts.into_iter().map(Value::Count))
            .collect(),
        total,
    };
    let mut total = counts("total");
    let mut lines = Vec::with_capacity(kinds.len() + 1);
    for (kind, requests) in kinds.iter().zip(asked(of, kinds, law, californians)) {
        let mut row = counts(&kind.id);
        for one in &requests {
            let denied = one.fact.became();
            if !matches!(denied, Some(Outcome::Refused | Outcome::GrantedInPart)) {
                continue;
            }
            let ground = one.fact.ground;
            let ground = ground.and_then(|g| of.facts.grounds.get(usize::from(g)));
            // The last reason is every other one.
            let at = reasons
                .iter()
                .position(|reason| ground.is_some_and(|(_, id)| reason.grounds.contains(id)))
                .unwrap_or(reasons.len().saturating_sub(1));
            for counts in [&mut row, &mut total] {
                for place in [at, reasons.len()] {
                    if let Some(count) = counts.get_mut(place) {
                        count.hit(|| one.thing());
                    }
                }
            }
        }
        lines.push(line(&kind.id, &kind.name, row, false));
    }
    lines.push(line("total", "All kinds", total, true));
    let mut columns = vec![text("kind", "Requests")];
    columns.extend(reasons.iter().map(|r| count(r.id, &r.name)));
    columns.push(count("all", "Denied in whole or in part"));
    Table {
        id: TABLE,
        title: "Why requests were denied".into(),
        columns,
        lines,
        empty: String::new(),
        counting: vec![
            says.clone(),
            rule(
                "A request that was denied in whole or in part counts once in each kind; where two rights of one kind were denied on two grounds, the first counts.",
            ),
        ],
    }
}
