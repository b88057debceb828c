//! Files of strangers behind a letter: they print as they are, or the reason why not is said.

mod made;

use std::path::Path;
use std::process::Command;

use made::{ALL, FONT, bomb, chain, inherited, one, pdf, picture, plain, sized, stamped, stream};

use super::samples::{claim, created, draft, fields, sheet};
use super::tools;
use crate::letter::{About, Insert, Merge, Paper, render};
use crate::words::{LetterKind, Outcome, Right};

/// What a program that is not ours makes of a file.
fn qpdf(bytes: &[u8], args: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("a.pdf"), folder.path().join("b.pdf"));
    std::fs::write(&from, bytes).unwrap();
    let done = Command::new("qpdf").args(args).args([&from, &to]).status();
    assert!(done.expect("qpdf (package qpdf) runs").success());
    std::fs::read(&to).unwrap()
}

/// The page sizes of a file as `pdfinfo` tells them, in whole points.
fn sizes(bytes: &[u8]) -> Vec<(u32, u32)> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.pdf");
    std::fs::write(&file, bytes).unwrap();
    let said = Command::new("pdfinfo")
        .args(["-f", "1", "-l", "999"])
        .arg(&file)
        .output();
    let said = String::from_utf8(said.expect("pdfinfo runs").stdout).unwrap();
    let number = |word: &str| word.parse::<f32>().unwrap().round() as u32;
    said.lines()
        .filter(|line| line.starts_with("Page ") && line.contains(" size:"))
        .map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            (number(words[3]), number(words[5]))
        })
        .collect()
}

/// The pages as grey pictures, drawn by a program that is not ours.
fn drawn(bytes: &[u8], folder: &Path) -> Vec<Vec<u8>> {
    let file = folder.join("it.pdf");
    std::fs::write(&file, bytes).unwrap();
    let done = Command::new("pdftoppm")
        .args(["-r", "40", "-gray", "-cropbox"])
        .arg(&file)
        .arg(folder.join("page"))
        .status();
    assert!(done.expect("pdftoppm runs").success());
    let mut pages: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    pages.retain(|path| path.extension().is_some_and(|ending| ending == "pgm"));
    pages.sort();
    pages
        .iter()
        .map(|page| std::fs::read(page).unwrap())
        .collect()
}

fn letter(who: &str) -> Vec<u8> {
    let fields = fields(vec![claim(Right::Access, Some(Outcome::Granted))]);
    let mut sheet = sheet(draft("eu-gdpr", LetterKind::AnswerInFull, &fields).unwrap());
    sheet.recipient_lines = vec![who.into(), "12 Elm Row".into(), "20457 Hamburg".into()];
    render(&sheet).unwrap().pdf
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

/// A letter with these behind it, and another letter.
fn with(files: &[(&str, Vec<u8>)], duplex: bool) -> Vec<u8> {
    let mut merge = Merge::new(duplex);
    merge.add(&letter("Ana Lindqvist"), "Ana").unwrap();
    for (name, bytes) in files {
        let insert = Insert::read(bytes, Paper::A4).unwrap();
        merge.enclose(name, &insert, name).unwrap();
    }
    merge.add(&letter("Bo Berg"), "Bo").unwrap();
    merge.finish(&about()).unwrap()
}

fn good() -> Vec<(&'static str, Vec<u8>, usize, &'static str, &'static str)> {
    let turned = "From above";
    vec![
        ("as it is", plain(), 1, "Enclosure", "A4"),
        ("from above, turned", inherited(), 2, turned, "138 × 173 mm"),
        (
            "objects packed together",
            qpdf(&inherited(), &["--object-streams=generate"]),
            2,
            turned,
            "138 × 173 mm",
        ),
        (
            "linearised",
            qpdf(&plain(), &["--linearize"]),
            1,
            "Enclosure",
            "A4",
        ),
        ("filled and left open", stamped(), 1, "Ada Lind", "A4"),
        ("a small sheet", sized(420, 595), 1, "Enclosure", "A5"),
        (
            "a large sheet on its side",
            sized(1191, 842),
            1,
            "Enclosure",
            "A3",
        ),
        (
            "nothing on it",
            one("", "/MediaBox [0 0 612 792]", &[]),
            1,
            "",
            "US Letter",
        ),
        (
            "no fonts named",
            one("", "/MediaBox [0 0 612 792] /Contents 5 0 R", &[]),
            1,
            "",
            "US Letter",
        ),
        ("a chain", chain(40), 1, "Enclosure", "A4"),
    ]
}

#[test]
fn what_is_printed_along_looks_as_it_does_alone() {
    for (name, bytes, pages, words, paper) in good() {
        let insert = Insert::read(&bytes, Paper::A4).unwrap_or_else(|why| panic!("{name}: {why}"));
        assert_eq!(
            (insert.pages(), insert.papers()),
            (pages, vec![paper.to_owned()]),
            "{name}"
        );
        let made = with(&[(name, bytes.clone())], false);
        tools::check(&made);
        assert!(tools::text(&made).contains(words), "{name}");
        let (alone, all) = (sizes(&bytes), sizes(&made));
        let own = (all.len() - pages) / 2;
        assert_eq!(all[own..own + pages], alone, "{name}");
        let (a, b) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (alone, all) = (drawn(&bytes, a.path()), drawn(&made, b.path()));
        assert!(alone == all[own..own + pages], "{name} is drawn otherwise");
    }
}

#[test]
fn pictures_have_a_page_of_their_own() {
    for (wide, high, size, why) in [
        (300, 400, (595, 842), "upright"),
        (400, 300, (842, 595), "a wide one on its side"),
    ] {
        let made = with(&[("Scan", picture(wide, high))], false);
        tools::check(&made);
        let all = sizes(&made);
        assert_eq!(all[all.len() / 2], size, "{why}");
        assert!(tools::pictures(&made).contains(&format!("{wide}")), "{why}");
    }
}

#[test]
fn what_cannot_be_printed_truly_says_why() {
    let page = |more: &str| format!("/MediaBox [0 0 595 842] {ALL} /Contents 5 0 R {more}");
    let field = |more: &str| {
        one(
            "",
            &page("/Annots [6 0 R]"),
            &[format!(
                "<< /Subtype /Widget /F 4 /Rect [9 9 99 99] {more} >>"
            )],
        )
    };
    let many: String = (0..1001).map(|at| format!("{} 0 R ", at + 6)).collect();
    let mut long = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /MediaBox [0 0 99 99] /Kids [{many}] /Count 1001 >>"),
        FONT.into(),
        FONT.into(),
        FONT.into(),
    ];
    long.extend((0..1001).map(|_| "<< /Type /Page >>".to_owned()));
    let mut cut = plain();
    cut.truncate(cut.len() / 2);
    let layers = |usual: &str| {
        one(
            &format!("/OCProperties << /OCGs [6 0 R] /D << {usual} >> >>"),
            &page(""),
            &["<< /Type /OCG /Name (Draft) >>".into()],
        )
    };
    let circle = |kids: &str| {
        pdf(&[
            "<< /Type /Catalog /Pages 2 0 R >>".into(),
            "<< /Type /Pages /MediaBox [0 0 99 99] /Kids [3 0 R] /Count 9 >>".into(),
            format!("<< /Type /Pages /Parent 2 0 R /Kids [{kids}] /Count 9 >>"),
            "<< /Type /Page /Parent 3 0 R >>".into(),
        ])
    };
    for (why, bytes, said) in [
        ("nothing", Vec::new(), "no PDF, PNG or JPEG"),
        (
            "a table",
            b"name;city\nAda;Oslo\n".to_vec(),
            "no PDF, PNG or JPEG",
        ),
        ("cut off", cut, "damaged"),
        ("half a picture", picture(40, 40)[..60].to_vec(), "damaged"),
        (
            "a word to open it",
            qpdf(&plain(), &["--encrypt", "let-me-in", "owner", "256", "--"]),
            "password",
        ),
        (
            "locked, and open to read",
            qpdf(
                &plain(),
                &["--encrypt", "", "owner", "256", "--print=none", "--"],
            ),
            "password",
        ),
        ("a circle", circle("4 0 R 2 0 R"), "damaged"),
        ("itself", circle("3 0 R"), "damaged"),
        ("the same page twice", circle("4 0 R 4 0 R"), "damaged"),
        ("a page that is not there", circle("4 0 R 9 0 R"), "damaged"),
        ("no size", one("", "/Contents 5 0 R", &[]), "no size"),
        (
            "a size of nothing",
            one("", "/MediaBox [0 0 0 842]", &[]),
            "no size",
        ),
        (
            "a font that is not there",
            one("", &page("").replace("4 0 R", "44 0 R"), &[]),
            "damaged",
        ),
        (
            "a part elsewhere",
            one(
                "",
                &page("").replace("5 0 R", "6 0 R"),
                &[stream("", " /F (other.bin)")],
            ),
            "another file",
        ),
        (
            "fields without a look",
            one("/AcroForm << /NeedAppearances true >>", &page(""), &[]),
            "only a PDF viewer draws",
        ),
        (
            "a form of another kind",
            one("/AcroForm << /XFA 5 0 R >>", &page(""), &[]),
            "only a PDF viewer draws",
        ),
        (
            "a filled field",
            field("/FT /Tx /V (Ada)"),
            "only a PDF viewer draws",
        ),
        ("a layer that is off", layers("/OFF [6 0 R]"), "layers"),
        ("all layers off", layers("/BaseState /OFF"), "layers"),
        ("too many pages", pdf(&long), "more than 1000 pages"),
        ("too deep", chain(5000), "too much"),
    ] {
        let found = Insert::read(&bytes, Paper::A4).err();
        let found = found.unwrap_or_else(|| panic!("{why} is taken"));
        assert!(found.contains(said), "{why}: {found}");
    }
    for (why, bytes) in [
        ("an empty field", field("/FT /Tx /V ()")),
        (
            "a box that is not ticked",
            field("/FT /Btn /AS /Off /AP << /N << >> >>"),
        ),
        ("layers that show", layers("/ON [6 0 R]")),
        ("objects nobody needs that unpack to much", bomb()),
    ] {
        assert!(Insert::read(&bytes, Paper::A4).is_ok(), "{why}");
    }
}

#[test]
fn enclosures_follow_their_letter_and_stand_beneath_it_in_the_list() {
    let files = [
        ("first.pdf", plain()),
        ("second.pdf", inherited()),
        ("scan.png", picture(30, 40)),
    ];
    let made = with(&files, false);
    assert_eq!(made, with(&files, false), "the same each time");
    let text = tools::text(&made);
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("no “{words}”"));
    let order = ["Ana Lindqvist", "Enclosure", "From above", "Bo Berg"].map(place);
    assert!(order.is_sorted(), "{order:?}");
    let file = lopdf::Document::load_mem(&made).unwrap();
    let listed: Vec<(usize, String)> = file
        .get_toc()
        .unwrap()
        .toc
        .into_iter()
        .map(|one| (one.level, one.title))
        .collect();
    let wanted = [
        (1, "Ana"),
        (2, "first.pdf"),
        (2, "second.pdf"),
        (2, "scan.png"),
        (1, "Bo"),
    ];
    assert_eq!(listed, wanted.map(|(level, name)| (level, name.to_owned())));
    let whole =
        String::from_utf8_lossy(&qpdf(&made, &["--qdf", "--object-streams=disable"])).into_owned();
    for (word, why) in [
        ("JavaScript", "no script"),
        ("pdfaid", "no claim to be an archive"),
        ("/Annots", "nothing to click"),
    ] {
        assert!(!whole.contains(word), "{why}");
    }
    // Tagged as the letters are: each page of another is one figure that says what it is.
    assert_eq!(whole.matches("/S /Figure").count(), 4);
    assert!(whole.contains("(second.pdf, 2/2)"), "its name");
}

#[test]
fn on_both_sides_each_enclosure_begins_on_a_sheet_of_its_own() {
    let files = [("one", plain()), ("small", sized(420, 595))];
    let made = with(&files, true);
    tools::check(&made);
    let own = letter("Ana Lindqvist");
    let own = lopdf::Document::load_mem(&own).unwrap().get_pages().len();
    let all = sizes(&made);
    assert_eq!(all.len(), 2 * own.next_multiple_of(2) + 4);
    let from = own.next_multiple_of(2);
    assert_eq!(
        all[from..from + 4],
        [(595, 842), (595, 842), (420, 595), (420, 595)]
    );
}

#[test]
fn a_leaflet_in_many_envelopes_is_carried_once() {
    let insert = Insert::read(&picture(400, 500), Paper::A4).unwrap();
    let made = |copies: usize| {
        let mut merge = Merge::new(false);
        for at in 0..copies {
            merge.add(&letter("Ana Lindqvist"), "Ana").unwrap();
            if at == 0 {
                merge.enclose("leaflet", &insert, "leaflet").unwrap();
            } else {
                assert!(merge.enclose_again("leaflet", "leaflet"));
            }
        }
        assert!(!merge.enclose_again("another", "another"));
        merge.finish(&about()).unwrap()
    };
    let (one, ten) = (made(1), made(10));
    tools::check(&ten);
    assert!(
        ten.len() < one.len() + 20_000,
        "{} of {}",
        ten.len(),
        one.len()
    );
}
