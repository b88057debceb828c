//! Kept letters in one file for the printer: their pages as they left, what they have in common carried once.
//!
//! The page streams are not touched. Equal objects are found by their content; the subsets of a face become one face,
//! and each letter keeps its own codes through a map from code to glyph (ISO 32000-1, 9.7.4.3).
//! Pages of others go behind a letter as they are (`enclose`); the file makes no claim to be an archive, so they break none.

use std::collections::HashMap;
use std::io::Write;

use chrono::{Datelike, Timelike};
use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use sha2::{Digest, Sha256};

use super::error::LetterError;
use super::pdf::About;
use super::share::{Shared, kinship};
use super::stitch::Stitch;

mod enclose;

/// What pages take over from the tree above them (ISO 32000-1, 7.7.3.4).
const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];

/// A tree of pages deeper than this is damage.
const DEEP: usize = 64;

type Hash = [u8; 32];

/// Letters being put together.
pub struct Merge {
    out: Document,
    tree: ObjectId,
    pages: Vec<Object>,
    known: HashMap<Hash, ObjectId>,
    faces: HashMap<Hash, (Shared, ObjectId)>,
    /// Names in the list of contents, and whether each stands under the one before it that does not.
    marks: Vec<(String, ObjectId, bool)>,
    enclosed: enclose::Kept,
    tags: Stitch,
    blank_after_odd: bool,
}

fn broken(problem: impl std::fmt::Display) -> LetterError {
    LetterError::Pdf {
        problem: problem.to_string(),
    }
}

impl Merge {
    /// Nothing yet. For printing on both sides, each letter begins on a sheet of its own.
    pub fn new(blank_after_odd: bool) -> Self {
        let mut out = Document::with_version("1.7");
        let tree = out.new_object_id();
        let tags = Stitch::new(&mut out);
        Self {
            out,
            tree,
            tags,
            pages: Vec::new(),
            known: HashMap::new(),
            faces: HashMap::new(),
            marks: Vec::new(),
            enclosed: enclose::Kept::new(),
            blank_after_odd,
        }
    }

    /// How many pages there are by now.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// Adds the pages of one file, with a name that leads to the first of them.
    pub fn add(&mut self, pdf: &[u8], title: &str) -> Result<(), LetterError> {
        let from = Document::load_mem(pdf).map_err(broken)?;
        let mut moved = HashMap::new();
        let mut first = None;
        let mut count = 0;
        let mut size = Object::Null;
        let mut moved_pages = Vec::new();
        for page in from.get_pages().into_values() {
            let mut dict = whole(&from, page)?;
            for gone in [&b"Parent"[..], b"StructParents", b"Annots", b"Tabs"] {
                dict.remove(gone);
            }
            let mut dict = self.dictionary(&from, &dict, &mut moved)?;
            dict.set("Parent", self.tree);
            size = dict.get(b"MediaBox").map_err(broken)?.clone();
            let id = self.out.add_object(dict);
            first.get_or_insert(id);
            moved_pages.push((page, id));
            self.pages.push(Object::Reference(id));
            count += 1;
        }
        let first = first.ok_or_else(|| broken("a letter without a page"))?;
        self.marks.push((title.to_owned(), first, false));
        self.tags.take(&from, &moved_pages, &mut self.out);
        self.blank_after(count, &size);
        Ok(())
    }

    /// The same, before everything that is there by now.
    pub fn add_in_front(&mut self, pdf: &[u8], title: &str) -> Result<(), LetterError> {
        let before = self.pages.len();
        self.add(pdf, title)?;
        let new = self.pages.len() - before;
        self.pages.rotate_right(new);
        self.marks.rotate_right(1);
        self.tags.last_in_front();
        Ok(())
    }

    /// What comes next begins on a sheet of its own.
    fn blank_after(&mut self, count: usize, size: &Object) {
        if self.blank_after_odd && count % 2 == 1 {
            let blank = self.out.add_object(dictionary! {
                "Type" => "Page", "Parent" => self.tree, "MediaBox" => size.clone(), "Resources" => Dictionary::new(),
            });
            self.pages.push(Object::Reference(blank));
        }
    }

    fn dictionary(
        &mut self,
        from: &Document,
        dict: &Dictionary,
        moved: &mut HashMap<ObjectId, ObjectId>,
    ) -> Result<Dictionary, LetterError> {
        let mut out = Dictionary::new();
        for (key, value) in dict {
            out.set(key.clone(), self.object(from, value, moved)?);
        }
        Ok(out)
    }

    fn object(
        &mut self,
        from: &Document,
        object: &Object,
        moved: &mut HashMap<ObjectId, ObjectId>,
    ) -> Result<Object, LetterError> {
        Ok(match object {
            Object::Reference(id) => Object::Reference(self.reference(from, *id, moved)?),
            Object::Dictionary(dict) => Object::Dictionary(self.shared(from, dict, moved)?),
            Object::Array(all) => Object::Array(
                all.iter()
                    .map(|one| self.object(from, one, moved))
                    .collect::<Result<_, _>>()?,
            ),
            Object::Stream(stream) => Object::Stream(Stream::new(
                self.dictionary(from, &stream.dict, moved)?,
                stream.content.clone(),
            )),
            other => other.clone(),
        })
    }

    /// A dictionary; one that is a font, be it by itself or within another, with its face shared.
    fn shared(
        &mut self,
        from: &Document,
        dict: &Dictionary,
        moved: &mut HashMap<ObjectId, ObjectId>,
    ) -> Result<Dictionary, LetterError> {
        if has_name(dict, b"Subtype", b"CIDFontType2")
            && let Some(font) = self.face(from, dict, moved)?
        {
            return Ok(font);
        }
        self.dictionary(from, dict, moved)
    }

    /// An object by its new number; one that is there already, under whatever number it came, is not added again.
    fn reference(
        &mut self,
        from: &Document,
        id: ObjectId,
        moved: &mut HashMap<ObjectId, ObjectId>,
    ) -> Result<ObjectId, LetterError> {
        if let Some(known) = moved.get(&id) {
            return Ok(*known);
        }
        if moved.len() > 100_000 {
            return Err(broken("a letter with more in it than a letter has"));
        }
        // Whatever points back to itself finds a number to point at; it is then not looked for among equals.
        let reserved = self.out.new_object_id();
        moved.insert(id, reserved);
        let object = from.get_object(id).map_err(broken)?;
        let new = self.object(from, object, moved)?;
        if points_at(&new, reserved) {
            self.out.objects.insert(reserved, new);
            return Ok(reserved);
        }
        let hash = hash_of(&new);
        let id_now = *self.known.entry(hash).or_insert(reserved);
        if id_now == reserved {
            self.out.objects.insert(reserved, new);
        }
        moved.insert(id, id_now);
        Ok(id_now)
    }

    /// A font whose face is shared with the other letters; nothing for one that is not TrueType or brings a map of its own.
    fn face(
        &mut self,
        from: &Document,
        font: &Dictionary,
        moved: &mut HashMap<ObjectId, ObjectId>,
    ) -> Result<Option<Dictionary>, LetterError> {
        let own_map = font
            .get(b"CIDToGIDMap")
            .is_ok_and(|map| !matches!(map, Object::Name(name) if name == b"Identity"));
        let Some((descriptor, file)) = descriptor_and_file(from, font).filter(|_| !own_map) else {
            return Ok(None);
        };
        let face = file.get_plain_content().map_err(broken)?;
        let Some(kin) = kinship(&face) else {
            return Ok(None);
        };
        let mut hasher = Sha256::new();
        if let Ok(Object::Name(name)) = descriptor.get(b"FontName") {
            hasher.update(name);
        }
        hasher.update(&kin);
        let key: Hash = hasher.finalize().into();
        if !self.faces.contains_key(&key) {
            let Some(shared) = Shared::new(&face) else {
                return Ok(None);
            };
            let place = self.out.new_object_id();
            self.faces.insert(key, (shared, place));
        }
        let Some((shared, place)) = self.faces.get_mut(&key) else {
            return Ok(None);
        };
        let place = *place;
        let Some(map) = shared.take(&face) else {
            return Ok(None);
        };
        let mut descriptor = descriptor.clone();
        descriptor.remove(b"FontFile2");
        descriptor.remove(b"CIDSet");
        let mut descriptor = self.dictionary(from, &descriptor, moved)?;
        descriptor.set("FontFile2", place);
        let descriptor = self.keep(Object::Dictionary(descriptor));
        let mut font = font.clone();
        font.remove(b"FontDescriptor");
        font.remove(b"CIDToGIDMap");
        let mut font = self.dictionary(from, &font, moved)?;
        font.set("FontDescriptor", descriptor);
        let bytes: Vec<u8> = map.into_iter().flat_map(u16::to_be_bytes).collect();
        let map = self.keep(Object::Stream(packed(Dictionary::new(), &bytes)));
        font.set("CIDToGIDMap", map);
        Ok(Some(font))
    }

    /// Adds an object unless an equal one is there.
    fn keep(&mut self, object: Object) -> ObjectId {
        let hash = hash_of(&object);
        match self.known.get(&hash) {
            Some(id) => *id,
            None => {
                let id = self.out.add_object(object);
                self.known.insert(hash, id);
                id
            }
        }
    }

    /// The file. Same letters in the same order, same bytes.
    pub fn finish(mut self, about: &About) -> Result<Vec<u8>, LetterError> {
        let mut faces: Vec<(Shared, ObjectId)> = self.faces.into_values().collect();
        faces.sort_by_key(|(_, place)| *place);
        for (shared, place) in faces {
            let face = shared
                .written()
                .ok_or_else(|| broken("a face that cannot be put together"))?;
            let length = i64::try_from(face.len()).unwrap_or(i64::MAX);
            let file = packed(dictionary! { "Length1" => length }, &face);
            self.out.objects.insert(place, Object::Stream(file));
        }
        let count = i64::try_from(self.pages.len()).unwrap_or(i64::MAX);
        self.out.objects.insert(
            self.tree,
            Object::Dictionary(
                dictionary! { "Type" => "Pages", "Kids" => self.pages, "Count" => count },
            ),
        );
        let catalog = self.out.add_object(dictionary! {
            "Type" => "Catalog",
            "Pages" => self.tree,
            "Lang" => Object::string_literal(about.language.as_str()),
            "PageMode" => "UseOutlines",
            "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        });
        self.out.trailer.set("Root", catalog);
        self.tags.write(&mut self.out)?;
        let mut above = None;
        for (title, page, under) in self.marks {
            let mark = lopdf::Bookmark::new(title, [0.0; 3], 0, page);
            let mark = self.out.add_bookmark(mark, above.filter(|_| under));
            above = if under { above } else { Some(mark) };
        }
        if let Some(outline) = self.out.build_outline()
            && let Ok(catalog) = self.out.catalog_mut()
        {
            catalog.set("Outlines", outline);
        }
        let at = about.created;
        let date = format!(
            "D:{:04}{:02}{:02}{:02}{:02}{:02}Z",
            at.year(),
            at.month(),
            at.day(),
            at.hour(),
            at.minute(),
            at.second()
        );
        let info = self.out.add_object(dictionary! {
            "Title" => lopdf::text_string(&about.title),
            "Subject" => lopdf::text_string(&about.subject),
            "Author" => lopdf::text_string(&about.author),
            "Creator" => lopdf::text_string("Rightsdesk"),
            "Producer" => lopdf::text_string("Rightsdesk"),
            "CreationDate" => Object::string_literal(date.clone()),
            "ModDate" => Object::string_literal(date),
        });
        self.out.trailer.set("Info", info);
        let mut hasher = Sha256::new();
        for (id, object) in &self.out.objects {
            hasher.update(id.0.to_be_bytes());
            hasher.update(hash_of(object));
        }
        let id = Object::String(
            hasher.finalize()[..16].to_vec(),
            lopdf::StringFormat::Hexadecimal,
        );
        self.out.trailer.set("ID", vec![id.clone(), id]);
        let mut pdf = Vec::new();
        self.out.save_modern(&mut pdf).map_err(broken)?;
        Ok(pdf)
    }
}

/// A page with what it takes over from above.
fn whole(from: &Document, page: ObjectId) -> Result<Dictionary, LetterError> {
    let mut dict = from.get_dictionary(page).map_err(broken)?.clone();
    let mut above = dict.get(b"Parent").and_then(Object::as_reference).ok();
    for _ in 0..DEEP {
        let Some(node) = above.and_then(|id| from.get_dictionary(id).ok()) else {
            break;
        };
        for key in INHERITED {
            if let (false, Ok(value)) = (dict.has(key), node.get(key)) {
                dict.set(key, value.clone());
            }
        }
        above = node.get(b"Parent").and_then(Object::as_reference).ok();
    }
    Ok(dict)
}

fn has_name(dict: &Dictionary, key: &[u8], name: &[u8]) -> bool {
    matches!(dict.get(key), Ok(Object::Name(found)) if found == name)
}

fn descriptor_and_file<'d>(
    from: &'d Document,
    font: &'d Dictionary,
) -> Option<(&'d Dictionary, &'d Stream)> {
    let descriptor = font
        .get_deref(b"FontDescriptor", from)
        .ok()?
        .as_dict()
        .ok()?;
    let file = descriptor.get_deref(b"FontFile2", from).ok()?;
    Some((descriptor, file.as_stream().ok()?))
}

fn points_at(object: &Object, id: ObjectId) -> bool {
    match object {
        Object::Reference(at) => *at == id,
        Object::Array(all) => all.iter().any(|one| points_at(one, id)),
        Object::Dictionary(dict) => dict.iter().any(|(_, one)| points_at(one, id)),
        Object::Stream(stream) => stream.dict.iter().any(|(_, one)| points_at(one, id)),
        _ => false,
    }
}

fn packed(mut dict: Dictionary, bytes: &[u8]) -> Stream {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
    // Writing into memory fails only when memory does; the stream then stays as it is, which is sound too.
    match packer.write_all(bytes).and_then(|()| packer.finish()) {
        Ok(small) if small.len() < bytes.len() => {
            dict.set("Filter", "FlateDecode");
            Stream::new(dict, small)
        }
        _ => Stream::new(dict, bytes.to_vec()),
    }
}

/// The same for equal objects. References count by their numbers, which are the same where what they lead to is.
fn hash_of(object: &Object) -> Hash {
    let mut hasher = Sha256::new();
    digest(object, &mut hasher);
    hasher.finalize().into()
}

fn digest(object: &Object, into: &mut Sha256) {
    let mut bytes = |kind: u8, bytes: &[u8]| {
        into.update([kind]);
        into.update((bytes.len() as u64).to_be_bytes());
        into.update(bytes);
    };
    match object {
        Object::Null => bytes(0, &[]),
        Object::Boolean(it) => bytes(1, &[u8::from(*it)]),
        Object::Integer(it) => bytes(2, &it.to_be_bytes()),
        Object::Real(it) => bytes(3, &it.to_be_bytes()),
        Object::Name(it) => bytes(4, it),
        Object::String(it, _) => bytes(5, it),
        Object::Reference((number, generation)) => {
            bytes(6, &number.to_be_bytes());
            bytes(6, &generation.to_be_bytes());
        }
        Object::Array(all) => {
            bytes(7, &(all.len() as u64).to_be_bytes());
            for one in all {
                digest(one, into);
            }
        }
        Object::Dictionary(dict) => digest_dictionary(dict, into),
        Object::Stream(stream) => {
            bytes(9, &stream.content);
            digest_dictionary(&stream.dict, into);
        }
    }
}

fn digest_dictionary(dict: &Dictionary, into: &mut Sha256) {
    let mut entries: Vec<_> = dict.iter().collect();
    entries.sort_by_key(|(key, _)| *key);
    into.update([8]);
    into.update((entries.len() as u64).to_be_bytes());
    for (key, value) in entries {
        digest(&Object::Name(key.clone()), into);
        digest(value, into);
    }
}
