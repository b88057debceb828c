//! Letters of a request: choose, draft, word, preview, issue. Issuing is what moves the clock.

use super::case::{Case, Claim};
use super::clock::clocks;
use super::enclosures;
use super::languages;
use super::leaving::{Leaving, replaced};
use super::letter_effect::{effect, milestones, plain_mail};
use super::letter_fields::{self, title, title_in};
use super::letter_fit::fits;
use super::letter_next::suggested;
use super::steps::after;
use super::why;
use crate::api::wire::*;
use crate::desk::{App, Desk};
use crate::letter::{self, LetterError, Rendered, Under};
use crate::promise::whole;
use crate::register::children;
use crate::store::{self, Event, draft::LetterInHand};
use crate::time::{Now, short};
use crate::vault::sha256;
use crate::wording;
use crate::words::{LetterKind, LetterLanguage, Outcome, Right};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;

impl From<LetterError> for Refusal {
    fn from(e: LetterError) -> Self {
        Refusal::input(e.to_string())
    }
}

/// The claims of a request that a letter under one law speaks of.
pub(super) fn claims_under<'c>(case: &'c Case, law: &str) -> Vec<&'c Claim> {
    case.claims
        .iter()
        .filter(|c| c.laws.iter().any(|l| l == law))
        .collect()
}

/// The law as it stood on the day of receipt, towards this requester.
pub(super) fn under<'d>(desk: &'d Desk, case: &'d Case, law: &str) -> Result<Under<'d>, Refusal> {
    let grounds = claims_under(case, law).into_iter().filter_map(|claim| {
        let (_, id) = claim.ground.as_ref().filter(|(of, _)| of == law)?;
        Some((claim.right, id.as_str()))
    });
    Ok(Under {
        law: desk.library.law(law)?,
        received_on: case.received_on,
        capacity: case.capacity,
        grounds: grounds.collect(),
    })
}

fn pairs(case: &Case, law: &str) -> Vec<(Right, Option<Outcome>)> {
    claims_under(case, law)
        .iter()
        .map(|c| (c.right, c.outcome))
        .collect()
}

/// The claims under a law that this kind of letter may speak of; the others are mentioned beside, and answered by another letter.
pub(super) fn spoken_of<'c>(
    desk: &Desk,
    case: &'c Case,
    kind: LetterKind,
    law: &str,
) -> Result<Vec<&'c Claim>, Refusal> {
    let under = under(desk, case, law)?;
    let mut all = Vec::new();
    for claim in claims_under(case, law) {
        if letter::forbidden(&under, kind, &[claim.right])?.is_none() {
            all.push(claim);
        }
    }
    Ok(all)
}

/// See the command table.
pub fn choices(app: &mut App, args: RequestId, now: Now) -> Result<LetterChoices, Refusal> {
    let desk = app.desk()?;
    let case = store::request::load(desk.store.read(), args.id)?;
    let today = now.today(desk.zone);
    let mut laws: Vec<&String> = case.claims.iter().flat_map(|c| &c.laws).collect();
    laws.sort();
    laws.dedup();
    let mut choices = Vec::new();
    for law in laws {
        for kind in LetterKind::ALL {
            let reason = fits(desk, &case, *kind, law, today)?.err();
            choices.push(LetterChoice {
                kind: *kind,
                title: title(*kind).into(),
                law: law.clone(),
                law_short: desk.library.law(law)?.short.clone(),
                offered: reason.is_none(),
                suggested: reason.is_none() && suggested(desk, &case, *kind, law, today)?,
                reason,
            });
        }
    }
    Ok(LetterChoices {
        choices,
        languages: languages::choices(desk, &case)?,
    })
}

/// See the command table.
pub fn draft(app: &mut App, args: LetterStart, now: Now) -> Result<LetterDraft, Refusal> {
    let desk = app.desk()?;
    let case = store::request::load(desk.store.read(), args.request)?;
    fits(desk, &case, args.kind, &args.law, now.today(desk.zone))?.map_err(Refusal::not_now)?;
    if args.kind == LetterKind::Extension && args.reason.trim().is_empty() {
        return Err(Refusal::field(
            "reason",
            "Write the reason; the law allows no extension without one, and the letter gives it.",
        ));
    }
    let language = args.language.unwrap_or_default();
    if let Some(none) = letter::no_letters(language, desk.library.law(&args.law)?)? {
        return Err(Refusal::field("language", none));
    }
    let elsewhere = args.kind == LetterKind::RecipientNotice;
    if elsewhere && args.addressee.iter().all(|line| line.trim().is_empty()) {
        return Err(Refusal::field(
            "addressee",
            "Say to whom the letter goes: the recipient’s name, and the address below it.",
        ));
    }
    let fields = letter_fields::fields(desk, &case, &args, now.today(desk.zone))?;
    let own = wording::in_use(desk, language)?;
    let (mut text, used) = letter::draft_told(
        &own.wording(),
        &under(desk, &case, &args.law)?,
        args.kind,
        &fields,
    )?;
    text.deadlines = fields.said_in(&text);
    let made = own.made_of(&used);
    keep(desk, &args, &text, None, made)?;
    // What was chosen for another letter does not slip into this one.
    desk.store
        .scratch(|tx| store::enclosure::forget(tx, args.request))?;
    in_hand(desk, &case, now)?.ok_or_else(|| Refusal::broken("the draft was not kept"))
}

/// Keeps a letter being written, which one it takes the place of, and what it was drafted from.
pub(super) fn keep(
    desk: &mut Desk,
    start: &LetterStart,
    text: &letter::LetterText,
    replaces: Option<u32>,
    (wording, templates): (Vec<u32>, String),
) -> Result<(), Refusal> {
    let in_hand = LetterInHand {
        request: start.request,
        kind: start.kind,
        law: start.law.clone(),
        reason: start.reason.clone(),
        asked: start.asked.clone(),
        language: start.language.unwrap_or_default(),
        addressee: start.addressee.join("\n").trim().to_owned(),
        text: serde_json::to_string(text).map_err(|e| Refusal::broken(&e.to_string()))?,
        replaces,
        wording,
        templates,
    };
    desk.store
        .scratch(|tx| store::draft::save_letter(tx, &in_hand))
}

/// The letter being written for a request, with what it still lacks.
pub fn in_hand(desk: &Desk, case: &Case, now: Now) -> Result<Option<LetterDraft>, Refusal> {
    let Some(kept) = store::draft::letter(desk.store.read(), case.id)? else {
        return Ok(None);
    };
    let text = read(&kept)?;
    let mut items: Vec<LetterItem> = letter::check(
        &under(desk, case, &kept.law)?,
        kept.kind,
        &pairs(case, &kept.law),
        &text,
    )?
    .into_iter()
    .map(|i| LetterItem {
        id: i.item.id,
        what: i.item.what,
        cite: i.item.cite,
        caution: i.item.confidence.caution().map(str::to_owned),
        present: i.present,
        why_missing: i.why_missing,
    })
    .collect();
    let sheet = letter_fields::sheet(desk, case, &kept, text.clone(), true, now)?;
    let mut characters = letter::unprintable(&sheet)?;
    characters.extend(enclosures::lacks(desk, case)?);
    if !characters.is_empty() {
        items.push(LetterItem {
            id: "printable".into(),
            what: "Every character of the letter can be printed".into(),
            cite: String::new(),
            caution: None,
            present: false,
            why_missing: Some(LetterError::Unprintable { characters }.to_string()),
        });
    }
    let ready = items.iter().all(|i| i.present) && letter::blanks(&text).is_empty();
    let besides = store::enclosure::besides(desk.store.read(), case.id)?;
    Ok(Some(LetterDraft {
        request: case.id,
        kind: kept.kind,
        title: title(kept.kind).into(),
        law: kept.law,
        language: kept.language,
        reason: kept.reason,
        text: LetterText {
            subject: text.subject,
            salutation: text.salutation,
            blocks: text
                .blocks
                .into_iter()
                .map(|b| LetterBlock {
                    items: b.items,
                    text: b.text,
                })
                .collect(),
            closing: text.closing,
        },
        items,
        ready,
        contradictions: whole::unanswered(desk, case, now)?,
        enclosures: enclosures::offered(desk, case)?,
        also: besides.also,
        copy_to: besides.copy_to,
        wording: store::wording::named(desk.store.read(), &kept.wording)?,
    }))
}

fn read(kept: &LetterInHand) -> Result<letter::LetterText, Refusal> {
    serde_json::from_str(&kept.text)
        .map_err(|e| Refusal::broken(&format!("the letter in hand cannot be read ({e})")))
}

/// A request and the letter being written for it.
pub(super) fn working_on(desk: &Desk, request: u32) -> Result<(Case, LetterInHand), Refusal> {
    let case = store::request::load(desk.store.read(), request)?;
    let kept = store::draft::letter(desk.store.read(), request)?
        .ok_or_else(|| Refusal::not_now("No letter is being written for this request."))?;
    Ok((case, kept))
}

/// See the command table.
pub fn save(app: &mut App, args: LetterSave, now: Now) -> Result<LetterDraft, Refusal> {
    let desk = app.desk()?;
    let (case, kept) = working_on(desk, args.request)?;
    let text = letter::LetterText {
        subject: args.text.subject,
        salutation: args.text.salutation,
        blocks: args
            .text
            .blocks
            .into_iter()
            .map(|b| letter::Block {
                items: b.items,
                text: b.text,
            })
            .collect(),
        closing: args.text.closing,
        deadlines: read(&kept)?.deadlines,
    };
    let made = (kept.wording.clone(), kept.templates.clone());
    keep(desk, &start_of(&kept), &text, kept.replaces, made)?;
    in_hand(desk, &case, now)?.ok_or_else(|| Refusal::broken("the draft was not kept"))
}

/// What a letter in hand was begun with.
fn start_of(kept: &LetterInHand) -> LetterStart {
    LetterStart {
        request: kept.request,
        kind: kept.kind,
        law: kept.law.clone(),
        reason: kept.reason.clone(),
        asked: kept.asked.clone(),
        language: Some(kept.language),
        addressee: kept.addressee.lines().map(str::to_owned).collect(),
    }
}

/// See the command table.
pub fn discard(app: &mut App, args: RequestId, _: Now) -> Result<Done, Refusal> {
    app.desk()?
        .store
        .scratch(|tx| store::draft::discard_letter(tx, args.id))?;
    Ok(Done {})
}

/// See the command table.
pub fn preview(app: &mut App, args: RequestId, now: Now) -> Result<LetterPdf, Refusal> {
    let desk = app.desk()?;
    let (case, kept) = working_on(desk, args.id)?;
    let rendered = set(desk, &case, &kept, true, now)?;
    Ok(LetterPdf {
        name: file_name(&case.reference, kept.language, kept.kind)?,
        pages: pages(&rendered),
        base64: STANDARD.encode(&rendered.pdf),
    })
}

fn set(
    desk: &Desk,
    case: &Case,
    kept: &LetterInHand,
    draft: bool,
    now: Now,
) -> Result<Rendered, Refusal> {
    let mut sheet = letter_fields::sheet(desk, case, kept, read(kept)?, draft, now)?;
    enclosures::put_along(desk, case, &mut sheet)?;
    Ok(letter::render(&sheet)?)
}

fn pages(rendered: &Rendered) -> u32 {
    u32::try_from(rendered.pages.len()).unwrap_or(u32::MAX)
}

pub(super) fn file_name(
    reference: &str,
    language: LetterLanguage,
    kind: LetterKind,
) -> Result<String, Refusal> {
    Ok(format!("{reference} {}.pdf", title_in(language, kind)?))
}

/// See the command table. A letter that lacks what its law requires is not issued; the sentence names what is missing.
pub fn issue(app: &mut App, args: LetterIssue, now: Now) -> Result<RequestView, Refusal> {
    let desk = app.desk()?;
    let (case, kept) = working_on(desk, args.request)?;
    let today = now.today(desk.zone).max(case.received_on);
    let how = match args.sent_by.as_str() {
        "post" => "by post",
        "mail" => "by e-mail",
        "handed-over" => "handed over",
        _ => {
            return Err(Refusal::field(
                "sent_by",
                "Say how the letter leaves: post, mail or handed-over.",
            ));
        }
    };
    fits(desk, &case, kept.kind, &kept.law, today)?.map_err(Refusal::not_now)?;
    let text = read(&kept)?;
    let missing: Vec<String> = letter::check(
        &under(desk, &case, &kept.law)?,
        kept.kind,
        &pairs(&case, &kept.law),
        &text,
    )?
    .into_iter()
    .filter(|i| !i.present)
    .map(|i| format!("{} ({})", i.item.what, i.item.cite))
    .collect();
    if !missing.is_empty() {
        return Err(Refusal::not_now(format!(
            "The letter lacks what its law requires: {}.",
            missing.join("; ")
        )));
    }
    if let Some(blank) = letter::blanks(&text).first() {
        return Err(Refusal::not_now(format!(
            "The letter still has a blank to fill in: {blank}."
        )));
    }
    let open = whole::unanswered(desk, &case, now)?;
    if let Some(one) = open.iter().find(|one| !args.seen.contains(&one.key)) {
        return Err(Refusal::not_now(format!(
            "{} See it first, or answer it in writing; then the letter can leave.",
            one.message
        )));
    }
    let seen: Vec<&str> = open.iter().map(|one| one.key.as_str()).collect();
    let plain_mail = plain_mail(desk, &case, &kept, &args)?;
    let mut sheet = letter_fields::sheet(desk, &case, &kept, read(&kept)?, false, now)?;
    let along = enclosures::put_along(desk, &case, &mut sheet)?;
    let rendered = letter::render(&sheet)?;
    let leaving = Leaving::of(&args, &sheet, &kept, along.words, today)?;
    let mut name = LetterName {
        id: 0,
        kind: kept.kind,
        title: title(kept.kind).into(),
        law: kept.law.clone(),
        issued_on: today.to_string(),
        sent_by: args.sent_by.clone(),
        pages: pages(&rendered),
        size: u32::try_from(rendered.pdf.len()).unwrap_or(u32::MAX),
        sha256: sha256(&rendered.pdf),
        language: kept.language,
        way: None,
    };
    let notice = match kept.kind {
        LetterKind::DirectNotice => {
            let told = children::notice_to_write(desk, &case, today)?.map_err(Refusal::not_now)?;
            Some((told.notices(&text)?, told))
        }
        LetterKind::ParentNotice => {
            let told =
                children::contact_notice_to_write(desk, &case, today)?.map_err(Refusal::not_now)?;
            Some((told.notices(&text)?, told))
        }
        _ => None,
    };
    let fact = effect(kept.kind);
    let moves = milestones(desk, &case, &kept, fact, today)?;
    let now_said = letter_fields::fields(desk, &case, &start_of(&kept), today)?;
    if let Some(stale) = now_said.stale_in(&text) {
        return Err(Refusal::not_now(format!(
            "The letter tells them {}, and that date has moved since it was drafted. Draft it anew, or mend the date.",
            stale.said
        )));
    }
    let said = said_dates(desk, &case, &kept)?;
    let in_words = now_said.said_in(&text);
    let told = why::told(desk, &case, &kept.law, &text)?;
    let replaced = replaced(desk, &kept)?;
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        for milestone in &moves {
            store::request::add_milestone(tx, case.id, milestone, seq)?;
        }
        name.id = store::letter::insert(tx, case.id, &name, &kept.text, seq, &rendered.pdf)?;
        store::post::issued(tx, &leaving.posting(case.id, name.id), seq)?;
        let mut enclosed = Vec::with_capacity(along.files.len());
        for (place, file) in (1..).zip(&along.files) {
            store::enclosure::keep(tx, name.id, place, file, seq)?;
            enclosed.push(json!({ "place": place, "file": file.file, "role": file.role, "pages": file.pages, "size": file.size, "sha256": file.sha256 }));
        }
        store::draft::discard_letter(tx, case.id)?;
        if let Some((notices, told)) = &notice {
            told.write(tx, notices, case.id, name.id, today, seq)?;
        }
        let event = Event::of(case.id, "letter-issued", leaving.sentence(&name.title, how))
            .facts(json!({
                "letter": name.id, "kind": kept.kind, "law": kept.law, "language": kept.language, "effect": fact, "on": today.to_string(),
                "sha256": name.sha256, "pages": name.pages, "dates_stated": said, "dates_in_words": in_words, "why": told,
                "contradictions_seen": seen, "plain_mail_cite": plain_mail.as_ref().map(|(_, cite)| cite),
                "waits": leaving.waits, "template": leaving.template, "template_sha256": leaving.templates,
                "wording": store::wording::named(tx, &leaving.wording)?,
                "replaces": kept.replaces, "enclosures": enclosed,
                "child_file": notice.as_ref().map(|(_, told)| told.file()),
            }))
            .detail(if leaving.waits { "Issued" } else { "Sent" }, format!("{}, {how}", short(today)))
            .detail("Enclosed", leaving.enclosures.clone())
            .detail("Copy to", sheet.copy_to.join("; "))
            .detail("Takes the place of", replaced.clone())
            .detail("Pages", name.pages.to_string())
            .detail("Reason", kept.reason.clone())
            .detail("Asked for", kept.asked.clone())
            .detail("To", kept.addressee.replace('\n', ", "))
            .detail("By plain e-mail because", plain_mail.map(|(why, _)| why).unwrap_or_default());
        let event = told.iter().fold(event, |event, told| {
            event.detail(&told.label(), told.sentences())
        });
        Ok(((), event))
    })?;
    after(desk, args.request, now)
}

/// The dates a letter tells the person, derived now and recorded as said: they stand even if a calendar changes later.
fn said_dates(desk: &Desk, case: &Case, kept: &LetterInHand) -> Result<serde_json::Value, Refusal> {
    let all = clocks(desk.here(), case)?;
    let dates: Vec<_> = all
        .iter()
        .filter(|c| c.law.id == kept.law)
        .map(|c| json!({ "claim": c.claim.id, "respond_by": c.clock.answer_by().map(|d| d.to_string()), "extended_to": c.clock.extended.map(|d| d.to_string()) }))
        .collect();
    Ok(json!(dates))
}
