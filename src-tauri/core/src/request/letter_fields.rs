//! From a request to what a letter's template may name, and to the sheet it is printed on.

use super::case::Case;
use super::clock::clocks;
use super::letters::claims_under;
use crate::api::wire::{Envelope, LetterStart, Paper, Refusal};
use crate::desk::Desk;
use crate::letter::{
    self, Authority, ClaimFields, Fields, LetterText, Letterhead, Organisation, Sheet,
};
use crate::time::{Now, long_in};
use crate::words::{Channel, LetterKind};
use chrono::NaiveDate;

/// A letter's name on lists and files.
pub fn title(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Acknowledgement => "Acknowledgement",
        LetterKind::ProofOfIdentity => "Proof of identity",
        LetterKind::Clarification => "Clarification",
        LetterKind::Extension => "Extension",
        LetterKind::AnswerInFull => "Answer in full",
        LetterKind::AnswerInPart => "Answer in part",
        LetterKind::Refusal => "Refusal",
        LetterKind::OptOutConfirmation => "Opt-out confirmation",
    }
}

/// What a template may name.
pub fn fields(
    desk: &Desk,
    case: &Case,
    start: &LetterStart,
    today: NaiveDate,
) -> Result<Fields, Refusal> {
    let profile = &desk.profile;
    let law = desk.library.law(&start.law)?;
    let all = clocks(desk.here(), case)?;
    let earliest = |pick: fn(&crate::law::Clock) -> Option<NaiveDate>| {
        all.iter()
            .filter(|c| c.law.id == start.law)
            .filter_map(|c| pick(&c.clock))
            .min()
            .map(|on| written(desk, &start.law, on))
            .unwrap_or_default()
    };
    let mut claims = Vec::new();
    for claim in claims_under(case, &start.law) {
        let rule = law.right(claim.right, case.received_on)?;
        let ground = claim
            .ground
            .as_ref()
            .filter(|(of, _)| *of == law.id)
            .and_then(|(_, id)| law.ground(id));
        claims.push(ClaimFields {
            right: claim.right,
            right_name: rule.name.clone(),
            law_name: law.name.clone(),
            law_short: law.short.clone(),
            cite: rule.cite.clone(),
            outcome: claim.outcome,
            ground: ground.map(|g| letter::Ground {
                title: g.title.clone(),
                text: g.text.clone(),
                cite: g.cite.clone(),
            }),
            reasons: claim.reasons.clone(),
            kept: claim.kept.clone(),
        });
    }
    Ok(Fields {
        organisation: Organisation {
            name: profile.organisation.clone(),
            address: profile.address.clone(),
            email: profile.contact_email.clone(),
            phone: profile.contact_phone.clone(),
        },
        officer: desk.officer.name.clone(),
        requester: addressed(case),
        subject: case
            .subject
            .as_ref()
            .map(|s| s.name.clone())
            .unwrap_or_default(),
        reference: case.reference.clone(),
        received: written(desk, &start.law, case.received_on),
        channel: by_channel(case.channel).into(),
        claims,
        respond_by: earliest(crate::law::Clock::answer_by),
        new_date: earliest(|c| c.extended),
        reason: sentence(&start.reason),
        asked: start.asked.trim().to_owned(),
        authority: authority(desk, law, today),
        complaint_contact: [profile.contact_email.clone(), profile.address.join(", ")]
            .into_iter()
            .filter(|l| !l.is_empty())
            .collect::<Vec<_>>()
            .join(", or by post to "),
        how_to_confirm: profile.opt_out_confirmation.clone(),
        policy: String::new(),
    })
}

/// Whom the letter greets; a request that came without a name is greeted by its mail address.
fn addressed(case: &Case) -> String {
    if case.requester.name.is_empty() {
        case.requester.email.clone()
    } else {
        case.requester.name.clone()
    }
}

fn by_channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Mail => "by e-mail",
        Channel::Post => "by post",
        Channel::Phone => "by telephone",
        Channel::WebForm => "through our web form",
        Channel::InPerson => "in person",
        Channel::AccountRepresentative => "through your account representative",
    }
}

/// A reason as a whole sentence: templates set it as one.
fn sentence(text: &str) -> String {
    let text = text.trim();
    let mut chars = text.chars();
    let Some(first) = chars.next() else {
        return String::new();
    };
    let mut out: String = first.to_uppercase().chain(chars).collect();
    if !out.ends_with(['.', '!', '?']) {
        out.push('.');
    }
    out
}

/// The authority the officer named, else the one the law names for the organisation's calendar.
fn authority(desk: &Desk, law: &crate::law::Law, today: NaiveDate) -> Authority {
    if !desk.profile.authority_name.is_empty()
        && law.complaint_bodies.iter().any(|b| !b.calendars.is_empty())
    {
        return Authority {
            name: desk.profile.authority_name.clone(),
            address: desk.profile.authority_address.clone(),
            website: String::new(),
        };
    }
    let home = desk.profile.calendar.as_str();
    let country = home.split('-').next().unwrap_or(home);
    let here =
        |b: &&crate::law::ComplaintBody| b.calendars.iter().any(|c| c == home || c == country);
    // An authority that changed its name is named as it is called on the day of the letter.
    let named = || law.complaint_bodies.iter().filter(|b| b.is_named_on(today));
    let body = named()
        .find(here)
        .or_else(|| named().find(|b| b.calendars.is_empty()));
    match body {
        Some(b) => Authority {
            name: b.name.clone(),
            address: b.address.clone(),
            website: b.web.clone(),
        },
        None => Authority {
            name: desk.profile.authority_name.clone(),
            address: desk.profile.authority_address.clone(),
            website: String::new(),
        },
    }
}

/// British English, unless a law of the United States speaks through a house that is not British.
fn british(desk: &Desk, law: &str) -> bool {
    desk.profile.calendar.starts_with("gb") || law.starts_with("uk") || law.starts_with("eu")
}

/// A day as the letter's English writes it.
fn written(desk: &Desk, law: &str, day: NaiveDate) -> String {
    long_in(day, !british(desk, law))
}

/// The sheet a letter is printed on.
pub fn sheet(
    desk: &Desk,
    case: &Case,
    kind: LetterKind,
    law: &str,
    text: LetterText,
    draft: bool,
    now: Now,
) -> Result<Sheet, Refusal> {
    let profile = &desk.profile;
    let mut recipient = vec![addressed(case)];
    recipient.extend(case.requester.address.iter().cloned());
    if recipient.len() == 1
        && case.requester.email != recipient[0]
        && !case.requester.email.is_empty()
    {
        recipient.push(case.requester.email.clone());
    }
    Ok(Sheet {
        letterhead: Letterhead {
            organisation: profile.organisation.clone(),
            address_lines: profile.address.clone(),
            contact_lines: [&profile.contact_email, &profile.contact_phone]
                .into_iter()
                .filter(|l| !l.is_empty())
                .cloned()
                .collect(),
        },
        recipient_lines: recipient,
        date: written(desk, law, now.today(desk.zone)),
        place: String::new(),
        reference: case.reference.clone(),
        text,
        signatory: desk.officer.name.clone(),
        paper: match profile.paper {
            Paper::A4 => letter::Paper::A4,
            Paper::UsLetter => letter::Paper::UsLetter,
        },
        envelope: match profile.envelope {
            Envelope::Din5008B => letter::Envelope::Din5008B,
            Envelope::Us10 => letter::Envelope::Us10,
            Envelope::Dl => letter::Envelope::Dl,
            Envelope::Plain => letter::Envelope::Plain,
        },
        language: if british(desk, law) { "en-GB" } else { "en-US" }.into(),
        title: format!("{} {}", title(kind), case.reference),
        created: now.instant(),
        draft,
    })
}
