//! Promises kept and broken: what was called on, and what did not agree with it.

use super::frame::{Frame, GREY, TEXT, bold, plain};
use crate::api::wire::{Contradiction, YearPromise, YearSummary};
use crate::time;

/// The section, where the year has promises to speak of.
pub fn promises(frame: &mut Frame, summary: &YearSummary) {
    if summary.promises.is_empty() && summary.contradictions.is_empty() {
        return;
    }
    frame.keep(90.0);
    frame.space(16.0);
    frame.line("Promises kept and broken", bold(13.0, TEXT), 19.0);
    frame.paragraph(HOW, plain(9.0, GREY), 12.0);
    frame.space(6.0);
    for promise in &summary.promises {
        one(frame, promise);
    }
    if summary.contradictions.is_empty() {
        let nothing = "Nothing that was done, decided or missed in the year is known to disagree with a promise.";
        frame.paragraph(nothing, plain(10.0, TEXT), 13.5);
        return;
    }
    frame.keep(60.0);
    frame.space(8.0);
    frame.line("What did not agree with a promise", bold(11.0, TEXT), 17.0);
    for contradiction in &summary.contradictions {
        disagreed(frame, contradiction);
    }
}

const HOW: &str = "Each promise of the policy in force on the day of receipt that somebody called on, once for every claim. In time is measured by the day the promise names; where it names none, by the day of the law or of the house.";

fn one(frame: &mut Frame, promise: &YearPromise) {
    let quote = format!("“{}”", promise.quote);
    let style = plain(10.0, TEXT);
    let height = frame.height_of(&quote, frame.measure, style, 13.5);
    frame.keep(height + 30.0);
    frame.paragraph(&quote, style, 13.5);
    let mut told = vec![
        promise.cite.clone(),
        format!("called on {}", times(promise.called_on)),
    ];
    if promise.called_on > 0 {
        told.push(format!("in time {}", promise.in_time));
        told.push(format!("late {}", promise.late));
    }
    if promise.contradicted > 0 {
        told.push(format!(
            "contradicted {}, {} of it answered in writing",
            times(promise.contradicted),
            promise.answered
        ));
    }
    frame.paragraph(&told.join(" · "), plain(9.0, GREY), 12.5);
    frame.space(7.0);
}

fn disagreed(frame: &mut Frame, one: &Contradiction) {
    let style = plain(10.0, TEXT);
    let day = time::day(&one.on).map_or_else(|| one.on.clone(), time::short);
    let reference = if one.reference.is_empty() {
        String::new()
    } else {
        format!(" ({})", one.reference)
    };
    let what = format!("{day}{reference}: {}", one.message);
    let height = frame.height_of(&what, frame.measure, style, 13.5);
    frame.keep(height + 32.0);
    frame.paragraph(&what, style, 13.5);
    let promised = format!("Promised: “{}” ({})", one.quote, one.cite);
    frame.paragraph(&promised, plain(9.0, GREY), 12.5);
    let answer = match &one.answer {
        Some(answer) => format!("Answered by {}: {}", answer.officer, answer.text),
        None => "Not answered yet.".to_owned(),
    };
    frame.paragraph(&answer, bold(9.5, TEXT), 13.0);
    frame.space(7.0);
}

fn times(n: u32) -> String {
    match n {
        0 => "never".into(),
        1 => "once".into(),
        n => format!("{n} times"),
    }
}
