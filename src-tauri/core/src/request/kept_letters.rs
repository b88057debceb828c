//! Issued letters as they left.

use super::letters::file_name;
use crate::api::wire::{LetterId, LetterList, LetterPdf, Nothing, Refusal};
use crate::desk::App;
use crate::store;
use crate::time::Now;
use base64::{Engine, engine::general_purpose::STANDARD};

/// See the command table.
pub fn pdf(app: &mut App, args: LetterId, _: Now) -> Result<LetterPdf, Refusal> {
    let (name, bytes) = kept_pdf(app, args.id)?;
    Ok(LetterPdf {
        base64: STANDARD.encode(bytes),
        ..name
    })
}

/// An issued letter as it left, for saving: its name and its bytes.
pub fn kept_pdf(app: &mut App, id: u32) -> Result<(LetterPdf, Vec<u8>), Refusal> {
    let (letter, reference, bytes) = store::letter::pdf(app.desk()?.store.read(), id)?;
    Ok((
        LetterPdf {
            name: file_name(&reference, letter.language, letter.kind)?,
            pages: letter.pages,
            base64: String::new(),
        },
        bytes,
    ))
}

/// See the command table.
pub fn list(app: &mut App, _: Nothing, _: Now) -> Result<LetterList, Refusal> {
    Ok(LetterList {
        letters: store::letter::all(app.desk()?.store.read())?,
    })
}
