//! Whether a law applies, from what is known: yes, no, or not to be told yet. Each answer has its sentence and article.
//!
//! Three-valued throughout: what was not said is neither yes nor no, and a no once given stays one, whatever is said later.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::pack::{Confidence, Law};
use super::reach::{Condition, OrganisationLimb, OrganisationRule, PlaceLimb, ReachBook, Subject};
use super::working::day;
use crate::words::{Capacity, DataKind, Right};

/// What the organisation has said about itself; what is not there was not said.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Organisation {
    /// Where it is established, as `de` or `us-ca`.
    pub established: Vec<String>,
    /// Where the people live whose data it holds.
    pub serves: Vec<String>,
    /// Questions answered yes or no.
    pub facts: BTreeMap<String, bool>,
    /// Questions answered with a number.
    pub figures: BTreeMap<String, u64>,
    /// Of how many people of a state it holds data.
    pub people: BTreeMap<String, u64>,
}

/// What a request has said about the person and the data.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Where the person lives; empty or `unknown` when that is not known.
    pub residence: &'a str,
    /// The age of the person in whole years.
    pub age: Option<u32>,
    /// In what capacity the requester acts.
    pub capacity: Capacity,
    /// What kinds of data it is about; none means not said.
    pub data: &'a [DataKind],
    /// Which version of a rule counts.
    pub received_on: NaiveDate,
}

/// The answer of a law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// It applies.
    Applies,
    /// It cannot be told yet.
    Open,
    /// It does not apply.
    DoesNot,
}

/// What would settle an open answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// Where the person lives.
    Residence,
    /// In which state of a known country the person lives.
    State,
    /// Where the organisation is established.
    Established,
    /// Where the people live whose data it holds.
    Serves,
    /// The age of the person.
    Age,
    /// The kind of data.
    Data,
    /// A question about the organisation, by its identifier.
    Question(String),
    /// How many people of a state it holds data of.
    People(String),
}

/// An answer with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The answer.
    pub answer: Answer,
    /// Whole sentences, each with its article.
    pub reason: String,
    /// What to know about how sure the reason is.
    pub caution: Option<&'static str>,
    /// What would settle it, in the order in which it is worth asking; empty unless open.
    pub missing: Vec<Missing>,
}

/// One limb's answer, before they are put together.
struct Part {
    answer: Answer,
    text: String,
    confidence: Confidence,
    missing: Vec<Missing>,
}

impl Part {
    fn silent() -> Self {
        Self {
            answer: Answer::Applies,
            text: String::new(),
            confidence: Confidence::Checked,
            missing: Vec::new(),
        }
    }

    fn said(answer: Answer, text: String, confidence: Confidence) -> Self {
        Self {
            answer,
            text,
            confidence,
            missing: Vec::new(),
        }
    }
}

/// Whether a law applies to one right of one request.
pub fn judge(
    law: &Law,
    book: &ReachBook,
    organisation: &Organisation,
    asked: &Asked,
    right: Right,
) -> Verdict {
    together(
        book,
        vec![
            place(
                law,
                organisation,
                &Lives::At(asked.residence),
                asked.received_on,
            ),
            age(law, asked, right),
            capacity(law, asked),
            data(law, asked),
            size(law, organisation, asked.received_on),
        ],
    )
}

/// Whether a law applies to the organisation at all, whoever asks.
pub fn judge_organisation(
    law: &Law,
    book: &ReachBook,
    organisation: &Organisation,
    today: NaiveDate,
) -> Verdict {
    if law.since > today {
        return Verdict {
            answer: Answer::DoesNot,
            reason: format!("Not in force before {} ({}).", day(law.since), law.cite),
            caution: None,
            missing: Vec::new(),
        };
    }
    let served = Lives::Among(&organisation.serves);
    together(
        book,
        vec![
            place(law, organisation, &served, today),
            size(law, organisation, today),
        ],
    )
}

/// Neither the places nor the kind of organisation rule the law out.
pub(super) fn may_cover(
    law: &Law,
    organisation: &Organisation,
    residence: &str,
    on: NaiveDate,
) -> bool {
    place(law, organisation, &Lives::At(residence), on).answer != Answer::DoesNot
        && size(law, organisation, on).answer != Answer::DoesNot
}

fn together(book: &ReachBook, parts: Vec<Part>) -> Verdict {
    let answer = parts
        .iter()
        .map(|part| part.answer)
        .max()
        .unwrap_or(Answer::Applies);
    // A no needs one reason; a yes has all of them; what is open also says what is settled.
    let told: Vec<&Part> = match answer {
        Answer::DoesNot => parts
            .iter()
            .filter(|part| part.answer == Answer::DoesNot)
            .take(1)
            .collect(),
        _ => parts.iter().filter(|part| !part.text.is_empty()).collect(),
    };
    let mut missing: Vec<Missing> = Vec::new();
    if answer == Answer::Open {
        for one in parts.iter().flat_map(|part| &part.missing) {
            if !missing.contains(one) {
                missing.push(one.clone());
            }
        }
    }
    let mut reason = told
        .iter()
        .map(|part| part.text.as_str())
        .collect::<Vec<_>>()
        .join(" ");
    if !missing.is_empty() {
        if !reason.is_empty() {
            reason.push(' ');
        }
        reason.push_str(&unsaid(book, &missing));
    }
    let worst = told.iter().map(|part| part.confidence).max();
    Verdict {
        answer,
        reason,
        caution: worst.and_then(Confidence::caution),
        missing,
    }
}

/// “Not said yet: a, b and c.”, with the first three: an officer asks one thing at a time.
fn unsaid(book: &ReachBook, missing: &[Missing]) -> String {
    const TOLD: usize = 3;
    let mut names: Vec<String> = missing
        .iter()
        .take(TOLD)
        .map(|one| name(book, one))
        .collect();
    let more = missing.len().saturating_sub(TOLD);
    if more > 0 {
        names.push(format!("{more} more"));
    }
    let last = names.pop().unwrap_or_default();
    if names.is_empty() {
        format!("Not said yet: {last}.")
    } else {
        format!("Not said yet: {} and {last}.", names.join(", "))
    }
}

fn name(book: &ReachBook, missing: &Missing) -> String {
    match missing {
        Missing::Residence => "where the person lives".to_owned(),
        Missing::State => "in which state the person lives".to_owned(),
        Missing::Established => "where your organisation is established".to_owned(),
        Missing::Serves => "where the people live whose data you hold".to_owned(),
        Missing::Age => "the age of the person".to_owned(),
        Missing::Data => "the kind of data".to_owned(),
        Missing::Question(id) => book
            .facts
            .iter()
            .chain(&book.figures)
            .find(|question| question.id == *id)
            .map_or_else(|| id.clone(), |question| question.missing.clone()),
        Missing::People(code) => format!(
            "how many people of {} you hold data of",
            book.states.get(code).unwrap_or(code)
        ),
    }
}

/// Where the people are: one person's residence, or all places the organisation deals with.
enum Lives<'a> {
    At(&'a str),
    Among(&'a [String]),
}

/// Whether a place is one of those a limb names: yes, no, or only its country is known.
fn within(codes: &[String], place: &str) -> Answer {
    let country = place.split('-').next().unwrap_or(place);
    let named = |wanted: &str| codes.iter().any(|code| code == wanted || code == "*");
    let inside = |code: &String| {
        code.strip_prefix(place)
            .is_some_and(|rest| rest.starts_with('-'))
    };
    if named(place) || named(country) {
        Answer::Applies
    } else if codes.iter().any(inside) {
        Answer::Open
    } else {
        Answer::DoesNot
    }
}

/// Nobody has said where the person lives.
pub(super) fn nowhere(residence: &str) -> bool {
    matches!(residence.trim(), "" | "unknown" | "??")
}

fn lives(codes: &[String], lives: &Lives) -> (Answer, Option<Missing>) {
    if codes.is_empty() || codes.iter().any(|code| code == "*") {
        return (Answer::Applies, None);
    }
    match lives {
        Lives::At(place) if nowhere(place) => (Answer::Open, Some(Missing::Residence)),
        Lives::At(place) => {
            let answer = within(codes, &place.trim().to_lowercase());
            (answer, (answer == Answer::Open).then_some(Missing::State))
        }
        Lives::Among([]) => (Answer::Open, Some(Missing::Serves)),
        Lives::Among(places) => {
            let best = places.iter().map(|place| within(codes, place)).min();
            let answer = best.unwrap_or(Answer::DoesNot);
            (answer, (answer == Answer::Open).then_some(Missing::Serves))
        }
    }
}

fn sits(codes: &[String], organisation: &Organisation) -> (Answer, Option<Missing>) {
    if codes.is_empty() {
        return (Answer::Applies, None);
    }
    if organisation.established.is_empty() {
        return (Answer::Open, Some(Missing::Established));
    }
    let best = organisation
        .established
        .iter()
        .map(|place| within(codes, place))
        .min();
    let answer = best.unwrap_or(Answer::DoesNot);
    (
        answer,
        (answer == Answer::Open).then_some(Missing::Established),
    )
}

fn place(law: &Law, organisation: &Organisation, people: &Lives, on: NaiveDate) -> Part {
    let mut open: Option<(&PlaceLimb, Vec<Missing>)> = None;
    for limb in counting(&law.reach.places, on, |limb| limb.since) {
        let (there, why_there) = lives(&limb.residences, people);
        let (here, why_here) = sits(&limb.established, organisation);
        match there.max(here) {
            Answer::Applies => {
                return Part::said(
                    Answer::Applies,
                    format!("{} ({}).", limb.text, limb.cite),
                    limb.confidence,
                );
            }
            Answer::Open => {
                let mine = why_there.into_iter().chain(why_here);
                // The residence is asked for first: it belongs to the request in hand.
                let (_, missing) = open.get_or_insert((limb, Vec::new()));
                missing.extend(mine);
                missing.sort();
            }
            Answer::DoesNot => {}
        }
    }
    let covers = format!("{} covers {}", law.short, law.reach.people);
    if let Some((limb, missing)) = open {
        return Part {
            answer: Answer::Open,
            text: format!("{covers} ({}).", law.reach.cite),
            confidence: limb.confidence,
            missing,
        };
    }
    let not = match people {
        Lives::At(_) => "this person does not live there",
        Lives::Among(_) => "by what you say, yours are elsewhere",
    };
    Part::said(
        Answer::DoesNot,
        format!("{covers}; {not} ({}).", law.reach.cite),
        law.reach
            .places
            .first()
            .map_or(Confidence::Checked, |p| p.confidence),
    )
}

/// The limbs in force on a day; before the first of them, all: there is nothing better.
fn counting<'a, T>(limbs: &'a [T], on: NaiveDate, since: impl Fn(&T) -> NaiveDate) -> Vec<&'a T> {
    let now: Vec<&T> = limbs.iter().filter(|limb| since(limb) <= on).collect();
    if now.is_empty() {
        limbs.iter().collect()
    } else {
        now
    }
}

fn age(law: &Law, asked: &Asked, right: Right) -> Part {
    let limbs = counting(&law.reach.ages, asked.received_on, |limb| limb.since);
    let mine =
        |limb: &&super::reach::AgeLimb| limb.rights.is_empty() || limb.rights.contains(&right);
    let Some(limb) = limbs.into_iter().find(mine) else {
        return Part::silent();
    };
    let said = |answer, text| Part::said(answer, text, limb.confidence);
    match asked.age {
        None => Part {
            missing: vec![Missing::Age],
            ..said(Answer::Open, format!("{} ({}).", limb.text, limb.cite))
        },
        Some(years) if years < limb.under => {
            said(Answer::Applies, format!("{} ({}).", limb.text, limb.cite))
        }
        Some(years) => said(
            Answer::DoesNot,
            format!("{}; this person is {years} ({}).", limb.text, limb.cite),
        ),
    }
}

fn capacity(law: &Law, asked: &Asked) -> Part {
    let limbs = counting(&law.reach.capacities, asked.received_on, |limb| limb.since);
    match limbs
        .iter()
        .find(|limb| !limb.only.contains(&asked.capacity))
    {
        None => Part::silent(),
        Some(limb) => Part::said(
            Answer::DoesNot,
            format!("{}; here the person asks alone ({}).", limb.text, limb.cite),
            Confidence::Checked,
        ),
    }
}

fn data(law: &Law, asked: &Asked) -> Part {
    let mut told = Part::silent();
    for limb in counting(&law.reach.data, asked.received_on, |limb| limb.since) {
        let said = |answer, text| Part::said(answer, text, limb.confidence);
        let sentence = format!("{} ({}).", limb.text, limb.cite);
        let other = format!(
            "{}; this request is about other data ({}).",
            limb.text, limb.cite
        );
        if !limb.only.is_empty() {
            if asked.data.is_empty() {
                told = Part {
                    missing: vec![Missing::Data],
                    ..said(Answer::Open, sentence)
                };
            } else if asked.data.iter().any(|kind| limb.only.contains(kind)) {
                if told.answer == Answer::Applies {
                    told = said(Answer::Applies, sentence);
                }
            } else {
                return said(Answer::DoesNot, other);
            }
        } else if !asked.data.is_empty() && asked.data.iter().all(|kind| limb.except.contains(kind))
        {
            // Data nobody spoke of is taken for covered: the rule is that it is.
            return said(Answer::DoesNot, sentence);
        }
    }
    told
}

/// The rule of organisations as it stands on a day; before the first, the first.
fn rule_on(law: &Law, on: NaiveDate) -> Option<&OrganisationRule> {
    let rules = &law.reach.organisations;
    rules
        .iter()
        .rev()
        .find(|rule| rule.since <= on)
        .or_else(|| rules.first())
}

fn size(law: &Law, organisation: &Organisation, on: NaiveDate) -> Part {
    let Some(rule) = rule_on(law, on) else {
        return Part::silent();
    };
    let mut missing = Vec::new();
    let mut sure = rule.confidence;
    for limb in &rule.unless {
        let (met, lacks) = meets(limb, organisation);
        match met {
            Answer::Applies => {
                return Part::said(
                    Answer::DoesNot,
                    format!(
                        "It leaves out an organisation that {} ({}).",
                        limb.that, limb.cite
                    ),
                    limb.confidence,
                );
            }
            Answer::Open => missing.extend(lacks),
            Answer::DoesNot => {}
        }
    }
    let judged: Vec<(&OrganisationLimb, Answer, Vec<Missing>)> = rule
        .any
        .iter()
        .map(|limb| {
            let (met, lacks) = meets(limb, organisation);
            (limb, met, lacks)
        })
        .collect();
    let best = judged
        .iter()
        .map(|(_, met, _)| *met)
        .min()
        .unwrap_or(Answer::Applies);
    let kinds = rule
        .any
        .iter()
        .map(|limb| limb.that.as_str())
        .collect::<Vec<_>>()
        .join("; or that ");
    let text = match best {
        Answer::Applies => match judged.iter().find(|(_, met, _)| *met == Answer::Applies) {
            Some((limb, _, _)) => {
                sure = sure.max(limb.confidence);
                format!("Your organisation {} ({}).", limb.that, limb.cite)
            }
            None => String::new(),
        },
        Answer::Open => {
            let first = judged
                .into_iter()
                .filter(|(_, met, _)| *met == Answer::Open)
                .flat_map(|(_, _, lacks)| lacks);
            missing = first.chain(missing).collect();
            format!(
                "It covers only an organisation that {kinds} ({}).",
                rule.cite
            )
        }
        Answer::DoesNot => {
            return Part::said(
                Answer::DoesNot,
                format!(
                    "It covers only an organisation that {kinds}; by what Settings says, yours is another ({}).",
                    rule.cite
                ),
                sure,
            );
        }
    };
    let answer = if missing.is_empty() {
        best
    } else {
        Answer::Open
    };
    Part {
        answer,
        text,
        confidence: sure,
        missing,
    }
}

/// All conditions of a limb, and what is lacking to tell.
fn meets(limb: &OrganisationLimb, organisation: &Organisation) -> (Answer, Vec<Missing>) {
    let mut missing = Vec::new();
    let mut all = Answer::Applies;
    for condition in &limb.all {
        let (met, lacks) = holds(condition, organisation);
        all = all.max(met);
        missing.extend(lacks);
    }
    if all != Answer::Open {
        missing.clear();
    }
    (all, missing)
}

fn holds(condition: &Condition, organisation: &Organisation) -> (Answer, Option<Missing>) {
    let yes = |met: bool| {
        if met {
            (Answer::Applies, None)
        } else {
            (Answer::DoesNot, None)
        }
    };
    let number = |said: Option<&u64>, lacks: Missing| match said {
        None => (Answer::Open, Some(lacks)),
        Some(number) => yes(condition.at_least.is_none_or(|bound| *number >= bound)
            && condition.more_than.is_none_or(|bound| *number > bound)
            && condition.fewer_than.is_none_or(|bound| *number < bound)),
    };
    match condition.subject() {
        Some(Subject::Fact(id)) => match organisation.facts.get(id) {
            None => (Answer::Open, Some(Missing::Question(id.to_owned()))),
            Some(said) => yes(condition.is == Some(*said)),
        },
        Some(Subject::Figure(id)) => number(
            organisation.figures.get(id),
            Missing::Question(id.to_owned()),
        ),
        Some(Subject::People(place)) => number(
            organisation.people.get(place),
            Missing::People(place.to_owned()),
        ),
        // A pack with such a condition does not load.
        None => (Answer::Open, None),
    }
}

/// The questions a law asks of an organisation on a day, in any version that may still count.
pub fn questions(law: &Law, today: NaiveDate) -> BTreeSet<Missing> {
    let limbs = rule_on(law, today)
        .into_iter()
        .flat_map(|rule| rule.any.iter().chain(&rule.unless));
    limbs
        .flat_map(|limb| &limb.all)
        .filter_map(|condition| match condition.subject()? {
            Subject::Fact(id) | Subject::Figure(id) => Some(Missing::Question(id.to_owned())),
            Subject::People(place) => Some(Missing::People(place.to_owned())),
        })
        .collect()
}
