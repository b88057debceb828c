//! How long a letter takes; figures to read, not a bar to trip over on a busy machine.

use super::samples::{claim, draft, fields, sheet};
use crate::letter::render;
use crate::words::{LetterKind, Outcome, Right};

/// Prints the time and weight of each letter.
#[test]
#[ignore = "figures to read, best from a release build with --nocapture"]
fn times_to_read() {
    for kind in [
        LetterKind::Acknowledgement,
        LetterKind::AnswerInFull,
        LetterKind::Refusal,
    ] {
        for draft_mark in [false, true] {
            let outcome = (kind == LetterKind::Refusal).then_some(Outcome::Refused);
            let fields = fields(vec![claim(Right::Access, outcome)]);
            let mut sheet = sheet(draft("eu-gdpr", kind, &fields).unwrap());
            sheet.draft = draft_mark;
            let weight = render(&sheet).unwrap().pdf.len();
            let start = std::time::Instant::now();
            for _ in 0..20 {
                render(&sheet).unwrap();
            }
            let each = start.elapsed() / 20;
            println!("{kind} draft={draft_mark}: {each:?}, {weight} bytes");
        }
    }
}
