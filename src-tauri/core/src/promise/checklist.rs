//! What the laws want a policy to say, held against one version.

use super::held::Held;
use super::review::rows;
use super::versions::hold;
use crate::api::wire::{
    ChecklistItem, ChecklistLaw, ChecklistPassage, PolicyChecklist, PolicyId, PromiseState, Refusal,
};
use crate::desk::{App, Desk};
use crate::policy::checklist::{LawCheck, check};
use crate::policy::{Reading, Span};
use crate::time::Now;

/// See the command table.
pub fn show(app: &mut App, args: PolicyId, now: Now) -> Result<PolicyChecklist, Refusal> {
    let desk = app.desk()?;
    let held = hold(desk, args.id)?;
    let laws = checked(desk, args.id, &held, now)?
        .into_iter()
        .map(|law| ChecklistLaw {
            law: law.id.to_owned(),
            name: law.name.to_owned(),
            applies: applies(desk, &law),
            items: law
                .items
                .into_iter()
                .map(|item| ChecklistItem {
                    what: item.what.to_owned(),
                    cite: item.cite.to_owned(),
                    caution: item.sureness.caution().map(str::to_owned),
                    found: !item.found.is_empty(),
                    passages: item
                        .found
                        .iter()
                        .map(|span| ChecklistPassage {
                            start: held.character(span.start),
                            end: held.character(span.end),
                            quote: held.quote(*span),
                        })
                        .collect(),
                    missing: item.look_for.to_owned(),
                })
                .collect(),
        })
        .collect();
    Ok(PolicyChecklist { laws })
}

/// The lists against the text, as the laws stand today; those of the desk's own laws first.
pub fn checked(desk: &Desk, id: u32, held: &Held, now: Now) -> Result<Vec<LawCheck>, Refusal> {
    let found: Vec<(Span, Reading)> = rows(&desk.policy, id, held)
        .into_iter()
        .filter(|row| row.state != PromiseState::Rejected)
        .map(|row| {
            let span = Span {
                start: held.byte(row.start),
                end: held.byte(row.end),
            };
            (span, row.reading)
        })
        .collect();
    let mut laws =
        check(&held.document, &found, now.today(desk.zone)).map_err(|why| Refusal::broken(&why))?;
    laws.sort_by_key(|law| !applies(desk, law));
    Ok(laws)
}

/// One of the packs the list belongs to is among the desk's laws.
pub fn applies(desk: &Desk, law: &LawCheck) -> bool {
    law.laws.iter().any(|id| desk.profile.laws.contains(id))
}
