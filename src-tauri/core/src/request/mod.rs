//! Requests: one verb, one file.

pub mod board;
pub mod case;
mod clock;
pub mod close;
pub mod correct;
mod deadlines;
pub mod decide;
pub mod draft;
pub mod extend;
pub mod files;
mod letter_fields;
pub mod letters;
pub mod log;
mod offers;
mod particulars;
mod picture;
pub mod preview;
pub mod queue;
pub mod same;
pub mod show;
mod standing;
pub mod steps;
mod which_laws;
pub mod year;
