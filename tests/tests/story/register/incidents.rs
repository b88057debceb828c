//! A breach: who must be told, by when, by which way, in letters that go out together.

use super::*;

pub fn about(aware: &str) -> Value {
    json!({
        "title": "Reader file read by a stranger", "aware_at": aware, "happened_from": "2026-02-26", "happened_until": "2026-03-01",
        "nature": "somebody read the file of the readers’ circle through a forgotten account", "data": "names, mail addresses and what was ordered",
        "people": 3, "records": 40, "consequences": "you may get letters that pretend to come from us",
        "measures": "the account was closed, all passwords were changed, and the police were told", "advice": "trust no letter that asks for your password",
        "risk": "high", "risk_reason": "Orders of books on health are among it", "residences": ["de"], "reason": "",
    })
}

pub fn person(name: &str, email: &str, address: &[&str], preferred: &str) -> Value {
    json!({ "person": { "name": name, "email": email, "phone": "", "address": address }, "residence": "de", "preferred": if preferred.is_empty() { Value::Null } else { preferred.into() } })
}

/// A policy that promises to tell by mail and on the site within two days.
pub fn promise(office: &mut Office) {
    let text = "# Privacy\n\n## Security\n\nIf your data is ever exposed, we will tell you by e-mail or by the way you prefer, and in a notice on this site, within 48 hours.\n";
    let view = office.call(
        "policy_add",
        json!({
            "file": { "name": "policy.md", "base64": base64(text.as_bytes()), "text": "" },
            "about": { "title": "Privacy promise", "from": "2026-01-01", "until": "", "source": "", "publisher": "Harbour Lane Books" },
        }),
    );
    let block = view["blocks"]
        .as_array()
        .unwrap()
        .iter()
        .find(|b| b["text"].as_str().unwrap().starts_with("If your data"))
        .unwrap();
    let start = number(&block["start"]);
    let end = start + u32::try_from(block["text"].as_str().unwrap().chars().count()).unwrap();
    office.call(
        "promise_add",
        json!({ "policy": view["version"]["id"], "start": start, "end": end, "reading": {
            "kind": "breach-notice", "audiences": ["everyone"], "rights": [], "polarity": "does",
            "ways": [{ "way": "mail", "value": "" }, { "way": "in-site", "value": "" }], "conditions": [],
            "time_limit": { "count": 48, "unit": "hours", "words": "within 48 hours" }, "frequency": null, "exceptions": [], "acts": [], "data": [], "age": null,
        } }),
    );
}

/// The date of a view whose sentence holds these words.
#[track_caller]
fn date<'v>(view: &'v Value, words: &str) -> &'v Value {
    view["dates"]
        .as_array()
        .unwrap()
        .iter()
        .find(|d| d["what"].as_str().unwrap().contains(words))
        .unwrap_or_else(|| panic!("no date about “{words}” in {:#}", view["dates"]))
}

#[test]
fn z9_everybody_is_told_the_way_they_prefer_and_the_promise_is_kept() {
    let mut office = under("2026-03-02T14:00:00Z", &["eu-gdpr"]);
    promise(&mut office);
    let view = office.call("incident_open", about("2026-03-02T14:20"));
    let id = number(&view["row"]["id"]);
    // 72 hours from the next full hour; the promise has two days and no such hour.
    let authority = date(&view, "supervisory authority");
    assert_eq!(authority["by"], "2026-03-05");
    assert!(
        authority["what"].as_str().unwrap().contains("15:00"),
        "{authority:#}"
    );
    assert!(
        authority["working"]
            .to_string()
            .contains("14:20: the safer moment"),
        "{authority:#}"
    );
    assert_eq!(date(&view, "our policy promises")["by"], "2026-03-04");
    assert_eq!(
        date(&view, "Tell those affected, as the risk")["by"],
        "2026-03-05"
    );
    assert_eq!(view["promises"][0]["open"], json!(["mail", "in-site"]));
    assert_eq!(view["lacks"], json!([]));

    let view = office.call(
        "incident_people",
        json!({ "id": id, "people": [
        person("Ana Lindqvist", "ana@example.org", &[], ""),
        person("Ben Nowak", "ben@example.org", &["7 Quay Street", "20457 Hamburg"], "post"),
        person("Kim Ngọc", "", &["3 Mill Lane", "20457 Hamburg"], ""),
        person("Lee Park", "", &[], "in-person"),
    ] }),
    );
    let ways: Vec<&str> = view["people"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["preferred"].as_str().unwrap())
        .collect();
    assert_eq!(ways, ["mail", "post", "post", "in-person"]);

    // By post first: looked at as a draft, then issued; each letter is kept and begins on its own page.
    let look = office.call(
        "incident_letters",
        json!({ "id": id, "way": "post", "issue": false }),
    );
    assert_eq!(look["letters"], 2);
    assert!(paper::letters(&bytes(&look["pdf"]["base64"])).contains("DRAFT"));
    assert_eq!(look["view"]["row"]["told"], 0, "a look is no letter");
    let done = office.call(
        "incident_letters",
        json!({ "id": id, "way": "post", "issue": true }),
    );
    let pdf = bytes(&done["pdf"]["base64"]);
    paper::assert_sound(&pdf);
    let words = paper::words(&pdf);
    says(
        &words,
        &[
            "Ben Nowak Our reference 7 Quay Street",
            "Kim Ngọc Our reference 3 Mill Lane",
            "Dear Kim Ngọc,",
            "What happened",
            "between 26 February 2026 and 1 March 2026",
            "What it may mean for you",
            "What we have done and are doing",
            "What you can do yourself",
            "What we promised you",
            "Our privacy policy of 1 January 2026 says: “If your data is ever exposed, we will tell you by e-mail",
            "privacy@harbourlane.example",
            "Incident 1",
        ],
    );
    assert!(!words.contains("DRAFT"));
    let people = done["view"]["people"].as_array().unwrap();
    assert_eq!(
        (&people[1]["told_on"], &people[1]["told_by"]),
        (&json!("2026-03-02"), &json!("post"))
    );
    assert_eq!(people[0]["told_on"], Value::Null);
    let kept = office.call("register_letter_pdf", json!({ "id": people[2]["letter"] }));
    let alone = paper::words(&bytes(&kept["base64"]));
    assert!(
        alone.contains("Kim Ngọc") && !alone.contains("Ben Nowak"),
        "{alone}"
    );
    office.refused(
        "incident_letters",
        json!({ "id": id, "way": "post", "issue": true }),
    );

    // By mail, at the counter, on the site, and the authority.
    let done = office.call(
        "incident_letters",
        json!({ "id": id, "way": "mail", "issue": true }),
    );
    assert_eq!(done["letters"], 1);
    says(
        &paper::words(&bytes(&done["pdf"]["base64"])),
        &["Ana Lindqvist Our reference ana@example.org"],
    );
    let lee = done["view"]["people"][3]["id"].clone();
    let view = office.call("incident_told", json!({ "id": id, "people": [lee], "on": "", "way": "in-person", "text": "At the counter" }));
    assert_eq!(view["promises"][0]["open"], json!(["in-site"]));
    assert_eq!(
        date(&view, "our policy promises")["met_on"],
        Value::Null,
        "the site is still open"
    );
    assert_eq!(
        date(&view, "Tell those affected, as the risk")["met_on"],
        "2026-03-02"
    );
    let view = office.call("incident_told", json!({ "id": id, "people": [], "on": "", "way": "in-site", "text": "On the first page, until the end of April" }));
    assert_eq!(view["promises"][0]["open"], json!([]));
    assert_eq!(date(&view, "our policy promises")["met_on"], "2026-03-02");
    office.at("2026-03-03T10:00:00Z");
    let view = office.call("incident_authority", json!({ "id": id, "at": "2026-03-03T09:30", "authority": "The Hamburg commissioner", "number": "AZ 17", "late_reason": "" }));
    assert_eq!(date(&view, "supervisory authority")["met_on"], "2026-03-03");
    assert_eq!(view["row"]["next"], Value::Null);
    assert_eq!(view["open"], json!([]));
    let view = office.call(
        "incident_close",
        json!({ "id": id, "on": "", "text": "Nothing was misused as far as is known." }),
    );
    assert_eq!(view["row"]["closed_on"], "2026-03-03");
    office.refused(
        "incident_told",
        json!({ "id": id, "people": [], "on": "", "way": "in-site", "text": "Again" }),
    );
    office.lock_and_unlock();
    let again = office.call("register_letter_pdf", json!({ "id": people[2]["letter"] }));
    assert_eq!(again, kept, "byte for byte");
    office.assert_intact();
}

#[test]
fn what_is_open_keeps_an_incident_from_being_closed_without_a_reason() {
    let mut office = under("2026-03-06T14:00:00Z", &["eu-gdpr"]);
    let view = office.call("incident_open", about("2026-03-02T14:20"));
    let id = view["row"]["id"].clone();
    let all = view["open"].as_array().unwrap();
    let open = all.iter().map(|one| one.as_str().unwrap());
    let mut open = open.filter(|one| one.contains("supervisory authority"));
    let open = open.next().unwrap().to_owned();
    assert!(open.ends_with("It was due on Thu 5 Mar 2026."), "{open}");
    let close =
        |reason: &str| json!({ "id": id, "on": "", "text": "It is over.", "reason": reason });
    for reason in ["", "   "] {
        let refused = office.refused("incident_close", close(reason));
        assert_eq!(refused.field.as_deref(), Some("reason"));
        assert!(refused.message.contains(&open), "{}", refused.message);
    }
    let shown = office.call("incident_show", json!({ "id": id }));
    assert_eq!(shown["row"]["closed_on"], Value::Null);
    let why = "The authority was told by our parent company, AZ 40.";
    let view = office.call("incident_close", close(why));
    assert_eq!(view["row"]["closed_on"], "2026-03-06");
    assert_eq!(view["open"], json!([]));
    assert!(view["timeline"].to_string().contains(why), "{view:#}");
}

#[test]
fn the_authority_is_told_late_only_with_reasons() {
    let mut office = under("2026-03-06T14:00:00Z", &["eu-gdpr", "uk-gdpr"]);
    let view = office.call("incident_open", about("2026-03-02T14:20"));
    let id = view["row"]["id"].clone();
    assert!(
        date(&view, "supervisory authority")["days"]
            .as_i64()
            .unwrap()
            < 0
    );
    let told = |name: &str, at: &str, late: &str| json!({ "id": id, "at": at, "authority": name, "number": "", "late_reason": late });
    for (args, field, why) in [
        (
            told("The Hamburg commissioner", "2026-03-05T15:01", ""),
            "late_reason",
            "a minute too late",
        ),
        (
            told("ICO", "", ""),
            "late_reason",
            "the other one is late too",
        ),
        (told("", "2026-03-05T14:00", ""), "authority", "nobody"),
        (
            told("The Hamburg commissioner", "2026-03-02T14:00", ""),
            "at",
            "before anybody knew",
        ),
        (
            told("The Hamburg commissioner", "2026-03-07T14:00", ""),
            "at",
            "to come",
        ),
    ] {
        assert_eq!(
            office.refused("incident_authority", args).field.as_deref(),
            Some(field),
            "{why}"
        );
    }
    let view = office.call(
        "incident_authority",
        told("The Hamburg commissioner", "2026-03-05T15:00", ""),
    );
    assert_eq!(
        date(&view, "supervisory authority")["met_on"],
        "2026-03-05",
        "the last minute is in time"
    );
    assert_eq!(
        date(&view, "Information Commission")["met_on"],
        Value::Null,
        "another authority"
    );
    let view = office.call(
        "incident_authority",
        told("ICO", "2026-03-06T10:00", "The post was closed."),
    );
    assert_eq!(
        date(&view, "Information Commission")["met_on"],
        "2026-03-06"
    );
    assert!(
        view["timeline"]
            .to_string()
            .contains("The post was closed.")
    );
}

#[test]
fn what_the_letters_lack_is_named_and_nothing_leaves() {
    let mut office = under("2026-03-02T14:00:00Z", &["eu-gdpr"]);
    let mut bare = about("2026-03-02T14:20");
    bare["consequences"] = "".into();
    bare["advice"] = " ".into();
    let view = office.call("incident_open", bare.clone());
    let id = view["row"]["id"].clone();
    assert_eq!(
        view["lacks"].as_array().unwrap().len(),
        2,
        "{:#}",
        view["lacks"]
    );
    office.call(
        "incident_people",
        json!({ "id": id, "people": [person("Ana Lindqvist", "ana@example.org", &[], "")] }),
    );
    let refused = office.refused(
        "incident_letters",
        json!({ "id": id, "way": "mail", "issue": true }),
    );
    for word in [
        "what is likely to follow from it",
        "33(3)(c)",
        "what those affected can do",
        "Nothing was issued",
    ] {
        assert!(refused.message.contains(word), "{}", refused.message);
    }
    assert_eq!(
        office.call("incident_show", json!({ "id": id }))["row"]["told"],
        0
    );
    // The pages can be looked at, blanks and all.
    let look = office.call(
        "incident_letters",
        json!({ "id": id, "way": "mail", "issue": false }),
    );
    says(
        &paper::words(&bytes(&look["pdf"]["base64"])),
        &["what is likely to follow from it"],
    );
    for (way, why) in [("phone", "no letter"), ("post", "nobody prefers it")] {
        office.refused(
            "incident_letters",
            json!({ "id": id, "way": way, "issue": false }),
        );
        let _ = why;
    }

    // What was missing is written; what it said before stays to be read.
    office.refused(
        "incident_change",
        json!({ "id": id, "about": about("2026-03-02T14:20") }),
    );
    let mut whole = about("2026-03-02T14:20");
    whole["reason"] = "The letters need it".into();
    let view = office.call("incident_change", json!({ "id": id, "about": whole }));
    assert_eq!(view["lacks"], json!([]));
    let line = view["timeline"]
        .as_array()
        .unwrap()
        .iter()
        .find(|l| l["kind"] == "changed")
        .unwrap();
    assert!(
        line["details"]
            .to_string()
            .contains("Consequences: nothing was written."),
        "{line:#}"
    );
    office.refused("incident_change", json!({ "id": id, "about": whole }));
    office.call(
        "incident_letters",
        json!({ "id": id, "way": "mail", "issue": true }),
    );
    office.assert_intact();
}

#[test]
fn what_cannot_be_right_is_refused_beside_its_field() {
    let mut office = under("2026-03-02T14:00:00Z", &["eu-gdpr"]);
    for (key, value, field) in [
        ("title", json!(""), "title"),
        ("aware_at", json!("2026-03-02"), "aware_at"),
        ("aware_at", json!("2026-03-02T15:01"), "aware_at"),
        ("happened_from", json!("2026-02-30"), "happened_from"),
        ("happened_until", json!("2026-02-20"), "happened_until"),
        ("nature", json!("x".repeat(4001)), "nature"),
    ] {
        let mut bad = about("2026-03-02T14:20");
        bad[key] = value;
        assert_eq!(
            office.refused("incident_open", bad).field.as_deref(),
            Some(field),
            "{key}"
        );
    }
    let mut unlikely = about("2026-03-02T14:20");
    unlikely["risk"] = "unlikely".into();
    unlikely["risk_reason"] = "".into();
    assert_eq!(
        office
            .refused("incident_open", unlikely.clone())
            .field
            .as_deref(),
        Some("risk_reason")
    );
    assert_eq!(
        office.call("incident_list", json!({}))["incidents"],
        json!([])
    );
    unlikely["risk_reason"] = "The disk was encrypted.".into();
    let view = office.call("incident_open", unlikely);
    assert_eq!(view["dates"], json!([]), "nobody outside is to be told");
    office.refused("incident_strike", json!({ "id": 1, "reason": "" }));
    office.call(
        "incident_strike",
        json!({ "id": 1, "reason": "Entered twice" }),
    );
    office.refused("incident_strike", json!({ "id": 1, "reason": "Again" }));
    office.refused(
        "incident_people",
        json!({ "id": 1, "people": [person("Ana", "ana@example.org", &[], "")] }),
    );
    office.refused("incident_show", json!({ "id": 2 }));
}

#[test]
fn laws_that_are_not_counted_are_named_by_where_people_live() {
    let mut office = under("2026-03-02T14:00:00Z", &["us-hipaa", "us-ca-ccpa"]);
    let mut of = about("2026-03-02T14:20");
    of["residences"] = json!(["us-ca", "US-TX", "us-hi", "fr"]);
    let view = office.call("incident_open", of);
    assert_eq!(
        view["dates"],
        json!([]),
        "no clock of these laws is counted"
    );
    let told = view["reminders"].to_string();
    for word in [
        "California",
        "1798.82",
        "Texas",
        "521.053",
        "60 days from the day of awareness end on Fri 1 May 2026",
        "45 CFR 164.404",
        "US-HI:",
        "European Union",
    ] {
        assert!(told.contains(word), "“{word}” is not in {told}");
    }
    for word in ["New York", "United Kingdom", "Florida", "US-OH"] {
        assert!(!told.contains(word), "“{word}” is in {told}");
    }
    for one in view["reminders"].as_array().unwrap() {
        assert!(
            one["caution"].is_string(),
            "none of it was compared with the text: {one:#}"
        );
    }
}

#[test]
fn a_law_that_covers_nobody_affected_sets_no_date_and_says_why() {
    let mut profile = profile("Europe/Berlin", "de-hh", &["eu-gdpr", "uk-gdpr"]);
    profile.about.established = vec!["de".into()];
    let mut office = Office::quick(profile, "2026-03-02T14:00:00Z");
    for (residences, british, why) in [
        (json!([]), true, "nobody knows yet where they live"),
        (json!(["de"]), false, "all of them in Germany"),
        (
            json!(["de", "uk"]),
            true,
            "one of them in the United Kingdom",
        ),
    ] {
        let mut of = about("2026-03-02T14:20");
        of["residences"] = residences;
        let view = office.call("incident_open", of);
        let (dates, notes) = (view["dates"].to_string(), view["reminders"].to_string());
        for (law, article, runs) in [
            ("EU GDPR", "GDPR Art. 33(1)", true),
            ("UK GDPR", "UK GDPR Art. 33(1)", british),
        ] {
            let cite = format!("\"cite\":\"{article}\"");
            assert_eq!(dates.contains(&cite), runs, "{law}, {why}: {dates}");
            let said = format!("No date of the {law} runs");
            assert_eq!(notes.contains(&said), !runs, "{law}, {why}: {notes}");
        }
    }
}

#[test]
fn a_law_may_cover_those_affected_while_it_is_not_said_where_the_house_is_established() {
    let mut office = under("2026-03-02T14:00:00Z", &["eu-gdpr", "uk-gdpr"]);
    let view = office.call("incident_open", about("2026-03-02T14:20"));
    let dates = view["dates"].to_string();
    assert!(dates.contains("\"cite\":\"UK GDPR Art. 33(1)\""), "{dates}");
}
