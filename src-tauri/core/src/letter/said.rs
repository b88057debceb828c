//! Words of the field as letters say them.

use crate::words::{QuestionTopic, Requirement};

/// What was only asked about, each to be read after “You asked us”.
///
/// Something else has no words but the officer's, so it leaves a blank.
pub fn questions_asked(topics: &[QuestionTopic]) -> Vec<String> {
    let words = |topic: &QuestionTopic| match topic {
        QuestionTopic::Selling => "whether we sell your data",
        QuestionTopic::Sharing => "whether we give your data to others",
        QuestionTopic::DoNotTrack => "what we do when a browser asks us not to track",
        QuestionTopic::Children => "what we do with the data of children",
        QuestionTopic::Sensitive => "what we do with sensitive data",
        QuestionTopic::Retention => "how long we keep data",
        QuestionTopic::Security => "how we protect data",
        QuestionTopic::PolicyChanges => "how you learn that our privacy policy changes",
        QuestionTopic::Uses => "what we use data for",
        QuestionTopic::Other => "[[what else was asked, as in: whether we sell your data]]",
    };
    topics.iter().map(words).map(str::to_owned).collect()
}

/// What a policy asks a request to contain, as a line in a list of what is missing.
///
/// `words` are those of the policy; of a label the words that must stand in the request.
pub fn particular(wanted: Requirement, words: &str, american: bool) -> String {
    let plain = match wanted {
        Requirement::Label if words.trim().is_empty() => {
            "the words that our policy asks for in the subject or the text"
        }
        Requirement::Label => {
            return format!("the words “{}” in the subject or the text", words.trim());
        }
        Requirement::FullName => "your full name",
        Requirement::Street if american => "your street address",
        Requirement::Street => "your street and house number",
        Requirement::City => "your city or town",
        Requirement::State => "your state",
        Requirement::PostalCode if american => "your ZIP code",
        Requirement::PostalCode => "your postal code",
        Requirement::Country => "your country",
        Requirement::EmailAddress => "your e-mail address",
        Requirement::Phone => "your telephone number",
        Requirement::InWriting => "the request in writing: a short note by e-mail or by post",
        Requirement::Signature => "your signature",
        Requirement::ProofOfIdentity => "something that shows who you are",
        Requirement::Account => "the number or the name of your account",
    };
    plain.to_owned()
}
