//! Every contradiction of the desk: the list, the counts, what a request or a report shows of them, and the written answers.
//!
//! The register may hold hundreds of thousands: what is shown is put into words, the rest is counted.

use super::alike;
use super::contradictions::{
    answered_event, asks_what_was_given, of_case, of_entry, of_requests, written,
};
use super::standing::{self, Met, Pointer};
use crate::api::wire::{
    Contradiction, ContradictionAbout, ContradictionAnswer, ContradictionQuery, Contradictions,
    Refusal,
};
use crate::desk::{App, Desk};
use crate::request::case::Case;
use crate::store;
use crate::time::{self, Now, short};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// How many a page of the list holds where nothing else is asked for.
const PAGE: u32 = 200;
/// So many of the register are shown one by one beside a request or a policy; where there are more, those that are alike stand together.
const ONE_BY_ONE: usize = 20;
/// More lines than so many, and nobody reads them.
const MOST_LINES: usize = 100;

/// See the command table.
pub fn list(app: &mut App, args: ContradictionQuery, now: Now) -> Result<Contradictions, Refusal> {
    let desk = app.desk()?;
    let wanted = match args.which.as_str() {
        "all" | "" => None,
        "open" => Some(true),
        "answered" => Some(false),
        other => {
            return Err(Refusal::field(
                "which",
                format!("“{other}” is none of open, answered, all."),
            ));
        }
    };
    let mut others = of_requests(desk, now)?;
    others.retain(|one| wanted.is_none_or(|open| open == one.answer.is_none()));
    let (from, size) = (
        args.offset as usize,
        if args.limit == 0 { PAGE } else { args.limit } as usize,
    );
    // Merged by day without a word of the register being made: only the page is.
    let (page, total) = standing::look(desk, |handled, standing| {
        let mut register = standing
            .all(handled)
            .filter(|met| wanted.is_none_or(|open| open == met.open))
            .peekable();
        let mut others = others.into_iter().peekable();
        let (mut page, mut total) = (Vec::new(), 0_usize);
        loop {
            let other_first = match (others.peek(), register.peek()) {
                (None, None) => break,
                (Some(other), Some(met)) => {
                    time::day(&other.on).is_none_or(|day| day >= met.slot.day)
                }
                (other, _) => other.is_some(),
            };
            let inside = total >= from && total - from < size;
            if other_first {
                let one = others.next();
                page.extend(one.filter(|_| inside).map(|one| Line::Ready(Box::new(one))));
            } else {
                let one = register.next();
                page.extend(
                    one.filter(|_| inside)
                        .map(|met| Line::Register(Pointer::of(&met))),
                );
            }
            total += 1;
        }
        Ok((page, total))
    })?;
    Ok(Contradictions {
        contradictions: spoken(desk, page)?,
        total: u32::try_from(total).unwrap_or(u32::MAX),
    })
}

/// A line of a list, before the register is put into words.
enum Line {
    Ready(Box<Contradiction>),
    Register(Pointer),
}

fn spoken(desk: &Desk, lines: Vec<Line>) -> Result<Vec<Contradiction>, Refusal> {
    let pointers: Vec<Pointer> = lines
        .iter()
        .filter_map(|line| match line {
            Line::Register(pointer) => Some(pointer.clone()),
            Line::Ready(_) => None,
        })
        .collect();
    let alike = alike::counted(desk, &pointers)?;
    let mut words = standing::in_words(desk, &pointers)?.into_iter();
    Ok(lines
        .into_iter()
        .filter_map(|line| match line {
            Line::Ready(one) => Some(*one),
            Line::Register(_) => words.next().flatten(),
        })
        .map(|one| Contradiction {
            alike: alike.get(&one.key).copied().unwrap_or_default(),
            ..one
        })
        .collect())
}

/// See the command table.
pub fn answer(
    app: &mut App,
    args: ContradictionAnswer,
    now: Now,
) -> Result<Contradictions, Refusal> {
    let desk = app.desk()?;
    let text = written(&args.text)?;
    let one = find(desk, &args.key, Some(now))?.ok_or_else(|| {
        Refusal::missing("There is no such contradiction any more: what collided has changed.")
    })?;
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        store::promise::answer(tx, &args.key, &text, seq)?;
        Ok(((), answered_event(&one, &text)))
    })?;
    desk.policy.reload(desk.store.read())?;
    let open = ContradictionQuery {
        which: "open".into(),
        ..ContradictionQuery::default()
    };
    list(app, open, now)
}

/// The contradiction of this key, where it still stands; without a moment only one of the register.
pub fn find(desk: &Desk, key: &str, now: Option<Now>) -> Result<Option<Contradiction>, Refusal> {
    let entry = key
        .strip_prefix("handling-")
        .and_then(|rest| rest.split_once(':'))
        .and_then(|(id, _)| id.parse().ok());
    let all = match entry {
        Some(id) => match store::handling::these(desk.store.read(), &[id])?.first() {
            Some(one) => of_entry(desk, &one.entry, one.day, Some(one))?,
            None => Vec::new(),
        },
        None => match now {
            Some(now) => of_requests(desk, now)?,
            None => Vec::new(),
        },
    };
    Ok(all.into_iter().find(|one| one.key == key))
}

/// How many nobody has answered.
pub fn open(desk: &Desk, now: Now) -> Result<u32, Refusal> {
    let others = of_requests(desk, now)?;
    let register = standing::look(desk, |handled, standing| {
        Ok(standing.all(handled).filter(|met| met.open).count())
    })?;
    let open = others.iter().filter(|one| one.answer.is_none()).count() + register;
    Ok(u32::try_from(open).unwrap_or(u32::MAX))
}

/// Requests with a contradiction that nobody has answered, their own or of an entry that belongs to them.
pub fn open_requests(desk: &Desk, now: Now) -> Result<HashSet<u32>, Refusal> {
    let mut all: HashSet<u32> = of_requests(desk, now)?
        .into_iter()
        .filter(|one| one.answer.is_none())
        .filter_map(|one| one.request)
        .collect();
    standing::look(desk, |handled, standing| {
        let open = standing.all(handled).filter(|met| met.open);
        // None is 0.
        all.extend(open.map(|met| met.slot.request).filter(|id| *id > 0));
        Ok(())
    })?;
    Ok(all)
}

/// Those of one version of the policy, newest first.
pub fn of_policy(desk: &Desk, policy: u32, now: Now) -> Result<Vec<Contradiction>, Refusal> {
    let mut all = of_requests(desk, now)?;
    all.retain(|one| one.policy == Some(policy));
    all.extend(of_register(desk, |met| met.light.policy == Some(policy))?);
    all.sort_by(|a, b| b.on.cmp(&a.on));
    Ok(all)
}

/// One contradiction, before its words are made.
pub enum Seen<'s> {
    /// Of a request, or a notice that was missed.
    Ready(&'s Contradiction),
    /// Of an entry of the register.
    Register(&'s Met<'s>),
}

impl Seen<'_> {
    /// The promise it collides with; none where it is a consent on file or a law.
    pub fn promise(&self) -> Option<u32> {
        match self {
            Self::Ready(one) => one.promise,
            Self::Register(met) => met.light.promise,
        }
    }

    /// The request it belongs to; none where it belongs to none.
    pub fn request(&self) -> Option<u32> {
        match self {
            Self::Ready(one) => one.request,
            Self::Register(met) => (met.slot.request > 0).then_some(met.slot.request),
        }
    }

    /// What it is about.
    pub fn about(&self) -> ContradictionAbout {
        match self {
            Self::Ready(one) => one.about,
            Self::Register(met) => met.light.about,
        }
    }

    /// Nobody has answered it.
    pub fn open(&self) -> bool {
        match self {
            Self::Ready(one) => one.answer.is_none(),
            Self::Register(met) => met.open,
        }
    }
}

/// Shows every contradiction there is, with whether its day lies in a span; gives the lines of a report of the span, newest first, what is alike in one of them.
pub fn of_span(
    desk: &Desk,
    first: NaiveDate,
    last: NaiveDate,
    now: Now,
    mut see: impl FnMut(Seen, bool),
) -> Result<Vec<Contradiction>, Refusal> {
    let inside = |day: NaiveDate| first <= day && day <= last;
    let mut lines = of_requests(desk, now)?;
    lines.retain(|one| {
        let within = time::day(&one.on).is_some_and(inside);
        see(Seen::Ready(one), within);
        within
    });
    standing::look(desk, |handled, standing| {
        for met in standing.all(handled) {
            see(Seen::Register(&met), inside(met.slot.day));
        }
        Ok(())
    })?;
    lines.extend(of_register(desk, |met| inside(met.slot.day))?);
    lines.sort_by(|a, b| b.on.cmp(&a.on));
    Ok(lines)
}

/// What a request shows: its own, and those of the register that belong to it or to what it asks about.
pub fn shown_with(
    desk: &Desk,
    case: &Case,
    today: NaiveDate,
) -> Result<Vec<Contradiction>, Refusal> {
    let mut all = if desk.policy.versions.is_empty() {
        Vec::new()
    } else {
        of_case(desk, case, today)?
    };
    if case.id != 0 {
        let conn = desk.store.read();
        let theirs = store::handling::of_request(conn, case.id)?;
        for one in store::handling::these(conn, &theirs)? {
            all.extend(of_entry(desk, &one.entry, one.day, Some(&one))?);
        }
    }
    if case.claims.iter().any(|c| asks_what_was_given(case, c)) {
        all.extend(of_register(desk, |met| {
            met.light.about == ContradictionAbout::Disclosure
                && (case.id == 0 || met.slot.request != case.id)
        })?);
    }
    Ok(all)
}

/// What of it nobody has answered: it is seen before a letter leaves.
pub fn unanswered(desk: &Desk, case: &Case, now: Now) -> Result<Vec<Contradiction>, Refusal> {
    let mut all = shown_with(desk, case, now.today(desk.zone))?;
    all.retain(|one| one.answer.is_none());
    Ok(all)
}

/// Collisions that are alike: of the same data, to the same recipient, with the same promise, answered or not.
struct Alike {
    newest: Pointer,
    more: usize,
    oldest: NaiveDate,
}

/// Some collisions of the register in words; where they are many, one line for all that are alike.
fn of_register(desk: &Desk, wanted: impl Fn(&Met) -> bool) -> Result<Vec<Contradiction>, Refusal> {
    let groups = standing::look(desk, |handled, standing| {
        let few: Vec<Met> = standing
            .all(handled)
            .filter(|met| wanted(met))
            .take(ONE_BY_ONE + 1)
            .collect();
        let one_by_one = few.len() <= ONE_BY_ONE;
        let mut groups: Vec<Alike> = Vec::new();
        let mut places: HashMap<(usize, u32, bool), usize> = HashMap::new();
        for met in standing.all(handled).filter(|met| wanted(met)) {
            let light = std::ptr::from_ref(met.light).addr();
            let alike = (light, met.slot.recipient, met.open);
            match places.get(&alike).filter(|_| !one_by_one) {
                Some(place) => {
                    if let Some(group) = groups.get_mut(*place) {
                        group.more += 1;
                        group.oldest = met.slot.day;
                    }
                }
                None => {
                    places.insert(alike, groups.len());
                    groups.push(Alike {
                        newest: Pointer::of(&met),
                        more: 0,
                        oldest: met.slot.day,
                    });
                }
            }
        }
        Ok(groups)
    })?;
    let left_out: usize = groups.iter().skip(MOST_LINES).map(|one| one.more + 1).sum();
    let shown: Vec<Pointer> = groups
        .iter()
        .take(MOST_LINES)
        .map(|one| one.newest.clone())
        .collect();
    let mut all = Vec::new();
    for (one, group) in standing::in_words(desk, &shown)?.into_iter().zip(&groups) {
        let Some(mut one) = one else { continue };
        if group.more > 0 {
            one.message.push_str(&format!(
                " The register holds {} more like it since {}.",
                group.more,
                short(group.oldest)
            ));
        }
        all.push(one);
    }
    if let Some(last) = all.last_mut().filter(|_| left_out > 0) {
        last.message.push_str(&format!(
            " {left_out} others of the register are not shown here; the list of contradictions has them all."
        ));
    }
    Ok(all)
}
