//! The last page: what is given along, with what the receiver can check it by.

use super::measures::{size, spaced};
use super::setter::Setter;
use super::{Enclosed, GivenAs, MOST_PAGES};

/// Each file with its size and its whole fingerprint.
pub(super) fn set(setter: &mut Setter, given: &[Enclosed]) {
    let words = setter.words;
    setter.opening("", &words.given);
    setter.note(&words.given_note, 3.0);
    let mut annex = 0;
    for (at, file) in given.iter().enumerate() {
        setter.heading(&format!("{}. {}", at + 1, file.name.trim()), 0, 1);
        let form = match file.form {
            GivenAs::File => words.as_file.clone(),
            GivenAs::TooLong => words.too_long.replace("{most}", &MOST_PAGES.to_string()),
            GivenAs::Pages(pages) => {
                annex += 1;
                let words = if pages == 1 {
                    &words.as_page
                } else {
                    &words.as_pages
                };
                words
                    .replace("{number}", &annex.to_string())
                    .replace("{pages}", &pages.to_string())
            }
        };
        let bytes = words.bytes.replace("{count}", &spaced(file.bytes));
        let size = match file.bytes {
            0..1_000 => bytes,
            _ => format!("{} ({bytes})", size(file.bytes, words)),
        };
        let field = |label: &str, text: String| (label.to_owned(), text);
        setter.fields(
            &[
                field(&words.form, form),
                field(&words.size, size),
                field("SHA-256", file.sha256.clone()),
            ],
            0,
            false,
        );
    }
    let data = |file: &Enclosed| {
        let name = file.name.to_lowercase();
        file.form != GivenAs::File || name.ends_with(".csv") || name.ends_with(".json")
    };
    if given.iter().any(data) {
        setter.note(&words.data_note, 16.0);
    }
}
