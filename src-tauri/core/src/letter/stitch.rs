//! The parts of many tagged files put together: each file becomes one part of the whole, read one after the other.
//!
//! The whole is tagged only if every file in it is; one from before letters were tagged, and it makes no claim.

use std::collections::{HashMap, HashSet};

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::error::LetterError;
use super::tags::crown;

/// Parts within parts deeper than this are damage.
const DEEP: usize = 32;

/// What one letter can have; more is damage.
const MOST: usize = 100_000;

/// The tags of files being put together.
pub(super) struct Stitch {
    root: ObjectId,
    top: ObjectId,
    /// The part of each file, and everything in it.
    files: Vec<ObjectId>,
    elements: Vec<(ObjectId, Dictionary)>,
    /// The pages with text on them, and the elements of each.
    pages: Vec<(ObjectId, Vec<Object>)>,
    /// What stands behind a file, with that file.
    behind: Vec<(ObjectId, ObjectId)>,
    broken: bool,
}

impl Stitch {
    pub(super) fn new(out: &mut Document) -> Self {
        Self {
            root: out.new_object_id(),
            top: out.new_object_id(),
            files: Vec::new(),
            elements: Vec::new(),
            pages: Vec::new(),
            behind: Vec::new(),
            broken: false,
        }
    }

    /// Takes the tags of a file over, its pages having been moved.
    pub(super) fn take(
        &mut self,
        from: &Document,
        pages: &[(ObjectId, ObjectId)],
        out: &mut Document,
    ) {
        if self.broken {
            return;
        }
        let mut taking = Taking {
            from,
            pages: pages.iter().copied().collect(),
            ids: HashMap::new(),
            elements: Vec::new(),
        };
        let Some((file, owners)) = taking.all(pages, self.top, out) else {
            // Whatever was gathered is of no use without this one.
            self.broken = true;
            self.elements.clear();
            return;
        };
        self.files.push(file);
        self.elements.append(&mut taking.elements);
        self.pages.extend(owners);
    }

    /// Pages of others, each as one picture that says by its name what it is: what they say of themselves is not ours to tell.
    pub(super) fn figures(&mut self, name: &str, pages: &[ObjectId], out: &mut Document) {
        let (false, Some(file)) = (self.broken, self.files.last()) else {
            return;
        };
        let file = *file;
        let part = out.new_object_id();
        let mut kids = Vec::with_capacity(pages.len());
        for (number, page) in (1..).zip(pages) {
            let id = out.new_object_id();
            let alt = format!("{name}, {number}/{}", pages.len());
            let figure = dictionary! {
                "S" => "Figure", "P" => part, "Pg" => *page, "K" => 0, "Alt" => lopdf::text_string(&alt),
            };
            self.elements.push((id, figure));
            self.pages.push((*page, vec![Object::from(id)]));
            kids.push(Object::from(id));
        }
        let sect = dictionary! { "S" => "Sect", "P" => file, "K" => kids };
        self.elements.push((part, sect));
        self.behind.push((file, part));
    }

    /// The file that was taken last is read first.
    pub(super) fn last_in_front(&mut self) {
        if !self.broken {
            self.files.rotate_right(1);
        }
    }

    /// Writes the tree, if there is one.
    pub(super) fn write(self, out: &mut Document) -> Result<(), LetterError> {
        if self.broken || self.files.is_empty() {
            return Ok(());
        }
        let kids: Vec<Object> = self.files.into_iter().map(Object::from).collect();
        let top = dictionary! { "S" => "Document", "P" => self.root, "K" => kids };
        out.objects.insert(self.top, Object::Dictionary(top));
        for (id, dict) in self.elements {
            out.objects.insert(id, Object::Dictionary(dict));
        }
        for (file, part) in self.behind {
            let file = out.get_dictionary_mut(file).map_err(broken)?;
            let mut kids = match file.remove(b"K") {
                Some(Object::Array(kids)) => kids,
                Some(kid) => vec![kid],
                None => Vec::new(),
            };
            kids.push(Object::from(part));
            file.set("K", kids);
        }
        let mut numbers = Vec::with_capacity(self.pages.len() * 2);
        for (key, (page, owners)) in (0_i64..).zip(self.pages) {
            numbers.push(Object::Integer(key));
            numbers.push(Object::Array(owners));
            if let Ok(page) = out.get_dictionary_mut(page) {
                page.set("StructParents", key);
                page.set("Tabs", "S");
            }
        }
        crown(out, self.root, self.top, numbers)
    }
}

/// One file while it is taken over.
struct Taking<'f> {
    from: &'f Document,
    pages: HashMap<ObjectId, ObjectId>,
    ids: HashMap<ObjectId, ObjectId>,
    elements: Vec<(ObjectId, Dictionary)>,
}

type Owners = Vec<(ObjectId, Vec<Object>)>;

impl Taking<'_> {
    /// The part that the file becomes, and for each page whose text it is. Nothing for a file without tags.
    fn all(
        &mut self,
        pages: &[(ObjectId, ObjectId)],
        parent: ObjectId,
        out: &mut Document,
    ) -> Option<(ObjectId, Owners)> {
        let from = self.from;
        let catalog = from.catalog().ok()?;
        let marked = catalog.get_deref(b"MarkInfo", from).ok()?.as_dict().ok()?;
        if !marked.get(b"Marked").ok()?.as_bool().ok()? {
            return None;
        }
        let root = catalog.get_deref(b"StructTreeRoot", from).ok()?;
        let root = root.as_dict().ok()?;
        let top = root.get(b"K").ok()?.as_reference().ok()?;
        let file = self.element(top, parent, out, 0)?;
        let (_, dict) = self.elements.iter_mut().find(|(id, _)| *id == file)?;
        dict.set("S", "Part");
        if let Ok(language) = catalog.get(b"Lang") {
            dict.set("Lang", language.clone());
        }
        let numbers = root.get_deref(b"ParentTree", from).ok()?.as_dict().ok()?;
        let numbers = numbers.get_deref(b"Nums", from).ok()?.as_array().ok()?;
        let mut owners = Vec::with_capacity(pages.len());
        let mut seen = HashSet::new();
        for (old, new) in pages {
            let page = from.get_dictionary(*old).ok()?;
            let key = page.get(b"StructParents").ok()?.as_i64().ok()?;
            if !seen.insert(key) {
                return None;
            }
            let at = numbers
                .chunks(2)
                .find(|pair| pair.first().and_then(|k| k.as_i64().ok()) == Some(key))?;
            let (_, list) = from.dereference(at.get(1)?).ok()?;
            let list = list.as_array().ok()?.iter();
            let moved =
                list.map(|one| Some(Object::from(*self.ids.get(&one.as_reference().ok()?)?)));
            owners.push((*new, moved.collect::<Option<Vec<_>>>()?));
        }
        Some((file, owners))
    }

    fn element(
        &mut self,
        id: ObjectId,
        parent: ObjectId,
        out: &mut Document,
        depth: usize,
    ) -> Option<ObjectId> {
        if depth > DEEP || self.ids.len() > MOST || self.ids.contains_key(&id) {
            return None;
        }
        let new = out.new_object_id();
        self.ids.insert(id, new);
        let old = self.from.get_dictionary(id).ok()?;
        let mut dict = Dictionary::new();
        for (key, value) in old {
            let value = match key.as_slice() {
                b"P" => Object::from(parent),
                b"Pg" => self.page(value)?,
                b"K" => match value {
                    Object::Array(kids) => Object::Array(
                        kids.iter()
                            .map(|kid| self.kid(kid, new, out, depth))
                            .collect::<Option<_>>()?,
                    ),
                    kid => self.kid(kid, new, out, depth)?,
                },
                _ if plain(value) => value.clone(),
                _ => return None,
            };
            dict.set(key.clone(), value);
        }
        self.elements.push((new, dict));
        Some(new)
    }

    fn kid(
        &mut self,
        kid: &Object,
        parent: ObjectId,
        out: &mut Document,
        depth: usize,
    ) -> Option<Object> {
        match kid {
            Object::Integer(_) => Some(kid.clone()),
            Object::Reference(id) => self.element(*id, parent, out, depth + 1).map(Object::from),
            Object::Dictionary(content) => {
                let mut content = content.clone();
                let page = self.page(content.get(b"Pg").ok()?)?;
                content.set("Pg", page);
                Some(Object::Dictionary(content))
            }
            _ => None,
        }
    }

    fn page(&self, old: &Object) -> Option<Object> {
        let new = self.pages.get(&old.as_reference().ok()?)?;
        Some(Object::from(*new))
    }
}

fn broken(problem: lopdf::Error) -> LetterError {
    LetterError::Pdf {
        problem: problem.to_string(),
    }
}

/// Whether it leads nowhere else.
fn plain(object: &Object) -> bool {
    match object {
        Object::Reference(_) | Object::Stream(_) => false,
        Object::Array(all) => all.iter().all(plain),
        Object::Dictionary(dict) => dict.iter().all(|(_, one)| plain(one)),
        _ => true,
    }
}
