//! Authorisations that are about to end.

use super::file::{self, PATIENT};
use crate::api::wire::{AuthorizationStanding, Refusal};
use crate::desk::Desk;
use crate::register::due::Open;
use crate::time::Now;
use crate::words::Register;

/// The last day of an authorisation that still lets something be disclosed. Nothing is late when it has passed.
pub fn due(desk: &Desk, id: u32, now: Now) -> Result<Vec<Open>, Refusal> {
    let one = file::load(desk.store.read(), id)?;
    let erased = one
        .people
        .iter()
        .any(|who| who.role == PATIENT && who.erased_on.is_some());
    if erased || !one.struck.is_empty() {
        return Ok(Vec::new());
    }
    let judged = one.judged(desk)?;
    let valid = one.standing(&judged, now.today(desk.zone)) == AuthorizationStanding::Valid;
    let Some(until) = judged.lasts.until.filter(|_| valid) else {
        return Ok(Vec::new());
    };
    Ok(vec![Open {
        what: "An authorisation ends: ask for a new one, or disclose nothing more after this day."
            .into(),
        why: judged.lasts.working,
        cite: judged.lasts.cite,
        caution: judged.lasts.caution,
        ..Open::of(
            Register::Authorizations,
            id,
            one.about.patient.name.clone(),
            until,
        )
    }])
}
