//! What letters lose when one template is changed: every letter it is used for is written from the samples, before and after.

use std::collections::{BTreeMap, BTreeSet};

use super::super::demands::demands;
use super::super::draft::{NoDraft, draft_by, render_named};
use super::super::error::LetterError;
use super::super::items::{self, RequiredItem, Under};
use super::super::notice;
use super::super::pen::{Broken, Pen};
use super::super::templates::Wording;
use super::super::text::LetterText;
use super::super::tongue::is_swiss;
use super::book::Use;
use super::sample::{Sample, breach_sample, sample_under, under};
use crate::law::Law;
use crate::words::{LetterKind, LetterLanguage, Outcome, Right};

/// Something that a law wants in a letter and that a changed text no longer has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// What is lost, with its article.
    pub item: RequiredItem,
    /// The law’s identifier; empty for the letter about a breach.
    pub law: String,
    /// What the letter does; none for the letter about a breach.
    pub kind: Option<LetterKind>,
    /// The rights it is about.
    pub rights: Vec<Right>,
}

/// What writing every letter found.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub losses: Vec<Loss>,
    /// Where no letter came of it, and one letter for which it is so.
    pub broken: Vec<(Broken, Use)>,
    /// Items that blocks say they carry, and no law or template of ours knows.
    pub strange: BTreeSet<String>,
}

/// Cases beyond which nothing new is learned.
const MOST_BROKEN: usize = 20;

/// The samples that take different branches; the longest takes those of the ordinary one.
const TRIED: [Sample; 2] = [Sample::Ordinary, Sample::Strangest];

/// A part of so many letters is tried with both samples only where all rights stand together: an officer waits for the answer.
const MANY: usize = 1_000;

/// Letters before and after.
struct Both<'a> {
    after: &'a Wording<'a>,
    before: &'a Wording<'a>,
    /// In the usual spelling and the Swiss one.
    after_pens: [Pen; 2],
    before_pens: [Pen; 2],
    known: &'a BTreeSet<String>,
    out: Written,
    losses: BTreeMap<(String, Option<LetterKind>, String), Loss>,
}

/// Writes every letter of these uses with both wordings; `notice_items` is what the letter about a breach must say.
pub(super) fn written(
    before: &Wording,
    after: &Wording,
    laws: &[&Law],
    uses: &BTreeSet<Use>,
    known: &BTreeSet<String>,
    notice_items: &[RequiredItem],
) -> Result<Written, LetterError> {
    let pens = |wording| -> Result<[Pen; 2], LetterError> {
        Ok([Pen::new(wording, "")?, Pen::new(wording, "ch-")?])
    };
    let mut both = Both {
        after,
        before,
        after_pens: pens(after)?,
        before_pens: pens(before)?,
        known,
        out: Written::default(),
        losses: BTreeMap::new(),
    };
    let alone = if uses.len() > MANY {
        &TRIED[..1]
    } else {
        &TRIED[..]
    };
    for law in laws {
        let under = under(law)?;
        for kind in LetterKind::ALL.iter().copied() {
            let of = |one: &&Use| one.law == law.id && one.kind == Some(kind);
            let rights: Vec<Right> = uses.iter().filter(of).filter_map(|one| one.right).collect();
            let rights: Vec<Right> = rights
                .into_iter()
                .filter(|right| law.right(*right, under.received_on).is_ok())
                .collect();
            if rights.is_empty() {
                continue;
            }
            for outcome in outcomes(kind) {
                for right in &rights {
                    both.letter(&under, kind, &[(*right, *outcome)], alone)?;
                    for ground in grounds(law, kind, *right, *outcome)? {
                        let on = Under {
                            grounds: vec![(*right, ground)],
                            ..under.clone()
                        };
                        both.letter(&on, kind, &[(*right, *outcome)], &TRIED[..1])?;
                    }
                }
                if rights.len() > 1 {
                    let all: Vec<_> = rights.iter().map(|right| (*right, *outcome)).collect();
                    both.letter(&under, kind, &all, &TRIED)?;
                }
            }
        }
    }
    if uses.iter().any(|one| one.kind.is_none()) {
        both.notice(notice_items)?;
    }
    both.out.losses = both.losses.into_values().collect();
    Ok(both.out)
}

/// What a letter of a kind can say of a right.
pub fn outcomes(kind: LetterKind) -> &'static [Option<Outcome>] {
    match kind {
        LetterKind::AnswerInFull | LetterKind::OptOutConfirmation => {
            &[Some(Outcome::Granted), Some(Outcome::Withdrawn)]
        }
        LetterKind::AnswerInPart => &[
            Some(Outcome::GrantedInPart),
            Some(Outcome::Refused),
            Some(Outcome::Granted),
        ],
        LetterKind::Refusal => &[Some(Outcome::Refused)],
        _ => &[None],
    }
}

/// The grounds of a refusal on which a law wants something of its own in the letter.
fn grounds(
    law: &Law,
    kind: LetterKind,
    right: Right,
    outcome: Option<Outcome>,
) -> Result<Vec<&str>, LetterError> {
    let said = items::outcome_in(kind, outcome);
    if !matches!(said, Some(Outcome::Refused | Outcome::GrantedInPart)) {
        return Ok(Vec::new());
    }
    let demands = demands(&law.id)?;
    let rule = law.rights.iter().find(|rule| rule.right == right);
    let known = rule.into_iter().flat_map(|rule| &rule.grounds);
    Ok(known
        .map(String::as_str)
        .filter(|ground| demands.names_ground(ground))
        .collect())
}

impl Both<'_> {
    fn letter(
        &mut self,
        under: &Under,
        kind: LetterKind,
        claims: &[(Right, Option<Outcome>)],
        tried: &[Sample],
    ) -> Result<(), LetterError> {
        let law = under.law;
        let pen = usize::from(is_swiss(&law.id));
        for which in tried.iter().copied() {
            let fields = sample_under(self.after.language, under, claims, which)?;
            let draft =
                |pens: &[Pen; 2], wording| draft_by(&pens[pen], wording, under, kind, &fields);
            let text = match draft(&self.after_pens, self.after) {
                Ok(text) => text,
                Err(NoDraft::Not(LetterError::Forbidden { .. })) => return Ok(()),
                Err(NoDraft::Not(other)) => return Err(other),
                Err(NoDraft::Broken(broken)) => {
                    let (right, _) = claims.first().copied().unwrap_or((Right::Access, None));
                    self.broken(
                        broken,
                        Use {
                            law: law.id.clone(),
                            kind: Some(kind),
                            right: Some(right),
                        },
                    );
                    return Ok(());
                }
            };
            self.strange(&text);
            let mut missing: Vec<RequiredItem> = items::check(under, kind, claims, &filled(text))?
                .into_iter()
                .filter(|state| !state.present)
                .map(|state| state.item)
                .collect();
            if missing.is_empty() {
                continue;
            }
            if let Ok(text) = draft(&self.before_pens, self.before) {
                let text = filled(text);
                missing.retain(|item| items::why_missing(&item.id, &text).is_none());
            }
            for item in missing {
                self.lost(item, &law.id, Some(kind), claims);
            }
        }
        Ok(())
    }

    fn notice(&mut self, wanted: &[RequiredItem]) -> Result<(), LetterError> {
        for which in TRIED {
            let made = breach_sample(self.after.language, which)?;
            let text = match render_named(&self.after_pens[0], notice::TEMPLATE, &made) {
                Ok(text) => text,
                Err(broken) => {
                    self.broken(
                        broken,
                        Use {
                            law: String::new(),
                            kind: None,
                            right: None,
                        },
                    );
                    return Ok(());
                }
            };
            self.strange(&text);
            let text = filled(text);
            for item in wanted {
                if items::why_missing(&item.id, &text).is_some() {
                    self.lost(item.clone(), "", None, &[]);
                }
            }
        }
        Ok(())
    }

    fn broken(&mut self, broken: Broken, of: Use) {
        let same = |(known, _): &(Broken, Use)| *known == broken;
        if self.out.broken.len() < MOST_BROKEN && !self.out.broken.iter().any(same) {
            self.out.broken.push((broken, of));
        }
    }

    fn strange(&mut self, text: &LetterText) {
        let carried = text.blocks.iter().flat_map(|block| &block.items);
        let strange = carried.filter(|id| !self.known.contains(*id));
        self.out.strange.extend(strange.cloned());
    }

    fn lost(
        &mut self,
        item: RequiredItem,
        law: &str,
        kind: Option<LetterKind>,
        claims: &[(Right, Option<Outcome>)],
    ) {
        let key = (law.to_owned(), kind, item.id.clone());
        let loss = self.losses.entry(key).or_insert_with(|| Loss {
            item,
            law: law.to_owned(),
            kind,
            rights: Vec::new(),
        });
        // Those of a letter about several rights at once are named where each is tried alone.
        if let [(right, _)] = claims
            && !loss.rights.contains(right)
        {
            loss.rights.push(*right);
        }
    }
}

/// A text whose blanks somebody has filled in.
fn filled(mut text: LetterText) -> LetterText {
    for block in &mut text.blocks {
        while let Some(start) = block.text.find("[[") {
            let rest = &block.text[start..];
            let end = rest
                .find("]]")
                .map_or(block.text.len(), |at| start + at + 2);
            block.text.replace_range(start..end, "as told");
        }
    }
    text
}

/// Every item that a law’s list or a template of ours knows.
pub(super) fn known_items(
    laws: &[&Law],
    language: LetterLanguage,
) -> Result<BTreeSet<String>, LetterError> {
    let mut known = BTreeSet::new();
    for law in laws {
        for item in &demands(&law.id)?.items {
            known.extend(Right::ALL.iter().map(|right| item.id_for(*right)));
        }
    }
    for (_, source) in super::super::templates::built_in(language) {
        for line in source.lines().filter_map(|line| line.strip_prefix("---")) {
            known.extend(carried(line).map(str::to_owned));
            // `{{ claim.right }}.reasons` is that of any right.
            for part in line.split("}}").skip(1) {
                if let Some(rest) = part
                    .split_whitespace()
                    .next()
                    .filter(|p| p.starts_with('.'))
                {
                    known.extend(
                        Right::ALL
                            .iter()
                            .map(|r| format!("{}{}", r.id(), cut(rest))),
                    );
                }
            }
        }
    }
    Ok(known)
}

/// The items that a line names by themselves, without the help of a field.
pub(super) fn carried(line: &str) -> impl Iterator<Item = &str> {
    line.split_whitespace()
        .filter(|word| !word.contains(['{', '}', '%']))
        .filter(|word| word.contains(char::is_alphanumeric) && !word.contains(['"', '=', '(', ')']))
        .filter(move |word| !within_tag(line, word))
}

/// Whether a word stands between braces.
fn within_tag(line: &str, word: &str) -> bool {
    let offset = word.as_ptr() as usize - line.as_ptr() as usize;
    let before = line.get(..offset).unwrap_or_default();
    let opened = before.matches("{%").count() + before.matches("{{").count();
    let closed = before.matches("%}").count() + before.matches("}}").count();
    opened > closed
}

/// What stands before a tag.
fn cut(word: &str) -> &str {
    word.split('{').next().unwrap_or(word)
}
