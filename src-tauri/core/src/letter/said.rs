//! Words of the field as letters say them, in the language of the letter.

use chrono::{Datelike, NaiveDate};

use super::demands::Says;
use super::error::LetterError;
use super::fields::{Authority, ClaimFields, Ground};
use super::tongue::{LawWords, Tongue, tongue};
use crate::law::{self, Law, RightRule, Unit};
use crate::words::{Channel, LetterLanguage, Outcome, QuestionTopic, Requirement};

/// The sentence that says why a law has no letters in a language; none where it has.
pub fn no_letters(language: LetterLanguage, law: &Law) -> Result<Option<String>, LetterError> {
    if language == LetterLanguage::En {
        return Ok(None);
    }
    let words = tongue(language)?;
    if words.laws.contains_key(&law.id) {
        return Ok(None);
    }
    Ok(Some(format!(
        "There are no letters in {} under {}.",
        words.name, law.short
    )))
}

impl Tongue {
    /// What a letter says first that takes the place of the one of `day`.
    pub fn again(&self, day: NaiveDate, returned: bool, american: bool) -> String {
        let said = if returned {
            &self.again.returned
        } else {
            &self.again.plain
        };
        said.replace("{day}", &self.date(day, american))
    }

    /// A day as a letter tells it; American English only knows its own way.
    pub fn date(&self, day: NaiveDate, american: bool) -> String {
        if american {
            return day.format("%B %-d, %Y").to_string();
        }
        let number = match (&self.dates.first, day.day()) {
            (Some(first), 1) => first.clone(),
            (_, number) => number.to_string(),
        };
        let month = usize::try_from(day.month0()).unwrap_or_default();
        let month = self.dates.months.get(month).map_or("", String::as_str);
        self.dates
            .pattern
            .replace("{day}", &number)
            .replace("{month}", month)
            .replace("{year}", &day.year().to_string())
    }

    /// A span in words: `45 days`, `1 month`.
    pub fn span(&self, count: u32, unit: Unit) -> String {
        let [one, many] = match unit {
            Unit::Days => &self.spans.days,
            Unit::Months => &self.spans.months,
            Unit::BusinessDays => &self.spans.business_days,
        };
        format!("{count} {}", if count == 1 { one } else { many })
    }

    /// How a request came in, as it stands in a sentence: `by e-mail`.
    pub fn channel(&self, channel: Channel) -> String {
        self.channels.get(&channel).cloned().unwrap_or_default()
    }

    /// What was only asked about, each to be read after “You asked us”.
    ///
    /// Something else has no words but the officer's, so it leaves a blank.
    pub fn questions_asked(&self, topics: &[QuestionTopic]) -> Vec<String> {
        let words = |topic| self.questions.get(topic).cloned();
        topics.iter().filter_map(words).collect()
    }

    /// What a policy asks a request to contain, as a line in a list of what is missing.
    ///
    /// `words` are those of the policy; of a label the words that must stand in the request.
    pub fn particular(&self, wanted: Requirement, words: &str, american: bool) -> String {
        if wanted == Requirement::Label && !words.trim().is_empty() {
            return self.label.replace("{words}", words.trim());
        }
        let otherwise = american.then(|| self.american.get(&wanted)).flatten();
        let plain = otherwise.or_else(|| self.particulars.get(&wanted));
        plain.cloned().unwrap_or_default()
    }

    /// Where a complaint or an appeal to us goes: both ways, or the one there is.
    pub fn contact(&self, mail: &str, post: &str) -> String {
        match (mail.trim(), post.trim()) {
            (mail, "") => mail.to_owned(),
            ("", post) => post.to_owned(),
            (mail, post) => self.contact.replace("{mail}", mail).replace("{post}", post),
        }
    }

    /// The method of a parent's consent; `name` is what the register calls it.
    pub fn method(&self, id: &str, name: &str) -> String {
        let known = self.methods.get(id).cloned();
        known.unwrap_or_else(|| name.to_lowercase())
    }

    /// `of Anna`, `d’Anna`: the name, as somebody's whose data it is.
    pub fn of(&self, name: &str) -> String {
        let vowel = name.trim_start().starts_with(|c: char| {
            "AEIOUYÀÁÂÄÆÉÈÊËÍÎÏÓÔÖŒÚÛÜaeiouyàáâäæéèêëíîïóôöœúûü".contains(c)
        });
        let pattern = if vowel {
            &self.data.of_vowel
        } else {
            &self.data.of
        };
        pattern.replace("{name}", name.trim())
    }

    fn law(&self, law: &str) -> impl Iterator<Item = &LawWords> {
        let own = self.laws.get(law);
        let like = own.and_then(|own| own.like.as_ref());
        let like = like.and_then(|like| self.laws.get(like));
        own.into_iter().chain(like)
    }

    fn of_law(&self, law: &str, pick: impl Fn(&LawWords) -> Option<&String>) -> Option<String> {
        self.law(law).find_map(pick).cloned()
    }

    /// What a law calls a right.
    pub fn right_name(&self, law: &Law, rule: &RightRule) -> String {
        let own = self.of_law(&law.id, |words| words.rights.get(&rule.right));
        own.unwrap_or_else(|| rule.name.clone())
    }

    /// A ground as the letter says it; what the pack says to the officer only is left out.
    pub fn ground(&self, law: &Law, ground: &law::Ground) -> Ground {
        let own = self.of_law(&law.id, |words| words.grounds.get(&ground.id));
        Ground {
            id: ground.id.clone(),
            title: ground.title.clone(),
            text: own.unwrap_or_else(|| ground.text.clone()),
            cite: self.cite_in(&law.id, &ground.cite),
        }
    }

    /// An authority by its name in this language, where it has one.
    pub fn authority(&self, law: &Law, body: &law::ComplaintBody) -> Authority {
        let own = self.of_law(&law.id, |words| words.bodies.get(&body.name));
        Authority {
            name: own.unwrap_or_else(|| body.name.clone()),
            address: body.address.clone(),
            website: body.web.clone(),
        }
    }

    /// How letters under a law put what every letter says.
    pub(super) fn says(&self, law: &str, says: &Says) -> Says {
        let told = |own: Option<String>, pack: &str| own.unwrap_or_else(|| pack.to_owned());
        Says {
            data: told(self.of_law(law, |words| words.data.as_ref()), &says.data),
            fee: told(self.of_law(law, |words| words.fee.as_ref()), &says.fee),
            recourse: told(
                self.of_law(law, |words| words.recourse.as_ref()),
                &says.recourse,
            ),
            also: told(self.of_law(law, |words| words.also.as_ref()), &says.also),
        }
    }

    /// A right of a law as a letter speaks of it; reasons and what is kept are the officer's own words.
    pub fn claim(
        &self,
        law: &Law,
        rule: &RightRule,
        outcome: Option<Outcome>,
        ground: Option<&law::Ground>,
    ) -> ClaimFields {
        let name = |pick: fn(&LawWords) -> Option<&String>, pack: &str| {
            let own = self.laws.get(&law.id).and_then(pick).cloned();
            own.unwrap_or_else(|| pack.to_owned())
        };
        ClaimFields {
            right: rule.right,
            right_name: self.right_name(law, rule),
            law_name: name(|words| words.name.as_ref(), &law.name),
            law_short: name(|words| words.short.as_ref(), &law.short),
            cite: self.cite_in(&law.id, &rule.cite),
            outcome,
            ground: ground.map(|ground| self.ground(law, ground)),
            reasons: String::new(),
            kept: String::new(),
            free: rule
                .free
                .as_ref()
                .map(|free| free.text.clone())
                .unwrap_or_default(),
            repeat: None,
        }
    }
}

#[cfg(test)]
impl Tongue {
    /// Whether this language has a word of its own for a right of a law.
    pub(super) fn names(&self, law: &str, right: crate::words::Right) -> bool {
        self.law(law).any(|words| words.rights.contains_key(&right))
    }

    /// Whether this language has words of its own for a ground of a law.
    pub(super) fn knows_ground(&self, law: &str, ground: &str) -> bool {
        self.law(law)
            .any(|words| words.grounds.contains_key(ground))
    }
}
