//! A file in words: its row in the list, its lines, its page.

use super::dates::dates;
use super::file::{ASKED, CORRECTED, Child, DECIDED, OPENED, said};
use super::guard::offers;
use super::link;
use super::standing::{next_step, says, standing};
use super::state::State;
use crate::api::wire::{ChildRow, ChildView, LineSaid, Refusal, RegisterLine, RequestLink};
use crate::desk::Desk;
use crate::register::disclosures;
use crate::store::{self, register::Line};
use crate::words::ChildStep;
use chrono::NaiveDate;

/// A file's line in the list.
pub fn row(desk: &Desk, child: &Child, today: NaiveDate) -> Result<ChildRow, Refusal> {
    let state = State::on(child, today, None)?;
    let stands = standing(desk, child, &state, today)?;
    let struck = !child.file.struck.is_empty();
    let of_age = child.of_age();
    Ok(ChildRow {
        id: child.file.id,
        child: child.name(),
        parent: match child.parent() {
            one if one.name.is_empty() => one.email,
            one => one.name,
        },
        standing: stands,
        may_collect: !struck && state.may_collect(),
        may_disclose: !struck && state.may_disclose(),
        next_step: if struck {
            String::new()
        } else {
            next_step(child, &state, stands, today)
        },
        date: if struck {
            None
        } else {
            dates(desk, child, &state, today)?.into_iter().next()
        },
        of_age_from: of_age.map(|(from, _)| from.to_string()),
        of_age_by: of_age
            .and_then(|(_, surely)| surely.pred_opt())
            .map(|on| on.to_string()),
        request: child.file.request.map(|id| RequestLink {
            id,
            reference: child.file.reference.clone(),
        }),
        struck: child.file.struck.clone(),
    })
}

/// A file's page.
pub fn view(desk: &Desk, child: &Child, today: NaiveDate) -> Result<ChildView, Refusal> {
    let state = State::on(child, today, None)?;
    let row = row(desk, child, today)?;
    let theirs = store::handling::of_child(desk.store.read(), child.file.id)?;
    let disclosures = disclosures::rows(desk, &theirs)?;
    let contradictions = disclosures
        .iter()
        .flat_map(|one| one.contradictions.iter().cloned())
        .collect();
    let mut told = says(child, &state, row.standing, today)?;
    if let Some(on) = state.contact_erased_on
        && !child.file.reference.is_empty()
    {
        told.push(crate::api::wire::RegisterNote {
            message: format!(
                "Erased here on {}. The request {} and its letters are kept as the record of the request and still name them.",
                crate::time::short(on),
                child.file.reference
            ),
            cite: child.rules.articles(child.regime())?.missing.clone(),
            caution: None,
        });
    }
    Ok(ChildView {
        about: child.about(),
        age_limit: child.age.age,
        age_rule: child.age.note(),
        says: told,
        timeline: child
            .lines
            .iter()
            .map(|one| line(child, one))
            .collect::<Result<_, _>>()?,
        dates: dates(desk, child, &state, today)?,
        steps: offers(child, &state, row.standing, today),
        disclosures,
        contradictions,
        needs: state.needs(child),
        requests: link::requests(desk, child)?,
        row,
    })
}

fn line(child: &Child, one: &Line) -> Result<RegisterLine, Refusal> {
    let said = said(one)?;
    let step = ChildStep::from_id(&one.kind);
    // Only a step is corrected by a later line; the others have fields of their own.
    let entered = step.map(|_| LineSaid {
        method: said.method.clone(),
        notice: said.notice.clone(),
        items: said.items.clone(),
        disclose: said.disclose,
        exception: said.exception.clone(),
        text: said.text.clone(),
    });
    let (title, cite) = match (step, one.kind.as_str()) {
        (Some(step), _) => {
            let (_, title, cite) = child.rules.step(step, child.regime());
            (title.to_owned(), cite.to_owned())
        }
        (None, OPENED) => ("The file was opened".to_owned(), String::new()),
        (None, CORRECTED) => ("What was written was corrected".to_owned(), String::new()),
        (None, ASKED) => ("The parent asked".to_owned(), String::new()),
        (None, DECIDED) => ("The request was decided".to_owned(), String::new()),
        (None, other) => (other.to_owned(), String::new()),
    };
    let mut details = Vec::new();
    if let Some(right) = said.right {
        let outcome = match said.outcome.as_str() {
            "" => String::new(),
            outcome => format!(": {}", outcome.replace('-', " ")),
        };
        details.push(format!(
            "{}{outcome}.",
            upfirst(&right.id().replace('-', " "))
        ));
    }
    if let Some(method) = child.rules.method(&said.method) {
        details.push(format!("{} ({}).", method.name, method.cite));
    }
    if let Some(notice) = child.rules.notice(&said.notice) {
        details.push(format!("{} ({}).", notice.name, notice.cite));
        for item in notice.items.iter().filter(|i| said.items.contains(&i.id)) {
            details.push(held(&item.what));
        }
    }
    if step == Some(ChildStep::ConsentGiven) {
        details.push(if said.disclose {
            "To collection, use and disclosure.".to_owned()
        } else {
            "To collection and use only.".to_owned()
        });
    }
    if let Some(exception) = child.rules.exception(&said.exception) {
        details.push(format!("{} ({}).", exception.name, exception.cite));
    }
    details.extend(said.was);
    if !said.text.is_empty() {
        details.push(said.text);
    }
    let by = child
        .lines
        .iter()
        .find(|other| other.corrects == Some(one.id));
    Ok(RegisterLine {
        id: one.id,
        on: one.day.clone(),
        kind: one.kind.clone(),
        title,
        details,
        cite,
        by: one.by.clone(),
        at: one.at.clone(),
        request: one.request.map(|id| RequestLink {
            id,
            reference: one.reference.clone(),
        }),
        letter: said.letter,
        corrected_by: by.map(|other| other.id),
        said: entered,
    })
}

/// What a notice holds, as a sentence: it gives a thing, and says anything else.
pub fn held(what: &str) -> String {
    let thing = ["a ", "an ", "the "]
        .iter()
        .any(|article| what.starts_with(article));
    let verb = if thing { "gives" } else { "says" };
    format!("It {verb} {what}.")
}

fn upfirst(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}
