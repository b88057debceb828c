//! Bringing a policy in, and reviewing its passages one by one.

use super::*;

#[test]
fn a_file_is_shown_before_it_is_kept_and_its_bytes_stay_as_they_came() {
    let mut office = office("2026-04-01T08:00:00Z");
    let file = json!({ "name": "policy.md", "base64": base64(POLICY.as_bytes()), "text": "" });
    let read = office.call("policy_read", file.clone());
    assert_eq!(read["format"], "markdown");
    assert_eq!(read["effective"]["on"], "2026-03-01");
    assert!(read["title"].as_str().unwrap().contains("Privacy promise"));
    assert_eq!(read["same_as"], Value::Null);
    assert_eq!(office.call("policy_list", json!({}))["versions"], json!([]));

    let view = bring_in(&mut office, POLICY, "2026-03-01");
    let id = &view["version"]["id"];
    assert_eq!(view["version"]["standing"], "in-force");
    let original = office.call("policy_original", json!({ "id": id }));
    assert_eq!(original["base64"], base64(POLICY.as_bytes()));
    // Its text stands in the page whole, its places counted in characters.
    let text: Vec<&str> = view["blocks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|b| b["text"].as_str().unwrap())
        .collect();
    assert!(text.contains(&"Children"));
    let again = office.call("policy_read", file);
    assert_eq!(again["same_as"]["id"], *id);
    office.assert_intact();
}

#[test]
fn two_versions_cannot_begin_on_one_day() {
    let mut office = office("2026-04-01T08:00:00Z");
    bring_in(&mut office, POLICY, "2026-03-01");
    let refused = office.refused(
        "policy_add",
        json!({
            "file": { "name": "", "base64": "", "text": NEXT },
            "about": { "title": "Another", "from": "2026-03-01", "until": "", "source": "", "publisher": "" },
        }),
    );
    assert_eq!(refused.field.as_deref(), Some("from"));
}

#[test]
fn a_suggestion_is_accepted_corrected_rejected_and_taken_back() {
    let mut office = office("2026-04-01T08:00:00Z");
    let view = bring_in(&mut office, POLICY, "2026-03-01");
    let id = view["version"]["id"].clone();
    let waiting = number(&view["version"]["progress"]["suggested"]);
    assert!(waiting >= 8, "{:#}", view["promises"]);
    let never = row(&view, "We never give e-mail addresses", "no-sharing").clone();
    let review = |state: &str, reading: Value| json!({ "policy": id, "key": never["key"], "state": state, "reading": reading, "start": null, "end": null });

    let accepted = office.call("promise_review", review("accepted", Value::Null));
    assert_eq!(accepted["row"]["state"], "accepted");
    assert_eq!(accepted["row"]["corrected"], false);
    assert_eq!(number(&accepted["progress"]["suggested"]), waiting - 1);

    let mut other = never["reading"].clone();
    other["kind"] = "sharing-limits".into();
    let corrected = office.call("promise_review", review("accepted", other));
    assert_eq!(corrected["row"]["corrected"], true);
    assert_eq!(corrected["row"]["id"], accepted["row"]["id"]);

    let rejected = office.call("promise_review", review("rejected", Value::Null));
    assert_eq!(rejected["row"]["state"], "rejected");

    let back = office.call("promise_review", review("suggested", Value::Null));
    assert_eq!(back["row"]["state"], "suggested");
    assert_eq!(back["row"]["id"], Value::Null);
    assert_eq!(number(&back["progress"]["suggested"]), waiting);
    // Each word said of it stands in the log.
    office.assert_intact();
    office.lock_and_unlock();
    let view = office.call("policy_show", json!({ "id": id }));
    assert_eq!(number(&view["version"]["progress"]["suggested"]), waiting);
}

#[test]
fn an_officer_marks_what_the_finder_did_not_see() {
    let mut office = office("2026-04-01T08:00:00Z");
    let view = bring_in(&mut office, POLICY, "2026-03-01");
    let (start, end) = place(&view, "Our shop is not meant for children.");
    let guess = office.call(
        "promise_guess",
        json!({ "policy": view["version"]["id"], "start": start, "end": end }),
    );
    assert_eq!(guess["quote"], "Our shop is not meant for children.");
    let marked = mark(
        &mut office,
        &view,
        "You can stop it at any time",
        reading("opt-out", "everyone", &["unsubscribe"]),
    );
    assert_eq!(marked["row"]["own"], true);
    assert_eq!(
        marked["row"]["under"],
        json!(["Harbour Lane Books – Privacy promise", "What we send you"])
    );
    let off = office.call(
        "promise_review",
        json!({ "policy": view["version"]["id"], "key": marked["key"], "state": "suggested", "reading": null, "start": null, "end": null }),
    );
    assert_eq!(off["row"], Value::Null);
}

#[test]
fn a_selection_that_cannot_be_a_promise_is_refused_with_a_sentence() {
    let mut office = office("2026-04-01T08:00:00Z");
    let view = bring_in(&mut office, POLICY, "2026-03-01");
    let id = &view["version"]["id"];
    for (start, end, why) in [
        (5, 5, "nothing is selected"),
        (9, 4, "it ends before it begins"),
        (0, 9_000_000, "it reaches past the text"),
    ] {
        let refused = office.refused(
            "promise_add",
            json!({ "policy": id, "start": start, "end": end, "reading": reading("opt-out", "everyone", &[]) }),
        );
        assert!(
            refused.message.contains("Select"),
            "{why}: {}",
            refused.message
        );
    }
    let mut nobody = reading("opt-out", "everyone", &[]);
    nobody["audiences"] = json!([]);
    let (start, end) = place(&view, "Our newsletter goes only");
    let refused = office.refused(
        "promise_add",
        json!({ "policy": id, "start": start, "end": end, "reading": nobody }),
    );
    assert_eq!(refused.field.as_deref(), Some("audiences"));
}
