//! Drawings: plain paths stay paths, sharp at any size; what paths cannot say is drawn as fine dots.

use std::fmt::Write;

use resvg::tiny_skia::{PathSegment, Pixmap, Point, Transform};
use resvg::usvg::{
    self, BlendMode, Fill, FillRule, Group, LineCap, LineJoin, Node, Paint, PaintOrder, Path,
    Stroke, Tree, roxmltree,
};

use super::raster::Dots;
use super::{Body, DOTS_HIGH, DOTS_WIDE, packed};

/// Elements of a drawing, those it repeats counted each time; more is no logo.
const MOST_ELEMENTS: u64 = 20_000;
/// Groups within groups that a PDF reader must remember (ISO 32000-1, annex C, allows 28).
const DEEPEST: u8 = 20;

/// Paths as a PDF draws them, in the drawing's own units, packed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Paths {
    pub packed: Vec<u8>,
    /// Thousandths of the drawing's units.
    pub width: u32,
    pub height: u32,
}

/// Whether a file may be an SVG.
pub(super) fn looks_like(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..2000).unwrap_or(bytes));
    head.contains("<svg") || head.contains(":svg") || head.trim_start().starts_with("<?xml")
}

/// Width and height in thousandths of the drawing's units, and what goes on the page.
pub(super) fn read(bytes: &[u8]) -> Result<((u32, u32), Body), String> {
    let damaged = |e: &dyn std::fmt::Display| {
        format!("The SVG cannot be read ({e}). Save it again from your drawing program, or as PNG.")
    };
    let text = std::str::from_utf8(bytes).map_err(|e| damaged(&e))?;
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        nodes_limit: 60_000,
        ..Default::default()
    };
    let document =
        roxmltree::Document::parse_with_options(text, options).map_err(|e| damaged(&e))?;
    let has = |names: &[&str]| {
        document
            .descendants()
            .any(|node| node.is_element() && names.contains(&node.tag_name().name()))
    };
    if has(&["text", "foreignObject"]) {
        return Err("The SVG contains letters as text, which look different on every computer. Turn them into outlines (“convert to paths”) in your drawing program and save it again.".to_owned());
    }
    if has(&["image", "feImage"]) {
        return Err("The SVG contains another picture, which would be missing. Save it as PNG instead, or as drawing only.".to_owned());
    }
    if elements(&document) > MOST_ELEMENTS {
        return Err(
            "The drawing has too many parts for a letter. Simplify it, or save it as PNG."
                .to_owned(),
        );
    }
    let options = usvg::Options {
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    };
    let tree = Tree::from_xmltree(&document, &options).map_err(|e| damaged(&e))?;
    if !shows(tree.root()) {
        return Err("Nothing can be seen in the SVG.".to_owned());
    }
    let (width, height) = (tree.size().width(), tree.size().height());
    let thousandths = |side: f32| (f64::from(side) * 1000.0).round().max(1.0) as u32;
    let size = (thousandths(width), thousandths(height));
    let mut content = String::new();
    let body = match group(tree.root(), &mut content, 0) {
        Some(()) => Body::Drawing(Paths {
            packed: packed(content.as_bytes()),
            width: size.0,
            height: size.1,
        }),
        None => Body::Dots(drawn(&tree).ok_or("Nothing can be seen in the SVG.")?),
    };
    Ok((size, body))
}

/// How many elements it has when everything it repeats is written out.
fn elements(document: &roxmltree::Document) -> u64 {
    fn count(node: roxmltree::Node, deep: u8, left: &mut u64) {
        if *left == 0 || deep > 60 {
            *left = 0;
            return;
        }
        *left -= 1;
        let xlink = ("http://www.w3.org/1999/xlink", "href");
        let target = node
            .attribute("href")
            .or_else(|| node.attribute(xlink))
            .and_then(|href| href.strip_prefix('#'));
        if node.tag_name().name() == "use"
            && let Some(id) = target
            && let Some(of) = node
                .document()
                .descendants()
                .find(|other| other.attribute("id") == Some(id))
            && !node.ancestors().any(|above| above == of)
        {
            count(of, deep + 1, left);
        }
        for child in node.children().filter(roxmltree::Node::is_element) {
            count(child, deep + 1, left);
        }
    }
    let mut left = MOST_ELEMENTS + 1;
    count(document.root_element(), 0, &mut left);
    MOST_ELEMENTS + 1 - left
}

/// Whether anything in it is painted.
fn shows(group: &Group) -> bool {
    group.children().iter().any(|node| match node {
        Node::Group(inner) => shows(inner),
        Node::Path(path) => path.is_visible() && (path.fill().is_some() || path.stroke().is_some()),
        _ => false,
    })
}

/// Writes a group as paths; nothing where paths cannot say it.
fn group(of: &Group, to: &mut String, deep: u8) -> Option<()> {
    let plain = of.opacity().get() >= 1.0
        && of.mask().is_none()
        && of.filters().is_empty()
        && of.blend_mode() == BlendMode::Normal;
    if !plain || deep > DEEPEST {
        return None;
    }
    to.push_str("q\n");
    if let Some(clip) = of.clip_path() {
        let [Node::Path(path)] = only(clip.root().children()) else {
            return None;
        };
        if clip.clip_path().is_some() || clip.root().clip_path().is_some() {
            return None;
        }
        let place = of
            .abs_transform()
            .pre_concat(clip.transform())
            .pre_concat(path.abs_transform());
        outline(path, place, to);
        to.push_str(match path.fill()?.rule() {
            FillRule::NonZero => "W n\n",
            FillRule::EvenOdd => "W* n\n",
        });
    }
    for node in of.children() {
        match node {
            Node::Group(inner) => group(inner, to, deep + 1)?,
            Node::Path(path) if path.is_visible() => painted(path, to)?,
            Node::Path(_) => {}
            _ => return None,
        }
    }
    to.push_str("Q\n");
    Some(())
}

/// The path inside groups that do nothing.
fn only(mut nodes: &[Node]) -> &[Node] {
    while let [Node::Group(group)] = nodes {
        if group.clip_path().is_some() {
            break;
        }
        nodes = group.children();
    }
    nodes
}

fn painted(path: &Path, to: &mut String) -> Option<()> {
    let fill = path
        .fill()
        .map(|fill| filled(path, fill))
        .transpose_plain()?;
    let stroke = path
        .stroke()
        .map(|stroke| stroked(path, stroke))
        .transpose_plain()?;
    let (first, second) = match path.paint_order() {
        PaintOrder::FillAndStroke => (fill, stroke),
        PaintOrder::StrokeAndFill => (stroke, fill),
    };
    for part in [first, second].into_iter().flatten() {
        to.push_str(&part);
    }
    Some(())
}

/// A part that is missing is fine; a part that paths cannot say is not.
trait Plain {
    fn transpose_plain(self) -> Option<Option<String>>;
}

impl Plain for Option<Option<String>> {
    fn transpose_plain(self) -> Option<Option<String>> {
        match self {
            None => Some(None),
            Some(said) => said.map(Some),
        }
    }
}

fn colour(paint: &Paint, opacity: f32, operator: &str) -> Option<String> {
    let Paint::Color(c) = paint else {
        return None;
    };
    if opacity < 1.0 {
        return None;
    }
    let part = |value: u8| number(f32::from(value) / 255.0);
    Some(format!(
        "{} {} {} {operator}\n",
        part(c.red),
        part(c.green),
        part(c.blue)
    ))
}

fn filled(path: &Path, fill: &Fill) -> Option<String> {
    let mut said = colour(fill.paint(), fill.opacity().get(), "rg")?;
    outline(path, path.abs_transform(), &mut said);
    said.push_str(match fill.rule() {
        FillRule::NonZero => "f\n",
        FillRule::EvenOdd => "f*\n",
    });
    Some(said)
}

fn stroked(path: &Path, stroke: &Stroke) -> Option<String> {
    let mut said = String::from("q\n");
    let t = path.abs_transform();
    for value in [t.sx, t.ky, t.kx, t.sy, t.tx, t.ty] {
        said.push_str(&number(value));
        said.push(' ');
    }
    said.push_str("cm\n");
    said.push_str(&colour(stroke.paint(), stroke.opacity().get(), "RG")?);
    let cap = match stroke.linecap() {
        LineCap::Butt => 0,
        LineCap::Round => 1,
        LineCap::Square => 2,
    };
    let join = match stroke.linejoin() {
        LineJoin::Round => 1,
        LineJoin::Bevel => 2,
        _ => 0,
    };
    let _ = writeln!(
        said,
        "{} w {cap} J {join} j {} M",
        number(stroke.width().get()),
        number(stroke.miterlimit().get())
    );
    if let Some(dashes) = stroke.dasharray() {
        let dashes: Vec<String> = dashes.iter().map(|dash| number(*dash)).collect();
        let _ = writeln!(
            said,
            "[{}] {} d",
            dashes.join(" "),
            number(stroke.dashoffset())
        );
    }
    outline(path, Transform::identity(), &mut said);
    said.push_str("S\nQ\n");
    Some(said)
}

/// The path itself.
fn outline(path: &Path, place: Transform, to: &mut String) {
    let put = |mut point: Point| {
        place.map_point(&mut point);
        format!("{} {}", number(point.x), number(point.y))
    };
    let mut at = Point::zero();
    for segment in path.data().segments() {
        let _ = match segment {
            PathSegment::MoveTo(p) => {
                at = p;
                writeln!(to, "{} m", put(p))
            }
            PathSegment::LineTo(p) => {
                at = p;
                writeln!(to, "{} l", put(p))
            }
            PathSegment::QuadTo(c, p) => {
                // A quadratic curve as a cubic one.
                let third = |from: Point| {
                    Point::from_xy(
                        from.x + (c.x - from.x) * 2.0 / 3.0,
                        from.y + (c.y - from.y) * 2.0 / 3.0,
                    )
                };
                let (one, two) = (third(at), third(p));
                at = p;
                writeln!(to, "{} {} {} c", put(one), put(two), put(p))
            }
            PathSegment::CubicTo(one, two, p) => {
                at = p;
                writeln!(to, "{} {} {} c", put(one), put(two), put(p))
            }
            PathSegment::Close => writeln!(to, "h"),
        };
    }
}

/// A number as PDF writes it: never with an exponent.
fn number(value: f32) -> String {
    let said = format!("{value:.4}");
    let said = said.trim_end_matches('0').trim_end_matches('.');
    match said {
        "" | "-0" => "0".to_owned(),
        said => said.to_owned(),
    }
}

/// The drawing as dots, as fine as a printer prints.
fn drawn(tree: &Tree) -> Option<Dots> {
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = (DOTS_HIGH as f32 / height).min(DOTS_WIDE as f32 / width);
    let side = |of: f32| ((of * scale).round() as u32).max(1);
    let mut dots = Pixmap::new(side(width), side(height))?;
    resvg::render(
        tree,
        Transform::from_scale(scale, scale),
        &mut dots.as_mut(),
    );
    let rgba: Vec<u8> = dots
        .pixels()
        .iter()
        .flat_map(|dot| {
            let dot = dot.demultiply();
            [dot.red(), dot.green(), dot.blue(), dot.alpha()]
        })
        .collect();
    Dots::of(dots.width(), dots.height(), &rgba)
}
