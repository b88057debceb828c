//! A question to the law alone.

use crate::{
    batch,
    say::{self, Failure},
};
use clap::Args;
use rightsdesk_core::{
    api::wire::{DatedEvent, DeadlineIn},
    desk::reference,
};
use serde_json::Value;
use std::{path::PathBuf, str::FromStr};

/// Ask a law for its dates; needs no desk
///
/// Prints every date with its working: where the count starts, the article, the arithmetic, and the holidays skipped.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub struct Deadline {
    /// The law, such as eu-gdpr, uk-gdpr, us-ca-ccpa, us-can-spam; `law list` shows all
    #[arg(long, value_name = "LAW", required_unless_present = "batch")]
    regime: Option<String>,
    /// The right that is invoked, such as access, erasure, opt-out-sale-sharing
    #[arg(long, required_unless_present = "batch")]
    right: Option<String>,
    /// When it came in: a day (2026-01-31), or an instant (2026-10-24T22:30:00Z) together with --timezone
    #[arg(long, value_name = "WHEN", required_unless_present = "batch")]
    received: Option<String>,
    /// Time zone of the organisation, such as Europe/Berlin
    #[arg(long, value_name = "ZONE")]
    timezone: Option<String>,
    /// Holiday calendar, such as de-be; without one there are no holidays
    #[arg(long)]
    calendar: Option<String>,
    /// What happened since, such as identity-requested=2026-02-03; may be given several times
    #[arg(long = "event", value_name = "EVENT=DAY")]
    events: Vec<Event>,
    /// How it arrived, where the law tells arrivals apart: designated-address or other-address (Shine the Light), opt-out-signal (of a browser)
    #[arg(long, value_name = "HOW")]
    arrived_at: Option<String>,
    /// Answer many in one go: a file with one JSON object a line, named as these flags; - reads standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["regime", "right", "received", "timezone", "calendar", "events", "arrived_at"])]
    batch: Option<PathBuf>,
    /// Print JSON instead of a sheet to read
    #[arg(long)]
    json: bool,
}

const EXAMPLE: &str = "Example:
  rightsdesk-cli deadline --regime eu-gdpr --right access --received 2026-01-31 --calendar de-be \\
      --event identity-requested=2026-02-03
  rightsdesk-cli deadline --batch questions.jsonl

A line of a batch:
  {\"regime\": \"uk-gdpr\", \"right\": \"access\", \"received\": \"2026-02-16\", \"calendar\": \"gb-eng\",
   \"events\": [{\"type\": \"clarification-requested\", \"date\": \"2026-02-19\"}]}
One object comes out for each, in the same order, as with --json; for a line that cannot be answered
{\"line\": 2, \"error\": \"…\"}, and the exit code is 1. An \"id\" in a line comes back with its answer.";

#[derive(Debug, Clone)]
struct Event {
    kind: String,
    date: String,
}

impl FromStr for Event {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (kind, date) = text
            .split_once('=')
            .ok_or("write it as EVENT=DAY, such as identity-requested=2026-02-03")?;
        Ok(Self {
            kind: kind.trim().to_owned(),
            date: date.trim().to_owned(),
        })
    }
}

impl Deadline {
    pub fn run(self) -> crate::Done {
        if let Some(file) = &self.batch {
            return batch::run(file);
        }
        let asked = DeadlineIn {
            // The grammar demands the three unless there is a batch.
            regime: self.regime.unwrap_or_default(),
            right: self.right.unwrap_or_default(),
            received: self.received.unwrap_or_default(),
            timezone: self.timezone,
            calendar: self.calendar,
            events: self
                .events
                .into_iter()
                .map(|event| DatedEvent {
                    kind: event.kind,
                    date: event.date,
                })
                .collect(),
            arrived_at: self.arrived_at,
        };
        let report = reference::answer(asked)?;
        if self.json {
            say::json(&report)
        } else {
            let report = serde_json::to_value(report).map_err(Failure::refused)?;
            say::print(&sheet(&report)?)
        }
    }
}

/// The dates under their names in the report.
const DATES: &[(&str, &str)] = &[
    ("ack_due", "Acknowledge by"),
    ("respond_due", "Answer by"),
    ("extension_notice_due", "Announce an extension by"),
    ("extended_due", "With an extension, answer by"),
    ("cease_due", "Stop by"),
    ("refusal_notice_due", "Tell a refusal by"),
    ("compliance_notice_due", "Tell that it was done by"),
];

/// The report as a page to read.
fn sheet(report: &Value) -> Result<String, Failure> {
    let word = |value: &Value, key: &str| {
        value
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let mut text = format!(
        "{} ({})\n",
        word(report, "right_name"),
        word(report, "citation")
    );
    text.push_str(&format!("Received on {}\n\n", word(report, "received_on")));

    for (key, name) in DATES {
        let Some(due) = report.get(key).and_then(Value::as_str) else {
            continue;
        };
        text.push_str(&format!("{name:<30}{due}"));
        let strictest = report
            .get("earliest")
            .map(|dates| word(dates, key))
            .filter(|day| !day.is_empty() && day != due);
        if let Some(day) = strictest {
            text.push_str(&format!(
                "   (safe by {day}: the law can be read more strictly)"
            ));
        }
        text.push('\n');
    }
    let waiting = word(report, "waiting");
    if !waiting.is_empty() {
        text.push_str(&format!("The clock waits for: {waiting}\n"));
    }
    for (key, name) in DATES {
        let steps: Vec<&Value> = report
            .get("working")
            .and_then(Value::as_array)
            .map(|steps| {
                steps
                    .iter()
                    .filter(|step| word(step, "deadline") == *key)
                    .collect()
            })
            .unwrap_or_default();
        if steps.is_empty() {
            continue;
        }
        text.push_str(&format!("\n{name}: why\n"));
        for step in steps {
            let cite = word(step, "citation");
            let cite = if cite.is_empty() {
                cite
            } else {
                format!("  [{cite}]")
            };
            text.push_str(&format!(
                "  {:<12}{}{cite}\n",
                word(step, "date"),
                word(step, "text")
            ));
        }
    }
    Ok(say::plain(&text))
}
