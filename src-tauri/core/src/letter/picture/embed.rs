//! Pictures as objects of the PDF.
//!
//! Red, green and blue mean what the archive's profile says (ISO 19005-2, 6.2.4.3); a transparent ground is a soft mask,
//! which PDF/A-2 allows where the file carries that profile (6.2.10).

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::super::error::LetterError;
use super::super::mark::{Mark, Pages};
use super::{Body, Picture};

/// Adds each picture of the pages once, under its name. All pages share one dictionary of them.
pub(in crate::letter) fn embed(file: &mut Document, pages: &Pages) -> Result<(), LetterError> {
    let mut all: Vec<&Picture> = Vec::new();
    for mark in pages.pages.iter().flat_map(|page| &page.marks) {
        if let Mark::Picture { picture, .. } = mark
            && !all.iter().any(|known| known.name() == picture.name())
        {
            all.push(picture);
        }
    }
    if all.is_empty() {
        return Ok(());
    }
    let mut names = Dictionary::new();
    for picture in all {
        let id = add(file, &picture.0.body);
        names.set(picture.name(), Object::Reference(id));
    }
    let shared = file.add_object(names);
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let problem = |e: lopdf::Error| LetterError::Pdf {
        problem: e.to_string(),
    };
    for page in pages {
        let resources = file
            .get_dictionary(page)
            .and_then(|page| page.get(b"Resources"))
            .map_err(problem)?
            .as_reference();
        let own = match resources {
            Ok(elsewhere) => file.get_dictionary_mut(elsewhere),
            Err(_) => file
                .get_dictionary_mut(page)
                .and_then(|page| page.get_mut(b"Resources"))
                .and_then(Object::as_dict_mut),
        };
        own.map_err(problem)?
            .set("XObject", Object::Reference(shared));
    }
    Ok(())
}

/// Adds one picture as an object.
pub(super) fn add(file: &mut Document, body: &Body) -> ObjectId {
    match body {
        Body::Drawing(paths) => {
            let side = |thousandths: u32| thousandths as f32 / 1000.0;
            let (width, height) = (side(paths.width), side(paths.height));
            let real = |value: f32| Object::Real(value);
            let form = dictionary! {
                "Type" => "XObject", "Subtype" => "Form", "FormType" => 1, "Filter" => "FlateDecode",
                "BBox" => vec![real(0.0), real(0.0), real(width), real(height)],
                // A drawing counts from its top; the page puts it where the unit square goes.
                "Matrix" => vec![real(1.0 / width), real(0.0), real(0.0), real(-1.0 / height), real(0.0), real(1.0)],
                "Resources" => Dictionary::new()
            };
            file.add_object(Stream::new(form, paths.packed.clone()))
        }
        Body::Photograph(jpeg) => {
            let mut of = image(jpeg.width, jpeg.height, jpeg.grey);
            of.set("Filter", "DCTDecode");
            file.add_object(Stream::new(of, jpeg.data.clone()))
        }
        Body::Dots(dots) => {
            let mask = dots.alpha.as_ref().map(|alpha| {
                let mut of = image(dots.width, dots.height, true);
                of.set("Filter", "FlateDecode");
                file.add_object(Stream::new(of, alpha.clone()))
            });
            let mut of = image(dots.width, dots.height, dots.grey);
            of.set("Filter", "FlateDecode");
            if let Some(mask) = mask {
                of.set("SMask", Object::Reference(mask));
            }
            file.add_object(Stream::new(of, dots.colour.clone()))
        }
    }
}

fn image(width: u32, height: u32, grey: bool) -> Dictionary {
    dictionary! {
        "Type" => "XObject", "Subtype" => "Image",
        "Width" => i64::from(width), "Height" => i64::from(height), "BitsPerComponent" => 8,
        "ColorSpace" => if grey { "DeviceGray" } else { "DeviceRGB" }
    }
}
