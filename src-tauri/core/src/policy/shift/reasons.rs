//! Whether a promise became weaker or stronger, each reason a sentence.

use super::Change;
use super::hedges::tone;
use crate::policy::compare::flat;
use crate::policy::reading::{Frequency, Reading, TimeLimit};
use crate::words::{Audience, DataTopic, Per, Polarity, PromiseKind, TimeUnit};

/// The reasons so far.
#[derive(Debug, Default)]
struct Scale {
    weaker: bool,
    stronger: bool,
    why: Vec<String>,
}

impl Scale {
    fn weaker(&mut self, why: String) {
        self.weaker = true;
        self.why.push(why);
    }

    fn stronger(&mut self, why: String) {
        self.stronger = true;
        self.why.push(why);
    }

    /// To the first if it is so, else to the second.
    fn tip(&mut self, stronger: bool, why: String) {
        if stronger {
            self.stronger(why)
        } else {
            self.weaker(why)
        }
    }

    fn other(&mut self, why: String) {
        self.why.push(why);
    }
}

/// Kinds that bind the same thing, the stronger first.
const STEPS: &[(PromiseKind, PromiseKind)] = &[
    (PromiseKind::NoSharing, PromiseKind::SharingLimits),
    (PromiseKind::NoSharing, PromiseKind::LegalDisclosure),
    (PromiseKind::NoSharing, PromiseKind::OptOut),
    (PromiseKind::SharingLimits, PromiseKind::LegalDisclosure),
    (PromiseKind::OptIn, PromiseKind::OptOut),
    (PromiseKind::ChangeNotice, PromiseKind::NoChangeNotice),
    (PromiseKind::NoChildren, PromiseKind::ParentalConsent),
];

/// Whether one kind can become the other.
pub(super) fn kin(one: PromiseKind, other: PromiseKind) -> bool {
    one == other
        || STEPS
            .iter()
            .any(|(a, b)| (*a, *b) == (one, other) || (*b, *a) == (one, other))
}

/// What became of a promise, and why.
pub(super) fn judge(
    old_text: &str,
    old: &Reading,
    new_text: &str,
    new: &Reading,
) -> (Change, Vec<String>) {
    if old == new && flat(old_text) == flat(new_text) {
        return (Change::Same, Vec::new());
    }
    let mut scale = Scale::default();
    kind_and_polarity(old, new, &mut scale);
    exceptions(old, new, &mut scale);
    words(old_text, new_text, old, new, &mut scale);
    time_limit(old, new, &mut scale);
    ways(old, new, &mut scale);
    conditions(old, new, &mut scale);
    frequency(old.frequency.as_ref(), new.frequency.as_ref(), &mut scale);
    audiences(old, new, &mut scale);
    for right in old
        .rights
        .iter()
        .filter(|right| !new.rights.contains(right))
    {
        scale.weaker(format!(
            "It no longer opens the right “{}”.",
            plain(right.id())
        ));
    }
    for right in new
        .rights
        .iter()
        .filter(|right| !old.rights.contains(right))
    {
        scale.stronger(format!("It now opens the right “{}”.", plain(right.id())));
    }
    reach(old, new, &mut scale);
    age(old, new, &mut scale);
    let change = match (scale.weaker, scale.stronger, scale.why.is_empty()) {
        (true, false, _) => Change::Weakened,
        (false, true, _) => Change::Strengthened,
        (_, _, false) => Change::Changed,
        _ if flat(old_text) == flat(new_text) => Change::Same,
        _ => Change::Reworded,
    };
    (change, scale.why)
}

fn plain(id: &str) -> String {
    id.replace('-', " ")
}

/// Of these the promise is that something is not done, or within bounds only.
fn is_restraint(kind: PromiseKind) -> bool {
    matches!(
        kind,
        PromiseKind::NoSharing
            | PromiseKind::SharingLimits
            | PromiseKind::UseLimit
            | PromiseKind::LegalDisclosure
            | PromiseKind::NoChildren
            | PromiseKind::HealthAuthorization
    )
}

fn kind_and_polarity(old: &Reading, new: &Reading, scale: &mut Scale) {
    if old.kind != new.kind {
        let pair = (old.kind, new.kind);
        let why = format!(
            "It was a promise of the kind “{}” and is now one of the kind “{}”.",
            plain(old.kind.id()),
            plain(new.kind.id())
        );
        if STEPS.contains(&pair) {
            scale.weaker(why);
        } else if STEPS.contains(&(pair.1, pair.0)) {
            scale.stronger(why);
        } else {
            scale.other(why);
        }
        return;
    }
    match (old.polarity, new.polarity) {
        (Polarity::Does, Polarity::DoesNot) => scale.tip(
            is_restraint(new.kind),
            "What it said is done is now said not to be done.".into(),
        ),
        (Polarity::DoesNot, Polarity::Does) => scale.tip(
            !is_restraint(new.kind),
            "What it said is not done is now said to be done.".into(),
        ),
        _ => {}
    }
}

fn exceptions(old: &Reading, new: &Reading, scale: &mut Scale) {
    let has = |reading: &Reading, one: &crate::policy::reading::Except| {
        reading.exceptions.iter().any(|other| {
            other.what == one.what
                && (one.what != crate::words::Exception::Other
                    || flat(&other.words) == flat(&one.words))
        })
    };
    for one in new.exceptions.iter().filter(|one| !has(old, one)) {
        scale.weaker(format!("An exception was added: “{}”.", one.words));
    }
    for one in old.exceptions.iter().filter(|one| !has(new, one)) {
        scale.stronger(format!("An exception is gone: “{}”.", one.words));
    }
}

fn words(old_text: &str, new_text: &str, old: &Reading, new: &Reading, scale: &mut Scale) {
    let tone = tone(old_text, new_text);
    for word in tone.softer {
        scale.weaker(format!("“{word}” was added, which leaves a way out."));
    }
    for word in tone.less_soft {
        scale.stronger(format!("“{word}”, which left a way out, is gone."));
    }
    for word in tone.less_firm {
        scale.weaker(format!("“{word}” is gone."));
    }
    for word in tone.firmer {
        scale.stronger(format!("“{word}” was added."));
    }
    // That something is turned round or excepted was said above; “may” says it once more.
    if old.polarity != new.polarity || old.kind != new.kind {
        return;
    }
    if tone.will_to_may {
        scale.weaker("What was promised is now only something that “may” be done.".into());
    }
    if tone.may_to_will {
        scale.stronger("What “may” have been done is now promised.".into());
    }
}

/// In days; none for “promptly”.
fn days(limit: &TimeLimit) -> Option<f64> {
    let each = match limit.unit {
        TimeUnit::Hours => 1.0 / 24.0,
        TimeUnit::Days => 1.0,
        TimeUnit::BusinessDays => 7.0 / 5.0,
        TimeUnit::Weeks => 7.0,
        TimeUnit::Months => 30.5,
        TimeUnit::Years => 365.25,
        TimeUnit::Promptly => return None,
    };
    Some(f64::from(limit.count) * each)
}

fn time_limit(old: &Reading, new: &Reading, scale: &mut Scale) {
    // Of a notice in advance a longer time is the better one.
    let more_is_better = matches!(new.kind, PromiseKind::ChangeNotice);
    match (&old.time_limit, &new.time_limit) {
        (Some(was), None) => scale.weaker(format!("The time limit “{}” is gone.", was.words)),
        (None, Some(is)) => scale.stronger(format!("A time limit was added: “{}”.", is.words)),
        (Some(was), Some(is)) => {
            let why = format!(
                "The time limit was “{}” and is now “{}”.",
                was.words, is.words
            );
            match (days(was), days(is)) {
                (Some(a), Some(b)) if (a - b).abs() > 0.01 => {
                    scale.tip((b > a) == more_is_better, why)
                }
                (Some(_), None) => scale.weaker(why),
                (None, Some(_)) => scale.stronger(why),
                _ => {}
            }
        }
        (None, None) => {}
    }
}

fn ways(old: &Reading, new: &Reading, scale: &mut Scale) {
    for one in &old.ways {
        let same: Vec<_> = new
            .ways
            .iter()
            .filter(|other| other.way == one.way)
            .collect();
        if same.is_empty() {
            scale.weaker(format!(
                "The way “{}” is gone{}.",
                plain(one.way.id()),
                named(&one.value)
            ));
        } else if !one.value.is_empty()
            && !same
                .iter()
                .any(|other| flat(&other.value) == flat(&one.value))
        {
            let now: Vec<&str> = same
                .iter()
                .map(|other| other.value.as_str())
                .filter(|value| !value.is_empty())
                .collect();
            scale.other(match now.is_empty() {
                true => format!(
                    "It no longer gives {} for the way “{}”.",
                    one.value,
                    plain(one.way.id())
                ),
                false => format!(
                    "For the way “{}” it gave {} and now gives {}.",
                    plain(one.way.id()),
                    one.value,
                    now.join(", ")
                ),
            });
        }
    }
    for one in &new.ways {
        if !old.ways.iter().any(|other| other.way == one.way) {
            scale.stronger(format!(
                "The way “{}” was added{}.",
                plain(one.way.id()),
                named(&one.value)
            ));
        }
    }
}

fn named(value: &str) -> String {
    if value.is_empty() {
        String::new()
    } else {
        format!(" ({value})")
    }
}

fn conditions(old: &Reading, new: &Reading, scale: &mut Scale) {
    let has = |reading: &Reading, one: &crate::policy::reading::Condition| {
        reading
            .conditions
            .iter()
            .any(|other| match (one.requires, other.requires) {
                (Some(a), Some(b)) => a == b,
                (None, None) => flat(&one.words) == flat(&other.words),
                _ => false,
            })
    };
    for one in new.conditions.iter().filter(|one| !has(old, one)) {
        scale.weaker(format!("A condition was added: “{}”.", one.words));
    }
    for one in old.conditions.iter().filter(|one| !has(new, one)) {
        scale.stronger(format!("A condition is gone: “{}”.", one.words));
    }
}

fn frequency(old: Option<&Frequency>, new: Option<&Frequency>, scale: &mut Scale) {
    let in_a_year = |limit: &Frequency| match limit.per {
        Per::CalendarYear | Per::TwelveMonths => f64::from(limit.times),
        Per::Month => f64::from(limit.times) * 12.0,
        Per::Ever => 0.0,
    };
    match (old, new) {
        (Some(was), None) => {
            scale.stronger(format!("The limit on how often (“{}”) is gone.", was.words))
        }
        (None, Some(is)) => {
            scale.weaker(format!("A limit on how often was added: “{}”.", is.words))
        }
        (Some(was), Some(is)) if (in_a_year(was) - in_a_year(is)).abs() > 0.01 => scale.tip(
            in_a_year(is) > in_a_year(was),
            format!("How often was “{}” and is now “{}”.", was.words, is.words),
        ),
        _ => {}
    }
}

fn audiences(old: &Reading, new: &Reading, scale: &mut Scale) {
    let covers = |reading: &Reading, audience: Audience| {
        reading.audiences.contains(&Audience::Everyone) || reading.audiences.contains(&audience)
    };
    let list = |reading: &Reading| {
        reading
            .audiences
            .iter()
            .map(|audience| plain(audience.id()))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let lost = old.audiences.iter().any(|audience| !covers(new, *audience));
    let won = new.audiences.iter().any(|audience| !covers(old, *audience));
    let why = format!("It spoke to {} and now speaks to {}.", list(old), list(new));
    match (lost, won) {
        (true, false) => scale.weaker(why),
        (false, true) => scale.stronger(why),
        (true, true) => scale.other(why),
        (false, false) => {}
    }
}

/// What is done with which data: more of it is better where it is not done, and worse where it is.
fn reach(old: &Reading, new: &Reading, scale: &mut Scale) {
    // Where the promise was turned round or is of another kind, its reach says nothing of its own.
    if old.polarity != new.polarity || old.kind != new.kind {
        return;
    }
    let wider_is_better = match new.polarity {
        Polarity::DoesNot => is_restraint(new.kind),
        Polarity::Does => !is_restraint(new.kind),
    };
    for act in old.acts.iter().filter(|act| !new.acts.contains(act)) {
        scale.tip(
            !wider_is_better,
            format!("It no longer speaks of “{}”.", plain(act.id())),
        );
    }
    for act in new.acts.iter().filter(|act| !old.acts.contains(act)) {
        scale.tip(
            wider_is_better,
            format!("It now speaks of “{}” too.", plain(act.id())),
        );
    }
    let covers = |reading: &Reading, topic: DataTopic| {
        reading.data.contains(&topic) || reading.data.contains(&DataTopic::Personal)
    };
    if old.data.is_empty() || new.data.is_empty() {
        return;
    }
    for topic in old.data.iter().filter(|topic| !covers(new, **topic)) {
        scale.tip(
            !wider_is_better,
            format!("It no longer speaks of all “{}”.", plain(topic.id())),
        );
    }
    for topic in new.data.iter().filter(|topic| !covers(old, **topic)) {
        scale.tip(
            wider_is_better,
            format!("It now speaks of “{}” too.", plain(topic.id())),
        );
    }
}

fn age(old: &Reading, new: &Reading, scale: &mut Scale) {
    match (old.age, new.age) {
        (Some(was), Some(is)) if was != is => {
            scale.tip(is > was, format!("The age was {was} and is now {is}."))
        }
        (Some(was), None) => scale.weaker(format!("It no longer names an age; it named {was}.")),
        (None, Some(is)) => scale.stronger(format!("It now names an age: {is}.")),
        _ => {}
    }
}
