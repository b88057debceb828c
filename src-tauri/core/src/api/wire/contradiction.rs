//! What does not agree with a promise, a consent on file or a law of a register, and what was written about it.

use serde::{Deserialize, Serialize};

wire! {
    /// Something that does not agree with a promise in force.
    pub struct Contradiction {
        /// Names what collides with which promise; stays the same.
        pub key: String,
        pub about: ContradictionAbout,
        /// The day it happened.
        pub on: String,
        /// A whole sentence: what was done, and what was promised.
        pub message: String,
        /// The promise it collides with; absent where it is a consent or an authorisation on file, or a law.
        pub promise: Option<u32>,
        pub policy: Option<u32>,
        /// Words of the promise, or of the consent; empty for a law.
        pub quote: String,
        pub cite: String,
        pub request: Option<u32>,
        pub reference: String,
        pub handling: Option<u32>,
        /// It cannot be entered without a written answer.
        pub needs_answer: bool,
        /// So many other entries of the register are equal to it before the same promise, open too, and can be answered with it.
        /// Counted only in the list of contradictions.
        #[serde(default)]
        pub alike: u32,
        /// What must be obtained before anything leaves the house, a whole sentence; then it is entered only with `already_made`.
        #[serde(default)]
        pub obtain: String,
        pub answer: Option<ContradictionAnswered>,
    }
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum ContradictionAbout { Disclosure, Use, Collection, Decision, Late, Child, Notice, Consent, Authorization, Suppressed }
    pub struct ContradictionAnswered { pub text: String, pub officer: String, pub at: String }
    pub struct ContradictionAnswer { pub key: String, pub text: String }
    /// Which of them.
    pub struct ContradictionKey { pub key: String }
    /// Open contradictions of the register that are equal before the same promise: same act, purpose, data, consent and recipient.
    pub struct ContradictionsAlike {
        /// The one that was asked about.
        pub one: Contradiction,
        /// Numbers of the entries, newest first, that one among them; an answer covers these and no later ones.
        pub entries: Vec<u32>,
        /// People of them, counted once an entry.
        pub people: u32,
        pub oldest: String,
        pub newest: String,
    }
    /// One written answer for all of these entries; refused whole where one of them is not open and equal any more.
    pub struct ContradictionAnswerAlike { pub key: String, pub entries: Vec<u32>, pub text: String }
    /// `open`, `answered` or `all`.
    #[derive(Default)]
    pub struct ContradictionQuery {
        pub which: String,
        #[serde(default)]
        pub offset: u32,
        /// 0 means 200.
        #[serde(default)]
        pub limit: u32,
    }
    /// A page of them, newest first.
    pub struct Contradictions {
        pub contradictions: Vec<Contradiction>,
        /// All that were asked for, beyond this page too.
        #[serde(default)]
        pub total: u32,
    }
}
