//! An entry as the desk file keeps it: what was not said takes no room, and those it names are not in it.

use crate::api::wire::{
    ConsentOnFile, HandlingIn, HandlingPurpose, HealthBasis, LegalProcess, Refusal,
};
use crate::words::{Act, Audience, DataTopic};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

#[derive(Serialize, Deserialize)]
struct Kept<'a> {
    act: Act,
    #[serde(borrow)]
    on: Cow<'a, str>,
    purpose: HandlingPurpose,
    #[serde(borrow, default, skip_serializing_if = "blank")]
    recipient: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    data: Vec<DataTopic>,
    #[serde(default, skip_serializing_if = "nobody")]
    people: u32,
    #[serde(borrow, default, skip_serializing_if = "blank")]
    group: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    children: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    audiences: Vec<Audience>,
    #[serde(default = "no_consent", skip_serializing_if = "without")]
    consent: ConsentOnFile,
    #[serde(borrow, default, skip_serializing_if = "blank")]
    consent_note: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "blank")]
    told_on: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "blank")]
    legal_basis: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "blank")]
    note: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    request: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recipient_id: Option<u32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    categories: Vec<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    child: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    explicit_consent: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    health: Option<HealthBasis>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    process: Option<LegalProcess>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    already_made: bool,
}

fn blank(text: &str) -> bool {
    text.is_empty()
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it so")]
fn nobody(people: &u32) -> bool {
    *people == 0
}

fn no_consent() -> ConsentOnFile {
    ConsentOnFile::None
}

fn without(consent: &ConsentOnFile) -> bool {
    *consent == ConsentOnFile::None
}

fn bad(e: &serde_json::Error) -> Refusal {
    Refusal::broken(&format!("an entry of the register cannot be read ({e})"))
}

/// As it is written.
pub fn written(entry: &HandlingIn) -> Result<String, Refusal> {
    let kept = Kept {
        act: entry.act,
        on: entry.on.as_str().into(),
        purpose: entry.purpose,
        recipient: entry.recipient.as_str().into(),
        data: entry.data.clone(),
        people: entry.people,
        group: entry.group.as_str().into(),
        children: entry.children,
        audiences: entry.audiences.clone(),
        consent: entry.consent,
        consent_note: entry.consent_note.as_str().into(),
        told_on: entry.told_on.as_str().into(),
        legal_basis: entry.legal_basis.as_str().into(),
        note: entry.note.as_str().into(),
        request: entry.request,
        recipient_id: entry.recipient_id,
        categories: entry
            .categories
            .iter()
            .map(|id| id.as_str().into())
            .collect(),
        child: entry.child,
        explicit_consent: entry.explicit_consent,
        health: (entry.health != HealthBasis::default()).then(|| entry.health.clone()),
        process: entry.process.clone(),
        already_made: entry.already_made,
    };
    serde_json::to_string(&kept).map_err(|e| bad(&e))
}

/// As it is read; entries of older versions say everything and are read the same.
pub fn read(text: &str) -> Result<HandlingIn, Refusal> {
    let kept: Kept = serde_json::from_str(text).map_err(|e| bad(&e))?;
    Ok(HandlingIn {
        act: kept.act,
        on: kept.on.into_owned(),
        recipient: kept.recipient.into_owned(),
        purpose: kept.purpose,
        data: kept.data,
        people: kept.people,
        group: kept.group.into_owned(),
        children: kept.children,
        audiences: kept.audiences,
        consent: kept.consent,
        consent_note: kept.consent_note.into_owned(),
        told_on: kept.told_on.into_owned(),
        legal_basis: kept.legal_basis.into_owned(),
        note: kept.note.into_owned(),
        request: kept.request,
        recipient_id: kept.recipient_id,
        categories: kept.categories.into_iter().map(Cow::into_owned).collect(),
        persons: Vec::new(),
        child: kept.child,
        explicit_consent: kept.explicit_consent,
        health: kept.health.unwrap_or_default(),
        process: kept.process,
        already_made: kept.already_made,
        corrects: None,
    })
}
