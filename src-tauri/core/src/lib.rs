//! Rightsdesk without its window: no Tauri, no network, no clock. `now` comes in with each call.

pub mod api;
pub mod desk;
pub mod law;
pub mod letter;
pub mod policy;
pub mod post;
pub mod promise;
mod refusal;
pub mod register;
pub mod report;
pub mod request;
pub mod retention;
mod store;
pub mod summary;
pub mod time;
pub mod vault;
pub mod wording;
pub mod words;
