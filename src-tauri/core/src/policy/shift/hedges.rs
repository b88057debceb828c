//! Words that make a promise softer or firmer.

/// Words that leave a way out, in small letters.
const SOFT: &[&str] = &[
    "generally",
    "in general",
    "as a general rule",
    "usually",
    "normally",
    "typically",
    "ordinarily",
    "in most cases",
    "where practicable",
    "when practicable",
    "if practicable",
    "where practical",
    "where possible",
    "when possible",
    "if possible",
    "where feasible",
    "where reasonable",
    "where appropriate",
    "as appropriate",
    "as we see fit",
    "at our discretion",
    "in our discretion",
    "at our sole discretion",
    "in our sole discretion",
    "reasonable efforts",
    "reasonable steps",
    "commercially reasonable",
    "best efforts",
    "endeavor",
    "endeavour",
    "strive",
    "try to",
    "aim to",
    "seek to",
    "intend to",
    "from time to time",
    "to the extent possible",
    "to the extent practicable",
    "to the extent feasible",
    "substantially",
    "knowingly",
    "at this time",
    "currently",
    "as far as possible",
    "might",
    "in some cases",
    "in certain cases",
    "under certain circumstances",
    "in certain circumstances",
];

/// Words that leave none.
const FIRM: &[&str] = &[
    "never",
    "always",
    "under no circumstances",
    "in no event",
    "in all cases",
    "in every case",
    "at any time",
    "any time",
    "without exception",
    "guarantee",
    "at all times",
    "free of charge",
    "without charge",
    "immediately",
];

/// Before “may” these say who is free to do something, so that it is no way out.
const FREE: &[&str] = &[
    "you",
    "users",
    "user",
    "they",
    "parent",
    "parents",
    "guardian",
    "guardians",
    "resident",
    "residents",
    "customer",
    "customers",
    "individuals",
    "individual",
    "consumer",
    "consumers",
    "visitors",
    "people",
    "who",
    "children",
    "child",
    "anyone",
    "everyone",
    "person",
];

/// Verbs of a promise that binds.
const BINDING: &[&str] = &["will", "shall", "must"];

/// What one wording has that the other lacks: words that soften, and words that bind.
#[derive(Debug, Default)]
pub(super) struct Tone {
    pub(super) softer: Vec<&'static str>,
    pub(super) less_soft: Vec<&'static str>,
    pub(super) firmer: Vec<&'static str>,
    pub(super) less_firm: Vec<&'static str>,
    /// “will” became “may”.
    pub(super) will_to_may: bool,
    pub(super) may_to_will: bool,
}

/// Compares the tone of two wordings.
pub(super) fn tone(old: &str, new: &str) -> Tone {
    let (old, new) = (spaced(old), spaced(new));
    let lacking = |list: &[&'static str], has: &str, lacks: &str| -> Vec<&'static str> {
        let found: Vec<&'static str> = list
            .iter()
            .copied()
            .filter(|word| says(has, word) && !says(lacks, word))
            .collect();
        // “at our sole discretion” says all that “discretion” says.
        found
            .iter()
            .copied()
            .filter(|word| {
                !found
                    .iter()
                    .any(|other| other != word && other.contains(word))
            })
            .collect()
    };
    let binds = |text: &str| BINDING.iter().any(|word| says(text, word));
    let (old_may, new_may) = (may(&old), may(&new));
    Tone {
        softer: lacking(SOFT, &new, &old),
        less_soft: lacking(SOFT, &old, &new),
        firmer: lacking(FIRM, &new, &old),
        less_firm: lacking(FIRM, &old, &new),
        will_to_may: !old_may && new_may && (binds(&old) || !binds(&new)),
        may_to_will: old_may && !new_may,
    }
}

/// Small letters, words apart by one space, a space at both ends.
fn spaced(text: &str) -> String {
    let mut spaced = String::from(" ");
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        spaced.push_str(&word.to_lowercase());
        spaced.push(' ');
    }
    spaced
}

fn says(text: &str, words: &str) -> bool {
    text.contains(&format!(" {words} "))
}

/// The organisation may do, or not do, as it likes. “may not” of its own forbids and is none.
fn may(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.iter().enumerate().any(|(at, word)| {
        let before = at
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .copied()
            .unwrap_or_default();
        *word == "may" && !FREE.contains(&before) && words.get(at + 1) != Some(&"not")
    })
}
