//! The letterhead: the next letter wears it, the one that left does not.

use super::*;
use rightsdesk_tests::office::{base64, bytes};
use rightsdesk_tests::profile;

/// A lighthouse whose colour runs, so that it is drawn as dots.
const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><defs><linearGradient id="r"><stop stop-color="#8a2b1f"/><stop offset="1" stop-color="#c0503f"/></linearGradient></defs><path fill="url(#r)" d="M15 38 L18 12 H22 L25 38 Z"/><rect x="16" y="6" width="8" height="6" fill="#e0b040"/></svg>"##;

fn house() -> Office {
    Office::quick(
        profile("Europe/Berlin", "de-be", &["eu-gdpr"]),
        "2026-03-03T09:00:00Z",
    )
}

/// What the form sends back where nothing was changed.
fn as_kept(office: &mut Office) -> Value {
    let view = office.call("letterhead_show", json!({}));
    let keep = json!({ "keep": true, "name": "", "base64": "" });
    json!({ "page": view["page"], "logo": keep, "signature": keep })
}

fn picture(name: &str, file: &[u8]) -> Value {
    json!({ "keep": false, "name": name, "base64": base64(file) })
}

fn events(office: &mut Office) -> u64 {
    office.call("log_verify", json!({}))["events"]
        .as_u64()
        .unwrap()
}

fn acknowledged(office: &mut Office, name: &str) -> (u32, Value) {
    let id = office.log(draft(
        "2026-03-02T09:00",
        "post",
        name,
        "de",
        &[("access", &[])],
    ));
    let view = office.write(id, "acknowledgement", "eu-gdpr", "", "", "");
    (id, view["letters"][0]["id"].clone())
}

#[test]
fn a_new_letterhead_is_worn_by_the_next_letter_and_not_by_the_one_that_left() {
    let mut office = house();
    let (_, old) = acknowledged(&mut office, "Ana Lindqvist");
    let before = office.letter(&old);
    let counted = events(&mut office);

    let mut to = as_kept(&mut office);
    to["page"]["name"] = "The Lighthouse Press".into();
    to["page"]["footer"] = json!(["HRB 900 142", "", "Bank am Kai"]);
    to["page"]["place"] = "Berlin".into();
    to["page"]["office"] = "Data protection officer".into();
    to["page"]["envelope"] = "din5008-a".into();
    to["page"]["justified"] = true.into();
    to["logo"] = picture("../lighthouse.svg", LOGO.as_bytes());
    to["signature"] = picture("hand.svg", LOGO.as_bytes());
    let view = office.call("letterhead_save", to.clone());
    assert_eq!(
        view["logo"]["name"], "lighthouse.svg",
        "no folder comes along"
    );
    assert_eq!(view["logo"]["kind"], "SVG");
    assert_eq!(events(&mut office), counted + 1, "one event");
    assert_eq!(
        office.call("profile", json!({}))["envelope"],
        "din5008-a",
        "one home"
    );

    // The same once more changes nothing, and the log does not grow.
    let same = as_kept(&mut office);
    office.call("letterhead_save", same);
    assert_eq!(events(&mut office), counted + 1);

    let (_, new) = acknowledged(&mut office, "Bea Lindqvist");
    let after = office.letter(&new);
    let words = paper::words(&after);
    for said in [
        "The Lighthouse Press",
        "HRB 900 142",
        "Berlin, ",
        "Data protection officer",
        "2 March 2026",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let pictures = paper::pictures;
    assert_eq!(pictures(&before), 0);
    assert_eq!(
        pictures(&after),
        1,
        "logo and signature are the same picture, kept once"
    );
    paper::assert_sound(&after);
    assert_eq!(office.letter(&old), before, "byte for byte");

    // It outlives the lock.
    office.lock_and_unlock();
    let view = office.call("letterhead_show", json!({}));
    assert_eq!(view["page"]["name"], "The Lighthouse Press");
    assert_eq!(view["signature"]["name"], "hand.svg");
    assert_eq!(office.letter(&old), before);

    // The post of the day carries many letters, and their logo once.
    for name in ["Dora Lindqvist", "Emil Lindqvist"] {
        let id = office.log(draft(
            "2026-03-02T10:00",
            "post",
            name,
            "de",
            &[("access", &[])],
        ));
        office.call(
            "letter_draft",
            json!({ "request": id, "kind": "acknowledgement", "law": "eu-gdpr", "reason": "", "asked": "" }),
        );
        office.call(
            "letter_enclose",
            json!({ "request": id, "items": [], "also": "A form to fill in" }),
        );
        office.call(
            "letter_issue",
            json!({ "request": id, "sent_by": "post", "waits": true }),
        );
    }
    let mut work = office.call(
        "post_begin",
        json!({ "keys": [], "cover": false, "duplex": false }),
    );
    while work["done"] != work["total"] {
        work = office.call("post_on", json!({ "id": work["id"] }));
    }
    let post = bytes(&office.call("post_file", json!({ "id": work["id"] }))["base64"]);
    paper::assert_sound(&post);
    assert_eq!(pictures(&post), 1);
    assert_eq!(
        paper::words(&post).matches("A form to fill in").count(),
        2,
        "told on the page"
    );

    // Gone is gone, for later letters.
    let mut bare = as_kept(&mut office);
    bare["logo"] = json!({ "keep": false, "name": "", "base64": "" });
    bare["signature"] = bare["logo"].clone();
    let view = office.call("letterhead_save", bare);
    assert!(view["logo"].is_null() && view["signature"].is_null());
    let (_, last) = acknowledged(&mut office, "Cleo Lindqvist");
    let last = office.letter(&last);
    assert_eq!(pictures(&last), 0);
    assert_eq!(office.letter(&new), after);
    office.assert_intact();
}

#[test]
fn the_organisation_prints_where_the_letterhead_says_nothing() {
    let mut office = house();
    let view = office.call("letterhead_show", json!({}));
    let organisation = view["organisation"].as_str().unwrap().to_owned();
    let (_, id) = acknowledged(&mut office, "Ana Lindqvist");
    assert!(paper::words(&office.letter(&id)).contains(&organisation));
    let mut other = office.call("profile", json!({}));
    other["organisation"] = "Quay Books".into();
    office.call("profile_save", other);
    let (_, id) = acknowledged(&mut office, "Bea Lindqvist");
    assert!(
        paper::words(&office.letter(&id)).contains("Quay Books"),
        "it follows"
    );
}

#[test]
fn the_preview_shows_a_made_up_letter_and_changes_nothing() {
    let mut office = house();
    let counted = events(&mut office);
    let mut to = as_kept(&mut office);
    to["page"]["name"] = "The Lighthouse Press".into();
    to["logo"] = picture("lighthouse.svg", LOGO.as_bytes());
    for (language, word, envelope, upper) in [
        ("en", "Yours sincerely", "us10-double", true),
        ("de", "Mit freundlichen Grüßen", "din5008-a", false),
        ("fr", "salutations distinguées", "plain", false),
        ("es", "Atentamente", "dl", false),
    ] {
        to["page"]["envelope"] = envelope.into();
        let seen = office.call(
            "letterhead_preview",
            json!({ "letterhead": to, "language": language, "long": language == "de" }),
        );
        let pdf = bytes(&seen["base64"]);
        paper::assert_sound(&pdf);
        let words = paper::words(&pdf);
        assert!(
            words.contains(word) && words.contains("Lighthouse"),
            "{language}: {words}"
        );
        assert_eq!(seen["sender"].is_object(), upper, "{envelope}");
        assert_eq!(seen["pages"].as_u64().unwrap() > 1, language == "de");
    }
    assert_eq!(events(&mut office), counted);
    assert_eq!(
        office.call("letterhead_show", json!({}))["page"]["name"],
        ""
    );
}

#[test]
fn what_cannot_be_printed_is_refused_with_its_field() {
    let mut office = house();
    let counted = events(&mut office);
    let long = "x".repeat(201);
    for (path, value, field, why) in [
        ("name", json!(long), "name", "a line too long"),
        (
            "footer",
            json!([long]),
            "footer",
            "a line of the foot too long",
        ),
        ("contact", json!(vec!["a"; 25]), "contact", "too many lines"),
        (
            "logo_height",
            json!(5),
            "logo_height",
            "too small to be seen",
        ),
        (
            "logo_height",
            json!(41),
            "logo_height",
            "no head has so much room",
        ),
    ] {
        let mut to = as_kept(&mut office);
        to["page"][path] = value;
        let refusal = office.refused("letterhead_save", to);
        assert_eq!(refusal.field.as_deref(), Some(field), "{why}");
    }
    for (file, said) in [
        (&b"GIF89a"[..], "PNG, JPEG or SVG"),
        (b"\x89PNG\r\n", "damaged"),
    ] {
        let mut to = as_kept(&mut office);
        to["logo"] = picture("x", file);
        let refusal = office.refused("letterhead_save", to);
        assert_eq!(refusal.field.as_deref(), Some("logo"));
        assert!(refusal.message.contains(said), "{}", refusal.message);
        office.refused("letterhead_picture", picture("x", file));
    }
    assert_eq!(events(&mut office), counted, "nothing was changed");
}
