//! What is due.

use crate::{At, desk, say};
use clap::{Args, ValueEnum};
use rightsdesk_core::{
    api::wire::{self, QueueQuery},
    words::Right,
};

/// Show what is due, what waits, and the requests behind it
#[derive(Debug, Args)]
pub struct Queue {
    /// Which requests
    #[arg(long, value_enum, default_value_t = Filter::Open)]
    filter: Filter,
    /// Any part of a name, an address, a reference or the words
    #[arg(long, value_name = "TEXT", default_value = "")]
    search: String,
    /// Only this law
    #[arg(long, default_value = "")]
    law: String,
    /// Only this right
    #[arg(long, value_parser = right)]
    right: Option<Right>,
    /// due, reference, person or received; a leading - turns it round
    #[arg(long, default_value = "due", allow_hyphen_values = true)]
    sort: String,
    /// At most so many rows
    #[arg(long, default_value_t = 100)]
    limit: u32,
    /// Leave out so many rows first
    #[arg(long, default_value_t = 0)]
    offset: u32,
    /// Print JSON instead of a table
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Filter {
    Open,
    Overdue,
    Today,
    Week,
    Waiting,
    Closed,
    All,
}

pub fn right(word: &str) -> Result<Right, String> {
    Right::from_id(word).ok_or_else(|| {
        let known: Vec<&str> = Right::ALL.iter().map(|right| right.id()).collect();
        format!("there are {}", known.join(", "))
    })
}

impl Queue {
    pub fn run(self, at: &At) -> crate::Done {
        let filter = self
            .filter
            .to_possible_value()
            .map(|value| value.get_name().to_owned())
            .unwrap_or_default();
        let query = QueueQuery {
            filter,
            law: self.law,
            right: self.right,
            search: self.search,
            sort: self.sort,
            offset: self.offset,
            limit: self.limit,
        };
        let queue: wire::Queue = desk::call(&mut desk::open(at)?, "queue", query)?;
        if self.json {
            return say::json(&queue);
        }
        let tiles = &queue.tiles;
        let rows: Vec<Vec<String>> = queue
            .rows
            .iter()
            .map(|row| {
                let days = row.days.map(|days| days.to_string()).unwrap_or_default();
                let by = row.by.clone().unwrap_or_default();
                vec![
                    row.reference.clone(),
                    by,
                    days,
                    row.person.clone(),
                    row.rights.join(", "),
                    row.laws.join(", "),
                    row.next_step.clone(),
                ]
            })
            .collect();
        say::line(format!(
            "{} overdue, {} due today, {} within seven days, {} waiting for somebody else; {} open.\n",
            tiles.overdue, tiles.today, tiles.week, tiles.waiting, tiles.open
        ))?;
        say::print(&say::table(
            &[
                "reference",
                "by",
                "days",
                "person",
                "rights",
                "laws",
                "next step",
            ],
            &rows,
        ))?;
        let shown = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        if shown < queue.total {
            say::line(format!(
                "\n{shown} of {} shown; --offset and --limit show more.",
                queue.total
            ))?;
        }
        also(&queue)
    }
}

/// The dates of the registers that belong to no request, where there are any.
fn also(queue: &wire::Queue) -> crate::Done {
    if queue.also.is_empty() {
        return Ok(());
    }
    say::line("\nIn the registers:")?;
    let rows: Vec<Vec<String>> = queue
        .also
        .iter()
        .map(|one| {
            vec![
                format!("{} {}", one.register.id(), one.id),
                one.by.clone(),
                one.at.clone().unwrap_or_default(),
                if one.late {
                    "late".into()
                } else {
                    one.days.to_string()
                },
                one.title.clone(),
                one.what.clone(),
            ]
        })
        .collect();
    say::print(&say::table(
        &["entry", "by", "hour", "days", "title", "what"],
        &rows,
    ))
}
