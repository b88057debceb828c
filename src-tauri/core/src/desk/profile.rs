//! The organisation as letters and laws see it.

use super::App;
use crate::api::wire::{DeskProfile, Done, MovedDates, Nothing, Refusal};
use crate::law::Library;
use crate::request::moved;
use crate::store::{self, Event};
use crate::time::{Now, day};
use chrono_tz::Tz;
use serde_json::json;

/// See the command table.
pub fn show(app: &mut App, _: Nothing, _: Now) -> Result<DeskProfile, Refusal> {
    Ok(app.desk()?.profile.clone())
}

/// See the command table.
pub fn moves(app: &mut App, mut profile: DeskProfile, _: Now) -> Result<MovedDates, Refusal> {
    check(&mut profile, app.library()?)?;
    Ok(moved::told(moved::under(app.desk()?, &profile)?.dates))
}

/// See the command table. Every open date is derived before and after; the log says which moved, and so does the log of each request.
pub fn save(app: &mut App, mut profile: DeskProfile, now: Now) -> Result<Done, Refusal> {
    check(&mut profile, app.library()?)?;
    let desk = app.desk()?;
    if profile == desk.profile {
        return Ok(Done {});
    }
    let clocks_move =
        profile.calendar != desk.profile.calendar || profile.time_zone != desk.profile.time_zone;
    let moves = moved::under(desk, &profile)?;
    let officer = desk.officer.clone();
    let before = desk.profile.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        store::desk::save_profile(tx, &profile)?;
        for receipt in &moves.receipts {
            store::request::set_received_on(tx, receipt.request, receipt.to)?;
        }
        for request in moves.requests() {
            store::shown::link(tx, seq, request)?;
        }
        let mut facts = json!({ "calendar": profile.calendar, "time_zone": profile.time_zone, "laws": profile.laws, "about": profile.about, "dates_recomputed": clocks_move });
        let mut summary = format!("{} changed what the desk knows of the organisation.", officer.name);
        if clocks_move {
            facts["moved"] = json!(moves.dates);
            facts["receipts"] = json!(moves.receipts);
            summary = format!("{} changed where the desk counts its dates; {}.", officer.name, moved::counted(moves.dates.len()));
        }
        let mut event = Event::desk("organisation-changed", summary).facts(facts);
        for (label, was, is) in [
            ("Organisation", before.organisation.clone(), profile.organisation.clone()),
            ("Address", before.address.join(", "), profile.address.join(", ")),
            ("Mail", before.contact_email.clone(), profile.contact_email.clone()),
            ("Calendar", before.calendar.clone(), profile.calendar.clone()),
            ("Time zone", before.time_zone.clone(), profile.time_zone.clone()),
            ("Fiscal year begins on", before.fiscal_start.clone(), profile.fiscal_start.clone()),
            ("Laws", before.laws.join(", "), profile.laws.join(", ")),
            ("Established in", before.about.established.join(", "), profile.about.established.join(", ")),
            ("People live in", before.about.serves.join(", "), profile.about.serves.join(", ")),
            ("About the organisation", super::about::told(&before.about), super::about::told(&profile.about)),
        ] {
            if was != is {
                event = event.detail(label, format!("{was} → {is}"));
            }
        }
        Ok(((), event))
    })?;
    desk.zone = zone_of(&profile)?;
    desk.profile = profile;
    desk.rebuild_board(now)?;
    if clocks_move {
        super::rules::note_all(desk, now);
    }
    Ok(Done {})
}

/// The desk's zone; one the program does not know is said at once, never taken for UTC.
pub fn zone_of(profile: &DeskProfile) -> Result<Tz, Refusal> {
    crate::time::zone(&profile.time_zone).ok_or_else(|| {
        Refusal::field(
            "time_zone",
            format!(
                "“{}” is no time zone this program knows. Choose one from the list.",
                profile.time_zone
            ),
        )
    })
}

/// First day of a fiscal year that is the calendar year.
pub const JANUARY: &str = "01-01";

/// The first day of a fiscal year as it is stored, `MM-DD`; nothing said is 1 January.
pub fn fiscal_start(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(JANUARY.to_owned());
    }
    let shaped = text.len() == JANUARY.len();
    // In a year that has every day, and then in one without 29 February.
    match (day(&format!("2024-{text}")), day(&format!("2023-{text}"))) {
        (Some(_), Some(on)) if shaped => Ok(on.format("%m-%d").to_string()),
        (Some(_), None) if shaped => Err(Refusal::field(
            "fiscal_start",
            "A fiscal year cannot begin on 29 February: most years have none. Choose 1 March or 28 February.",
        )),
        _ => Err(Refusal::field(
            "fiscal_start",
            format!(
                "“{text}” is no day of a year. Write the month and the day, such as 04-01 for 1 April."
            ),
        )),
    }
}

/// Trims, and says what is missing.
pub fn check(profile: &mut DeskProfile, library: &Library) -> Result<(), Refusal> {
    for text in [
        &mut profile.organisation,
        &mut profile.contact_email,
        &mut profile.contact_phone,
        &mut profile.authority_name,
        &mut profile.opt_out_confirmation,
    ] {
        *text = text.trim().to_owned();
        if text.chars().count() > 500 {
            return Err(Refusal::field(
                "organisation",
                "One of these lines is longer than a letter can hold; 500 characters are the most.",
            ));
        }
    }
    for lines in [
        &mut profile.address,
        &mut profile.contact_address,
        &mut profile.authority_address,
    ] {
        *lines = lines
            .iter()
            .map(|l| l.trim().to_owned())
            .filter(|l| !l.is_empty())
            .collect();
        if lines.len() > 8 || lines.iter().any(|l| l.chars().count() > 200) {
            return Err(Refusal::field(
                "address",
                "An address has at most eight lines of 200 characters.",
            ));
        }
    }
    if profile.organisation.is_empty() {
        return Err(Refusal::field(
            "organisation",
            "Write the organisation's name; every letter carries it.",
        ));
    }
    if profile.address.is_empty() {
        return Err(Refusal::field(
            "address",
            "Write the postal address; every letter carries it.",
        ));
    }
    super::about::check(&mut profile.about)?;
    profile.fiscal_start = fiscal_start(&profile.fiscal_start)?;
    zone_of(profile)?;
    library
        .calendar(&profile.calendar)
        .map_err(|e| Refusal::field("calendar", e.to_string()))?;
    // What stands in every desk is nobody's to tick.
    let unticked = |id: &String| !library.always().any(|law| law.id == *id);
    profile.laws.retain(unticked);
    if profile.laws.is_empty() {
        return Err(Refusal::field(
            "laws",
            "Choose at least one law; without one no date can be derived.",
        ));
    }
    for law in &profile.laws {
        library
            .law(law)
            .map_err(|e| Refusal::field("laws", e.to_string()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::fiscal_start;

    #[test]
    fn the_first_day_is_a_day_of_every_year() {
        for (typed, kept) in [
            ("", "01-01"),
            ("04-01", "04-01"),
            (" 12-31 ", "12-31"),
            ("02-28", "02-28"),
        ] {
            assert_eq!(fiscal_start(typed).unwrap(), kept);
        }
        for (typed, says) in [
            ("02-29", "29 February"),
            ("02-30", "no day"),
            ("13-01", "no day"),
            ("4-1", "no day"),
            ("April", "no day"),
            ("2026-04-01", "no day"),
            ("04-0１", "no day"),
        ] {
            let refused = fiscal_start(typed).unwrap_err();
            assert_eq!(refused.field.as_deref(), Some("fiscal_start"), "{typed}");
            assert!(
                refused.message.contains(says),
                "{typed}: {}",
                refused.message
            );
        }
    }
}
