//! The annual disclosure summary, against the answer that a Californian gets.

use super::super::shine;
use super::*;

/// The register of the Shine the Light stories, with something sold to somebody who is not in the directory and an order of a court.
fn office() -> Office {
    // 23:59 on New Year's Eve in Los Angeles.
    let mut office = shine::office("2026-01-01T07:59:00Z");
    let tomorrow = disclosure(
        "2026-01-01",
        "Marker & Sons",
        json!({ "act": "sell", "data": ["contact-details"] }),
    );
    let refused = office.refused(
        "handling_add",
        json!({ "entry": tomorrow, "resolutions": [] }),
    );
    assert_eq!(
        refused.field.as_deref(),
        Some("on"),
        "in the desk's zone it is still 2025"
    );
    enter(
        &mut office,
        disclosure(
            "2025-12-31",
            "Marker & Sons",
            json!({ "act": "sell", "data": ["contact-details"] }),
        ),
    );
    office.at("2026-04-01T17:00:00Z");
    shine::fill_register(&mut office);
    let order = json!({
        "purpose": "legal-process", "legal_basis": "subpoena", "categories": ["name-and-address"],
        "process": {
            "kind": "subpoena", "from": "District Court", "number": "D-7", "received_on": "2025-02-01", "asked": "One address",
            "given": "That address", "approved_by": "Nele Brandt", "told": "no", "told_on": "",
        },
    });
    enter(
        &mut office,
        disclosure("2025-02-02", "District Court", order),
    );
    office
}

#[test]
fn a_year_is_counted_by_hand() {
    let mut office = office();
    let year = report(&mut office, "disclosures", "2025-01-01", "2025-12-31");
    // Brightpost got name and mail address on 1 January, 30 June and 31 December; Almanac what was bought on 4 April;
    // what was sold to Marker & Sons on 31 December says no category.
    assert_eq!(
        rows(&year, "categories"),
        [
            "name-and-address",
            "email-address",
            "products-bought",
            "not-said"
        ],
        "in the statute's order"
    );
    for (row, counted) in [
        ("name-and-address", [3, 1]),
        ("email-address", [3, 1]),
        ("products-bought", [1, 1]),
        ("not-said", [1, 1]),
    ] {
        assert_eq!(figures(&year, "categories", row), counted, "{row}");
    }
    // 3 + 1 + 1; not Quill, who works for us.
    assert_eq!(figures(&year, "recipients", "total"), [5]);
    let parties = rows(&year, "recipients");
    let named: Vec<&str> = parties
        .iter()
        .map(|row| text(&year, "recipients", row, "name"))
        .collect();
    assert_eq!(
        named,
        [
            "Almanac Seeds Inc.",
            "Brightpost Ltd",
            "Marker & Sons",
            "Total"
        ]
    );
    assert_eq!(
        (
            text(&year, "recipients", parties[0], "address"),
            text(&year, "recipients", parties[0], "business")
        ),
        ("90 Orchard Way, Salem, OR 97301", "Its name tells.")
    );
    assert_eq!(
        (
            text(&year, "recipients", parties[1], "address"),
            text(&year, "recipients", parties[1], "business")
        ),
        ("Not on file.", "Not on file.")
    );
    assert_eq!(text(&year, "recipients", parties[2], "purposes"), "other");
    // The order on 2 February, education for another purpose on 5 May, and Quill's marketing entry of 7 May.
    for (row, counted) in [
        ("legal-process", [1, 1]),
        ("other", [1, 1]),
        ("marketing-of-processors", [1, 1]),
    ] {
        assert_eq!(figures(&year, "other-purposes", row), counted, "{row}");
    }
    assert_eq!(
        figures(&year, "other-purposes", "total"),
        [3, 0],
        "recipients are not added up"
    );
    // Struck out: occupation on 6 May. Corrected to the year before: race on 8 August.
    assert_eq!(figures(&year, "corrections", "struck"), [1]);
    assert_eq!(figures(&year, "corrections", "corrected"), [1]);
    // 5 and 3 stand in the register, by their days.
    let listed = rows(&year, "register");
    assert_eq!(listed.len(), 8, "{listed:?}");
    let days: Vec<&str> = listed
        .iter()
        .map(|row| text(&year, "register", row, "day"))
        .collect();
    assert_eq!(
        days,
        [
            "2025-01-01",
            "2025-02-02",
            "2025-04-04",
            "2025-05-05",
            "2025-05-07",
            "2025-06-30",
            "2025-12-31",
            "2025-12-31"
        ]
    );
    assert_eq!(
        text(&year, "register", listed[1], "basis"),
        "subpoena, District Court, D-7"
    );
    assert_eq!(
        text(&year, "register", listed[0], "categories"),
        "Name and address, Electronic mail address"
    );
    assert_eq!(
        year["lead"],
        json!([
            "From Wed 1 Jan 2025 to Wed 31 Dec 2025, Harbour Lane Books made 5 disclosures of personal information to 3 third parties for their own direct marketing.",
            "3 disclosures were for other purposes.",
        ])
    );
    let notes = year["notes"].to_string();
    for said in [
        "calendar year before the request",
        "Brightpost Ltd lacks a postal address",
        "1 entry says no category",
        "Quill Mailing Services stands",
    ] {
        assert!(notes.contains(said), "{said}: {notes}");
    }
    for note in year["notes"].as_array().unwrap() {
        assert!(note["cite"].as_str().unwrap().contains("1798.83"), "{note}");
    }
    assert!(walk(&mut office, "disclosures", "2025-01-01", "2025-12-31") > 15);
    office.assert_intact();
}

#[test]
fn its_figures_are_those_a_californian_is_told() {
    let mut office = office();
    for year in [2023, 2024, 2025, 2026] {
        let told = office.call("shine_year", json!({ "year": year }));
        let shown = report(
            &mut office,
            "disclosures",
            &format!("{year}-01-01"),
            &format!("{year}-12-31"),
        );
        let all = |list: &Value, field: &str| -> Vec<String> {
            let list = list.as_array().unwrap().iter();
            list.map(|one| one[field].as_str().unwrap().to_owned())
                .collect()
        };
        let mut categories = rows(&shown, "categories");
        categories.retain(|row| *row != "not-said");
        assert_eq!(categories, all(&told["categories"], "id"), "{year}");
        let parties = rows(&shown, "recipients");
        let parties: Vec<&str> = parties.into_iter().filter(|row| *row != "total").collect();
        let names: Vec<&str> = parties
            .iter()
            .map(|row| text(&shown, "recipients", row, "name"))
            .collect();
        assert_eq!(names, all(&told["recipients"], "name"), "{year}");
        for (row, one) in parties.iter().zip(told["recipients"].as_array().unwrap()) {
            assert_eq!(
                json!(figures(&shown, "recipients", row)[0]),
                one["disclosures"],
                "{year} {row}"
            );
        }
        let sum: u32 = parties
            .iter()
            .map(|row| figures(&shown, "recipients", row)[0])
            .sum();
        assert_eq!(json!(sum), told["disclosures"], "{year}");
    }
}

#[test]
fn a_span_of_other_days_and_one_without_anything() {
    let mut office = office();
    // From 4 April to 30 June: Almanac on the first day, Brightpost on the last.
    let spring = report(&mut office, "disclosures", "2025-04-04", "2025-06-30");
    assert_eq!(figures(&spring, "recipients", "total"), [2]);
    // Education on 5 May and Quill's on 7 May.
    assert_eq!(figures(&spring, "other-purposes", "total"), [2, 0]);
    // Only what was struck out lies here; the entry of 8 August does not.
    assert_eq!(figures(&spring, "corrections", "struck"), [1]);
    assert_eq!(figures(&spring, "corrections", "corrected"), [0]);
    assert!(
        spring["notes"]
            .to_string()
            .contains("other days than a calendar year")
    );
    walk(&mut office, "disclosures", "2025-04-04", "2025-06-30");

    let before = report(&mut office, "disclosures", "2022-01-01", "2022-12-31");
    assert_eq!(
        before["lead"],
        json!([
            "From Sat 1 Jan 2022 to Sat 31 Dec 2022, Harbour Lane Books disclosed no personal information to third parties for their own direct marketing.",
            "Nothing was disclosed for other purposes.",
        ])
    );
    for table in before["tables"].as_array().unwrap() {
        assert_eq!(table["rows"], json!([]), "{table:#}");
        assert!(table["empty"].as_str().unwrap().ends_with('.'), "{table:#}");
    }
}

#[test]
fn whoever_got_it_was_on_that_day_what_the_contract_says() {
    let mut office = shine::office("2027-01-20T17:00:00Z");
    let press = recipient(
        &mut office,
        "Verso Data",
        &["8 Quay Street", "Reno, NV 89501"],
        json!({ "name_tells": true }),
    );
    let marketing = |categories: &[&str]| json!({ "purpose": "their-marketing", "recipient_id": press, "categories": categories });
    let sold = json!({ "act": "sell", "recipient_id": press, "categories": ["products-bought"] });
    for (day, of) in [
        ("2026-02-01", marketing(&["name-and-address"])),
        ("2026-07-14", marketing(&["name-and-address"])),
        ("2026-07-15", marketing(&["name-and-address"])),
        ("2026-08-01", sold),
        ("2027-01-10", marketing(&["email-address"])),
        ("2027-01-15", marketing(&["email-address"])),
    ] {
        enter(&mut office, disclosure(day, "Verso Data", of));
    }
    // Civ. Code 1798.83(a) looks at the preceding year, whatever the recipient became since.
    let contract = |office: &mut Office, on: &str| {
        let list = office.call("recipient_list", json!({}));
        let mut about = list["recipients"][0]["about"].clone();
        about["id"] = press.into();
        about["processor"] = true.into();
        about["contract"] = "folder 9".into();
        about["contract_on"] = on.into();
        about["reason"] = format!("By contract of {on}.").into();
        office.call("recipient_save", about);
    };
    let told = |office: &mut Office, year: i32| {
        let told = office.call("shine_year", json!({ "year": year }));
        let shown = report(
            office,
            "disclosures",
            &format!("{year}-01-01"),
            &format!("{year}-12-31"),
        );
        let parties = rows(&shown, "recipients");
        let counted = match parties.contains(&"total") {
            true => figures(&shown, "recipients", "total")[0],
            false => 0,
        };
        assert_eq!(told["disclosures"], counted, "{year}: {told:#}");
        let mut categories = rows(&shown, "categories");
        categories.retain(|row| *row != "not-said");
        let named = told["categories"].as_array().unwrap().iter();
        let named: Vec<&str> = named.map(|one| one["id"].as_str().unwrap()).collect();
        assert_eq!(named, categories, "{year}");
        (counted, told["recipients"].as_array().unwrap().len())
    };
    contract(&mut office, "2027-01-15");
    assert_eq!(told(&mut office, 2026), (4, 1), "a third party all year");
    assert_eq!(told(&mut office, 2027), (1, 1), "to the day before");
    let year = report(&mut office, "disclosures", "2026-01-01", "2026-12-31");
    assert!(
        year["lead"][0].as_str().unwrap().contains("4 disclosures"),
        "{}",
        year["lead"]
    );
    // From 15 July on it works for us: what went before was given to a third party, and the sale came after.
    contract(&mut office, "2026-07-15");
    assert_eq!(told(&mut office, 2026), (2, 1));
    assert_eq!(told(&mut office, 2027), (0, 0));
    let year = report(&mut office, "disclosures", "2026-01-01", "2026-12-31");
    assert_eq!(figures(&year, "other-purposes", "total"), [2, 0]);
    assert!(
        year["notes"].to_string().contains("2 of its entries"),
        "{}",
        year["notes"]
    );
    // The letter says the same.
    office.at("2027-01-21T17:00:00Z");
    let asked = office.log(draft(
        "2027-01-21T09:00",
        "mail",
        "Dana Whitmore",
        "us-ca",
        &[("disclosure-list", &["us-ca-shine-the-light"])],
    ));
    let answer = office.call("shine_answer", json!({ "id": asked }));
    assert_eq!(answer["disclosures"], 2, "{answer:#}");
    decide_all(&mut office, asked, "granted", None, "");
    let letter = draft_letter(
        &mut office,
        asked,
        "answer-in-full",
        "us-ca-shine-the-light",
    );
    let said = words(&letter);
    assert!(said.contains("Verso Data"), "{said}");
    assert!(
        said.contains("Name and address") && !said.contains("products"),
        "{said}"
    );
    walk(&mut office, "disclosures", "2026-01-01", "2026-12-31");
}

#[test]
fn a_long_register_is_whole_in_its_files_and_ends_with_a_sentence_where_it_is_read() {
    const ROWS: usize = 5003;
    const SHOWN: usize = 5000;
    let of = rightsdesk_tests::profile("America/Los_Angeles", "ca-cons", &["us-ca-ccpa"]);
    let mut office = Office::quick(of, "2026-04-01T17:00:00Z");
    let mut csv = String::from("Date;Recipient;Categories;Name\n");
    for n in 0..ROWS {
        let day = format!("2025-{:02}-{:02}", 1 + n % 12, 1 + n / 12 % 28);
        csv += &format!("{day};Almanac House;Name and address;Person {n}\n");
    }
    let usual = json!({
        "act": "disclose", "on": "", "recipient": "", "purpose": "business-transfer", "data": [], "people": 1, "group": "",
        "children": false, "audiences": [], "consent": "none", "consent_note": "", "told_on": "", "legal_basis": "", "note": "", "request": null,
    });
    let file = rightsdesk_tests::office::base64(csv.as_bytes());
    let done = office.call(
        "handling_import",
        json!({ "name": "given.csv", "base64": file, "columns": null, "usual": usual }),
    );
    assert_eq!(done["entered"], ROWS);

    let of = json!({ "report": "disclosures", "first": "2025-01-01", "last": "2025-12-31" });
    let register = |report: &Value| -> Value {
        let tables = report["tables"].as_array().unwrap();
        tables
            .iter()
            .find(|t| t["id"] == "register")
            .unwrap()
            .clone()
    };
    let counted = |table: &Value| table["rows"].as_array().unwrap().len();
    let shown = office.call("report_show", of.clone());
    assert_eq!(counted(&register(&shown)), SHOWN);
    let said = &register(&shown)["counting"];
    let said = said.as_array().unwrap().last().unwrap()["text"].as_str();
    assert_eq!(
        said,
        Some(
            "The table has 5,003 rows, of which the first 5,000 stand here. The report as CSV or as JSON has them all."
        )
    );
    assert_eq!(figures(&shown, "other-purposes", "total")[0], ROWS as u32);

    let export = |office: &mut Office, name: &str, args: Value| {
        rightsdesk_tests::office::bytes(&office.call(name, args)["base64"])
    };
    let whole = |bytes: Vec<u8>, format: &str| {
        let text = String::from_utf8(bytes).unwrap();
        match format {
            "csv" => assert_eq!(text.matches("Almanac House").count(), ROWS),
            _ => assert_eq!(
                counted(&register(&serde_json::from_str(&text).unwrap())),
                ROWS
            ),
        }
    };
    for format in ["csv", "json"] {
        let args = json!({ "of": of, "format": format });
        whole(export(&mut office, "report_export", args), format);
    }
    // What was issued is whole too.
    let issue = json!({ "of": of, "signed_by": "Nele Brandt", "office": "", "remark": "" });
    let issued = office.call("report_issue", issue);
    assert_eq!(counted(&register(&issued["report"])), SHOWN);
    assert_eq!(issued["differences"], json!([]));
    for format in ["csv", "json"] {
        let args = json!({ "id": issued["id"], "format": format });
        whole(export(&mut office, "issued_export", args), format);
    }
}
