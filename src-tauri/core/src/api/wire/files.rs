//! Children, authorisations, explicit consents, the suppression list, incidents, and who may act for whom.

use super::contradiction::Contradiction;
use super::policy::HandlingRow;
use super::register::{ImportColumn, RegisterDate, RegisterLine, RegisterNote, RequestLink};
use super::{Person, Problem};
use crate::words::{
    AddressKind, AuthorityKind, AuthorizationForm, ChildStep, DataTopic, IncidentRisk,
    LetterLanguage, PostState, Right, SuppressionScope, Way,
};
use serde::{Deserialize, Serialize};

wire! {
    pub struct FileNumber { pub id: u32 }

    /// What the rules about children say, for the sheets: 16 CFR 312 and GDPR Art. 8.
    pub struct ChildRules {
        pub methods: Vec<ConsentMethod>,
        pub notices: Vec<NoticeKind>,
        pub exceptions: Vec<ConsentException>,
        pub ages: Vec<ConsentAge>,
    }
    /// One of the methods of 312.5(b)(2).
    pub struct ConsentMethod {
        pub id: String,
        pub name: String,
        /// What it needs to count.
        pub needs: String,
        /// What to write down.
        pub record: String,
        /// What must be deleted promptly afterwards; empty when nothing.
        pub delete: String,
        /// Only for an operator that discloses nothing.
        pub only_without_disclosure: bool,
        /// A further message must follow the consent.
        pub confirmed: bool,
        pub note: RegisterNote,
    }
    /// A direct notice and what it must say, 312.4(c).
    pub struct NoticeKind { pub id: String, pub name: String, pub items: Vec<NoticeItem>, pub cite: String }
    pub struct NoticeItem { pub id: String, pub what: String, pub cite: String, /** Needed only where this holds; empty when always. */ pub when: String, pub needs: NoticeNeeds }
    /// When an item of a notice is needed; a file says which of it holds.
    #[derive(Copy, Eq, Default)]
    #[serde(rename_all = "kebab-case")]
    pub enum NoticeNeeds {
        #[default]
        Always,
        /// Names or contact details were collected to ask.
        Contact,
        /// Third parties are to get data.
        Disclosure,
    }
    pub struct ConsentException { pub id: String, pub name: String, pub may_collect: String, pub conditions: String, pub cite: String, /** The notice it needs, if any. */ pub notice: String }
    pub struct ConsentAge { pub place: String, pub name: String, pub age: u32, pub law: String, pub note: RegisterNote }

    /// A child's file. Nothing is asked that is not needed: no day of birth, no sex, no school.
    #[derive(Default)]
    pub struct ChildIn {
        /// A first name or what the account calls it is enough.
        pub child: String,
        /// `2014` or `2014-07`, never a day; empty when only the age is known.
        pub born: String,
        /// Whole years on the day of the file.
        pub age: Option<u32>,
        /// Where the child lives, as in `residence`: decides the age.
        pub residence: String,
        pub parent: Person,
        /// What the child is to use or take part in.
        pub service: String,
        /// What is to be collected, in general words.
        pub collects: String,
        /// Whether it is to be disclosed to third parties, and to whom.
        pub discloses: String,
        /// Why disclosure is integral to the service; empty when it is not.
        pub integral: String,
        /// The day the parent's or child's contact details were collected; empty when not from the child.
        pub contact_collected_on: String,
        /// The request it belongs to.
        pub request: Option<u32>,
        /// Also log a request for consent, so that its date stands in the queue.
        pub log_request: bool,
    }
    pub struct ChildChange { pub id: u32, pub about: ChildIn, pub reason: String }
    pub struct ChildQuery {
        pub search: String,
        /// A standing, or empty for all.
        pub standing: String,
    }
    pub struct ChildList { pub children: Vec<ChildRow>, pub today: String }
    pub struct ChildRow {
        pub id: u32,
        /// Empty once erased.
        pub child: String,
        pub parent: String,
        pub standing: ChildStanding,
        pub may_collect: bool,
        pub may_disclose: bool,
        pub next_step: String,
        pub date: Option<RegisterDate>,
        /// The first day on which the child may have reached the age, and the last before it surely has.
        pub of_age_from: Option<String>,
        pub of_age_by: Option<String>,
        pub request: Option<RequestLink>,
        pub struck: String,
    }
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum ChildStanding { NoticeDue, AwaitingConsent, ConfirmationDue, UseOnly, UseAndDisclose, Exception, Refused, Withdrawn, Lapsed, Erased, OfAge, Found }
    /// One child's file with everything that happened.
    pub struct ChildView {
        pub row: ChildRow,
        pub about: ChildIn,
        pub age_limit: u32,
        pub age_rule: RegisterNote,
        /// What may and may not be done now, and why.
        pub says: Vec<RegisterNote>,
        pub timeline: Vec<RegisterLine>,
        pub dates: Vec<RegisterDate>,
        pub steps: Vec<ChildStepOffer>,
        /// Which items of a notice this file needs, by `NoticeItem.needs`.
        pub needs: Vec<NoticeNeeds>,
        pub disclosures: Vec<HandlingRow>,
        pub contradictions: Vec<Contradiction>,
        pub requests: Vec<RequestLink>,
    }
    /// A step, or the sentence that says why it is not offered.
    pub struct ChildStepOffer { pub step: ChildStep, pub label: String, pub offered: bool, pub reason: Option<String>, pub cite: String, pub primary: bool }
    /// Something that happened in a child's file.
    pub struct ChildEntryIn {
        pub child: u32,
        pub step: ChildStep,
        pub on: String,
        /// Identifier of the method, for a consent or a proof.
        pub method: String,
        /// The notice sent: its kind, and the items it held.
        pub notice: String,
        pub items: Vec<String>,
        /// Consent to disclosure beside collection and use.
        pub disclose: bool,
        /// Identifier of the exception of 312.5(c).
        pub exception: String,
        /// What was seen, said or done; never a copy of an identity document.
        pub text: String,
        pub request: Option<u32>,
        /// The earlier line this one corrects.
        pub corrects: Option<u32>,
    }

    /// What the rules about health information say, for the sheets.
    pub struct HealthRules {
        pub elements: Vec<AuthorizationElement>,
        /// Kinds of information that the form wants initialled, as in `AuthorizationIn.initialled`.
        pub kinds: Vec<HealthKind>,
        pub exceptions: Vec<HealthException>,
        pub limits: Vec<AuthorizationLimit>,
    }
    pub struct HealthKind { pub id: String, pub name: String, pub note: RegisterNote }
    /// What an authorisation must contain, 45 CFR 164.508(c).
    pub struct AuthorizationElement { pub id: String, pub what: String, /** It is a statement the form must hold, not something to fill in. */ pub statement: bool, pub when: ElementWhen, pub note: RegisterNote }
    /// When an element is wanted.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum ElementWhen {
        Always,
        /// Somebody else signs.
        Representative,
        /// It was said.
        Oral,
        /// It is for marketing.
        Marketing,
        /// The information is sold.
        Sale,
    }
    pub struct HealthException { pub id: String, pub name: String, pub what: String, pub note: RegisterNote }
    /// How long one lasts at most where it does not say, by kind of holder.
    pub struct AuthorizationLimit { pub id: String, pub name: String, pub note: RegisterNote }

    /// An authorisation to disclose health information.
    #[derive(Default)]
    pub struct AuthorizationIn {
        pub patient: Person,
        pub form: Option<AuthorizationForm>,
        /// What may be disclosed, specific and meaningful.
        pub description: String,
        /// Kinds that the form wants initialled: mental health, genetic, drugs and alcohol, HIV.
        pub initialled: Vec<String>,
        /// Who may disclose it.
        pub discloser: String,
        /// Who may get it: from the directory, or in words.
        pub recipient: Option<u32>,
        pub recipient_name: String,
        pub purpose: String,
        /// A day, or an event in words.
        pub expires_on: String,
        pub expires_event: String,
        pub signed_on: String,
        /// Empty for the patient; else the representative, and by what authority.
        pub signed_by: String,
        pub signed_authority: String,
        /// Who wrote down what was said, and on which day; for an oral one.
        pub documented_by: String,
        #[serde(default)]
        pub documented_on: String,
        /// Identifiers of the statements that the form holds.
        pub statements: Vec<String>,
        /// The person was given a copy.
        pub copy_given: bool,
        /// Good for one disclosure only, as Texas wants each to have its own.
        pub single_use: bool,
        /// Identifier of the limit that applies: `hospital`, `insurer`, or empty.
        pub limit: String,
        pub note: String,
        pub request: Option<u32>,
    }
    pub struct AuthorizationRow {
        pub id: u32,
        pub patient: String,
        pub recipient: String,
        pub purpose: String,
        pub form: Option<AuthorizationForm>,
        pub standing: AuthorizationStanding,
        /// Its last day; absent too where nothing may be disclosed under it any more.
        pub valid_until: Option<String>,
        pub used: u32,
        pub request: Option<RequestLink>,
        pub struck: String,
    }
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum AuthorizationStanding { Incomplete, Valid, UsedUp, Expired, Revoked }
    pub struct AuthorizationList { pub authorizations: Vec<AuthorizationRow>, pub today: String }
    pub struct AuthorizationView {
        pub row: AuthorizationRow,
        pub about: AuthorizationIn,
        /// What keeps it from being valid, each with its article.
        pub lacks: Vec<RegisterNote>,
        pub says: Vec<RegisterNote>,
        pub dates: Vec<RegisterDate>,
        pub timeline: Vec<RegisterLine>,
        pub disclosures: Vec<HandlingRow>,
    }
    pub struct AuthorizationChange { pub id: u32, pub about: AuthorizationIn, pub reason: String }
    pub struct PermissionEnd { pub id: u32, pub on: String, /** How it was said or written. */ pub how: String }
    /// The form to sign, with what is known filled in.
    pub struct AuthorizationFormIn { pub about: AuthorizationIn }
    pub struct AccountingIn { pub request: u32 }

    /// An explicit consent to use or disclose sensitive data.
    #[derive(Default)]
    pub struct ConsentIn {
        pub person: Person,
        pub data: Vec<DataTopic>,
        /// For what, in words the person was shown.
        pub purpose: String,
        /// Consent to disclosure too, and to whom.
        pub disclose: bool,
        pub recipient: Option<u32>,
        pub given_on: String,
        /// How: ticked and confirmed, signed, said and recorded.
        pub how: String,
        /// Where the proof is kept.
        pub evidence: String,
        pub until: String,
        pub note: String,
        pub request: Option<u32>,
    }
    pub struct ConsentRow {
        pub id: u32,
        pub about: ConsentIn,
        pub standing: ConsentStanding,
        pub ended_on: Option<String>,
        pub used: u32,
        pub timeline: Vec<RegisterLine>,
        pub request: Option<RequestLink>,
        pub struck: String,
        /// Whose it was is not kept any more, since this day.
        pub erased_on: Option<String>,
    }
    #[derive(Copy, Eq)]
    #[serde(rename_all = "kebab-case")]
    pub enum ConsentStanding { Given, Ended, Withdrawn }
    pub struct ConsentList { pub consents: Vec<ConsentRow>, pub today: String }

    /// Which lines of the suppression list.
    #[derive(Default)]
    #[serde(default)]
    pub struct SuppressionQuery { pub search: String, pub scope: Option<SuppressionScope>, pub lifted: bool, /** One line, wherever it stands, lifted or not. */ pub line: Option<u32>, pub offset: u32, /** 0 means 200. */ pub limit: u32 }
    pub struct SuppressionList { pub rows: Vec<SuppressionRow>, pub total: u32, pub counts: Vec<SuppressionCount>, pub today: String }
    pub struct SuppressionCount { pub scope: SuppressionScope, pub addresses: u32 }
    pub struct SuppressionRow {
        pub id: u32,
        pub scope: SuppressionScope,
        pub recipient: Option<String>,
        pub kind: AddressKind,
        /// Normalised; empty where only the hash is kept.
        pub address: String,
        pub hash: String,
        pub since: String,
        pub request: Option<RequestLink>,
        pub law: String,
        pub reason: String,
        /// The first day on which the law lets them be asked to agree again.
        pub ask_again_from: Option<String>,
        pub ask_rule: Option<RegisterNote>,
        pub lifted_on: Option<String>,
        pub lifted: String,
    }
    /// Adds every address that is filled in.
    pub struct SuppressionIn {
        pub scope: SuppressionScope,
        pub recipient: Option<u32>,
        pub email: String,
        pub phone: String,
        /// One line each, with the name first.
        pub address: Vec<String>,
        pub since: String,
        pub reason: String,
        pub request: Option<u32>,
    }
    pub struct SuppressionLift {
        pub id: u32,
        pub on: String,
        /// How the person agreed again, of their own accord.
        pub how: String,
    }
    /// `csv` or `json`; `hashed` gives hashes and the salt, else the addresses that are still kept.
    pub struct SuppressionExport { pub format: String, pub hashed: bool, pub scope: Option<SuppressionScope> }
    /// A mailing list to be held against the list: CSV, or one address a line.
    pub struct MailingList {
        pub name: String,
        pub base64: String,
        /// From 0; absent lets the program find it.
        pub column: Option<u32>,
        pub scope: SuppressionScope,
    }
    pub struct MailingListChecked {
        pub encoding: String,
        pub columns: Vec<ImportColumn>,
        pub column: Option<u32>,
        pub rows: u32,
        pub suppressed: u32,
        /// Rows without an address that can be read.
        pub unreadable: u32,
        pub duplicates: u32,
        /// The first 200 that must not be mailed, with line and reason.
        pub hits: Vec<MailingHit>,
        /// The file again, each row marked; and the file without those rows and without those that cannot be read, as it goes back to the mail system.
        pub marked: super::Export,
        pub cleaned: super::Export,
        pub problem: Option<String>,
    }
    pub struct MailingHit { pub line: u32, pub address: String, pub since: String, pub reason: String }

    /// A breach of security.
    #[derive(Default)]
    pub struct IncidentIn {
        pub title: String,
        /// Local date and time at which the organisation became aware: the 72 hours run from here.
        pub aware_at: String,
        pub happened_from: String,
        pub happened_until: String,
        /// What happened, for the letters.
        pub nature: String,
        /// Categories of data, in words.
        pub data: String,
        pub people: u32,
        pub records: u32,
        pub consequences: String,
        pub measures: String,
        /// What those affected can do themselves.
        pub advice: String,
        pub risk: Option<IncidentRisk>,
        pub risk_reason: String,
        /// Where those affected live, as in `residence`.
        pub residences: Vec<String>,
        pub reason: String,
    }
    pub struct IncidentList { pub incidents: Vec<IncidentRow>, pub today: String }
    pub struct IncidentRow { pub id: u32, pub title: String, pub aware_at: String, pub people: u32, pub told: u32, pub risk: IncidentRisk, pub next: Option<RegisterDate>, pub closed_on: Option<String>, /** The day it was opened again, for one that had been closed. */ pub reopened_on: Option<String>, pub struck: String }
    pub struct IncidentView {
        pub row: IncidentRow,
        pub about: IncidentIn,
        /// Why it is open again, a sentence; empty where it never was closed, or is.
        pub again: String,
        /// Deadlines of laws and promises.
        pub dates: Vec<RegisterDate>,
        /// State laws and others as plain reminders.
        pub reminders: Vec<RegisterNote>,
        /// Promises about breaches in force on the day of awareness.
        pub promises: Vec<IncidentPromise>,
        pub people: Vec<IncidentPerson>,
        /// What the letters lack.
        pub lacks: Vec<RegisterNote>,
        /// What nobody has done yet, a sentence each; while there is any, closing needs a reason.
        pub open: Vec<String>,
        pub timeline: Vec<RegisterLine>,
    }
    pub struct IncidentPromise { pub policy: u32, pub promise: u32, pub quote: String, pub cite: String, pub ways: Vec<Way>, /** Ways that were promised and not used yet. */ pub open: Vec<Way> }
    pub struct IncidentPerson {
        pub id: u32,
        pub person: Person,
        pub residence: String,
        pub preferred: Way,
        pub told_on: Option<String>,
        pub told_by: Option<Way>,
        pub letter: Option<u32>,
        /// How far that letter has come; one that came back told nobody.
        #[serde(default)]
        pub letter_way: Option<PostState>,
        /// Who it was is not kept any more, since this day.
        pub erased_on: Option<String>,
    }
    /// Forgets who these are; when and how they were told stays, and so does the copy of their letter.
    pub struct IncidentErase { pub id: u32, pub people: Vec<u32>, pub reason: String }
    pub struct IncidentPersonIn { pub person: Person, pub residence: String, pub preferred: Option<Way> }
    pub struct IncidentChange { pub id: u32, pub about: IncidentIn }
    pub struct IncidentPeople { pub id: u32, pub people: Vec<IncidentPersonIn> }
    /// A list of those affected as CSV; with `take` false nothing is written.
    pub struct IncidentPeopleFile { pub id: u32, pub name: String, pub base64: String, pub take: bool }
    pub struct IncidentPeopleRead { pub good: u32, pub duplicates: u32, pub bad: Vec<super::register::ImportRow>, pub problem: Option<String>, pub view: IncidentView }
    /// Who was told by other means than a letter of ours; nobody named means by a notice on the site for all.
    pub struct IncidentTold { pub id: u32, pub people: Vec<u32>, pub on: String, pub way: Way, pub text: String }
    /// The authority was told, GDPR Art. 33; with the reasons where it came after 72 hours.
    pub struct IncidentAuthority { pub id: u32, pub at: String, pub authority: String, pub number: String, pub late_reason: String }
    /// The letters to those who are to be told by post or mail and were not yet; with `issue` they leave.
    pub struct IncidentLetters {
        pub id: u32,
        pub way: Way,
        pub issue: bool,
        /// English where nothing is said.
        #[serde(default)]
        #[cfg_attr(test, ts(optional))]
        pub language: Option<LetterLanguage>,
    }
    pub struct IncidentLettersDone { pub pdf: super::LetterPdf, pub letters: u32, pub view: IncidentView }
    pub struct IncidentClose {
        pub id: u32,
        pub on: String,
        pub text: String,
        /// Why it is closed although something is open, from `IncidentView.open`.
        #[serde(default)]
        pub reason: String,
    }

    /// Whether the requester may act for the subject, claim by claim.
    #[derive(Default)]
    pub struct Authority {
        pub needs: Vec<AuthorityNeed>,
        pub seen: Vec<AuthoritySeen>,
        /// The child's file, for a parent.
        pub child: Option<u32>,
    }
    pub struct AuthorityNeed {
        pub claim: u32,
        pub right: Right,
        pub law: String,
        pub law_short: String,
        /// What is needed, a whole sentence.
        pub text: String,
        /// Each inner list is enough by itself; all of it is needed.
        pub accepts: Vec<Vec<AuthorityKind>>,
        pub met: bool,
        /// Granting waits for it; otherwise it may be refused without it.
        pub must: bool,
        pub note: RegisterNote,
    }
    pub struct AuthoritySeen { pub id: u32, pub kind: AuthorityKind, pub on: String, pub what: String, pub by: String }
    pub struct AuthorityIn { pub request: u32, pub kind: AuthorityKind, pub on: String, /** What was seen; keep no copy of an identity document. */ pub what: String }
    /// A register's problems while an entry is typed.
    pub struct RegisterCheck {
        pub problems: Vec<Problem>,
        /// What keeps it from counting once entered; it can be entered all the same.
        #[serde(default)]
        pub lacks: Vec<RegisterLack>,
        pub says: Vec<RegisterNote>,
    }
    /// Something that is not there: by the identifier of the rule's item, and in a sentence.
    pub struct RegisterLack { pub item: String, pub note: RegisterNote }
}
