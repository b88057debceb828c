//! Requests: one verb, one file.

pub mod board;
pub mod calendar;
pub mod calendar_file;
pub mod case;
mod clock;
pub mod close;
pub mod correct;
mod deadlines;
pub mod decide;
pub mod draft;
pub mod extend;
pub mod files;
mod ics;
mod letter_fields;
pub mod letters;
pub mod log;
pub mod moved;
mod offers;
mod picture;
pub mod preview;
pub mod queue;
pub mod same;
pub mod show;
mod standing;
pub mod steps;
pub mod why;
pub mod year;
