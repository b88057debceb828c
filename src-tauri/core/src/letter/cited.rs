//! Citations of articles, written as the language of the letter writes them.

use super::tongue::{Cites, Tongue};

impl Tongue {
    /// `GDPR Art. 12(5)(b)` as `Art. 12 Abs. 5 Buchst. b DSGVO`; a citation of another shape stays as it is.
    pub fn cite(&self, cite: &str) -> String {
        let Some(cites) = &self.cites else {
            return cite.to_owned();
        };
        let parts: Vec<String> = cite.split("; ").map(|part| cites.part(part)).collect();
        parts.join(&cites.joined)
    }

    /// The same in a letter under a law; under an American one, the days in it are written as the letter writes its own.
    pub(super) fn cite_in(&self, law: &str, cite: &str) -> String {
        match law.starts_with("us-") {
            true => self.american(cite),
            false => self.cite(cite),
        }
    }

    /// A text in which `1 July 2026` became `July 1, 2026`.
    pub(super) fn american(&self, text: &str) -> String {
        let words: Vec<&str> = text.split(' ').collect();
        let mut out: Vec<String> = Vec::with_capacity(words.len());
        let mut at = 0;
        while let Some(word) = words.get(at) {
            match words.get(at..at + 3) {
                Some([day, month, year]) if self.is_date(day, month, year) => {
                    out.push(format!("{month} {day}, {year}"));
                    at += 3;
                }
                _ => {
                    out.push((*word).to_owned());
                    at += 1;
                }
            }
        }
        out.join(" ")
    }

    fn is_date(&self, day: &str, month: &str, year: &str) -> bool {
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        matches!(day.len(), 1 | 2)
            && digits(day) == day.len()
            && self.dates.months.iter().any(|known| known == month)
            && digits(year) == 4
    }
}

impl Cites {
    fn part(&self, part: &str) -> String {
        // What follows a comma and is no article, such as from when to when it was so.
        let (part, tail) = match self
            .phrases
            .iter()
            .find(|(known, _)| part.ends_with(*known))
        {
            Some((known, own)) => (part[..part.len() - known.len()].trim_end(), own.as_str()),
            None => (part, ""),
        };
        if let Some((known, own)) = self.laws.iter().find(|(known, _)| *known == part) {
            debug_assert!(!known.is_empty());
            return format!("{own}{tail}");
        }
        let (begin, word, several) = match (part.find("Art"), part.find("Recital")) {
            (Some(at), _) if part[at..].starts_with("Arts. ") => (at, "Arts. ", true),
            (Some(at), _) if part[at..].starts_with("Art. ") => (at, "Art. ", false),
            (None, Some(at)) => (at, "Recital ", false),
            _ => return format!("{}{tail}", self.replaced(part)),
        };
        let law = part[..begin].trim();
        let numbers = self.numbers(&part[begin + word.len()..]);
        let [one, many] = &self.article;
        let word = match (word, several) {
            ("Recital ", _) => &self.recital,
            (_, true) => many,
            (_, false) => one,
        };
        let law = self.laws.get(law).map_or(law, String::as_str);
        let whole = self
            .pattern
            .replace("{articles}", &format!("{word}{numbers}"))
            .replace("{law}", law);
        format!("{}{tail}", whole.trim())
    }

    fn replaced(&self, text: &str) -> String {
        let phrases = self.phrases.iter().chain(&self.laws);
        phrases.fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
    }

    /// `12(5)(b), 21(2)-(3)` with the words for paragraph and point.
    fn numbers(&self, text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some(open) = rest.find('(') {
            let Some(length) = rest[open..].find(')') else {
                break;
            };
            let before = &rest[..open];
            let inside = &rest[open + 1..open + length];
            out.push_str(before);
            // The second of a range goes on from the first.
            let ranged = before.ends_with('-') || (before.is_empty() && out.ends_with('-'));
            let [begin, end] = &self.point;
            match inside.starts_with(|c: char| c.is_ascii_digit()) {
                _ if ranged => out.push_str(inside),
                true if before.ends_with(", ") => out.push_str(inside),
                true => out.extend([self.paragraph.as_str(), inside]),
                false => out.extend([begin.as_str(), inside, end.as_str()]),
            }
            rest = &rest[open + length + 1..];
        }
        out.push_str(rest);
        out
    }
}
