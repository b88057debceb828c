//! The pages of a PDF in their order, each with what it takes over from the tree above it (ISO 32000-1, 7.7.3.4).

use std::collections::HashSet;

use lopdf::{Dictionary, Document, Object};

use super::annotations::stamps;
use super::{
    CONTENT, Content, DAMAGED, DEEP, ELSEWHERE, Leaf, MOST_PAGES, dictionary, get, rectangle,
};

/// The longest and the shortest side of a page, in points (ISO 32000-1, annex C.2).
const LONGEST: f32 = 14_400.0;
const SHORTEST: f32 = 3.0;
/// What the dictionary of a page may name to draw with.
const DRAWN_WITH: [&[u8]; 7] = [
    b"ColorSpace",
    b"ExtGState",
    b"Font",
    b"Pattern",
    b"ProcSet",
    b"Shading",
    b"XObject",
];

/// What comes from above.
#[derive(Clone, Copy, Default)]
struct Above<'d> {
    resources: Option<&'d Object>,
    media: Option<&'d Object>,
    crop: Option<&'d Object>,
    turn: Option<&'d Object>,
}

impl<'d> Above<'d> {
    fn with(self, node: &'d Dictionary) -> Self {
        let own = |key: &[u8], above: Option<&'d Object>| node.get(key).ok().or(above);
        Self {
            resources: own(b"Resources", self.resources),
            media: own(b"MediaBox", self.media),
            crop: own(b"CropBox", self.crop),
            turn: own(b"Rotate", self.turn),
        }
    }
}

/// Every page. A tree that leads nowhere, or in a circle, is damaged.
pub(super) fn all(from: &Document) -> Result<Vec<Leaf>, String> {
    let root = from
        .catalog()
        .ok()
        .and_then(|catalog| catalog.get(b"Pages").ok())
        .ok_or(DAMAGED)?;
    let mut seen = HashSet::new();
    let mut leaves = Vec::new();
    let mut open = vec![(root, Above::default(), 0)];
    while let Some((at, above, depth)) = open.pop() {
        let id = at.as_reference().map_err(|_| DAMAGED)?;
        if depth > DEEP || !seen.insert(id) {
            return Err(DAMAGED.to_owned());
        }
        let node = dictionary(from, Some(at)).ok_or(DAMAGED)?;
        let above = above.with(node);
        match get(from, node, b"Kids") {
            Some(kids) => {
                let kids = kids.as_array().map_err(|_| DAMAGED)?;
                open.extend(kids.iter().rev().map(|kid| (kid, above, depth + 1)));
            }
            None => leaves.push(leaf(from, node, above)?),
        }
        if leaves.len() > MOST_PAGES {
            return Err(format!("it has more than {MOST_PAGES} pages"));
        }
    }
    if leaves.is_empty() {
        return Err(DAMAGED.to_owned());
    }
    Ok(leaves)
}

fn leaf(from: &Document, page: &Dictionary, above: Above) -> Result<Leaf, String> {
    let media = rectangle(from, above.media)
        .filter(|it| {
            let sides = [it[2] - it[0], it[3] - it[1]];
            sides.iter().all(|side| (SHORTEST..=LONGEST).contains(side))
        })
        .ok_or("its pages have no size")?;
    let crop = rectangle(from, above.crop).and_then(|it| within(it, media));
    let turn = above
        .turn
        .and_then(|turn| from.dereference(turn).ok()?.1.as_i64().ok())
        .map_or(0, |turn| turn.rem_euclid(360));
    let unit = get(from, page, b"UserUnit").and_then(|unit| unit.as_float().ok());
    let mut resources = Dictionary::new();
    if let Some(all) = dictionary(from, above.resources) {
        for (key, value) in all {
            if DRAWN_WITH.contains(&key.as_slice()) {
                resources.set(key.clone(), value.clone());
            }
        }
    }
    Ok(Leaf {
        media,
        crop,
        turn: if turn % 90 == 0 { turn } else { 0 },
        unit: unit
            .filter(|unit| *unit >= 1.0 && unit.is_finite())
            .unwrap_or(1.0),
        group: page.get(b"Group").ok().cloned(),
        resources,
        content: content(from, page)?,
        stamps: stamps(from, page)?,
    })
}

/// What both cover; nothing where they only touch.
fn within(a: [f32; 4], b: [f32; 4]) -> Option<[f32; 4]> {
    let it = [
        a[0].max(b[0]),
        a[1].max(b[1]),
        a[2].min(b[2]),
        a[3].min(b[3]),
    ];
    (it[2] - it[0] >= SHORTEST && it[3] - it[1] >= SHORTEST).then_some(it)
}

fn content(from: &Document, page: &Dictionary) -> Result<Content, String> {
    let Ok(at) = page.get(b"Contents") else {
        return Ok(Content::Nothing);
    };
    let (id, found) = from.dereference(at).map_err(|_| DAMAGED)?;
    let parts = match (id, found) {
        (Some(id), Object::Stream(_)) => return Ok(Content::As(id)),
        (_, Object::Null) => return Ok(Content::Nothing),
        (_, Object::Array(parts)) => parts,
        _ => return Err(DAMAGED.to_owned()),
    };
    if let [only] = parts.as_slice()
        && let Ok((Some(id), Object::Stream(_))) = from.dereference(only)
    {
        return Ok(Content::As(id));
    }
    let mut joined = Vec::new();
    for part in parts {
        let (_, part) = from.dereference(part).map_err(|_| DAMAGED)?;
        let part = part.as_stream().map_err(|_| DAMAGED)?;
        if part.dict.has(b"F") {
            return Err(ELSEWHERE.to_owned());
        }
        let left = CONTENT.saturating_sub(joined.len());
        let bytes = part
            .get_plain_content_with_limit(left)
            .map_err(|_| "what its pages write cannot be read")?;
        joined.extend_from_slice(&bytes);
        joined.push(b'\n');
    }
    Ok(Content::Joined(joined))
}
