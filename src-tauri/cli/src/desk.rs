//! A desk opened for one command. The clock is read here and nowhere else.

use crate::{At, ask, say::Failure};
use rightsdesk_core::{
    api::{self, wire::Unlock},
    desk::App,
    time::Now,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::path::Path;

/// The moment of this call.
pub fn now() -> Now {
    Now::new(chrono::Utc::now())
}

/// The desk file that the command line names.
pub fn place(at: &At) -> Result<&Path, Failure> {
    at.desk.as_deref().ok_or_else(|| {
        Failure::refused("Which desk? Name its file with --desk FILE or in RIGHTSDESK_DESK.")
    })
}

/// Opens the desk with a passphrase; from here on it is locked against a second program.
pub fn open(at: &At) -> Result<App, Failure> {
    let mut app = App::new();
    app.choose(place(at)?)?;
    let passphrase = ask::passphrase(at)?;
    let _: Value = call(&mut app, "unlock", Unlock { passphrase })?;
    Ok(app)
}

/// One command of the table, with its own types.
pub fn call<A: Serialize, R: DeserializeOwned>(
    app: &mut App,
    name: &str,
    args: A,
) -> Result<R, Failure> {
    let args = serde_json::to_value(args).map_err(Failure::refused)?;
    serde_json::from_value(api::call(app, name, args, now())?).map_err(Failure::refused)
}
