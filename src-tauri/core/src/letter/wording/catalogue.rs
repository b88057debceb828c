//! What a template may name: read from `data/letters/fields.toml`, the one place where a field is described.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::super::error::LetterError;

/// Everything that may stand between braces.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// Fields, by what they are about.
    #[serde(rename = "group")]
    pub groups: Vec<Group>,
    /// What can be done with a field.
    #[serde(rename = "filter")]
    pub filters: Vec<FilterWord>,
    #[serde(rename = "loop")]
    of_loop: Vec<LoopPart>,
}

/// Fields that belong together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Where they are known.
    #[serde(rename = "in")]
    pub scene: Scene,
    /// What they are about.
    pub title: String,
    /// In the order they are offered.
    pub fields: Vec<Field>,
}

/// Which letters know a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scene {
    /// Those that answer a request.
    Request,
    /// The one that tells of a breach.
    Breach,
}

impl Scene {
    /// The scene of a template.
    pub fn of(path: &str) -> Self {
        if path.starts_with("incident/") {
            Self::Breach
        } else {
            Self::Request
        }
    }
}

/// One field.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// As it is written: `organisation.name`; `[]` stands for each of a list.
    pub name: String,
    /// What kind of value it is.
    pub kind: FieldKind,
    /// In plain words.
    pub what: String,
}

/// What kind of value a field has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// Words.
    Text,
    /// Several of something.
    List,
    /// A condition.
    YesNo,
    /// A count.
    Number,
    /// One identifier of a closed list; empty where there is none.
    Word,
    /// Has parts; may be empty.
    Group,
}

/// Something that can be done with a field.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilterWord {
    /// Written behind a bar.
    pub name: String,
    /// In plain words.
    pub what: String,
    /// How it is written.
    pub example: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LoopPart {
    name: String,
    kind: FieldKind,
}

/// What a value is, as far as the names in it can be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// Words, or an identifier.
    Text,
    YesNo,
    Number,
    /// Not to be told.
    Any,
    List(Box<Type>),
    Group(BTreeMap<String, Type>),
}

/// Fields by name.
pub type Names = BTreeMap<String, Type>;

/// The catalogue.
pub fn catalogue() -> Result<&'static Catalogue, LetterError> {
    static READ: OnceLock<Result<Catalogue, LetterError>> = OnceLock::new();
    READ.get_or_init(|| {
        toml::from_str(include_str!("../../../data/letters/fields.toml"))
            .map_err(|e| unread("fields.toml", &e.to_string()))
    })
    .as_ref()
    .map_err(LetterError::clone)
}

/// A file of the catalogue that cannot be read.
pub(super) fn unread(file: &str, problem: &str) -> LetterError {
    LetterError::Template {
        template: file.to_owned(),
        problem: problem.to_owned(),
    }
}

impl Catalogue {
    /// What a template of this scene may name.
    pub fn names(&self, scene: Scene) -> Names {
        let mut names = Names::new();
        for field in self.fields(scene) {
            let path: Vec<&str> = field.name.split('.').collect();
            put(&mut names, &path, field.kind);
        }
        names
    }

    /// The fields of a scene.
    pub fn fields(&self, scene: Scene) -> impl Iterator<Item = &Field> {
        let of = self.groups.iter().filter(move |group| group.scene == scene);
        of.flat_map(|group| &group.fields)
    }

    /// What a loop over such values knows of itself.
    pub(super) fn of_loop(&self, item: &Type) -> Type {
        let part = |part: &LoopPart| {
            let kind = match part.kind {
                FieldKind::Group => item.clone(),
                kind => plain(kind),
            };
            (part.name.clone(), kind)
        };
        Type::Group(self.of_loop.iter().map(part).collect())
    }

    /// Whether there is such a filter.
    pub(super) fn knows_filter(&self, name: &str) -> bool {
        self.filters.iter().any(|filter| filter.name == name)
    }
}

fn plain(kind: FieldKind) -> Type {
    match kind {
        FieldKind::Text | FieldKind::Word => Type::Text,
        FieldKind::YesNo => Type::YesNo,
        FieldKind::Number => Type::Number,
        FieldKind::List => Type::List(Box::new(Type::Text)),
        FieldKind::Group => Type::Group(BTreeMap::new()),
    }
}

fn put(names: &mut Names, path: &[&str], kind: FieldKind) {
    let Some((head, rest)) = path.split_first() else {
        return;
    };
    let name = head.trim_end_matches("[]").to_owned();
    if rest.is_empty() {
        names.entry(name).or_insert_with(|| plain(kind));
        return;
    }
    let empty = || Type::Group(BTreeMap::new());
    let entry = names.entry(name).or_insert_with(empty);
    let group = match entry {
        Type::List(item) => {
            if !matches!(**item, Type::Group(_)) {
                **item = empty();
            }
            item.as_mut()
        }
        other => other,
    };
    if let Type::Group(parts) = group {
        put(parts, rest, kind);
    }
}
