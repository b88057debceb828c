//! What is due, what waits, and the requests behind it.

use super::board::{self, Entry, Overview};
use super::same::plain;
use super::standing::SOON;
use crate::api::wire::{AlsoDue, LawCount, Queue, QueueQuery, QueueRow, Refusal, RowState, Tiles};
use crate::desk::{App, Desk};
use crate::register::due;
use crate::store;
use crate::store::search::{self, Order, Wanted};
use crate::time::Now;
use chrono::NaiveDate;
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

/// A page at most; the window asks for the next one as it scrolls.
const LONGEST_PAGE: u32 = 500;

/// See the command table.
pub fn queue(app: &mut App, query: QueueQuery, now: Now) -> Result<Queue, Refusal> {
    let desk = app.desk()?;
    let today = now.today(desk.zone);
    desk.board_of_today(now)?;
    let overview = match desk.board.overview.take() {
        Some(overview) => overview,
        None => overview(desk),
    };
    let shown = rows(desk, &query, &overview, today)?;
    let mut also = due::all(desk, now)?;
    let tiles = with_also(&overview.tiles, &also);
    let in_all = also.len();
    also.retain(|one| one.late || one.days <= due::AHEAD);
    let queue = Queue {
        tiles,
        total: shown.total,
        more: shown.more,
        in_register: desk.board.in_register,
        rows: shown.rows,
        laws: overview.laws.clone(),
        today: today.to_string(),
        also_later: size(in_all - also.len()),
        also,
    };
    desk.board.overview = Some(overview);
    Ok(queue)
}

/// The tiles with the dates of the registers beside the requests, by the same borders.
fn with_also(tiles: &Tiles, also: &[AlsoDue]) -> Tiles {
    let count = |wanted: fn(&&AlsoDue) -> bool| size(also.iter().filter(wanted).count());
    Tiles {
        also_overdue: count(|one| one.late),
        also_today: count(|one| !one.late && one.days == 0),
        also_week: count(|one| !one.late && (0..=SOON).contains(&one.days)),
        ..tiles.clone()
    }
}

/// One page of what matches.
struct Shown {
    total: u32,
    more: bool,
    rows: Vec<QueueRow>,
}

fn rows(
    desk: &Desk,
    query: &QueueQuery,
    overview: &Overview,
    today: NaiveDate,
) -> Result<Shown, Refusal> {
    let limit = match query.limit {
        0 => LONGEST_PAGE,
        asked => asked.min(LONGEST_PAGE),
    };
    let (sort, turned) = match query.sort.strip_prefix('-') {
        Some(sort) => (sort, true),
        None => (query.sort.as_str(), false),
    };
    let closed_only = query.filter == "closed";
    let wanted = |closed_only, order, turned| Wanted {
        typed: &query.search,
        closed_only,
        law: &query.law,
        right: query.right,
        order,
        turned,
    };
    let order = match sort {
        "reference" => Some(Order::Number),
        "person" => Some(Order::Person),
        "received" => Some(Order::Received),
        _ => None,
    };
    if let (true, Some(order)) = (closed_only || query.filter == "all", order) {
        let wanted = wanted(closed_only, order, turned);
        let found = search::page(desk.store.read(), &wanted, query.offset, limit)?;
        return Ok(Shown {
            total: found.total,
            more: found.more,
            rows: by_id(desk, &found.ids, today)?,
        });
    }
    let open = if closed_only {
        Vec::new()
    } else {
        open(desk, query, overview, sort, turned)
    };
    let here = size(open.len());
    let mut page: Vec<QueueRow> = open
        .into_iter()
        .skip(query.offset as usize)
        .take(limit as usize)
        .map(|e| e.row.clone())
        .collect();
    if !closed_only && query.filter != "all" {
        return Ok(Shown {
            total: here,
            more: false,
            rows: page,
        });
    }
    // Behind those that have a date come the closed ones, the newest first.
    let wanted = wanted(true, Order::Number, !turned);
    let closed = search::page(
        desk.store.read(),
        &wanted,
        query.offset.saturating_sub(here),
        limit - size(page.len()),
    )?;
    page.extend(by_id(desk, &closed.ids, today)?);
    Ok(Shown {
        total: here + closed.total,
        more: closed.more,
        rows: page,
    })
}

/// The open requests that a filter and a search let through, in order.
fn open<'d>(
    desk: &'d Desk,
    query: &QueueQuery,
    overview: &Overview,
    sort: &str,
    turned: bool,
) -> Vec<&'d Entry> {
    let typed = plain(&query.search);
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut all: Vec<&Entry> = overview
        .by_due
        .iter()
        .filter_map(|id| desk.board.entries.get(id))
        .filter(|e| {
            passes(&e.row, &query.filter)
                && (query.law.is_empty() || e.law_ids.contains(&query.law))
                && query.right.is_none_or(|r| e.rights.contains(&r))
                && words.iter().all(|w| e.said.contains(w))
        })
        .collect();
    let turn = |o: Ordering| if turned { o.reverse() } else { o };
    match sort {
        "reference" => all.sort_by(|a, b| turn(a.row.id.cmp(&b.row.id))),
        "person" => all.sort_by_cached_key(|e| plain(&e.row.person)),
        "received" => all.sort_by(|a, b| turn(a.row.received_on.cmp(&b.row.received_on))),
        // What has no date stays last, whichever way round.
        _ if turned => all.sort_by(|a, b| match (a.by, b.by) {
            (Some(a), Some(b)) => b.cmp(&a),
            (a, b) => b.is_some().cmp(&a.is_some()),
        }),
        _ => {}
    }
    if sort == "person" && turned {
        all.reverse();
    }
    all
}

/// Rows of the register: the open ones from the board, the closed ones read.
fn by_id(desk: &Desk, ids: &[u32], today: NaiveDate) -> Result<Vec<QueueRow>, Refusal> {
    let open = &desk.board.entries;
    let unread: Vec<u32> = ids
        .iter()
        .copied()
        .filter(|id| !open.contains_key(id))
        .collect();
    let mut read: HashMap<u32, QueueRow> = store::request::load_these(desk.store.read(), &unread)?
        .iter()
        .map(|case| (case.id, board::entry(desk, case, today).row))
        .collect();
    Ok(ids
        .iter()
        .filter_map(|id| {
            open.get(id)
                .map(|e| e.row.clone())
                .or_else(|| read.remove(id))
        })
        .collect())
}

fn passes(row: &QueueRow, filter: &str) -> bool {
    match filter {
        "overdue" => row.state == RowState::Overdue,
        "today" => row.days == Some(0),
        "week" => row.days.is_some_and(|d| (0..=SOON).contains(&d)),
        "waiting" => row.waiting_days.is_some(),
        _ => true,
    }
}

/// Everything that is the same for every look at the queue until something changes.
fn overview(desk: &Desk) -> Overview {
    let mut all: Vec<&Entry> = desk.board.entries.values().collect();
    all.sort_by(|a, b| {
        let by = match (a.by, b.by) {
            (Some(a), Some(b)) => a.cmp(&b),
            (a, b) => b.is_some().cmp(&a.is_some()),
        };
        by.then(a.row.id.cmp(&b.row.id))
    });
    Overview {
        tiles: tiles(&all),
        laws: laws(desk, &all),
        by_due: all.iter().map(|e| e.row.id).collect(),
    }
}

fn tiles(all: &[&Entry]) -> Tiles {
    let of = |filter: &'static str| {
        all.iter()
            .map(|e| &e.row)
            .filter(move |r| passes(r, filter))
    };
    let count = |filter| size(of(filter).count());
    // Who is next, so that a tile says more than a number.
    let next = |filter| {
        of(filter).next().map(|r| {
            let what = r.rights.first().map(|w| format!(", {}", w.to_lowercase()));
            format!("{}{}", r.person, what.unwrap_or_default())
        })
    };
    Tiles {
        overdue: count("overdue"),
        today: count("today"),
        week: count("week"),
        waiting: count("waiting"),
        open: size(all.len()),
        overdue_next: next("overdue"),
        week_next: next("week"),
        waiting_next: next("waiting"),
        today_next: next("today"),
        also_overdue: 0,
        also_today: 0,
        also_week: 0,
    }
}

fn laws(desk: &Desk, all: &[&Entry]) -> Vec<LawCount> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for law in all.iter().flat_map(|e| &e.law_ids) {
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

fn size(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
