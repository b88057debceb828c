//! Requests of a few kinds, and what became of each: granted, refused, taken back or open.

use super::Asked;
use super::grid::{Grid, columns, house};
use crate::api::wire::{CitedText, Refusal};
use crate::desk::Desk;
use crate::request::board::right_name;
use crate::request::case::Case;
use crate::request::deadlines::settled_on;
use crate::store;
use crate::summary::report::{Table, Thing, Trace};
use crate::words::{BehindKind, Outcome, Right};

/// The requests of the span that ask for one of these, in the order of the register.
pub fn asking(desk: &Desk, asked: &Asked, rights: &[Right]) -> Result<Vec<Case>, Refusal> {
    let conn = desk.store.read();
    let ids: Vec<&str> = rights.iter().map(|right| right.id()).collect();
    let found = store::request::asking(conn, &ids, asked.first, asked.last)?;
    store::request::load_these(conn, &found)
}

/// What their claims of these rights came to, in the order of the rights.
pub fn ends<'t>(
    desk: &Desk,
    trace: &'t Trace,
    table: &'static str,
    cases: &[Case],
    rights: &[Right],
) -> Grid<'t> {
    let mut grid = Grid::new(
        trace,
        table,
        &[
            "received",
            "granted",
            "in-part",
            "refused",
            "withdrawn",
            "open",
        ],
    );
    for right in rights {
        for case in cases {
            for claim in case.claims.iter().filter(|claim| claim.right == *right) {
                let name = right_name(desk, case, *right, claim.laws.first());
                let row = grid.named(right.id(), &[&name]);
                let became = match settled_on(case, claim).and(claim.outcome) {
                    Some(Outcome::Granted) => "granted",
                    Some(Outcome::GrantedInPart) => "in-part",
                    Some(Outcome::Refused) => "refused",
                    Some(Outcome::Withdrawn) => "withdrawn",
                    None => "open",
                };
                for column in ["received", became] {
                    grid.hit(row, column, || Thing {
                        kind: BehindKind::Request,
                        id: case.id,
                        text: name.clone(),
                    });
                }
            }
        }
    }
    grid
}

/// They as a table; `more` are rules of counting of their own.
pub fn table(
    grid: Grid,
    id: &'static str,
    title: &str,
    empty: &str,
    more: Vec<CitedText>,
) -> Table {
    let mut counting = vec![house(
        "The day of receipt decides. A claim counts once, under however many laws; it is open until the answer has left the house.",
    )];
    counting.extend(more);
    let counts = [
        ("received", "Received"),
        ("granted", "Granted"),
        ("in-part", "Granted in part"),
        ("refused", "Refused"),
        ("withdrawn", "Withdrawn"),
        ("open", "Open"),
    ];
    Table {
        id,
        title: title.to_owned(),
        columns: columns(&[("right", "Right")], &counts),
        lines: grid.lines_and_total(&counts.map(|(column, _)| column)),
        empty: empty.to_owned(),
        counting,
    }
}
