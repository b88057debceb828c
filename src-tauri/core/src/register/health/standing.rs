//! Where an authorisation stands on a day: what it lacks, until when it lasts, whether it is used up. Pure.

use super::rules::{Element, Limit, Rules};
use crate::api::wire::{
    AuthorizationIn, AuthorizationStanding, ElementWhen, Refusal, RegisterDate, RegisterLack,
};
use crate::law::Unit;
use crate::time::{self, short};
use crate::words::AuthorizationForm;
use chrono::{Days, Months, NaiveDate};

/// What is wanted beside what every authorisation needs.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    pub marketing: bool,
    pub sale: bool,
    /// A law of the desk takes no words for a signature.
    pub signed: bool,
}

/// The elements that are not there, each with its article.
pub fn lacks(rules: &Rules, about: &AuthorizationIn, wanted: Wanted) -> Vec<RegisterLack> {
    let oral = about.form == Some(AuthorizationForm::OralDocumented);
    let mut all: Vec<RegisterLack> = rules
        .elements
        .iter()
        .filter(|one| match one.when {
            ElementWhen::Always => true,
            ElementWhen::Oral => oral,
            ElementWhen::Representative => filled(&about.signed_by),
            ElementWhen::Marketing => wanted.marketing,
            ElementWhen::Sale => wanted.sale,
        })
        .filter(|one| !has(about, one))
        .map(|one| RegisterLack {
            item: one.id.clone(),
            note: one.source.note(super::rules::sentence(&one.what)),
        })
        .collect();
    if oral && wanted.signed {
        let signed = &rules.signed;
        all.push(RegisterLack {
            item: "signed".to_owned(),
            note: signed.source.note(super::rules::sentence(&signed.text)),
        });
    }
    all
}

fn filled(text: &str) -> bool {
    !text.trim().is_empty()
}

fn has(about: &AuthorizationIn, element: &Element) -> bool {
    if element.statement {
        return about.statements.contains(&element.id);
    }
    match element.id.as_str() {
        "description" => filled(&about.description),
        "discloser" => filled(&about.discloser),
        "recipient" => about.recipient.is_some() || filled(&about.recipient_name),
        "purpose" => filled(&about.purpose),
        "expiry" => filled(&about.expires_on) || filled(&about.expires_event),
        "signature" => about.form.is_some() && filled(&about.signed_on),
        "representative" => filled(&about.signed_authority),
        "documented" => filled(&about.documented_by) && filled(&about.documented_on),
        _ => false,
    }
}

/// Until when one lasts, with its working.
#[derive(Debug, Clone, Default)]
pub struct Lasts {
    /// The last day; absent while only an event ends it, or nothing known does.
    pub until: Option<NaiveDate>,
    pub working: Vec<String>,
    pub cite: String,
    pub caution: Option<String>,
}

/// The last day on which something may be disclosed under it, as far as time decides.
pub fn lasts(rules: &Rules, about: &AuthorizationIn) -> Result<Lasts, Refusal> {
    let expiry = rules.elements.iter().find(|one| one.id == "expiry");
    let mut lasts = Lasts {
        cite: expiry
            .map(|one| one.source.cite.clone())
            .unwrap_or_default(),
        ..Lasts::default()
    };
    let named = time::day(about.expires_on.trim());
    let event = about.expires_event.trim();
    if let Some(day) = named {
        lasts.until = Some(day);
        lasts.working.push(format!(
            "It names {} as its end, and that day is the last.",
            short(day)
        ));
    }
    if !event.is_empty() {
        lasts.working.push(match named {
            Some(_) => format!("It also ends with: {event}."),
            None => format!(
                "It ends with: {event}. Write the day as soon as that has happened; until then no day ends it."
            ),
        });
    }
    let Some(limit) = rules.limit(&about.limit) else {
        return Ok(lasts);
    };
    let Some(signed) = time::day(about.signed_on.trim()) else {
        lasts
            .working
            .push(format!("{} The day of signing is not known.", limit.what));
        return Ok(lasts);
    };
    let end = last_day(limit, signed)?;
    let yields = limit.yields && (named.is_some() || !event.is_empty());
    lasts.working.push(format!(
        "{} Signed on {}, the last day would be {}, the day before.",
        limit.what,
        short(signed),
        short(end)
    ));
    if yields {
        lasts
            .working
            .push("It says otherwise, so what it says stands.".to_owned());
    } else if named.is_none_or(|day| end < day) {
        lasts.until = Some(end);
        lasts.cite = limit.source.cite.clone();
        lasts.caution = limit.source.confidence.caution().map(str::to_owned);
    }
    Ok(lasts)
}

/// The day before a limit is reached: “until the 180th day” is read strictly.
pub fn last_day(limit: &Limit, signed: NaiveDate) -> Result<NaiveDate, Refusal> {
    let reached = match limit.unit {
        Unit::Days => signed.checked_add_days(Days::new(limit.count.into())),
        Unit::Months => signed.checked_add_months(Months::new(limit.count)),
        // No limit is counted in working days; a rule that did would be a fault of the data.
        Unit::BusinessDays => None,
    };
    reached
        .and_then(|day| day.pred_opt())
        .ok_or_else(|| Refusal::broken("the end of an authorisation cannot be counted"))
}

/// One authorisation with what happened to it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts {
    pub lacks: usize,
    pub until: Option<NaiveDate>,
    pub revoked_on: Option<NaiveDate>,
    /// Good for one disclosure.
    pub single: bool,
    pub used: usize,
}

/// Where it stands on a day.
pub fn standing(facts: &Facts, day: NaiveDate) -> AuthorizationStanding {
    if facts.revoked_on.is_some_and(|on| on <= day) {
        AuthorizationStanding::Revoked
    } else if facts.lacks > 0 {
        AuthorizationStanding::Incomplete
    } else if facts.until.is_some_and(|until| until < day) {
        AuthorizationStanding::Expired
    } else if facts.single && facts.used > 0 {
        AuthorizationStanding::UsedUp
    } else {
        AuthorizationStanding::Valid
    }
}

/// Its last day as a date to watch; nothing where no day is known, or where it is over already.
pub fn ends(
    lasts: &Lasts,
    over: bool,
    today: NaiveDate,
    days: impl Fn(NaiveDate, NaiveDate) -> i32,
) -> Option<RegisterDate> {
    let until = lasts.until.filter(|_| !over)?;
    Some(RegisterDate {
        what: format!(
            "The last day on which something may be disclosed under it is {}.",
            short(until)
        ),
        by: until.to_string(),
        days: days(today, until),
        working: lasts.working.clone(),
        cite: lasts.cite.clone(),
        caution: lasts.caution.clone(),
        met_on: None,
    })
}
