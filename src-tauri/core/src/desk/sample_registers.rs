//! The sample desk's registers: recipients, children, consents and an incident, through the same commands as real ones.

use super::sample::{Life, read};
use crate::api::wire::{
    AuthorizationIn, ChildIn, ConsentIn, IncidentIn, RecipientIn, Refusal, SuppressionIn,
};
use crate::time::Now;
use crate::words::SuppressionScope;
use chrono::{NaiveDate, TimeDelta};
use serde::Deserialize;
use serde_json::{Value, json};

/// What the sample's registers live through.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    does: Vec<Does>,
}

/// One command on a day.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Does {
    /// Days before today.
    ago: i64,
    command: String,
    /// Under which name later commands find the file it opened.
    #[serde(default)]
    keep: String,
    /// What differs from an empty form. `@-12` is a day from today on, `@-12T09:30` a moment of it, `#name` a file kept before.
    args: Value,
}

/// What the sample keeps in its registers.
pub fn kept() -> Result<Kept, Refusal> {
    read(include_str!("../../data/sample/registers.toml"))
}

impl Kept {
    /// Each with its day.
    pub fn days(&self, today: NaiveDate) -> impl Iterator<Item = (NaiveDate, &Does)> {
        self.does
            .iter()
            .map(move |one| (today - TimeDelta::days(one.ago), one))
    }
}

impl Life<'_> {
    /// Calls one of them, and remembers the file it opened.
    pub fn keep(&mut self, does: &Does, on: NaiveDate, at: Now) -> Result<(), Refusal> {
        let today = on + TimeDelta::days(does.ago);
        let mut args = empty_form(&does.command, today)?;
        for (field, value) in does.args.as_object().into_iter().flatten() {
            args[field] = self.meant(value, today)?;
        }
        let reply: Value = self.call(&does.command, &args, at)?;
        if !does.keep.is_empty() {
            let id = number(&reply, &args).ok_or_else(|| {
                Refusal::broken(&format!(
                    "the sample desk keeps nothing by {}",
                    does.command
                ))
            })?;
            self.files.insert(does.keep.clone(), id);
        }
        Ok(())
    }

    /// Days and names of files become what they stand for.
    fn meant(&self, value: &Value, today: NaiveDate) -> Result<Value, Refusal> {
        Ok(match value {
            Value::String(text) => {
                if let Some(days) = text.strip_prefix('@') {
                    json!(day(days, today)?)
                } else if let Some(name) = text.strip_prefix('#') {
                    json!(self.file(name)?)
                } else {
                    value.clone()
                }
            }
            Value::Array(all) => Value::Array(
                all.iter()
                    .map(|one| self.meant(one, today))
                    .collect::<Result<_, _>>()?,
            ),
            Value::Object(all) => Value::Object(
                all.iter()
                    .map(|(key, one)| Ok((key.clone(), self.meant(one, today)?)))
                    .collect::<Result<_, Refusal>>()?,
            ),
            other => other.clone(),
        })
    }

    /// The number of a file kept before.
    pub fn file(&self, name: &str) -> Result<u32, Refusal> {
        self.files.get(name).copied().ok_or_else(|| {
            Refusal::broken(&format!("the sample desk names {name} before it is there"))
        })
    }
}

/// `-12` or `-12T09:30`, counted from today.
fn day(text: &str, today: NaiveDate) -> Result<String, Refusal> {
    let (days, time) = text.split_once('T').unwrap_or((text, ""));
    let days: i64 = days
        .parse()
        .map_err(|_| Refusal::broken(&format!("the sample desk has no day @{text}")))?;
    let day = today + TimeDelta::days(days);
    Ok(if time.is_empty() {
        day.to_string()
    } else {
        format!("{day}T{time}")
    })
}

/// The form as the window opens it.
fn empty_form(command: &str, today: NaiveDate) -> Result<Value, Refusal> {
    let form = match command {
        "recipient_save" => serde_json::to_value(RecipientIn::default()),
        "child_open" => serde_json::to_value(ChildIn::default()),
        "consent_add" => serde_json::to_value(ConsentIn::default()),
        "authorization_add" => serde_json::to_value(AuthorizationIn::default()),
        "incident_open" => serde_json::to_value(IncidentIn::default()),
        "suppression_add" => serde_json::to_value(SuppressionIn {
            scope: SuppressionScope::Newsletter,
            recipient: None,
            email: String::new(),
            phone: String::new(),
            address: Vec::new(),
            since: today.to_string(),
            reason: String::new(),
            request: None,
        }),
        "child_step" => Ok(json!({
            "method": "", "notice": "", "items": [], "disclose": false, "exception": "", "text": "",
            "request": null, "corrects": null,
        })),
        _ => Ok(json!({})),
    };
    form.map_err(|e| Refusal::broken(&e.to_string()))
}

/// The number of the file that a reply shows, or of the one in a list that was just made.
fn number(reply: &Value, args: &Value) -> Option<u32> {
    let id = reply.pointer("/row/id").or_else(|| {
        let list = reply.as_object()?.values().find_map(Value::as_array)?;
        let named = list.iter().find(|one| {
            one.pointer("/about/name") == Some(&args["name"]) && !args["name"].is_null()
        });
        named.or_else(|| list.first())?.get("id")
    })?;
    u32::try_from(id.as_u64()?).ok()
}
