//! The sample desk: a made-up organisation whose requests go through the same commands as real ones, at moments dated around today.

use super::App;
use super::sample_policy::{self, Happening, Published};
use super::sample_registers::{self, Does, Kept};
use crate::api::call;
use crate::api::wire::{
    ClaimDraft, CloseIn, DecideIn, DeskProfile, DraftIn, FileIn, LetterBlock, LetterChoices,
    LetterDraft, LetterIssue, LetterSave, LetterStart, LetterText, Logged, NewDesk, NoteIn,
    Particulars, Person, Refusal, RequestDraft, RequestId, RequestView, StepIn,
};
use crate::time::{Now, local_instant};
use crate::words::{Capacity, Channel, LetterKind, Outcome, Right};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct House {
    officer: String,
    passphrase: String,
    profile: DeskProfile,
    /// What stands in a letter's blanks, by the hint the template leaves.
    fill: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mail {
    request: Vec<Made>,
}

/// One made-up request.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Made {
    /// Days from the receipt to today.
    ago: i64,
    /// Local time of the receipt.
    at: Option<String>,
    channel: Channel,
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    address: Vec<String>,
    capacity: Option<Capacity>,
    subject: Option<String>,
    residence: String,
    #[serde(default)]
    particulars: Particulars,
    rights: Vec<Right>,
    words: String,
    #[serde(default)]
    files: Vec<Enclosure>,
    #[serde(default)]
    steps: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Enclosure {
    name: String,
    text: String,
}

#[derive(Deserialize)]
struct Step {
    /// Days from the receipt to the step.
    after: i64,
    #[serde(flatten)]
    doing: Doing,
}

#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Doing {
    Letter {
        letter: LetterKind,
        by: String,
        #[serde(default)]
        reason: String,
        #[serde(default)]
        asked: String,
    },
    Draft {
        draft: LetterKind,
    },
    Decide {
        decide: Right,
        outcome: Outcome,
        ground: Option<String>,
        #[serde(default)]
        reasons: String,
        #[serde(default)]
        kept: String,
    },
    Step {
        step: String,
        text: String,
    },
    Note {
        note: String,
    },
    Close {
        close: String,
    },
}

/// One thing to do at a moment: log a request, take a step in one, publish a policy, hand data over.
struct Action<'m> {
    at: DateTime<Utc>,
    what: What<'m>,
}

enum What<'m> {
    Request(usize, Option<&'m Step>),
    Happening(NaiveDate, Happening<'m>),
    Register(NaiveDate, &'m Does),
}

/// Makes the desk and lives through its past, in the order of its days.
pub fn build(app: &mut App, path: &Path, now: Now) -> Result<(), Refusal> {
    let house: House = read(include_str!("../../data/sample/desk.toml"))?;
    let mail: Mail = read(include_str!("../../data/sample/requests.toml"))?;
    let published = sample_policy::published()?;
    let kept = sample_registers::kept()?;
    let actions = actions(&house, &mail.request, &published, &kept, now)?;
    let born = actions.first().map_or(now.instant(), |a| a.at) - TimeDelta::days(1);
    let new = NewDesk {
        profile: house.profile.clone(),
        officer_name: house.officer.clone(),
        passphrase: house.passphrase.clone(),
    };
    app.make(path, new, true, Now::new(born))?;
    let mut life = Life {
        app,
        fill: &house.fill,
        organisation: &house.profile.organisation,
        ids: vec![0; mail.request.len()],
        files: BTreeMap::new(),
    };
    for action in actions {
        let at = Now::new(action.at);
        match action.what {
            What::Request(number, None) => {
                life.ids[number] = life.log(&mail.request[number], at)?;
            }
            What::Request(number, Some(step)) => {
                life.step(life.ids[number], &step.doing, at)?;
            }
            What::Happening(day, what) => life.happen(what, day, at)?,
            What::Register(day, does) => life.keep(does, day, at)?,
        }
    }
    life.app.desk()?.rebuild_board(now)
}

pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Refusal> {
    toml::from_str(text)
        .map_err(|e| Refusal::broken(&format!("the sample desk cannot be read: {e}")))
}

/// Everything that happens, earliest first; what one request does in a day stays in its order.
fn actions<'m>(
    house: &House,
    mail: &'m [Made],
    published: &'m Published,
    kept: &'m Kept,
    now: Now,
) -> Result<Vec<Action<'m>>, Refusal> {
    let zone = super::profile::zone_of(&house.profile)?;
    let today = now.today(zone);
    let moment = |day: NaiveDate, time: &str| {
        // What is dated for later today happens just now: nothing in a log lies ahead.
        local_instant(&format!("{day}T{time}"), zone).map(|at| at.min(now.instant()))
    };
    let mut all = Vec::new();
    for (number, made) in mail.iter().enumerate() {
        let lost = || Refusal::broken(&format!("the sample desk has no such day: {}", made.name));
        let received = today - TimeDelta::days(made.ago);
        let usual = format!("{:02}:{:02}", 8 + number % 8, (number * 17) % 60);
        all.push(Action {
            at: moment(received, made.at.as_deref().unwrap_or(&usual)).ok_or_else(lost)?,
            what: What::Request(number, None),
        });
        for (turn, step) in made.steps.iter().enumerate() {
            let day = received + TimeDelta::days(step.after);
            let at = format!("{:02}:{:02}", 16 + turn % 4, (number * 7 + turn * 3) % 60);
            all.push(Action {
                at: moment(day, &at).ok_or_else(lost)?,
                what: What::Request(number, Some(step)),
            });
        }
    }
    for (day, what) in published.happenings(today) {
        let lost = || Refusal::broken("the sample desk has no such day for its policy");
        all.push(Action {
            at: moment(day, "07:30").ok_or_else(lost)?,
            what: What::Happening(day, what),
        });
    }
    for (day, does) in kept.days(today) {
        let lost = || Refusal::broken("the sample desk has no such day for its registers");
        all.push(Action {
            at: moment(day, "07:10").ok_or_else(lost)?,
            what: What::Register(day, does),
        });
    }
    all.sort_by_key(|a| a.at);
    Ok(all)
}

pub(super) struct Life<'a> {
    app: &'a mut App,
    fill: &'a BTreeMap<String, String>,
    pub(super) organisation: &'a str,
    /// The identifier of each made-up request, once it is logged.
    ids: Vec<u32>,
    /// The files of the registers by the names the sample gives them.
    pub(super) files: BTreeMap<String, u32>,
}

impl Life<'_> {
    pub(super) fn call<A: Serialize, R: DeserializeOwned>(
        &mut self,
        name: &str,
        args: A,
        at: Now,
    ) -> Result<R, Refusal> {
        let broken = |e: serde_json::Error| Refusal::broken(&e.to_string());
        let args = serde_json::to_value(args).map_err(broken)?;
        serde_json::from_value(call(self.app, name, args, at)?).map_err(broken)
    }

    fn log(&mut self, made: &Made, at: Now) -> Result<u32, Refusal> {
        for file in &made.files {
            let file = FileIn {
                request: None,
                name: file.name.clone(),
                media_type: "text/plain".into(),
                base64: STANDARD.encode(&file.text),
            };
            let _: serde_json::Value = self.call("file_add", file, at)?;
        }
        let draft = RequestDraft {
            received: String::new(),
            channel: Some(made.channel),
            requester: Person {
                name: made.name.clone(),
                email: made.email.clone(),
                phone: made.phone.clone(),
                address: made.address.clone(),
            },
            subject: made.subject.as_ref().map(|name| Person {
                name: name.clone(),
                ..Person::default()
            }),
            capacity: made.capacity,
            residence: made.residence.clone(),
            claims: made
                .rights
                .iter()
                .map(|right| ClaimDraft {
                    right: *right,
                    laws: Vec::new(),
                })
                .collect(),
            particulars: made.particulars.clone(),
            words: made.words.clone(),
            files: Vec::new(),
        };
        let logged: Logged = self.call("request_log", DraftIn { draft }, at)?;
        Ok(logged.id)
    }

    fn step(&mut self, request: u32, doing: &Doing, at: Now) -> Result<(), Refusal> {
        let _: RequestView = match doing {
            Doing::Letter {
                letter,
                by,
                reason,
                asked,
            } => {
                self.draft(request, *letter, reason, asked, at)?;
                let sent_by = by.clone();
                // The made-up officer looks at what does not agree with a promise before the letter leaves.
                let view: RequestView = self.call("request_show", RequestId { id: request }, at)?;
                let seen = view.contradictions.into_iter().map(|one| one.key).collect();
                let issue = LetterIssue {
                    request,
                    sent_by,
                    seen,
                    plain_mail_reason: None,
                    waits: None,
                };
                self.call("letter_issue", issue, at)?
            }
            Doing::Draft { draft } => {
                self.draft(request, *draft, "", "", at)?;
                return Ok(());
            }
            Doing::Decide {
                decide,
                outcome,
                ground,
                reasons,
                kept,
            } => {
                let args = DecideIn {
                    claim: self.claim(request, *decide, at)?,
                    outcome: *outcome,
                    ground: ground.clone(),
                    reasons: reasons.clone(),
                    kept: kept.clone(),
                };
                self.call("claim_decide", args, at)?
            }
            Doing::Step { step, text } => {
                let args = StepIn {
                    request,
                    on: String::new(),
                    text: text.clone(),
                    all_the_same: None,
                };
                self.call(&format!("request_{}", step.replace('-', "_")), args, at)?
            }
            Doing::Note { note } => {
                let text = note.clone();
                self.call("request_note", NoteIn { request, text }, at)?
            }
            Doing::Close { close } => {
                let note = close.clone();
                self.call("request_close", CloseIn { request, note }, at)?
            }
        };
        Ok(())
    }

    fn claim(&mut self, request: u32, right: Right, at: Now) -> Result<u32, Refusal> {
        let view: RequestView = self.call("request_show", RequestId { id: request }, at)?;
        view.claims
            .iter()
            .find(|c| c.right == right)
            .map(|c| c.id)
            .ok_or_else(|| Refusal::broken("the sample desk decides what was not asked for"))
    }

    /// Drafts the letter under the first law it fits, and fills its blanks.
    fn draft(
        &mut self,
        request: u32,
        kind: LetterKind,
        reason: &str,
        asked: &str,
        at: Now,
    ) -> Result<(), Refusal> {
        let law = self.law(request, kind, at)?;
        let start = LetterStart {
            request,
            kind,
            law,
            reason: reason.into(),
            asked: asked.into(),
            language: None,
            addressee: Vec::new(),
        };
        let draft: LetterDraft = self.call("letter_draft", start, at)?;
        let text = LetterText {
            blocks: draft
                .text
                .blocks
                .into_iter()
                .map(|b| LetterBlock {
                    text: self.filled(&b.text),
                    items: b.items,
                })
                .collect(),
            ..draft.text
        };
        let _: LetterDraft = self.call("letter_save", LetterSave { request, text }, at)?;
        Ok(())
    }

    fn law(&mut self, request: u32, kind: LetterKind, at: Now) -> Result<String, Refusal> {
        let choices: LetterChoices = self.call("letter_choices", RequestId { id: request }, at)?;
        let mut why = String::new();
        for choice in choices.choices.into_iter().filter(|c| c.kind == kind) {
            match choice.reason {
                None => return Ok(choice.law),
                Some(reason) => why = reason,
            }
        }
        Err(Refusal::broken(&format!(
            "the sample desk writes a letter “{kind}” that does not fit: {why}"
        )))
    }

    fn filled(&self, text: &str) -> String {
        let mut out = text.to_owned();
        for (hint, words) in self.fill {
            out = out.replace(&format!("[[{hint}]]"), words);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::api::wire::{Nothing, Queue, QueueQuery, Verified};
    use std::collections::BTreeSet;

    /// Days on which calendars play tricks: a leap day early in the morning, New Year late in the evening, a Sunday on which the clocks go forward.
    const TODAYS: &[&str] = &[
        "2028-02-29T05:10:00Z",
        "2027-01-01T22:59:00Z",
        "2026-03-29T01:30:00Z",
    ];

    #[test]
    fn the_sample_lives_on_every_day_and_shows_every_state() {
        for today in TODAYS {
            let now = Now::new(today.parse().unwrap());
            let folder = tempfile::tempdir().unwrap();
            let mut app = App::new();
            let session = app
                .create_sample(&folder.path().join("Sample desk.rightsdesk"), now)
                .unwrap();
            assert!(session.sample, "{today}");
            let mut ask = |filter: &str| -> Queue {
                let query = QueueQuery {
                    filter: filter.into(),
                    limit: 100,
                    ..QueueQuery::default()
                };
                let query = serde_json::to_value(query).unwrap();
                serde_json::from_value(call(&mut app, "queue", query, now).unwrap()).unwrap()
            };
            for state in ["overdue", "week", "waiting", "open", "closed"] {
                assert!(ask(state).total > 0, "{today}: nothing is {state}");
            }
            assert!(ask("all").total >= 40, "{today}");
            let none = serde_json::to_value(Nothing {}).unwrap();
            let verified: Verified =
                serde_json::from_value(call(&mut app, "log_verify", none, now).unwrap()).unwrap();
            assert!(verified.intact, "{today}: {:?}", verified.problem);
        }
    }

    #[test]
    fn the_sample_asks_for_every_right_its_laws_give_today() {
        let house: House = read(include_str!("../../data/sample/desk.toml")).unwrap();
        let mail: Mail = read(include_str!("../../data/sample/requests.toml")).unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let asked: BTreeSet<Right> = mail.request.iter().flat_map(|m| m.rights.clone()).collect();
        let library = crate::law::Library::bundled().unwrap();
        for law in house.profile.laws.iter().map(|id| library.law(id).unwrap()) {
            for right in Right::ALL.iter().filter(|r| law.right(**r, today).is_ok()) {
                assert!(
                    asked.contains(right),
                    "nobody asks for {right} under {}",
                    law.id
                );
            }
        }
    }
}
