//! The recovery key on paper.

use crate::api::wire::Refusal;
use crate::letter::{self, Block, Envelope, LetterText, Letterhead, Look, Paper, Sheet};
use crate::time::Now;

/// A page to keep in a safe: the key in groups, and what it is for. Returns a PDF.
pub fn recovery_sheet(
    recovery_key: &str,
    organisation: &str,
    now: Now,
) -> Result<Vec<u8>, Refusal> {
    let block = |text: &str| Block {
        items: Vec::new(),
        text: text.into(),
    };
    let sheet = Sheet {
        letterhead: Letterhead {
            organisation: organisation.into(),
            address_lines: Vec::new(),
            contact_lines: Vec::new(),
            ..Letterhead::default()
        },
        recipient_lines: vec!["For the safe".into()],
        date: crate::time::long(now.instant().date_naive()),
        place: String::new(),
        reference: "Rightsdesk".into(),
        text: LetterText {
            subject: "Recovery key of the privacy desk".into(),
            salutation: String::new(),
            blocks: vec![
                block(&format!("**{recovery_key}**")),
                block(
                    "This key opens the desk when every passphrase is forgotten. Whoever holds it and the desk file can read every request in it. Keep this page where you keep deeds and seals, not beside the computer.",
                ),
                block(
                    "To use it: open Rightsdesk, choose the desk, then “Use the recovery key”. You will be asked for a new passphrase. Capitals, spaces and dashes do not matter.",
                ),
                block(
                    "If this page is lost, make a new key in Settings; the old one then stops working.",
                ),
            ],
            closing: String::new(),
        },
        signatory: String::new(),
        signature: None,
        look: Look::default(),
        enclosures: Vec::new(),
        copy_to: Vec::new(),
        your_letter: String::new(),
        along: crate::letter::Along::default(),
        paper: Paper::A4,
        envelope: Envelope::Plain,
        language: "en-GB".into(),
        title: "Recovery key".into(),
        created: now.instant(),
        draft: false,
    };
    Ok(letter::render(&sheet)?.pdf)
}
