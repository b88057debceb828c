//! What went to whom for their own marketing: the categories, and all third parties.

use crate::api::wire::{Category, HandlingPurpose, Problem, RecipientIn, Refusal, ShineRecipient};
use crate::desk::Desk;
use crate::promise::{collide::Contract, standing};
use crate::register::{categories, recipients};
use crate::store::{self, shine::Given};
use crate::time;
use crate::words::Act;
use chrono::NaiveDate;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

/// One third party, and how it goes into a letter.
#[derive(Debug, Clone)]
pub struct Party {
    pub shown: ShineRecipient,
    /// Its name tells what it does, so no examples are wanted.
    pub name_tells: bool,
}

/// An entry of this kind is one for a third party's own marketing; what is sold counts, whatever it was sold for.
pub fn is_marketing(act: Act, purpose: HandlingPurpose) -> bool {
    act == Act::Sell || act == Act::Disclose && purpose == HandlingPurpose::TheirMarketing
}

/// Everything of a year or a span, struck and superseded entries left out.
#[derive(Debug, Clone, Default)]
pub struct GivenToThem {
    /// In the statute's order, our own last.
    pub categories: Vec<Category>,
    /// By name.
    pub recipients: Vec<Party>,
    /// To third parties.
    pub entries: u32,
    /// Of them, those that say no category.
    pub uncategorised: u32,
    /// Those who worked for us on the day and stand among the recipients all the same.
    pub processors: Vec<String>,
    pub by_processors: u32,
}

/// What went out for marketing: to whoever was a third party on that day, and to whoever worked for us by a contract then.
#[derive(Debug, Clone, Default)]
pub struct Went {
    pub to_them: Vec<Given>,
    pub to_ours: Vec<Given>,
}

/// Whether a recipient worked for us on a day: from the day of its contract in the directory, and not before.
pub fn worked_for_us(
    directory: &HashMap<u32, RecipientIn>,
    recipient: Option<u32>,
    day: NaiveDate,
) -> bool {
    let contract = recipients::contract(directory, recipient.unwrap_or_default(), day);
    contract == Contract::OnFile
}

/// Adds up a year by one look at the index; entries themselves are read only of somebody whose contract began within it.
pub fn in_year(desk: &Desk, year: i32) -> Result<GivenToThem, Refusal> {
    let conn = desk.store.read();
    let directory = standing::directory(desk)?;
    let day = |month, of| NaiveDate::from_ymd_opt(year, month, of);
    let (Some(first), Some(last)) = (day(1, 1), day(12, 31)) else {
        return Err(Refusal::broken("no day is in that year"));
    };
    let mut went = Went::default();
    let mut before: HashMap<u32, Vec<Given>> = HashMap::new();
    for one in store::shine::given(conn, year)? {
        if !worked_for_us(&directory, one.recipient, last) {
            went.to_them.push(one);
            continue;
        }
        if worked_for_us(&directory, one.recipient, first) {
            went.to_ours.push(one);
            continue;
        }
        let id = one.recipient.unwrap_or_default();
        let since = directory.get(&id).and_then(|of| time::day(&of.contract_on));
        let theirs = match before.entry(id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(none) => {
                let from = since.unwrap_or(first);
                none.insert(store::shine::given_before(conn, year, id, from)?)
            }
        };
        let theirs = theirs.iter().filter(|of| of.categories == one.categories);
        let entries = theirs.map(|of| of.entries).sum::<u32>().min(one.entries);
        for (list, entries) in [
            (&mut went.to_them, entries),
            (&mut went.to_ours, one.entries - entries),
        ] {
            if entries > 0 {
                list.push(Given {
                    entries,
                    ..one.clone()
                });
            }
        }
    }
    gathered(desk, went)
}

/// What these come to: third parties by name, and apart from them whoever worked for us.
pub fn gathered(desk: &Desk, went: Went) -> Result<GivenToThem, Refusal> {
    let conn = desk.store.read();
    let directory = standing::directory(desk)?;
    let mut out = GivenToThem::default();
    for one in went.to_ours {
        out.by_processors += one.entries;
        let name = one.recipient.and_then(|id| directory.get(&id));
        let name = name.map(|known| known.name.clone()).unwrap_or_default();
        if !out.processors.contains(&name) {
            out.processors.push(name);
        }
    }
    let mut mask = 0;
    let mut parties: BTreeMap<(Option<u32>, String), u32> = BTreeMap::new();
    for one in went.to_them {
        out.entries += one.entries;
        if one.categories == 0 {
            out.uncategorised += one.entries;
        }
        mask |= one.categories;
        *parties.entry((one.recipient, one.name)).or_default() += one.entries;
    }
    out.categories = categories::of_mask(conn, mask)?;
    out.recipients = parties
        .into_iter()
        .map(|((id, name), entries)| party(id, name, entries, &directory))
        .collect();
    out.recipients
        .sort_by_cached_key(|one| one.shown.name.to_lowercase());
    Ok(out)
}

fn party(
    id: Option<u32>,
    name: String,
    disclosures: u32,
    directory: &HashMap<u32, RecipientIn>,
) -> Party {
    let known = id
        .and_then(|id| directory.get(&id))
        .cloned()
        .unwrap_or_default();
    let name = if known.name.trim().is_empty() {
        name
    } else {
        known.name.clone()
    };
    let address: Vec<String> = known
        .address
        .iter()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    let mut lacks = Vec::new();
    if name.is_empty() {
        lacks.push("a name".to_owned());
    }
    if address.is_empty() {
        lacks.push("a postal address".to_owned());
    }
    if !known.name_tells && known.examples.trim().is_empty() {
        lacks.push("examples of what it markets, or that its name tells".to_owned());
    }
    Party {
        shown: ShineRecipient {
            id,
            name,
            address,
            examples: known.examples.trim().to_owned(),
            disclosures,
            lacks,
        },
        name_tells: known.name_tells,
    }
}

impl GivenToThem {
    /// What keeps a letter from being right.
    pub fn problems(&self) -> Vec<Problem> {
        let mut all: Vec<Problem> = self
            .recipients
            .iter()
            .filter(|one| !one.shown.lacks.is_empty())
            .map(|one| {
                let name = if one.shown.name.is_empty() {
                    "Somebody without a name"
                } else {
                    one.shown.name.as_str()
                };
                let place = if one.shown.id.is_some() {
                    "Add it in the directory of recipients."
                } else {
                    "Enter it in the directory of recipients, and correct the entries that name it."
                };
                Problem {
                    field: "recipients".to_owned(),
                    message: format!("{name} lacks {}. {place}", one.shown.lacks.join(" and ")),
                }
            })
            .collect();
        if self.uncategorised > 0 {
            let (entries, say) = if self.uncategorised == 1 {
                ("entry".to_owned(), "says")
            } else {
                ("entries".to_owned(), "say")
            };
            all.push(Problem {
                field: "categories".to_owned(),
                message: format!(
                    "{} {entries} {say} no category of what was given. Correct them; whoever asks is told the categories.",
                    self.uncategorised
                ),
            });
        }
        all
    }
}
