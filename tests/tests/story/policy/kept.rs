//! Promises kept and broken over a span: what was called on, contradicted and answered, and how the policy changed.

use super::*;
use crate::register::year::{figures, report, rows, text, walk};

/// Writes a letter and sends it, having seen what does not agree with the policy.
fn send(office: &mut Office, id: u32, kind: &str, law: &str) {
    let draft = office.call(
        "letter_draft",
        json!({ "request": id, "kind": kind, "law": law, "reason": "", "asked": "" }),
    );
    let mut text = draft["text"].clone();
    for block in text["blocks"].as_array_mut().unwrap() {
        block["text"] = fill(block["text"].as_str().unwrap(), "the answer").into();
    }
    office.call("letter_save", json!({ "request": id, "text": text }));
    let contradictions = draft["contradictions"].as_array().unwrap().iter();
    let seen: Vec<&Value> = contradictions.map(|one| &one["key"]).collect();
    office.call(
        "letter_issue",
        json!({ "request": id, "sent_by": "post", "seen": seen }),
    );
}

/// Two versions, the second with its notice; requests in time, late and open; two disclosures against a promise.
fn a_year() -> Office {
    let mut office = office("2026-04-10T08:00:00Z");
    let old = bring_in(&mut office, POLICY, "2026-03-01");
    accept_all(&mut office, &old);
    let ask = |office: &mut Office, received: &str, right: &str| {
        office.log(draft(
            received,
            "mail",
            "Ana Lindqvist",
            "de",
            &[(right, &["eu-gdpr"])],
        ))
    };
    let grant = |office: &mut Office, id: u32| {
        let view = office.call("request_show", json!({ "id": id }));
        office.call(
            "claim_decide",
            json!({ "claim": view["claims"][0]["id"], "outcome": "granted", "ground": null, "reasons": "", "kept": "" }),
        );
        send(office, id, "answer-in-full", "eu-gdpr");
    };
    // Two weeks are promised for an erasure: asked on 1 April, answered on 10 April.
    let erasure = ask(&mut office, "2026-04-01T09:00", "erasure");
    grant(&mut office, erasure);
    // Given against the promise on 2 April, and answered in writing.
    office.call(
        "handling_add",
        json!({ "entry": handing_over("2026-04-02", "email-address"), "resolutions": [] }),
    );
    let open = office.call("contradictions", json!({ "which": "open" }));
    office.call(
        "contradiction_answer",
        json!({ "key": open["contradictions"][0]["key"], "text": "The list was called back and deleted." }),
    );
    // Twenty days are promised for an access: asked on 2 April, answered on 4 May.
    let late = ask(&mut office, "2026-04-02T09:00", "access");
    office.at("2026-05-04T08:00:00Z");
    grant(&mut office, late);
    office.at("2026-11-02T08:00:00Z");
    office.call(
        "handling_add",
        json!({ "entry": handing_over("2026-11-01", "email-address"), "resolutions": [] }),
    );
    office.at("2026-12-20T08:00:00Z");
    let new = bring_in(&mut office, NEXT, "2027-01-01");
    accept_all(&mut office, &new);
    office.call(
        "policy_notice_given",
        json!({ "policy": new["version"]["id"], "on": "2026-12-17", "how": "By e-mail to all 412 customers" }),
    );
    // One minute before the new version and the new year, in Hamburg.
    office.at("2027-01-05T08:00:00Z");
    ask(&mut office, "2026-12-31T23:59", "access");
    office
}

/// The row of the promise with these words.
#[track_caller]
fn promise<'r>(report: &'r Value, words: &str) -> &'r str {
    let all = rows(report, "promises");
    all.into_iter()
        .filter(|row| *row != "total")
        .find(|row| text(report, "promises", row, "promise").contains(words))
        .unwrap_or_else(|| panic!("no promise about “{words}” in {report:#}"))
}

#[test]
fn a_year_is_counted_by_hand() {
    let mut office = a_year();
    let year = report(&mut office, "promises", "2026-01-01", "2026-12-31");
    // Called on, in time, late, not kept, not due, withdrawn, contradicted, answered, open.
    for (words, counted, why) in [
        (
            "delete your account",
            [1, 1, 0, 0, 0, 0, 0, 0, 0],
            "nine days of fourteen",
        ),
        // The answer of 4 May was due on 22 April, which is a contradiction that nobody has answered; the other has until 20 January.
        (
            "answer within 20 days",
            [2, 0, 1, 0, 1, 0, 1, 0, 1],
            "thirty-two days, and one that is open",
        ),
        (
            "e-mail addresses to advertisers",
            [0, 0, 0, 0, 0, 0, 2, 1, 1],
            "2 April and 1 November",
        ),
    ] {
        let row = promise(&year, words);
        assert_eq!(figures(&year, "promises", row), counted, "{why}");
    }
    assert_eq!(
        rows(&year, "promises").len(),
        4,
        "the three and their total: {year:#}"
    );
    assert_eq!(
        figures(&year, "promises", "total"),
        [3, 1, 1, 0, 1, 0, 3, 1, 2]
    );
    // All, answered, open.
    assert_eq!(
        figures(&year, "contradictions-about", "disclosure"),
        [2, 1, 1]
    );
    assert_eq!(figures(&year, "contradictions-about", "late"), [1, 0, 1]);
    assert_eq!(figures(&year, "contradictions-about", "total"), [3, 1, 2]);
    let lines = rows(&year, "contradictions");
    let told: Vec<(&str, &str)> = lines
        .iter()
        .map(|row| {
            (
                text(&year, "contradictions", row, "day"),
                text(&year, "contradictions", row, "written"),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("2026-11-01", "Nobody has answered it yet."),
            ("2026-04-22", "Nobody has answered it yet."),
            ("2026-04-02", "The list was called back and deleted."),
        ]
    );
    // The first version: nobody had been promised anything.
    let versions = rows(&year, "versions");
    assert_eq!(versions.len(), 1);
    assert_eq!(text(&year, "versions", versions[0], "from"), "2026-03-01");
    assert_eq!(figures(&year, "versions", versions[0]), [0; 5]);
    assert!(walk(&mut office, "promises", "2026-01-01", "2026-12-31") > 15);

    // From the day after the first disclosure to the day before the second.
    let span = report(&mut office, "promises", "2026-04-02", "2026-10-31");
    assert_eq!(
        figures(&span, "promises", "total"),
        [1, 0, 1, 0, 0, 0, 2, 1, 1]
    );
    assert_eq!(rows(&span, "versions"), [""; 0], "it came in March");
    walk(&mut office, "promises", "2026-04-02", "2026-10-31");
    office.assert_intact();
}

#[test]
fn what_is_refused_though_promised_is_not_kept() {
    let mut office = office("2026-04-02T08:00:00Z");
    let view = bring_in(&mut office, POLICY, "2026-03-01");
    accept_all(&mut office, &view);
    // One sentence that speaks of two rights.
    mark(
        &mut office,
        &view,
        "what you wrote in it",
        reading("delete", "everyone", &["erasure", "rectification"]),
    );
    // One that lets a request be refused which does not carry these words.
    let mut bound = reading("disclosure-list", "californians", &["disclosure-list"]);
    bound["conditions"] =
        json!([{ "requires": "label", "words": "Your California Privacy Rights" }]);
    mark(&mut office, &view, "which categories", bound);
    let decide = |office: &mut Office, id: u32, at: usize, outcome: &str| {
        let view = office.call("request_show", json!({ "id": id }));
        let claim = &view["claims"][at];
        let ground = match outcome {
            "refused" => claim["grounds"][0]["id"].clone(),
            _ => Value::Null,
        };
        office.call(
            "claim_decide",
            json!({ "claim": claim["id"], "outcome": outcome, "ground": ground, "reasons": "We looked into it", "kept": "" }),
        );
    };
    let tell = |office: &mut Office, id: u32| {
        office.call(
            "request_close",
            json!({ "request": id, "note": "Told on the telephone." }),
        );
    };
    let asked = |office: &mut Office, name: &str, place: &str, rights: &[(&str, &[&str])]| {
        office.log(draft("2026-04-01T09:00", "mail", name, place, rights))
    };
    let europe: &[&str] = &["eu-gdpr"];
    let both = [("erasure", europe), ("rectification", europe)];
    // Both rights granted in time: one request, kept once.
    let kept = asked(&mut office, "Ana Lindqvist", "de", &both);
    decide(&mut office, kept, 0, "granted");
    decide(&mut office, kept, 1, "granted");
    tell(&mut office, kept);
    // Refused, told in time and answered in writing: not kept all the same, and once.
    let refused = asked(&mut office, "Bo Sandahl", "de", &both);
    decide(&mut office, refused, 0, "refused");
    decide(&mut office, refused, 1, "refused");
    send(&mut office, refused, "refusal", "eu-gdpr");
    let open = office.call("contradictions", json!({ "which": "open" }));
    for one in open["contradictions"].as_array().unwrap() {
        office.call(
            "contradiction_answer",
            json!({ "key": one["key"], "text": "The law on the books wants it kept." }),
        );
    }
    // The words that one of the two promises asks for are missing, so that this one leaves the refusal open.
    let shine: &[&str] = &["us-ca-shine-the-light"];
    let bare = asked(
        &mut office,
        "Cleo Marsh",
        "us-ca",
        &[("disclosure-list", shine)],
    );
    decide(&mut office, bare, 0, "refused");
    send(&mut office, bare, "refusal", "us-ca-shine-the-light");
    // One right taken back, the other granted; and one whose rights were all taken back.
    let half = asked(&mut office, "Dag Ekman", "de", &both);
    decide(&mut office, half, 0, "withdrawn");
    decide(&mut office, half, 1, "granted");
    tell(&mut office, half);
    let back = asked(&mut office, "Eva Holm", "de", &both);
    decide(&mut office, back, 0, "withdrawn");
    decide(&mut office, back, 1, "withdrawn");
    office.at("2026-04-20T08:00:00Z");
    let year = report(&mut office, "promises", "2026-01-01", "2026-12-31");
    // Called on, in time, late, not kept, not due, withdrawn, contradicted, answered, open.
    for (words, counted, why) in [
        (
            "what you wrote in it",
            [4, 2, 0, 1, 0, 1, 2, 2, 0],
            "Ana and Dag; Bo; Eva: each once, whatever they asked for",
        ),
        (
            "within two weeks",
            [4, 1, 0, 1, 0, 2, 1, 1, 0],
            "of erasure alone: Ana; Bo; Dag and Eva took it back",
        ),
        (
            "which categories",
            [1, 1, 0, 0, 0, 0, 0, 0, 0],
            "Cleo left out the words, and was told the next day",
        ),
        (
            "If you live in California",
            [1, 0, 0, 1, 0, 0, 1, 0, 1],
            "the whole sentence asks for none",
        ),
    ] {
        let quote = |row: &&str| text(&year, "promises", row, "promise");
        let all = rows(&year, "promises");
        let mut all: Vec<&str> = all
            .into_iter()
            .filter(|row| quote(row).contains(words))
            .collect();
        // The words that were marked stand within the whole sentence too.
        all.sort_by_key(|row| quote(row).len());
        assert_eq!(
            figures(&year, "promises", all[0]),
            counted,
            "{words}: {why}"
        );
    }
    let not_kept = figures(&year, "promises", "total")[3];
    assert!(not_kept >= 2);
    let lead = year["lead"][0].as_str().unwrap();
    assert!(lead.contains(&format!("{not_kept} not kept")), "{lead}");
    // Nobody stands behind both, whatever the promise.
    for row in rows(&year, "promises") {
        let mut behind = |column: &str| -> Vec<u64> {
            let shown = office.call(
                "report_behind",
                json!({
                    "of": { "report": "promises", "first": "2026-01-01", "last": "2026-12-31" },
                    "table": "promises", "row": row, "column": column,
                }),
            );
            let rows = shown["rows"].as_array().unwrap();
            rows.iter().map(|one| one["id"].as_u64().unwrap()).collect()
        };
        let against = behind("contradicted");
        if row != "total" {
            assert!(
                behind("in-time").iter().all(|one| !against.contains(one)),
                "{row}"
            );
        }
    }
    walk(&mut office, "promises", "2026-01-01", "2026-12-31");
    office.assert_intact();
}

#[test]
fn the_policy_changes_with_its_notice_and_without() {
    let mut office = a_year();
    office.at("2027-06-10T08:00:00Z");
    let short = NEXT.replace(
        "## Breaches\n\nIf your data is ever lost or stolen we will tell you by e-mail within three days.\n\n",
        "",
    );
    assert!(short.len() < NEXT.len());
    let third = bring_in(&mut office, &short, "2027-06-01");
    accept_all(&mut office, &third);
    let year = report(&mut office, "promises", "2027-01-01", "2027-12-31");
    let versions = rows(&year, "versions");
    assert_eq!(versions.len(), 2);
    let told = |row: &str| {
        ["from", "notice", "notice-by", "notice-given"]
            .map(|column| text(&year, "versions", row, column).to_owned())
    };
    assert_eq!(
        told(versions[0]),
        ["2027-01-01", "Given in time.", "2026-12-18", "2026-12-17"]
    );
    assert_eq!(
        told(versions[1]),
        [
            "2027-06-01",
            "Promised, and not on record.",
            "2027-05-18",
            ""
        ]
    );
    // Added, strengthened, changed, weakened, dropped. The breach is new; six weeks instead of two, and generally instead of
    // never; the sentence about sensitive data is gone, and both of “If we fall short”.
    assert_eq!(figures(&year, "versions", versions[0]), [1, 0, 0, 2, 3]);
    let behind = office.call(
        "report_behind",
        json!({
            "of": { "report": "promises", "first": "2027-01-01", "last": "2027-12-31" },
            "table": "versions", "row": versions[0], "column": "dropped",
        }),
    );
    let gone: Vec<&str> = behind["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["text"].as_str().unwrap())
        .collect();
    for words in ["sensitive information", "write to us", "put it right"] {
        assert!(
            gone.iter().any(|text| text.contains(words)),
            "{words}: {gone:?}"
        );
    }
    assert_eq!(
        figures(&year, "versions", versions[1]),
        [0, 0, 0, 0, 1],
        "the breach is gone again"
    );
    // The comparison of the two says the same.
    let compared = office.call("policy_compare", json!({ "old": 1, "new": 2 }));
    let counts = &compared["counts"];
    let counts = [
        "promises_added",
        "promises_strengthened",
        "promises_changed",
        "promises_weakened",
        "promises_dropped",
    ]
    .map(|field| counts[field].as_u64().unwrap() as u32);
    assert_eq!(counts.to_vec(), figures(&year, "versions", versions[0]));
    // The missing notice is a contradiction of the day the version came.
    assert_eq!(figures(&year, "contradictions-about", "notice"), [1, 0, 1]);
    walk(&mut office, "promises", "2027-01-01", "2027-12-31");
}

#[test]
fn a_desk_without_a_policy_says_so() {
    let mut office = office("2026-04-10T08:00:00Z");
    let year = report(&mut office, "promises", "2026-01-01", "2026-12-31");
    assert!(
        year["lead"][0].as_str().unwrap().contains("No version"),
        "{year:#}"
    );
    for table in year["tables"].as_array().unwrap() {
        assert_eq!(table["rows"], json!([]));
    }
}
