//! Many letters at once: the post of a day.

use crate::{At, desk, out::Over, say};
use clap::{Args, Subcommand};
use rightsdesk_core::{
    api::wire::{PostBegin, PostConfirm, PrintRoom, PrintRoomIn},
    post::batch,
};
use std::path::PathBuf;

/// Many letters at once
#[derive(Debug, Args)]
pub struct Letters {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Put the letters that wait to leave by post into one PDF, in the order of their envelopes, a cover sheet first
    Post(Post),
}

/// Put the letters that wait to leave by post into one PDF, in the order of their envelopes, a cover sheet first
///
/// Nothing is recorded by it; with --confirm, that they left on that day.
#[derive(Debug, Args)]
struct Post {
    /// The day: what was issued by then (2026-03-31)
    #[arg(long, value_name = "DAY")]
    date: String,
    /// Where to write the PDF
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    over: Over,
    /// For printing on both sides: each letter begins on a sheet of its own
    #[arg(long)]
    duplex: bool,
    /// Without the sheet that lists what is in it
    #[arg(long)]
    no_cover: bool,
    /// Record that they left on that day
    #[arg(long)]
    confirm: bool,
}

impl Letters {
    pub fn run(self, at: &At) -> crate::Done {
        match self.what {
            What::Post(post) => post.run(at),
        }
    }
}

impl Post {
    fn run(self, at: &At) -> crate::Done {
        let place = self.over.place(&self.out, at)?;
        let mut app = desk::open(at)?;
        let tab = PrintRoomIn {
            tab: "ready".to_owned(),
        };
        let room: PrintRoom = desk::call(&mut app, "print_room", tab)?;
        let begin = PostBegin {
            keys: Vec::new(),
            cover: !self.no_cover,
            duplex: self.duplex,
            until: self.date.clone(),
        };
        let (pages, bytes, by_hand) = batch::whole(&mut app, begin, desk::now())?;
        place.write(&bytes)?;
        // The same that went into the file: it waits on paper, and was issued by that day.
        let keys: Vec<String> = room
            .rows
            .into_iter()
            .filter(|row| row.sent_by != "mail" && row.issued_on <= self.date)
            .map(|row| row.key)
            .collect();
        let count = keys.len();
        if self.confirm {
            let confirm = PostConfirm {
                keys,
                on: self.date,
                method: String::new(),
                tracking: String::new(),
                correct: String::new(),
            };
            let _: PrintRoom = desk::call(&mut app, "post_confirm", confirm)?;
        }
        let letters = if count == 1 { "letter" } else { "letters" };
        say::line(format!("{count} {letters}, {pages} pages."))?;
        for what in by_hand {
            say::line(format!("By hand: {what}"))?;
        }
        Ok(())
    }
}
