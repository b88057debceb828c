//! A letter that did not arrive told nobody: a closed incident is open again, until whoever it was for was told another way.

use super::file::{self, Incident, LineBody, REOPENED};
use super::line;
use crate::api::wire::Refusal;
use crate::store::{Connection, Transaction};
use crate::time::{self, short};
use chrono::NaiveDate;

/// What a letter leaves open that did not arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreached {
    /// Nothing: the person was told another way, or is erased, or the incident is struck out.
    Nothing,
    /// The person is still to be told.
    Untold,
    /// The same, and the incident had been closed: it is open again.
    Reopened,
}

/// Within the change that notes a letter as not arrived; a closed incident gets a line that opens it again.
pub fn came_back(
    tx: &Transaction,
    incident: u32,
    letter: u32,
    today: NaiveDate,
    event: u32,
) -> Result<Unreached, Refusal> {
    let one = file::read(tx, incident)?;
    let Some((_, issued)) = untold(&one).find(|(id, _)| *id == letter) else {
        return Ok(Unreached::Nothing);
    };
    let Some(closed) = one.closed_on() else {
        return Ok(Unreached::Untold);
    };
    let issued = time::day(issued).map(short).unwrap_or_default();
    let body = LineBody {
        text: format!(
            "The letter of {issued} did not arrive: whoever it was for was not told by it."
        ),
        was: vec![format!("It was closed on {}.", short(closed))],
        ..LineBody::default()
    };
    line(tx, incident, &today.to_string(), REOPENED, &body, event)?;
    Ok(Unreached::Reopened)
}

/// The letters of an incident that did not arrive and whose people are still to be told.
pub fn still_to_tell(conn: &Connection, incident: u32) -> Result<Vec<u32>, Refusal> {
    let one = file::read(conn, incident)?;
    Ok(untold(&one).map(|(id, _)| id).collect())
}

/// Number and day of issue of each; none of an incident that is struck out.
fn untold(one: &Incident) -> impl Iterator<Item = (u32, &str)> {
    one.not_reached()
        .filter(|_| one.struck.is_empty())
        .filter_map(|person| person.letter.as_ref())
        .map(|letter| (letter.id, letter.issued_on.as_str()))
}

/// Why an incident is open that was closed before; empty where it is not.
pub(super) fn why_again(one: &Incident) -> String {
    let Some(since) = one.reopened_on().filter(|_| one.struck.is_empty()) else {
        return String::new();
    };
    let why = match one.not_reached().count() {
        0 => {
            "a letter did not arrive. Whoever it was for has been told since; close it when it is over."
                .to_owned()
        }
        1 => "1 letter did not arrive, and whoever it was for is still to be told.".to_owned(),
        many => format!("{many} letters did not arrive, and whoever they were for are still to be told."),
    };
    format!("Open again since {}: {why}", short(since))
}
