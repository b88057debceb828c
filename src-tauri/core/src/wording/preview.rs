//! A letter of sample data, written with a text that is still being typed.

use super::{in_use, original};
use crate::api::wire::{LetterPdf, Refusal, WordingPage, WordingPreview};
use crate::desk::{App, Desk, letterhead::dress};
use crate::letter::wording::{Sample, breach_sample, recipient, reference, sample, under};
use crate::letter::{self, LetterText, OwnText, Sheet, Wording, tongue};
use crate::request::letter_fields::{american, title_in};
use crate::time::Now;
use crate::words::{LetterLanguage, Outcome, Right};
use base64::{Engine, engine::general_purpose::STANDARD};

/// See the command table.
pub fn preview(app: &mut App, args: WordingPreview, now: Now) -> Result<WordingPage, Refusal> {
    let desk = app.desk()?;
    original(args.language, &args.path)?;
    let which = match args.sample.as_str() {
        "ordinary" => Sample::Ordinary,
        "longest" => Sample::Longest,
        "strangest" => Sample::Strangest,
        _ => {
            return Err(Refusal::field(
                "sample",
                "There are ordinary, longest and strangest sample data.",
            ));
        }
    };
    let mut own = in_use(desk, args.language)?.texts;
    own.retain(|text| text.path != args.path);
    own.push(OwnText {
        path: args.path.clone(),
        source: args.source.clone(),
    });
    let wording = Wording {
        language: args.language,
        own: &own,
    };
    let (text, title) = match args.kind {
        None => {
            let notice = breach_sample(args.language, which)?;
            let (text, _) = letter::breach_notice(&wording, &notice)?;
            (
                text,
                tongue(args.language)?.incident.title.replace("{id}", "3"),
            )
        }
        Some(kind) => (
            written(desk, &wording, &args, which)?,
            title_in(args.language, kind)?,
        ),
    };
    let blanks = letter::blanks(&text).len();
    let sheet = sheet(desk, &args, text, title.clone(), which, now)?;
    let rendered = letter::render(&sheet)?;
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(WordingPage {
        pdf: LetterPdf {
            name: format!("{title}.pdf"),
            pages: count(rendered.pages.len()),
            base64: STANDARD.encode(&rendered.pdf),
        },
        blanks: count(blanks),
    })
}

/// The text of the chosen letter; the desk stands in it for the organisation of the sample.
fn written(
    desk: &Desk,
    wording: &Wording,
    args: &WordingPreview,
    which: Sample,
) -> Result<LetterText, Refusal> {
    let kind = args
        .kind
        .ok_or_else(|| Refusal::broken("a letter without a kind"))?;
    let law = desk.library.law(&args.law)?;
    if let Some(none) = letter::no_letters(args.language, law)? {
        return Err(Refusal::field("law", none));
    }
    let under = under(law)?;
    let claims: Vec<(Right, Option<Outcome>)> = match args.right {
        Some(right) => vec![(right, args.outcome)],
        None => law
            .rights
            .iter()
            .filter(|rule| law.right(rule.right, under.received_on).is_ok())
            .map(|rule| (rule.right, args.outcome))
            .collect(),
    };
    let mut fields = sample(args.language, law, &claims, which)?;
    let profile = &desk.profile;
    if which != Sample::Strangest {
        fields.organisation = letter::Organisation {
            name: profile.organisation.clone(),
            address: profile.address.clone(),
            email: profile.contact_email.clone(),
            phone: profile.contact_phone.clone(),
        };
        fields.officer = desk.officer.name.clone();
    }
    fields.american = american(desk, law, args.language);
    Ok(letter::draft_with(wording, &under, kind, &fields)?)
}

fn sheet(
    desk: &Desk,
    args: &WordingPreview,
    text: LetterText,
    title: String,
    which: Sample,
    now: Now,
) -> Result<Sheet, Refusal> {
    let dress = dress(desk);
    let words = tongue(args.language)?;
    let american = args.language == LetterLanguage::En
        && (args.law.starts_with("us-") || args.law.is_empty() && which == Sample::Strangest);
    Ok(Sheet {
        letterhead: dress.letterhead,
        recipient_lines: recipient(which)?,
        date: words.date(now.today(desk.zone), american),
        place: dress.place,
        reference: reference()?,
        text,
        signatory: dress.signatory,
        signature: dress.signature,
        look: dress.look,
        your_letter: String::new(),
        enclosures: Vec::new(),
        copy_to: Vec::new(),
        along: letter::Along::default(),
        paper: dress.paper,
        envelope: dress.envelope,
        language: match args.language {
            LetterLanguage::En if american => "en-US",
            LetterLanguage::En => "en-GB",
            _ => &words.tag,
        }
        .into(),
        title,
        created: now.instant(),
        draft: true,
    })
}
