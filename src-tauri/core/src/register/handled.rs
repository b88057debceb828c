//! The register of what was done with data, in memory while the desk is open: what lists, searches and promises look at, of every entry.
//!
//! Read when it is first asked for and kept in step entry by entry, as the board is; hundreds of thousands of entries make no screen slow.

use crate::api::wire::{
    ConsentOnFile, HandlingIn, HandlingPurpose, HealthBasis, LegalProcess, Refusal,
};
use crate::desk::Desk;
use crate::promise::collide::has_basis;
use crate::request::same::{fold, plain};
use crate::store;
use crate::words::{Act, Audience, DataTopic, PersonTold, ProcessKind};
use chrono::{Datelike, NaiveDate};
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// Everything a promise or a register judges an entry by; entries that are equal in it are judged once.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Shape {
    pub act: Act,
    pub purpose: HandlingPurpose,
    pub data: Vec<DataTopic>,
    pub children: bool,
    pub audiences: Vec<Audience>,
    pub consent: ConsentOnFile,
    /// Those concerned were told beforehand.
    told: bool,
    /// A law or an order with its number demands it.
    basis: bool,
    process: bool,
    child: Option<u32>,
    explicit_consent: Option<u32>,
    authorization: Option<u32>,
    electronic: bool,
    exception: String,
    why: bool,
}

impl Shape {
    /// What an entry is judged by.
    pub fn of(entry: &HandlingIn) -> Self {
        Self {
            act: entry.act,
            purpose: entry.purpose,
            data: entry.data.clone(),
            children: entry.children,
            audiences: entry.audiences.clone(),
            consent: entry.consent,
            told: !entry.told_on.is_empty() && entry.told_on <= entry.on,
            basis: has_basis(entry),
            process: entry.process.is_some(),
            child: entry.child,
            explicit_consent: entry.explicit_consent,
            authorization: entry.health.authorization,
            electronic: entry.health.electronic,
            exception: entry.health.exception.clone(),
            why: !entry.health.why.trim().is_empty(),
        }
    }

    /// An entry of this shape that is judged as all of them are; what only its words say is left out.
    pub fn entry(&self) -> HandlingIn {
        let said = |is: bool| if is { "1".to_owned() } else { String::new() };
        HandlingIn {
            act: self.act,
            on: "1".into(),
            recipient: String::new(),
            purpose: self.purpose,
            data: self.data.clone(),
            people: 0,
            group: String::new(),
            children: self.children,
            audiences: self.audiences.clone(),
            consent: self.consent,
            consent_note: said(self.consent != ConsentOnFile::None),
            told_on: if self.told { "0".into() } else { String::new() },
            legal_basis: said(self.basis),
            note: String::new(),
            request: None,
            recipient_id: None,
            categories: Vec::new(),
            persons: Vec::new(),
            child: self.child,
            explicit_consent: self.explicit_consent,
            health: HealthBasis {
                electronic: self.electronic,
                authorization: self.authorization,
                exception: self.exception.clone(),
                why: said(self.why),
            },
            process: self.process.then(|| LegalProcess {
                kind: ProcessKind::Other,
                from: String::new(),
                number: String::new(),
                received_on: String::new(),
                asked: String::new(),
                given: String::new(),
                approved_by: String::new(),
                told: PersonTold::No,
                told_on: String::new(),
            }),
            already_made: false,
            corrects: None,
        }
    }
}

/// One entry as far as it is kept in memory.
#[derive(Debug, Clone, Copy)]
pub struct Slot {
    pub id: u32,
    pub day: NaiveDate,
    /// Neither struck out nor corrected.
    pub stands: bool,
    /// Place in [`Handled::shapes`].
    pub shape: u32,
    /// Places in [`Handled::word`].
    pub recipient: u32,
    pub group: u32,
    text: u32,
    pub recipient_id: u32,
    pub people: u32,
    /// How many; which ones stand in the entry.
    pub categories: u32,
    pub request: u32,
    pub child: u32,
    pub authorization: u32,
    pub consent: u32,
    /// Equal for entries that say the same, those they name left aside.
    pub same: u64,
}

/// FNV-1a: short keys by the hundred thousand, none of them from an enemy.
pub struct Quick(u64);

impl Default for Quick {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Quick {
    fn add(&mut self, number: u64) {
        self.0 = (self.0 ^ number).wrapping_mul(0x0000_0100_0000_01b3);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let mut hash = self.0;
        for byte in bytes {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        self.0 = hash;
    }

    // What a derived hash is mostly made of: one step each. Where a hash itself tells texts apart, bytes are written.
    fn write_u8(&mut self, number: u8) {
        self.add(u64::from(number));
    }

    fn write_u32(&mut self, number: u32) {
        self.add(u64::from(number));
    }

    fn write_i32(&mut self, number: i32) {
        self.add(u64::from(number.cast_unsigned()));
    }

    fn write_usize(&mut self, number: usize) {
        self.add(number as u64);
    }

    fn write_isize(&mut self, number: isize) {
        self.add(number.cast_unsigned() as u64);
    }

    fn write_u64(&mut self, number: u64) {
        self.write(&number.to_le_bytes());
    }

    fn finish(&self) -> u64 {
        // The table looks at the highest bits too.
        self.0 ^ (self.0 >> 29)
    }
}

/// A table with that.
pub type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// Numbers of folded texts, each folded once.
#[derive(Default)]
pub struct Folded(QuickMap<String, u64>);

impl Folded {
    /// Equal for texts that fold to the same.
    fn of(&mut self, text: &str) -> u64 {
        if text.is_empty() {
            return 0;
        }
        if let Some(known) = self.0.get(text) {
            return *known;
        }
        let mut hasher = Quick::default();
        hasher.write(fold(text).as_bytes());
        let number = hasher.finish();
        self.0.insert(text.to_owned(), number);
        number
    }
}

/// Strings kept once.
#[derive(Default)]
struct Words {
    all: Vec<String>,
    places: QuickMap<String, u32>,
}

impl Words {
    fn place(&mut self, text: &str) -> u32 {
        if let Some(at) = self.places.get(text) {
            return *at;
        }
        let at = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(text.to_owned());
        self.places.insert(text.to_owned(), at);
        at
    }

    fn get(&self, at: u32) -> &str {
        self.all.get(at as usize).map_or("", String::as_str)
    }
}

/// The whole register, newest day first.
#[derive(Default)]
pub struct Handled {
    loaded: bool,
    pub slots: Vec<Slot>,
    pub shapes: Vec<Shape>,
    shape_places: QuickMap<Shape, u32>,
    keys: Folded,
    words: Words,
    /// What is searched, as it was written, and folded beside it.
    texts: Words,
    folded: Vec<String>,
}

impl Handled {
    /// A recipient or a group.
    pub fn word(&self, at: u32) -> &str {
        self.words.get(at)
    }

    /// What an entry is judged by.
    pub fn shape(&self, slot: &Slot) -> Option<&Shape> {
        self.shapes.get(slot.shape as usize)
    }

    /// An entry as far as promises and letters look at it.
    pub fn entry(&self, slot: &Slot) -> Option<HandlingIn> {
        Some(HandlingIn {
            recipient: self.word(slot.recipient).to_owned(),
            people: slot.people,
            group: self.word(slot.group).to_owned(),
            recipient_id: (slot.recipient_id > 0).then_some(slot.recipient_id),
            request: (slot.request > 0).then_some(slot.request),
            ..self.shape(slot)?.entry()
        })
    }

    fn load(&mut self, desk: &Desk) -> Result<(), Refusal> {
        let conn = desk.store.read();
        let corrected: HashSet<u32> = store::handling::corrected(conn)?.into_iter().collect();
        let mut fresh = Self {
            loaded: true,
            ..Self::default()
        };
        store::handling::each(conn, |one| {
            let entry = one.entry()?;
            let stands = !one.struck && !corrected.contains(&one.id);
            let slot = fresh.slot(one.id, one.day, stands, one.request, &entry);
            fresh.slots.push(slot);
            Ok(())
        })?;
        fresh.sort();
        *self = fresh;
        Ok(())
    }

    fn sort(&mut self) {
        self.slots
            .sort_unstable_by_key(|one| std::cmp::Reverse((one.day, one.id)));
    }

    fn slot(
        &mut self,
        id: u32,
        day: NaiveDate,
        stands: bool,
        request: Option<u32>,
        entry: &HandlingIn,
    ) -> Slot {
        let shape = Shape::of(entry);
        let shape = match self.shape_places.get(&shape) {
            Some(at) => *at,
            None => {
                let at = u32::try_from(self.shapes.len()).unwrap_or(u32::MAX);
                self.shapes.push(shape.clone());
                self.shape_places.insert(shape, at);
                at
            }
        };
        let mut text = String::with_capacity(64);
        for part in [
            &entry.recipient,
            &entry.group,
            &entry.legal_basis,
            &entry.note,
            &entry.consent_note,
        ] {
            if !part.is_empty() {
                text.push_str(part);
                text.push('\n');
            }
        }
        if let Some(process) = &entry.process {
            for part in [&process.from, &process.number] {
                text.push_str(part);
                text.push('\n');
            }
        }
        let text = self.texts.place(&text);
        if self.folded.len() <= text as usize {
            self.folded.push(plain(self.texts.get(text)));
        }
        Slot {
            id,
            day,
            stands,
            shape,
            recipient: self.words.place(entry.recipient.trim()),
            group: self.words.place(entry.group.trim()),
            text,
            recipient_id: entry.recipient_id.unwrap_or_default(),
            people: entry.people,
            categories: u32::try_from(entry.categories.len()).unwrap_or(u32::MAX),
            request: request.unwrap_or_default(),
            child: entry.child.unwrap_or_default(),
            authorization: entry.health.authorization.unwrap_or_default(),
            consent: entry.explicit_consent.unwrap_or_default(),
            same: same(day, entry, &mut self.keys),
        }
    }

    fn at(&mut self, id: u32) -> Option<&mut Slot> {
        self.slots.iter_mut().find(|slot| slot.id == id)
    }

    /// The entries in whose words one of these stands; as marks by place of the text.
    pub fn texts_with(&self, word: &str) -> Vec<bool> {
        self.folded.iter().map(|text| text.contains(word)).collect()
    }

    /// Whether the text of an entry is marked.
    pub fn marked(&self, slot: &Slot, marks: &[bool]) -> bool {
        marks.get(slot.text as usize).copied().unwrap_or_default()
    }
}

/// Equal for entries that say the same thing of the same day, however the recipient is spelled.
pub fn same(day: NaiveDate, entry: &HandlingIn, keys: &mut Folded) -> u64 {
    let mut hasher = Quick::default();
    let kinds = entry
        .data
        .iter()
        .fold(0_u32, |bits, topic| bits | 1 << (*topic as u32));
    for number in [
        day.num_days_from_ce().cast_unsigned(),
        entry.act as u32,
        entry.purpose as u32,
        kinds,
        entry.people,
    ] {
        hasher.write(&number.to_le_bytes());
    }
    for category in &entry.categories {
        hasher.write(category.as_bytes());
        hasher.write(b";");
    }
    for text in [
        &entry.recipient,
        &entry.group,
        &entry.legal_basis,
        &entry.note,
    ] {
        hasher.write_u64(keys.of(text));
    }
    hasher.finish()
}

/// Looks at the register, which is read first where it was not.
pub fn look<T>(
    desk: &Desk,
    see: impl FnOnce(&Handled) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    if !desk.handled.borrow().loaded {
        let mut fresh = Handled::default();
        fresh.load(desk)?;
        desk.handled.replace(fresh);
    }
    see(&desk.handled.borrow())
}

/// Keeps the register in step with entries that were just written.
pub fn entered<'e>(desk: &Desk, new: impl IntoIterator<Item = (u32, NaiveDate, &'e HandlingIn)>) {
    let mut handled = desk.handled.borrow_mut();
    if !handled.loaded {
        return;
    }
    let before = handled.slots.len();
    for (id, day, entry) in new {
        let slot = handled.slot(id, day, true, entry.request, entry);
        handled.slots.push(slot);
    }
    // One entry has its place found; a whole file is sorted in.
    if handled.slots.len() == before + 1 {
        if let Some(slot) = handled.slots.pop() {
            let place = handled
                .slots
                .partition_point(|other| (other.day, other.id) > (slot.day, slot.id));
            handled.slots.insert(place, slot);
        }
    } else {
        handled.sort();
    }
}

/// Keeps it in step with an entry that was struck out or corrected.
pub fn gone(desk: &Desk, id: u32) {
    if let Some(slot) = desk.handled.borrow_mut().at(id) {
        slot.stands = false;
    }
}
