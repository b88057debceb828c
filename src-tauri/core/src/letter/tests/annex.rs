//! Data as pages: what each shape becomes, and what is given along.

use super::samples::sheet;
use super::tools;
use crate::letter::{
    self, Along, Annex, Block, Enclosed, Envelope, GivenAs, Length, LetterText, MOST_PAGES, Paper,
    Value, annex_length, json, listed,
};

fn words() -> LetterText {
    LetterText {
        subject: "Your request for access".into(),
        salutation: "Dear Ada Lind,".into(),
        blocks: vec![Block {
            items: Vec::new(),
            text: "Here is a copy of the data we hold about you.".into(),
        }],
        closing: "Yours sincerely".into(),
        ..LetterText::default()
    }
}

fn annex(file: &str, data: Value) -> Annex {
    Annex {
        file: file.into(),
        bytes: 12_345,
        data,
    }
}

fn table(head: &[&str], rows: &[&[&str]]) -> Value {
    let cells = |row: &[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
    Value::Table {
        head: cells(head),
        rows: rows.iter().map(|row| cells(row)).collect(),
    }
}

/// The pages behind a one-page letter, as text.
fn pages_in(language: &str, along: Along) -> (Vec<String>, Vec<u8>) {
    let mut sheet = sheet(words());
    sheet.language = language.into();
    let alone = letter::render(&sheet).unwrap().pages.len();
    sheet.along = along;
    let made = letter::render(&sheet).unwrap();
    (made.pages[alone..].to_vec(), made.pdf)
}

fn of(data: Value) -> Vec<String> {
    let along = Along {
        annexes: vec![annex("orders.csv", data)],
        given: vec![],
    };
    pages_in("en-GB", along).0
}

#[test]
fn each_shape_as_a_reader_wants_it() {
    let read = |text: &str| json(text).unwrap();
    let wide: Vec<String> = (1..=14).map(|n| format!("field_{n}")).collect();
    let wide: Vec<&str> = wide.iter().map(String::as_str).collect();
    for (data, says, never, why) in [
        (
            table(&["Name", "Amount"], &[&["Ada", "12.50"], &["王芳", "3"]]),
            &["2 records", "Name\tAmount", "Ada\t12.50", "王芳\t3"][..],
            &["Record 1"][..],
            "a narrow table is a table",
        ),
        (
            table(&wide, &[&["a"; 14], &["b"; 14]]),
            &[
                "Record 1 of 2",
                "field 1\ta",
                "field 14\ta",
                "Record 2 of 2",
                "field 14\tb",
            ],
            &["field 1\tfield 2"],
            "a wide one is a block for each record",
        ),
        (
            table(&["Name", "Amount"], &[&["Ada", "12.50"]]),
            &["1 record,", "Name\tAda", "Amount\t12.50"],
            &["Record 1"],
            "a single record needs no columns",
        ),
        (
            table(&["Name", ""], &[&["Ada", "x", "more"], &["Bo"]]),
            &["Name\tColumn 2\tColumn 3", "Ada\tx\tmore", "\nBo\n"],
            &[],
            "no cell is lost where the heading is too short, none made up where a row is",
        ),
        (
            read(r#"{"customer_name":"Ada","newsletter":false,"phone":null,"tags":["a","b"]}"#),
            &[
                "customer name\tAda",
                "newsletter\tno",
                "phone\t–",
                "tags\ta b",
            ],
            &["record"],
            "fields with their labels, yes and no in words",
        ),
        (
            read(
                r#"{"orders":[{"no":"1","sum":2.10},{"no":"2","gift":true}],"address":{"city":{"name":"Oslo"}}}"#,
            ),
            &[
                "orders\n",
                "no\tsum\tgift",
                "1\t2.10",
                "2\t\tyes",
                "address\n",
                "city\n",
                "name\tOslo",
            ],
            &["Record"],
            "a list of alike groups is a table, what is nested stands under its label",
        ),
        (
            read(r#"[{"a":{"b":1}},{"a":{"b":2}}]"#),
            &[
                "2 records",
                "Entry 1 of 2",
                "a\n",
                "b\t1",
                "Entry 2 of 2",
                "b\t2",
            ],
            &[],
            "groups within groups are told one by one",
        ),
        (read("[]"), &["–"], &[], "nothing is said to be nothing"),
        (
            read("[[1,2],[3]]"),
            &["1\t1 2", "2\t3"],
            &[],
            "lists in a list",
        ),
        (
            read("\"just words\""),
            &["just words"],
            &[],
            "a single text",
        ),
    ] {
        let text = of(data).join("\n");
        for part in says {
            assert!(text.contains(part), "{why}: “{part}” is not in\n{text}");
        }
        for part in never {
            assert!(!text.contains(part), "{why}: “{part}” is in\n{text}");
        }
        assert!(
            text.contains("Annex 1") && text.contains("orders.csv"),
            "{why}"
        );
    }
}

/// A table of so many rows, each with a long cell here and there.
fn long(rows: usize) -> Value {
    let rows = (0..rows).map(|at| {
        let note = if at % 17 == 0 {
            "A long note. ".repeat(12)
        } else {
            "short".into()
        };
        vec![
            format!("2026-01-{:02}", at % 28 + 1),
            format!("R-{at}"),
            note,
            format!("{at}.50"),
        ]
    });
    Value::Table {
        head: ["Date", "Number", "Note", "Amount"]
            .map(str::to_owned)
            .to_vec(),
        rows: rows.collect(),
    }
}

#[test]
fn a_long_table_has_its_headings_on_every_page_and_every_row_once() {
    let pages = of(long(150));
    assert!(pages.len() >= 3, "{}", pages.len());
    let whole = pages.join("\n");
    for (at, page) in pages.iter().enumerate() {
        assert_eq!(
            page.matches("Date\tNumber\tNote\tAmount").count(),
            1,
            "page {at}"
        );
        assert!(
            page.contains("Our reference 2026-0042"),
            "page {at} says whose it is"
        );
        assert!(
            page.contains(&format!("Page {} of {}", at + 2, pages.len() + 1)),
            "{page}"
        );
    }
    for at in 0..150 {
        assert_eq!(whole.matches(&format!("\tR-{at}\t")).count(), 1, "row {at}");
    }
}

#[test]
fn what_nobody_reads_on_paper_goes_along_as_a_file_only() {
    let alone: Vec<String> = (0..20_000).map(|n| format!("{{\"k{n}\":{n}}}")).collect();
    for (data, fits, why) in [
        (long(800), true, "many rows"),
        (long(10_000), false, "ten thousand rows"),
        (
            table(
                &["a", "b"],
                &[&[&"word ".repeat(200_000), "x"], &["y", "z"]],
            ),
            false,
            "a cell like a book",
        ),
        (
            json(&format!("[{}1]", "[1],".repeat(30_000))).unwrap(),
            false,
            "a heap of lists",
        ),
        (
            json(&format!("[{}]", alone.join(","))).unwrap(),
            false,
            "groups that have nothing in common",
        ),
    ] {
        let made = annex("big.csv", data.clone());
        let (length, _) = annex_length(&made, Paper::A4, Envelope::Din5008B, "en-GB").unwrap();
        match length {
            Length::Pages(pages) => {
                assert!(fits && pages as usize <= MOST_PAGES, "{why}: {pages}");
                assert_eq!(
                    of(data).len(),
                    pages as usize,
                    "{why}: what was measured is what is set"
                );
            }
            Length::TooLong => assert!(!fits, "{why}"),
        }
    }
}

#[test]
fn a_cell_longer_than_a_page_is_parted_and_whole() {
    let words: Vec<String> = (0..2500).map(|n| format!("w{n}")).collect();
    let text = words.join(" ");
    let pages = of(table(
        &["Name", "Text"],
        &[&["Ada", &text], &["Bo", "short"]],
    ));
    assert!(pages.len() > 1);
    let whole = tools::squeeze(&pages.join(" "));
    for at in [0, 1249, 2499] {
        assert!(
            whole.split(' ').any(|word| word == format!("w{at}")),
            "w{at}"
        );
    }
}

#[test]
fn a_character_no_face_has_is_named_before_anything_leaves() {
    let strange = annex("a.csv", table(&["Name"], &[&["Ada"], &["\u{E123}"]]));
    let (_, lacks) = annex_length(&strange, Paper::A4, Envelope::Plain, "en-GB").unwrap();
    assert_eq!(lacks, ['\u{E123}']);
    let mut sheet = sheet(words());
    sheet.along.annexes.push(strange);
    let said = letter::render(&sheet).unwrap_err().to_string();
    assert!(said.contains("U+E123"), "{said}");
    let fine = annex(
        "a.csv",
        table(&["Name", "اسم"], &[&["محمد", "Łucja"], &["王芳", "Ελένη"]]),
    );
    let (_, lacks) = annex_length(&fine, Paper::A4, Envelope::Plain, "en-GB").unwrap();
    assert_eq!(lacks, [], "names of the world");
}

fn given() -> Vec<Enclosed> {
    let one = |name: &str, bytes, form| Enclosed {
        name: name.into(),
        bytes,
        sha256: "0123456789abcdef".repeat(4),
        form,
    };
    vec![
        one("Kundendaten 2026.csv", 12_345, GivenAs::Pages(3)),
        one("scan.pdf", 1_400_000, GivenAs::File),
        one("log.json", 999, GivenAs::TooLong),
        one("address.csv", 40, GivenAs::Pages(1)),
    ]
}

#[test]
fn the_last_page_says_what_is_given_along_in_the_letter_s_language() {
    for (language, says, why) in [
        (
            "en-GB",
            [
                "What is given along",
                "file, and on 3 pages as annex 1",
                "1.4\u{a0}MB (1\u{a0}400\u{a0}000 bytes)",
                "longer than 40 pages",
                "on one page as annex 2",
            ],
            "English",
        ),
        (
            "de-DE",
            [
                "Was beiliegt",
                "auf 3 Seiten als Anlage 1",
                "1,4\u{a0}MB",
                "mehr als 40 Seiten",
                "auf einer Seite als Anlage 2",
            ],
            "German",
        ),
        (
            "fr-FR",
            [
                "Ce qui est joint",
                "sur 3 pages en annexe 1",
                "1,4\u{a0}Mo",
                "dépasserait 40 pages",
                "sur une page en annexe 2",
            ],
            "French",
        ),
        (
            "es-ES",
            [
                "Lo que se adjunta",
                "en 3 páginas como anexo 1",
                "1,4\u{a0}MB",
                "más de 40 páginas",
                "en una página como anexo 2",
            ],
            "Spanish",
        ),
    ] {
        let along = Along {
            annexes: vec![],
            given: given(),
        };
        let (pages, pdf) = pages_in(language, along);
        let text = tools::squeeze(&pages.join(" "));
        for part in says {
            assert!(
                text.contains(&tools::squeeze(part)),
                "{why}: “{part}” is not in\n{text}"
            );
        }
        assert_eq!(
            text.matches(&"0123456789abcdef".repeat(4)).count(),
            4,
            "{why}: the whole hash"
        );
        tools::check(&pdf);
        let line = listed(&given()[0], language).unwrap();
        assert!(
            line.contains("Kundendaten 2026.csv") && line.contains("0123456789ab…"),
            "{line}"
        );
    }
}

#[test]
fn independent_readers_find_every_cell_and_the_same_data_gives_the_same_bytes() {
    let along = || Along {
        annexes: vec![
            annex("orders.csv", long(60)),
            annex(
                "names.csv",
                table(
                    &["Name", "City"],
                    &[
                        &["محمد بن علي", "القاهرة"],
                        &["王芳", "北京"],
                        &["Łucja", "Łódź"],
                    ],
                ),
            ),
        ],
        given: given(),
    };
    let (_, pdf) = pages_in("en-GB", along());
    let text = tools::text(&pdf);
    for part in ["R-59", "王芳", "北京", "Łucja", "Annex 2", "scan.pdf"] {
        assert!(text.contains(part), "{part}");
    }
    tools::check(&pdf);
    assert_eq!(pages_in("en-GB", along()).1, pdf);
}
