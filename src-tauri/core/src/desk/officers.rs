//! Who can open the desk, and with what.

use super::{App, Desk};
use crate::api::wire::{ChangePassphrase, Code, Done, NewOfficer, Nothing, OfficerList, OfficerName, RecoveryKey, Refusal, Unlock};
use crate::store::{self, Event};
use crate::time::Now;
use crate::vault::{self, KeyFile};

/// The officer who set up the desk.
pub const FIRST: u32 = 1;

/// A name as it goes into the log.
pub fn check_name(name: &str) -> Result<String, Refusal> {
    let name = name.trim();
    match name.chars().count() {
        0 => Err(Refusal::field("officer_name", "Write the officer's name; the log names who did what.")),
        1..=200 => Ok(name.into()),
        _ => Err(Refusal::field("officer_name", "That name is too long for the log; 200 characters are the most.")),
    }
}

/// See the command table.
pub fn list(app: &mut App, _: Nothing, _: Now) -> Result<OfficerList, Refusal> {
    Ok(OfficerList { officers: store::desk::officers(app.desk()?.store.read())? })
}

/// See the command table.
pub fn add(app: &mut App, args: NewOfficer, now: Now) -> Result<OfficerName, Refusal> {
    let desk = app.desk()?;
    let name = check_name(&args.name)?;
    vault::check_passphrase(&args.passphrase)?;
    let officers = store::desk::officers(desk.store.read())?;
    if officers.iter().any(|o| o.name == name) {
        return Err(Refusal::field("officer_name", "There is already an officer of that name. The log must be able to tell them apart."));
    }
    let mut keys = KeyFile::read(desk.store.path())?;
    if keys.unwrap_with(&args.passphrase).is_ok() {
        return Err(Refusal::field("passphrase", "Another officer uses that passphrase. The passphrase is how the desk knows who is at it: choose another."));
    }
    let officer = OfficerName { id: officers.iter().map(|o| o.id).max().unwrap_or(0) + 1, name };
    keys.wrap(&desk.key, officer.id, &args.passphrase)?;
    let at = desk.officer.clone();
    let path = desk.store.path().to_owned();
    desk.store.transact(at.id, now, |tx, _| {
        store::desk::add_officer(tx, &officer, &now.stamp())?;
        // Inside the transaction: when the keys cannot be written, the officer is not added.
        keys.write(&path)?;
        Ok(((), Event::desk("officer-added", format!("{} added {} as an officer of this desk.", at.name, officer.name))))
    })?;
    Ok(officer)
}

/// See the command table.
pub fn change_passphrase(app: &mut App, args: ChangePassphrase, now: Now) -> Result<Done, Refusal> {
    let desk = app.desk()?;
    prove(desk, &args.old)?;
    vault::check_passphrase(&args.new)?;
    set_passphrase(desk, &args.new, "passphrase-changed", "chose a new passphrase", now)?;
    Ok(Done {})
}

/// See the command table.
pub fn renew_recovery_key(app: &mut App, args: Unlock, now: Now) -> Result<RecoveryKey, Refusal> {
    let desk = app.desk()?;
    prove(desk, &args.passphrase)?;
    let mut keys = KeyFile::read(desk.store.path())?;
    let recovery_key = vault::fresh_recovery_key()?;
    keys.wrap_recovery(&desk.key, &recovery_key)?;
    record(desk, &keys, "recovery-key-renewed", "made a new recovery key; the old one no longer opens the desk", now)?;
    Ok(RecoveryKey { recovery_key })
}

/// The officer at the desk is the one who asks.
fn prove(desk: &Desk, passphrase: &str) -> Result<(), Refusal> {
    match KeyFile::read(desk.store.path())?.unwrap_with(passphrase) {
        Ok((_, officer)) if officer == desk.officer.id => Ok(()),
        Ok(_) | Err(Refusal { code: Code::WrongPassphrase, .. }) => {
            Err(Refusal { field: Some("old".into()), ..Refusal::coded(Code::WrongPassphrase, "That is not your present passphrase. Nothing was changed.") })
        }
        Err(e) => Err(e),
    }
}

/// Wraps the desk's key under a new passphrase of the officer at the desk.
pub(super) fn set_passphrase(desk: &mut Desk, passphrase: &str, kind: &'static str, what: &str, now: Now) -> Result<(), Refusal> {
    let mut keys = KeyFile::read(desk.store.path())?;
    if keys.unwrap_with(passphrase).is_ok_and(|(_, officer)| officer != desk.officer.id) {
        return Err(Refusal::field("passphrase", "Another officer uses that passphrase. The passphrase is how the desk knows who is at it: choose another."));
    }
    keys.wrap(&desk.key, desk.officer.id, passphrase)?;
    record(desk, &keys, kind, what, now)
}

fn record(desk: &mut Desk, keys: &KeyFile, kind: &'static str, what: &str, now: Now) -> Result<(), Refusal> {
    let officer = desk.officer.clone();
    let path = desk.store.path().to_owned();
    desk.store.transact(officer.id, now, |_, _| {
        keys.write(&path)?;
        Ok(((), Event::desk(kind, format!("{} {what}.", officer.name))))
    })
}
