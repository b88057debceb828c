//! The laws of a claim: those proposed and those not, each with its reason. The officer decides.

use super::case::{Case, Claim};
use crate::api::wire::{LawChoice, Note};
use crate::desk::Desk;
use crate::law::{self, Answer, Asked, Organisation, Proposal, Verdict};
use crate::promise::book::at;
use crate::promise::engaged::{OWN_POLICY, engaged};
use crate::words::Right;
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
    let mut all = law::propose(
        desk.library,
        &desk.profile.laws,
        &Organisation::from(&desk.profile.about),
        &asked,
        &[claim.right],
    );
    let law_proposed = all.iter().any(|one| one.proposed);
    all.extend(own_policy(desk, case, claim, law_proposed));
    all
}

/// Our own policy, where no law gives the right: because it promises it, or because a question deserves an answer.
fn own_policy(desk: &Desk, case: &Case, claim: &Claim, law_proposed: bool) -> Option<Proposal> {
    let own = desk.library.law(OWN_POLICY).ok()?;
    own.right(claim.right, case.received_on).ok()?;
    // A claim half typed is not among those of its request yet.
    let mut with = case.clone();
    if !with.claims.iter().any(|known| known.right == claim.right) {
        with.claims.push(claim.clone());
    }
    let promises = engaged(&desk.policy, desk.library, &with);
    let promise = promises
        .iter()
        .find(|one| one.rights.contains(&claim.right));
    let of_the_house = matches!(claim.right, Right::Question | Right::Complaint);
    let reason = match promise {
        Some(one) => format!(
            "The policy in force on receipt promises it: “{}” ({}).",
            one.promise.quote,
            at(one.version, one.promise)
        ),
        None if claim.right == Right::Question => {
            "No law asks for an answer to a question; the rules of the house do.".into()
        }
        None if of_the_house => {
            "It is a complaint about us; the rules of the house say how it is looked into.".into()
        }
        None => "No accepted promise of the policy in force on receipt speaks of it.".into(),
    };
    let proposed = !law_proposed && (of_the_house || promise.is_some_and(|one| !one.open));
    Some(Proposal {
        right: claim.right,
        law_id: own.id.clone(),
        proposed,
        verdict: Verdict {
            answer: if promise.is_some() || of_the_house {
                Answer::Applies
            } else {
                Answer::DoesNot
            },
            reason,
            caution: None,
            missing: Vec::new(),
        },
    })
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
