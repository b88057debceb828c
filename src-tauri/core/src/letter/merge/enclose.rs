//! Pages of others behind a letter: each drawn whole within a page of ours, so that nothing it leaves undone reaches further.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::super::error::LetterError;
use super::super::insert::{Content, DEEP, Insert, Leaf, MOST_OBJECTS, drawn};
use super::{Hash, Merge, broken, hash_of, packed};

/// Pages that were taken over once; another copy needs a page, not what is on it.
pub(super) type Kept = HashMap<String, Vec<Dictionary>>;

impl Merge {
    /// Puts pages behind the letter that was added last, under their name in the list of contents.
    ///
    /// The key says what they are: the same key is the same pages.
    pub fn enclose(&mut self, key: &str, insert: &Insert, name: &str) -> Result<(), LetterError> {
        let mut carry = Carry {
            merge: self,
            from: &insert.from,
            moved: HashMap::new(),
        };
        let pages = insert
            .pages
            .iter()
            .map(|leaf| carry.page(leaf))
            .collect::<Result<Vec<_>, _>>()?;
        self.enclosed.insert(key.to_owned(), pages);
        self.enclose_again(key, name);
        Ok(())
    }

    /// The same for what was enclosed before; false where it never was.
    pub fn enclose_again(&mut self, key: &str, name: &str) -> bool {
        let Some(pages) = self.enclosed.get(key).cloned() else {
            return false;
        };
        let mut places = Vec::with_capacity(pages.len());
        let mut size = Object::Null;
        for mut page in pages {
            page.set("Parent", self.tree);
            size = page.get(b"MediaBox").cloned().unwrap_or(Object::Null);
            let id = self.out.add_object(page);
            self.pages.push(Object::Reference(id));
            places.push(id);
        }
        if let Some(first) = places.first() {
            self.marks.push((name.to_owned(), *first, true));
        }
        self.tags.figures(name, &places, &mut self.out);
        self.blank_after(places.len(), &size);
        true
    }
}

/// One file while it is taken over.
struct Carry<'m> {
    merge: &'m mut Merge,
    from: &'m Document,
    moved: HashMap<ObjectId, ObjectId>,
}

impl Carry<'_> {
    /// A page without its place in a tree.
    fn page(&mut self, leaf: &Leaf) -> Result<Dictionary, LetterError> {
        let resources = self.dictionary(leaf.resources.iter(), 0)?;
        let mut within = match resources.get(b"XObject") {
            Ok(Object::Dictionary(named)) => named.clone(),
            Ok(Object::Reference(id)) => self
                .merge
                .out
                .get_dictionary(*id)
                .cloned()
                .map_err(broken)?,
            _ => Dictionary::new(),
        };
        let mut writes = String::from("/Figure <</MCID 0>> BDC\n");
        if let Some(form) = self.whole(leaf, &resources)? {
            let name = free(&within, "Page");
            writes.push_str(&format!("q /{name} Do Q\n"));
            within.set(name, form);
        }
        for (stamp, matrix) in &leaf.stamps {
            let id = self.reference(*stamp, 0)?;
            let name = free(&within, "Mark");
            let matrix = matrix.map(|it| it.to_string()).join(" ");
            writes.push_str(&format!("q {matrix} cm /{name} Do Q\n"));
            within.set(name, id);
        }
        writes.push_str("EMC\n");
        let content = self
            .merge
            .keep(Object::Stream(packed(Dictionary::new(), writes.as_bytes())));
        // What a form or a letter of a type does not name itself it takes from the page (ISO 32000-1, 7.8.3).
        let mut resources = resources;
        resources.set("XObject", within);
        let mut page = dictionary! {
            "Type" => "Page",
            "MediaBox" => numbers(leaf.media),
            "Resources" => self.merge.keep(Object::Dictionary(resources)),
            "Contents" => content,
        };
        if let Some(crop) = leaf.crop {
            page.set("CropBox", numbers(crop));
        }
        if leaf.turn != 0 {
            page.set("Rotate", leaf.turn);
        }
        if leaf.unit != 1.0 {
            page.set("UserUnit", leaf.unit);
        }
        if let Some(group) = &leaf.group {
            page.set("Group", self.object(group, 0)?);
        }
        Ok(page)
    }

    /// What the page writes as one form; nothing for an empty page.
    fn whole(
        &mut self,
        leaf: &Leaf,
        resources: &Dictionary,
    ) -> Result<Option<ObjectId>, LetterError> {
        let mut stream = match &leaf.content {
            Content::Nothing => return Ok(None),
            Content::As(id) => {
                let stream = self
                    .from
                    .get_object(*id)
                    .and_then(Object::as_stream)
                    .map_err(broken)?;
                let packing = stream
                    .dict
                    .iter()
                    .filter(|(key, _)| matches!(key.as_slice(), b"Filter" | b"DecodeParms"));
                Stream::new(self.dictionary(packing, 0)?, stream.content.clone())
            }
            Content::Joined(bytes) => packed(Dictionary::new(), bytes),
        };
        stream.dict.set("Type", "XObject");
        stream.dict.set("Subtype", "Form");
        stream.dict.set("BBox", numbers(leaf.media));
        let resources = self.merge.keep(Object::Dictionary(resources.clone()));
        stream.dict.set("Resources", resources);
        Ok(Some(self.merge.keep(Object::Stream(stream))))
    }

    fn dictionary<'d>(
        &mut self,
        all: impl Iterator<Item = (&'d Vec<u8>, &'d Object)>,
        depth: usize,
    ) -> Result<Dictionary, LetterError> {
        let mut out = Dictionary::new();
        for (key, value) in all {
            out.set(key.clone(), self.object(value, depth + 1)?);
        }
        Ok(out)
    }

    fn object(&mut self, object: &Object, depth: usize) -> Result<Object, LetterError> {
        if depth > 2 * DEEP {
            return Err(broken("an enclosure nested too deep"));
        }
        Ok(match object {
            Object::Reference(id) => Object::Reference(self.reference(*id, depth)?),
            Object::Dictionary(dict) => Object::Dictionary(self.dictionary(dict.iter(), depth)?),
            Object::Array(all) => Object::Array(
                all.iter()
                    .map(|one| self.object(one, depth + 1))
                    .collect::<Result<_, _>>()?,
            ),
            Object::Stream(stream) => Object::Stream(Stream::new(
                self.dictionary(drawn(&stream.dict), depth)?,
                stream.content.clone(),
            )),
            other => other.clone(),
        })
    }

    /// An object by its new number; an equal one that is there already is not added again.
    fn reference(&mut self, id: ObjectId, depth: usize) -> Result<ObjectId, LetterError> {
        if let Some(known) = self.moved.get(&id) {
            return Ok(*known);
        }
        if self.moved.len() > MOST_OBJECTS {
            return Err(broken("an enclosure with too much in it"));
        }
        // Whatever leads back to itself finds a number to point at, and has no equal then.
        let reserved = self.merge.out.new_object_id();
        self.moved.insert(id, reserved);
        let from = self.from;
        let new = self.object(
            from.objects
                .get(&id)
                .ok_or_else(|| broken("a part is missing"))?,
            depth + 1,
        )?;
        let hash: Hash = hash_of(&new);
        let now = *self.merge.known.entry(hash).or_insert(reserved);
        if now == reserved {
            self.merge.out.objects.insert(reserved, new);
        }
        self.moved.insert(id, now);
        Ok(now)
    }
}

fn numbers(four: [f32; 4]) -> Vec<Object> {
    four.map(Object::Real).to_vec()
}

/// A name that is not taken.
fn free(taken: &Dictionary, word: &str) -> String {
    let mut at = 0_usize;
    loop {
        let name = format!("{word}{at}");
        if !taken.has(name.as_bytes()) {
            return name;
        }
        at += 1;
    }
}
