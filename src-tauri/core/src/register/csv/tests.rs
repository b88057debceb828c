//! Files as programs and people write them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;

fn cells(csv: &Csv) -> Vec<Vec<String>> {
    csv.rows()
        .filter(|row| row.broken().is_none())
        .map(|row| (0..row.cells()).map(|n| row.cell(n).into_owned()).collect())
        .collect()
}

fn lines_broken(csv: &Csv) -> Vec<u32> {
    csv.rows()
        .filter(|row| row.broken().is_some())
        .map(|row| row.line())
        .collect()
}

#[test]
fn cells_are_what_was_meant() {
    for (text, wanted, why) in [
        (
            "a,b\r\n1,2\r\n",
            &[&["a", "b"][..], &["1", "2"]][..],
            "as the standard has it",
        ),
        (
            "a;b\n1;2",
            &[&["a", "b"], &["1", "2"]],
            "semicolons, no end to the last line",
        ),
        (
            "a\tb\r1\t2\r",
            &[&["a", "b"], &["1", "2"]],
            "tabs, and line ends of an old Mac",
        ),
        ("a|b\n1|2\n", &[&["a", "b"], &["1", "2"]], "bars"),
        (
            "a,b\n\"x,y\",\"say \"\"no\"\"\"\n",
            &[&["a", "b"], &["x,y", "say \"no\""]],
            "delimiter and quotes in quotes",
        ),
        (
            "a,b\n\"two\r\nlines\",2\n3,4",
            &[&["a", "b"], &["two\r\nlines", "2"], &["3", "4"]],
            "a line break in a cell",
        ),
        (
            "a,b\n1, \"x, y\" \n",
            &[&["a", "b"], &["1", "x, y"]],
            "spaces around the quotes",
        ),
        (
            "a,b\n\n1,2\n,\n  \n3,4\n",
            &[&["a", "b"], &["1", "2"], &["3", "4"]],
            "empty lines are no records",
        ),
        (
            "sep=;\r\na,x;b\r\n1;2\r\n",
            &[&["a,x", "b"], &["1", "2"]],
            "Excel says its delimiter",
        ),
        (
            "name;note\nA;1,5\nB;2,5\nC;3,5\n",
            &[
                &["name", "note"],
                &["A", "1,5"],
                &["B", "2,5"],
                &["C", "3,5"],
            ],
            "a comma in numbers is no delimiter",
        ),
        (
            "email\na@x.example\nb@x.example\n",
            &[&["email"], &["a@x.example"], &["b@x.example"]],
            "one column alone",
        ),
        (
            "a,b\n5\" pipe,2\n",
            &[&["a", "b"], &["5\" pipe", "2"]],
            "a mark inside a cell that does not begin with one",
        ),
        (
            "a,b\n\"\",x\n",
            &[&["a", "b"], &["", "x"]],
            "an empty cell in quotes",
        ),
    ] {
        let csv = Csv::read(text.as_bytes()).unwrap();
        assert_eq!(cells(&csv), wanted, "{why}");
        assert!(lines_broken(&csv).is_empty(), "{why}");
    }
}

#[test]
fn a_broken_record_spoils_no_other() {
    for (text, good, broken, why) in [
        ("a,b\n\"x,1\ny,2\nz,3\n", 3, &[2][..], "never closed"),
        (
            "a,b\n\"x\"y,1\nz,3\n",
            2,
            &[2],
            "text behind the closing mark",
        ),
        (
            "a,b\n\"x,1\n\"y,2\nz,3\n",
            2,
            &[2, 3],
            "two that pair up across lines",
        ),
        ("a,b\nz,3\n\"", 2, &[3], "the file ends behind a mark"),
    ] {
        let csv = Csv::read(text.as_bytes()).unwrap();
        assert_eq!(
            (cells(&csv).len(), lines_broken(&csv)),
            (good, broken.to_vec()),
            "{why}"
        );
    }
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    let csv = Csv::read(b"a,b\r\n\r\n\"x\ny\nz\",1\r\n2,3\r\n").unwrap();
    let lines: Vec<u32> = csv.rows().map(Row::line).collect();
    assert_eq!(lines, [1, 3, 6]);
    let raw: Vec<&str> = csv.rows().map(Row::raw).collect();
    assert_eq!(raw, ["a,b", "\"x\ny\nz\",1", "2,3"]);
}

#[test]
fn letters_are_read_in_whatever_encoding() {
    let text = "Empfänger;Ort\nMüller & Söhne;Köln\nGrößere Läden;Düsseldorf\n";
    let utf16 = |little: bool, mark: bool| {
        let mut bytes = Vec::new();
        let units = mark
            .then_some(0xfeff)
            .into_iter()
            .chain(text.encode_utf16());
        for unit in units {
            bytes.extend(if little {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            });
        }
        bytes
    };
    let mut marked = b"\xef\xbb\xbf".to_vec();
    marked.extend(text.as_bytes());
    let (western, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    for (bytes, name) in [
        (text.as_bytes().to_vec(), "UTF-8"),
        (marked, "UTF-8"),
        (western.into_owned(), "Windows-1252"),
        (utf16(true, true), "UTF-16LE"),
        (utf16(false, true), "UTF-16BE"),
        (utf16(true, false), "UTF-16LE"),
        (utf16(false, false), "UTF-16BE"),
    ] {
        let csv = Csv::read(&bytes).unwrap();
        assert_eq!(csv.encoding, name);
        assert_eq!(cells(&csv)[1], ["Müller & Söhne", "Köln"], "{name}");
    }
}

#[test]
fn one_stray_byte_spoils_its_row_only() {
    let mut bytes = "Empfänger,Ort\n".repeat(20).into_bytes();
    bytes.extend(b"M\xfcller,Berlin\nK\xc3\xb6hler,Bonn\n");
    let csv = Csv::read(&bytes).unwrap();
    assert_eq!(csv.encoding, "UTF-8");
    assert_eq!(lines_broken(&csv), [21]);
}

#[test]
fn what_is_no_csv_says_so() {
    for (bytes, word) in [
        (&b""[..], "empty"),
        (b"\r\n\r\n", "empty"),
        (b"PK\x03\x04\x14\x00", "spreadsheet"),
        (b"%PDF-1.7\n", "PDF"),
        (&[0, 1, 2, 3, 200, 201, 0, 0, 7, 8, 9], "no text"),
    ] {
        let why = Csv::read(bytes).err().unwrap();
        assert!(why.contains(word) && why.ends_with('.'), "{why}");
    }
}

#[test]
fn a_file_of_quotation_marks_is_read_in_time() {
    let csv = Csv::read("\"a\n\"\"\n".repeat(50_000).as_bytes()).unwrap();
    assert!(csv.rows().len() > 1000);
}
