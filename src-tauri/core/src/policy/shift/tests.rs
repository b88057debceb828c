#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::policy::compare::compare;
use crate::policy::document::BlockKind;
use crate::policy::reading::{Condition, Except, TimeLimit, WayOf};
use crate::words::{Act, Exception, Polarity, PromiseKind, Requirement, Right, TimeUnit, Way};

fn plain(kind: PromiseKind, polarity: Polarity) -> Reading {
    Reading {
        kind,
        audiences: vec![Audience::Everyone],
        rights: Vec::new(),
        polarity,
        ways: Vec::new(),
        conditions: Vec::new(),
        time_limit: None,
        frequency: None,
        exceptions: Vec::new(),
        acts: Vec::new(),
        data: Vec::new(),
        age: None,
    }
}

fn document(text: &str) -> Document {
    let mut document = Document::default();
    document.push(BlockKind::Paragraph, 0, text);
    document
}

/// What becomes of one promise that is the whole of its text.
fn one(old: &str, before: &Reading, new: &str, after: &Reading) -> Shift {
    let (one, other) = (document(old), document(new));
    let promise = |document: &Document, reading: &Reading| {
        vec![(
            Span {
                start: 0,
                end: document.text.len(),
            },
            reading.clone(),
        )]
    };
    let rows = compare(&one, &other);
    let mut all = shifts(
        &one,
        &promise(&one, before),
        &other,
        &promise(&other, after),
        &rows,
    );
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[test]
fn words_weaken_and_strengthen() {
    let none = plain(PromiseKind::NoSharing, Polarity::DoesNot);
    let notice = plain(PromiseKind::ChangeNotice, Polarity::Does);
    for (old, new, reading, change, why) in [
        (
            "We never share your address with advertisers.",
            "We generally do not share your address with advertisers.",
            &none,
            Change::Weakened,
            "“generally” was added",
        ),
        (
            "We generally do not share your address with advertisers.",
            "We never share your address with advertisers.",
            &none,
            Change::Strengthened,
            "“never” was added",
        ),
        (
            "We will tell you of every change by mail.",
            "We may tell you of every change by mail.",
            &notice,
            Change::Weakened,
            "“may” be done",
        ),
        (
            "We will tell you of every change by mail.",
            "Where practicable, we will tell you of every change by mail.",
            &notice,
            Change::Weakened,
            "“where practicable” was added",
        ),
        (
            "We will tell you of every change, as you may expect.",
            "You may expect us to tell you of every change.",
            &notice,
            Change::Reworded,
            "",
        ),
        (
            "We will tell you of each change by mail.",
            "We will tell you of every change by mail.",
            &notice,
            Change::Reworded,
            "",
        ),
        (
            "We will tell you of “changes” – always.",
            "We will tell you of \"changes\" - always.",
            &notice,
            Change::Same,
            "",
        ),
    ] {
        let shift = one(old, reading, new, reading);
        assert_eq!(shift.change, change, "{new}: {:?}", shift.why);
        assert!(shift.why.join(" ").contains(why), "{new}: {:?}", shift.why);
    }
}

#[test]
fn readings_weaken_and_strengthen() {
    use Change::{Changed, Strengthened, Weakened};
    let text = (
        "We answer what you ask of us in the way you chose.",
        "We answer whatever you ask of us in the way you chose.",
    );
    let access = plain(PromiseKind::Access, Polarity::Does);
    let limit = |count, unit, words: &str| {
        Some(TimeLimit {
            count,
            unit,
            words: words.into(),
        })
    };
    let with = |change: &dyn Fn(&mut Reading)| {
        let mut reading = access.clone();
        change(&mut reading);
        reading
    };
    let restraint = |change: &dyn Fn(&mut Reading)| {
        let mut reading = plain(PromiseKind::NoSharing, Polarity::DoesNot);
        change(&mut reading);
        reading
    };
    let ten = with(&|r| r.time_limit = limit(10, TimeUnit::Days, "within ten days"));
    let weeks = with(&|r| r.time_limit = limit(2, TimeUnit::Weeks, "within two weeks"));
    let phone = with(&|r| {
        r.ways = vec![
            WayOf {
                way: Way::Phone,
                value: String::new(),
            },
            WayOf {
                way: Way::Post,
                value: "12 Harbour Lane".into(),
            },
        ]
    });
    let post = with(&|r| {
        r.ways = vec![WayOf {
            way: Way::Post,
            value: "12 Harbour Lane".into(),
        }]
    });
    let elsewhere = with(&|r| {
        r.ways = vec![WayOf {
            way: Way::Post,
            value: "3 Mill Road".into(),
        }]
    });
    let asked = with(&|r| {
        r.conditions = vec![Condition {
            requires: Some(Requirement::FullName),
            words: "with your full name".into(),
        }]
    });
    let yearly = with(&|r| {
        r.frequency = Some(Frequency {
            times: 1,
            per: Per::CalendarYear,
            words: "once a year".into(),
        })
    });
    let monthly = with(&|r| {
        r.frequency = Some(Frequency {
            times: 1,
            per: Per::Month,
            words: "once a month".into(),
        })
    });
    let west = with(&|r| r.audiences = vec![Audience::Californians]);
    let right = with(&|r| r.rights = vec![Right::Access]);
    let law = restraint(&|r| {
        r.exceptions = vec![Except {
            what: Exception::Law,
            words: "unless a law demands it".into(),
        }]
    });
    let none = restraint(&|_| {});
    let sells = restraint(&|r| r.acts = vec![Act::Sell]);
    let both = restraint(&|r| r.acts = vec![Act::Sell, Act::Disclose]);
    let child = |age| {
        let mut reading = plain(PromiseKind::NoChildren, Polarity::DoesNot);
        reading.age = Some(age);
        reading
    };
    let mut mixed = ten.clone();
    mixed.rights = vec![Right::Access];
    let other_way = with(&|r| r.polarity = Polarity::DoesNot);
    let limits = plain(PromiseKind::SharingLimits, Polarity::Does);
    use crate::policy::reading::Frequency;
    use crate::words::Per;
    for (before, after, change, why) in [
        (
            &ten,
            &weeks,
            Weakened,
            "“within ten days” and is now “within two weeks”",
        ),
        (&weeks, &ten, Strengthened, "within ten days"),
        (
            &ten,
            &access,
            Weakened,
            "time limit “within ten days” is gone",
        ),
        (&phone, &post, Weakened, "The way “phone” is gone."),
        (&post, &phone, Strengthened, "The way “phone” was added."),
        (
            &post,
            &elsewhere,
            Changed,
            "gave 12 Harbour Lane and now gives 3 Mill Road",
        ),
        (
            &access,
            &asked,
            Weakened,
            "A condition was added: “with your full name”.",
        ),
        (&asked, &access, Strengthened, "A condition is gone"),
        (&access, &yearly, Weakened, "“once a year”"),
        (
            &monthly,
            &yearly,
            Weakened,
            "was “once a month” and is now “once a year”",
        ),
        (&access, &west, Weakened, "now speaks to californians"),
        (&west, &access, Strengthened, "now speaks to everyone"),
        (
            &right,
            &access,
            Weakened,
            "no longer opens the right “access”",
        ),
        (
            &none,
            &law,
            Weakened,
            "An exception was added: “unless a law demands it”.",
        ),
        (&law, &none, Strengthened, "An exception is gone"),
        (&both, &sells, Weakened, "no longer speaks of “disclose”"),
        (
            &child(16),
            &child(13),
            Weakened,
            "The age was 16 and is now 13.",
        ),
        (
            &child(13),
            &child(16),
            Strengthened,
            "The age was 13 and is now 16.",
        ),
        (&right, &ten, Changed, "A time limit was added"),
        (&mixed, &right, Weakened, "time limit"),
        (&access, &other_way, Weakened, "now said not to be done"),
        (
            &none,
            &limits,
            Weakened,
            "now one of the kind “sharing limits”",
        ),
    ] {
        let shift = one(text.0, before, text.1, after);
        assert_eq!(shift.change, change, "{:?}", shift.why);
        assert!(shift.why.join(" ").contains(why), "{why}: {:?}", shift.why);
    }
}

#[test]
fn promises_are_matched_added_and_dropped() {
    let keep = "We delete what you told us two years after your last order.";
    let sell = "We do not sell what we know of you to anybody.";
    let tell = "Changes of this policy are told by mail before they count.";
    let build = |lines: &[(&str, PromiseKind)]| {
        let mut document = Document::default();
        for (text, _) in lines {
            document.push(BlockKind::Paragraph, 0, text);
        }
        let promises: Vec<Promise> = document
            .blocks
            .iter()
            .zip(lines)
            .map(|(block, (_, kind))| (block.span, plain(*kind, Polarity::Does)))
            .collect();
        (document, promises)
    };
    let (old, before) = build(&[
        (keep, PromiseKind::Retention),
        (sell, PromiseKind::NoSharing),
    ]);
    let (new, after) = build(&[
        (tell, PromiseKind::ChangeNotice),
        (sell, PromiseKind::NoSharing),
    ]);
    let all = shifts(&old, &before, &new, &after, &compare(&old, &new));
    let short: Vec<_> = all
        .iter()
        .map(|shift| (shift.change, shift.old, shift.new))
        .collect();
    assert_eq!(
        short,
        [
            (Change::Added, None, Some(0)),
            (Change::Same, Some(1), Some(1)),
            (Change::Dropped, Some(0), None)
        ]
    );
}
