//! CSV as people have it: any of four delimiters, whatever encoding, quotes, line breaks inside cells. RFC 4180, and a little patience.
//!
//! A record that breaks the rules is given out as broken, with the reason; reading goes on at its next line, so one stray quotation mark spoils one row and not a file.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// What separates cells; the first that fits best wins.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Longer than a cell of a spreadsheet can be: then a quotation mark was never closed.
const LONGEST_CELL: usize = 4 * 32_767;

/// How many records are looked at to find the delimiter.
const LOOKED_AT: usize = 100;

/// A file that was read, its text kept once.
pub struct Csv {
    /// As people call it: `UTF-8`, `Windows-1252`.
    pub encoding: String,
    pub delimiter: char,
    text: String,
    cells: Vec<Cell>,
    records: Vec<Record>,
}

/// A stretch of the text; quotation marks around it are not part of it.
#[derive(Clone, Copy)]
struct Cell {
    start: u32,
    end: u32,
    /// It holds doubled quotation marks.
    doubled: bool,
}

#[derive(Clone, Copy)]
struct Record {
    line: u32,
    start: u32,
    end: u32,
    first: u32,
    cells: u32,
    broken: Option<&'static str>,
}

/// One record: the heading is the first.
#[derive(Clone, Copy)]
pub struct Row<'c> {
    csv: &'c Csv,
    record: &'c Record,
}

impl<'c> Row<'c> {
    /// The line of the file it begins on, from 1.
    pub fn line(self) -> u32 {
        self.record.line
    }

    /// How many cells it has.
    pub fn cells(self) -> usize {
        self.record.cells as usize
    }

    /// A cell without the white space around it; empty past the last.
    pub fn cell(self, number: usize) -> Cow<'c, str> {
        let inside = number < self.cells();
        let Some(cell) = inside
            .then(|| self.csv.cells.get(self.record.first as usize + number))
            .flatten()
        else {
            return Cow::Borrowed("");
        };
        let text = self
            .csv
            .text
            .get(cell.start as usize..cell.end as usize)
            .unwrap_or_default()
            .trim();
        if cell.doubled {
            Cow::Owned(text.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(text)
        }
    }

    /// Why it cannot be used, a whole sentence; its cells are then not to be trusted.
    pub fn broken(self) -> Option<&'static str> {
        self.record.broken
    }

    /// The record as it stands in the file, without its line end.
    pub fn raw(self) -> &'c str {
        self.csv
            .text
            .get(self.record.start as usize..self.record.end as usize)
            .unwrap_or_default()
    }
}

impl Csv {
    /// Reads a file. Where it is none, the sentence says what to do.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        refuse_others(bytes)?;
        let encoding = encoding(bytes);
        let (text, _, _) = encoding.decode(bytes);
        let text = text.into_owned();
        if u32::try_from(text.len()).is_err() {
            return Err("The file is too large to be read. Split it into several.".into());
        }
        let controls = text
            .bytes()
            .filter(|b| matches!(b, 0..=8 | 14..=31))
            .count();
        if controls * 50 > text.len() {
            return Err("This is no text. Save the list as CSV and choose that file.".into());
        }
        let mut from = 0;
        let mut line = 1;
        let mut said = None;
        // Excel writes which delimiter it used on a line of its own.
        if let Some(rest) = text.strip_prefix("sep=")
            && let Some(delimiter) = rest.bytes().next().filter(|b| DELIMITERS.contains(b))
            && let Some(end) = ["\r\n", "\n", "\r"]
                .iter()
                .find(|end| rest[1..].starts_with(**end))
        {
            from = "sep=".len() + 1 + end.len();
            line = 2;
            said = Some(delimiter);
        }
        let delimiter = said.unwrap_or_else(|| likeliest(&text[from..]));
        let mut reading = Reading {
            text: text.as_bytes(),
            delimiter,
            at: from,
            line,
            cells: Vec::new(),
            records: Vec::new(),
        };
        reading.all(usize::MAX);
        let Reading { cells, records, .. } = reading;
        if records.is_empty() {
            return Err("The file is empty.".into());
        }
        Ok(Self {
            encoding: match encoding.name() {
                "windows-1252" => "Windows-1252".into(),
                name => name.to_owned(),
            },
            delimiter: char::from(delimiter),
            text,
            cells,
            records,
        })
    }

    /// Every record that is not empty, broken ones too.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.records.iter().map(|record| Row { csv: self, record })
    }
}

/// Files that people take for CSV.
fn refuse_others(bytes: &[u8]) -> Result<(), String> {
    let spreadsheet = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0");
    if spreadsheet {
        return Err("This is a spreadsheet or a document, not a CSV file. Open it, save it as CSV (UTF-8), and choose that file.".into());
    }
    if bytes.starts_with(b"%PDF") {
        return Err("This is a PDF, not a CSV file. Ask for the list as CSV.".into());
    }
    Ok(())
}

fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = wide(bytes) {
        return encoding;
    }
    let Err(error) = std::str::from_utf8(bytes) else {
        return UTF_8;
    };
    // UTF-8 but for a stray byte or a cut end stays so: the rows with the stray ones say it.
    let lossy = String::from_utf8_lossy(&bytes[error.valid_up_to()..]);
    let bad = lossy.matches(char::REPLACEMENT_CHARACTER).count();
    let good = String::from_utf8_lossy(bytes)
        .chars()
        .filter(|c| !c.is_ascii() && *c != char::REPLACEMENT_CHARACTER)
        .count();
    if good > 10 * bad {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// UTF-16 without its mark: every other byte of plain letters is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let zeros = |odd: usize| {
        head.iter()
            .skip(odd)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let half = head.len() / 2;
    let (even, odd) = (zeros(0), zeros(1));
    if half < 2 {
        None
    } else if odd * 10 > half * 7 && even * 20 < half {
        Some(UTF_16LE)
    } else if even * 10 > half * 7 && odd * 20 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The delimiter under which most of the first records have as many cells as the others.
fn likeliest(text: &str) -> u8 {
    let mut best = (0, 0, DELIMITERS[0]);
    for delimiter in DELIMITERS {
        let mut reading = Reading {
            text: text.as_bytes(),
            delimiter,
            at: 0,
            line: 1,
            cells: Vec::new(),
            records: Vec::new(),
        };
        reading.all(LOOKED_AT);
        let widths: Vec<u32> = reading
            .records
            .iter()
            .filter(|record| record.broken.is_none() && record.cells > 1)
            .map(|record| record.cells)
            .collect();
        let alike = |width: &u32| widths.iter().filter(|other| *other == width).count();
        let Some(width) = widths.iter().copied().max_by_key(alike) else {
            continue;
        };
        let score = (alike(&width), width, delimiter);
        if (score.0, score.1) > (best.0, best.1) {
            best = score;
        }
    }
    best.2
}

/// One walk over the text. Bytes are enough: no byte of a longer character in UTF-8 is a delimiter, a quotation mark or a line end.
struct Reading<'t> {
    text: &'t [u8],
    delimiter: u8,
    at: usize,
    line: u32,
    cells: Vec<Cell>,
    records: Vec<Record>,
}

impl Reading<'_> {
    fn all(&mut self, most: usize) {
        while self.at < self.text.len() && self.records.len() < most {
            self.record();
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    /// Past a line end; nothing where there is none.
    fn line_end(&mut self) -> bool {
        match self.peek() {
            Some(b'\n') => self.at += 1,
            Some(b'\r') => {
                self.at += 1;
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            _ => return false,
        }
        self.line += 1;
        true
    }

    fn record(&mut self) {
        let (start, line, first) = (self.at, self.line, self.cells.len());
        let mut broken = None;
        loop {
            if let Err(why) = self.cell() {
                broken = Some(why);
                break;
            }
            if self.peek() == Some(self.delimiter) {
                self.at += 1;
            } else {
                break;
            }
        }
        let mut end = self.at;
        if broken.is_some() {
            // What is wrong began on the first line: the next one is read for itself.
            self.at = start;
            self.line = line;
            while self.peek().is_some_and(|b| !matches!(b, b'\n' | b'\r')) {
                self.at += 1;
            }
            end = self.at;
        } else if self.cells.len() > first
            && self.text.get(start..end).is_some_and(|bytes| {
                std::str::from_utf8(bytes).is_ok_and(|s| s.contains('\u{fffd}'))
            })
        {
            broken =
                Some("It holds letters that cannot be read; save the file as CSV (UTF-8) anew.");
        }
        let blank = self.text.get(start..end).is_some_and(|bytes| {
            bytes
                .iter()
                .all(|b| b.is_ascii_whitespace() || *b == self.delimiter)
        });
        self.line_end();
        if blank {
            self.cells.truncate(first);
            return;
        }
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.records.push(Record {
            line,
            start: number(start),
            end: number(end),
            first: number(first),
            cells: number(self.cells.len() - first),
            broken,
        });
    }

    fn cell(&mut self) -> Result<(), &'static str> {
        let begins = self.at;
        // Some programs put a space behind the delimiter, before the quotation mark.
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
        let (start, end, doubled) = if self.peek() == Some(b'"') {
            self.at += 1;
            self.quoted()?
        } else {
            self.at = begins;
            while self
                .peek()
                .is_some_and(|b| b != self.delimiter && b != b'\n' && b != b'\r')
            {
                self.at += 1;
            }
            (begins, self.at, false)
        };
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.cells.push(Cell {
            start: number(start),
            end: number(end),
            doubled,
        });
        Ok(())
    }

    /// Behind the opening mark, up to the delimiter or the line end behind the closing one.
    fn quoted(&mut self) -> Result<(usize, usize, bool), &'static str> {
        let start = self.at;
        let mut doubled = false;
        loop {
            match self.peek() {
                Some(b'"') if self.text.get(self.at + 1) == Some(&b'"') => {
                    doubled = true;
                    self.at += 2;
                }
                Some(b'"') => break,
                Some(b'\n' | b'\r') => {
                    self.line_end();
                }
                Some(_) => self.at += 1,
                None => return Err(NEVER_CLOSED),
            }
            if self.at - start > LONGEST_CELL {
                return Err(NEVER_CLOSED);
            }
        }
        let end = self.at;
        self.at += 1;
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
        match self.peek() {
            None | Some(b'\n' | b'\r') => Ok((start, end, doubled)),
            Some(b) if b == self.delimiter => Ok((start, end, doubled)),
            Some(_) => Err(TEXT_BEHIND),
        }
    }
}

const NEVER_CLOSED: &str = "A quotation mark is opened and never closed.";
const TEXT_BEHIND: &str = "There is text behind a closing quotation mark; a quotation mark inside a cell is written twice.";

#[cfg(test)]
mod tests;
