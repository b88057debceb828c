//! The registers in the reports of the year end: every figure counted by hand, and every figure with the rows behind it.

mod disclosures;
mod health;
mod sample;

use super::*;

/// The report as it is shown.
#[track_caller]
pub fn report(office: &mut Office, kind: &str, first: &str, last: &str) -> Value {
    let asked = json!({ "report": kind, "first": first, "last": last });
    let shown = office.call("report_show", asked.clone());
    let again = office.call("report_show", asked);
    assert_eq!(
        shown.to_string(),
        again.to_string(),
        "the same log on the same day gives the same figures"
    );
    shown
}

#[track_caller]
fn table<'r>(report: &'r Value, id: &str) -> &'r Value {
    let tables = report["tables"].as_array().unwrap();
    tables
        .iter()
        .find(|table| table["id"] == id)
        .unwrap_or_else(|| panic!("no table {id} in {report:#}"))
}

/// The rows of a table, by their identifiers.
#[track_caller]
pub fn rows<'r>(report: &'r Value, id: &str) -> Vec<&'r str> {
    let rows = table(report, id)["rows"].as_array().unwrap();
    rows.iter().map(|row| row["id"].as_str().unwrap()).collect()
}

/// What stands in a cell.
#[track_caller]
pub fn text<'r>(report: &'r Value, id: &str, row: &str, column: &str) -> &'r str {
    let table = table(report, id);
    let columns = table["columns"].as_array().unwrap();
    let at = columns
        .iter()
        .position(|one| one["id"] == column)
        .unwrap_or_else(|| panic!("no column {column} in {table:#}"));
    let rows = table["rows"].as_array().unwrap();
    let row = rows
        .iter()
        .find(|one| one["id"] == row)
        .unwrap_or_else(|| panic!("no row {row} in {table:#}"));
    row["cells"][at]["text"].as_str().unwrap()
}

/// The figures of a row, in the order of its counts.
#[track_caller]
pub fn figures(report: &Value, id: &str, row: &str) -> Vec<u32> {
    let columns = table(report, id)["columns"].as_array().unwrap();
    columns
        .iter()
        .filter(|one| one["kind"] == "count")
        .map(|one| text(report, id, row, one["id"].as_str().unwrap()))
        .map(|figure| figure.parse().unwrap_or_default())
        .collect()
}

/// Behind every figure stand as many rows as it says, each of which leads somewhere; totals add up what stands above them.
///
/// Gives how many figures were walked.
#[track_caller]
pub fn walk(office: &mut Office, kind: &str, first: &str, last: &str) -> usize {
    let shown = report(office, kind, first, last);
    let mut walked = 0;
    for table in shown["tables"].as_array().unwrap() {
        let rows = table["rows"].as_array().unwrap();
        assert!(
            !table["counting"].as_array().unwrap().is_empty(),
            "{table:#}"
        );
        for (at, column) in table["columns"].as_array().unwrap().iter().enumerate() {
            if column["kind"] != "count" {
                continue;
            }
            let mut sum = 0;
            for row in rows {
                let cell = &row["cells"][at];
                let place = format!("{kind} {} {} {}", table["id"], row["id"], column["id"]);
                if cell["value"].is_null() {
                    assert_eq!(row["total"], true, "{place}: only a total is left out");
                    continue;
                }
                let figure = cell["value"].as_f64().unwrap() as u64;
                if row["total"] == true {
                    assert_eq!(figure, sum, "{place}");
                } else {
                    sum += figure;
                }
                assert_eq!(cell["behind"], figure, "{place}");
                if figure == 0 {
                    continue;
                }
                walked += 1;
                let behind = office.call(
                    "report_behind",
                    json!({
                        "of": { "report": kind, "first": first, "last": last },
                        "table": table["id"], "row": row["id"], "column": column["id"],
                    }),
                );
                assert_eq!(behind["all"], figure, "{place}: {behind:#}");
                let lines = behind["rows"].as_array().unwrap();
                assert_eq!(lines.len() as u64, figure, "{place}");
                for line in lines {
                    assert!(line["id"].as_u64().unwrap() > 0, "{place}: {line}");
                    assert!(
                        !line["title"].as_str().unwrap().is_empty(),
                        "{place}: {line}"
                    );
                    assert_eq!(line["day"].as_str().unwrap().len(), 10, "{place}: {line}");
                }
            }
        }
    }
    walked
}

/// Nothing of it names one of these.
#[track_caller]
pub fn names_nobody(report: &Value, names: &[&str]) {
    let all = report.to_string().to_lowercase();
    for name in names {
        assert!(
            !all.contains(&name.to_lowercase()),
            "{name} is in {report:#}"
        );
    }
}
