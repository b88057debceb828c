//! The laws of a claim: those proposed and those not, each with its reason. The officer decides.

use super::case::{Case, Claim};
use crate::api::wire::{LawChoice, Note};
use crate::desk::Desk;
use crate::law::{self, Asked, Organisation, Proposal};
use serde_json::{Value, json};

/// Every law of this desk that gives the right, proposed or not.
pub fn judged(desk: &Desk, case: &Case, claim: &Claim) -> Vec<Proposal> {
    let asked = Asked {
        residence: &case.residence,
        age: case.age,
        capacity: case.capacity,
        data: &case.data_kinds,
        received_on: case.received_on,
    };
    law::propose(
        desk.library,
        &desk.profile.laws,
        &Organisation::from(&desk.profile.about),
        &asked,
        &[claim.right],
    )
}

/// Identifiers of the laws proposed.
pub fn proposed(desk: &Desk, case: &Case, claim: &Claim) -> Vec<String> {
    judged(desk, case, claim)
        .into_iter()
        .filter(|one| one.proposed)
        .map(|one| one.law_id)
        .collect()
}

/// As the form shows them: those proposed first, each group in the order of the packs.
pub fn choices(desk: &Desk, case: &Case, claim: &Claim) -> Vec<LawChoice> {
    let mut all: Vec<LawChoice> = judged(desk, case, claim)
        .into_iter()
        .filter_map(|one| {
            let law = desk.library.law(&one.law_id).ok()?;
            let rule = law.right(claim.right, case.received_on).ok()?;
            Some(LawChoice {
                law: law.id.clone(),
                short: law.short.clone(),
                right_name: rule.name.clone(),
                cite: rule.cite.clone(),
                reason: one.verdict.reason,
                caution: one.verdict.caution.map(str::to_owned),
                proposed: one.proposed,
                chosen: claim.laws.contains(&law.id),
            })
        })
        .collect();
    all.sort_by_key(|one| !one.proposed);
    all
}

/// What an officer should know about a person of this age.
pub fn age_notes(desk: &Desk, case: &Case) -> Vec<Note> {
    let Some(age) = case.age else {
        return Vec::new();
    };
    let mut notes = Vec::new();
    for claim in &case.claims {
        for law in claim.laws.iter().filter_map(|id| desk.library.law(id).ok()) {
            for note in law::age_notes(law, claim.right, age, case.received_on) {
                notes.push(Note {
                    message: note.text.clone(),
                    cite: note.cite.clone(),
                });
            }
        }
    }
    let organisation = Organisation::from(&desk.profile.about);
    let rights: Vec<_> = case.claims.iter().map(|claim| claim.right).collect();
    let ticked = desk.profile.laws.iter();
    for law in ticked.filter_map(|id| desk.library.law(id).ok()) {
        // A law for children whose rights nobody has chosen would otherwise pass unseen.
        if let Some(limb) = law::passes_unseen(
            law,
            &organisation,
            &case.residence,
            age,
            &rights,
            case.received_on,
        ) {
            let names: Vec<String> = law
                .rights
                .iter()
                .map(|rule| format!("“{}”", rule.name))
                .collect();
            notes.push(Note {
                message: format!(
                    "This person is {age}, and {} may apply. It has rights of its own: {}. Choose one of them as well if that is what is asked.",
                    law.short,
                    names.join(", ")
                ),
                cite: limb.cite.clone(),
            });
        }
    }
    notes
}

/// Laws as people call them, for the log.
pub fn short_names(desk: &Desk, ids: &[String]) -> String {
    let names: Vec<&str> = ids
        .iter()
        .map(|id| desk.library.law(id).map_or(id.as_str(), |law| &law.short))
        .collect();
    if names.is_empty() {
        "none".to_owned()
    } else {
        names.join(", ")
    }
}

/// What the program was told and what it proposed, for the log, where the officer chose otherwise. The age itself names too much to stay for ever.
pub fn chosen_otherwise(desk: &Desk, case: &Case) -> Option<(Value, Vec<String>)> {
    let short = |ids: &[String]| short_names(desk, ids);
    let mut other = Vec::new();
    let mut lines = Vec::new();
    for claim in &case.claims {
        let mut proposed = proposed(desk, case, claim);
        proposed.sort();
        if proposed != claim.laws {
            other.push(json!({ "right": claim.right, "proposed": proposed, "chosen": claim.laws }));
            lines.push(format!(
                "{}: proposed {}; chosen {}",
                claim.right.id().replace('-', " "),
                short(&proposed),
                short(&claim.laws)
            ));
        }
    }
    if other.is_empty() {
        return None;
    }
    let told = json!({
        "residence": case.residence, "capacity": case.capacity, "age_known": case.age.is_some(), "data_kinds": case.data_kinds,
        "arrived_at": case.arrived_at, "about": desk.profile.about,
    });
    Some((json!({ "claims": other, "told": told }), lines))
}
