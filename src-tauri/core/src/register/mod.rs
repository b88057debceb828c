//! The registers: who got what, which parent agreed to what, who must never be mailed again.
//!
//! Each keeps files or entries that only grow: a later line corrects an earlier one.

pub mod accounting;
pub mod against;
pub mod authority;
pub mod categories;
pub mod children;
pub mod consents;
pub mod csv;
pub mod disclosures;
pub mod due;
pub mod export;
pub mod handled;
pub mod health;
pub mod import_file;
pub mod incidents;
pub mod of_request;
pub mod recipients;
pub mod recognise;
pub mod rules;
pub mod shine;
pub mod suppression;
