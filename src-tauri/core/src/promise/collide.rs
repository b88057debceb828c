//! Does something that was done with data agree with a promise? Pure: the entry and the reading decide.

use crate::api::wire::{ConsentOnFile, HandlingIn, HandlingPurpose};
use crate::policy::Reading;
use crate::register::against::{AUTHORIZATION_FIRST, PARENT_FIRST};
use crate::words::{
    Act, Audience, DataTopic, Exception, Polarity, ProcessKind, PromiseKind, Right,
};

/// Why an entry does not agree with a promise.
#[derive(Debug, PartialEq, Eq)]
pub struct Collision {
    /// What was done against what was promised, in a sentence.
    pub message: String,
    /// It cannot be entered without a written answer: it touches those who are protected most.
    pub needs_answer: bool,
    /// What the promise makes us obtain before anything leaves the house; empty where it names nothing.
    pub obtain: &'static str,
}

/// What the directory of recipients says of whoever got the data, on the day of the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Contract {
    /// The recipient is not in the directory: what the entry says counts.
    Unknown,
    /// In the directory, and no contract for work under our instructions was on file that day.
    Missing,
    /// Works under our instructions, by a contract that was on file that day.
    OnFile,
}

/// Compares one entry with one promise in force on its day.
pub fn collide(entry: &HandlingIn, contract: Contract, promise: &Reading) -> Option<Collision> {
    if !concerns(entry, promise) || excepted(entry, contract, promise) {
        return None;
    }
    let flagged = |message: String, needs_answer| {
        Some(Collision {
            message,
            needs_answer,
            obtain: match promise.kind {
                PromiseKind::ParentalConsent if passes_on(entry) => PARENT_FIRST,
                PromiseKind::HealthAuthorization => AUTHORIZATION_FIRST,
                _ => "",
            },
        })
    };
    let data = data_words(entry);
    match promise.kind {
        PromiseKind::NoSharing => {
            if !passes_on(entry) || no_choice_of_ours(entry, contract) {
                return None;
            }
            flagged(
                format!(
                    "{data} of {} {} to {}, though the policy says that this is not done.{}",
                    people(entry),
                    was(entry),
                    recipient(entry),
                    lacking(entry, contract)
                ),
                false,
            )
        }
        PromiseKind::LegalDisclosure if promise.polarity == Polarity::DoesNot => {
            if !passes_on(entry) || works_for_us(entry, contract) || has_basis(entry) {
                return None;
            }
            flagged(
                format!(
                    "{data} of {} went to {} without a legal basis on file, though the policy says that it is disclosed only where the law demands it.{}",
                    people(entry),
                    recipient(entry),
                    lacking(entry, contract)
                ),
                false,
            )
        }
        PromiseKind::OptIn => {
            let explicit = promise
                .exceptions
                .iter()
                .any(|e| e.what == Exception::ExplicitConsent)
                || about(promise, DataTopic::Sensitive)
                || about(promise, DataTopic::Health);
            let enough = match entry.consent {
                ConsentOnFile::Explicit | ConsentOnFile::Authorization => true,
                ConsentOnFile::OptIn => !explicit,
                _ => false,
            };
            if enough {
                return None;
            }
            let kind = if explicit {
                "explicit consent"
            } else {
                "consent"
            };
            flagged(
                format!(
                    "{data} of {} {} without {kind} on file, though the policy promises that this happens only with it.",
                    people(entry),
                    done(entry)
                ),
                explicit,
            )
        }
        PromiseKind::NoChildren => flagged(
            format!(
                "Data of children {}{}, though the policy says that nothing is knowingly collected from children{}.",
                about_them(entry),
                done(entry),
                below(promise)
            ),
            true,
        ),
        PromiseKind::ParentalConsent => {
            let enough = match entry.act {
                Act::Disclose | Act::Sell => entry.consent == ConsentOnFile::ParentDisclose,
                Act::Collect | Act::Use => matches!(
                    entry.consent,
                    ConsentOnFile::ParentUse | ConsentOnFile::ParentDisclose
                ),
            };
            if enough {
                return None;
            }
            flagged(
                format!(
                    "Data of children {}{} without the consent of a parent for it on file, though the policy promises that this is asked for first.",
                    about_them(entry),
                    done(entry)
                ),
                true,
            )
        }
        PromiseKind::HealthAuthorization => {
            // Whether the authorisation covers it, or the exception holds, the register itself says.
            if !passes_on(entry)
                || entry.consent == ConsentOnFile::Authorization
                || entry.health.authorization.is_some()
                || !entry.health.exception.trim().is_empty()
                || entry.purpose == HandlingPurpose::CareAndPayment
            {
                return None;
            }
            flagged(
                format!(
                    "Health information of {} went to {} without an authorization on file, though the policy promises that it needs one.",
                    people(entry),
                    recipient(entry)
                ),
                true,
            )
        }
        PromiseKind::UseLimit if promise.polarity == Polarity::DoesNot => {
            if !promise.acts.contains(&entry.act) {
                return None;
            }
            flagged(
                format!(
                    "{data} of {} {}, though the policy says that this is not done.",
                    people(entry),
                    done(entry)
                ),
                false,
            )
        }
        _ => None,
    }
}

/// The entry is about what the promise is about.
fn concerns(entry: &HandlingIn, promise: &Reading) -> bool {
    let children = matches!(
        promise.kind,
        PromiseKind::NoChildren | PromiseKind::ParentalConsent
    );
    if children {
        // “Nothing of a child is disclosed without consent” does not speak of what is collected.
        let given_only = promise.kind == PromiseKind::ParentalConsent
            && !promise.acts.is_empty()
            && promise
                .acts
                .iter()
                .all(|act| matches!(act, Act::Disclose | Act::Sell));
        return (entry.children || entry.data.contains(&DataTopic::Child))
            && (!given_only || passes_on(entry));
    }
    let heard = promise.audiences.is_empty()
        || promise.audiences.contains(&Audience::Everyone)
        || entry.audiences.is_empty()
        || promise
            .audiences
            .iter()
            .any(|one| entry.audiences.contains(one));
    let topics: Vec<DataTopic> = promise
        .data
        .iter()
        .copied()
        .filter(|topic| *topic != DataTopic::Personal)
        // What the sentences around it speak of is not what consent is asked for.
        .filter(|topic| !narrows(promise) || sensitive(*topic))
        .collect();
    let same_data = if promise.kind == PromiseKind::HealthAuthorization {
        entry.data.contains(&DataTopic::Health)
    } else if topics.is_empty() || promise.data.contains(&DataTopic::Personal) && !narrows(promise)
    {
        // What is said of personal data is not said of figures about pages.
        entry.data.iter().any(|topic| *topic != DataTopic::Usage)
    } else {
        topics
            .iter()
            .any(|topic| entry.data.iter().any(|of| covers(*topic, *of)))
    };
    // A newsletter that only those get who asked for it is our own mailing, whatever “sent” may mean elsewhere.
    if promise.kind == PromiseKind::OptIn && promise.rights.contains(&Right::Unsubscribe) {
        let mailing = entry.act == Act::Use && entry.purpose == HandlingPurpose::OurMarketing;
        return heard && mailing;
    }
    // “Only with your consent” speaks of what we do with it ourselves, unless it says more.
    let unsaid = promise.acts.is_empty() || promise.acts == [Act::Collect];
    let same_act = unsaid && (promise.kind != PromiseKind::OptIn || entry.act == Act::Use)
        || promise.acts.iter().any(|act| match act {
            Act::Disclose => passes_on(entry),
            Act::Sell => entry.act == Act::Sell || entry.purpose == HandlingPurpose::TheirMarketing,
            act => *act == entry.act,
        });
    heard && same_data && same_act
}

/// Consent is asked for some data only: “sensitive personal information”.
fn narrows(promise: &Reading) -> bool {
    promise.kind == PromiseKind::OptIn && promise.data.iter().any(|topic| sensitive(*topic))
}

fn sensitive(topic: DataTopic) -> bool {
    matches!(topic, DataTopic::Sensitive | DataTopic::Health)
}

fn covers(promised: DataTopic, of: DataTopic) -> bool {
    promised == of
        || matches!(
            (promised, of),
            (DataTopic::MailingList, DataTopic::EmailAddress)
                | (DataTopic::EmailAddress, DataTopic::MailingList)
                | (DataTopic::Sensitive, DataTopic::Health)
        )
}

/// The promise itself leaves room for what was done.
fn excepted(entry: &HandlingIn, contract: Contract, promise: &Reading) -> bool {
    promise.exceptions.iter().any(|except| match except.what {
        Exception::AdvanceNotice => !entry.told_on.is_empty() && entry.told_on <= entry.on,
        Exception::Consent => entry.consent != ConsentOnFile::None,
        Exception::ExplicitConsent => entry.consent == ConsentOnFile::Explicit,
        Exception::ParentalConsent => {
            matches!(
                entry.consent,
                ConsentOnFile::ParentUse | ConsentOnFile::ParentDisclose
            ) && promise.kind != PromiseKind::ParentalConsent
        }
        Exception::Law => entry.purpose == HandlingPurpose::LegalProcess && has_basis(entry),
        Exception::ServiceProviders => works_for_us(entry, contract),
        Exception::BusinessTransfer => entry.purpose == HandlingPurpose::BusinessTransfer,
        Exception::Authorization => entry.consent == ConsentOnFile::Authorization,
        // Whether these hold, a reader must judge: they excuse nothing by themselves.
        Exception::Protection | Exception::AsStated | Exception::Other => false,
    })
}

fn passes_on(entry: &HandlingIn) -> bool {
    matches!(entry.act, Act::Disclose | Act::Sell)
}

/// A court's order is no sharing of our own choice where a basis is on file, nor is work done for us.
fn no_choice_of_ours(entry: &HandlingIn, contract: Contract) -> bool {
    works_for_us(entry, contract)
        || entry.purpose == HandlingPurpose::LegalProcess && has_basis(entry)
}

/// Whoever got it works for us: by the contract in the directory; by what the entry says only where the directory is silent.
fn works_for_us(entry: &HandlingIn, contract: Contract) -> bool {
    match entry.purpose {
        HandlingPurpose::ServiceProvider => contract != Contract::Missing,
        // What is sold is not handed over for work, and its own marketing is nobody's work for us.
        HandlingPurpose::Other
        | HandlingPurpose::OurMarketing
        | HandlingPurpose::CareAndPayment => {
            contract == Contract::OnFile && entry.act == Act::Disclose
        }
        HandlingPurpose::TheirMarketing
        | HandlingPurpose::LegalProcess
        | HandlingPurpose::BusinessTransfer => false,
    }
}

/// The law that demands it is written down, or the process that does has its number.
///
/// What an authority asks without a court is a wish until the law behind it is named.
pub fn has_basis(entry: &HandlingIn) -> bool {
    let ordered = entry.process.as_ref().is_some_and(|process| {
        !process.number.trim().is_empty()
            && matches!(
                process.kind,
                ProcessKind::Subpoena | ProcessKind::CourtOrder | ProcessKind::Warrant
            )
    });
    ordered || !entry.legal_basis.trim().is_empty()
}

/// Why work for us does not count here.
fn lacking(entry: &HandlingIn, contract: Contract) -> &'static str {
    if entry.purpose == HandlingPurpose::ServiceProvider && contract == Contract::Missing {
        " It is entered as work for the organisation, but the directory has no contract with this recipient that was on file that day."
    } else {
        ""
    }
}

fn about(promise: &Reading, topic: DataTopic) -> bool {
    promise.data.contains(&topic)
}

fn below(promise: &Reading) -> String {
    promise
        .age
        .map(|age| format!(" under {age}"))
        .unwrap_or_default()
}

/// The data of an entry in words, as a sentence begins.
pub fn data_words(entry: &HandlingIn) -> String {
    let words: Vec<&str> = entry
        .data
        .iter()
        .map(|topic| match topic {
            DataTopic::Personal => "personal data",
            DataTopic::EmailAddress => "e-mail addresses",
            DataTopic::ContactDetails => "contact details",
            DataTopic::MailingList => "mailing lists",
            DataTopic::Sensitive => "sensitive data",
            DataTopic::Health => "health information",
            DataTopic::Child => "children’s data",
            DataTopic::Financial => "financial data",
            DataTopic::Usage => "usage data",
            DataTopic::Content => "what people wrote",
        })
        .collect();
    let list = words.join(", ");
    let mut chars = list.chars();
    chars.next().map_or_else(
        || "Data".to_owned(),
        |first| first.to_uppercase().chain(chars).collect(),
    )
}

/// How many people an entry concerns, and who they are in general words.
pub fn people(entry: &HandlingIn) -> String {
    match (entry.people, entry.group.trim()) {
        (0, "") => "some people".into(),
        (0, group) => group.to_owned(),
        (1, "") => "one person".into(),
        (1, group) => format!("one person ({group})"),
        (n, "") => format!("{n} people"),
        (n, group) => format!("{n} people ({group})"),
    }
}

fn about_them(entry: &HandlingIn) -> String {
    match entry.group.trim() {
        "" => String::new(),
        group => format!("({group}) "),
    }
}

fn recipient(entry: &HandlingIn) -> &str {
    match entry.recipient.trim() {
        "" => "somebody else",
        name => name,
    }
}

fn was(entry: &HandlingIn) -> &'static str {
    if entry.act == Act::Sell {
        "were sold"
    } else {
        "were given"
    }
}

fn done(entry: &HandlingIn) -> String {
    match entry.act {
        Act::Collect => "were collected".into(),
        Act::Use => match entry.purpose {
            HandlingPurpose::OurMarketing => "were used for a mailing or other marketing".into(),
            _ => "were used".into(),
        },
        Act::Disclose | Act::Sell => format!("{} to {}", was(entry), recipient(entry)),
    }
}
