//! What laws, rights and grounds are called in a report: as the packs call them on the last day of the span.

use crate::desk::Desk;
use crate::law::{Law, Library};
use crate::request::board::plain_name;
use crate::words::Right;
use chrono::NaiveDate;

/// Where names are looked up.
#[derive(Clone, Copy)]
pub struct Book {
    library: &'static Library,
    on: NaiveDate,
}

impl Book {
    /// Names as of the last day of a span.
    pub fn of(desk: &Desk, on: NaiveDate) -> Self {
        Self {
            library: desk.library,
            on,
        }
    }

    fn find(self, id: &str) -> Option<&'static Law> {
        self.library.law(id).ok()
    }

    /// The law's identifier and what people call it.
    pub fn law(self, id: &str) -> (&'static str, String) {
        self.find(id)
            .map_or(("", id.to_owned()), |law| (&law.id, law.short.clone()))
    }

    /// A right as its law calls it.
    pub fn right(self, law: &str, right: Right) -> String {
        let rule = self
            .find(law)
            .and_then(|law| law.right(right, self.on).ok());
        rule.map_or_else(|| self.plain(right), |rule| rule.name.clone())
    }

    /// A right where no law speaks, beginning with a capital.
    pub fn plain(self, right: Right) -> String {
        let name = plain_name(right);
        let mut letters = name.chars();
        letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect())
            .unwrap_or_default()
    }

    /// A ground as its law calls it, with its article.
    pub fn ground(self, law: &str, id: &str) -> String {
        let ground = self.find(law).and_then(|law| law.ground(id));
        ground.map_or_else(
            || id.to_owned(),
            |ground| format!("{} ({})", ground.title, ground.cite),
        )
    }
}
