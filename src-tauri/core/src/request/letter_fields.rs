//! From a request to what a letter's template may name, and to the sheet it is printed on.

use super::case::Case;
use super::clock::clocks;
use super::letters::claims_under;
use crate::api::wire::{Envelope, LetterStart, Paper, Refusal};
use crate::desk::Desk;
use crate::law::{Answer, Asked, Law, Unit, judge};
use crate::letter::{
    self, Authority, ClaimFields, Fields, LetterText, Letterhead, Organisation, PromiseQuote, Sheet,
};
use crate::promise::quotes;
use crate::register::{accounting, children, shine};
use crate::time::{Now, long_in};
use crate::words::{Channel, LetterKind, Right};
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
        LetterKind::MissingParticulars => "What is missing",
        LetterKind::DirectNotice => "Notice to a parent",
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
            .map(|on| long_in(on, american(desk, law)))
            .unwrap_or_default()
    };
    let mut more_time = String::new();
    let mut claims = Vec::new();
    for claim in claims_under(case, &start.law) {
        let rule = law.right(claim.right, case.received_on)?;
        let clock = law.clock(rule, case.received_on)?;
        if let (Some(extension), true) = (&clock.extension, more_time.is_empty()) {
            more_time = span(extension.count, extension.unit);
        }
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
            free: rule
                .free
                .as_ref()
                .map(|f| f.text.clone())
                .unwrap_or_default(),
        });
    }
    let rights: Vec<Right> = claims.iter().map(|c| c.right).collect();
    let named = if law.always {
        outside(desk, case, today)
    } else {
        bodies(desk, law, &rights, today)
    };
    let ours = our_policy(desk, case, start, today, american(desk, law))?;
    let appeal_answer = law
        .right(Right::Appeal, case.received_on)
        .and_then(|rule| law.clock(rule, case.received_on))
        .ok()
        .and_then(|clock| clock.respond.as_ref());
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
        received: long_in(case.received_on, american(desk, law)),
        channel: by_channel(case.channel).into(),
        claims,
        respond_by: earliest(crate::law::Clock::answer_by),
        new_date: earliest(|c| c.extended),
        more_time,
        reason: sentence(&start.reason),
        asked: start.asked.trim().to_owned(),
        authority: named.first().cloned().unwrap_or_else(|| Authority {
            name: profile.authority_name.clone(),
            address: profile.authority_address.clone(),
            website: String::new(),
        }),
        bodies: named,
        appeal_bodies: if appeal_answer.is_some() {
            bodies(desk, law, &[Right::Appeal], today)
        } else {
            Vec::new()
        },
        appeal_answer: appeal_answer
            .map(|p| span(p.count, p.unit))
            .unwrap_or_default(),
        complaint_contact: [profile.contact_email.clone(), profile.address.join(", ")]
            .into_iter()
            .filter(|l| !l.is_empty())
            .collect::<Vec<_>>()
            .join(", or by post to "),
        how_to_confirm: profile.opt_out_confirmation.clone(),
        policy: String::new(),
        promises: ours.promises,
        questions: ours.questions,
        registers: ours.registers,
        missing: ours.missing,
        given: shine::fields(desk, case, &start.law, american(desk, law))?,
        account: accounting::fields(desk, case, &start.law, american(desk, law))?,
        child: children::fields(desk, case, today, american(desk, law))?,
        american: american(desk, law),
    })
}

/// What a letter says of our own policy.
struct OurPolicy {
    promises: Vec<PromiseQuote>,
    questions: Vec<String>,
    registers: Vec<String>,
    missing: Vec<String>,
}

/// The promises a letter quotes, what was asked, what the registers show, and what the request lacks.
fn our_policy(
    desk: &Desk,
    case: &Case,
    start: &LetterStart,
    today: NaiveDate,
    american: bool,
) -> Result<OurPolicy, Refusal> {
    Ok(OurPolicy {
        promises: quotes::quoted(desk, case, start.kind, &start.law, american),
        questions: letter::questions_asked(&case.questions),
        registers: quotes::registers(desk, case, today, american)?,
        missing: quotes::missing(desk, case, today)?,
    })
}

/// Whether a letter is in American English: as its law is, and under our own policy as the house is.
fn american(desk: &Desk, law: &Law) -> bool {
    if !law.always {
        return law.id.starts_with("us-");
    }
    let at = &desk.profile.about.established;
    if at.is_empty() {
        return desk.profile.calendar.starts_with("us") || desk.profile.calendar.starts_with("ca-");
    }
    at.iter()
        .any(|place| place == "us" || place.starts_with("us-"))
}

/// The authorities of the laws that apply to whoever wrote, for a letter under our own policy, which has none of its own.
fn outside(desk: &Desk, case: &Case, today: NaiveDate) -> Vec<Authority> {
    let asked = Asked {
        residence: &case.residence,
        age: case.age,
        capacity: case.capacity,
        data: &case.data_kinds,
        received_on: case.received_on,
    };
    let about = crate::law::Organisation::from(&desk.profile.about);
    let book = desk.library.reach_book();
    let chosen = |law: &Law| case.claims.iter().any(|c| c.laws.contains(&law.id));
    let ticked = desk
        .profile
        .laws
        .iter()
        .filter_map(|id| desk.library.law(id).ok());
    let mut found: Vec<Authority> = Vec::new();
    for law in ticked {
        let applies = |right| judge(law, book, &about, &asked, right).answer == Answer::Applies;
        if chosen(law) || law.rights.first().is_some_and(|rule| applies(rule.right)) {
            for body in bodies(desk, law, &[Right::Complaint], today) {
                if !found.contains(&body) {
                    found.push(body);
                }
            }
        }
    }
    found
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

/// The authorities of a law that a letter about these rights names on its day.
///
/// Where the law has one for each country, it is the one the officer named, else the one of the
/// organisation's calendar; elsewhere all of them.
fn bodies(desk: &Desk, law: &Law, rights: &[Right], today: NaiveDate) -> Vec<Authority> {
    let profile = &desk.profile;
    let home = profile.calendar.as_str();
    let country = home.split('-').next().unwrap_or(home);
    let by_country = law.complaint_bodies.iter().any(|b| !b.calendars.is_empty());
    if by_country && !profile.authority_name.is_empty() {
        return vec![Authority {
            name: profile.authority_name.clone(),
            address: profile.authority_address.clone(),
            website: String::new(),
        }];
    }
    let mut found: Vec<Authority> = Vec::new();
    for right in rights {
        for id in [home, country] {
            for body in law.complaint_bodies_for(*right, id, today) {
                let body = Authority {
                    name: body.name.clone(),
                    address: body.address.clone(),
                    website: body.web.clone(),
                };
                if !found.contains(&body) {
                    found.push(body);
                }
            }
        }
    }
    found.truncate(if by_country { 1 } else { found.len() });
    found
}

/// A span in words: `45 days`, `1 month`.
fn span(count: u32, unit: Unit) -> String {
    let unit = match unit {
        Unit::Days => "day",
        Unit::Months => "month",
        Unit::BusinessDays => "business day",
    };
    let many = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{many}")
}

/// Name and address as they stand in the window; without a postal address the mail address.
pub fn recipient(case: &Case) -> Vec<String> {
    let mut lines = vec![addressed(case)];
    lines.extend(case.requester.address.iter().cloned());
    if lines.len() == 1 && case.requester.email != lines[0] && !case.requester.email.is_empty() {
        lines.push(case.requester.email.clone());
    }
    lines
}

/// The identifier of a paper or an envelope, as it is kept.
pub fn word(of: &impl serde::Serialize) -> String {
    serde_json::to_value(of)
        .ok()
        .and_then(|word| word.as_str().map(str::to_owned))
        .unwrap_or_default()
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
    let american = american(desk, desk.library.law(law)?);
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
        recipient_lines: recipient(case),
        date: long_in(now.today(desk.zone), american),
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
        language: if american { "en-US" } else { "en-GB" }.into(),
        title: format!("{} {}", title(kind), case.reference),
        created: now.instant(),
        draft,
    })
}
