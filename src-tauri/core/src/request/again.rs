//! A letter written again: as the former one, under the address known now, and naming what it replaces.

use super::letters::{fits, in_hand, keep};
use crate::api::wire::{LetterDraft, LetterId, LetterStart, Refusal};
use crate::desk::App;
use crate::letter::{Block, LetterText};
use crate::store;
use crate::store::post::Which;
use crate::time::{self, Now, long_in};
use crate::words::PostState;
use chrono::{Datelike, NaiveDate};

/// What a replacing letter says first. Other languages write the day in figures.
fn replaces(language: &str, of: NaiveDate, returned: bool) -> String {
    let (d, m, y) = (of.day(), of.month(), of.year());
    match (language.split('-').next().unwrap_or_default(), returned) {
        ("de", false) => format!("Dieses Schreiben ersetzt unser Schreiben vom {d}.{m}.{y}."),
        ("de", true) => format!(
            "Dieses Schreiben ersetzt unser Schreiben vom {d}.{m}.{y}, das an uns zurückkam."
        ),
        ("fr", false) => format!("La présente lettre remplace notre lettre du {d:02}/{m:02}/{y}."),
        ("fr", true) => format!(
            "La présente lettre remplace notre lettre du {d:02}/{m:02}/{y}, qui nous a été retournée."
        ),
        ("es", false) => format!("Esta carta sustituye a nuestra carta de {d}/{m}/{y}."),
        ("es", true) => {
            format!("Esta carta sustituye a nuestra carta de {d}/{m}/{y}, que nos fue devuelta.")
        }
        (_, returned) => {
            let day = long_in(of, language == "en-US");
            let back = if returned {
                ", which came back to us"
            } else {
                ""
            };
            format!("This letter replaces our letter of {day}{back}.")
        }
    }
}

/// See the command table. A letter that still waits is kept back first.
pub fn draft(app: &mut App, args: LetterId, now: Now) -> Result<LetterDraft, Refusal> {
    let desk = app.desk()?;
    let old = store::post::find(desk.store.read(), Which::Letter(args.id))?
        .ok_or_else(|| Refusal::missing("There is no such letter in this desk."))?;
    let (Some(request), Some(kind)) = (old.request, old.kind) else {
        return Err(Refusal::broken("a letter of no request"));
    };
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
    let language = store::post::language(desk.store.read(), args.id)?;
    text.blocks
        .retain(|block| !block.items.iter().any(|item| item == REPLACES));
    // One that never left is not spoken of.
    if old.way.posted_on.is_some() {
        text.blocks.insert(
            0,
            Block {
                items: vec![REPLACES.to_owned()],
                text: replaces(&language, issued, old.way.state == PostState::Returned),
            },
        );
    }
    let start = LetterStart {
        request,
        kind,
        law: old.law.clone(),
        reason: String::new(),
        asked: String::new(),
    };
    keep(desk, &start, &text, Some(args.id))?;
    in_hand(desk, &case, now)?.ok_or_else(|| Refusal::broken("the draft was not kept"))
}

/// Marks the passage, so that a letter replaced twice names the last one only.
const REPLACES: &str = "replaces";

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    #[test]
    fn says_what_it_replaces_in_the_language_of_the_letter() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 9).unwrap();
        for (language, returned, said) in [
            (
                "en-GB",
                false,
                "This letter replaces our letter of 9 March 2026.",
            ),
            (
                "en-US",
                true,
                "This letter replaces our letter of March 9, 2026, which came back to us.",
            ),
            (
                "de-DE",
                false,
                "Dieses Schreiben ersetzt unser Schreiben vom 9.3.2026.",
            ),
            (
                "fr",
                false,
                "La présente lettre remplace notre lettre du 09/03/2026.",
            ),
            (
                "es-ES",
                true,
                "Esta carta sustituye a nuestra carta de 9/3/2026, que nos fue devuelta.",
            ),
            (
                "",
                false,
                "This letter replaces our letter of 9 March 2026.",
            ),
        ] {
            assert_eq!(replaces(language, day, returned), said);
        }
    }
}
