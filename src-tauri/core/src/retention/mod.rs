//! How long requests are kept, what keeps one longer, and how they go: the person is gone, the proof and the figures stay.
//!
//! What the laws set stands in `data/retention.toml`; the house's own periods stand in the desk.

pub mod hold;
pub mod periods;
pub mod preview;
pub mod purge;

#[cfg(test)]
mod tests;
