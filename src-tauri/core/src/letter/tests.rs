#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
//! Every letter of every law, drafted, checked, set and read back by independent readers.

mod annex;
mod batch;
mod contents;
mod every_law;
mod every_page;
mod files;
mod heard;
mod insert;
mod law_facts;
mod layouts;
mod merge;
mod names;
mod notice;
mod own_policy;
mod pages;
mod pictures;
mod said_dates;
mod samples;
mod speed;
mod tags;
mod together;
mod tongue_words;
mod tongues;
pub(crate) mod tools;
mod typeset;
mod window;
