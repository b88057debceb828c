//! The annual disclosure summary: what went to third parties for their own marketing, what went out for other purposes, and the register behind both.

use super::grid::{Grid, cited, columns, house, many, noted, opens, text};
use super::{Asked, Built};
use crate::api::wire::{Category, CitedText, HandlingIn, HandlingPurpose, Refusal};
use crate::desk::Desk;
use crate::promise::standing;
use crate::register::export::words;
use crate::register::{categories, shine};
use crate::store::{self, handling::Disclosed, shine::Given};
use crate::summary::report::{Line, Table, Thing, Trace, Value};
use crate::time::{Now, short};
use crate::vault;
use crate::words::{BehindKind, ColumnKind};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Who got it: the place in the directory, or the name of somebody who does not stand there.
type Whom = (Option<u32>, String);

/// One disclosure that counts.
struct Gave {
    id: u32,
    whom: Whom,
    categories: i64,
    purpose: HandlingPurpose,
    /// For their own marketing, or sold.
    marketing: bool,
    /// Whoever got it worked for us that day.
    for_us: bool,
}

impl Gave {
    fn thing(&self, says: &str) -> Thing {
        Thing {
            kind: BehindKind::Disclosure,
            id: self.id,
            text: says.to_owned(),
        }
    }
}

/// What the register holds of the span.
struct Read<'t> {
    gave: Vec<Gave>,
    /// Struck out and corrected.
    corrections: Grid<'t>,
    /// The entries that count, one line each.
    listed: Vec<Line>,
}

/// Builds it.
pub fn build(desk: &Desk, asked: &Asked, trace: &Trace, _: Now) -> Result<Built, Refusal> {
    let Read {
        gave,
        corrections,
        listed,
    } = read(desk, asked, trace)?;
    let mut went = shine::Went::default();
    for one in gave.iter().filter(|one| one.marketing) {
        let list = if one.for_us {
            &mut went.to_ours
        } else {
            &mut went.to_them
        };
        list.push(Given {
            recipient: one.whom.0,
            name: one.whom.1.clone(),
            categories: one.categories,
            entries: 1,
        });
    }
    let given = shine::gathered(desk, went)?;
    let parties: BTreeMap<Whom, usize> = given
        .recipients
        .iter()
        .enumerate()
        .map(|(at, party)| (whom(party.shown.id, &party.shown.name), at))
        .collect();
    let (marketing, other): (Vec<&Gave>, Vec<&Gave>) =
        gave.iter().partition(|one| one.marketing && !one.for_us);
    let by_category = by_category(desk, trace, &marketing)?;
    let by_party = by_party(trace, &marketing, &given, &parties)?;
    let by_purpose = by_purpose(trace, &other);
    let register = register(listed);
    Ok(Built {
        title: "Annual disclosure summary".to_owned(),
        lead: lead(desk, asked, &given, other.len()),
        notes: notes(desk, asked, &given)?,
        tables: vec![
            by_category,
            by_party,
            by_purpose,
            corrected(corrections),
            register,
        ],
        pictures: Vec::new(),
    })
}

fn whom(id: Option<u32>, name: &str) -> Whom {
    match id {
        Some(_) => (id, String::new()),
        None => (None, name.trim().to_owned()),
    }
}

/// One walk past the span's entries.
fn read<'t>(desk: &Desk, asked: &Asked, trace: &'t Trace) -> Result<Read<'t>, Refusal> {
    let conn = desk.store.read();
    let names = categories::all(conn)?;
    let directory = standing::directory(desk)?;
    let mut corrections = Grid::new(trace, "corrections", &["entries"]);
    let superseded = corrections.named(
        "corrected",
        &["Corrected by a later entry, which counts on its own day"],
    );
    let struck = corrections.named("struck", &["Struck out"]);
    let mut gave: Vec<Gave> = Vec::new();
    let mut listed = Vec::new();
    store::handling::disclosed(conn, asked.first, asked.last, |one| {
        let thing = || Thing {
            kind: BehindKind::Disclosure,
            id: one.id,
            text: String::new(),
        };
        if one.struck {
            corrections.hit(struck, "entries", thing);
            return Ok(());
        }
        if one.corrected {
            corrections.hit(superseded, "entries", thing);
            return Ok(());
        }
        let name = one.recipient.and_then(|id| directory.get(&id));
        let name = name.map_or(one.entry.recipient.trim(), |known| known.name.trim());
        listed.push(line(&one, name, data_of(&one.entry, &names)));
        gave.push(Gave {
            id: one.id,
            whom: whom(one.recipient, &one.entry.recipient),
            categories: one.categories,
            purpose: one.entry.purpose,
            marketing: shine::is_marketing(one.entry.act, one.entry.purpose),
            for_us: shine::worked_for_us(&directory, one.recipient, one.day),
        });
        Ok(())
    })?;
    Ok(Read {
        gave,
        corrections,
        listed,
    })
}

/// One entry of the register; whom it was about is not said.
fn line(one: &Disclosed, recipient: &str, data: String) -> Line {
    Line {
        id: format!("entry-{}", one.id),
        cells: vec![
            Value::Named(one.id.to_string(), BehindKind::Disclosure, one.id),
            Value::Day(Some(one.day)),
            opens(recipient, BehindKind::Recipient, one.recipient),
            text(data),
            text(words::purpose(one.entry.purpose)),
            text(words::act(one.entry.act)),
            text(basis(&one.entry)),
        ],
        total: false,
    }
}

/// The categories in their order; for an entry without any, the kinds of data.
pub fn data_of(entry: &HandlingIn, names: &[(u32, Category)]) -> String {
    let named: Vec<&str> = names
        .iter()
        .filter(|(_, one)| entry.categories.contains(&one.id))
        .map(|(_, one)| one.name.as_str())
        .collect();
    if named.is_empty() {
        words::topics(&entry.data)
    } else {
        named.join(", ")
    }
}

/// What it rested on: the law or the order, else the consent, the authorisation or the exception that the entry names.
fn basis(entry: &HandlingIn) -> String {
    let mut all = vec![entry.legal_basis.trim().to_owned()];
    if let Some(process) = &entry.process {
        all.push(process.from.trim().to_owned());
        all.push(process.number.trim().to_owned());
    }
    if let Some(id) = entry.health.authorization {
        all.push(format!("authorisation no. {id}"));
    }
    if let Some(id) = entry.explicit_consent {
        all.push(format!("consent no. {id}"));
    }
    all.push(entry.consent_note.trim().to_owned());
    all.retain(|one| !one.is_empty());
    all.dedup();
    all.join(", ")
}

/// In the statute's order, our own last.
fn by_category(desk: &Desk, trace: &Trace, marketing: &[&Gave]) -> Result<Table, Refusal> {
    let mut grid = Grid::new(trace, "categories", &["disclosures", "recipients"]);
    for (bit, category) in categories::all(desk.store.read())? {
        let list = if category.statute {
            "the law’s list"
        } else {
            "our own"
        };
        fill(
            &mut grid,
            &category.id.replace(':', "-"),
            &[category.name.as_str(), list],
            marketing
                .iter()
                .copied()
                .filter(|one| one.categories & (1_i64 << bit) != 0),
        );
    }
    fill(
        &mut grid,
        "not-said",
        &["No category is said", ""],
        marketing.iter().copied().filter(|one| one.categories == 0),
    );
    let list = categories::note()?;
    Ok(Table {
        id: "categories",
        title: "Categories disclosed for third parties’ own direct marketing".to_owned(),
        columns: columns(
            &[("category", "Category"), ("list", "Of which list")],
            &[
                ("disclosures", "Disclosures"),
                ("recipients", "Third parties"),
            ],
        ),
        lines: grid.lines(),
        empty: "Nothing was disclosed for third parties’ own direct marketing.".to_owned(),
        counting: vec![
            cited(
                "A disclosure counts once in each category it names, so the rows add up to more than the disclosures.",
                list.cite.clone(),
            ),
            noted(list),
        ],
    })
}

/// A row of disclosures and of those who got them; none where there are no disclosures.
fn fill<'g>(
    grid: &mut Grid,
    id: &str,
    head: &[&str],
    these: impl Iterator<Item = &'g Gave> + Clone,
) {
    let mut newest: BTreeMap<&Whom, (&Gave, u32)> = BTreeMap::new();
    for one in these.clone() {
        let of = newest.entry(&one.whom).or_insert((one, 0));
        *of = (one, of.1 + 1);
    }
    if newest.is_empty() {
        return;
    }
    let row = grid.named(id, head);
    for one in these {
        grid.hit(row, "disclosures", || one.thing(""));
    }
    // Nobody but the register's entries can be opened: a recipient is shown by the newest.
    for (one, n) in newest.values() {
        let of = match n {
            1 => String::new(),
            n => format!("the newest of {}", many(*n, "disclosure", "disclosures")),
        };
        grid.hit(row, "recipients", || one.thing(&of));
    }
}

fn by_party(
    trace: &Trace,
    marketing: &[&Gave],
    given: &shine::GivenToThem,
    parties: &BTreeMap<Whom, usize>,
) -> Result<Table, Refusal> {
    let mut purposes: Vec<BTreeSet<&'static str>> = vec![BTreeSet::new(); given.recipients.len()];
    for one in marketing {
        if let Some(of) = parties.get(&one.whom).and_then(|at| purposes.get_mut(*at)) {
            of.insert(words::purpose(one.purpose));
        }
    }
    let mut grid = Grid::new(trace, "recipients", &["disclosures"]);
    for (party, purposes) in given.recipients.iter().zip(&purposes) {
        let shown = &party.shown;
        let business = match (shown.examples.as_str(), party.name_tells) {
            ("", true) => "Its name tells.",
            ("", false) => "Not on file.",
            (examples, _) => examples,
        };
        let address = match shown.address.join(", ") {
            none if none.is_empty() => "Not on file.".to_owned(),
            address => address,
        };
        let name = match shown.name.as_str() {
            "" => "Somebody without a name",
            name => name,
        };
        let purposes: Vec<&str> = purposes.iter().copied().collect();
        grid.row(&row_of(shown.id, &shown.name), || {
            let name = opens(name, BehindKind::Recipient, shown.id);
            vec![
                name,
                text(address),
                text(business),
                text(purposes.join(", ")),
            ]
        });
    }
    for one in marketing {
        let row = grid.named(&row_of(one.whom.0, &one.whom.1), &[]);
        grid.hit(row, "disclosures", || one.thing(""));
    }
    Ok(Table {
        id: "recipients",
        title: "Third parties that got it for their own direct marketing".to_owned(),
        columns: columns(
            &[
                ("name", "Name"),
                ("address", "Postal address"),
                ("business", "What it markets"),
                ("purposes", "Purposes"),
            ],
            &[("disclosures", "Disclosures")],
        ),
        lines: grid.lines_and_total(&["disclosures"]),
        empty: "Nobody got anything for their own direct marketing.".to_owned(),
        counting: vec![
            cited(
                "Every third party stands once. What was sold counts, whatever for; whoever worked for us that day, by a contract in the directory, is no third party.",
                shine::processor_cite()?,
            ),
            house("Name, address and what it markets are those of the directory as it stands now."),
        ],
    })
}

/// A row by the number in the directory; of a name that is not there by its fingerprint, which stays the same.
fn row_of(id: Option<u32>, name: &str) -> String {
    match id {
        Some(id) => format!("recipient-{id}"),
        None => {
            let print = vault::sha256(name.trim().as_bytes());
            format!("unlisted-{}", print.get(..12).unwrap_or(&print))
        }
    }
}

fn by_purpose(trace: &Trace, other: &[&Gave]) -> Table {
    let mut grid = Grid::new(trace, "other-purposes", &["disclosures", "recipients"]);
    for purpose in HandlingPurpose::ALL {
        let (id, name) = match purpose {
            HandlingPurpose::TheirMarketing => (
                "marketing-of-processors",
                "their marketing, entered of somebody who worked for us",
            ),
            other => (other.id(), words::purpose(*other)),
        };
        fill(
            &mut grid,
            id,
            &[name],
            other.iter().copied().filter(|one| one.purpose == *purpose),
        );
    }
    Table {
        id: "other-purposes",
        title: "Disclosures for other purposes".to_owned(),
        columns: columns(
            &[("purpose", "Purpose")],
            &[("disclosures", "Disclosures"), ("recipients", "Recipients")],
        ),
        lines: grid.lines_and_total(&["disclosures"]),
        empty: "Nothing was disclosed for other purposes.".to_owned(),
        counting: vec![house(
            "Every disclosure counts once, under the purpose its entry says. Somebody who got data for two purposes counts as a recipient of both, so recipients are not added up.",
        )],
    }
}

fn corrected(corrections: Grid) -> Table {
    let any = corrections.sum("entries") > 0;
    Table {
        id: "corrections",
        title: "Entries of the span that do not count".to_owned(),
        columns: columns(
            &[("what", "What became of them")],
            &[("entries", "Entries")],
        ),
        lines: if any {
            corrections.lines_and_total(&["entries"])
        } else {
            Vec::new()
        },
        empty: "No entry of the span was corrected or struck out.".to_owned(),
        counting: vec![house(
            "They stay in the register to be read, on the day they said. What was corrected counts once, as the later entry.",
        )],
    }
}

fn register(listed: Vec<Line>) -> Table {
    Table {
        id: "register",
        title: "The register behind it".to_owned(),
        columns: vec![
            ("number", "No.".to_owned(), ColumnKind::Text),
            ("day", "Day".to_owned(), ColumnKind::Day),
            ("recipient", "Recipient".to_owned(), ColumnKind::Text),
            ("categories", "Data".to_owned(), ColumnKind::Text),
            ("purpose", "Purpose".to_owned(), ColumnKind::Text),
            ("act", "What".to_owned(), ColumnKind::Text),
            ("basis", "Basis".to_owned(), ColumnKind::Text),
        ],
        lines: listed,
        empty: "The register holds no disclosure of these days.".to_owned(),
        counting: vec![house(
            "The civil day an entry says decides whether it belongs to the span. Only what was disclosed or sold stands here; what was used or collected went to nobody.",
        )],
    }
}

/// What the report says first; where nothing went out for marketing, that.
fn lead(desk: &Desk, asked: &Asked, given: &shine::GivenToThem, other: usize) -> Vec<String> {
    let days = span(asked.first, asked.last);
    let us = &desk.profile.organisation;
    let first = match given.entries {
        0 => format!(
            "{days}, {us} disclosed no personal information to third parties for their own direct marketing."
        ),
        n => format!(
            "{days}, {us} made {} of personal information to {} for their own direct marketing.",
            many(n, "disclosure", "disclosures"),
            many(
                count(given.recipients.len()),
                "third party",
                "third parties"
            ),
        ),
    };
    let second = match count(other) {
        0 => "Nothing was disclosed for other purposes.".to_owned(),
        1 => "1 disclosure was for another purpose.".to_owned(),
        n => format!(
            "{} were for other purposes.",
            many(n, "disclosure", "disclosures")
        ),
    };
    vec![first, second]
}

fn span(first: NaiveDate, last: NaiveDate) -> String {
    format!("From {} to {}", short(first), short(last))
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// What it answers, who need not answer, and what keeps an answer from being right.
fn notes(
    desk: &Desk,
    asked: &Asked,
    given: &shine::GivenToThem,
) -> Result<Vec<CitedText>, Refusal> {
    let note = shine::note()?;
    let cite = note.cite.clone();
    let mut all = vec![noted(note)];
    if !super::span::is_calendar_year(asked.first, asked.last) {
        all.push(cited(
            "This report covers other days than a calendar year; the answer to a person covers a calendar year.",
            cite.clone(),
        ));
    }
    all.extend(shine::exempt(desk)?.map(noted));
    all.extend(shine::processors(given)?.map(noted));
    all.extend(
        given
            .problems()
            .into_iter()
            .map(|one| cited(one.message, cite.clone())),
    );
    Ok(all)
}
