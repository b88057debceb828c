//! Locked, open, and the way between.

use super::{App, Desk};
use crate::api::wire::{Code, Nothing, Phase, Refusal, Session, Unlock, UnlockWithRecovery};
use crate::store::{self, Store};
use crate::time::Now;
use crate::vault::{self, DeskKey, KeyFile};
use chrono::{DateTime, Utc};

/// Idle minutes before a desk locks itself, until the officer says otherwise.
pub const AUTO_LOCK_MINUTES: u32 = 15;

/// Slows down whoever tries passphrases. Forgotten when the program ends: the passphrase function is the real wall.
#[derive(Default)]
pub struct Brake {
    wrong: u32,
    not_before: Option<DateTime<Utc>>,
}

impl Brake {
    /// Seconds still to wait.
    fn wait(&self, now: Now) -> u32 {
        let left = self
            .not_before
            .map_or(0, |t| (t - now.instant()).num_seconds());
        u32::try_from(left.max(0)).unwrap_or(0)
    }

    /// Two tries are free, then 1, 2, 4 … up to 60 seconds.
    fn tighten(&mut self, now: Now) {
        self.wrong += 1;
        if self.wrong > 2 {
            let seconds = 1_i64 << (self.wrong - 3).min(6);
            self.not_before = Some(now.instant() + chrono::TimeDelta::seconds(seconds.min(60)));
        }
    }
}

impl App {
    /// Where the program stands.
    pub fn session(&mut self, now: Now) -> Result<Session, Refusal> {
        let wait_seconds = self.brake.wait(now);
        let desk_file = self
            .place
            .as_ref()
            .and_then(|p| p.file_name())
            .map(|n| n.to_string_lossy().into_owned());
        Ok(match &self.open {
            Some(desk) => {
                let preferences = super::preferences::of(desk)?;
                Session {
                    phase: Phase::Open,
                    desk_file,
                    organisation: Some(desk.profile.organisation.clone()),
                    officer: Some(desk.officer.clone()),
                    wait_seconds,
                    auto_lock_minutes: preferences.auto_lock_minutes,
                    today: now.today(desk.zone).to_string(),
                    sample: desk.sample,
                }
            }
            None => Session {
                phase: if self.place.is_some() {
                    Phase::Locked
                } else {
                    Phase::NoDesk
                },
                desk_file,
                organisation: None,
                officer: None,
                wait_seconds,
                auto_lock_minutes: 0,
                today: now.instant().date_naive().to_string(),
                sample: false,
            },
        })
    }

    fn try_open(
        &mut self,
        now: Now,
        unwrap: impl FnOnce(&KeyFile) -> Result<(DeskKey, u32), Refusal>,
    ) -> Result<(), Refusal> {
        let Some(place) = self.place.clone() else {
            return Err(Refusal::coded(
                Code::NoDesk,
                "No desk is chosen. Create one or open one first.",
            ));
        };
        let wait = self.brake.wait(now);
        if wait > 0 {
            return Err(Refusal::coded(
                Code::Wait,
                format!("After several wrong tries the desk waits. Try again in {wait} seconds."),
            ));
        }
        let keys = KeyFile::read(&place)?;
        let (key, officer) = unwrap(&keys).inspect_err(|e| {
            if e.code == Code::WrongPassphrase {
                self.brake.tighten(now);
            }
        })?;
        let store = Store::open(&place, &key)?;
        let officer = store::desk::officers(store.read())?.into_iter().find(|o| o.id == officer).ok_or_else(|| {
            Refusal::coded(Code::Damaged, "The key file beside the desk names an officer the desk does not know. Put back the key file that belongs to this desk.")
        })?;
        let rules = self.library()?;
        self.open = Some(Desk::at(store, key, officer, rules, now)?);
        self.brake = Brake::default();
        Ok(())
    }
}

/// See the command table.
pub fn session(app: &mut App, _: Nothing, now: Now) -> Result<Session, Refusal> {
    app.session(now)
}

/// See the command table. Opening is not a change of the desk, so the log does not grow,
/// unless the program came back with other rules; see [`super::rules`].
pub fn unlock(app: &mut App, args: Unlock, now: Now) -> Result<Session, Refusal> {
    if app.open.is_none() {
        app.try_open(now, |keys| keys.unwrap_with(&args.passphrase))?;
    }
    app.session(now)
}

/// See the command table.
pub fn unlock_with_recovery(
    app: &mut App,
    args: UnlockWithRecovery,
    now: Now,
) -> Result<Session, Refusal> {
    vault::check_passphrase(&args.new_passphrase)?;
    app.try_open(now, |keys| {
        Ok((
            keys.unwrap_with_recovery(&args.recovery_key)?,
            super::officers::FIRST,
        ))
    })?;
    super::officers::set_passphrase(
        app.desk()?,
        &args.new_passphrase,
        "recovery-key-used",
        "opened the desk with the recovery key and chose a new passphrase",
        now,
    )?;
    app.session(now)
}

/// See the command table.
pub fn lock(app: &mut App, _: Nothing, now: Now) -> Result<Session, Refusal> {
    app.put_away();
    app.session(now)
}
