//! Rightsdesk without its window: no Tauri, no network, no clock. `now` comes in with each call.

pub mod letter;
pub mod words;
