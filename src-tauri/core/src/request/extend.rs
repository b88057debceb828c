//! More time: only inside the first period, only with a reason, only with the letter that says so.

use super::languages;
use super::letters;
use super::offers::law_to_extend;
use crate::api::wire::{ExtendIn, LetterIssue, LetterStart, Refusal, RequestView};
use crate::desk::App;
use crate::letter;
use crate::store;
use crate::time::Now;
use crate::words::LetterKind;

/// See the command table.
pub fn extend(app: &mut App, args: ExtendIn, now: Now) -> Result<RequestView, Refusal> {
    let desk = app.desk()?;
    let case = store::request::load(desk.store.read(), args.request)?;
    if args.reason.trim().is_empty() {
        return Err(Refusal::field(
            "reason",
            "Write the reason; the law allows no extension without one, and the letter gives it.",
        ));
    }
    let Some(law) = law_to_extend(desk, &case, now.today(desk.zone))? else {
        let why = super::offers::offer(
            desk,
            &case,
            crate::api::wire::StepName::Extend,
            now.today(desk.zone),
        )?;
        return Err(Refusal::not_now(why.err().map_or_else(
            || "No law of this request gives more time.".into(),
            |no| no.why,
        )));
    };
    // The person goes on hearing from us in the language we wrote in before.
    let language = languages::earlier(desk, &case)?;
    let language = match language {
        Some(known) => letter::no_letters(known, desk.library.law(&law)?)?
            .is_none()
            .then_some(known),
        None => None,
    };
    let start = LetterStart {
        request: args.request,
        kind: LetterKind::Extension,
        law,
        reason: args.reason,
        asked: String::new(),
        language,
        addressee: Vec::new(),
    };
    letters::draft(app, start, now)?;
    letters::issue(
        app,
        LetterIssue {
            request: args.request,
            sent_by: args.sent_by,
            seen: args.seen,
            plain_mail_reason: None,
            waits: None,
        },
        now,
    )
}
