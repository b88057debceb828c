//! Moments and civil days. The core has no clock: `Now` comes in with each call.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, SecondsFormat, TimeZone, Utc};
use chrono_tz::Tz;

/// The moment of a call, given by whoever has a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now(DateTime<Utc>);

impl Now {
    /// The moment this call is made.
    pub fn new(instant: DateTime<Utc>) -> Self {
        Self(instant)
    }

    /// The same moment as an instant.
    pub fn instant(self) -> DateTime<Utc> {
        self.0
    }

    /// The civil day in the desk's zone; never the day in UTC.
    pub fn today(self, zone: Tz) -> NaiveDate {
        civil_day(self.0, zone)
    }

    /// As stored and sent: RFC 3339, UTC, whole seconds.
    pub fn stamp(self) -> String {
        stamp(self.0)
    }
}

/// RFC 3339 in UTC with whole seconds.
pub fn stamp(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The civil day of an instant in a zone: 23:30 UTC may be tomorrow.
pub fn civil_day(instant: DateTime<Utc>, zone: Tz) -> NaiveDate {
    instant.with_timezone(&zone).date_naive()
}

/// The zone with this IANA name.
pub fn zone(name: &str) -> Option<Tz> {
    name.parse().ok()
}

/// A local `YYYY-MM-DDTHH:MM` in a zone as an instant.
///
/// An hour that occurs twice (clocks go back) is taken the first time, the earlier receipt.
/// An hour that does not occur (clocks go forward) is moved past the gap.
pub fn local_instant(text: &str, zone: Tz) -> Option<DateTime<Utc>> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S"))
        .ok()?;
    if !(1900..=9000).contains(&local.year()) {
        return None;
    }
    let moved = local.checked_add_signed(chrono::TimeDelta::hours(1))?;
    zone.from_local_datetime(&local)
        .earliest()
        .or_else(|| zone.from_local_datetime(&moved).earliest())
        .map(|t| t.with_timezone(&Utc))
}

/// A civil day from `YYYY-MM-DD`.
pub fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .filter(|d| (1900..=9000).contains(&d.year()))
}

/// "Mon 2 Mar 2026", as the log and the queue write a day.
pub fn short(day: NaiveDate) -> String {
    day.format("%a %-d %b %Y").to_string()
}

/// "2 March 2026", as a letter writes a day.
pub fn long(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// "2 March 2026", or as American English writes it: "March 2, 2026".
pub fn long_in(day: NaiveDate, american: bool) -> String {
    if american {
        day.format("%B %-d, %Y").to_string()
    } else {
        long(day)
    }
}
