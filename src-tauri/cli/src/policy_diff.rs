//! Two versions of a policy, without a desk.

use crate::say::{self, Failure};
use clap::Args;
use rightsdesk_core::policy::compare::{How, Row, Side, compare};
use rightsdesk_core::policy::shift::{Change, Shift, shifts};
use rightsdesk_core::policy::{Document, Reading, Span, find, import};
use serde::Serialize;
use std::{
    collections::BTreeMap,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

/// Compare two versions of a policy, sentence by sentence and promise by promise; needs no desk
///
/// Reads .txt, .md, .html, .pdf and .docx, each version in its own format. Text that moved is told from text
/// that was removed and added; quotes, dashes, spaces and capitals are no change.
#[derive(Debug, Args)]
pub struct PolicyDiff {
    /// The earlier version
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The later version
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// One JSON object: `old` and `new` (title, effective), `sentences` (how, kind, old, new) and `promises`
    /// (change, kind, old, new, why)
    #[arg(long)]
    json: bool,
    /// Print what stayed the same too
    #[arg(long, conflicts_with = "json")]
    all: bool,
}

#[derive(Debug, Serialize)]
struct Difference<'a> {
    old: Version<'a>,
    new: Version<'a>,
    sentences: Vec<Sentence>,
    promises: Vec<Promise>,
}

#[derive(Debug, Serialize)]
struct Version<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    effective: Option<String>,
}

#[derive(Debug, Serialize)]
struct Sentence {
    how: &'static str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    old: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new: Option<String>,
}

#[derive(Debug, Serialize)]
struct Promise {
    change: &'static str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    old: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new: Option<String>,
    why: Vec<String>,
}

impl PolicyDiff {
    pub fn run(self) -> crate::Done {
        let (old, new) = (read(&self.old)?, read(&self.new)?);
        let rows = compare(&old.document, &new.document);
        let (before, after) = (promises(&old.document), promises(&new.document));
        let shifts = shifts(&old.document, &before, &new.document, &after, &rows);
        let told: Vec<Promise> = shifts
            .iter()
            .map(|shift| promise(shift, &old.document, &before, &new.document, &after))
            .collect();
        if self.json {
            return say::json(&Difference {
                old: version(&old),
                new: version(&new),
                sentences: rows
                    .iter()
                    .map(|row| sentence(row, &old.document, &new.document))
                    .collect(),
                promises: told,
            });
        }
        say::print(&page(&told, &rows, self.all))
    }
}

fn read(file: &Path) -> Result<import::Imported, Failure> {
    let name = file.display().to_string();
    let bytes = fs::read(file)
        .map_err(|error| Failure::refused(format!("{name} could not be read: {error}.")))?;
    import::read(&name, &bytes).map_err(|error| Failure::refused(format!("{name}: {error}")))
}

fn promises(document: &Document) -> Vec<(Span, Reading)> {
    find(document)
        .into_iter()
        .map(|proposal| (proposal.span, proposal.reading))
        .collect()
}

fn version(read: &import::Imported) -> Version<'_> {
    Version {
        title: &read.title,
        effective: read.effective.as_ref().map(|(day, _)| day.to_string()),
    }
}

fn kind(row: &Row) -> &'static str {
    use rightsdesk_core::policy::BlockKind;
    match row.block {
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::Item => "item",
    }
}

fn sentence(row: &Row, old: &Document, new: &Document) -> Sentence {
    let text = |side: &Option<Side>, document: &Document| {
        side.as_ref().map(|side| document.at(side.span).to_owned())
    };
    Sentence {
        how: row.how.id(),
        kind: kind(row),
        old: text(&row.old, old),
        new: text(&row.new, new),
    }
}

fn promise(
    shift: &Shift,
    old: &Document,
    before: &[(Span, Reading)],
    new: &Document,
    after: &[(Span, Reading)],
) -> Promise {
    let was = shift.old.and_then(|at| before.get(at));
    let is = shift.new.and_then(|at| after.get(at));
    Promise {
        change: shift.change.id(),
        kind: is.or(was).map_or("", |(_, reading)| reading.kind.id()),
        old: was.map(|(span, _)| old.at(*span).to_owned()),
        new: is.map(|(span, _)| new.at(*span).to_owned()),
        why: shift.why.clone(),
    }
}

/// The consequences first, then the sentences: “-” is gone, “+” is new, “>” moved, “~” changed with [what is gone] {what is new}.
fn page(promises: &[Promise], rows: &[Row], all: bool) -> String {
    let mut page = String::new();
    let quiet = [Change::Same.id(), Change::Reworded.id()];
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for promise in promises {
        *counts.entry(promise.change).or_default() += 1;
        if quiet.contains(&promise.change) && !all {
            continue;
        }
        let _ = writeln!(page, "{} · {}", promise.change, promise.kind);
        if let Some(old) = &promise.old {
            let _ = writeln!(page, "  was: “{old}”");
        }
        if let Some(new) = &promise.new {
            let _ = writeln!(page, "  now: “{new}”");
        }
        for why in &promise.why {
            let _ = writeln!(page, "  {why}");
        }
        page.push('\n');
    }
    let counted = |counts: &BTreeMap<&str, usize>| {
        let parts: Vec<String> = counts
            .iter()
            .map(|(what, count)| format!("{count} {what}"))
            .collect();
        if parts.is_empty() {
            "none".to_owned()
        } else {
            parts.join(", ")
        }
    };
    let _ = writeln!(page, "Promises: {}.", counted(&counts));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut lines = String::new();
    for row in rows {
        *counts.entry(row.how.id()).or_default() += 1;
        if row.how == How::Same && !all {
            continue;
        }
        let _ = writeln!(lines, "{}", line(row));
    }
    let _ = writeln!(page, "Sentences: {}.", counted(&counts));
    if !lines.is_empty() {
        let _ = write!(page, "\n{lines}");
    }
    page
}

fn line(row: &Row) -> String {
    let text = |side: &Option<Side>, open: &str, close: &str| -> String {
        let pieces = side.iter().flat_map(|side| &side.pieces);
        pieces
            .map(|(text, changed)| match (changed, row.how) {
                (true, How::Changed | How::Moved) => {
                    format!("{open}{}{close}", text.trim_end())
                        + if text.ends_with(' ') { " " } else { "" }
                }
                _ => text.clone(),
            })
            .collect()
    };
    let changed = |side: &Option<Side>| {
        side.iter()
            .any(|side| side.pieces.iter().any(|(_, changed)| *changed))
    };
    match row.how {
        How::Same => format!("  {}", text(&row.new, "", "")),
        How::Added => format!("+ {}", text(&row.new, "", "")),
        How::Removed => format!("- {}", text(&row.old, "", "")),
        How::Moved if !changed(&row.new) && !changed(&row.old) => {
            format!("> {}", text(&row.new, "", ""))
        }
        How::Moved => format!(
            "> {}\n>~{}",
            text(&row.old, "[", "]"),
            text(&row.new, "{", "}")
        ),
        How::Changed => format!(
            "~ {}\n~ {}",
            text(&row.old, "[", "]"),
            text(&row.new, "{", "}")
        ),
    }
}
