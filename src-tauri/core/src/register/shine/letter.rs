//! What a letter says of it: under the statute, and under a policy that promises the same.

use super::given::in_year;
use super::{alternative, earlier_answer, year_before};
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::letter::{Choice, Given, GivenTo};
use crate::promise::engaged::OWN_POLICY;
use crate::request::case::Case;
use crate::time::long_in;
use crate::words::Right;
use chrono::NaiveDate;

/// The law that gives the right.
const LAW: &str = "us-ca-shine-the-light";

/// What the letter under this law tells of the year before; nothing where it does not speak of that.
pub fn fields(
    desk: &Desk,
    case: &Case,
    law: &str,
    american: bool,
) -> Result<Option<Given>, Refusal> {
    let claim = case
        .claims
        .iter()
        .find(|c| c.right == Right::DisclosureList && c.laws.iter().any(|one| one == law));
    let Some(claim) = claim.filter(|_| law == LAW || law == OWN_POLICY) else {
        return Ok(None);
    };
    let year = year_before(case);
    let given = in_year(desk, year)?;
    let choice = alternative(desk, case)?;
    let published =
        |id| -> Result<String, Refusal> { Ok(long_in(desk.policy.version(id)?.from, american)) };
    Ok(Some(Given {
        year: year.to_string(),
        categories: given.categories.into_iter().map(|one| one.name).collect(),
        uncategorised: given.uncategorised,
        recipients: given
            .recipients
            .into_iter()
            .map(|one| GivenTo {
                name: one.shown.name,
                address: one.shown.address.join(", "),
                examples: one.shown.examples,
                name_tells: one.name_tells,
            })
            .collect(),
        ground: claim
            .ground
            .as_ref()
            .filter(|(of, _)| of == law)
            .map(|(_, id)| id.clone())
            .unwrap_or_default(),
        choice: match choice {
            Some(one) => Some(Choice {
                published: published(one.policy)?,
                quote: one.quote,
                means: one.means,
            }),
            None => None,
        },
        earlier: earlier_answer(desk, case)?
            .map(|on| long_in(on, american))
            .unwrap_or_default(),
        again: NaiveDate::from_ymd_opt(year + 2, 1, 1)
            .map(|on| long_in(on, american))
            .unwrap_or_default(),
    }))
}
