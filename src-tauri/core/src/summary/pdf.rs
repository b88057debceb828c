//! What goes on paper beside letters: reports, registers, a policy, why a date is that date, a form.
//!
//! The same thing made at the same moment gives the same bytes.

mod authorization;
mod frame;
mod policy;
mod register;
mod report;
mod why;

use crate::letter::Paper;
pub use authorization::{AuthorizationPage, authorization_pdf};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
pub use policy::{
    PolicySheet, SheetFound, SheetItem, SheetLaw, SheetPromise, kind_title as policy_kind_title,
    policy_pdf,
};
pub use register::{Column, List, register_pdf};
pub use report::report_pdf;
pub use why::{Line, Why, why_pdf};

/// When and on what a page is made.
pub struct Making {
    pub paper: Paper,
    /// The moment, which stands on the page and in the file.
    pub now: DateTime<Utc>,
    pub zone: Tz,
}
