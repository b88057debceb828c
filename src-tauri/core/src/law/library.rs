//! All packs and calendars that come with the program.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use super::calendar::Calendar;
use super::calendar_rules::CalendarFile;
use super::error::LawError;
use super::pack::Law;
use super::pack_check::check;
use super::reach::ReachBook;

/// The packs by their identifiers, in the order in which they are shown.
macro_rules! packs {
    ($($id:literal,)+) => {
        &[$((
            concat!($id, ".toml"),
            include_str!(concat!("../../data/law/", $id, ".toml")),
        ),)+]
    };
}

const PACKS: &[(&str, &str)] = packs![
    "eu-gdpr",
    "uk-gdpr",
    "uk-dpa",
    "us-ca-ccpa",
    "us-ca-shine-the-light",
    "us-ca-caloppa",
    "us-coppa",
    "us-can-spam",
    "mail-sender-rules",
    "us-hipaa",
    "us-tx-hb300",
    "us-tx-tdpsa",
    "us-va-cdpa",
    "us-co-cpa",
    "us-ct-ctdpa",
    "us-ut-ucpa",
    "us-fl-fdbr",
    "us-or-ocpa",
    "us-mt-mcdpa",
    "us-ia-icdpa",
    "us-de-dpdpa",
    "us-ne-ndpa",
    "us-nh-nhpa",
    "us-nj-njdpa",
    "us-tn-tipa",
    "us-mn-mcdpa",
    "us-md-modpa",
    "us-in-icdpa",
    "us-ky-kcdpa",
    "us-ri-ridtppa",
    "br-lgpd",
    "ca-pipeda",
    "ca-qc-law25",
    "ch-fadp",
    "au-app",
    "jp-appi",
    "in-dpdp",
    "own-policy",
];

// In this order: a calendar stands after those it builds on.
const CALENDARS: [(&str, &str); 4] = [
    ("eu.toml", include_str!("../../data/calendars/eu.toml")),
    ("de.toml", include_str!("../../data/calendars/de.toml")),
    ("gb.toml", include_str!("../../data/calendars/gb.toml")),
    ("us.toml", include_str!("../../data/calendars/us.toml")),
];

/// Every law and every calendar, read once.
#[derive(Debug)]
pub struct Library {
    laws: Vec<Law>,
    calendars: Vec<Calendar>,
    by_id: HashMap<String, usize>,
    fingerprints: BTreeMap<String, String>,
    reach_book: &'static ReachBook,
}

impl Library {
    /// What comes with the program. Read on first use; afterwards it costs nothing.
    pub fn bundled() -> Result<&'static Library, LawError> {
        static LIBRARY: OnceLock<Result<Library, LawError>> = OnceLock::new();
        LIBRARY
            .get_or_init(|| Library::read(PACKS, &CALENDARS))
            .as_ref()
            .map_err(Clone::clone)
    }

    /// Reads packs and calendars, each with its file name; everything is checked.
    pub fn read(packs: &[(&str, &str)], files: &[(&str, &str)]) -> Result<Library, LawError> {
        let bad = |file: &str, why: String| LawError::BadData {
            file: file.to_owned(),
            why,
        };
        let mut calendars: Vec<Calendar> = Vec::new();
        let mut fingerprints = BTreeMap::new();
        for (file, text) in files {
            for (id, mark) in calendar_marks(text).map_err(|why| bad(file, why))? {
                fingerprints.insert(format!("calendar {id}"), mark);
            }
            let read: CalendarFile =
                toml::from_str(text).map_err(|error| bad(file, error.to_string()))?;
            for data in read.calendars {
                let built = Calendar::build(data, &calendars).map_err(|why| bad(file, why))?;
                calendars.push(built);
            }
        }
        let by_id = calendars
            .iter()
            .enumerate()
            .map(|(at, c)| (c.id().to_owned(), at))
            .collect();
        let mut library = Library {
            laws: Vec::new(),
            calendars,
            by_id,
            fingerprints,
            reach_book: ReachBook::bundled()?,
        };
        for (file, text) in packs {
            let law = library.check_pack(file, text)?;
            let source: toml::Table =
                toml::from_str(text).map_err(|error| bad(file, error.to_string()))?;
            library
                .fingerprints
                .insert(format!("law {}", law.id), mark(&source));
            library.laws.push(law);
        }
        Ok(library)
    }

    /// Reads and checks one more pack against these calendars, without taking it in.
    pub fn check_pack(&self, file: &str, text: &str) -> Result<Law, LawError> {
        let bad = |why: String| LawError::BadData {
            file: file.to_owned(),
            why,
        };
        let mut law: Law = toml::from_str(text).map_err(|error| bad(misread(text, &error)))?;
        check(&law, self)
            .and_then(|()| self.reach_book.check(&law.reach, law.always))
            .map_err(|why| {
                bad(match about(text, &why) {
                    Some(line) => format!("line {line}: {why}."),
                    None => format!("{why}."),
                })
            })?;
        self.reach_book.spell_out(&mut law.reach);
        Ok(law)
    }

    /// SHA-256 of the source of every pack (`law eu-gdpr`) and calendar (`calendar de-be`).
    ///
    /// Of what the source says, not of how it is laid out: a comment changes nothing.
    pub fn fingerprints(&self) -> &BTreeMap<String, String> {
        &self.fingerprints
    }

    /// The groups of places and the questions that the reach of the packs refers to.
    pub fn reach_book(&self) -> &'static ReachBook {
        self.reach_book
    }

    /// The laws, in the order of the packs.
    pub fn laws(&self) -> impl Iterator<Item = &Law> {
        self.laws.iter()
    }

    /// The packs an officer ticks for the desk, in the order of the packs: those that do not stand in every desk.
    pub fn tickable(&self) -> impl Iterator<Item = &Law> {
        self.laws.iter().filter(|law| !law.always)
    }

    /// The packs that stand in every desk without being ticked; see [`Law::always`].
    pub fn always(&self) -> impl Iterator<Item = &Law> {
        self.laws.iter().filter(|law| law.always)
    }

    /// A law by its identifier: `eu-gdpr`.
    pub fn law(&self, id: &str) -> Result<&Law, LawError> {
        self.laws
            .iter()
            .find(|law| law.id == id)
            .ok_or_else(|| LawError::UnknownLaw {
                id: id.to_owned(),
                known: joined(self.laws.iter().map(|law| law.id.as_str())),
            })
    }

    /// The calendars an officer can choose from, and `none`.
    pub fn calendars(&self) -> impl Iterator<Item = &Calendar> {
        self.calendars.iter()
    }

    /// A calendar by its identifier, in lower case: `de-be`, `ca-cons`, `none`.
    pub fn calendar(&self, id: &str) -> Result<&Calendar, LawError> {
        self.by_id
            .get(id)
            .and_then(|at| self.calendars.get(*at))
            .ok_or_else(|| LawError::UnknownCalendar {
                id: id.to_owned(),
                known: joined(self.calendars.iter().map(Calendar::id)),
            })
    }
}

/// What the reader of TOML found, in one sentence that begins with its line.
fn misread(text: &str, error: &toml::de::Error) -> String {
    let what = error.message().trim().replace('\n', ", ");
    match error.span().and_then(|span| text.get(..span.start)) {
        Some(before) => format!("line {}: {what}.", before.split('\n').count()),
        None => format!("{what}."),
    }
}

/// The line on which the thing stands that a complaint names first, such as the clock “opt-out”.
fn about(text: &str, why: &str) -> Option<usize> {
    let (_, rest) = why.split_once('“')?;
    let (name, after) = rest.split_once('”')?;
    let head = |line: &str| {
        let value = line.split_once('=').map(|(key, value)| (key.trim(), value));
        matches!(value, Some(("id" | "right" | "name", value)) if value.contains(&format!("\"{name}\"")))
    };
    let at = text.lines().position(head)?;
    // A clock has versions: the one of that day, if the complaint names it.
    let since = after.strip_prefix(" of ").and_then(|rest| rest.get(..10));
    let version = since.and_then(|since| {
        text.lines()
            .skip(at)
            .position(|line| line.starts_with("since") && line.contains(since))
    });
    Some(at + version.unwrap_or(0) + 1)
}

fn joined<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.collect::<Vec<_>>().join(", ")
}

/// The fingerprint of each calendar in a file.
fn calendar_marks(text: &str) -> Result<Vec<(String, String)>, String> {
    let file: toml::Table = toml::from_str(text).map_err(|error| error.to_string())?;
    let all = file.get("calendars").and_then(toml::Value::as_array);
    Ok(all
        .into_iter()
        .flatten()
        .filter_map(toml::Value::as_table)
        .filter_map(|one| Some((one.get("id")?.as_str()?.to_owned(), mark(one))))
        .collect())
}

fn mark(source: &toml::Table) -> String {
    use std::fmt::Write;
    // A table keeps its keys in order, so the same rules give the same text.
    Sha256::digest(source.to_string())
        .iter()
        .fold(String::with_capacity(64), |mut all, byte| {
            // Writing into a String cannot fail.
            let _ = write!(all, "{byte:02x}");
            all
        })
}
