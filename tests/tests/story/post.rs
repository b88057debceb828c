//! The post of the day: letters wait, leave in one go, come back, and are written again.

mod again;
mod along;
mod batch;
mod enclosures;
mod mail;

use super::*;
use rightsdesk_core::api::wire::{DeskProfile, Envelope};
use rightsdesk_tests::{office, profile};

fn house() -> DeskProfile {
    profile("Europe/Berlin", "de-be", &["eu-gdpr"])
}

fn berlin(now: &str) -> Office {
    Office::quick(house(), now)
}

/// A request whose letter of a kind is issued and waits.
fn waiting(office: &mut Office, name: &str, kind: &str, sent_by: &str) -> u32 {
    let mut typed = draft("2026-03-02T09:00", "post", name, "de", &[("access", &[])]);
    typed["requester"]["email"] = json!("someone@example.org");
    let id = office.log(typed);
    if kind.starts_with("answer") {
        let view = office.call("request_show", json!({ "id": id }));
        office.call(
            "claim_decide",
            json!({ "claim": view["claims"][0]["id"], "outcome": "granted", "ground": null, "reasons": "", "kept": "" }),
        );
    }
    issue_waiting(office, id, kind, sent_by);
    id
}

fn issue_waiting(office: &mut Office, id: u32, kind: &str, sent_by: &str) -> Value {
    let draft = office.call(
        "letter_draft",
        json!({ "request": id, "kind": kind, "law": "eu-gdpr", "reason": "", "asked": "" }),
    );
    fill_and_issue(office, id, &draft, sent_by)
}

fn fill_and_issue(office: &mut Office, id: u32, draft: &Value, sent_by: &str) -> Value {
    let mut text = draft["text"].clone();
    for block in text["blocks"].as_array_mut().unwrap() {
        let filled = office::fill(block["text"].as_str().unwrap(), "the list of orders");
        block["text"] = filled.into();
    }
    office.call("letter_save", json!({ "request": id, "text": text }));
    // What the draft encloses already stays.
    let enclosed = draft["enclosures"].as_array().unwrap().iter();
    let items: Vec<Value> = enclosed
        .filter(|one| !one["role"].is_null())
        .map(|one| json!({ "file": one["file"]["id"], "role": one["role"] }))
        .collect();
    office.call(
        "letter_enclose",
        json!({ "request": id, "items": items, "also": "List of orders" }),
    );
    office.call(
        "letter_issue",
        json!({ "request": id, "sent_by": sent_by, "waits": true }),
    )
}

fn room(office: &mut Office, tab: &str) -> Value {
    office.call("print_room", json!({ "tab": tab }))
}

fn keys(room: &Value) -> Vec<String> {
    let rows = room["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| row["key"].as_str().unwrap().to_owned())
        .collect()
}

/// Puts everything together, as the window does; gives the file.
fn print(office: &mut Office, keys: &[String], cover: bool, duplex: bool) -> Vec<u8> {
    let mut work = office.call(
        "post_begin",
        json!({ "keys": keys, "cover": cover, "duplex": duplex }),
    );
    while work["done"] != work["total"] {
        work = office.call("post_on", json!({ "id": work["id"] }));
    }
    office::bytes(&office.call("post_file", json!({ "id": work["id"] }))["base64"])
}

fn confirm(on: &str, keys: &[String]) -> Value {
    json!({ "keys": keys, "on": on, "method": "", "tracking": "" })
}

#[test]
fn a_day_of_post_from_the_stack_to_the_letter_that_came_back() {
    let mut office = berlin("2026-03-03T09:00:00Z");
    let mut requests = Vec::new();
    for (name, envelope) in [
        ("Zora Plain", Envelope::Plain),
        ("Bea Din", Envelope::Din5008B),
        ("Abel Din", Envelope::Din5008B),
        ("Carl Long", Envelope::Dl),
    ] {
        office.call(
            "profile_save",
            serde_json::to_value(DeskProfile {
                envelope,
                ..house()
            })
            .unwrap(),
        );
        requests.push(waiting(&mut office, name, "answer-in-full", "post"));
    }
    let ready = room(&mut office, "ready");
    assert_eq!(
        ready["counts"],
        json!({ "drafts": 0, "ready": 4, "posted": 0, "returned": 0 })
    );
    let people: Vec<&str> = ready["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["person"].as_str().unwrap())
        .collect();
    assert_eq!(
        people,
        ["Abel Din", "Bea Din", "Carl Long", "Zora Plain"],
        "by envelope, then by name"
    );
    for row in ready["rows"].as_array().unwrap() {
        assert_eq!(row["window"]["fits"], true, "{row}");
        assert_eq!(
            row["window"]["visible"].is_null(),
            row["envelope"] == "plain"
        );
        assert_eq!(row["way"]["enclosures"], "List of orders");
    }

    // What lies in the house has told nobody anything, and the page says so at the date it is for.
    let bea = requests[1];
    let view = office.call("request_show", json!({ "id": bea }));
    assert_eq!(view["next_step"], "Post the letter");
    assert!(view["answered_on"].is_null());
    assert!(
        view["deadlines"].to_string().contains("Not posted yet"),
        "{:#}",
        view["deadlines"]
    );
    offered(&view, &[], &["close"]);

    // One file in the order of the envelopes, the cover first.
    let all = keys(&ready);
    let pdf = print(&mut office, &all, true, true);
    paper::assert_sound(&pdf);
    let words = paper::words(&pdf);
    let at = |what: &str| {
        words
            .rfind(what)
            .unwrap_or_else(|| panic!("{what} is not in {words}"))
    };
    assert!(at("Dear Abel Din") < at("Dear Bea Din") && at("Dear Bea Din") < at("Dear Carl Long"));
    assert!(at("Dear Carl Long") < at("Dear Zora Plain"));
    says(
        &words,
        &[
            "Post of 3 March 2026",
            "4 letters",
            "Window envelope, DL, A4: 1",
            "List of orders",
            "Stays in the house.",
        ],
    );

    // They leave two days later, all in one go.
    office.at("2026-03-05T09:00:00Z");
    let after = office.call("post_confirm", confirm("", &all));
    assert_eq!(after["counts"]["posted"], 4);
    assert_eq!(after["counts"]["ready"], 0);
    let view = office.call("request_show", json!({ "id": bea }));
    assert_eq!(
        view["answered_on"], "2026-03-05",
        "the day it was posted counts"
    );
    assert!(
        view["deadlines"]
            .to_string()
            .contains("issued on Tue 3 Mar 2026 and posted on Thu 5 Mar 2026"),
        "{:#}",
        view["deadlines"]
    );
    assert_eq!(log(&view).last(), Some(&"letters-posted"));
    assert_eq!(view["next_step"], "Close");
    office.call("request_close", json!({ "request": bea, "note": "" }));

    // One comes back: closed or not, its answer is open again.
    office.at("2026-03-12T09:00:00Z");
    let letter = view["letters"][0]["id"].clone();
    let key = format!("l{letter}");
    let back = office.call(
        "post_returned",
        json!({ "key": key, "on": "2026-03-11", "reason": "Moved, address unknown", "next": "find-address" }),
    );
    assert_eq!(back["counts"]["returned"], 1);
    let view = office.call("request_show", json!({ "id": bea }));
    assert_eq!(view["open"], true);
    assert!(view["answered_on"].is_null());
    assert_eq!(view["next_step"], "Send it again: a letter came back");
    offered(&view, &["write-letter"], &[]);
    let said = view["log"][0].to_string();
    assert!(
        said.contains("came back") && said.contains("Moved, address unknown"),
        "{said}"
    );
    assert!(said.contains("open again, and so is the request"), "{said}");

    // Written again, it names the former, and each leads to the other.
    let again = office.call("letter_again", json!({ "id": letter }));
    assert!(
        again["text"]["blocks"][0]["text"]
            .as_str()
            .unwrap()
            .contains("replaces our letter of 3 March 2026, which came back to us"),
        "{again:#}"
    );
    let view = fill_and_issue(&mut office, bea, &again, "post");
    assert_eq!(view["letters"][0]["way"]["replaces"]["id"], letter);
    assert_eq!(
        view["letters"][1]["way"]["replaced_by"]["id"],
        view["letters"][0]["id"]
    );
    assert_eq!(view["next_step"], "Post the letter");
    assert!(view["answered_on"].is_null(), "it lies in the house");
    assert_eq!(
        room(&mut office, "returned")["counts"]["returned"],
        0,
        "it was seen to"
    );
    let refused = office.refused("letter_again", json!({ "id": letter }));
    assert!(
        refused.message.contains("took its place"),
        "{}",
        refused.message
    );
    office.assert_intact();
    office.lock_and_unlock();
    assert_eq!(
        room(&mut office, "ready")["counts"],
        json!({ "drafts": 0, "ready": 1, "posted": 3, "returned": 0 })
    );
}

#[test]
fn nothing_leaves_twice_too_early_or_by_another_way_than_was_looked_at() {
    let mut office = berlin("2026-03-03T09:00:00Z");
    let id = waiting(&mut office, "Ana Lindqvist", "acknowledgement", "post");
    let other = waiting(&mut office, "Bo Berg", "acknowledgement", "post");
    let all = keys(&room(&mut office, "ready"));
    let one = vec![all[0].clone()];
    for (args, said, why) in [
        (
            confirm("2026-03-02", &one),
            "issued on Tue 3 Mar 2026",
            "before it was issued",
        ),
        (
            confirm("2026-03-04", &one),
            "has not come yet",
            "a day to come",
        ),
        (confirm("31.3.2026", &one), "no day that exists", "no day"),
        (confirm("", &[]), "Choose the letters", "nothing"),
        (
            confirm("", &["l999".into()]),
            "no such letter",
            "an unknown one",
        ),
        (confirm("", &["d1".into()]), "no such letter", "a draft"),
        (
            json!({ "keys": one, "on": "", "method": "pigeon", "tracking": "" }),
            "Say how it left",
            "an unknown way",
        ),
        (
            json!({ "keys": one, "on": "", "method": "mail", "tracking": "" }),
            "issued to leave on paper",
            "M12: by mail what was looked at for post",
        ),
        (
            json!({ "keys": all, "on": "", "method": "", "tracking": "RR1" }),
            "belongs to one letter",
            "one number for two",
        ),
    ] {
        let refused = office.refused("post_confirm", args);
        assert!(refused.message.contains(said), "{why}: {}", refused.message);
    }
    let came = |key: &str, on: &str, reason: &str| json!({ "key": key, "on": on, "reason": reason, "next": "write-again" });
    let number = one[0].trim_start_matches('l').parse::<u32>().unwrap();
    let refused = office.refused("letter_again", json!({ "id": number }));
    assert!(
        refused.message.contains("still waits in the print room"),
        "{}",
        refused.message
    );
    let refused = office.refused("post_returned", came(&one[0], "", " "));
    assert!(
        refused.message.contains("Write why it does not leave"),
        "{}",
        refused.message
    );
    assert_eq!(
        room(&mut office, "ready")["counts"]["ready"],
        2,
        "nothing changed"
    );
    let refused = office.refused("post_mail", json!({ "key": one[0] }));
    assert!(
        refused.message.contains("issued to leave on paper"),
        "{}",
        refused.message
    );
    let refused = office.refused(
        "letter_issue",
        json!({ "request": id, "sent_by": "handed-over", "waits": true }),
    );
    assert!(
        refused.message.contains("No letter is being written"),
        "{}",
        refused.message
    );

    office.call(
        "post_confirm",
        json!({ "keys": one, "on": "", "method": "registered", "tracking": "RR 1234 5678 9 DE" }),
    );
    let refused = office.refused("post_confirm", confirm("", &one));
    assert!(
        refused.message.contains("has left already"),
        "{}",
        refused.message
    );
    // A wrong day is corrected with a reason, and the log keeps both.
    office.at("2026-03-06T09:00:00Z");
    let mut right = confirm("2026-03-05", &one);
    right["correct"] = json!("It lay over in the post room");
    office.call("post_confirm", right);
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(view["letters"][0]["way"]["posted_on"], "2026-03-05");
    assert_eq!(view["letters"][0]["way"]["method"], "registered");
    assert_eq!(log(&view).last(), Some(&"posting-corrected"));
    for (on, reason, said) in [
        ("2026-03-04", "Unknown", "left on Thu 5 Mar 2026 only"),
        ("2026-03-07", "Unknown", "has not come yet"),
        ("", "  ", "Write why it came back"),
    ] {
        let refused = office.refused("post_returned", came(&one[0], on, reason));
        assert!(refused.message.contains(said), "{}", refused.message);
    }
    office.call("post_returned", came(&one[0], "", "Unknown"));
    let refused = office.refused("post_returned", came(&one[0], "", "Unknown"));
    assert!(
        refused.message.contains("came back before"),
        "{}",
        refused.message
    );
    let refused = office.refused("post_confirm", confirm("", &one));
    assert!(refused.message.contains("came back"), "{}", refused.message);
    let view = office.call("request_show", json!({ "id": id }));
    offered(&view, &["acknowledge"], &[]);
    let view = office.call("request_show", json!({ "id": other }));
    assert_eq!(view["letters"][0]["way"]["state"], "ready");
    office.assert_intact();
}

#[test]
fn the_press_can_be_stopped_and_leaves_nothing() {
    let mut office = berlin("2026-03-03T09:00:00Z");
    let refused = office.refused(
        "post_begin",
        json!({ "keys": [], "cover": true, "duplex": false }),
    );
    assert!(
        refused.message.contains("No letter is waiting"),
        "{}",
        refused.message
    );
    waiting(&mut office, "Ana Lindqvist", "acknowledgement", "post");
    let before = office.call("log_verify", json!({}))["head"].clone();
    let work = office.call(
        "post_begin",
        json!({ "keys": [], "cover": true, "duplex": false }),
    );
    let refused = office.refused("post_file", json!({ "id": work["id"] }));
    assert!(
        refused.message.contains("Not every letter"),
        "{}",
        refused.message
    );
    office.call("post_stop", json!({ "id": work["id"] }));
    for command in ["post_on", "post_file"] {
        let refused = office.refused(command, json!({ "id": work["id"] }));
        assert!(
            refused.message.contains("was stopped"),
            "{}",
            refused.message
        );
    }
    let refused = office.refused(
        "post_begin",
        json!({ "keys": ["d1"], "cover": false, "duplex": false }),
    );
    assert!(
        refused.message.contains("not issued yet"),
        "{}",
        refused.message
    );
    assert_eq!(
        office.call("log_verify", json!({}))["head"],
        before,
        "the desk was not written to"
    );
    assert_eq!(room(&mut office, "ready")["counts"]["ready"], 1);
}

#[test]
fn a_letter_kept_back_never_left_and_its_successor_does_not_speak_of_it() {
    let mut office = berlin("2026-03-03T09:00:00Z");
    let id = waiting(&mut office, "Ana Lindqvist", "acknowledgement", "post");
    let view = office.call("request_show", json!({ "id": id }));
    offered(&view, &[], &["acknowledge"]);
    let letter = view["letters"][0]["id"].clone();
    office.call(
        "post_returned",
        json!({ "key": format!("l{letter}"), "on": "", "reason": "A wrong name in it", "next": "write-again" }),
    );
    let view = office.call("request_show", json!({ "id": id }));
    offered(&view, &["acknowledge"], &[]);
    assert_eq!(log(&view).last(), Some(&"letter-kept-back"));
    let again = office.call("letter_again", json!({ "id": letter }));
    assert!(
        !again["text"].to_string().contains("replaces our letter"),
        "{again:#}"
    );
    let view = fill_and_issue(&mut office, id, &again, "post");
    assert_eq!(view["letters"][0]["way"]["replaces"]["id"], letter);
    let counts = &room(&mut office, "ready")["counts"];
    assert_eq!(
        (&counts["ready"], &counts["returned"]),
        (&json!(1), &json!(0))
    );
    office.assert_intact();
}
