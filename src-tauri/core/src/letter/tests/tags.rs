//! Tagged letters, drawings and batches: read in the order of their text, and found out when they are not.

use lopdf::{Dictionary, Document, ObjectId, dictionary};

use super::heard::{heard, name_of};
use super::samples::{claim, created, draft, fields, sheet};
use super::tools;
use crate::letter::mark::{Mark, Pages};
use crate::letter::page::compose;
use crate::letter::tags::Role;
use crate::letter::{
    About, Align, Block, Drawing, LetterText, Logo, Merge, Paper, Picture, Rendered, Sheet, Side,
    Style, batch, render,
};
use crate::words::{LetterKind, Outcome, Right};

/// The text of the tree, by a reader that is not ours, without white space.
fn read_aloud(pdf: &[u8]) -> String {
    let said = tools::read("pdfinfo", &["-struct-text"], &[], pdf);
    let mut text = String::new();
    for line in said.lines() {
        let line = line.trim();
        if let Some(quoted) = line.strip_prefix('"') {
            text.push_str(quoted.strip_suffix('"').unwrap_or(quoted));
        }
    }
    bare(&text)
}

fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What stands on the pages to be read, line by line.
pub fn to_read(pages: &Pages) -> String {
    let mut text = String::new();
    for mark in pages.pages.iter().flat_map(|page| &page.marks) {
        if let Mark::Text { line, part, .. } = mark
            && part.unwrap().role != Role::Running
        {
            text.push_str(&line.text);
            text.push('\n');
        }
    }
    text
}

fn long() -> LetterText {
    let one = "The lake was calm that morning and the ferry left on time. ".repeat(9);
    let list = "- a first thing that goes over the end of its line, as most things of some length do\n- another\n- a third";
    let text = format!(
        "{one}\n\n{list}\n\n{one}\n\n# A heading\n\n{one}\n\n{one}\n\n{list}\n\n===\n\n# A form\n\nName ______\n\n- yes\n- no"
    );
    LetterText {
        subject: "A letter of some length that goes on for more than a line, so that its heading is broken".into(),
        salutation: "Dear reader,".into(),
        blocks: vec![Block { items: vec![], text }],
        closing: "Yours sincerely,".into(),
        ..LetterText::default()
    }
}

fn samples() -> Vec<Sheet> {
    let mut made = vec![sheet(long())];
    for (law, kind, right, outcome) in [
        ("eu-gdpr", LetterKind::Acknowledgement, Right::Access, None),
        (
            "eu-gdpr",
            LetterKind::AnswerInFull,
            Right::Access,
            Some(Outcome::Granted),
        ),
        (
            "us-hipaa",
            LetterKind::AnswerInFull,
            Right::HealthAuthorization,
            Some(Outcome::Granted),
        ),
        ("uk-gdpr", LetterKind::ProofOfIdentity, Right::Access, None),
    ] {
        let fields = fields(vec![claim(right, outcome)]);
        made.push(sheet(draft(law, kind, &fields).unwrap()));
    }
    made
}

fn about() -> About {
    About {
        title: "Post".into(),
        subject: String::new(),
        author: "Fährhaus".into(),
        language: "en".into(),
        created: created(),
    }
}

#[test]
fn a_letter_is_read_in_the_order_of_its_text() {
    for sheet in samples() {
        let done = render(&sheet).unwrap();
        let heard = heard(&done.pdf).unwrap();
        assert_eq!(heard.count("H1"), 1);
        assert!(heard.count("P") > 8);
        let wanted = bare(&to_read(&compose(&sheet).unwrap()));
        assert_eq!(read_aloud(&done.pdf), wanted);
        // What is said of no page, a page says of itself.
        let whole = bare(&done.pages.concat());
        assert!(whole.len() >= wanted.len());
    }
}

#[test]
fn a_paragraph_that_crosses_pages_is_one_and_a_list_is_a_list() {
    let done = render(&sheet(long())).unwrap();
    assert!(done.pages.len() > 2, "{}", done.pages.len());
    let heard = heard(&done.pdf).unwrap();
    let over: Vec<_> = heard
        .elements
        .iter()
        .filter(|(_, contents)| contents.iter().any(|(page, _)| *page != contents[0].0))
        .collect();
    assert!(over.iter().any(|(name, _)| name == "P"), "{over:?}");
    assert_eq!(heard.count("L"), 3);
    assert_eq!(heard.count("LI"), 8);
    assert_eq!(heard.count("LBody"), 8);
    assert_eq!(heard.count("H2"), 2);
    // The page numbers are read out nowhere.
    assert!(!read_aloud(&done.pdf).contains("Page1of"));
    assert!(done.pages[0].contains("Page 1 of"));
    // Words parted by the end of a line stay two words.
    let said = tools::read("pdfinfo", &["-struct-text"], &[], &done.pdf);
    assert!(
        said.contains(&"The lake was calm that morning and the ferry left on time. ".repeat(5)),
        "{said}"
    );
}

#[test]
fn names_of_any_script_are_read_whole() {
    for name in [
        "Łukasz Żółć",
        "Ελένη Παππά",
        "Đặng Thị Hồng",
        "陳淑芬",
        "김민지",
    ] {
        let mut sheet = sheet(long());
        sheet.recipient_lines[0] = name.into();
        let done = render(&sheet).unwrap();
        heard(&done.pdf).unwrap();
        assert!(read_aloud(&done.pdf).contains(&bare(name)), "{name}");
    }
    // The reader of the tree turns no line around, and does not look for the text of a cluster.
    for name in ["محمد علي", "שרה כהן", "नरेन्द्र श्रेष्ठ", "😀"]
    {
        let mut sheet = sheet(long());
        sheet.recipient_lines[0] = name.into();
        heard(&render(&sheet).unwrap().pdf).unwrap();
    }
}

#[test]
fn a_preview_is_tagged_and_its_watermark_is_decoration() {
    let mut sheet = sheet(long());
    sheet.draft = true;
    let done = render(&sheet).unwrap();
    heard(&done.pdf).unwrap();
    let said = read_aloud(&done.pdf);
    // The line beneath the text says it once a page, the letters across the page never.
    assert_eq!(said.matches("DRAFT").count(), done.pages.len(), "{said}");
    let wanted = bare(&to_read(&compose(&sheet).unwrap()));
    let note = "DRAFT,notsent";
    assert_eq!(said.replace(note, ""), wanted.replace(note, ""));
}

#[test]
fn letters_in_one_file_are_parts_of_it() {
    let sheets = samples();
    let all = batch(&sheets, true, &about()).unwrap();
    let heard = heard(&all.all.pdf).unwrap();
    assert_eq!(heard.count("Part"), sheets.len());
    assert_eq!(heard.count("H1"), sheets.len());
    let each: Vec<String> = all.letters.iter().map(|one| read_aloud(&one.pdf)).collect();
    assert_eq!(read_aloud(&all.all.pdf), each.concat());
}

fn merged(letters: &[Vec<u8>], duplex: bool) -> Vec<u8> {
    let mut merge = Merge::new(duplex);
    for one in letters {
        merge.add(one, "A letter").unwrap();
    }
    merge.finish(&about()).unwrap()
}

fn cover() -> Vec<u8> {
    let mut on = Drawing::new(Paper::A4).unwrap();
    let style = Style {
        size: 10.0,
        bold: false,
        grey: 7,
    };
    on.begin(Role::Subject);
    on.text("Cover", 50.0, 50.0, Align::Left, style);
    for (row, cells) in [["Number", "Name"], ["1", "Ana"], ["", "Łukasz"]]
        .iter()
        .enumerate()
    {
        on.row();
        for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            on.cell(if row == 0 { Role::HeadCell } else { Role::Cell }, column);
            let (x, y) = (50.0 + 80.0 * column as f32, 80.0 + 20.0 * row as f32);
            on.text(text, x, y, Align::Left, style);
        }
    }
    on.begin(Role::Bullet);
    on.text("•", 50.0, 200.0, Align::Left, style);
    on.item();
    on.text("an item", 60.0, 200.0, Align::Left, style);
    on.text("of two lines", 60.0, 212.0, Align::Left, style);
    on.text_on(0, "Page 1 of 1", 50.0, 800.0, Align::Left, style);
    on.finish(&about()).unwrap().pdf
}

#[test]
fn a_drawing_with_a_table_is_tagged_when_it_says_what_is_what() {
    let pdf = cover();
    let heard = heard(&pdf).unwrap();
    assert_eq!(
        (heard.count("TR"), heard.count("TH"), heard.count("TD")),
        (3, 2, 4)
    );
    assert_eq!(
        read_aloud(&pdf),
        "CoverNumberName1AnaŁukasz•anitemoftwolines"
    );
    let said = tools::read("pdfinfo", &["-struct-text"], &[], &pdf);
    assert!(said.contains("an item of two lines"), "{said}");
}

#[test]
fn the_post_of_the_day_keeps_the_tags_of_its_letters() {
    let letters: Vec<Rendered> = samples().iter().map(|one| render(one).unwrap()).collect();
    let mut files = vec![cover()];
    files.extend(letters.iter().map(|one| one.pdf.clone()));
    for duplex in [false, true] {
        let pdf = merged(&files, duplex);
        tools::check(&pdf);
        let heard = heard(&pdf).unwrap();
        assert_eq!(heard.count("Part"), files.len());
        let each: Vec<String> = files.iter().map(|one| read_aloud(one)).collect();
        assert_eq!(read_aloud(&pdf), each.concat());
        assert_eq!(pdf, merged(&files, duplex), "the same bytes");
        let file = Document::load_mem(&pdf).unwrap();
        assert!(file.catalog().unwrap().has(b"Outlines"));
    }
    // One from before letters were tagged, and nothing is claimed; the pages are the same.
    let mut on = Drawing::new(Paper::A4).unwrap();
    let style = Style {
        size: 10.0,
        bold: false,
        grey: 7,
    };
    on.text("Old", 50.0, 50.0, Align::Left, style);
    files.insert(2, on.finish(&about()).unwrap().pdf);
    let pdf = merged(&files, false);
    tools::check(&pdf);
    assert!(heard(&pdf).is_err());
    let file = Document::load_mem(&pdf).unwrap();
    let catalog = file.catalog().unwrap();
    assert!(!catalog.has(b"MarkInfo") && !catalog.has(b"StructTreeRoot"));
    for page in file.get_pages().into_values() {
        assert!(!file.get_dictionary(page).unwrap().has(b"StructParents"));
    }
}

#[test]
fn a_picture_says_what_it_shows_unless_the_words_beside_it_do() {
    let mut sheet = sheet(long());
    sheet.letterhead.logo = Some(Logo {
        picture: Picture::read(&super::pictures::ring()).unwrap(),
        side: Side::Left,
        height: 20,
    });
    sheet.signature = Some(Picture::read(super::pictures::DRAWING.as_bytes()).unwrap());
    let says = |pdf: &[u8]| -> Vec<String> {
        let file = Document::load_mem(pdf).unwrap();
        let dicts = file.objects.values().filter_map(|o| o.as_dict().ok());
        let alts = dicts.filter_map(|d| d.get(b"Alt").ok());
        alts.map(|alt| lopdf::decode_text_string(alt).unwrap())
            .collect()
    };
    // The name is printed beside the logo.
    let done = render(&sheet).unwrap();
    assert_eq!(heard(&done.pdf).unwrap().count("Figure"), 1);
    assert_eq!(says(&done.pdf), ["Marta Wróbel"]);
    sheet.letterhead.name_in_logo = true;
    let done = render(&sheet).unwrap();
    assert_eq!(heard(&done.pdf).unwrap().count("Figure"), 2);
    assert!(says(&done.pdf).contains(&"Fährhaus Lindensee Reederei GmbH".to_owned()));
    let again = merged(&[done.pdf.clone(), done.pdf], false);
    assert_eq!(heard(&again).unwrap().count("Figure"), 4);
}

/// Every rule of the check, broken once.
#[test]
fn a_file_whose_tags_are_damaged_is_found_out() {
    let pdf = render(&sheet(long())).unwrap().pdf;
    heard(&pdf).unwrap();
    let find = |file: &Document, name: &str| -> ObjectId {
        let is = |dict: &Dictionary| dict.get(b"S").and_then(name_of).ok().as_deref() == Some(name);
        let found = file.objects.iter().find(|(_, o)| o.as_dict().is_ok_and(is));
        *found.unwrap().0
    };
    type Damage = (
        &'static str,
        fn(&mut Document, &dyn Fn(&Document, &str) -> ObjectId),
    );
    let damages: [Damage; 9] = [
        ("no language", |file, _| {
            file.catalog_mut().unwrap().remove(b"Lang");
        }),
        ("tagged", |file, _| {
            file.catalog_mut()
                .unwrap()
                .set("MarkInfo", dictionary! { "Marked" => false });
        }),
        ("title", |file, _| {
            file.catalog_mut()
                .unwrap()
                .set("ViewerPreferences", Dictionary::new());
        }),
        ("standard type", |file, find| {
            let id = find(file, "Div");
            file.get_dictionary_mut(id).unwrap().set("S", "Letterhead");
        }),
        ("H2 after H0", |file, find| {
            let id = find(file, "H1");
            file.get_dictionary_mut(id).unwrap().set("S", "H2");
        }),
        ("within", |file, find| {
            let id = find(file, "LBody");
            file.get_dictionary_mut(id).unwrap().set("S", "LI");
        }),
        ("another parent", |file, find| {
            let (id, other) = (find(file, "H1"), find(file, "L"));
            file.get_dictionary_mut(id).unwrap().set("P", other);
        }),
        ("not in the tree", |file, find| {
            let id = find(file, "H1");
            let page = *file.get_pages().values().next().unwrap();
            file.get_dictionary_mut(id)
                .unwrap()
                .set("K", dictionary! { "MCID" => 99, "Pg" => page });
        }),
        ("parent", |file, _| {
            let root = file
                .catalog()
                .unwrap()
                .get(b"StructTreeRoot")
                .unwrap()
                .as_reference()
                .unwrap();
            let tree = file
                .get_dictionary(root)
                .unwrap()
                .get(b"ParentTree")
                .unwrap()
                .as_reference()
                .unwrap();
            let numbers = file.get_dictionary_mut(tree).unwrap();
            let numbers = numbers.get_mut(b"Nums").unwrap().as_array_mut().unwrap();
            numbers[1].as_array_mut().unwrap().reverse();
        }),
    ];
    for (says, damage) in damages {
        let mut file = Document::load_mem(&pdf).unwrap();
        damage(&mut file, &find);
        let mut bytes = Vec::new();
        file.save_to(&mut bytes).unwrap();
        let why = heard(&bytes).unwrap_err();
        assert!(why.contains(says), "{says}: {why}");
    }
}
