//! The versions of the policy: which there are, one to read, and what is known of it.

use super::book::Book;
use super::held::Held;
use super::{notice, review, whole};
use crate::api::wire::{
    FileBytes, Nothing, PolicyAbout, PolicyChange, PolicyId, PolicyList, PolicyVersion, PolicyView,
    PolicyWithdraw, PromiseProgress, PromiseState, Refusal,
};
use crate::desk::{App, Desk};
use crate::request::moved;
use crate::store::{self, Event, policy::Version};
use crate::time::{self, Now, short};
use crate::words::PolicyFormat;
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::NaiveDate;
use serde_json::json;

/// See the command table.
pub fn list(app: &mut App, _: Nothing, now: Now) -> Result<PolicyList, Refusal> {
    let desk = app.desk()?;
    let today = now.today(desk.zone);
    Ok(PolicyList {
        versions: desk
            .policy
            .versions
            .iter()
            .rev()
            .map(|version| shown(&desk.policy, version, today))
            .collect(),
        contradictions: whole::open(desk, now)?,
        today: today.to_string(),
    })
}

/// One version as lists show it. How many suggestions wait is counted from the text where it is at hand.
fn shown(book: &Book, version: &Version, today: NaiveDate) -> PolicyVersion {
    PolicyVersion {
        id: version.id,
        about: version.about(),
        standing: book.standing(version, today),
        ends: book.ends(version).map(|d| d.to_string()),
        format: version.format,
        file_name: version.file_name.clone(),
        size: version.size,
        sha256: version.sha256.clone(),
        added_at: version.added_at.clone(),
        added_by: version.added_by.clone(),
        progress: progress(book, version),
    }
}

/// How far the review of a version is.
pub fn progress(book: &Book, version: &Version) -> PromiseProgress {
    let size = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let count = |state| size(book.of(version.id).filter(|one| one.state == state).count());
    let found = book.of(version.id).filter(|one| !one.own).count();
    let suggested = match book.at_hand(version.id) {
        Some(held) => size(review::waiting(book, version.id, held).count()),
        None => version.suggested.saturating_sub(size(found)),
    };
    let mut spans: Vec<(u32, u32)> = book
        .promises(version.id)
        .map(|one| (one.start, one.end))
        .collect();
    spans.sort_unstable();
    let (mut covered, mut reached) = (0, 0);
    for (start, end) in spans {
        covered += end.saturating_sub(start.max(reached));
        reached = reached.max(end);
    }
    PromiseProgress {
        suggested,
        accepted: count(PromiseState::Accepted),
        rejected: count(PromiseState::Rejected),
        covered,
        characters: version.characters,
    }
}

/// See the command table.
pub fn show(app: &mut App, args: PolicyId, now: Now) -> Result<PolicyView, Refusal> {
    let desk = app.desk()?;
    let today = now.today(desk.zone);
    let held = hold(desk, args.id)?;
    let book = &desk.policy;
    let version = book.version(args.id)?;
    Ok(PolicyView {
        version: shown(book, version, today),
        blocks: held.blocks(),
        cleaned: held.cleaned.clone(),
        promises: review::rows(book, args.id, &held),
        notice: notice::owed(book, version),
        contradictions: whole::of_policy(desk, args.id, now)?,
    })
}

/// The text of a version, read when it is first asked for.
pub fn hold(desk: &mut Desk, id: u32) -> Result<std::sync::Arc<Held>, Refusal> {
    desk.policy.version(id)?;
    desk.policy.held(desk.store.read(), id)
}

/// See the command table.
pub fn original(app: &mut App, args: PolicyId, _: Now) -> Result<FileBytes, Refusal> {
    let desk = app.desk()?;
    let version = desk.policy.version(args.id)?;
    let bytes = store::policy::bytes(desk.store.read(), args.id)?;
    let (ending, media_type) = match version.format {
        PolicyFormat::Text => ("txt", "text/plain"),
        PolicyFormat::Markdown => ("md", "text/markdown"),
        PolicyFormat::Html => ("html", "text/html"),
        PolicyFormat::Pdf => ("pdf", "application/pdf"),
        PolicyFormat::Docx => (
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    };
    let name = if version.file_name.is_empty() {
        format!("Policy of {}.{ending}", version.from)
    } else {
        version.file_name.clone()
    };
    Ok(FileBytes {
        name,
        media_type: media_type.into(),
        base64: STANDARD.encode(bytes),
    })
}

/// See the command table. Requests stay under the version in force on their receipt: other days may move their promised dates.
pub fn change(app: &mut App, args: PolicyChange, now: Now) -> Result<PolicyView, Refusal> {
    let desk = app.desk()?;
    let before = desk.policy.version(args.id)?.clone();
    let mut version = read_about(&args.about, before.clone())?;
    version.withdrawn = before.withdrawn.clone();
    if version.about() == before.about() {
        return show(app, PolicyId { id: args.id }, now);
    }
    if args.reason.trim().is_empty() {
        return Err(Refusal::field(
            "reason",
            "Write why it is changed; the log keeps both.",
        ));
    }
    let was_is = [
        ("Title", &before.title, &version.title),
        ("Source", &before.source, &version.source),
        ("Published by", &before.publisher, &version.publisher),
    ];
    let mut event = Event::desk(
        "policy-changed",
        format!(
            "What is known of the policy of {} was changed.",
            short(before.from)
        ),
    )
    .facts(json!({ "policy": version.id, "from": version.from, "until": version.until }))
    .detail("Why", args.reason.trim());
    for (label, was, is) in was_is {
        if was != is {
            event = event.detail(label, format!("{was} → {is}"));
        }
    }
    if (before.from, before.until) != (version.from, version.until) {
        event = event.detail(
            "In force",
            format!("{} → {}", span(&before), span(&version)),
        );
    }
    keep(desk, &version, event, now)?;
    show(app, PolicyId { id: args.id }, now)
}

fn span(version: &Version) -> String {
    match version.until {
        Some(until) => format!("{} to {}", short(version.from), short(until)),
        None => format!("from {}", short(version.from)),
    }
}

/// See the command table.
pub fn withdraw(app: &mut App, args: PolicyWithdraw, now: Now) -> Result<PolicyList, Refusal> {
    let desk = app.desk()?;
    let mut version = desk.policy.version(args.id)?.clone();
    if !version.withdrawn.is_empty() {
        return Err(Refusal::not_now("This version is withdrawn already."));
    }
    let reason = args.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::field(
            "reason",
            "Write why it should never have counted; the log keeps it.",
        ));
    }
    version.withdrawn = reason.clone();
    let event = Event::desk(
        "policy-withdrawn",
        format!(
            "The policy of {} was taken out of force.",
            short(version.from)
        ),
    )
    .facts(json!({ "policy": version.id }))
    .detail("Why", reason);
    keep(desk, &version, event, now)?;
    list(app, Nothing {}, now)
}

fn keep(desk: &mut Desk, version: &Version, event: Event, now: Now) -> Result<(), Refusal> {
    moving(desk, event, now, |tx, _| store::policy::change(tx, version))
}

/// Changes the book in one transaction; open dates that move with it are named in the event and in the logs of their requests.
pub fn moving<T>(
    desk: &mut Desk,
    event: Event,
    now: Now,
    change: impl FnOnce(&store::Transaction, u32) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let officer = desk.officer.clone();
    let open = store::request::load_open(desk.store.read())?;
    let before: Vec<moved::Dates> = open
        .iter()
        .map(|case| moved::open_dates(desk.here(), case))
        .collect();
    let (library, home) = (desk.library, desk.profile.calendar.clone());
    let closing = desk.closing.clone();
    let mut fresh = Book::default();
    let out = desk.store.transact(officer.id, now, |tx, seq| {
        let out = change(tx, seq)?;
        fresh = Book::load(tx)?;
        let place = crate::request::clock::Place {
            library,
            home: &home,
            closing: &closing,
            policy: &fresh,
        };
        let mut all = Vec::new();
        for (case, before) in open.iter().zip(&before) {
            let after = moved::open_dates(place, case);
            all.extend(moved::between(
                library,
                case.id,
                &case.reference,
                before,
                &after,
            ));
        }
        let mut event = event;
        if !all.is_empty() {
            let touched: std::collections::BTreeSet<u32> =
                all.iter().map(|moved| moved.request).collect();
            for request in touched {
                store::shown::link(tx, seq, request)?;
            }
            event = event.detail("Dates", moved::counted(all.len()));
            event.facts["moved"] = json!(all);
        }
        Ok((out, event))
    })?;
    desk.policy.reload(desk.store.read())?;
    desk.rebuild_board(now)?;
    Ok(out)
}

/// Reads what the officer says of a version into it.
pub fn read_about(about: &PolicyAbout, version: Version) -> Result<Version, Refusal> {
    let clean = |text: &str| -> String {
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ")
    };
    let title = clean(&about.title);
    if title.is_empty() {
        return Err(Refusal::field(
            "title",
            "Write a title; lists and letters name the version by it.",
        ));
    }
    for (field, text) in [
        ("title", &title),
        ("source", &about.source),
        ("publisher", &about.publisher),
    ] {
        if text.chars().count() > LONGEST {
            return Err(Refusal::field(
                field,
                format!("That is too long; {LONGEST} characters are the most."),
            ));
        }
    }
    let day = |field: &str, text: &str| {
        time::day(text.trim()).ok_or_else(|| {
            Refusal::field(
                field,
                format!("“{text}” is no day that exists. Write it as 2026-03-01."),
            )
        })
    };
    let from = day("from", &about.from)?;
    let until = match about.until.trim() {
        "" => None,
        text => Some(day("until", text)?),
    };
    if until.is_some_and(|until| until < from) {
        return Err(Refusal::field(
            "until",
            "The last day lies before the first. Turn them round.",
        ));
    }
    Ok(Version {
        title,
        from,
        until,
        source: clean(&about.source),
        publisher: clean(&about.publisher),
        ..version
    })
}

/// Longest title, address or name.
const LONGEST: usize = 500;
