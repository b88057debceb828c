//! The post of the day: many kept letters put together for the printer, some at a time.
//!
//! Behind each letter come its enclosures, so that an envelope is one pile of paper; what cannot be printed stands on the cover sheet.
//! It lives in memory only and writes nothing: stopping it, locking the desk or ending the program leaves nothing half done.

use super::along::{How, Piece, contents, key, look};
use super::room::{called, in_order};
use super::{all, cover, paper_of, which};
use crate::api::wire::{Done, LetterPdf, PostBegin, PostWork, PostWorkId, Refusal};
use crate::desk::{App, Desk};
use crate::letter::{About, Merge};
use crate::store::post::{Posting, in_state, pdf};
use crate::time::{Now, day};
use crate::words::{EnclosureRole, PostState};
use base64::{Engine, engine::general_purpose::STANDARD};

/// Letters taken in one call, and the bytes of enclosures that end it: a part of a second, so that the bar moves and a stop is heard.
const STEP: usize = 40;
const STEP_BYTES: u32 = 8 << 20;
/// Bytes of enclosures in one file; a printer and its program must hold all of it.
const MOST_BYTES: u32 = 200 << 20;

/// Letters being put together.
pub struct Press {
    id: u32,
    letters: Vec<Posting>,
    /// What lies in the envelope of each letter that is done.
    along: Vec<Vec<Piece>>,
    merge: Option<Merge>,
    /// Bytes of enclosures in it.
    weight: u32,
    /// The cover sheet comes first, and says what could be printed only once all of it was.
    cover: bool,
    duplex: bool,
    /// Of the moment it was begun, which the file says.
    now: Now,
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
            done: number(self.along.len()),
            total: number(self.letters.len()),
            by_hand: self.by_hand(),
        }
    }

    fn by_hand(&self) -> Vec<String> {
        let pieces = self.letters.iter().zip(&self.along);
        pieces
            .flat_map(|(one, along)| {
                let named = along.iter().filter_map(Piece::by_hand);
                named.map(|what| format!("{} – {what}", whose(one)))
            })
            .collect()
    }
}

/// Whose envelope it is: reference and name.
fn whose(one: &Posting) -> String {
    [one.reference.clone(), called(one)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
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
    let id = desk
        .press
        .as_ref()
        .map_or(1, |press| press.id.wrapping_add(1));
    let press = Press {
        id,
        along: Vec::with_capacity(letters.len()),
        merge: Some(Merge::new(args.duplex)),
        weight: 0,
        cover: args.cover,
        duplex: args.duplex,
        now,
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

/// What goes wrong ends it: the page begins anew.
fn step(desk: &mut Desk, id: u32) -> Result<PostWork, Refusal> {
    at(desk, id)?;
    let Some(mut press) = desk.press.take() else {
        return Err(Refusal::broken("the press was there a moment ago"));
    };
    further(desk, &mut press)?;
    let work = press.work();
    desk.press = Some(press);
    Ok(work)
}

fn further(desk: &mut Desk, press: &mut Press) -> Result<(), Refusal> {
    let Some(mut merge) = press.merge.take() else {
        return Ok(());
    };
    let until = press.weight.saturating_add(STEP_BYTES);
    let begun = press.along.len();
    for one in press.letters.iter().skip(begun).take(STEP) {
        merge.add(&pdf(desk.store.read(), one.which)?, &label(one))?;
        press
            .along
            .push(enclose(desk, &mut merge, one, &mut press.weight)?);
        if press.weight > until {
            break;
        }
    }
    if press.along.len() < press.letters.len() {
        press.merge = Some(merge);
        return Ok(());
    }
    if press.cover {
        let today = press.now.today(desk.zone);
        let envelopes: Vec<_> = press.letters.iter().zip(&press.along).collect();
        let sheet = cover::sheet(desk, &envelopes, today, press.duplex, press.now)?;
        merge.add_in_front(&sheet, "Cover sheet")?;
    }
    let pages = u32::try_from(merge.pages()).unwrap_or(u32::MAX);
    press.made = Some((merge.finish(&press.about)?, pages));
    Ok(())
}

/// Puts behind a letter what can be printed of what lies in its envelope.
fn enclose(
    desk: &mut Desk,
    merge: &mut Merge,
    one: &Posting,
    weight: &mut u32,
) -> Result<Vec<Piece>, Refusal> {
    let paper = paper_of(desk, one);
    let conn = desk.store.read();
    let inside = contents(conn, one)?;
    let mut pieces = Vec::with_capacity(inside.files.len() + inside.said.len());
    for file in inside.files {
        let key = key(&file, paper);
        let known = desk.along.get(&key).cloned();
        let how = match known {
            Some(how @ How::Printed { .. }) if merge.enclose_again(&key, &file.name) => how,
            Some(how @ How::ByHand(_)) => how,
            _ if file.role == EnclosureRole::File
                && weight.saturating_add(file.size) > MOST_BYTES => How::ByHand(
                "the file for the printer would become too large; print fewer letters at a time"
                    .into(),
            ),
            _ => {
                let (how, insert) = look(&mut desk.along, conn, &file, paper)?;
                match insert.map(|insert| merge.enclose(&key, &insert, &file.name)) {
                    // Nothing of it is in the file yet.
                    Some(Err(why)) => How::ByHand(why.to_string()),
                    Some(Ok(())) => {
                        *weight = weight.saturating_add(file.size);
                        how
                    }
                    None => how,
                }
            }
        };
        pieces.push(Piece {
            name: file.name,
            how,
        });
    }
    pieces.extend(inside.said);
    Ok(pieces)
}

fn label(one: &Posting) -> String {
    match whose(one) {
        none if none.is_empty() => one.title.clone(),
        whose => format!("{whose}, {}", one.title),
    }
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

/// The whole post in one go, for the command line: its pages, its bytes, and what is put into envelopes by hand.
pub fn whole(
    app: &mut App,
    args: PostBegin,
    now: Now,
) -> Result<(u32, Vec<u8>, Vec<String>), Refusal> {
    let mut work = begin(app, args, now)?;
    while work.done < work.total {
        work = step(app.desk()?, work.id)?;
    }
    let (_, pages, bytes) = bytes(app, work.id)?;
    app.desk()?.press = None;
    Ok((pages, bytes, work.by_hand))
}
