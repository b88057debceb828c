//! A new version of the program can bring other rules. What they move is compared at unlocking and said once, in the log.
//!
//! The desk file keeps the fingerprints of the rules and the open dates as they were last shown.
//! That is a memo: no screen reads a date from it, and a desk that lost it only cannot say what moved.

use super::{App, Desk};
use crate::api::wire::{MovedDate, Nothing, Refusal, RulesChange, RulesChanged};
use crate::request::moved::{self, Facts, between, counted, dates_of, noted};
use crate::store::{self, Event};
use crate::time::Now;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// Fingerprint by source, and the version of the program that counted.
type Rules = BTreeMap<String, String>;

/// Where the dates were counted: not rules, but dates under another calendar cannot be compared.
const PLACE: &str = "place";
const PROGRAM: &str = "program";

fn rules_of(desk: &Desk) -> Rules {
    let mut rules = desk.library.fingerprints().clone();
    rules.insert(PROGRAM.into(), env!("CARGO_PKG_VERSION").into());
    let place = format!("{} {}", desk.profile.calendar, desk.profile.time_zone);
    rules.insert(PLACE.into(), place);
    rules
}

/// Which sources differ, by name.
#[derive(Default)]
struct Differences {
    changed: Vec<String>,
    added: Vec<String>,
    gone: Vec<String>,
}

fn differences(desk: &Desk, before: &Rules, now: &Rules) -> Differences {
    let mut found = Differences::default();
    let sources: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
    for source in sources {
        if [PLACE, PROGRAM].contains(&source.as_str()) {
            continue;
        }
        match (before.get(source), now.get(source)) {
            (Some(was), Some(is)) if was != is => found.changed.push(name(desk, source)),
            (None, Some(_)) => found.added.push(name(desk, source)),
            (Some(_), None) => found.gone.push(name(desk, source)),
            _ => {}
        }
    }
    found
}

fn name(desk: &Desk, source: &str) -> String {
    let (kind, id) = source.split_once(' ').unwrap_or(("", source));
    match kind {
        "law" => desk
            .library
            .law(id)
            .map_or_else(|_| id.to_owned(), |law| law.short.clone()),
        _ => {
            let name = desk.library.calendar(id).map_or(id, |c| c.name());
            format!("holidays of {name}")
        }
    }
}

/// Compares the dates of the board with those last shown, and notes them. Cheap when nothing differs.
pub(super) fn compare(desk: &mut Desk, now: Now) -> Result<(), Refusal> {
    let rules = rules_of(desk);
    let conn = desk.store.read();
    let known = store::shown::rules(conn)?;
    let shown = store::shown::open(conn)?;
    // A memo that cannot be read is no memo.
    let before: Option<Rules> = known.and_then(|text| serde_json::from_str(&text).ok());
    let same = before.as_ref() == Some(&rules);
    let comparable = before
        .as_ref()
        .filter(|before| !same && before.get(PLACE) == rules.get(PLACE));
    let mut moved: Vec<MovedDate> = Vec::new();
    let mut notes: Vec<(u32, u32, String)> = Vec::new();
    for memo in &shown {
        let current = memo.noted.as_ref().filter(|(seq, _)| *seq == memo.last);
        let Some(entry) = desk.board.entries.get(&memo.request) else {
            continue;
        };
        if same && current.is_some() {
            continue;
        }
        let dates = dates_of(entry);
        let fresh = noted(&dates);
        if current.is_some_and(|(_, text)| *text == fresh) {
            continue;
        }
        if let (Some(_), Some((_, text))) = (comparable, current) {
            let reference = &entry.row.reference;
            let was = moved::read(text);
            moved.extend(between(desk.library, memo.request, reference, &was, &dates));
        }
        notes.push((memo.request, memo.last, fresh));
    }
    let differ = comparable
        .map(|before| differences(desk, before, &rules))
        .unwrap_or_default();
    let told = [&differ.changed, &differ.added, &differ.gone]
        .iter()
        .any(|list| !list.is_empty())
        || !moved.is_empty();
    if same && notes.is_empty() {
        return Ok(());
    }
    let text = serde_json::to_string(&rules).map_err(|e| Refusal::broken(&e.to_string()))?;
    let note = |tx: &store::Transaction| {
        store::shown::note_rules(tx, &text)?;
        for (request, seq, dates) in &notes {
            store::shown::note(tx, *request, *seq, dates)?;
        }
        Ok(())
    };
    if !told {
        return desk.store.scratch(note);
    }
    let officer = desk.officer.id;
    desk.store.transact(officer, now, |tx, seq| {
        note(tx)?;
        let touched: BTreeSet<u32> = moved.iter().map(|moved| moved.request).collect();
        for request in touched {
            store::shown::link(tx, seq, request)?;
        }
        Ok(((), event(&differ, &moved)))
    })
}

fn event(differ: &Differences, moved: &[MovedDate]) -> Event {
    let summary = format!(
        "This version of the program brought other rules; {}.",
        counted(moved.len())
    );
    Event::desk("rules-changed", summary)
        .facts(json!({
            "program": env!("CARGO_PKG_VERSION"), "changed": differ.changed, "added": differ.added, "gone": differ.gone,
            "moved": moved,
        }))
        .detail("Changed", differ.changed.join(", "))
        .detail("New", differ.added.join(", "))
        .detail("No longer there", differ.gone.join(", "))
}

/// Notes the dates of every open request anew, after the organisation moved.
pub(super) fn note_all(desk: &mut Desk, now: Now) {
    // The place changed, so nothing is compared; and a memo that cannot be written is only a memo.
    let _ = compare(desk, now);
}

/// See the command table.
pub fn newest(app: &mut App, _: Nothing, _: Now) -> Result<RulesChanged, Refusal> {
    let desk = app.desk()?;
    let told = store::shown::newest_change(desk.store.read(), desk.officer.id)?;
    let change = told
        .map(|told| {
            let facts: Facts = serde_json::from_str(&told.facts).map_err(|e| {
                Refusal::broken(&format!("an entry of the log cannot be read ({e})"))
            })?;
            Ok::<_, Refusal>(RulesChange {
                seq: told.seq,
                at: told.at,
                changed: facts.changed,
                added: facts.added,
                gone: facts.gone,
                moved: moved::told(facts.moved),
            })
        })
        .transpose()?;
    Ok(RulesChanged { change })
}
