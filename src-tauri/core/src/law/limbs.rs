//! One limb of a law's reach against what is known: the place, the age, who asks, the data, the organisation.

use chrono::NaiveDate;

use super::judge::{Answer, Asked, Missing, Organisation};
use super::pack::{Confidence, Law};
use super::reach::{Condition, OrganisationLimb, OrganisationRule, PlaceLimb, Subject};
use crate::words::Right;

/// One limb's answer, before they are put together.
pub(super) struct Part {
    pub answer: Answer,
    pub text: String,
    pub confidence: Confidence,
    pub missing: Vec<Missing>,
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

/// Where the people are: one person's residence, or all places the organisation deals with.
pub(super) enum Lives<'a> {
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

pub(super) fn place(law: &Law, organisation: &Organisation, people: &Lives, on: NaiveDate) -> Part {
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
fn counting<T>(limbs: &[T], on: NaiveDate, since: impl Fn(&T) -> NaiveDate) -> Vec<&T> {
    let now: Vec<&T> = limbs.iter().filter(|limb| since(limb) <= on).collect();
    if now.is_empty() {
        limbs.iter().collect()
    } else {
        now
    }
}

pub(super) fn age(law: &Law, asked: &Asked, right: Right) -> Part {
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

pub(super) fn capacity(law: &Law, asked: &Asked) -> Part {
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

pub(super) fn data(law: &Law, asked: &Asked) -> Part {
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
pub(super) fn rule_on(law: &Law, on: NaiveDate) -> Option<&OrganisationRule> {
    let rules = &law.reach.organisations;
    rules
        .iter()
        .rev()
        .find(|rule| rule.since <= on)
        .or_else(|| rules.first())
}

pub(super) fn size(law: &Law, organisation: &Organisation, on: NaiveDate) -> Part {
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
