//! Many letters in one file, read by others: sound to `qpdf`, every face inside, every word found on its page.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::heard::heard;
use super::samples::created;
use super::tools;
use crate::letter::About;
use crate::letter::bookmarks::Bookmark;
use crate::letter::mark::Pages;
use crate::letter::pdf::write_with;

/// Letters of one paper in one file.
#[derive(Default)]
pub struct Together {
    pages: Pages,
    marks: Vec<Bookmark>,
}

impl Together {
    /// The next letter, under the name by which its page is found.
    pub fn take(&mut self, name: &str, pages: Pages) {
        self.marks.push(Bookmark {
            title: name.to_owned(),
            page: self.pages.pages.len(),
        });
        (self.pages.width, self.pages.height) = (pages.width, pages.height);
        self.pages.pages.extend(pages.pages);
    }

    /// Sound to `qpdf`, every face inside and no more of it than is used, and every page's words found on it.
    pub fn prove(self, name: &str) {
        if self.marks.is_empty() {
            return;
        }
        let about = About {
            title: name.into(),
            subject: String::new(),
            author: "Fährhaus".into(),
            language: "en".into(),
            created: created(),
        };
        let count = self.marks.len();
        let done = write_with(self.pages, &about, &self.marks).unwrap();
        if let Some(folder) = std::env::var_os("RIGHTSDESK_SHOW_LETTERS") {
            let path = PathBuf::from(folder).join(format!("{name}.pdf"));
            std::fs::write(&path, &done.pdf).unwrap();
            let list = self
                .marks
                .iter()
                .map(|mark| format!("{}\t{}\n", mark.page + 1, mark.title));
            std::fs::write(path.with_extension("txt"), list.collect::<String>()).unwrap();
        }
        tools::check(&done.pdf);
        let fonts = tools::read("pdffonts", &[], &[], &done.pdf);
        for line in fonts.lines().skip(2) {
            let tagged = line.as_bytes().get(6) == Some(&b'+');
            assert!(tagged && line.contains("yes yes yes"), "{line}");
        }
        let found = tools::read("pdftotext", &["-q"], &["-"], &done.pdf);
        let found: Vec<&str> = found.split('\u{c}').collect();
        for (at, page) in done.pages.iter().enumerate() {
            // Letter by letter: the reader joins what a hyphen parts at the end of a line, be it an address of the web.
            let letters = |text: &str| -> BTreeMap<char, usize> {
                let mut all = BTreeMap::new();
                for letter in text.chars().filter(|c| c.is_ascii_graphic() && *c != '-') {
                    *all.entry(letter).or_default() += 1;
                }
                all
            };
            let (wanted, there) = (letters(page), letters(found[at]));
            assert_eq!(wanted, there, "{name}, page {}\n{page}", at + 1);
        }
        let heard = heard(&done.pdf).unwrap();
        assert_eq!(heard.count("H1"), count, "{name}");
    }
}
