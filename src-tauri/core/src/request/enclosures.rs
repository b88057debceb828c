//! What goes along with a letter: files of the request, as they are, or also set as pages behind the letter.
//!
//! A machine-readable copy must stay true (GDPR Art. 20): it is given byte for byte as it is kept, formulas and all. A
//! spreadsheet may take a cell that begins with = + - or @ for a formula; guarding it would change the data, so the last page says it instead.

use super::case::Case;
use super::letters::{in_hand, working_on};
use crate::api::wire::{
    Enclosable, FileName, LetterDraft, LetterEnclose, LetterEnclosure, LetterEnclosures, LetterId,
    Refusal,
};
use crate::desk::{App, Desk, letterhead::dress};
use crate::letter::{
    self, Along, Annex, Enclosed, GivenAs, Length, LetterError, Sheet, Value, annex_length,
};
use crate::register::csv::Csv;
use crate::store;
use crate::store::enclosure::{Besides, Chosen};
use crate::time::Now;
use crate::vault::sha256;
use crate::words::EnclosureRole;
use encoding_rs::{Encoding, UTF_8};
use std::collections::HashSet;

/// A file that is larger is not read for pages: it would be too long by far.
const LARGEST_READ: usize = 16 * 1024 * 1024;
/// Lines of what else lies in the envelope.
const MOST_ALSO: usize = 20;
/// Wrong rows that are named.
const NAMED: usize = 3;

/// How a file of data is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Csv,
    Json,
}

/// By its name, else by what whoever sent it said.
fn format_of(file: &FileName) -> Option<Format> {
    let name = file.name.to_lowercase();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending {
        "csv" | "tsv" | "tab" => Some(Format::Csv),
        "json" | "jsonl" | "ndjson" | "geojson" => Some(Format::Json),
        _ => match file.media_type.split(';').next().unwrap_or_default().trim() {
            "text/csv" | "text/tab-separated-values" => Some(Format::Csv),
            "application/json" => Some(Format::Json),
            _ => None,
        },
    }
}

/// Data of a file, or the sentence that says why it cannot be set as pages.
fn read(file: &FileName, bytes: &[u8]) -> Result<Value, String> {
    let format = format_of(file)
        .ok_or("Only data in a CSV or JSON file is set as pages; give this one along as it is.")?;
    match format {
        Format::Json => {
            let encoding = Encoding::for_bom(bytes).map_or(UTF_8, |(encoding, _)| encoding);
            let (text, _, wrong) = encoding.decode(bytes);
            if wrong {
                return Err("Its letters cannot be read: JSON is UTF-8. Ask for the file anew, or give it along as it is.".into());
            }
            letter::json(&text)
        }
        Format::Csv => table(&Csv::read(bytes)?),
    }
}

fn table(csv: &Csv) -> Result<Value, String> {
    let broken: Vec<_> = csv
        .rows()
        .filter_map(|row| Some((row.line(), row.broken()?)))
        .take(NAMED)
        .collect();
    if let Some((line, why)) = broken.first() {
        let more = if broken.len() > 1 {
            " Other lines are broken too."
        } else {
            ""
        };
        return Err(format!(
            "Line {line} cannot be read: {why}{more} Mend the file, or give it along as it is."
        ));
    }
    let mut all = csv.rows().map(|row| {
        (0..row.cells())
            .map(|at| row.cell(at).into_owned())
            .collect::<Vec<_>>()
    });
    let head = all.next().unwrap_or_default();
    let rows: Vec<_> = all.collect();
    if rows.is_empty() {
        return Err("The file holds a heading and no row beneath it. Give it along as it is, or leave it out.".into());
    }
    Ok(Value::Table { head, rows })
}

/// What goes along with the letter being written. All of it is said each time; what is not said stays in the house.
pub fn choose(app: &mut App, args: LetterEnclose, now: Now) -> Result<LetterDraft, Refusal> {
    let desk = app.desk()?;
    let (case, kept) = working_on(desk, args.request)?;
    let files = store::file::of(desk.store.read(), Some(case.id))?;
    let sheet = super::letter_fields::language_tag(desk, &kept)?;
    let dress = dress(desk);
    let mut seen = HashSet::new();
    let mut all = Vec::with_capacity(args.items.len());
    for item in &args.items {
        let file = files
            .iter()
            .find(|file| file.id == item.file)
            .ok_or_else(gone)?;
        if !seen.insert(item.file) {
            continue;
        }
        let mut one = Chosen {
            file: file.id,
            role: item.role,
            pages: 0,
            lacks: String::new(),
        };
        if item.role == EnclosureRole::Annex {
            let annex = annex_of(desk, file)?;
            if let Some(annex) = annex {
                let (length, lacks) = annex_length(&annex, dress.paper, dress.envelope, &sheet)?;
                one.lacks = lacks.into_iter().collect();
                if let Length::Pages(pages) = length {
                    one.pages = pages;
                }
            }
        }
        all.push(one);
    }
    let besides = Besides {
        also: lines(&args.also, "also", "what else lies in the envelope")?,
        copy_to: lines(&args.copy_to, "copy_to", "who else gets the letter")?,
    };
    desk.store
        .scratch(|tx| store::enclosure::choose(tx, case.id, &all, &besides))?;
    in_hand(desk, &case, now)?.ok_or_else(|| Refusal::broken("the draft was not kept"))
}

fn gone() -> Refusal {
    Refusal::not_now(
        "A file that was to go along is not with this request any more. Take it off the list, or add it again.",
    )
}

/// What is said at the end of the letter: each line by itself, without white space.
fn lines(text: &str, field: &str, what: &str) -> Result<String, Refusal> {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    if lines.len() > MOST_ALSO || lines.iter().any(|line| line.chars().count() > 200) {
        return Err(Refusal::field(
            field,
            format!(
                "Write {what} in a few short lines: twenty lines of 200 characters are the most."
            ),
        ));
    }
    Ok(lines.join("\n"))
}

/// The data of a file as an annex; nothing where the file is too large to be read for pages.
fn annex_of(desk: &Desk, file: &FileName) -> Result<Option<Annex>, Refusal> {
    if file.size as usize > LARGEST_READ {
        return match format_of(file) {
            Some(_) => Ok(None),
            None => read(file, &[])
                .map(|_| None)
                .map_err(|why| unreadable(file, &why)),
        };
    }
    let (_, bytes) = store::file::open(desk.store.read(), file.id)?;
    let data = read(file, &bytes).map_err(|why| unreadable(file, &why))?;
    Ok(Some(Annex {
        file: file.name.clone(),
        bytes: u64::from(file.size),
        data,
    }))
}

fn unreadable(file: &FileName, why: &str) -> Refusal {
    Refusal::field(
        "items",
        format!("“{}” cannot be set as pages. {why}", file.name),
    )
}

/// The files of the request, with what is chosen of them.
pub(super) fn offered(desk: &Desk, case: &Case) -> Result<Vec<Enclosable>, Refusal> {
    let chosen = store::enclosure::chosen(desk.store.read(), case.id)?;
    let files = store::file::of(desk.store.read(), Some(case.id))?;
    Ok(files
        .into_iter()
        .map(|file| {
            let one = chosen.iter().find(|one| one.file == file.id);
            let role = one.map(|one| one.role);
            let pages = one.map_or(0, |one| one.pages);
            Enclosable {
                annex: format_of(&file).is_some(),
                too_long: role == Some(EnclosureRole::Annex) && pages == 0,
                role,
                pages,
                file,
            }
        })
        .collect())
}

/// Characters of the annexes that cannot be printed, each once.
pub(super) fn lacks(desk: &Desk, case: &Case) -> Result<Vec<char>, Refusal> {
    let mut all: Vec<char> = Vec::new();
    for one in store::enclosure::chosen(desk.store.read(), case.id)? {
        for c in one.lacks.chars().filter(|c| !c.is_whitespace()) {
            if !all.contains(&c) {
                all.push(c);
            }
        }
    }
    Ok(all)
}

fn given_as(one: &Chosen) -> GivenAs {
    match (one.role, one.pages) {
        (EnclosureRole::File, _) => GivenAs::File,
        (EnclosureRole::Annex, 0) => GivenAs::TooLong,
        (EnclosureRole::Annex, pages) => GivenAs::Pages(pages),
    }
}

fn enclosed(file: &FileName, form: GivenAs) -> Enclosed {
    Enclosed {
        name: file.name.clone(),
        bytes: u64::from(file.size),
        sha256: file.sha256.clone(),
        form,
    }
}

/// The letter's own list, from what was found when the files were chosen.
pub(super) fn list(desk: &Desk, case: &Case, language: &str) -> Result<Vec<String>, Refusal> {
    let files = store::file::of(desk.store.read(), Some(case.id))?;
    let mut lines = Vec::new();
    for one in store::enclosure::chosen(desk.store.read(), case.id)? {
        if let Some(file) = files.iter().find(|file| file.id == one.file) {
            lines.push(letter::listed(&enclosed(file, given_as(&one)), language)?);
        }
    }
    let besides = store::enclosure::besides(desk.store.read(), case.id)?;
    lines.extend(besides.also.lines().map(str::to_owned));
    Ok(lines)
}

/// Who else gets the letter being written.
pub(super) fn copies(desk: &Desk, case: &Case) -> Result<Vec<String>, Refusal> {
    let besides = store::enclosure::besides(desk.store.read(), case.id)?;
    Ok(besides.copy_to.lines().map(str::to_owned).collect())
}

/// What is kept with an issued letter.
pub(super) struct Kept {
    pub files: Vec<LetterEnclosure>,
    /// In words, for the print room and the log.
    pub words: String,
}

/// Puts the pages behind the letter, read anew from the files; what is not there any more, or is not what it was, keeps the letter in the house.
pub(super) fn put_along(desk: &Desk, case: &Case, sheet: &mut Sheet) -> Result<Kept, Refusal> {
    let files = store::file::of(desk.store.read(), Some(case.id))?;
    let mut along = Along::default();
    let (mut kept, mut words) = (Vec::new(), Vec::new());
    sheet.enclosures.clear();
    for one in store::enclosure::chosen(desk.store.read(), case.id)? {
        let file = files
            .iter()
            .find(|file| file.id == one.file)
            .ok_or_else(gone)?;
        let (_, bytes) = store::file::open(desk.store.read(), file.id)?;
        if sha256(&bytes) != file.sha256 {
            return Err(Refusal::broken(&format!(
                "the file “{}” is not the one that was added",
                file.name
            )));
        }
        let mut pages = 0;
        let mut form = given_as(&one);
        if one.role == EnclosureRole::Annex {
            form = GivenAs::TooLong;
            if let Some(annex) = annex_of(desk, file)? {
                // Paper and envelope may have changed since it was chosen.
                let (length, lacks) =
                    annex_length(&annex, sheet.paper, sheet.envelope, &sheet.language)?;
                if !lacks.is_empty() && !sheet.draft {
                    return Err(LetterError::Unprintable { characters: lacks }.into());
                }
                if let Length::Pages(count) = length {
                    pages = count;
                    form = GivenAs::Pages(count);
                    along.annexes.push(annex);
                }
            }
        }
        let given = enclosed(file, form);
        sheet
            .enclosures
            .push(letter::listed(&given, &sheet.language)?);
        along.given.push(given);
        words.push(file.name.clone());
        kept.push(LetterEnclosure {
            file: file.id,
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            role: one.role,
            pages,
            size: file.size,
            sha256: file.sha256.clone(),
        });
    }
    let also = store::enclosure::besides(desk.store.read(), case.id)?.also;
    for line in also.lines() {
        sheet.enclosures.push(line.to_owned());
        words.push(line.to_owned());
    }
    sheet.along = along;
    Ok(Kept {
        files: kept,
        words: words.join("; "),
    })
}

/// Chooses for a letter written again what went along with the former.
pub(super) fn as_before(desk: &mut Desk, request: u32, letter: u32) -> Result<(), Refusal> {
    let before = store::enclosure::of_letter(desk.store.read(), letter)?;
    let all: Vec<Chosen> = before
        .into_iter()
        .map(|one| Chosen {
            file: one.file,
            role: one.role,
            pages: one.pages,
            // It was printed before.
            lacks: String::new(),
        })
        .collect();
    desk.store
        .scratch(|tx| store::enclosure::choose(tx, request, &all, &Besides::default()))
}

/// See the command table.
pub fn of_letter(app: &mut App, args: LetterId, _: Now) -> Result<LetterEnclosures, Refusal> {
    let desk = app.desk()?;
    // One that is not there is said so, not shown as a letter without enclosures.
    store::letter::pdf(desk.store.read(), args.id)?;
    Ok(LetterEnclosures {
        files: store::enclosure::of_letter(desk.store.read(), args.id)?,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    fn file(name: &str, media_type: &str) -> FileName {
        FileName {
            id: 1,
            name: name.into(),
            media_type: media_type.into(),
            size: 1,
            sha256: String::new(),
            added_at: String::new(),
        }
    }

    #[test]
    fn data_is_known_by_its_name() {
        for (name, media, format, why) in [
            ("Orders.CSV", "", Some(Format::Csv), "whatever the case"),
            ("orders.tsv", "", Some(Format::Csv), "tabs"),
            (
                "export.json",
                "text/plain",
                Some(Format::Json),
                "the name says more",
            ),
            (
                "export",
                "text/csv; charset=utf-8",
                Some(Format::Csv),
                "what the sender said",
            ),
            ("lines.ndjson", "", Some(Format::Json), "a record a line"),
            ("scan.pdf", "application/pdf", None, "no data"),
            ("csv", "", None, "a name is no ending"),
        ] {
            assert_eq!(format_of(&file(name, media)), format, "{name}: {why}");
        }
    }

    #[test]
    fn csv_becomes_a_table_or_says_its_line() {
        let head = |cells: &[&str]| cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
        for (bytes, rows, why) in [
            (&b"name,city\nAda,Oslo\n"[..], [["Ada", "Oslo"]], "commas"),
            (
                b"name;city\r\nAda;Oslo",
                [["Ada", "Oslo"]],
                "semicolons, no line end at the end",
            ),
            (
                b"name\tcity\n\"Ada\"\tOslo\n\n",
                [["Ada", "Oslo"]],
                "tabs, an empty line",
            ),
            (
                b"\xef\xbb\xbfname,city\nJos\xc3\xa9,\"Oslo, N\"\n",
                [["José", "Oslo, N"]],
                "UTF-8 with its mark, a comma inside",
            ),
            (
                b"name;city\nJos\xe9;K\xf6ln\n",
                [["José", "Köln"]],
                "Windows-1252",
            ),
            (
                b"\xff\xfen\x00;\x00c\x00\n\x00A\x00;\x00B\x00\n\x00",
                [["A", "B"]],
                "UTF-16",
            ),
            (
                b"name,city\n=1+2,-3\n",
                [["=1+2", "-3"]],
                "what a spreadsheet computes stays what it is",
            ),
        ] {
            let Value::Table { rows: read, .. } = read(&file("a.csv", ""), bytes).unwrap() else {
                panic!("{why}");
            };
            assert_eq!(read, rows.map(|row| head(&row)), "{why}");
        }
        for (name, bytes, part, why) in [
            (
                "a.csv",
                &b"name,city\nAda,\"Oslo\nx,y\n"[..],
                "Line 2",
                "a quotation mark never closed",
            ),
            (
                "a.csv",
                b"name,city\n",
                "no row beneath",
                "nothing but headings",
            ),
            ("a.csv", b"", "empty", "nothing"),
            (
                "a.csv",
                b"PK\x03\x04",
                "spreadsheet",
                "a spreadsheet by a wrong name",
            ),
            ("a.json", b"name,city", "no JSON", "a table by a wrong name"),
            (
                "a.json",
                b"[\"\xff\"]",
                "UTF-8",
                "bytes that are no letters",
            ),
            ("a.pdf", b"%PDF-1.7", "CSV or JSON", "no data at all"),
        ] {
            let said = read(&file(name, ""), bytes).unwrap_err();
            assert!(said.contains(part), "{why}: {said}");
        }
    }
}
