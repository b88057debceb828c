//! What the lines of a file come to on a day: the notices that count, the consent that stands, what was refused or taken back.
//!
//! Nothing of it is stored. A consent counts only after the notices it needs, whatever was corrected later.

use super::data::Notice;
use super::file::{Child, DECIDED, Happened};
use crate::api::wire::{NoticeNeeds, Refusal};
use crate::time;
use crate::words::{ChildStep, Right};
use chrono::NaiveDate;

/// How a file stands on a day.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// The first day on which contact details were collected to ask, while they are there.
    pub contact_on: Option<NaiveDate>,
    /// Notices of this round, with everything the file needs: a material change begins another.
    pub notices: Vec<(String, NaiveDate)>,
    /// The first notice that was ever sent to ask.
    pub first_notice: Option<NaiveDate>,
    pub consent: Option<Consent>,
    /// A consent has counted before.
    pub ever: bool,
    pub refused_on: Option<NaiveDate>,
    pub withdrawn_on: Option<NaiveDate>,
    pub changed_on: Option<NaiveDate>,
    pub contact_erased_on: Option<NaiveDate>,
    pub found_on: Option<NaiveDate>,
    pub data_erased_on: Option<NaiveDate>,
    pub reached_on: Option<NaiveDate>,
    /// Exceptions used whose data is still there.
    pub exceptions: Vec<(String, NaiveDate)>,
    /// Who was shown to be the parent, and how.
    pub proof: Option<(NaiveDate, String)>,
    /// What proved it is still there.
    pub undeleted: Option<(NaiveDate, String)>,
}

/// A consent as it stands.
#[derive(Debug, Clone)]
pub struct Consent {
    pub on: NaiveDate,
    pub method: String,
    /// The day on which disclosure was agreed to too.
    pub disclose_on: Option<NaiveDate>,
    /// A further message must follow.
    pub to_confirm: bool,
    pub confirmed_on: Option<NaiveDate>,
}

impl Consent {
    /// It counts: nothing more must follow.
    pub fn counts(&self) -> bool {
        !self.to_confirm || self.confirmed_on.is_some()
    }
}

impl State {
    /// As a file stood at the end of a day; `without` leaves a line out that is about to be corrected.
    pub fn on(child: &Child, day: NaiveDate, without: Option<u32>) -> Result<Self, Refusal> {
        Self::walk(child, day, without, |_, _, _| {})
    }

    /// As [`State::on`]; `see` is shown each line on the way, with how the file stood before and after it.
    pub fn walk(
        child: &Child,
        day: NaiveDate,
        without: Option<u32>,
        mut see: impl FnMut(&Self, &Happened, &Self),
    ) -> Result<Self, Refusal> {
        let mut state = Self {
            contact_on: time::day(&child.file.body.contact_collected_on).filter(|on| *on <= day),
            ..Self::default()
        };
        for one in child.happened(without)?.iter().filter(|one| one.on <= day) {
            let before = state.clone();
            state.take(child, one);
            see(&before, one, &state);
        }
        Ok(state)
    }

    fn take(&mut self, child: &Child, one: &Happened) {
        let on = Some(one.on);
        let Some(step) = one.step else {
            // A parent whose refusal was granted has refused, whoever forgets to write it here.
            if one.kind == DECIDED
                && one.said.right == Some(Right::ChildRefusal)
                && one.said.outcome.starts_with("granted")
            {
                self.end(one.on);
            }
            return;
        };
        match step {
            ChildStep::ContactCollected => {
                self.contact_on = self.contact_on.min(on).or(on);
            }
            ChildStep::NoticeSent => {
                if self.whole(child, &one.said.notice, &one.said.items) {
                    self.notices.push((one.said.notice.clone(), one.on));
                    if asks(child, &one.said.notice) {
                        self.first_notice = self.first_notice.min(on).or(on);
                    }
                }
            }
            ChildStep::ConsentGiven if self.notified(child) => self.given(child, one),
            ChildStep::ConsentConfirmed => {
                if let Some(consent) = &mut self.consent {
                    consent.confirmed_on = consent.confirmed_on.or(on);
                    self.ever = true;
                }
            }
            ChildStep::ConsentRefused => self.refused_on = on,
            ChildStep::ConsentWithdrawn | ChildStep::FurtherRefused => self.end(one.on),
            ChildStep::MaterialChange => {
                self.consent = None;
                self.notices.clear();
                self.changed_on = on;
            }
            ChildStep::ContactErased => {
                self.contact_erased_on = on;
                self.exceptions
                    .retain(|(id, _)| child.rules.exception(id).is_none_or(|e| e.erase.is_empty()));
            }
            ChildStep::ExceptionUsed => self.exceptions.push((one.said.exception.clone(), one.on)),
            ChildStep::DataFound => {
                self.found_on = on;
                self.data_erased_on = None;
            }
            ChildStep::DataErased => {
                self.data_erased_on = on;
                self.found_on = None;
                self.exceptions.clear();
            }
            ChildStep::ParentProven => {
                self.proof = Some((one.on, one.said.method.clone()));
                self.keeps(child, one);
            }
            ChildStep::ProofDeleted => self.undeleted = None,
            ChildStep::ReachedAge => self.reached_on = on,
            ChildStep::ConsentGiven | ChildStep::Reviewed | ChildStep::Note => {}
        }
    }

    fn given(&mut self, child: &Child, one: &Happened) {
        let to_confirm = child
            .rules
            .method(&one.said.method)
            .is_some_and(|m| m.confirmed);
        let disclose_on = one.said.disclose.then_some(one.on);
        match &mut self.consent {
            // Consent to disclosure that comes after the one to collection and use stands beside it.
            Some(consent) if one.said.disclose && consent.counts() => {
                consent.disclose_on = disclose_on
            }
            _ => {
                self.consent = Some(Consent {
                    on: one.on,
                    method: one.said.method.clone(),
                    disclose_on,
                    to_confirm,
                    confirmed_on: None,
                });
            }
        }
        self.ever |= !to_confirm;
        self.refused_on = None;
        self.withdrawn_on = None;
        self.changed_on = None;
        self.found_on = None;
        self.data_erased_on = None;
        self.keeps(child, one);
    }

    fn keeps(&mut self, child: &Child, one: &Happened) {
        if child
            .rules
            .method(&one.said.method)
            .is_some_and(|m| !m.delete.is_empty())
        {
            self.undeleted = Some((one.on, one.said.method.clone()));
        }
    }

    /// The consent is over: another needs another notice.
    fn end(&mut self, on: NaiveDate) {
        if self.consent.take().is_some() || self.ever {
            self.withdrawn_on = Some(on);
        } else {
            self.refused_on = Some(on);
        }
        self.notices.clear();
    }

    /// Names or contact details were collected to ask.
    pub fn has_contact(&self) -> bool {
        self.contact_on.is_some()
    }

    /// What of a notice's items this file needs.
    pub fn needed<'n>(
        &self,
        child: &Child,
        notice: &'n Notice,
    ) -> impl Iterator<Item = &'n super::data::Item> {
        let needs = self.needs(child);
        notice
            .items
            .iter()
            .filter(move |item| needs.contains(&item.needs))
    }

    /// Which items any notice of this file needs.
    pub fn needs(&self, child: &Child) -> Vec<NoticeNeeds> {
        [
            (NoticeNeeds::Always, true),
            (NoticeNeeds::Contact, self.has_contact()),
            (NoticeNeeds::Disclosure, child.discloses()),
        ]
        .into_iter()
        .filter_map(|(needs, holds)| holds.then_some(needs))
        .collect()
    }

    fn whole(&self, child: &Child, notice: &str, items: &[String]) -> bool {
        child.rules.notice(notice).is_some_and(|notice| {
            self.needed(child, notice)
                .all(|item| items.contains(&item.id))
        })
    }

    /// The notices without which no consent counts that have not left in this round.
    pub fn owed<'c>(&self, child: &'c Child) -> Vec<&'c Notice> {
        child
            .regimes
            .iter()
            .filter_map(|regime| child.rules.notice_for(*regime))
            .filter(|notice| !self.notices.iter().any(|(id, _)| *id == notice.id))
            .collect()
    }

    /// A notice that asks for consent has left in this round.
    pub fn asked(&self, child: &Child) -> bool {
        self.notices.iter().any(|(id, _)| asks(child, id))
    }

    /// Every notice that a consent needs has left.
    pub fn notified(&self, child: &Child) -> bool {
        self.owed(child).is_empty()
    }

    /// A consent that counts stands.
    pub fn covers(&self) -> bool {
        self.consent.as_ref().is_some_and(Consent::counts)
    }

    /// Anything may be collected and used.
    pub fn may_collect(&self) -> bool {
        self.covers() && self.reached_on.is_none()
    }

    /// Data may be given to third parties.
    pub fn may_disclose(&self) -> bool {
        self.may_collect()
            && self
                .consent
                .as_ref()
                .is_some_and(|consent| consent.disclose_on.is_some())
    }

    /// Somebody was shown to be the parent: by proof, or by the method of a consent that counts.
    pub fn parent_shown(&self) -> bool {
        self.proof.is_some() || self.covers()
    }

    /// From when the time without a consent runs: the earliest of collecting, asking and finding.
    pub fn waits_since(&self) -> Option<NaiveDate> {
        if self.covers() || self.contact_erased_on.is_some() || self.reached_on.is_some() {
            return None;
        }
        let asked = [self.contact_on, self.first_notice];
        let asked = asked.into_iter().flatten().filter(|_| !self.ever);
        asked.chain(self.found_on).min()
    }
}

/// A notice that asks for consent, not one that an exception needs.
fn asks(child: &Child, notice: &str) -> bool {
    child
        .regimes
        .iter()
        .filter_map(|regime| child.rules.notice_for(*regime))
        .any(|one| one.id == notice)
}
