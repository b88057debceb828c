//! A hand-counted desk: sixty requests whose every figure was counted on paper, and what stands behind each.

mod memo;
mod standing;

use super::*;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use rightsdesk_core::desk::App;
use rightsdesk_tests::office::moment;
use rightsdesk_tests::profile;
use std::collections::HashMap;

const REQUESTS: &str = include_str!("year/requests.txt");
const FIGURES: &str = include_str!("year/figures.txt");
/// The last day of March: what was received on New Year's Eve and extended is due that very day.
const AS_OF: &str = "2025-03-31T17:00:00Z";

/// One thing that happened, in the order of the desk's log.
struct Deed {
    at: NaiveDateTime,
    request: usize,
    what: Vec<String>,
}

/// Every line that says something.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let said = |line: &&str| !line.is_empty() && !line.starts_with('#');
    text.lines().map(str::trim).filter(said)
}

/// The desk of `requests.txt`, as it stands at the end of March 2025.
fn counted() -> Office {
    looked_at(|_| ())
}

/// The same, with a look at it after everything that happens.
fn looked_at(mut look: impl FnMut(&mut Office)) -> Office {
    let laws = ["us-ca-ccpa", "eu-gdpr", "us-va-cdpa"];
    let mut of = profile("America/Los_Angeles", "ca-cons", &laws);
    of.opt_out_confirmation = "under Account, Privacy".into();
    let mut office = Office::quick(of, "2023-12-01T20:00:00Z");
    let mut drafts = Vec::new();
    let mut deeds = Vec::new();
    for line in lines(REQUESTS) {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [name, received, residence, claims, happened] = parts[..] else {
            panic!("five parts: {line}")
        };
        let claims: Vec<Vec<&str>> = claims
            .split(',')
            .map(|claim| claim.split_whitespace().collect())
            .collect();
        let rights: Vec<(&str, &[&str])> = claims.iter().map(|c| (c[0], &c[1..])).collect();
        let request = drafts.len();
        let name = format!("{name} Example");
        drafts.push(draft(received, "mail", &name, residence, &rights));
        // Winter time: eight hours behind UTC.
        let arrived = format!("{received}:00").parse::<NaiveDateTime>().unwrap();
        deeds.push(Deed {
            at: arrived + TimeDelta::hours(8),
            request,
            what: vec!["log".into()],
        });
        for deed in happened.split(';').map(str::trim).filter(|d| !d.is_empty()) {
            let mut words = deed.split_whitespace().map(str::to_owned);
            let day: NaiveDate = words.next().unwrap().parse().unwrap();
            deeds.push(Deed {
                at: day.and_hms_opt(20, 0, 0).unwrap(),
                request,
                what: words.collect(),
            });
        }
    }
    deeds.sort_by_key(|deed| deed.at);
    let mut numbers = HashMap::new();
    for deed in deeds {
        office.at(&format!("{}Z", deed.at.format("%Y-%m-%dT%H:%M:%S")));
        let words: Vec<&str> = deed.what.iter().map(String::as_str).collect();
        if words == ["log"] {
            let id = office.log(drafts[deed.request].clone());
            numbers.insert(deed.request, id);
        } else {
            act(&mut office, numbers[&deed.request], &words);
        }
        look(&mut office);
    }
    office.at(AS_OF);
    office
}

/// One thing that happens to a request.
pub fn act(office: &mut Office, id: u32, words: &[&str]) {
    let view = office.call("request_show", json!({ "id": id }));
    let letter = || format!("l{}", view["letters"][0]["id"]);
    match words {
        ["acknowledge"] => office.call(
            "request_acknowledge",
            json!({ "request": id, "on": "", "text": "By mail." }),
        ),
        ["extend"] => office.call(
            "request_extend",
            json!({ "request": id, "reason": "Two archives must be searched by hand", "sent_by": "mail" }),
        ),
        ["tell"] => office.call(
            "request_close",
            json!({ "request": id, "note": "Told on the telephone." }),
        ),
        ["close"] => office.call("request_close", json!({ "request": id, "note": "" })),
        ["reopen"] => office.call(
            "request_reopen",
            json!({ "request": id, "reason": "They called again." }),
        ),
        ["letter", kind, law] => office.write(id, kind, law, "", "", "the list of orders"),
        ["waiting", kind, law] => {
            let drafted = office.call(
                "letter_draft",
                json!({ "request": id, "kind": kind, "law": law, "reason": "", "asked": "" }),
            );
            let mut text = drafted["text"].clone();
            for block in text["blocks"].as_array_mut().unwrap() {
                let words = block["text"].as_str().unwrap();
                block["text"] = rightsdesk_tests::office::fill(words, "the list of orders").into();
            }
            office.call("letter_save", json!({ "request": id, "text": text }));
            office.call(
                "letter_enclose",
                json!({ "request": id, "items": [], "also": "List of orders" }),
            );
            office.call(
                "letter_issue",
                json!({ "request": id, "sent_by": "post", "waits": true }),
            )
        }
        ["posted"] => office.call(
            "post_confirm",
            json!({ "keys": [letter()], "on": "", "method": "", "tracking": "" }),
        ),
        ["returned"] => office.call(
            "post_returned",
            json!({ "key": letter(), "on": "", "reason": "Unknown", "next": "find-address" }),
        ),
        [what, right, ground @ ..] => {
            let outcome = match *what {
                "grant" => "granted",
                "part" => "granted-in-part",
                "refuse" => "refused",
                "withdraw" => "withdrawn",
                other => panic!("nothing is called {other}"),
            };
            let claims = view["claims"].as_array().unwrap();
            let claim = claims.iter().find(|c| c["right"] == *right).unwrap();
            office.call(
                "claim_decide",
                json!({ "claim": claim["id"], "outcome": outcome, "ground": ground.first(), "reasons": "We looked into it", "kept": "Invoices of three years" }),
            )
        }
        other => panic!("nothing is called {other:?}"),
    };
}

/// A question about a report.
fn asked(report: &str, first: &str, last: &str) -> Value {
    let (report, californians) = match report {
        "californians" => ("metrics", true),
        other => (other, false),
    };
    json!({ "report": report, "first": first, "last": last, "californians": californians, "reasons": true })
}

fn of_2024(report: &str) -> Value {
    asked(report, "2024-01-01", "2024-12-31")
}

/// The table of a report with this identifier.
#[track_caller]
fn table<'r>(report: &'r Value, id: &str) -> &'r Value {
    let tables = report["tables"].as_array().unwrap();
    let found = tables.iter().find(|table| table["id"] == id);
    found.unwrap_or_else(|| panic!("no table {id}"))
}

/// What stands in a table, row by row, in the columns asked for; `-` where nothing does.
fn figures(table: &Value, columns: &[&str]) -> Vec<String> {
    let known = table["columns"].as_array().unwrap();
    let at: Vec<usize> = columns
        .iter()
        .map(|id| known.iter().position(|column| column["id"] == *id).unwrap())
        .collect();
    let rows = table["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| {
            let cells = at.iter().map(|at| match row["cells"][at]["text"].as_str() {
                None | Some("") => "-",
                Some(text) => text,
            });
            let id = row["id"].as_str().unwrap();
            std::iter::once(id)
                .chain(cells)
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
}

/// Every table of `figures.txt`: report, table, columns and rows.
fn on_paper() -> Vec<(
    &'static str,
    &'static str,
    Vec<&'static str>,
    Vec<&'static str>,
)> {
    let mut tables: Vec<(_, _, Vec<_>, Vec<_>)> = Vec::new();
    for line in lines(FIGURES) {
        if let Some(head) = line.strip_prefix("table ") {
            let words: Vec<&str> = head.split_whitespace().collect();
            tables.push((words[0], words[1], words[2..].to_vec(), Vec::new()));
        } else {
            tables.last_mut().unwrap().3.push(line);
        }
    }
    tables
}

/// As many requests stand behind each figure as it says, and each is one of the desk.
fn behind_every_figure(call: &mut dyn FnMut(&str, Value) -> Value, of: &Value) -> usize {
    let report = call("report_show", of.clone());
    let mut walked = 0;
    for table in report["tables"].as_array().unwrap() {
        let columns = table["columns"].as_array().unwrap();
        for row in table["rows"].as_array().unwrap() {
            for (column, cell) in columns.iter().zip(row["cells"].as_array().unwrap()) {
                if column["kind"] != "count" {
                    assert_eq!(cell["behind"], 0, "only what is counted leads somewhere");
                    continue;
                }
                assert_eq!(cell["behind"].as_f64(), cell["value"].as_f64());
                if cell["behind"] == 0 {
                    continue;
                }
                let ask = json!({ "of": of, "table": table["id"], "row": row["id"], "column": column["id"] });
                let behind = call("report_behind", ask);
                let shown = behind["rows"].as_array().unwrap();
                let place = format!("{} {} {}", table["id"], row["id"], column["id"]);
                assert_eq!(behind["all"], cell["behind"], "{place}");
                assert_eq!(shown.len() as u64, cell["behind"], "{place}");
                for one in shown {
                    assert_eq!(one["kind"], "request", "{place}");
                    assert_ne!(one["title"], "", "{place}: {one}");
                    assert_ne!(one["day"], "", "{place}: {one}");
                }
                walked += 1;
            }
        }
    }
    walked
}

#[test]
fn every_figure_is_the_one_counted_by_hand() {
    let mut office = counted();
    let mut broken = Vec::new();
    for (report, id, columns, rows) in on_paper() {
        let shown = office.call("report_show", of_2024(report));
        let found = figures(table(&shown, id), &columns);
        if found != rows {
            broken.push(format!(
                "{report}, {id}:\non paper {rows:#?}\nfound {found:#?}"
            ));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));

    // The years before and after have the minute before midnight and the minute after.
    for (first, last, requests) in [
        ("2023-01-01", "2023-12-31", "1"),
        ("2025-01-01", "2025-12-31", "1"),
        ("2024-02-29", "2024-02-29", "2"),
        ("2023-04-01", "2024-03-31", "20"),
        ("2024-04-01", "2025-03-31", "40"),
    ] {
        let report = office.call("report_show", asked("register", first, last));
        assert_eq!(
            table(&report, "size")["rows"][0]["cells"][1]["text"],
            requests,
            "{first} to {last}"
        );
    }
    office.assert_intact();
}

#[test]
fn what_stands_behind_a_figure_is_as_much_as_it_says() {
    let mut office = counted();
    let mut call = |name: &str, args: Value| office.call(name, args);
    for (report, least) in [("rights", 200), ("metrics", 42), ("register", 2)] {
        let walked = behind_every_figure(&mut call, &of_2024(report));
        assert!(walked >= least, "{report}: only {walked} figures");
    }
    // The figure of all and the figure of Californians lead to their own.
    let know = |californians: bool| {
        let mut of = of_2024("metrics");
        of["californians"] = californians.into();
        json!({ "of": of, "table": "metrics", "row": "know", "column": "in-full" })
    };
    assert_eq!(call("report_behind", know(false))["all"], 6);
    assert_eq!(call("report_behind", know(true))["all"], 4);

    let folder = tempfile::tempdir().unwrap();
    let mut app = App::new();
    let now = moment("2026-11-23T09:00:00Z");
    app.create_sample(&folder.path().join("Sample desk.rightsdesk"), now)
        .unwrap();
    let mut call =
        |name: &str, args: Value| rightsdesk_core::api::call(&mut app, name, args, now).unwrap();
    for (report, least) in [("rights", 100), ("metrics", 5), ("register", 2)] {
        let of = asked(report, "2026-01-01", "2026-12-31");
        let walked = behind_every_figure(&mut call, &of);
        assert!(walked >= least, "{report}: only {walked} figures");
    }
}

#[test]
fn the_same_log_gives_the_same_bytes_and_nobody_is_named() {
    let mut office = counted();
    for report in ["rights", "metrics", "californians", "register"] {
        let one = office.call("report_show", of_2024(report)).to_string();
        office.lock_and_unlock();
        let other = office.call("report_show", of_2024(report)).to_string();
        assert_eq!(one, other, "{report}");
        assert!(
            !one.contains("Example") && !one.contains("Elm Row"),
            "{report}"
        );
    }
    let register = office.call("report_show", of_2024("register"));
    let kept: Vec<String> = figures(
        table(&register, "register"),
        &["reference", "received", "answered", "response", "basis"],
    );
    assert_eq!(kept.len(), 64, "a line a right");
    let line = |what: &str| {
        let found = kept.iter().find(|line| line.contains(what));
        found
            .unwrap_or_else(|| panic!("no {what} in {kept:#?}"))
            .clone()
    };
    let refused = line("2024-03-05");
    assert!(
        refused.contains("2024-04-04 Refused Identity could not be verified ("),
        "{refused}"
    );
    // Received on New Year's Eve by the clock of the desk, answered next year.
    assert!(line("2024-12-31 2025-01-15").contains("Granted in full"));
    assert!(line("2024-07-07").contains("Open: decided, not told yet"));
    assert!(line("2024-11-20 -").contains("Open"));
    let cited: Vec<&str> = register["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note["cite"].as_str().unwrap())
        .collect();
    assert!(cited.contains(&"11 CCR 7101"), "{cited:?}");
}

#[test]
fn the_metrics_say_who_publishes_them_and_whom_they_count() {
    let mut office = counted();
    let says = |office: &mut Office, report: &str, first: &str, last: &str| {
        let shown = office.call("report_show", asked(report, first, last));
        format!("{} {} {}", shown["lead"], shown["notes"], shown["advice"])
    };
    let all = says(&mut office, "metrics", "2024-01-01", "2024-12-31");
    for words in [
        "10,000,000 consumers",
        "by July 1, 2025",
        "wherever they live",
        "Attorney General",
        "publishing these figures is voluntary",
        "11 CCR 7102",
    ] {
        assert!(all.contains(words), "no {words} in {all}");
    }
    assert!(!all.contains("this span is none"), "{all}");
    let some = says(&mut office, "californians", "2024-04-01", "2025-03-31");
    assert!(
        some.contains("Only people who live in California"),
        "{some}"
    );
    assert!(
        some.contains("asks for a calendar year; this span is none"),
        "{some}"
    );

    let mut of = office.call("profile", json!({}));
    of["about"]["people"] = json!({ "us-ca": 12_500_000 });
    office.call("profile_save", of);
    let must = says(&mut office, "metrics", "2024-01-01", "2024-12-31");
    assert!(
        must.contains("12,500,000 people of California") && must.contains("are to be published"),
        "{must}"
    );

    // Automated decisions are asked about from 2027 on.
    for (last, kinds) in [("2026-12-31", 6), ("2027-01-01", 8)] {
        let shown = office.call("report_show", asked("metrics", "2026-01-01", last));
        let rows = table(&shown, "metrics")["rows"].as_array().unwrap().len();
        assert_eq!(rows, kinds, "{last}");
    }
}

#[test]
fn fiscal_years_begin_where_the_organisation_says() {
    let mut office = counted();
    let spans = office.call("report_spans", json!({}));
    let names = |spans: &Value| -> Vec<String> {
        let all = spans.as_array().unwrap();
        all.iter()
            .map(|s| s["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names(&spans["calendar"]), ["2025", "2024", "2023"]);
    assert_eq!(spans["fiscal"], json!([]));
    assert_eq!(spans["fiscal_start"], "01-01");

    let mut of = office.call("profile", json!({}));
    for wrong in ["02-29", "13-01", "1 April"] {
        of["fiscal_start"] = wrong.into();
        let why = office.refused("profile_save", of.clone());
        assert_eq!(why.field.as_deref(), Some("fiscal_start"), "{wrong}");
    }
    of["fiscal_start"] = "03-01".into();
    office.call("profile_save", of);
    office.lock_and_unlock();
    let spans = office.call("report_spans", json!({}));
    assert_eq!(
        names(&spans["fiscal"]),
        [
            "Fiscal year 2025/26",
            "Fiscal year 2024/25",
            "Fiscal year 2023/24"
        ],
        "the running one has no request yet"
    );
    assert_eq!(spans["fiscal"][2]["last"], "2024-02-29");
    let of = asked("register", "2023-03-01", "2024-02-29");
    let report = office.call("report_show", of);
    assert_eq!(report["span"]["name"], "Fiscal year 2023/24");
    assert_eq!(
        table(&report, "size")["rows"][0]["cells"][1]["text"],
        "14",
        "the one of 2023, eight of January and five of February"
    );
    office.assert_intact();
}

#[test]
fn every_figure_follows_each_step() {
    // One request from its receipt to its answer: what the report says after each step.
    let laws = ["us-ca-ccpa"];
    let of = profile("America/Los_Angeles", "ca-cons", &laws);
    let mut office = Office::quick(of, "2024-03-01T18:00:00Z");
    let id = office.log(draft(
        "2024-03-01T09:00",
        "mail",
        "Ada Example",
        "us-ca",
        &[("erasure", &["us-ca-ccpa"])],
    ));
    let row = |office: &mut Office| {
        let report = office.call("report_show", of_2024("rights"));
        let columns = [
            "received", "in-full", "refused", "open", "in-time", "late", "median",
        ];
        figures(table(&report, "rights"), &columns).remove(0)
    };
    assert_eq!(row(&mut office), "us-ca-ccpa-erasure 1 0 0 1 0 0 -");
    office.at("2024-04-15T18:00:00Z");
    assert_eq!(
        row(&mut office),
        "us-ca-ccpa-erasure 1 0 0 1 0 0 -",
        "its last day"
    );
    office.at("2024-04-16T18:00:00Z");
    assert_eq!(
        row(&mut office),
        "us-ca-ccpa-erasure 1 0 0 1 0 1 -",
        "a day late"
    );
    act(&mut office, id, &["refuse", "erasure", "not-verified"]);
    assert_eq!(
        row(&mut office),
        "us-ca-ccpa-erasure 1 0 0 1 0 1 -",
        "nobody was told"
    );
    act(&mut office, id, &["letter", "refusal", "us-ca-ccpa"]);
    assert_eq!(row(&mut office), "us-ca-ccpa-erasure 1 0 1 0 0 1 46.0");
    // The moment of receipt was typed wrongly: the figures follow.
    office.call("request_correct", json!({ "request": id, "received": "2024-03-03T09:00", "requester": null, "residence": null, "reason": "Typing" }));
    assert_eq!(row(&mut office), "us-ca-ccpa-erasure 1 0 1 0 1 0 44.0");
}
