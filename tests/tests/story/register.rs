//! The registers through the table of commands.

mod disclosures;
mod import;

use super::*;
