//! JSON as a person reads it: labels in the order of the file, numbers as they were written.
//!
//! serde_json says whether the text is JSON at all; the walk after it only finds where each part ends, so that
//! `1.10` stays `1.10` and an account number of thirty digits keeps every one of them.

use serde::de::IgnoredAny;

use super::Value;

/// Deeper nesting than this nobody can follow on paper.
const DEEPEST: usize = 32;

/// Reads a file's text, one value or one on each line. The error is a sentence.
pub fn json(text: &str) -> Result<Value, String> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err("The file is empty.".into());
    }
    match serde_json::from_str::<IgnoredAny>(text) {
        Ok(_) => Walk { text, at: 0 }.value(0),
        Err(problem) => lines(text).unwrap_or_else(|| Err(sentence(&problem))),
    }
}

/// Some programs write one record a line.
fn lines(text: &str) -> Option<Result<Value, String>> {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let each = |line: &&str| {
        line.trim_start().starts_with(['{', '['])
            && serde_json::from_str::<IgnoredAny>(line).is_ok()
    };
    if lines.len() < 2 || !lines.iter().all(each) {
        return None;
    }
    let all = lines.into_iter().map(|text| Walk { text, at: 0 }.value(1));
    Some(all.collect::<Result<_, _>>().map(Value::List))
}

fn sentence(problem: &serde_json::Error) -> String {
    if problem.to_string().starts_with("recursion limit") {
        return TOO_DEEP.into();
    }
    format!(
        "This is no JSON: line {}, column {} cannot be read. Ask for the file anew, or give it along as it is.",
        problem.line(),
        problem.column()
    )
}

const TOO_DEEP: &str = "The data is nested deeper than 32 levels, which nobody can follow on paper. Give it along as a file only.";
const BROKEN: &str =
    "A text in this JSON holds half a character. Ask for the file anew, or give it along as it is.";

/// A walk over text that is known to be JSON.
struct Walk<'t> {
    text: &'t str,
    at: usize,
}

impl Walk<'_> {
    fn peek(&mut self) -> Option<u8> {
        loop {
            match self.text.as_bytes().get(self.at) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                other => return other.copied(),
            }
        }
    }

    fn value(&mut self, depth: usize) -> Result<Value, String> {
        if depth > DEEPEST {
            return Err(TOO_DEEP.into());
        }
        match self.peek() {
            Some(b'{') => {
                let mut fields = Vec::new();
                self.at += 1;
                while self.peek().is_some_and(|c| c != b'}') {
                    let label = self.string()?;
                    self.peek();
                    self.at += 1;
                    fields.push((label, self.value(depth + 1)?));
                    self.comma();
                }
                self.at += 1;
                Ok(Value::Group(fields))
            }
            Some(b'[') => {
                let mut items = Vec::new();
                self.at += 1;
                while self.peek().is_some_and(|c| c != b']') {
                    items.push(self.value(depth + 1)?);
                    self.comma();
                }
                self.at += 1;
                Ok(Value::List(items))
            }
            Some(b'"') => Ok(Value::Text(self.string()?)),
            _ => Ok(match self.bare() {
                "true" => Value::Flag(true),
                "false" => Value::Flag(false),
                "null" => Value::Nothing,
                number => Value::Text(number.to_owned()),
            }),
        }
    }

    fn comma(&mut self) {
        if self.peek() == Some(b',') {
            self.at += 1;
        }
    }

    fn string(&mut self) -> Result<String, String> {
        self.peek();
        let start = self.at;
        self.at += 1;
        while let Some(c) = self.text.as_bytes().get(self.at) {
            match c {
                b'\\' => self.at += 2,
                b'"' => break,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        let whole = self.text.get(start..self.at).ok_or(BROKEN)?;
        serde_json::from_str(whole).map_err(|_| BROKEN.to_owned())
    }

    fn bare(&mut self) -> &str {
        let start = self.at;
        while self
            .text
            .as_bytes()
            .get(self.at)
            .is_some_and(|c| !matches!(c, b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t'))
        {
            self.at += 1;
        }
        self.text.get(start..self.at).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    fn text(text: &str) -> Value {
        Value::Text(text.into())
    }

    #[test]
    fn json_is_read_as_it_is_written() {
        let group = |fields: Vec<(&str, Value)>| {
            Value::Group(fields.into_iter().map(|(l, v)| (l.into(), v)).collect())
        };
        for (source, read, why) in [
            (
                "\u{feff} 1.10 ",
                text("1.10"),
                "a number keeps its nought, a mark at the head goes",
            ),
            (
                "123456789012345678901234567890",
                text("123456789012345678901234567890"),
                "no digit of an account number is lost",
            ),
            (
                r#"{"b":1,"a":2,"b":3}"#,
                group(vec![("b", text("1")), ("a", text("2")), ("b", text("3"))]),
                "the order of the file, and a name given twice twice",
            ),
            (
                r#"[true,false,null,"",[],{}]"#,
                Value::List(vec![
                    Value::Flag(true),
                    Value::Flag(false),
                    Value::Nothing,
                    text(""),
                    Value::List(vec![]),
                    Value::Group(vec![]),
                ]),
                "nothing, an empty text, an empty list and an empty group are four things",
            ),
            (
                r#""a \"quoted\" , ] } \\ A 漢""#,
                text("a \"quoted\" , ] } \\ A 漢"),
                "what looks like an end inside a text is none",
            ),
            (
                "{\"a\":1}\n\n{\"a\":2}\n",
                Value::List(vec![
                    group(vec![("a", text("1"))]),
                    group(vec![("a", text("2"))]),
                ]),
                "one record a line",
            ),
        ] {
            assert_eq!(json(source).unwrap(), read, "{why}");
        }
    }

    #[test]
    fn what_is_no_json_says_where() {
        let deep = "[".repeat(40) + &"]".repeat(40);
        let hopeless = "[".repeat(100_000) + &"]".repeat(100_000);
        for (source, part, why) in [
            ("", "empty", "nothing to read"),
            ("{\"a\":1,}", "line 1, column 8", "a comma too many"),
            ("name;city", "line 1", "another kind of file"),
            (deep.as_str(), "32 levels", "too deep for paper"),
            (
                hopeless.as_str(),
                "32 levels",
                "deep enough to fell a stack",
            ),
            (r#"["\ud800"]"#, "", "half a character"),
        ] {
            let said = json(source).unwrap_err();
            assert!(said.contains(part), "{why}: {said}");
        }
    }
}
