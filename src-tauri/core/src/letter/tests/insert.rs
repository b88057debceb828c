//! Files of strangers behind a letter: they print as they are, or the reason why not is said.

use std::path::Path;
use std::process::Command;

use super::samples::{claim, created, draft, fields, sheet};
use super::tools;
use crate::letter::{About, Insert, Merge, Paper, render};
use crate::words::{LetterKind, Outcome, Right};

/// A file of these objects, numbered from 1; the first is the catalogue.
pub(crate) fn pdf(objects: &[String]) -> Vec<u8> {
    let mut out = b"%PDF-1.5\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(out.len());
        out.extend_from_slice(format!("{number} 0 obj\n{object}\nendobj\n").as_bytes());
    }
    let start = out.len();
    let size = objects.len() + 1;
    out.extend_from_slice(format!("xref\n0 {size}\n0000000000 65535 f \n").as_bytes());
    for place in places {
        out.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    let end = format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    out.extend_from_slice(end.as_bytes());
    out
}

fn stream(words: &str, more: &str) -> String {
    let length = words.len();
    format!("<< /Length {length}{more} >>\nstream\n{words}\nendstream")
}

fn says(words: &str) -> String {
    stream(&format!("BT /F 18 Tf 30 60 Td ({words}) Tj ET"), "")
}

const FONT: &str = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
const ALL: &str = "/Resources << /Font << /F 4 0 R >> >>";

/// One page with this dictionary and this catalogue; 4 is the font, 5 what the page writes.
fn one(catalogue: &str, page: &str, more: &[String]) -> Vec<u8> {
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalogue} >>"),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!("<< /Type /Page /Parent 2 0 R {page} >>"),
        FONT.to_owned(),
        says("Enclosure"),
    ];
    objects.extend_from_slice(more);
    pdf(&objects)
}

fn plain() -> Vec<u8> {
    one(
        "",
        &format!("/MediaBox [0 0 595 842] {ALL} /Contents 5 0 R"),
        &[],
    )
}

/// Two pages that take everything from above, each turned.
fn inherited() -> Vec<u8> {
    pdf(&[
        "<< /Type /Catalog /Pages 2 0 R >>".into(),
        format!(
            "<< /Type /Pages /Kids [3 0 R] /Count 2 /MediaBox [0 0 420 595] /Rotate 90 {ALL} >>"
        ),
        "<< /Type /Pages /Parent 2 0 R /Kids [6 0 R 7 0 R] /Count 2 /CropBox [10 10 400 500] >>"
            .into(),
        FONT.into(),
        says("From above"),
        "<< /Type /Page /Parent 3 0 R /Contents 5 0 R >>".into(),
        "<< /Type /Page /Parent 3 0 R /Contents [5 0 R 8 0 R] /Rotate -90 >>".into(),
        stream("BT /F 18 Tf 30 90 Td (and more) Tj ET", ""),
    ])
}

/// A page that draws a letter by a form, leaves its state open, and has a filled field, a hidden one and a link upon it.
fn stamped() -> Vec<u8> {
    let form = |words: &str| {
        stream(
            &format!("BT /F 10 Tf 2 4 Td ({words}) Tj ET"),
            &format!(" /Type /XObject /Subtype /Form /BBox [0 0 100 20] {ALL}"),
        )
    };
    one(
        "/AcroForm << /Fields [] >> /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
        &format!("/MediaBox [0 0 595 842] {ALL} /Contents 10 0 R /Annots [6 0 R 7 0 R 8 0 R 12 0 R] /AA << /O << /S /JavaScript /JS (1) >> >>"),
        &[
            "<< /Type /Annot /Subtype /Widget /FT /Tx /V (Ada) /F 4 /Rect [100 700 300 740] /AP << /N 9 0 R >> >>".into(),
            "<< /Type /Annot /Subtype /Widget /FT /Tx /V (No) /F 6 /Rect [100 600 300 640] /AP << /N 11 0 R >> >>".into(),
            "<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [0 0 9 9] /A << /S /URI /URI (http://example.org) >> >>".into(),
            form("Ada Lind"),
            stream("q q 0.5 0 0 0.5 0 0 cm /Span << /MCID 7 >> BDC BT /F 18 Tf 30 60 Td (Left open) Tj ET", ""),
            form("Hidden"),
            "<< /Type /Annot /Subtype /Widget /FT /Btn /F 4 /AS /Off /Rect [9 9 20 20] /AP << /N << /On 9 0 R >> >> >>".into(),
        ],
    )
}

fn sized(wide: u32, high: u32) -> Vec<u8> {
    one(
        "",
        &format!("/MediaBox [0 0 {wide} {high}] {ALL} /Contents 5 0 R"),
        &[],
    )
}

/// What a program that is not ours makes of a file.
fn qpdf(bytes: &[u8], args: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("a.pdf"), folder.path().join("b.pdf"));
    std::fs::write(&from, bytes).unwrap();
    let done = Command::new("qpdf").args(args).args([&from, &to]).status();
    assert!(done.expect("qpdf (package qpdf) runs").success());
    std::fs::read(&to).unwrap()
}

/// A chain of dictionaries, each within the next by its number.
fn chain(long: usize) -> Vec<u8> {
    let links: Vec<String> = (0..long)
        .map(|at| format!("<< /Next {} 0 R >>", at + 7))
        .collect();
    let mut objects = links;
    objects.push("<< >>".into());
    one(
        "",
        &format!(
            "/MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> /ExtGState 6 0 R >> /Contents 5 0 R"
        ),
        &objects,
    )
}

/// A stream of objects that unpacks to far more than it weighs.
fn bomb() -> Vec<u8> {
    use std::io::Write;
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(b"6 0 ").unwrap();
    for _ in 0..64 {
        packer.write_all(&vec![b' '; 1 << 20]).unwrap();
    }
    let packed = packer.finish().unwrap();
    let mut file = plain();
    let at = file.len();
    let head = format!(
        "9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {} >>\nstream\n",
        packed.len()
    );
    file.extend_from_slice(head.as_bytes());
    file.extend_from_slice(&packed);
    file.extend_from_slice(b"\nendstream\nendobj\n");
    let table = file.len();
    let whole = String::from_utf8(plain()).unwrap();
    let before = whole.lines().rev().nth(1).unwrap();
    let end = format!(
        "xref\n9 1\n{at:010} 00000 n \ntrailer\n<< /Size 10 /Root 1 0 R /Prev {before} >>\nstartxref\n{table}\n%%EOF\n"
    );
    file.extend_from_slice(end.as_bytes());
    file
}

fn picture(wide: u32, high: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, wide, high);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    let dots: Vec<u8> = (0..wide * high)
        .flat_map(|at| [(at % 251) as u8, 90, 160])
        .collect();
    writer.write_image_data(&dots).unwrap();
    writer.finish().unwrap();
    out
}

/// The page sizes of a file as `pdfinfo` tells them, in whole points, turned as they are shown.
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
