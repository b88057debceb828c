#![allow(clippy::unwrap_used)]
//! Made-up reports, for the tests of pictures and files.

use crate::api::wire::{
    CitedText, Report, ReportCell, ReportColumn, ReportRow, ReportSpan, ReportTable,
};
use crate::words::{ColumnKind, ReportKind};

pub const HEAD: &str = "9f3c41d07be2a58816c4f0d9a37be15522c8e6710f4ab39d85e7d6c1023f9b4e";
pub const RULES: &str = "11aa41d07be2a58816c4f0d9a37be15522c8e6710f4ab39d85e7d6c1023f9b4e";

/// A table: columns as `id Name kind`, rows as identifier and cells; a row named `total` is one.
pub fn table(
    id: &str,
    title: &str,
    columns: &[(&str, &str, ColumnKind)],
    rows: &[(String, Vec<String>)],
) -> ReportTable {
    ReportTable {
        id: id.into(),
        title: title.into(),
        columns: columns
            .iter()
            .map(|(id, name, kind)| ReportColumn {
                id: (*id).into(),
                name: (*name).into(),
                kind: *kind,
            })
            .collect(),
        rows: rows
            .iter()
            .map(|(id, cells)| ReportRow {
                id: id.clone(),
                cells: columns.iter().zip(cells).map(|((_, _, kind), text)| cell(*kind, text)).collect(),
                total: id == "total",
            })
            .collect(),
        empty: "Nothing was received in this span.".into(),
        counting: vec![CitedText {
            text: "The day of receipt in the desk’s time zone decides the year; a request with several claims counts once for each right and law.".into(),
            cite: "11 CCR 7102(a)".into(),
        }],
    }
}

fn cell(kind: ColumnKind, text: &str) -> ReportCell {
    let figure = matches!(kind, ColumnKind::Count | ColumnKind::Days);
    let value: Option<f64> = text.parse().ok().filter(|_| figure);
    ReportCell {
        text: text.to_owned(),
        value,
        behind: 0,
        opens: None,
    }
}

fn report(kind: ReportKind, title: &str, tables: Vec<ReportTable>) -> Report {
    let limit = crate::summary::Limit {
        days: 30,
        words: "One month (Art. 12(3) GDPR)".into(),
    };
    let pictures = crate::summary::pictures(&tables, Some(&limit));
    Report {
        report: kind,
        title: title.into(),
        span: ReportSpan {
            name: "2026".into(),
            first: "2026-01-01".into(),
            last: "2026-12-31".into(),
        },
        organisation: "Fährhaus Lindensee Reederei GmbH".into(),
        californians: false,
        reasons: false,
        as_of: "2026-11-23".into(),
        lead: vec![
            "In 2026 the organisation received 61 requests with 84 claims under four laws.".into(),
            "78 were answered, 74 of them in time; 6 are open, one of which is late.".into(),
        ],
        notes: vec![CitedText {
            text: "A business that handles the personal information of ten million consumers or more in a calendar year compiles these figures by 1 July and publishes them in its privacy policy.".into(),
            cite: "11 CCR 7102(a)".into(),
        }],
        tables,
        pictures,
        log_head: HEAD.into(),
        rules: RULES.into(),
        advice: vec![CitedText {
            text: "Settings do not say of how many people of California a year data is held.".into(),
            cite: "11 CCR 7102(a)".into(),
        }],
        signed: None,
    }
}

/// Requests of twelve months under so many rights.
pub fn months(rights: usize, size: usize) -> ReportTable {
    const NAMES: [&str; 7] = [
        "Access",
        "Erasure",
        "Correction",
        "Objection",
        "Portability",
        "Stop marketing",
        "Limit the use of sensitive information",
    ];
    let mut columns = vec![("month", "Month", ColumnKind::Text)];
    for name in NAMES.iter().take(rights) {
        columns.push((name, name, ColumnKind::Count));
    }
    columns.push(("all", "All rights", ColumnKind::Count));
    let mut sums = vec![0; rights + 1];
    let mut rows: Vec<(String, Vec<String>)> = (1..=12_usize)
        .map(|month| {
            let each: Vec<usize> = (0..rights)
                .map(|at| (month * 7 + at * 5) % 11 * size / (at + 1))
                .collect();
            let all: usize = each.iter().sum();
            let mut cells = vec![
                chrono::NaiveDate::from_ymd_opt(2026, month as u32, 1)
                    .unwrap()
                    .format("%B %Y")
                    .to_string(),
            ];
            for (at, n) in each.iter().chain([&all]).enumerate() {
                sums[at] += n;
                cells.push(n.to_string());
            }
            (format!("2026-{month:02}"), cells)
        })
        .collect();
    let total = std::iter::once("Together".to_owned()).chain(sums.iter().map(usize::to_string));
    rows.push(("total".into(), total.collect()));
    table("months", "Received by month and right", &columns, &rows)
}

/// Rows law by law: received, in time, late, extended, open, median, mean.
pub fn by_right(laws: &[&str], rights: &[&str]) -> ReportTable {
    let columns = [
        ("law", "Law", ColumnKind::Text),
        ("right", "Right", ColumnKind::Text),
        ("received", "Received", ColumnKind::Count),
        ("in-time", "Answered in time", ColumnKind::Count),
        ("extended", "Extended", ColumnKind::Count),
        ("late", "Late", ColumnKind::Count),
        ("open", "Open", ColumnKind::Count),
        ("median", "Median days", ColumnKind::Days),
        ("mean", "Mean days", ColumnKind::Days),
    ];
    let mut sums = [0; 5];
    let mut rows = Vec::new();
    for (at, law) in laws.iter().enumerate() {
        for (of, right) in rights.iter().enumerate() {
            let n = (at * 5 + of * 3) % 17 + 2;
            let (late, open) = (n % 3, n % 2);
            let figures = [n, n - late - open, n % 4, late, open];
            let mut cells = vec![(*law).to_owned(), (*right).to_owned()];
            for (sum, figure) in sums.iter_mut().zip(figures) {
                *sum += figure;
                cells.push(figure.to_string());
            }
            cells.push(format!("{:.1}", n as f64 * 1.7));
            cells.push(format!("{:.1}", n as f64 * 1.9));
            rows.push((format!("{law}/{right}"), cells));
        }
    }
    let mut total = vec!["All laws".to_owned(), String::new()];
    total.extend(sums.iter().map(usize::to_string));
    total.extend(["12.0".to_owned(), "14.3".to_owned()]);
    rows.push(("total".into(), total));
    table("rights", "Every law and right", &columns, &rows)
}

pub fn days(figures: [usize; 6]) -> ReportTable {
    let classes = [
        ("0-7", "Up to 7"),
        ("8-14", "8 to 14"),
        ("15-30", "15 to 30"),
        ("31-45", "31 to 45"),
        ("46-90", "46 to 90"),
        ("over-90", "Over 90"),
    ];
    classed(
        "days",
        "Days from receipt to the answer",
        &classes,
        &figures,
    )
}

/// What is open; the oldest is late.
pub fn age(figures: [usize; 4]) -> ReportTable {
    let columns = [
        ("class", "Days since receipt", ColumnKind::Text),
        ("running", "Within its time", ColumnKind::Count),
        ("late", "Late", ColumnKind::Count),
        ("all", "Open", ColumnKind::Count),
    ];
    let classes = [
        ("0-7", "0 to 7"),
        ("8-30", "8 to 30"),
        ("31-90", "31 to 90"),
        ("over-90", "Over 90"),
    ];
    let rows: Vec<(String, Vec<String>)> = classes
        .iter()
        .zip(figures)
        .enumerate()
        .map(|(at, ((id, name), n))| {
            let late = if at == 3 { n } else { n / 2 };
            let cells = [
                (*name).to_owned(),
                (n - late).to_string(),
                late.to_string(),
                n.to_string(),
            ];
            ((*id).to_owned(), cells.to_vec())
        })
        .collect();
    table("age", "Age of what is open", &columns, &rows)
}

fn classed(id: &str, title: &str, classes: &[(&str, &str)], figures: &[usize]) -> ReportTable {
    let columns = [
        ("class", "Days", ColumnKind::Text),
        ("all", "All laws", ColumnKind::Count),
    ];
    let rows: Vec<(String, Vec<String>)> = classes
        .iter()
        .zip(figures)
        .map(|((id, name), n)| ((*id).to_owned(), vec![(*name).to_owned(), n.to_string()]))
        .collect();
    table(id, title, &columns, &rows)
}

/// With every picture.
pub fn rights() -> Report {
    let tables = vec![
        by_right(
            &["GDPR", "UK GDPR", "CCPA"],
            &["Access", "Erasure", "Correction", "Objection"],
        ),
        months(6, 1),
        days([22, 18, 24, 9, 3, 1]),
        age([3, 2, 0, 1]),
    ];
    report(ReportKind::Rights, "Rights report", tables)
}

/// More rights than a page is wide.
pub fn many_rights() -> Report {
    const NAMES: [&str; 22] = [
        "Access",
        "Portability",
        "Rectification",
        "Erasure",
        "Restriction",
        "Objection",
        "Stop marketing objection",
        "Stop unsubscribe",
        "Stop opt-out sale sharing",
        "Stop limit sensitive",
        "Stop consent withdrawal",
        "Automated decision",
        "Complaint",
        "Appeal",
        "Question",
        "Disclosure list",
        "Authorisation withdrawn",
        "Parental review",
        "Parental withdrawal",
        "Accounting",
        "Confirmation",
        "Anonymisation",
    ];
    let mut columns = vec![("month", "Month", ColumnKind::Text)];
    columns.extend(NAMES.map(|name| (name, name, ColumnKind::Count)));
    columns.push(("requests", "Requests", ColumnKind::Count));
    let rows: Vec<(String, Vec<String>)> = (1..=2)
        .map(|month| {
            let first = chrono::NaiveDate::from_ymd_opt(2026, month, 1).unwrap();
            let figures = (0..=NAMES.len()).map(|at| (at % 3).to_string());
            let name = first.format("%B %Y").to_string();
            let cells = std::iter::once(name).chain(figures);
            (first.format("%Y-%m").to_string(), cells.collect())
        })
        .collect();
    let months = table("months", "Received by month and right", &columns, &rows);
    report(ReportKind::Rights, "Rights report", vec![months])
}

pub fn metrics() -> Report {
    let columns = [
        ("right", "Kind of request", ColumnKind::Text),
        ("received", "Received", ColumnKind::Count),
        (
            "complied",
            "Complied with in whole or in part",
            ColumnKind::Count,
        ),
        ("denied", "Denied", ColumnKind::Count),
        ("median", "Median days", ColumnKind::Days),
        ("mean", "Mean days", ColumnKind::Days),
    ];
    let rows: Vec<(String, Vec<String>)> = [
        ("delete", "Requests to delete", "12500 11900 600 21.0 23.4"),
        ("correct", "Requests to correct", "310 290 20 14.0 15.1"),
        ("know", "Requests to know", "4102 4000 102 30.0 28.8"),
        (
            "opt-out",
            "Requests to opt out of sale and sharing",
            "88120 88120 0 1.0 1.2",
        ),
        (
            "limit",
            "Requests to limit the use of sensitive personal information",
            "77 70 7 3.0 3.4",
        ),
    ]
    .iter()
    .map(|(id, name, figures)| {
        let cells =
            std::iter::once((*name).to_owned()).chain(figures.split(' ').map(str::to_owned));
        ((*id).to_owned(), cells.collect())
    })
    .collect();
    let tables = vec![table("metrics", "Requests by kind", &columns, &rows)];
    report(ReportKind::Metrics, "Request metrics", tables)
}

pub fn empty() -> Report {
    let mut report = rights();
    report
        .tables
        .iter_mut()
        .for_each(|table| table.rows.clear());
    report.pictures = crate::summary::pictures(&report.tables, None);
    report.lead = vec!["No request was received in 2026.".into()];
    report
}

/// Names that go on, and a single bar.
pub fn long_names() -> Report {
    let law = "Act on the Protection of Individuals with Regard to Automated and Other Processing of Data of 1988";
    let word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    let mut report = report(
        ReportKind::Rights,
        "Rights report with a title that is longer than any title ought to be and goes on to a second line",
        vec![
            by_right(
                &[law, word],
                &[
                    "Access to the data and a copy of them in a form that can be read",
                    "Erasure",
                ],
            ),
            days([0, 0, 1, 0, 0, 0]),
            months(7, 104_729),
        ],
    );
    report.organisation = "Wolfeschlegelsteinhausen & Söhne, Fachhandel für Binnenschifffahrt und verwandte Gewerbe, Kommanditgesellschaft ".repeat(3);
    report.span.name = "1 Mar 2026 to 5 Apr 2026".into();
    report.span.first = "2026-03-01".into();
    report.span.last = "2026-04-05".into();
    report.californians = true;
    report
}

/// Every request with its answer.
pub fn register(rows: usize) -> Report {
    let columns = [
        ("reference", "Reference", ColumnKind::Text),
        ("received", "Received", ColumnKind::Day),
        ("manner", "How it was made", ColumnKind::Text),
        ("nature", "What was asked", ColumnKind::Text),
        ("law", "Law", ColumnKind::Text),
        ("answered", "Answered", ColumnKind::Day),
        ("days", "Days", ColumnKind::Count),
        ("outcome", "Answer", ColumnKind::Text),
        ("ground", "Ground of a refusal", ColumnKind::Text),
    ];
    let first = chrono::NaiveDate::from_ymd_opt(2026, 1, 2).unwrap();
    let rows: Vec<(String, Vec<String>)> = (0..rows)
        .map(|n| {
            let received = first + chrono::Days::new((n * 7 % 360) as u64);
            let refused = n % 9 == 4;
            let cells = [
                format!("2026-{:04}", n + 1),
                received.to_string(),
                ["Mail", "Letter", "Form on the web site", "Telephone"][n % 4].to_owned(),
                [
                    "Access, erasure",
                    "Stop marketing",
                    "Correction of the address and of the date of birth",
                    "Portability",
                ][n % 4]
                    .to_owned(),
                ["GDPR", "UK GDPR", "CCPA"][n % 3].to_owned(),
                (received + chrono::Days::new((n % 40) as u64)).to_string(),
                (n % 40).to_string(),
                if refused {
                    "Refused"
                } else {
                    "Granted in full"
                }
                .to_owned(),
                if refused {
                    "The identity of the person could not be verified (11 CCR 7060)"
                } else {
                    ""
                }
                .to_owned(),
            ];
            (format!("request-{n}"), cells.to_vec())
        })
        .collect();
    let tables = vec![table("register", "Every request", &columns, &rows)];
    report(ReportKind::Register, "Register of requests", tables)
}
