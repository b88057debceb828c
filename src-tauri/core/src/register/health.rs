//! Authorisations to disclose health information, Tex. Health & Safety Code 181.154, 45 CFR 164.508.
//!
//! An incomplete one is kept and lets nothing be disclosed. Where one stands is derived: from what it says, what happened to it, and what was disclosed under it.

mod cover;
mod due;
mod file;
mod form;
mod mail;
pub mod passed;
mod rules;
mod standing;
#[cfg(test)]
mod tests;
mod typed;

pub use cover::{Known, about_health, against};
pub use due::due;
pub use mail::plain_mail;
pub use rules::rules as data;

use super::disclosures;
use crate::api::wire::{
    AuthorizationChange, AuthorizationFormIn, AuthorizationIn, AuthorizationList,
    AuthorizationStanding, AuthorizationView, FileNumber, HandlingQuery, HealthRules, LetterPdf,
    Nothing, PermissionEnd, Refusal, RegisterCheck, RegisterLink, RegisterNote, RegisterStrike,
};
use crate::desk::{App, Desk};
use crate::request::case::Case;
use crate::request::deadlines::days_between;
use crate::request::same;
use crate::store::{self, Event, register::NewLine};
use crate::time::{self, Now, short};
use crate::words::Register;
use base64::{Engine, engine::general_purpose::STANDARD};
use file::{Authorization, CHANGED, ENTERED, Judged, REVOKED, STRUCK, Said};
use serde_json::json;

/// See the command table.
pub fn rules(_: &mut App, _: Nothing, _: Now) -> Result<HealthRules, Refusal> {
    Ok(data()?.shown())
}

/// See the command table.
pub fn list(app: &mut App, _: Nothing, now: Now) -> Result<AuthorizationList, Refusal> {
    let desk = app.desk()?;
    let today = now.today(desk.zone);
    Ok(AuthorizationList {
        authorizations: file::all(desk.store.read())?
            .iter()
            .map(|one| Ok(one.row(&one.judged(desk)?, today)))
            .collect::<Result<_, Refusal>>()?,
        today: today.to_string(),
    })
}

/// See the command table.
pub fn show(app: &mut App, args: FileNumber, now: Now) -> Result<AuthorizationView, Refusal> {
    let query = HandlingQuery {
        permission: Some(args.id),
        ..HandlingQuery::default()
    };
    let mut disclosures = disclosures::list(app, query, now)?.entries;
    disclosures.retain(|one| one.entry.health.authorization == Some(args.id));
    let desk = app.desk()?;
    let today = now.today(desk.zone);
    let one = file::load(desk.store.read(), args.id)?;
    let judged = one.judged(desk)?;
    Ok(AuthorizationView {
        row: one.row(&judged, today),
        says: says(&one, &judged, today)?,
        dates: standing::ends(
            &judged.lasts,
            file::ended(one.standing(&judged, today)) || !one.struck.is_empty(),
            today,
            days_between,
        )
        .into_iter()
        .collect(),
        timeline: one.lines.iter().map(|of| file::line(of, &one)).collect(),
        lacks: judged.lacks.into_iter().map(|lack| lack.note).collect(),
        about: one.about,
        disclosures,
    })
}

/// What is to be known of one, with the articles.
fn says(
    one: &Authorization,
    judged: &Judged,
    today: chrono::NaiveDate,
) -> Result<Vec<RegisterNote>, Refusal> {
    let says = &data()?.says;
    let mut all = Vec::new();
    let stands = |note: &mut RegisterNote, text: String| note.message = text;
    match one.standing(judged, today) {
        AuthorizationStanding::Incomplete => all.push(says.defective.note()),
        AuthorizationStanding::UsedUp => {
            let mut note = says.each.note();
            stands(
                &mut note,
                "It is used up: it covers one disclosure, and that has been made.".to_owned(),
            );
            all.push(note);
        }
        AuthorizationStanding::Revoked | AuthorizationStanding::Expired => {
            let mut note = says.defective.note();
            stands(
                &mut note,
                format!(
                    "{}Nothing may be disclosed under it any more; what was disclosed before stays lawful.",
                    match (one.revoked_on, judged.lasts.until) {
                        (Some(on), _) => format!("It was revoked on {}. ", short(on)),
                        (None, Some(until)) => format!("It ended on {}. ", short(until)),
                        (None, None) => String::new(),
                    }
                ),
            );
            all.push(note);
        }
        AuthorizationStanding::Valid => {
            if judged.single {
                all.push(says.each.note());
            }
            all.push(says.revocation.note());
        }
    }
    if !one.about.copy_given {
        let mut note = says.copy.note();
        stands(
            &mut note,
            "It is not written down that the person got a copy of what was signed.".to_owned(),
        );
        all.push(note);
    }
    for sentence in judged
        .lasts
        .working
        .iter()
        .filter(|_| judged.lasts.until.is_none())
    {
        all.push(RegisterNote {
            message: sentence.clone(),
            cite: judged.lasts.cite.clone(),
            caution: judged.lasts.caution.clone(),
        });
    }
    Ok(all)
}

/// See the command table.
pub fn check(app: &mut App, args: AuthorizationIn, now: Now) -> Result<RegisterCheck, Refusal> {
    let desk = app.desk()?;
    let rules = data()?;
    let wanted = standing::Wanted {
        signed: file::demanded(desk, rules).signed,
        ..standing::Wanted::default()
    };
    let lasts = standing::lasts(rules, &args)?;
    let mut says = Vec::new();
    if let Some(until) = lasts.until {
        says.push(RegisterNote {
            message: format!(
                "{} Its last day is {}.",
                lasts.working.join(" "),
                short(until)
            ),
            cite: lasts.cite,
            caution: lasts.caution,
        });
    }
    Ok(RegisterCheck {
        problems: typed::problems(desk, rules, &args, now)?,
        lacks: standing::lacks(rules, &args, wanted),
        says,
    })
}

/// What was typed, ready to be kept; or the first thing that keeps it from being entered.
fn ready(desk: &Desk, typed: &AuthorizationIn, now: Now) -> Result<AuthorizationIn, Refusal> {
    let about = typed::cleaned(typed);
    match typed::problems(desk, data()?, &about, now)?
        .into_iter()
        .next()
    {
        Some(first) => Err(Refusal::field(&first.field, first.message)),
        None => Ok(about),
    }
}

fn event(request: Option<u32>, kind: &'static str, what: &str) -> Event {
    match request {
        Some(request) => Event::of(request, kind, what),
        None => Event::desk(kind, what),
    }
}

/// See the command table.
pub fn add(app: &mut App, args: AuthorizationIn, now: Now) -> Result<AuthorizationView, Refusal> {
    let desk = app.desk()?;
    let about = ready(desk, &args, now)?;
    let today = now.today(desk.zone).to_string();
    let lacking: Vec<String> = standing::lacks(
        data()?,
        &about,
        standing::Wanted {
            signed: file::demanded(desk, data()?).signed,
            ..standing::Wanted::default()
        },
    )
    .into_iter()
    .map(|lack| lack.note.message)
    .collect();
    let officer = desk.officer.clone();
    let id = desk.store.transact(officer.id, now, |tx, seq| {
        let id = store::register::open(
            tx,
            Register::Authorizations,
            &file::body(&about),
            about.request,
            seq,
        )?;
        for (role, person) in file::people(&about) {
            store::register::add_person(tx, id, role, &person, &same::keys(&person), seq)?;
        }
        let said = Said {
            details: lacking.iter().map(|what| format!("Not complete; it lacks: {what}")).collect(),
        };
        write(tx, id, &today, ENTERED, about.request, &said, seq)?;
        let event = event(
            about.request,
            "authorization-entered",
            "An authorisation to disclose health information was entered.",
        )
        .facts(json!({
            "authorization": id, "form": about.form, "signed_on": about.signed_on, "expires_on": about.expires_on,
            "limit": about.limit, "single_use": about.single_use, "statements": about.statements, "complete": lacking.is_empty(),
        }))
        .detail("Patient", about.patient.name.clone())
        .detail("Recipient", about.recipient_name.clone())
        .detail("Purpose", about.purpose.clone())
        .detail("Signed by", about.signed_by.clone())
        .detail("Written down by", about.documented_by.clone());
        Ok((id, event))
    })?;
    show(app, FileNumber { id }, now)
}

fn write(
    tx: &store::Transaction,
    file: u32,
    day: &str,
    kind: &str,
    request: Option<u32>,
    said: &Said,
    event: u32,
) -> Result<u32, Refusal> {
    let line = NewLine {
        file,
        day,
        kind,
        corrects: None,
        request,
    };
    store::register::write(tx, &line, said, event)
}

/// One that can still be changed.
fn standing_one(desk: &Desk, id: u32) -> Result<Authorization, Refusal> {
    let one = file::load(desk.store.read(), id)?;
    if !one.struck.is_empty() {
        return Err(Refusal::not_now(
            "This authorisation is struck out; it can only be read.",
        ));
    }
    Ok(one)
}

/// See the command table.
pub fn change(
    app: &mut App,
    args: AuthorizationChange,
    now: Now,
) -> Result<AuthorizationView, Refusal> {
    let desk = app.desk()?;
    let before = standing_one(desk, args.id)?;
    let about = ready(desk, &args.about, now)?;
    let reason = typed::reason(
        &args.reason,
        "Write why it is corrected; what it said before stays to be read.",
    )?;
    let mut details = typed::changes(&before.about, &about);
    if details.is_empty() {
        return Err(Refusal::not_now("Nothing is different from what is kept."));
    }
    details.insert(0, reason.clone());
    let today = now.today(desk.zone).to_string();
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        store::register::change(tx, args.id, &file::body(&about))?;
        if let Some(request) = about.request.filter(|of| before.about.request != Some(*of)) {
            store::register::tie(tx, args.id, request)?;
        }
        for (role, person) in file::people(&about) {
            let keys = same::keys(&person);
            match before.people.iter().find(|one| one.role == role) {
                // Who was erased stays erased.
                Some(known) if known.erased_on.is_some() => {}
                Some(known) if known.person == person => {}
                Some(known) => store::register::change_person(tx, known.id, &person, &keys)?,
                None => {
                    store::register::add_person(tx, args.id, role, &person, &keys, seq)?;
                }
            }
        }
        for gone in before.people.iter().filter(|one| {
            one.erased_on.is_none() && !file::people(&about).iter().any(|(role, _)| one.role == *role)
        }) {
            store::register::erase_person(tx, gone.id, &today)?;
        }
        let said = Said { details: details.clone() };
        write(tx, args.id, &today, CHANGED, about.request, &said, seq)?;
        let event = event(
            about.request.or(before.about.request),
            "authorization-corrected",
            "An authorisation to disclose health information was corrected.",
        )
        .facts(json!({
            "authorization": args.id, "form": about.form, "signed_on": about.signed_on, "expires_on": about.expires_on,
            "limit": about.limit, "single_use": about.single_use, "statements": about.statements,
        }))
        .detail("Why", reason)
        .detail("Patient", about.patient.name.clone())
        .detail("What", details.get(1..).unwrap_or_default().join(" "));
        Ok(((), event))
    })?;
    show(app, FileNumber { id: args.id }, now)
}

/// See the command table.
pub fn revoke(app: &mut App, args: PermissionEnd, now: Now) -> Result<AuthorizationView, Refusal> {
    let desk = app.desk()?;
    let one = standing_one(desk, args.id)?;
    if let Some(on) = one.revoked_on {
        return Err(Refusal::not_now(format!(
            "It was revoked on {} already.",
            short(on)
        )));
    }
    let today = now.today(desk.zone);
    let day = time::day(args.on.trim()).ok_or_else(|| {
        Refusal::field(
            "on",
            "Write the day on which the revocation arrived, as 2026-03-31.",
        )
    })?;
    if day > today {
        return Err(Refusal::field(
            "on",
            "That day has not come yet; write the day on which the revocation arrived.",
        ));
    }
    if time::day(&one.about.signed_on).is_some_and(|signed| day < signed) {
        return Err(Refusal::field(
            "on",
            "That is before it was signed. Look at the two dates.",
        ));
    }
    let how = typed::reason(
        &args.how,
        "Write how it was revoked: a letter, a form, what was said and to whom.",
    )?;
    let officer = desk.officer.clone();
    let request = one.about.request;
    desk.store.transact(officer.id, now, |tx, seq| {
        let said = Said {
            details: vec![typed::stopped(&how)],
        };
        write(tx, args.id, &day.to_string(), REVOKED, request, &said, seq)?;
        let event = event(
            request,
            "authorization-revoked",
            "An authorisation to disclose health information was revoked.",
        )
        .facts(json!({ "authorization": args.id, "on": day }))
        .detail("How", how);
        Ok(((), event))
    })?;
    show(app, FileNumber { id: args.id }, now)
}

/// See the command table.
pub fn strike(app: &mut App, args: RegisterStrike, now: Now) -> Result<AuthorizationList, Refusal> {
    let desk = app.desk()?;
    let one = standing_one(desk, args.id)?;
    let reason = typed::reason(
        &args.reason,
        "Write why it is struck out; it stays to be read.",
    )?;
    let today = now.today(desk.zone).to_string();
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        store::register::strike(tx, args.id, &reason)?;
        let said = Said {
            details: vec![typed::stopped(&reason)],
        };
        write(tx, args.id, &today, STRUCK, one.about.request, &said, seq)?;
        let event = event(
            one.about.request,
            "authorization-struck",
            "An authorisation to disclose health information was struck out.",
        )
        .facts(json!({ "authorization": args.id }))
        .detail("Why", reason);
        Ok(((), event))
    })?;
    list(app, Nothing {}, now)
}

/// See the command table.
pub fn form(app: &mut App, args: AuthorizationFormIn, now: Now) -> Result<LetterPdf, Refusal> {
    let desk = app.desk()?;
    let rendered = form::page(desk, data()?, &args.about, now)?;
    Ok(LetterPdf {
        name: "Authorization form.pdf".to_owned(),
        pages: u32::try_from(rendered.pages.len()).unwrap_or(u32::MAX),
        base64: STANDARD.encode(&rendered.pdf),
    })
}

/// Files that belong to a request.
pub fn linked(desk: &Desk, case: &Case) -> Result<Vec<RegisterLink>, Refusal> {
    let conn = desk.store.read();
    store::register::of_request(conn, Register::Authorizations, case.id)?
        .into_iter()
        .map(|id| {
            let one = file::load(conn, id)?;
            let judged = one.judged(desk)?;
            // Where it stood on the day the request came in is of no use to whoever answers it: the facts as they are.
            let last = judged.lasts.until;
            let standing = match &one {
                one if !one.struck.is_empty() => "Struck out".to_owned(),
                one => match (one.revoked_on, judged.lacks.is_empty(), last) {
                    (Some(on), _, _) => format!("Revoked on {}", short(on)),
                    (None, false, _) => "Not complete".to_owned(),
                    (None, true, _) if judged.single && judged.used > 0 => "Used up".to_owned(),
                    (None, true, Some(until)) => format!("Until {}", short(until)),
                    (None, true, None) => "Complete".to_owned(),
                },
            };
            let whom = if one.recipient.trim().is_empty() {
                "nobody named yet"
            } else {
                one.recipient.trim()
            };
            Ok(RegisterLink {
                register: Register::Authorizations,
                id,
                title: format!("Authorisation to disclose to {whom}"),
                standing,
            })
        })
        .collect()
}
