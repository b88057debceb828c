//! The list for a mail system: plain, or as hashes with what is needed to make them again.

use super::address::{HASH, recipe};
use super::{scope_name, text};
use crate::api::wire::{Export, Refusal, SuppressionExport};
use crate::desk::App;
use crate::store::suppression::{Line, Wanted};
use crate::store::{self, Event};
use crate::summary::cell;
use crate::time::{Now, short};
use crate::words::AddressKind;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

/// See the command table. A plain list has only the addresses that are still kept; how many are not is told in the log and in the JSON.
pub fn export(app: &mut App, args: SuppressionExport, now: Now) -> Result<Export, Refusal> {
    let desk = app.desk()?;
    let csv = match args.format.as_str() {
        "csv" => true,
        "json" => false,
        other => {
            return Err(Refusal::field(
                "format",
                format!("“{other}” is no format of this list. Choose csv or json."),
            ));
        }
    };
    let wanted = Wanted {
        scope: args.scope,
        ..Wanted::default()
    };
    let all = store::suppression::all(desk.store.read(), &wanted)?;
    let salt = store::suppression::salt(desk.store.read())?.unwrap_or_default();
    let (told, untold): (Vec<&Line>, Vec<&Line>) = all
        .iter()
        .partition(|line| args.hashed || !line.address.is_empty());
    let bytes = match (csv, args.hashed) {
        (true, true) => hashed_csv(&told, &salt),
        (true, false) => plain_csv(&told),
        (false, hashed) => serde_json::to_string_pretty(&whole(
            &desk.profile.organisation,
            &now.stamp(),
            &told,
            untold.len(),
            hashed.then_some(salt.as_str()),
        ))
        .map_err(|e| Refusal::broken(&e.to_string()))?,
    };
    let which = args.scope.map_or("", scope_name);
    let today = now.today(desk.zone);
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |_, _| {
        let what = if args.hashed {
            "The suppression list was given out as hashes, with their salt."
        } else {
            "The suppression list was given out with its addresses."
        };
        let event = Event::desk("suppression-exported", what)
            .facts(json!({
                "format": args.format, "hashed": args.hashed, "scope": args.scope,
                "lines": told.len(), "without_address": untold.len(),
            }))
            .detail("On", short(today))
            .detail("Only", text("scope", which)?);
        Ok(((), event))
    })?;
    let kind = if args.hashed { "hashed" } else { "plain" };
    Ok(Export {
        name: format!("Suppression list {today} {kind}.{}", args.format),
        media_type: if csv { "text/csv" } else { "application/json" }.into(),
        base64: STANDARD.encode(bytes),
    })
}

fn plain_csv(lines: &[&Line]) -> String {
    let mut out =
        String::from("\u{feff}kind,address,scope,only recipient,since,request,reason\r\n");
    for line in lines {
        row(
            &mut out,
            &[
                line.kind.id(),
                &line.address,
                line.scope.id(),
                line.recipient_name.as_deref().unwrap_or_default(),
                &line.since.to_string(),
                &line.reference,
                &line.reason,
            ],
        );
    }
    out
}

/// The salt and what is hashed stand on each line: a line taken out of the file can still be used.
fn hashed_csv(lines: &[&Line], salt: &str) -> String {
    let mut out = format!(
        "\u{feff}kind,{},scope,since,salt,how the address is written before it is hashed\r\n",
        cell(&format!("hash: {HASH}"))
    );
    for line in lines {
        row(
            &mut out,
            &[
                line.kind.id(),
                &line.hash,
                line.scope.id(),
                &line.since.to_string(),
                salt,
                recipe(line.kind),
            ],
        );
    }
    out
}

fn row(out: &mut String, cells: &[&str]) {
    for (at, text) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push_str(&cell(text));
    }
    out.push_str("\r\n");
}

fn whole(
    organisation: &str,
    made_at: &str,
    lines: &[&Line],
    without_address: usize,
    salt: Option<&str>,
) -> Value {
    let rows: Vec<Value> = lines
        .iter()
        .map(|line| {
            let mut row = json!({
                "kind": line.kind, "scope": line.scope, "since": line.since.to_string(), "recipient": line.recipient_name,
            });
            if salt.is_some() {
                row["hash"] = json!(line.hash);
            } else {
                row["address"] = json!(line.address);
                row["request"] = json!(line.reference);
                row["reason"] = json!(line.reason);
            }
            row
        })
        .collect();
    let mut all = json!({ "organisation": organisation, "made_at": made_at, "lines": rows });
    match salt {
        Some(salt) => {
            let recipes: serde_json::Map<String, Value> = AddressKind::ALL
                .iter()
                .map(|kind| (kind.id().to_owned(), json!(recipe(*kind))))
                .collect();
            all["salt"] = json!(salt);
            all["hash"] = json!(HASH);
            all["address"] = Value::Object(recipes);
        }
        None => all["without_address"] = json!(without_address),
    }
    all
}
