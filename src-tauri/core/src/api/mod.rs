//! Every command on one screen: name(Args) -> Reply.
//!
//! The window and the command line can call what stands here and nothing else.
//! From this table come the dispatcher and the TypeScript of the window (`ui/src/api/commands.ts`), so the three cannot drift.

pub mod wire;

use crate::desk::App;
use crate::time::Now;
use wire::*;

/// Declares the table: one line a command, its document, its arguments, its reply, and the verb that does it.
macro_rules! commands {
    ($($(#[doc = $doc:literal])* $name:ident($args:ty) -> $reply:ty = $verb:path;)+) => {
        /// Name and document of every command, in the order of the table.
        pub const COMMANDS: &[(&str, &str)] = &[$((stringify!($name), concat!($($doc, "\n"),*)),)+];

        /// Calls one command by name. Bad arguments name what is wrong with them; nothing is changed then.
        pub fn call(app: &mut App, name: &str, args: serde_json::Value, now: Now) -> Result<serde_json::Value, Refusal> {
            match name {
                $(stringify!($name) => {
                    let args: $args = serde_json::from_value(args).map_err(|e| Refusal::input(&format!("The command {name} was called with words it does not know: {e}.")))?;
                    let reply: $reply = $verb(app, args, now)?;
                    serde_json::to_value(reply).map_err(|e| Refusal::broken(&e.to_string()))
                })+
                _ => Err(Refusal::input(&format!("There is no command called {name}. `rightsdesk-cli call --list` shows them all."))),
            }
        }

        #[cfg(test)]
        fn typescript_commands() -> String {
            use ts_rs::TS;
            let cfg = ts_rs::Config::default();
            let mut out = String::from("export interface Commands {\n");
            $(
                out.push_str(concat!($("  /**", $doc, " */\n"),*));
                out.push_str(&format!("  {}: {{ args: {}; reply: {} }};\n", stringify!($name), <$args as TS>::name(&cfg), <$reply as TS>::name(&cfg)));
            )+
            out.push_str("}\n");
            out
        }
    };
}

commands! {
    /// Where the program stands: no desk, locked, or open.
    session(Nothing) -> Session = crate::desk::session;
    /// Opens the desk with an officer's passphrase. A wrong one slows the next attempt.
    unlock(Unlock) -> Session = crate::desk::unlock;
    /// Opens the desk with the recovery key and gives the first officer a new passphrase.
    unlock_with_recovery(UnlockWithRecovery) -> Session = crate::desk::unlock_with_recovery;
    /// Forgets the key. Nothing of the desk stays in memory.
    lock(Nothing) -> Session = crate::desk::lock;
    /// The organisation as letters and laws see it.
    profile(Nothing) -> DeskProfile = crate::desk::profile::show;
    /// Changes the organisation; open dates follow.
    profile_save(DeskProfile) -> Done = crate::desk::profile::save;
    /// The open dates that would move if the organisation were changed so; changes nothing.
    profile_moves(DeskProfile) -> MovedDates = crate::desk::profile::moves;
    /// How letters look, and how the officer at the desk signs.
    letterhead_show(Nothing) -> LetterheadView = crate::desk::letterhead::show;
    /// Changes it for every later letter; what was issued stays as it is.
    letterhead_save(LetterheadIn) -> LetterheadView = crate::desk::letterhead::save;
    /// A made-up letter as it would look; changes nothing.
    letterhead_preview(LetterheadSample) -> LetterheadPreview = crate::desk::letterhead::preview;
    /// Reads a logo or a signature and says what it is; keeps nothing.
    letterhead_picture(PictureIn) -> PictureSeen = crate::desk::letterhead::picture;
    /// Days on which the house is closed; they never move a legal date.
    closing_days(Nothing) -> ClosingDays = crate::desk::closing::list;
    /// Adds a day or a span, once or every year.
    closing_day_add(ClosingDayIn) -> ClosingDays = crate::desk::closing::add;
    /// Takes one away.
    closing_day_remove(ClosingDayId) -> ClosingDays = crate::desk::closing::remove;
    /// What the newest change of rules moved, for whoever sat at the desk then.
    rules_changed(Nothing) -> RulesChanged = crate::desk::rules::newest;
    /// What the window remembers.
    preferences(Nothing) -> Preferences = crate::desk::preferences::show;
    /// Remembers it.
    preferences_save(Preferences) -> Done = crate::desk::preferences::save;
    /// The officers who can open this desk.
    officers(Nothing) -> OfficerList = crate::desk::officers::list;
    /// A second named officer, with a passphrase of their own.
    officer_add(NewOfficer) -> OfficerName = crate::desk::officers::add;
    /// A new passphrase for the officer at the desk; the desk is not rewritten.
    passphrase_change(ChangePassphrase) -> Done = crate::desk::officers::change_passphrase;
    /// A new recovery key; the old one stops working.
    recovery_key_renew(Unlock) -> RecoveryKey = crate::desk::officers::renew_recovery_key;
    /// Walks the whole chain of events.
    log_verify(Nothing) -> Verified = crate::desk::verify::verify;

    /// The laws the program knows, with the rights each gives.
    law_list(Nothing) -> LawList = crate::desk::reference::laws;
    /// One law to read: every rule of its pack with its article.
    law_sheet(LawSheetIn) -> LawSheet = crate::desk::reference::law_sheet;
    /// Which laws apply to an organisation, and why; needs no desk and ticks nothing.
    laws_suggest(AboutOrganisation) -> LawSuggestions = crate::desk::about::suggest;
    /// The holiday calendars.
    calendar_list(Nothing) -> CalendarList = crate::desk::reference::calendars;
    /// The time zones.
    zone_list(Nothing) -> ZoneList = crate::desk::reference::zones;
    /// A law's answer to bare facts; needs no desk.
    deadline(DeadlineIn) -> serde_json::Value = crate::desk::reference::deadline;

    /// What is due, what waits, and the requests behind it.
    queue(QueueQuery) -> Queue = crate::request::queue::queue;
    /// The open dates day by day, with holidays and closing days.
    calendar(CalendarIn) -> Calendar = crate::request::calendar::show;
    /// The open dates as a file for other calendars; it names no person.
    calendar_export(CalendarExport) -> Export = crate::request::calendar_file::export;
    /// What the laws say of a request half typed.
    request_preview(DraftIn) -> Preview = crate::request::preview::preview;
    /// Keeps a request half typed, so that a crash loses nothing.
    draft_save(DraftIn) -> Done = crate::request::draft::save;
    /// The request half typed, if there is one.
    draft_load(Nothing) -> DraftOut = crate::request::draft::load;
    /// Throws the half-typed request and its files away.
    draft_discard(Nothing) -> Done = crate::request::draft::discard;
    /// Logs a request and gives it its reference.
    request_log(DraftIn) -> Logged = crate::request::log::log;
    /// Everything about one request.
    request_show(RequestId) -> RequestView = crate::request::show::show;
    /// Why one date of a request is that date, as a page; it names nobody.
    why_sheet(WhyAsk) -> LetterPdf = crate::request::why::sheet;
    /// The acknowledgement went out by other means than a letter of ours.
    request_acknowledge(StepIn) -> RequestView = crate::request::steps::acknowledge;
    /// Proof of identity was asked for by other means.
    request_ask_identity(StepIn) -> RequestView = crate::request::steps::ask_identity;
    /// The proof came; write what was seen, keep no copy.
    request_identity_received(StepIn) -> RequestView = crate::request::steps::identity_received;
    /// The person was asked which data or which processing is meant.
    request_ask_clarification(StepIn) -> RequestView = crate::request::steps::ask_clarification;
    /// The person said which.
    request_clarified(StepIn) -> RequestView = crate::request::steps::clarified;
    /// The answer takes longer than the rule of the house, where the law itself sets no number.
    request_take_longer(StepIn) -> RequestView = crate::request::steps::take_longer;
    /// Somebody who opted out was asked to agree again.
    request_ask_opt_in(StepIn) -> RequestView = crate::request::steps::ask_opt_in;
    /// A note in the log; always possible, paused and closed requests too.
    request_note(NoteIn) -> RequestView = crate::request::steps::note;
    /// Drafts and issues the extension letter in one go.
    request_extend(ExtendIn) -> RequestView = crate::request::extend::extend;
    /// Decides one claim.
    claim_decide(DecideIn) -> RequestView = crate::request::decide::decide;
    /// Corrects what was logged; open dates follow and the log says so.
    request_correct(CorrectIn) -> RequestView = crate::request::correct::correct;
    /// Puts one claim under other laws; open dates follow and the log says so.
    claim_laws(ClaimLawsIn) -> RequestView = crate::request::claim_laws::choose;
    /// Closes an answered request.
    request_close(CloseIn) -> RequestView = crate::request::close::close;
    /// Opens a closed request again.
    request_reopen(ReopenIn) -> RequestView = crate::request::close::reopen;
    /// Keeps a file with a request, or with the request half typed.
    file_add(FileIn) -> FileName = crate::request::files::add;
    /// The bytes of a file.
    file_open(FileId) -> FileBytes = crate::request::files::open;
    /// Takes a file off the request half typed.
    file_discard(FileId) -> Done = crate::request::files::discard;

    /// Which letters fit this request now, and why others do not.
    letter_choices(RequestId) -> LetterChoices = crate::request::letters::choices;
    /// Drafts a letter from its template; the draft is kept until issued or discarded.
    letter_draft(LetterStart) -> LetterDraft = crate::request::letters::draft;
    /// Keeps the officer's wording and says which required items are there.
    letter_save(LetterSave) -> LetterDraft = crate::request::letters::save;
    /// The page as it will be, marked as a draft.
    letter_preview(RequestId) -> LetterPdf = crate::request::letters::preview;
    /// Throws the draft away.
    letter_discard(RequestId) -> Done = crate::request::letters::discard;
    /// What goes along with the letter being written: files of the request, data among them also set as pages.
    letter_enclose(LetterEnclose) -> LetterDraft = crate::request::enclosures::choose;
    /// Issues the letter: the PDF is kept byte for byte, and what the letter does to the clock is recorded.
    letter_issue(LetterIssue) -> RequestView = crate::request::letters::issue;
    /// An issued letter as it left.
    letter_pdf(LetterId) -> LetterPdf = crate::request::kept_letters::pdf;
    /// What went along with an issued letter.
    letter_enclosures(LetterId) -> LetterEnclosures = crate::request::enclosures::of_letter;
    /// A letter with everything that went along, as one ZIP.
    letter_parcel(PostKey) -> Export = crate::post::parcel::save;
    /// All issued letters, newest first.
    letter_list(Nothing) -> LetterList = crate::request::kept_letters::list;

    /// Drafts, letters waiting to leave, those that left, those that came back.
    print_room(PrintRoomIn) -> PrintRoom = crate::post::room::show;
    /// Begins to put letters together for the printer, in the order of their envelopes. Writes nothing to the desk.
    post_begin(PostBegin) -> PostWork = crate::post::batch::begin;
    /// Puts some more of them together.
    post_on(PostWorkId) -> PostWork = crate::post::batch::on;
    /// Stops it; nothing of it stays.
    post_stop(PostWorkId) -> Done = crate::post::batch::stop;
    /// The file, once everything is in it.
    post_file(PostWorkId) -> LetterPdf = crate::post::batch::file;
    /// A letter as a mail that is not sent yet, for the officer's own mail program.
    post_mail(PostKey) -> Export = crate::post::mail::draft;
    /// Letters left the house; what they do to a clock counts from that day.
    post_confirm(PostConfirm) -> PrintRoom = crate::post::confirm::confirm;
    /// A letter came back; the step it was for is open again.
    post_returned(PostReturned) -> PrintRoom = crate::post::confirm::returned;
    /// The templates of letters, and which of them are our own.
    wording_list(Nothing) -> WordingList = crate::wording::list::list;
    /// One template: its text, original, versions, fields, and what is wrong with it.
    wording_show(WordingAt) -> WordingView = crate::wording::show::show;
    /// What is wrong with a text being typed, and what letters would lose; keeps nothing.
    wording_check(WordingText) -> WordingCheck = crate::wording::check::check;
    /// A letter of sample data, written with a text being typed.
    wording_preview(WordingPreview) -> WordingPage = crate::wording::preview::preview;
    /// Keeps a text being typed, so that a crash loses nothing.
    wording_draft(WordingText) -> Done = crate::wording::keep::draft;
    /// Throws a text being typed away.
    wording_discard(WordingAt) -> WordingView = crate::wording::keep::discard;
    /// Keeps a version; it can be put in use at once if nothing is wrong with it.
    wording_save(WordingSave) -> WordingView = crate::wording::keep::save;
    /// Writes letters with a version, or with the original again.
    wording_use(WordingUse) -> WordingView = crate::wording::keep::put_in_use;

    /// Drafts a letter again, as one that takes the place of the former.
    letter_again(LetterAgain) -> LetterDraft = crate::request::again::draft;

    /// Every version of the published policy, newest first.
    policy_list(Nothing) -> PolicyList = crate::promise::versions::list;
    /// Reads a file or a pasted text and shows what it would become; keeps nothing.
    policy_read(PolicyFile) -> PolicyRead = crate::promise::bring_in::read;
    /// Brings a version in: its bytes are kept as they are, its text is cleaned for reading.
    policy_add(PolicyIn) -> PolicyView = crate::promise::bring_in::add;
    /// One version with its text and its promises.
    policy_show(PolicyId) -> PolicyView = crate::promise::versions::show;
    /// Changes dates, title, source or publisher; open dates follow.
    policy_change(PolicyChange) -> PolicyView = crate::promise::versions::change;
    /// Takes a version out of force that should not have been brought in; it stays to be read.
    policy_withdraw(PolicyWithdraw) -> PolicyList = crate::promise::versions::withdraw;
    /// The bytes a version was brought in as.
    policy_original(PolicyId) -> FileBytes = crate::promise::versions::original;
    /// Accepts, corrects or rejects one suggestion, or takes that back.
    promise_review(PromiseReview) -> PromiseChanged = crate::promise::review::review;
    /// What the finder would say of a selected stretch.
    promise_guess(PromiseSpan) -> PromiseGuess = crate::promise::review::guess;
    /// Marks a promise the finder did not see.
    promise_add(PromiseOwn) -> PromiseChanged = crate::promise::review::own;
    /// Two versions sentence by sentence, with what it means.
    policy_compare(PolicyPair) -> Comparison = crate::promise::compare::compare;
    /// The notice that the old version promised was given.
    policy_notice_given(NoticeGiven) -> PolicyView = crate::promise::notice::given;
    /// What the laws want a policy to say, and what was found.
    policy_checklist(PolicyId) -> PolicyChecklist = crate::promise::checklist::show;
    /// A version to print: its text with the promises marked, their index, and the check-list.
    policy_sheet(PolicyId) -> LetterPdf = crate::promise::sheet::print;

    /// Those whom data is given to, by name.
    recipient_list(Nothing) -> RecipientList = crate::register::recipients::list;
    /// Adds one to the directory, or changes it; what it was before stays to be read.
    recipient_save(RecipientIn) -> RecipientList = crate::register::recipients::save;
    /// Strikes one out of the directory; its disclosures stay.
    recipient_strike(RegisterStrike) -> RecipientList = crate::register::recipients::strike;

    /// What can be disclosed, as the statute lists it, and our own categories.
    category_list(Nothing) -> CategoryList = crate::register::categories::list;
    /// A category of our own.
    category_add(CategoryIn) -> CategoryList = crate::register::categories::add;

    /// What was disclosed, used or collected, newest first.
    handling_list(HandlingQuery) -> HandlingList = crate::register::disclosures::list;
    /// What an entry would collide with; enters nothing.
    handling_check(HandlingIn) -> HandlingCheck = crate::register::disclosures::check;
    /// Enters it.
    handling_add(HandlingAdd) -> HandlingList = crate::register::disclosures::add;
    /// Enters a correction of an earlier entry, which stays to be read.
    handling_correct(HandlingCorrect) -> HandlingList = crate::register::disclosures::correct;
    /// Strikes an entry out, with the reason.
    handling_strike(HandlingStrike) -> HandlingList = crate::register::disclosures::strike;
    /// Recipients were told of an erasure, a correction or a restriction, or could not be (GDPR Art. 19).
    handling_told(HandlingTold) -> HandlingList = crate::register::disclosures::told;

    /// Reads a CSV file and says every row's fate; writes nothing.
    handling_import_preview(ImportIn) -> ImportPreview = crate::register::import_file::preview;
    /// Enters the good rows of a file in one go, or none.
    handling_import(ImportIn) -> ImportDone = crate::register::import_file::import;

    /// What a Shine the Light request would be answered with, and what is still missing.
    shine_answer(RequestId) -> ShineAnswer = crate::register::shine::answer;
    /// The same for a whole year, without a request.
    shine_year(ShineYear) -> ShineAnswer = crate::register::shine::year;

    /// What an authorisation must contain, and what lets health information go without one.
    health_rules(Nothing) -> HealthRules = crate::register::health::rules;
    /// Authorisations to disclose health information, newest first.
    authorization_list(Nothing) -> AuthorizationList = crate::register::health::list;
    /// One of them, with what was disclosed under it.
    authorization_show(FileNumber) -> AuthorizationView = crate::register::health::show;
    /// What one lacks while it is typed; enters nothing.
    authorization_check(AuthorizationIn) -> RegisterCheck = crate::register::health::check;
    /// Enters one; one that lacks something lets nothing be disclosed.
    authorization_add(AuthorizationIn) -> AuthorizationView = crate::register::health::add;
    /// Corrects one, with the reason.
    authorization_change(AuthorizationChange) -> AuthorizationView = crate::register::health::change;
    /// The person took it back.
    authorization_revoke(PermissionEnd) -> AuthorizationView = crate::register::health::revoke;
    /// Strikes one out, with the reason.
    authorization_strike(RegisterStrike) -> AuthorizationList = crate::register::health::strike;
    /// The form to sign, as a page.
    authorization_form(AuthorizationFormIn) -> LetterPdf = crate::register::health::form;

    /// What was disclosed of one person in six years, as the answer to a request for it.
    accounting(AccountingIn) -> Accounting = crate::register::accounting::accounting;

    /// Methods of consent, what notices must say, exceptions, and ages by country.
    child_rules(Nothing) -> ChildRules = crate::register::children::rules;
    /// The children's files, those with something to do first.
    child_list(ChildQuery) -> ChildList = crate::register::children::list;
    /// One child's file with its timeline.
    child_show(FileNumber) -> ChildView = crate::register::children::show;
    /// Opens a file, and on request logs the request for consent.
    child_open(ChildIn) -> ChildView = crate::register::children::open;
    /// Corrects what was written, with the reason.
    child_change(ChildChange) -> ChildView = crate::register::children::change;
    /// Something happened: a notice, a consent, a refusal, an erasure.
    child_step(ChildEntryIn) -> ChildView = crate::register::children::step;
    /// Strikes a file out, with the reason.
    child_strike(RegisterStrike) -> ChildList = crate::register::children::strike;

    /// Explicit consents to the use of sensitive data, newest first.
    consent_list(Nothing) -> ConsentList = crate::register::consents::list;
    /// What one lacks while it is typed; enters nothing.
    consent_check(ConsentIn) -> RegisterCheck = crate::register::consents::check;
    /// Enters one.
    consent_add(ConsentIn) -> ConsentList = crate::register::consents::add;
    /// The person took it back; what was done before stays lawful.
    consent_withdraw(PermissionEnd) -> ConsentList = crate::register::consents::withdraw;
    /// Strikes one out, with the reason.
    consent_strike(RegisterStrike) -> ConsentList = crate::register::consents::strike;
    /// Forgets whose consent it was; what it was for, its days and where the proof is stay.
    consent_erase(RegisterStrike) -> ConsentList = crate::register::consents::erase;

    /// Who must not be mailed, sold or shared, newest first.
    suppression_list(SuppressionQuery) -> SuppressionList = crate::register::suppression::list;
    /// Adds addresses.
    suppression_add(SuppressionIn) -> SuppressionList = crate::register::suppression::add;
    /// The person agreed again, of their own accord.
    suppression_lift(SuppressionLift) -> SuppressionList = crate::register::suppression::lift;
    /// Keeps only the hash of an address.
    suppression_forget(FileNumber) -> SuppressionList = crate::register::suppression::forget;
    /// The list for a mail system.
    suppression_export(SuppressionExport) -> Export = crate::register::suppression::export;
    /// Holds a mailing list against it; keeps nothing of the list.
    suppression_check(MailingList) -> MailingListChecked = crate::register::suppression::check;

    /// Breaches of security, newest first.
    incident_list(Nothing) -> IncidentList = crate::register::incidents::list;
    /// One incident with its deadlines and those affected.
    incident_show(FileNumber) -> IncidentView = crate::register::incidents::show;
    /// Opens an incident.
    incident_open(IncidentIn) -> IncidentView = crate::register::incidents::open;
    /// Corrects or completes it; what it said before stays to be read.
    incident_change(IncidentChange) -> IncidentView = crate::register::incidents::change;
    /// Adds those affected.
    incident_people(IncidentPeople) -> IncidentView = crate::register::incidents::people;
    /// Reads those affected from a CSV file.
    incident_people_file(IncidentPeopleFile) -> IncidentPeopleRead = crate::register::incidents::people_file;
    /// They were told, or a notice stands on the site.
    incident_told(IncidentTold) -> IncidentView = crate::register::incidents::told;
    /// The authority was told.
    incident_authority(IncidentAuthority) -> IncidentView = crate::register::incidents::authority;
    /// The letters to those affected as one file, to look at or to issue.
    incident_letters(IncidentLetters) -> IncidentLettersDone = crate::register::incidents::letters;
    /// Forgets who some of those affected are; that and how they were told stays.
    incident_erase(IncidentErase) -> IncidentView = crate::register::incidents::erase;
    /// Closes it.
    incident_close(IncidentClose) -> IncidentView = crate::register::incidents::close;
    /// Strikes one out, with the reason.
    incident_strike(RegisterStrike) -> IncidentList = crate::register::incidents::strike;

    /// What was seen of somebody's authority to act for another.
    authority_seen(AuthorityIn) -> RequestView = crate::register::authority::seen;

    /// A register as a list to print, as CSV or as JSON.
    register_export(RegisterExport) -> Export = crate::register::export::export;
    /// A letter of a file as it left.
    register_letter_pdf(RegisterLetterId) -> LetterPdf = crate::register::export::letter_pdf;

    /// What does not agree with a promise.
    contradictions(ContradictionQuery) -> Contradictions = crate::promise::whole::list;
    /// Answers one in writing.
    contradiction_answer(ContradictionAnswer) -> Contradictions = crate::promise::whole::answer;
    /// The open ones of the register that are equal to one, to be answered together.
    contradiction_alike(ContradictionKey) -> ContradictionsAlike = crate::promise::alike::show;
    /// Answers those of them that were shown, with one text.
    contradiction_answer_alike(ContradictionAnswerAlike) -> Contradictions = crate::promise::alike::answer;

    /// The spans one can choose for a report: calendar and fiscal years.
    report_spans(Nothing) -> ReportSpans = crate::report::span::list;
    /// One report over a span, as it stands now.
    report_show(ReportIn) -> Report = crate::report::show::show;
    /// What stands behind one figure of it.
    report_behind(ReportBehindIn) -> ReportBehind = crate::report::show::behind;
    /// A report as a file: PDF, CSV, JSON, or for the request metrics a piece of a web page.
    report_export(ReportExport) -> Export = crate::report::export::export;
    /// Two spans of one report, figure beside figure.
    report_compare(ReportCompareIn) -> ReportComparison = crate::report::compare::compare;
    /// Freezes a report: signed off by name, with the log's hash and the rules.
    report_issue(ReportIssueIn) -> IssuedReport = crate::report::issue::issue;
    /// The reports that were issued, newest first.
    report_issues(Nothing) -> ReportIssues = crate::report::issued::list;
    /// One of them as it was issued, with what would be said otherwise today.
    report_issued(IssuedId) -> IssuedReport = crate::report::issued::show;
    /// One of them as a file, byte for byte.
    issued_export(IssuedExport) -> Export = crate::report::issued::export_issued;

    /// How long requests are kept, law by law, and what could be purged today.
    retention(Nothing) -> Retention = crate::retention::periods::show;
    /// Sets the house's own period for a law, or takes it back; none is shorter than the law's.
    retention_save(RetentionSave) -> Retention = crate::retention::periods::save;
    /// Keeps a request from being purged.
    hold_place(HoldIn) -> RequestView = crate::retention::hold::place;
    /// Lets it go again.
    hold_lift(HoldIn) -> RequestView = crate::retention::hold::lift;
    /// What could be purged, why, and what is kept back; changes nothing.
    purge_preview(PurgeIn) -> PurgePreview = crate::retention::preview::preview;
    /// Purges requests in one go: the person is gone, the proof and the figures stay. Nothing brings it back.
    purge(PurgeNow) -> PurgeDone = crate::retention::purge::purge;
}

#[cfg(test)]
mod tests;
