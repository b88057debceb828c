//! How long one letter takes, and what it weighs: `cargo bench -p rightsdesk-core --bench letter`.
//!
//! Written from the templates of its law, set, and made a tagged PDF with its faces inside; the first letter of each
//! kind, which reads the faces and the templates, is not counted. `post` measures a thousand in one file.
//! The tests run it too (`--bench` is then missing) with a few letters.

use chrono::{DateTime, NaiveDate};
use rightsdesk_core::law::Library;
use rightsdesk_core::letter::{
    Along, Authority, ClaimFields, Envelope, Fields, Ground, Letterhead, Look, Organisation, Paper,
    Sheet, Under, draft, render,
};
use rightsdesk_core::words::{Capacity, LetterKind, Outcome, Right};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// What the house asks for: one letter from fields to PDF, and the weight of one that fills a page.
const ONE: Duration = Duration::from_millis(2);
const WEIGHT: usize = 30_000;

const LETTERS: [(&str, LetterKind, Right, Option<Outcome>); 6] = [
    ("eu-gdpr", LetterKind::Acknowledgement, Right::Access, None),
    (
        "eu-gdpr",
        LetterKind::AnswerInFull,
        Right::Access,
        Some(Outcome::Granted),
    ),
    (
        "eu-gdpr",
        LetterKind::Refusal,
        Right::Erasure,
        Some(Outcome::Refused),
    ),
    ("uk-gdpr", LetterKind::Extension, Right::Access, None),
    (
        "us-va-cdpa",
        LetterKind::Refusal,
        Right::Erasure,
        Some(Outcome::Refused),
    ),
    (
        "us-ca-ccpa",
        LetterKind::AnswerInFull,
        Right::Access,
        Some(Outcome::Granted),
    ),
];

fn main() -> ExitCode {
    let once = !std::env::args().any(|arg| arg == "--bench");
    match run(if once { 2 } else { 400 }) {
        // What a few letters take says nothing.
        Ok(_) if once => ExitCode::SUCCESS,
        Ok(good) => {
            println!(
                "{} {ONE:?} a letter and {WEIGHT} bytes a page wanted",
                if good { "Good:" } else { "TOO MUCH:" }
            );
            if good {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(times: u32) -> Result<bool, String> {
    let mut good = true;
    for (law, kind, right, outcome) in LETTERS {
        let first = one(law, kind, right, outcome, 0)?;
        let (mut written, mut set) = (Duration::ZERO, Duration::ZERO);
        for number in 1..times {
            let next = one(law, kind, right, outcome, number)?;
            written += next.written;
            set += next.set;
        }
        let many = times.saturating_sub(1).max(1);
        let (written, set) = (written / many, set / many);
        println!(
            "{law} {kind} of {right}: written in {written:?}, set and made a PDF in {set:?}; {} page(s), {} bytes",
            first.pages, first.weight
        );
        good &= written + set <= ONE && first.weight <= WEIGHT * first.pages;
    }
    Ok(good)
}

struct Made {
    written: Duration,
    set: Duration,
    pages: usize,
    weight: usize,
}

fn one(
    law: &str,
    kind: LetterKind,
    right: Right,
    outcome: Option<Outcome>,
    number: u32,
) -> Result<Made, String> {
    let told = |e: rightsdesk_core::letter::LetterError| e.to_string();
    let library = Library::bundled().map_err(|e| e.to_string())?;
    let law = library.law(law).map_err(|e| e.to_string())?;
    let under = Under {
        law,
        received_on: NaiveDate::from_ymd_opt(2026, 11, 2).ok_or("a day")?,
        capacity: Capacity::Own,
        grounds: Vec::new(),
    };
    let fields = fields(law.short.clone(), right, outcome, number);
    let begun = Instant::now();
    let text = draft(&under, kind, &fields).map_err(told)?;
    let written = begun.elapsed();
    let american = law.id.starts_with("us-");
    let begun = Instant::now();
    let done = render(&Sheet {
        letterhead: Letterhead {
            organisation: fields.organisation.name.clone(),
            address_lines: fields.organisation.address.clone(),
            contact_lines: vec![fields.organisation.email.clone()],
            ..Letterhead::default()
        },
        recipient_lines: vec![
            fields.requester.clone(),
            format!("{number} Elm Row"),
            "20459 Hamburg".into(),
        ],
        date: "22 November 2026".into(),
        place: "Hamburg".into(),
        reference: fields.reference.clone(),
        text,
        signatory: fields.officer.clone(),
        signature: None,
        look: Look::default(),
        your_letter: String::new(),
        enclosures: Vec::new(),
        copy_to: Vec::new(),
        along: Along::default(),
        paper: if american { Paper::UsLetter } else { Paper::A4 },
        envelope: if american {
            Envelope::Us10
        } else {
            Envelope::Din5008B
        },
        language: "en-GB".into(),
        title: format!("Letter {number}"),
        created: DateTime::UNIX_EPOCH,
        draft: false,
    })
    .map_err(told)?;
    Ok(Made {
        written,
        set: begun.elapsed(),
        pages: done.pages.len(),
        weight: done.pdf.len(),
    })
}

fn fields(short: String, right: Right, outcome: Option<Outcome>, number: u32) -> Fields {
    let names = [
        "Ana Lindqvist",
        "Łukasz Żółć",
        "Ελένη Παππά",
        "Đặng Thị Hồng",
    ];
    let name = names[usize::try_from(number).unwrap_or_default() % names.len()];
    let authority = Authority {
        name: "Authority for the Protection of Data".into(),
        address: vec!["Marktplatz 1".into(), "20457 Hamburg".into()],
        website: "authority.example".into(),
    };
    Fields {
        organisation: Organisation {
            name: "Harbour Lane Books".into(),
            address: vec!["4 Harbour Lane".into(), "20457 Hamburg".into()],
            email: "privacy@harbourlane.example".into(),
            phone: "+49 40 5550 142".into(),
        },
        officer: "Nele Brandt".into(),
        requester: name.into(),
        reference: format!("2026-{number:04}"),
        received: "2 November 2026".into(),
        channel: "by letter".into(),
        claims: vec![ClaimFields {
            right,
            right_name: right.id().replace('-', " "),
            law_name: short.clone(),
            law_short: short,
            cite: "Art. 1".into(),
            outcome,
            ground: (outcome == Some(Outcome::Refused)).then(|| Ground {
                id: String::new(),
                title: "Legal duty".into(),
                text: "the law obliges us to keep our books for ten years".into(),
                cite: "Art. 2".into(),
            }),
            reasons: "The invoices of the past ten years are part of our books".into(),
            kept: "invoices 2017 to 2026".into(),
            free: String::new(),
            repeat: None,
        }],
        respond_by: "2 December 2026".into(),
        new_date: "2 February 2027".into(),
        more_time: "45 days".into(),
        reason: "the data is spread over archives that must be searched by hand".into(),
        authority: authority.clone(),
        bodies: vec![authority.clone()],
        appeal_bodies: vec![authority],
        appeal_answer: "60 days".into(),
        complaint_contact: "complaints@harbourlane.example".into(),
        ..Fields::default()
    }
}
