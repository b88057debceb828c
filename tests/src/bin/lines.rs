//! The program on its standard input and output: one JSON line a call, one JSON line an answer.
//!
//! `rightsdesk-lines 2026-11-22T09:00:00Z` reads `{"id": 1, "name": "queue", "args": {…}}`
//! and answers `{"id": 1, "ok": …}` or `{"id": 1, "refusal": {…}}`.
//! Every call is made at the moment given; `{"id": 2, "name": "now", "args": {"now": …}}` moves it.
//! Beside the command table there are the shell's own names, with a path where the shell would ask for one:
//! `desk_create {desk, place}`, `desk_choose {place}`, `desk_open_sample {place}`, `desk_leave {}`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a tool of the tests: it stops when its input makes no sense"
)]

use chrono::{DateTime, Utc};
use rightsdesk_core::api::{self, wire::NewDesk, wire::Refusal};
use rightsdesk_core::desk::App;
use rightsdesk_core::time::Now;
use serde::Deserialize;
use serde_json::{Value, json};
use std::io::{BufRead, Write};
use std::path::PathBuf;

#[derive(Deserialize)]
struct Line {
    id: Value,
    name: String,
    #[serde(default)]
    args: Value,
}

#[derive(Deserialize)]
struct Create {
    desk: NewDesk,
    place: PathBuf,
}

#[derive(Deserialize)]
struct At {
    place: PathBuf,
}

fn moment(text: &str) -> Option<Now> {
    text.parse::<DateTime<Utc>>().ok().map(Now::new)
}

fn read<T: for<'a> Deserialize<'a>>(args: Value) -> Result<T, Refusal> {
    serde_json::from_value(args)
        .map_err(|e| Refusal::input(format!("These words do not fit: {e}.")))
}

fn answer(app: &mut App, name: &str, args: Value, now: &mut Now) -> Result<Value, Refusal> {
    let at = *now;
    match name {
        "now" => {
            *now = args["now"]
                .as_str()
                .and_then(moment)
                .ok_or_else(|| Refusal::input("Write a moment such as 2026-11-22T09:00:00Z."))?;
            Ok(json!({}))
        }
        "desk_create" => {
            let new: Create = read(args)?;
            Ok(json!(app.create(&new.place, new.desk, at)?))
        }
        "desk_choose" => {
            app.choose(&read::<At>(args)?.place)?;
            Ok(json!(app.session(at)?))
        }
        "desk_open_sample" => Ok(json!(app.create_sample(&read::<At>(args)?.place, at)?)),
        "desk_leave" => {
            app.leave();
            Ok(json!(app.session(at)?))
        }
        _ => api::call(app, name, args, at),
    }
}

fn main() {
    let mut now = std::env::args()
        .nth(1)
        .as_deref()
        .and_then(moment)
        .expect("usage: rightsdesk-lines 2026-11-22T09:00:00Z");
    let mut app = App::new();
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("standard input is text");
        if line.trim().is_empty() {
            continue;
        }
        let reply = match serde_json::from_str::<Line>(&line) {
            Ok(Line { id, name, args }) => {
                let args = if args.is_null() { json!({}) } else { args };
                match answer(&mut app, &name, args, &mut now) {
                    Ok(ok) => json!({ "id": id, "ok": ok }),
                    Err(refusal) => json!({ "id": id, "refusal": refusal }),
                }
            }
            Err(e) => {
                json!({ "id": null, "refusal": Refusal::input(format!("That line is no call: {e}.")) })
            }
        };
        // A page that has gone reads no more answers.
        if writeln!(out, "{reply}").and_then(|()| out.flush()).is_err() {
            return;
        }
    }
}
