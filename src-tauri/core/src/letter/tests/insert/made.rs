//! Files as strangers make them, by hand.

/// A file of these objects, numbered from 1; the first is the catalogue.
pub fn pdf(objects: &[String]) -> Vec<u8> {
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

pub fn stream(words: &str, more: &str) -> String {
    let length = words.len();
    format!("<< /Length {length}{more} >>\nstream\n{words}\nendstream")
}

pub fn says(words: &str) -> String {
    stream(&format!("BT /F 18 Tf 30 60 Td ({words}) Tj ET"), "")
}

pub const FONT: &str = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
pub const ALL: &str = "/Resources << /Font << /F 4 0 R >> >>";

/// One page with this dictionary and this catalogue; 4 is the font, 5 what the page writes.
pub fn one(catalogue: &str, page: &str, more: &[String]) -> Vec<u8> {
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

pub fn plain() -> Vec<u8> {
    one(
        "",
        &format!("/MediaBox [0 0 595 842] {ALL} /Contents 5 0 R"),
        &[],
    )
}

/// Two pages that take everything from above, each turned.
pub fn inherited() -> Vec<u8> {
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
pub fn stamped() -> Vec<u8> {
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

pub fn sized(wide: u32, high: u32) -> Vec<u8> {
    one(
        "",
        &format!("/MediaBox [0 0 {wide} {high}] {ALL} /Contents 5 0 R"),
        &[],
    )
}

/// A chain of dictionaries, each within the next by its number.
pub fn chain(long: usize) -> Vec<u8> {
    let links: Vec<String> = (0..long)
        .map(|at| format!("<< /Next {} 0 R >>", at + 7))
        .collect();
    let mut objects = links;
    objects.push("<< >>".into());
    one(
        "",
        "/MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> /ExtGState 6 0 R >> /Contents 5 0 R",
        &objects,
    )
}

/// A stream of objects that unpacks to far more than it weighs.
pub fn bomb() -> Vec<u8> {
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

pub fn picture(wide: u32, high: u32) -> Vec<u8> {
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
