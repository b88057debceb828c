//! The officer's own words for letters.

use super::{Deserialize, LetterKind, LetterLanguage, LetterPdf, Outcome, Right, Serialize};

wire! {
    /// A version of our own that a letter was made of.
    pub struct LetterWording { pub path: String, pub version: u32, pub sha256: String }

    /// One template: its language and its path below the folder of it.
    pub struct WordingAt { pub language: LetterLanguage, pub path: String }
    /// A text for a template, still being typed.
    pub struct WordingText { pub language: LetterLanguage, pub path: String, pub source: String }

    /// Every template, those of the desk's laws first.
    pub struct WordingList { pub rows: Vec<WordingRow>, pub laws: Vec<WordingLaw>, pub kinds: Vec<WordingKind>, pub languages: Vec<WordingLanguage> }
    pub struct WordingRow {
        pub language: LetterLanguage,
        pub path: String,
        pub title: String,
        /// Whose words they are: a law, several, or our own policy.
        pub group: String,
        /// A part that letters take in, not a whole letter.
        pub part: bool,
        /// Identifiers of the laws whose letters it is used for; empty for the letter about a breach.
        pub laws: Vec<String>,
        pub kinds: Vec<LetterKind>,
        /// Our version that letters are written with; none is the original.
        pub version: Option<u32>,
        /// How many versions were kept.
        pub versions: u32,
        /// Somebody is typing.
        pub unsaved: bool,
        /// The version in use was made from an original that is no longer the one of this program.
        pub original_changed: bool,
    }
    pub struct WordingLaw {
        pub id: String,
        pub short: String,
        /// The desk answers under it.
        pub ours: bool,
    }
    pub struct WordingKind { pub kind: LetterKind, pub title: String }
    pub struct WordingLanguage { pub language: LetterLanguage, pub name: String }

    /// Everything about one template.
    pub struct WordingView {
        pub row: WordingRow,
        /// What is being typed, else the version in use, else the original.
        pub source: String,
        /// The text that comes with this program.
        pub original: String,
        /// The newest first.
        pub versions: Vec<WordingVersion>,
        pub groups: Vec<WordingFields>,
        pub filters: Vec<WordingFilter>,
        /// The letters it can be seen in.
        pub cases: Vec<WordingCase>,
        pub check: WordingCheck,
    }
    pub struct WordingVersion {
        pub version: u32,
        pub source: String,
        pub sha256: String,
        pub note: String,
        /// The moment it was kept.
        pub at: String,
        pub officer: String,
        pub in_use: bool,
        /// The original it was made from, where this program brings another; empty otherwise.
        pub made_from: String,
    }
    /// Fields that belong together.
    pub struct WordingFields { pub title: String, pub fields: Vec<WordingField> }
    pub struct WordingField {
        /// As it is written between braces.
        pub name: String,
        pub what: String,
        /// `text`, `list`, `yes-no`, `number`, `word` or `group`.
        pub kind: String,
        /// What the ordinary sample has there.
        pub sample: String,
        /// What is put at the cursor.
        pub insert: String,
        /// It is known only for each of this list; empty where it is known everywhere.
        pub within: String,
    }
    pub struct WordingFilter { pub name: String, pub what: String, pub example: String }
    /// A letter that a template is used for.
    pub struct WordingCase {
        /// Empty for the letter about a breach.
        pub law: String,
        pub law_short: String,
        pub kind: Option<LetterKind>,
        pub title: String,
        pub rights: Vec<WordingRight>,
        pub outcomes: Vec<Option<Outcome>>,
    }
    pub struct WordingRight { pub right: Right, pub name: String }

    /// What is wrong with a text, what letters would lose, and how it reads.
    pub struct WordingCheck {
        pub problems: Vec<WordingProblem>,
        pub losses: Vec<WordingLoss>,
        pub outline: Vec<WordingOutline>,
        /// Letters can be written with it.
        pub usable: bool,
    }
    pub struct WordingProblem {
        /// From 1; none where it is no one line.
        pub line: Option<u32>,
        pub says: String,
        /// A letter in which it shows; empty where it shows in the text itself.
        pub shows_in: String,
    }
    /// Something a law wants in its letters that they would no longer say.
    pub struct WordingLoss {
        pub what: String,
        pub cite: String,
        pub caution: Option<String>,
        /// The letter: `Refusal, GDPR`.
        pub letter: String,
        /// The rights it is about, in words.
        pub about: String,
        /// The original's paragraph, to put back; empty where it stands in another part.
        pub put_back: String,
    }
    pub struct WordingOutline {
        pub depth: u32,
        pub line: u32,
        /// `words`, `block`, `condition`, `loop` or `part`.
        pub kind: String,
        pub text: String,
        /// Said in words; otherwise it stands as it is written.
        pub known: bool,
    }

    /// A letter of a text that is still being typed.
    pub struct WordingPreview {
        pub language: LetterLanguage,
        pub path: String,
        pub source: String,
        /// From `WordingView.cases`.
        pub law: String,
        pub kind: Option<LetterKind>,
        /// None takes all rights of the law together.
        pub right: Option<Right>,
        pub outcome: Option<Outcome>,
        /// `ordinary`, `longest` or `strangest`.
        pub sample: String,
    }
    pub struct WordingPage { pub pdf: LetterPdf, pub blanks: u32 }

    /// Keeps a version.
    pub struct WordingSave {
        pub language: LetterLanguage,
        pub path: String,
        pub source: String,
        pub note: String,
        /// Letters are written with it from now on.
        pub in_use: bool,
    }
    /// Puts a version in use; none is the original.
    pub struct WordingUse { pub language: LetterLanguage, pub path: String, pub version: Option<u32> }
}
