//! How the letters of this desk look: the letterhead, the signature, how the page is set.
//!
//! A letter that was issued keeps its PDF: a new logo changes only those that come later.

use super::{App, Desk};
use crate::api::wire::{
    self, DeskProfile, LetterheadIn, LetterheadPage, LetterheadPreview, LetterheadSample,
    LetterheadView, LogoSide, Nothing, PictureIn, PictureSeen, Pixels, Refusal,
};
use crate::letter::{
    self, Letterhead, Logo, Look, Picture, PictureKind, Sheet, Side, sample_letter, tongue,
};
use crate::post::room::window_seen;
use crate::request::letter_fields::word;
use crate::store::{self, Event, Store, letterhead::KeptPicture};
use crate::time::Now;
use crate::vault::sha256;
use crate::words::LetterLanguage;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;

/// Heights of a logo in millimetres: below it is not seen, above it no head has room.
const LOWEST: u8 = 6;
const HIGHEST: u8 = 40;
const USUAL: u8 = 18;
/// Lines a head or foot has room for, and characters a line.
const MOST_LINES: usize = 24;
const LONGEST_LINE: usize = 200;
/// Dots to the inch below which a picture looks coarse on paper.
const COARSE: f32 = 150.0;

/// A picture with its file.
#[derive(Debug, Clone)]
struct Ready {
    file: KeptPicture,
    picture: Picture,
}

/// What the desk has kept, pictures ready for the page.
#[derive(Debug)]
pub struct Kept {
    /// Absent until it was said for the first time.
    page: Option<LetterheadPage>,
    office: String,
    logo: Option<Ready>,
    signature: Option<Ready>,
    /// Files tried in a preview, so that typing does not read them again.
    tried: Vec<Ready>,
}

impl Kept {
    /// As it stands in the file, for the officer at the desk.
    pub(super) fn load(store: &Store, officer: u32) -> Result<Self, Refusal> {
        let page = store::letterhead::page(store.read())?;
        let (office, signature) = store::letterhead::signature(store.read(), officer)?;
        let (page, logo) = page.map_or((None, None), |(page, logo)| (Some(page), logo));
        Ok(Self {
            page,
            office,
            logo: logo.and_then(again),
            signature: signature.and_then(again),
            tried: Vec::new(),
        })
    }
}

/// What was read once can be read again; should it not, letters go out without it, and the form says that none is there.
fn again(file: KeptPicture) -> Option<Ready> {
    let picture = Picture::read(&file.bytes).ok()?;
    Some(Ready { file, picture })
}

/// The page as the form shows it.
fn page_of(desk: &Desk) -> LetterheadPage {
    let mut page = desk.letterhead.page.clone().unwrap_or(LetterheadPage {
        name: String::new(),
        name_in_logo: false,
        address: Vec::new(),
        contact: Vec::new(),
        footer: Vec::new(),
        place: String::new(),
        logo_side: LogoSide::Left,
        logo_height: USUAL,
        justified: false,
        hyphenated: false,
        folds: true,
        punch: true,
        paper: desk.profile.paper,
        envelope: desk.profile.envelope,
        office: String::new(),
    });
    // These have their home with the organisation, and with the officer.
    (page.paper, page.envelope) = (desk.profile.paper, desk.profile.envelope);
    page.office = desk.letterhead.office.clone();
    page
}

/// The paper of an organisation's letters.
pub fn paper(of: wire::Paper) -> letter::Paper {
    match of {
        wire::Paper::A4 => letter::Paper::A4,
        wire::Paper::UsLetter => letter::Paper::UsLetter,
    }
}

/// The envelope they go into.
pub fn envelope(of: wire::Envelope) -> letter::Envelope {
    match of {
        wire::Envelope::Din5008A => letter::Envelope::Din5008A,
        wire::Envelope::Din5008B => letter::Envelope::Din5008B,
        wire::Envelope::Us10 => letter::Envelope::Us10,
        wire::Envelope::Us10Double => letter::Envelope::Us10Double,
        wire::Envelope::Dl => letter::Envelope::Dl,
        wire::Envelope::Plain => letter::Envelope::Plain,
    }
}

/// Everything of a sheet that is the same for every letter of this officer.
pub struct Dress {
    pub letterhead: Letterhead,
    pub place: String,
    pub signatory: String,
    pub signature: Option<Picture>,
    pub look: Look,
    pub paper: letter::Paper,
    pub envelope: letter::Envelope,
}

/// How a letter of this desk looks now.
pub fn dress(desk: &Desk) -> Dress {
    let kept = &desk.letterhead;
    let pictures = (
        kept.logo.as_ref().map(|of| of.picture.clone()),
        kept.signature.as_ref().map(|of| of.picture.clone()),
    );
    dressed(&desk.profile, &desk.officer.name, page_of(desk), pictures)
}

fn dressed(
    profile: &DeskProfile,
    officer: &str,
    page: LetterheadPage,
    (logo, signature): (Option<Picture>, Option<Picture>),
) -> Dress {
    let (organisation, address, contact) = usual(profile);
    let or = |lines: Vec<String>, usual: Vec<String>| if lines.is_empty() { usual } else { lines };
    let name = match page.name.trim() {
        "" => organisation,
        name => name.to_owned(),
    };
    let address_lines = or(page.address, address);
    let signatory = match page.office.trim() {
        "" => officer.to_owned(),
        office => format!("{officer}\n{office}"),
    };
    Dress {
        letterhead: Letterhead {
            name_in_logo: page.name_in_logo && logo.is_some(),
            organisation: name,
            address_lines,
            contact_lines: or(page.contact, contact),
            footer_lines: page.footer,
            logo: logo.map(|picture| Logo {
                picture,
                side: match page.logo_side {
                    LogoSide::Left => Side::Left,
                    LogoSide::Right => Side::Right,
                },
                height: page.logo_height,
            }),
        },
        place: page.place,
        signatory,
        signature,
        look: Look {
            justified: page.justified,
            hyphenated: page.hyphenated,
            folds: page.folds,
            punch: page.punch,
        },
        paper: paper(page.paper),
        envelope: envelope(page.envelope),
    }
}

/// What is printed where the letterhead says nothing: name, address, contact.
fn usual(profile: &DeskProfile) -> (String, Vec<String>, Vec<String>) {
    let contact = [&profile.contact_email, &profile.contact_phone]
        .into_iter()
        .filter(|line| !line.is_empty())
        .cloned()
        .collect();
    (
        profile.organisation.clone(),
        profile.address.clone(),
        contact,
    )
}

/// See the command table.
pub fn show(app: &mut App, _: Nothing, _: Now) -> Result<LetterheadView, Refusal> {
    Ok(view(app.desk()?))
}

fn view(desk: &Desk) -> LetterheadView {
    let (organisation, address, contact) = usual(&desk.profile);
    let page = page_of(desk);
    let kept = &desk.letterhead;
    let height = f32::from(page.logo_height);
    LetterheadView {
        logo: kept.logo.as_ref().map(|of| seen(of, height)),
        signature: kept.signature.as_ref().map(|of| seen(of, 16.0)),
        page,
        officer: desk.officer.name.clone(),
        organisation,
        address,
        contact,
    }
}

fn seen(of: &Ready, height: f32) -> PictureSeen {
    let kind = of.picture.kind();
    let (width, high) = of.picture.size();
    let drawing = kind == PictureKind::Svg;
    let dots = high as f32 / (height / 25.4);
    PictureSeen {
        name: of.file.name.clone(),
        kind: kind.name().to_owned(),
        pixels: (!drawing).then_some(Pixels {
            width,
            height: high,
        }),
        size: u32::try_from(of.file.bytes.len()).unwrap_or(u32::MAX),
        note: if !drawing && dots < COARSE {
            format!(
                "It has {high} pixels of height; printed so large it looks coarse. {} are enough.",
                ((height / 25.4 * 300.0 / 50.0).ceil() * 50.0) as u32
            )
        } else {
            String::new()
        },
    }
}

/// See the command table.
pub fn picture(app: &mut App, args: PictureIn, _: Now) -> Result<PictureSeen, Refusal> {
    let desk = app.desk()?;
    let height = f32::from(page_of(desk).logo_height);
    let ready = read(desk, &args, None, "picture")?
        .ok_or_else(|| Refusal::field("picture", "Choose a file first."))?;
    Ok(seen(&ready, height))
}

/// The picture that is meant: the kept one, a new one, or none.
fn read(
    desk: &mut Desk,
    args: &PictureIn,
    kept: Option<Ready>,
    field: &str,
) -> Result<Option<Ready>, Refusal> {
    if args.keep {
        return Ok(kept);
    }
    if args.base64.is_empty() {
        return Ok(None);
    }
    let bytes = STANDARD
        .decode(&args.base64)
        .map_err(|_| Refusal::field(field, "The file did not arrive whole. Choose it again."))?;
    let name: String = args
        .name
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_control())
        .take(200)
        .collect();
    let tried = &mut desk.letterhead.tried;
    if let Some(known) = tried.iter().find(|one| one.file.bytes == bytes) {
        return Ok(Some(known.clone()));
    }
    let picture = Picture::read(&bytes).map_err(|why| Refusal::field(field, why))?;
    let ready = Ready {
        file: KeptPicture { name, bytes },
        picture,
    };
    // One logo and one signature are tried at a time.
    tried.truncate(1);
    tried.insert(0, ready.clone());
    Ok(Some(ready))
}

/// See the command table.
pub fn save(app: &mut App, args: LetterheadIn, now: Now) -> Result<LetterheadView, Refusal> {
    let desk = app.desk()?;
    let (page, logo, signature) = checked(desk, args)?;
    let before = page_of(desk);
    let kept = &desk.letterhead;
    let file = |of: &Option<Ready>| of.as_ref().map(|ready| ready.file.clone());
    let changed = changes(&before, &page);
    let new_logo = file(&kept.logo) != file(&logo);
    let new_signature = file(&kept.signature) != file(&signature);
    if changed.is_empty() && !new_logo && !new_signature {
        return Ok(view(desk));
    }
    let mut profile = desk.profile.clone();
    (profile.paper, profile.envelope) = (page.paper, page.envelope);
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, _| {
        store::letterhead::save_page(tx, &page, logo.as_ref().map(|of| &of.file))?;
        store::letterhead::save_signature(
            tx,
            officer.id,
            &page.office,
            signature.as_ref().map(|of| &of.file),
        )?;
        store::desk::save_profile(tx, &profile)?;
        let hash = |of: &Option<Ready>| of.as_ref().map(|of| sha256(&of.file.bytes));
        let mut fields: Vec<&str> = changed.iter().map(|(field, ..)| *field).collect();
        fields.extend(new_logo.then_some("logo"));
        fields.extend(new_signature.then_some("signature"));
        let mut event = Event::desk(
            "letterhead-changed",
            format!("{} changed how letters look.", officer.name),
        )
        .facts(json!({
            "changed": fields, "paper": page.paper, "envelope": page.envelope,
            "logo": hash(&logo), "signature": hash(&signature),
        }));
        for (_, label, was, is) in &changed {
            event = event.detail(label, format!("{} → {}", or_none(was), or_none(is)));
        }
        for (is_new, label, was, is) in [
            (new_logo, "Logo", &kept.logo, &logo),
            (new_signature, "Signature", &kept.signature, &signature),
        ] {
            let name = |of: &Option<Ready>| of.as_ref().map(|of| of.file.name.clone());
            if is_new {
                let (was, is) = (name(was).unwrap_or_default(), name(is).unwrap_or_default());
                event = event.detail(label, format!("{} → {}", or_none(&was), or_none(&is)));
            }
        }
        Ok(((), event))
    })?;
    desk.profile = profile;
    desk.letterhead = Kept {
        office: page.office.clone(),
        page: Some(page),
        logo,
        signature,
        tried: Vec::new(),
    };
    Ok(view(desk))
}

fn or_none(text: &str) -> &str {
    if text.is_empty() { "none" } else { text }
}

/// Identifier, label, before and after of everything that became another.
fn changes(
    before: &LetterheadPage,
    after: &LetterheadPage,
) -> Vec<(&'static str, &'static str, String, String)> {
    let lines = |of: &[String]| of.join(", ");
    let yes = |of: bool| if of { "yes" } else { "no" }.to_owned();
    let both = |get: &dyn Fn(&LetterheadPage) -> String| (get(before), get(after));
    [
        ("name", "Name as printed", both(&|p| p.name.clone())),
        (
            "name_in_logo",
            "Name in the logo",
            both(&|p| yes(p.name_in_logo)),
        ),
        ("address", "Address", both(&|p| lines(&p.address))),
        ("contact", "Contact", both(&|p| lines(&p.contact))),
        ("footer", "Foot of the page", both(&|p| lines(&p.footer))),
        ("place", "Place", both(&|p| p.place.clone())),
        (
            "logo_side",
            "Side of the logo",
            both(&|p| word(&p.logo_side)),
        ),
        (
            "logo_height",
            "Height of the logo",
            both(&|p| format!("{} mm", p.logo_height)),
        ),
        ("justified", "Justified", both(&|p| yes(p.justified))),
        ("hyphenated", "Hyphenated", both(&|p| yes(p.hyphenated))),
        ("folds", "Fold marks", both(&|p| yes(p.folds))),
        ("punch", "Punch mark", both(&|p| yes(p.punch))),
        ("paper", "Paper", both(&|p| word(&p.paper))),
        ("envelope", "Envelope", both(&|p| word(&p.envelope))),
        ("office", "Below the name", both(&|p| p.office.clone())),
    ]
    .into_iter()
    .filter(|(_, _, (was, is))| was != is)
    .map(|(field, label, (was, is))| (field, label, was, is))
    .collect()
}

/// Trims, says what is too much, and reads the pictures.
fn checked(
    desk: &mut Desk,
    args: LetterheadIn,
) -> Result<(LetterheadPage, Option<Ready>, Option<Ready>), Refusal> {
    let mut page = args.page;
    for (field, line) in [
        ("name", &mut page.name),
        ("place", &mut page.place),
        ("office", &mut page.office),
    ] {
        *line = line.trim().to_owned();
        short(field, line)?;
    }
    for (field, lines) in [
        ("address", &mut page.address),
        ("contact", &mut page.contact),
        ("footer", &mut page.footer),
    ] {
        for line in lines.iter_mut() {
            *line = line.trim().to_owned();
            short(field, line)?;
        }
        if field != "footer" {
            lines.retain(|line| !line.is_empty());
        }
        while lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        if lines.len() > MOST_LINES {
            return Err(Refusal::field(
                field,
                format!("There is room for {MOST_LINES} lines; shorten it."),
            ));
        }
    }
    if !(LOWEST..=HIGHEST).contains(&page.logo_height) {
        return Err(Refusal::field(
            "logo_height",
            format!("A logo is {LOWEST} to {HIGHEST} mm high."),
        ));
    }
    let (logo, signature) = (
        desk.letterhead.logo.clone(),
        desk.letterhead.signature.clone(),
    );
    let logo = read(desk, &args.logo, logo, "logo")?;
    let signature = read(desk, &args.signature, signature, "signature")?;
    Ok((page, logo, signature))
}

fn short(field: &str, line: &str) -> Result<(), Refusal> {
    if line.chars().count() > LONGEST_LINE {
        return Err(Refusal::field(
            field,
            format!("A line has at most {LONGEST_LINE} characters; part it or shorten it."),
        ));
    }
    Ok(())
}

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
    let asked = today
        .checked_sub_days(chrono::Days::new(9))
        .unwrap_or(today);
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
        look: dress.look,
        along: crate::letter::Along::default(),
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
