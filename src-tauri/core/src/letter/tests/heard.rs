//! A tagged file read part by part: what stands on a page is in the tree once, and each part where it may be.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Document, Object, ObjectId};

/// A name as text.
pub fn name_of(object: &Object) -> Result<String, lopdf::Error> {
    let name = object.as_name()?;
    Ok(String::from_utf8_lossy(name).into_owned())
}

/// Types that stand for themselves, of those we use (ISO 32000-1, 14.8.4).
const TYPES: [&str; 15] = [
    "Document", "Part", "Div", "P", "H1", "H2", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH",
    "TD", "Figure",
];

/// What a tagged file holds: its elements in the order they are read, as type and contents.
#[derive(Debug, Default)]
pub struct Heard {
    pub elements: Vec<(String, Vec<(usize, i64)>)>,
}

impl Heard {
    pub fn count(&self, name: &str) -> usize {
        self.elements.iter().filter(|(n, _)| n == name).count()
    }
}

/// The file of a tagged PDF looked at, or the first rule it breaks.
pub fn heard(pdf: &[u8]) -> Result<Heard, String> {
    let file = Document::load_mem(pdf).map_err(|e| e.to_string())?;
    let told = |e: lopdf::Error| e.to_string();
    let catalog = file.catalog().map_err(told)?;
    let marked = catalog.get_deref(b"MarkInfo", &file).map_err(told)?;
    if marked
        .as_dict()
        .and_then(|d| d.get(b"Marked"))
        .and_then(Object::as_bool)
        .ok()
        != Some(true)
    {
        return Err("the file does not say that it is tagged".into());
    }
    let language = catalog.get(b"Lang").and_then(Object::as_str);
    if !language.is_ok_and(|name| !name.is_empty()) {
        return Err("no language".into());
    }
    let shown = catalog
        .get_deref(b"ViewerPreferences", &file)
        .map_err(told)?;
    if !shown.as_dict().is_ok_and(|d| d.has(b"DisplayDocTitle")) {
        return Err("the window does not show the title".into());
    }
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let mut on_pages = BTreeMap::new();
    for (at, page) in pages.iter().enumerate() {
        on_pages.insert(
            at,
            contents(&file, *page).map_err(|e| format!("page {}: {e}", at + 1))?,
        );
    }
    let root = catalog.get_deref(b"StructTreeRoot", &file).map_err(told)?;
    let root = root.as_dict().map_err(told)?;
    let root_id = catalog
        .get(b"StructTreeRoot")
        .and_then(Object::as_reference)
        .map_err(told)?;
    let top = root
        .get(b"K")
        .and_then(Object::as_reference)
        .map_err(told)?;
    let mut walk = Walk {
        file: &file,
        pages: &pages,
        owners: BTreeMap::new(),
        heard: Heard::default(),
        level: 0,
    };
    walk.element(top, root_id, "")?;
    // Each content is in the tree, and what is in the tree is on a page.
    let there: BTreeSet<(usize, i64)> = on_pages
        .iter()
        .flat_map(|(page, all)| all.iter().map(|(number, _)| (*page, *number)))
        .collect();
    let told_of: BTreeSet<(usize, i64)> = walk.owners.keys().copied().collect();
    if there != told_of {
        return Err(format!(
            "on the pages but not in the tree, or the other way round: {:?}",
            there
                .symmetric_difference(&told_of)
                .take(5)
                .collect::<Vec<_>>()
        ));
    }
    for ((page, number), owner) in &walk.owners {
        let said = on_pages[page].iter().find(|(n, _)| n == number);
        let name = walk.name(*owner)?;
        if said.is_none_or(|(_, tag)| *tag != name) {
            return Err(format!("page {page} content {number} is no {name} there"));
        }
    }
    // The way back from a content to its element.
    let numbers = root.get_deref(b"ParentTree", &file).map_err(told)?;
    let numbers = numbers
        .as_dict()
        .and_then(|d| d.get(b"Nums"))
        .and_then(Object::as_array);
    let numbers = numbers.map_err(told)?;
    for (at, page) in pages.iter().enumerate() {
        let page = file.get_dictionary(*page).map_err(told)?;
        let Ok(key) = page.get(b"StructParents").and_then(Object::as_i64) else {
            if on_pages[&at].is_empty() {
                continue;
            }
            return Err(format!("page {at} does not know its parents"));
        };
        let pair = numbers.chunks(2).find(|p| p[0].as_i64().ok() == Some(key));
        let list = pair.ok_or("no parents")?[1].as_array().map_err(told)?;
        for (number, owner) in list.iter().enumerate() {
            let number = i64::try_from(number).unwrap();
            if walk.owners.get(&(at, number)) != owner.as_reference().ok().as_ref() {
                return Err(format!("page {at} content {number} has another parent"));
            }
        }
        if list.len() != on_pages[&at].len() {
            return Err(format!("page {at} has parents for {} contents", list.len()));
        }
    }
    Ok(walk.heard)
}

/// The tagged contents of a page; everything else that is drawn must be decoration.
fn contents(file: &Document, page: ObjectId) -> Result<Vec<(i64, String)>, String> {
    #[derive(PartialEq)]
    enum Open {
        Decoration,
        Content,
        Span,
    }
    let content = file
        .get_and_decode_page_content(page)
        .map_err(|e| e.to_string())?;
    let mut found: Vec<(i64, String)> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    for op in content.operations {
        match op.operator.as_str() {
            "BMC" | "BDC" => {
                let tag = name_of(&op.operands[0]).map_err(|e| e.to_string())?;
                let number = op.operands.get(1).and_then(|o| o.as_dict().ok());
                let number = number.and_then(|d| d.get(b"MCID").ok()?.as_i64().ok());
                open.push(match (tag.as_str(), number) {
                    ("Artifact", None) if open.is_empty() => Open::Decoration,
                    (_, Some(number)) if open.is_empty() => {
                        if number != i64::try_from(found.len()).unwrap() {
                            return Err(format!("content {number} out of turn"));
                        }
                        found.push((number, tag.clone()));
                        Open::Content
                    }
                    ("Span", None) => Open::Span,
                    _ => return Err(format!("{tag} within another")),
                });
            }
            "EMC" => {
                open.pop().ok_or("an end without a beginning")?;
            }
            "Tj" | "TJ" | "'" | "\"" | "Do" | "BI" | "sh" | "S" | "s" | "f" | "F" | "f*" | "B"
            | "B*" | "b" | "b*" => {
                let text = op.operator.starts_with('T');
                let at_home = matches!(open.first(), Some(Open::Content | Open::Decoration));
                if !at_home {
                    return Err(format!("{} outside of every part", op.operator));
                }
                if !text && open.first() == Some(&Open::Content) && op.operator != "Do" {
                    return Err(format!("a drawing ({}) in a text", op.operator));
                }
            }
            _ => {}
        }
    }
    if open.is_empty() {
        Ok(found)
    } else {
        Err("a part without an end".into())
    }
}

struct Walk<'f> {
    file: &'f Document,
    pages: &'f [ObjectId],
    owners: BTreeMap<(usize, i64), ObjectId>,
    heard: Heard,
    /// Of the last heading.
    level: u32,
}

impl Walk<'_> {
    fn name(&self, id: ObjectId) -> Result<String, String> {
        let dict = self.file.get_dictionary(id).map_err(|e| e.to_string())?;
        let name = dict
            .get(b"S")
            .and_then(name_of)
            .map_err(|e| e.to_string())?;
        Ok(name.to_owned())
    }

    fn element(&mut self, id: ObjectId, parent: ObjectId, within: &str) -> Result<(), String> {
        let dict = self.file.get_dictionary(id).map_err(|e| e.to_string())?;
        let name = self.name(id)?;
        if !TYPES.contains(&name.as_str()) {
            return Err(format!("{name} is no standard type"));
        }
        if dict.get(b"P").and_then(Object::as_reference).ok() != Some(parent) {
            return Err(format!("{name} has another parent"));
        }
        let fits = match name.as_str() {
            "LI" => within == "L",
            "Lbl" | "LBody" => within == "LI",
            "TR" => within == "Table",
            "TH" | "TD" => within == "TR",
            "Document" => within.is_empty(),
            "Part" => matches!(within, "Document" | "Part"),
            _ => matches!(within, "Document" | "Part" | "Div"),
        };
        if !fits {
            return Err(format!("{name} within {within}"));
        }
        if name == "Figure"
            && !dict
                .get(b"Alt")
                .and_then(Object::as_str)
                .is_ok_and(|a| !a.is_empty())
        {
            return Err("a picture without words".into());
        }
        if name == "TH" && !dict.has(b"A") {
            return Err("a head cell of nothing".into());
        }
        if name == "Part" {
            self.level = 0;
        }
        if let Some(level) = name.strip_prefix('H').and_then(|n| n.parse::<u32>().ok()) {
            if level > self.level + 1 {
                return Err(format!("H{level} after H{}", self.level));
            }
            self.level = level;
        }
        let at = self.heard.elements.len();
        self.heard.elements.push((name.clone(), Vec::new()));
        let own = dict.get(b"Pg").and_then(Object::as_reference).ok();
        let kids = match dict.get(b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(one) => vec![one.clone()],
            Err(_) if name == "TD" => Vec::new(),
            Err(_) => return Err(format!("{name} is empty")),
        };
        for kid in kids {
            match kid {
                Object::Reference(kid) => self.element(kid, id, &name)?,
                Object::Integer(number) => self.content(own, number, id, at)?,
                Object::Dictionary(content) => {
                    let page = content.get(b"Pg").and_then(Object::as_reference).ok();
                    let number = content.get(b"MCID").and_then(Object::as_i64);
                    self.content(page, number.map_err(|e| e.to_string())?, id, at)?;
                }
                other => return Err(format!("{name} holds {other:?}")),
            }
        }
        if name == "LI" {
            let names: Vec<&str> = self.heard.elements[at + 1..]
                .iter()
                .map(|(n, _)| n.as_str())
                .collect();
            if names.first() != Some(&"Lbl") || !names.contains(&"LBody") {
                return Err(format!("a list item of {names:?}"));
            }
        }
        Ok(())
    }

    fn content(
        &mut self,
        page: Option<ObjectId>,
        number: i64,
        owner: ObjectId,
        at: usize,
    ) -> Result<(), String> {
        let page = page.and_then(|page| self.pages.iter().position(|p| *p == page));
        let page = page.ok_or("a content of no page")?;
        if self.owners.insert((page, number), owner).is_some() {
            return Err(format!("page {page} content {number} is in the tree twice"));
        }
        self.heard.elements[at].1.push((page, number));
        Ok(())
    }
}
