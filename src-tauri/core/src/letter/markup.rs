//! The light markup of blocks: paragraphs, headings, list items, bold, and the end of the letter before a page that goes with it.

/// A piece of text in one weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    pub text: String,
    pub bold: bool,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Plain,
    Heading,
    ListItem,
    /// Something to tick on paper, written as a line that begins with a blank of underscores.
    Choice,
    /// Something to fill in by hand, written as a line that ends with one.
    Entry,
    /// The letter ends here; what follows is a page of its own, such as a form to sign.
    Enclosure,
}

/// One paragraph of the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub role: Role,
    pub spans: Vec<Span>,
}

/// Reads the markup; anything that is none stays as it was typed.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let mut open: Option<(Role, String)> = None;
    for line in text.lines() {
        let line = line.trim();
        let (role, rest) = if line.is_empty() {
            close(&mut open, &mut found);
            continue;
        } else if line == "===" {
            close(&mut open, &mut found);
            found.push(Paragraph {
                role: Role::Enclosure,
                spans: Vec::new(),
            });
            continue;
        } else if let Some(rest) = line.strip_prefix("# ") {
            (Role::Heading, rest)
        } else if let Some(rest) = line.strip_prefix("- ") {
            (Role::ListItem, rest)
        } else if let Some((role, rest)) = by_hand(line) {
            (role, rest)
        } else {
            (Role::Plain, line)
        };
        match &mut open {
            // A line that follows continues its paragraph or list item.
            Some((already, words))
                if role == Role::Plain && !matches!(already, Role::Heading | Role::Entry) =>
            {
                words.push(' ');
                words.push_str(rest);
            }
            _ => {
                close(&mut open, &mut found);
                open = Some((role, rest.to_owned()));
            }
        }
    }
    close(&mut open, &mut found);
    found
}

/// What is ticked or filled in by hand, without its blank.
fn by_hand(line: &str) -> Option<(Role, &str)> {
    const BLANK: &str = "____";
    let (role, words) = match (line.starts_with(BLANK), line.ends_with(BLANK)) {
        (true, false) => (Role::Choice, line.trim_start_matches('_')),
        (false, true) => (Role::Entry, line.trim_end_matches('_')),
        _ => return None,
    };
    Some((role, words.trim()))
}

fn close(open: &mut Option<(Role, String)>, found: &mut Vec<Paragraph>) {
    if let Some((role, words)) = open.take() {
        found.push(Paragraph {
            role,
            spans: spans(&words, role == Role::Heading),
        });
    }
}

/// Parts the text at `**`; an asterisk pair without a partner stays as typed.
pub(super) fn spans(text: &str, bold: bool) -> Vec<Span> {
    let mut found = Vec::new();
    let mut push = |text: &str, bold: bool| {
        if !text.is_empty() {
            found.push(Span {
                text: text.to_owned(),
                bold,
            });
        }
    };
    let mut rest = text;
    while let Some(start) = rest.find("**") {
        let Some(length) = rest[start + 2..].find("**") else {
            break;
        };
        push(&rest[..start], bold);
        push(&rest[start + 2..start + 2 + length], true);
        rest = &rest[start + 4 + length..];
    }
    push(rest, bold);
    found
}
