//! Consents that were given for a time and are about to end.

use super::load;
use super::rules::rules;
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::register::due::Open;
use crate::time::{Now, short};
use crate::words::Register;

/// The last day of a consent that holds. Nothing is late when it has passed: what it allowed is not allowed any more.
pub fn due(desk: &Desk, id: u32, now: Now) -> Result<Vec<Open>, Refusal> {
    let Some(one) = load(desk, id)? else {
        return Ok(Vec::new());
    };
    let erased = one
        .person
        .as_ref()
        .is_some_and(|who| who.erased_on.is_some());
    if erased || !one.file.struck.is_empty() || one.withdrawn_on().is_some() {
        return Ok(Vec::new());
    }
    let Some(until) = one.until().filter(|until| *until >= now.today(desk.zone)) else {
        return Ok(Vec::new());
    };
    let given = one.given_on().map(short).unwrap_or_default();
    Ok(vec![Open {
        what: "An explicit consent ends: ask for it anew, or stop using the data after this day."
            .into(),
        why: vec![format!(
            "It was given on {given} until {}, and that day is the last.",
            short(until)
        )],
        cite: rules()?.cite(&desk.profile.laws, until),
        ..Open::of(Register::Consents, id, one.name(), until)
    }])
}
