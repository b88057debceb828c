//! What lies in the print room.

use super::{along, key};
use crate::api::wire::{MillimetreBox, PostRow, PrintRoom, PrintRoomIn, Refusal, WindowSeen};
use crate::desk::letterhead::{envelope, paper};
use crate::desk::{App, Desk};
use crate::letter;
use crate::register::incidents;
use crate::request::{letter_fields, letters};
use crate::store;
use crate::store::post::{Posting, Which};
use crate::time::Now;
use crate::words::PostState;
use std::collections::{BTreeSet, HashSet};

/// See the command table.
pub fn show(app: &mut App, args: PrintRoomIn, now: Now) -> Result<PrintRoom, Refusal> {
    room(app.desk()?, &args.tab, now)
}

/// The room with one tab open.
pub(super) fn room(desk: &mut Desk, tab: &str, now: Now) -> Result<PrintRoom, Refusal> {
    let rows = match (tab, PostState::from_id(tab)) {
        ("drafts", _) => drafts(desk, now)?,
        (_, Some(state)) => {
            let mut found = store::post::in_state(desk.store.read(), state)?;
            if state == PostState::Ready {
                in_order(&mut found);
            }
            let untold = if state == PostState::Returned {
                untold(desk, &found)?
            } else {
                HashSet::new()
            };
            let mut rows = found
                .iter()
                .map(|one| row(desk, one, &untold))
                .collect::<Result<Vec<_>, _>>()?;
            if state == PostState::Ready {
                // What leaves by mail carries its files itself.
                let (on_paper, letters): (Vec<usize>, Vec<Posting>) = (0..)
                    .zip(found)
                    .filter(|(_, one)| one.sent_by != "mail")
                    .unzip();
                for (at, along) in on_paper.into_iter().zip(along::shown(desk, &letters)?) {
                    if let Some(row) = rows.get_mut(at) {
                        row.along = along;
                    }
                }
            }
            rows
        }
        _ => {
            return Err(Refusal::input(
                "The print room has drafts, ready, posted and returned letters.",
            ));
        }
    };
    Ok(PrintRoom {
        counts: store::post::counts(desk.store.read())?,
        rows,
        today: now.today(desk.zone).to_string(),
    })
}

/// What a paper knife and a hand take together stands together: envelope, paper, then recipient.
pub(super) fn in_order(all: &mut [Posting]) {
    all.sort_by(|a, b| {
        let of = |p: &Posting| {
            (
                p.envelope.clone(),
                p.paper.clone(),
                p.person.name.to_lowercase(),
                p.person.email.to_lowercase(),
                p.id,
            )
        };
        of(a).cmp(&of(b))
    });
}

/// The letters of the registers that did not arrive and whose people are still to be told.
fn untold(desk: &Desk, returned: &[Posting]) -> Result<HashSet<u32>, Refusal> {
    let files: BTreeSet<u32> = returned.iter().filter_map(|one| one.file).collect();
    let mut all = HashSet::new();
    for file in files {
        all.extend(incidents::still_to_tell(desk.store.read(), file)?);
    }
    Ok(all)
}

fn row(desk: &Desk, one: &Posting, untold: &HashSet<u32>) -> Result<PostRow, Refusal> {
    let in_house = one.way.state == PostState::Ready && one.sent_by != "mail";
    Ok(PostRow {
        key: key(one.which),
        request: one.request,
        file: one.file,
        reference: one.reference.clone(),
        person: called(one),
        title: one.title.clone(),
        kind: one.kind,
        law_short: desk
            .library
            .law(&one.law)
            .map(|law| law.short.clone())
            .unwrap_or_default(),
        sent_by: one.sent_by.clone(),
        issued_on: one.issued_on.clone(),
        pages: one.pages,
        paper: one.paper.clone(),
        envelope: one.envelope.clone(),
        window: if in_house { seen(one)? } else { None },
        mail: !one.person.email.trim().is_empty(),
        way: Some(one.way.clone()),
        complete: true,
        recipient: one.recipient.clone(),
        untold: matches!(one.which, Which::Register(id) if untold.contains(&id)),
        along: Vec::new(),
    })
}

/// The name, or where there is none the mail address.
pub(super) fn called(one: &Posting) -> String {
    match one.person.name.trim() {
        "" => one.person.email.trim().to_owned(),
        name => name.to_owned(),
    }
}

/// How the window shows the address as it was printed; nothing for a letter issued before this was kept.
pub(super) fn seen(one: &Posting) -> Result<Option<WindowSeen>, Refusal> {
    let (Some(paper), Some(envelope)) = (read(&one.paper), read(&one.envelope)) else {
        return Ok(None);
    };
    Ok(Some(window(&one.recipient, paper, envelope)?))
}

fn read<T: serde::de::DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::from(word)).ok()
}

fn window(
    lines: &[String],
    paper: letter::Paper,
    envelope: letter::Envelope,
) -> Result<WindowSeen, Refusal> {
    Ok(window_seen(letter::window(lines, paper, envelope)?))
}

/// A window as it crosses the border.
pub fn window_seen(found: letter::WindowCheck) -> WindowSeen {
    let of = |it: letter::Place| MillimetreBox {
        left: it.left,
        top: it.top,
        right: it.right,
        bottom: it.bottom,
    };
    WindowSeen {
        fits: found.fits,
        why: found.why,
        address: of(found.address),
        visible: found.visible.map(of),
        source: found.source,
    }
}

/// The letters being written, as they would leave.
fn drafts(desk: &Desk, now: Now) -> Result<Vec<PostRow>, Refusal> {
    let mut rows = Vec::new();
    for id in store::post::drafts(desk.store.read())? {
        let case = store::request::load(desk.store.read(), id)?;
        let Some(kept) = store::draft::letter(desk.store.read(), id)? else {
            continue;
        };
        let Some(draft) = letters::in_hand(desk, &case, now)? else {
            continue;
        };
        let lines = letter_fields::recipient(&case, &kept);
        let (paper, envelope) = (paper(desk.profile.paper), envelope(desk.profile.envelope));
        rows.push(PostRow {
            key: format!("d{id}"),
            request: Some(id),
            file: None,
            reference: case.reference.clone(),
            person: lines.first().cloned().unwrap_or_default(),
            title: draft.title,
            kind: Some(draft.kind),
            law_short: desk.library.law(&draft.law)?.short.clone(),
            sent_by: String::new(),
            issued_on: String::new(),
            pages: 0,
            paper: letter_fields::word(&paper),
            envelope: letter_fields::word(&envelope),
            way: None,
            window: Some(window(&lines, paper, envelope)?),
            mail: kept.addressee.is_empty() && !case.requester.email.trim().is_empty(),
            complete: draft.ready,
            recipient: lines,
            untold: false,
            along: Vec::new(),
        });
    }
    Ok(rows)
}
