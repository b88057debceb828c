//! What the page may ask of the shell. The page names things by their number; places are the shell's and the officer's affair.

pub mod desks;
pub mod files;
pub mod page;
pub mod post;
