//! The encrypted desk file. The only module that names rusqlite.
//!
//! Every change is one transaction that appends exactly one event; see [`Store::transact`].

pub mod accounting;
pub mod authority;
mod chain;
pub mod closing;
pub mod consents;
pub mod desk;
pub mod draft;
pub mod due;
pub mod enclosure;
mod errors;
pub mod file;
pub mod handling;
pub mod health;
mod kept;
pub mod letter;
pub mod letterhead;
mod migrate;
mod open;
pub mod policy;
pub mod post;
pub mod promise;
pub mod register;
pub mod report;
pub mod request;
pub mod retention;
pub mod search;
pub mod shine;
pub mod shown;
pub mod suppression;
pub mod tally;
pub mod wording;
pub mod year;

pub use chain::{Event, Walk};
pub use rusqlite::{Connection, Transaction};

use crate::api::wire::Refusal;
use crate::time::Now;
use crate::vault::DeskKey;
use std::path::{Path, PathBuf};

/// Number of the newest event; 0 before the first. What it was derived at is as good as new while it stays.
pub fn last_event(conn: &Connection) -> Result<u32, Refusal> {
    Ok(chain::next_seq(conn)?.saturating_sub(1))
}

/// An open desk file. Closing it is dropping it.
pub struct Store {
    conn: Connection,
    path: PathBuf,
    /// Held as long as the desk is open, so that a second window is told.
    _lock: std::fs::File,
}

impl Store {
    /// A new desk file; refuses to write over anything that is there.
    pub fn create(path: &Path, key: &DeskKey) -> Result<Self, Refusal> {
        let lock = open::lock(path)?;
        let mut conn = open::fresh(path, key)?;
        migrate::to_newest(&mut conn, None)?;
        due::watch(&conn)?;
        Ok(Self {
            conn,
            path: path.to_owned(),
            _lock: lock,
        })
    }

    /// Opens a desk. An older one is copied beside itself before it is brought up to date; a newer one is refused.
    pub fn open(path: &Path, key: &DeskKey) -> Result<Self, Refusal> {
        let lock = open::lock(path)?;
        let mut conn = open::existing(path, key)?;
        migrate::to_newest(&mut conn, Some(path))?;
        due::watch(&conn)?;
        Ok(Self {
            conn,
            path: path.to_owned(),
            _lock: lock,
        })
    }

    /// Where the desk stands.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// For reading. Writing goes through [`Store::transact`] or [`Store::scratch`].
    pub fn read(&self) -> &Connection {
        &self.conn
    }

    /// Changes facts: all of it or nothing, and exactly one event in the log.
    pub fn transact<T>(
        &mut self,
        officer: u32,
        now: Now,
        change: impl FnOnce(&Transaction, u32) -> Result<(T, Event), Refusal>,
    ) -> Result<T, Refusal> {
        let tx = self
            .conn
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        // Facts refer to their event, which is written last: foreign keys are looked at when the transaction ends.
        tx.pragma_update(None, "defer_foreign_keys", true)?;
        let seq = chain::next_seq(&tx)?;
        let (out, event) = change(&tx, seq)?;
        chain::append(&tx, seq, officer, now, &event)?;
        tx.commit()?;
        Ok(out)
    }

    /// As [`Store::transact`], for hundreds of thousands of rows: more of the file stays in memory meanwhile,
    /// so that a page which is written to again and again is enciphered once.
    pub fn transact_many<T>(
        &mut self,
        officer: u32,
        now: Now,
        change: impl FnOnce(&Transaction, u32) -> Result<(T, Event), Refusal>,
    ) -> Result<T, Refusal> {
        self.conn.pragma_update(None, "cache_size", open::ROOMY)?;
        let done = self.transact(officer, now, change);
        let back = self.conn.pragma_update(None, "cache_size", open::USUAL);
        let out = done?;
        back?;
        Ok(out)
    }

    /// Changes work in hand, such as a request half typed: nothing that happened, hence no event.
    pub fn scratch<T>(
        &mut self,
        change: impl FnOnce(&Transaction) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let tx = self
            .conn
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let out = change(&tx)?;
        tx.commit()?;
        Ok(out)
    }

    /// Walks the whole chain of events, and the letters and files against what the log says of them.
    pub fn walk_chain(&self) -> Result<Walk, Refusal> {
        chain::walk(&self.conn)
    }

    /// Writes what waits in the write-ahead log into the file and empties it: nothing that was taken out stays there.
    pub fn settle(&self) -> Result<(), Refusal> {
        self.conn
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Writes an encrypted copy under the same key, while the desk stays open.
    pub fn copy_to(&self, to: &Path) -> Result<(), Refusal> {
        open::copy(&self.conn, to)
    }
}
