//! From a request to what a letter's template may name, and to the sheet it is printed on.

use super::case::Case;
use super::clock::clocks;
use super::enclosures;
use super::letters::claims_under;
use super::repeat;
use crate::api::wire::{LetterStart, Refusal};
use crate::desk::{Desk, letterhead::dress};
use crate::law::{Answer, Asked, Law, judge};
use crate::letter::{
    Along, Authority, ClaimFields, Fields, LetterText, Organisation, PromiseQuote, Sheet, Tongue,
    tongue, tongue_under,
};
use crate::promise::quotes;
use crate::register::{accounting, children, shine};
use crate::store::draft::LetterInHand;
use crate::time::Now;
use crate::words::{Channel, LetterKind, LetterLanguage, Right};
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
        LetterKind::AgentAuthority => "Authority to act for somebody else",
        LetterKind::FeeNotice => "What it would cost",
        LetterKind::NothingHeld => "Nothing held",
        LetterKind::RestrictionLifting => "The restriction is about to be lifted",
        LetterKind::RecipientNotice => "Notice to a recipient",
        LetterKind::RepeatRequest => "Asked before",
        LetterKind::ConsentLapsed => "No consent came",
        LetterKind::ParentNotice => "Notice to a parent of contact details",
    }
}

/// What the letter is called in its own language, in a file's name and in its title.
pub fn title_in(language: LetterLanguage, kind: LetterKind) -> Result<String, Refusal> {
    let own = tongue(language)?.titles.get(&kind);
    Ok(own.cloned().unwrap_or_else(|| title(kind).to_owned()))
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
    let language = start.language.unwrap_or_default();
    let words = tongue_under(language, &law.id)?;
    let american = american(desk, law, language);
    let all = clocks(desk.here(), case)?;
    let earliest = |pick: fn(&crate::law::Clock) -> Option<NaiveDate>| {
        all.iter()
            .filter(|c| c.law.id == start.law)
            .filter_map(|c| pick(&c.clock))
            .min()
            .map(|on| words.date(on, american))
            .unwrap_or_default()
    };
    let mut more_time = String::new();
    let mut claims = Vec::new();
    for claim in claims_under(case, &start.law) {
        let rule = law.right(claim.right, case.received_on)?;
        let clock = law.clock(rule, case.received_on)?;
        if let (Some(extension), true) = (&clock.extension, more_time.is_empty()) {
            more_time = words.span(extension.count, extension.unit);
        }
        let ground = claim
            .ground
            .as_ref()
            .filter(|(of, _)| *of == law.id)
            .and_then(|(_, id)| law.ground(id));
        claims.push(ClaimFields {
            reasons: claim.reasons.clone(),
            kept: claim.kept.clone(),
            repeat: repeat::fields(desk, case, claim, law, start.kind, words, american)?,
            ..words.claim(law, rule, claim.outcome, ground)
        });
    }
    let rights: Vec<Right> = claims.iter().map(|c| c.right).collect();
    let named = if law.always {
        outside(desk, case, words, today)
    } else {
        bodies(desk, law, &rights, words, today)
    };
    let ours = our_policy(desk, case, start, today, words, american)?;
    let appeal_answer = law
        .right(Right::Appeal, case.received_on)
        .and_then(|rule| law.clock(rule, case.received_on))
        .ok()
        .and_then(|clock| clock.respond.as_ref());
    Ok(Fields {
        language,
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
        received: words.date(case.received_on, american),
        channel: words.channel(case.channel),
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
            bodies(desk, law, &[Right::Appeal], words, today)
        } else {
            Vec::new()
        },
        appeal_answer: appeal_answer
            .map(|p| words.span(p.count, p.unit))
            .unwrap_or_default(),
        complaint_contact: words.contact(&profile.contact_email, &profile.address.join(", ")),
        how_to_confirm: profile.opt_out_confirmation.clone(),
        policy: String::new(),
        promises: ours.promises,
        questions: ours.questions,
        registers: ours.registers,
        missing: ours.missing,
        given: shine::fields(desk, case, &start.law, american)?,
        account: accounting::fields(desk, case, &start.law, american)?,
        child: children::fields(desk, case, today, words, american)?,
        american,
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
    words: &Tongue,
    american: bool,
) -> Result<OurPolicy, Refusal> {
    Ok(OurPolicy {
        promises: quotes::quoted(desk, case, start.kind, &start.law, words, american),
        questions: words.questions_asked(&case.questions),
        registers: quotes::registers(desk, case, today, words, american)?,
        missing: quotes::missing(desk, case, words, american),
    })
}

/// Whether a letter is in American English: as its law is, and under our own policy as the house is.
pub fn american(desk: &Desk, law: &Law, language: LetterLanguage) -> bool {
    if language != LetterLanguage::En {
        return false;
    }
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
fn outside(desk: &Desk, case: &Case, words: &Tongue, today: NaiveDate) -> Vec<Authority> {
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
            for body in bodies(desk, law, &[Right::Complaint], words, today) {
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
fn bodies(
    desk: &Desk,
    law: &Law,
    rights: &[Right],
    words: &Tongue,
    today: NaiveDate,
) -> Vec<Authority> {
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
                let body = words.authority(law, body);
                if !found.contains(&body) {
                    found.push(body);
                }
            }
        }
    }
    found.truncate(if by_country { 1 } else { found.len() });
    found
}

/// Name and address as they stand in the window: those of the draft where it goes elsewhere, else the requester's;
/// without a postal address the mail address.
pub fn recipient(case: &Case, kept: &LetterInHand) -> Vec<String> {
    let elsewhere: Vec<String> = kept
        .addressee
        .lines()
        .map(|l| l.trim().to_owned())
        .collect();
    if !elsewhere.is_empty() {
        return elsewhere;
    }
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

/// The day of what they wrote, where the letter goes to whoever wrote it; what was said or clicked is no letter.
fn your_letter(case: &Case, kept: &LetterInHand, words: &Tongue, american: bool) -> String {
    let answers = !matches!(
        kept.kind,
        LetterKind::RecipientNotice | LetterKind::DirectNotice
    );
    let written = matches!(case.channel, Channel::Post | Channel::Mail);
    if answers && written {
        words.date(case.received_on, american)
    } else {
        String::new()
    }
}

/// BCP 47: in what a letter is written, as its house writes it.
pub(super) fn language_tag(desk: &Desk, kept: &LetterInHand) -> Result<String, Refusal> {
    let american = american(desk, desk.library.law(&kept.law)?, kept.language);
    Ok(match kept.language {
        LetterLanguage::En if american => "en-US",
        LetterLanguage::En => "en-GB",
        _ => &tongue(kept.language)?.tag,
    }
    .into())
}

/// The sheet a letter is printed on, without the pages behind it.
pub fn sheet(
    desk: &Desk,
    case: &Case,
    kept: &LetterInHand,
    text: LetterText,
    draft: bool,
    now: Now,
) -> Result<Sheet, Refusal> {
    let dress = dress(desk);
    let words = tongue(kept.language)?;
    let american = american(desk, desk.library.law(&kept.law)?, kept.language);
    let language = language_tag(desk, kept)?;
    Ok(Sheet {
        letterhead: dress.letterhead,
        recipient_lines: recipient(case, kept),
        date: words.date(now.today(desk.zone), american),
        place: dress.place,
        reference: case.reference.clone(),
        text,
        signatory: dress.signatory,
        signature: dress.signature,
        look: dress.look,
        enclosures: enclosures::list(desk, case, &language)?,
        copy_to: enclosures::copies(desk, case)?,
        your_letter: your_letter(case, kept, words, american),
        along: Along::default(),
        paper: dress.paper,
        envelope: dress.envelope,
        language,
        title: format!("{} {}", title_in(kept.language, kept.kind)?, case.reference),
        created: now.instant(),
        draft,
    })
}
