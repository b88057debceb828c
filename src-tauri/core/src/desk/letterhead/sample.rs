//! A made-up letter as it would look.

use super::{checked, dressed};
use crate::api::wire::{LetterheadPreview, LetterheadSample, Refusal};
use crate::desk::App;
use crate::letter::{self, Sheet, sample_letter, tongue};
use crate::post::room::window_seen;
use crate::time::Now;
use crate::words::LetterLanguage;
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::Datelike;

/// See the command table.
pub fn preview(
    app: &mut App,
    args: LetterheadSample,
    now: Now,
) -> Result<LetterheadPreview, Refusal> {
    let desk = app.desk()?;
    let (page, logo, signature) = checked(desk, args.letterhead)?;
    let pictures = (logo.map(|of| of.picture), signature.map(|of| of.picture));
    let dress = dressed(&desk.profile, &desk.officer.name, page, pictures);
    let words = tongue(args.language)?;
    let sample = sample_letter(args.language)?;
    let american = args.language == LetterLanguage::En && dress.paper == letter::Paper::UsLetter;
    let today = now.today(desk.zone);
    // The request it answers came on the first of the month.
    let asked = today.with_day(1).unwrap_or(today);
    let sheet = Sheet {
        recipient_lines: sample.recipient.clone(),
        date: words.date(today, american),
        place: dress.place,
        reference: format!("{}-0042", today.format("%Y")),
        your_letter: words.date(asked, american),
        text: sample.text(args.long),
        signatory: dress.signatory,
        signature: dress.signature,
        enclosures: vec![sample.enclosure.clone()],
        copy_to: Vec::new(),
        along: letter::Along::default(),
        look: dress.look,
        paper: dress.paper,
        envelope: dress.envelope,
        language: tag(args.language, american)?,
        title: "Letterhead".to_owned(),
        created: now.instant(),
        draft: false,
        letterhead: dress.letterhead,
    };
    let rendered = letter::render(&sheet)?;
    let sender = letter::sender_window(&sheet.letterhead.sender(), sheet.paper, sheet.envelope)?;
    Ok(LetterheadPreview {
        base64: STANDARD.encode(&rendered.pdf),
        pages: u32::try_from(rendered.pages.len()).unwrap_or(u32::MAX),
        window: window_seen(letter::window(
            &sheet.recipient_lines,
            sheet.paper,
            sheet.envelope,
        )?),
        sender: sender.map(window_seen),
    })
}

/// What the language of a letter is called in its file.
fn tag(language: LetterLanguage, american: bool) -> Result<String, Refusal> {
    Ok(match language {
        LetterLanguage::En if american => "en-US".to_owned(),
        LetterLanguage::En => "en-GB".to_owned(),
        _ => tongue(language)?.tag.clone(),
    })
}
