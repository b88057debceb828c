//! The published policy at work: its versions and promises, what a request calls on, what does not agree with it.
//!
//! The text half, pure, is [`crate::policy`]; here it meets the desk.

pub mod alike;
pub mod at_work;
pub mod book;
pub mod bring_in;
pub mod checklist;
pub mod collide;
pub mod compare;
pub mod contradictions;
pub mod engaged;
pub mod held;
pub mod notice;
pub mod quotes;
pub mod requirements;
pub mod review;
pub mod sheet;
pub mod span;
pub mod standing;
pub mod versions;
pub mod whole;

#[cfg(test)]
mod tests;
