//! What an officer typed about an authorisation: what keeps it out, what was changed.

use super::rules::Rules;
use crate::api::wire::{AuthorizationIn, Problem, RecipientIn, Refusal};
use crate::desk::Desk;
use crate::request::preview::{harmless, trimmed};
use crate::store;
use crate::time::{self, Now};
use crate::words::{AuthorizationForm, Register};

/// Longest text of a field; the sentence below says the same.
const LONGEST: usize = 2000;

/// Without white space around and without what would break a line.
pub fn cleaned(about: &AuthorizationIn) -> AuthorizationIn {
    let clean = |text: &str| {
        text.chars()
            .filter(|c| harmless(*c) || *c == '\n')
            .collect::<String>()
            .trim()
            .to_owned()
    };
    let oral = about.form == Some(AuthorizationForm::OralDocumented);
    AuthorizationIn {
        patient: trimmed(&about.patient),
        description: clean(&about.description),
        discloser: clean(&about.discloser),
        recipient_name: clean(&about.recipient_name),
        purpose: clean(&about.purpose),
        expires_on: clean(&about.expires_on),
        expires_event: clean(&about.expires_event),
        signed_on: clean(&about.signed_on),
        signed_by: clean(&about.signed_by),
        signed_authority: clean(&about.signed_authority),
        documented_by: if oral {
            clean(&about.documented_by)
        } else {
            String::new()
        },
        documented_on: if oral {
            clean(&about.documented_on)
        } else {
            String::new()
        },
        limit: clean(&about.limit),
        note: clean(&about.note),
        ..about.clone()
    }
}

/// What keeps it from being entered; what it lacks does not.
pub fn problems(
    desk: &Desk,
    rules: &Rules,
    about: &AuthorizationIn,
    now: Now,
) -> Result<Vec<Problem>, Refusal> {
    let mut all = Vec::new();
    let mut problem = |field: &str, message: &str| {
        all.push(Problem {
            field: field.into(),
            message: message.into(),
        });
    };
    let today = now.today(desk.zone);
    if about.patient.name.trim().is_empty() {
        problem(
            "patient.name",
            "Write whose health information it is about.",
        );
    }
    let day = |text: &str| time::day(text.trim());
    for (field, text, past) in [
        ("signed_on", &about.signed_on, true),
        ("documented_on", &about.documented_on, true),
        ("expires_on", &about.expires_on, false),
    ] {
        if text.trim().is_empty() {
            continue;
        }
        match day(text) {
            None => problem(field, "That is no day that exists. Write it as 2026-03-31."),
            Some(on) if past && on > today => problem(
                field,
                "That day has not come yet. Enter it when it is signed.",
            ),
            Some(_) => {}
        }
    }
    let signed = day(&about.signed_on);
    if let (Some(signed), Some(ends)) = (signed, day(&about.expires_on))
        && ends < signed
    {
        problem(
            "expires_on",
            "It would have ended before it was signed. Look at the two dates.",
        );
    }
    if let (Some(said), Some(written)) = (signed, day(&about.documented_on))
        && written < said
    {
        problem(
            "documented_on",
            "It was written down before it was said. Look at the two dates.",
        );
    }
    if !about.limit.trim().is_empty() && rules.limit(about.limit.trim()).is_none() {
        problem("limit", "Choose hospital, insurer, or neither.");
    }
    let statement = |id: &String| {
        rules
            .elements
            .iter()
            .any(|one| one.statement && one.id == *id)
    };
    if !about.statements.iter().all(statement) {
        problem(
            "statements",
            "One of these statements is none of the law’s; choose from the list.",
        );
    }
    if !about
        .initialled
        .iter()
        .all(|id| rules.kinds.iter().any(|one| one.id == *id))
    {
        problem(
            "initialled",
            "One of these kinds is not on the form; choose from the list.",
        );
    }
    let texts = [
        &about.description,
        &about.discloser,
        &about.recipient_name,
        &about.purpose,
        &about.expires_event,
        &about.signed_by,
        &about.signed_authority,
        &about.documented_by,
        &about.note,
        &about.patient.name,
    ];
    if texts.iter().any(|text| text.chars().count() > LONGEST) {
        problem(
            "note",
            "One of these texts is longer than the register can show; 2000 characters are the most.",
        );
    }
    if let Some(id) = about.recipient {
        match store::register::find::<RecipientIn>(desk.store.read(), Register::Recipients, id)? {
            Some(one) if one.struck.is_empty() => {}
            _ => problem(
                "recipient",
                "This recipient does not stand in the directory any more; choose another, or write the name.",
            ),
        }
    }
    if let Some(request) = about.request {
        store::request::load(desk.store.read(), request)?;
    }
    Ok(all)
}

/// A reason that says something.
pub fn reason(text: &str, why: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::field("reason", why));
    }
    if text.chars().count() > LONGEST {
        return Err(Refusal::field(
            "reason",
            "That is longer than the register can show; 2000 characters are the most.",
        ));
    }
    Ok(text.to_owned())
}

/// With a full stop.
pub fn stopped(text: &str) -> String {
    super::rules::sentence(text)
}

/// What is different, a sentence each; names are not repeated, so that a person can be erased alone.
pub fn changes(before: &AuthorizationIn, after: &AuthorizationIn) -> Vec<String> {
    let mut all = Vec::new();
    let form = |one: &AuthorizationIn| one.form.map(form_name).unwrap_or_default().to_owned();
    let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
    let recipient = |one: &AuthorizationIn| match one.recipient {
        Some(id) => format!("number {id} of the directory"),
        None => one.recipient_name.clone(),
    };
    for (what, was, is) in [
        ("Form", form(before), form(after)),
        (
            "What may be disclosed",
            before.description.clone(),
            after.description.clone(),
        ),
        (
            "Initialled",
            before.initialled.join(", "),
            after.initialled.join(", "),
        ),
        (
            "Who may disclose",
            before.discloser.clone(),
            after.discloser.clone(),
        ),
        ("Recipient", recipient(before), recipient(after)),
        ("Purpose", before.purpose.clone(), after.purpose.clone()),
        (
            "Ends on",
            before.expires_on.clone(),
            after.expires_on.clone(),
        ),
        (
            "Ends with",
            before.expires_event.clone(),
            after.expires_event.clone(),
        ),
        (
            "Signed on",
            before.signed_on.clone(),
            after.signed_on.clone(),
        ),
        (
            "Authority",
            before.signed_authority.clone(),
            after.signed_authority.clone(),
        ),
        (
            "Written down on",
            before.documented_on.clone(),
            after.documented_on.clone(),
        ),
        (
            "Statements",
            before.statements.join(", "),
            after.statements.join(", "),
        ),
        ("Copy given", yes(before.copy_given), yes(after.copy_given)),
        (
            "For one disclosure only",
            yes(before.single_use),
            yes(after.single_use),
        ),
        ("Held by", before.limit.clone(), after.limit.clone()),
        ("Note", before.note.clone(), after.note.clone()),
    ] {
        if was != is {
            let or_nothing = |text: String| {
                if text.is_empty() {
                    "nothing".to_owned()
                } else {
                    format!("“{text}”")
                }
            };
            all.push(format!(
                "{what}: {} became {}.",
                or_nothing(was),
                or_nothing(is)
            ));
        }
    }
    for (what, changed) in [
        ("The patient", before.patient != after.patient),
        ("Who signed", before.signed_by != after.signed_by),
        (
            "Who wrote it down",
            before.documented_by != after.documented_by,
        ),
    ] {
        if changed {
            all.push(format!("{what} was corrected."));
        }
    }
    if before.request != after.request {
        all.push("It was tied to another request.".to_owned());
    }
    all
}

/// How a form is called in a sentence.
fn form_name(form: AuthorizationForm) -> &'static str {
    match form {
        AuthorizationForm::Written => "written",
        AuthorizationForm::Electronic => "electronic",
        AuthorizationForm::OralDocumented => "oral, written down",
    }
}
