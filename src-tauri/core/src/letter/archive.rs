//! What printpdf leaves out, and the file itself.

use std::io::Write;
use std::sync::OnceLock;

use chrono::{Datelike, Timelike};
use flate2::{Compression, write::ZlibEncoder};
use sha2::{Digest, Sha256};

use super::error::LetterError;
use super::pdf::About;

/// What the file claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Claim {
    /// A preview with boxes in it is for no archive.
    Nothing,
    /// PDF/A-2b: the page looks the same on any day (ISO 19005-2, 5.3).
    Looks,
    /// PDF/A-2a and PDF/UA-1: it can also be read by somebody who does not see it (ISO 19005-2, 5.2; ISO 14289-1).
    Reads,
}

/// Adds language, the title in the window's bar, metadata and a stable identity, and writes the file.
pub(super) fn finish(
    mut file: lopdf::Document,
    about: &About,
    claim: Claim,
) -> Result<Vec<u8>, LetterError> {
    let problem = |e: lopdf::Error| LetterError::Pdf {
        problem: e.to_string(),
    };
    file.version = "1.7".to_owned();
    let metadata = file.add_object(
        lopdf::Stream::new(
            lopdf::dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
            xmp(about, claim).into_bytes(),
        )
        .with_compression(false),
    );
    let profile = file.add_object(profile().clone());
    let catalog = file.catalog_mut().map_err(problem)?;
    // What black and grey mean, for every archive (ISO 19005-2, 6.2.3).
    let intent = lopdf::dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => lopdf::Object::string_literal("sRGB"),
        "Info" => lopdf::Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile
    };
    catalog.set("OutputIntents", vec![lopdf::Object::Dictionary(intent)]);
    catalog.set(
        "Lang",
        lopdf::Object::string_literal(about.language.as_str()),
    );
    catalog.set("Metadata", metadata);
    catalog.set(
        "ViewerPreferences",
        lopdf::dictionary! { "DisplayDocTitle" => true },
    );
    if let Ok(info) = file
        .trailer
        .get(b"Info")
        .and_then(lopdf::Object::as_reference)
        && let Ok(info) = file
            .get_object_mut(info)
            .and_then(lopdf::Object::as_dict_mut)
    {
        // Not a PDF/X file, and an empty claim to be one confuses checkers.
        info.remove(b"GTS_PDFXVersion");
        info.remove(b"Identifier");
        info.remove(b"Keywords");
    }
    file.objects.values_mut().for_each(|object| {
        if let lopdf::Object::Stream(stream) = object {
            compress(stream);
        }
    });
    let id = lopdf::Object::String(vec![0; 16], lopdf::StringFormat::Hexadecimal);
    file.trailer
        .set("ID", lopdf::Object::Array(vec![id.clone(), id]));
    let mut written = Vec::new();
    file.save_to(&mut written).map_err(|e| LetterError::Pdf {
        problem: e.to_string(),
    })?;
    identify(&mut written);
    Ok(written)
}

/// Puts the hash of the file where its identity was left open: twice in the trailer, behind everything else.
fn identify(written: &mut [u8]) {
    const OPEN: [u8; 32] = [b'0'; 32];
    let hash = Sha256::digest(&*written);
    let id: String = hash.iter().take(16).map(|b| format!("{b:02X}")).collect();
    for _ in 0..2 {
        let at = written.windows(OPEN.len()).rposition(|part| part == OPEN);
        if let Some(place) = at.and_then(|at| written.get_mut(at..at + OPEN.len())) {
            place.copy_from_slice(id.as_bytes());
        }
    }
}

/// What red, green and blue mean, packed once.
fn profile() -> &'static lopdf::Stream {
    static PROFILE: OnceLock<lopdf::Stream> = OnceLock::new();
    PROFILE.get_or_init(|| {
        let mut profile = lopdf::Stream::new(
            lopdf::dictionary! { "N" => 3 },
            include_bytes!("../../data/fonts/srgb.icc").to_vec(),
        );
        compress(&mut profile);
        profile
    })
}

/// Packs a stream at flate's usual level: lopdf's own takes the best, which costs twice the time for a hundredth of the weight.
fn compress(stream: &mut lopdf::Stream) {
    if !stream.allows_compression || stream.dict.has(b"Filter") {
        return;
    }
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
    // Writing into memory fails only when memory does; the stream then stays as it is, which is sound too.
    let packed = packer
        .write_all(&stream.content)
        .and_then(|()| packer.finish());
    if let Ok(packed) = packed
        && packed.len() < stream.content.len()
    {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(packed);
    }
}

const LOOKS: &str = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>";

/// An archive wants the terms explained that it does not know itself (ISO 19005-2, 6.6.2.3).
const READS: &str = concat!(
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
    "<pdfuaid:part>1</pdfuaid:part>",
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">",
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>",
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">",
    "<pdfaProperty:name>part</pdfaProperty:name>",
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
    "<pdfaProperty:category>internal</pdfaProperty:category>",
    "<pdfaProperty:description>Which part of ISO 14289 the file keeps to</pdfaProperty:description>",
    "</rdf:li></rdf:Seq></pdfaSchema:property>",
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>"
);

/// The same facts as XMP, which archives read.
fn xmp(about: &About, claim: Claim) -> String {
    let created = about.created;
    let date = format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        created.year(),
        created.month(),
        created.day(),
        created.hour(),
        created.minute(),
        created.second()
    );
    format!(
        concat!(
            "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n",
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
            "<rdf:Description rdf:about=\"\"",
            " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"",
            " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"",
            " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"",
            " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"",
            " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"",
            " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"",
            " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"",
            " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">",
            "{archive}",
            "<dc:format>application/pdf</dc:format>",
            "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>",
            "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>",
            "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>",
            "<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>",
            "<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>",
            "<xmp:CreatorTool>Rightsdesk</xmp:CreatorTool><pdf:Producer>Rightsdesk</pdf:Producer>",
            "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>"
        ),
        archive = match claim {
            Claim::Nothing => "",
            Claim::Looks => LOOKS,
            Claim::Reads => READS,
        },
        title = escaped(&about.title),
        subject = escaped(&about.subject),
        author = escaped(&about.author),
        language = escaped(&about.language),
        date = date
    )
}

/// Text inside XML; control characters have no place there.
fn escaped(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control())
        .map(|c| match c {
            '&' => "&amp;".to_owned(),
            '<' => "&lt;".to_owned(),
            '>' => "&gt;".to_owned(),
            other => other.to_string(),
        })
        .collect()
}
