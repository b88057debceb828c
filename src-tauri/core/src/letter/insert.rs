//! Files that go behind a letter in the file for the printer: the pages of a PDF as they are, a picture on a page of its own.
//!
//! Strangers made them. Whatever cannot be printed as its own program would print it is refused with the reason, so that
//! somebody prints it by hand; nothing of it is left out silently. Only what a page draws is taken: no script, no link.

mod annotations;
mod image;
mod pages;

use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};

use super::form::mm;
use super::lines::Pt;
use super::sheet::Paper;

/// The largest file that is printed along, in bytes.
const LARGEST: usize = 50 << 20;
/// The most pages of one file.
const MOST_PAGES: usize = 1000;
/// What a page writes, unpacked, in bytes.
const CONTENT: usize = 32 << 20;
/// What all streams of objects unpack to, and how many there may be.
const OBJECTS: usize = 256 << 20;
const MOST_OBJECT_STREAMS: usize = 4000;
/// Things within things; what pages need is not a quarter as deep.
pub(super) const DEEP: usize = 100;
/// Objects that one file may bring.
pub(super) const MOST_OBJECTS: usize = 200_000;

pub(super) const DAMAGED: &str = "it is damaged";
pub(super) const ELSEWHERE: &str = "a part of it lies in another file";
const TOO_MUCH: &str = "there is too much in it";

/// Pages that are ready to be put behind a letter.
#[derive(Debug)]
pub struct Insert {
    pub(super) from: Document,
    pub(super) pages: Vec<Leaf>,
}

/// One page, with what it takes over from above.
#[derive(Debug)]
pub(super) struct Leaf {
    /// Left, bottom, right, top.
    pub media: [f32; 4],
    pub crop: Option<[f32; 4]>,
    /// 0, 90, 180 or 270.
    pub turn: i64,
    /// How many points a unit is.
    pub unit: f32,
    pub group: Option<Object>,
    pub resources: Dictionary,
    pub content: Content,
    /// What is drawn upon it, with the matrix that puts it in its place.
    pub stamps: Vec<(ObjectId, [f32; 6])>,
}

/// What a page writes.
#[derive(Debug)]
pub(super) enum Content {
    Nothing,
    /// One stream, packed as it came.
    As(ObjectId),
    /// Several streams, which are one (ISO 32000-1, 7.8.2).
    Joined(Vec<u8>),
}

impl Insert {
    /// Reads a file, or says why it cannot be printed along, in words that follow its name.
    ///
    /// The paper is that of a picture; the pages of a PDF have their own.
    pub fn read(bytes: &[u8], paper: Paper) -> Result<Self, String> {
        if bytes.len() > LARGEST {
            return Err(format!("it is larger than {} MB", LARGEST >> 20));
        }
        // lopdf and the readers of pictures mean never to panic, yet they read what strangers wrote.
        catch_unwind(AssertUnwindSafe(|| read(bytes, paper)))
            .unwrap_or_else(|_| Err(DAMAGED.to_owned()))
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// The sizes of paper it wants, each once, as a person names them.
    pub fn papers(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for leaf in &self.pages {
            let name = leaf.paper();
            if !all.contains(&name) {
                all.push(name);
            }
        }
        all
    }
}

impl Leaf {
    fn paper(&self) -> String {
        let shown = self.crop.unwrap_or(self.media);
        let side = |from: f32, to: f32| (to - from) * self.unit;
        let (a, b) = (side(shown[0], shown[2]), side(shown[1], shown[3]));
        name_of(a.min(b), a.max(b))
    }
}

/// Sheets by their sides in millimetres.
const SHEETS: [(&str, f32, f32); 6] = [
    ("A3", 297.0, 420.0),
    ("A4", 210.0, 297.0),
    ("A5", 148.0, 210.0),
    ("US Letter", 215.9, 279.4),
    ("US Legal", 215.9, 355.6),
    ("Tabloid", 279.4, 431.8),
];

fn name_of(short: Pt, long: Pt) -> String {
    let near = |a: f32, b: f32| (a - b).abs() <= mm(2.0);
    SHEETS
        .iter()
        .find(|(_, s, l)| near(mm(*s), short) && near(mm(*l), long))
        .map_or_else(
            || format!("{:.0} × {:.0} mm", short / mm(1.0), long / mm(1.0)),
            |(name, ..)| (*name).to_owned(),
        )
}

fn read(bytes: &[u8], paper: Paper) -> Result<Insert, String> {
    if image::is_one(bytes) {
        return image::read(bytes, paper);
    }
    let head = bytes.get(..1024).unwrap_or(bytes);
    if count(head, b"%PDF-") == 0 {
        return Err("it is no PDF, PNG or JPEG".to_owned());
    }
    let from = open(bytes)?;
    refuse_what_prints_otherwise(&from)?;
    let pages = pages::all(&from)?;
    let insert = Insert { from, pages };
    insert.whole()?;
    Ok(insert)
}

fn open(bytes: &[u8]) -> Result<Document, String> {
    let streams = count(bytes, b"/ObjStm");
    if streams > MOST_OBJECT_STREAMS {
        return Err(TOO_MUCH.to_owned());
    }
    let each = (OBJECTS / streams.max(1)).min(CONTENT);
    let found =
        Document::load_mem_with_options(bytes, LoadOptions::with_max_decompressed_size(each));
    let locked = || "it is protected with a password".to_owned();
    match found {
        Ok(document) if document.is_encrypted() || document.was_encrypted() => Err(locked()),
        Ok(document) => Ok(document),
        Err(_) if count(bytes, b"/Encrypt") > 0 => Err(locked()),
        Err(_) => Err(DAMAGED.to_owned()),
    }
}

fn count(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).filter(|at| *at == word).count()
}

/// What draws something else than its pages say.
fn refuse_what_prints_otherwise(from: &Document) -> Result<(), String> {
    let catalog = from.catalog().map_err(|_| DAMAGED)?;
    if let Some(form) = dictionary(from, catalog.get(b"AcroForm").ok()) {
        let rebuilt =
            get(from, form, b"NeedAppearances").is_some_and(|on| on.as_bool().unwrap_or(false));
        if form.has(b"XFA") || rebuilt {
            return Err("it is a form whose fields only a PDF viewer draws".to_owned());
        }
    }
    let Some(layers) = dictionary(from, catalog.get(b"OCProperties").ok()) else {
        return Ok(());
    };
    let usual = dictionary(from, layers.get(b"D").ok());
    let base_off = usual.is_some_and(
        |usual| matches!(get(from, usual, b"BaseState"), Some(Object::Name(name)) if name != b"ON"),
    );
    let some_off = usual
        .and_then(|usual| get(from, usual, b"OFF"))
        .is_some_and(|off| off.as_array().is_ok_and(|off| !off.is_empty()));
    let groups = get(from, layers, b"OCGs").and_then(|all| all.as_array().ok());
    let not_printed = groups.into_iter().flatten().any(|group| {
        dictionary(from, Some(group))
            .and_then(|group| dictionary(from, group.get(b"Usage").ok()))
            .and_then(|usage| dictionary(from, usage.get(b"Print").ok()))
            .is_some_and(|print| {
                matches!(get(from, print, b"PrintState"), Some(Object::Name(name)) if name == b"OFF")
            })
    });
    if base_off || some_off || not_printed {
        return Err("it has layers that are switched off".to_owned());
    }
    Ok(())
}

/// A value, wherever it stands.
fn get<'d>(from: &'d Document, dict: &'d Dictionary, key: &[u8]) -> Option<&'d Object> {
    let (_, found) = from.dereference(dict.get(key).ok()?).ok()?;
    Some(found)
}

fn dictionary<'d>(from: &'d Document, at: Option<&'d Object>) -> Option<&'d Dictionary> {
    let (_, found) = from.dereference(at?).ok()?;
    found.as_dict().ok()
}

/// Four corners in order, from whichever two were given; nothing for what has no size.
fn rectangle(from: &Document, at: Option<&Object>) -> Option<[f32; 4]> {
    let (_, four) = from.dereference(at?).ok()?;
    let mut sides = [0.0_f32; 4];
    let four = four.as_array().ok()?;
    for (side, value) in sides.iter_mut().zip(four) {
        let (_, value) = from.dereference(value).ok()?;
        *side = value.as_float().ok().filter(|side| side.is_finite())?;
    }
    let [a, b, c, d] = sides;
    let ordered = [a.min(c), b.min(d), a.max(c), b.max(d)];
    let big = ordered[2] - ordered[0] > 0.0 && ordered[3] - ordered[1] > 0.0;
    (four.len() == 4 && big).then_some(ordered)
}

impl Insert {
    /// Whether everything is there that its pages draw, and no more than pages need.
    fn whole(&self) -> Result<(), String> {
        let mut seen = std::collections::HashSet::new();
        for leaf in &self.pages {
            for value in leaf
                .resources
                .iter()
                .map(|(_, value)| value)
                .chain(&leaf.group)
            {
                self.there(value, 0, &mut seen)?;
            }
            let content = match leaf.content {
                Content::As(id) => Some(id),
                _ => None,
            };
            for id in leaf.stamps.iter().map(|(id, _)| *id).chain(content) {
                self.there(&Object::Reference(id), 0, &mut seen)?;
            }
        }
        Ok(())
    }

    /// In the order in which `merge` takes them over, so that its depth is the one that was looked at.
    fn there(
        &self,
        object: &Object,
        depth: usize,
        seen: &mut std::collections::HashSet<ObjectId>,
    ) -> Result<(), String> {
        if depth > DEEP || seen.len() > MOST_OBJECTS {
            return Err(TOO_MUCH.to_owned());
        }
        match object {
            Object::Reference(id) => {
                if !seen.insert(*id) {
                    return Ok(());
                }
                let at = self.from.objects.get(id).ok_or(DAMAGED)?;
                self.there(at, depth + 1, seen)
            }
            Object::Array(all) => all
                .iter()
                .try_for_each(|one| self.there(one, depth + 1, seen)),
            Object::Dictionary(dict) => dict
                .iter()
                .try_for_each(|(_, one)| self.there(one, depth + 1, seen)),
            Object::Stream(stream) => {
                if stream.dict.has(b"F") {
                    return Err(ELSEWHERE.to_owned());
                }
                drawn(&stream.dict).try_for_each(|(_, one)| self.there(one, depth + 1, seen))
            }
            _ => Ok(()),
        }
    }
}

/// What a stream needs to be drawn: without what is said about it, and without its place in the tags of its own file.
pub(super) fn drawn(dict: &Dictionary) -> impl Iterator<Item = (&Vec<u8>, &Object)> {
    const NOT_DRAWN: [&[u8]; 8] = [
        b"AF",
        b"LastModified",
        b"Metadata",
        b"OPI",
        b"PieceInfo",
        b"Ref",
        b"StructParent",
        b"StructParents",
    ];
    dict.iter()
        .filter(|(key, _)| !NOT_DRAWN.contains(&key.as_slice()))
}
