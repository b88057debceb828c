//! A pack as a page to read: what the law says, in the order an officer asks, each line with its citation.

use std::fmt::Write as _;

use chrono::NaiveDate;
use serde::Serialize;

use super::clock_rule::{
    ClockVersion, CountedFrom, Effect, Extension, Measured, Period, RefusalWithin, Unit,
};
use super::duties::{Duty, Nature, Topic};
use super::limbs::rule_on;
use super::pack::{Confidence, Law, Remark, RightRule, VerificationLevel};
use super::working::{counted, day};

/// One line of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetLine {
    /// What the line is.
    pub kind: LineKind,
    /// How far it is set in: 0 to 2.
    pub depth: u8,
    /// What it is about, as it stands before the text: “Answer within”, “Fee:”; of a right the identifier; empty for a sentence by itself.
    pub label: String,
    /// What the law says.
    pub text: String,
    /// The article; empty where none is needed.
    pub cite: String,
}

/// What a line of the page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineKind {
    /// Begins a right, or a matter beside the rights.
    Head,
    /// Something the law says.
    Says,
    /// What the line above was not compared with.
    Caution,
}

/// The pack as it stands on a day; rights that begin later are named with their first day.
pub fn sheet_lines(law: &Law, on: NaiveDate) -> Vec<SheetLine> {
    let mut page = Page(Vec::new());
    page.line(0, "Where:", &law.jurisdiction, &law.cite);
    page.line(0, "In force from", &day(law.since), "");
    page.line(0, "Last compared on", &day(law.checked), "");
    if law.always {
        let ours = "What we promised, and rules of the house; no statute. A promise of the policy brings a request under it";
        page.line(0, "", ours, "");
    } else if law.nature == Nature::Contract {
        page.line(0, "", "A contract, not a statute", "");
    }
    reach(&mut page, law, on);
    if let Some(calendar) = &law.calendar {
        page.line(0, "Holidays by the calendar", calendar, "");
    }
    for rule in &law.rights {
        match law.right(rule.right, on) {
            Ok(now) if std::ptr::eq(now, rule) => right(&mut page, law, rule, on),
            Ok(now) if rule.since < now.since => {}
            _ => {
                page.right(rule);
                page.line(1, "From", &day(rule.since), "");
            }
        }
    }
    standing(&mut page, law, on);
    page.0
}

/// The same page as plain text, for the command line.
pub fn sheet(law: &Law, on: NaiveDate) -> String {
    let mut text = format!("{} ({})\n", law.name, law.id);
    for line in sheet_lines(law, on) {
        if line.kind == LineKind::Head {
            text.push('\n');
        }
        let said = match (line.kind, line.label.as_str()) {
            (_, "") => line.text.clone(),
            (LineKind::Head, right) => format!("{} ({right})", line.text),
            (_, label) => format!("{label} {}", line.text),
        };
        let cite = match line.cite.as_str() {
            "" => String::new(),
            cite => format!("  [{cite}]"),
        };
        let inset = "  ".repeat(line.depth.into());
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{inset}{said}{cite}");
    }
    text
}

struct Page(Vec<SheetLine>);

impl Page {
    fn push(&mut self, kind: LineKind, depth: u8, label: &str, text: &str, cite: &str) {
        self.0.push(SheetLine {
            kind,
            depth,
            label: label.to_owned(),
            text: text.to_owned(),
            cite: cite.to_owned(),
        });
    }

    fn right(&mut self, rule: &RightRule) {
        self.push(LineKind::Head, 0, rule.right.id(), &rule.name, &rule.cite);
    }

    fn head(&mut self, text: &str, cite: &str) {
        self.push(LineKind::Head, 0, "", text, cite);
    }

    fn line(&mut self, depth: u8, label: &str, text: &str, cite: &str) {
        self.push(LineKind::Says, depth, label, text, cite);
    }

    fn remark(&mut self, label: &str, remark: &Remark) {
        self.line(1, label, &remark.text, &remark.cite);
    }

    /// Under what it is an exception to.
    fn room(&mut self, room: Option<&Remark>) {
        if let Some(room) = room {
            self.line(2, "All the same:", &room.text, &room.cite);
        }
    }

    fn caution(&mut self, depth: u8, confidence: Confidence) {
        if let Some(caution) = confidence.caution() {
            self.push(LineKind::Caution, depth, "", caution, "");
        }
    }
}

/// Whom the law covers, limb by limb.
fn reach(page: &mut Page, law: &Law, on: NaiveDate) {
    let reach = &law.reach;
    page.line(0, "For", &reach.people, &reach.cite);
    for limb in &reach.places {
        page.line(1, "", &limb.text, &limb.cite);
        page.caution(2, limb.confidence);
    }
    if let Some(rule) = rule_on(law, on) {
        for limb in &rule.any {
            page.line(1, "Covers an organisation that", &limb.that, &limb.cite);
            page.caution(2, limb.confidence);
        }
        for limb in &rule.unless {
            page.line(1, "Leaves out an organisation that", &limb.that, &limb.cite);
            page.caution(2, limb.confidence);
        }
    }
    let people = reach.ages.iter().map(|l| (&l.text, &l.cite, l.confidence));
    let data = reach.data.iter().map(|l| (&l.text, &l.cite, l.confidence));
    for (text, cite, confidence) in people.chain(data) {
        page.line(1, "", text, cite);
        page.caution(2, confidence);
    }
    for limb in &reach.capacities {
        page.line(1, "", &limb.text, &limb.cite);
    }
    for note in &reach.age_notes {
        page.line(1, "", &note.text, &note.cite);
    }
}

fn right(page: &mut Page, law: &Law, rule: &RightRule, on: NaiveDate) {
    page.right(rule);
    page.caution(1, rule.confidence);
    let version = format!(
        "requests received from {}; compared on {}",
        day(rule.since),
        day(rule.checked)
    );
    page.line(1, "For", &version, "");
    if let Some(note) = &rule.note {
        page.line(1, "", note, "");
    }
    if let Ok(version) = law.clock(rule, on) {
        clock(page, rule, version);
    }
    for verification in &rule.verification {
        let who: Vec<&str> = verification.capacity.iter().map(|c| c.id()).collect();
        let label = format!("Proof ({}):", who.join(", "));
        let text = format!("{}. {}", level(verification.level), verification.reason);
        page.line(1, &label, &text, &verification.cite);
        page.room(verification.room.as_ref());
    }
    if let Some(again) = &rule.opt_in {
        page.line(1, "Asking again:", &again.text, &again.cite);
        page.room(again.room.as_ref());
    }
    if let Some(limit) = &rule.frequency {
        page.line(1, "How often:", &limit.text, &limit.cite);
    }
    if let Some(fee) = &rule.fee {
        page.remark("Fee:", fee);
    }
    if let Some(none) = &rule.no_grounds {
        page.remark("Refusal:", none);
    }
    for ground in rule.grounds.iter().filter_map(|id| law.ground(id)) {
        if ground.since <= on {
            let text = format!("{}. {}", ground.title, ground.text);
            page.line(1, "May be refused:", &text, &ground.cite);
            page.caution(2, ground.confidence);
        }
    }
}

fn clock(page: &mut Page, rule: &RightRule, version: &ClockVersion) {
    page.remark("Starts:", &version.trigger);
    page.caution(1, version.confidence);
    let cease = rule.cease.as_ref().or(version.cease.as_ref());
    for (what, period) in [
        ("Acknowledge within", version.acknowledge.as_ref()),
        ("Stop within", cease),
        ("Answer within", version.respond.as_ref()),
        (
            "Tell that it was done within",
            version.compliance_notice.as_ref(),
        ),
    ] {
        if let Some(period) = period {
            page.line(1, what, &length(period), &period.cite);
        }
    }
    for variant in &version.variants {
        for period in [&variant.cease, &variant.respond].into_iter().flatten() {
            let label = format!("If it came by {}:", variant.arrived_at.id());
            page.line(2, &label, &length(period), &period.cite);
        }
    }
    if let Some(refusal) = &version.refusal {
        let within = match refusal.within {
            RefusalWithin::FirstPeriod => {
                "A refusal is told within the first period, extended or not"
            }
            RefusalWithin::AsExtended => "A refusal is told by the day of the answer, as extended",
        };
        page.line(1, "", within, &refusal.cite);
    }
    if let Some(extension) = &version.extension {
        more_time(page, extension);
    }
    if let Some(none) = &version.no_extension {
        page.line(1, "No more time:", &none.text, &none.cite);
        page.room(none.room.as_ref());
    }
    for stop in &version.suspensions {
        let effect = match stop.effect {
            Effect::Pause | Effect::StopBothEnds => "stops the clock",
            Effect::Restart => "starts the clock again",
            Effect::StartAfterNotice => "starts the clock when its days have ended",
        };
        let text = format!("{} {effect}. {}", stop.asked, stop.condition);
        page.line(1, "", &text, &stop.cite);
    }
    if let Some(none) = &version.no_suspension {
        page.remark("Nothing stops it:", none);
    }
    for reading in &version.readings {
        page.line(1, "Also read:", &reading.text, &reading.cite);
        page.caution(2, reading.confidence);
    }
}

fn more_time(page: &mut Page, extension: &Extension) {
    let more = amount(extension.count, extension.unit);
    let from = match extension.measured {
        Measured::FromStart => "counted from the start",
        Measured::FromFirstEnd => "counted from the end of the first period",
    };
    let text = format!("by {more}, {from}. {}", extension.condition);
    page.line(1, "Extension:", &text, &extension.cite);
    page.caution(2, extension.confidence);
    if let Some(notice) = &extension.notice {
        page.line(2, "Told within", &length(notice), &notice.cite);
    }
}

fn standing(page: &mut Page, law: &Law, on: NaiveDate) {
    page.head("Beside the rights", "");
    if let Some(appeal) = &law.appeal {
        page.remark("Appeal:", appeal);
    }
    for body in law.complaint_bodies.iter().filter(|b| b.is_named_on(on)) {
        let lines: Vec<&str> = [body.name.as_str()]
            .into_iter()
            .chain(body.address.iter().map(String::as_str))
            .chain([body.web.as_str()])
            .collect();
        page.line(1, "Complaints:", &lines.join(", "), &body.cite);
    }
    if let Some(cure) = law.cure(on) {
        let text = match &cure.within {
            Some(period) => format!("{}. {}", length(period), cure.text),
            None => cure.text.clone(),
        };
        page.line(1, "Cure:", &text, &cure.cite);
        page.caution(2, cure.confidence);
    }
    if let Some(records) = &law.records {
        page.line(1, "Records:", &records.text, &records.cite);
    }
    for topic in Topic::ALL {
        let owed: Vec<&Duty> = law.duties(*topic, on).collect();
        if owed.is_empty() {
            continue;
        }
        page.head(topic.title(), "");
        for duty in owed {
            page.line(1, "", &duty.text, &duty.cite);
            page.caution(2, duty.confidence);
        }
    }
}

fn length(period: &Period) -> String {
    let from = match period.from {
        CountedFrom::Receipt => "",
        CountedFrom::RequestDate => " from the date of the request",
    };
    let house = if period.house {
        " (rule of the house: the law gives no number)"
    } else {
        ""
    };
    format!("{}{from}{house}", amount(period.count, period.unit))
}

fn amount(count: u32, unit: Unit) -> String {
    if count == 0 {
        return "the same day".to_owned();
    }
    let one = match unit {
        Unit::Months => "month",
        Unit::Days => "day",
        Unit::BusinessDays => "business day",
    };
    counted(count.into(), one)
}

fn level(level: VerificationLevel) -> &'static str {
    match level {
        VerificationLevel::None => "none",
        VerificationLevel::ExistingAccount => "signing in to an account that exists",
        VerificationLevel::ReasonableDoubt => "only on reasonable doubt",
        VerificationLevel::CommerciallyReasonable => "commercially reasonable efforts",
        VerificationLevel::Reasonable => "a reasonable degree of certainty",
        VerificationLevel::ReasonablyHigh => "a reasonably high degree of certainty",
        VerificationLevel::SignedPermission => "proof of the permission to act",
        VerificationLevel::ParentalMethods => "the methods for parents",
    }
}
