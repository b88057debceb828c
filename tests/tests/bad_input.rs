//! Bad input and bad days: each gets a clear sentence, and nothing already saved is lost.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use rightsdesk_core::api::wire::Code;
use rightsdesk_tests::{Office, office, paper, profile};
use serde_json::{Value, json};

fn berlin() -> Office {
    Office::quick(
        profile("Europe/Berlin", "de-be", &["eu-gdpr"]),
        "2026-02-02T09:00:00Z",
    )
}

fn typed(name: &str) -> Value {
    json!({
        "received": "2026-01-31T14:05", "channel": "post", "capacity": "self", "residence": "de", "subject": null,
        "requester": { "name": name, "email": "", "phone": "", "address": ["1 Quay"] },
        "claims": [{ "right": "access", "laws": ["eu-gdpr"] }], "words": "Please.", "files": [],
        "particulars": { "age": null, "data_kinds": [], "arrived_at": null, "dated_on": "", "questions": [] },
    })
}

/// What keeps this draft from being logged, said beside its field by the preview and by the log alike.
#[track_caller]
fn problem(office: &mut Office, draft: &Value, field: &str) -> String {
    let problems = office.call("request_preview", json!({ "draft": draft }))["problems"].clone();
    let said = problems
        .as_array()
        .unwrap()
        .iter()
        .find(|p| p["field"] == field)
        .unwrap_or_else(|| panic!("nothing is said of {field}: {problems}"))["message"]
        .as_str()
        .unwrap()
        .to_owned();
    let why = office.refused("request_log", json!({ "draft": draft }));
    assert_eq!(
        (why.code, why.field.as_deref()),
        (Code::Input, Some(field)),
        "{}",
        why.message
    );
    // Half typed it is kept all the same.
    office.call("draft_save", json!({ "draft": draft }));
    assert_eq!(office.call("draft_load", json!({}))["draft"], *draft);
    assert_eq!(register(office), 0, "nothing was logged");
    said
}

fn register(office: &mut Office) -> u64 {
    queue(office, "")["in_register"].as_u64().unwrap()
}

fn queue(office: &mut Office, search: &str) -> Value {
    office.call("queue", json!({ "filter": "all", "law": "", "right": null, "search": search, "sort": "due", "offset": 0, "limit": 50 }))
}

#[test]
fn impossible_and_future_dates() {
    let mut office = berlin();
    for bad in [
        "2026-02-30T10:00",
        "2026-13-01T10:00",
        "31.01.2026",
        "2026-01-31T25:00",
        "2026-01-31",
        "99999-01-01T10:00",
        "-2026-01-01T00:00",
        "0001-01-01T00:00",
        "soon",
    ] {
        let mut draft = typed("Ada Quill");
        draft["received"] = bad.into();
        let said = problem(&mut office, &draft, "received");
        assert!(said.contains(bad), "{said}");
    }
    let mut draft = typed("Ada Quill");
    // Two minutes ahead in Berlin.
    draft["received"] = "2026-02-02T10:02".into();
    let said = problem(&mut office, &draft, "received");
    assert!(said.contains("future"), "{said}");
    // An hour that does not occur is taken, not refused: clocks went forward on 29 March 2026.
    office.at("2026-04-01T09:00:00Z");
    draft["received"] = "2026-03-29T02:30".into();
    let id = office.log(draft);
    assert_eq!(
        office.call("request_show", json!({ "id": id }))["received_on"],
        "2026-03-29"
    );
    // Steps on days that cannot be.
    for (bad, why) in [
        ("2026-02-31", "no day"),
        ("2026-04-02", "not come yet"),
        ("2026-03-28", "before the request"),
    ] {
        let refused = office.refused(
            "request_acknowledge",
            json!({ "request": id, "on": bad, "text": "" }),
        );
        assert_eq!(refused.field.as_deref(), Some("on"));
        assert!(refused.message.contains(why), "{}", refused.message);
    }
    office.assert_intact();
}

#[test]
fn what_is_missing_is_named() {
    let mut office = berlin();
    let empty = json!({ "received": "", "channel": null, "capacity": null, "residence": "", "subject": null, "requester": { "name": "", "email": "", "phone": "", "address": [] }, "claims": [], "words": "", "files": [] });
    for field in ["channel", "requester.name", "claims"] {
        let problems =
            office.call("request_preview", json!({ "draft": empty }))["problems"].clone();
        assert!(
            problems
                .as_array()
                .unwrap()
                .iter()
                .any(|p| p["field"] == field && p["message"].as_str().unwrap().ends_with('.')),
            "{field}: {problems}"
        );
    }
    // A law that does not give the right, and one that is not.
    let mut draft = typed("Ada Quill");
    draft["claims"] = json!([{ "right": "opt-out-sale-sharing", "laws": ["eu-gdpr"] }]);
    problem(&mut office, &draft, "claims");
    draft["claims"] = json!([{ "right": "access", "laws": ["atlantis"] }]);
    problem(&mut office, &draft, "claims");
}

#[test]
fn a_name_of_ten_thousand_characters() {
    let mut office = berlin();
    let said = problem(&mut office, &typed(&"Ł".repeat(10_000)), "requester.name");
    assert!(said.contains("200"), "{said}");
    let mut draft = typed("Ada Quill");
    draft["requester"]["address"] = json!(vec!["a line"; 30]);
    problem(&mut office, &draft, "requester.name");
    draft["requester"]["address"] = json!(["1 Quay"]);
    draft["words"] = "word ".repeat(100_000).into();
    problem(&mut office, &draft, "words");
    // As long as it may be, it is kept whole and printed whole.
    let longest = "Maximilian-Ærøskøbing ".repeat(9).trim().to_owned();
    let id = office.log(typed(&longest));
    let view = office.write(id, "acknowledgement", "eu-gdpr", "", "", "x");
    assert_eq!(view["requester"]["name"], longest.as_str());
    let pdf = office.letter(&view["letters"][0]["id"]);
    paper::assert_sound(&pdf);
    assert!(
        paper::words(&pdf).matches("Ærøskøbing").count() >= 18,
        "{}",
        paper::words(&pdf)
    );
}

#[test]
fn names_of_every_script_are_kept_and_found() {
    let mut office = berlin();
    for (name, part) in [
        ("🦊 Fox O’Reilly 👩‍👩‍👧", "fox"),
        ("محمد عبد الله", "محمد"),
        ("יעל כהן", "יעל"),
        ("Żółć Gęślą", "zolc"),
        ("Σωκράτης Ελλάδα", "Ελλάδα"),
        ("Олександр Київ", "київ"),
        ("王小明明", "王小明"),
        ("Nguyễn Thị Ánh", "nguyen"),
        ("%_\"'; DROP TABLE request; --", "drop table"),
        ("Ng", "ng"),
    ] {
        let id = office.log(typed(name));
        office.lock_and_unlock();
        assert_eq!(
            office.call("request_show", json!({ "id": id }))["requester"]["name"],
            name
        );
        let found = queue(&mut office, part);
        assert!(
            found["rows"]
                .as_array()
                .unwrap()
                .iter()
                .any(|r| r["id"] == id),
            "{part} does not find {name}: {found}"
        );
    }
    // What nobody can type into an operator of the index.
    for odd in [
        "\"", "\" OR \"", "*", "fox*", "NEAR(", "a:b", "%", "_", "\\", "-", "'", "\0",
    ] {
        queue(&mut office, odd);
    }
    office.assert_intact();
}

#[test]
fn a_name_that_no_letter_can_print_is_said_before_it_leaves() {
    let mut office = berlin();
    for name in ["Łódź Ελλάδα Київ Nguyễn", "🦊 Fox 王明", "𒀭 Fox"] {
        let id = office.log(typed(name));
        let draft = office.call("letter_draft", json!({ "request": id, "kind": "acknowledgement", "law": "eu-gdpr", "reason": "", "asked": "" }));
        if name.contains('𒀭') {
            // The preview shows a box in its place; the checklist names it, and the letter does not leave.
            office.call("letter_preview", json!({ "id": id }));
            assert_eq!(draft["ready"], false);
            let items = draft["items"].as_array().unwrap();
            assert!(items.iter().any(|i| {
                i["present"] == false
                    && i["why_missing"]
                        .as_str()
                        .is_some_and(|why| why.contains('𒀭'))
            }));
            let why = office.refused("letter_issue", json!({ "request": id, "sent_by": "post" }));
            assert!(why.message.contains('𒀭'), "{}", why.message);
            assert_eq!(
                office.call("request_show", json!({ "id": id }))["letters"],
                json!([])
            );
        } else {
            let view = office.call("letter_issue", json!({ "request": id, "sent_by": "post" }));
            let pdf = office.letter(&view["letters"][0]["id"]);
            assert!(paper::words(&pdf).contains(name), "{}", paper::words(&pdf));
        }
    }
    office.assert_intact();
}

#[test]
fn control_characters_break_no_line_and_turn_no_page() {
    let mut office = berlin();
    let mut draft = typed("Ada\u{0}\r\n\u{202e}lliuQ\u{7} \u{2066}X");
    draft["words"] = "line one\r\nline\u{0}two\u{202e}".into();
    let id = office.log(draft);
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(view["requester"]["name"], "AdalliuQ X");
    assert_eq!(
        view["words"], "line one\r\nline\u{0}two\u{202e}",
        "their words are kept as they came"
    );
    office.call(
        "request_note",
        json!({ "request": id, "text": "\u{1b}[31mred\u{0}" }),
    );
    let view = office.write(id, "acknowledgement", "eu-gdpr", "", "", "x");
    paper::assert_sound(&office.letter(&view["letters"][0]["id"]));
    let file = office.call("file_add", json!({ "request": id, "name": "../../etc/\u{202e}fdp.exe\n", "media_type": "x", "base64": "" }));
    assert!(
        !file["name"]
            .as_str()
            .unwrap()
            .contains(['/', '\n', '\u{202e}']),
        "{file}"
    );
    assert_eq!(
        office
            .refused("request_note", json!({ "request": id, "text": " \n " }))
            .field
            .as_deref(),
        Some("text")
    );
    office.assert_intact();
}

#[test]
fn an_attachment_of_200_megabytes_is_refused_with_a_sentence_and_one_of_forty_is_kept() {
    let mut office = berlin();
    let id = office.log(typed("Ada Quill"));
    let huge = "A".repeat(200 * 1024 * 1024 / 3 * 4);
    for request in [json!(null), json!(id)] {
        let why = office.refused_quietly("file_add", json!({ "request": request, "name": "scan.tif", "media_type": "image/tiff", "base64": huge }));
        assert_eq!(why.code, Code::Input);
        for part in ["scan.tif", "199 MB", "50 MB"] {
            assert!(why.message.contains(part), "{}", why.message);
        }
    }
    drop(huge);
    let large: Vec<u8> = (0..40 * 1024 * 1024_u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    let file = office.call("file_add", json!({ "request": id, "name": "scan.tif", "media_type": "image/tiff", "base64": office::base64(&large) }));
    assert_eq!(file["size"], large.len());
    assert!(
        office::bytes(&office.call("file_open", json!({ "id": file["id"] }))["base64"]) == large
    );
    assert_eq!(
        office
            .refused(
                "file_add",
                json!({ "request": id, "name": "half.txt", "media_type": "", "base64": "AAA" })
            )
            .code,
        Code::Input
    );
    office.refused(
        "file_add",
        json!({ "request": 99, "name": "a.txt", "media_type": "", "base64": "" }),
    );
    // A file of a logged request stays with it.
    assert_eq!(
        office
            .refused("file_discard", json!({ "id": file["id"] }))
            .code,
        Code::NotNow
    );
    assert_eq!(
        office.call("request_show", json!({ "id": id }))["files"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    office.assert_intact();
}

#[test]
fn what_is_not_there_is_said_to_be_missing() {
    let mut office = berlin();
    for (name, args) in [
        ("request_show", json!({ "id": 99 })),
        ("request_note", json!({ "request": 99, "text": "x" })),
        ("request_close", json!({ "request": 99, "note": "" })),
        (
            "claim_decide",
            json!({ "claim": 99, "outcome": "granted", "ground": null, "reasons": "", "kept": "" }),
        ),
        ("letter_choices", json!({ "id": 99 })),
        ("letter_pdf", json!({ "id": 99 })),
        ("file_open", json!({ "id": 99 })),
    ] {
        assert_eq!(office.refused(name, args).code, Code::Missing, "{name}");
    }
    assert_eq!(
        office
            .refused(
                "report_show",
                json!({ "report": "rights", "first": "2026-02-30", "last": "2026-12-31" })
            )
            .field
            .as_deref(),
        Some("first")
    );
    assert_eq!(
        office
            .refused(
                "report_export",
                json!({ "of": { "report": "rights", "first": "2026-01-01", "last": "2026-12-31" }, "format": "docx" })
            )
            .field
            .as_deref(),
        Some("format")
    );
    assert_eq!(
        office.call("log_verify", json!({}))["events"],
        1,
        "nothing of it reached the log"
    );
}
