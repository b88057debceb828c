//! Off the newsletter: ten business days over the holidays, no proof, no extension, nothing but the address.

use super::*;
use rightsdesk_core::api::wire::Code;
use rightsdesk_tests::profile;

#[test]
fn off_the_newsletter_over_the_turn_of_the_year() {
    let mut office = Office::quick(
        profile("America/New_York", "us-fed", &["us-can-spam"]),
        "2026-12-21T15:00:00Z",
    );
    let mut typed = draft(
        "2026-12-21T09:00",
        "mail",
        "",
        "us",
        &[("unsubscribe", &[])],
    );
    typed["requester"] =
        json!({ "name": "", "email": "ada@post.example", "phone": "", "address": [] });
    let id = office.log(typed);
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(due(&view, "respond"), "2027-01-06");
    assert_eq!(view["deadlines"][0]["safe_by"], "2027-01-04");
    assert_eq!(view["next_step"], "Stop and confirm");
    assert_eq!(primary(&view), Some("decide"));
    offered(&view, &["decide", "note"], &["ask-identity", "extend"]);
    assert_eq!(
        office
            .refused(
                "request_ask_identity",
                json!({ "request": id, "on": "", "text": "Who are you?" })
            )
            .code,
        Code::NotNow
    );

    office.at("2027-01-04T15:00:00Z");
    let queue = office.call("queue", json!({ "filter": "week", "law": "us-can-spam", "right": "unsubscribe", "search": "ada@post", "sort": "due", "offset": 0, "limit": 50 }));
    assert_eq!(
        (
            queue["total"].clone(),
            queue["rows"][0]["state"].clone(),
            queue["rows"][0]["days"].clone()
        ),
        (json!(1), json!("soon"), json!(2))
    );
    let claim = view["claims"][0]["id"].clone();
    office.call(
        "claim_decide",
        json!({ "claim": claim, "outcome": "granted", "ground": null, "reasons": "", "kept": "" }),
    );
    let view = office.write(
        id,
        "opt-out-confirmation",
        "us-can-spam",
        "",
        "",
        "the newsletter",
    );
    says(
        &newest_letter(&mut office, &view),
        &["ada@post.example", "December 21, 2026"],
    );
    office.call("request_close", json!({ "request": id, "note": "" }));

    // It counts for the year it came in, on the days it took.
    let year = year_of(&mut office, 2026);
    assert_eq!(
        counts(&row(&year, "us-can-spam", "unsubscribe")),
        [1, 1, 0, 0, 0, 0, 0]
    );
    assert_eq!(
        row(&year, "us-can-spam", "unsubscribe")["median"].as_f64(),
        Some(14.0)
    );
    assert_eq!(
        table(&year_of(&mut office, 2027), "rights")["rows"],
        json!([])
    );
    let spans = office.call("report_spans", json!({}));
    assert_eq!(spans["calendar"][0]["name"], "2027");
    assert_eq!(spans["calendar"][1]["name"], "2026");
    office.assert_intact();
}

#[test]
fn done_by_other_means_it_is_closed_with_a_note() {
    let mut office = Office::quick(
        profile("America/New_York", "us-fed", &["us-can-spam"]),
        "2026-06-15T15:00:00Z",
    );
    let id = office.log(draft(
        "2026-06-15T09:00",
        "mail",
        "Sam Poe",
        "us",
        &[("unsubscribe", &["us-can-spam"])],
    ));
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(due(&view, "respond"), "2026-06-30");
    assert_eq!(
        office
            .refused("request_close", json!({ "request": id, "note": "done" }))
            .code,
        Code::NotNow
    );
    office.call("claim_decide", json!({ "claim": view["claims"][0]["id"], "outcome": "granted", "ground": null, "reasons": "", "kept": "" }));
    assert_eq!(
        office
            .refused("request_close", json!({ "request": id, "note": " " }))
            .field
            .as_deref(),
        Some("note")
    );
    let view = office.call(
        "request_close",
        json!({ "request": id, "note": "The mail program confirmed it at once." }),
    );
    assert_eq!(
        (view["answered_on"].clone(), view["open"].clone()),
        (json!("2026-06-15"), json!(false))
    );
    let closed = office.call("queue", json!({ "filter": "closed", "law": "", "right": null, "search": "", "sort": "due", "offset": 0, "limit": 50 }));
    assert_eq!(
        (closed["total"].clone(), closed["rows"][0]["by"].clone()),
        (json!(1), Value::Null),
        "a closed request has no countdown"
    );
}
