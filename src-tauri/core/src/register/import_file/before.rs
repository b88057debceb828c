//! Rows that are known already: in the register, or earlier in the file.

use super::super::handled::{self, Folded, Quick, QuickMap, same};
use super::plan::Entry;
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::request::same::keys;
use crate::store;
use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

/// What stands in the register or earlier in the file.
pub struct Before {
    register: HashSet<u64, BuildHasherDefault<Quick>>,
    file: QuickMap<u64, u32>,
    keys: Folded,
}

impl Before {
    /// Reads what stands in the register.
    pub fn of(desk: &Desk) -> Result<Self, Refusal> {
        let mut people: QuickMap<u32, Vec<u64>> = QuickMap::default();
        store::handling::each_person(desk.store.read(), |id, name, email| {
            people.entry(id).or_default().push(hash_of(name, email));
        })?;
        let register = handled::look(desk, |handled| {
            Ok(handled
                .slots
                .iter()
                .filter(|slot| slot.stands)
                .map(|slot| with_people(slot.same, people.remove(&slot.id).unwrap_or_default()))
                .collect())
        })?;
        Ok(Self {
            register,
            file: QuickMap::default(),
            keys: Folded::default(),
        })
    }

    /// Why a row is known already. The first of the file stays.
    pub fn known(&mut self, entry: &Entry, line: u32) -> Option<String> {
        let people = entry
            .entry
            .persons
            .iter()
            .map(|person| {
                let keys = keys(person);
                hash_of(&keys.person, &keys.email)
            })
            .collect();
        let key = with_people(same(entry.day, &entry.entry, &mut self.keys), people);
        if self.register.contains(&key) {
            return Some("It stands in the register already.".into());
        }
        match self.file.entry(key) {
            std::collections::hash_map::Entry::Occupied(earlier) => {
                Some(format!("It says the same as line {}.", earlier.get()))
            }
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(line);
                None
            }
        }
    }
}

fn hash_of(name: &str, email: &str) -> u64 {
    let mut hasher = Quick::default();
    hasher.write(name.as_bytes());
    hasher.write(b"\n");
    hasher.write(email.as_bytes());
    hasher.finish()
}

fn with_people(same: u64, mut people: Vec<u64>) -> u64 {
    people.sort_unstable();
    let mut hasher = Quick::default();
    hasher.write_u64(same);
    for one in people {
        hasher.write_u64(one);
    }
    hasher.finish()
}
