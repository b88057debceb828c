//! What stands before a list item or a heading: bullets, numbers, letters.

/// Signs that writers and word processors set before an item.
const BULLETS: &[char] = &[
    '•', '◦', '▪', '▫', '■', '□', '●', '○', '·', '‣', '⁃', '∙', '➢', '➤', '►', '▶', '✓', '✔', '❖',
    '◆', '♦', '*', '-', '–', '—', '>', '+', '§', 'o',
];

/// What marks an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Bullet,
    /// “3.”, “(b)”, “iv)”: its place in the count and how many numbers it has (“2.1.” has two).
    Number {
        value: u32,
        parts: u8,
    },
}

/// The mark a line begins with, and what follows it.
pub(super) fn mark(line: &str) -> Option<(Mark, &str)> {
    let line = line.trim_start();
    let first = line.chars().next()?;
    if BULLETS.contains(&first) {
        let rest = line.get(first.len_utf8()..)?;
        // A dash or a star is a bullet only apart from the words; a bullet proper may touch them.
        let touching = !matches!(first, '*' | '-' | '–' | '—' | '>' | '+' | '§' | 'o');
        if rest.starts_with(char::is_whitespace) || (touching && !rest.is_empty()) {
            return Some((Mark::Bullet, rest.trim_start()));
        }
        return rest.is_empty().then_some((Mark::Bullet, rest));
    }
    numbered(line)
}

/// “1.”, “1)”, “(1)”, “2.1”, “a)”, “(a)”, “iv.”, “(iv)”.
fn numbered(line: &str) -> Option<(Mark, &str)> {
    let opened = line.strip_prefix('(');
    let inner = opened.unwrap_or(line);
    let end = inner.find(|c: char| !(c.is_ascii_alphanumeric() || c == '.'))?;
    let (label, rest) = inner.split_at(end);
    let (label, rest) = match (opened, rest.strip_prefix(')')) {
        (_, Some(rest)) => (label, rest),
        (None, None) => {
            let bare = label.strip_suffix('.').unwrap_or(label);
            // “2.1 Scope” needs no full stop at its end, “12 months” is no number of an item.
            if bare.len() == label.len() && !(bare.contains('.') && rest.starts_with(' ')) {
                return None;
            }
            (bare, rest)
        }
        (Some(_), None) => return None,
    };
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let parts: Vec<&str> = label.split('.').collect();
    let count = u8::try_from(parts.len()).ok().filter(|count| *count <= 5)?;
    let value = value(parts.last()?)?;
    if count > 1
        && !parts
            .iter()
            .all(|part| part.bytes().all(|b| b.is_ascii_digit()))
    {
        return None;
    }
    Some((
        Mark::Number {
            value,
            parts: count,
        },
        rest.trim_start(),
    ))
}

fn value(label: &str) -> Option<u32> {
    if label.is_empty() || label.len() > 5 {
        return None;
    }
    if label.bytes().all(|b| b.is_ascii_digit()) {
        // Years and sums stand at the beginning of lines too.
        return label.parse().ok().filter(|n| *n < 100 && label.len() <= 2);
    }
    let lower = label.to_ascii_lowercase();
    if let [only] = lower.as_bytes()
        && !matches!(only, b'i' | b'v' | b'x')
    {
        return Some(u32::from(only.checked_sub(b'a')?) + 1);
    }
    roman(&lower)
}

fn roman(label: &str) -> Option<u32> {
    let mut sum = 0i32;
    let mut largest = 0;
    for digit in label.bytes().rev() {
        let worth = match digit {
            b'i' => 1,
            b'v' => 5,
            b'x' => 10,
            _ => return None,
        };
        if worth < largest {
            sum -= worth;
        } else {
            sum += worth;
            largest = worth;
        }
    }
    u32::try_from(sum).ok().filter(|sum| (1..40).contains(sum))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_words() {
        let number = |value, parts| Some(Mark::Number { value, parts });
        for (line, wanted, rest) in [
            ("• by mail", Some(Mark::Bullet), "by mail"),
            ("•by mail", Some(Mark::Bullet), "by mail"),
            ("- by mail", Some(Mark::Bullet), "by mail"),
            ("o by mail", Some(Mark::Bullet), "by mail"),
            ("1. Scope", number(1, 1), "Scope"),
            ("(b) the name", number(2, 1), "the name"),
            ("iv) the name", number(4, 1), "the name"),
            ("2.1 Scope", number(1, 2), "Scope"),
            ("2.10. Scope", number(10, 2), "Scope"),
            ("•", Some(Mark::Bullet), ""),
            ("-5 degrees", None, ""),
            ("other words", None, ""),
            ("12 months after", None, ""),
            ("1998. It was", None, ""),
            ("e.g. a name", None, ""),
            ("mail. It", None, ""),
            ("We write", None, ""),
        ] {
            let found = mark(line);
            assert_eq!(found.map(|(mark, _)| mark), wanted, "{line}");
            if let Some((_, after)) = found {
                assert_eq!(after, rest, "{line}");
            }
        }
    }
}
