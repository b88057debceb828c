//! What goes in and out of the commands, as it stands in JSON and in the generated TypeScript.
//!
//! Dates are `YYYY-MM-DD` civil days in the desk's time zone; instants are RFC 3339 in UTC.
//! `days` always counts from today to the date: negative is late.

use crate::words::{
    ArrivedAt, Capacity, Channel, DataKind, DeadlineKind, LetterKind, LetterLanguage, Outcome,
    QuestionTopic, Register, Right,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Declares types that cross the border, so that each one is JSON and TypeScript and nothing else.
macro_rules! wire {
    ($($(#[$meta:meta])* $vis:vis $kind:ident $name:ident $body:tt)+) => {
        $(
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
            #[cfg_attr(test, derive(ts_rs::TS))]
            #[serde(deny_unknown_fields)]
            $(#[$meta])*
            $vis $kind $name $body
        )+

        /// TypeScript of every type above, in order.
        #[cfg(test)]
        pub fn declarations(cfg: &ts_rs::Config) -> Vec<String> {
            vec![$(<$name as ts_rs::TS>::decl(cfg)),+]
        }
    };
}

pub mod contradiction;
pub mod files;
pub mod letterhead;
pub mod policy;
pub mod post;
pub mod register;
pub mod report;
pub mod retention;
pub mod wording;
pub use contradiction::*;
pub use files::*;
pub use letterhead::*;
pub use policy::*;
pub use post::*;
pub use register::*;
pub use report::*;
pub use retention::*;
pub use wording::*;

/// A desk that never said when its fiscal year begins has the calendar year.
fn january() -> String {
    crate::desk::profile::JANUARY.into()
}

wire! {
    /// A command that takes nothing.
    #[derive(Default)]
    pub struct Nothing {}

    /// A command that worked and has nothing to tell.
    #[derive(Default)]
    pub struct Done {}

    /// Where the program stands: which door the window shows.
    pub struct Session {
        pub phase: Phase,
        /// File name of the desk, without its folder.
        pub desk_file: Option<String>,
        /// Present when open.
        pub organisation: Option<String>,
        pub officer: Option<OfficerName>,
        /// Seconds a further attempt must wait after wrong passphrases.
        pub wait_seconds: u32,
        /// Idle minutes until the desk locks itself; 0 means never.
        pub auto_lock_minutes: u32,
        /// Today in the desk's time zone.
        pub today: String,
        pub sample: bool,
    }

    /// The three states of a session.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum Phase { NoDesk, Locked, Open }

    /// A named officer of this desk.
    pub struct OfficerName { pub id: u32, pub name: String }

    /// Everything a new desk needs to know. The file's place comes from the shell, never from the page.
    pub struct NewDesk {
        pub profile: DeskProfile,
        pub officer_name: String,
        pub passphrase: String,
    }

    /// The organisation as letters and laws see it.
    #[derive(Default)]
    pub struct DeskProfile {
        pub organisation: String,
        /// Postal address, one line each.
        pub address: Vec<String>,
        /// Mail address that the policy names for privacy requests.
        pub contact_email: String,
        pub contact_phone: String,
        /// Post address that the policy names, when it differs from `address`.
        pub contact_address: Vec<String>,
        /// IANA name: the civil day of a receipt is counted here.
        pub time_zone: String,
        /// Identifier of the home holiday calendar, for laws that roll over holidays.
        pub calendar: String,
        /// Identifiers of the laws that apply to the organisation.
        pub laws: Vec<String>,
        /// The supervisory authority named in letters, for laws that have several.
        pub authority_name: String,
        pub authority_address: Vec<String>,
        /// How a person can see that an opt-out was carried out (11 CCR 7026(g)).
        pub opt_out_confirmation: String,
        /// `a4` or `us-letter`.
        pub paper: Paper,
        pub envelope: Envelope,
        /// What decides which laws apply.
        #[serde(default)]
        pub about: AboutOrganisation,
        /// First day of the fiscal year, `MM-DD`; `01-01` where it is the calendar year.
        #[serde(default = "january")]
        pub fiscal_start: String,
    }

    /// What decides which laws apply to an organisation. What is not there was not said: neither yes nor no.
    #[derive(Default)]
    #[serde(default)]
    pub struct AboutOrganisation {
        /// Where it is established: countries and states, as in `residence`.
        pub established: Vec<String>,
        /// Where the people live whose data it holds.
        pub serves: Vec<String>,
        /// Answers by the identifiers of the questions.
        pub facts: BTreeMap<String, bool>,
        pub figures: BTreeMap<String, u64>,
        /// Of how many people of a state it holds data in a year, as `us-va`.
        pub people: BTreeMap<String, u64>,
    }

    /// Which laws apply to an organisation by what it says about itself, and what to ask it.
    pub struct LawSuggestions { pub laws: Vec<LawSuggestion>, pub questions: Vec<AboutQuestion> }
    pub struct LawSuggestion {
        pub law: String,
        pub short: String,
        pub suggested: Suggested,
        /// Whole sentences with their articles.
        pub reason: String,
        /// How sure the reason is, where it is not quite.
        pub caution: Option<String>,
        /// Identifiers of the questions that would settle it.
        pub missing: Vec<String>,
    }
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum Suggested { Yes, No, Open }
    /// A question about the organisation that a law asks.
    pub struct AboutQuestion {
        pub id: String,
        pub kind: QuestionKind,
        pub label: String,
        pub help: String,
        /// Laws that ask it.
        pub laws: Vec<String>,
        /// One of these laws may apply by where the organisation is and whom it deals with.
        pub asked: bool,
    }
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum QuestionKind { Fact, Figure, People }

    #[derive(Copy, Eq, Default)]
    #[serde(rename_all = "kebab-case")]
    pub enum Paper { #[default] A4, UsLetter }

    /// Where the address must stand to be seen through the window.
    #[derive(Copy, Eq, Default)]
    #[serde(rename_all = "kebab-case")]
    pub enum Envelope { Din5008A, #[default] Din5008B, Us10, Us10Double, Dl, Plain }

    /// The recovery key, shown once, in groups of letters and digits.
    pub struct RecoveryKey { pub recovery_key: String }

    pub struct Unlock { pub passphrase: String }
    pub struct UnlockWithRecovery { pub recovery_key: String, pub new_passphrase: String }
    pub struct ChangePassphrase { pub old: String, pub new: String }
    pub struct NewOfficer { pub name: String, pub passphrase: String }
    pub struct OfficerList { pub officers: Vec<OfficerName> }

    /// What the window remembers for this officer.
    #[derive(Default)]
    pub struct Preferences {
        /// `system`, `light` or `dark`.
        pub theme: String,
        /// Idle minutes until the desk locks itself; 0 means never.
        pub auto_lock_minutes: u32,
        /// `regular` or `compact`.
        pub density: String,
        /// Screen to return to.
        pub last_screen: String,
        /// `month` or `agenda`; empty means month.
        #[serde(default)]
        pub calendar_view: String,
        /// The newest change of rules this officer has been told of, by its number in the log.
        #[serde(default)]
        pub rules_seen: u32,
    }

    /// The result of walking the whole chain of events.
    pub struct Verified {
        pub intact: bool,
        pub events: u32,
        pub head: String,
        /// The first entry that does not fit, and why.
        pub broken_at: Option<u32>,
        pub problem: Option<String>,
        /// What is no longer there to be compared, because it was purged; a sentence each.
        #[serde(default)]
        pub purged: Vec<String>,
        pub verified_at: String,
    }

    pub struct LawList {
        /// Those an officer ticks for the desk.
        pub laws: Vec<LawName>,
        /// Those that stand in every desk without being ticked: our own policy.
        pub always: Vec<LawName>,
    }
    pub struct LawName {
        pub id: String,
        pub name: String,
        pub short: String,
        pub jurisdiction: String,
        pub family: LawFamily,
        pub rights: Vec<RightName>,
    }
    /// Where a law stands in a list of laws.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum LawFamily { Europe, UsFederal, UsCalifornia, UsTexas, UsStates, Elsewhere, Contracts }
    pub struct RightName {
        pub right: Right,
        pub name: String,
        pub cite: String,
        /// First day of receipt for which the law gives it, while that day is still to come.
        pub from: Option<String>,
    }
    /// As the law stands on a day; empty means today.
    pub struct LawSheetIn { pub law: String, pub on: String }
    pub struct LawSheet { pub id: String, pub name: String, pub short: String, pub lines: Vec<LawSheetLine> }
    pub struct LawSheetLine {
        /// `head`, `says` or `caution`.
        pub kind: String,
        /// How far it is set in: 0 to 2.
        pub depth: u32,
        /// What it is about, such as “Answer within”; of a right its identifier; empty for a sentence by itself.
        pub label: String,
        pub text: String,
        pub cite: String,
    }
    pub struct CalendarList { pub calendars: Vec<CalendarName> }
    pub struct CalendarName { pub id: String, pub name: String }
    pub struct ZoneList { pub zones: Vec<String> }

    /// A person as written on an envelope.
    #[derive(Default)]
    pub struct Person {
        pub name: String,
        pub email: String,
        pub phone: String,
        /// One line each.
        pub address: Vec<String>,
    }

    /// A request half typed. Nothing is required until it is logged.
    #[derive(Default)]
    pub struct RequestDraft {
        /// Local date and time in the desk's zone, `YYYY-MM-DDTHH:MM`; empty means now.
        pub received: String,
        pub channel: Option<Channel>,
        pub requester: Person,
        /// Whose data it is about, when it is not the requester.
        pub subject: Option<Person>,
        pub capacity: Option<Capacity>,
        /// ISO 3166 country in lower case, or `us-ca` for a state; empty when unknown.
        pub residence: String,
        pub claims: Vec<ClaimDraft>,
        /// Their own words.
        pub words: String,
        /// Identifiers of files already handed in.
        pub files: Vec<u32>,
        #[serde(default)]
        pub particulars: Particulars,
    }

    /// What some laws ask of a request and others do not. What is empty was not said.
    #[derive(Default)]
    #[serde(default)]
    pub struct Particulars {
        /// Whole years of the person the data is about; never a date of birth.
        pub age: Option<u32>,
        /// What kinds of data it is about.
        pub data_kinds: Vec<DataKind>,
        pub arrived_at: Option<ArrivedAt>,
        /// The civil day written on the request; empty when there is none or it does not matter.
        pub dated_on: String,
        /// What they only ask about.
        pub questions: Vec<QuestionTopic>,
    }

    pub struct ClaimDraft {
        pub right: Right,
        /// The laws the officer chose; empty takes those proposed.
        pub laws: Vec<String>,
    }

    pub struct DraftIn { pub draft: RequestDraft }
    pub struct DraftOut { pub draft: Option<RequestDraft>, pub files: Vec<FileName>, pub saved_at: Option<String> }

    /// What the right-hand side of the form shows while the officer types.
    pub struct Preview {
        pub received_on: Option<String>,
        pub claims: Vec<PreviewClaim>,
        pub problems: Vec<Problem>,
        /// Same person, overlapping rights, still open.
        pub duplicates: Vec<Earlier>,
        /// Other requests by the same person.
        pub earlier: Vec<Earlier>,
        /// Notes of the law, such as no proof of identity for an opt-out, or a frequency limit reached.
        pub notes: Vec<Note>,
        /// Which particulars a law asks for.
        pub asks: Asks,
        /// What the policy in force that day promised about it.
        #[serde(default)]
        pub policy: PromisesAtWork,
        /// Rights that the words seem to ask for and nobody has chosen, with the words that say so.
        #[serde(default)]
        pub suggests: Vec<RightSuggested>,
    }
    pub struct RightSuggested { pub right: Right, pub words: String, pub why: String, pub cite: String }
    /// Which particulars of a request some law of this desk asks for.
    #[derive(Default)]
    pub struct Asks {
        pub age: bool,
        pub data_kinds: bool,
        /// The ways of arriving that make a difference.
        pub arrived_at: Vec<ArrivedAt>,
        pub dated_on: bool,
        #[serde(default)]
        pub questions: bool,
    }
    pub struct PreviewClaim {
        pub right: Right,
        pub laws: Vec<LawChoice>,
        pub deadlines: Vec<Deadline>,
    }
    pub struct LawChoice {
        pub law: String,
        pub short: String,
        pub right_name: String,
        pub cite: String,
        /// Why it is proposed, or why not: whole sentences with their articles.
        pub reason: String,
        /// How sure the reason is, where it is not quite.
        pub caution: Option<String>,
        pub proposed: bool,
        pub chosen: bool,
    }
    /// A field that keeps the request from being logged, in a full sentence.
    pub struct Problem { pub field: String, pub message: String }
    pub struct Note { pub message: String, pub cite: String }
    pub struct Earlier { pub id: u32, pub reference: String, pub person: String, pub rights: Vec<Right>, pub received_on: String, pub open: bool, pub why: String }

    pub struct Logged { pub id: u32, pub reference: String }

    /// A derived date with its defence.
    pub struct Deadline {
        pub claim: Option<u32>,
        pub right: Right,
        pub law: String,
        pub law_short: String,
        pub kind: DeadlineKind,
        pub due: String,
        pub days: i32,
        /// The strictest date over all readings, when it is earlier than `due`.
        pub safe_by: Option<String>,
        /// The day it was met.
        pub met_on: Option<String>,
        /// The one that leads the request.
        pub leads: bool,
        /// The house is closed that day, by its own closing day of this name. The date does not move.
        #[serde(default)]
        pub closed: Option<String>,
        /// It comes from our own policy and not from a law: the words that promise it.
        #[serde(default)]
        pub promised: Option<String>,
        pub working: Vec<WorkingStep>,
    }
    pub struct WorkingStep {
        /// `received`, `count`, `pause`, `restart`, `roll`, `extension`, `reading`, `result`.
        pub kind: String,
        pub text: String,
        pub date: Option<String>,
        pub cite: String,
    }

    /// One date of a request.
    pub struct WhyAsk { pub request: u32, pub claim: u32, pub law: String, pub kind: DeadlineKind }

    /// Which requests the queue shows, and how.
    #[derive(Default)]
    pub struct QueueQuery {
        /// `open`, `overdue`, `today`, `week`, `waiting`, `closed`, `all`.
        pub filter: String,
        /// Limits to one law, or all when empty.
        pub law: String,
        /// Limits to one right, or all when absent.
        pub right: Option<Right>,
        /// Any part of a name, an address, a reference or the words.
        pub search: String,
        /// `due`, `reference`, `person`, `received`; a leading `-` turns it round.
        pub sort: String,
        pub offset: u32,
        pub limit: u32,
    }
    pub struct Queue {
        pub tiles: Tiles,
        /// Rows that match, beyond this page too.
        pub total: u32,
        /// Older closed requests match as well: a search in the register ends at its newest hits.
        pub more: bool,
        pub in_register: u32,
        pub rows: Vec<QueueRow>,
        pub laws: Vec<LawCount>,
        pub today: String,
        /// Dates of the registers that belong to no request: what is late and what comes soon, the earliest first.
        #[serde(default)]
        pub also: Vec<AlsoDue>,
        /// Further ones, later than that; they stand in the calendar.
        #[serde(default)]
        pub also_later: u32,
    }
    /// Requests, and beside them the dates of the registers that belong to none.
    pub struct Tiles {
        pub overdue: u32, pub today: u32, pub week: u32, pub waiting: u32, pub open: u32,
        pub overdue_next: Option<String>, pub week_next: Option<String>, pub waiting_next: Option<String>, pub today_next: Option<String>,
        #[serde(default)]
        pub also_overdue: u32,
        #[serde(default)]
        pub also_today: u32,
        #[serde(default)]
        pub also_week: u32,
    }
    pub struct LawCount { pub law: String, pub short: String, pub open: u32 }
    pub struct QueueRow {
        pub id: u32,
        pub reference: String,
        pub person: String,
        /// When somebody acts for somebody else.
        pub on_behalf_of: Option<String>,
        pub rights: Vec<String>,
        pub laws: Vec<String>,
        pub received_on: String,
        /// In words: what to do next.
        pub next_step: String,
        pub by: Option<String>,
        pub days: Option<i32>,
        pub state: RowState,
        /// Days the request has waited for somebody else.
        pub waiting_days: Option<i32>,
    }
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum RowState { Overdue, Today, Soon, Open, Waiting, Closed }

    pub struct RequestId { pub id: u32 }

    /// Everything the request page shows.
    pub struct RequestView {
        pub id: u32,
        pub reference: String,
        pub requester: Person,
        pub subject: Option<Person>,
        pub capacity: Capacity,
        pub residence: String,
        pub particulars: Particulars,
        pub asks: Asks,
        pub channel: Channel,
        pub received_at: String,
        pub received_on: String,
        pub words: String,
        pub open: bool,
        pub closed_on: Option<String>,
        pub answered_on: Option<String>,
        pub state: RowState,
        pub next_step: String,
        pub claims: Vec<ClaimView>,
        pub deadlines: Vec<Deadline>,
        pub picture: ClockPicture,
        pub steps: Vec<StepOffer>,
        pub files: Vec<FileName>,
        pub letters: Vec<LetterName>,
        pub letter_draft: Option<LetterDraft>,
        pub log: Vec<LogEntry>,
        pub notes: Vec<Note>,
        pub earlier: Vec<Earlier>,
        /// What the policy in force on receipt promised about it.
        #[serde(default)]
        pub policy: PromisesAtWork,
        /// What does not agree with a promise, answered or not.
        #[serde(default)]
        pub contradictions: Vec<Contradiction>,
        /// Whether the requester may act for the subject.
        #[serde(default)]
        pub authority: Authority,
        /// Who got data of the subject, to be told of an erasure, a correction or a restriction (GDPR Art. 19).
        #[serde(default)]
        pub disclosed: Vec<DisclosedTo>,
        /// Files of the registers that belong to it.
        #[serde(default)]
        pub registers: Vec<RegisterLink>,
        /// What keeps it from being purged, lifted ones too.
        #[serde(default)]
        pub holds: Vec<LegalHold>,
        /// The person is gone; what is left names nobody.
        #[serde(default)]
        pub purged: Option<RequestPurged>,
        pub today: String,
    }
    /// A file or a line of a register that belongs to a request.
    pub struct RegisterLink { pub register: Register, pub id: u32, pub title: String, pub standing: String }
    pub struct ClaimView {
        pub id: u32,
        pub right: Right,
        pub right_name: String,
        pub laws: Vec<ClaimLaw>,
        pub outcome: Option<Outcome>,
        pub decided_on: Option<String>,
        pub ground: Option<Ground>,
        pub reasons: String,
        pub kept: String,
        /// Grounds the law knows for refusing this claim.
        pub grounds: Vec<Ground>,
        /// Every law of this desk that gives the right, with why it seems to apply or not.
        pub choices: Vec<LawChoice>,
    }
    pub struct ClaimLaw { pub law: String, pub short: String, pub right_name: String, pub cite: String }
    pub struct Ground {
        pub id: String,
        pub law: String,
        pub title: String,
        pub text: String,
        pub cite: String,
        /// The ground has not been compared with the text itself.
        #[serde(default)]
        pub caution: Option<String>,
        /// The law gives an appeal to the organisation against a refusal.
        #[serde(default)]
        pub appeal: Option<Note>,
    }

    /// The clock drawn: everything in civil days.
    pub struct ClockPicture {
        pub from: String,
        pub to: String,
        pub today: String,
        pub due: Option<String>,
        /// The date as if extended: a lighter stretch, firm once the extension is in force.
        pub extended: Option<String>,
        pub extension_in_force: bool,
        pub pauses: Vec<Span>,
        pub marks: Vec<Mark>,
    }
    pub struct Span { pub from: String, pub to: String, pub label: String }
    pub struct Mark {
        pub on: String,
        pub label: String,
        /// `received`, `event`, `due`, `extended`, `answered`, `closed`.
        pub kind: String,
    }

    /// A step that is offered, or the sentence that says why it is not.
    pub struct StepOffer {
        pub step: StepName,
        pub label: String,
        pub offered: bool,
        pub reason: Option<String>,
        pub cite: Option<String>,
        /// The one to do next.
        pub primary: bool,
        /// When it may be done all the same, with a written reason; where the law leaves no room, nothing.
        #[serde(default)]
        pub room: Option<Note>,
        /// The rule has not been compared with the text itself.
        #[serde(default)]
        pub caution: Option<String>,
    }
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum StepName { Acknowledge, AskIdentity, IdentityReceived, AskClarification, Clarified, Extend, Decide, WriteLetter, AskOptIn, Note, Correct, Close, Reopen }

    pub struct FileName { pub id: u32, pub name: String, pub media_type: String, pub size: u32, pub sha256: String, pub added_at: String }
    pub struct LetterName {
        pub id: u32,
        pub kind: LetterKind,
        pub title: String,
        pub law: String,
        pub issued_on: String,
        /// How it left: `post`, `mail`, `handed-over`.
        pub sent_by: String,
        pub pages: u32,
        pub size: u32,
        pub sha256: String,
        #[serde(default)]
        pub language: LetterLanguage,
        /// How far it has come.
        #[serde(default)]
        #[cfg_attr(test, ts(optional))]
        pub way: Option<LetterWay>,
    }
    pub struct LogEntry {
        pub seq: u32,
        pub at: String,
        pub officer: String,
        /// Identifier of what happened, such as `request-logged`.
        pub kind: String,
        pub summary: String,
        pub details: Vec<LogDetail>,
        pub hash: String,
    }
    pub struct LogDetail { pub label: String, pub value: String }

    /// A step recorded without a letter of ours: by mail program, by phone.
    pub struct StepIn {
        pub request: u32,
        /// The civil day it happened; empty means today.
        pub on: String,
        /// What was asked, what was shown, how it was told.
        pub text: String,
        /// Why it is done although a guard speaks against it; only where the law leaves room.
        #[serde(default)]
        pub all_the_same: Option<String>,
    }
    pub struct NoteIn { pub request: u32, pub text: String }
    pub struct ExtendIn {
        pub request: u32,
        /// Goes into the letter; the law demands it.
        pub reason: String,
        /// How the letter leaves.
        pub sent_by: String,
        /// As in `LetterIssue`.
        #[serde(default)]
        pub seen: Vec<String>,
    }
    pub struct DecideIn {
        pub claim: u32,
        pub outcome: Outcome,
        /// Identifier of the ground, needed when refused or granted in part.
        pub ground: Option<String>,
        pub reasons: String,
        /// What stays and why, for a grant in part.
        pub kept: String,
    }
    pub struct CorrectIn {
        pub request: u32,
        /// Local `YYYY-MM-DDTHH:MM`.
        pub received: Option<String>,
        pub requester: Option<Person>,
        pub residence: Option<String>,
        #[serde(default)]
        pub particulars: Option<Particulars>,
        pub reason: String,
    }
    pub struct ClaimLawsIn {
        pub claim: u32,
        /// Identifiers of all laws it stands under from now on.
        pub laws: Vec<String>,
        pub reason: String,
    }
    pub struct CloseIn { pub request: u32,  pub note: String }
    pub struct ReopenIn { pub request: u32, pub reason: String }

    pub struct FileIn {
        /// Absent while the request is still a draft.
        pub request: Option<u32>,
        pub name: String,
        pub media_type: String,
        pub base64: String,
    }
    pub struct FileId { pub id: u32 }
    pub struct FileBytes { pub name: String, pub media_type: String, pub base64: String }

    pub struct LetterChoices {
        pub choices: Vec<LetterChoice>,
        /// In what the letters can be written.
        #[serde(default)]
        pub languages: Vec<LanguageChoice>,
    }
    pub struct LanguageChoice {
        pub language: LetterLanguage,
        /// In English: `German`.
        pub name: String,
        pub suggested: bool,
        /// Why it is suggested; empty where it is not.
        pub because: String,
        /// What a policy wants and the request lacks, in this language.
        pub missing: Vec<String>,
        /// The laws of the request that have no letters in it, each with the sentence that says so.
        pub without: Vec<LanguageWithout>,
    }
    pub struct LanguageWithout { pub law: String, pub reason: String }
    pub struct LetterChoice { pub kind: LetterKind, pub title: String, pub law: String, pub law_short: String, pub offered: bool, pub reason: Option<String>, pub suggested: bool }
    pub struct LetterStart {
        pub request: u32,
        pub kind: LetterKind,
        pub law: String,
        /// Why: of the extension, of the doubt, of the question. Goes into the letter.
        pub reason: String,
        /// What is asked for, in proof-of-identity and clarification letters.
        pub asked: String,
        /// English where nothing is said.
        #[serde(default)]
        #[cfg_attr(test, ts(optional))]
        pub language: Option<LetterLanguage>,
        /// Name and address of whoever gets the letter, where it is not the requester.
        #[serde(default)]
        #[cfg_attr(test, ts(as = "Option<_>", optional))]
        pub addressee: Vec<String>,
    }
    pub struct LetterDraft {
        pub request: u32,
        pub kind: LetterKind,
        pub title: String,
        pub law: String,
        #[serde(default)]
        pub language: LetterLanguage,
        pub reason: String,
        pub text: LetterText,
        pub items: Vec<LetterItem>,
        pub ready: bool,
        /// Unanswered contradictions to be seen before it leaves.
        #[serde(default)]
        pub contradictions: Vec<Contradiction>,
        /// The files of the request, and which of them go along.
        #[serde(default)]
        pub enclosures: Vec<Enclosable>,
        /// What else lies in the envelope, one a line.
        #[serde(default)]
        pub also: String,
        /// Who else gets it, one a line.
        #[serde(default)]
        pub copy_to: String,
        /// Our own versions it was drafted from; without any, from texts of the program alone.
        #[serde(default)]
        pub wording: Vec<LetterWording>,
    }
    pub struct LetterText { pub subject: String, pub salutation: String, pub blocks: Vec<LetterBlock>, pub closing: String }
    /// One passage of a letter; `items` are the things a law demands that it carries.
    pub struct LetterBlock { pub items: Vec<String>, pub text: String }
    pub struct LetterItem { pub id: String, pub what: String, pub cite: String, pub caution: Option<String>, pub present: bool, pub why_missing: Option<String> }
    pub struct LetterSave { pub request: u32, pub text: LetterText }
    pub struct LetterIssue {
        pub request: u32,
        pub sent_by: String,
        /// Keys of the contradictions that the officer has seen; an unanswered one that is not here keeps the letter in the house.
        #[serde(default)]
        pub seen: Vec<String>,
        /// Why a letter with details of somebody's health leaves by plain mail all the same.
        #[serde(default)]
        #[cfg_attr(test, ts(optional))]
        pub plain_mail_reason: Option<String>,
        /// It waits in the print room until its posting is confirmed; without it, it leaves at once.
        #[serde(default)]
        #[cfg_attr(test, ts(optional))]
        pub waits: Option<bool>,
    }
    pub struct LetterPdf { pub name: String, pub pages: u32, pub base64: String }
    pub struct LetterId { pub id: u32 }
    pub struct LetterList { pub letters: Vec<LetterOf> }
    pub struct LetterOf { pub request: u32, pub reference: String, pub person: String, pub letter: LetterName }

    pub struct Export { pub name: String, pub media_type: String, pub base64: String }

    /// Days on which the house is closed: the officer's own. They never move a legal date.
    pub struct ClosingDays { pub days: Vec<ClosingDay> }
    pub struct ClosingDay {
        pub id: u32,
        pub name: String,
        pub first: String,
        /// The same as `first` for a single day.
        pub last: String,
        /// Again in every later year.
        pub yearly: bool,
        /// When it is, or is next; absent when it is over.
        pub next: Option<String>,
    }
    pub struct ClosingDayIn {
        pub name: String,
        pub first: String,
        /// Empty for a single day.
        pub last: String,
        pub yearly: bool,
    }
    pub struct ClosingDayId { pub id: u32 }

    /// One open date that moved. It names no person.
    pub struct MovedDate {
        pub request: u32,
        pub reference: String,
        pub law: String,
        pub law_short: String,
        pub right: Right,
        pub kind: DeadlineKind,
        /// Absent where there was no such date before.
        pub from: Option<String>,
        /// Absent where no such date can be derived any more.
        pub to: Option<String>,
    }
    /// Open dates that moved, or would.
    #[derive(Default)]
    pub struct MovedDates {
        pub count: u32,
        pub requests: u32,
        /// The first 200.
        pub moved: Vec<MovedDate>,
    }
    /// What a new version of the program changed in the rules, and in this desk.
    pub struct RulesChange {
        /// Number of its entry in the log.
        pub seq: u32,
        pub at: String,
        /// Laws and calendars that say something else than before.
        pub changed: Vec<String>,
        pub added: Vec<String>,
        pub gone: Vec<String>,
        pub moved: MovedDates,
    }
    pub struct RulesChanged { pub change: Option<RulesChange> }

    /// Which days the calendar shows.
    #[derive(Default)]
    pub struct CalendarIn {
        pub from: String,
        pub to: String,
        /// Limits to one law, or all when empty.
        pub law: String,
        /// So many dates a day at most; `total` counts the others too.
        pub most: u32,
    }
    pub struct Calendar {
        pub today: String,
        /// Days with something on them, in order.
        pub days: Vec<CalendarDay>,
        /// Laws with dates in these days.
        pub laws: Vec<LawCount>,
        /// Late dates before these days, and the first of them.
        pub late_before: u32,
        pub first_late: Option<String>,
        /// A sentence when these days reach past the years for which holidays are written.
        pub beyond: Option<String>,
    }
    pub struct CalendarDay {
        pub day: String,
        /// Dates of requests.
        pub total: u32,
        pub deadlines: Vec<CalendarDeadline>,
        /// Dates of the registers that belong to no request.
        #[serde(default)]
        pub also: Vec<AlsoDue>,
        pub holidays: Vec<Holiday>,
        pub closing: Vec<String>,
    }
    /// One date of one open request under one law.
    pub struct CalendarDeadline {
        pub request: u32,
        pub reference: String,
        pub person: String,
        pub rights: Vec<Right>,
        pub law: String,
        pub law_short: String,
        pub kind: DeadlineKind,
        pub state: DayState,
        pub leads: bool,
        /// Safe on every reading by this day; the date itself comes later.
        pub safe: bool,
        pub due: String,
    }
    /// `passed`: a day for something that need not be done is over, and nothing is late.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum DayState { Late, Today, Soon, Later, Passed }
    pub struct Holiday { pub name: String, pub places: Vec<HolidayPlace> }
    pub struct HolidayPlace {
        pub calendar: String,
        pub name: String,
        pub home: bool,
        /// Short names of the organisation's laws whose dates it can move.
        pub laws: Vec<String>,
    }
    /// `ics` or `json`.
    pub struct CalendarExport { pub format: String, pub holidays: bool, pub closing_days: bool }

    /// A question to the law alone, no desk needed. Named as the command line's flags.
    pub struct DeadlineIn {
        pub regime: String,
        pub right: String,
        pub received: String,
        #[serde(default)]
        pub timezone: Option<String>,
        #[serde(default)]
        pub calendar: Option<String>,
        #[serde(default)]
        pub events: Vec<DatedEvent>,
        #[serde(default)]
        pub arrived_at: Option<String>,
    }
    pub struct DatedEvent {
        #[serde(rename = "type")]
        pub kind: String,
        pub date: String,
    }

    /// What went wrong, for the officer. The code is there only where the window acts on it.
    pub struct Refusal { pub code: Code, pub message: String, pub field: Option<String> }
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum Code { Input, NotNow, WrongPassphrase, Wait, Locked, NoDesk, AlreadyOpen, NewerDesk, Damaged, DiskFull, Missing, Broken }
}
