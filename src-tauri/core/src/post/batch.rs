//! The post of the day: many kept letters put together for the printer, some at a time.
//!
//! It lives in memory only and writes nothing: stopping it, locking the desk or ending the program leaves nothing half done.

use super::room::{called, in_order};
use super::{all, cover, which};
use crate::api::wire::{Done, LetterPdf, PostBegin, PostWork, PostWorkId, Refusal};
use crate::desk::{App, Desk};
use crate::letter::{About, Merge};
use crate::store::post::{Posting, in_state, pdf};
use crate::time::{Now, day};
use crate::words::PostState;
use base64::{Engine, engine::general_purpose::STANDARD};

/// Letters taken in one call: a part of a second, so that the bar moves and a stop is heard.
const STEP: usize = 40;

/// Letters being put together.
pub struct Press {
    id: u32,
    letters: Vec<Posting>,
    done: usize,
    merge: Option<Merge>,
    about: About,
    name: String,
    /// The file, once everything is in it.
    made: Option<(Vec<u8>, u32)>,
}

impl Press {
    fn work(&self) -> PostWork {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        PostWork {
            id: self.id,
            done: number(self.done),
            total: number(self.letters.len()),
        }
    }
}

/// What is to be printed, in the order of the envelopes.
fn chosen(desk: &Desk, args: &PostBegin) -> Result<Vec<Posting>, Refusal> {
    let mut letters = if args.keys.is_empty() {
        let mut ready = in_state(desk.store.read(), PostState::Ready)?;
        ready.retain(|one| one.sent_by != "mail");
        ready
    } else {
        all(desk.store.read(), &args.keys)?
    };
    if !args.until.trim().is_empty() {
        let until = day(args.until.trim()).ok_or_else(|| {
            Refusal::field(
                "until",
                format!(
                    "“{}” is no day that exists. Write it as 2026-03-31.",
                    args.until
                ),
            )
        })?;
        letters.retain(|one| day(&one.issued_on).is_some_and(|issued| issued <= until));
    }
    if letters.is_empty() {
        return Err(Refusal::not_now("No letter is waiting to be printed."));
    }
    in_order(&mut letters);
    Ok(letters)
}

/// See the command table.
pub fn begin(app: &mut App, args: PostBegin, now: Now) -> Result<PostWork, Refusal> {
    let desk = app.desk()?;
    if let Some(bad) = args.keys.iter().find(|key| which(key).is_none()) {
        return Err(Refusal::field(
            "keys",
            format!("“{bad}” is not issued yet; only issued letters are printed."),
        ));
    }
    let letters = chosen(desk, &args)?;
    let today = now.today(desk.zone);
    let mut merge = Merge::new(args.duplex);
    if args.cover {
        let sheet = cover::sheet(desk, &letters, today, args.duplex, now)?;
        merge.add(&sheet, "Cover sheet")?;
    }
    let id = desk
        .press
        .as_ref()
        .map_or(1, |press| press.id.wrapping_add(1));
    let press = Press {
        id,
        done: 0,
        merge: Some(merge),
        about: About {
            title: format!("Post of {today}"),
            subject: cover::many(letters.len(), "letter"),
            author: desk.profile.organisation.trim().to_owned(),
            language: "en".into(),
            created: now.instant(),
        },
        name: format!("Post_{today}.pdf"),
        letters,
        made: None,
    };
    let work = press.work();
    desk.press = Some(press);
    Ok(work)
}

fn at(desk: &mut Desk, id: u32) -> Result<&mut Press, Refusal> {
    desk.press
        .as_mut()
        .filter(|press| press.id == id)
        .ok_or_else(|| Refusal::not_now("That was stopped. Print the post again."))
}

/// See the command table.
pub fn on(app: &mut App, args: PostWorkId, _: Now) -> Result<PostWork, Refusal> {
    step(app.desk()?, args.id)
}

fn step(desk: &mut Desk, id: u32) -> Result<PostWork, Refusal> {
    let press = at(desk, id)?;
    let next: Vec<Posting> = press
        .letters
        .iter()
        .skip(press.done)
        .take(STEP)
        .cloned()
        .collect();
    let pdfs = next
        .iter()
        .map(|one| pdf(desk.store.read(), one.which))
        .collect::<Result<Vec<_>, _>>()?;
    let press = at(desk, id)?;
    let Some(merge) = &mut press.merge else {
        return Ok(press.work());
    };
    for (one, bytes) in next.iter().zip(&pdfs) {
        merge.add(bytes, &label(one))?;
        press.done += 1;
    }
    if press.done == press.letters.len()
        && let Some(merge) = press.merge.take()
    {
        let pages = u32::try_from(merge.pages()).unwrap_or(u32::MAX);
        press.made = Some((merge.finish(&press.about)?, pages));
    }
    Ok(press.work())
}

fn label(one: &Posting) -> String {
    [one.reference.as_str(), &called(one), &one.title]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// See the command table.
pub fn stop(app: &mut App, args: PostWorkId, _: Now) -> Result<Done, Refusal> {
    let desk = app.desk()?;
    if desk.press.as_ref().is_some_and(|press| press.id == args.id) {
        desk.press = None;
    }
    Ok(Done {})
}

/// See the command table.
pub fn file(app: &mut App, args: PostWorkId, _: Now) -> Result<LetterPdf, Refusal> {
    let (name, pages, bytes) = bytes(app, args.id)?;
    Ok(LetterPdf {
        name,
        pages,
        base64: STANDARD.encode(bytes),
    })
}

/// Name, pages and bytes of the finished file.
pub fn bytes(app: &mut App, id: u32) -> Result<(String, u32, Vec<u8>), Refusal> {
    let press = at(app.desk()?, id)?;
    let (bytes, pages) = press
        .made
        .as_ref()
        .ok_or_else(|| Refusal::not_now("Not every letter is in it yet."))?;
    Ok((press.name.clone(), *pages, bytes.clone()))
}

/// The whole post in one go, for the command line.
pub fn whole(app: &mut App, args: PostBegin, now: Now) -> Result<(String, u32, Vec<u8>), Refusal> {
    let mut work = begin(app, args, now)?;
    while work.done < work.total {
        work = step(app.desk()?, work.id)?;
    }
    let made = bytes(app, work.id);
    app.desk()?.press = None;
    made
}
