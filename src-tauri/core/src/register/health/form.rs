//! The form to sign, with what is known filled in.

use super::file::demanded;
use super::rules::Rules;
use super::typed::cleaned;
use crate::api::wire::{AuthorizationIn, ElementWhen, Paper, RecipientIn, Refusal};
use crate::desk::Desk;
use crate::letter::Rendered;
use crate::request::making::making;
use crate::store;
use crate::summary::{AuthorizationPage, authorization_pdf};
use crate::time::{self, Now, long_in};
use crate::words::{AuthorizationForm, Register};

/// The form as a page. It prints the words of every statement: whoever signs it has read them.
pub fn page(
    desk: &Desk,
    rules: &Rules,
    about: &AuthorizationIn,
    now: Now,
) -> Result<Rendered, Refusal> {
    let about = cleaned(about);
    let profile = &desk.profile;
    let day = |text: &str| match time::day(text) {
        Some(day) => long_in(day, profile.paper == Paper::UsLetter),
        None => text.to_owned(),
    };
    let recipient = match about.recipient {
        Some(id) => {
            store::register::find::<RecipientIn>(desk.store.read(), Register::Recipients, id)?
                .map(|one| one.body)
        }
        None => None,
    };
    let mut contact: Vec<String> = vec![profile.address.join(", ")];
    contact.extend([profile.contact_email.clone(), profile.contact_phone.clone()]);
    let patient = &about.patient;
    let reach: Vec<&str> = patient
        .address
        .iter()
        .chain([&patient.phone, &patient.email])
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect();
    let page = AuthorizationPage {
        organisation: profile.organisation.clone(),
        contact,
        patient: patient.name.clone(),
        patient_contact: reach.join(", "),
        discloser: about.discloser.clone(),
        recipient: recipient
            .as_ref()
            .map_or_else(|| about.recipient_name.clone(), |one| one.name.clone()),
        recipient_address: recipient
            .map(|one| one.address.join(", "))
            .unwrap_or_default(),
        description: about.description.clone(),
        kinds: rules
            .kinds
            .iter()
            .map(|one| (one.name.clone(), about.initialled.contains(&one.id)))
            .collect(),
        purpose: about.purpose.clone(),
        expires_on: day(&about.expires_on),
        expires_event: about.expires_event.clone(),
        limit: rules
            .limit(&about.limit)
            .map(|one| one.what.clone())
            .unwrap_or_default(),
        statements: rules
            .elements
            .iter()
            .filter(|one| one.statement && one.when == ElementWhen::Always)
            .map(|one| one.form.clone())
            .collect(),
        only_if: rules
            .elements
            .iter()
            .filter(|one| matches!(one.when, ElementWhen::Marketing | ElementWhen::Sale))
            .map(|one| (one.form.clone(), about.statements.contains(&one.id)))
            .collect(),
        single: about.single_use || demanded(desk, rules).each,
        signed_on: day(&about.signed_on),
        signed_by: about.signed_by.clone(),
        signed_authority: about.signed_authority.clone(),
        oral: about.form == Some(AuthorizationForm::OralDocumented),
        documented_by: about.documented_by.clone(),
        documented_on: day(&about.documented_on),
    };
    Ok(authorization_pdf(&page, &making(desk, now))?)
}
