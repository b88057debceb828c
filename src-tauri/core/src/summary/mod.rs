//! A year of requests as figures, each traceable to its rows. Pure: the claims come in, figures and files go out.

pub mod compare;
mod count;
mod csv;
pub mod difference;
pub mod fact;
pub mod figures;
mod html;
mod pdf;
mod picture;
pub mod report;

pub use count::{Counted, Figures, summarise};
pub use csv::{cell, csv, promises_csv, report_csv};
pub use html::report_html;
pub use pdf::{
    AuthorizationPage, Column, Line, List, Making, PolicySheet, SheetFound, SheetItem, SheetLaw,
    SheetPromise, SignedOff, Why, authorization_pdf, pdf, policy_kind_title, policy_pdf,
    register_pdf, report_pdf, why_pdf,
};
pub use picture::{Limit, pictures};

#[cfg(test)]
pub(crate) mod tests;
