#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::rules::rules;
use super::standing::{Facts, Wanted, lacks, last_day, lasts, standing};
use super::typed::changes;
use crate::api::wire::{AuthorizationIn, AuthorizationStanding as Standing};
use crate::time::day;
use crate::words::AuthorizationForm;
use std::collections::BTreeSet;

fn complete() -> AuthorizationIn {
    AuthorizationIn {
        form: Some(AuthorizationForm::Written),
        description: "Discharge summary of 3 March 2026".into(),
        discloser: "Pecan Street Clinic".into(),
        recipient_name: "Dr. Lourdes Quiroga".into(),
        purpose: "at my request".into(),
        expires_on: "2026-12-31".into(),
        signed_on: "2026-03-10".into(),
        statements: ["revoke", "no-conditions", "redisclosure"]
            .map(str::to_owned)
            .to_vec(),
        ..AuthorizationIn::default()
    }
}

type Change = fn(&mut AuthorizationIn);

#[test]
fn each_element_is_wanted_and_named_by_its_article() {
    // What is taken away, the article that then stands against it, and why.
    let cases: &[(Change, &[&str])] = &[
        (|_| {}, &[]),
        (|a| a.description.clear(), &["164.508(c)(1)(i)"]),
        (|a| a.description = "  ".into(), &["164.508(c)(1)(i)"]),
        (|a| a.discloser.clear(), &["164.508(c)(1)(ii)"]),
        (|a| a.recipient_name.clear(), &["164.508(c)(1)(iii)"]),
        // Somebody of the directory is named well enough.
        (
            |a| {
                a.recipient_name.clear();
                a.recipient = Some(4);
            },
            &[],
        ),
        (|a| a.purpose.clear(), &["164.508(c)(1)(iv)"]),
        (|a| a.expires_on.clear(), &["164.508(c)(1)(v)"]),
        // An event ends it as well as a day does.
        (
            |a| {
                a.expires_on.clear();
                a.expires_event = "the end of the study".into();
            },
            &[],
        ),
        (|a| a.signed_on.clear(), &["164.508(c)(1)(vi)"]),
        (|a| a.form = None, &["164.508(c)(1)(vi)"]),
        // A representative says by what authority.
        (
            |a| a.signed_by = "Iris Okafor".into(),
            &["164.508(c)(1)(vi)"],
        ),
        (
            |a| {
                a.signed_by = "Iris Okafor".into();
                a.signed_authority = "medical power of attorney".into();
            },
            &[],
        ),
        (
            |a| a.statements.retain(|s| s != "revoke"),
            &["164.508(c)(2)(i)"],
        ),
        (
            |a| a.statements.retain(|s| s != "no-conditions"),
            &["164.508(c)(2)(ii)"],
        ),
        (
            |a| a.statements.retain(|s| s != "redisclosure"),
            &["164.508(c)(2)(iii)"],
        ),
        // What was only said is put in writing, by somebody, on a day.
        (
            |a| a.form = Some(AuthorizationForm::OralDocumented),
            &["181.154(b)"],
        ),
        (
            |a| {
                a.form = Some(AuthorizationForm::OralDocumented);
                a.documented_by = "Front desk, Ana Ruiz".into();
            },
            &["181.154(b)"],
        ),
        (
            |a| {
                a.form = Some(AuthorizationForm::OralDocumented);
                a.documented_by = "Front desk, Ana Ruiz".into();
                a.documented_on = "2026-03-10".into();
            },
            &[],
        ),
        (
            |a| {
                a.description.clear();
                a.purpose.clear();
            },
            &["164.508(c)(1)(i)", "164.508(c)(1)(iv)"],
        ),
    ];
    for (at, (change, wanted)) in cases.iter().enumerate() {
        let mut about = complete();
        change(&mut about);
        let found = lacks(rules().unwrap(), &about, Wanted::default());
        assert_eq!(found.len(), wanted.len(), "case {at}: {found:#?}");
        for (note, article) in found.iter().zip(*wanted) {
            assert!(note.note.cite.ends_with(article), "case {at}: {note:?}");
            assert!(note.note.message.ends_with('.'), "{note:?}");
        }
    }
}

#[test]
fn marketing_and_sale_want_their_own_statement_and_hipaa_a_signature() {
    let rules = rules().unwrap();
    let with = |wanted: Wanted, about: &AuthorizationIn| lacks(rules, about, wanted).len();
    let marketing = Wanted {
        marketing: true,
        ..Wanted::default()
    };
    let sale = Wanted {
        sale: true,
        ..Wanted::default()
    };
    let signed = Wanted {
        signed: true,
        ..Wanted::default()
    };
    let mut about = complete();
    assert_eq!(
        (
            with(marketing, &about),
            with(sale, &about),
            with(signed, &about)
        ),
        (1, 1, 0)
    );
    about.statements.push("paid-marketing".into());
    about.statements.push("paid-sale".into());
    assert_eq!((with(marketing, &about), with(sale, &about)), (0, 0));
    about.form = Some(AuthorizationForm::OralDocumented);
    about.documented_by = "Ana Ruiz".into();
    about.documented_on = "2026-03-10".into();
    assert_eq!(
        with(Wanted::default(), &about),
        0,
        "Texas takes words put in writing"
    );
    assert_eq!(with(signed, &about), 1, "HIPAA does not");
}

#[test]
fn it_lasts_to_the_day_it_names_or_to_the_limit() {
    // Named day, event, limit, and the last day, with its reason.
    let cases: &[(&str, &str, &str, Option<&str>, &str)] = &[
        (
            "2026-12-31",
            "",
            "",
            Some("2026-12-31"),
            "the day it names is the last",
        ),
        ("", "the end of the study", "", None, "an event has no day"),
        (
            "2026-05-01",
            "the end of the study",
            "",
            Some("2026-05-01"),
            "the day stands beside the event",
        ),
        ("", "", "", None, "nothing ends it; it lacks its end"),
        // 10 March and 180 days is 6 September; it lapses then, so the 5th is the last day.
        (
            "",
            "",
            "hospital",
            Some("2026-09-05"),
            "the limit of a hospital",
        ),
        (
            "2027-03-01",
            "",
            "hospital",
            Some("2027-03-01"),
            "it says otherwise",
        ),
        (
            "",
            "the end of the study",
            "hospital",
            None,
            "it says otherwise by an event",
        ),
        ("", "", "insurer", Some("2028-03-09"), "24 months at most"),
        (
            "2029-01-01",
            "",
            "insurer",
            Some("2028-03-09"),
            "at most, whatever it says",
        ),
        (
            "2026-12-31",
            "",
            "insurer",
            Some("2026-12-31"),
            "the earlier day",
        ),
        (
            "",
            "the end of the study",
            "insurer",
            Some("2028-03-09"),
            "the event may never come",
        ),
    ];
    for (on, event, limit, wanted, why) in cases {
        let about = AuthorizationIn {
            expires_on: (*on).into(),
            expires_event: (*event).into(),
            limit: (*limit).into(),
            ..complete()
        };
        let found = lasts(rules().unwrap(), &about).unwrap();
        assert_eq!(found.until, wanted.and_then(day), "{why}: {found:?}");
        let says_so = !on.is_empty() || !event.is_empty() || !limit.is_empty();
        assert_eq!(!found.working.is_empty(), says_so, "{why}");
    }
}

#[test]
fn limits_end_the_day_before_also_over_short_months_and_leap_years() {
    let rules = rules().unwrap();
    for (limit, signed, last) in [
        ("hospital", "2026-03-10", "2026-09-05"),
        ("hospital", "2024-01-01", "2024-06-28"),
        ("insurer", "2026-01-31", "2028-01-30"),
        ("insurer", "2024-02-29", "2026-02-27"),
    ] {
        let found = last_day(rules.limit(limit).unwrap(), day(signed).unwrap()).unwrap();
        assert_eq!(found, day(last).unwrap(), "{limit} {signed}");
    }
}

#[test]
fn where_it_stands_is_told_by_the_gravest_reason() {
    let today = day("2026-06-01").unwrap();
    let on = |text: &str| day(text);
    let facts = Facts::default();
    for (facts, wanted) in [
        (facts, Standing::Valid),
        (
            Facts {
                until: on("2026-06-01"),
                ..facts
            },
            Standing::Valid,
        ),
        (
            Facts {
                until: on("2026-05-31"),
                ..facts
            },
            Standing::Expired,
        ),
        (
            Facts {
                revoked_on: on("2026-06-02"),
                ..facts
            },
            Standing::Valid,
        ),
        (
            Facts {
                revoked_on: on("2026-06-01"),
                ..facts
            },
            Standing::Revoked,
        ),
        (Facts { lacks: 1, ..facts }, Standing::Incomplete),
        (Facts { used: 1, ..facts }, Standing::Valid),
        (
            Facts {
                used: 1,
                single: true,
                ..facts
            },
            Standing::UsedUp,
        ),
        (
            Facts {
                used: 0,
                single: true,
                ..facts
            },
            Standing::Valid,
        ),
        (
            Facts {
                lacks: 2,
                until: on("2026-01-01"),
                revoked_on: on("2026-01-01"),
                single: true,
                used: 1,
            },
            Standing::Revoked,
        ),
        (
            Facts {
                lacks: 2,
                until: on("2026-01-01"),
                ..facts
            },
            Standing::Incomplete,
        ),
    ] {
        assert_eq!(standing(&facts, today), wanted, "{facts:?}");
    }
}

#[test]
fn what_was_changed_is_told_without_a_name() {
    let before = complete();
    let mut after = complete();
    after.patient.name = "Marisol Trevino".into();
    after.signed_by = "Iris Okafor".into();
    after.purpose = "a second opinion".into();
    let said = changes(&before, &after).join(" ");
    assert!(
        said.contains("“at my request” became “a second opinion”"),
        "{said}"
    );
    assert!(
        !said.contains("Trevino") && !said.contains("Okafor"),
        "{said}"
    );
    assert!(said.contains("The patient was corrected."), "{said}");
    assert!(changes(&before, &before).is_empty());
}

#[test]
fn every_rule_is_there_once_and_says_where_it_is_from() {
    let rules = rules().unwrap();
    let sources = rules
        .elements
        .iter()
        .map(|one| (&one.id, &one.source))
        .chain(rules.exceptions.iter().map(|one| (&one.id, &one.source)))
        .chain(rules.limits.iter().map(|one| (&one.id, &one.source)))
        .chain(rules.kinds.iter().map(|one| (&one.id, &one.source)));
    let mut seen = BTreeSet::new();
    for (id, source) in sources {
        assert!(seen.insert(id.clone()), "{id} stands twice");
        assert!(
            !source.cite.is_empty() && source.since < source.checked,
            "{id}"
        );
    }
    // The elements that are filled in are all known to the program: an unknown one would never be there.
    let mut everything = complete();
    everything.signed_by = "Iris Okafor".into();
    everything.signed_authority = "guardian".into();
    everything.form = Some(AuthorizationForm::OralDocumented);
    everything.documented_by = "Ana Ruiz".into();
    everything.documented_on = "2026-03-10".into();
    everything.statements = rules
        .elements
        .iter()
        .filter(|one| one.statement)
        .map(|one| one.id.clone())
        .collect();
    let wanted = Wanted {
        marketing: true,
        sale: true,
        signed: false,
    };
    assert_eq!(lacks(rules, &everything, wanted), []);
    let exceptions: Vec<&str> = rules.exceptions.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(
        exceptions,
        ["treatment", "payment", "operations", "insurance", "law"]
    );
    for demand in &rules.demands {
        assert!(
            crate::law::Library::bundled()
                .unwrap()
                .law(&demand.law)
                .is_ok()
        );
    }
}
