//! All packs and calendars that come with the program.

use std::collections::HashMap;
use std::sync::OnceLock;

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
        for (file, text) in files {
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
            reach_book: ReachBook::bundled()?,
        };
        for (file, text) in packs {
            let law = library.check_pack(file, text)?;
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
        let mut law: Law = toml::from_str(text).map_err(|error| bad(error.to_string()))?;
        check(&law, self).map_err(bad)?;
        self.reach_book.check(&law.reach).map_err(bad)?;
        self.reach_book.spell_out(&mut law.reach);
        Ok(law)
    }

    /// The groups of places and the questions that the reach of the packs refers to.
    pub fn reach_book(&self) -> &'static ReachBook {
        self.reach_book
    }

    /// The laws, in the order of the packs.
    pub fn laws(&self) -> impl Iterator<Item = &Law> {
        self.laws.iter()
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

fn joined<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.collect::<Vec<_>>().join(", ")
}
