//! The rules of the finder, read from the data once.

use super::lexicon::{Lexicon, Written};
use super::pattern::{Search, Sought, WrittenPattern};
use crate::words::{
    Act, Audience, DataTopic, Exception, Polarity, PromiseKind, Requirement, Right, Way,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// One way of making one kind of promise.
#[derive(Debug)]
pub(super) struct Pattern {
    pub kind: PromiseKind,
    pub says: String,
    pub search: Search,
    pub polarity: Option<Polarity>,
    pub rights: Vec<Right>,
    pub audience: Option<Audience>,
    pub yields_to: Vec<PromiseKind>,
}

/// Something that a sentence tells beside its kind.
#[derive(Debug)]
pub(super) struct Rule<T> {
    pub gives: T,
    /// Only in promises of these kinds; in all where empty.
    pub kinds: Vec<PromiseKind>,
    pub search: Search,
}

/// A sentence that promises nothing, whatever it names; `spares` are kinds it does not silence.
#[derive(Debug)]
pub(super) struct Veto {
    pub search: Search,
    pub spares: Vec<PromiseKind>,
    pub silences: Vec<PromiseKind>,
}

#[derive(Debug, Default)]
pub(super) struct Rules {
    pub lexicon: Lexicon,
    pub patterns: Vec<Pattern>,
    pub vetoes: Vec<Veto>,
    pub audiences: Vec<Rule<Audience>>,
    /// Of headings, where a place alone is enough.
    pub headings: Vec<Rule<Audience>>,
    /// Words that show which law a whole section follows.
    pub sections: Vec<Rule<Audience>>,
    pub rights: Vec<Rule<Right>>,
    pub exceptions: Vec<Rule<Exception>>,
    pub acts: Vec<Rule<Act>>,
    pub topics: Vec<Rule<DataTopic>>,
    pub requirements: Vec<Rule<Requirement>>,
    pub ways: Vec<Rule<Way>>,
    /// A sentence that hangs on something only a reader can judge: “under certain circumstances”.
    pub conditions: Vec<Rule<()>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PatternFile {
    pub pattern: Vec<WrittenPattern>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct VetoFile {
    veto: Vec<WrittenVeto>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenVeto {
    find: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    spares: Vec<PromiseKind>,
    #[serde(default)]
    silences: Vec<PromiseKind>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Details {
    audience: Vec<WrittenRule<Audience>>,
    heading: Vec<WrittenRule<Audience>>,
    section: Vec<WrittenRule<Audience>>,
    right: Vec<WrittenRule<Right>>,
    exception: Vec<WrittenRule<Exception>>,
    act: Vec<WrittenRule<Act>>,
    topic: Vec<WrittenRule<DataTopic>>,
    requirement: Vec<WrittenRule<Requirement>>,
    way: Vec<WrittenRule<Way>>,
    condition: Vec<WrittenRule<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRule<T> {
    gives: T,
    #[serde(default)]
    kinds: Vec<PromiseKind>,
    find: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    under: Vec<String>,
}

const LEXICON: &str = include_str!("../../../data/promises/lexicon.toml");
const DETAILS: &str = include_str!("../../../data/promises/details.toml");
const VETOES: &str = include_str!("../../../data/promises/vetoes.toml");

/// The patterns, a file for what belongs together.
pub(super) const PATTERNS: &[(&str, &str)] = &[
    (
        "choices",
        include_str!("../../../data/promises/choices.toml"),
    ),
    ("rights", include_str!("../../../data/promises/rights.toml")),
    (
        "sharing",
        include_str!("../../../data/promises/sharing.toml"),
    ),
    (
        "children",
        include_str!("../../../data/promises/children.toml"),
    ),
    (
        "notices",
        include_str!("../../../data/promises/notices.toml"),
    ),
    (
        "keeping",
        include_str!("../../../data/promises/keeping.toml"),
    ),
    ("asking", include_str!("../../../data/promises/asking.toml")),
];

/// The bundled rules. A test holds that they load; were they ever broken, nothing is proposed.
pub(super) fn rules() -> &'static Rules {
    static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::bundled().unwrap_or_default());
    &RULES
}

impl Rules {
    pub(super) fn bundled() -> Result<Self, String> {
        let families: BTreeMap<String, Written> = parse("lexicon", LEXICON)?;
        let mut lexicon = Lexicon::read(&families)?;
        let mut patterns = Vec::new();
        for (name, text) in PATTERNS {
            let file: PatternFile = parse(name, text)?;
            for written in file.pattern {
                patterns.push(pattern(&mut lexicon, written).map_err(|e| format!("{name}: {e}"))?);
            }
        }
        let mut vetoes = Vec::new();
        let file: VetoFile = parse("vetoes", VETOES)?;
        for written in file.veto {
            let sought = Sought {
                find: written.find,
                unless: written.unless,
                ..Sought::default()
            };
            vetoes.push(Veto {
                search: Search::read(&mut lexicon, &sought)?,
                spares: written.spares,
                silences: written.silences,
            });
        }
        let details: Details = parse("details", DETAILS)?;
        Ok(Self {
            audiences: details_of(&mut lexicon, details.audience)?,
            headings: details_of(&mut lexicon, details.heading)?,
            sections: details_of(&mut lexicon, details.section)?,
            rights: details_of(&mut lexicon, details.right)?,
            exceptions: details_of(&mut lexicon, details.exception)?,
            acts: details_of(&mut lexicon, details.act)?,
            topics: details_of(&mut lexicon, details.topic)?,
            requirements: details_of(&mut lexicon, details.requirement)?,
            ways: details_of(&mut lexicon, details.way)?,
            conditions: details_of(&mut lexicon, details.condition)?
                .into_iter()
                .map(|rule| Rule {
                    gives: (),
                    kinds: rule.kinds,
                    search: rule.search,
                })
                .collect(),
            patterns,
            vetoes,
            lexicon,
        })
    }
}

fn parse<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, String> {
    toml::from_str(text).map_err(|error| format!("{name}.toml: {error}"))
}

fn pattern(lexicon: &mut Lexicon, written: WrittenPattern) -> Result<Pattern, String> {
    let sought = Sought {
        find: written.find,
        also: written.also,
        unless: written.unless,
        under: written.under,
        unless_under: written.unless_under,
        alone: written.alone,
    };
    Ok(Pattern {
        kind: written.kind,
        says: written.says,
        search: Search::read(lexicon, &sought)?,
        polarity: written.polarity,
        rights: written.rights,
        audience: written.audience,
        yields_to: written.yields_to,
    })
}

fn details_of<T>(
    lexicon: &mut Lexicon,
    written: Vec<WrittenRule<T>>,
) -> Result<Vec<Rule<T>>, String> {
    written
        .into_iter()
        .map(|rule| {
            let sought = Sought {
                find: rule.find,
                unless: rule.unless,
                under: rule.under,
                ..Sought::default()
            };
            Ok(Rule {
                gives: rule.gives,
                kinds: rule.kinds,
                search: Search::read(lexicon, &sought)?,
            })
        })
        .collect()
}
