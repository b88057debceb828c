//! What can go wrong when a date is asked for, each with what to do about it.

use chrono::NaiveDate;

use crate::words::Right;

/// Why no date can be given. The sentence is written for the officer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LawError {
    /// No rule pack of this name.
    #[error("There is no law “{id}” in the program. Choose one of: {known}.")]
    UnknownLaw {
        /// What was asked for.
        id: String,
        /// The identifiers there are.
        known: String,
    },
    /// No calendar of this name.
    #[error("There is no calendar “{id}” in the program. Choose one of: {known}.")]
    UnknownCalendar {
        /// What was asked for.
        id: String,
        /// The identifiers there are.
        known: String,
    },
    /// The law does not give this right at all.
    #[error("{law} does not know the right “{right}”. Choose another right or another law.")]
    RightNotInLaw {
        /// Short name of the law.
        law: String,
        /// The right.
        right: Right,
    },
    /// The law gives the right, but not to a request received on this day.
    #[error(
        "Under {law} the right “{right}” applies to requests received from {since}; this one was received on {received}."
    )]
    NotYetInForce {
        /// Short name of the law.
        law: String,
        /// The right.
        right: Right,
        /// First day of receipt that counts.
        since: NaiveDate,
        /// Day of receipt.
        received: NaiveDate,
    },
    /// The holidays of that year are not written down.
    #[error(
        "The holidays of {calendar} are written for the years {first} to {last}, and this date would be {date}. Check the dates that were typed; for a later year, install a newer Rightsdesk."
    )]
    OutsideCalendar {
        /// Name of the calendar.
        calendar: String,
        /// First year of the calendar.
        first: i32,
        /// Last year of the calendar.
        last: i32,
        /// The date that was needed.
        date: NaiveDate,
    },
    /// The arithmetic leaves the range of dates.
    #[error("The date {0} is too far away to count from. Check the year.")]
    DateOutOfRange(NaiveDate),
    /// A date or an instant that cannot be read.
    #[error(
        "“{0}” is not a date. Write it as 2026-01-31, or as an instant such as 2026-01-31T22:30:00Z."
    )]
    BadDate(String),
    /// No time zone of this name.
    #[error(
        "There is no time zone “{0}”. Write it as in the IANA list, for example Europe/Berlin."
    )]
    UnknownZone(String),
    /// A word that is not in its list.
    #[error("“{word}” is not {what}. Choose one of: {known}.")]
    UnknownWord {
        /// What was asked for.
        word: String,
        /// What it should have been, with its article.
        what: &'static str,
        /// The words there are.
        known: String,
    },
    /// An event that lies before the request itself.
    #[error(
        "The event “{event}” on {on} lies before the request, received on {received}. Check both dates."
    )]
    EventBeforeReceipt {
        /// The event.
        event: String,
        /// Its day.
        on: NaiveDate,
        /// Day of receipt.
        received: NaiveDate,
    },
    /// A way of arriving that this law does not ask about.
    #[error(
        "{law} {asks} with the right “{right}”, so “{arrived_at}” would change nothing. Leave it out."
    )]
    ArrivalNotAsked {
        /// Short name of the law.
        law: String,
        /// The right.
        right: Right,
        /// What was said.
        arrived_at: &'static str,
        /// What the law asks instead.
        asks: String,
    },
    /// A pack or a calendar that does not load.
    #[error("The file {file} does not load: {why}")]
    BadData {
        /// Name of the file.
        file: String,
        /// What is wrong with it.
        why: String,
    },
}
