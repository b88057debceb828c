//! What shows that somebody may act for another.
//!
//! What each law wants stands in `data/registers/authority.toml`. A parent is shown through the child's file;
//! no copy of an identity document is ever kept.

use super::children;
use crate::api::wire::{Authority, AuthorityIn, AuthorityNeed, Refusal, RegisterNote, RequestView};
use crate::desk::{App, Desk};
use crate::law::{Confidence, Family, Law};
use crate::request::case::Case;
use crate::request::steps::{after, day_of};
use crate::store::{self, Event};
use crate::time::{Now, short};
use crate::words::{AuthorityKind, Capacity, Right};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::json;
use std::sync::OnceLock;

/// Longest text; the sentence below says the same.
const LONGEST: usize = 2000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Book {
    rules: Vec<Rule>,
}

/// What one law wants of whoever asks for another.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    /// Any law, when neither these nor families are named.
    #[serde(default)]
    laws: Vec<String>,
    #[serde(default)]
    families: Vec<Family>,
    /// Any right, when absent.
    #[serde(default)]
    rights: Vec<Right>,
    capacities: Vec<Capacity>,
    text: String,
    accepts: Vec<Vec<AuthorityKind>>,
    must: bool,
    cite: String,
    since: NaiveDate,
    #[serde(rename = "checked")]
    _checked: NaiveDate,
    #[serde(default)]
    confidence: Confidence,
}

impl Rule {
    fn fits(&self, law: &Law, right: Right, capacity: Capacity, on: NaiveDate) -> bool {
        let everywhere = self.laws.is_empty() && self.families.is_empty();
        (everywhere || self.laws.contains(&law.id) || self.families.contains(&law.family))
            && (self.rights.is_empty() || self.rights.contains(&right))
            && self.capacities.contains(&capacity)
            && self.since <= on
    }
}

fn rules() -> Result<&'static [Rule], Refusal> {
    static READ: OnceLock<Result<Vec<Rule>, String>> = OnceLock::new();
    READ.get_or_init(|| {
        toml::from_str::<Book>(include_str!("../../data/registers/authority.toml"))
            .map(|book| book.rules)
            .map_err(|e| format!("authority.toml: {e}"))
    })
    .as_deref()
    .map_err(|why| Refusal::broken(why))
}

/// What each claim of a request needs, and what was seen.
pub fn of(desk: &Desk, case: &Case) -> Result<Authority, Refusal> {
    let seen = match case.id {
        0 => Vec::new(),
        id => store::authority::of(desk.store.read(), id)?,
    };
    let parent = children::parent_shown(desk, case)?;
    let mut shown: Vec<AuthorityKind> = seen.iter().map(|one| one.kind).collect();
    if parent.is_some_and(|(_, shown)| shown) {
        shown.push(AuthorityKind::Parent);
    }
    let mut needs = Vec::new();
    for claim in &case.claims {
        for id in &claim.laws {
            let law = desk.library.law(id)?;
            let Some(rule) = rules()?
                .iter()
                .find(|rule| rule.fits(law, claim.right, case.capacity, case.received_on))
            else {
                continue;
            };
            let met = rule.accepts.is_empty()
                || rule
                    .accepts
                    .iter()
                    .any(|all| all.iter().all(|kind| shown.contains(kind)));
            needs.push(AuthorityNeed {
                claim: claim.id,
                right: claim.right,
                law: law.id.clone(),
                law_short: law.short.clone(),
                text: rule.text.clone(),
                accepts: rule.accepts.clone(),
                met,
                must: rule.must,
                note: RegisterNote {
                    message: rule.text.clone(),
                    cite: rule.cite.clone(),
                    caution: rule.confidence.caution().map(str::to_owned),
                },
            });
        }
    }
    Ok(Authority {
        needs,
        seen,
        child: parent.map(|(file, _)| file),
    })
}

/// Refuses to grant a claim whose authority is not shown where the law waits for it.
pub fn granting(desk: &Desk, case: &Case, claim: u32) -> Result<(), Refusal> {
    let authority = of(desk, case)?;
    let Some(need) = authority
        .needs
        .iter()
        .find(|need| need.claim == claim && need.must && !need.met)
    else {
        return Ok(());
    };
    let ways: Vec<String> = need
        .accepts
        .iter()
        .map(|all| {
            all.iter()
                .map(|kind| name(*kind))
                .collect::<Vec<_>>()
                .join(" together with ")
        })
        .collect();
    let whereto = match authority.child {
        Some(_)
            if need
                .accepts
                .iter()
                .any(|all| all == &[AuthorityKind::Parent]) =>
        {
            " A parent is shown in the child’s file."
        }
        _ => "",
    };
    Err(Refusal::not_now(format!(
        "It is not shown that whoever asks may act for the other, so it cannot be granted yet. Record what was seen: {}.{whereto} Refusing stays possible ({}).",
        ways.join(", or "),
        need.note.cite
    )))
}

fn name(kind: AuthorityKind) -> &'static str {
    match kind {
        AuthorityKind::SignedPermission => "a signed permission",
        AuthorityKind::PowerOfAttorney => "a power of attorney, if one is offered",
        AuthorityKind::ConfirmedByConsumer => "the person’s own confirmation of it",
        AuthorityKind::ConsumerIdentified => "proof by the person of who they are",
        AuthorityKind::Parent => "proof of a parent by a method of the children’s register",
        AuthorityKind::Guardian => "an order or a law that makes them guardian or representative",
        AuthorityKind::Other => "something else",
    }
}

/// See the command table. What was seen is written in words; nothing is copied.
pub fn seen(app: &mut App, args: AuthorityIn, now: Now) -> Result<RequestView, Refusal> {
    let desk = app.desk()?;
    let case = store::request::load(desk.store.read(), args.request)?;
    if !case.open() {
        return Err(Refusal::not_now("The request is closed. Reopen it first."));
    }
    let needs = of(desk, &case)?.needs;
    if needs.is_empty() {
        return Err(Refusal::not_now(
            "Whoever asked acts for themselves; there is no authority to show.",
        ));
    }
    if needs.iter().all(|need| need.accepts.is_empty()) {
        return Err(Refusal::not_now(
            "What is asked for needs no authority, so none is asked for and none is kept.",
        ));
    }
    let what = args.what.trim().to_owned();
    if what.is_empty() {
        return Err(Refusal::field(
            "what",
            "Write what was seen and by which way, such as “permission with signature, by post”; keep no copy of an identity document.",
        ));
    }
    if what.chars().count() > LONGEST {
        return Err(Refusal::field(
            "what",
            "That is too long; 2000 characters are the most. Say what was seen, not what it says.",
        ));
    }
    let on = day_of(&args.on, case.received_on, now.today(desk.zone))?;
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        store::authority::add(tx, case.id, args.kind, &on.to_string(), &what, seq)?;
        let event = Event::of(
            case.id,
            "authority-seen",
            "What shows the authority to act for another was seen.",
        )
        .facts(json!({ "kind": args.kind, "on": on.to_string() }))
        .detail("On", short(on))
        .detail("Seen", what.clone());
        Ok(((), event))
    })?;
    after(desk, case.id, now)
}
