//! The words of letters as the officer changes them: what may be named, what is wrong, what the law then misses, and how it reads.
//!
//! Everything here looks at texts that an officer is still typing, so nothing may panic or take long, whatever they are.

mod book;
mod catalogue;
mod code;
mod losses;
mod names;
mod outline;
mod review;
mod sample;

#[cfg(test)]
mod tests;

pub use book::{Use, uses};
pub use catalogue::{FieldKind, Scene, catalogue};
pub use losses::{Loss, outcomes};
pub use outline::{OutlineKind, OutlineLine};
pub use review::{Problem, Review, passage, review};
pub use sample::{
    Sample, breach_sample, breach_values, recipient, reference, sample, sample_values, under,
};
