//! Who was told: those affected by other means than our letters, everybody by a notice on the site, the authority.

use super::dates::{authorities, meant, moment};
use super::file::{AUTHORITY, IN_SITE, LineBody, TOLD};
use super::{LONGEST, by, day_of, line, people_word, view, working};
use crate::api::wire::{IncidentAuthority, IncidentTold, IncidentView, Refusal};
use crate::desk::App;
use crate::store::Event;
use crate::time::{Now, civil_day, local_instant, short, stamp};
use crate::words::Way;
use serde_json::json;

/// See the command table.
pub fn told(app: &mut App, args: IncidentTold, now: Now) -> Result<IncidentView, Refusal> {
    let desk = app.desk()?;
    let one = working(desk, args.id)?;
    let on = day_of(desk, &one, &args.on, now)?;
    let text = args.text.trim().to_owned();
    if text.chars().count() > LONGEST {
        return Err(Refusal::field(
            "text",
            format!("That is too long for the register; {LONGEST} characters are the most."),
        ));
    }
    if args.people.is_empty() {
        if args.way != Way::InSite {
            return Err(Refusal::field(
                "people",
                "Choose who was told. Nobody chosen means a notice on the site for all.",
            ));
        }
        if text.is_empty() {
            return Err(Refusal::field(
                "text",
                "Write where the notice stands and until when.",
            ));
        }
    }
    for id in &args.people {
        let Some(person) = one.people.iter().find(|person| person.id == *id) else {
            return Err(Refusal::field(
                "people",
                "One of those chosen does not stand in this incident.",
            ));
        };
        if let Some(day) = person.told_on {
            return Err(Refusal::field(
                "people",
                format!(
                    "{} was told already, on {}.",
                    person.person.name,
                    short(day)
                ),
            ));
        }
    }
    let mut people = args.people.clone();
    people.sort_unstable();
    people.dedup();
    let (kind, what) = if people.is_empty() {
        (
            IN_SITE,
            "A notice about a breach of security stands on the site.".to_owned(),
        )
    } else {
        (
            TOLD,
            format!(
                "{} told of a breach of security {}.",
                people_word(people.len()),
                by(args.way)
            ),
        )
    };
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        let body = LineBody {
            text: text.clone(),
            told: people.clone(),
            way: Some(args.way),
            ..LineBody::default()
        };
        line(tx, args.id, &on.to_string(), kind, &body, seq)?;
        let event = Event::desk("incident-told", what)
            .facts(json!({ "incident": args.id, "people": people, "way": args.way, "on": on.to_string() }))
            .detail("How", text.clone());
        Ok(((), event))
    })?;
    view(desk, args.id, now)
}

/// See the command table. After the hours of its law an authority is told with the reasons for the delay, or not at all.
pub fn authority(
    app: &mut App,
    args: IncidentAuthority,
    now: Now,
) -> Result<IncidentView, Refusal> {
    let desk = app.desk()?;
    let one = working(desk, args.id)?;
    let name = args.authority.trim().to_owned();
    if name.is_empty() {
        return Err(Refusal::field(
            "authority",
            "Write which authority was told.",
        ));
    }
    let at = match args.at.trim() {
        "" => now.instant(),
        text => local_instant(text, desk.zone).ok_or_else(|| {
            Refusal::field(
                "at",
                "Write day and hour, as 2026-03-05T11:30; the hours count.",
            )
        })?,
    };
    if at > now.instant() {
        return Err(Refusal::field("at", "That moment has not come yet."));
    }
    if at < one.aware {
        return Err(Refusal::field(
            "at",
            format!(
                "That is before the organisation became aware, {}.",
                moment(one.aware, desk.zone)
            ),
        ));
    }
    let dues = authorities(desk, &one)?;
    let late = args.late_reason.trim().to_owned();
    let missed = dues
        .iter()
        .find(|due| meant(due.clock, &dues, &name) && at > due.by);
    if let Some(due) = missed
        && late.is_empty()
    {
        return Err(Refusal::field(
            "late_reason",
            format!(
                "The time ended {}. Write the reasons for the delay; the authority is told them ({}).",
                moment(due.by, desk.zone),
                due.clock.source.cite
            ),
        ));
    }
    if [&name, &args.number, &late]
        .iter()
        .any(|text| text.chars().count() > LONGEST)
    {
        return Err(Refusal::field(
            "late_reason",
            format!(
                "One of these texts is too long for the register; {LONGEST} characters are the most."
            ),
        ));
    }
    let officer = desk.officer.clone();
    let day = civil_day(at, desk.zone);
    desk.store.transact(officer.id, now, |tx, seq| {
        let body = LineBody {
            text: format!("Told {}.", moment(at, desk.zone)),
            at: stamp(at),
            authority: name.clone(),
            number: args.number.trim().to_owned(),
            late: late.clone(),
            ..LineBody::default()
        };
        line(tx, args.id, &day.to_string(), AUTHORITY, &body, seq)?;
        let event = Event::desk(
            "incident-authority-told",
            "An authority was told of a breach of security.",
        )
        .facts(json!({ "incident": args.id, "at": stamp(at), "late": missed.map(|due| &due.clock.id) }))
        .detail("Authority", name.clone())
        .detail("Number", args.number.trim())
        .detail("Reasons for the delay", late.clone());
        Ok(((), event))
    })?;
    view(desk, args.id, now)
}
