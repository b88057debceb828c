//! The desk as the officer opens it: which file, who sits at it, and what is known of the organisation.

pub mod about;
pub mod closing;
pub mod letterhead;
pub mod officers;
pub mod preferences;
pub mod profile;
mod recovery_sheet;
pub mod reference;
pub mod rules;
mod sample;
mod sample_policy;
mod sample_registers;
mod session;
pub mod verify;

pub use recovery_sheet::recovery_sheet;
pub use session::{lock, session, unlock, unlock_with_recovery};

use crate::api::wire::{Code, DeskProfile, NewDesk, OfficerName, RecoveryKey, Refusal, Session};
use crate::law::Library;
use crate::post::{along::Seen, batch::Press};
use crate::promise::book::Book;
use crate::promise::standing::Standing;
use crate::register::handled::Handled;
use crate::request::board::Board;
use crate::store::{self, Event, Store, closing::Closing};
use crate::time::Now;
use crate::vault::{self, DeskKey, KeyFile};
use chrono_tz::Tz;
use serde_json::json;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// One running program: no desk, a locked desk, or an open one.
#[derive(Default)]
pub struct App {
    place: Option<PathBuf>,
    open: Option<Desk>,
    brake: session::Brake,
    /// Other rules than those that come with the program.
    rules: Option<&'static Library>,
}

/// An open desk with the officer at it.
pub struct Desk {
    pub(crate) store: Store,
    key: DeskKey,
    /// Who is at the desk; the log names them.
    pub(crate) officer: OfficerName,
    pub(crate) profile: DeskProfile,
    pub(crate) zone: Tz,
    pub(crate) sample: bool,
    /// The open requests with their derived dates; kept in memory only.
    pub(crate) board: Board,
    pub(crate) library: &'static Library,
    /// How letters look, and how this officer signs.
    pub(crate) letterhead: letterhead::Kept,
    /// The officer's own closing days.
    pub(crate) closing: Vec<Closing>,
    /// The published policy and what was said of its passages.
    pub(crate) policy: Book,
    /// The register of what was done with data, once it was asked for; kept in memory only.
    pub(crate) handled: RefCell<Handled>,
    /// What of it collides with what.
    pub(crate) standing: RefCell<Option<Standing>>,
    /// Letters being put together for the printer; in memory only.
    pub(crate) press: Option<Press>,
    /// Which enclosures are printed along; in memory only.
    pub(crate) along: Seen,
}

impl App {
    /// No desk yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// As [`App::new`], under other rules than those that come with the program: what a later version will bring.
    pub fn under(rules: &'static Library) -> Self {
        Self {
            rules: Some(rules),
            ..Self::default()
        }
    }

    /// The rules of this program.
    pub(crate) fn library(&self) -> Result<&'static Library, Refusal> {
        self.rules.map_or_else(reference::library, Ok)
    }

    /// Makes a new desk at a place where nothing is, and opens it. The recovery key is told once and never again.
    pub fn create(&mut self, path: &Path, new: NewDesk, now: Now) -> Result<RecoveryKey, Refusal> {
        self.make(path, new, false, now)
    }

    fn make(
        &mut self,
        path: &Path,
        mut new: NewDesk,
        sample: bool,
        now: Now,
    ) -> Result<RecoveryKey, Refusal> {
        profile::check(&mut new.profile, self.library()?)?;
        let name = officers::check_name(&new.officer_name)?;
        vault::check_passphrase(&new.passphrase)?;
        if path.exists() || vault::key_path(path).exists() {
            return Err(Refusal::field(
                "place",
                "There is already a desk of that name. Choose another name; nothing was written over.",
            ));
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let key: DeskKey = Zeroizing::new(vault::random()?);
        let recovery_key = vault::fresh_recovery_key()?;
        let mut keys = KeyFile::fresh()?;
        keys.wrap(&key, officers::FIRST, &new.passphrase)?;
        keys.wrap_recovery(&key, &recovery_key)?;
        // The keys first: a desk without keys would be lost, keys without a desk are only litter.
        keys.write(path)?;
        let officer = OfficerName {
            id: officers::FIRST,
            name,
        };
        let made = Store::create(path, &key).and_then(|mut store| {
            store.transact(officer.id, now, |tx, _| {
                store::desk::create(tx, &new.profile, &now.stamp(), sample)?;
                store::desk::add_officer(tx, &officer, &now.stamp())?;
                let event = Event::desk(
                    "desk-created",
                    format!("{} set up this desk.", officer.name),
                )
                .facts(json!({ "laws": new.profile.laws }));
                Ok(((), event))
            })?;
            Ok(store)
        });
        let store = made.inspect_err(|_| {
            // Nothing was acknowledged: leave no half a desk behind. Failing to tidy up is not worth a second message.
            for behind in [".keys", "", "-wal", "-shm", ".lock"] {
                let mut name = path.as_os_str().to_owned();
                name.push(behind);
                let _ = std::fs::remove_file(name);
            }
        })?;
        self.leave();
        self.place = Some(path.to_owned());
        let rules = self.library()?;
        self.open = Some(Desk::at(store, key, officer, rules, now)?);
        Ok(RecoveryKey { recovery_key })
    }

    /// A made-up organisation with some forty requests, dated around today, open at once.
    pub fn create_sample(&mut self, path: &Path, now: Now) -> Result<Session, Refusal> {
        sample::build(self, path, now)?;
        self.session(now)
    }

    /// Chooses the desk file to unlock next. Wrong passphrases for one desk slow the next one too.
    pub fn choose(&mut self, path: &Path) -> Result<(), Refusal> {
        if !path.is_file() {
            return Err(Refusal::missing(
                "There is no desk at that place any more. It may have been moved or renamed.",
            ));
        }
        KeyFile::read(path)?;
        self.leave();
        self.place = Some(path.to_owned());
        Ok(())
    }

    /// Closes the desk; what letters left in memory goes with it.
    fn put_away(&mut self) {
        self.open = None;
        crate::letter::forget_words();
    }

    /// Puts the desk away: back to the welcome.
    pub fn leave(&mut self) {
        self.put_away();
        // The brake stays: putting a desk away and choosing it again is no way round the waiting.
        self.place = None;
    }

    /// An encrypted copy of the desk with its keys beside it; opens with the same passphrases.
    ///
    /// The log speaks of it once it is whole, so the copy itself does not.
    pub fn backup(&mut self, to: &Path, now: Now) -> Result<(), Refusal> {
        let desk = self.desk()?;
        let keys = vault::key_path(to);
        if keys.exists() {
            return Err(Refusal::field(
                "place",
                "There are already keys of a desk of that name. Choose another name; nothing was written over.",
            ));
        }
        desk.store.copy_to(to)?;
        if let Err(why) = std::fs::copy(vault::key_path(desk.store.path()), &keys) {
            // A copy without its keys opens nothing. Failing to tidy up is not worth a second message.
            let _ = std::fs::remove_file(&keys);
            let _ = std::fs::remove_file(to);
            return Err(why.into());
        }
        let officer = desk.officer.clone();
        desk.store.transact(officer.id, now, |_, _| {
            Ok((
                (),
                Event::desk("backup-made", format!("{} made a backup.", officer.name)),
            ))
        })
    }

    /// The open desk, or the sentence that says why there is none.
    pub(crate) fn desk(&mut self) -> Result<&mut Desk, Refusal> {
        let place = self.place.is_some();
        self.open.as_mut().ok_or_else(|| {
            if place {
                Refusal::coded(
                    Code::Locked,
                    "The desk is locked. Unlock it with your passphrase and try again.",
                )
            } else {
                Refusal::coded(
                    Code::NoDesk,
                    "No desk is open. Create one or open one first.",
                )
            }
        })
    }
}

impl Desk {
    /// Reads the organisation and derives the dates of every open request.
    fn at(
        store: Store,
        key: DeskKey,
        officer: OfficerName,
        library: &'static Library,
        now: Now,
    ) -> Result<Self, Refusal> {
        let (profile, sample) = store::desk::profile(store.read())?;
        let zone = profile::zone_of(&profile)?;
        let closing = store::closing::all(store.read())?;
        let policy = Book::load(store.read())?;
        let letterhead = letterhead::Kept::load(&store, officer.id)?;
        let mut desk = Self {
            store,
            key,
            officer,
            profile,
            zone,
            sample,
            board: Board::default(),
            library,
            letterhead,
            closing,
            policy,
            handled: RefCell::default(),
            standing: RefCell::default(),
            press: None,
            along: Seen::new(),
        };
        desk.rebuild_board(now)?;
        // A full disk must not keep an officer out: what could not be noted is compared at the next unlocking.
        let _ = rules::compare(&mut desk, now);
        Ok(desk)
    }

    /// Derives every open date anew: after unlocking, on a new day, and when the organisation or its calendar changed.
    pub(crate) fn rebuild_board(&mut self, now: Now) -> Result<(), Refusal> {
        self.board = Board::build(self, now)?;
        Ok(())
    }

    /// The board as of today: a new day derives every state anew.
    pub(crate) fn board_of_today(&mut self, now: Now) -> Result<(), Refusal> {
        if self.board.day == Some(now.today(self.zone)) {
            return Ok(());
        }
        self.rebuild_board(now)
    }
}
