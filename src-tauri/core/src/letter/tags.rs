//! What a reader hears who does not see the page: the parts of a file, in the order in which they are read.
//!
//! A file is tagged as a whole or not at all: with one text on it that belongs nowhere, it makes no claim
//! (ISO 32000-1, 14.7 and 14.8). What is not text is decoration, until it brings words of its own.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::error::LetterError;
use super::mark::{Mark, Pages};

/// What a text is to its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Read out nowhere: page numbers, the reference at the head of each further page.
    Running,
    /// Who writes.
    Letterhead,
    /// To whom.
    Address,
    /// By which number and on what day.
    Reference,
    /// The one heading of the first order.
    Subject,
    /// A heading of the second order.
    Heading,
    /// Ordinary text.
    Paragraph,
    /// The sign before a list item, of the item's number.
    Bullet,
    /// The text of a list item.
    Item,
    /// The closing and who signs.
    Signature,
    /// A remark beneath the text.
    Note,
    /// The particulars of the house at the foot of its first page.
    Foot,
    /// A picture that says something.
    Figure,
    /// A cell that names its column.
    HeadCell,
    /// Any other cell.
    Cell,
}

/// One part; texts of the same role and number are one, on whatever pages they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Part {
    pub role: Role,
    pub number: u32,
}

/// How many columns a table may have.
const COLUMNS: u32 = 64;

/// The number of a cell; rows are counted through the whole file.
pub(super) fn cell(row: u32, column: u32) -> u32 {
    row * COLUMNS + column % COLUMNS
}

impl Role {
    /// The standard type (ISO 32000-1, 14.8.4).
    pub(super) fn name(self) -> &'static str {
        match self {
            Role::Running => "Artifact",
            Role::Subject => "H1",
            Role::Heading => "H2",
            Role::Bullet => "Lbl",
            Role::Item => "LBody",
            Role::Figure => "Figure",
            Role::HeadCell => "TH",
            Role::Cell => "TD",
            Role::Letterhead
            | Role::Address
            | Role::Reference
            | Role::Paragraph
            | Role::Signature
            | Role::Note
            | Role::Foot => "P",
        }
    }

    /// What its neighbours of the same kind are gathered in.
    fn gathered(self) -> Option<&'static str> {
        match self {
            Role::Letterhead | Role::Address | Role::Reference | Role::Signature => Some("Div"),
            Role::Bullet | Role::Item => Some("L"),
            Role::HeadCell | Role::Cell => Some("Table"),
            _ => None,
        }
    }

    /// The neighbours that share a gathering.
    fn kin(self) -> Role {
        match self {
            Role::Bullet => Role::Item,
            Role::HeadCell => Role::Cell,
            other => other,
        }
    }
}

/// How a mark is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The file is not tagged.
    Bare,
    /// Nothing to read.
    Decoration,
    /// The same at the head or foot of every page.
    Running,
    /// Part of the text; its number on the page.
    Content(&'static str, u32),
}

#[derive(Debug)]
enum Kid {
    Element(usize),
    Content { page: usize, number: u32 },
}

#[derive(Debug)]
struct Element {
    name: &'static str,
    /// None for the outermost.
    parent: Option<usize>,
    kids: Vec<Kid>,
    /// Of a cell.
    column: Option<u32>,
    figure: Option<Figure>,
}

/// A picture: what it says, and where it stands on its page.
#[derive(Debug)]
struct Figure {
    says: String,
    place: [f32; 4],
}

impl Element {
    fn new(name: &'static str, parent: Option<usize>) -> Self {
        Self {
            name,
            parent,
            kids: Vec::new(),
            column: None,
            figure: None,
        }
    }
}

/// A tagged file: where each mark belongs.
#[derive(Debug)]
pub(super) struct Plan {
    /// For each page, for each of its marks.
    places: Vec<Vec<Place>>,
    /// For each page, the element of each of its contents.
    owners: Vec<Vec<usize>>,
    elements: Vec<Element>,
}

/// The elements in the making; a batch has one such after the other.
struct Growing {
    elements: Vec<Element>,
    container: usize,
    known: HashMap<Part, usize>,
    /// The gathering that is still open.
    open: Option<(Role, usize)>,
    /// The row or list item that is still open, by its number.
    row: Option<(u32, usize)>,
}

impl Growing {
    fn add(&mut self, name: &'static str, parent: usize) -> usize {
        let at = self.elements.len();
        self.elements.push(Element::new(name, Some(parent)));
        if let Some(above) = self.elements.get_mut(parent) {
            above.kids.push(Kid::Element(at));
        }
        at
    }

    fn of(&mut self, part: Part) -> usize {
        if let Some(known) = self.known.get(&part) {
            return *known;
        }
        let parent = match part.role.gathered() {
            None => {
                self.open = None;
                self.container
            }
            Some(name) => {
                let kin = part.role.kin();
                let gathering = match self.open {
                    Some((open, at)) if open == kin => at,
                    _ => {
                        let at = self.add(name, self.container);
                        self.row = None;
                        at
                    }
                };
                self.open = Some((kin, gathering));
                self.row(part, gathering)
            }
        };
        let at = self.add(part.role.name(), parent);
        if part.role.kin() == Role::Cell
            && let Some(cell) = self.elements.get_mut(at)
        {
            cell.column = Some(part.number % COLUMNS);
        }
        self.known.insert(part, at);
        at
    }

    /// The list item or the row of a table; for others the gathering itself.
    fn row(&mut self, part: Part, gathering: usize) -> usize {
        let (name, number) = match part.role.kin() {
            Role::Item => ("LI", part.number),
            Role::Cell => ("TR", part.number / COLUMNS),
            _ => return gathering,
        };
        match self.row {
            Some((open, at)) if open == number => at,
            _ => {
                let at = self.add(name, gathering);
                self.row = Some((number, at));
                at
            }
        }
    }
}

/// Where every mark belongs, or nothing where a text says of no part that it is of it.
///
/// `starts`: the pages on which a new document begins, where the file holds several.
pub(super) fn plan(pages: &Pages, starts: &[usize]) -> Option<Plan> {
    let mut growing = Growing {
        elements: vec![Element::new("Document", None)],
        container: 0,
        known: HashMap::new(),
        open: None,
        row: None,
    };
    let mut places = Vec::with_capacity(pages.pages.len());
    let mut owners = Vec::with_capacity(pages.pages.len());
    for (at, page) in pages.pages.iter().enumerate() {
        if starts.len() > 1 && starts.contains(&at) {
            growing.container = growing.add("Part", 0);
            growing.known.clear();
            growing.open = None;
        }
        let mut here = Vec::with_capacity(page.marks.len());
        let mut owned: Vec<usize> = Vec::new();
        let mut last = None;
        for mark in &page.marks {
            let (part, figure) = match mark {
                Mark::Text { part, .. } => ((*part)?, None),
                Mark::Picture {
                    x,
                    y,
                    width,
                    height,
                    says,
                    ..
                } if !says.is_empty() => {
                    let number = u32::try_from(growing.elements.len()).ok()?;
                    let low = pages.height - y - height;
                    let figure = Figure {
                        says: says.clone(),
                        place: [*x, low, x + width, low + height],
                    };
                    let role = Role::Figure;
                    (Part { role, number }, Some(figure))
                }
                _ => {
                    here.push(Place::Decoration);
                    last = None;
                    continue;
                }
            };
            if part.role == Role::Running {
                here.push(Place::Running);
                last = None;
                continue;
            }
            if last != Some(part) {
                let element = growing.of(part);
                if figure.is_some() {
                    growing.elements.get_mut(element)?.figure = figure;
                }
                let number = u32::try_from(owned.len()).ok()?;
                let content = Kid::Content { page: at, number };
                growing.elements.get_mut(element)?.kids.push(content);
                owned.push(element);
                last = Some(part);
            }
            let number = u32::try_from(owned.len()).ok()?.checked_sub(1)?;
            here.push(Place::Content(part.role.name(), number));
        }
        places.push(here);
        owners.push(owned);
    }
    let mut elements = growing.elements;
    level(&mut elements);
    (elements.len() > 1).then_some(Plan {
        places,
        owners,
        elements,
    })
}

/// Every row of a table gets as many cells as the longest: a reader finds its way by them, empty or not.
fn level(elements: &mut Vec<Element>) {
    let children = |elements: &[Element], of: usize| -> Vec<usize> {
        let kids = elements.get(of).map_or(&[][..], |one| &one.kids);
        let element = |kid: &Kid| match kid {
            Kid::Element(at) => Some(*at),
            Kid::Content { .. } => None,
        };
        kids.iter().filter_map(element).collect()
    };
    let tables: Vec<usize> = (0..elements.len())
        .filter(|at| elements.get(*at).is_some_and(|one| one.name == "Table"))
        .collect();
    for table in tables {
        let rows = children(elements, table);
        let column = |elements: &[Element], at: usize| elements.get(at).and_then(|one| one.column);
        let widest = rows
            .iter()
            .flat_map(|row| children(elements, *row))
            .filter_map(|at| column(elements, at))
            .max()
            .unwrap_or(0);
        for row in rows {
            let cells = children(elements, row);
            let mut kids = Vec::new();
            for wanted in 0..=widest {
                let there = cells
                    .iter()
                    .find(|at| column(elements, **at) == Some(wanted));
                kids.push(Kid::Element(match there {
                    Some(at) => *at,
                    None => {
                        let empty = Element::new("TD", Some(row));
                        elements.push(empty);
                        elements.len() - 1
                    }
                }));
            }
            if let Some(row) = elements.get_mut(row) {
                row.kids = kids;
            }
        }
    }
}

impl Plan {
    /// Where the marks of a page belong.
    pub(super) fn places(&self, page: usize) -> &[Place] {
        self.places.get(page).map_or(&[], Vec::as_slice)
    }
}

fn broken(problem: impl std::fmt::Display) -> LetterError {
    LetterError::Pdf {
        problem: problem.to_string(),
    }
}

/// Writes the tree into the file (ISO 32000-1, 14.7.2 to 14.7.4).
pub(super) fn write(plan: &Plan, file: &mut Document) -> Result<(), LetterError> {
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = plan.elements.iter().map(|_| file.new_object_id()).collect();
    let id_of = |at: usize| ids.get(at).copied().unwrap_or(root);
    for (at, element) in plan.elements.iter().enumerate() {
        let parent = element.parent.map_or(root, id_of);
        let mut dict = dictionary! { "S" => element.name, "P" => parent };
        attributes(&mut dict, element.name);
        if let Some(Figure { says, place }) = &element.figure {
            dict.set("Alt", lopdf::text_string(says));
            let place: Vec<Object> = place.iter().map(|at| Object::Real(*at)).collect();
            let layout = dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => place };
            dict.set("A", layout);
        }
        let page_of = |page: &usize| pages.get(*page).copied();
        let own_page = element.kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } => page_of(page),
            Kid::Element(_) => None,
        });
        if let Some(page) = own_page {
            dict.set("Pg", page);
        }
        let mut kids: Vec<Object> = Vec::with_capacity(element.kids.len());
        for kid in &element.kids {
            kids.push(match kid {
                Kid::Element(at) => id_of(*at).into(),
                Kid::Content { page, number } => {
                    let number = i64::from(*number);
                    match page_of(page) {
                        Some(id) if Some(id) != own_page => {
                            let mut content = dictionary! { "Type" => "MCR", "MCID" => number };
                            content.set("Pg", id);
                            Object::Dictionary(content)
                        }
                        _ => Object::Integer(number),
                    }
                }
            });
        }
        match <[Object; 1]>::try_from(kids) {
            Ok([one]) => dict.set("K", one),
            Err(none) if none.is_empty() => {}
            Err(many) => dict.set("K", Object::Array(many)),
        }
        file.objects.insert(id_of(at), Object::Dictionary(dict));
    }
    let mut numbers: Vec<Object> = Vec::with_capacity(plan.owners.len() * 2);
    for (at, owners) in plan.owners.iter().enumerate() {
        let key = i64::try_from(at).unwrap_or(i64::MAX);
        let owners = owners.iter().map(|owner| Object::from(id_of(*owner)));
        numbers.push(key.into());
        numbers.push(Object::Array(owners.collect()));
        if let Some(page) = pages.get(at) {
            let page = file.get_dictionary_mut(*page).map_err(broken)?;
            page.set("StructParents", key);
            page.set("Tabs", "S");
        }
    }
    crown(file, root, id_of(0), numbers)
}

/// The root above the outermost element, and the claim that the file is tagged.
pub(super) fn crown(
    file: &mut Document,
    root: ObjectId,
    top: ObjectId,
    numbers: Vec<Object>,
) -> Result<(), LetterError> {
    let next = i64::try_from(numbers.len() / 2).unwrap_or(i64::MAX);
    let numbers = file.add_object(dictionary! { "Nums" => numbers });
    let dict = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => top,
        "ParentTree" => numbers,
        "ParentTreeNextKey" => next,
    };
    file.objects.insert(root, Object::Dictionary(dict));
    let catalog = file.catalog_mut().map_err(broken)?;
    catalog.set("StructTreeRoot", root);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    Ok(())
}

/// What readers want to know beside the type (ISO 32000-1, 14.8.5).
fn attributes(dict: &mut Dictionary, name: &str) {
    match name {
        "L" => dict.set(
            "A",
            dictionary! { "O" => "List", "ListNumbering" => "Disc" },
        ),
        "TH" => dict.set("A", dictionary! { "O" => "Table", "Scope" => "Column" }),
        _ => {}
    }
}
