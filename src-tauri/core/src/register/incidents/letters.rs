//! The letters to those affected, set in one go. Either all of them can leave, or none does.

use super::file::{Affected, Incident, LETTERS, LineBody};
use super::{by, dates, lacks, line, people_word, view, working};
use crate::api::wire::{IncidentLetters, IncidentLettersDone, LetterPdf, Refusal};
use crate::desk::{App, Desk, letterhead::dress};
use crate::letter::{self, About, Batch, Block, BreachNotice, Sheet, Tongue};
use crate::request::letter_fields::word;
use crate::store::post::{NewPosting, Which};
use crate::store::register::{LetterOfFile, NewLetter};
use crate::store::{self, Event};
use crate::time::{self, Now};
use crate::vault::sha256;
use crate::wording::{self, OwnWords};
use crate::words::{LetterLanguage, PostState, Way};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use std::collections::BTreeSet;

/// Names told where many lack something.
const NAMED: usize = 5;

/// See the command table. Without `issue` the pages are marked as a draft, blanks and all; nothing is kept.
pub fn letters(
    app: &mut App,
    args: IncidentLetters,
    now: Now,
) -> Result<IncidentLettersDone, Refusal> {
    let desk = app.desk()?;
    let one = working(desk, args.id)?;
    let language = args.language.unwrap_or_default();
    let sent_by = match args.way {
        Way::Mail => "mail",
        Way::Post => "post",
        _ => {
            return Err(Refusal::field(
                "way",
                "Letters go by post or by e-mail; write down by hand who was told another way.",
            ));
        }
    };
    let to: Vec<&Affected> = one
        .untold()
        .filter(|person| person.preferred == args.way)
        .collect();
    if to.is_empty() {
        return Err(Refusal::not_now(format!(
            "Nobody is left who is to be told {}.",
            by(args.way)
        )));
    }
    if args.issue {
        complete(desk, &one, &to, args.way)?;
    }
    let own = wording::in_use(desk, language)?;
    let mut used = BTreeSet::new();
    let mut sheets = Vec::with_capacity(to.len());
    for person in &to {
        let (sheet, parts) = sheet(
            desk,
            &own,
            &one,
            person,
            args.way,
            language,
            !args.issue,
            now,
        )?;
        sheets.push(sheet);
        used.extend(parts);
    }
    let (used, templates) = own.made_of(&used);
    let title = format!("Incident {} letters {}", one.id, by(args.way));
    let about = About {
        title: title.clone(),
        subject: format!("{} letters", sheets.len()),
        author: desk.profile.organisation.trim().to_owned(),
        language: sheets
            .first()
            .map(|s| s.language.clone())
            .unwrap_or_default(),
        created: now.instant(),
    };
    let made = letter::batch(&sheets, args.issue, &about)?;
    if args.issue {
        let from = (used.as_slice(), templates.as_str());
        issue(
            desk, &one, &to, &sheets, &made, args.way, sent_by, from, now,
        )?;
    }
    Ok(IncidentLettersDone {
        pdf: LetterPdf {
            name: format!("{title}.pdf"),
            pages: number(made.all.pages.len()),
            base64: STANDARD.encode(&made.all.pdf),
        },
        letters: number(sheets.len()),
        view: view(desk, args.id, now)?,
    })
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// What keeps the letters in the house, all of it in one sentence.
fn complete(desk: &Desk, one: &Incident, to: &[&Affected], way: Way) -> Result<(), Refusal> {
    let missing: Vec<String> = lacks(desk, one)?
        .into_iter()
        .map(|note| {
            let what = note.message.trim_start_matches("Still to be written: ");
            format!("{} ({})", what.trim_end_matches('.'), note.cite)
        })
        .collect();
    if !missing.is_empty() {
        return Err(Refusal::not_now(format!(
            "The letters lack: {}. Nothing was issued.",
            missing.join("; ")
        )));
    }
    let nowhere: Vec<&str> = to
        .iter()
        .filter(|person| match way {
            Way::Mail => person.person.email.trim().is_empty(),
            _ => person.person.address.is_empty(),
        })
        .map(|person| person.person.name.as_str())
        .collect();
    if !nowhere.is_empty() {
        return Err(Refusal::not_now(format!(
            "No address is known of {}. Nothing was issued.",
            nowhere
                .iter()
                .take(NAMED)
                .copied()
                .collect::<Vec<_>>()
                .join(", ")
        )));
    }
    Ok(())
}

/// Whether the house writes American English.
pub(super) fn american(desk: &Desk, language: LetterLanguage) -> bool {
    if language != LetterLanguage::En {
        return false;
    }
    let at = &desk.profile.about.established;
    if at.is_empty() {
        return desk.profile.calendar.starts_with("us");
    }
    at.iter()
        .any(|place| place == "us" || place.starts_with("us-"))
}

fn notice(
    desk: &Desk,
    one: &Incident,
    name: &str,
    language: LetterLanguage,
) -> Result<BreachNotice, Refusal> {
    let american = american(desk, language);
    let words = letter::tongue(language)?;
    let profile = &desk.profile;
    let about = &one.about;
    let day = |text: &str| time::day(text).map(|day| words.date(day, american));
    let happened = match (day(&about.happened_from), day(&about.happened_until)) {
        (Some(from), Some(until)) if from == until => words.incident.on.replace("{from}", &from),
        (Some(from), Some(until)) => words
            .incident
            .between
            .replace("{from}", &from)
            .replace("{until}", &until),
        (Some(from), None) => words.incident.from.replace("{from}", &from),
        (None, Some(until)) => words.incident.until.replace("{until}", &until),
        (None, None) => String::new(),
    };
    let mut promises = Vec::new();
    for promise in dates::promises(desk, one)? {
        promises.push(letter::NoticePromise {
            published: words.date(desk.policy.version(promise.policy)?.from, american),
            quote: promise.quote,
        });
    }
    Ok(BreachNotice {
        language,
        name: name.to_owned(),
        aware: words.date(one.aware_on(desk.zone), american),
        happened,
        nature: about.nature.clone(),
        data: about.data.clone(),
        consequences: about.consequences.clone(),
        measures: about.measures.clone(),
        advice: about.advice.clone(),
        promises,
        in_site: one.in_site_on().is_some(),
        contact: desk.officer.name.clone(),
        email: profile.contact_email.trim().to_owned(),
        // A number stays on one line.
        phone: profile.contact_phone.trim().replace(' ', "\u{a0}"),
        address: profile.address.join(", "),
        reference: reference(one, words),
        american,
    })
}

fn reference(one: &Incident, words: &Tongue) -> String {
    words
        .incident
        .reference
        .replace("{id}", &one.id.to_string())
}

#[expect(
    clippy::too_many_arguments,
    reason = "what decides how a letter looks, in its order"
)]
fn sheet(
    desk: &Desk,
    own: &OwnWords,
    one: &Incident,
    to: &Affected,
    way: Way,
    language: LetterLanguage,
    draft: bool,
    now: Now,
) -> Result<(Sheet, BTreeSet<String>), Refusal> {
    let dress = dress(desk);
    let american = american(desk, language);
    let words = letter::tongue(language)?;
    let name = match to.person.name.trim() {
        "" => to.person.email.trim(),
        name => name,
    };
    let mut recipient = vec![name.to_owned()];
    match way {
        Way::Mail if name != to.person.email => recipient.push(to.person.email.clone()),
        Way::Mail => {}
        _ => recipient.extend(to.person.address.iter().cloned()),
    }
    let reference = reference(one, words);
    let (mut text, used) =
        letter::breach_notice(&own.wording(), &notice(desk, one, name, language)?)?;
    // The former one came back; one that never left is not spoken of.
    if let Some(former) = came_back(to).filter(|former| former.posted_on.is_some())
        && let Some(day) = time::day(&former.issued_on)
    {
        let block = Block {
            items: Vec::new(),
            text: words.again(day, true, american),
        };
        text.blocks.insert(0, block);
    }
    let sheet = Sheet {
        letterhead: dress.letterhead,
        recipient_lines: recipient,
        date: words.date(now.today(desk.zone), american),
        place: dress.place,
        text,
        signatory: dress.signatory,
        signature: dress.signature,
        look: dress.look,
        enclosures: Vec::new(),
        copy_to: Vec::new(),
        your_letter: String::new(),
        along: letter::Along::default(),
        paper: dress.paper,
        envelope: dress.envelope,
        language: match language {
            LetterLanguage::En if american => "en-US",
            LetterLanguage::En => "en-GB",
            _ => &words.tag,
        }
        .into(),
        title: words.incident.title.replace("{id}", &one.id.to_string()),
        reference,
        created: now.instant(),
        draft,
    };
    Ok((sheet, used))
}

/// The letter to somebody that came back, whose place the next one takes.
fn came_back(to: &Affected) -> Option<&LetterOfFile> {
    to.letter
        .as_ref()
        .filter(|letter| letter.state == PostState::Returned)
}

#[expect(
    clippy::too_many_arguments,
    reason = "what is kept of letters that leave, in its order"
)]
fn issue(
    desk: &mut Desk,
    one: &Incident,
    to: &[&Affected],
    sheets: &[Sheet],
    made: &Batch,
    way: Way,
    sent_by: &str,
    (wording, templates): (&[u32], &str),
    now: Now,
) -> Result<(), Refusal> {
    if let Some(blank) = sheets
        .iter()
        .find_map(|sheet| letter::blanks(&sheet.text).into_iter().next())
    {
        return Err(Refusal::not_now(format!(
            "The letters still have a blank to fill in: {blank}."
        )));
    }
    let today = now.today(desk.zone).to_string();
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        let mut kept = Vec::with_capacity(to.len());
        for ((person, sheet), rendered) in to.iter().zip(sheets).zip(&made.letters) {
            let hash = sha256(&rendered.pdf);
            let new = NewLetter {
                file: one.id,
                person: Some(person.id),
                title: &sheet.title,
                issued_on: &today,
                sent_by,
                pages: number(rendered.pages.len()),
                sha256: &hash,
            };
            let id = store::register::keep_letter(tx, &new, &rendered.pdf, seq)?;
            // They lie in the print room until their posting is confirmed; the duty to tell counts from the day of issue.
            let posting = NewPosting {
                which: Which::Register(id),
                request: None,
                posted_on: None,
                recipient: &sheet.recipient_lines,
                paper: &word(&sheet.paper),
                envelope: &word(&sheet.envelope),
                language: &sheet.language,
                template: "incident/notice",
                template_sha256: templates,
                enclosures: "",
                method: sent_by,
                replaces: None,
                wording,
            };
            store::post::issued(tx, &posting, seq)?;
            if let Some(former) = came_back(person) {
                store::post::register_replaced(tx, former.id, id)?;
            }
            kept.push(json!({ "letter": id, "sha256": hash }));
        }
        let body = LineBody {
            told: to.iter().map(|person| person.id).collect(),
            way: Some(way),
            ..LineBody::default()
        };
        line(tx, one.id, &today, LETTERS, &body, seq)?;
        let what = format!(
            "{} told of a breach of security by letter, {}.",
            people_word(to.len()),
            by(way)
        );
        let event = Event::desk("incident-letters-issued", what).facts(json!({
            "incident": one.id, "way": way, "on": today, "register_letters": kept,
            "wording": store::wording::named(tx, wording)?,
        }));
        Ok(((), event))
    })
}
