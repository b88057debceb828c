//! What can be disclosed: the statute's list and our own.
//!
//! A category's place is its bit in the desk: those of the statute from bit 0, our own from bit [`OWN`].

use super::rules::{self, Source};
use crate::api::wire::{Category, CategoryIn, CategoryList, Nothing, Refusal, RegisterNote};
use crate::desk::App;
use crate::store::{self, Connection, Event};
use crate::time::Now;
use crate::words::DataTopic;
use serde::Deserialize;
use serde_json::json;
use std::sync::OnceLock;

/// The bit of our first own category; those before it are left for the statute.
const OWN: u32 = 32;
/// The last bit that a signed integer of the desk can hold.
const LAST: u32 = 62;

/// The statute's list as the data has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    source: Source,
    note: String,
    categories: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    name: String,
    topics: Vec<DataTopic>,
    #[serde(default)]
    care: bool,
}

fn listed() -> Result<&'static Listed, Refusal> {
    static LISTED: OnceLock<Result<Listed, Refusal>> = OnceLock::new();
    LISTED
        .get_or_init(|| {
            rules::read(
                "registers/categories.toml",
                include_str!("../../data/registers/categories.toml"),
            )
        })
        .as_ref()
        .map_err(Refusal::clone)
}

/// Every category in order, with its bit.
pub fn all(conn: &Connection) -> Result<Vec<(u32, Category)>, Refusal> {
    let listed = listed()?;
    let mut all: Vec<(u32, Category)> = (0..)
        .zip(&listed.categories)
        .map(|(bit, one)| {
            let category = Category {
                id: one.id.clone(),
                name: one.name.clone(),
                statute: true,
                care: one.care,
                topics: one.topics.clone(),
            };
            (bit, category)
        })
        .collect();
    all.extend(
        store::handling::own_categories(conn)?
            .into_iter()
            .map(|(bit, name)| {
                let category = Category {
                    id: own_id(bit),
                    name,
                    statute: false,
                    care: false,
                    topics: Vec::new(),
                };
                (bit, category)
            }),
    );
    Ok(all)
}

fn own_id(bit: u32) -> String {
    format!("own:{}", bit - OWN + 1)
}

/// The bits of these categories; one that nobody knows is refused.
pub fn mask(conn: &Connection, ids: &[String]) -> Result<i64, Refusal> {
    let all = all(conn)?;
    let mut mask = 0;
    for id in ids {
        let (bit, _) = all.iter().find(|(_, one)| one.id == *id).ok_or_else(|| {
            Refusal::field(
                "categories",
                format!(
                    "“{id}” is no category of this desk; choose one of the list or add your own."
                ),
            )
        })?;
        mask |= 1_i64 << bit;
    }
    Ok(mask)
}

/// The categories behind the bits, in the statute's order, our own last.
pub fn of_mask(conn: &Connection, mask: i64) -> Result<Vec<Category>, Refusal> {
    Ok(all(conn)?
        .into_iter()
        .filter(|(bit, _)| mask & (1_i64 << bit) != 0)
        .map(|(_, one)| one)
        .collect())
}

/// The identifiers behind the bits.
pub fn ids(conn: &Connection, mask: i64) -> Result<Vec<String>, Refusal> {
    Ok(of_mask(conn, mask)?.into_iter().map(|one| one.id).collect())
}

/// What kinds of data these categories are, as promises speak of it; our own say nothing of it.
pub fn topics(ids: &[String]) -> Result<Vec<DataTopic>, Refusal> {
    let mut topics: Vec<DataTopic> = listed()?
        .categories
        .iter()
        .filter(|one| ids.contains(&one.id))
        .flat_map(|one| one.topics.iter().copied())
        .collect();
    topics.sort();
    topics.dedup();
    Ok(topics)
}

/// What is to be known of the statute's list.
pub fn note() -> Result<RegisterNote, Refusal> {
    let listed = listed()?;
    Ok(listed.source.note(listed.note.clone()))
}

/// See the command table.
pub fn list(app: &mut App, _: Nothing, _: Now) -> Result<CategoryList, Refusal> {
    let desk = app.desk()?;
    Ok(CategoryList {
        categories: all(desk.store.read())?
            .into_iter()
            .map(|(_, one)| one)
            .collect(),
        note: note()?,
    })
}

/// See the command table.
pub fn add(app: &mut App, args: CategoryIn, now: Now) -> Result<CategoryList, Refusal> {
    let desk = app.desk()?;
    let name = args.name.split_whitespace().collect::<Vec<_>>().join(" ");
    let all = all(desk.store.read())?;
    if name.is_empty() || name.chars().count() > LONGEST {
        return Err(Refusal::field(
            "name",
            "Name the category in a few words; 120 characters are the most.",
        ));
    }
    if let Some((_, same)) = all
        .iter()
        .find(|(_, one)| one.name.to_lowercase() == name.to_lowercase())
    {
        return Err(Refusal::field(
            "name",
            format!("“{}” is on the list already.", same.name),
        ));
    }
    let bit = all
        .iter()
        .map(|(bit, _)| bit + 1)
        .max()
        .unwrap_or(OWN)
        .max(OWN);
    if bit > LAST {
        return Err(Refusal::not_now(
            "There is no room for more categories of our own; use one that is there.",
        ));
    }
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        store::handling::add_own_category(tx, bit, &name, seq)?;
        Ok((
            (),
            Event::desk("category-added", "A category of our own was added.")
                .facts(json!({ "category": own_id(bit), "name": name })),
        ))
    })?;
    list(app, Nothing {}, now)
}

/// Longest name of a category; the sentence above says the same.
const LONGEST: usize = 120;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_statute_has_twenty_seven_categories_each_once() {
        let listed = listed().unwrap();
        let ids: BTreeSet<&str> = listed.categories.iter().map(|c| c.id.as_str()).collect();
        // Civ. Code 1798.83(e)(6)(A) has (i) to (xxvii).
        assert_eq!(listed.categories.len(), 27);
        assert_eq!(ids.len(), 27);
        assert!(listed.categories.iter().all(|c| !c.topics.is_empty()));
    }

    #[test]
    fn what_needs_care_is_told_by_its_topics() {
        let care = [DataTopic::Sensitive, DataTopic::Health, DataTopic::Child];
        for one in &listed().unwrap().categories {
            assert_eq!(
                one.care,
                one.topics.iter().any(|topic| care.contains(topic)),
                "{}",
                one.id
            );
        }
    }
}
