#![allow(clippy::unwrap_used)]
//! A report as a table of values and as a piece of a web page; the made-up reports of all tests.

pub mod samples;

use super::{cell, report_csv, report_html};
use crate::api::wire::{CitedText, Report};

/// Words that mean something to a spreadsheet, and to a browser.
fn hostile() -> Report {
    let mut report = samples::metrics();
    report.organisation = "Lindsee, \"Fähre\" & Co".into();
    report.lead = vec!["<script>alert(1)</script> & more".into()];
    let table = &mut report.tables[0];
    table.title = "=1+1".into();
    table.columns[1].name = "a<b".into();
    table.rows[0].cells[0].text = "<img src=x onerror='alert(1)'>\u{7}".into();
    table.rows[1].cells[0].text = "-2, or\r\nnot".into();
    table.counting = vec![CitedText {
        text: "By \"day\"".into(),
        cite: "11 CCR 7102(a)".into(),
    }];
    report
}

#[test]
fn a_spreadsheet_finds_every_table_under_its_title_and_no_formula() {
    let csv = report_csv(&hostile());
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(lines[0], "\u{feff}Report,Request metrics");
    assert_eq!(lines[1], "Organisation,\"Lindsee, \"\"Fähre\"\" & Co\"");
    let at = lines.iter().position(|line| *line == "'=1+1").unwrap();
    assert_eq!(lines[at - 1], "", "an empty line before each title");
    assert_eq!(
        lines[at + 1],
        "Kind of request,a<b,Complied with in whole or in part,Denied,Median days,Mean days"
    );
    assert!(
        lines[at + 2].ends_with(",12500,11900,600,21,23.4"),
        "{}",
        lines[at + 2]
    );
    assert!(lines[at + 3].starts_with("\"'-2, or"), "{}", lines[at + 3]);
    let end = lines
        .iter()
        .position(|line| *line == "How it was counted")
        .unwrap();
    assert_eq!(lines[end + 2], "'=1+1,\"By \"\"day\"\"\",11 CCR 7102(a)");
    assert_eq!(cell("+1"), "'+1");
}

#[test]
fn a_web_page_gets_words_and_no_markup_of_ours_but_its_own() {
    let html = report_html(&hostile());
    assert!(html.starts_with("<section lang=\"en\">\n<h2>Request metrics, 2026</h2>\n"));
    assert!(html.ends_with("</section>\n"));
    for wanted in [
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; more</p>",
        "<caption>=1+1</caption>",
        "<th scope=\"col\">a&lt;b</th>",
        "<th scope=\"row\">&lt;img src=x onerror=&#39;alert(1)&#39;&gt;</th><td>12,500</td>",
        "<li>By &quot;day&quot; (11 CCR 7102(a))</li>",
    ] {
        assert!(html.contains(wanted), "{wanted} in {html}");
    }
    for never in ["<script", "<img", "style=", "class="] {
        assert!(!html.contains(never), "{never} in {html}");
    }
    // Whatever opens closes, in its order.
    let mut open: Vec<&str> = Vec::new();
    for tag in html.split('<').skip(1) {
        let name = tag.split(['>', ' ']).next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name)),
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn a_table_without_rows_says_so_on_the_page() {
    let mut report = samples::metrics();
    report.tables[0].rows.clear();
    let html = report_html(&report);
    assert!(html.contains("<p>Requests by kind: Nothing was received in this span.</p>"));
    assert!(!html.contains("<table"));
}
