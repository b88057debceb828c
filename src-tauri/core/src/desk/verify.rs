//! Walking the log from its first entry to its last.

use super::{App, Desk};
use crate::api::wire::{Nothing, Refusal, Verified};
use crate::store;
use crate::time::{self, Now, short};

/// See the command table.
///
/// The log and what is kept with it are held against each other; the memo of the year end is thrown away instead, and counted anew from the facts.
pub fn verify(app: &mut App, _: Nothing, now: Now) -> Result<Verified, Refusal> {
    let desk = app.desk()?;
    let walk = desk.store.walk_chain()?;
    // Where nothing can be written any more, the log is still to be verified.
    let _ = desk.store.scratch(store::tally::forget);
    let (broken_at, problem) = walk.broken.map_or((None, None), |(seq, why)| {
        (
            Some(seq),
            Some(format!("Entry {seq} of the log does not fit: {why}.")),
        )
    });
    Ok(Verified {
        intact: broken_at.is_none(),
        events: walk.events,
        head: walk.head,
        broken_at,
        problem,
        purged: purged(desk)?,
        verified_at: now.stamp(),
    })
}

/// What went by an entry of the log, and under which articles.
fn purged(desk: &Desk) -> Result<Vec<String>, Refusal> {
    let all = store::retention::all_purged(desk.store.read())?;
    Ok(all
        .into_iter()
        .map(|(on, cite, n)| {
            let who = match n {
                1 => "One request was".to_owned(),
                n => format!("{n} requests were"),
            };
            let on = time::day(&on).map(short).unwrap_or(on);
            format!(
                "{who} purged on {on} under {cite}. The letters and files are gone; their fingerprints stay."
            )
        })
        .collect())
}
