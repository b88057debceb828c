//! What is printed, and what the program ends with.

use rightsdesk_core::api::wire::{Code, Refusal};
use std::{
    fmt::{self, Display},
    io::{self, Write},
    process::ExitCode,
};

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// What came in cannot be used, or the desk refused.
    Refused(String),
    WrongPassphrase(String),
    Damaged(String),
}

impl Failure {
    pub fn refused(message: impl Display) -> Self {
        Self::Refused(message.to_string())
    }

    pub fn tell(self) -> ExitCode {
        let (message, code) = match self {
            Self::Refused(message) => (message, 1),
            Self::WrongPassphrase(message) => (message, 3),
            Self::Damaged(message) => (message, 4),
        };
        let _ = writeln!(io::stderr(), "{}", plain(&message));
        ExitCode::from(code)
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(message) | Self::WrongPassphrase(message) | Self::Damaged(message) => {
                f.write_str(message)
            }
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let message = match &refusal.field {
            Some(field) => format!("{} ({field})", refusal.message),
            None => refusal.message,
        };
        match refusal.code {
            Code::WrongPassphrase | Code::Wait => Self::WrongPassphrase(message),
            Code::Damaged => Self::Damaged(message),
            _ => Self::Refused(message),
        }
    }
}

/// Prints to standard output. A reader that has had enough (`| head`) is no failure.
pub fn print(text: &str) -> crate::Done {
    match io::stdout()
        .write_all(text.as_bytes())
        .and_then(|()| io::stdout().flush())
    {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::refused(format!(
            "The output could not be written: {error}."
        ))),
        _ => Ok(()),
    }
}

pub fn line(text: impl Display) -> crate::Done {
    print(&format!("{text}\n"))
}

pub fn json(value: &impl serde::Serialize) -> crate::Done {
    line(serde_json::to_string_pretty(value).map_err(Failure::refused)?)
}

/// Without control characters: somebody's name must not move the cursor of a terminal.
pub fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() || *c == '\n')
        .collect()
}

/// Columns as wide as their widest cell.
pub fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let cells = |row: &[String]| {
        row.iter()
            .map(|cell| plain(cell).replace('\n', " "))
            .collect::<Vec<_>>()
    };
    let head: Vec<String> = head.iter().map(|&cell| cell.to_owned()).collect();
    let rows: Vec<Vec<String>> = std::iter::once(cells(&head))
        .chain(rows.iter().map(|row| cells(row)))
        .collect();
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let mut text = String::new();
    for row in &rows {
        let padded: Vec<String> = row
            .iter()
            .zip(&widths)
            .map(|(cell, &width)| format!("{cell:width$}"))
            .collect();
        text.push_str(padded.join("  ").trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_move_the_cursor() {
        assert_eq!(plain("\u{1b}[2JAda\u{7}"), "[2JAda");
    }

    #[test]
    fn columns_line_up_whatever_the_script() {
        let rows = [
            vec!["Łódź".to_owned(), "1".to_owned()],
            vec!["A".to_owned(), "2".to_owned()],
        ];
        assert_eq!(
            table(&["place", "n"], &rows),
            "place  n\nŁódź   1\nA      2\n"
        );
    }
}
