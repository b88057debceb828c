//! What the figures of requests read: one line a claim and law, small and flat, so that a million of them are added up in a moment.

use crate::words::{Outcome, Right};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// One claim under one law, as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    pub request: u32,
    pub claim: u32,
    /// Place of the law in the list that comes with the facts.
    pub law: u16,
    pub right: Right,
    /// The civil day of receipt in the desk's zone; it decides the year.
    pub received: NaiveDate,
    /// The person lives in California.
    pub californian: bool,
    /// What was decided. A decision that has not reached the person is no answer: see [`Fact::became`].
    pub outcome: Option<Outcome>,
    /// The day the person had the answer, or took the claim back.
    pub settled: Option<NaiveDate>,
    /// Place of the ground of a refusal in the list that comes with the facts.
    pub ground: Option<u16>,
    /// An extension under this law is or was in force.
    pub extended: bool,
    /// Its law sets a last day for the answer. Without one it is neither in time nor late; a day of the house alone is none.
    pub timed: bool,
    /// Answered after its last day, or past it and not answered.
    pub late: bool,
}

impl Fact {
    /// What became of it, once the person knows.
    pub fn became(&self) -> Option<Outcome> {
        self.settled.and(self.outcome)
    }

    /// Civil days from receipt to the answer; none of what was withdrawn or is open.
    pub fn days(&self) -> Option<i32> {
        let answered = self.became().is_some_and(|o| o != Outcome::Withdrawn);
        let on = self.settled.filter(|_| answered)?;
        i32::try_from((on - self.received).num_days()).ok()
    }
}

/// Facts with the names their places stand for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// In the order of requests.
    pub lines: Vec<Fact>,
    /// Identifiers of laws, by place.
    pub laws: Vec<String>,
    /// Law and identifier of grounds of refusal, by place.
    pub grounds: Vec<(String, String)>,
}

/// Lines before a day says of what is open whether it is late.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counted {
    /// In the order of requests: each not yet timed, and the last day that its law gives for the answer.
    ///
    /// There is none where the law sets no day, or only the house has set one.
    pub lines: Vec<(Fact, Option<NaiveDate>)>,
    pub laws: Vec<String>,
    pub grounds: Vec<(String, String)>,
}

impl Counted {
    /// The facts as of a day: late is what was answered after its last day, or is past it and open.
    pub fn as_of(self, day: NaiveDate) -> Facts {
        let late = |fact: &Fact, last_day: NaiveDate| match fact.settled {
            Some(_) if fact.outcome == Some(Outcome::Withdrawn) => false,
            Some(on) => on > last_day,
            None => last_day < day,
        };
        Facts {
            lines: self
                .lines
                .into_iter()
                .map(|(fact, last_day)| Fact {
                    timed: last_day.is_some(),
                    late: last_day.is_some_and(|last_day| late(&fact, last_day)),
                    ..fact
                })
                .collect(),
            laws: self.laws,
            grounds: self.grounds,
        }
    }
}

/// How many took how many days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spread(BTreeMap<i32, u32>);

impl Spread {
    /// One more that took so many days.
    pub fn hit(&mut self, days: i32) {
        *self.0.entry(days).or_default() += 1;
    }

    /// Days with how many took them, the fewest days first.
    pub fn each(&self) -> impl Iterator<Item = (i32, u32)> {
        self.0.iter().map(|(days, n)| (*days, *n))
    }

    /// How many there are.
    pub fn n(&self) -> u32 {
        self.0.values().sum()
    }

    /// The middle value; between two middle values, halfway.
    pub fn median(&self) -> Option<f64> {
        let n = self.n().checked_sub(1)?;
        Some((f64::from(self.at(n / 2)?) + f64::from(self.at(n.div_ceil(2))?)) / 2.0)
    }

    /// Rounded to a tenth: a hundredth of a day is no knowledge.
    pub fn mean(&self) -> Option<f64> {
        let sum: i64 = self.each().map(|(d, n)| i64::from(d) * i64::from(n)).sum();
        let n = self.n();
        (n > 0).then(|| (sum as f64 / f64::from(n) * 10.0).round() / 10.0)
    }

    /// The value at a place of the sorted row.
    fn at(&self, place: u32) -> Option<i32> {
        let mut before = 0;
        self.each()
            .find(|(_, n)| {
                before += n;
                place < before
            })
            .map(|(days, _)| days)
    }
}

#[cfg(test)]
mod tests {
    use super::Spread;

    #[test]
    fn the_median_lies_in_the_middle_and_the_mean_is_rounded_to_a_tenth() {
        for (days, median, mean, why) in [
            (&[][..], None, None, "nothing was answered"),
            (&[7], Some(7.0), Some(7.0), "one"),
            (&[1, 4], Some(2.5), Some(2.5), "two: halfway"),
            (&[0, 0, 9], Some(0.0), Some(3.0), "three: the second"),
            (&[1, 2, 4, 4], Some(3.0), Some(2.8), "four; 2.75 is rounded"),
            (&[10, 10, 10, 45], Some(10.0), Some(18.8), "one took long"),
        ] {
            let mut spread = Spread::default();
            days.iter().for_each(|d| spread.hit(*d));
            assert_eq!((spread.median(), spread.mean()), (median, mean), "{why}");
        }
    }
}
