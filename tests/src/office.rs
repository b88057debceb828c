//! An open desk in a folder of its own, and the calls that a window would make.

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use rightsdesk_core::api::{self, wire};
use rightsdesk_core::desk::App;
use rightsdesk_core::time::Now;
use serde_json::{Value, json};
use std::path::PathBuf;

pub const PASSPHRASE: &str = "four lanterns under one bridge";

/// A moment as `2026-02-02T09:00:00Z`.
pub fn moment(text: &str) -> Now {
    let at: DateTime<Utc> = text.parse().unwrap();
    Now::new(at)
}

/// An organisation of our own invention, under the laws given.
pub fn profile(zone: &str, calendar: &str, laws: &[&str]) -> wire::DeskProfile {
    wire::DeskProfile {
        organisation: "Harbour Lane Books".into(),
        address: vec!["4 Harbour Lane".into(), "20457 Hamburg".into()],
        contact_email: "privacy@harbourlane.example".into(),
        contact_phone: "+49 40 555 0100".into(),
        time_zone: zone.into(),
        calendar: calendar.into(),
        laws: laws.iter().map(|l| (*l).into()).collect(),
        ..wire::DeskProfile::default()
    }
}

/// A new desk of that organisation.
pub fn new_desk(profile: wire::DeskProfile) -> wire::NewDesk {
    wire::NewDesk {
        profile,
        officer_name: "Nele Brandt".into(),
        passphrase: PASSPHRASE.into(),
    }
}

/// One running program with a desk open.
pub struct Office {
    pub app: App,
    pub place: PathBuf,
    pub now: Now,
    pub recovery_key: String,
    pub folder: tempfile::TempDir,
}

impl Office {
    /// Creates a desk at a moment.
    pub fn open(profile: wire::DeskProfile, now: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("Harbour Lane.rightsdesk");
        let mut app = App::new();
        let now = moment(now);
        let recovery_key = app
            .create(&place, new_desk(profile), now)
            .unwrap()
            .recovery_key;
        Self {
            app,
            place,
            now,
            recovery_key,
            folder,
        }
    }

    /// As [`Office::open`], with keys that open at once.
    pub fn quick(profile: wire::DeskProfile, now: &str) -> Self {
        let office = Self::open(profile, now);
        crate::keys::make_quick(&office.place, PASSPHRASE);
        office
    }

    /// The clock on the wall moves to this moment.
    pub fn at(&mut self, now: &str) -> &mut Self {
        self.now = moment(now);
        self
    }

    /// A call that must work.
    #[track_caller]
    pub fn call(&mut self, name: &str, args: Value) -> Value {
        match api::call(&mut self.app, name, args.clone(), self.now) {
            Ok(reply) => reply,
            Err(why) => panic!("{name} {args} was refused: {why:?}"),
        }
    }

    /// A call that must be refused, with the refusal as the window gets it.
    #[track_caller]
    pub fn refused(&mut self, name: &str, args: Value) -> wire::Refusal {
        match api::call(&mut self.app, name, args.clone(), self.now) {
            Ok(reply) => panic!("{name} {args} was not refused: {reply}"),
            Err(why) => {
                check_sentence(&why);
                why
            }
        }
    }

    /// As [`Office::refused`], for arguments too long to be printed or copied.
    #[track_caller]
    pub fn refused_quietly(&mut self, name: &str, args: Value) -> wire::Refusal {
        let why = api::call(&mut self.app, name, args, self.now).expect_err("not refused");
        check_sentence(&why);
        why
    }

    /// Logs a request and gives its number.
    #[track_caller]
    pub fn log(&mut self, draft: Value) -> u32 {
        number(&self.call("request_log", json!({ "draft": draft }))["id"])
    }

    /// Drafts a letter, puts `words` for every blank, and issues it.
    #[track_caller]
    pub fn write(
        &mut self,
        request: u32,
        kind: &str,
        law: &str,
        reason: &str,
        asked: &str,
        words: &str,
    ) -> Value {
        let draft = self.call("letter_draft", json!({ "request": request, "kind": kind, "law": law, "reason": reason, "asked": asked }));
        let mut text = draft["text"].clone();
        for block in text["blocks"].as_array_mut().unwrap() {
            block["text"] = fill(block["text"].as_str().unwrap(), words).into();
        }
        let saved = self.call("letter_save", json!({ "request": request, "text": text }));
        assert_eq!(saved["ready"], true, "not ready: {saved:#}");
        self.call(
            "letter_issue",
            json!({ "request": request, "sent_by": "post" }),
        )
    }

    /// The bytes of an issued letter.
    #[track_caller]
    pub fn letter(&mut self, id: &Value) -> Vec<u8> {
        bytes(&self.call("letter_pdf", json!({ "id": id }))["base64"])
    }

    /// Walks the log.
    #[track_caller]
    pub fn assert_intact(&mut self) {
        let walked = self.call("log_verify", json!({}));
        assert_eq!(walked["intact"], true, "{walked}");
    }

    /// Locks, and unlocks again.
    #[track_caller]
    pub fn lock_and_unlock(&mut self) {
        self.call("lock", json!({}));
        self.call("unlock", json!({ "passphrase": PASSPHRASE }));
    }
}

/// Every refusal is a sentence that a person can read.
#[track_caller]
pub fn check_sentence(why: &wire::Refusal) {
    let text = &why.message;
    assert!(text.len() > 12, "no sentence: {text:?}");
    // A sentence, with or without the article it rests on behind it.
    assert!(
        text.ends_with(['.', '!', '?', ')']),
        "no sentence: {text:?}"
    );
    for jargon in ["SQL", "rusqlite", "serde", "Error {", "Os {", "panicked"] {
        assert!(!text.contains(jargon), "jargon: {text:?}");
    }
}

/// Every `[[blank]]` filled in.
pub fn fill(text: &str, words: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[[") {
        out.push_str(before);
        out.push_str(words);
        rest = after.split_once("]]").map_or("", |(_, tail)| tail);
    }
    out + rest
}

pub fn bytes(base64: &Value) -> Vec<u8> {
    STANDARD.decode(base64.as_str().unwrap()).unwrap()
}

pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

pub fn number(value: &Value) -> u32 {
    u32::try_from(value.as_u64().unwrap()).unwrap()
}
