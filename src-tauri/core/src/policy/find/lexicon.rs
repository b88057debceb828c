//! Families of words, read from the data and found in a sentence.

use super::tokens::{MAIL, PAGE, Token, phrase};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

/// How one family is written in the data.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    /// Phrases as they stand; `<family>` inside stands for each phrase of that family, `a|b` for each, `a|` for a word that may be missing.
    #[serde(default)]
    words: Vec<String>,
    /// Verbs in the plain form; the others are made. Irregular ones follow after a stroke: `sell/sold`.
    #[serde(default)]
    verbs: Vec<String>,
    /// Nouns in the singular; the plural is made.
    #[serde(default)]
    nouns: Vec<String>,
}

/// A family, by number.
pub(super) type Family = u16;

/// All families and the words in them.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    words: HashMap<String, u32>,
    /// From a place in the tree of phrases by a word to the next.
    steps: HashMap<(u32, u32), u32>,
    /// The families whose phrase ends at a place.
    ends: Vec<Vec<Family>>,
    names: HashMap<String, Family>,
    fillers: Vec<bool>,
    /// Phrases whose words mean nothing alone.
    mask: Option<Family>,
    /// The phrases of each family, until all rules are read.
    phrases: HashMap<String, Vec<String>>,
}

/// Where families stand in a sentence.
#[derive(Debug, Default)]
pub(super) struct Hits {
    /// Family, first token, token behind the last; sorted.
    found: Vec<(Family, u32, u32)>,
}

/// No product of alternatives grows beyond this; the data is read by people.
const MOST_PHRASES: usize = 20_000;

impl Lexicon {
    pub(super) fn read(written: &BTreeMap<String, Written>) -> Result<Self, String> {
        let mut lexicon = Self {
            ends: vec![Vec::new()],
            ..Self::default()
        };
        for special in [MAIL, PAGE] {
            lexicon.number(special);
        }
        let mut done: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for name in written.keys() {
            expand(name, written, &mut done, 0)?;
        }
        for (name, phrases) in &done {
            lexicon.add(name, phrases);
        }
        for text in done.get("filler").into_iter().flatten() {
            if let Some(id) = lexicon.words.get(text.as_str()).copied() {
                lexicon.fillers[id as usize] = true;
            }
        }
        lexicon.mask = lexicon.named("mask");
        lexicon.phrases = done
            .into_iter()
            .map(|(name, phrases)| (name.to_owned(), phrases))
            .collect();
        Ok(lexicon)
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(known) = self.words.get(word) {
            return *known;
        }
        // 0 is the word that no rule names.
        let id = self.words.len() as u32 + 1;
        self.words.insert(word.to_owned(), id);
        self.fillers.resize(id as usize + 1, false);
        id
    }

    fn add(&mut self, name: &str, phrases: &[String]) -> Family {
        let next = self.names.len() as Family;
        let family = *self.names.entry(name.to_owned()).or_insert(next);
        for text in phrases {
            let mut node = 0;
            for word in phrase(text) {
                let id = self.number(&word);
                let fresh = self.ends.len() as u32;
                node = *self.steps.entry((node, id)).or_insert(fresh);
                if node == fresh {
                    self.ends.push(Vec::new());
                }
            }
            let ends = &mut self.ends[node as usize];
            if node != 0 && !ends.contains(&family) {
                ends.push(family);
            }
        }
        family
    }

    /// The family a rule names: `<family>`, or the words themselves with `_` for a space and `|` between alternatives.
    /// `<one|other>` is either of several families or words.
    pub(super) fn family(&mut self, element: &str) -> Result<Family, String> {
        let inner = element.strip_prefix('<').and_then(|e| e.strip_suffix('>'));
        if let Some(inner) = inner.filter(|inner| inner.contains('|')) {
            if let Some(known) = self.names.get(element) {
                return Ok(*known);
            }
            let mut phrases = Vec::new();
            for part in inner.split('|') {
                match self.phrases.get(part) {
                    Some(known) => phrases.extend(known.iter().cloned()),
                    None => phrases.push(part.replace('_', " ")),
                }
            }
            return Ok(self.add(element, &phrases));
        }
        if let Some(name) = inner {
            return self
                .names
                .get(name)
                .copied()
                .ok_or_else(|| format!("no family is called {name}"));
        }
        if element.contains(['<', '>']) {
            return Err(format!("{element} is neither a family nor words"));
        }
        if let Some(known) = self.names.get(element) {
            return Ok(*known);
        }
        let phrases: Vec<String> = element.split('|').map(|p| p.replace('_', " ")).collect();
        Ok(self.add(element, &phrases))
    }

    pub(super) fn named(&self, name: &str) -> Option<Family> {
        self.names.get(name).copied()
    }

    pub(super) fn word(&self, low: &str) -> u32 {
        self.words.get(low).copied().unwrap_or(0)
    }

    pub(super) fn is_filler(&self, word: u32) -> bool {
        self.fillers.get(word as usize).copied().unwrap_or(false)
    }

    /// Where families stand; `more` are those found in another way.
    pub(super) fn hits(&self, tokens: &[Token], more: &[(Family, u32, u32)]) -> Hits {
        let mut found = more.to_vec();
        for start in 0..tokens.len() {
            let mut node = 0;
            for (at, token) in tokens.iter().enumerate().skip(start) {
                let Some(next) = self.steps.get(&(node, token.word)) else {
                    // “provide you with a notice” is “provide you with notice”.
                    if node != 0 && self.is_filler(token.word) {
                        continue;
                    }
                    break;
                };
                node = *next;
                for family in &self.ends[node as usize] {
                    found.push((*family, start as u32, at as u32 + 1));
                }
            }
        }
        self.hide_masked(&mut found);
        found.sort_unstable();
        found.dedup();
        Hits { found }
    }

    /// Drops what lies within a masked phrase; what names the whole phrase stays.
    fn hide_masked(&self, found: &mut Vec<(Family, u32, u32)>) {
        let masks: Vec<(u32, u32)> = found
            .iter()
            .filter(|hit| Some(hit.0) == self.mask)
            .map(|hit| (hit.1, hit.2))
            .collect();
        if masks.is_empty() {
            return;
        }
        found.retain(|(_, start, end)| {
            !masks
                .iter()
                .any(|(from, to)| from <= start && end <= to && end - start < to - from)
        });
    }
}

impl Hits {
    /// Every place of a family, in order.
    pub(super) fn of(&self, family: Family) -> &[(Family, u32, u32)] {
        let from = self.found.partition_point(|hit| hit.0 < family);
        let to = self.found.partition_point(|hit| hit.0 <= family);
        &self.found[from..to]
    }

    pub(super) fn has(&self, family: Family) -> bool {
        !self.of(family).is_empty()
    }
}

fn expand<'a>(
    name: &'a str,
    written: &'a BTreeMap<String, Written>,
    done: &mut BTreeMap<&'a str, Vec<String>>,
    depth: usize,
) -> Result<Vec<String>, String> {
    if let Some(known) = done.get(name) {
        return Ok(known.clone());
    }
    if depth > 8 {
        return Err(format!("the family {name} contains itself"));
    }
    let (name, family) = written
        .get_key_value(name)
        .ok_or_else(|| format!("no family is called {name}"))?;
    let mut phrases = Vec::new();
    for text in &family.words {
        let mut products = vec![String::new()];
        for part in text.split(' ') {
            let choices = match part.strip_prefix('<').and_then(|p| p.strip_suffix('>')) {
                Some(inner) => expand(inner, written, done, depth + 1)?,
                None => part.split('|').map(|p| p.replace('_', " ")).collect(),
            };
            products = products
                .iter()
                .flat_map(|head| {
                    choices
                        .iter()
                        .map(move |tail| format!("{head} {tail}").trim().to_owned())
                })
                .collect();
            if products.len() > MOST_PHRASES {
                return Err(format!("the family {name} has too many phrases"));
            }
        }
        phrases.extend(products);
    }
    for verb in &family.verbs {
        phrases.extend(forms(verb));
    }
    for noun in &family.nouns {
        phrases.push(plural(noun));
        phrases.push(noun.clone());
    }
    done.insert(name, phrases.clone());
    Ok(phrases)
}

/// All forms of a verb; only the first word of several changes.
fn forms(verb: &str) -> Vec<String> {
    let mut given = verb.split('/');
    let plain = given.next().unwrap_or_default();
    let (first, rest) = plain.split_once(' ').unwrap_or((plain, ""));
    let stem = first.strip_suffix('e').unwrap_or(first);
    let with = |ending: &str| format!("{stem}{ending}");
    let consonant_y = first.ends_with('y')
        && !first.ends_with("ay")
        && !first.ends_with("ey")
        && !first.ends_with("oy");
    let mut all = vec![first.to_owned(), plural(first)];
    if consonant_y {
        let short = &first[..first.len() - 1];
        all.push(format!("{short}ied"));
        all.push(format!("{first}ing"));
    } else {
        all.push(with("ed"));
        all.push(with("ing"));
        if first.ends_with("ee") {
            all.push(format!("{first}ing"));
            all.push(format!("{first}d"));
        }
    }
    all.extend(given.map(str::to_owned));
    all.into_iter()
        .map(|form| format!("{form} {rest}").trim().to_owned())
        .collect()
}

/// The plural of a noun, which is also how a verb ends after he, she, it.
fn plural(noun: &str) -> String {
    let short = noun
        .strip_suffix('y')
        .filter(|s| !s.ends_with(['a', 'e', 'o', 'u']) && !s.is_empty());
    if let Some(short) = short {
        format!("{short}ies")
    } else if noun.ends_with(['s', 'x']) || noun.ends_with("ch") || noun.ends_with("sh") {
        format!("{noun}es")
    } else {
        format!("{noun}s")
    }
}
