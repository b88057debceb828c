//! Figures, each traceable to its rows, and what is made of them: tables, pictures, pages, files. Pure.

pub mod compare;
mod csv;
pub mod difference;
pub mod fact;
pub mod figures;
mod html;
mod pdf;
mod picture;
pub mod report;

pub use csv::{cell, report_csv};
pub use html::report_html;
pub use pdf::{
    AuthorizationPage, Column, Line, List, Making, PolicySheet, SheetFound, SheetItem, SheetLaw,
    SheetPromise, Why, authorization_pdf, policy_kind_title, policy_pdf, register_pdf, report_pdf,
    why_pdf,
};
pub use picture::{Limit, grouped, pictures};

#[cfg(test)]
pub(crate) mod tests;
