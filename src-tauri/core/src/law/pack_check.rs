//! What a pack must have before it loads.

use super::clock_rule::{ClockVersion, How, Measured, Period};
use super::duties::Nature;
use super::library::Library;
use super::pack::{Law, Remark, RightRule, VerificationLevel};
use crate::words::{Capacity, Right};

/// A rule without a citation does not load; nor does one that points nowhere.
pub(super) fn check(law: &Law, library: &Library) -> Result<(), String> {
    for (what, text) in [
        ("name", &law.name),
        ("short name", &law.short),
        ("jurisdiction", &law.jurisdiction),
        ("citation", &law.cite),
        ("citation of its reach", &law.reach.cite),
    ] {
        filled(text, || format!("the law has no {what}"))?;
    }
    if let Some(id) = &law.calendar {
        library.calendar(id).map_err(|error| error.to_string())?;
    }
    if law.rights.is_empty() {
        return Err("the law has no rights".to_owned());
    }
    for clock in &law.clocks {
        if clock.versions.is_empty() {
            return Err(format!("the clock “{}” has no version", clock.id));
        }
        if !clock.versions.is_sorted_by(|a, b| a.since < b.since) {
            return Err(format!(
                "the versions of the clock “{}” are not in order",
                clock.id
            ));
        }
        for version in &clock.versions {
            check_version(&clock.id, version, library)?;
        }
    }
    for ground in &law.grounds {
        filled(&ground.cite, || {
            format!("the ground “{}” has no citation", ground.id)
        })?;
        filled(&ground.text, || {
            format!("the ground “{}” has no text", ground.id)
        })?;
        let same = law
            .grounds
            .iter()
            .filter(|other| other.id == ground.id)
            .count();
        if same > 1 {
            return Err(format!("there are {same} grounds called “{}”", ground.id));
        }
        if !law
            .rights
            .iter()
            .any(|rule| rule.grounds.contains(&ground.id))
        {
            return Err(format!("no right uses the ground “{}”", ground.id));
        }
    }
    for rule in &law.rights {
        check_right(law, rule)?;
    }
    check_bodies(law, library)?;
    check_standing(law)
}

/// Whoever is refused must know where to go.
fn check_bodies(law: &Law, library: &Library) -> Result<(), String> {
    if law.complaint_bodies.is_empty() && law.nature == Nature::Statute {
        return Err("the law names nobody to complain to".to_owned());
    }
    if law.knows(Right::Appeal) {
        if law.appeal.is_none() {
            return Err("the law has the right “appeal” and does not say how it works".to_owned());
        }
        if !law
            .complaint_bodies
            .iter()
            .any(|body| body.only.is_empty() || body.only.contains(&Right::Appeal))
        {
            return Err("nobody takes the complaint when an appeal is denied".to_owned());
        }
    }
    if let Some(appeal) = &law.appeal {
        filled(&appeal.cite, || "the appeal has no citation".to_owned())?;
        filled(&appeal.text, || "the appeal has no text".to_owned())?;
    }
    for body in &law.complaint_bodies {
        filled(&body.cite, || {
            format!("the complaint body “{}” has no citation", body.name)
        })?;
        for id in &body.calendars {
            library.calendar(id).map_err(|error| error.to_string())?;
        }
        if let Some(right) = body.only.iter().find(|right| !law.knows(**right)) {
            return Err(format!(
                "the complaint body “{}” is named for the right “{right}”, which is not there",
                body.name
            ));
        }
    }
    Ok(())
}

/// What holds without a request: records, duties, cures.
fn check_standing(law: &Law) -> Result<(), String> {
    let Some(records) = &law.records else {
        return Err(
            "the law does not say how long records are kept, or that it says nothing".to_owned(),
        );
    };
    filled(&records.cite, || "the records have no citation".to_owned())?;
    for duty in &law.duties {
        filled(&duty.cite, || {
            format!("the duty “{}” has no citation", duty.id)
        })?;
        filled(&duty.text, || format!("the duty “{}” has no text", duty.id))?;
        let same = law
            .duties
            .iter()
            .filter(|other| other.id == duty.id)
            .count();
        if same > 1 {
            return Err(format!("there are {same} duties called “{}”", duty.id));
        }
    }
    for cure in &law.cures {
        filled(&cure.cite, || {
            format!("the cure of {} has no citation", cure.since)
        })?;
        if let Some(period) = &cure.within {
            check_period("cure", period)?;
        }
    }
    Ok(())
}

fn check_right(law: &Law, rule: &RightRule) -> Result<(), String> {
    let right = rule.right;
    filled(&rule.cite, || {
        format!("the right “{right}” has no citation")
    })?;
    filled(&rule.name, || format!("the right “{right}” has no name"))?;
    let clock = law.clocks.iter().find(|clock| clock.id == rule.clock);
    let Some(first) = clock.and_then(|clock| clock.versions.first()) else {
        return Err(format!(
            "the right “{right}” uses the clock “{}”, which is not there",
            rule.clock
        ));
    };
    if first.since > rule.since {
        return Err(format!(
            "the clock of the right “{right}” begins after the right itself"
        ));
    }
    for capacity in Capacity::ALL.iter().copied() {
        let Some(verification) = rule.verification(capacity) else {
            return Err(format!(
                "the right “{right}” says nothing about proof from “{capacity}”"
            ));
        };
        filled(&verification.cite, || {
            format!("proof for “{right}” has no citation")
        })?;
        filled(&verification.reason, || {
            format!("proof for “{right}” has no reason")
        })?;
        check_room(verification.room.as_ref(), || {
            format!("proof for “{right}”")
        })?;
        if verification.room.is_some() && verification.level != VerificationLevel::None {
            return Err(format!(
                "proof for “{right}” may be asked for anyway, so it has no use for a “room”"
            ));
        }
    }
    for id in &rule.grounds {
        if law.ground(id).is_none() {
            return Err(format!(
                "the right “{right}” names the ground “{id}”, which is not there"
            ));
        }
    }
    if rule.grounds.is_empty() && rule.no_grounds.is_none() {
        return Err(format!(
            "the right “{right}” has no grounds of refusal and does not say why"
        ));
    }
    if let Some(frequency) = &rule.frequency {
        filled(&frequency.cite, || {
            format!("the frequency of “{right}” has no citation")
        })?;
        if frequency.months.is_none() && !frequency.calendar_year {
            return Err(format!("the frequency of “{right}” has no span"));
        }
    }
    if let Some(free) = &rule.free {
        filled(&free.cite, || {
            format!("how often “{right}” is free has no citation")
        })?;
        if free.months.is_none() && !free.calendar_year {
            return Err(format!("how often “{right}” is free has no span"));
        }
        if rule.fee.is_none() {
            return Err(format!(
                "the right “{right}” is free only so often and does not say what it costs then"
            ));
        }
    }
    if let Some(again) = &rule.opt_in {
        filled(&again.cite, || {
            format!("asking again after “{right}” has no citation")
        })?;
        filled(&again.text, || {
            format!("asking again after “{right}” has no text")
        })?;
        check_room(again.room.as_ref(), || {
            format!("asking again after “{right}”")
        })?;
        if again.months == 0 {
            return Err(format!("asking again after “{right}” has no months"));
        }
    }
    if let Some(fee) = &rule.fee {
        filled(&fee.cite, || {
            format!("the fee of “{right}” has no citation")
        })?;
    }
    rule.cease
        .as_ref()
        .map_or(Ok(()), |period| check_period(&rule.clock, period))
}

fn check_version(id: &str, version: &ClockVersion, library: &Library) -> Result<(), String> {
    let missing = |what: &str| format!("the clock “{id}” of {} has no {what}", version.since);
    filled(&version.cite, || missing("citation"))?;
    filled(&version.trigger.cite, || missing("citation for its start"))?;
    filled(&version.counting.cite, || {
        missing("citation for its counting")
    })?;
    let variants = version
        .variants
        .iter()
        .flat_map(|v| [v.respond.as_ref(), v.cease.as_ref()]);
    let own = [
        &version.acknowledge,
        &version.respond,
        &version.cease,
        &version.compliance_notice,
    ]
    .map(Option::as_ref);
    if own.iter().all(Option::is_none) {
        return Err(missing(
            "period; where the law gives no number, set one of the house",
        ));
    }
    for period in own.into_iter().chain(variants).flatten() {
        check_period(id, period)?;
    }
    // Silence would be read as a promise, either way.
    if version.extension.is_none() && version.no_extension.is_none() {
        return Err(missing("extension and does not say that there is none"));
    }
    if version.suspensions.is_empty() && version.no_suspension.is_none() {
        return Err(missing("suspension and does not say that there is none"));
    }
    let none = version.no_extension.as_ref().map(|none| &none.cite);
    for cite in none
        .into_iter()
        .chain(version.no_suspension.as_ref().map(|none| &none.cite))
    {
        filled(cite, || missing("citation for what it lacks"))?;
    }
    let room = version
        .no_extension
        .as_ref()
        .and_then(|none| none.room.as_ref());
    check_room(room, || format!("more time by the clock “{id}”"))?;
    if let Some(extension) = &version.extension {
        if let Some(notice) = &extension.notice {
            check_period(id, notice)?;
        }
        filled(&extension.cite, || missing("citation for its extension"))?;
        filled(&extension.condition, || {
            missing("condition for its extension")
        })?;
        filled(&extension.measured_cite, || {
            missing("citation for where its extension begins")
        })?;
        let unit = version.respond.as_ref().map(|period| period.unit);
        if extension.measured == Measured::FromStart && unit != Some(extension.unit) {
            return Err(format!(
                "the clock “{id}” extends in another unit than it answers in"
            ));
        }
    }
    for rule in &version.suspensions {
        filled(&rule.cite, || missing("citation for a suspension"))?;
        filled(&rule.condition, || missing("condition for a suspension"))?;
    }
    for reading in &version.readings {
        filled(&reading.cite, || missing("citation for a reading"))?;
        if let How::BusinessDays { calendar, .. } | How::Roll { calendar } = &reading.how {
            library
                .calendar(calendar)
                .map_err(|error| error.to_string())?;
        }
    }
    Ok(())
}

/// A guard that may be overridden says when, and by which article.
fn check_room(room: Option<&Remark>, what: impl Fn() -> String) -> Result<(), String> {
    let Some(room) = room else { return Ok(()) };
    filled(&room.text, || {
        format!("the room for {} has no text", what())
    })?;
    filled(&room.cite, || {
        format!("the room for {} has no citation", what())
    })
}

fn check_period(id: &str, period: &Period) -> Result<(), String> {
    filled(&period.cite, || {
        format!("a period of the clock “{id}” has no citation")
    })
}

fn filled(text: &str, why: impl FnOnce() -> String) -> Result<(), String> {
    if text.trim().is_empty() {
        Err(why())
    } else {
        Ok(())
    }
}
