//! Walking the log from its first entry to its last.

use super::App;
use crate::api::wire::{Nothing, Refusal, Verified};
use crate::time::Now;

/// See the command table.
pub fn verify(app: &mut App, _: Nothing, now: Now) -> Result<Verified, Refusal> {
    let walk = app.desk()?.store.walk_chain()?;
    let (broken_at, problem) = walk.broken.map_or((None, None), |(seq, why)| (Some(seq), Some(format!("Entry {seq} of the log does not fit: {why}."))));
    Ok(Verified { intact: broken_at.is_none(), events: walk.events, head: walk.head, broken_at, problem, verified_at: now.stamp() })
}
