//! What is due, what waits, and the requests behind it.

use super::board::{self, Entry};
use super::standing::SOON;
use crate::api::wire::{LawCount, Queue, QueueQuery, QueueRow, Refusal, RowState, Tiles};
use crate::desk::{App, Desk};
use crate::store;
use crate::time::Now;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// A page at most; the window asks for the next one as it scrolls.
const LONGEST_PAGE: u32 = 500;

/// A list stops here: whoever has more hits types another letter.
const MOST_HITS: u32 = 2_000;

/// Closed requests are derived one by one for each keystroke, so a search shows fewer of them.
const MOST_CLOSED_HITS: u32 = 150;

/// See the command table.
pub fn queue(app: &mut App, query: QueueQuery, now: Now) -> Result<Queue, Refusal> {
    let desk = app.desk()?;
    let today = now.today(desk.zone);
    if desk.board.day != Some(today) {
        desk.rebuild_board(now)?;
    }
    let mut rows = candidates(desk, &query, now)?;
    sort(&mut rows, &query.sort);
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let limit = if query.limit == 0 {
        LONGEST_PAGE
    } else {
        query.limit.min(LONGEST_PAGE)
    };
    let rows = rows
        .into_iter()
        .skip(query.offset as usize)
        .take(limit as usize)
        .map(Cow::into_owned)
        .collect();
    Ok(Queue {
        tiles: tiles(desk),
        total,
        in_register: store::request::count(desk.store.read())?,
        rows,
        laws: laws(desk),
        today: today.to_string(),
    })
}

/// The rows a filter and a search let through.
fn candidates<'d>(
    desk: &'d Desk,
    query: &QueueQuery,
    now: Now,
) -> Result<Vec<Cow<'d, QueueRow>>, Refusal> {
    let today = now.today(desk.zone);
    let open_only = !matches!(query.filter.as_str(), "closed" | "all");
    let keep = |entry: &Entry| {
        passes(&entry.row, &query.filter)
            && (query.law.is_empty() || entry.law_ids.iter().any(|l| *l == query.law))
            && query.right.is_none_or(|r| entry.rights.contains(&r))
    };
    let search = query.search.trim();
    if search.is_empty() && open_only {
        return Ok(desk
            .board
            .entries
            .values()
            .filter(|e| keep(e))
            .map(|e| Cow::Borrowed(&e.row))
            .collect());
    }
    let ids = if search.is_empty() {
        store::search::newest(desk.store.read(), query.filter == "closed", MOST_HITS)?
    } else {
        // The open ones first: work is never hidden behind what is done.
        let mut ids = Vec::new();
        if query.filter != "closed" {
            ids = store::search::find(desk.store.read(), search, true, MOST_HITS)?;
        }
        if !open_only {
            let closed = store::search::find(desk.store.read(), search, false, MOST_CLOSED_HITS)?;
            ids.extend(closed);
        }
        ids
    };
    let mut rows = Vec::new();
    for id in ids {
        if let Some(entry) = desk.board.entries.get(&id) {
            if keep(entry) {
                rows.push(Cow::Borrowed(&entry.row));
            }
        } else if !open_only {
            let entry = board::entry(desk, &store::request::load(desk.store.read(), id)?, today);
            if keep(&entry) {
                rows.push(Cow::Owned(entry.row));
            }
        }
    }
    Ok(rows)
}

fn passes(row: &QueueRow, filter: &str) -> bool {
    match filter {
        "overdue" => row.state == RowState::Overdue,
        "today" => row.days == Some(0),
        "week" => row.days.is_some_and(|d| (0..=SOON).contains(&d)),
        "waiting" => row.waiting_days.is_some(),
        "closed" => row.state == RowState::Closed,
        "all" => true,
        _ => row.state != RowState::Closed,
    }
}

/// What has no date comes last, whichever way round; equal rows stand in the order of their references.
fn sort(rows: &mut [Cow<QueueRow>], by: &str) {
    let (by, turned) = by.strip_prefix('-').map_or((by, false), |b| (b, true));
    let turn = |o: Ordering| if turned { o.reverse() } else { o };
    if by == "person" {
        // Folded once a row, not once a comparison.
        rows.sort_by_cached_key(|r| (r.person.to_lowercase(), r.reference.clone()));
        if turned {
            rows.reverse();
        }
        return;
    }
    rows.sort_by(|a, b| {
        let order = match by {
            "reference" => turn(a.reference.cmp(&b.reference)),
            "received" => turn(a.received_on.cmp(&b.received_on)),
            _ => match (&a.by, &b.by) {
                (Some(x), Some(y)) => turn(x.cmp(y)),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                // Closed ones: newest first.
                (None, None) => turn(b.reference.cmp(&a.reference)),
            },
        };
        order.then_with(|| a.reference.cmp(&b.reference))
    });
}

fn tiles(desk: &Desk) -> Tiles {
    let rows = || desk.board.entries.values().map(|e| &e.row);
    let count = |filter: &str| {
        u32::try_from(rows().filter(|r| passes(r, filter)).count()).unwrap_or(u32::MAX)
    };
    // Who is next, so that a tile says more than a number.
    let next = |filter: &str| {
        rows()
            .filter(|r| passes(r, filter))
            .min_by(|a, b| (&a.by, &a.reference).cmp(&(&b.by, &b.reference)))
            .map(|r| {
                let what = r
                    .rights
                    .first()
                    .map(|w| format!(", {}", w.to_lowercase()))
                    .unwrap_or_default();
                format!("{}{what}", r.person)
            })
    };
    Tiles {
        overdue: count("overdue"),
        today: count("today"),
        week: count("week"),
        waiting: count("waiting"),
        open: count("open"),
        overdue_next: next("overdue"),
        week_next: next("week"),
        waiting_next: next("waiting"),
        today_next: next("today"),
    }
}

fn laws(desk: &Desk) -> Vec<LawCount> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for law in desk.board.entries.values().flat_map(|e| &e.law_ids) {
        *counts.entry(law).or_default() += 1;
    }
    counts
        .into_iter()
        .filter_map(|(id, open)| {
            desk.library.law(id).ok().map(|law| LawCount {
                law: id.into(),
                short: law.short.clone(),
                open,
            })
        })
        .collect()
}
