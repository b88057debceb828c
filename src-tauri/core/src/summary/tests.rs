#![allow(clippy::unwrap_used)]
//! A report as a table of values and as a piece of a web page; the made-up reports of all tests.

pub mod samples;

use super::{cell, report_csv, report_html};
use crate::api::wire::{CitedText, Paper, Report, ReportSigned};

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

/// As it leaves the house once somebody answers for it.
fn issued() -> Report {
    let mut report = samples::metrics();
    report.signed = Some(ReportSigned {
        by: "Ada Quarles".into(),
        office: "=Officer".into(),
        on: "2027-01-04".into(),
        remark: "Drawn up <by hand>, once.".into(),
        zone: "America/Los_Angeles".into(),
        paper: Paper::UsLetter,
    });
    report
}

#[test]
fn a_spreadsheet_is_told_whom_it_counts_and_everything_that_is_said() {
    let mut report = issued();
    report.tables[0].rows.clear();
    let csv = report_csv(&report);
    for line in [
        "\r\nCounted,\"everybody, wherever they live\"\r\n",
        "\r\nSigned off by,Ada Quarles\r\nOffice,'=Officer\r\nSigned off on,2027-01-04\r\nRemark,\"Drawn up <by hand>, once.\"\r\n",
        "\r\nSays,In 2026 the organisation received",
        "\r\nSays,\"78 were answered, 74 of them in time; 6 are open, one of which is late.\"\r\n",
        "\r\nNote,A business that handles",
        "policy.,11 CCR 7102(a)\r\n",
        "\r\nFor the officer,Settings do not say",
        "\r\nNothing was received in this span.\r\n",
    ] {
        assert!(csv.contains(line), "{line} in {csv}");
    }
    report.californians = true;
    let alone = report_csv(&report);
    assert!(alone.contains("\r\nCounted,only people who live in California\r\n"));
    // The other reports have one way of counting only.
    assert!(!report_csv(&samples::rights()).contains("\r\nCounted,"));
}

#[test]
fn a_page_to_publish_says_as_of_when_and_keeps_the_officers_notes() {
    let html = report_html(&issued());
    for wanted in [
        "<p>Counted as of <time datetime=\"2026-11-23\">November 23, 2026</time>.</p>",
        "<p>Signed off by Ada Quarles, =Officer, on <time datetime=\"2027-01-04\">January 4, 2027</time>.</p>",
        "<p>Drawn up &lt;by hand&gt;, once.</p>",
        "<p>A business that handles",
    ] {
        assert!(html.contains(wanted), "{wanted} in {html}");
    }
    assert!(!html.contains("Settings do not say"), "{html}");
    assert!(!report_html(&samples::metrics()).contains("Signed off"));
}

#[test]
fn a_table_without_rows_says_so_on_the_page() {
    let mut report = samples::metrics();
    report.tables[0].rows.clear();
    let html = report_html(&report);
    assert!(html.contains("<p>Requests by kind: Nothing was received in this span.</p>"));
    assert!(!html.contains("<table"));
}
