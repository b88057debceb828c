//! Everything a template may name.
//!
//! Dates come in as words, because only the caller knows the language and the zone they are told in.
//! A field left empty becomes a blank `[[…]]` where the letter needs it, never a hole in a sentence.

use serde::Serialize;

use super::text::{Deadline, LetterText};
use crate::words::{LetterLanguage, Outcome, PromiseKind, Right};

/// What a draft is made from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Fields {
    /// What the letter is written in; words that come in as words are in it already.
    pub language: LetterLanguage,
    /// Who answers.
    pub organisation: Organisation,
    /// Who signs.
    pub officer: String,
    /// Who wrote.
    pub requester: String,
    /// Whose data it is about, when that is somebody else; otherwise empty.
    pub subject: String,
    /// Our reference.
    pub reference: String,
    /// The day the request came in, in words.
    pub received: String,
    /// How it came in, as it stands in a sentence: `by e-mail`, `by post`.
    pub channel: String,
    /// The rights this letter is about, all of one law.
    pub claims: Vec<ClaimFields>,
    /// The day by which we answer, in words.
    pub respond_by: String,
    /// The day by which we answer after an extension, in words.
    pub new_date: String,
    /// How much more time an extension gives: `45 days`.
    pub more_time: String,
    /// Why we extend, or doubt who wrote, or cannot find what is meant; a whole sentence.
    pub reason: String,
    /// What we ask for; a phrase or lines of a list.
    pub asked: String,
    /// The supervisory authority.
    pub authority: Authority,
    /// The authorities a letter about these rights names, as they are called on its day.
    pub bodies: Vec<Authority>,
    /// The authorities to be named when an appeal is denied.
    pub appeal_bodies: Vec<Authority>,
    /// How long the law gives us to answer an appeal: `60 days`.
    pub appeal_answer: String,
    /// Where a complaint to the organisation itself goes: a name, an address, a form.
    pub complaint_contact: String,
    /// Where the person can see that an opt-out was processed.
    pub how_to_confirm: String,
    /// Where the privacy policy can be read.
    pub policy: String,
    /// What our own policy promises about this, in the words of the version that counts; quoted as they stand.
    pub promises: Vec<PromiseQuote>,
    /// What was asked, each to be read after “You asked us”: `whether we sell your data`.
    pub questions: Vec<String>,
    /// What the registers show, in whole sentences.
    pub registers: Vec<String>,
    /// What the policy asks a request to contain and this one lacks: `your full name`.
    pub missing: Vec<String>,
    /// What was given to others for their marketing, from the register; absent in letters that do not speak of it.
    pub given: Option<Given>,
    /// The account of disclosures, from the register; absent in letters that do not give one.
    pub account: Option<Account>,
    /// What the register of children says of the child a request is about.
    pub child: ChildFields,
    /// Whether letters under our own policy are in American English; letters under a law follow the law.
    pub american: bool,
}

impl Fields {
    /// Every deadline a template may name, in words; every other date is a fact that happened.
    fn deadlines(&self) -> Vec<Deadline> {
        let repeats = self.claims.iter().filter_map(|claim| claim.repeat.as_ref());
        let again = repeats
            .map(|repeat| &repeat.again)
            .chain(self.given.iter().map(|given| &given.again));
        [
            ("respond-by", &self.respond_by),
            ("new-date", &self.new_date),
            ("erase-by", &self.child.erase_by),
        ]
        .into_iter()
        .chain(again.map(|date| ("again", date)))
        .filter(|(_, said)| !said.is_empty())
        .map(|(what, said)| Deadline {
            what: what.to_owned(),
            said: said.clone(),
        })
        .collect()
    }

    /// The deadlines that a letter says, as they are derived now.
    pub fn said_in(&self, text: &LetterText) -> Vec<Deadline> {
        let mut all = self.deadlines();
        all.retain(|one| text.says(&one.said));
        all.dedup();
        all
    }

    /// A deadline that the letter still says as it was when it was drafted, and that is another by now.
    pub fn stale_in<'t>(&self, text: &'t LetterText) -> Option<&'t Deadline> {
        let now = self.deadlines();
        text.deadlines
            .iter()
            .find(|one| text.says(&one.said) && !now.iter().any(|other| other.said == one.said))
    }
}

/// Earlier requests of the same person for the same right that were answered, and when the count begins anew.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Repeat {
    /// How often the law wants an answer, or a free one: a sentence of the pack.
    pub limit: String,
    /// The article of the limit.
    pub cite: String,
    /// The days on which the earlier requests came in, in words, oldest first.
    pub earlier: Vec<String>,
    /// The first day on which the limit stands in the way no more, in words.
    pub again: String,
}

/// What was given to others for their marketing in a calendar year (Civ. Code 1798.83).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Given {
    /// The year: `2025`.
    pub year: String,
    /// In the statute's order, without its numerals.
    pub categories: Vec<String>,
    /// Entries that say no category: they leave a blank.
    pub uncategorised: u32,
    /// All third parties.
    pub recipients: Vec<GivenTo>,
    /// Identifier of the ground of a refusal; empty when it is none.
    pub ground: String,
    /// The choice that the policy gives and that costs nothing.
    pub choice: Option<Choice>,
    /// The day of the answer that the same person had this year, in words.
    pub earlier: String,
    /// The first day on which the person may ask again, in words.
    pub again: String,
}

/// One third party; what is empty becomes a blank.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct GivenTo {
    /// Its name.
    pub name: String,
    /// Its postal address on one line.
    pub address: String,
    /// What it markets, where its name does not tell.
    pub examples: String,
    /// Its name tells, so no examples are wanted.
    pub name_tells: bool,
}

/// A promise that gives a choice, and how to use it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Choice {
    /// The words of the policy.
    pub quote: String,
    /// The first day of the version, in words.
    pub published: String,
    /// The way that costs nothing, to be read after “You can do so”.
    pub means: String,
}

/// The account of disclosures of one person (45 CFR 164.528).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Account {
    /// First and last day it covers, in words.
    pub from: String,
    /// The day of receipt, in words.
    pub until: String,
    /// What was disclosed, oldest first.
    pub rows: Vec<AccountRow>,
    /// What it costs, a sentence.
    pub fee: String,
}

/// One disclosure, or several of the same kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct AccountRow {
    /// The day, in words.
    pub on: String,
    /// Who got it.
    pub recipient: String,
    /// Its postal address on one line; empty where it is not known.
    pub address: String,
    /// What was disclosed.
    pub description: String,
    /// What for.
    pub purpose: String,
    /// How often in the time it covers.
    pub times: u32,
    /// The last of several, in words.
    pub last_on: String,
}

/// A promise of our own policy, quoted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PromiseQuote {
    /// The words of the policy, without quotation marks around them.
    pub quote: String,
    /// The first day of the version, in words: `1 March 2026`.
    pub published: String,
    /// What the version is called; named in a letter only where it is not simply the privacy policy.
    pub title: String,
    /// What it promises.
    pub kind: PromiseKind,
}

/// What a child's file says, for the notice to a parent and the answers about a child.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ChildFields {
    /// A file belongs to the request.
    pub on_file: bool,
    /// What the child is to use or take part in.
    pub service: String,
    /// What is to be collected, in general words.
    pub collects: String,
    /// To whom it is to be disclosed; empty when to nobody.
    pub discloses: String,
    /// Why the service does not work without disclosure; empty when it does.
    pub integral: String,
    /// Names or contact details were collected from the child to ask.
    pub contact: bool,
    /// European law asks for more in the notice.
    pub european: bool,
    /// Where the online notice stands; empty when it is not known.
    pub online_notice: String,
    /// The day by which names and contact details go without a consent, in words.
    pub erase_by: String,
    /// Identifier of the exception to prior consent of which the parent is still to be told; empty when there is none.
    pub exception: String,
    /// Nothing is disclosed, so an e-mail with a further message is enough.
    pub mail_is_enough: bool,
    /// The day of a consent that counts, in words; empty when there is none.
    pub consented_on: String,
    /// By which method it came: `signed form`.
    pub method: String,
    /// It reaches disclosure too.
    pub may_disclose: bool,
    /// The day on which data was erased, in words, and what it was.
    pub erased_on: String,
    /// See `erased_on`.
    pub erased: String,
    /// The day on which collection and use stopped, in words.
    pub stopped_on: String,
    /// The day on which names and contact details were erased, in words.
    pub contact_erased_on: String,
    /// What proved the parent was deleted.
    pub proof_deleted: bool,
}

/// Who answers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// Its postal address.
    pub address: Vec<String>,
    /// Where privacy mail goes.
    pub email: String,
    /// May be empty.
    pub phone: String,
}

/// The supervisory authority a complaint goes to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Authority {
    /// Its name.
    pub name: String,
    /// Its postal address; may be empty.
    pub address: Vec<String>,
    /// Its website; may be empty.
    pub website: String,
}

/// One right of the request and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClaimFields {
    /// Which right.
    pub right: Right,
    /// What the law calls it.
    pub right_name: String,
    /// The law's full name.
    pub law_name: String,
    /// The law's short name, for example `GDPR`.
    pub law_short: String,
    /// The article, for example `Art. 15 GDPR`.
    pub cite: String,
    /// Absent while it is undecided.
    pub outcome: Option<Outcome>,
    /// The ground for a refusal, in whole or in part.
    pub ground: Option<Ground>,
    /// The reasons in the officer's words.
    pub reasons: String,
    /// What is kept, where only a part is done.
    pub kept: String,
    /// How often the answer is free, where the law counts; a sentence.
    pub free: String,
    /// Where the law need not answer any more, or not for nothing, because the person asked before.
    pub repeat: Option<Repeat>,
}

/// A ground the law knows for refusing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Ground {
    /// Its identifier in the pack.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it says, as a sentence.
    pub text: String,
    /// The article.
    pub cite: String,
}
