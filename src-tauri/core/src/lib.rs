//! Rightsdesk without its window: no Tauri, no network, no clock. `now` comes in with each call.

pub mod law;
pub mod words;
