//! The notice to a parent: what it says for each kind of file, and the form that goes with it on a page of its own.

use super::contents::filled;
use super::samples::{check, claim, draft, fields, sheet};
use crate::letter::{ChildFields, Fields, LetterText, blanks, render};
use crate::words::{LetterKind, Outcome, Right};

fn child() -> ChildFields {
    ChildFields {
        on_file: true,
        service: "The reading club".into(),
        collects: "First name and the books read".into(),
        contact: true,
        online_notice: "https://lindensee.example/children".into(),
        erase_by: "November 16, 2026".into(),
        mail_is_enough: true,
        ..ChildFields::default()
    }
}

fn notice(law: &str, child: ChildFields) -> LetterText {
    let fields = Fields {
        subject: "Mina".into(),
        child,
        ..fields(vec![claim(Right::ChildConsent, None)])
    };
    filled(draft(law, LetterKind::DirectNotice, &fields).unwrap())
}

fn words(text: &LetterText) -> String {
    let blocks: Vec<&str> = text.blocks.iter().map(|b| b.text.as_str()).collect();
    blocks.join("\n\n")
}

#[test]
fn each_file_gets_the_notice_it_needs() {
    let gives = ChildFields {
        discloses: "Lantern Toys Inc, for its catalogue".into(),
        mail_is_enough: false,
        ..child()
    };
    let integral = ChildFields {
        integral: "Pen friends write to each other".into(),
        ..gives.clone()
    };
    let alone = ChildFields {
        contact: false,
        ..child()
    };
    for (law, child, says, not) in [
        (
            "us-coppa",
            child(),
            &[
                "we collected Mina’s name",
                "We would disclose it to nobody",
                "you may also consent by e-mail",
                "by November 16, 2026 at the latest",
            ][..],
            &[
                "agree that it is **disclosed**",
                "How long",
                "is responsible for this",
            ][..],
        ),
        (
            "us-coppa",
            gives,
            &[
                "without agreeing that we disclose it",
                "agree that it is **disclosed**",
                "I need not agree to this",
            ],
            &["you may also consent by e-mail"],
        ),
        (
            "us-coppa",
            integral,
            &[
                "The service does not work without this: Pen friends",
                "separately all the same",
                "agree that it is **disclosed**",
            ],
            &["I need not agree", "without agreeing that we disclose"],
        ),
        (
            "us-coppa",
            alone,
            &["We did not collect your contact details from Mina."],
            &["we collected Mina’s name"],
        ),
        (
            "own-policy",
            ChildFields {
                european: true,
                ..self::child()
            },
            &[
                "is responsible for this",
                "complain to Authority for the Protection of Data",
                "We would keep it",
            ],
            &[],
        ),
        ("own-policy", ChildFields::default(), &["as told"], &[]),
    ] {
        let text = notice(law, child);
        for state in check(
            law,
            LetterKind::DirectNotice,
            &[(Right::ChildConsent, None)],
            &text,
        )
        .unwrap()
        {
            assert!(state.present, "{law}: {state:?}");
        }
        assert!(blanks(&text).is_empty());
        let all = words(&text);
        for word in says {
            assert!(all.contains(word), "{law}: “{word}” is not in {all}");
        }
        for word in not {
            assert!(!all.contains(word), "{law}: “{word}” is in {all}");
        }
        for hole in [" .", " ,", "..", "()", " :", "  ", ", ,"] {
            assert!(!all.contains(hole), "{law}: “{hole}” in {all}");
        }
    }
}

#[test]
fn the_form_is_a_page_of_its_own_after_the_signature() {
    let text = notice("us-coppa", child());
    let done = render(&sheet(text)).unwrap();
    let (form, letter) = done.pages.split_last().unwrap();
    assert!(
        form.contains("Consent of a parent or guardian") && form.contains("Signature:"),
        "{form}"
    );
    assert!(!form.contains("Sincerely,"), "{form}");
    assert!(letter.last().unwrap().contains("Sincerely,"), "{letter:?}");
    assert!(!letter.join("").contains("Consent of a parent or guardian"));
    // A letter without such a page ends as it always did.
    let plain = render(&sheet(filled(
        draft(
            "us-coppa",
            LetterKind::AnswerInFull,
            &fields(vec![claim(Right::ChildErasure, Some(Outcome::Granted))]),
        )
        .unwrap(),
    )))
    .unwrap();
    assert!(plain.pages.last().unwrap().contains("Sincerely,"));
    if let Some(folder) = std::env::var_os("RIGHTSDESK_SHOW_LETTERS") {
        std::fs::write(std::path::Path::new(&folder).join("notice.pdf"), &done.pdf).unwrap();
    }
}

#[test]
fn answers_about_a_child_say_what_the_file_says() {
    let told = ChildFields {
        consented_on: "November 4, 2026".into(),
        method: "signed form".into(),
        erased_on: "November 9, 2026".into(),
        erased: "The account; backups are gone by December 9".into(),
        stopped_on: "November 9, 2026".into(),
        proof_deleted: true,
        ..child()
    };
    let answer = |kind, right, outcome, child: ChildFields| {
        let mut fields = fields(vec![claim(right, Some(outcome))]);
        fields.subject = "Mina".into();
        fields.child = child;
        words(&draft("us-coppa", kind, &fields).unwrap())
    };
    for (right, says) in [
        (
            Right::ChildConsent,
            &[
                "consent as a parent on November 4, 2026 (signed form)",
                "from Mina: First name and the books read.",
                "It does not cover disclosure",
            ][..],
        ),
        (
            Right::ChildAccess,
            &["First name and the books read.", "has been deleted"],
        ),
        (
            Right::ChildErasure,
            &["on November 9, 2026: The account; backups are gone by December 9."],
        ),
        (
            Right::ChildRefusal,
            &[
                "collect no more, since November 9, 2026.",
                "This was about: First name",
            ],
        ),
    ] {
        let text = answer(
            LetterKind::AnswerInFull,
            right,
            Outcome::Granted,
            told.clone(),
        );
        for word in says {
            assert!(text.contains(word), "{right}: “{word}” is not in {text}");
        }
        // Without a file the officer says it.
        let blank = answer(
            LetterKind::AnswerInFull,
            right,
            Outcome::Granted,
            ChildFields::default(),
        );
        assert!(blank.contains("[["), "{right}: {blank}");
    }
    let refused = answer(
        LetterKind::Refusal,
        Right::ChildConsent,
        Outcome::Refused,
        ChildFields {
            contact_erased_on: "November 16, 2026".into(),
            ..child()
        },
    );
    assert!(
        refused.contains("taken to ask you were deleted on November 16, 2026."),
        "{refused}"
    );
    assert!(
        refused.starts_with("This is about the consent that we asked you for, for Mina."),
        "{refused}"
    );
}
