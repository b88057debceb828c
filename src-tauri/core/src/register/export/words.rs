//! Words of the lists.

use crate::api::wire::{HandlingPurpose, Person};
use crate::words::{Act, DataTopic, IncidentRisk};

/// What was done, as an entry of a list says it.
pub fn act(act: Act) -> &'static str {
    match act {
        Act::Collect => "collected",
        Act::Use => "used",
        Act::Disclose => "disclosed",
        Act::Sell => "sold",
    }
}

/// For what.
pub fn purpose(purpose: HandlingPurpose) -> &'static str {
    match purpose {
        HandlingPurpose::OurMarketing => "our marketing",
        HandlingPurpose::TheirMarketing => "their marketing",
        HandlingPurpose::ServiceProvider => "service for us",
        HandlingPurpose::LegalProcess => "legal process",
        HandlingPurpose::CareAndPayment => "treatment, payment, operations",
        HandlingPurpose::BusinessTransfer => "transfer of the business",
        HandlingPurpose::Other => "other",
    }
}

/// Kinds of data, one after another.
pub fn topics(topics: &[DataTopic]) -> String {
    let words: Vec<String> = topics
        .iter()
        .map(|one| one.id().replace('-', " "))
        .collect();
    words.join(", ")
}

/// How grave an incident is.
pub fn risk(risk: IncidentRisk) -> &'static str {
    match risk {
        IncidentRisk::Open => "not judged yet",
        IncidentRisk::Unlikely => "unlikely",
        IncidentRisk::Risk => "a risk",
        IncidentRisk::High => "high",
    }
}

/// The name, else the mail address; what was erased says so.
pub fn called(person: &Person, erased: bool) -> String {
    match (person.name.trim(), person.email.trim(), erased) {
        (_, _, true) => "(erased)".into(),
        ("", email, _) => email.to_owned(),
        (name, _, _) => name.to_owned(),
    }
}

/// An identifier as words: `consent-given`.
pub fn spaced(id: &str) -> String {
    id.replace('-', " ")
}
