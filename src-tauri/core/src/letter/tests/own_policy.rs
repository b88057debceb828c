//! The letters about our own promises, whole, as a person reads them.
//!
//! `RIGHTSDESK_WRITE_GOLDEN=1` writes them anew; read them before keeping them.
//! `RIGHTSDESK_SHOW_LETTERS=folder` also prints them, to be looked at.

use std::path::PathBuf;

use super::samples::{english, fields, sheet, under};
use crate::letter::{
    Authority, ClaimFields, Envelope, Fields, LetterText, Paper, PromiseQuote, blanks, draft,
    render,
};
use crate::words::{LetterKind, Outcome, PromiseKind, QuestionTopic, Requirement, Right};

fn quote(kind: PromiseKind, words: &str) -> PromiseQuote {
    PromiseQuote {
        quote: words.into(),
        published: "1 March 2026".into(),
        title: "Privacy Policy of Fährhaus Lindensee".into(),
        kind,
    }
}

/// A claim as the desk makes it from the pack.
fn claimed(law: &str, right: Right, outcome: Option<Outcome>, reasons: &str) -> ClaimFields {
    let under = under(law);
    let rule = under.law.right(right, under.received_on).unwrap();
    ClaimFields {
        right,
        right_name: rule.name.clone(),
        law_name: under.law.name.clone(),
        law_short: under.law.short.clone(),
        cite: rule.cite.clone(),
        outcome,
        ground: None,
        reasons: reasons.into(),
        kept: String::new(),
        free: String::new(),
        repeat: None,
    }
}

fn plain(claim: ClaimFields, promises: Vec<PromiseQuote>) -> Fields {
    Fields {
        promises,
        bodies: Vec::new(),
        questions: Vec::new(),
        registers: Vec::new(),
        missing: Vec::new(),
        asked: String::new(),
        ..fields(vec![claim])
    }
}

fn ours(right: Right, outcome: Option<Outcome>, reasons: &str) -> ClaimFields {
    claimed("own-policy", right, outcome, reasons)
}

fn asked(topics: &[QuestionTopic], registers: &[&str], fields: Fields) -> Fields {
    Fields {
        questions: english().questions_asked(topics),
        registers: registers.iter().map(|r| (*r).to_owned()).collect(),
        ..fields
    }
}

fn american(fields: Fields) -> Fields {
    let dated = |promise: PromiseQuote| PromiseQuote {
        published: "March 1, 2026".into(),
        ..promise
    };
    Fields {
        american: true,
        received: "November 2, 2026".into(),
        respond_by: "December 2, 2026".into(),
        promises: fields.promises.into_iter().map(dated).collect(),
        ..fields
    }
}

fn wanted(american: bool) -> Vec<String> {
    [
        (Requirement::Label, "California Disclosure Request"),
        (Requirement::Street, ""),
        (Requirement::PostalCode, ""),
    ]
    .map(|(what, words)| english().particular(what, words, american))
    .to_vec()
}

fn text_of(text: &LetterText) -> String {
    let mut all = format!("{}\n\n{}\n", text.subject, text.salutation);
    for block in &text.blocks {
        let mark = format!("--- {}", block.items.join(" "));
        all.push_str(&format!("\n{}\n{}\n", mark.trim_end(), block.text));
    }
    all + "\n" + &text.closing + "\n"
}

struct One {
    name: &'static str,
    law: &'static str,
    kind: LetterKind,
    fields: Fields,
}

const GRANTED: Option<Outcome> = Some(Outcome::Granted);
const REFUSED: Option<Outcome> = Some(Outcome::Refused);
const NO_SELLING: &str = "We do not sell, rent or lend the addresses of our passengers to anybody.";
const LABEL: &str = "Write \"California Disclosure Request\" on your letter, and give us your full name, street, city, state and ZIP code";

/// One letter for each way in which somebody reminds us of what we promised.
#[rustfmt::skip]
fn all() -> Vec<One> {
    use LetterKind::{Acknowledgement, AnswerInFull, MissingParticulars, OptOutConfirmation, Refusal};
    let ask = |law, name, kind, fields| One { name, law, kind, fields };
    let one = |name, kind, fields| ask("own-policy", name, kind, fields);
    let authority = Authority {
        name: "Authority for the Protection of Data".into(),
        address: vec!["Marktplatz 1".into(), "10115 Berlin".into()],
        website: "authority.example".into(),
    };
    vec![
        one("question-do-not-track", AnswerInFull, american(asked(
            &[QuestionTopic::DoNotTrack],
            &["The register of uses shows no profile made from the pages somebody visits"],
            plain(
                ours(Right::Question, GRANTED, "Yes. When your browser sends the signal, we set no cookie that counts visits"),
                vec![quote(PromiseKind::DoNotTrack, "we honor the Do Not Track signal of your browser and set no counting cookies when we receive it")],
            ),
        ))),
        one("question-selling-and-sharing", AnswerInFull, asked(
            &[QuestionTopic::Selling, QuestionTopic::Sharing],
            &[
                "The register of disclosures has no entry by which an address was sold.",
                "It has one entry by which addresses went to somebody else: the printer of our timetable, under contract, in January 2026",
            ],
            plain(
                ours(Right::Question, GRANTED, "No. Nobody gets your address from us to advertise to you"),
                vec![
                    quote(PromiseKind::NoSharing, NO_SELLING),
                    quote(PromiseKind::SharingLimits, "Companies that print or post for us receive addresses under contract and for that alone."),
                ],
            ),
        )),
        one("question-without-a-promise", AnswerInFull, asked(&[QuestionTopic::Retention], &[], plain(ours(Right::Question, GRANTED, ""), Vec::new()))),
        one("question-received", Acknowledgement, asked(&[QuestionTopic::Selling], &[], plain(ours(Right::Question, None, ""), Vec::new()))),
        one("question-missing-one", MissingParticulars, Fields {
            missing: vec![english().particular(Requirement::EmailAddress, "", false)],
            ..asked(&[QuestionTopic::Selling], &[], plain(ours(Right::Question, None, ""), Vec::new()))
        }),
        one("opt-out-by-promise", OptOutConfirmation, plain(
            ours(Right::OptOutSaleSharing, GRANTED, ""),
            vec![quote(PromiseKind::OptOut, "Tell us if you do not want marketers to have your address, and we will not give it to them.")],
        )),
        one("correction", AnswerInFull, plain(
            ours(Right::Rectification, GRANTED, ""),
            vec![quote(PromiseKind::Edit, "You can have your details corrected through your usual contact at our office.")],
        )),
        one("child-erasure", AnswerInFull, Fields {
            subject: "Mai Ngọc Ánh".into(),
            ..plain(
                ours(Right::ChildErasure, GRANTED, ""),
                vec![quote(PromiseKind::NoChildren, "Our service is not for children under 13, and we collect nothing from them.")],
            )
        }),
        one("complaint-right", AnswerInFull, Fields {
            bodies: vec![authority],
            ..plain(
                ours(Right::Complaint, GRANTED, "Your address stood in a list that went to an advertiser on 4 May 2026"),
                vec![quote(PromiseKind::NoSharing, NO_SELLING)],
            )
        }),
        one("complaint-not-right", Refusal, plain(
            ours(Right::Complaint, REFUSED, "The letter you received came from us and not from anybody else"),
            Vec::new(),
        )),
        one("access-refused", Refusal, plain(
            ours(Right::Access, REFUSED, "We hold nothing under the address you wrote from"),
            vec![quote(PromiseKind::Access, "You may ask us what we hold about you.")],
        )),
        one("missing-own-policy", MissingParticulars, Fields {
            missing: wanted(false),
            ..plain(ours(Right::DisclosureList, None, ""), vec![quote(PromiseKind::DisclosureList, LABEL)])
        }),
        ask("us-ca-shine-the-light", "missing-california", MissingParticulars, american(Fields {
            missing: wanted(true),
            ..plain(claimed("us-ca-shine-the-light", Right::DisclosureList, None, ""), vec![quote(PromiseKind::DisclosureList, LABEL)])
        })),
        ask("eu-gdpr", "missing-gdpr", MissingParticulars, Fields {
            asked: "- the number of your ticket".into(),
            missing: vec!["never shown beside what the officer wrote".into()],
            ..plain(claimed("eu-gdpr", Right::Access, None, ""), Vec::new())
        }),
        ask("eu-gdpr", "answer-with-a-promise", AnswerInFull, plain(
            claimed("eu-gdpr", Right::MarketingObjection, GRANTED, ""),
            vec![PromiseQuote { title: "Passengers and their data".into(), ..quote(PromiseKind::NoSharing, NO_SELLING) }],
        )),
    ]
}

#[test]
fn the_letters_about_our_promises_read_as_they_did() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/letter/tests/letters");
    let show = std::env::var_os("RIGHTSDESK_SHOW_LETTERS").map(PathBuf::from);
    let mut changed = Vec::new();
    for one in all() {
        let text = draft(&under(one.law), one.kind, &one.fields).unwrap();
        let fresh = text_of(&text);
        let path = folder.join(format!("{}.txt", one.name));
        if std::env::var_os("RIGHTSDESK_WRITE_GOLDEN").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, &fresh).unwrap();
        }
        if std::fs::read_to_string(&path).unwrap_or_default() != fresh {
            changed.push(format!("{}:\n{fresh}", one.name));
        }
        if let Some(folder) = &show {
            let mut sheet = sheet(text);
            if one.fields.american {
                (sheet.paper, sheet.envelope) = (Paper::UsLetter, Envelope::Us10);
            }
            let done = render(&sheet).unwrap();
            std::fs::write(folder.join(format!("{}.pdf", one.name)), &done.pdf).unwrap();
        }
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

#[test]
fn an_answer_to_a_question_has_no_blank_once_it_is_decided_and_the_registers_were_read() {
    for one in all()
        .into_iter()
        .filter(|one| one.name.starts_with("question-"))
    {
        let text = draft(&under(one.law), one.kind, &one.fields).unwrap();
        let open = one.name == "question-without-a-promise";
        assert_eq!(blanks(&text).is_empty(), !open, "{}", one.name);
    }
}

#[test]
fn only_under_its_own_policy_the_house_chooses_its_english() {
    for law in ["own-policy", "eu-gdpr"] {
        let british = plain(claimed(law, Right::Access, GRANTED, ""), Vec::new());
        let american = Fields {
            american: true,
            ..british.clone()
        };
        let ours = law == "own-policy";
        let text = |fields| text_of(&draft(&under(law), LetterKind::AnswerInFull, fields).unwrap());
        assert!(text(&british).contains("Yours sincerely,"));
        assert_eq!(text(&american).contains("\nSincerely,"), ours);
        assert_eq!(text(&american).contains("personal information"), ours);
    }
}

#[test]
fn a_quote_keeps_its_words_and_gets_one_stop() {
    let said = |words: &str, american| {
        let fields = Fields {
            american,
            ..plain(
                ours(Right::Erasure, GRANTED, ""),
                vec![quote(PromiseKind::Delete, words)],
            )
        };
        let text = draft(&under("own-policy"), LetterKind::AnswerInFull, &fields).unwrap();
        text.blocks[1]
            .text
            .split_once("says: ")
            .unwrap()
            .1
            .to_owned()
    };
    assert_eq!(said("We delete it.", false), "“We delete it.”");
    assert_eq!(said("We delete it", false), "“We delete it”.");
    assert_eq!(said("We delete it", true), "“We delete it.”");
    assert_eq!(said("and delete it;", true), "“… and delete it.”");
    assert_eq!(
        said("Write \"Delete me\" or “Stop”", false),
        "“Write ‘Delete me’ or ‘Stop’”."
    );
}
