//! How a letter leaves when it is issued: at once, or with the post, once that is confirmed in the print room.

use super::letter_fields::word;
use crate::api::wire::{LetterIssue, Refusal};
use crate::desk::Desk;
use crate::letter::Sheet;
use crate::store;
use crate::store::draft::LetterInHand;
use crate::store::post::{NewPosting, Which};
use crate::time;
use chrono::NaiveDate;

/// What is kept of a letter beside its bytes.
pub struct Leaving {
    /// It waits in the print room.
    pub waits: bool,
    pub enclosures: String,
    /// Law and kind; their version is the hash of the templates.
    pub template: String,
    posted_on: Option<String>,
    recipient: Vec<String>,
    paper: String,
    envelope: String,
    language: String,
    method: String,
    replaces: Option<u32>,
    /// Our own versions that it was drafted from.
    pub wording: Vec<u32>,
    /// The program’s set of templates that it was drafted from.
    pub templates: String,
}

impl Leaving {
    /// What is handed over has left; whatever else waits when the officer says so.
    pub fn of(
        args: &LetterIssue,
        sheet: &Sheet,
        kept: &LetterInHand,
        enclosures: String,
        today: NaiveDate,
    ) -> Result<Self, Refusal> {
        let waits = args.waits.unwrap_or_default();
        if waits && args.sent_by == "handed-over" {
            return Err(Refusal::field(
                "waits",
                "A letter that was handed over does not wait. Issue it when it is handed over, or let it leave by post.",
            ));
        }
        Ok(Self {
            waits,
            enclosures,
            template: format!("{}/{}", kept.law, kept.kind),
            posted_on: (!waits).then(|| today.to_string()),
            recipient: sheet.recipient_lines.clone(),
            paper: word(&sheet.paper),
            envelope: word(&sheet.envelope),
            language: sheet.language.clone(),
            method: args.sent_by.clone(),
            replaces: kept.replaces,
            wording: kept.wording.clone(),
            templates: templates(kept),
        })
    }

    /// The row of the print room.
    pub fn posting(&self, request: u32, letter: u32) -> NewPosting<'_> {
        NewPosting {
            which: Which::Letter(letter),
            request: Some(request),
            posted_on: self.posted_on.as_deref(),
            recipient: &self.recipient,
            paper: &self.paper,
            envelope: &self.envelope,
            language: &self.language,
            template: &self.template,
            template_sha256: &self.templates,
            enclosures: &self.enclosures,
            method: &self.method,
            replaces: self.replaces,
            wording: &self.wording,
        }
    }

    /// What the log says of it.
    pub fn sentence(&self, title: &str, how: &str) -> String {
        if self.waits {
            format!("{title}: issued, to leave {how}.")
        } else {
            format!("{title}: sent {how}.")
        }
    }
}

/// The set a draft was made of; one from before this was kept counts as made of the present one.
fn templates(kept: &LetterInHand) -> String {
    match kept.templates.as_str() {
        "" => crate::letter::template_set().to_owned(),
        known => known.to_owned(),
    }
}

/// The letter that a draft takes the place of, in words; empty where there is none.
pub fn replaced(desk: &Desk, kept: &LetterInHand) -> Result<String, Refusal> {
    let Some(id) = kept.replaces else {
        return Ok(String::new());
    };
    let old = store::post::find(desk.store.read(), Which::Letter(id))?;
    Ok(old
        .map(|old| {
            let day = time::day(&old.issued_on)
                .map(time::short)
                .unwrap_or_default();
            format!("{} of {day}", old.title)
        })
        .unwrap_or_default())
}
