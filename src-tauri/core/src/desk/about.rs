//! What decides which laws apply to the organisation, and what that suggests. Nothing is ticked here.

use super::App;
use super::reference::library;
use crate::api::wire::{
    AboutOrganisation, AboutQuestion, LawFamily, LawSuggestion, LawSuggestions, QuestionKind,
    Refusal, Suggested,
};
use crate::law::{self, Answer, Family, Missing, Organisation, ReachQuestion};
use crate::time::Now;
use std::collections::BTreeMap;

impl From<&AboutOrganisation> for Organisation {
    fn from(about: &AboutOrganisation) -> Self {
        Self {
            established: about.established.clone(),
            serves: about.serves.clone(),
            facts: about.facts.clone(),
            figures: about.figures.clone(),
            people: about.people.clone(),
        }
    }
}

impl From<Family> for LawFamily {
    fn from(family: Family) -> Self {
        match family {
            Family::Europe => Self::Europe,
            Family::UsFederal => Self::UsFederal,
            Family::UsCalifornia => Self::UsCalifornia,
            Family::UsTexas => Self::UsTexas,
            Family::UsStates => Self::UsStates,
            Family::Elsewhere => Self::Elsewhere,
            Family::Contracts => Self::Contracts,
        }
    }
}

/// See the command table.
pub fn suggest(
    _: &mut App,
    mut about: AboutOrganisation,
    now: Now,
) -> Result<LawSuggestions, Refusal> {
    check(&mut about)?;
    let library = library()?;
    let book = library.reach_book();
    let organisation = Organisation::from(&about);
    let today = now.instant().date_naive();
    let mut asking: BTreeMap<String, (Vec<String>, bool)> = BTreeMap::new();
    let mut laws = Vec::new();
    for law in library.tickable() {
        let verdict = law::judge_organisation(law, book, &organisation, today);
        // Places alone, as if nothing were known of the organisation: a question stays once it is answered.
        let places = Organisation {
            established: organisation.established.clone(),
            serves: organisation.serves.clone(),
            ..Organisation::default()
        };
        let by_place = law::judge_organisation(law, book, &places, today);
        // Before the places are said every law is possible, and a wall of questions helps nobody.
        let lacks = |what: &Missing| by_place.missing.contains(what);
        let possible = by_place.answer != Answer::DoesNot
            && !lacks(&Missing::Established)
            && (!lacks(&Missing::Serves) || !about.serves.is_empty());
        for question in law::questions(law, today) {
            if let Some(id) = id_of(&question) {
                let (askers, asked) = asking.entry(id).or_default();
                askers.push(law.id.clone());
                *asked |= possible;
            }
        }
        laws.push(LawSuggestion {
            law: law.id.clone(),
            short: law.short.clone(),
            suggested: match verdict.answer {
                Answer::Applies => Suggested::Yes,
                Answer::Open => Suggested::Open,
                Answer::DoesNot => Suggested::No,
            },
            reason: verdict.reason,
            caution: verdict.caution.map(str::to_owned),
            missing: verdict.missing.iter().filter_map(id_of).collect(),
        });
    }
    let mut questions = Vec::new();
    let mut put = |kind: QuestionKind, id: String, label: &str, help: &str| {
        if let Some((laws, asked)) = asking.remove(&id) {
            questions.push(AboutQuestion {
                id,
                kind,
                label: label.to_owned(),
                help: help.to_owned(),
                laws,
                asked,
            });
        }
    };
    let mut listed = |kind: QuestionKind, list: &[ReachQuestion]| {
        for one in list {
            put(kind, one.id.clone(), &one.label, &one.help);
        }
    };
    listed(QuestionKind::Fact, &book.facts);
    listed(QuestionKind::Figure, &book.figures);
    for (code, name) in &book.states {
        put(QuestionKind::People, code.clone(), name, "");
    }
    Ok(LawSuggestions { laws, questions })
}

/// A question's identifier; places are asked for on their own.
fn id_of(missing: &Missing) -> Option<String> {
    match missing {
        Missing::Question(id) | Missing::People(id) => Some(id.clone()),
        Missing::Established => Some("established".to_owned()),
        Missing::Serves => Some("serves".to_owned()),
        Missing::Residence | Missing::State | Missing::Age | Missing::Data => None,
    }
}

/// The answers in one line, for the log.
pub fn told(about: &AboutOrganisation) -> String {
    let facts = about
        .facts
        .iter()
        .map(|(id, yes)| format!("{id}: {}", if *yes { "yes" } else { "no" }));
    let numbers = about.figures.iter().chain(&about.people);
    facts
        .chain(numbers.map(|(id, number)| format!("{id}: {number}")))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Places in lower case, each once; a question nobody asks is named.
pub fn check(about: &mut AboutOrganisation) -> Result<(), Refusal> {
    for places in [&mut about.established, &mut about.serves] {
        for place in places.iter_mut() {
            *place = place.trim().to_lowercase();
        }
        places.retain(|place| !place.is_empty());
        places.sort();
        places.dedup();
        if let Some(odd) = places.iter().find(|place| !is_place(place)) {
            return Err(Refusal::field(
                "about",
                format!("“{odd}” is no place. Write a country as de, or a state as us-ca."),
            ));
        }
    }
    let book = library()?.reach_book();
    let odd = about
        .facts
        .keys()
        .find(|id| !book.facts.iter().any(|q| q.id == **id))
        .or_else(|| {
            about
                .figures
                .keys()
                .find(|id| !book.figures.iter().any(|q| q.id == **id))
        })
        .or_else(|| {
            about
                .people
                .keys()
                .find(|code| !book.states.contains_key(*code))
        });
    match odd {
        None => Ok(()),
        Some(id) => {
            let known: Vec<&str> = book
                .facts
                .iter()
                .chain(&book.figures)
                .map(|q| q.id.as_str())
                .chain(book.states.keys().map(String::as_str))
                .collect();
            let known = known.join(", ");
            Err(Refusal::field(
                "about",
                format!("No law asks “{id}” of an organisation. There are {known}."),
            ))
        }
    }
}

/// A country of two letters, or one with a part of it.
fn is_place(code: &str) -> bool {
    let mut parts = code.split('-');
    let country = parts.next().unwrap_or_default();
    let state = parts.next();
    let word = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric());
    parts.next().is_none()
        && country.len() == 2
        && word(country)
        && state.is_none_or(|s| (1..=3).contains(&s.len()) && word(s))
}
