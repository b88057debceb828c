//! What lies upon a page and prints with it: filled fields, stamps, drawings, marks (ISO 32000-1, 12.5.5).
//!
//! Each is drawn as its own file draws it. One that prints and does not say how it looks cannot be printed truly.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{DAMAGED, dictionary, get, rectangle};

/// Bits of the flags (ISO 32000-1, table 165).
const HIDDEN: i64 = 1 << 1;
const PRINTS: i64 = 1 << 2;
/// More than anybody puts on one page.
const MOST: usize = 20_000;

/// What is drawn upon a page, each as a form with the matrix that puts it in its place.
pub(super) fn stamps(
    from: &Document,
    page: &Dictionary,
) -> Result<Vec<(ObjectId, [f32; 6])>, String> {
    let Some(all) = get(from, page, b"Annots").and_then(|all| all.as_array().ok()) else {
        return Ok(Vec::new());
    };
    if all.len() > MOST {
        return Err(DAMAGED.to_owned());
    }
    let mut stamps = Vec::new();
    for one in all {
        let Some(one) = dictionary(from, Some(one)) else {
            continue;
        };
        let flags = get(from, one, b"F")
            .and_then(|flags| flags.as_i64().ok())
            .unwrap_or_default();
        if flags & PRINTS == 0 || flags & HIDDEN != 0 {
            continue;
        }
        match look(from, one) {
            Some(form) => stamps.extend(placed(from, one, form)),
            None if draws_nothing(from, one) => {}
            None => return Err("it has fields or marks that only a PDF viewer draws".to_owned()),
        }
    }
    Ok(stamps)
}

/// How it looks: its one look, or that of the state it is in.
fn look(from: &Document, one: &Dictionary) -> Option<ObjectId> {
    let looks = dictionary(from, one.get(b"AP").ok())?;
    let (id, normal) = from.dereference(looks.get(b"N").ok()?).ok()?;
    match normal {
        Object::Stream(_) => id,
        Object::Dictionary(states) => {
            let state = get(from, one, b"AS")?.as_name().ok()?;
            let (id, look) = from.dereference(states.get(state).ok()?).ok()?;
            look.as_stream().ok().and(id)
        }
        _ => None,
    }
}

/// Links and notes draw nothing on paper; nor does a field that is empty, or a box that is not ticked.
fn draws_nothing(from: &Document, one: &Dictionary) -> bool {
    let kind = get(from, one, b"Subtype").and_then(|kind| kind.as_name().ok());
    match kind {
        Some(b"Link" | b"Popup" | b"Text" | b"FileAttachment" | b"Sound" | b"Movie") => true,
        Some(b"Widget") => {
            // A button in a state without a look is not ticked.
            one.has(b"AS") || !filled(from, one)
        }
        _ => rectangle(from, one.get(b"Rect").ok()).is_none(),
    }
}

/// Whether a field, or the one it is a part of, holds something.
fn filled(from: &Document, one: &Dictionary) -> bool {
    let parent = dictionary(from, one.get(b"Parent").ok());
    let value = get(from, one, b"V").or_else(|| get(from, parent?, b"V"));
    match value {
        Some(Object::String(text, _)) => !text.is_empty(),
        Some(Object::Array(all)) => !all.is_empty(),
        Some(Object::Null) | None => false,
        Some(_) => true,
    }
}

/// The matrix that puts a look where it belongs; nothing for one without a size.
fn placed(from: &Document, one: &Dictionary, form: ObjectId) -> Option<(ObjectId, [f32; 6])> {
    let place = rectangle(from, one.get(b"Rect").ok())?;
    let dict = &from.get_object(form).ok()?.as_stream().ok()?.dict;
    let look = rectangle(from, dict.get(b"BBox").ok())?;
    let mut own = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
    if let Some(Ok(six)) = get(from, dict, b"Matrix").map(Object::as_array) {
        for (at, value) in own.iter_mut().zip(six) {
            *at = value.as_float().ok().filter(|it| it.is_finite())?;
        }
    }
    let corners = [(0, 1), (2, 1), (0, 3), (2, 3)].map(|(x, y)| {
        let (x, y) = (look[x], look[y]);
        (
            own[0] * x + own[2] * y + own[4],
            own[1] * x + own[3] * y + own[5],
        )
    });
    let least = |of: fn(&(f32, f32)) -> f32| corners.iter().map(of).fold(f32::INFINITY, f32::min);
    let most =
        |of: fn(&(f32, f32)) -> f32| corners.iter().map(of).fold(f32::NEG_INFINITY, f32::max);
    let (left, low) = (least(|at| at.0), least(|at| at.1));
    let (wide, high) = (most(|at| at.0) - left, most(|at| at.1) - low);
    if wide <= 0.0 || high <= 0.0 {
        return None;
    }
    let (x, y) = ((place[2] - place[0]) / wide, (place[3] - place[1]) / high);
    Some((
        form,
        [x, 0.0, 0.0, y, place[0] - left * x, place[1] - low * y],
    ))
}
