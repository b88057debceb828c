//! Policies, promises, and what was done with data.
//!
//! `start` and `end` count characters (Unicode scalar values) of the cleaned text of a version, never bytes.

use super::contradiction::{Contradiction, ContradictionAnswer};
use crate::policy::{BlockKind, Evidence, Reading};
use crate::words::{Act, Audience, DataTopic, PolicyFormat, PromiseKind, Requirement, Right};
use serde::{Deserialize, Serialize};

wire! {
    /// A policy as bytes of a file, or as pasted text; one of both.
    #[derive(Default)]
    pub struct PolicyFile {
        /// Name of the file; empty when pasted. Its ending says how to read it.
        pub name: String,
        pub base64: String,
        pub text: String,
    }
    /// What a file would become, before it is brought in.
    pub struct PolicyRead {
        pub format: PolicyFormat,
        pub sha256: String,
        pub size: u32,
        /// Proposed title: its first heading.
        pub title: String,
        /// The effective date the text itself names, if it names one.
        pub effective: Option<PolicyDateFound>,
        /// The address it was taken from, where the text says so.
        pub source: String,
        pub blocks: Vec<PolicyBlock>,
        pub cleaned: Vec<Cleaned>,
        /// How many passages the finder would propose.
        pub suggestions: u32,
        /// The version that has the same bytes already.
        pub same_as: Option<PolicyName>,
    }
    pub struct PolicyDateFound { pub on: String, pub words: String }
    /// What was left out of the reading text, and why; the original bytes keep it.
    pub struct Cleaned {
        /// A whole sentence.
        pub what: String,
        /// The first words of it.
        pub sample: String,
        pub characters: u32,
    }
    pub struct PolicyBlock {
        pub kind: BlockKind,
        pub level: u32,
        pub start: u32,
        pub text: String,
    }

    /// A version to bring in.
    pub struct PolicyIn {
        pub file: PolicyFile,
        pub about: PolicyAbout,
    }
    /// What is known of a version beside its text.
    #[derive(Default)]
    pub struct PolicyAbout {
        pub title: String,
        /// First day in force.
        pub from: String,
        /// Last day in force; empty while the next version's first day ends it, or nothing does.
        pub until: String,
        /// Where it was published: an address.
        pub source: String,
        /// Who published it.
        pub publisher: String,
    }
    pub struct PolicyId { pub id: u32 }
    pub struct PolicyChange { pub id: u32, pub about: PolicyAbout, pub reason: String }
    pub struct PolicyWithdraw { pub id: u32, pub reason: String }

    pub struct PolicyName {
        pub id: u32,
        pub title: String,
        pub from: String,
    }
    /// Every version, newest first.
    pub struct PolicyList {
        pub versions: Vec<PolicyVersion>,
        /// Of all versions and registers, not resolved yet.
        pub contradictions: u32,
        pub today: String,
    }
    pub struct PolicyVersion {
        pub id: u32,
        pub about: PolicyAbout,
        pub standing: PolicyStanding,
        /// Last day in force, as `about` says or as the next version ends it.
        pub ends: Option<String>,
        pub format: PolicyFormat,
        pub file_name: String,
        pub size: u32,
        pub sha256: String,
        pub added_at: String,
        pub added_by: String,
        pub progress: PromiseProgress,
    }
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum PolicyStanding { InForce, ToCome, Past, Withdrawn }

    /// How far the review is.
    #[derive(Default)]
    pub struct PromiseProgress {
        pub suggested: u32,
        pub accepted: u32,
        pub rejected: u32,
        /// Characters of the text that an accepted promise covers, and all.
        pub covered: u32,
        pub characters: u32,
    }

    /// One version to read and review.
    pub struct PolicyView {
        pub version: PolicyVersion,
        pub blocks: Vec<PolicyBlock>,
        pub cleaned: Vec<Cleaned>,
        /// In the order of the text.
        pub promises: Vec<PromiseRow>,
        /// The notice that the version before promised for changes, when this one followed another.
        pub notice: Option<ChangeNotice>,
        pub contradictions: Vec<Contradiction>,
    }
    pub struct PromiseRow {
        /// Names the passage and its kind; stays the same while the text does.
        pub key: String,
        /// Present once reviewed.
        pub id: Option<u32>,
        pub state: PromiseState,
        /// Marked by the officer, not by the finder.
        pub own: bool,
        /// Accepted with another reading or other borders than proposed.
        pub corrected: bool,
        pub start: u32,
        pub end: u32,
        pub quote: String,
        /// Headings above it, outermost first.
        pub under: Vec<String>,
        pub reading: Reading,
        pub why: Vec<Evidence>,
        pub reviewed_by: String,
        pub reviewed_at: String,
    }
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum PromiseState { Suggested, Accepted, Rejected }

    /// Accepts, corrects or rejects one suggestion, or changes what was decided.
    pub struct PromiseReview {
        pub policy: u32,
        pub key: String,
        pub state: PromiseState,
        /// The officer's reading and borders; absent takes those proposed.
        pub reading: Option<Reading>,
        pub start: Option<u32>,
        pub end: Option<u32>,
    }
    /// A stretch of a version's text.
    pub struct PromiseSpan { pub policy: u32, pub start: u32, pub end: u32 }
    /// What the finder would say of a stretch the officer selected.
    pub struct PromiseGuess { pub start: u32, pub end: u32, pub quote: String, pub reading: Reading, pub why: Vec<Evidence> }
    /// A promise that the officer marked.
    pub struct PromiseOwn { pub policy: u32, pub start: u32, pub end: u32, pub reading: Reading }
    /// What became of one promise. `row` is absent when an own one was taken off.
    pub struct PromiseChanged { pub key: String, pub row: Option<PromiseRow>, pub progress: PromiseProgress }

    /// Two versions to compare.
    pub struct PolicyPair { pub old: u32, pub new: u32 }
    pub struct Comparison {
        pub old: PolicyName,
        pub new: PolicyName,
        pub rows: Vec<CompareRow>,
        pub promises: Vec<PromiseCompared>,
        pub counts: CompareCounts,
        /// Open requests that call on a promise that changed; each stays under the version in force on receipt.
        pub touched: Vec<TouchedRequest>,
        pub notice: Option<ChangeNotice>,
    }
    #[derive(Default)]
    pub struct CompareCounts {
        pub same: u32, pub moved: u32, pub changed: u32, pub added: u32, pub removed: u32,
        pub promises_added: u32, pub promises_weakened: u32, pub promises_strengthened: u32, pub promises_dropped: u32, pub promises_changed: u32,
    }
    /// One sentence of one or both texts, in the order of the new text with what is gone in its place.
    pub struct CompareRow {
        pub how: CompareHow,
        pub block: BlockKind,
        pub old: Option<CompareSide>,
        pub new: Option<CompareSide>,
    }
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum CompareHow { Same, Moved, Changed, Added, Removed }
    pub struct CompareSide {
        pub start: u32,
        pub end: u32,
        /// The sentence in pieces; `changed` ones are only on this side.
        pub pieces: Vec<ComparePiece>,
    }
    pub struct ComparePiece { pub text: String, pub changed: bool }
    pub struct PromiseCompared {
        pub change: PromiseShift,
        pub kind: PromiseKind,
        pub old: Option<PromiseSide>,
        pub new: Option<PromiseSide>,
        /// What became weaker or stronger, a sentence each.
        pub why: Vec<String>,
    }
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum PromiseShift { Added, Dropped, Weakened, Strengthened, Changed, Reworded, Same }
    pub struct PromiseSide { pub start: u32, pub end: u32, pub quote: String, pub state: PromiseState, pub reading: Reading }
    pub struct TouchedRequest { pub request: u32, pub reference: String, pub person: String, pub received_on: String, pub why: String }

    /// The notice that an old version promised for changes, as a step to do.
    pub struct ChangeNotice {
        /// The version that made the promise, and the one that changes it.
        pub promised_by: PolicyName,
        pub policy: u32,
        pub promise: u32,
        pub quote: String,
        /// What is to be done, in a sentence.
        pub to_do: String,
        /// By when; absent where the promise names no time.
        pub by: Option<String>,
        pub done: Option<NoticeDone>,
    }
    pub struct NoticeDone { pub on: String, pub how: String, pub officer: String }
    pub struct NoticeGiven { pub policy: u32, pub on: String, pub how: String }

    /// What the laws want a policy to say, and what was found of it.
    pub struct PolicyChecklist { pub laws: Vec<ChecklistLaw> }
    pub struct ChecklistLaw { pub law: String, pub name: String, pub applies: bool, pub items: Vec<ChecklistItem> }
    pub struct ChecklistItem {
        pub what: String,
        pub cite: String,
        /// How sure the program is of the rule.
        pub caution: Option<String>,
        pub found: bool,
        /// Where it was found: the first passages.
        pub passages: Vec<ChecklistPassage>,
        /// Where nothing was found: what to look for.
        pub missing: String,
    }
    pub struct ChecklistPassage { pub start: u32, pub end: u32, pub quote: String }

    /// What the promises of the version in force on receipt mean for a request.
    #[derive(Default)]
    pub struct PromisesAtWork {
        /// The version in force on the day of receipt.
        pub version: Option<PolicyName>,
        pub promises: Vec<EngagedPromise>,
        /// Suggestions of that version that nobody has reviewed.
        pub unreviewed: u32,
        /// Why there are none, or what to know, in sentences.
        pub notes: Vec<String>,
        /// What the promises ask for and the request lacks, as words for a letter.
        pub missing: Vec<String>,
    }
    /// One promise that a request calls on.
    pub struct EngagedPromise {
        pub promise: u32,
        pub policy: u32,
        pub quote: String,
        /// “Policy of 1 Mar 2026, Children”.
        pub cite: String,
        pub reading: Reading,
        /// The rights of the request it opens; empty for one that only goes with it.
        pub rights: Vec<Right>,
        pub checks: Vec<PromiseCheck>,
        /// Its own date, beside those of the laws.
        pub due: Option<String>,
        pub days: Option<i32>,
    }
    pub struct PromiseCheck {
        pub about: CheckAbout,
        pub state: CheckState,
        /// A whole sentence.
        pub message: String,
        pub requires: Option<Requirement>,
    }
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum CheckAbout { Channel, Condition, TimeLimit, Frequency, Exception }
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum CheckState { Met, Missing, Open, Reached }

    /// Something done with data, for the register.
    pub struct HandlingIn {
        pub act: Act,
        /// The civil day.
        pub on: String,
        /// Who got it, for a disclosure.
        pub recipient: String,
        pub purpose: HandlingPurpose,
        pub data: Vec<DataTopic>,
        pub people: u32,
        /// Who they are, in general words; no names.
        pub group: String,
        /// Some of them are below the age a promise or a law names.
        pub children: bool,
        /// Where they live, as far as a promise distinguishes.
        pub audiences: Vec<Audience>,
        pub consent: ConsentOnFile,
        /// Which consent, and where it is kept.
        pub consent_note: String,
        /// The day on which those concerned were told beforehand; empty when they were not.
        pub told_on: String,
        /// The law, the order or the subpoena that demands it.
        pub legal_basis: String,
        pub note: String,
        /// The request it belongs to.
        pub request: Option<u32>,
        /// The recipient in the directory; `recipient` then holds its name as it was.
        #[serde(default)]
        pub recipient_id: Option<u32>,
        /// What was given, by the identifiers of `CategoryList`.
        #[serde(default)]
        pub categories: Vec<String>,
        /// Those concerned, where they are known by name.
        #[serde(default)]
        pub persons: Vec<super::Person>,
        /// The file of the child whose data it is.
        #[serde(default)]
        pub child: Option<u32>,
        /// The explicit consent on file.
        #[serde(default)]
        pub explicit_consent: Option<u32>,
        #[serde(default)]
        pub health: super::HealthBasis,
        #[serde(default)]
        pub process: Option<super::LegalProcess>,
        /// It has left the house already, without what had to be obtained first; kept only where something had to be.
        #[serde(default)]
        pub already_made: bool,
        /// The earlier entry whose place it takes, for `handling_check` alone; never kept.
        #[serde(default)]
        pub corrects: Option<u32>,
    }
    #[derive(Copy, Eq, Hash)]
    #[serde(rename_all = "kebab-case")]
    pub enum HandlingPurpose { OurMarketing, TheirMarketing, ServiceProvider, LegalProcess, CareAndPayment, BusinessTransfer, Other }
    #[derive(Copy, Eq, Hash)]
    #[serde(rename_all = "kebab-case")]
    pub enum ConsentOnFile { None, OptIn, Explicit, ParentUse, ParentDisclose, Authorization }

    /// Enters it, with what the officer wrote about each collision.
    pub struct HandlingAdd { pub entry: HandlingIn, pub resolutions: Vec<ContradictionAnswer> }
    pub struct HandlingCheck {
        pub problems: Vec<super::Problem>,
        pub collisions: Vec<Contradiction>,
        /// What is to be done beside entering it.
        #[serde(default)]
        pub suggests: Vec<HandlingSuggests>,
    }
    /// What follows from an entry, beside what is written about it.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum HandlingSuggests {
        /// Data left the house that nobody had allowed: look whether it is a breach of security, and enter it.
        OpenIncident,
    }
    /// A page of the register, newest day first.
    pub struct HandlingList {
        pub entries: Vec<HandlingRow>,
        /// Entries that match, beyond this page too.
        pub total: u32,
        pub in_register: u32,
        /// Those of all that collide with something and are not answered.
        pub flagged: u32,
        pub today: String,
    }
    pub struct HandlingRow {
        pub id: u32,
        pub entry: HandlingIn,
        pub entered_by: String,
        pub entered_at: String,
        /// Reference of its request.
        pub reference: String,
        pub contradictions: Vec<Contradiction>,
        /// Struck out, with the reason; it stays to be read.
        pub struck: String,
        #[serde(default)]
        pub told: Vec<super::ToldRow>,
        /// The earlier entry it takes the place of, and the later one that took its place.
        #[serde(default)]
        pub corrects: Option<u32>,
        #[serde(default)]
        pub corrected_by: Option<u32>,
        /// It left the house without the authorisation or the consent that it needed.
        #[serde(default)]
        pub without_authority: bool,
        #[serde(default)]
        pub suggests: Vec<HandlingSuggests>,
        /// Name of the exception by which health information went without an authorisation; empty where none is named.
        #[serde(default)]
        pub exception_name: String,
    }
    pub struct HandlingStrike { pub id: u32, pub reason: String }
}

impl HandlingPurpose {
    /// Every purpose.
    pub const ALL: &'static [Self] = &[
        Self::OurMarketing,
        Self::TheirMarketing,
        Self::ServiceProvider,
        Self::LegalProcess,
        Self::CareAndPayment,
        Self::BusinessTransfer,
        Self::Other,
    ];

    /// The identifier used in files and commands.
    pub fn id(self) -> &'static str {
        match self {
            Self::OurMarketing => "our-marketing",
            Self::TheirMarketing => "their-marketing",
            Self::ServiceProvider => "service-provider",
            Self::LegalProcess => "legal-process",
            Self::CareAndPayment => "care-and-payment",
            Self::BusinessTransfer => "business-transfer",
            Self::Other => "other",
        }
    }
}
