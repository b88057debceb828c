//! Letters left the house, or came back.

use super::room::{called, room};
use super::{all, get};
use crate::api::wire::{PostConfirm, PostReturned, PrintRoom, Refusal};
use crate::desk::{App, Desk};
use crate::register::incidents::{self, Unreached};
use crate::request::board::Board;
use crate::store::post::{Posting, Which};
use crate::store::{self, Event};
use crate::time::{self, Now, short};
use crate::words::{AfterReturn, PostState};
use chrono::NaiveDate;
use serde_json::json;

/// How letters leave, and how a sentence says it.
const METHODS: [(&str, &str); 5] = [
    ("post", "by post"),
    ("registered", "by registered post"),
    ("courier", "by courier"),
    ("mail", "by e-mail"),
    ("handed-over", "by hand"),
];

fn how(method: &str) -> Option<&'static str> {
    METHODS
        .iter()
        .find(|(id, _)| *id == method)
        .map(|(_, words)| *words)
}

fn day_of(text: &str, today: NaiveDate) -> Result<NaiveDate, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(today);
    }
    let on = time::day(text).ok_or_else(|| {
        Refusal::field(
            "on",
            format!("“{text}” is no day that exists. Write it as 2026-03-31."),
        )
    })?;
    if on > today {
        return Err(Refusal::field(
            "on",
            "That day has not come yet. Confirm it when it has happened.",
        ));
    }
    Ok(on)
}

/// The day it was issued, and for what came back the day it left.
fn left_on(one: &Posting) -> Result<NaiveDate, Refusal> {
    let text = one.way.posted_on.as_deref().unwrap_or(&one.issued_on);
    time::day(text).ok_or_else(|| Refusal::broken("a letter has no day it was issued on"))
}

fn number(of: Which) -> serde_json::Value {
    match of {
        Which::Letter(id) => json!({ "letter": id }),
        Which::Register(id) => json!({ "register_letter": id }),
    }
}

fn touched(all: &[Posting]) -> Vec<u32> {
    let mut requests: Vec<u32> = all.iter().filter_map(|one| one.request).collect();
    requests.sort_unstable();
    requests.dedup();
    requests
}

/// The event of a change: the request's own where there is one only.
fn event(requests: &[u32], kind: &'static str, summary: String) -> Event {
    match requests {
        [one] => Event::of(*one, kind, summary),
        _ => Event::desk(kind, summary),
    }
}

fn refresh(desk: &mut Desk, requests: &[u32], now: Now) -> Result<(), Refusal> {
    for request in requests {
        Board::refresh(desk, *request, now)?;
    }
    Ok(())
}

/// See the command table. All of them or none.
pub fn confirm(app: &mut App, args: PostConfirm, now: Now) -> Result<PrintRoom, Refusal> {
    let desk = app.desk()?;
    let letters = all(desk.store.read(), &args.keys)?;
    if letters.is_empty() {
        return Err(Refusal::field("keys", "Choose the letters that left."));
    }
    let today = now.today(desk.zone);
    let correct = args.correct.trim();
    for one in &letters {
        check(one, &args, correct)?;
    }
    // A letter dated today in the desk's zone may have been issued before midnight somewhere else.
    let newest = letters
        .iter()
        .map(issued_on)
        .collect::<Result<Vec<_>, _>>()?;
    let newest = newest.into_iter().max().unwrap_or(today);
    let on = if args.on.trim().is_empty() {
        today.max(newest)
    } else {
        day_of(&args.on, today)?
    };
    if on < newest {
        return Err(Refusal::field(
            "on",
            format!(
                "One of these letters was issued on {} only; it cannot have left before.",
                short(newest)
            ),
        ));
    }
    let tracking = args.tracking.trim();
    if letters.len() > 1 && !tracking.is_empty() {
        return Err(Refusal::field(
            "tracking",
            "A tracking number belongs to one letter. Confirm that one by itself.",
        ));
    }
    let requests = touched(&letters);
    let day = on.to_string();
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        let mut facts = Vec::with_capacity(letters.len());
        for one in &letters {
            let method = method_of(one, &args.method);
            store::post::posted(tx, one.id, &day, method, tracking, seq)?;
            let mut fact = number(one.which);
            fact["method"] = json!(method);
            fact["issued_on"] = json!(one.issued_on);
            facts.push(fact);
        }
        if requests.len() > 1 {
            for request in &requests {
                store::post::touches(tx, *request, seq)?;
            }
        }
        let kind = if correct.is_empty() {
            "letters-posted"
        } else {
            "posting-corrected"
        };
        let late: Vec<&Posting> = letters.iter().filter(|one| one.issued_on != day).collect();
        let mut event = event(&requests, kind, sentence(&letters, on, &args.method))
            .facts(json!({ "letters": facts, "on": day }))
            .detail("Tracking number", tracking)
            .detail("Why it is corrected", correct);
        if let [one] = late.as_slice() {
            let issued = time::day(&one.issued_on).map(short).unwrap_or_default();
            event = event.detail(
                "Issued",
                format!("{issued}; what it does to a date counts from the day it was posted"),
            );
        }
        Ok(((), event))
    })?;
    refresh(desk, &requests, now)?;
    room(desk, PostState::Ready.id(), now)
}

fn issued_on(one: &Posting) -> Result<NaiveDate, Refusal> {
    time::day(&one.issued_on).ok_or_else(|| Refusal::broken("a letter has no day it was issued on"))
}

fn method_of<'m>(one: &'m Posting, said: &'m str) -> &'m str {
    match said.trim() {
        "" if one.way.method.is_empty() => &one.sent_by,
        "" => &one.way.method,
        said => said,
    }
}

fn check(one: &Posting, args: &PostConfirm, correct: &str) -> Result<(), Refusal> {
    let method = method_of(one, &args.method);
    if how(method).is_none() {
        return Err(Refusal::field(
            "method",
            "Say how it left: post, registered, courier, mail or handed-over.",
        ));
    }
    // Whoever wrote for post has not said why details of health may go by plain mail.
    if method == "mail" && one.sent_by != "mail" {
        return Err(Refusal::field(
            "method",
            format!(
                "{} to {} was issued to leave on paper. To send it by e-mail, write it again and issue it for e-mail.",
                one.title,
                called(one)
            ),
        ));
    }
    match one.way.state {
        PostState::Returned => Err(Refusal::not_now(format!(
            "{} to {} came back. Write it again; the new letter is posted.",
            one.title,
            called(one)
        ))),
        PostState::Posted if correct.is_empty() => Err(Refusal::not_now(format!(
            "{} to {} has left already. To correct the day, write why.",
            one.title,
            called(one)
        ))),
        _ => Ok(()),
    }
}

fn sentence(letters: &[Posting], on: NaiveDate, method: &str) -> String {
    match letters {
        [one] => format!(
            "{} left {} on {}.",
            one.title,
            how(method_of(one, method)).unwrap_or_default(),
            short(on)
        ),
        many => format!(
            "The post of {}: {} letters left the house.",
            short(on),
            many.len()
        ),
    }
}

/// See the command table. What the letter had settled is open again, in a closed request and a closed incident too.
///
/// A letter that still waits can be kept back the same way: it never leaves, and counts for nothing.
pub fn returned(app: &mut App, args: PostReturned, now: Now) -> Result<PrintRoom, Refusal> {
    let desk = app.desk()?;
    let one = get(desk.store.read(), &args.key)?;
    let reason = args.reason.trim();
    match one.way.state {
        PostState::Posted | PostState::Ready => {}
        PostState::Returned => {
            return Err(Refusal::not_now(
                "That letter came back before. Write it again; the new letter is posted.",
            ));
        }
    }
    if let Some(request) = one.request {
        store::request::load(desk.store.read(), request)?.still_here()?;
    }
    let kept_back = one.way.state == PostState::Ready;
    if reason.is_empty() {
        return Err(Refusal::field(
            "reason",
            if kept_back {
                "Write why it does not leave; the log keeps it."
            } else {
                "Write why it came back, as it stands on the envelope; the log keeps it."
            },
        ));
    }
    let today = now.today(desk.zone);
    let on = day_of(&args.on, today)?;
    let left = left_on(&one)?;
    if on < left {
        return Err(Refusal::field(
            "on",
            if kept_back {
                format!("It was issued on {} only.", short(left))
            } else {
                format!(
                    "It left on {} only; it cannot have come back before.",
                    short(left)
                )
            },
        ));
    }
    let closed = match one.request {
        Some(id) => !store::request::load(desk.store.read(), id)?.open(),
        None => false,
    };
    let requests = touched(std::slice::from_ref(&one));
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        store::post::returned(tx, one.id, &on.to_string(), reason, args.next, seq)?;
        if let (true, Some(id)) = (closed, one.request) {
            store::request::set_closed(tx, id, None)?;
        }
        let of_incident = match (one.file, one.which) {
            (Some(file), Which::Register(letter)) => {
                Some(incidents::came_back(tx, file, letter, today, seq)?)
            }
            _ => None,
        };
        let again = match (of_incident, closed) {
            (None, true) => " What it settled is open again, and so is the request.",
            (None, false) => " What it settled is open again.",
            (Some(Unreached::Reopened), _) => {
                " Whoever it was for is still to be told; the incident is open again."
            }
            (Some(Unreached::Untold), _) => " Whoever it was for is still to be told.",
            (Some(Unreached::Nothing), _) => "",
        };
        let mut facts = number(one.which);
        facts["on"] = json!(on.to_string());
        facts["next"] = json!(args.next);
        facts["reopened"] = json!(closed || of_incident == Some(Unreached::Reopened));
        if of_incident.is_some() {
            facts["incident"] = json!(one.file);
        }
        let (kind, way) = if kept_back {
            ("letter-kept-back", "was kept back and does not leave")
        } else {
            ("letter-returned", "came back")
        };
        let what = format!("{} of {} {way}.{again}", one.title, short(left));
        let event = event(&requests, kind, what)
            .facts(facts)
            .detail("Why", reason)
            .detail("Next", next(args.next));
        Ok(((), event))
    })?;
    refresh(desk, &requests, now)?;
    room(desk, PostState::Returned.id(), now)
}

fn next(next: AfterReturn) -> &'static str {
    match next {
        AfterReturn::WriteAgain => "Write it again",
        AfterReturn::OtherWay => "By e-mail or by hand",
        AfterReturn::FindAddress => "Find the right address",
    }
}
