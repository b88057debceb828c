// Generated from the command table by `make types`. Do not edit.
/* eslint-disable */

export type JsonValue = unknown;

export type Right = "access" | "portability" | "rectification" | "erasure" | "restriction" | "objection" | "marketing-objection" | "unsubscribe" | "opt-out-sale-sharing" | "limit-sensitive" | "consent-withdrawal" | "automated-decision" | "admt-access" | "admt-opt-out" | "disclosure-list" | "disclosure-accounting" | "health-authorization" | "confidential-communications" | "child-consent" | "child-access" | "child-erasure" | "child-refusal" | "complaint" | "appeal" | "question";

export type Channel = "mail" | "post" | "phone" | "web-form" | "in-person" | "account-representative";

export type Capacity = "self" | "parent-or-guardian" | "authorised-agent";

export type Outcome = "granted" | "granted-in-part" | "refused" | "withdrawn";

export type LetterKind = "acknowledgement" | "proof-of-identity" | "clarification" | "extension" | "answer-in-full" | "answer-in-part" | "refusal" | "opt-out-confirmation" | "missing-particulars" | "direct-notice" | "agent-authority" | "fee-notice" | "nothing-held" | "restriction-lifting" | "recipient-notice" | "repeat-request" | "consent-lapsed" | "parent-notice";

export type LetterLanguage = "en" | "de" | "fr" | "es";

export type DeadlineKind = "acknowledge" | "respond" | "extension-notice" | "extended-respond" | "cease" | "refusal-notice" | "compliance-notice";

export type DataKind = "account" | "marketing-contact" | "health-record" | "employment" | "business-contact" | "financial" | "child-online" | "other";

export type ArrivedAt = "designated-address" | "other-address" | "opt-out-signal";

export type PromiseKind = "opt-out" | "opt-in" | "access" | "edit" | "delete" | "restrict" | "object" | "withdraw-consent" | "complain" | "no-sharing" | "sharing-limits" | "use-limit" | "legal-disclosure" | "disclosure-list" | "parental-consent" | "parental-review" | "no-children" | "change-notice" | "no-change-notice" | "do-not-track" | "breach-notice" | "retention" | "security" | "identity-check" | "response-time" | "contact" | "health-authorization" | "confidential-channel";

export type Audience = "everyone" | "children" | "californians" | "europeans" | "texans" | "other-region";

export type Polarity = "does" | "does-not";

export type Way = "mail" | "post" | "phone" | "web-form" | "account" | "account-representative" | "in-site" | "link-in-message" | "in-person" | "browser";

export type Requirement = "label" | "full-name" | "street" | "city" | "state" | "postal-code" | "country" | "email-address" | "phone" | "in-writing" | "signature" | "proof-of-identity" | "account";

export type TimeUnit = "hours" | "days" | "business-days" | "weeks" | "months" | "years" | "promptly";

export type Per = "calendar-year" | "twelve-months" | "month" | "ever";

export type Act = "collect" | "use" | "disclose" | "sell";

export type DataTopic = "personal-data" | "email-address" | "contact-details" | "mailing-list" | "sensitive" | "health" | "child-data" | "financial" | "usage-data" | "content";

export type Exception = "advance-notice" | "consent" | "explicit-consent" | "parental-consent" | "law" | "service-providers" | "protection" | "business-transfer" | "authorization" | "as-stated" | "other";

export type PolicyFormat = "text" | "markdown" | "html" | "pdf" | "docx";

export type QuestionTopic = "selling" | "sharing" | "do-not-track" | "children" | "sensitive" | "retention" | "security" | "policy-changes" | "uses" | "other";

export type Register = "recipients" | "disclosures" | "children" | "authorizations" | "consents" | "suppression" | "incidents";

export type ProcessKind = "subpoena" | "court-order" | "warrant" | "agency-request" | "other";

export type PersonTold = "yes" | "no" | "forbidden";

export type ToldOf = "erasure" | "rectification" | "restriction";

export type ChildStep = "contact-collected" | "notice-sent" | "consent-given" | "consent-confirmed" | "consent-refused" | "consent-withdrawn" | "material-change" | "contact-erased" | "exception-used" | "data-found" | "reviewed" | "data-erased" | "further-refused" | "parent-proven" | "proof-deleted" | "reached-age" | "note";

export type AuthorizationForm = "written" | "electronic" | "oral-documented";

export type SuppressionScope = "newsletter" | "sale-sharing" | "sensitive" | "recipient-marketing";

export type AddressKind = "mail" | "phone" | "post";

export type AuthorityKind = "signed-permission" | "power-of-attorney" | "confirmed-by-consumer" | "consumer-identified" | "parent" | "guardian" | "other";

export type IncidentRisk = "open" | "unlikely" | "risk" | "high";

export type PostState = "ready" | "posted" | "returned";

export type AfterReturn = "write-again" | "other-way" | "find-address";

export type AlongHow = "printed" | "by-hand" | "not-seen";

export type EnclosureRole = "file" | "annex";

export type ReportKind = "disclosures" | "metrics" | "rights" | "children" | "health" | "promises" | "register";

export type ColumnKind = "text" | "count" | "days" | "day";

export type BehindKind = "request" | "disclosure" | "child" | "authorization" | "consent" | "policy" | "recipient" | "contradiction";

export type Ink = "ink" | "faint" | "first" | "second" | "third" | "fourth" | "late" | "limit";

export type BlockKind = "heading" | "paragraph" | "item";

export type Reading = { kind: PromiseKind, 
/**
 * At least one.
 */
audiences: Array<Audience>, 
/**
 * The rights it opens to somebody who asks.
 */
rights: Array<Right>, polarity: Polarity, 
/**
 * Ways it names, with the address where it gives one.
 */
ways: Array<WayOf>, 
/**
 * What it asks of a request, or on what it hangs.
 */
conditions: Array<Condition>, time_limit: TimeLimit | null, frequency: Frequency | null, 
/**
 * What it excepts.
 */
exceptions: Array<Except>, 
/**
 * What it says is done, or not done …
 */
acts: Array<Act>, 
/**
 * … with which data.
 */
data: Array<DataTopic>, 
/**
 * Below which age somebody is a child, in whole years, where it names one.
 */
age: number | null, };

export type WayOf = { way: Way, value: string, };

export type Condition = { 
/**
 * What can be compared with a request; absent where only a reader can judge.
 */
requires: Requirement | null, 
/**
 * The words of the policy; of a label the words that must stand in the request.
 */
words: string, };

export type TimeLimit = { 
/**
 * 0 where the unit is `promptly`.
 */
count: number, unit: TimeUnit, words: string, };

export type Frequency = { times: number, per: Per, words: string, };

export type Except = { what: Exception, words: string, };

export type Evidence = { 
/**
 * In words the officer understands, such as “speaks of a child under 13”.
 */
says: string, 
/**
 * The words of the policy that show it; of a heading its text.
 */
words: string, };

export type Nothing = Record<symbol, never>;

export type Done = Record<symbol, never>;

export type Session = { phase: Phase, 
/**
 * File name of the desk, without its folder.
 */
desk_file: string | null, 
/**
 * Present when open.
 */
organisation: string | null, officer: OfficerName | null, 
/**
 * Seconds a further attempt must wait after wrong passphrases.
 */
wait_seconds: number, 
/**
 * Idle minutes until the desk locks itself; 0 means never.
 */
auto_lock_minutes: number, 
/**
 * Today in the desk's time zone.
 */
today: string, sample: boolean, };

export type Phase = "no-desk" | "locked" | "open";

export type OfficerName = { id: number, name: string, };

export type NewDesk = { profile: DeskProfile, officer_name: string, passphrase: string, };

export type DeskProfile = { organisation: string, 
/**
 * Postal address, one line each.
 */
address: Array<string>, 
/**
 * Mail address that the policy names for privacy requests.
 */
contact_email: string, contact_phone: string, 
/**
 * Post address that the policy names, when it differs from `address`.
 */
contact_address: Array<string>, 
/**
 * IANA name: the civil day of a receipt is counted here.
 */
time_zone: string, 
/**
 * Identifier of the home holiday calendar, for laws that roll over holidays.
 */
calendar: string, 
/**
 * Identifiers of the laws that apply to the organisation.
 */
laws: Array<string>, 
/**
 * The supervisory authority named in letters, for laws that have several.
 */
authority_name: string, authority_address: Array<string>, 
/**
 * How a person can see that an opt-out was carried out (11 CCR 7026(g)).
 */
opt_out_confirmation: string, 
/**
 * `a4` or `us-letter`.
 */
paper: Paper, envelope: Envelope, 
/**
 * What decides which laws apply.
 */
about: AboutOrganisation, 
/**
 * First day of the fiscal year, `MM-DD`; `01-01` where it is the calendar year.
 */
fiscal_start: string, };

export type AboutOrganisation = { 
/**
 * Where it is established: countries and states, as in `residence`.
 */
established: Array<string>, 
/**
 * Where the people live whose data it holds.
 */
serves: Array<string>, 
/**
 * Answers by the identifiers of the questions.
 */
facts: { [key in string]: boolean }, figures: { [key in string]: number }, 
/**
 * Of how many people of a state it holds data in a year, as `us-va`.
 */
people: { [key in string]: number }, };

export type LawSuggestions = { laws: Array<LawSuggestion>, questions: Array<AboutQuestion>, };

export type LawSuggestion = { law: string, short: string, suggested: Suggested, 
/**
 * Whole sentences with their articles.
 */
reason: string, 
/**
 * How sure the reason is, where it is not quite.
 */
caution: string | null, 
/**
 * Identifiers of the questions that would settle it.
 */
missing: Array<string>, };

export type Suggested = "yes" | "no" | "open";

export type AboutQuestion = { id: string, kind: QuestionKind, label: string, help: string, 
/**
 * Laws that ask it.
 */
laws: Array<string>, 
/**
 * One of these laws may apply by where the organisation is and whom it deals with.
 */
asked: boolean, };

export type QuestionKind = "fact" | "figure" | "people";

export type Paper = "a4" | "us-letter";

export type Envelope = "din5008-a" | "din5008-b" | "us10" | "us10-double" | "dl" | "plain";

export type RecoveryKey = { recovery_key: string, };

export type Unlock = { passphrase: string, };

export type UnlockWithRecovery = { recovery_key: string, new_passphrase: string, };

export type ChangePassphrase = { old: string, new: string, };

export type NewOfficer = { name: string, passphrase: string, };

export type OfficerList = { officers: Array<OfficerName>, };

export type Preferences = { 
/**
 * `system`, `light` or `dark`.
 */
theme: string, 
/**
 * Idle minutes until the desk locks itself; 0 means never.
 */
auto_lock_minutes: number, 
/**
 * `regular` or `compact`.
 */
density: string, 
/**
 * Screen to return to.
 */
last_screen: string, 
/**
 * `month` or `agenda`; empty means month.
 */
calendar_view: string, 
/**
 * The newest change of rules this officer has been told of, by its number in the log.
 */
rules_seen: number, };

export type Verified = { intact: boolean, events: number, head: string, 
/**
 * The first entry that does not fit, and why.
 */
broken_at: number | null, problem: string | null, 
/**
 * What is no longer there to be compared, because it was purged; a sentence each.
 */
purged: Array<string>, verified_at: string, };

export type LawList = { 
/**
 * Those an officer ticks for the desk.
 */
laws: Array<LawName>, 
/**
 * Those that stand in every desk without being ticked: our own policy.
 */
always: Array<LawName>, };

export type LawName = { id: string, name: string, short: string, jurisdiction: string, family: LawFamily, rights: Array<RightName>, };

export type LawFamily = "europe" | "us-federal" | "us-california" | "us-texas" | "us-states" | "elsewhere" | "contracts";

export type RightName = { right: Right, name: string, cite: string, 
/**
 * First day of receipt for which the law gives it, while that day is still to come.
 */
from: string | null, };

export type LawSheetIn = { law: string, on: string, };

export type LawSheet = { id: string, name: string, short: string, lines: Array<LawSheetLine>, };

export type LawSheetLine = { 
/**
 * `head`, `says` or `caution`.
 */
kind: string, 
/**
 * How far it is set in: 0 to 2.
 */
depth: number, 
/**
 * What it is about, such as “Answer within”; of a right its identifier; empty for a sentence by itself.
 */
label: string, text: string, cite: string, };

export type CalendarList = { calendars: Array<CalendarName>, };

export type CalendarName = { id: string, name: string, };

export type ZoneList = { zones: Array<string>, };

export type Person = { name: string, email: string, phone: string, 
/**
 * One line each.
 */
address: Array<string>, };

export type RequestDraft = { 
/**
 * Local date and time in the desk's zone, `YYYY-MM-DDTHH:MM`; empty means now.
 */
received: string, channel: Channel | null, requester: Person, 
/**
 * Whose data it is about, when it is not the requester.
 */
subject: Person | null, capacity: Capacity | null, 
/**
 * ISO 3166 country in lower case, or `us-ca` for a state; empty when unknown.
 */
residence: string, claims: Array<ClaimDraft>, 
/**
 * Their own words.
 */
words: string, 
/**
 * Identifiers of files already handed in.
 */
files: Array<number>, particulars: Particulars, };

export type Particulars = { 
/**
 * Whole years of the person the data is about; never a date of birth.
 */
age: number | null, 
/**
 * What kinds of data it is about.
 */
data_kinds: Array<DataKind>, arrived_at: ArrivedAt | null, 
/**
 * The civil day written on the request; empty when there is none or it does not matter.
 */
dated_on: string, 
/**
 * What they only ask about.
 */
questions: Array<QuestionTopic>, };

export type ClaimDraft = { right: Right, 
/**
 * The laws the officer chose; empty takes those proposed.
 */
laws: Array<string>, };

export type DraftIn = { draft: RequestDraft, };

export type DraftOut = { draft: RequestDraft | null, files: Array<FileName>, saved_at: string | null, };

export type Preview = { received_on: string | null, claims: Array<PreviewClaim>, problems: Array<Problem>, 
/**
 * Same person, overlapping rights, still open.
 */
duplicates: Array<Earlier>, 
/**
 * Other requests by the same person.
 */
earlier: Array<Earlier>, 
/**
 * Notes of the law, such as no proof of identity for an opt-out, or a frequency limit reached.
 */
notes: Array<Note>, 
/**
 * Which particulars a law asks for.
 */
asks: Asks, 
/**
 * What the policy in force that day promised about it.
 */
policy: PromisesAtWork, 
/**
 * Rights that the words seem to ask for and nobody has chosen, with the words that say so.
 */
suggests: Array<RightSuggested>, };

export type RightSuggested = { right: Right, words: string, why: string, cite: string, };

export type Asks = { age: boolean, data_kinds: boolean, 
/**
 * The ways of arriving that make a difference.
 */
arrived_at: Array<ArrivedAt>, dated_on: boolean, questions: boolean, };

export type PreviewClaim = { right: Right, laws: Array<LawChoice>, deadlines: Array<Deadline>, };

export type LawChoice = { law: string, short: string, right_name: string, cite: string, 
/**
 * Why it is proposed, or why not: whole sentences with their articles.
 */
reason: string, 
/**
 * How sure the reason is, where it is not quite.
 */
caution: string | null, proposed: boolean, chosen: boolean, };

export type Problem = { field: string, message: string, };

export type Note = { message: string, cite: string, };

export type Earlier = { id: number, reference: string, person: string, rights: Array<Right>, received_on: string, open: boolean, why: string, };

export type Logged = { id: number, reference: string, };

export type Deadline = { claim: number | null, right: Right, law: string, law_short: string, kind: DeadlineKind, due: string, days: number, 
/**
 * The strictest date over all readings, when it is earlier than `due`.
 */
safe_by: string | null, 
/**
 * The day it was met.
 */
met_on: string | null, 
/**
 * The one that leads the request.
 */
leads: boolean, 
/**
 * The house is closed that day, by its own closing day of this name. The date does not move.
 */
closed: string | null, 
/**
 * It comes from our own policy and not from a law: the words that promise it.
 */
promised: string | null, working: Array<WorkingStep>, };

export type WorkingStep = { 
/**
 * `received`, `count`, `pause`, `restart`, `roll`, `extension`, `reading`, `result`.
 */
kind: string, text: string, date: string | null, cite: string, };

export type WhyAsk = { request: number, claim: number, law: string, kind: DeadlineKind, };

export type QueueQuery = { 
/**
 * `open`, `overdue`, `today`, `week`, `waiting`, `closed`, `all`.
 */
filter: string, 
/**
 * Limits to one law, or all when empty.
 */
law: string, 
/**
 * Limits to one right, or all when absent.
 */
right: Right | null, 
/**
 * Any part of a name, an address, a reference or the words.
 */
search: string, 
/**
 * `due`, `reference`, `person`, `received`; a leading `-` turns it round.
 */
sort: string, offset: number, limit: number, };

export type Queue = { tiles: Tiles, 
/**
 * Rows that match, beyond this page too.
 */
total: number, 
/**
 * Older closed requests match as well: a search in the register ends at its newest hits.
 */
more: boolean, in_register: number, rows: Array<QueueRow>, laws: Array<LawCount>, today: string, 
/**
 * Dates of the registers that belong to no request: what is late and what comes soon, the earliest first.
 */
also: Array<AlsoDue>, 
/**
 * Further ones, later than that; they stand in the calendar.
 */
also_later: number, };

export type Tiles = { overdue: number, today: number, week: number, waiting: number, open: number, overdue_next: string | null, week_next: string | null, waiting_next: string | null, today_next: string | null, also_overdue: number, also_today: number, also_week: number, };

export type LawCount = { law: string, short: string, open: number, };

export type QueueRow = { id: number, reference: string, person: string, 
/**
 * When somebody acts for somebody else.
 */
on_behalf_of: string | null, rights: Array<string>, laws: Array<string>, received_on: string, 
/**
 * In words: what to do next.
 */
next_step: string, by: string | null, days: number | null, state: RowState, 
/**
 * Days the request has waited for somebody else.
 */
waiting_days: number | null, };

export type RowState = "overdue" | "today" | "soon" | "open" | "waiting" | "closed";

export type RequestId = { id: number, };

export type RequestView = { id: number, reference: string, requester: Person, subject: Person | null, capacity: Capacity, residence: string, particulars: Particulars, asks: Asks, channel: Channel, received_at: string, received_on: string, words: string, open: boolean, closed_on: string | null, answered_on: string | null, state: RowState, next_step: string, claims: Array<ClaimView>, deadlines: Array<Deadline>, picture: ClockPicture, steps: Array<StepOffer>, files: Array<FileName>, letters: Array<LetterName>, letter_draft: LetterDraft | null, log: Array<LogEntry>, notes: Array<Note>, earlier: Array<Earlier>, 
/**
 * What the policy in force on receipt promised about it.
 */
policy: PromisesAtWork, 
/**
 * What does not agree with a promise, answered or not.
 */
contradictions: Array<Contradiction>, 
/**
 * Whether the requester may act for the subject.
 */
authority: Authority, 
/**
 * Who got data of the subject, to be told of an erasure, a correction or a restriction (GDPR Art. 19).
 */
disclosed: Array<DisclosedTo>, 
/**
 * Files of the registers that belong to it.
 */
registers: Array<RegisterLink>, 
/**
 * What keeps it from being purged, lifted ones too.
 */
holds: Array<LegalHold>, 
/**
 * The person is gone; what is left names nobody.
 */
purged: RequestPurged | null, today: string, };

export type RegisterLink = { register: Register, id: number, title: string, standing: string, };

export type ClaimView = { id: number, right: Right, right_name: string, laws: Array<ClaimLaw>, outcome: Outcome | null, decided_on: string | null, ground: Ground | null, reasons: string, kept: string, 
/**
 * Grounds the law knows for refusing this claim.
 */
grounds: Array<Ground>, 
/**
 * Every law of this desk that gives the right, with why it seems to apply or not.
 */
choices: Array<LawChoice>, };

export type ClaimLaw = { law: string, short: string, right_name: string, cite: string, };

export type Ground = { id: string, law: string, title: string, text: string, cite: string, 
/**
 * The ground has not been compared with the text itself.
 */
caution: string | null, 
/**
 * The law gives an appeal to the organisation against a refusal.
 */
appeal: Note | null, };

export type ClockPicture = { from: string, to: string, today: string, due: string | null, 
/**
 * The date as if extended: a lighter stretch, firm once the extension is in force.
 */
extended: string | null, extension_in_force: boolean, pauses: Array<Span>, marks: Array<Mark>, };

export type Span = { from: string, to: string, label: string, };

export type Mark = { on: string, label: string, 
/**
 * `received`, `event`, `due`, `extended`, `answered`, `closed`.
 */
kind: string, };

export type StepOffer = { step: StepName, label: string, offered: boolean, reason: string | null, cite: string | null, 
/**
 * The one to do next.
 */
primary: boolean, 
/**
 * When it may be done all the same, with a written reason; where the law leaves no room, nothing.
 */
room: Note | null, 
/**
 * The rule has not been compared with the text itself.
 */
caution: string | null, };

export type StepName = "acknowledge" | "ask-identity" | "identity-received" | "ask-clarification" | "clarified" | "extend" | "decide" | "write-letter" | "ask-opt-in" | "note" | "correct" | "close" | "reopen";

export type FileName = { id: number, name: string, media_type: string, size: number, sha256: string, added_at: string, };

export type LetterName = { id: number, kind: LetterKind, title: string, law: string, issued_on: string, 
/**
 * How it left: `post`, `mail`, `handed-over`.
 */
sent_by: string, pages: number, size: number, sha256: string, language: LetterLanguage, 
/**
 * How far it has come.
 */
way?: LetterWay, };

export type LogEntry = { seq: number, at: string, officer: string, 
/**
 * Identifier of what happened, such as `request-logged`.
 */
kind: string, summary: string, details: Array<LogDetail>, hash: string, };

export type LogDetail = { label: string, value: string, };

export type StepIn = { request: number, 
/**
 * The civil day it happened; empty means today.
 */
on: string, 
/**
 * What was asked, what was shown, how it was told.
 */
text: string, 
/**
 * Why it is done although a guard speaks against it; only where the law leaves room.
 */
all_the_same: string | null, };

export type NoteIn = { request: number, text: string, };

export type ExtendIn = { request: number, 
/**
 * Goes into the letter; the law demands it.
 */
reason: string, 
/**
 * How the letter leaves.
 */
sent_by: string, 
/**
 * As in `LetterIssue`.
 */
seen: Array<string>, };

export type DecideIn = { claim: number, outcome: Outcome, 
/**
 * Identifier of the ground, needed when refused or granted in part.
 */
ground: string | null, reasons: string, 
/**
 * What stays and why, for a grant in part.
 */
kept: string, };

export type CorrectIn = { request: number, 
/**
 * Local `YYYY-MM-DDTHH:MM`.
 */
received: string | null, requester: Person | null, residence: string | null, particulars: Particulars | null, reason: string, };

export type ClaimLawsIn = { claim: number, 
/**
 * Identifiers of all laws it stands under from now on.
 */
laws: Array<string>, reason: string, };

export type CloseIn = { request: number, note: string, };

export type ReopenIn = { request: number, reason: string, };

export type FileIn = { 
/**
 * Absent while the request is still a draft.
 */
request: number | null, name: string, media_type: string, base64: string, };

export type FileId = { id: number, };

export type FileBytes = { name: string, media_type: string, base64: string, };

export type LetterChoices = { choices: Array<LetterChoice>, 
/**
 * In what the letters can be written.
 */
languages: Array<LanguageChoice>, };

export type LanguageChoice = { language: LetterLanguage, 
/**
 * In English: `German`.
 */
name: string, suggested: boolean, 
/**
 * Why it is suggested; empty where it is not.
 */
because: string, 
/**
 * What a policy wants and the request lacks, in this language.
 */
missing: Array<string>, 
/**
 * The laws of the request that have no letters in it, each with the sentence that says so.
 */
without: Array<LanguageWithout>, };

export type LanguageWithout = { law: string, reason: string, };

export type LetterChoice = { kind: LetterKind, title: string, law: string, law_short: string, offered: boolean, reason: string | null, suggested: boolean, };

export type LetterStart = { request: number, kind: LetterKind, law: string, 
/**
 * Why: of the extension, of the doubt, of the question. Goes into the letter.
 */
reason: string, 
/**
 * What is asked for, in proof-of-identity and clarification letters.
 */
asked: string, 
/**
 * English where nothing is said.
 */
language?: LetterLanguage, 
/**
 * Name and address of whoever gets the letter, where it is not the requester.
 */
addressee?: Array<string>, };

export type LetterDraft = { request: number, kind: LetterKind, title: string, law: string, language: LetterLanguage, reason: string, text: LetterText, items: Array<LetterItem>, ready: boolean, 
/**
 * Unanswered contradictions to be seen before it leaves.
 */
contradictions: Array<Contradiction>, 
/**
 * The files of the request, and which of them go along.
 */
enclosures: Array<Enclosable>, 
/**
 * What else lies in the envelope, one a line.
 */
also: string, 
/**
 * Who else gets it, one a line.
 */
copy_to: string, 
/**
 * Our own versions it was drafted from; without any, from texts of the program alone.
 */
wording: Array<LetterWording>, };

export type LetterText = { subject: string, salutation: string, blocks: Array<LetterBlock>, closing: string, };

export type LetterBlock = { items: Array<string>, text: string, };

export type LetterItem = { id: string, what: string, cite: string, caution: string | null, present: boolean, why_missing: string | null, };

export type LetterSave = { request: number, text: LetterText, };

export type LetterIssue = { request: number, sent_by: string, 
/**
 * Keys of the contradictions that the officer has seen; an unanswered one that is not here keeps the letter in the house.
 */
seen: Array<string>, 
/**
 * Why a letter with details of somebody's health leaves by plain mail all the same.
 */
plain_mail_reason?: string, 
/**
 * It waits in the print room until its posting is confirmed; without it, it leaves at once.
 */
waits?: boolean, };

export type LetterPdf = { name: string, pages: number, base64: string, };

export type LetterId = { id: number, };

export type LetterList = { letters: Array<LetterOf>, };

export type LetterOf = { request: number, reference: string, person: string, letter: LetterName, };

export type Export = { name: string, media_type: string, base64: string, };

export type ClosingDays = { days: Array<ClosingDay>, };

export type ClosingDay = { id: number, name: string, first: string, 
/**
 * The same as `first` for a single day.
 */
last: string, 
/**
 * Again in every later year.
 */
yearly: boolean, 
/**
 * When it is, or is next; absent when it is over.
 */
next: string | null, };

export type ClosingDayIn = { name: string, first: string, 
/**
 * Empty for a single day.
 */
last: string, yearly: boolean, };

export type ClosingDayId = { id: number, };

export type MovedDate = { request: number, reference: string, law: string, law_short: string, right: Right, kind: DeadlineKind, 
/**
 * Absent where there was no such date before.
 */
from: string | null, 
/**
 * Absent where no such date can be derived any more.
 */
to: string | null, };

export type MovedDates = { count: number, requests: number, 
/**
 * The first 200.
 */
moved: Array<MovedDate>, };

export type RulesChange = { 
/**
 * Number of its entry in the log.
 */
seq: number, at: string, 
/**
 * Laws and calendars that say something else than before.
 */
changed: Array<string>, added: Array<string>, gone: Array<string>, moved: MovedDates, };

export type RulesChanged = { change: RulesChange | null, };

export type CalendarIn = { from: string, to: string, 
/**
 * Limits to one law, or all when empty.
 */
law: string, 
/**
 * So many dates a day at most; `total` counts the others too.
 */
most: number, };

export type Calendar = { today: string, 
/**
 * Days with something on them, in order.
 */
days: Array<CalendarDay>, 
/**
 * Laws with dates in these days.
 */
laws: Array<LawCount>, 
/**
 * Late dates before these days, and the first of them.
 */
late_before: number, first_late: string | null, 
/**
 * A sentence when these days reach past the years for which holidays are written.
 */
beyond: string | null, };

export type CalendarDay = { day: string, 
/**
 * Dates of requests.
 */
total: number, deadlines: Array<CalendarDeadline>, 
/**
 * Dates of the registers that belong to no request.
 */
also: Array<AlsoDue>, holidays: Array<Holiday>, closing: Array<string>, };

export type CalendarDeadline = { request: number, reference: string, person: string, rights: Array<Right>, law: string, law_short: string, kind: DeadlineKind, state: DayState, leads: boolean, 
/**
 * Safe on every reading by this day; the date itself comes later.
 */
safe: boolean, due: string, };

export type DayState = "late" | "today" | "soon" | "later" | "passed";

export type Holiday = { name: string, places: Array<HolidayPlace>, };

export type HolidayPlace = { calendar: string, name: string, home: boolean, 
/**
 * Short names of the organisation's laws whose dates it can move.
 */
laws: Array<string>, };

export type CalendarExport = { format: string, holidays: boolean, closing_days: boolean, };

export type DeadlineIn = { regime: string, right: string, received: string, timezone: string | null, calendar: string | null, events: Array<DatedEvent>, arrived_at: string | null, };

export type DatedEvent = { type: string, date: string, };

export type Refusal = { code: Code, message: string, field: string | null, };

export type Code = "input" | "not-now" | "wrong-passphrase" | "wait" | "locked" | "no-desk" | "already-open" | "newer-desk" | "damaged" | "disk-full" | "missing" | "broken";

export type Contradiction = { 
/**
 * Names what collides with which promise; stays the same.
 */
key: string, about: ContradictionAbout, 
/**
 * The day it happened.
 */
on: string, 
/**
 * A whole sentence: what was done, and what was promised.
 */
message: string, 
/**
 * The promise it collides with; absent where it is a consent or an authorisation on file, or a law.
 */
promise: number | null, policy: number | null, 
/**
 * Words of the promise, or of the consent; empty for a law.
 */
quote: string, cite: string, request: number | null, reference: string, handling: number | null, 
/**
 * It cannot be entered without a written answer.
 */
needs_answer: boolean, 
/**
 * So many other entries of the register are equal to it before the same promise, open too, and can be answered with it.
 * Counted only in the list of contradictions.
 */
alike: number, 
/**
 * What must be obtained before anything leaves the house, a whole sentence; then it is entered only with `already_made`.
 */
obtain: string, answer: ContradictionAnswered | null, };

export type ContradictionAbout = "disclosure" | "use" | "collection" | "decision" | "late" | "child" | "notice" | "consent" | "authorization" | "suppressed";

export type ContradictionAnswered = { text: string, officer: string, at: string, };

export type ContradictionAnswer = { key: string, text: string, };

export type ContradictionKey = { key: string, };

export type ContradictionsAlike = { 
/**
 * The one that was asked about.
 */
one: Contradiction, 
/**
 * Numbers of the entries, newest first, that one among them; an answer covers these and no later ones.
 */
entries: Array<number>, 
/**
 * People of them, counted once an entry.
 */
people: number, oldest: string, newest: string, };

export type ContradictionAnswerAlike = { key: string, entries: Array<number>, text: string, };

export type ContradictionQuery = { which: string, offset: number, 
/**
 * 0 means 200.
 */
limit: number, };

export type Contradictions = { contradictions: Array<Contradiction>, 
/**
 * All that were asked for, beyond this page too.
 */
total: number, };

export type PolicyFile = { 
/**
 * Name of the file; empty when pasted. Its ending says how to read it.
 */
name: string, base64: string, text: string, };

export type PolicyRead = { format: PolicyFormat, sha256: string, size: number, 
/**
 * Proposed title: its first heading.
 */
title: string, 
/**
 * The effective date the text itself names, if it names one.
 */
effective: PolicyDateFound | null, 
/**
 * The address it was taken from, where the text says so.
 */
source: string, blocks: Array<PolicyBlock>, cleaned: Array<Cleaned>, 
/**
 * How many passages the finder would propose.
 */
suggestions: number, 
/**
 * The version that has the same bytes already.
 */
same_as: PolicyName | null, };

export type PolicyDateFound = { on: string, words: string, };

export type Cleaned = { 
/**
 * A whole sentence.
 */
what: string, 
/**
 * The first words of it.
 */
sample: string, characters: number, };

export type PolicyBlock = { kind: BlockKind, level: number, start: number, text: string, };

export type PolicyIn = { file: PolicyFile, about: PolicyAbout, };

export type PolicyAbout = { title: string, 
/**
 * First day in force.
 */
from: string, 
/**
 * Last day in force; empty while the next version's first day ends it, or nothing does.
 */
until: string, 
/**
 * Where it was published: an address.
 */
source: string, 
/**
 * Who published it.
 */
publisher: string, };

export type PolicyId = { id: number, };

export type PolicyChange = { id: number, about: PolicyAbout, reason: string, };

export type PolicyWithdraw = { id: number, reason: string, };

export type PolicyName = { id: number, title: string, from: string, };

export type PolicyList = { versions: Array<PolicyVersion>, 
/**
 * Of all versions and registers, not resolved yet.
 */
contradictions: number, today: string, };

export type PolicyVersion = { id: number, about: PolicyAbout, standing: PolicyStanding, 
/**
 * Last day in force, as `about` says or as the next version ends it.
 */
ends: string | null, format: PolicyFormat, file_name: string, size: number, sha256: string, added_at: string, added_by: string, progress: PromiseProgress, };

export type PolicyStanding = "in-force" | "to-come" | "past" | "withdrawn";

export type PromiseProgress = { suggested: number, accepted: number, rejected: number, 
/**
 * Characters of the text that an accepted promise covers, and all.
 */
covered: number, characters: number, };

export type PolicyView = { version: PolicyVersion, blocks: Array<PolicyBlock>, cleaned: Array<Cleaned>, 
/**
 * In the order of the text.
 */
promises: Array<PromiseRow>, 
/**
 * The notice that the version before promised for changes, when this one followed another.
 */
notice: ChangeNotice | null, contradictions: Array<Contradiction>, };

export type PromiseRow = { 
/**
 * Names the passage and its kind; stays the same while the text does.
 */
key: string, 
/**
 * Present once reviewed.
 */
id: number | null, state: PromiseState, 
/**
 * Marked by the officer, not by the finder.
 */
own: boolean, 
/**
 * Accepted with another reading or other borders than proposed.
 */
corrected: boolean, start: number, end: number, quote: string, 
/**
 * Headings above it, outermost first.
 */
under: Array<string>, reading: Reading, why: Array<Evidence>, reviewed_by: string, reviewed_at: string, };

export type PromiseState = "suggested" | "accepted" | "rejected";

export type PromiseReview = { policy: number, key: string, state: PromiseState, 
/**
 * The officer's reading and borders; absent takes those proposed.
 */
reading: Reading | null, start: number | null, end: number | null, };

export type PromiseSpan = { policy: number, start: number, end: number, };

export type PromiseGuess = { start: number, end: number, quote: string, reading: Reading, why: Array<Evidence>, };

export type PromiseOwn = { policy: number, start: number, end: number, reading: Reading, };

export type PromiseChanged = { key: string, row: PromiseRow | null, progress: PromiseProgress, };

export type PolicyPair = { old: number, new: number, };

export type Comparison = { old: PolicyName, new: PolicyName, rows: Array<CompareRow>, promises: Array<PromiseCompared>, counts: CompareCounts, 
/**
 * Open requests that call on a promise that changed; each stays under the version in force on receipt.
 */
touched: Array<TouchedRequest>, notice: ChangeNotice | null, };

export type CompareCounts = { same: number, moved: number, changed: number, added: number, removed: number, promises_added: number, promises_weakened: number, promises_strengthened: number, promises_dropped: number, promises_changed: number, };

export type CompareRow = { how: CompareHow, block: BlockKind, old: CompareSide | null, new: CompareSide | null, };

export type CompareHow = "same" | "moved" | "changed" | "added" | "removed";

export type CompareSide = { start: number, end: number, 
/**
 * The sentence in pieces; `changed` ones are only on this side.
 */
pieces: Array<ComparePiece>, };

export type ComparePiece = { text: string, changed: boolean, };

export type PromiseCompared = { change: PromiseShift, kind: PromiseKind, old: PromiseSide | null, new: PromiseSide | null, 
/**
 * What became weaker or stronger, a sentence each.
 */
why: Array<string>, };

export type PromiseShift = "added" | "dropped" | "weakened" | "strengthened" | "changed" | "reworded" | "same";

export type PromiseSide = { start: number, end: number, quote: string, state: PromiseState, reading: Reading, };

export type TouchedRequest = { request: number, reference: string, person: string, received_on: string, why: string, };

export type ChangeNotice = { 
/**
 * The version that made the promise, and the one that changes it.
 */
promised_by: PolicyName, policy: number, promise: number, quote: string, 
/**
 * What is to be done, in a sentence.
 */
to_do: string, 
/**
 * By when; absent where the promise names no time.
 */
by: string | null, done: NoticeDone | null, };

export type NoticeDone = { on: string, how: string, officer: string, };

export type NoticeGiven = { policy: number, on: string, how: string, };

export type PolicyChecklist = { laws: Array<ChecklistLaw>, };

export type ChecklistLaw = { law: string, name: string, applies: boolean, items: Array<ChecklistItem>, };

export type ChecklistItem = { what: string, cite: string, 
/**
 * How sure the program is of the rule.
 */
caution: string | null, found: boolean, 
/**
 * Where it was found: the first passages.
 */
passages: Array<ChecklistPassage>, 
/**
 * Where nothing was found: what to look for.
 */
missing: string, };

export type ChecklistPassage = { start: number, end: number, quote: string, };

export type PromisesAtWork = { 
/**
 * The version in force on the day of receipt.
 */
version: PolicyName | null, promises: Array<EngagedPromise>, 
/**
 * Suggestions of that version that nobody has reviewed.
 */
unreviewed: number, 
/**
 * Why there are none, or what to know, in sentences.
 */
notes: Array<string>, 
/**
 * What the promises ask for and the request lacks, as words for a letter.
 */
missing: Array<string>, };

export type EngagedPromise = { promise: number, policy: number, quote: string, 
/**
 * “Policy of 1 Mar 2026, Children”.
 */
cite: string, reading: Reading, 
/**
 * The rights of the request it opens; empty for one that only goes with it.
 */
rights: Array<Right>, checks: Array<PromiseCheck>, 
/**
 * Its own date, beside those of the laws.
 */
due: string | null, days: number | null, };

export type PromiseCheck = { about: CheckAbout, state: CheckState, 
/**
 * A whole sentence.
 */
message: string, requires: Requirement | null, };

export type CheckAbout = "channel" | "condition" | "time-limit" | "frequency" | "exception";

export type CheckState = "met" | "missing" | "open" | "reached";

export type HandlingIn = { act: Act, 
/**
 * The civil day.
 */
on: string, 
/**
 * Who got it, for a disclosure.
 */
recipient: string, purpose: HandlingPurpose, data: Array<DataTopic>, people: number, 
/**
 * Who they are, in general words; no names.
 */
group: string, 
/**
 * Some of them are below the age a promise or a law names.
 */
children: boolean, 
/**
 * Where they live, as far as a promise distinguishes.
 */
audiences: Array<Audience>, consent: ConsentOnFile, 
/**
 * Which consent, and where it is kept.
 */
consent_note: string, 
/**
 * The day on which those concerned were told beforehand; empty when they were not.
 */
told_on: string, 
/**
 * The law, the order or the subpoena that demands it.
 */
legal_basis: string, note: string, 
/**
 * The request it belongs to.
 */
request: number | null, 
/**
 * The recipient in the directory; `recipient` then holds its name as it was.
 */
recipient_id: number | null, 
/**
 * What was given, by the identifiers of `CategoryList`.
 */
categories: Array<string>, 
/**
 * Those concerned, where they are known by name.
 */
persons: Array<Person>, 
/**
 * The file of the child whose data it is.
 */
child: number | null, 
/**
 * The explicit consent on file.
 */
explicit_consent: number | null, health: HealthBasis, process: LegalProcess | null, 
/**
 * It has left the house already, without what had to be obtained first; kept only where something had to be.
 */
already_made: boolean, 
/**
 * The earlier entry whose place it takes, for `handling_check` alone; never kept.
 */
corrects: number | null, };

export type HandlingPurpose = "our-marketing" | "their-marketing" | "service-provider" | "legal-process" | "care-and-payment" | "business-transfer" | "other";

export type ConsentOnFile = "none" | "opt-in" | "explicit" | "parent-use" | "parent-disclose" | "authorization";

export type HandlingAdd = { entry: HandlingIn, resolutions: Array<ContradictionAnswer>, };

export type HandlingCheck = { problems: Array<Problem>, collisions: Array<Contradiction>, 
/**
 * What is to be done beside entering it.
 */
suggests: Array<HandlingSuggests>, };

export type HandlingSuggests = "open-incident";

export type HandlingList = { entries: Array<HandlingRow>, 
/**
 * Entries that match, beyond this page too.
 */
total: number, in_register: number, 
/**
 * Those of all that collide with something and are not answered.
 */
flagged: number, today: string, };

export type HandlingRow = { id: number, entry: HandlingIn, entered_by: string, entered_at: string, 
/**
 * Reference of its request.
 */
reference: string, contradictions: Array<Contradiction>, 
/**
 * Struck out, with the reason; it stays to be read.
 */
struck: string, told: Array<ToldRow>, 
/**
 * The earlier entry it takes the place of, and the later one that took its place.
 */
corrects: number | null, corrected_by: number | null, 
/**
 * It left the house without the authorisation or the consent that it needed.
 */
without_authority: boolean, suggests: Array<HandlingSuggests>, 
/**
 * Name of the exception by which health information went without an authorisation; empty where none is named.
 */
exception_name: string, };

export type HandlingStrike = { id: number, reason: string, };

export type LetterWay = { state: PostState, 
/**
 * How it left, or is to leave: `post`, `registered`, `courier`, `mail` or `handed-over`.
 */
method: string, 
/**
 * The day it left; what it does to a clock counts from then.
 */
posted_on: string | null, tracking: string, returned_on: string | null, 
/**
 * Why it came back.
 */
reason: string, next: AfterReturn | null, enclosures: string, 
/**
 * It takes the place of this letter.
 */
replaces: LetterLink | null, 
/**
 * This letter took its place.
 */
replaced_by: LetterLink | null, 
/**
 * Our own versions it was made of; without any, of texts of the program alone.
 */
wording: Array<LetterWording>, 
/**
 * The program's set of templates at that time; empty where it was not kept.
 */
templates: string, };

export type LetterLink = { id: number, title: string, issued_on: string, };

export type PrintRoomIn = { tab: string, };

export type PrintRoom = { counts: PostCounts, 
/**
 * The newest first; those ready in the order of their envelopes.
 */
rows: Array<PostRow>, today: string, };

export type PostCounts = { drafts: number, ready: number, posted: number, returned: number, };

export type PostRow = { 
/**
 * `d12` the draft of request 12, `l5` letter 5, `r7` letter 7 of the registers.
 */
key: string, request: number | null, 
/**
 * File of the register it belongs to, when it belongs to none of the requests.
 */
file: number | null, reference: string, person: string, title: string, kind: LetterKind | null, law_short: string, 
/**
 * How it is to leave or left; of a draft empty.
 */
sent_by: string, 
/**
 * The day it was issued; of a draft empty.
 */
issued_on: string, pages: number, 
/**
 * As in `DeskProfile`; empty where it is not known.
 */
paper: string, envelope: string, way: LetterWay | null, 
/**
 * Whether the address stays visible; only while the letter is in the house.
 */
window: WindowSeen | null, 
/**
 * There is a mail address to write to.
 */
mail: boolean, 
/**
 * A draft that can be issued as it stands.
 */
complete: boolean, 
/**
 * Name and address as they are printed.
 */
recipient: Array<string>, 
/**
 * It did not arrive, and whoever it was for is still to be told of the incident of `file`.
 */
untold: boolean, 
/**
 * What lies in the envelope beside the letter; only of what waits to leave on paper.
 */
along: Array<PostAlong>, };

export type PostAlong = { name: string, how: AlongHow, 
/**
 * Printed behind the letter; 0 for what is not.
 */
pages: number, 
/**
 * Why it is put there by hand, in words that follow its name; empty for what never was a file.
 */
why: string, };

export type WindowSeen = { fits: boolean, 
/**
 * A full sentence; empty where there is nothing to say.
 */
why: string, address: MillimetreBox, 
/**
 * Absent where the envelope has no window.
 */
visible: MillimetreBox | null, source: string, };

export type MillimetreBox = { left: number, top: number, right: number, bottom: number, };

export type PostBegin = { 
/**
 * Empty takes everything that is ready to leave by post.
 */
keys: Array<string>, 
/**
 * A sheet that lists what is in it comes first.
 */
cover: boolean, 
/**
 * For printing on both sides: each letter begins on a sheet of its own.
 */
duplex: boolean, 
/**
 * Only what was issued by this day; empty takes everything.
 */
until: string, };

export type PostWork = { id: number, done: number, total: number, 
/**
 * What is to be put into envelopes by hand, with letter and reason, a line each.
 */
by_hand: Array<string>, };

export type PostWorkId = { id: number, };

export type PostConfirm = { keys: Array<string>, 
/**
 * The civil day; empty means today.
 */
on: string, 
/**
 * `post`, `registered`, `courier`, `mail` or `handed-over`; empty leaves it as it was said.
 */
method: string, 
/**
 * Of a single letter.
 */
tracking: string, 
/**
 * Why a posting that was confirmed before was wrong.
 */
correct: string, };

export type PostReturned = { key: string, 
/**
 * The civil day; empty means today.
 */
on: string, reason: string, next: AfterReturn, };

export type PostKey = { key: string, };

export type Enclosable = { file: FileName, 
/**
 * Absent while it stays in the house.
 */
role: EnclosureRole | null, 
/**
 * It holds data that can be set as pages.
 */
annex: boolean, 
/**
 * As an annex.
 */
pages: number, 
/**
 * It was to be an annex, and on paper would be too long: it goes along as a file only.
 */
too_long: boolean, };

export type EnclosureIn = { file: number, role: EnclosureRole, };

export type LetterEnclose = { request: number, items: Array<EnclosureIn>, 
/**
 * What else lies in the envelope, one a line.
 */
also: string, 
/**
 * Who else gets the letter, one a line.
 */
copy_to: string, };

export type LetterEnclosure = { file: number, name: string, media_type: string, role: EnclosureRole, pages: number, size: number, sha256: string, };

export type LetterEnclosures = { files: Array<LetterEnclosure>, };

export type LetterAgain = { id: number, 
/**
 * The right address, where the letter goes to another house; empty takes the former.
 */
addressee?: Array<string>, };

export type RegisterNote = { 
/**
 * A whole sentence.
 */
message: string, cite: string, 
/**
 * How sure the program is of the rule, where it is not quite.
 */
caution: string | null, };

export type RegisterDate = { 
/**
 * What is to be done by then, a whole sentence.
 */
what: string, by: string, 
/**
 * From today; negative is late.
 */
days: number, 
/**
 * How it was counted, a sentence each.
 */
working: Array<string>, cite: string, caution: string | null, 
/**
 * The day it was met.
 */
met_on: string | null, };

export type AlsoDue = { register: Register, 
/**
 * The file, or the entry of the register of disclosures.
 */
id: number, 
/**
 * What it is called in its register.
 */
title: string, 
/**
 * What is to be done by then, a whole sentence; names nobody.
 */
what: string, by: string, 
/**
 * The hour of that day in the desk's zone, where the law counts hours; `24:00` ends it.
 */
at: string | null, 
/**
 * From today.
 */
days: number, 
/**
 * The day has passed, or the hour.
 */
late: boolean, 
/**
 * Identifier of the law; empty where it is none of the packs or not one alone.
 */
law: string, 
/**
 * How it was counted, a sentence each.
 */
why: Array<string>, cite: string, caution: string | null, };

export type RequestLink = { id: number, reference: string, };

export type RegisterLine = { id: number, on: string, 
/**
 * Identifier of what happened.
 */
kind: string, title: string, 
/**
 * Whole sentences.
 */
details: Array<string>, cite: string, by: string, at: string, request: RequestLink | null, 
/**
 * A letter that belongs to it.
 */
letter: number | null, 
/**
 * The later line that corrects it.
 */
corrected_by: number | null, 
/**
 * What the line says, as it was entered; for a correction to start from.
 */
said: LineSaid | null, };

export type LineSaid = { method: string, notice: string, items: Array<string>, disclose: boolean, exception: string, text: string, };

export type RegisterExport = { register: Register, format: string, from: string, until: string, };

export type RegisterLetterId = { id: number, };

export type RegisterStrike = { id: number, reason: string, };

export type RecipientIn = { 
/**
 * Absent for a new one.
 */
id: number | null, name: string, 
/**
 * Postal address, one line each.
 */
address: Array<string>, email: string, website: string, 
/**
 * Products or services it markets, for a name that does not tell (Civ. Code 1798.83(a)(2)).
 */
examples: string, 
/**
 * The name tells what it does; no examples are needed.
 */
name_tells: boolean, 
/**
 * Where the contract is kept; empty when there is none.
 */
contract: string, contract_on: string, 
/**
 * Bound to confidentiality: where that is written.
 */
confidentiality: string, 
/**
 * Works for the organisation under its instructions; `dpv:DataProcessor`.
 */
processor: boolean, note: string, 
/**
 * Why it is changed; empty for a new one.
 */
reason: string, };

export type RecipientRow = { id: number, about: RecipientIn, disclosures: number, last_on: string | null, 
/**
 * What a letter would lack: an address, examples, a contract.
 */
lacks: Array<string>, history: Array<RegisterLine>, struck: string, };

export type RecipientList = { recipients: Array<RecipientRow>, };

export type CategoryList = { categories: Array<Category>, note: RegisterNote, };

export type Category = { id: string, name: string, 
/**
 * Of the statute, not our own.
 */
statute: boolean, 
/**
 * It is sensitive, about health, or about children.
 */
care: boolean, 
/**
 * What kinds of data it implies; nothing is known of our own.
 */
topics: Array<DataTopic>, };

export type CategoryIn = { name: string, };

export type LegalProcess = { kind: ProcessKind, 
/**
 * Court or authority, and its number.
 */
from: string, number: string, received_on: string, 
/**
 * What was asked for.
 */
asked: string, 
/**
 * What was given; less is better than more.
 */
given: string, approved_by: string, told: PersonTold, told_on: string, };

export type HealthBasis = { electronic: boolean, 
/**
 * An authorisation on file.
 */
authorization: number | null, 
/**
 * Identifier of the exception that applies instead, from `HealthRules`.
 */
exception: string, 
/**
 * Why it applies.
 */
why: string, };

export type HandlingQuery = { 
/**
 * Any part of a recipient, a group, a basis, a note, or a person's name or address.
 */
search: string, 
/**
 * `disclose`, `sell`, `use`, `collect`, or empty.
 */
act: string, purpose: string, recipient: number | null, child: number | null, 
/**
 * An authorisation or a consent.
 */
permission: number | null, request: number | null, 
/**
 * One entry, wherever it stands.
 */
entry: number | null, from: string, until: string, 
/**
 * Only those that collide and are not answered.
 */
flagged: boolean, sort: HandlingSort, 
/**
 * From the least to the most; without it the newest, the last name, the most come first.
 */
ascending: boolean, offset: number, 
/**
 * 0 means 200.
 */
limit: number, };

export type HandlingSort = "day" | "recipient" | "purpose" | "categories";

export type HandlingCorrect = { id: number, entry: HandlingIn, reason: string, resolutions: Array<ContradictionAnswer>, };

export type HandlingTold = { handlings: Array<number>, of: ToldOf, 
/**
 * Empty where nobody could be told; `how` says why then.
 */
on: string, how: string, request: number | null, };

export type ToldRow = { of: ToldOf, on: string | null, how: string, by: string, request: RequestLink | null, };

export type DisclosedTo = { handling: number, on: string, recipient: string, purpose: string, told: Array<ToldRow>, 
/**
 * Was found by the person's name alone: it may be somebody else.
 */
by_name_only: boolean, };

export type ImportIn = { name: string, base64: string, 
/**
 * Field by column, as `recipient`; absent takes what the headings say.
 */
columns: Array<ImportColumn> | null, 
/**
 * What every row is given where the file does not say: act, purpose, recipient, day, basis.
 */
usual: HandlingIn, };

export type ImportColumn = { 
/**
 * From 0.
 */
number: number, heading: string, 
/**
 * What it is taken for; empty for one that is left out.
 */
field: string, 
/**
 * The first value that is not empty.
 */
sample: string, };

export type ImportField = { id: string, name: string, required: boolean, };

export type ImportPreview = { encoding: string, delimiter: string, columns: Array<ImportColumn>, fields: Array<ImportField>, 
/**
 * All that are not plainly good, then good ones, 1000 at most; the counts are of all.
 */
rows: Array<ImportRow>, rows_total: number, good: number, flagged: number, duplicates: number, bad: number, 
/**
 * Recipients that would be added to the directory.
 */
new_recipients: Array<string>, 
/**
 * What keeps the whole file from being read.
 */
problem: string | null, };

export type ImportRow = { 
/**
 * In the file, from 1, with its heading.
 */
line: number, fate: ImportFate, 
/**
 * The row in words.
 */
what: string, reasons: Array<string>, };

export type ImportFate = "good" | "flagged" | "duplicate" | "bad";

export type ImportDone = { entered: number, left_out: number, list: HandlingList, };

export type ShineAnswer = { 
/**
 * The calendar year before the request.
 */
year: number, 
/**
 * The organisation need not answer, with its reason.
 */
exempt: RegisterNote | null, 
/**
 * The promise that lets the cost-free choice stand for the list (1798.83(c)(2)).
 */
alternative: ShineAlternative | null, 
/**
 * In the statute's order; only those disclosed.
 */
categories: Array<Category>, recipients: Array<ShineRecipient>, disclosures: number, 
/**
 * What keeps the letter from being right: an address that is missing, examples.
 */
problems: Array<Problem>, 
/**
 * Label, address parts, calendar-year limit, address of arrival: a sentence each with its state.
 */
checks: Array<PromiseCheck>, note: RegisterNote, };

export type ShineAlternative = { policy: number, promise: number, quote: string, cite: string, 
/**
 * The way that costs nothing, in the policy's words. 
 */
means: string, };

export type ShineRecipient = { id: number | null, name: string, address: Array<string>, examples: string, disclosures: number, 
/**
 * Empty when the letter can name it fully.
 */
lacks: Array<string>, };

export type ShineYear = { year: number, };

export type Accounting = { from: string, until: string, rows: Array<AccountingRow>, 
/**
 * Entries left out, and why: a sentence each with their number.
 */
left_out: Array<RegisterNote>, 
/**
 * Whether this one is free, with its reason.
 */
fee: RegisterNote, problems: Array<Problem>, };

export type AccountingRow = { handlings: Array<number>, on: string, recipient: string, address: Array<string>, description: string, purpose: string, times: number, 
/**
 * The last of several to the same recipient for the same purpose.
 */
last_on: string | null, };

export type FileNumber = { id: number, };

export type ChildRules = { methods: Array<ConsentMethod>, notices: Array<NoticeKind>, exceptions: Array<ConsentException>, ages: Array<ConsentAge>, };

export type ConsentMethod = { id: string, name: string, 
/**
 * What it needs to count.
 */
needs: string, 
/**
 * What to write down.
 */
record: string, 
/**
 * What must be deleted promptly afterwards; empty when nothing.
 */
delete: string, 
/**
 * Only for an operator that discloses nothing.
 */
only_without_disclosure: boolean, 
/**
 * A further message must follow the consent.
 */
confirmed: boolean, note: RegisterNote, };

export type NoticeKind = { id: string, name: string, items: Array<NoticeItem>, cite: string, };

export type NoticeItem = { id: string, what: string, cite: string, 
/**
 * Needed only where this holds; empty when always. 
 */
when: string, needs: NoticeNeeds, };

export type NoticeNeeds = "always" | "contact" | "disclosure";

export type ConsentException = { id: string, name: string, may_collect: string, conditions: string, cite: string, 
/**
 * The notice it needs, if any. 
 */
notice: string, };

export type ConsentAge = { place: string, name: string, age: number, law: string, note: RegisterNote, };

export type ChildIn = { 
/**
 * A first name or what the account calls it is enough.
 */
child: string, 
/**
 * `2014` or `2014-07`, never a day; empty when only the age is known.
 */
born: string, 
/**
 * Whole years on the day of the file.
 */
age: number | null, 
/**
 * Where the child lives, as in `residence`: decides the age.
 */
residence: string, parent: Person, 
/**
 * What the child is to use or take part in.
 */
service: string, 
/**
 * What is to be collected, in general words.
 */
collects: string, 
/**
 * Whether it is to be disclosed to third parties, and to whom.
 */
discloses: string, 
/**
 * Why disclosure is integral to the service; empty when it is not.
 */
integral: string, 
/**
 * The day the parent's or child's contact details were collected; empty when not from the child.
 */
contact_collected_on: string, 
/**
 * The request it belongs to.
 */
request: number | null, 
/**
 * Also log a request for consent, so that its date stands in the queue.
 */
log_request: boolean, };

export type ChildChange = { id: number, about: ChildIn, reason: string, };

export type ChildQuery = { search: string, 
/**
 * A standing, or empty for all.
 */
standing: string, };

export type ChildList = { children: Array<ChildRow>, today: string, };

export type ChildRow = { id: number, 
/**
 * Empty once erased.
 */
child: string, parent: string, standing: ChildStanding, may_collect: boolean, may_disclose: boolean, next_step: string, date: RegisterDate | null, 
/**
 * The first day on which the child may have reached the age, and the last before it surely has.
 */
of_age_from: string | null, of_age_by: string | null, request: RequestLink | null, struck: string, };

export type ChildStanding = "notice-due" | "awaiting-consent" | "confirmation-due" | "use-only" | "use-and-disclose" | "exception" | "refused" | "withdrawn" | "lapsed" | "erased" | "of-age" | "found";

export type ChildView = { row: ChildRow, about: ChildIn, age_limit: number, age_rule: RegisterNote, 
/**
 * What may and may not be done now, and why.
 */
says: Array<RegisterNote>, timeline: Array<RegisterLine>, dates: Array<RegisterDate>, steps: Array<ChildStepOffer>, 
/**
 * Which items of a notice this file needs, by `NoticeItem.needs`.
 */
needs: Array<NoticeNeeds>, disclosures: Array<HandlingRow>, contradictions: Array<Contradiction>, requests: Array<RequestLink>, };

export type ChildStepOffer = { step: ChildStep, label: string, offered: boolean, reason: string | null, cite: string, primary: boolean, };

export type ChildEntryIn = { child: number, step: ChildStep, on: string, 
/**
 * Identifier of the method, for a consent or a proof.
 */
method: string, 
/**
 * The notice sent: its kind, and the items it held.
 */
notice: string, items: Array<string>, 
/**
 * Consent to disclosure beside collection and use.
 */
disclose: boolean, 
/**
 * Identifier of the exception of 312.5(c).
 */
exception: string, 
/**
 * What was seen, said or done; never a copy of an identity document.
 */
text: string, request: number | null, 
/**
 * The earlier line this one corrects.
 */
corrects: number | null, };

export type HealthRules = { elements: Array<AuthorizationElement>, 
/**
 * Kinds of information that the form wants initialled, as in `AuthorizationIn.initialled`.
 */
kinds: Array<HealthKind>, exceptions: Array<HealthException>, limits: Array<AuthorizationLimit>, };

export type HealthKind = { id: string, name: string, note: RegisterNote, };

export type AuthorizationElement = { id: string, what: string, 
/**
 * It is a statement the form must hold, not something to fill in. 
 */
statement: boolean, when: ElementWhen, note: RegisterNote, };

export type ElementWhen = "always" | "representative" | "oral" | "marketing" | "sale";

export type HealthException = { id: string, name: string, what: string, note: RegisterNote, };

export type AuthorizationLimit = { id: string, name: string, note: RegisterNote, };

export type AuthorizationIn = { patient: Person, form: AuthorizationForm | null, 
/**
 * What may be disclosed, specific and meaningful.
 */
description: string, 
/**
 * Kinds that the form wants initialled: mental health, genetic, drugs and alcohol, HIV.
 */
initialled: Array<string>, 
/**
 * Who may disclose it.
 */
discloser: string, 
/**
 * Who may get it: from the directory, or in words.
 */
recipient: number | null, recipient_name: string, purpose: string, 
/**
 * A day, or an event in words.
 */
expires_on: string, expires_event: string, signed_on: string, 
/**
 * Empty for the patient; else the representative, and by what authority.
 */
signed_by: string, signed_authority: string, 
/**
 * Who wrote down what was said, and on which day; for an oral one.
 */
documented_by: string, documented_on: string, 
/**
 * Identifiers of the statements that the form holds.
 */
statements: Array<string>, 
/**
 * The person was given a copy.
 */
copy_given: boolean, 
/**
 * Good for one disclosure only, as Texas wants each to have its own.
 */
single_use: boolean, 
/**
 * Identifier of the limit that applies: `hospital`, `insurer`, or empty.
 */
limit: string, note: string, request: number | null, };

export type AuthorizationRow = { id: number, patient: string, recipient: string, purpose: string, form: AuthorizationForm | null, standing: AuthorizationStanding, 
/**
 * Its last day; absent too where nothing may be disclosed under it any more.
 */
valid_until: string | null, used: number, request: RequestLink | null, struck: string, };

export type AuthorizationStanding = "incomplete" | "valid" | "used-up" | "expired" | "revoked";

export type AuthorizationList = { authorizations: Array<AuthorizationRow>, today: string, };

export type AuthorizationView = { row: AuthorizationRow, about: AuthorizationIn, 
/**
 * What keeps it from being valid, each with its article.
 */
lacks: Array<RegisterNote>, says: Array<RegisterNote>, dates: Array<RegisterDate>, timeline: Array<RegisterLine>, disclosures: Array<HandlingRow>, };

export type AuthorizationChange = { id: number, about: AuthorizationIn, reason: string, };

export type PermissionEnd = { id: number, on: string, 
/**
 * How it was said or written. 
 */
how: string, };

export type AuthorizationFormIn = { about: AuthorizationIn, };

export type AccountingIn = { request: number, };

export type ConsentIn = { person: Person, data: Array<DataTopic>, 
/**
 * For what, in words the person was shown.
 */
purpose: string, 
/**
 * Consent to disclosure too, and to whom.
 */
disclose: boolean, recipient: number | null, given_on: string, 
/**
 * How: ticked and confirmed, signed, said and recorded.
 */
how: string, 
/**
 * Where the proof is kept.
 */
evidence: string, until: string, note: string, request: number | null, };

export type ConsentRow = { id: number, about: ConsentIn, standing: ConsentStanding, ended_on: string | null, used: number, timeline: Array<RegisterLine>, request: RequestLink | null, struck: string, 
/**
 * Whose it was is not kept any more, since this day.
 */
erased_on: string | null, };

export type ConsentStanding = "given" | "ended" | "withdrawn";

export type ConsentList = { consents: Array<ConsentRow>, today: string, };

export type SuppressionQuery = { search: string, scope: SuppressionScope | null, lifted: boolean, 
/**
 * One line, wherever it stands, lifted or not. 
 */
line: number | null, offset: number, 
/**
 * 0 means 200. 
 */
limit: number, };

export type SuppressionList = { rows: Array<SuppressionRow>, total: number, counts: Array<SuppressionCount>, today: string, };

export type SuppressionCount = { scope: SuppressionScope, addresses: number, };

export type SuppressionRow = { id: number, scope: SuppressionScope, recipient: string | null, kind: AddressKind, 
/**
 * Normalised; empty where only the hash is kept.
 */
address: string, hash: string, since: string, request: RequestLink | null, law: string, reason: string, 
/**
 * The first day on which the law lets them be asked to agree again.
 */
ask_again_from: string | null, ask_rule: RegisterNote | null, lifted_on: string | null, lifted: string, };

export type SuppressionIn = { scope: SuppressionScope, recipient: number | null, email: string, phone: string, 
/**
 * One line each, with the name first.
 */
address: Array<string>, since: string, reason: string, request: number | null, };

export type SuppressionLift = { id: number, on: string, 
/**
 * How the person agreed again, of their own accord.
 */
how: string, };

export type SuppressionExport = { format: string, hashed: boolean, scope: SuppressionScope | null, };

export type MailingList = { name: string, base64: string, 
/**
 * From 0; absent lets the program find it.
 */
column: number | null, scope: SuppressionScope, };

export type MailingListChecked = { encoding: string, columns: Array<ImportColumn>, column: number | null, rows: number, suppressed: number, 
/**
 * Rows without an address that can be read.
 */
unreadable: number, duplicates: number, 
/**
 * The first 200 that must not be mailed, with line and reason.
 */
hits: Array<MailingHit>, 
/**
 * The file again, each row marked; and the file without those rows and without those that cannot be read, as it goes back to the mail system.
 */
marked: Export, cleaned: Export, problem: string | null, };

export type MailingHit = { line: number, address: string, since: string, reason: string, };

export type IncidentIn = { title: string, 
/**
 * Local date and time at which the organisation became aware: the 72 hours run from here.
 */
aware_at: string, happened_from: string, happened_until: string, 
/**
 * What happened, for the letters.
 */
nature: string, 
/**
 * Categories of data, in words.
 */
data: string, people: number, records: number, consequences: string, measures: string, 
/**
 * What those affected can do themselves.
 */
advice: string, risk: IncidentRisk | null, risk_reason: string, 
/**
 * Where those affected live, as in `residence`.
 */
residences: Array<string>, reason: string, };

export type IncidentList = { incidents: Array<IncidentRow>, today: string, };

export type IncidentRow = { id: number, title: string, aware_at: string, people: number, told: number, risk: IncidentRisk, next: RegisterDate | null, closed_on: string | null, 
/**
 * The day it was opened again, for one that had been closed. 
 */
reopened_on: string | null, struck: string, };

export type IncidentView = { row: IncidentRow, about: IncidentIn, 
/**
 * Why it is open again, a sentence; empty where it never was closed, or is.
 */
again: string, 
/**
 * Deadlines of laws and promises.
 */
dates: Array<RegisterDate>, 
/**
 * State laws and others as plain reminders.
 */
reminders: Array<RegisterNote>, 
/**
 * Promises about breaches in force on the day of awareness.
 */
promises: Array<IncidentPromise>, people: Array<IncidentPerson>, 
/**
 * What the letters lack.
 */
lacks: Array<RegisterNote>, 
/**
 * What nobody has done yet, a sentence each; while there is any, closing needs a reason.
 */
open: Array<string>, timeline: Array<RegisterLine>, };

export type IncidentPromise = { policy: number, promise: number, quote: string, cite: string, ways: Array<Way>, 
/**
 * Ways that were promised and not used yet. 
 */
open: Array<Way>, };

export type IncidentPerson = { id: number, person: Person, residence: string, preferred: Way, told_on: string | null, told_by: Way | null, letter: number | null, 
/**
 * How far that letter has come; one that came back told nobody.
 */
letter_way: PostState | null, 
/**
 * Who it was is not kept any more, since this day.
 */
erased_on: string | null, };

export type IncidentErase = { id: number, people: Array<number>, reason: string, };

export type IncidentPersonIn = { person: Person, residence: string, preferred: Way | null, };

export type IncidentChange = { id: number, about: IncidentIn, };

export type IncidentPeople = { id: number, people: Array<IncidentPersonIn>, };

export type IncidentPeopleFile = { id: number, name: string, base64: string, take: boolean, };

export type IncidentPeopleRead = { good: number, duplicates: number, bad: Array<ImportRow>, problem: string | null, view: IncidentView, };

export type IncidentTold = { id: number, people: Array<number>, on: string, way: Way, text: string, };

export type IncidentAuthority = { id: number, at: string, authority: string, number: string, late_reason: string, };

export type IncidentLetters = { id: number, way: Way, issue: boolean, 
/**
 * English where nothing is said.
 */
language?: LetterLanguage, };

export type IncidentLettersDone = { pdf: LetterPdf, letters: number, view: IncidentView, };

export type IncidentClose = { id: number, on: string, text: string, 
/**
 * Why it is closed although something is open, from `IncidentView.open`.
 */
reason: string, };

export type Authority = { needs: Array<AuthorityNeed>, seen: Array<AuthoritySeen>, 
/**
 * The child's file, for a parent.
 */
child: number | null, };

export type AuthorityNeed = { claim: number, right: Right, law: string, law_short: string, 
/**
 * What is needed, a whole sentence.
 */
text: string, 
/**
 * Each inner list is enough by itself; all of it is needed.
 */
accepts: Array<Array<AuthorityKind>>, met: boolean, 
/**
 * Granting waits for it; otherwise it may be refused without it.
 */
must: boolean, note: RegisterNote, };

export type AuthoritySeen = { id: number, kind: AuthorityKind, on: string, what: string, by: string, };

export type AuthorityIn = { request: number, kind: AuthorityKind, on: string, 
/**
 * What was seen; keep no copy of an identity document. 
 */
what: string, };

export type RegisterCheck = { problems: Array<Problem>, 
/**
 * What keeps it from counting once entered; it can be entered all the same.
 */
lacks: Array<RegisterLack>, says: Array<RegisterNote>, };

export type RegisterLack = { item: string, note: RegisterNote, };

export type LetterheadPage = { 
/**
 * The name as printed.
 */
name: string, 
/**
 * The logo says the name; it is not printed beside it.
 */
name_in_logo: boolean, address: Array<string>, contact: Array<string>, 
/**
 * Register, directors, VAT, bank; an empty line begins a new column.
 */
footer: Array<string>, 
/**
 * Where letters are written; before the date.
 */
place: string, logo_side: LogoSide, 
/**
 * Millimetres.
 */
logo_height: number, justified: boolean, hyphenated: boolean, folds: boolean, punch: boolean, paper: Paper, envelope: Envelope, 
/**
 * Below the name of the officer at the desk.
 */
office: string, };

export type LogoSide = "left" | "right";

export type PictureIn = { keep: boolean, name: string, base64: string, };

export type PictureSeen = { name: string, 
/**
 * `PNG`, `JPEG` or `SVG`.
 */
kind: string, 
/**
 * In pixels; absent for a drawing, which is sharp at any size.
 */
pixels: Pixels | null, 
/**
 * Of the file, in bytes.
 */
size: number, 
/**
 * Something to know; empty where there is nothing.
 */
note: string, };

export type Pixels = { width: number, height: number, };

export type LetterheadIn = { page: LetterheadPage, logo: PictureIn, 
/**
 * The signature of the officer at the desk.
 */
signature: PictureIn, };

export type LetterheadView = { page: LetterheadPage, logo: PictureSeen | null, signature: PictureSeen | null, 
/**
 * Whose signature it is.
 */
officer: string, 
/**
 * What is printed where a line is empty.
 */
organisation: string, address: Array<string>, contact: Array<string>, };

export type LetterheadSample = { letterhead: LetterheadIn, language: LetterLanguage, 
/**
 * One that goes over several pages.
 */
long: boolean, };

export type LetterheadPreview = { base64: string, pages: number, 
/**
 * How the lower, or only, window shows the address.
 */
window: WindowSeen, 
/**
 * How the upper window shows who writes; absent where the envelope has none.
 */
sender: WindowSeen | null, };

export type ReportSpans = { calendar: Array<ReportSpan>, 
/**
 * Empty where the fiscal year is the calendar year.
 */
fiscal: Array<ReportSpan>, 
/**
 * First day of the fiscal year, `MM-DD`.
 */
fiscal_start: string, };

export type ReportSpan = { 
/**
 * As it is said: “2026”, “Fiscal year 2025/26”, “1 Mar 2026 to 5 Apr 2026”.
 */
name: string, first: string, last: string, };

export type ReportIn = { report: ReportKind, first: string, last: string, 
/**
 * Only people who live in California (11 CCR 7102(b)); asked of the request metrics alone.
 */
californians: boolean, 
/**
 * With the optional reasons of denial; asked of the request metrics alone.
 */
reasons: boolean, };

export type Report = { report: ReportKind, title: string, span: ReportSpan, organisation: string, californians: boolean, reasons: boolean, 
/**
 * The day in the desk's zone as of which it was counted: what is open and late then.
 */
as_of: string, 
/**
 * What the report says first, a sentence each.
 */
lead: Array<string>, 
/**
 * Who has to publish it and by when, with the articles: for whoever reads it.
 */
notes: Array<CitedText>, 
/**
 * What only the officer needs to know before it goes out; on no page that leaves the house.
 */
advice: Array<CitedText>, tables: Array<ReportTable>, pictures: Array<ReportPicture>, 
/**
 * Hash of the newest event counted; the same log gives the same figures.
 */
log_head: string, 
/**
 * SHA-256 over the rules that were used.
 */
rules: string, 
/**
 * Who answers for it, where it was issued; reports that were issued before it was kept here have none.
 */
signed?: ReportSigned, };

export type ReportSigned = { by: string, office: string, 
/**
 * The day in the desk's zone at that moment.
 */
on: string, remark: string, 
/**
 * The zone, such as `Europe/Berlin`.
 */
zone: string, 
/**
 * Says how dates are written, too.
 */
paper: Paper, };

export type CitedText = { text: string, cite: string, };

export type ReportTable = { 
/**
 * Names it in exports, comparisons and questions for what stands behind; never shown.
 */
id: string, title: string, columns: Array<ReportColumn>, rows: Array<ReportRow>, 
/**
 * What stands in the place of the rows when there are none.
 */
empty: string, 
/**
 * How it was counted, one rule each.
 */
counting: Array<CitedText>, };

export type ReportColumn = { id: string, name: string, kind: ColumnKind, };

export type ReportRow = { id: string, 
/**
 * One a column.
 */
cells: Array<ReportCell>, 
/**
 * It adds up the rows above.
 */
total: boolean, };

export type ReportCell = { 
/**
 * As it is shown; empty where there is nothing to say.
 */
text: string, 
/**
 * The figure of a count or of days.
 */
value: number | null, 
/**
 * How many rows stand behind it; 0 where it leads nowhere.
 */
behind: number, 
/**
 * The one thing its words name; only where they name one.
 */
opens?: ReportOpens, };

export type ReportOpens = { kind: BehindKind, id: number, };

export type ReportPicture = { id: string, title: string, 
/**
 * What it shows, for somebody who does not see it.
 */
says: string, 
/**
 * The table with the same figures.
 */
table: string, 
/**
 * In units of which the page makes points and the screen pixels.
 */
width: number, height: number, shapes: Array<PictureShape>, };

export type PictureShape = { "shape": "bar", x: number, y: number, width: number, height: number, ink: Ink, } | { "shape": "line", x1: number, y1: number, x2: number, y2: number, ink: Ink, } | { "shape": "text", x: number, y: number, size: number, anchor: string, text: string, ink: Ink, };

export type ReportBehindIn = { of: ReportIn, table: string, row: string, column: string, };

export type ReportBehind = { rows: Array<BehindRow>, 
/**
 * How many there are; `rows` ends at the first thousand.
 */
all: number, };

export type BehindRow = { kind: BehindKind, id: number, 
/**
 * Its reference or name.
 */
title: string, 
/**
 * What it is about, and for a request the claim that counted.
 */
text: string, day: string, };

export type ReportExport = { of: ReportIn, format: string, };

export type ReportCompareIn = { now: ReportIn, first: string, last: string, };

export type ReportComparison = { before: ReportSpan, now: ReportSpan, 
/**
 * The day as of which both were counted.
 */
as_of: string, 
/**
 * Which of them is not over, in words; empty where both are.
 */
says: Array<string>, tables: Array<ComparedTable>, };

export type ComparedTable = { id: string, title: string, rows: Array<ComparedRow>, };

export type ComparedRow = { 
/**
 * Names it in this table; a month by its place in the span.
 */
row: string, name: string, column: string, column_name: string, before: number | null, now: number | null, };

export type ReportIssueIn = { of: ReportIn, 
/**
 * Who signs it off, by name.
 */
signed_by: string, office: string, 
/**
 * What the officer adds; printed.
 */
remark: string, };

export type ReportIssues = { issued: Array<IssuedLine>, };

export type IssuedLine = { id: number, report: ReportKind, title: string, span: ReportSpan, issued_on: string, signed_by: string, 
/**
 * Figures that are others today; absent where counting them waits until it is opened.
 */
differences: number | null, };

export type IssuedId = { id: number, };

export type IssuedReport = { id: number, of: ReportIn, 
/**
 * As it was issued; never counted anew.
 */
report: Report, issued_at: string, 
/**
 * The day of it in the desk's zone at that moment.
 */
issued_on: string, signed_by: string, office: string, remark: string, 
/**
 * SHA-256 of its figures as JSON.
 */
sha256: string, 
/**
 * Figures that come out otherwise from today's log, with how; counted as of the day of issue, so that days going by change nothing.
 */
differences: Array<ReportDifference>, 
/**
 * The rules of the program have changed since.
 */
other_rules: boolean, };

export type ReportDifference = { table: string, 
/**
 * The table's title.
 */
title: string, 
/**
 * The row as it is called.
 */
row: string, 
/**
 * The column as it is called; empty where the whole row is new or gone.
 */
column: string, 
/**
 * Empty where it was not there.
 */
then: string, 
/**
 * Empty where it is not there any more.
 */
now: string, };

export type IssuedExport = { id: number, format: string, };

export type Retention = { today: string, laws: Array<RetentionLaw>, 
/**
 * From which day the periods run, and how that is read.
 */
reading: RegisterNote, 
/**
 * Requests under legal hold now.
 */
holds: Array<LegalHold>, 
/**
 * Requests that could be purged today.
 */
may_go: number, };

export type RetentionLaw = { law: string, short: string, 
/**
 * What the law says of records.
 */
says: RegisterNote, 
/**
 * The least the law sets, in months; absent where it sets nothing.
 */
minimum: number | null, 
/**
 * What the law or the house wants, each with its article.
 */
rules: Array<RetentionRule>, 
/**
 * The house's own period in months, where one was set.
 */
own: number | null, 
/**
 * Months that count now.
 */
months: number, 
/**
 * Requests that could be purged today because this period ended last.
 */
may_go: number, };

export type RetentionRule = { months: number, covers: string, cite: string, since: string, checked: string, 
/**
 * How sure the program is of it, where it is not quite.
 */
caution: string | null, };

export type RetentionSave = { law: string, months: number | null, };

export type HoldIn = { request: number, reason: string, };

export type LegalHold = { id: number, request: number, reference: string, placed_on: string, reason: string, lifted_on: string | null, 
/**
 * Why it was lifted.
 */
lifted: string, };

export type PurgeIn = { 
/**
 * Only requests under one of these; empty for all.
 */
laws: Array<string>, 
/**
 * As of this day; empty for today. A day to come shows what may go by then.
 */
as_of: string, };

export type PurgePreview = { as_of: string, 
/**
 * By the law whose period ends last.
 */
groups: Array<PurgeGroup>, 
/**
 * Some period is over, and yet they stay.
 */
kept: Array<PurgeKept>, 
/**
 * More stay than are shown.
 */
more: boolean, 
/**
 * What stays of every request.
 */
stays: Array<string>, };

export type PurgeGroup = { law: string, short: string, requests: number, 
/**
 * First and last day on which one of them was closed.
 */
oldest: string, youngest: string, 
/**
 * Every one of them by number, those closed first before the others.
 */
all: Array<number>, 
/**
 * The first of them.
 */
rows: Array<PurgeRow>, };

export type PurgeRow = { request: number, reference: string, closed_on: string, 
/**
 * The last day it had to be kept.
 */
kept_until: string, 
/**
 * Why it may go, with the article.
 */
why: RegisterNote, goes: Array<string>, 
/**
 * What stays of this one beside what stays of every request.
 */
stays: Array<string>, };

export type PurgeKept = { request: number, reference: string, closed_on: string, why: RegisterNote, };

export type PurgeNow = { requests: Array<number>, };

export type PurgeDone = { purged_on: string, references: Array<string>, 
/**
 * What the officer should know afterwards.
 */
note: string, };

export type RequestPurged = { on: string, cite: string, };

export type LetterWording = { path: string, version: number, sha256: string, };

export type WordingAt = { language: LetterLanguage, path: string, };

export type WordingText = { language: LetterLanguage, path: string, source: string, };

export type WordingList = { rows: Array<WordingRow>, laws: Array<WordingLaw>, kinds: Array<WordingKind>, languages: Array<WordingLanguage>, };

export type WordingRow = { language: LetterLanguage, path: string, title: string, 
/**
 * Whose words they are: a law, several, or our own policy.
 */
group: string, 
/**
 * A part that letters take in, not a whole letter.
 */
part: boolean, 
/**
 * Identifiers of the laws whose letters it is used for; empty for the letter about a breach.
 */
laws: Array<string>, kinds: Array<LetterKind>, 
/**
 * Our version that letters are written with; none is the original.
 */
version: number | null, 
/**
 * How many versions were kept.
 */
versions: number, 
/**
 * Somebody is typing.
 */
unsaved: boolean, 
/**
 * The version in use was made from an original that is no longer the one of this program.
 */
original_changed: boolean, };

export type WordingLaw = { id: string, short: string, 
/**
 * The desk answers under it.
 */
ours: boolean, };

export type WordingKind = { kind: LetterKind, title: string, };

export type WordingLanguage = { language: LetterLanguage, name: string, };

export type WordingView = { row: WordingRow, 
/**
 * What is being typed, else the version in use, else the original.
 */
source: string, 
/**
 * The text that comes with this program.
 */
original: string, 
/**
 * The newest first.
 */
versions: Array<WordingVersion>, groups: Array<WordingFields>, filters: Array<WordingFilter>, 
/**
 * The letters it can be seen in.
 */
cases: Array<WordingCase>, check: WordingCheck, };

export type WordingVersion = { version: number, source: string, sha256: string, note: string, 
/**
 * The moment it was kept.
 */
at: string, officer: string, in_use: boolean, 
/**
 * The original it was made from, where this program brings another; empty otherwise.
 */
made_from: string, };

export type WordingFields = { title: string, fields: Array<WordingField>, };

export type WordingField = { 
/**
 * As it is written between braces.
 */
name: string, what: string, 
/**
 * `text`, `list`, `yes-no`, `number`, `word` or `group`.
 */
kind: string, 
/**
 * What the ordinary sample has there.
 */
sample: string, 
/**
 * What is put at the cursor.
 */
insert: string, 
/**
 * It is known only for each of this list; empty where it is known everywhere.
 */
within: string, };

export type WordingFilter = { name: string, what: string, example: string, };

export type WordingCase = { 
/**
 * Empty for the letter about a breach.
 */
law: string, law_short: string, kind: LetterKind | null, title: string, rights: Array<WordingRight>, outcomes: Array<Outcome | null>, };

export type WordingRight = { right: Right, name: string, };

export type WordingCheck = { problems: Array<WordingProblem>, losses: Array<WordingLoss>, outline: Array<WordingOutline>, 
/**
 * Letters can be written with it.
 */
usable: boolean, };

export type WordingProblem = { 
/**
 * From 1; none where it is no one line.
 */
line: number | null, says: string, 
/**
 * A letter in which it shows; empty where it shows in the text itself.
 */
shows_in: string, };

export type WordingLoss = { what: string, cite: string, caution: string | null, 
/**
 * The letter: `Refusal, GDPR`.
 */
letter: string, 
/**
 * The rights it is about, in words.
 */
about: string, 
/**
 * The original's paragraph, to put back; empty where it stands in another part.
 */
put_back: string, };

export type WordingOutline = { depth: number, line: number, 
/**
 * `words`, `block`, `condition`, `loop` or `part`.
 */
kind: string, text: string, 
/**
 * Said in words; otherwise it stands as it is written.
 */
known: boolean, };

export type WordingPreview = { language: LetterLanguage, path: string, source: string, 
/**
 * From `WordingView.cases`.
 */
law: string, kind: LetterKind | null, 
/**
 * None takes all rights of the law together.
 */
right: Right | null, outcome: Outcome | null, 
/**
 * `ordinary`, `longest` or `strangest`.
 */
sample: string, };

export type WordingPage = { pdf: LetterPdf, blanks: number, };

export type WordingSave = { language: LetterLanguage, path: string, source: string, note: string, 
/**
 * Letters are written with it from now on.
 */
in_use: boolean, };

export type WordingUse = { language: LetterLanguage, path: string, version: number | null, };

export interface Commands {
  /** Where the program stands: no desk, locked, or open. */
  session: { args: Nothing; reply: Session };
  /** Opens the desk with an officer's passphrase. A wrong one slows the next attempt. */
  unlock: { args: Unlock; reply: Session };
  /** Opens the desk with the recovery key and gives the first officer a new passphrase. */
  unlock_with_recovery: { args: UnlockWithRecovery; reply: Session };
  /** Forgets the key. Nothing of the desk stays in memory. */
  lock: { args: Nothing; reply: Session };
  /** The organisation as letters and laws see it. */
  profile: { args: Nothing; reply: DeskProfile };
  /** Changes the organisation; open dates follow. */
  profile_save: { args: DeskProfile; reply: Done };
  /** The open dates that would move if the organisation were changed so; changes nothing. */
  profile_moves: { args: DeskProfile; reply: MovedDates };
  /** How letters look, and how the officer at the desk signs. */
  letterhead_show: { args: Nothing; reply: LetterheadView };
  /** Changes it for every later letter; what was issued stays as it is. */
  letterhead_save: { args: LetterheadIn; reply: LetterheadView };
  /** A made-up letter as it would look; changes nothing. */
  letterhead_preview: { args: LetterheadSample; reply: LetterheadPreview };
  /** Reads a logo or a signature and says what it is; keeps nothing. */
  letterhead_picture: { args: PictureIn; reply: PictureSeen };
  /** Days on which the house is closed; they never move a legal date. */
  closing_days: { args: Nothing; reply: ClosingDays };
  /** Adds a day or a span, once or every year. */
  closing_day_add: { args: ClosingDayIn; reply: ClosingDays };
  /** Takes one away. */
  closing_day_remove: { args: ClosingDayId; reply: ClosingDays };
  /** What the newest change of rules moved, for whoever sat at the desk then. */
  rules_changed: { args: Nothing; reply: RulesChanged };
  /** What the window remembers. */
  preferences: { args: Nothing; reply: Preferences };
  /** Remembers it. */
  preferences_save: { args: Preferences; reply: Done };
  /** The officers who can open this desk. */
  officers: { args: Nothing; reply: OfficerList };
  /** A second named officer, with a passphrase of their own. */
  officer_add: { args: NewOfficer; reply: OfficerName };
  /** A new passphrase for the officer at the desk; the desk is not rewritten. */
  passphrase_change: { args: ChangePassphrase; reply: Done };
  /** A new recovery key; the old one stops working. */
  recovery_key_renew: { args: Unlock; reply: RecoveryKey };
  /** Walks the whole chain of events. */
  log_verify: { args: Nothing; reply: Verified };
  /** The laws the program knows, with the rights each gives. */
  law_list: { args: Nothing; reply: LawList };
  /** One law to read: every rule of its pack with its article. */
  law_sheet: { args: LawSheetIn; reply: LawSheet };
  /** Which laws apply to an organisation, and why; needs no desk and ticks nothing. */
  laws_suggest: { args: AboutOrganisation; reply: LawSuggestions };
  /** The holiday calendars. */
  calendar_list: { args: Nothing; reply: CalendarList };
  /** The time zones. */
  zone_list: { args: Nothing; reply: ZoneList };
  /** A law's answer to bare facts; needs no desk. */
  deadline: { args: DeadlineIn; reply: JsonValue };
  /** What is due, what waits, and the requests behind it. */
  queue: { args: QueueQuery; reply: Queue };
  /** The open dates day by day, with holidays and closing days. */
  calendar: { args: CalendarIn; reply: Calendar };
  /** The open dates as a file for other calendars; it names no person. */
  calendar_export: { args: CalendarExport; reply: Export };
  /** What the laws say of a request half typed. */
  request_preview: { args: DraftIn; reply: Preview };
  /** Keeps a request half typed, so that a crash loses nothing. */
  draft_save: { args: DraftIn; reply: Done };
  /** The request half typed, if there is one. */
  draft_load: { args: Nothing; reply: DraftOut };
  /** Throws the half-typed request and its files away. */
  draft_discard: { args: Nothing; reply: Done };
  /** Logs a request and gives it its reference. */
  request_log: { args: DraftIn; reply: Logged };
  /** Everything about one request. */
  request_show: { args: RequestId; reply: RequestView };
  /** Why one date of a request is that date, as a page; it names nobody. */
  why_sheet: { args: WhyAsk; reply: LetterPdf };
  /** The acknowledgement went out by other means than a letter of ours. */
  request_acknowledge: { args: StepIn; reply: RequestView };
  /** Proof of identity was asked for by other means. */
  request_ask_identity: { args: StepIn; reply: RequestView };
  /** The proof came; write what was seen, keep no copy. */
  request_identity_received: { args: StepIn; reply: RequestView };
  /** The person was asked which data or which processing is meant. */
  request_ask_clarification: { args: StepIn; reply: RequestView };
  /** The person said which. */
  request_clarified: { args: StepIn; reply: RequestView };
  /** The answer takes longer than the rule of the house, where the law itself sets no number. */
  request_take_longer: { args: StepIn; reply: RequestView };
  /** Somebody who opted out was asked to agree again. */
  request_ask_opt_in: { args: StepIn; reply: RequestView };
  /** A note in the log; always possible, paused and closed requests too. */
  request_note: { args: NoteIn; reply: RequestView };
  /** Drafts and issues the extension letter in one go. */
  request_extend: { args: ExtendIn; reply: RequestView };
  /** Decides one claim. */
  claim_decide: { args: DecideIn; reply: RequestView };
  /** Corrects what was logged; open dates follow and the log says so. */
  request_correct: { args: CorrectIn; reply: RequestView };
  /** Puts one claim under other laws; open dates follow and the log says so. */
  claim_laws: { args: ClaimLawsIn; reply: RequestView };
  /** Closes an answered request. */
  request_close: { args: CloseIn; reply: RequestView };
  /** Opens a closed request again. */
  request_reopen: { args: ReopenIn; reply: RequestView };
  /** Keeps a file with a request, or with the request half typed. */
  file_add: { args: FileIn; reply: FileName };
  /** The bytes of a file. */
  file_open: { args: FileId; reply: FileBytes };
  /** Takes a file off the request half typed. */
  file_discard: { args: FileId; reply: Done };
  /** Which letters fit this request now, and why others do not. */
  letter_choices: { args: RequestId; reply: LetterChoices };
  /** Drafts a letter from its template; the draft is kept until issued or discarded. */
  letter_draft: { args: LetterStart; reply: LetterDraft };
  /** Keeps the officer's wording and says which required items are there. */
  letter_save: { args: LetterSave; reply: LetterDraft };
  /** The page as it will be, marked as a draft. */
  letter_preview: { args: RequestId; reply: LetterPdf };
  /** Throws the draft away. */
  letter_discard: { args: RequestId; reply: Done };
  /** What goes along with the letter being written: files of the request, data among them also set as pages. */
  letter_enclose: { args: LetterEnclose; reply: LetterDraft };
  /** Issues the letter: the PDF is kept byte for byte, and what the letter does to the clock is recorded. */
  letter_issue: { args: LetterIssue; reply: RequestView };
  /** An issued letter as it left. */
  letter_pdf: { args: LetterId; reply: LetterPdf };
  /** What went along with an issued letter. */
  letter_enclosures: { args: LetterId; reply: LetterEnclosures };
  /** A letter with everything that went along, as one ZIP. */
  letter_parcel: { args: PostKey; reply: Export };
  /** All issued letters, newest first. */
  letter_list: { args: Nothing; reply: LetterList };
  /** Drafts, letters waiting to leave, those that left, those that came back. */
  print_room: { args: PrintRoomIn; reply: PrintRoom };
  /** Begins to put letters together for the printer, in the order of their envelopes. Writes nothing to the desk. */
  post_begin: { args: PostBegin; reply: PostWork };
  /** Puts some more of them together. */
  post_on: { args: PostWorkId; reply: PostWork };
  /** Stops it; nothing of it stays. */
  post_stop: { args: PostWorkId; reply: Done };
  /** The file, once everything is in it. */
  post_file: { args: PostWorkId; reply: LetterPdf };
  /** A letter as a mail that is not sent yet, for the officer's own mail program. */
  post_mail: { args: PostKey; reply: Export };
  /** Letters left the house; what they do to a clock counts from that day. */
  post_confirm: { args: PostConfirm; reply: PrintRoom };
  /** A letter came back; the step it was for is open again. */
  post_returned: { args: PostReturned; reply: PrintRoom };
  /** The templates of letters, and which of them are our own. */
  wording_list: { args: Nothing; reply: WordingList };
  /** One template: its text, original, versions, fields, and what is wrong with it. */
  wording_show: { args: WordingAt; reply: WordingView };
  /** What is wrong with a text being typed, and what letters would lose; keeps nothing. */
  wording_check: { args: WordingText; reply: WordingCheck };
  /** A letter of sample data, written with a text being typed. */
  wording_preview: { args: WordingPreview; reply: WordingPage };
  /** Keeps a text being typed, so that a crash loses nothing. */
  wording_draft: { args: WordingText; reply: Done };
  /** Throws a text being typed away. */
  wording_discard: { args: WordingAt; reply: WordingView };
  /** Keeps a version; it can be put in use at once if nothing is wrong with it. */
  wording_save: { args: WordingSave; reply: WordingView };
  /** Writes letters with a version, or with the original again. */
  wording_use: { args: WordingUse; reply: WordingView };
  /** Drafts a letter again, as one that takes the place of the former. */
  letter_again: { args: LetterAgain; reply: LetterDraft };
  /** Every version of the published policy, newest first. */
  policy_list: { args: Nothing; reply: PolicyList };
  /** Reads a file or a pasted text and shows what it would become; keeps nothing. */
  policy_read: { args: PolicyFile; reply: PolicyRead };
  /** Brings a version in: its bytes are kept as they are, its text is cleaned for reading. */
  policy_add: { args: PolicyIn; reply: PolicyView };
  /** One version with its text and its promises. */
  policy_show: { args: PolicyId; reply: PolicyView };
  /** Changes dates, title, source or publisher; open dates follow. */
  policy_change: { args: PolicyChange; reply: PolicyView };
  /** Takes a version out of force that should not have been brought in; it stays to be read. */
  policy_withdraw: { args: PolicyWithdraw; reply: PolicyList };
  /** The bytes a version was brought in as. */
  policy_original: { args: PolicyId; reply: FileBytes };
  /** Accepts, corrects or rejects one suggestion, or takes that back. */
  promise_review: { args: PromiseReview; reply: PromiseChanged };
  /** What the finder would say of a selected stretch. */
  promise_guess: { args: PromiseSpan; reply: PromiseGuess };
  /** Marks a promise the finder did not see. */
  promise_add: { args: PromiseOwn; reply: PromiseChanged };
  /** Two versions sentence by sentence, with what it means. */
  policy_compare: { args: PolicyPair; reply: Comparison };
  /** The notice that the old version promised was given. */
  policy_notice_given: { args: NoticeGiven; reply: PolicyView };
  /** What the laws want a policy to say, and what was found. */
  policy_checklist: { args: PolicyId; reply: PolicyChecklist };
  /** A version to print: its text with the promises marked, their index, and the check-list. */
  policy_sheet: { args: PolicyId; reply: LetterPdf };
  /** Those whom data is given to, by name. */
  recipient_list: { args: Nothing; reply: RecipientList };
  /** Adds one to the directory, or changes it; what it was before stays to be read. */
  recipient_save: { args: RecipientIn; reply: RecipientList };
  /** Strikes one out of the directory; its disclosures stay. */
  recipient_strike: { args: RegisterStrike; reply: RecipientList };
  /** What can be disclosed, as the statute lists it, and our own categories. */
  category_list: { args: Nothing; reply: CategoryList };
  /** A category of our own. */
  category_add: { args: CategoryIn; reply: CategoryList };
  /** What was disclosed, used or collected, newest first. */
  handling_list: { args: HandlingQuery; reply: HandlingList };
  /** What an entry would collide with; enters nothing. */
  handling_check: { args: HandlingIn; reply: HandlingCheck };
  /** Enters it. */
  handling_add: { args: HandlingAdd; reply: HandlingList };
  /** Enters a correction of an earlier entry, which stays to be read. */
  handling_correct: { args: HandlingCorrect; reply: HandlingList };
  /** Strikes an entry out, with the reason. */
  handling_strike: { args: HandlingStrike; reply: HandlingList };
  /** Recipients were told of an erasure, a correction or a restriction, or could not be (GDPR Art. 19). */
  handling_told: { args: HandlingTold; reply: HandlingList };
  /** Reads a CSV file and says every row's fate; writes nothing. */
  handling_import_preview: { args: ImportIn; reply: ImportPreview };
  /** Enters the good rows of a file in one go, or none. */
  handling_import: { args: ImportIn; reply: ImportDone };
  /** What a Shine the Light request would be answered with, and what is still missing. */
  shine_answer: { args: RequestId; reply: ShineAnswer };
  /** The same for a whole year, without a request. */
  shine_year: { args: ShineYear; reply: ShineAnswer };
  /** What an authorisation must contain, and what lets health information go without one. */
  health_rules: { args: Nothing; reply: HealthRules };
  /** Authorisations to disclose health information, newest first. */
  authorization_list: { args: Nothing; reply: AuthorizationList };
  /** One of them, with what was disclosed under it. */
  authorization_show: { args: FileNumber; reply: AuthorizationView };
  /** What one lacks while it is typed; enters nothing. */
  authorization_check: { args: AuthorizationIn; reply: RegisterCheck };
  /** Enters one; one that lacks something lets nothing be disclosed. */
  authorization_add: { args: AuthorizationIn; reply: AuthorizationView };
  /** Corrects one, with the reason. */
  authorization_change: { args: AuthorizationChange; reply: AuthorizationView };
  /** The person took it back. */
  authorization_revoke: { args: PermissionEnd; reply: AuthorizationView };
  /** Strikes one out, with the reason. */
  authorization_strike: { args: RegisterStrike; reply: AuthorizationList };
  /** The form to sign, as a page. */
  authorization_form: { args: AuthorizationFormIn; reply: LetterPdf };
  /** What was disclosed of one person in six years, as the answer to a request for it. */
  accounting: { args: AccountingIn; reply: Accounting };
  /** Methods of consent, what notices must say, exceptions, and ages by country. */
  child_rules: { args: Nothing; reply: ChildRules };
  /** The children's files, those with something to do first. */
  child_list: { args: ChildQuery; reply: ChildList };
  /** One child's file with its timeline. */
  child_show: { args: FileNumber; reply: ChildView };
  /** Opens a file, and on request logs the request for consent. */
  child_open: { args: ChildIn; reply: ChildView };
  /** Corrects what was written, with the reason. */
  child_change: { args: ChildChange; reply: ChildView };
  /** Something happened: a notice, a consent, a refusal, an erasure. */
  child_step: { args: ChildEntryIn; reply: ChildView };
  /** Strikes a file out, with the reason. */
  child_strike: { args: RegisterStrike; reply: ChildList };
  /** Explicit consents to the use of sensitive data, newest first. */
  consent_list: { args: Nothing; reply: ConsentList };
  /** What one lacks while it is typed; enters nothing. */
  consent_check: { args: ConsentIn; reply: RegisterCheck };
  /** Enters one. */
  consent_add: { args: ConsentIn; reply: ConsentList };
  /** The person took it back; what was done before stays lawful. */
  consent_withdraw: { args: PermissionEnd; reply: ConsentList };
  /** Strikes one out, with the reason. */
  consent_strike: { args: RegisterStrike; reply: ConsentList };
  /** Forgets whose consent it was; what it was for, its days and where the proof is stay. */
  consent_erase: { args: RegisterStrike; reply: ConsentList };
  /** Who must not be mailed, sold or shared, newest first. */
  suppression_list: { args: SuppressionQuery; reply: SuppressionList };
  /** Adds addresses. */
  suppression_add: { args: SuppressionIn; reply: SuppressionList };
  /** The person agreed again, of their own accord. */
  suppression_lift: { args: SuppressionLift; reply: SuppressionList };
  /** Keeps only the hash of an address. */
  suppression_forget: { args: FileNumber; reply: SuppressionList };
  /** The list for a mail system. */
  suppression_export: { args: SuppressionExport; reply: Export };
  /** Holds a mailing list against it; keeps nothing of the list. */
  suppression_check: { args: MailingList; reply: MailingListChecked };
  /** Breaches of security, newest first. */
  incident_list: { args: Nothing; reply: IncidentList };
  /** One incident with its deadlines and those affected. */
  incident_show: { args: FileNumber; reply: IncidentView };
  /** Opens an incident. */
  incident_open: { args: IncidentIn; reply: IncidentView };
  /** Corrects or completes it; what it said before stays to be read. */
  incident_change: { args: IncidentChange; reply: IncidentView };
  /** Adds those affected. */
  incident_people: { args: IncidentPeople; reply: IncidentView };
  /** Reads those affected from a CSV file. */
  incident_people_file: { args: IncidentPeopleFile; reply: IncidentPeopleRead };
  /** They were told, or a notice stands on the site. */
  incident_told: { args: IncidentTold; reply: IncidentView };
  /** The authority was told. */
  incident_authority: { args: IncidentAuthority; reply: IncidentView };
  /** The letters to those affected as one file, to look at or to issue. */
  incident_letters: { args: IncidentLetters; reply: IncidentLettersDone };
  /** Forgets who some of those affected are; that and how they were told stays. */
  incident_erase: { args: IncidentErase; reply: IncidentView };
  /** Closes it. */
  incident_close: { args: IncidentClose; reply: IncidentView };
  /** Strikes one out, with the reason. */
  incident_strike: { args: RegisterStrike; reply: IncidentList };
  /** What was seen of somebody's authority to act for another. */
  authority_seen: { args: AuthorityIn; reply: RequestView };
  /** A register as a list to print, as CSV or as JSON. */
  register_export: { args: RegisterExport; reply: Export };
  /** A letter of a file as it left. */
  register_letter_pdf: { args: RegisterLetterId; reply: LetterPdf };
  /** What does not agree with a promise. */
  contradictions: { args: ContradictionQuery; reply: Contradictions };
  /** Answers one in writing. */
  contradiction_answer: { args: ContradictionAnswer; reply: Contradictions };
  /** The open ones of the register that are equal to one, to be answered together. */
  contradiction_alike: { args: ContradictionKey; reply: ContradictionsAlike };
  /** Answers those of them that were shown, with one text. */
  contradiction_answer_alike: { args: ContradictionAnswerAlike; reply: Contradictions };
  /** The spans one can choose for a report: calendar and fiscal years. */
  report_spans: { args: Nothing; reply: ReportSpans };
  /** One report over a span, as it stands now. */
  report_show: { args: ReportIn; reply: Report };
  /** What stands behind one figure of it. */
  report_behind: { args: ReportBehindIn; reply: ReportBehind };
  /** A report as a file: PDF, CSV, JSON, or for the request metrics a piece of a web page. */
  report_export: { args: ReportExport; reply: Export };
  /** Two spans of one report, figure beside figure. */
  report_compare: { args: ReportCompareIn; reply: ReportComparison };
  /** Freezes a report: signed off by name, with the log's hash and the rules. */
  report_issue: { args: ReportIssueIn; reply: IssuedReport };
  /** The reports that were issued, newest first. */
  report_issues: { args: Nothing; reply: ReportIssues };
  /** One of them as it was issued, with what would be said otherwise today. */
  report_issued: { args: IssuedId; reply: IssuedReport };
  /** One of them as a file, byte for byte. */
  issued_export: { args: IssuedExport; reply: Export };
  /** How long requests are kept, law by law, and what could be purged today. */
  retention: { args: Nothing; reply: Retention };
  /** Sets the house's own period for a law, or takes it back; none is shorter than the law's. */
  retention_save: { args: RetentionSave; reply: Retention };
  /** Keeps a request from being purged. */
  hold_place: { args: HoldIn; reply: RequestView };
  /** Lets it go again. */
  hold_lift: { args: HoldIn; reply: RequestView };
  /** What could be purged, why, and what is kept back; changes nothing. */
  purge_preview: { args: PurgeIn; reply: PurgePreview };
  /** Purges requests in one go: the person is gone, the proof and the figures stay. Nothing brings it back. */
  purge: { args: PurgeNow; reply: PurgeDone };
}
