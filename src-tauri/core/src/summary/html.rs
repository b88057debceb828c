//! A report as a fragment of a web page, to paste into the policy: plain elements, without a script or a style.

use super::report::read;
use crate::api::wire::{CitedText, Report, ReportTable};
use crate::time;
use crate::words::ColumnKind;

/// One `section` with its tables; every word escaped. What only the officer is told is not in it.
pub fn report_html(report: &Report) -> String {
    let title = if report.title.contains(&report.span.name) {
        report.title.clone()
    } else {
        format!("{}, {}", report.title, report.span.name)
    };
    let mut out = String::from("<section lang=\"en\">\n");
    element(&mut out, "h2", &title);
    out.push_str(&format!("<p>Counted as of {}.</p>\n", day(&report.as_of)));
    for sentence in &report.lead {
        element(&mut out, "p", sentence);
    }
    for one in &report.tables {
        table(&mut out, one);
    }
    for note in &report.notes {
        element(&mut out, "p", &cited(note));
    }
    if let Some(signed) = &report.signed {
        let who = match signed.office.as_str() {
            "" => signed.by.clone(),
            office => format!("{}, {office}", signed.by),
        };
        let (who, on) = (escaped(&who), day(&signed.on));
        out.push_str(&format!("<p>Signed off by {who}, on {on}.</p>\n"));
        if !signed.remark.is_empty() {
            element(&mut out, "p", &signed.remark);
        }
    }
    out.push_str("</section>\n");
    out
}

fn table(out: &mut String, table: &ReportTable) {
    if table.rows.is_empty() {
        element(out, "p", &format!("{}: {}", table.title, table.empty));
    } else {
        out.push_str("<table>\n");
        element(out, "caption", &table.title);
        out.push_str("<thead>\n<tr>");
        for column in &table.columns {
            out.push_str(&format!("<th scope=\"col\">{}</th>", escaped(&column.name)));
        }
        out.push_str("</tr>\n</thead>\n<tbody>\n");
        for row in &table.rows {
            out.push_str("<tr>");
            for (at, (column, cell)) in table.columns.iter().zip(&row.cells).enumerate() {
                let text = escaped(&read(cell, column.kind));
                // What the row is about names it.
                if at == 0 && column.kind == ColumnKind::Text {
                    out.push_str(&format!("<th scope=\"row\">{text}</th>"));
                } else {
                    out.push_str(&format!("<td>{text}</td>"));
                }
            }
            out.push_str("</tr>\n");
        }
        out.push_str("</tbody>\n</table>\n");
    }
    if !table.counting.is_empty() {
        out.push_str("<ul>\n");
        for rule in &table.counting {
            element(out, "li", &cited(rule));
        }
        out.push_str("</ul>\n");
    }
}

/// A day as the regulation's own readers write it.
fn day(text: &str) -> String {
    let said = time::day(text).map_or_else(|| text.to_owned(), |day| time::long_in(day, true));
    format!(
        "<time datetime=\"{}\">{}</time>",
        escaped(text),
        escaped(&said)
    )
}

fn cited(text: &CitedText) -> String {
    if text.cite.is_empty() {
        text.text.clone()
    } else {
        format!("{} ({})", text.text, text.cite)
    }
}

fn element(out: &mut String, name: &str, text: &str) {
    out.push_str(&format!("<{name}>{}</{name}>\n", escaped(text)));
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
