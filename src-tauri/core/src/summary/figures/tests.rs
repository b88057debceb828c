//! Whatever facts come in: parts add up to wholes, rows to totals, and the list behind a figure is as long as it says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::{
    Kind, Names, Of, Reason, age, appeals, days, grounds, metrics, months, reasons, rights,
};
use crate::api::wire::CitedText;
use crate::summary::fact::{Fact, Facts};
use crate::summary::report::{Table, Trace, Value};
use crate::words::{Outcome, Right};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

const LAWS: [&str; 3] = ["eu-gdpr", "us-ca-ccpa", "uk-gdpr"];
const UPPER: [u32; 6] = [7, 15, 30, 45, 60, 90];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Every table of the figures, over the years 2024 and 2025.
fn tables(facts: &Facts, trace: &Trace) -> Vec<Table> {
    let of = Of {
        facts,
        names: &Names {
            law: &|id| {
                let id = LAWS.iter().find(|law| **law == id).unwrap();
                (id, id.to_uppercase())
            },
            right: &|law, right| format!("{right} of {law}"),
            plain: &|right| right.to_string(),
            ground: &|law, id| format!("{id} of {law}"),
        },
        trace,
        first: day("2024-01-01"),
        last: day("2025-12-31"),
        as_of: day("2026-06-30"),
    };
    let says = CitedText {
        text: "Classes.".into(),
        cite: String::new(),
    };
    let kinds = [
        kind("know", &[Right::Access, Right::Portability]),
        kind("delete", &[Right::Erasure]),
    ];
    let why = [
        Reason {
            id: "exempt",
            name: "Exempt".into(),
            grounds: vec!["rights-of-others".into()],
        },
        Reason {
            id: "other",
            name: "Other".into(),
            grounds: Vec::new(),
        },
    ];
    vec![
        rights(&of),
        grounds(&of),
        appeals(&of),
        months(&of),
        days(&of, &UPPER, &says),
        age(&of, &UPPER, &says),
        metrics(&of, &kinds, LAWS[1], false, &says),
        reasons(&of, &kinds, &why, LAWS[1], true, &says),
    ]
}

fn kind(id: &str, rights: &[Right]) -> Kind {
    Kind {
        id: id.into(),
        name: id.into(),
        rights: rights.to_vec(),
        days: true,
        cite: String::new(),
    }
}

/// A count in a table; 0 where there is no such row.
fn n(table: &Table, row: &str, column: &str) -> u32 {
    let at = table.columns.iter().position(|c| c.0 == column).unwrap();
    let line = table.lines.iter().find(|line| line.id == row);
    match line.map(|line| &line.cells[at]) {
        Some(Value::Count(count)) => count.n,
        None => 0,
        other => panic!("{column} of {row} is no count: {other:?}"),
    }
}

/// One request: days after 1 January 2024, in California or not, and its claims.
type Drawn = (u64, bool, Vec<(usize, usize, Option<usize>, i64, bool)>);

fn facts(requests: &[Drawn]) -> Facts {
    const RIGHTS: [Right; 5] = [
        Right::Access,
        Right::Portability,
        Right::Erasure,
        Right::Complaint,
        Right::Appeal,
    ];
    let mut lines = Vec::new();
    for (at, (after, californian, claims)) in requests.iter().enumerate() {
        let received = day("2024-01-01")
            .checked_add_days(Days::new(*after))
            .unwrap();
        for (claim, (law, right, outcome, took, flag)) in claims.iter().enumerate() {
            let outcome = outcome.map(|o| Outcome::ALL[o]);
            lines.push(Fact {
                request: u32::try_from(at + 1).unwrap(),
                claim: u32::try_from(at * 10 + claim).unwrap(),
                law: u16::try_from(*law).unwrap(),
                right: RIGHTS[*right],
                received,
                californian: *californian,
                outcome,
                // Below zero the answer has not left.
                settled: u64::try_from(*took)
                    .ok()
                    .and_then(|took| received.checked_add_days(Days::new(took))),
                ground: (outcome == Some(Outcome::Refused) && *flag).then_some(0),
                extended: *flag,
                timed: *took % 7 != 0,
                late: *took > 60 && *took % 7 != 0 && outcome != Some(Outcome::Withdrawn),
            });
        }
    }
    Facts {
        lines,
        laws: LAWS.map(str::to_owned).to_vec(),
        grounds: vec![("us-ca-ccpa".into(), "rights-of-others".into())],
    }
}

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let claim = (
        0..3usize,
        0..5usize,
        prop::option::of(0..4usize),
        -20..150i64,
        any::<bool>(),
    );
    let request = (0..731u64, any::<bool>(), prop::collection::vec(claim, 1..4));
    prop::collection::vec(request, 0..40)
}

proptest! {
    #[test]
    fn parts_add_up(drawn in drawn()) {
        let facts = facts(&drawn);
        for table in tables(&facts, &Trace::none()) {
            for line in &table.lines {
                prop_assert_eq!(line.cells.len(), table.columns.len());
            }
            // Rows add up to the total, column by column.
            for (at, (column, _, _)) in table.columns.iter().enumerate() {
                let Some(Value::Count(total)) = table.lines.last().map(|line| &line.cells[at]) else { continue };
                let sum: u32 = table.lines.iter().filter(|line| !line.total).map(|line| n(&table, &line.id, column)).sum();
                prop_assert_eq!(sum, total.n, "{} {}", table.id, column);
            }
            if !["rights", "appeals", "metrics"].contains(&table.id) {
                continue;
            }
            for line in &table.lines {
                let n = |column| n(&table, &line.id, column);
                let received = n("received");
                prop_assert_eq!(n("in-full") + n("in-part") + n("refused") + n("withdrawn") + n("open"), received);
                if table.id == "metrics" {
                    prop_assert_eq!(n("complied"), n("in-full") + n("in-part"));
                } else {
                    prop_assert!(n("in-time") + n("late") + n("withdrawn") <= received);
                    prop_assert!(n("extended") <= received);
                }
            }
        }
        let all = tables(&facts, &Trace::none());
        prop_assert_eq!(n(&all[0], "total", "received") as usize, facts.lines.len());
        let timely = |fact: &&Fact| fact.timed && !fact.late && fact.became().is_some_and(|o| o != Outcome::Withdrawn);
        prop_assert_eq!(n(&all[0], "total", "in-time") as usize, facts.lines.iter().filter(timely).count());
        prop_assert_eq!(n(&all[3], "total", "requests") as usize, drawn.len());
        prop_assert_eq!(n(&all[5], "total", "all"), n(&all[0], "total", "open"));
        prop_assert_eq!(n(&all[1], "total", "all"), n(&all[0], "total", "refused") + n(&all[0], "total", "in-part"));
        prop_assert_eq!(n(&all[4], "total", "all"), n(&all[0], "total", "in-full") + n(&all[1], "total", "all"));
        prop_assert!(n(&all[7], "total", "all") <= n(&all[6], "total", "refused") + n(&all[6], "total", "in-part"));
    }

    #[test]
    fn the_median_lies_between_the_fewest_and_the_most_days(drawn in drawn()) {
        let facts = facts(&drawn);
        let took: Vec<f64> = facts.lines.iter().filter_map(Fact::days).map(f64::from).collect();
        let table = &tables(&facts, &Trace::none())[0];
        let Some(total) = table.lines.last() else { return Ok(()) };
        for measure in &total.cells[total.cells.len() - 2..] {
            match measure {
                Value::Days(Some(days)) => {
                    let least = took.iter().copied().fold(f64::MAX, f64::min);
                    let most = took.iter().copied().fold(f64::MIN, f64::max);
                    prop_assert!(least <= *days && *days <= most, "{least} {days} {most}");
                }
                other => prop_assert!(took.is_empty(), "{other:?}"),
            }
        }
    }

    #[test]
    fn as_many_stand_behind_a_figure_as_it_says(drawn in drawn(), pick in any::<prop::sample::Index>()) {
        let facts = facts(&drawn);
        let counted: Vec<(&str, String, &str, u32)> = tables(&facts, &Trace::none())
            .iter()
            .flat_map(|table| table.lines.iter().flat_map(|line| {
                table.columns.iter().zip(&line.cells).filter_map(|(column, cell)| match cell {
                    Value::Count(count) => Some((table.id, line.id.clone(), column.0, count.n)),
                    _ => None,
                }).collect::<Vec<_>>()
            }).collect::<Vec<_>>())
            .collect();
        let (table, row, column, n) = pick.get(&counted);
        let behind: usize = tables(&facts, &Trace::of(table, row, column)).iter().map(|table| table.things().count()).sum();
        prop_assert_eq!(behind, *n as usize, "{} {} {}", table, row, column);
    }
}

#[test]
fn what_asks_to_know_in_two_ways_is_one_request() {
    // Access granted after 10 days and a copy refused after 20; then one of the two still open.
    let facts = facts(&[
        (
            0,
            true,
            vec![(1, 0, Some(0), 10, false), (1, 1, Some(2), 20, true)],
        ),
        (
            1,
            true,
            vec![(1, 0, Some(0), 10, false), (1, 1, None, -1, false)],
        ),
        (
            2,
            false,
            vec![(1, 0, Some(3), 5, false), (1, 1, Some(0), 8, false)],
        ),
    ]);
    let all = tables(&facts, &Trace::none());
    let figures = |column| n(&all[6], "know", column);
    assert_eq!(
        [
            "received",
            "complied",
            "in-full",
            "in-part",
            "refused",
            "withdrawn",
            "open"
        ]
        .map(figures),
        [3, 2, 1, 1, 0, 0, 1]
    );
    let know = &all[6].lines[0];
    assert_eq!(
        know.cells[8..],
        [Value::Days(Some(14.0)), Value::Days(Some(14.0))],
        "20 days until the last answer, and 8"
    );
    assert_eq!(
        n(&all[7], "know", "exempt"),
        1,
        "its ground is that of the copy"
    );
}

#[test]
fn a_long_span_shows_the_months_it_has_requests_in() {
    let facts = facts(&[
        (0, false, vec![(0, 0, None, -1, false)]),
        (59, false, vec![(0, 0, None, -1, false)]),
    ]);
    let names = Names {
        law: &|_| ("eu-gdpr", String::new()),
        right: &|_, _| String::new(),
        plain: &|right| right.to_string(),
        ground: &|_, _| String::new(),
    };
    let of = Of {
        facts: &facts,
        names: &names,
        trace: &Trace::none(),
        first: day("1900-01-01"),
        last: day("8999-12-31"),
        as_of: day("2026-06-30"),
    };
    let rows: Vec<String> = months(&of).lines.into_iter().map(|line| line.id).collect();
    assert_eq!(
        rows,
        ["2024-01", "2024-02", "total"],
        "29 February is in February"
    );
}
