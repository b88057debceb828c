//! Why a file could not be read, in sentences that say what to do.

/// A file that no policy could be read from.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error(
        "There is nothing in this file. Choose the file again, or paste the text of the policy."
    )]
    Empty,
    #[error(
        "No words were found in this file. Open it in the program that made it, copy the text, and paste it here."
    )]
    NoText,
    #[error(
        "This file is too large to be a policy ({megabytes} MB; at most {most} MB are read). Save the policy alone, without what surrounds it, or paste its text."
    )]
    TooLarge { megabytes: usize, most: usize },
    #[error(
        "There is far more text in this file than a policy has. Save the policy alone, or paste its text."
    )]
    TooMuchText,
    #[error(
        "This file unpacks to far more than a document holds, as harmful files do, so reading was stopped. Ask for the file anew, or paste the text of the policy."
    )]
    Bomb,
    #[error(
        "This file is nested far deeper than any document, so reading was stopped. Paste the text of the policy instead."
    )]
    TooDeep,
    #[error(
        "This file holds no readable text; it may be a picture or a program. Choose a .txt, .md, .html, .pdf or .docx file, or paste the text of the policy."
    )]
    NotText,
    #[error(
        "This is {0}, which cannot be read here. Save it as .docx, .pdf, .html or .txt, or paste the text of the policy."
    )]
    Unknown(String),
    #[error(
        "This {0} is protected by a password. Open it with the password, save it without one, and choose that file; or paste the text of the policy."
    )]
    Locked(&'static str),
    #[error(
        "This PDF holds pictures of pages and no text. Have the text recognised (OCR) by a scanner program first, or paste the text of the policy."
    )]
    Pictures,
    #[error(
        "The letters of this PDF are stored so that they cannot be told apart. Open it in a PDF viewer, copy the text, and paste it here; or take the policy from its web page."
    )]
    Letters,
    #[error(
        "This {0} is damaged or not complete, so it cannot be read. Fetch or save the file again, or paste the text of the policy."
    )]
    Damaged(&'static str),
}

impl Unreadable {
    pub(super) fn too_large(bytes: usize, most: usize) -> Self {
        Self::TooLarge {
            megabytes: bytes.div_ceil(1 << 20),
            most: most >> 20,
        }
    }
}
