//! What letters take from a child's file, and what the notice to a parent writes into it.

use super::data::{Notice, Regime};
use super::dates::missing;
use super::file::Child;
use super::guard;
use super::link::file_of;
use super::state::State;
use super::step::write;
use crate::api::wire::{ChildEntryIn, Refusal};
use crate::desk::Desk;
use crate::letter::{ChildFields, LetterText, Tongue};
use crate::request::case::Case;
use crate::store::Transaction;
use crate::time::short;
use crate::words::ChildStep;
use chrono::NaiveDate;

/// What a letter may say of the child a request is about; empty where no file belongs to it.
pub fn fields(
    desk: &Desk,
    case: &Case,
    today: NaiveDate,
    words: &Tongue,
    american: bool,
) -> Result<ChildFields, Refusal> {
    let Some(child) = file_of(desk, case)? else {
        return Ok(ChildFields::default());
    };
    let state = State::on(&child, today, None)?;
    let body = &child.file.body;
    let day = |on: NaiveDate| words.date(on, american);
    let last = |step: ChildStep| -> Result<Option<(NaiveDate, String)>, Refusal> {
        Ok(child
            .happened(None)?
            .into_iter()
            .rev()
            .find(|one| one.step == Some(step))
            .map(|one| (one.on, one.said.text)))
    };
    let version = desk.policy.in_force(today);
    let link = version
        .map(|one| one.source.trim())
        .filter(|source| source.starts_with("http"))
        .unwrap_or_default();
    let erased = last(ChildStep::DataErased)?;
    Ok(ChildFields {
        on_file: true,
        service: body.service.clone(),
        collects: body.collects.clone(),
        discloses: body.discloses.clone(),
        integral: body.integral.clone(),
        contact: state.has_contact(),
        european: child.regimes.contains(&Regime::Europe),
        online_notice: link.to_owned(),
        // Where nothing runs yet, the notice itself starts the time.
        erase_by: {
            let mut asked = state.clone();
            asked.first_notice = asked.first_notice.or(Some(today));
            missing(desk, &child, &asked)?
                .map(|one| day(one.by))
                .unwrap_or_default()
        },
        exception: excepted(&child, &state)
            .map(|(exception, _)| exception.to_owned())
            .unwrap_or_default(),
        mail_is_enough: !child.discloses(),
        consented_on: state
            .consent
            .as_ref()
            .filter(|one| one.counts())
            .map(|one| day(one.on))
            .unwrap_or_default(),
        method: state
            .consent
            .as_ref()
            .and_then(|one| child.rules.method(&one.method))
            .map(|one| words.method(&one.id, &one.name))
            .unwrap_or_default(),
        may_disclose: state.may_disclose(),
        erased_on: erased.as_ref().map(|(on, _)| day(*on)).unwrap_or_default(),
        erased: erased.map(|(_, text)| text).unwrap_or_default(),
        stopped_on: state
            .withdrawn_on
            .or(state.refused_on)
            .map(day)
            .unwrap_or_default(),
        contact_erased_on: state.contact_erased_on.map(day).unwrap_or_default(),
        proof_deleted: state.proof.is_some() && state.undeleted.is_none(),
    })
}

/// A notice about to leave, and the file it is written into.
pub struct Told {
    child: Child,
    state: State,
    /// The one notice that it is, where it asks for no consent.
    only: Option<String>,
}

/// The exception to prior consent in use whose notice has not left yet, and that notice.
fn excepted<'c>(child: &'c Child, state: &'c State) -> Option<(&'c str, &'c Notice)> {
    let asking: Vec<&str> = child
        .regimes
        .iter()
        .filter_map(|regime| child.rules.notice_for(*regime))
        .map(|notice| notice.id.as_str())
        .collect();
    state.exceptions.iter().rev().find_map(|(id, _)| {
        let exception = child.rules.exception(id)?;
        let notice = child.rules.notice(&exception.notice)?;
        let sent = state.notices.iter().any(|(sent, _)| *sent == notice.id);
        (!sent && !asking.contains(&notice.id.as_str())).then_some((id.as_str(), notice))
    })
}

/// The file that a notice about contact details in use is written into, or the sentence why none can leave.
pub fn contact_notice_to_write(
    desk: &Desk,
    case: &Case,
    today: NaiveDate,
) -> Result<Result<Told, String>, Refusal> {
    let Some(child) = file_of(desk, case)? else {
        return Ok(Err("No child’s file belongs to this request; it would say which contact details are used, and what for.".into()));
    };
    let state = State::on(&child, today, None)?;
    let Some((_, notice)) = excepted(&child, &state) else {
        return Ok(Err("The child’s file shows no contact details used without a consent of which the parent is still to be told.".into()));
    };
    let only = Some(notice.id.clone());
    Ok(
        match guard::allows(&child, &state, ChildStep::NoticeSent, today) {
            Ok(()) => Ok(Told { child, state, only }),
            Err(why) => Err(why),
        },
    )
}

/// The file that a notice to the parent is written into, or the sentence why none can leave.
pub fn notice_to_write(
    desk: &Desk,
    case: &Case,
    today: NaiveDate,
) -> Result<Result<Told, String>, Refusal> {
    let Some(child) = file_of(desk, case)? else {
        return Ok(Err("No child’s file belongs to this request: open one, and say what is to be collected; the notice tells the parent just that.".into()));
    };
    let state = State::on(&child, today, None)?;
    Ok(
        match guard::allows(&child, &state, ChildStep::NoticeSent, today) {
            Ok(()) => Ok(Told {
                child,
                state,
                only: None,
            }),
            Err(why) => Err(why),
        },
    )
}

impl Told {
    /// The file's number.
    pub fn file(&self) -> u32 {
        self.child.file.id
    }

    /// A notice is still owed to the parent.
    pub fn owed(&self) -> bool {
        !self.state.notified(&self.child)
    }

    /// The notices that a letter is: each of those this file needs, with the items that its paragraphs carry.
    ///
    /// A letter that is none of them, because something was taken out of it, cannot leave.
    pub fn notices(&self, text: &LetterText) -> Result<Vec<(String, Vec<String>)>, Refusal> {
        let carried = |id: &str| {
            text.blocks
                .iter()
                .any(|b| b.items.iter().any(|i| i == id) && !b.text.trim().is_empty())
        };
        let mut all = Vec::new();
        for notice in self.wanted() {
            let missing: Vec<String> = self
                .state
                .needed(&self.child, notice)
                .filter(|item| !carried(&item.id))
                .map(|item| format!("{} ({})", item.what, item.cite))
                .collect();
            if !missing.is_empty() {
                return Err(Refusal::not_now(format!(
                    "The notice lacks what it must say: {}.",
                    missing.join("; ")
                )));
            }
            let items = notice.items.iter().map(|item| item.id.clone());
            all.push((notice.id.clone(), items.filter(|id| carried(id)).collect()));
        }
        Ok(all)
    }

    fn wanted(&self) -> Vec<&Notice> {
        if let Some(only) = &self.only {
            return self.child.rules.notice(only).into_iter().collect();
        }
        self.child
            .regimes
            .iter()
            .filter_map(|regime| self.child.rules.notice_for(*regime))
            .collect()
    }

    /// Writes into the file that the notice left, as this letter.
    pub fn write(
        &self,
        tx: &Transaction,
        notices: &[(String, Vec<String>)],
        request: u32,
        letter: u32,
        on: NaiveDate,
        event: u32,
    ) -> Result<(), Refusal> {
        for (notice, items) in notices {
            let entry = ChildEntryIn {
                child: self.file(),
                step: ChildStep::NoticeSent,
                on: on.to_string(),
                method: String::new(),
                notice: notice.clone(),
                items: items.clone(),
                disclose: false,
                exception: String::new(),
                text: String::new(),
                request: Some(request),
                corrects: None,
            };
            write(tx, &self.child, &entry, Some(letter), on, event)?;
        }
        Ok(())
    }
}

/// Whether the time without a consent is over, so that a letter can say so; else why not.
pub fn lapsed(desk: &Desk, case: &Case, today: NaiveDate) -> Result<Result<(), String>, Refusal> {
    let Some(child) = file_of(desk, case)? else {
        return Ok(Err(
            "No child’s file belongs to this request; it would say by when a consent was due."
                .into(),
        ));
    };
    let state = State::on(&child, today, None)?;
    if state.consent.is_some() {
        return Ok(Err(
            "A consent came; there is another letter for that.".into()
        ));
    }
    if state.contact_erased_on.is_some() {
        return Ok(Ok(()));
    }
    Ok(match missing(desk, &child, &state)? {
        Some(missing) if missing.by <= today => Ok(()),
        Some(missing) => Err(format!(
            "A consent can still come: names and contact details go on {}.",
            short(missing.by)
        )),
        None => Err("No notice to the parent is in the file, so no time runs.".into()),
    })
}
