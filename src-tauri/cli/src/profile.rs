//! The organisation, as flags of a new desk.

use crate::say::Failure;
use clap::{Args, ValueEnum};
use rightsdesk_core::api::wire::{AboutOrganisation, DeskProfile, Envelope, Paper};

#[derive(Debug, Args)]
pub struct Profile {
    /// Name of the organisation
    #[arg(long, value_name = "NAME")]
    organisation: String,
    /// Postal address, one flag a line
    #[arg(long, value_name = "LINE", required = true)]
    address: Vec<String>,
    /// Mail address that the policy names for privacy requests
    #[arg(long, value_name = "MAIL", default_value = "")]
    contact_email: String,
    /// Telephone number for privacy requests
    #[arg(long, value_name = "NUMBER", default_value = "")]
    contact_phone: String,
    /// Post address that the policy names, when it is another one; one flag a line
    #[arg(long, value_name = "LINE")]
    contact_address: Vec<String>,
    /// Time zone in which days are counted, such as Europe/Berlin
    #[arg(long, value_name = "ZONE")]
    time_zone: String,
    /// Home holiday calendar, such as de-be
    #[arg(long, default_value = "none")]
    calendar: String,
    /// The laws that apply, with commas between them, such as eu-gdpr,us-can-spam
    #[arg(long, value_name = "LAWS", value_delimiter = ',', required = true)]
    laws: Vec<String>,
    /// Where the organisation is established: de, us-tx …
    #[arg(long, value_name = "PLACES", value_delimiter = ',')]
    established: Vec<String>,
    /// Where the people live whose data it holds: de, us-ca …
    #[arg(long, value_name = "PLACES", value_delimiter = ',')]
    serves: Vec<String>,
    /// What decides which laws apply, one flag each: for-profit=yes, employees=12, us-va=120000
    #[arg(long, value_name = "QUESTION=ANSWER", value_parser = answer)]
    about: Vec<(String, Answer)>,
    /// Supervisory authority that letters name
    #[arg(long, value_name = "NAME", default_value = "")]
    authority_name: String,
    /// Its address, one flag a line
    #[arg(long, value_name = "LINE")]
    authority_address: Vec<String>,
    /// How a person can see that an opt-out was carried out
    #[arg(long, value_name = "TEXT", default_value = "")]
    opt_out_confirmation: String,
    /// First day of the fiscal year, as month and day, such as 04-01
    #[arg(long, value_name = "MM-DD", default_value = "01-01")]
    fiscal_start: String,
    /// Paper of the letters
    #[arg(long, value_enum, default_value_t = PaperWord::A4)]
    paper: PaperWord,
    /// Window envelope of the letters
    #[arg(long, value_enum, default_value_t = EnvelopeWord::Din5008b)]
    envelope: EnvelopeWord,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum PaperWord {
    A4,
    UsLetter,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum EnvelopeWord {
    #[value(name = "din5008-b")]
    Din5008b,
    #[value(name = "us10")]
    Us10,
    Dl,
    Plain,
}

/// A question about the organisation with its answer: yes, no, or a number.
#[derive(Debug, Clone, Copy)]
enum Answer {
    Fact(bool),
    Number(u64),
}

fn answer(text: &str) -> Result<(String, Answer), String> {
    let (question, said) = text
        .split_once('=')
        .ok_or("write it as for-profit=yes or employees=12")?;
    let answer = match said {
        "yes" => Answer::Fact(true),
        "no" => Answer::Fact(false),
        number => Answer::Number(
            number
                .parse()
                .map_err(|_| "the answer is yes, no or a whole number")?,
        ),
    };
    Ok((question.to_owned(), answer))
}

fn about(
    established: Vec<String>,
    serves: Vec<String>,
    answers: Vec<(String, Answer)>,
) -> AboutOrganisation {
    let mut about = AboutOrganisation {
        established,
        serves,
        ..AboutOrganisation::default()
    };
    for (question, answer) in answers {
        match answer {
            Answer::Fact(yes) => {
                about.facts.insert(question, yes);
            }
            Answer::Number(number) if question.starts_with("us-") => {
                about.people.insert(question, number);
            }
            Answer::Number(number) => {
                about.figures.insert(question, number);
            }
        }
    }
    about
}

impl Profile {
    pub fn into_wire(self) -> Result<DeskProfile, Failure> {
        Ok(DeskProfile {
            about: about(self.established, self.serves, self.about),
            organisation: self.organisation,
            address: self.address,
            contact_email: self.contact_email,
            contact_phone: self.contact_phone,
            contact_address: self.contact_address,
            time_zone: self.time_zone,
            calendar: self.calendar,
            laws: self.laws,
            authority_name: self.authority_name,
            authority_address: self.authority_address,
            opt_out_confirmation: self.opt_out_confirmation,
            fiscal_start: self.fiscal_start,
            paper: match self.paper {
                PaperWord::A4 => Paper::A4,
                PaperWord::UsLetter => Paper::UsLetter,
            },
            envelope: match self.envelope {
                EnvelopeWord::Din5008b => Envelope::Din5008B,
                EnvelopeWord::Us10 => Envelope::Us10,
                EnvelopeWord::Dl => Envelope::Dl,
                EnvelopeWord::Plain => Envelope::Plain,
            },
        })
    }
}
