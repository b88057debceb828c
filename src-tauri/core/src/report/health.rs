//! Health information: accountings of disclosures, what was disclosed and what let it go, authorisations, and explicit consents. Nobody is named, no recipient either.

use super::grid::{Grid, cited, columns, house, many, number};
use super::{Asked, Built, ends};
use crate::api::wire::{ConsentStanding, HandlingIn, HandlingPurpose, RecipientIn, Refusal};
use crate::desk::Desk;
use crate::promise::collide::Contract;
use crate::promise::standing;
use crate::register::export::words;
use crate::register::{accounting, consents, health, recipients};
use crate::request::case::Case;
use crate::request::deadlines::settled_on;
use crate::store;
use crate::summary::report::{Table, Thing, Trace};
use crate::time::{self, Now, short};
use crate::words::{AuthorizationForm, BehindKind, DataTopic, Outcome, Right};
use chrono::NaiveDate;
use std::collections::HashMap;

const ACCOUNTING: &[Right] = &[Right::DisclosureAccounting];

/// Builds it.
pub fn build(desk: &Desk, asked: &Asked, trace: &Trace, now: Now) -> Result<Built, Refusal> {
    let cases = ends::asking(desk, asked, ACCOUNTING)?;
    let accountings = ends::ends(desk, trace, "accountings", &cases, ACCOUNTING);
    let accounted = accounted(desk, trace, &cases)?;
    let Out { purposes, bases } = out(desk, asked, trace)?;
    let authorizations = authorizations(desk, asked, trace)?;
    let consents = consents(desk, asked, trace, now)?;
    let lead = vec![
        format!(
            "From {} to {}: {} asked for, {} given.",
            short(asked.first),
            short(asked.last),
            many(
                accountings.sum("received"),
                "accounting of disclosures",
                "accountings of disclosures"
            ),
            number(accountings.sum("granted") + accountings.sum("in-part")),
        ),
        format!(
            "{} of health information, {} without an authorisation or an exception on record.",
            many(purposes.sum("all"), "disclosure", "disclosures"),
            number(bases.of(NONE) + bases.of(NOT_COVERED)),
        ),
        format!(
            "{} given, {} withdrawn, {} ended.",
            many(
                authorizations.sum("given"),
                "authorisation",
                "authorisations"
            ),
            number(authorizations.sum("withdrawn")),
            number(authorizations.sum("expired") + authorizations.sum("used-up")),
        ),
    ];
    Ok(Built {
        title: "Health information".to_owned(),
        lead,
        notes: vec![house(
            "This report counts and names neither patients nor recipients.",
        )],
        tables: vec![
            ends::table(
                accountings,
                "accountings",
                "Accountings of disclosures",
                "Nobody asked for an accounting of disclosures.",
                vec![cited(
                    "Given is one that was granted, in full or in part, and whose letter has left.",
                    accounting::cite()?,
                )],
            ),
            accounted_table(accounted)?,
            purposes_table(purposes),
            bases_table(bases)?,
            authorizations_table(authorizations)?,
            consents_table(consents),
        ],
        pictures: Vec::new(),
    })
}

fn disclosure(id: u32, text: &str) -> Thing {
    Thing {
        kind: BehindKind::Disclosure,
        id,
        text: text.to_owned(),
    }
}

/// What the accountings that were given list, by purpose.
fn accounted<'t>(desk: &Desk, trace: &'t Trace, cases: &[Case]) -> Result<Grid<'t>, Refusal> {
    let mut grid = Grid::new(trace, "accounted", &["disclosures"]);
    for purpose in HandlingPurpose::ALL {
        grid.named(purpose.id(), &[words::purpose(*purpose)]);
    }
    let given = |case: &&Case| {
        case.claims.iter().any(|claim| {
            ACCOUNTING.contains(&claim.right)
                && settled_on(case, claim).is_some()
                && matches!(
                    claim.outcome,
                    Some(Outcome::Granted | Outcome::GrantedInPart)
                )
        })
    };
    for case in cases.iter().filter(given) {
        let ids = accounting::listed(desk, case)?;
        let mut entries = store::handling::these(desk.store.read(), &ids)?;
        entries.sort_by_key(|one| (one.day, one.id));
        for one in entries {
            let row = grid.named(one.entry.purpose.id(), &[]);
            grid.hit(row, "disclosures", || disclosure(one.id, &case.reference));
        }
    }
    grid.drop_empty();
    Ok(grid)
}

fn accounted_table(grid: Grid) -> Result<Table, Refusal> {
    Ok(Table {
        id: "accounted",
        title: "Disclosures in the accountings that were given".to_owned(),
        columns: columns(&[("purpose", "Purpose")], &[("disclosures", "Disclosures")]),
        lines: grid.lines_and_total(&["disclosures"]),
        empty: "No accounting that was given lists a disclosure.".to_owned(),
        counting: vec![cited(
            "A disclosure counts once in each accounting that lists it, whenever it was made. What an accounting lists is counted from the register as it stands now; what it leaves out by law does not count.",
            accounting::cite()?,
        )],
    })
}

/// What went out, by purpose and kind of recipient, and by what let it go.
struct Out<'t> {
    purposes: Grid<'t>,
    bases: Grid<'t>,
}

const NONE: &str = "none";
/// An authorisation is named that did not let it go.
const NOT_COVERED: &str = "not-covered";
/// So many entries are read at once.
const READ: usize = 500;

fn out<'t>(desk: &Desk, asked: &Asked, trace: &'t Trace) -> Result<Out<'t>, Refusal> {
    let directory = standing::directory(desk)?;
    let data = health::data()?;
    let mut purposes = Grid::new(
        trace,
        "disclosures",
        &["all", "third-party", "for-us", "unlisted"],
    );
    for purpose in HandlingPurpose::ALL {
        purposes.named(purpose.id(), &[words::purpose(*purpose)]);
    }
    let mut bases = Grid::new(trace, "bases", &["disclosures"]);
    let wanted: Vec<&str> = data
        .demands
        .iter()
        .map(|one| one.source.cite.as_str())
        .collect();
    let signed = bases.named(
        "authorization",
        &["An authorisation of the person", &wanted.join("; ")],
    );
    for one in &data.exceptions {
        bases.named(&one.id, &[&one.name, &one.source.cite]);
    }
    let unknown = bases.named("other-exception", &["An exception that no rule knows", ""]);
    let not_covered = bases.named(
        NOT_COVERED,
        &[
            "An authorisation is named that did not cover it",
            &format!("{}; {}", wanted.join("; "), data.says.defective.source.cite),
        ],
    );
    let none = bases.named(NONE, &["Neither is on record", ""]);
    let mut named: Vec<u32> = Vec::new();
    store::handling::disclosed(desk.store.read(), asked.first, asked.last, |one| {
        if one.struck || one.corrected || !is_health(&one.entry)? {
            return Ok(());
        }
        let kind = kind(&directory, one.recipient, one.day);
        let row = purposes.named(one.entry.purpose.id(), &[]);
        for column in ["all", kind] {
            purposes.hit(row, column, || disclosure(one.id, ""));
        }
        let basis = &one.entry.health;
        let exception = basis.exception.trim();
        let row = match (basis.authorization, exception) {
            (Some(_), _) => {
                named.push(one.id);
                return Ok(());
            }
            (None, "") => none,
            (None, id) if data.exception(id).is_some() => bases.named(id, &[]),
            (None, _) => unknown,
        };
        bases.hit(row, "disclosures", || disclosure(one.id, ""));
        Ok(())
    })?;
    // Whom an entry is about stands apart from it, and decides with the rest whether it was covered.
    let known = health::Known::of(desk)?;
    for ids in named.chunks(READ) {
        let mut entries = store::handling::these(desk.store.read(), ids)?;
        entries.sort_by_key(|one| (one.day, one.id));
        for one in entries {
            let covered = known.covers(desk, &one.entry, one.day, one.id)?;
            let row = if covered { signed } else { not_covered };
            bases.hit(row, "disclosures", || disclosure(one.id, ""));
        }
    }
    purposes.drop_empty();
    Ok(Out { purposes, bases })
}

/// About health by its data; or it names what only health information wants.
fn is_health(entry: &HandlingIn) -> Result<bool, Refusal> {
    Ok(entry.health.authorization.is_some()
        || !entry.health.exception.trim().is_empty()
        || health::about_health(entry)?)
}

/// What the recipient was on the day it got the data.
fn kind(
    directory: &HashMap<u32, RecipientIn>,
    recipient: Option<u32>,
    day: NaiveDate,
) -> &'static str {
    match recipients::contract(directory, recipient.unwrap_or_default(), day) {
        Contract::OnFile => "for-us",
        Contract::Missing => "third-party",
        Contract::Unknown => "unlisted",
    }
}

fn purposes_table(grid: Grid) -> Table {
    let counts = [
        ("all", "Disclosures"),
        ("third-party", "To third parties of the directory"),
        ("for-us", "To those who work for us"),
        ("unlisted", "Not in the directory"),
    ];
    Table {
        id: "disclosures",
        title: "Disclosures of health information".to_owned(),
        columns: columns(&[("purpose", "Purpose")], &counts),
        lines: grid.lines_and_total(&counts.map(|(column, _)| column)),
        empty: "The register holds no disclosure of health information of these days.".to_owned(),
        counting: vec![house(
            "An entry of the register of disclosures counts once, on its day, where its data or one of its categories is about health, or where it names an authorisation or an exception. What was struck out or corrected does not count. Who works for us does so from the day of the contract in the directory; before it, they were a third party.",
        )],
    }
}

fn bases_table(mut grid: Grid) -> Result<Table, Refusal> {
    grid.drop_empty();
    let data = health::data()?;
    Ok(Table {
        id: "bases",
        title: "What let it go: authorisations, and the exceptions used".to_owned(),
        columns: columns(
            &[("basis", "What let it go"), ("cite", "Article")],
            &[("disclosures", "Disclosures")],
        ),
        lines: grid.lines_and_total(&["disclosures"]),
        empty: "The register holds no disclosure of health information of these days.".to_owned(),
        counting: vec![
            cited(
                "A disclosure that names an authorisation counts by it, whatever exception it names beside it: with the authorisations where that covered it on its day, as the register of disclosures judges it; else as not covered, such as where it had expired, was revoked or used up, or is of another person or recipient.",
                data.says.defective.source.cite.clone(),
            ),
            house(
                "Neither is on record: the entry names none. Not every law wants one, such as for what is handed over on paper.",
            ),
        ],
    })
}

const FORMS: &[(Option<AuthorizationForm>, &str, &str)] = &[
    (Some(AuthorizationForm::Written), "written", "In writing"),
    (
        Some(AuthorizationForm::Electronic),
        "electronic",
        "Electronically",
    ),
    (
        Some(AuthorizationForm::OralDocumented),
        "oral-documented",
        "Said, and written down",
    ),
    (None, "not-said", "The form is not said"),
];

fn authorizations<'t>(desk: &Desk, asked: &Asked, trace: &'t Trace) -> Result<Grid<'t>, Refusal> {
    let mut grid = Grid::new(
        trace,
        "authorizations",
        &["given", "incomplete", "withdrawn", "expired", "used-up"],
    );
    let all = health::passed::all(desk)?;
    let inside = |day: Option<NaiveDate>| day.filter(|on| asked.holds(*on) && *on <= asked.as_of);
    for (form, id, name) in FORMS {
        for one in all.iter().filter(|one| one.form == *form) {
            // The last day itself is no end yet.
            let over = inside(one.expired_on).filter(|until| *until < asked.as_of);
            let given = inside(one.given_on);
            let hits = [
                ("given", "Given", given),
                (
                    "incomplete",
                    "Given, not complete",
                    given.filter(|_| one.incomplete),
                ),
                ("withdrawn", "Withdrawn", inside(one.revoked_on)),
                ("expired", "Its last day", over),
                ("used-up", "Used up", inside(one.used_up_on)),
            ];
            for (column, what, day) in hits {
                let Some(on) = day else { continue };
                let row = grid.named(id, &[name]);
                grid.hit(row, column, || Thing {
                    kind: BehindKind::Authorization,
                    id: one.file,
                    text: format!("{what}, {}", short(on)),
                });
            }
        }
    }
    Ok(grid)
}

fn authorizations_table(grid: Grid) -> Result<Table, Refusal> {
    let says = &health::data()?.says;
    let counts = [
        ("given", "Given"),
        ("incomplete", "Of them not complete"),
        ("withdrawn", "Withdrawn"),
        ("expired", "Ended by time"),
        ("used-up", "Used up"),
    ];
    Ok(Table {
        id: "authorizations",
        title: "Authorisations by form".to_owned(),
        columns: columns(&[("form", "Form")], &counts),
        lines: grid.lines_and_total(&counts.map(|(column, _)| column)),
        empty: "No authorisation was given, withdrawn or ended.".to_owned(),
        counting: vec![
            house(
                "Given counts on the day of the signature, or on which it was said; where no day is written, on the day it was entered. One that was struck out does not count.",
            ),
            cited(
                "Not complete is one that lacks an element now; nothing may be disclosed under it.",
                says.defective.source.cite.clone(),
            ),
            cited(
                "Withdrawn counts on the day the revocation came, whatever had ended it before.",
                says.revocation.source.cite.clone(),
            ),
            cited(
                "Ended by time counts on its last day once that is over, used up on the day of the one disclosure it was good for; whichever came first, and only before a revocation.",
                says.each.source.cite.clone(),
            ),
        ],
    })
}

fn consents<'t>(
    desk: &Desk,
    asked: &Asked,
    trace: &'t Trace,
    now: Now,
) -> Result<Grid<'t>, Refusal> {
    let mut grid = Grid::new(trace, "consents", &["given", "withdrawn", "ended"]);
    let inside = |day: Option<NaiveDate>| day.filter(|on| asked.holds(*on) && *on <= asked.as_of);
    let mut all = consents::whole(desk, now)?.consents;
    all.retain(|one| one.struck.is_empty() && one.about.data.contains(&DataTopic::Health));
    all.sort_by_key(|one| one.id);
    for (disclose, id, name) in [
        (false, "use", "To use"),
        (true, "disclose", "To use and disclose"),
    ] {
        for one in all.iter().filter(|one| one.about.disclose == disclose) {
            let ended = |standing| {
                let day = one.ended_on.as_deref().filter(|_| one.standing == standing);
                inside(day.and_then(time::day))
            };
            let hits = [
                ("given", "Given", inside(time::day(&one.about.given_on))),
                ("withdrawn", "Withdrawn", ended(ConsentStanding::Withdrawn)),
                ("ended", "Its last day", ended(ConsentStanding::Ended)),
            ];
            for (column, what, day) in hits {
                let Some(on) = day else { continue };
                let row = grid.named(id, &[name]);
                grid.hit(row, column, || Thing {
                    kind: BehindKind::Consent,
                    id: one.id,
                    text: format!("{what}, {}", short(on)),
                });
            }
        }
    }
    Ok(grid)
}

fn consents_table(grid: Grid) -> Table {
    let counts = [
        ("given", "Given"),
        ("withdrawn", "Withdrawn"),
        ("ended", "Ended by time"),
    ];
    Table {
        id: "consents",
        title: "Explicit consents about health data".to_owned(),
        columns: columns(&[("scope", "Consent")], &counts),
        lines: grid.lines_and_total(&counts.map(|(column, _)| column)),
        empty: "No explicit consent about health data was given, withdrawn or ended.".to_owned(),
        counting: vec![house(
            "Each counts on the day it was given, taken back, or last held. Consents about other sensitive data are not counted here, and one that was struck out is not either.",
        )],
    }
}
