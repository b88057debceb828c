//! How the letters of the desk look, and how its officers sign.

use crate::api::wire::{LetterheadPage, Refusal};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// A picture as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPicture {
    pub name: String,
    pub bytes: Vec<u8>,
}

fn picture(name: String, bytes: Option<Vec<u8>>) -> Option<KeptPicture> {
    bytes.map(|bytes| KeptPicture { name, bytes })
}

/// The letterhead, once it was said.
pub fn page(conn: &Connection) -> Result<Option<(LetterheadPage, Option<KeptPicture>)>, Refusal> {
    let row: Option<(String, String, Option<Vec<u8>>)> = conn
        .prepare_cached("SELECT page, logo_name, logo FROM letterhead WHERE id = 1")?
        .query_row([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
        .optional()?;
    row.map(|(text, name, bytes)| {
        let page = serde_json::from_str(&text).map_err(|e| {
            Refusal::broken(&format!("the letterhead of this desk cannot be read ({e})"))
        })?;
        Ok((page, picture(name, bytes)))
    })
    .transpose()
}

/// What stands below an officer's name, and their signature.
pub fn signature(
    conn: &Connection,
    officer: u32,
) -> Result<(String, Option<KeptPicture>), Refusal> {
    let row: Option<(String, String, Option<Vec<u8>>)> = conn
        .prepare_cached("SELECT office, picture_name, picture FROM signature WHERE officer = ?1")?
        .query_row([officer], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
        .optional()?;
    Ok(row.map_or_else(Default::default, |(office, name, bytes)| {
        (office, picture(name, bytes))
    }))
}

/// Writes the letterhead anew.
pub fn save_page(
    tx: &Transaction,
    page: &LetterheadPage,
    logo: Option<&KeptPicture>,
) -> Result<(), Refusal> {
    let text = serde_json::to_string(page).map_err(|e| Refusal::broken(&e.to_string()))?;
    tx.execute(
        "INSERT INTO letterhead (id, page, logo, logo_name) VALUES (1, ?1, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET page = excluded.page, logo = excluded.logo, logo_name = excluded.logo_name",
        params![
            text,
            logo.map(|logo| &logo.bytes),
            logo.map_or("", |logo| &logo.name)
        ],
    )?;
    Ok(())
}

/// Writes how an officer signs anew.
pub fn save_signature(
    tx: &Transaction,
    officer: u32,
    office: &str,
    signature: Option<&KeptPicture>,
) -> Result<(), Refusal> {
    tx.execute(
        "INSERT INTO signature (officer, office, picture, picture_name) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (officer) DO UPDATE SET office = excluded.office, picture = excluded.picture, picture_name = excluded.picture_name",
        params![
            officer,
            office,
            signature.map(|of| &of.bytes),
            signature.map_or("", |of| &of.name)
        ],
    )?;
    Ok(())
}
