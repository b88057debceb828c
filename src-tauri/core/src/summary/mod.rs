//! A year of requests as figures, each traceable to its rows. Pure: the claims come in, figures and files go out.

pub mod compare;
mod count;
mod csv;
pub mod difference;
pub mod fact;
pub mod figures;
mod pdf;
pub mod report;

pub use count::{Counted, Figures, summarise};
pub use csv::{cell, csv, promises_csv};
pub use pdf::{
    AuthorizationPage, Column, Line, List, Making, PolicySheet, SheetFound, SheetItem, SheetLaw,
    SheetPromise, Why, authorization_pdf, pdf, policy_kind_title, policy_pdf, register_pdf,
    why_pdf,
};
