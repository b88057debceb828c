//! What a page writes, and where: the operators of its content, followed one by one.

use super::super::Unreadable;
use super::font::{Font, get};
use super::lex::{Word, Words};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::HashMap;
use std::rc::Rc;

/// Forms within forms, states kept, operands waited for: more is no document.
const FORMS: usize = 8;
const STATES: usize = 256;
const OPERANDS: usize = 4096;
/// Bits of text on one page.
const BITS: usize = 400_000;

/// A stretch written at once.
#[derive(Debug, Clone)]
pub(super) struct Bit {
    pub(super) x: f32,
    pub(super) end: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) text: String,
    /// The direction of writing, a unit vector.
    pub(super) along: (f32, f32),
}

type Matrix = [f32; 6];
const PLAIN: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

fn times(one: &Matrix, two: &Matrix) -> Matrix {
    let [a, b, c, d, e, f] = one;
    let [g, h, i, j, k, l] = two;
    [
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + l,
    ]
}

#[derive(Clone)]
struct State {
    page: Matrix,
    font: Rc<Font>,
    size: f32,
    between: f32,
    words: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
}

/// Reads one page after the other.
pub(super) struct Reader<'a> {
    document: &'a Document,
    stream: usize,
    left: usize,
    fonts: HashMap<ObjectId, Rc<Font>>,
    plain: Rc<Font>,
    bits: Vec<Bit>,
    /// Codes that were written, and those that stand for no letter.
    pub(super) written: usize,
    pub(super) lost: usize,
    pub(super) pictures: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(document: &'a Document, stream: usize, all: usize) -> Self {
        Self {
            document,
            stream,
            left: all,
            fonts: HashMap::new(),
            plain: Rc::new(Font::default()),
            bits: Vec::new(),
            written: 0,
            lost: 0,
            pictures: 0,
        }
    }

    /// What stands on a page, in the order it is written.
    pub(super) fn page(&mut self, page: ObjectId) -> Result<Vec<Bit>, Unreadable> {
        let mut content = Vec::new();
        for id in self.document.get_page_contents(page) {
            if let Ok(stream) = self.document.get_object(id).and_then(Object::as_stream) {
                content.extend(self.unpack(stream)?);
                content.push(b'\n');
                if content.len() > self.stream {
                    return Err(Unreadable::Bomb);
                }
            }
        }
        let mut resources: Vec<&Dictionary> = Vec::new();
        if let Ok((own, ids)) = self.document.get_page_resources(page) {
            resources.extend(own);
            resources.extend(
                ids.iter()
                    .filter_map(|id| self.document.get_dictionary(*id).ok()),
            );
        }
        let state = State {
            page: PLAIN,
            font: self.plain.clone(),
            size: 1.0,
            between: 0.0,
            words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        self.run(&content, &resources, state, 0)?;
        Ok(std::mem::take(&mut self.bits))
    }

    fn unpack(&mut self, stream: &lopdf::Stream) -> Result<Vec<u8>, Unreadable> {
        let content = match stream.decompressed_content_with_limit(self.stream) {
            Ok(content) => content,
            Err(lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded {
                ..
            })) => {
                return Err(Unreadable::Bomb);
            }
            Err(_) => Vec::new(),
        };
        self.left = self
            .left
            .checked_sub(content.len())
            .ok_or(Unreadable::Bomb)?;
        Ok(content)
    }

    fn font(&mut self, name: &[u8], resources: &[&'a Dictionary]) -> Rc<Font> {
        for resource in resources {
            let Some(Object::Dictionary(fonts)) = get(resource, b"Font", self.document) else {
                continue;
            };
            let Ok(object) = fonts.get(name) else {
                continue;
            };
            let id = object.as_reference().ok();
            if let Some(known) = id.and_then(|id| self.fonts.get(&id)) {
                return known.clone();
            }
            let Some(Object::Dictionary(font)) = get(fonts, name, self.document) else {
                continue;
            };
            let font = Rc::new(Font::read(font, self.document, self.stream));
            if let Some(id) = id {
                self.fonts.insert(id, font.clone());
            }
            return font;
        }
        self.plain.clone()
    }

    fn run(
        &mut self,
        content: &[u8],
        resources: &[&'a Dictionary],
        mut state: State,
        depth: usize,
    ) -> Result<(), Unreadable> {
        let mut kept: Vec<State> = Vec::new();
        let mut operands: Vec<Word> = Vec::new();
        let (mut line, mut text) = (PLAIN, PLAIN);
        let mut words = Words::new(content);
        while let Some(word) = words.next() {
            let Word::Operator(operator) = word else {
                if operands.len() < OPERANDS {
                    operands.push(word);
                }
                continue;
            };
            let number = |at: usize| match operands.get(at) {
                Some(Word::Number(number)) => *number,
                _ => 0.0,
            };
            let matrix = || {
                [
                    number(0),
                    number(1),
                    number(2),
                    number(3),
                    number(4),
                    number(5),
                ]
            };
            match operator {
                b"q" if kept.len() < STATES => kept.push(state.clone()),
                b"Q" => {
                    if let Some(before) = kept.pop() {
                        state = before;
                    }
                }
                b"cm" => state.page = times(&matrix(), &state.page),
                b"BT" => (line, text) = (PLAIN, PLAIN),
                b"Tf" => {
                    if let Some(Word::Name(name)) = operands.first() {
                        state.font = self.font(name, resources);
                    }
                    state.size = number(1);
                }
                b"Tc" => state.between = number(0),
                b"Tw" => state.words = number(0),
                b"Tz" => state.stretch = number(0) / 100.0,
                b"TL" => state.leading = number(0),
                b"Ts" => state.rise = number(0),
                b"Tm" => {
                    line = matrix();
                    text = line;
                }
                b"Td" | b"TD" => {
                    if operator == b"TD" {
                        state.leading = -number(1);
                    }
                    line = times(&[1.0, 0.0, 0.0, 1.0, number(0), number(1)], &line);
                    text = line;
                }
                b"T*" | b"'" | b"\"" => {
                    if operator == b"\"" {
                        (state.words, state.between) = (number(0), number(1));
                    }
                    line = times(&[1.0, 0.0, 0.0, 1.0, 0.0, -state.leading], &line);
                    text = line;
                    self.show(operands.iter().rev().take(1), &state, &mut text);
                }
                b"Tj" | b"TJ" => self.show(operands.iter(), &state, &mut text),
                b"Do" => {
                    if let Some(Word::Name(name)) = operands.first() {
                        self.form(name, resources, &state, depth)?;
                    }
                }
                b"ID" => {
                    self.pictures += 1;
                    words.skip_picture();
                }
                _ => {}
            }
            operands.clear();
        }
        Ok(())
    }

    /// A form drawn into the page, or a picture.
    fn form(
        &mut self,
        name: &[u8],
        resources: &[&'a Dictionary],
        state: &State,
        depth: usize,
    ) -> Result<(), Unreadable> {
        let document = self.document;
        let object =
            resources
                .iter()
                .find_map(|resource| match get(resource, b"XObject", document) {
                    Some(Object::Dictionary(objects)) => get(objects, name, document),
                    _ => None,
                });
        let Some(Object::Stream(stream)) = object else {
            return Ok(());
        };
        if matches!(
            stream.dict.get(b"Subtype").and_then(Object::as_name),
            Ok(b"Image")
        ) {
            self.pictures += 1;
            return Ok(());
        }
        if depth >= FORMS || self.bits.len() > BITS {
            return Ok(());
        }
        let content = self.unpack(stream)?;
        let mut state = state.clone();
        if let Some(Object::Array(matrix)) = get(&stream.dict, b"Matrix", document) {
            let mut own = PLAIN;
            for (slot, number) in own.iter_mut().zip(matrix) {
                *slot = number.as_float().unwrap_or(0.0);
            }
            state.page = times(&own, &state.page);
        }
        match get(&stream.dict, b"Resources", document) {
            Some(Object::Dictionary(own)) => self.run(&content, &[own], state, depth + 1),
            _ => self.run(&content, resources, state, depth + 1),
        }
    }

    /// Writes strings; numbers among them move the pen.
    fn show<'w>(
        &mut self,
        words: impl Iterator<Item = &'w Word<'w>>,
        state: &State,
        text: &mut Matrix,
    ) {
        /// A move of this share of the size is a space between words.
        const SPACE: f32 = 0.17;
        if self.bits.len() > BITS {
            return;
        }
        let place = |text: &Matrix| {
            times(
                &[1.0, 0.0, 0.0, 1.0, 0.0, state.rise],
                &times(text, &state.page),
            )
        };
        let start = place(text);
        let mut written = String::new();
        for word in words {
            match word {
                Word::Number(back) => {
                    let by = -back / 1000.0;
                    if by > SPACE && !written.is_empty() && !written.ends_with(' ') {
                        written.push(' ');
                    }
                    *text = times(
                        &[1.0, 0.0, 0.0, 1.0, by * state.size * state.stretch, 0.0],
                        text,
                    );
                }
                Word::Text(codes) => {
                    let mut by = 0.0;
                    for (letters, width, is_space) in state.font.codes(codes) {
                        self.written += 1;
                        match letters {
                            Some(letters) => written.push_str(letters),
                            None => {
                                self.lost += 1;
                                written.push('\u{fffd}');
                            }
                        }
                        by += width * state.size
                            + state.between
                            + if is_space { state.words } else { 0.0 };
                    }
                    *text = times(&[1.0, 0.0, 0.0, 1.0, by * state.stretch, 0.0], text);
                }
                _ => {}
            }
        }
        let end = place(text);
        let [a, b, c, d, x, y] = start;
        let length = a.hypot(b);
        let size = (c.hypot(d) * state.size).abs();
        let all = [a, b, c, d, x, y, end[4], end[5], size];
        if written.is_empty() || length < 1e-6 || all.iter().any(|number| !number.is_finite()) {
            return;
        }
        let along = (a / length, b / length);
        let turned = |x: f32, y: f32| (x * along.0 + y * along.1, y * along.0 - x * along.1);
        let ((x, y), (to, _)) = (turned(x, y), turned(end[4], end[5]));
        self.bits.push(Bit {
            x,
            end: to.max(x),
            y,
            size,
            bold: state.font.bold,
            text: written,
            along,
        });
    }
}
