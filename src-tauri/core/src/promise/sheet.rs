//! A version to print: its text with the promises marked, their index, and the check-list.

use super::checklist::{applies, checked};
use super::held::Held;
use super::review::rows;
use super::versions::hold;
use crate::api::wire::{LetterPdf, PolicyId, PromiseRow, PromiseState, Refusal};
use crate::desk::{App, Desk};
use crate::policy::{Reading, Span};
use crate::request::making::making;
use crate::store::policy::Version;
use crate::summary::{PolicySheet, SheetFound, SheetItem, SheetLaw, SheetPromise, policy_pdf};
use crate::time::{Now, long_in};
use crate::words::{Audience, TimeUnit};
use base64::{Engine, engine::general_purpose::STANDARD};

/// See the command table.
pub fn print(app: &mut App, args: PolicyId, now: Now) -> Result<LetterPdf, Refusal> {
    let (name, bytes, pages) = print_bytes(app, args, now)?;
    Ok(LetterPdf {
        name,
        pages,
        base64: STANDARD.encode(bytes),
    })
}

/// The pages as a file: its name, its bytes, how many pages.
pub fn print_bytes(
    app: &mut App,
    args: PolicyId,
    now: Now,
) -> Result<(String, Vec<u8>, u32), Refusal> {
    let desk = app.desk()?;
    let held = hold(desk, args.id)?;
    let version = desk.policy.version(args.id)?;
    let sheet = sheet(desk, version, &held, now)?;
    let rendered = policy_pdf(&sheet, &making(desk, now))?;
    let pages = u32::try_from(rendered.pages.len()).unwrap_or(u32::MAX);
    Ok((
        format!("Policy of {}.pdf", version.from),
        rendered.pdf,
        pages,
    ))
}

fn sheet<'h>(
    desk: &Desk,
    version: &Version,
    held: &'h Held,
    now: Now,
) -> Result<PolicySheet<'h>, Refusal> {
    let all = rows(&desk.policy, version.id, held);
    let accepted: Vec<&PromiseRow> = all
        .iter()
        .filter(|row| row.state == PromiseState::Accepted)
        .collect();
    let span = |row: &PromiseRow| Span {
        start: held.byte(row.start),
        end: held.byte(row.end),
    };
    let number = |at: usize| u32::try_from(at + 1).unwrap_or(u32::MAX);
    let american = desk.profile.paper == crate::api::wire::Paper::UsLetter;
    let day = |on| long_in(on, american);
    let in_force = match desk.policy.ends(version) {
        _ if !version.withdrawn.is_empty() => "Withdrawn; never in force".to_owned(),
        Some(until) => format!("In force from {} to {}", day(version.from), day(until)),
        None => format!("In force from {}", day(version.from)),
    };
    let laws = checked(desk, version.id, held, now)?
        .into_iter()
        .filter(|law| applies(desk, law))
        .map(|law| SheetLaw {
            name: law.name.to_owned(),
            cite: law.cite.to_owned(),
            items: law
                .items
                .into_iter()
                .map(|item| SheetItem {
                    what: item.what.to_owned(),
                    cite: item.cite.to_owned(),
                    caution: item.sureness.caution().map(str::to_owned),
                    look_for: item.look_for.to_owned(),
                    found: item
                        .found
                        .into_iter()
                        .map(|at| SheetFound {
                            span: at,
                            promise: accepted
                                .iter()
                                .position(|row| span(row).overlaps(at))
                                .map(number),
                        })
                        .collect(),
                })
                .collect(),
        })
        .collect();
    Ok(PolicySheet {
        organisation: desk.profile.organisation.clone(),
        title: version.title.clone(),
        publisher: version.publisher.clone(),
        in_force,
        source: version.source.clone(),
        file: version.file_name.clone(),
        sha256: version.sha256.clone(),
        document: &held.document,
        promises: accepted
            .iter()
            .enumerate()
            .map(|(at, row)| SheetPromise {
                number: number(at),
                kind: row.reading.kind,
                audience: audience(&row.reading),
                span: span(row),
                reading: in_words(&row.reading),
                cite: row.under.join(" › "),
            })
            .collect(),
        unreviewed: number(
            all.iter()
                .filter(|row| row.state == PromiseState::Suggested)
                .count(),
        )
        .saturating_sub(1),
        laws,
    })
}

fn audience(reading: &Reading) -> String {
    let words: Vec<&str> = reading
        .audiences
        .iter()
        .map(|one| match one {
            Audience::Everyone => "everyone",
            Audience::Children => "children",
            Audience::Californians => "Californians",
            Audience::Europeans => "Europeans",
            Audience::Texans => "Texans",
            Audience::OtherRegion => "people of another region",
        })
        .collect();
    words.join(", ")
}

/// What it promises beside its kind: how soon, how often, on what it hangs, where to write.
fn in_words(reading: &Reading) -> String {
    let mut said = Vec::new();
    if let Some(limit) = &reading.time_limit {
        said.push(match limit.unit {
            TimeUnit::Promptly => format!("how soon: “{}”", limit.words),
            unit => format!("within {} {}", limit.count, unit.id().replace('-', " ")),
        });
    }
    if let Some(limit) = &reading.frequency {
        said.push(format!(
            "at most {} in {}",
            limit.times,
            limit.per.id().replace('-', " ")
        ));
    }
    let asked: Vec<&str> = reading
        .conditions
        .iter()
        .filter_map(|one| one.requires)
        .map(|one| one.id())
        .collect();
    if !asked.is_empty() {
        said.push(format!("asks for {}", asked.join(", ").replace('-', " ")));
    }
    for way in reading.ways.iter().filter(|way| !way.value.is_empty()) {
        said.push(way.value.clone());
    }
    for except in &reading.exceptions {
        said.push(format!("excepts “{}”", except.words));
    }
    said.join("; ")
}
