//! A letter written again: as the former one, under the address known now, and naming what it replaces.

use super::enclosures;
use super::letter_fields::american;
use super::letter_fit::fits;
use super::letters::{in_hand, keep};
use crate::api::wire::{LetterAgain, LetterDraft, LetterStart, Refusal};
use crate::desk::App;
use crate::letter::{Block, LetterText, tongue_under};
use crate::store;
use crate::store::post::Which;
use crate::time::{self, Now};
use crate::words::{LetterKind, PostState};

/// See the command table. A letter that still waits is kept back first.
pub fn draft(app: &mut App, args: LetterAgain, now: Now) -> Result<LetterDraft, Refusal> {
    let desk = app.desk()?;
    let old = store::post::find(desk.store.read(), Which::Letter(args.id))?
        .ok_or_else(|| Refusal::missing("There is no such letter in this desk."))?;
    let (Some(request), Some(kind)) = (old.request, old.kind) else {
        return Err(Refusal::broken("a letter of no request"));
    };
    let addressee: Vec<String> = args
        .addressee
        .iter()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    if kind != LetterKind::RecipientNotice && !addressee.is_empty() {
        return Err(Refusal::field(
            "addressee",
            "This letter goes to the requester, under the address of the request. Correct the request instead.",
        ));
    }
    if let Some(newer) = &old.way.replaced_by {
        return Err(Refusal::not_now(format!(
            "{} of {} took its place already.",
            newer.title,
            time::day(&newer.issued_on)
                .map(time::short)
                .unwrap_or_default()
        )));
    }
    if store::draft::letter(desk.store.read(), request)?.is_some() {
        return Err(Refusal::not_now(
            "Another letter is being written for this request. Issue it or throw it away first.",
        ));
    }
    if old.way.state == PostState::Ready {
        return Err(Refusal::not_now(
            "That letter still waits in the print room. Keep it back first, then write it again.",
        ));
    }
    let case = store::request::load(desk.store.read(), request)?;
    // What stands in the register as settled needs no second letter of the kind; what came back does.
    if old.way.state == PostState::Returned {
        fits(desk, &case, kind, &old.law, now.today(desk.zone))?.map_err(Refusal::not_now)?;
    } else if !case.open() {
        return Err(Refusal::not_now("The request is closed. Reopen it first."));
    }
    let issued = time::day(&old.issued_on)
        .ok_or_else(|| Refusal::broken("a letter has no day it was issued on"))?;
    let mut text: LetterText =
        serde_json::from_str(&store::post::text(desk.store.read(), args.id)?)
            .map_err(|e| Refusal::broken(&format!("a kept letter cannot be read ({e})")))?;
    let (was, _, _) = store::letter::pdf(desk.store.read(), args.id)?;
    let american = american(desk, desk.library.law(&old.law)?, was.language);
    let words = tongue_under(was.language, &old.law)?;
    text.blocks
        .retain(|block| !block.items.iter().any(|item| item == REPLACES));
    // One that never left is not spoken of.
    if old.way.posted_on.is_some() {
        text.blocks.insert(
            0,
            Block {
                items: vec![REPLACES.to_owned()],
                text: words.again(issued, old.way.state == PostState::Returned, american),
            },
        );
    }
    let start = LetterStart {
        request,
        kind,
        law: old.law.clone(),
        reason: String::new(),
        asked: String::new(),
        language: Some(was.language),
        // To the requester it goes under the address known now; whom else it was for stands only on the letter.
        addressee: match kind {
            LetterKind::RecipientNotice if addressee.is_empty() => old.recipient.clone(),
            LetterKind::RecipientNotice => addressee,
            _ => Vec::new(),
        },
    };
    // Its words are those of the former one, and so is where they came from.
    let made = store::wording::of_letter(desk.store.read(), args.id)?;
    keep(desk, &start, &text, Some(args.id), made)?;
    enclosures::as_before(desk, request, args.id)?;
    in_hand(desk, &case, now)?.ok_or_else(|| Refusal::broken("the draft was not kept"))
}

/// Marks the passage, so that a letter replaced twice names the last one only.
const REPLACES: &str = "replaces";
