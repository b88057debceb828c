//! A letter of a request, as PDF.

use crate::{At, desk, out::Over, say::Failure};
use base64::{Engine, engine::general_purpose::STANDARD};
use clap::{Args, ValueEnum};
use rightsdesk_core::{
    api::wire::{
        Done, EnclosureIn, FileIn, FileName, LetterChoices, LetterDraft, LetterEnclose, LetterId,
        LetterIssue, LetterName, LetterPdf, LetterStart, QueueQuery, RequestId, RequestView,
    },
    desk::App,
    words::{EnclosureRole, LetterKind, LetterLanguage},
};
use std::path::PathBuf;

/// Write a letter of a request as PDF
///
/// Issues it: the PDF is kept with the request byte for byte, and what the letter does to the clock is recorded.
/// With --preview the page is only looked at, marked as a draft, and nothing is kept.
/// A draft of the same kind that the officer has already worded is used as it stands.
#[derive(Debug, Args)]
pub struct Letter {
    /// The request: its reference (2026-0042) or its number
    request: String,
    /// acknowledgement, proof-of-identity, clarification, extension, answer-in-full, answer-in-part, refusal, opt-out-confirmation, missing-particulars, agent-authority, fee-notice, nothing-held, restriction-lifting, recipient-notice, repeat-request, consent-lapsed or parent-notice
    #[arg(value_parser = kind)]
    kind: LetterKind,
    /// Where to write the PDF
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    over: Over,
    /// Under which law, when several fit
    #[arg(long)]
    law: Option<String>,
    /// Why: of the extension, of the doubt, of the question; goes into the letter
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,
    /// What is asked for, in letters that ask
    #[arg(long, value_name = "TEXT", default_value = "")]
    asked: String,
    /// To whom it goes, where that is not the requester: name and address, once for each line
    #[arg(long, value_name = "LINE")]
    to: Vec<String>,
    /// In what it is written: en, de, fr or es; English where nothing is said
    #[arg(long, value_parser = language)]
    language: Option<LetterLanguage>,
    /// How it leaves
    #[arg(long, value_enum, default_value_t = Way::Post)]
    sent_by: Way,
    /// It waits in the print room until its posting is confirmed; without it, it leaves at once
    #[arg(long)]
    wait: bool,
    /// Why a letter with details of somebody's health goes by plain e-mail all the same: they asked for it and were told of the risk, or it is encrypted; the log keeps it
    #[arg(long, value_name = "TEXT")]
    plain_mail_reason: Option<String>,
    /// Contradictions with the policy have been looked at; without it a letter of a request that has some is not issued
    #[arg(long)]
    seen: bool,
    /// A file of the request that goes along as it is, by its name or number; once for each file
    #[arg(long, value_name = "FILE")]
    enclose: Vec<String>,
    /// Data that is set as pages behind the letter and goes along as a file: a CSV or JSON file of the request, by its name or number, or one on the disk, which is added to the request first
    #[arg(long, value_name = "FILE")]
    annex: Vec<String>,
    /// Only look at the page; nothing is issued or kept
    #[arg(long)]
    preview: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Way {
    Post,
    Mail,
    HandedOver,
}

fn language(word: &str) -> Result<LetterLanguage, String> {
    LetterLanguage::from_id(word).ok_or_else(|| {
        let known: Vec<&str> = LetterLanguage::ALL.iter().map(|one| one.id()).collect();
        format!("there are {}", known.join(", "))
    })
}

fn kind(word: &str) -> Result<LetterKind, String> {
    LetterKind::from_id(word).ok_or_else(|| {
        let known: Vec<&str> = LetterKind::ALL.iter().map(|kind| kind.id()).collect();
        format!("there are {}", known.join(", "))
    })
}

impl Letter {
    pub fn run(self, at: &At) -> crate::Done {
        let place = self.over.place(&self.out, at)?;
        let mut app = desk::open(at)?;
        let request = find(&mut app, &self.request)?;
        let view: RequestView = desk::call(&mut app, "request_show", RequestId { id: request })?;
        let began_here = match &view.letter_draft {
            Some(draft) if draft.kind == self.kind => false,
            Some(draft) => {
                return Err(Failure::refused(format!(
                    "There is a draft of another letter with this request: {}. Issue or discard it first.",
                    draft.title
                )));
            }
            None => true,
        };
        if began_here {
            let law = self.law(&mut app, request)?;
            let start = LetterStart {
                request,
                kind: self.kind,
                law,
                reason: self.reason.clone(),
                asked: self.asked.clone(),
                language: self.language,
                addressee: self.to.clone(),
            };
            let _: LetterDraft = desk::call(&mut app, "letter_draft", start)?;
        }
        let along = self.along(&mut app, request, &view);
        let page = match along {
            Err(problem) => Err(problem),
            Ok(()) if self.preview => preview(&mut app, request),
            Ok(()) => self.issue(&mut app, request, &view),
        };
        // A draft that only this call needed does not stay behind.
        if began_here && (self.preview || page.is_err()) {
            let _: Done = desk::call(&mut app, "letter_discard", RequestId { id: request })?;
        }
        let page = STANDARD.decode(page?.base64).map_err(Failure::refused)?;
        place.write(&page).map_err(|problem| match self.preview {
            true => problem,
            false => Failure::refused(format!(
                "The letter is issued and kept with the request, but not as a file: {problem}"
            )),
        })
    }

    /// Chooses what goes along; without anything said, what the draft has stays.
    fn along(&self, app: &mut App, request: u32, view: &RequestView) -> Result<(), Failure> {
        if self.enclose.is_empty() && self.annex.is_empty() {
            return Ok(());
        }
        let mut items = Vec::new();
        for (names, role) in [
            (&self.enclose, EnclosureRole::File),
            (&self.annex, EnclosureRole::Annex),
        ] {
            for name in names {
                let file = match kept(view, name)? {
                    Some(file) => file,
                    None if role == EnclosureRole::Annex => self.add(app, request, name)?,
                    None => {
                        return Err(Failure::refused(format!(
                            "There is no file {name} with this request."
                        )));
                    }
                };
                items.push(EnclosureIn { file, role });
            }
        }
        let (also, copy_to) = view
            .letter_draft
            .as_ref()
            .map(|draft| (draft.also.clone(), draft.copy_to.clone()))
            .unwrap_or_default();
        let choice = LetterEnclose {
            request,
            items,
            also,
            copy_to,
        };
        let _: LetterDraft = desk::call(app, "letter_enclose", choice)?;
        Ok(())
    }

    /// Adds a file of the disk to the request; the log says so.
    fn add(&self, app: &mut App, request: u32, path: &str) -> Result<u32, Failure> {
        let bytes = std::fs::read(path).map_err(|e| {
            Failure::refused(format!(
                "There is no file {path} with this request, and none can be read on the disk: {e}."
            ))
        })?;
        if self.preview {
            return Err(Failure::refused(format!(
                "With --preview nothing is kept: add {path} to the request first, then name it."
            )));
        }
        let json = path.to_lowercase().ends_with("json");
        let new = FileIn {
            request: Some(request),
            name: path.to_owned(),
            media_type: if json { "application/json" } else { "text/csv" }.to_owned(),
            base64: STANDARD.encode(bytes),
        };
        let file: FileName = desk::call(app, "file_add", new)?;
        Ok(file.id)
    }

    fn law(&self, app: &mut App, request: u32) -> Result<String, Failure> {
        if let Some(law) = &self.law {
            return Ok(law.clone());
        }
        let choices: LetterChoices = desk::call(app, "letter_choices", RequestId { id: request })?;
        let mut of_kind: Vec<_> = choices
            .choices
            .into_iter()
            .filter(|choice| choice.kind == self.kind)
            .collect();
        of_kind.sort_by_key(|choice| !choice.offered);
        let offered = of_kind.iter().filter(|choice| choice.offered).count();
        if offered > 1 {
            let laws: Vec<&str> = of_kind
                .iter()
                .filter(|choice| choice.offered)
                .map(|choice| choice.law.as_str())
                .collect();
            return Err(Failure::refused(format!(
                "Several laws fit this letter. Choose with --law: {}.",
                laws.join(", ")
            )));
        }
        match of_kind.into_iter().next() {
            Some(choice) if choice.offered => Ok(choice.law),
            Some(choice) => {
                Err(Failure::refused(choice.reason.unwrap_or_else(|| {
                    "This letter does not fit the request now.".to_owned()
                })))
            }
            None => Err(Failure::refused(
                "No law of this request has such a letter.",
            )),
        }
    }

    fn issue(
        &self,
        app: &mut App,
        request: u32,
        before: &RequestView,
    ) -> Result<LetterPdf, Failure> {
        let sent_by = self
            .sent_by
            .to_possible_value()
            .map(|value| value.get_name().to_owned())
            .unwrap_or_default();
        let keys = before.contradictions.iter().map(|one| one.key.clone());
        let seen = keys.filter(|_| self.seen).collect();
        let issue = LetterIssue {
            request,
            sent_by,
            seen,
            plain_mail_reason: self.plain_mail_reason.clone(),
            waits: Some(self.wait),
        };
        let after: RequestView = desk::call(app, "letter_issue", issue)?;
        let known: Vec<u32> = before.letters.iter().map(|letter| letter.id).collect();
        let issued: Option<&LetterName> = after
            .letters
            .iter()
            .find(|letter| !known.contains(&letter.id));
        let id = issued
            .ok_or_else(|| {
                Failure::refused("The letter was issued but is not shown with the request.")
            })?
            .id;
        desk::call(app, "letter_pdf", LetterId { id })
    }
}

/// A file of the request by its name, else by its number; nothing where there is none.
fn kept(view: &RequestView, name: &str) -> Result<Option<u32>, Failure> {
    let named: Vec<&FileName> = view.files.iter().filter(|file| file.name == name).collect();
    match named.as_slice() {
        [one] => Ok(Some(one.id)),
        [] => Ok(view
            .files
            .iter()
            .find(|file| name.parse() == Ok(file.id))
            .map(|file| file.id)),
        many => {
            let numbers: Vec<String> = many.iter().map(|file| file.id.to_string()).collect();
            Err(Failure::refused(format!(
                "Several files of this request are called {name}. Name one by its number: {}.",
                numbers.join(", ")
            )))
        }
    }
}

fn preview(app: &mut App, request: u32) -> Result<LetterPdf, Failure> {
    desk::call(app, "letter_preview", RequestId { id: request })
}

/// A number is the request's own; anything else is a reference.
fn find(app: &mut App, name: &str) -> Result<u32, Failure> {
    if let Ok(id) = name.parse() {
        return Ok(id);
    }
    let query = QueueQuery {
        filter: "all".to_owned(),
        search: name.to_owned(),
        sort: "reference".to_owned(),
        limit: 50,
        ..QueueQuery::default()
    };
    let queue: rightsdesk_core::api::wire::Queue = desk::call(app, "queue", query)?;
    let found = queue.rows.iter().find(|row| row.reference == name);
    found
        .map(|row| row.id)
        .ok_or_else(|| Failure::refused(format!("There is no request {name} in this desk.")))
}
