//! What lies in an envelope beside its letter: what the post of the day prints behind it, and what somebody puts there by hand.
//!
//! A PDF or a picture is printed along. Whatever cannot be printed truly is named with the reason, and never left out silently.

use crate::api::wire::{LetterEnclosure, PostAlong, Refusal};
use crate::desk::Desk;
use crate::letter::{Insert, Paper};
use crate::store::post::{Posting, Which};
use crate::store::{self, Connection};
use crate::vault::sha256;
use crate::words::{AlongHow, EnclosureRole};
use std::collections::HashMap;

/// What was looked at since the desk was opened: the same file on the same paper is the same. Names nobody and no file.
pub type Seen = HashMap<String, How>;

/// Bytes of files that are looked at for a list; what is beyond is looked at when the post is put together.
const FOR_A_LIST: u32 = 16 << 20;

/// How something gets into the envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// On so many pages, which want these papers.
    Printed {
        pages: u32,
        papers: Vec<String>,
    },
    /// For this reason; empty for what never was a file.
    ByHand(String),
    NotSeen,
}

/// One thing in an envelope.
#[derive(Debug, Clone)]
pub struct Piece {
    pub name: String,
    pub how: How,
}

impl Piece {
    /// How many pages it adds.
    pub fn pages(&self) -> u32 {
        match self.how {
            How::Printed { pages, .. } => pages,
            _ => 0,
        }
    }

    /// Its name, with the reason where somebody puts it there by hand.
    pub fn by_hand(&self) -> Option<String> {
        match &self.how {
            How::ByHand(why) if why.is_empty() => Some(self.name.clone()),
            How::ByHand(why) => Some(format!("{}: {why}", self.name)),
            _ => None,
        }
    }

    fn told(self) -> PostAlong {
        let pages = self.pages();
        let (how, why) = match self.how {
            How::Printed { .. } => (AlongHow::Printed, String::new()),
            How::ByHand(why) => (AlongHow::ByHand, why),
            How::NotSeen => (AlongHow::NotSeen, String::new()),
        };
        PostAlong {
            name: self.name,
            how,
            pages,
            why,
        }
    }
}

/// What goes along with a letter: its files, and what was only said to lie in the envelope.
pub struct Contents {
    pub files: Vec<LetterEnclosure>,
    pub said: Vec<Piece>,
}

/// See [`Contents`].
pub fn contents(conn: &Connection, one: &Posting) -> Result<Contents, Refusal> {
    let files = match one.which {
        Which::Letter(id) if !one.way.enclosures.is_empty() => {
            store::enclosure::of_letter(conn, id)?
        }
        _ => Vec::new(),
    };
    // The letter names its files first, then what else lies in the envelope.
    let mut rest = one.way.enclosures.as_str();
    for file in &files {
        rest = rest.strip_prefix(file.name.as_str()).unwrap_or(rest);
        rest = rest.strip_prefix("; ").unwrap_or(rest);
    }
    let said = rest
        .split("; ")
        .filter(|what| !what.trim().is_empty())
        .map(|what| Piece {
            name: what.to_owned(),
            how: How::ByHand(String::new()),
        })
        .collect();
    Ok(Contents { files, said })
}

/// Under what a file that is printed along is known: a picture is set on the paper of its letter.
pub fn key(file: &LetterEnclosure, paper: Paper) -> String {
    format!("{} {paper:?}", file.sha256)
}

/// How a file gets into the envelope, with its pages where it is printed and was read for it.
pub fn look(
    seen: &mut Seen,
    conn: &Connection,
    file: &LetterEnclosure,
    paper: Paper,
) -> Result<(How, Option<Insert>), Refusal> {
    if file.role == EnclosureRole::Annex {
        let why = if file.pages == 0 {
            "data that goes along as a file"
        } else {
            "data that goes along as a file; its pages are behind the letter"
        };
        return Ok((How::ByHand(why.into()), None));
    }
    let (_, bytes) = store::file::open(conn, file.file)?;
    let (how, insert) = if sha256(&bytes) != file.sha256 {
        (
            How::ByHand("it is not the file that went along".into()),
            None,
        )
    } else {
        match Insert::read(&bytes, paper) {
            Ok(insert) => {
                let pages = u32::try_from(insert.pages()).unwrap_or(u32::MAX);
                let papers = insert.papers();
                (How::Printed { pages, papers }, Some(insert))
            }
            Err(why) => (How::ByHand(why), None),
        }
    };
    seen.insert(key(file, paper), how.clone());
    Ok((how, insert))
}

/// What lies in the envelopes of these letters, as the room shows it; large files are not looked at for it.
pub fn shown(desk: &mut Desk, letters: &[Posting]) -> Result<Vec<Vec<PostAlong>>, Refusal> {
    let mut left = FOR_A_LIST;
    let mut all = Vec::with_capacity(letters.len());
    for one in letters {
        let paper = super::paper_of(desk, one);
        let conn = desk.store.read();
        let inside = contents(conn, one)?;
        let mut pieces = Vec::with_capacity(inside.files.len() + inside.said.len());
        for file in inside.files {
            let how = match desk.along.get(&key(&file, paper)) {
                Some(known) => known.clone(),
                None if file.role == EnclosureRole::File && file.size > left => How::NotSeen,
                None => {
                    if file.role == EnclosureRole::File {
                        left = left.saturating_sub(file.size);
                    }
                    look(&mut desk.along, conn, &file, paper)?.0
                }
            };
            pieces.push(Piece {
                name: file.name,
                how,
            });
        }
        pieces.extend(inside.said);
        all.push(pieces.into_iter().map(Piece::told).collect());
    }
    Ok(all)
}
