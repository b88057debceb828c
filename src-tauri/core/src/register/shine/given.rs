//! What went to whom for their own marketing: the categories, and all third parties.

use crate::api::wire::{Category, HandlingPurpose, Problem, RecipientIn, Refusal, ShineRecipient};
use crate::desk::Desk;
use crate::register::categories;
use crate::store::{self, shine::Given};
use crate::words::{Act, Register};
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
    /// Those who work for us and stand among the recipients all the same.
    pub processors: Vec<String>,
    pub by_processors: u32,
}

/// Adds up a year by one look at the index; the entries themselves are not read.
pub fn in_year(desk: &Desk, year: i32) -> Result<GivenToThem, Refusal> {
    gathered(desk, store::shine::given(desk.store.read(), year)?)
}

/// What these come to: third parties by name, and apart from them whoever works for us.
pub fn gathered(desk: &Desk, given: Vec<Given>) -> Result<GivenToThem, Refusal> {
    let conn = desk.store.read();
    let directory: HashMap<u32, RecipientIn> =
        store::register::files::<RecipientIn>(conn, Register::Recipients)?
            .into_iter()
            .map(|file| (file.id, file.body))
            .collect();
    let mut out = GivenToThem::default();
    let mut mask = 0;
    let mut parties: BTreeMap<(Option<u32>, String), u32> = BTreeMap::new();
    for one in given {
        let known = one.recipient.and_then(|id| directory.get(&id));
        if let Some(processor) = known.filter(|known| known.processor) {
            out.by_processors += one.entries;
            if !out.processors.contains(&processor.name) {
                out.processors.push(processor.name.clone());
            }
            continue;
        }
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
