//! One request with everything the laws and the letters read: facts only, nothing derived.

use crate::api::wire::{Person, Refusal};
use crate::time::short;
use crate::words::{
    ArrivedAt, Capacity, Channel, ClockFact, DataKind, Outcome, PostState, QuestionTopic, Right,
};
use chrono::NaiveDate;

/// One request as it stands.
#[derive(Debug, Clone)]
pub struct Case {
    pub id: u32,
    pub reference: String,
    /// RFC 3339, UTC.
    pub received_at: String,
    /// The civil day of receipt in the desk's zone; every clock starts here.
    pub received_on: NaiveDate,
    pub channel: Channel,
    pub requester: Person,
    /// Whose data it is about, when it is not the requester.
    pub subject: Option<Person>,
    pub capacity: Capacity,
    pub residence: String,
    /// Whole years of the person the data is about, where somebody said.
    pub age: Option<u32>,
    pub data_kinds: Vec<DataKind>,
    pub arrived_at: Option<ArrivedAt>,
    /// The date the person wrote on it, for the laws that count from it.
    pub dated_on: Option<NaiveDate>,
    /// What they only ask about.
    pub questions: Vec<QuestionTopic>,
    pub words: String,
    pub closed_on: Option<NaiveDate>,
    /// The day the person was purged; what is left names nobody.
    pub purged_on: Option<NaiveDate>,
    pub claims: Vec<Claim>,
    /// The letters of it that somebody has to see to: waiting in the house, or come back and not replaced.
    pub in_the_post: Vec<PostState>,
    /// In the order of their days.
    pub milestones: Vec<Milestone>,
}

/// One right invoked in a request.
#[derive(Debug, Clone)]
pub struct Claim {
    pub id: u32,
    pub right: Right,
    pub laws: Vec<String>,
    pub outcome: Option<Outcome>,
    pub decided_on: Option<NaiveDate>,
    /// Its place in the log; nothing where an earlier version of the program wrote it.
    pub decided_event: Option<u32>,
    /// The law and the identifier of the ground of a refusal.
    pub ground: Option<(String, String)>,
    pub reasons: String,
    pub kept: String,
}

/// A dated fact that a clock reads.
#[derive(Debug, Clone)]
pub struct Milestone {
    pub fact: ClockFact,
    pub day: NaiveDate,
    /// The only law it counts for, or every law of the request.
    pub law: Option<String>,
    /// The only claim it counts for, or every claim of the request.
    pub claim: Option<u32>,
    /// What is known of the leaving of the letter it came with.
    pub left: Left,
    /// Its place in the log, once it stands there.
    pub event: Option<u32>,
}

/// How the day of a milestone came about, where a letter of ours stands behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// On the day that was said when it was issued, or without a letter.
    AsSaid,
    /// It lies in the house: whoever it is for has been told nothing, and no clock reads it.
    NotYet,
    /// It was posted on a later day, and that day counts.
    Later {
        /// The day it was issued.
        issued: NaiveDate,
    },
}

impl Milestone {
    /// A fact that counts for the whole request.
    pub fn of(fact: ClockFact, day: NaiveDate) -> Self {
        Self {
            fact,
            day,
            law: None,
            claim: None,
            left: Left::AsSaid,
            event: None,
        }
    }
}

impl Case {
    /// No law has asked for more than every law does.
    pub fn nothing_particular(&self) -> bool {
        self.age.is_none()
            && self.data_kinds.is_empty()
            && self.arrived_at.is_none()
            && self.dated_on.is_none()
            && self.questions.is_empty()
    }

    /// Nothing can be done any more with a request whose person is gone.
    pub fn still_here(&self) -> Result<(), Refusal> {
        match self.purged_on {
            Some(on) => Err(Refusal::not_now(purged(on))),
            None => Ok(()),
        }
    }

    /// Still somebody's work.
    pub fn open(&self) -> bool {
        self.closed_on.is_none()
    }

    /// The first day on which they heard from us that their request is here: confirmed, asked about, or extended.
    pub fn heard_on(&self) -> Option<NaiveDate> {
        self.milestones
            .iter()
            .filter(|m| m.left != Left::NotYet)
            .filter(|m| {
                matches!(
                    m.fact,
                    ClockFact::Acknowledged
                        | ClockFact::IdentityRequested
                        | ClockFact::ClarificationRequested
                        | ClockFact::FeeRequested
                        | ClockFact::Extended
                )
            })
            .map(|m| m.day)
            .min()
    }

    /// The last day a fact happened, for a law or for any.
    pub fn last(&self, fact: ClockFact) -> Option<NaiveDate> {
        self.milestones
            .iter()
            .filter(|m| m.fact == fact)
            .map(|m| m.day)
            .max()
    }

    /// The day the last claim was answered; absent while one still is not. What the person withdrew needs no answer.
    pub fn answered_on(&self) -> Option<NaiveDate> {
        let mut last = None;
        for claim in self.claims.iter().filter(|c| !c.withdrawn()) {
            last = last.max(Some(claim.answered_on(self)?));
        }
        last
    }

    /// Somebody is still owed an answer; a letter that waits to be posted will be one.
    pub fn owes_answer(&self) -> bool {
        let mut owed = self.claims.iter().filter(|c| !c.withdrawn());
        owed.any(|c| c.answers(self).next().is_none())
    }

    /// Everything is answered, be it by a letter that waits to be posted.
    pub fn answer_written(&self) -> bool {
        !self.claims.iter().all(Claim::withdrawn) && !self.owes_answer()
    }

    /// Whose name stands on the request.
    pub fn person(&self) -> &str {
        &self.requester.name
    }
}

/// What is said where something is wanted of a purged request.
pub fn purged(on: NaiveDate) -> String {
    format!(
        "This request was purged on {}: who asked is not known any more, and nothing can be done with it.",
        short(on)
    )
}

impl Claim {
    /// Somebody still has to decide it.
    pub fn undecided(&self) -> bool {
        self.outcome.is_none()
    }

    /// All or some of it was granted.
    pub fn granted(&self) -> bool {
        matches!(
            self.outcome,
            Some(Outcome::Granted | Outcome::GrantedInPart)
        )
    }

    /// All or some of it was refused, and the person must be told why.
    pub fn refused_something(&self) -> bool {
        matches!(
            self.outcome,
            Some(Outcome::Refused | Outcome::GrantedInPart)
        )
    }

    /// The person took it back.
    pub fn withdrawn(&self) -> bool {
        self.outcome == Some(Outcome::Withdrawn)
    }

    /// The day its answer left the house; the same answer given again later does not make the first one late.
    pub fn answered_on(&self, case: &Case) -> Option<NaiveDate> {
        self.answers(case)
            .filter(|m| m.left != Left::NotYet)
            .map(|m| m.day)
            .min()
    }

    /// What was answered of the decision as it stands. What was told before it was decided anew was another answer.
    fn answers<'c>(&'c self, case: &'c Case) -> impl Iterator<Item = &'c Milestone> {
        case.milestones
            .iter()
            .filter(|m| m.fact == ClockFact::Answered && m.claim.is_none_or(|only| only == self.id))
            .filter(|m| match (m.event, self.decided_event) {
                (Some(told), Some(decided)) => told > decided,
                (None, _) => true,
                (_, None) => self.decided_on.is_none_or(|decided| m.day >= decided),
            })
    }
}
