//! Data and files that go along with a letter: chosen, printed, kept, saved together, sent again.

use super::*;
use rightsdesk_core::vault::sha256;
use rightsdesk_tests::{PASSPHRASE, keys as vault_keys, raw};
use std::collections::BTreeMap;
use std::process::Command;

const ORDERS: &str = "order_number;title;amount\nR-1;The Lighthouse Atlas;12.50\nR-2;=1+2 ferries;3.00\nR-3;王芳诗选;-4.20\n";
const ACCOUNT: &str = r#"{"name":"Ada Lind","newsletter":false,"sessions":[{"device":{"os":"Linux"},"seen":"2026-03-01"}]}"#;

pub fn add(office: &mut Office, request: u32, name: &str, bytes: &[u8]) -> Value {
    let file = json!({ "request": request, "name": name, "media_type": "application/octet-stream", "base64": office::base64(bytes) });
    office.call("file_add", file)
}

/// A request granted, its answer drafted and filled, nothing chosen to go along.
pub fn answering(office: &mut Office, name: &str, channel: &str) -> u32 {
    let mut typed = draft("2026-03-02T09:00", channel, name, "de", &[("access", &[])]);
    typed["requester"]["email"] = json!("ada@example.org");
    let id = office.log(typed);
    let view = office.call("request_show", json!({ "id": id }));
    office.call(
        "claim_decide",
        json!({ "claim": view["claims"][0]["id"], "outcome": "granted", "ground": null, "reasons": "", "kept": "" }),
    );
    write_answer(office, id);
    id
}

fn write_answer(office: &mut Office, id: u32) {
    let draft = office.call(
        "letter_draft",
        json!({ "request": id, "kind": "answer-in-full", "law": "eu-gdpr", "reason": "", "asked": "" }),
    );
    fill_in(office, id, &draft);
}

fn fill_in(office: &mut Office, id: u32, draft: &Value) {
    let mut text = draft["text"].clone();
    for block in text["blocks"].as_array_mut().unwrap() {
        block["text"] = office::fill(block["text"].as_str().unwrap(), "the list of orders").into();
    }
    office.call("letter_save", json!({ "request": id, "text": text }));
}

pub fn issue(office: &mut Office, id: u32, sent_by: &str) -> Value {
    office.call(
        "letter_issue",
        json!({ "request": id, "sent_by": sent_by, "waits": true }),
    )
}

/// What a program that is not ours finds in a ZIP: names with the hash of each.
fn unzipped(bytes: &[u8]) -> BTreeMap<String, (String, String)> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letter.zip");
    std::fs::write(&file, bytes).unwrap();
    let script = "import hashlib, sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nfor i in z.infolist():\n    b = z.read(i)\n    print(i.filename, hashlib.sha256(b).hexdigest(), (b.decode() if i.filename.endswith('.txt') else '').replace('\\r\\n', '|'), sep='\\t')";
    let out = Command::new("python3")
        .args(["-c", script])
        .arg(&file)
        .output()
        .expect("python3 runs");
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    String::from_utf8(out.stdout)
        .unwrap()
        .lines()
        .map(|line| {
            let mut parts = line.split('\t').map(str::to_owned);
            let mut next = || parts.next().unwrap_or_default();
            (next(), (next(), next()))
        })
        .collect()
}

#[test]
fn an_answer_with_its_data_from_the_choice_to_the_letter_sent_again() {
    let mut office = berlin("2026-03-03T09:00:00Z");
    let id = answering(&mut office, "Ada Lind", "mail");
    let orders = add(&mut office, id, "orders.csv", ORDERS.as_bytes());
    let account = add(&mut office, id, "account.json", ACCOUNT.as_bytes());
    let scan = add(&mut office, id, "contract scan.pdf", b"%PDF-1.4 made up");
    let choice = json!({ "request": id, "also": "A map of the harbour\n", "copy_to": "Nele Vogt, your agent\n", "items": [
        { "file": orders["id"], "role": "annex" }, { "file": account["id"], "role": "annex" }, { "file": scan["id"], "role": "file" },
    ] });
    let before = office.call("log_verify", json!({}))["head"].clone();
    let chosen = office.call("letter_enclose", choice);
    assert_eq!(
        office.call("log_verify", json!({}))["head"],
        before,
        "work in hand makes no event"
    );
    let rows = chosen["enclosures"].as_array().unwrap();
    let row = |at: usize| {
        (
            rows[at]["role"].clone(),
            rows[at]["pages"].clone(),
            rows[at]["annex"].clone(),
        )
    };
    assert_eq!(row(0), (json!("annex"), json!(1), json!(true)));
    assert_eq!(row(1), (json!("annex"), json!(1), json!(true)));
    assert_eq!(row(2), (json!("file"), json!(0), json!(false)));
    assert_eq!(chosen["also"], "A map of the harbour");
    assert_eq!(chosen["copy_to"], "Nele Vogt, your agent");

    // What is seen before is what leaves.
    let preview = office.call("letter_preview", json!({ "id": id }));
    let view = issue(&mut office, id, "mail");
    let letter = view["letters"][0].clone();
    assert_eq!(preview["pages"], letter["pages"]);
    let pdf = office.letter(&letter["id"]);
    paper::assert_sound(&pdf);
    let short = |file: &Value| file["sha256"].as_str().unwrap()[..12].to_owned();
    says(
        &paper::words(&pdf),
        &[
            "Enclosures",
            "orders.csv (on the pages behind this letter and as a file",
            &format!("SHA-256 {}…", short(&orders)),
            "contract scan.pdf (file",
            "A map of the harbour",
            "Copy to Nele Vogt, your agent",
            "Annex 1",
            "The Lighthouse Atlas",
            "=1+2 ferries",
            "王芳诗选",
            "Annex 2",
            "What is given along",
        ],
    );
    assert!(
        paper::letters(&pdf).contains(scan["sha256"].as_str().unwrap()),
        "the whole fingerprint"
    );

    // Kept with the letter, and everything in one ZIP, byte for byte.
    let along = office.call("letter_enclosures", json!({ "id": letter["id"] }));
    let hashes: Vec<&str> = along["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["sha256"].as_str().unwrap())
        .collect();
    assert_eq!(
        hashes,
        [&orders, &account, &scan].map(|file| file["sha256"].as_str().unwrap())
    );
    let key = format!("l{}", letter["id"]);
    let parcel = office.call("letter_parcel", json!({ "key": key }));
    assert_eq!(parcel["name"], "2026-0001 Answer in full.zip");
    let inside = unzipped(&office::bytes(&parcel["base64"]));
    assert_eq!(
        inside.keys().collect::<Vec<_>>(),
        [
            "2026-0001_Answer-in-full_Lind.pdf",
            "What-is-given-along.txt",
            "account.json",
            "contract-scan.pdf",
            "orders.csv"
        ]
    );
    assert_eq!(
        inside["orders.csv"].0,
        sha256(ORDERS.as_bytes()),
        "formulas and all, as it is"
    );
    assert_eq!(inside["account.json"].0, sha256(ACCOUNT.as_bytes()));
    assert_eq!(
        inside["2026-0001_Answer-in-full_Lind.pdf"].0,
        letter["sha256"].as_str().unwrap()
    );
    for hash in hashes.iter().copied().chain(letter["sha256"].as_str()) {
        assert!(inside["What-is-given-along.txt"].1.contains(hash), "{hash}");
    }
    assert_eq!(
        office.call("letter_parcel", json!({ "key": key }))["base64"],
        parcel["base64"],
        "nothing in it says when it was saved"
    );

    // The mail carries them, the room and the cover sheet name them.
    let mail = office::bytes(&office.call("post_mail", json!({ "key": key }))["base64"]);
    let mail = String::from_utf8(mail).unwrap();
    for name in ["orders.csv", "account.json", "contract-scan.pdf"] {
        assert!(mail.contains(name), "{name}");
    }
    let ready = room(&mut office, "ready");
    assert_eq!(
        ready["rows"][0]["way"]["enclosures"],
        "orders.csv; account.json; contract scan.pdf; A map of the harbour"
    );
    let cover = print(&mut office, &keys(&ready), true, false);
    says(
        &paper::words(&cover),
        &[
            "4 things to put in by hand",
            "By hand: orders.csv: data that goes along as a file",
            "By hand: contract scan.pdf: it is damaged",
            "By hand: A map of the harbour",
        ],
    );
    office.assert_intact();

    // It comes back: written again it has everything with it, and each names the other.
    office.at("2026-03-05T09:00:00Z");
    office.call("post_confirm", confirm("", std::slice::from_ref(&key)));
    office.call(
        "post_returned",
        json!({ "key": key, "on": "", "reason": "Mailbox full", "next": "write-again" }),
    );
    let again = office.call("letter_again", json!({ "id": letter["id"] }));
    let roles: Vec<&Value> = again["enclosures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["role"])
        .collect();
    assert_eq!(roles, ["annex", "annex", "file"]);
    let view = fill_and_issue(&mut office, id, &again, "post");
    assert_eq!(view["letters"][0]["way"]["replaces"]["id"], letter["id"]);
    let words = paper::words(&office.letter(&view["letters"][0]["id"]));
    says(
        &words,
        &[
            "replaces our letter of 3 March 2026",
            "Annex 2",
            "contract scan.pdf",
        ],
    );
    office.assert_intact();
    office.lock_and_unlock();
    let along = office.call("letter_enclosures", json!({ "id": letter["id"] }));
    assert_eq!(along["files"].as_array().unwrap().len(), 3);
}

#[test]
fn what_cannot_go_along_is_said_before_anything_leaves() {
    let mut office = berlin("2026-03-03T09:00:00Z");
    let id = answering(&mut office, "Ada Lind", "mail");
    let other = answering(&mut office, "Bo Berg", "mail");
    let broken = add(&mut office, id, "broken.csv", b"a;b\n1;\"x\n2;y\n");
    let bad_json = add(&mut office, id, "bad.json", b"{\"a\":");
    let scan = add(&mut office, id, "scan.pdf", b"%PDF-1.4");
    let strange = add(
        &mut office,
        id,
        "strange.csv",
        "name\nAda\n\u{E123}\n".as_bytes(),
    );
    let foreign = add(&mut office, other, "theirs.csv", ORDERS.as_bytes());
    let long: String = std::iter::once("n;note\n".to_owned())
        .chain((0..10_000).map(|n| format!("{n};a short note\n")))
        .collect();
    let long = add(&mut office, id, "long.csv", long.as_bytes());
    let one = |file: &Value, role: &str| json!({ "request": id, "items": [{ "file": file["id"], "role": role }] });
    for (args, said, why) in [
        (one(&broken, "annex"), "Line 2", "a row that cannot be read"),
        (one(&bad_json, "annex"), "no JSON", "broken JSON"),
        (one(&scan, "annex"), "CSV or JSON", "no data"),
        (
            one(&foreign, "file"),
            "not with this request",
            "a file of somebody else's request",
        ),
        (
            json!({ "request": id, "items": [{ "file": 9999, "role": "file" }] }),
            "not with this request",
            "no file",
        ),
        (
            json!({ "request": id, "items": [], "also": "x\n".repeat(21) }),
            "twenty lines",
            "a list without end",
        ),
    ] {
        let refused = office.refused("letter_enclose", args);
        assert!(refused.message.contains(said), "{why}: {}", refused.message);
    }
    let draft = office.call("letter_enclose", one(&broken, "file"));
    assert_eq!(
        draft["enclosures"][0]["role"], "file",
        "as it is, even a broken one goes"
    );

    // Ten thousand rows are no paper; the letter says so and the file goes.
    let draft = office.call("letter_enclose", one(&long, "annex"));
    let row = draft["enclosures"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone();
    assert_eq!((&row["too_long"], &row["pages"]), (&json!(true), &json!(0)));

    // A character without a type is named while there is time.
    let draft = office.call("letter_enclose", one(&strange, "annex"));
    assert_eq!(draft["ready"], false);
    assert!(
        draft["items"].to_string().contains("U+E123"),
        "{:#}",
        draft["items"]
    );
    let refused = office.refused("letter_issue", json!({ "request": id, "sent_by": "post" }));
    assert!(refused.message.contains("U+E123"), "{}", refused.message);

    // Another letter begins with nothing chosen.
    office.call("letter_enclose", one(&long, "annex"));
    write_answer(&mut office, id);
    let view = office.call("request_show", json!({ "id": id }));
    let chosen = view["letter_draft"]["enclosures"]
        .as_array()
        .unwrap()
        .iter();
    assert!(chosen.clone().all(|one| one["role"].is_null()));
    office.call("letter_enclose", one(&long, "annex"));
    let view = issue(&mut office, id, "post");
    let pdf = office.letter(&view["letters"][0]["id"]);
    says(
        &paper::words(&pdf),
        &["long.csv (file,", "longer than 40 pages"],
    );
    office.assert_intact();
}

/// The desk file, past every rule of the program.
fn behind(office: &Office, sql: &str) {
    let key = vault_keys::key_of(&office.place, PASSPHRASE);
    let conn = raw::open(&office.place, &key);
    conn.execute_batch(&format!("PRAGMA foreign_keys = OFF; {sql}"))
        .unwrap();
}

#[test]
fn a_file_that_was_taken_away_keeps_the_letter_in_the_house_and_the_walk_finds_what_was_changed() {
    for (sql, found, why) in [
        (
            "UPDATE letter_enclosure SET sha256 = 'aa'",
            "not the one that went along",
            "another hash",
        ),
        (
            "DELETE FROM letter_enclosure",
            "went along with its letter is gone",
            "the row is gone",
        ),
        (
            "INSERT INTO letter_enclosure SELECT letter, 7, file, role, pages, sha256, event FROM letter_enclosure",
            "never went along",
            "one slipped in",
        ),
        (
            "UPDATE file SET bytes = x'61'",
            "file",
            "the bytes themselves",
        ),
    ] {
        let mut office = berlin("2026-03-03T09:00:00Z");
        let id = answering(&mut office, "Ada Lind", "mail");
        let orders = add(&mut office, id, "orders.csv", ORDERS.as_bytes());
        office.call(
            "letter_enclose",
            json!({ "request": id, "items": [{ "file": orders["id"], "role": "annex" }] }),
        );
        issue(&mut office, id, "post");
        office.assert_intact();
        behind(&office, sql);
        let walked = office.call("log_verify", json!({}));
        assert_eq!(walked["intact"], false, "{why}");
        assert!(walked.to_string().contains(found), "{why}: {walked}");
    }
    let mut office = berlin("2026-03-03T09:00:00Z");
    let id = answering(&mut office, "Ada Lind", "mail");
    let orders = add(&mut office, id, "orders.csv", ORDERS.as_bytes());
    office.call(
        "letter_enclose",
        json!({ "request": id, "items": [{ "file": orders["id"], "role": "file" }] }),
    );
    behind(&office, "DELETE FROM file");
    for command in ["letter_preview", "letter_issue"] {
        let args = if command == "letter_issue" {
            json!({ "request": id, "sent_by": "post" })
        } else {
            json!({ "id": id })
        };
        let refused = office.refused(command, args);
        assert!(
            refused.message.contains("Take it off the list"),
            "{command}: {}",
            refused.message
        );
    }
}
