//! A letter with what goes along with it, as one ZIP: the PDF, the files byte for byte, and a list with their fingerprints.

use super::{get, names};
use crate::api::wire::{Export, LetterEnclosure, PostKey, Refusal};
use crate::desk::App;
use crate::letter::{Enclosed, GivenAs, given_list};
use crate::store;
use crate::store::post::{Posting, Which, pdf};
use crate::time::Now;
use crate::vault::sha256;
use base64::{Engine, engine::general_purpose::STANDARD};
use std::collections::HashSet;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What went along with a letter of a request, with its bytes; a letter of the registers has nothing.
pub fn files(
    conn: &store::Connection,
    one: &Posting,
) -> Result<Vec<(LetterEnclosure, Vec<u8>)>, Refusal> {
    let Which::Letter(id) = one.which else {
        return Ok(Vec::new());
    };
    let mut all = Vec::new();
    for file in store::enclosure::of_letter(conn, id)? {
        let (_, bytes) = store::file::open(conn, file.file)?;
        if sha256(&bytes) != file.sha256 {
            return Err(Refusal::broken(&format!(
                "the file “{}” is not the one that went along",
                file.name
            )));
        }
        all.push((file, bytes));
    }
    Ok(all)
}

/// The name of a file for every system, its ending kept.
pub fn file_name(name: &str) -> String {
    let plain = |ending: &str| {
        (1..=12).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric())
    };
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if plain(ending) => (stem, ending),
        _ => (name, ""),
    };
    let stem = match names::safe(stem) {
        none if none.is_empty() => "file".to_owned(),
        some => some,
    };
    if ending.is_empty() {
        stem
    } else {
        format!("{stem}.{ending}")
    }
}

/// See the command table. The same letter gives the same bytes: nothing in it says when it was saved.
pub fn save(app: &mut App, args: PostKey, _: Now) -> Result<Export, Refusal> {
    let desk = app.desk()?;
    let conn = desk.store.read();
    let one = get(conn, &args.key)?;
    let letter = pdf(conn, one.which)?;
    let along = files(conn, &one)?;
    let mut taken = HashSet::new();
    let mut parts: Vec<(String, &[u8], GivenAs)> = vec![(
        names::apart(&mut taken, names::of(&one, "pdf")),
        &letter,
        GivenAs::File,
    )];
    for (file, bytes) in &along {
        let name = names::apart(&mut taken, file_name(&file.name));
        parts.push((name, bytes, GivenAs::File));
    }
    let listed: Vec<Enclosed> = parts
        .iter()
        .map(|(name, bytes, form)| Enclosed {
            name: name.clone(),
            bytes: bytes.len() as u64,
            sha256: sha256(bytes),
            form: *form,
        })
        .collect();
    let (list_name, list) = given_list(&listed, &one.language)?;
    let list_name = names::apart(&mut taken, format!("{}.txt", names::safe(&list_name)));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let put = |zip: &mut ZipWriter<_>, name: &str, bytes: &[u8]| -> Result<(), Refusal> {
        zip.start_file(name, options).map_err(|e| broken(&e))?;
        zip.write_all(bytes).map_err(|e| broken(&e))
    };
    for (name, bytes, _) in &parts {
        put(&mut zip, name, bytes)?;
    }
    put(&mut zip, &list_name, list.as_bytes())?;
    let bytes = zip.finish().map_err(|e| broken(&e))?.into_inner();
    Ok(Export {
        name: match one.reference.as_str() {
            "" => format!("{}.zip", names::safe(&one.title)),
            reference => format!("{reference} {}.zip", one.title),
        },
        media_type: "application/zip".into(),
        base64: STANDARD.encode(bytes),
    })
}

fn broken(problem: &impl std::fmt::Display) -> Refusal {
    Refusal::broken(&format!("the ZIP could not be written ({problem})"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn no_name_leads_out_of_the_folder() {
        for (name, safe, why) in [
            ("orders.csv", "orders.csv", "as it is"),
            ("../../etc/passwd", "etc-passwd", "no way up"),
            ("a/b\\c.json", "a-b-c.json", "no folder of either system"),
            ("con.csv", "con-.csv", "a device of Windows"),
            ("..", "file", "no name at all"),
            (".csv", "file.csv", "an ending alone"),
            ("list.c:v", "list-c-v", "nothing but letters in an ending"),
            ("Müller 王芳.csv", "Müller-王芳.csv", "any script"),
        ] {
            assert_eq!(file_name(name), safe, "{why}");
        }
    }
}
