//! What can go wrong with a letter, as sentences the officer can act on.

/// Why a letter cannot be drafted or printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LetterError {
    /// No embedded face has these characters; they are named and never replaced.
    #[error(
        "{} cannot be printed: the program’s type has no such character. Please write it another way, for example in Latin letters.",
        named(characters)
    )]
    Unprintable {
        /// Each character once, in the order of the letter.
        characters: Vec<char>,
    },
    /// The law itself forbids this letter.
    #[error("{because} ({cite})")]
    Forbidden {
        /// The reason as a sentence.
        because: String,
        /// The article.
        cite: String,
    },
    /// There is no list of required contents for this law.
    #[error("Nothing is known about letters under the law “{law}”. Please add its items file.")]
    UnknownLaw {
        /// The law's identifier.
        law: String,
    },
    /// A template is broken.
    #[error("The template {template} cannot be used: {problem}")]
    Template {
        /// Its path below the language's folder.
        template: String,
        /// What the template engine said.
        problem: String,
    },
    /// An items file is broken.
    #[error("The list of required contents for {law} cannot be used: {problem}")]
    Items {
        /// The law's identifier.
        law: String,
        /// What the reader said.
        problem: String,
    },
    /// The page could not be written.
    #[error("The PDF could not be written: {problem}")]
    Pdf {
        /// What the writer said.
        problem: String,
    },
}

/// `“😀” (U+1F600) and “漢” (U+6F22)`.
fn named(characters: &[char]) -> String {
    let all: Vec<String> = characters
        .iter()
        .map(|c| format!("“{c}” (U+{:04X})", u32::from(*c)))
        .collect();
    match all.as_slice() {
        [] => "An unknown character".to_owned(),
        [one] => format!("The character {one}"),
        [first @ .., last] => format!("The characters {} and {last}", first.join(", ")),
    }
}
