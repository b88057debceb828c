//! The officer's own words: changed, checked, kept, put in use, taken back; and what an issued letter remembers of it.

use super::*;
use rightsdesk_tests::office::PASSPHRASE;
use rightsdesk_tests::{keys, profile, raw};

const ACK: &str = "gdpr/acknowledgement.txt";
const OURS: &str = "Thank you. This is our own first word to you.";

fn berlin() -> Office {
    Office::quick(
        profile("Europe/Berlin", "de-be", &["eu-gdpr"]),
        "2026-03-02T09:00:00Z",
    )
}

fn asked(office: &mut Office, name: &str) -> u32 {
    office.log(draft(
        "2026-03-02T09:00",
        "mail",
        name,
        "de",
        &[("access", &["eu-gdpr"])],
    ))
}

fn at(language: &str, path: &str) -> Value {
    json!({ "language": language, "path": path })
}

fn typed(path: &str, source: &str) -> Value {
    json!({ "language": "en", "path": path, "source": source })
}

/// The original with our own sentence before its first.
fn ours(office: &mut Office, words: &str) -> String {
    let view = office.call("wording_show", at("en", ACK));
    let original = view["original"].as_str().unwrap();
    assert!(original.contains("--- receipt\n"), "{original}");
    original.replace("--- receipt\n", &format!("--- receipt\n{words} "))
}

/// Drafts and issues an acknowledgement; gives its words and what it says it was made of.
fn acknowledged(office: &mut Office, name: &str, language: &str) -> (u32, Value) {
    let id = asked(office, name);
    let start = json!({ "request": id, "kind": "acknowledgement", "law": "eu-gdpr", "reason": "", "asked": "", "language": language });
    let draft = office.call("letter_draft", start);
    (id, draft)
}

fn issued(office: &mut Office, id: u32) -> (String, Value) {
    let view = office.call("letter_issue", json!({ "request": id, "sent_by": "post" }));
    let words = newest_letter(office, &view);
    (words, view["letters"][0].clone())
}

#[test]
fn a_letter_has_our_words_from_the_day_they_are_in_use_and_remembers_them() {
    let mut office = berlin();
    let first = ours(&mut office, OURS);

    // Typed, it survives the night; nothing has happened yet.
    office.call("wording_draft", typed(ACK, &first));
    office.lock_and_unlock();
    let view = office.call("wording_show", at("en", ACK));
    assert_eq!(view["source"], first.as_str());
    assert_eq!(view["row"]["unsaved"], true);
    assert_eq!(view["check"]["usable"], true, "{:#}", view["check"]);

    // Kept, and not in use: letters are as before.
    let save = |source: &str, in_use: bool| json!({ "language": "en", "path": ACK, "source": source, "note": "friendlier", "in_use": in_use });
    let view = office.call("wording_save", save(&first, false));
    assert_eq!(view["versions"][0]["version"], 1);
    assert_eq!(view["versions"][0]["in_use"], false);
    assert_eq!(view["versions"][0]["note"], "friendlier");
    assert_eq!(view["row"]["unsaved"], false);
    assert_eq!(view["row"]["version"], Value::Null);
    let (_, draft) = acknowledged(&mut office, "Ana Before", "en");
    assert!(!draft.to_string().contains(OURS));
    assert_eq!(draft["wording"], json!([]));

    // In use: the next letter has the words, and says which version they are.
    let view = office.call(
        "wording_use",
        json!({ "language": "en", "path": ACK, "version": 1 }),
    );
    assert_eq!(view["row"]["version"], 1);
    let sha = view["versions"][0]["sha256"].clone();
    let (id, draft) = acknowledged(&mut office, "Ben Within", "en");
    assert!(draft.to_string().contains(OURS), "{draft:#}");
    let made_of = json!([{ "path": ACK, "version": 1, "sha256": sha }]);
    assert_eq!(draft["wording"], made_of);

    // The version changes while that letter is being written: it stays what it was drafted from.
    let second = ours(&mut office, "And this is our second.");
    let view = office.call("wording_save", save(&second, true));
    assert_eq!(view["row"]["version"], 2);
    assert_eq!(view["row"]["versions"], 2);
    let (words, letter) = issued(&mut office, id);
    assert!(words.contains("our own first word"), "{words}");
    assert_eq!(letter["way"]["wording"], made_of);
    assert_eq!(letter["way"]["templates"].as_str().unwrap().len(), 64);
    let (next, _) = acknowledged(&mut office, "Cem Next", "en");
    let (words, newer) = issued(&mut office, next);
    assert!(words.contains("our second"), "{words}");
    assert_eq!(newer["way"]["wording"][0]["version"], 2);
    // A version is never written over.
    let view = office.call("wording_show", at("en", ACK));
    assert_eq!(view["versions"][1]["source"], first.as_str());

    // German letters have no English words.
    let (_, german) = acknowledged(&mut office, "Dana Deutsch", "de");
    assert!(!german.to_string().contains("our second"));
    assert_eq!(german["wording"], json!([]));

    // Back to the original is a step of its own; what was issued keeps its own.
    let view = office.call(
        "wording_use",
        json!({ "language": "en", "path": ACK, "version": null }),
    );
    assert_eq!(view["row"]["version"], Value::Null);
    assert_eq!(view["source"], view["original"]);
    assert_eq!(view["versions"].as_array().unwrap().len(), 2);
    let (last, draft) = acknowledged(&mut office, "Eli Last", "en");
    assert!(!draft.to_string().contains("our second"));
    let (_, plain) = issued(&mut office, last);
    assert_eq!(plain["way"]["wording"], json!([]));
    let before = office.call("request_show", json!({ "id": id }));
    assert_eq!(before["letters"][0]["way"]["wording"], made_of);
    let why = office.refused(
        "wording_use",
        json!({ "language": "en", "path": ACK, "version": null }),
    );
    assert!(why.message.contains("original"), "{why:?}");
    office.assert_intact();
}

#[test]
fn what_is_wrong_is_said_at_once_and_never_used() {
    let mut office = berlin();
    let view = office.call("wording_show", at("en", ACK));
    let original = view["original"].as_str().unwrap().to_owned();
    let unknown = original.replace("{{ received", "{{ recieved");
    let unknown = if unknown == original {
        format!("{original}{{% if law == \"nowhere\" %}}{{{{ recieved }}}}{{% endif %}}\n")
    } else {
        unknown
    };
    let check = office.call("wording_check", typed(ACK, &unknown));
    assert_eq!(check["usable"], false);
    let problem = &check["problems"][0];
    assert!(problem["line"].as_u64().is_some(), "{check:#}");
    assert!(
        problem["says"]
            .as_str()
            .unwrap()
            .contains("Is “received” meant?"),
        "{check:#}"
    );
    // A removed item is named with its article and its letter, and its paragraph can be put back.
    let lacking = office.call("wording_show", at("en", "gdpr/extension.txt"))["original"]
        .as_str()
        .unwrap()
        .replace("--- reasons", "---");
    let check = office.call("wording_check", typed("gdpr/extension.txt", &lacking));
    assert_eq!(check["usable"], false);
    let losses = check["losses"].as_array().unwrap();
    let letters: Vec<&str> = losses
        .iter()
        .map(|l| l["letter"].as_str().unwrap())
        .collect();
    assert!(letters.iter().any(|l| l.contains("GDPR")), "{check:#}");
    for loss in losses {
        assert!(loss["cite"].as_str().unwrap().contains("12"), "{loss:#}");
        assert!(
            loss["put_back"]
                .as_str()
                .unwrap()
                .starts_with("--- reasons"),
            "{loss:#}"
        );
    }
    // It can be kept, and cannot be used, neither now nor later.
    let save = |in_use: bool| json!({ "language": "en", "path": "gdpr/extension.txt", "source": lacking, "note": "", "in_use": in_use });
    let why = office.refused("wording_save", save(true));
    assert!(why.message.contains("letters would lack"), "{why:?}");
    let view = office.call("wording_save", save(false));
    assert_eq!(view["versions"][0]["in_use"], false);
    let why = office.refused(
        "wording_use",
        json!({ "language": "en", "path": "gdpr/extension.txt", "version": 1 }),
    );
    assert!(
        why.message.starts_with("Version 1 cannot be used"),
        "{why:?}"
    );
    // Nothing changed is nothing to keep; what is no template is none.
    office.refused("wording_save", save(false));
    office.refused(
        "wording_save",
        json!({ "language": "en", "path": ACK, "source": original, "note": "", "in_use": true }),
    );
    office.refused("wording_show", at("en", "../words.toml"));
    office.refused("wording_draft", typed("general/nothing.txt", "x"));
    office.refused(
        "wording_use",
        json!({ "language": "en", "path": ACK, "version": 7 }),
    );
    office.refused("wording_draft", typed(ACK, &"x".repeat(700_000)));
    office.assert_intact();
}

#[test]
fn the_page_is_seen_while_it_is_typed() {
    let mut office = berlin();
    let source = ours(&mut office, OURS);
    let preview = |source: &str, sample: &str| json!({ "language": "en", "path": ACK, "source": source, "law": "eu-gdpr", "kind": "acknowledgement", "right": "access", "outcome": null, "sample": sample });
    for sample in ["ordinary", "longest", "strangest"] {
        let page = office.call("wording_preview", preview(&source, sample));
        let pdf = rightsdesk_tests::office::bytes(&page["pdf"]["base64"]);
        paper::assert_sound(&pdf);
        let words = paper::words(&pdf);
        assert!(words.contains("our own first word"), "{sample}: {words}");
    }
    let why = office.refused("wording_preview", preview("{{ nothing }}", "ordinary"));
    assert!(why.message.contains(ACK), "{why:?}");
    office.refused("wording_preview", preview(&source, "usual"));
    let endless = "{% for i in range(1000000000) %}x{% endfor %}";
    office.refused("wording_preview", preview(endless, "ordinary"));
    // A part is seen in a letter that takes it in, the letter about a breach with what it is written from.
    let view = office.call("wording_show", at("de", "incident/notice.txt"));
    assert_eq!(view["cases"].as_array().unwrap().len(), 1);
    let notice = json!({ "language": "de", "path": "incident/notice.txt", "source": view["source"], "law": "", "kind": null, "right": null, "outcome": null, "sample": "ordinary" });
    let page = office.call("wording_preview", notice);
    let words = paper::words(&rightsdesk_tests::office::bytes(&page["pdf"]["base64"]));
    assert!(words.contains("Lesekreis"), "{words}");
}

#[test]
fn every_template_is_on_the_list_with_the_letters_it_is_for() {
    let mut office = berlin();
    let list = office.call("wording_list", json!({}));
    let rows = list["rows"].as_array().unwrap();
    let row = |language: &str, path: &str| {
        rows.iter()
            .find(|row| row["language"] == language && row["path"] == path)
            .unwrap_or_else(|| panic!("no {language} {path}"))
    };
    assert!(rows.len() > 300, "{}", rows.len());
    let ack = row("en", "eu-gdpr/acknowledgement.txt");
    assert_eq!(ack["title"], "Acknowledgement");
    assert_eq!(ack["laws"], json!(["eu-gdpr"]));
    assert_eq!(ack["kinds"], json!(["acknowledgement"]));
    assert_eq!(ack["part"], false);
    let erased = row("de", "gdpr/granted/erasure.txt");
    assert_eq!(erased["part"], true);
    assert!(
        erased["laws"]
            .as_array()
            .unwrap()
            .contains(&json!("uk-gdpr")),
        "{erased}"
    );
    assert_eq!(row("fr", "incident/notice.txt")["laws"], json!([]));
    // Nobody writes letters under a Californian law in German.
    for german in rows.iter().filter(|row| row["language"] == "de") {
        let laws = german["laws"].as_array().unwrap();
        assert!(!laws.contains(&json!("us-ca-ccpa")), "{german}");
    }
    assert_eq!(list["laws"][0]["ours"], true);
    let view = office.call("wording_show", at("en", "eu-gdpr/acknowledgement.txt"));
    let fields = view["groups"].to_string();
    assert!(fields.contains("{% for claim in claims %}") && fields.contains("2 November 2026"));
}

#[test]
fn a_new_original_is_told_and_ours_goes_on_being_used() {
    let mut office = berlin();
    let ours = ours(&mut office, OURS);
    office.call(
        "wording_save",
        json!({ "language": "en", "path": ACK, "source": ours, "note": "", "in_use": true }),
    );
    assert_eq!(
        office.call("wording_show", at("en", ACK))["row"]["original_changed"],
        false
    );
    // As if the version had been made under an older program, whose text was another.
    let key = keys::key_of(&office.place, PASSPHRASE);
    office.app.leave();
    let conn = raw::open(&office.place, &key);
    conn.execute_batch(
        "UPDATE wording SET original = 'subject: The older one', original_sha256 = '00'",
    )
    .unwrap();
    drop(conn);
    office.app.choose(&office.place).unwrap();
    office.call("unlock", json!({ "passphrase": PASSPHRASE }));

    let view = office.call("wording_show", at("en", ACK));
    assert_eq!(view["row"]["original_changed"], true);
    assert_eq!(view["versions"][0]["made_from"], "subject: The older one");
    assert_eq!(view["row"]["version"], 1);
    let (_, draft) = acknowledged(&mut office, "Ana After", "en");
    assert!(draft.to_string().contains(OURS));
    // A version made from the present original has nothing to tell.
    let next = format!("{ours}\n---\nGoodbye.\n");
    let view = office.call(
        "wording_save",
        json!({ "language": "en", "path": ACK, "source": next, "note": "", "in_use": true }),
    );
    assert_eq!(view["row"]["original_changed"], false);
}
