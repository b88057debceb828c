//! The file of wrapped keys beside the desk.

use super::random;
use crate::api::wire::{Code, Refusal};
use argon2::{Algorithm, Argon2, Params, Version};
use base64::{Engine, engine::general_purpose::STANDARD};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce, aead::{Aead, Payload}};
use serde::{Deserialize, Serialize};
use std::{fs, io::Write, path::{Path, PathBuf}};
use zeroize::Zeroizing;

/// The desk's own key. Forgotten when dropped.
pub type DeskKey = Zeroizing<[u8; 32]>;

/// Number of the slot that the recovery key opens; officers have 1 and above.
const RECOVERY: u32 = 0;

/// The wrapped keys of one desk. Losing this file loses the desk, so every backup carries it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    version: u32,
    /// Ties the keys to their desk; copied from elsewhere they open nothing.
    desk: String,
    salt: String,
    /// Argon2id: KiB of memory and passes. Kept here so that later desks may ask for more.
    memory_kib: u32,
    passes: u32,
    slots: Vec<Slot>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Slot { officer: u32, nonce: String, wrapped: String }

/// Where the keys of a desk stand: beside it, same name with `.keys` behind.
pub fn key_path(desk: &Path) -> PathBuf {
    let mut name = desk.as_os_str().to_owned();
    name.push(".keys");
    PathBuf::from(name)
}

impl KeyFile {
    /// Keys for a new desk, opened by no one yet.
    pub fn fresh() -> Result<Self, Refusal> {
        Ok(Self {
            version: 1,
            desk: super::hex(&random::<16>()?),
            salt: STANDARD.encode(random::<16>()?),
            memory_kib: 64 * 1024,
            passes: 3,
            slots: Vec::new(),
        })
    }

    /// Reads the keys beside a desk. A missing or damaged file says where to look for another.
    pub fn read(desk: &Path) -> Result<Self, Refusal> {
        let path = key_path(desk);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => Refusal::coded(Code::Damaged, format!("The key file {name} is not beside the desk. Put it back from the place the desk came from; every backup has one.")),
            _ => Refusal::from(e),
        })?;
        let keys: Self = serde_json::from_str(&text).map_err(|_| Refusal::coded(Code::Damaged, format!("The key file {name} is damaged. Put back the one from a backup; the desk itself was not touched.")))?;
        // Bounds keep a damaged file from asking for all the memory of the machine.
        if keys.version != 1 || !(8..=4 * 1024 * 1024).contains(&keys.memory_kib) || !(1..=100).contains(&keys.passes) {
            return Err(Refusal::coded(Code::NewerDesk, format!("The key file {name} was written by a newer Rightsdesk. Install that version to open this desk.")));
        }
        Ok(keys)
    }

    /// Writes the keys so that a crash leaves the old file or the new one, never half of one.
    pub fn write(&self, desk: &Path) -> Result<(), Refusal> {
        let path = key_path(desk);
        let mut fresh = path.as_os_str().to_owned();
        fresh.push(".new");
        let text = serde_json::to_string_pretty(self).map_err(|e| Refusal::broken(&e.to_string()))?;
        let mut file = fs::File::create(&fresh)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&fresh, &path)?;
        Ok(())
    }

    /// The key, and the officer whose passphrase this is.
    pub fn unwrap_with(&self, passphrase: &str) -> Result<(DeskKey, u32), Refusal> {
        let kek = self.derive(passphrase)?;
        self.slots.iter().filter(|s| s.officer != RECOVERY).find_map(|s| Some((self.open(s, &kek)?, s.officer))).ok_or_else(|| {
            Refusal::coded(Code::WrongPassphrase, "That is not a passphrase of this desk. Nothing was changed; look at Caps Lock and try again.")
        })
    }

    /// The key, by the recovery key.
    pub fn unwrap_with_recovery(&self, recovery: &str) -> Result<DeskKey, Refusal> {
        let kek = self.derive(&super::normalise(recovery))?;
        self.slots.iter().filter(|s| s.officer == RECOVERY).find_map(|s| self.open(s, &kek)).ok_or_else(|| {
            Refusal::coded(Code::WrongPassphrase, "That is not the recovery key of this desk. Compare it with the printed sheet, group by group.")
        })
    }

    /// Wraps the key under an officer's passphrase, in place of an earlier one.
    pub fn wrap(&mut self, key: &DeskKey, officer: u32, passphrase: &str) -> Result<(), Refusal> {
        self.put(key, officer, passphrase)
    }

    /// Wraps the key under a recovery key, in place of the earlier one.
    pub fn wrap_recovery(&mut self, key: &DeskKey, recovery: &str) -> Result<(), Refusal> {
        self.put(key, RECOVERY, &super::normalise(recovery))
    }

    fn put(&mut self, key: &DeskKey, officer: u32, secret: &str) -> Result<(), Refusal> {
        let kek = self.derive(secret)?;
        let nonce = random::<24>()?;
        let aad = self.aad(officer);
        let wrapped = XChaCha20Poly1305::new((&*kek).into())
            .encrypt(XNonce::from_slice(&nonce), Payload { msg: key.as_slice(), aad: aad.as_bytes() })
            .map_err(|_| Refusal::broken("the key could not be wrapped"))?;
        self.slots.retain(|s| s.officer != officer);
        self.slots.push(Slot { officer, nonce: STANDARD.encode(nonce), wrapped: STANDARD.encode(wrapped) });
        self.slots.sort_by_key(|s| s.officer);
        Ok(())
    }

    fn open(&self, slot: &Slot, kek: &[u8; 32]) -> Option<DeskKey> {
        let nonce = STANDARD.decode(&slot.nonce).ok().filter(|n| n.len() == 24)?;
        let wrapped = STANDARD.decode(&slot.wrapped).ok()?;
        let aad = self.aad(slot.officer);
        let plain = Zeroizing::new(
            XChaCha20Poly1305::new(kek.into()).decrypt(XNonce::from_slice(&nonce), Payload { msg: &wrapped, aad: aad.as_bytes() }).ok()?,
        );
        let key: [u8; 32] = plain.as_slice().try_into().ok()?;
        Some(Zeroizing::new(key))
    }

    fn aad(&self, officer: u32) -> String {
        format!("rightsdesk/1/{}/{officer}", self.desk)
    }

    /// Argon2id: slow and hungry on purpose.
    fn derive(&self, secret: &str) -> Result<Zeroizing<[u8; 32]>, Refusal> {
        let damaged = || Refusal::coded(Code::Damaged, "The key file beside the desk is damaged. Put back the one from a backup; the desk itself was not touched.");
        let salt = STANDARD.decode(&self.salt).map_err(|_| damaged())?;
        let params = Params::new(self.memory_kib, self.passes, 1, Some(32)).map_err(|_| damaged())?;
        let mut out = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(secret.as_bytes(), &salt, out.as_mut())
            .map_err(|_| damaged())?;
        Ok(out)
    }
}
