#![allow(clippy::unwrap_used)]
//! What the pictures show, and that no words stand on others.

use super::canvas::{SIZE, Scale, grouped, width_of};
use super::{Limit, pictures};
use crate::api::wire::{PictureShape, ReportPicture, ReportTable};
use crate::summary::tests::samples;
use crate::words::Ink;

fn limit(days: u32) -> Limit {
    Limit {
        days,
        words: "One month (Art. 12(3) GDPR)".into(),
    }
}

fn one(table: ReportTable, limit: Option<&Limit>) -> ReportPicture {
    let mut drawn = pictures(&[table], limit);
    assert_eq!(drawn.len(), 1);
    drawn.remove(0)
}

fn texts(picture: &ReportPicture) -> Vec<&str> {
    picture
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            PictureShape::Text { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

/// Left, top, right and bottom of every text, as wide as it is reckoned.
fn boxes(picture: &ReportPicture) -> Vec<(String, [f32; 4])> {
    picture
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            PictureShape::Text {
                x, y, anchor, text, ..
            } => {
                let wide = width_of(text);
                let left = match anchor.as_str() {
                    "middle" => x - wide / 2.0,
                    "end" => x - wide,
                    _ => *x,
                };
                let place = [left, y - SIZE * 0.75, left + wide, y + SIZE * 0.2];
                Some((text.clone(), place))
            }
            _ => None,
        })
        .collect()
}

fn bars(picture: &ReportPicture, wanted: Ink) -> Vec<[f32; 4]> {
    picture
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            PictureShape::Bar {
                x,
                y,
                width,
                height,
                ink,
            } if *ink == wanted => Some([*x, *y, *width, *height]),
            _ => None,
        })
        .collect()
}

fn many() -> Vec<ReportPicture> {
    let long = samples::long_names();
    let mut wide = samples::by_right(
        &["GDPR", "UK GDPR", "CCPA", "LGPD", "PIPEDA", "Quebec"],
        &[
            "Access",
            "Erasure",
            "Correction",
            "Objection",
            "Portability",
        ],
    );
    wide.title = "Thirty rights".into();
    let mut all = vec![long.pictures, samples::rights().pictures];
    for days in [1, 7, 10, 30, 45, 90, 365] {
        all.push(pictures(
            &[samples::days([1_000_000, 2, 0, 77_777, 5, 900])],
            Some(&limit(days)),
        ));
    }
    all.push(pictures(&[wide], None));
    for rights in 1..=7 {
        all.push(pictures(
            &[samples::months(rights, rights * rights * 1000)],
            None,
        ));
    }
    all.concat()
}

#[test]
fn no_words_stand_on_others_and_nothing_leaves_the_sheet() {
    for picture in many() {
        let boxes = boxes(&picture);
        for (at, (text, [left, top, right, bottom])) in boxes.iter().enumerate() {
            assert!(
                *left >= -0.5
                    && *right <= picture.width + 0.5
                    && *top >= -0.5
                    && *bottom <= picture.height + 0.5,
                "{}: “{text}” leaves the sheet",
                picture.title
            );
            for (other, [l, t, r, b]) in &boxes[at + 1..] {
                let apart = right <= l || r <= left || bottom <= t || b <= top;
                assert!(apart, "{}: “{text}” and “{other}”", picture.title);
            }
        }
        for shape in &picture.shapes {
            if let PictureShape::Bar {
                x,
                y,
                width,
                height,
                ..
            } = shape
            {
                assert!(
                    *x >= 0.0
                        && *y >= 0.0
                        && x + width <= picture.width + 0.1
                        && y + height <= picture.height,
                    "{shape:?}"
                );
            }
        }
    }
}

#[test]
fn a_month_is_parted_by_right_and_its_parts_are_as_high_as_their_figures() {
    let table = samples::months(3, 1);
    let picture = one(table.clone(), None);
    // March has all three.
    let figure = |at: usize| table.rows[2].cells[at].value.unwrap() as f32;
    let month = bars(&picture, Ink::First)[3];
    let of = |ink| {
        let mut bars = bars(&picture, ink).into_iter();
        bars.find(|bar| bar[0] == month[0]).unwrap()
    };
    let (first, second) = (of(Ink::First), of(Ink::Second));
    assert!((first[3] / second[3] - figure(1) / figure(2)).abs() < 0.05);
    assert!(
        (first[1] - (second[1] + second[3])).abs() < 0.01,
        "one stands on the other"
    );
    let all: f64 = table.rows[..12]
        .iter()
        .map(|row| row.cells[4].value.unwrap())
        .sum();
    assert!(
        picture.says.starts_with(&format!(
            "{all} rights invoked in {all} requests, the most in "
        )),
        "{}",
        picture.says
    );
    assert_eq!(picture.table, "months");
}

#[test]
fn what_is_late_stands_on_what_is_within_its_time() {
    let picture = one(samples::age([3, 2, 0, 1]), None);
    for words in ["Within its time", "Late"] {
        assert!(texts(&picture).contains(&words), "{words}");
    }
    let (running, late) = (bars(&picture, Ink::First), bars(&picture, Ink::Late));
    // The first of each is the square of the legend.
    assert_eq!((running.len(), late.len()), (3, 4));
    let (oldest, before) = (late[3], running[2]);
    assert!(oldest[0] > before[0], "the oldest is late");
    assert!(
        picture.says.starts_with("6 claims in all. "),
        "{}",
        picture.says
    );
}

#[test]
fn more_than_four_rights_are_three_and_the_rest() {
    let picture = one(samples::months(7, 1), None);
    assert!(texts(&picture).contains(&"Other"));
    assert!(!bars(&picture, Ink::Fourth).is_empty());
    let four = one(samples::months(4, 1), None);
    assert!(!texts(&four).contains(&"Other"));
}

#[test]
fn the_limit_stands_at_the_end_of_its_day() {
    let line = |days: u32| {
        let picture = one(samples::days([5, 4, 3, 2, 1, 1]), Some(&limit(days)));
        let found = picture.shapes.iter().find_map(|shape| match shape {
            PictureShape::Line {
                x1,
                ink: Ink::Limit,
                ..
            } => Some(*x1),
            _ => None,
        });
        (found.unwrap(), picture)
    };
    let (at_30, picture) = line(30);
    let after = bars(&picture, Ink::First)[3];
    let before = bars(&picture, Ink::First)[2];
    assert!(
        at_30 > before[0] + before[2] && at_30 < after[0],
        "between the classes 15 to 30 and 31 to 45"
    );
    let (at_45, _) = line(45);
    let (at_38, _) = line(38);
    assert!(at_30 < at_38 && at_38 < at_45);
    assert!(
        picture
            .says
            .ends_with("The line marks the limit: One month (Art. 12(3) GDPR)."),
        "{}",
        picture.says
    );
    assert!(texts(&picture).contains(&"One month (Art. 12(3) GDPR)"));
    let without = one(samples::days([5, 4, 3, 2, 1, 1]), None);
    assert!(!without.says.contains("limit"));
}

#[test]
fn what_counts_nothing_has_no_picture() {
    assert!(samples::empty().pictures.is_empty());
    assert!(pictures(&[samples::age([0; 4]), samples::days([0; 6])], None).is_empty());
    let mut other = samples::age([1; 4]);
    other.id = "something-else".into();
    assert!(pictures(&[other], None).is_empty());
}

#[test]
fn in_time_and_late_lie_behind_one_another_with_their_figures() {
    let picture = one(
        samples::by_right(&["GDPR"], &["Access", "Erasure", "Correction"]),
        None,
    );
    for words in ["GDPR · Access", "GDPR · Erasure", "In time", "Late"] {
        assert!(texts(&picture).contains(&words), "{words}");
    }
    for late in bars(&picture, Ink::Late)
        .iter()
        .filter(|bar| bar[0] > 172.5)
    {
        let touches =
            |bar: &&[f32; 4]| (bar[0] + bar[2] - late[0]).abs() < 0.01 && bar[1] == late[1];
        assert!(
            bars(&picture, Ink::First).iter().any(|bar| touches(&bar)),
            "{late:?}"
        );
    }
    // Thirty rights: as many as have room at the size of all other words, and the rest.
    let all: Vec<ReportPicture> = many()
        .into_iter()
        .filter(|one| one.table == "rights")
        .collect();
    let rest = |one: &&ReportPicture| texts(one).iter().any(|text| text.ends_with(" others"));
    let full = all.iter().find(rest).unwrap();
    assert!((300.0..=376.0).contains(&full.height), "{}", full.height);
}

#[test]
fn axes_are_round_and_numbers_are_grouped() {
    for (most, step, top) in [
        (1.0, 1.0, 1.0),
        (5.0, 1.0, 5.0),
        (7.0, 2.0, 8.0),
        (23.0, 5.0, 25.0),
        (51.0, 20.0, 60.0),
        (1_234_567.0, 500_000.0, 1_500_000.0),
    ] {
        assert_eq!(Scale::to(most), Scale { step, top }, "{most}");
    }
    for (n, said) in [
        (0.0, "0"),
        (9999.0, "9,999"),
        (12_500.0, "12,500"),
        (1_000_000.0, "1,000,000"),
    ] {
        assert_eq!(grouped(n), said);
    }
}
