//! Whose consent it was is forgotten; what it was for, its days and where the proof is stay.

use super::{ERASED, LONGEST, event, load, whole};
use crate::api::wire::{ConsentIn, ConsentList, ConsentStanding, Refusal, RegisterStrike};
use crate::desk::{App, Desk};
use crate::request::same::keys;
use crate::store;
use crate::store::register::NewLine;
use crate::time::Now;
use serde_json::json;

/// See the command table. One that still holds keeps its name: without it nobody could show that the person consented, GDPR Art. 7(1).
pub fn erase(app: &mut App, args: RegisterStrike, now: Now) -> Result<ConsentList, Refusal> {
    let desk = app.desk()?;
    let today = now.today(desk.zone);
    let one = load(desk, args.id)?
        .ok_or_else(|| Refusal::missing("There is no such consent on file."))?;
    let Some(person) = one.person.as_ref().filter(|one| one.erased_on.is_none()) else {
        return Err(Refusal::not_now(
            "Whose consent it was is not kept any more already.",
        ));
    };
    if one.file.struck.is_empty() && one.standing(today).0 == ConsentStanding::Given {
        return Err(Refusal::not_now(
            "This consent still holds, and who relies on it must be able to show whose it is (GDPR Art. 7(1)). Enter its withdrawal first.",
        ));
    }
    let reason = args.reason.trim().to_owned();
    if reason.is_empty() || reason.chars().count() > LONGEST {
        return Err(Refusal::field(
            "reason",
            "Write why the person is erased, without naming them; 2000 characters are the most.",
        ));
    }
    if let Some(why) = relied_on(desk, &one)? {
        return Err(Refusal::not_now(why));
    }
    // Words about the person may name them.
    let body = ConsentIn {
        note: String::new(),
        ..one.file.body.clone()
    };
    let day = today.to_string();
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        store::register::erase_person(tx, person.id, &day)?;
        store::register::change(tx, args.id, &body)?;
        let line = NewLine {
            file: args.id,
            day: &day,
            kind: ERASED,
            corrects: None,
            request: None,
        };
        store::register::write(tx, &line, &json!({ "how": reason }), seq)?;
        let event = event(
            one.file.request,
            "consent-person-erased",
            "Whose explicit consent it was is not kept any more; its days and where the proof is stay.",
        )
        .facts(json!({ "consent": args.id, "on": day }))
        .detail("Why", reason.clone());
        Ok(((), event))
    })?;
    whole(desk, now)
}

/// Entries that name the person and rest on this consent by the name alone: they would stand without one.
fn relied_on(desk: &Desk, one: &super::Consent) -> Result<Option<String>, Refusal> {
    let (Some(person), Some(given), true) =
        (&one.person, one.given_on(), one.file.struck.is_empty())
    else {
        return Ok(None);
    };
    let conn = desk.store.read();
    let ids = store::consents::entries_of_person(conn, &keys(&person.person))?;
    let mut by_name = Vec::new();
    for entry in store::handling::these(conn, &ids)? {
        if entry.stands()
            && entry.entry.explicit_consent.is_none()
            && entry.day >= given
            && one.withdrawn_on().is_none_or(|on| entry.day < on)
            && one.until().is_none_or(|until| entry.day <= until)
            && super::asks(desk, &entry.entry)?
        {
            by_name.push(entry.id);
        }
    }
    let Some(first) = by_name.first() else {
        return Ok(None);
    };
    let which = match by_name.len() {
        1 => format!("Entry {first} of the register of disclosures names"),
        n => format!(
            "Entry {first} and {} more of the register of disclosures name",
            n - 1
        ),
    };
    Ok(Some(format!(
        "{which} this person and point to no consent: they rest on this one by the name alone. Correct them so that they point to it, then erase the person."
    )))
}
