//! Who must not be mailed again: from the letter that asks for it to the mailing list that is held against it.

use super::*;
use rightsdesk_core::vault::sha256;
use rightsdesk_tests::{PASSPHRASE, keys, raw};
use std::collections::BTreeSet;

fn list(office: &mut Office) -> Value {
    office.call("suppression_list", json!({}))
}

fn scopes(list: &Value) -> BTreeSet<(String, String)> {
    list["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let word = |key: &str| row[key].as_str().unwrap().to_owned();
            (word("scope"), word("address"))
        })
        .collect()
}

pub fn held(office: &mut Office, file: &[u8]) -> Value {
    office.call(
        "suppression_check",
        json!({ "name": "list.csv", "base64": base64(file), "column": null, "scope": "newsletter" }),
    )
}

pub fn added(email: &str) -> Value {
    json!({ "scope": "newsletter", "recipient": null, "email": email, "phone": "", "address": [], "since": "", "reason": "Said so at the counter", "request": null })
}

#[test]
fn c1_off_the_newsletter_puts_the_address_on_the_list_and_says_so() {
    let mut office = under("2026-04-10T08:00:00Z", &["us-can-spam"]);
    let id = office.log(asks(
        "2026-04-09T09:00",
        "Ana Lindqvist",
        "Ana.L@Example.ORG",
        "us-ny",
        &[("unsubscribe", &["us-can-spam"])],
    ));
    assert_eq!(list(&mut office)["total"], 0);
    let view = decide(&mut office, id, "unsubscribe", "granted");
    let link = &view["registers"][0];
    assert_eq!(
        (link["register"].as_str(), link["standing"].as_str()),
        (Some("suppression"), Some("1 address since Thu 9 Apr 2026")),
        "{view:#}"
    );
    let told = view["log"][0]["details"].as_array().unwrap();
    assert!(
        told.iter()
            .any(|d| d["label"] == "Suppression list" && d["value"] == "1 line added"),
        "{told:#?}"
    );
    let on = list(&mut office);
    let row = &on["rows"][0];
    assert_eq!(row["address"], "ana.l@example.org", "{on:#}");
    assert_eq!(row["since"], "2026-04-09");
    assert_eq!(row["request"]["id"], id);
    assert_eq!(
        on["counts"][0],
        json!({ "scope": "newsletter", "addresses": 1 })
    );

    // Deciding the same again adds nothing; taking it back lifts the line, and granting it anew adds one.
    decide(&mut office, id, "unsubscribe", "granted");
    assert_eq!(list(&mut office)["total"], 1);
    let view = decide(&mut office, id, "unsubscribe", "withdrawn");
    assert_eq!(view["registers"][0]["standing"], "taken back");
    assert_eq!(list(&mut office)["total"], 0);
    decide(&mut office, id, "unsubscribe", "granted");
    assert_eq!(list(&mut office)["total"], 1);

    // The wrong address was written down: the list follows the correction.
    office.call("request_correct", json!({ "request": id, "received": null, "requester": somebody("Ana Lindqvist", "ana@example.org"), "residence": null, "reason": "Misread" }));
    assert_eq!(
        scopes(&list(&mut office)),
        BTreeSet::from([("newsletter".into(), "ana@example.org".into())])
    );
    office.assert_intact();
}

#[test]
fn m11_opting_out_of_all_of_it_puts_somebody_on_the_list_for_all_of_it() {
    let mut office = under("2026-04-10T08:00:00Z", &["us-ca-ccpa", "us-can-spam"]);
    let id = office.log(asks(
        "2026-03-01T09:00",
        "Kim Ngoc",
        "kim@example.org",
        "us-ca",
        &[
            ("unsubscribe", &["us-can-spam"]),
            ("opt-out-sale-sharing", &["us-ca-ccpa"]),
            ("limit-sensitive", &["us-ca-ccpa"]),
        ],
    ));
    for right in ["unsubscribe", "opt-out-sale-sharing", "limit-sensitive"] {
        decide(&mut office, id, right, "granted");
    }
    let on = list(&mut office);
    let found: BTreeSet<String> = scopes(&on).into_iter().map(|(scope, _)| scope).collect();
    assert_eq!(
        found,
        [
            "newsletter",
            "recipient-marketing",
            "sale-sharing",
            "sensitive"
        ]
        .map(String::from)
        .into()
    );
    // Twelve whole months after 1 March 2026 the law lets them be asked; for a newsletter it sets no such time.
    for row in on["rows"].as_array().unwrap() {
        if row["scope"] == "newsletter" {
            assert_eq!(row["ask_again_from"], Value::Null, "{row:#}");
        } else {
            assert_eq!(row["ask_again_from"], "2027-03-02", "{row:#}");
            let cite = row["ask_rule"]["cite"].as_str().unwrap();
            assert!(cite.contains("1798.135(c)"), "{row:#}");
        }
    }
    assert_eq!(
        office.call("request_show", json!({ "id": id }))["registers"]
            .as_array()
            .unwrap()
            .len(),
        4
    );
    // One of them is taken back: the others stay.
    decide(&mut office, id, "opt-out-sale-sharing", "withdrawn");
    let left: BTreeSet<String> = scopes(&list(&mut office))
        .into_iter()
        .map(|(s, _)| s)
        .collect();
    assert_eq!(left, ["newsletter", "sensitive"].map(String::from).into());
}

#[test]
fn m2_an_agent_is_not_suppressed_in_the_place_of_the_person() {
    let mut office = under("2026-04-10T08:00:00Z", &["us-ca-ccpa"]);
    let mut by_agent = asks(
        "2026-04-09T09:00",
        "Optout Agents Inc",
        "agent@example.com",
        "us-ca",
        &[("opt-out-sale-sharing", &["us-ca-ccpa"])],
    );
    by_agent["capacity"] = "authorised-agent".into();
    by_agent["subject"] = somebody("Kim Ngoc", "kim@example.org");
    let id = office.log(by_agent.clone());
    decide(&mut office, id, "opt-out-sale-sharing", "granted");
    let on = scopes(&list(&mut office));
    assert_eq!(on.len(), 2);
    assert!(
        on.iter().all(|(_, address)| address == "kim@example.org"),
        "{on:?}"
    );

    by_agent["subject"] = somebody("Lee Park", "");
    let id = office.log(by_agent);
    let view = decide(&mut office, id, "opt-out-sale-sharing", "granted");
    assert_eq!(scopes(&list(&mut office)).len(), 2, "nobody else was added");
    let told = view["log"][0]["details"].to_string();
    assert!(told.contains("no address of theirs is known"), "{told}");
}

#[test]
fn what_is_done_with_people_on_the_list_is_flagged() {
    let mut office = under("2026-04-20T08:00:00Z", &["us-ca-ccpa"]);
    let id = office.log(asks(
        "2026-04-09T09:00",
        "Kim Ngoc",
        "kim@example.org",
        "us-ca",
        &[("opt-out-sale-sharing", &["us-ca-ccpa"])],
    ));
    decide(&mut office, id, "opt-out-sale-sharing", "granted");
    let kim = somebody("Kim Ngoc", "KIM@example.org");
    let other = somebody("Lee Park", "lee@example.org");
    let flags = |office: &mut Office, entry: Value| -> Vec<String> {
        let check = office.call("handling_check", entry);
        check["collisions"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["about"] == "suppressed")
            .map(|one| one["key"].as_str().unwrap().to_owned())
            .collect()
    };
    let people = [kim.clone(), other.clone()];
    for (on, act, purpose, persons, expected, why) in [
        (
            "2026-04-12",
            "sell",
            "other",
            &people[..],
            2,
            "a sale after the opt-out",
        ),
        (
            "2026-04-12",
            "disclose",
            "their-marketing",
            &people,
            2,
            "for their marketing",
        ),
        ("2026-04-08", "sell", "other", &people, 0, "before it"),
        (
            "2026-04-09",
            "sell",
            "other",
            &people,
            0,
            "on the day itself, perhaps before the letter came",
        ),
        (
            "2026-04-12",
            "disclose",
            "service-provider",
            &people,
            0,
            "work done for us",
        ),
        (
            "2026-04-12",
            "use",
            "our-marketing",
            &people,
            0,
            "they never left the newsletter",
        ),
        (
            "2026-04-12",
            "sell",
            "other",
            &people[1..],
            0,
            "somebody else",
        ),
    ] {
        let found = flags(
            &mut office,
            done(on, act, purpose, "email-address", persons),
        );
        assert_eq!(found.len(), expected, "{why}: {found:?}");
    }
    let found = flags(
        &mut office,
        done("2026-04-12", "sell", "other", "email-address", &people),
    );
    assert!(found[0].ends_with(":suppressed-sale-sharing"), "{found:?}");

    // In the register it is judged by those it names, and stays flagged until somebody writes what was done.
    office.call("handling_add", json!({ "entry": done("2026-04-12", "sell", "other", "email-address", &people), "resolutions": [] }));
    office.call("handling_add", json!({ "entry": done("2026-04-12", "sell", "other", "email-address", &people[1..]), "resolutions": [] }));
    let flagged = office.call("handling_list", json!({ "flagged": true }));
    assert_eq!(
        (&flagged["total"], &flagged["flagged"]),
        (&json!(1), &json!(1)),
        "{flagged:#}"
    );
    let open = office.call("contradictions", json!({ "which": "open" }));
    let keys: Vec<&str> = open["contradictions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["key"].as_str().unwrap())
        .collect();
    assert_eq!(
        keys,
        [
            "handling-1:suppressed-sale-sharing",
            "handling-1:suppressed-recipient-marketing"
        ]
    );
    for key in keys {
        office.call(
            "contradiction_answer",
            json!({ "key": key, "text": "Brightpost has deleted the address." }),
        );
    }
    assert_eq!(office.call("handling_list", json!({}))["flagged"], 0);
}

#[test]
fn the_hash_outlives_the_address_and_the_request() {
    let mut office = under("2026-04-10T08:00:00Z", &["us-can-spam"]);
    let id = office.log(asks(
        "2026-04-09T09:00",
        "Ana Lindqvist",
        "ana.lindqvist@example.org",
        "us-ny",
        &[("unsubscribe", &["us-can-spam"])],
    ));
    decide(&mut office, id, "unsubscribe", "granted");
    office.call("suppression_add", json!({ "scope": "sale-sharing", "recipient": null, "email": "ana.lindqvist@example.org", "phone": "", "address": [], "since": "2026-04-01", "reason": "Ana Lindqvist rang", "request": null }));
    let line = list(&mut office)["rows"][0]["id"].clone();
    let left = office.call("suppression_forget", json!({ "id": line }));
    for row in left["rows"].as_array().unwrap() {
        assert_eq!(row["address"], "", "every line of the address: {left:#}");
    }
    office.refused("suppression_forget", json!({ "id": line }));

    // The purge of the request, by hand: whatever names the person goes, the events stay.
    office.call("lock", json!({}));
    let key = keys::key_of(&office.place, PASSPHRASE);
    let conn = raw::open(&office.place, &key);
    conn.execute_batch(
        "UPDATE request SET requester = '{\"name\":\"\",\"email\":\"\",\"phone\":\"\",\"address\":[]}', person_key = '', email_key = '', words = '';
         DELETE FROM event_text; DELETE FROM request_search; DELETE FROM request_beginnings;",
    )
    .unwrap();
    let tables: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'request_search%' AND name NOT LIKE 'request_beginnings%'")
        .unwrap()
        .query_map([], |r| r.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for table in tables {
        let mut statement = conn.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let width = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for at in 0..width {
                let value = format!("{:?}", row.get_ref(at).unwrap().as_str());
                assert!(
                    !value.to_lowercase().contains("lindqvist"),
                    "{table} still names her: {value}"
                );
            }
        }
    }
    drop(conn);
    office.call("unlock", json!({ "passphrase": PASSPHRASE }));

    // The hash still meets her address in a list, and finds its line when somebody types it whole.
    let held = held(&mut office, b"Ana.Lindqvist@example.org\nlee@example.org\n");
    assert_eq!(
        (&held["rows"], &held["suppressed"]),
        (&json!(2), &json!(1)),
        "{held:#}"
    );
    let found = office.call(
        "suppression_list",
        json!({ "search": "ANA.LINDQVIST@example.org" }),
    );
    assert_eq!(found["total"], 2, "{found:#}");
    let none = office.call("suppression_list", json!({ "search": "lindqvist" }));
    assert_eq!(none["total"], 0, "a part of it finds nothing any more");
    office.assert_intact();
}

#[test]
fn agreeing_again_is_written_down_and_lifts_every_line_of_the_address() {
    let mut office = under("2026-04-10T08:00:00Z", &["us-ca-ccpa"]);
    let id = office.log(asks(
        "2026-04-09T09:00",
        "Kim Ngoc",
        "kim@example.org",
        "us-ca",
        &[("opt-out-sale-sharing", &["us-ca-ccpa"])],
    ));
    decide(&mut office, id, "opt-out-sale-sharing", "granted");
    office.call("suppression_add", json!({ "scope": "sale-sharing", "recipient": null, "email": "kim@example.org", "phone": "", "address": [], "since": "2026-04-10", "reason": "", "request": null }));
    let line = list(&mut office)["rows"][0]["id"].clone();
    let lift = |on: &str, how: &str| json!({ "id": line, "on": on, "how": how });
    for (on, how, field, why) in [
        ("2026-04-10", "", "how", "without a word of how"),
        ("2026-04-11", "She wrote", "on", "tomorrow"),
        ("2026-04-01", "She wrote", "on", "before she opted out"),
        ("2026-02-30", "She wrote", "on", "a day that does not exist"),
    ] {
        let refused = office.refused("suppression_lift", lift(on, how));
        assert_eq!(refused.field.as_deref(), Some(field), "{why}");
    }
    let lifted = office.call(
        "suppression_lift",
        lift("2026-04-10", "She ticked the box in her account"),
    );
    let of: Vec<_> = lifted["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["scope"] == "sale-sharing")
        .collect();
    assert_eq!(of.len(), 2);
    assert!(
        of.iter().all(|row| row["lifted_on"] == "2026-04-10"),
        "{of:#?}"
    );
    assert_eq!(
        scopes(&list(&mut office)).len(),
        1,
        "marketing by others stays"
    );
    // The same decision does not put her back.
    decide(&mut office, id, "opt-out-sale-sharing", "granted");
    assert_eq!(list(&mut office)["total"], 1);
    office.refused("suppression_lift", lift("2026-04-10", "Again"));
}

#[test]
fn what_cannot_be_an_address_is_said_beside_its_field() {
    let mut office = under("2026-04-10T08:00:00Z", &["us-can-spam"]);
    let line = |email: &str, phone: &str, address: &[&str], since: &str| json!({ "scope": "newsletter", "recipient": null, "email": email, "phone": phone, "address": address, "since": since, "reason": "", "request": null });
    for (args, field) in [
        (line("", "", &[], ""), "email"),
        (line("ana at example", "", &[], ""), "email"),
        (line("", "ask her", &[], ""), "phone"),
        (line("", "", &["Ana Lindqvist"], ""), "address"),
        (line("ana@example.org", "", &[], "2026-04-11"), "since"),
    ] {
        let refused = office.refused("suppression_add", args.clone());
        assert_eq!(refused.field.as_deref(), Some(field), "{args}");
    }
    let mut only = line("ana@example.org", "", &[], "");
    only["recipient"] = 99.into();
    assert_eq!(
        office
            .refused("suppression_add", only.clone())
            .field
            .as_deref(),
        Some("recipient")
    );
    only["scope"] = "recipient-marketing".into();
    assert_eq!(
        office.refused("suppression_add", only).field.as_deref(),
        Some("recipient")
    );
    assert_eq!(list(&mut office)["total"], 0, "nothing was half written");

    let all = line(
        "ana@example.org",
        "+49 40 555 0100",
        &["Ana Lindqvist", "12 Elm Row"],
        "",
    );
    let on = office.call("suppression_add", all.clone());
    assert_eq!(on["total"], 3);
    assert_eq!(on["counts"][0]["addresses"], 3);
    office.refused("suppression_add", all);
}

#[test]
fn the_list_goes_out_plain_or_as_hashes_that_others_can_make() {
    let mut office = under("2026-04-10T08:00:00Z", &["us-can-spam"]);
    office.call("suppression_add", added("ana@example.org"));
    office.call("suppression_add", json!({ "scope": "newsletter", "recipient": null, "email": "", "phone": "+49 40 555 0100", "address": [], "since": "", "reason": "=HYPERLINK(\"http://x\")", "request": null }));
    office.call("suppression_add", added("ben@example.org"));
    let ben = list(&mut office)["rows"][0]["id"].clone();
    office.call("suppression_forget", json!({ "id": ben }));
    let mut out = |format: &str, hashed: bool| {
        let export = office.call(
            "suppression_export",
            json!({ "format": format, "hashed": hashed, "scope": null }),
        );
        text_of(&export)
    };
    let plain = out("csv", false);
    assert!(plain.contains("mail,ana@example.org,newsletter"), "{plain}");
    assert!(
        plain.contains("\"'=HYPERLINK"),
        "a formula is none: {plain}"
    );
    assert!(plain.contains("'+49405550100"), "{plain}");
    assert!(!plain.contains("ben@"), "{plain}");
    let hashed = out("csv", true);
    assert!(!hashed.contains("ana@"), "{hashed}");
    let row: Vec<&str> = hashed
        .lines()
        .find(|line| line.starts_with("mail,"))
        .unwrap()
        .split(',')
        .collect();
    assert_eq!(
        row[1],
        sha256(format!("{}ana@example.org", row[4]).as_bytes()),
        "the recipe gives the hash"
    );
    assert_eq!(hashed.lines().count(), 4, "the forgotten one too: {hashed}");
    let json: Value = serde_json::from_str(&out("json", true)).unwrap();
    assert_eq!(json["salt"].as_str().unwrap(), row[4]);
    assert!(json["hash"].as_str().unwrap().contains("SHA-256"));
    let json: Value = serde_json::from_str(&out("json", false)).unwrap();
    assert_eq!(json["without_address"], 1);
    assert_eq!(json["salt"], Value::Null, "a plain list gives no salt away");
    office.refused(
        "suppression_export",
        json!({ "format": "pdf", "hashed": true, "scope": null }),
    );
    office.assert_intact();
}
