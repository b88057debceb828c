//! Recipients, disclosures, what came of them, and files brought in and taken out.
//!
//! Days are civil days, `2026-03-31`. Categories are named by the identifiers of `CategoryList`, own ones as `own:3`.

use super::Problem;
use super::contradiction::ContradictionAnswer;
use super::policy::HandlingIn;
use crate::words::{DataTopic, PersonTold, ProcessKind, Register, ToldOf};
use serde::{Deserialize, Serialize};

wire! {
    /// A law's or the house's word about something in a register, with its article.
    pub struct RegisterNote {
        /// A whole sentence.
        pub message: String,
        pub cite: String,
        /// How sure the program is of the rule, where it is not quite.
        pub caution: Option<String>,
    }
    /// A date in a register, derived.
    pub struct RegisterDate {
        /// What is to be done by then, a whole sentence.
        pub what: String,
        pub by: String,
        /// From today; negative is late.
        pub days: i32,
        /// How it was counted, a sentence each.
        pub working: Vec<String>,
        pub cite: String,
        pub caution: Option<String>,
        /// The day it was met.
        pub met_on: Option<String>,
    }
    /// A date that no request has: of an incident, of a child’s file, the end of an authorisation or a consent.
    #[derive(Eq)]
    pub struct AlsoDue {
        pub register: Register,
        /// The file, or the entry of the register of disclosures.
        pub id: u32,
        /// What it is called in its register.
        pub title: String,
        /// What is to be done by then, a whole sentence; names nobody.
        pub what: String,
        pub by: String,
        /// The hour of that day in the desk's zone, where the law counts hours; `24:00` ends it.
        pub at: Option<String>,
        /// From today.
        pub days: i32,
        /// The day has passed, or the hour.
        pub late: bool,
        /// Identifier of the law; empty where it is none of the packs or not one alone.
        pub law: String,
        /// How it was counted, a sentence each.
        pub why: Vec<String>,
        pub cite: String,
        pub caution: Option<String>,
    }
    /// A request that a register points to.
    pub struct RequestLink { pub id: u32, pub reference: String }
    /// One line of a file: what happened, never changed.
    pub struct RegisterLine {
        pub id: u32,
        pub on: String,
        /// Identifier of what happened.
        pub kind: String,
        pub title: String,
        /// Whole sentences.
        pub details: Vec<String>,
        pub cite: String,
        pub by: String,
        pub at: String,
        pub request: Option<RequestLink>,
        /// A letter that belongs to it.
        pub letter: Option<u32>,
        /// The later line that corrects it.
        pub corrected_by: Option<u32>,
        /// What the line says, as it was entered; for a correction to start from.
        #[serde(default)]
        pub said: Option<LineSaid>,
    }
    /// What a step of a child's file said, field by field as in `ChildEntryIn`; the names of child and parent are not in it.
    #[derive(Default)]
    #[serde(default)]
    pub struct LineSaid {
        pub method: String,
        pub notice: String,
        pub items: Vec<String>,
        pub disclose: bool,
        pub exception: String,
        pub text: String,
    }
    /// A register as a list to print (`pdf`), `csv` or `json`. Empty days mean all.
    pub struct RegisterExport { pub register: Register, pub format: String, pub from: String, pub until: String }
    /// A letter of a file that belongs to no request.
    pub struct RegisterLetterId { pub id: u32 }
    /// Strikes an entry or a file out, with the reason; it stays to be read.
    pub struct RegisterStrike { pub id: u32, pub reason: String }

    /// One whom data is given to.
    #[derive(Default)]
    pub struct RecipientIn {
        /// Absent for a new one.
        pub id: Option<u32>,
        pub name: String,
        /// Postal address, one line each.
        pub address: Vec<String>,
        pub email: String,
        pub website: String,
        /// Products or services it markets, for a name that does not tell (Civ. Code 1798.83(a)(2)).
        pub examples: String,
        /// The name tells what it does; no examples are needed.
        pub name_tells: bool,
        /// Where the contract is kept; empty when there is none.
        pub contract: String,
        pub contract_on: String,
        /// Bound to confidentiality: where that is written.
        pub confidentiality: String,
        /// Works for the organisation under its instructions; `dpv:DataProcessor`.
        pub processor: bool,
        pub note: String,
        /// Why it is changed; empty for a new one.
        pub reason: String,
    }
    pub struct RecipientRow {
        pub id: u32,
        pub about: RecipientIn,
        pub disclosures: u32,
        pub last_on: Option<String>,
        /// What a letter would lack: an address, examples, a contract.
        pub lacks: Vec<String>,
        pub history: Vec<RegisterLine>,
        pub struck: String,
    }
    pub struct RecipientList { pub recipients: Vec<RecipientRow> }

    /// The categories of Civ. Code 1798.83(e)(6)(A) in the statute's order, then our own.
    pub struct CategoryList { pub categories: Vec<Category>, pub note: RegisterNote }
    pub struct Category {
        pub id: String,
        pub name: String,
        /// Of the statute, not our own.
        pub statute: bool,
        /// It is sensitive, about health, or about children.
        pub care: bool,
        /// What kinds of data it implies; nothing is known of our own.
        #[serde(default)]
        pub topics: Vec<DataTopic>,
    }
    pub struct CategoryIn { pub name: String }

    /// Legal process that made us hand data over.
    pub struct LegalProcess {
        pub kind: ProcessKind,
        /// Court or authority, and its number.
        pub from: String,
        pub number: String,
        pub received_on: String,
        /// What was asked for.
        pub asked: String,
        /// What was given; less is better than more.
        pub given: String,
        pub approved_by: String,
        pub told: PersonTold,
        pub told_on: String,
    }
    /// What lets health information go out electronically.
    #[derive(Default)]
    pub struct HealthBasis {
        pub electronic: bool,
        /// An authorisation on file.
        pub authorization: Option<u32>,
        /// Identifier of the exception that applies instead, from `HealthRules`.
        pub exception: String,
        /// Why it applies.
        pub why: String,
    }

    /// Which entries of the register of disclosures; empty means all.
    #[derive(Default)]
    #[serde(default)]
    pub struct HandlingQuery {
        /// Any part of a recipient, a group, a basis, a note, or a person's name or address.
        pub search: String,
        /// `disclose`, `sell`, `use`, `collect`, or empty.
        pub act: String,
        pub purpose: String,
        pub recipient: Option<u32>,
        pub child: Option<u32>,
        /// An authorisation or a consent.
        pub permission: Option<u32>,
        pub request: Option<u32>,
        /// One entry, wherever it stands.
        pub entry: Option<u32>,
        pub from: String,
        pub until: String,
        /// Only those that collide and are not answered.
        pub flagged: bool,
        pub sort: HandlingSort,
        /// From the least to the most; without it the newest, the last name, the most come first.
        pub ascending: bool,
        pub offset: u32,
        /// 0 means 200.
        pub limit: u32,
    }
    /// What a list of entries is sorted by; those that are equal in it stand newest first.
    #[derive(Copy, Eq, Default)]
    #[serde(rename_all = "kebab-case")]
    pub enum HandlingSort {
        #[default]
        Day,
        /// By name; entries without one stand last, whichever way.
        Recipient,
        /// In the order in which purposes are offered.
        Purpose,
        /// By how many categories, then by how many kinds of data.
        Categories,
    }
    /// A later entry takes the place of an earlier one, which stays to be read.
    pub struct HandlingCorrect { pub id: u32, pub entry: HandlingIn, pub reason: String, pub resolutions: Vec<ContradictionAnswer> }
    pub struct HandlingTold {
        pub handlings: Vec<u32>,
        pub of: ToldOf,
        /// Empty where nobody could be told; `how` says why then.
        pub on: String,
        pub how: String,
        pub request: Option<u32>,
    }
    pub struct ToldRow { pub of: ToldOf, pub on: Option<String>, pub how: String, pub by: String, pub request: Option<RequestLink> }
    /// A disclosure that the subject of a request is named in.
    pub struct DisclosedTo {
        pub handling: u32,
        pub on: String,
        pub recipient: String,
        pub purpose: String,
        pub told: Vec<ToldRow>,
        /// Was found by the person's name alone: it may be somebody else.
        pub by_name_only: bool,
    }

    /// A CSV file and which of its columns is what.
    pub struct ImportIn {
        pub name: String,
        pub base64: String,
        /// Field by column, as `recipient`; absent takes what the headings say.
        pub columns: Option<Vec<ImportColumn>>,
        /// What every row is given where the file does not say: act, purpose, recipient, day, basis.
        pub usual: HandlingIn,
    }
    pub struct ImportColumn {
        /// From 0.
        pub number: u32,
        pub heading: String,
        /// What it is taken for; empty for one that is left out.
        pub field: String,
        /// The first value that is not empty.
        pub sample: String,
    }
    pub struct ImportField { pub id: String, pub name: String, pub required: bool }
    /// Every row's fate, before anything is written.
    pub struct ImportPreview {
        pub encoding: String,
        pub delimiter: String,
        pub columns: Vec<ImportColumn>,
        pub fields: Vec<ImportField>,
        /// All that are not plainly good, then good ones, 1000 at most; the counts are of all.
        pub rows: Vec<ImportRow>,
        pub rows_total: u32,
        pub good: u32,
        pub flagged: u32,
        pub duplicates: u32,
        pub bad: u32,
        /// Recipients that would be added to the directory.
        pub new_recipients: Vec<String>,
        /// What keeps the whole file from being read.
        pub problem: Option<String>,
    }
    pub struct ImportRow {
        /// In the file, from 1, with its heading.
        pub line: u32,
        pub fate: ImportFate,
        /// The row in words.
        pub what: String,
        pub reasons: Vec<String>,
    }
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum ImportFate {
        Good,
        /// Will be entered and flagged against a promise.
        Flagged,
        /// Stands in the register, or earlier in the file; left out.
        Duplicate,
        Bad,
    }
    pub struct ImportDone { pub entered: u32, pub left_out: u32, pub list: super::policy::HandlingList }

    /// What a Shine the Light request would be answered with (Civ. Code 1798.83).
    pub struct ShineAnswer {
        /// The calendar year before the request.
        pub year: i32,
        /// The organisation need not answer, with its reason.
        pub exempt: Option<RegisterNote>,
        /// The promise that lets the cost-free choice stand for the list (1798.83(c)(2)).
        pub alternative: Option<ShineAlternative>,
        /// In the statute's order; only those disclosed.
        pub categories: Vec<Category>,
        pub recipients: Vec<ShineRecipient>,
        pub disclosures: u32,
        /// What keeps the letter from being right: an address that is missing, examples.
        pub problems: Vec<Problem>,
        /// Label, address parts, calendar-year limit, address of arrival: a sentence each with its state.
        pub checks: Vec<super::policy::PromiseCheck>,
        pub note: RegisterNote,
    }
    pub struct ShineAlternative { pub policy: u32, pub promise: u32, pub quote: String, pub cite: String, /** The way that costs nothing, in the policy's words. */ pub means: String }
    pub struct ShineRecipient {
        pub id: Option<u32>,
        pub name: String,
        pub address: Vec<String>,
        pub examples: String,
        pub disclosures: u32,
        /// Empty when the letter can name it fully.
        pub lacks: Vec<String>,
    }
    /// The answer for a year, without a request: for the annual summary.
    pub struct ShineYear { pub year: i32 }

    /// An account of disclosures for one person, 45 CFR 164.528.
    pub struct Accounting {
        pub from: String,
        pub until: String,
        pub rows: Vec<AccountingRow>,
        /// Entries left out, and why: a sentence each with their number.
        pub left_out: Vec<RegisterNote>,
        /// Whether this one is free, with its reason.
        pub fee: RegisterNote,
        pub problems: Vec<Problem>,
    }
    pub struct AccountingRow {
        pub handlings: Vec<u32>,
        pub on: String,
        pub recipient: String,
        pub address: Vec<String>,
        pub description: String,
        pub purpose: String,
        pub times: u32,
        /// The last of several to the same recipient for the same purpose.
        pub last_on: Option<String>,
    }
}
