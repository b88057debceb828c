//! Sample data: what a letter is written from while its text is being changed.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value;

use super::super::draft::derived;
use super::super::error::LetterError;
use super::super::fields::{
    Account, AccountRow, Authority, ChildFields, Choice, ClaimFields, Fields, Given, GivenTo,
    Organisation, PromiseQuote, Repeat,
};
use super::super::items::Under;
use super::super::notice::{BreachNotice, Promised};
use super::super::tongue::{Tongue, tongue, tongue_under};
use super::catalogue::unread;
use crate::law::{Law, Unit};
use crate::words::{
    Capacity, Channel, LetterKind, LetterLanguage, Outcome, PromiseKind, QuestionTopic,
    Requirement, Right,
};

/// Which sample data a letter is shown with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// As most letters are.
    Ordinary,
    /// As long as they get.
    Longest,
    /// About somebody else, and without what is usually there.
    Strangest,
}

impl Sample {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Ordinary, Self::Longest, Self::Strangest];

    fn at(self) -> usize {
        match self {
            Self::Ordinary => 0,
            Self::Longest => 1,
            Self::Strangest => 2,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    received: toml::value::Datetime,
    later: toml::value::Datetime,
    respond_by: toml::value::Datetime,
    new_date: toml::value::Datetime,
    published: toml::value::Datetime,
    more_months: u32,
    appeal_days: u32,
    reference: String,
    address: Vec<String>,
    requester: [String; 3],
    subject: [String; 3],
    officer: String,
    organisation: Body,
    authority: Body,
    language: BTreeMap<LetterLanguage, Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    name: String,
    address: Vec<String>,
    #[serde(default)]
    email: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    website: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    reason: String,
    long: String,
    asked: String,
    kept: String,
    reasons: String,
    quote: String,
    register: String,
    confirm: String,
    service: String,
    collects: String,
    discloses: String,
    category: String,
    examples: String,
    purpose: String,
    nature: String,
    data: String,
    consequences: String,
    measures: String,
    advice: String,
    method: String,
}

fn file() -> Result<&'static File, LetterError> {
    static READ: OnceLock<Result<File, LetterError>> = OnceLock::new();
    READ.get_or_init(|| {
        toml::from_str(include_str!("../../../data/letters/sample.toml"))
            .map_err(|e| unread("sample.toml", &e.to_string()))
    })
    .as_ref()
    .map_err(LetterError::clone)
}

fn day(of: &toml::value::Datetime) -> NaiveDate {
    let date = of.date.and_then(|date| {
        NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
    });
    date.unwrap_or_default()
}

/// The sample's day of receipt under a law: one on which it is in force.
pub(super) fn received(law: &Law) -> Result<NaiveDate, LetterError> {
    let file = file()?;
    let early = day(&file.received);
    let any = law
        .rights
        .iter()
        .any(|rule| law.right(rule.right, early).is_ok());
    Ok(if any { early } else { day(&file.later) })
}

/// The law of a sample.
pub fn under(law: &Law) -> Result<Under<'_>, LetterError> {
    Ok(Under {
        law,
        received_on: received(law)?,
        capacity: Capacity::Own,
        grounds: Vec::new(),
    })
}

/// What a letter is written from; the rights must be those of the law on the sample’s day.
pub fn sample(
    language: LetterLanguage,
    law: &Law,
    claims: &[(Right, Option<Outcome>)],
    which: Sample,
) -> Result<Fields, LetterError> {
    sample_under(language, &under(law)?, claims, which)
}

/// The same, refused on the grounds that are named there; the first of the right where none is.
pub(super) fn sample_under(
    language: LetterLanguage,
    under: &Under,
    claims: &[(Right, Option<Outcome>)],
    which: Sample,
) -> Result<Fields, LetterError> {
    let law = under.law;
    let file = file()?;
    let said = words_of(file, language)?;
    let words = tongue_under(language, &law.id)?;
    let received = received(law)?;
    let american = language == LetterLanguage::En && law.id.starts_with("us-");
    let odd = which == Sample::Strangest;
    let date = |of: &toml::value::Datetime| words.date(day(of), american);
    let usual = |text: &str| if odd { String::new() } else { text.to_owned() };
    let reason = match which {
        Sample::Longest => said.long.clone(),
        _ => said.reason.clone(),
    };
    let rights: Vec<Right> = claims.iter().map(|(right, _)| *right).collect();
    let named = |rights: &[Right]| -> Vec<Authority> {
        let mut found: Vec<Authority> = Vec::new();
        for right in rights {
            for body in law.complaint_bodies_for(*right, "", received) {
                let body = words.authority(law, body);
                if !found.contains(&body) {
                    found.push(body);
                }
            }
        }
        if found.is_empty() {
            found.push(authority(file));
        }
        found
    };
    let mut of_claims = Vec::new();
    for (right, outcome) in claims {
        let Ok(rule) = law.right(*right, received) else {
            continue;
        };
        let no = matches!(outcome, Some(Outcome::Refused | Outcome::GrantedInPart));
        let named = under.ground(*right);
        let first = rule.grounds.first().map(String::as_str);
        let ground = named.or(first).and_then(|id| law.ground(id));
        of_claims.push(ClaimFields {
            reasons: match which {
                Sample::Longest => said.long.clone(),
                _ => said.reasons.clone(),
            },
            kept: said.kept.clone(),
            repeat: (!odd).then(|| Repeat {
                limit: reason.clone(),
                cite: rule.cite.clone(),
                earlier: vec![date(&file.published)],
                again: date(&file.later),
            }),
            ..words.claim(
                law,
                rule,
                *outcome,
                ground.filter(|_| named.is_some() || no && !odd),
            )
        });
    }
    let bodies = named(&rights);
    Ok(Fields {
        language,
        organisation: organisation(file, odd),
        officer: file.officer.clone(),
        requester: file.requester[which.at()].clone(),
        subject: file.subject[which.at()].clone(),
        reference: file.reference.clone(),
        received: words.date(received, american),
        channel: usual(&words.channel(Channel::Mail)),
        claims: of_claims,
        respond_by: date(&file.respond_by),
        new_date: date(&file.new_date),
        more_time: words.span(file.more_months, Unit::Months),
        reason,
        asked: said.asked.clone(),
        authority: bodies.first().cloned().unwrap_or_else(|| authority(file)),
        bodies,
        appeal_bodies: named(&[Right::Appeal]),
        appeal_answer: usual(&words.span(file.appeal_days, Unit::Days)),
        complaint_contact: words.contact(
            &file.organisation.email,
            &file.organisation.address.join(", "),
        ),
        how_to_confirm: said.confirm.clone(),
        policy: "lindensee.example/privacy".into(),
        promises: promises(said, &date(&file.published), which),
        questions: words.questions_asked(match which {
            Sample::Strangest => &[QuestionTopic::Selling],
            _ => &[QuestionTopic::Selling, QuestionTopic::DoNotTrack],
        }),
        registers: match which {
            Sample::Longest => vec![said.register.clone(); 3],
            _ => vec![said.register.clone()],
        },
        missing: match which {
            Sample::Strangest => Vec::new(),
            _ => [Requirement::FullName, Requirement::PostalCode]
                .map(|wanted| words.particular(wanted, "", american))
                .to_vec(),
        },
        given: (!odd).then(|| given(said, &date(&file.published))),
        account: (!odd).then(|| account(file, said, words, american)),
        child: if odd {
            ChildFields::default()
        } else {
            child(said, &date(&file.respond_by))
        },
        american,
    })
}

fn words_of(file: &File, language: LetterLanguage) -> Result<&Words, LetterError> {
    let found = file.language.get(&language);
    found.ok_or_else(|| unread("sample.toml", "it lacks a language"))
}

fn authority(file: &File) -> Authority {
    Authority {
        name: file.authority.name.clone(),
        address: file.authority.address.clone(),
        website: file.authority.website.clone(),
    }
}

fn organisation(file: &File, odd: bool) -> Organisation {
    Organisation {
        name: file.organisation.name.clone(),
        address: file.organisation.address.clone(),
        email: file.organisation.email.clone(),
        phone: if odd {
            String::new()
        } else {
            file.organisation.phone.clone()
        },
    }
}

fn promises(said: &Words, published: &str, which: Sample) -> Vec<PromiseQuote> {
    let one = |quote: &str| PromiseQuote {
        quote: quote.to_owned(),
        published: published.to_owned(),
        title: "Privacy Policy".into(),
        kind: PromiseKind::NoSharing,
    };
    match which {
        Sample::Ordinary => vec![one(&said.quote)],
        Sample::Longest => vec![one(&said.quote), one(&said.long)],
        Sample::Strangest => Vec::new(),
    }
}

fn given(said: &Words, day: &str) -> Given {
    Given {
        year: "2025".into(),
        categories: vec![said.category.clone()],
        uncategorised: 0,
        recipients: vec![GivenTo {
            name: "Nordwind Reisen AG".into(),
            address: "Hafenweg 2, 20457 Hamburg".into(),
            examples: said.examples.clone(),
            name_tells: false,
        }],
        ground: String::new(),
        choice: Some(Choice {
            quote: said.quote.clone(),
            published: day.to_owned(),
            means: said.confirm.clone(),
        }),
        earlier: day.to_owned(),
        again: day.to_owned(),
    }
}

fn account(file: &File, said: &Words, words: &Tongue, american: bool) -> Account {
    let date = |of: &toml::value::Datetime| words.date(day(of), american);
    Account {
        from: date(&file.published),
        until: date(&file.received),
        rows: vec![AccountRow {
            on: date(&file.published),
            recipient: "Nordwind Versicherung AG".into(),
            address: "Hafenweg 2, 20457 Hamburg".into(),
            description: said.data.clone(),
            purpose: said.purpose.clone(),
            times: 2,
            last_on: date(&file.received),
        }],
        fee: String::new(),
    }
}

fn child(said: &Words, day: &str) -> ChildFields {
    ChildFields {
        on_file: true,
        service: said.service.clone(),
        collects: said.collects.clone(),
        discloses: said.discloses.clone(),
        integral: String::new(),
        contact: true,
        european: true,
        online_notice: "lindensee.example/children".into(),
        erase_by: day.to_owned(),
        exception: String::new(),
        mail_is_enough: false,
        consented_on: day.to_owned(),
        method: said.method.clone(),
        may_disclose: true,
        erased_on: day.to_owned(),
        erased: said.collects.clone(),
        stopped_on: day.to_owned(),
        contact_erased_on: day.to_owned(),
        proof_deleted: true,
    }
}

/// What the letter about a breach is written from.
pub fn breach_sample(language: LetterLanguage, which: Sample) -> Result<BreachNotice, LetterError> {
    let file = file()?;
    let said = words_of(file, language)?;
    let words = tongue(language)?;
    let odd = which == Sample::Strangest;
    let usual = |text: &str| if odd { String::new() } else { text.to_owned() };
    let day = words.date(day(&file.received), false);
    Ok(BreachNotice {
        language,
        name: file.requester[which.at()].clone(),
        aware: day.clone(),
        happened: usual(&words.incident.on.replace("{from}", &day)),
        nature: match which {
            Sample::Longest => format!("{}; {}", said.nature, said.long),
            _ => said.nature.clone(),
        },
        data: usual(&said.data),
        consequences: said.consequences.clone(),
        measures: said.measures.clone(),
        advice: said.advice.clone(),
        promises: if odd {
            Vec::new()
        } else {
            vec![Promised {
                quote: said.quote.clone(),
                published: day.clone(),
            }]
        },
        in_site: !odd,
        contact: file.officer.clone(),
        email: usual(&file.organisation.email),
        phone: usual(&file.organisation.phone),
        address: file.organisation.address.join(", "),
        reference: words.incident.reference.replace("{id}", "3"),
        american: language == LetterLanguage::En && odd,
    })
}

/// To whom a sample goes, as it stands in the window.
pub fn recipient(which: Sample) -> Result<Vec<String>, LetterError> {
    let file = file()?;
    let mut lines = vec![file.requester[which.at()].clone()];
    lines.extend(file.address.iter().cloned());
    Ok(lines)
}

/// The reference of a sample.
pub fn reference() -> Result<String, LetterError> {
    Ok(file()?.reference.clone())
}

/// What each field of the catalogue holds in the ordinary sample, on one line.
pub fn sample_values(
    language: LetterLanguage,
    law: &Law,
    kind: LetterKind,
    right: Right,
) -> Result<BTreeMap<String, String>, LetterError> {
    let fields = sample(language, law, &[(right, None)], Sample::Ordinary)?;
    let derived = derived(language, &under(law)?, kind, &fields)?;
    let mut all = BTreeMap::new();
    for whole in [to_value(&derived)?, to_value(&fields)?] {
        flatten("", &whole, &mut all);
    }
    Ok(all)
}

/// The same of the letter about a breach.
pub fn breach_values(language: LetterLanguage) -> Result<BTreeMap<String, String>, LetterError> {
    let mut all = BTreeMap::new();
    let notice = breach_sample(language, Sample::Ordinary)?;
    flatten("", &to_value(&notice)?, &mut all);
    Ok(all)
}

fn to_value(of: &impl serde::Serialize) -> Result<Value, LetterError> {
    serde_json::to_value(of).map_err(|e| unread("sample.toml", &e.to_string()))
}

/// The first of each list stands for all of it; what was named before stays.
fn flatten(at: &str, value: &Value, all: &mut BTreeMap<String, String>) {
    let shown = match value {
        Value::Null | Value::Object(_) => String::new(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.replace('\n', " / "),
        Value::Array(many) => {
            let plain: Vec<&str> = many.iter().filter_map(Value::as_str).collect();
            plain.join(", ")
        }
    };
    if !at.is_empty() && !at.ends_with("[]") {
        all.entry(at.to_owned()).or_insert(shown);
    }
    match value {
        Value::Array(many) => {
            if let Some(first @ Value::Object(_)) = many.first() {
                flatten(&format!("{at}[]"), first, all);
            }
        }
        Value::Object(parts) => {
            for (name, part) in parts {
                let dot = if at.is_empty() { "" } else { "." };
                flatten(&format!("{at}{dot}{name}"), part, all);
            }
        }
        _ => {}
    }
}
