//! Promises kept and broken: what was called on, what did not agree with the policy and what was written about it, and how the policy changed.

use super::grid::{Grid, columns, house, many, number, opens, text};
use super::{Asked, Built};
use crate::api::wire::{
    ChangeNotice, Contradiction, ContradictionAbout, PolicyPair, PromiseCompared, PromiseShift,
    PromiseState, Refusal,
};
use crate::desk::Desk;
use crate::promise::span::{self, Became};
use crate::promise::whole::{self, Seen};
use crate::promise::{book, compare, notice};
use crate::store;
use crate::store::policy::Version;
use crate::summary::report::{Line, Table, Thing, Trace, Value};
use crate::time::{self, Now};
use crate::words::{BehindKind, ColumnKind};
use std::collections::HashSet;

/// Builds it.
pub fn build(desk: &Desk, asked: &Asked, trace: &Trace, now: Now) -> Result<Built, Refusal> {
    let mut promises = Grid::new(trace, "promises", CALLED);
    for promise in &desk.policy.reviewed {
        let at = book::at(desk.policy.version(promise.policy)?, promise);
        let kind = promise.reading.kind.id().replace('-', " ");
        promises.row(&row_of(promise.id), || {
            let at = opens(at, BehindKind::Policy, Some(promise.policy));
            vec![text(promise.quote.clone()), at, text(kind)]
        });
    }
    let mut about = Grid::new(trace, "contradictions-about", &["all", "answered", "open"]);
    for (_, id, name) in ABOUT {
        about.named(id, &[name]);
    }
    // A request that was answered against a promise is not counted as kept, whenever that was.
    let mut against: HashSet<(u32, u32)> = HashSet::new();
    let lines = whole::of_span(desk, asked.first, asked.last, now, |one, inside| {
        if let (Some(promise), Some(request)) = (one.promise(), one.request())
            && one.about() != ContradictionAbout::Late
        {
            against.insert((promise, request));
        }
        if !inside {
            return;
        }
        let settled = if one.open() { "open" } else { "answered" };
        let kind = ABOUT.iter().find(|(about, _, _)| *about == one.about());
        if let Some((_, id, name)) = kind {
            let row = about.named(id, &[name]);
            for column in ["all", settled] {
                about.hit(row, column, || thing(&one));
            }
        }
        if let Some(promise) = one.promise() {
            let row = promises.named(&row_of(promise), &[]);
            for column in ["contradicted", settled] {
                promises.hit(row, column, || thing(&one));
            }
        }
    })?;
    let cases = store::request::load_span(desk.store.read(), asked.first, asked.last)?;
    for one in &span::called_on(desk, &cases, &against, asked.as_of)? {
        call(&mut promises, one);
    }
    let quiet = in_force(desk, asked)
        .filter(|id| promises.is_empty(&row_of(*id)))
        .count();
    promises.drop_empty();
    about.drop_empty();
    let versions = versions(desk, asked, trace)?;
    Ok(Built {
        title: "Promises kept and broken".to_owned(),
        lead: lead(desk, &promises, &about, versions.lines.len(), quiet),
        notes: Vec::new(),
        tables: vec![kept(promises), by_about(about), written(&lines), versions],
        pictures: Vec::new(),
    })
}

/// Counts of a promise: what was called on is the next five together, what was contradicted the last two.
const CALLED: &[&str] = &[
    "called-on",
    "in-time",
    "late",
    "not-kept",
    "not-due",
    "withdrawn",
    "contradicted",
    "answered",
    "open",
];

/// What contradictions are about, with their rows.
const ABOUT: &[(ContradictionAbout, &str, &str)] = &[
    (
        ContradictionAbout::Disclosure,
        "disclosure",
        "Data was disclosed or sold",
    ),
    (ContradictionAbout::Use, "use", "Data was used"),
    (
        ContradictionAbout::Collection,
        "collection",
        "Data was collected",
    ),
    (
        ContradictionAbout::Decision,
        "decision",
        "A request was refused",
    ),
    (
        ContradictionAbout::Late,
        "late",
        "An answer came later than promised, or is missing",
    ),
    (
        ContradictionAbout::Child,
        "child",
        "Data of a child is held without a consent",
    ),
    (
        ContradictionAbout::Notice,
        "notice",
        "The notice of a change was late, or is missing",
    ),
    (
        ContradictionAbout::Consent,
        "consent",
        "A consent on file was missing or did not reach so far",
    ),
    (
        ContradictionAbout::Authorization,
        "authorization",
        "Health information left without what it needs",
    ),
    (
        ContradictionAbout::Suppressed,
        "suppressed",
        "Somebody on the suppression list was concerned",
    ),
];

fn row_of(promise: u32) -> String {
    format!("promise-{promise}")
}

fn call(promises: &mut Grid, one: &span::Called) {
    let row = promises.named(&row_of(one.promise.id), &[]);
    for call in &one.calls {
        let became = match call.became {
            Became::Withdrawn => "withdrawn",
            Became::NotKept => "not-kept",
            Became::Late => "late",
            Became::NotDue => "not-due",
            Became::InTime => "in-time",
        };
        let rights: Vec<String> = call
            .rights
            .iter()
            .map(|right| right.id().replace('-', " "))
            .collect();
        for column in ["called-on", became] {
            promises.hit(row, column, || Thing {
                kind: BehindKind::Request,
                id: call.request,
                text: rights.join(", "),
            });
        }
    }
}

/// Where a contradiction stands: with its request, in the register, or with the version whose notice was missed.
fn thing(one: &Seen) -> Thing {
    match one {
        Seen::Register(met) => Thing {
            kind: BehindKind::Contradiction,
            id: met.slot.id,
            text: met.key(),
        },
        Seen::Ready(one) => Thing {
            kind: match one.request {
                Some(_) => BehindKind::Request,
                None => BehindKind::Policy,
            },
            id: one.request.or(one.policy).unwrap_or_default(),
            text: one.message.clone(),
        },
    }
}

/// The promises of every version that was in force on a day of the span.
fn in_force(desk: &Desk, asked: &Asked) -> impl Iterator<Item = u32> {
    let book = &desk.policy;
    book.standing_versions()
        .filter(move |version| {
            version.from <= asked.last && book.ends(version).is_none_or(|end| asked.first <= end)
        })
        .flat_map(|version| book.promises(version.id))
        .map(|promise| promise.id)
}

fn kept(promises: Grid) -> Table {
    Table {
        id: "promises",
        title: "The promises that were called on or contradicted".to_owned(),
        columns: columns(
            &[
                ("promise", "Promise"),
                ("where", "Where it stands"),
                ("kind", "Kind"),
            ],
            &[
                ("called-on", "Called on"),
                ("in-time", "Kept in time"),
                ("late", "Late"),
                ("not-kept", "Not kept"),
                ("not-due", "Not due yet"),
                ("withdrawn", "Withdrawn"),
                ("contradicted", "Contradicted"),
                ("answered", "Answered in writing"),
                ("open", "Open"),
            ],
        ),
        lines: promises.lines_and_total(CALLED),
        empty: "No promise was called on or contradicted.".to_owned(),
        counting: vec![
            house(
                "The day of receipt decides. A request counts once for each promise of the policy of that day that speaks of what it asks for; where it asks for several such things, the worst that became of one.",
            ),
            house(
                "The day the promise names decides whether it was kept in time; where it names none, the earliest day that a law or the house sets. What is open is late once that day has passed, and not due yet before. What the person took back is neither.",
            ),
            house(
                "Not kept is what was refused though promised, or contradicts the promise in another way than by being late, whenever that was and whatever was written about it; however soon it was answered, it is not kept in time. A refusal on a ground that the promise leaves open contradicts nothing, and the day decides: something that the promise asks for was missing, the person had asked as often as it allows, or it is not known whether it speaks to them.",
            ),
            house(
                "A contradiction counts on the day it happened and stands as it is resolved now: answered in writing, or open.",
            ),
        ],
    }
}

fn by_about(about: Grid) -> Table {
    Table {
        id: "contradictions-about",
        title: "What did not agree with the policy".to_owned(),
        columns: columns(
            &[("about", "What it is about")],
            &[
                ("all", "Contradictions"),
                ("answered", "Answered in writing"),
                ("open", "Open"),
            ],
        ),
        lines: about.lines_and_total(&["all", "answered", "open"]),
        empty: "Nothing contradicted the policy, a consent on file or a law of the registers."
            .to_owned(),
        counting: vec![house(
            "These are all contradictions of the span: with a promise, with a consent or an authorisation on file, with a law of the registers. An entry that contradicts two promises counts twice.",
        )],
    }
}

/// The contradictions in words, newest first.
fn written(lines: &[Contradiction]) -> Table {
    let line = |one: &Contradiction| {
        let promised = match one.quote.as_str() {
            "" => one.cite.clone(),
            quote => format!("“{quote}” ({})", one.cite),
        };
        let (said, by) = match &one.answer {
            Some(answer) => (answer.text.clone(), answer.officer.clone()),
            None => ("Nobody has answered it yet.".to_owned(), String::new()),
        };
        Line {
            id: one.key.clone(),
            cells: vec![
                Value::Day(time::day(&one.on)),
                happened(one),
                text(promised),
                text(said),
                text(by),
            ],
            total: false,
        }
    };
    Table {
        id: "contradictions",
        title: "What was done against a promise, and what was written about it".to_owned(),
        columns: vec![
            ("day", "Day".to_owned(), ColumnKind::Day),
            ("what", "What happened".to_owned(), ColumnKind::Text),
            ("promised", "What was promised".to_owned(), ColumnKind::Text),
            (
                "written",
                "What was written about it".to_owned(),
                ColumnKind::Text,
            ),
            ("by", "By".to_owned(), ColumnKind::Text),
        ],
        lines: lines.iter().map(line).collect(),
        empty: "Nothing contradicted the policy, a consent on file or a law of the registers."
            .to_owned(),
        counting: vec![house(
            "Where the register holds many that are alike, they stand in one line that says how many; the table before it counts each.",
        )],
    }
}

/// What was done, which opens the request, the entry or the version it was done in.
fn happened(one: &Contradiction) -> Value {
    let (kind, id) = match (one.request, one.handling) {
        (Some(id), _) => (BehindKind::Request, Some(id)),
        (_, Some(id)) => (BehindKind::Disclosure, Some(id)),
        _ => (BehindKind::Policy, one.policy),
    };
    opens(one.message.clone(), kind, id)
}

const SHIFTS: &[(PromiseShift, &str)] = &[
    (PromiseShift::Added, "added"),
    (PromiseShift::Strengthened, "strengthened"),
    (PromiseShift::Changed, "changed"),
    (PromiseShift::Weakened, "weakened"),
    (PromiseShift::Dropped, "dropped"),
];

/// The versions that came into force, what became of the promises, and the notice.
fn versions(desk: &Desk, asked: &Asked, trace: &Trace) -> Result<Table, Refusal> {
    const COLUMNS: &[&str] = &["added", "strengthened", "changed", "weakened", "dropped"];
    let mut grid = Grid::new(trace, "versions", COLUMNS);
    let book = &desk.policy;
    let came = book
        .standing_versions()
        .filter(|version| asked.holds(version.from) && version.from <= asked.as_of);
    for version in came {
        let before = book.before(version);
        let owed = notice::owed(book, version);
        let row = grid.row(&format!("policy-{}", version.id), || {
            head(version, before, owed.as_ref())
        });
        let Some(before) = before else { continue };
        let pair = PolicyPair {
            old: before.id,
            new: version.id,
        };
        for shift in compare::shifted(desk, &pair)? {
            let column = SHIFTS.iter().find(|(change, _)| *change == shift.change);
            if let Some((_, column)) = column {
                grid.hit(row, column, || Thing {
                    kind: BehindKind::Policy,
                    id: version.id,
                    text: quote(&shift),
                });
            }
        }
    }
    Ok(Table {
        id: "versions",
        title: "Changes of the policy".to_owned(),
        columns: vec![
            ("version", "Version".to_owned(), ColumnKind::Text),
            ("from", "In force from".to_owned(), ColumnKind::Day),
            ("notice", "Promised notice".to_owned(), ColumnKind::Text),
            ("notice-by", "Notice due".to_owned(), ColumnKind::Day),
            ("notice-given", "Notice given".to_owned(), ColumnKind::Day),
            ("added", "Promises added".to_owned(), ColumnKind::Count),
            ("strengthened", "Strengthened".to_owned(), ColumnKind::Count),
            ("changed", "Changed".to_owned(), ColumnKind::Count),
            ("weakened", "Weakened".to_owned(), ColumnKind::Count),
            ("dropped", "Dropped".to_owned(), ColumnKind::Count),
        ],
        lines: grid.lines(),
        empty: "No version came into force.".to_owned(),
        counting: vec![
            house(
                "A version counts by its first day in force; one that was taken out of force never counted.",
            ),
            house(
                "Each is compared with the version before it, as the comparison of the two shows: accepted promises and those that nobody has reviewed yet. Other words for the same promise are no change.",
            ),
            house("The notice is the one that the version before it promised."),
        ],
    })
}

/// The promise as it reads now, or read.
fn quote(shift: &PromiseCompared) -> String {
    let side = shift.new.as_ref().or(shift.old.as_ref());
    let state = match side.map(|one| one.state) {
        Some(PromiseState::Suggested) => " (not reviewed)",
        _ => "",
    };
    side.map(|one| format!("“{}”{state}", one.quote))
        .unwrap_or_default()
}

fn head(version: &Version, before: Option<&Version>, owed: Option<&ChangeNotice>) -> Vec<Value> {
    let by = owed.and_then(|owed| time::day(owed.by.as_deref()?));
    let given = owed.and_then(|owed| time::day(&owed.done.as_ref()?.on));
    let says = match (before, owed, given) {
        (None, _, _) => "The first version: there was nobody to tell.",
        (_, None, _) => "None was promised.",
        (_, _, None) => "Promised, and not on record.",
        (_, _, Some(on)) if by.is_none_or(|by| on <= by) => "Given in time.",
        (_, _, Some(_)) => "Given late.",
    };
    vec![
        Value::Named(version.title.clone(), BehindKind::Policy, version.id),
        Value::Day(Some(version.from)),
        text(says),
        Value::Day(by),
        Value::Day(given),
    ]
}

fn lead(desk: &Desk, promises: &Grid, about: &Grid, versions: usize, quiet: usize) -> Vec<String> {
    if desk.policy.versions.is_empty() {
        return vec![
            "No version of a published policy is in this desk, so there was nothing to keep."
                .to_owned(),
        ];
    }
    let size = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut all = vec![
        match promises.sum("called-on") {
            0 => "No request called on a promise of the policy.".to_owned(),
            n => format!(
                "Promises were called on {}: {} kept in time, {} late, {} not kept, {} not due yet, {} taken back by the person.",
                many(n, "time", "times"),
                number(promises.sum("in-time")),
                number(promises.sum("late")),
                number(promises.sum("not-kept")),
                number(promises.sum("not-due")),
                number(promises.sum("withdrawn")),
            ),
        },
        match about.sum("all") {
            0 => "Nothing contradicted the policy, a consent on file or a law of the registers."
                .to_owned(),
            n => format!(
                "{}: {} answered in writing, {} open.",
                many(n, "contradiction", "contradictions"),
                number(about.sum("answered")),
                number(about.sum("open")),
            ),
        },
        match versions {
            0 => "The policy did not change.".to_owned(),
            n => format!(
                "{} of the policy came into force.",
                many(size(n), "version", "versions")
            ),
        },
    ];
    if quiet > 0 {
        all.push(format!(
            "{} in force neither called on nor contradicted.",
            many(size(quiet), "further promise was", "further promises were")
        ));
    }
    all
}
