//! The registers through the command table.

use super::*;

mod authority;
mod children;
