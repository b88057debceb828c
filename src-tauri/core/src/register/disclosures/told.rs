//! Recipients told of an erasure, a correction or a restriction (GDPR Art. 19), and who got data of the subject of a request.

use crate::api::wire::{
    DisclosedTo, HandlingList, HandlingQuery, HandlingTold, Refusal, RequestLink, ToldRow,
};
use crate::desk::{App, Desk};
use crate::request::case::Case;
use crate::request::same::keys;
use crate::store::{self, Event, handling::Told};
use crate::time::{self, Now, short};
use crate::words::{Act, ToldOf};
use serde_json::json;
use std::collections::HashMap;

/// Longest account of how; the sentence below says the same.
const LONGEST: usize = 2000;
/// So many disclosures of one person are shown with a request; whoever has more is looked up in the register.
const MOST_SHOWN: usize = 500;

/// See the command table.
pub fn told(app: &mut App, args: HandlingTold, now: Now) -> Result<HandlingList, Refusal> {
    let desk = app.desk()?;
    let mut ids = args.handlings.clone();
    ids.sort_unstable();
    ids.dedup();
    let found = store::handling::these(desk.store.read(), &ids)?;
    if ids.is_empty() || found.len() < ids.len() {
        return Err(Refusal::missing(
            "There is no such entry in the register. Choose the disclosures whose recipients were told.",
        ));
    }
    let how = args.how.trim().to_owned();
    let on = args.on.trim();
    let day = match on {
        "" => None,
        text => Some(time::day(text).ok_or_else(|| {
            Refusal::field("on", "That is no day that exists. Write it as 2026-03-31.")
        })?),
    };
    if day.is_some_and(|day| day > now.today(desk.zone)) {
        return Err(Refusal::field(
            "on",
            "That day has not come yet. Enter it when the recipient has been told.",
        ));
    }
    if day.is_none() && how.is_empty() {
        return Err(Refusal::field(
            "how",
            "Write why nobody could be told: that it was impossible, or out of all proportion (GDPR Art. 19).",
        ));
    }
    if how.chars().count() > LONGEST {
        return Err(Refusal::field(
            "how",
            "That is longer than the register can show; 2000 characters are the most.",
        ));
    }
    for one in &found {
        if !matches!(one.entry.act, Act::Disclose | Act::Sell) {
            return Err(Refusal::not_now(format!(
                "What was done on {} went to nobody: only those who got data are told.",
                short(one.day)
            )));
        }
        if !one.stands() {
            return Err(Refusal::not_now(format!(
                "The entry of {} was struck out or corrected. Choose the one that stands.",
                short(one.day)
            )));
        }
        if day.is_some_and(|day| day < one.day) {
            return Err(Refusal::field(
                "on",
                format!(
                    "{} got the data on {}, later than that day.",
                    one.entry.recipient,
                    short(one.day)
                ),
            ));
        }
    }
    if let Some(request) = args.request {
        store::request::load(desk.store.read(), request)?;
    }
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        for id in &ids {
            let row = Told {
                handling: *id,
                of: args.of.id().to_owned(),
                day: day.map(|day| day.to_string()),
                how: how.clone(),
                request: args.request,
                reference: String::new(),
                by: String::new(),
            };
            store::handling::tell(tx, &row, seq)?;
        }
        let what = match day {
            Some(_) => "Recipients of data were told.",
            None => "It was written down why recipients of data could not be told.",
        };
        let event = match args.request {
            Some(request) => Event::of(request, "recipients-told", what),
            None => Event::desk("recipients-told", what),
        };
        let mut names: Vec<&str> = found
            .iter()
            .map(|one| one.entry.recipient.as_str())
            .collect();
        names.sort_unstable();
        names.dedup();
        Ok((
            (),
            event
                .facts(json!({ "handlings": ids, "of": args.of, "on": day }))
                .detail("Of", of_words(args.of))
                .detail("Recipients", names.join("; "))
                .detail("On", day.map(short).unwrap_or_default())
                .detail("How", how),
        ))
    })?;
    super::list(app, HandlingQuery::default(), now)
}

fn of_words(of: ToldOf) -> &'static str {
    match of {
        ToldOf::Erasure => "An erasure",
        ToldOf::Rectification => "A correction",
        ToldOf::Restriction => "A restriction",
    }
}

/// What the recipients of these entries were told, by entry.
pub fn rows(desk: &Desk, ids: &[u32]) -> Result<HashMap<u32, Vec<ToldRow>>, Refusal> {
    let mut all: HashMap<u32, Vec<ToldRow>> = HashMap::new();
    for one in store::handling::told_of(desk.store.read(), ids)? {
        let of = ToldOf::from_id(&one.of)
            .ok_or_else(|| Refusal::broken(&format!("the desk holds “{}”", one.of)))?;
        all.entry(one.handling).or_default().push(ToldRow {
            of,
            on: one.day,
            how: one.how,
            by: one.by,
            request: one.request.map(|id| RequestLink {
                id,
                reference: one.reference,
            }),
        });
    }
    Ok(all)
}

/// Who got data of the subject of a request: whoever it is about, or else whoever wrote. Newest first.
pub fn of_subject(desk: &Desk, case: &Case) -> Result<Vec<DisclosedTo>, Refusal> {
    let conn = desk.store.read();
    let keys = keys(case.subject.as_ref().unwrap_or(&case.requester));
    let mut found = store::handling::naming(conn, &keys)?;
    found.truncate(MOST_SHOWN);
    let by_mail: HashMap<u32, bool> = found.into_iter().collect();
    let ids: Vec<u32> = by_mail.keys().copied().collect();
    let mut told = rows(desk, &ids)?;
    Ok(store::handling::these(conn, &ids)?
        .into_iter()
        .map(|one| DisclosedTo {
            handling: one.id,
            on: one.day.to_string(),
            told: told.remove(&one.id).unwrap_or_default(),
            recipient: one.entry.recipient,
            purpose: one.entry.purpose.id().into(),
            by_name_only: !by_mail.get(&one.id).copied().unwrap_or_default(),
        })
        .collect())
}
