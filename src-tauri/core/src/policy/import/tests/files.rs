//! Word files and PDFs, made here.

use super::*;
use lopdf::content::{Content, Operation};
use lopdf::{Document as Pdf, Object, Stream, StringFormat, dictionary};
use std::io::Write;
use zip::write::SimpleFileOptions;

/// A Word file with this body.
pub(super) fn docx(body: &str) -> Vec<u8> {
    let styles = r#"<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
        <w:style w:styleId="Own"><w:name w:val="Clause"/><w:basedOn w:val="berschrift2"/></w:style>
        <w:style w:styleId="LB"><w:name w:val="List Bullet"/></w:style></w:styles>"#;
    boxed(&[
        ("word/styles.xml", styles.as_bytes()),
        ("word/document.xml", format!(r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#).as_bytes()),
    ])
}

fn boxed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

fn styled(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[track_caller]
fn word(body: &str, wanted: &[&str]) -> Imported {
    let imported = read("a.docx", &docx(body)).unwrap();
    sound(&imported.document);
    assert_eq!(shown(&imported.document), wanted, "{body}");
    imported
}

#[test]
fn word_files() {
    let item = r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>"#;
    let deeper = r#"<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>"#;
    word(
        &[
            styled(r#"<w:pStyle w:val="Heading1"/>"#, "Privacy"),
            p("We keep little &amp; tell &#8220;you&#8221;."),
            styled(r#"<w:pStyle w:val="Own"/>"#, "Yours"),
            styled(item, "one"),
            styled(deeper, "two"),
            styled(r#"<w:pStyle w:val="LB"/>"#, "three"),
        ]
        .concat(),
        &[
            "H1 Privacy",
            "P We keep little & tell “you”.",
            "H2 Yours",
            "I1 one",
            "I2 two",
            "I1 three",
        ],
    );
    // Tracked changes are accepted.
    let tracked = word(
        r#"<w:p><w:r><w:t>We </w:t></w:r><w:del><w:r><w:delText>sell</w:delText></w:r></w:del><w:ins><w:r><w:t>keep</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> data.</w:t></w:r></w:p>
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One </w:t></w:r></w:p><w:p><w:r><w:t>sentence.</w:t></w:r></w:p><w:moveFrom><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:moveFrom>"#,
        &["P We keep data.", "P One sentence."],
    );
    assert!(tracked.cleaned.iter().any(|c| c.what.contains("tracked")));
    // A text box is in the file twice.
    word(
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Around.</w:t></w:r></w:p>",
        &["P Boxed.", "P Around."],
    );
    word(
        &format!(
            "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
            p("Data"),
            p("Use"),
            p("Name"),
            p("Orders")
        ),
        &["I1 Data | Use", "I1 Name | Orders"],
    );
    word(&[styled(r#"<w:pStyle w:val="TOC1"/>"#, "Privacy 2"), r#"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Sharing</w:t></w:r></w:p>"#.into(), p("We share nothing with anybody."), "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r></w:p>".into()].concat(),
        &["H1 Sharing", "P We share nothing with anybody."]);
}

#[test]
fn boxes_that_are_no_word_file() {
    for (parts, wanted) in [
        (&[("xl/workbook.xml", b"x".as_slice())][..], "spreadsheet"),
        (&[("content.xml", b"x".as_slice())], "OpenDocument"),
        (&[("a.txt", b"x".as_slice())], "ZIP"),
        (
            &[("word/document.xml", b"<w:document><w:p>".as_slice())],
            "damaged",
        ),
    ] {
        let error = read("a.docx", &boxed(parts)).unwrap_err().to_string();
        assert!(error.contains(wanted), "{error}");
    }
    let whole = docx(&p("We keep little."));
    assert_eq!(
        read("a.docx", &whole[..whole.len() / 2]),
        Err(Unreadable::Damaged("Word file"))
    );
}

#[test]
fn a_bomb_in_a_box_is_stopped() {
    let mut bomb = b"<w:document><w:body>".to_vec();
    bomb.resize(120 << 20, b' ');
    let packed = boxed(&[("word/document.xml", &bomb)]);
    assert!(packed.len() < 1 << 20);
    assert_eq!(read("a.docx", &packed), Err(Unreadable::Bomb));
    let deep = format!("<w:document>{}", "<w:p>".repeat(200_000));
    assert_eq!(
        read("a.docx", &boxed(&[("word/document.xml", deep.as_bytes())])),
        Err(Unreadable::TooDeep)
    );
    let text = docx(&p(&"word ".repeat(2 << 20)));
    assert_eq!(read("a.docx", &text), Err(Unreadable::TooMuchText));
}

/// A line of a page: where, how large, bold or not, what.
type Line<'a> = (f32, f32, f32, bool, &'a str);

/// A PDF of pages with these lines.
pub(super) fn pdf(pages: &[&[Line]]) -> Vec<u8> {
    made(pages).1
}

fn made(pages: &[&[Line]]) -> (Pdf, Vec<u8>) {
    let mut pdf = Pdf::with_version("1.5");
    let tree = pdf.new_object_id();
    let font = |pdf: &mut Pdf, name: &str| {
        pdf.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => name, "Encoding" => "WinAnsiEncoding" })
    };
    let (plain, bold) = (
        font(&mut pdf, "Helvetica"),
        font(&mut pdf, "Helvetica-Bold"),
    );
    let resources =
        pdf.add_object(dictionary! { "Font" => dictionary! { "F1" => plain, "F2" => bold } });
    let mut kids: Vec<Object> = Vec::new();
    for page in pages {
        let mut operations = Vec::new();
        for (x, y, size, bold, text) in *page {
            let bytes = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
            operations.extend([
                Operation::new("BT", vec![]),
                Operation::new(
                    "Tf",
                    vec![if *bold { "F2" } else { "F1" }.into(), (*size).into()],
                ),
                Operation::new("Td", vec![(*x).into(), (*y).into()]),
                Operation::new("Tj", vec![Object::String(bytes, StringFormat::Literal)]),
                Operation::new("ET", vec![]),
            ]);
        }
        let content = pdf.add_object(Stream::new(
            dictionary! {},
            Content { operations }.encode().unwrap(),
        ));
        kids.push(pdf.add_object(dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => content, "Resources" => resources, "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()] }).into());
    }
    let count = i64::try_from(kids.len()).unwrap();
    pdf.objects.insert(
        tree,
        dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into(),
    );
    let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    pdf.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    (pdf, bytes)
}

#[test]
fn pdfs() {
    let bytes = pdf(&[
        &[
            (60.0, 800.0, 9.0, false, "Fern Books – Privacy"),
            (60.0, 760.0, 20.0, true, "Privacy Policy"),
            (
                60.0,
                730.0,
                11.0,
                false,
                "Effective date: 1 March 2026. We keep what you tell us for as long as your account",
            ),
            (
                60.0,
                716.0,
                11.0,
                false,
                "is open, and we tell nobody of it; this is what we call a promise, and infor-",
            ),
            (
                60.0,
                702.0,
                11.0,
                false,
                "mation that we no longer need is deleted.",
            ),
            (60.0, 676.0, 14.0, true, "Your choices"),
            (60.0, 656.0, 11.0, false, "You may opt-"),
            (125.5, 656.0, 11.0, false, "out"),
            (160.0, 656.0, 11.0, false, "by:"),
            (70.0, 640.0, 11.0, false, "•"),
            (
                84.0,
                640.0,
                11.0,
                false,
                "a letter to the address that stands at the end of this page, or by a mail to the",
            ),
            (84.0, 626.0, 11.0, false, "address beside it"),
            (70.0, 612.0, 11.0, false, "• a call"),
            (60.0, 590.0, 11.0, true, "Children"),
            (
                60.0,
                574.0,
                11.0,
                false,
                "We collect nothing from children under 13 years of age, and where we learn that",
            ),
            (300.0, 30.0, 9.0, false, "Page 1 of 2"),
        ],
        &[
            (60.0, 800.0, 9.0, false, "Fern Books – Privacy"),
            (60.0, 760.0, 11.0, false, "we did, we delete it."),
            (300.0, 30.0, 9.0, false, "Page 2 of 2"),
        ],
    ]);
    let imported = read("a.pdf", &bytes).unwrap();
    sound(&imported.document);
    assert_eq!(
        shown(&imported.document),
        [
            "H1 Privacy Policy",
            "P Effective date: 1 March 2026. We keep what you tell us for as long as your account is open, and we tell nobody of it; this is what we call a promise, and information that we no longer need is deleted.",
            "H2 Your choices",
            "P You may opt-out by:",
            "I1 a letter to the address that stands at the end of this page, or by a mail to the address beside it",
            "I1 a call",
            "H3 Children",
            "P We collect nothing from children under 13 years of age, and where we learn that we did, we delete it.",
        ]
    );
    assert_eq!(
        imported
            .effective
            .map(|(day, words)| (day.to_string(), words)),
        Some(("2026-03-01".into(), "Effective date: 1 March 2026".into()))
    );
}

/// A font whose codes mean nothing without its own table, as most programs write them.
fn coded(with_table: bool) -> Vec<u8> {
    let (mut pdf, _) = made(&[&[(60.0, 700.0, 11.0, false, "x")]]);
    let table = b"1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfrange <0001> <0003> <0057> <0010> <0011> [<0065> <00660069>] endbfrange 1 beginbfchar <0020> <0020> endbfchar".to_vec();
    let table = pdf.add_object(Stream::new(dictionary! {}, table));
    let below = pdf.add_object(dictionary! { "Type" => "Font", "Subtype" => "CIDFontType2", "BaseFont" => "AB+Fern-Bold", "DW" => 500, "W" => vec![1.into(), vec![900.into(), 600.into()].into(), 16.into(), 17.into(), 400.into()] });
    let mut font = dictionary! { "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "AB+Fern-Bold", "Encoding" => "Identity-H", "DescendantFonts" => vec![below.into()] };
    if with_table {
        font.set("ToUnicode", table);
    }
    let font = pdf.add_object(font);
    let operations =
        "BT /F9 10 Tf 60 700 Td [<00010010> -20 <0011> -300 <0010> <0020> <0011>] TJ ET\n"
            .repeat(40);
    let content = pdf.add_object(Stream::new(dictionary! {}, operations.into_bytes()));
    let resources = pdf.add_object(dictionary! { "Font" => dictionary! { "F9" => font } });
    let page = pdf.page_iter().next().unwrap();
    let page = pdf.get_dictionary_mut(page).unwrap();
    page.set("Contents", content);
    page.set("Resources", resources);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn letters_of_a_pdf() {
    let imported = read("", &coded(true)).unwrap();
    assert!(
        imported.document.text.starts_with("Wefi e fi"),
        "{}",
        imported.document.text
    );
    assert_eq!(read("", &coded(false)), Err(Unreadable::Letters));
}

#[test]
fn pdfs_that_cannot_be_read() {
    let whole = pdf(&[&[(
        60.0,
        700.0,
        11.0,
        false,
        "We keep what you tell us for as long as your account is open.",
    )]]);
    assert!(read("", &whole).is_ok());
    for cut in [whole.len() / 4, whole.len() / 2] {
        assert_eq!(
            read("", &whole[..cut]),
            Err(Unreadable::Damaged("PDF")),
            "{cut}"
        );
    }
    let (mut scanned, _) = made(&[&[]]);
    scanned.add_object(Stream::new(
        dictionary! { "Type" => "XObject", "Subtype" => "Image" },
        vec![0; 99],
    ));
    let mut bytes = Vec::new();
    scanned.save_to(&mut bytes).unwrap();
    assert_eq!(read("", &bytes), Err(Unreadable::Pictures));
    let (_, empty) = made(&[&[]]);
    assert_eq!(read("", &empty), Err(Unreadable::NoText));

    let (mut locked, _) = made(&[&[(60.0, 700.0, 11.0, false, "We keep it.")]]);
    locked.trailer.set(
        "ID",
        vec![
            Object::string_literal(vec![1u8; 16]),
            Object::string_literal(vec![1u8; 16]),
        ],
    );
    let version = lopdf::EncryptionVersion::V2 {
        document: &locked,
        owner_password: "a",
        user_password: "b",
        key_length: 128,
        permissions: lopdf::Permissions::all(),
    };
    let state = lopdf::EncryptionState::try_from(version).unwrap();
    locked.encrypt(&state).unwrap();
    let mut bytes = Vec::new();
    locked.save_to(&mut bytes).unwrap();
    assert_eq!(read("", &bytes), Err(Unreadable::Locked("PDF")));
}

#[test]
fn a_bomb_in_a_pdf_is_stopped() {
    let (mut pdf, _) = made(&[&[(60.0, 700.0, 11.0, false, "x")]]);
    let mut stream = Stream::new(dictionary! {}, vec![b' '; 80 << 20]);
    stream.compress().unwrap();
    let content = pdf.add_object(stream);
    let page = pdf.page_iter().next().unwrap();
    pdf.get_dictionary_mut(page)
        .unwrap()
        .set("Contents", content);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    assert!(bytes.len() < 1 << 20);
    assert_eq!(read("", &bytes), Err(Unreadable::Bomb));
}
