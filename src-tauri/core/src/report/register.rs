//! Every request with its answer, as 11 CCR 7101(b) wants the log kept. It names nobody.

use super::names::Book;
use super::rules::rules;
use super::{Asked, Built};
use crate::api::wire::{CitedText, Refusal};
use crate::desk::Desk;
use crate::request::case::{Case, Claim};
use crate::request::deadlines::settled_on;
use crate::store;
use crate::summary::report::{Count, Line, Table, Thing, Trace, Value};
use crate::time::Now;
use crate::words::{BehindKind, Channel, ColumnKind, Outcome};

/// Builds it.
pub fn build(desk: &Desk, asked: &Asked, trace: &Trace, _: Now) -> Result<Built, Refusal> {
    let cases = store::request::load_span(desk.store.read(), asked.first, asked.last)?;
    let book = Book::of(desk, asked.last);
    let law = desk.library.law(&rules()?.metrics.law)?;
    let cite = law.records.as_ref().map_or("", |records| &records.cite);
    let notes = law
        .records
        .iter()
        .map(|records| CitedText {
            text: format!("{}: {}", law.short, records.text),
            cite: records.cite.clone(),
        })
        .chain([CitedText {
            text: "It lists every request, under whatever law. Nobody is named: the regulation does not ask for names, and the reference leads to the file.".into(),
            cite: cite.to_owned(),
        }])
        .collect();
    Ok(Built {
        title: "Register of requests".into(),
        lead: vec![format!(
            "Every request that {} received, with what came of it: {}.",
            desk.profile.organisation, asked.name
        )],
        notes,
        tables: vec![size(&cases, book, trace), register(&cases, book)],
        pictures: Vec::new(),
    })
}

/// How much the register holds.
fn size(cases: &[Case], book: Book, trace: &Trace) -> Table {
    const TABLE: &str = "size";
    let line = |id: &str, name: &str, count: Count| Line {
        id: id.into(),
        cells: vec![Value::Text(name.into()), Value::Count(count)],
        total: false,
    };
    let mut requests = trace.count(TABLE, "requests", "n");
    let mut claims = trace.count(TABLE, "rights", "n");
    let thing = |case: &Case, text: String| Thing {
        kind: BehindKind::Request,
        id: case.id,
        text,
    };
    for case in cases {
        requests.hit(|| thing(case, String::new()));
        for claim in &case.claims {
            claims.hit(|| thing(case, nature(book, claim)));
        }
    }
    Table {
        id: TABLE,
        title: "What the register holds".into(),
        columns: vec![
            ("what", String::new(), ColumnKind::Text),
            ("n", "Number".into(), ColumnKind::Count),
        ],
        lines: vec![
            line("requests", "Requests", requests),
            line("rights", "Rights invoked in them, a line each", claims),
        ],
        empty: String::new(),
        counting: Vec::new(),
    }
}

/// One line a right, in the order of the references.
fn register(cases: &[Case], book: Book) -> Table {
    let column = |id, name: &str, kind| (id, name.to_owned(), kind);
    Table {
        id: "register",
        title: "Requests and answers".into(),
        columns: vec![
            column("reference", "Reference", ColumnKind::Text),
            column("received", "Date of request", ColumnKind::Day),
            column("nature", "Nature of request", ColumnKind::Text),
            column("laws", "Laws", ColumnKind::Text),
            column("manner", "Manner", ColumnKind::Text),
            column("answered", "Date of response", ColumnKind::Day),
            column("response", "Nature of response", ColumnKind::Text),
            column("basis", "Basis of denial", ColumnKind::Text),
        ],
        lines: cases
            .iter()
            .flat_map(|case| case.claims.iter().map(move |claim| line(case, claim, book)))
            .collect(),
        empty: "No request was received in this span.".into(),
        counting: [
            "The day of receipt, as a civil day in the desk’s time zone, decides whether a request belongs to the span.",
            "A request has a line for each right it invokes; its laws stand in that line.",
            "The date of response is the day the answer left the house, or the day the person withdrew.",
        ]
        .map(|text| CitedText {
            text: text.into(),
            cite: String::new(),
        })
        .to_vec(),
    }
}

fn line(case: &Case, claim: &Claim, book: Book) -> Line {
    let settled = settled_on(case, claim);
    let laws: Vec<String> = claim.laws.iter().map(|law| book.law(law).1).collect();
    let basis = claim
        .ground
        .as_ref()
        .filter(|_| settled.is_some())
        .map_or_else(String::new, |(law, id)| book.ground(law, id));
    let response = match (settled.and(claim.outcome), claim.outcome) {
        (Some(Outcome::Granted), _) => "Granted in full",
        (Some(Outcome::GrantedInPart), _) => "Granted in part",
        (Some(Outcome::Refused), _) => "Refused",
        (Some(Outcome::Withdrawn), _) => "Withdrawn by the person",
        (None, Some(_)) => "Open: decided, not told yet",
        (None, None) => "Open",
    };
    Line {
        id: format!("claim-{}", claim.id),
        cells: vec![
            Value::Named(case.reference.clone(), BehindKind::Request, case.id),
            Value::Day(Some(case.received_on)),
            Value::Text(nature(book, claim)),
            Value::Text(laws.join(", ")),
            Value::Text(manner(case.channel).into()),
            Value::Day(settled.filter(|_| claim.outcome.is_some())),
            Value::Text(response.into()),
            Value::Text(basis),
        ],
        total: false,
    }
}

fn nature(book: Book, claim: &Claim) -> String {
    match claim.laws.first() {
        Some(law) => book.right(law, claim.right),
        None => book.plain(claim.right),
    }
}

fn manner(channel: Channel) -> &'static str {
    match channel {
        Channel::Mail => "E-mail",
        Channel::Post => "Post",
        Channel::Phone => "Telephone",
        Channel::WebForm => "Web form",
        Channel::InPerson => "In person",
        Channel::AccountRepresentative => "Account representative",
    }
}
