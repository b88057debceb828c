//! Everything the request page shows.

use super::case::{Case, Claim};
use super::standing::standing;
use super::{
    clock, deadlines, letters, moved, offers, particulars, picture, preview, same, which_laws,
};
use crate::api::wire::{
    ClaimLaw, ClaimView, Ground, LogDetail, LogEntry, Note, Refusal, RequestId, RequestView,
};
use crate::desk::{App, Desk};
use crate::law;
use crate::promise::{at_work, whole};
use crate::register;
use crate::store;
use crate::time::Now;
use serde::Deserialize;

/// See the command table.
pub fn show(app: &mut App, args: RequestId, now: Now) -> Result<RequestView, Refusal> {
    view(app.desk()?, args.id, now)
}

/// The page of one request; every step replies with it.
pub fn view(desk: &Desk, id: u32, now: Now) -> Result<RequestView, Refusal> {
    let conn = desk.store.read();
    let case = store::request::load(conn, id)?;
    let today = now.today(desk.zone);
    let clocks = clock::clocks(desk.here(), &case)?;
    let stands = standing(&case, &clocks, today);
    let rights: Vec<_> = case.claims.iter().map(|c| c.right).collect();
    let earlier = same::connected(desk, &case, &rights)?;
    Ok(RequestView {
        id,
        reference: case.reference.clone(),
        requester: case.requester.clone(),
        subject: case.subject.clone(),
        capacity: case.capacity,
        residence: case.residence.clone(),
        particulars: particulars::shown(&case),
        asks: particulars::asks(desk, &case),
        channel: case.channel,
        received_at: case.received_at.clone(),
        received_on: case.received_on.to_string(),
        words: case.words.clone(),
        open: case.open(),
        closed_on: case.closed_on.map(|d| d.to_string()),
        answered_on: case.answered_on().map(|d| d.to_string()),
        state: stands.state,
        next_step: stands.next_step.into(),
        claims: case
            .claims
            .iter()
            .map(|c| claim_view(desk, &case, c))
            .collect::<Result<_, _>>()?,
        deadlines: deadlines::explained(desk.here(), &case, &clocks, today)?,
        picture: picture::picture(&case, &clocks, today),
        steps: offers::offers(desk, &case, &clocks, today)?,
        files: store::file::of(conn, Some(id))?,
        letters: store::letter::of(conn, id)?,
        letter_draft: letters::in_hand(desk, &case, now)?,
        log: log(desk, id)?,
        notes: preview::notes(desk, &case)?,
        earlier,
        policy: at_work::of(desk, &case, today)?,
        contradictions: whole::shown_with(desk, &case, today)?,
        authority: register::authority::of(desk, &case)?,
        disclosed: register::disclosures::of_subject(desk, &case)?,
        registers: register::of_request::links(desk, &case)?,
        holds: store::retention::holds_of(conn, id)?,
        purged: store::retention::purged(conn, id)?,
        today: today.to_string(),
    })
}

fn claim_view(desk: &Desk, case: &Case, claim: &Claim) -> Result<ClaimView, Refusal> {
    let mut laws = Vec::new();
    let mut grounds = Vec::new();
    for id in &claim.laws {
        let law = desk.library.law(id)?;
        let rule = law.right(claim.right, case.received_on)?;
        laws.push(ClaimLaw {
            law: id.clone(),
            short: law.short.clone(),
            right_name: rule.name.clone(),
            cite: rule.cite.clone(),
        });
        let offered = law::refusal_grounds(law, claim.right, case.received_on)?;
        let appeal = offered.appeal.map(|a| Note {
            message: a.text,
            cite: a.cite,
        });
        for g in offered.grounds {
            grounds.push(Ground {
                caution: g.confidence.caution().map(str::to_owned),
                appeal: appeal.clone(),
                id: g.id,
                law: id.clone(),
                title: g.title,
                text: g.text,
                cite: g.cite,
            });
        }
    }
    let ground = claim.ground.as_ref().and_then(|(law, id)| {
        grounds
            .iter()
            .find(|g| g.law == *law && g.id == *id)
            .cloned()
    });
    Ok(ClaimView {
        id: claim.id,
        right: claim.right,
        right_name: super::board::right_name(desk, case, claim.right, claim.laws.first()),
        laws,
        outcome: claim.outcome,
        decided_on: claim.decided_on.map(|d| d.to_string()),
        ground,
        reasons: claim.reasons.clone(),
        kept: claim.kept.clone(),
        grounds,
        choices: which_laws::choices(desk, case, claim),
    })
}

/// The words of an event as they were written.
#[derive(Deserialize)]
struct Said {
    summary: String,
    details: Vec<(String, String)>,
}

fn log(desk: &Desk, id: u32) -> Result<Vec<LogEntry>, Refusal> {
    store::request::log(desk.store.read(), id)?
        .into_iter()
        .map(|entry| {
            let said = entry
                .text
                .as_deref()
                .map(serde_json::from_str::<Said>)
                .transpose()
                .map_err(|e| Refusal::broken(&e.to_string()))?;
            let (summary, mut details) = said.map_or_else(
                || {
                    (
                        "The words of this entry were removed; that it happened stays.".into(),
                        Vec::new(),
                    )
                },
                |s| (s.summary, s.details),
            );
            if entry.desk_facts.is_some() && entry.kind == "organisation-changed" {
                // What else was changed with it, such as the letterhead, is not this request's.
                details.retain(|(label, _)| label == "Calendar" || label == "Time zone");
            }
            let touched = entry.desk_facts.as_deref();
            let moved = touched
                .map(|facts| moved::details(facts, id))
                .unwrap_or_default();
            Ok(LogEntry {
                seq: entry.seq,
                at: entry.at,
                officer: entry.officer,
                kind: entry.kind,
                summary,
                details: details
                    .into_iter()
                    .map(|(label, value)| LogDetail { label, value })
                    .chain(moved)
                    .collect(),
                hash: entry.hash,
            })
        })
        .collect()
}
