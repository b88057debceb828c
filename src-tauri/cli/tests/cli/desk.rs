//! A desk from its making to its backup, each command once as it is meant and once as it is not.

use crate::run::{Desk, run};
use serde_json::Value;
use std::fs;

#[test]
fn the_whole_way() {
    let desk = Desk::new();
    assert!(desk.recovery_key.len() >= 20, "{}", desk.recovery_key);

    let reference = desk.logged("Jonna Weber");
    assert!(reference.ends_with("-0001"), "{reference}");

    let queue = desk.run(&["queue", "--json"]).json();
    assert_eq!(queue["total"], 1);
    assert_eq!(queue["rows"][0]["person"], "Jonna Weber");
    assert_eq!(queue["rows"][0]["reference"], reference.as_str());
    let table = desk.run(&["queue", "--search", "onna"]).well().out;
    assert!(table.contains("Jonna Weber"), "{table}");
    let none = desk.run(&["queue", "--search", "nobody", "--json"]).json();
    assert_eq!(none["rows"], Value::Array(Vec::new()));

    let draft = desk.at("draft.pdf");
    desk.run(&[
        "letter",
        &reference,
        "acknowledgement",
        "--preview",
        "--out",
        &draft,
    ])
    .well();
    assert!(fs::read(&draft).unwrap().starts_with(b"%PDF-"));
    let shown = desk.run(&["call", "request_show", r#"{"id": 1}"#]).json();
    assert_eq!(shown["letters"], Value::Array(Vec::new()));
    assert_eq!(
        shown["letter_draft"],
        Value::Null,
        "a preview leaves no draft behind"
    );

    let letter = desk.at("letter.pdf");
    desk.run(&[
        "letter",
        &reference,
        "acknowledgement",
        "--sent-by",
        "mail",
        "--out",
        &letter,
    ])
    .well();
    let shown = desk.run(&["call", "request_show", r#"{"id": 1}"#]).json();
    assert_eq!(shown["letters"][0]["kind"], "acknowledgement");
    assert_eq!(shown["letters"][0]["sent_by"], "mail");
    assert_eq!(
        shown["letters"][0]["size"].as_u64(),
        Some(fs::metadata(&letter).unwrap().len())
    );

    let year = reference.split('-').next().unwrap();
    let table = desk.run(&["year", year]).well().out;
    assert!(table.contains("Tannery Row Press"), "{table}");
    let figures = desk.run(&["year", year, "--format", "json"]).json();
    assert_eq!(figures["report"], "rights");
    for report in [
        "disclosures",
        "metrics",
        "rights",
        "children",
        "health",
        "promises",
        "register",
    ] {
        let of = ["year", year, "--report", report];
        let csv = desk.run(&[&of[..], &["--format", "csv"]].concat());
        let csv = csv.well().out;
        assert!(csv.starts_with("\u{feff}Report,"), "{csv}");
        let pdf = desk.at("report.pdf");
        let printed = [&of[..], &["--format", "pdf", "--replace", "--out", &pdf]].concat();
        desk.run(&printed).well();
        assert!(fs::read(&pdf).unwrap().starts_with(b"%PDF-"));
    }
    let metrics = [
        "year",
        year,
        "--report",
        "metrics",
        "--californians",
        "--reasons",
    ];
    let page = desk.run(&[&metrics[..], &["--format", "html"]].concat());
    assert!(page.well().out.starts_with("<section"));
    desk.run(&["year", year, "--format", "html"])
        .refused(1, "Only the request metrics");
    let table = desk.run(&["year", year, "--report", "metrics"]).well().out;
    assert!(!table.contains(" ()"), "{table}");
    assert!(
        table.contains("For the officer: Settings do not say"),
        "{table}"
    );
    desk.run(&["year", year, "--californians"])
        .refused(1, "Only the request metrics can be counted");
    let day = format!("{year}-01-01");
    let days = desk.run(&["year", "--from", &day, "--to", &day, "--format", "json"]);
    assert_eq!(days.json()["span"]["last"], day.as_str());
    let fiscal = desk.run(&["year", year, "--fiscal", "--format", "json"]);
    assert_eq!(fiscal.json()["span"]["first"], day.as_str());

    let verified = desk.run(&["verify", "--json"]).json();
    assert_eq!(verified["intact"], true);
    assert!(verified["events"].as_u64().unwrap() >= 3);

    let copy = desk.at("copy.rightsdesk");
    desk.run(&["backup", &copy]).well();
    let of_copy = crate::run::program()
        .env("RIGHTSDESK_PASSPHRASE", crate::run::PASSPHRASE)
        .env("RIGHTSDESK_DESK", &copy)
        .args(["queue", "--json"])
        .output()
        .unwrap();
    assert_eq!(crate::run::Ran::from(of_copy).json()["total"], 1);
    desk.run(&["backup", &copy])
        .refused(1, "nothing was written over");
}

#[test]
fn a_request_comes_as_json_too() {
    let desk = Desk::new();
    let draft = r#"{
        "received": "2026-02-03T09:30", "channel": "post", "residence": "fr",
        "requester": {"name": "Łucja Żółć", "address": ["2 rue des Tanneurs", "67000 Strasbourg"]},
        "claims": [{"right": "erasure"}, {"right": "access"}], "words": "Effacez tout, après me l'avoir montré."
    }"#;
    let logged = desk.told(&["log", "--draft", "-", "--json"], draft).json();
    assert_eq!(logged["reference"], "2026-0001");
    desk.told(&["log", "--draft", "-"], r#"{"requestor": {}}"#)
        .refused(1, "requestor");
    desk.told(&["log", "--draft", "-"], "not json")
        .refused(1, "not a request as JSON");
    desk.run(&["log", "--draft", "no-such-file.json"])
        .refused(1, "no-such-file.json could not be read");
    let queue = desk.run(&["queue", "--json"]).json();
    assert_eq!(queue["total"], 1, "what was refused was not logged");
}

#[test]
fn what_is_missing_is_named() {
    let desk = Desk::new();
    let ran = desk.run(&["log", "--name", "Jonna Weber"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.trim_end().ends_with(')'),
        "names the field: {}",
        ran.err
    );

    let ran = desk.run(&["log", "--right", "free-beer"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("erasure"), "{}", ran.err);

    let out = desk.at("letter.pdf");
    desk.run(&["letter", "2026-9999", "acknowledgement", "--out", &out])
        .refused(1, "There is no request 2026-9999");
    assert!(!std::path::Path::new(&out).exists());
}

#[test]
fn a_letter_that_does_not_fit_is_refused_and_leaves_nothing() {
    let desk = Desk::new();
    let reference = desk.logged("Jonna Weber");
    let out = desk.at("letter.pdf");
    let ran = desk.run(&["letter", &reference, "answer-in-full", "--out", &out]);
    assert_eq!(ran.code, 1, "nothing is decided yet: {}", ran.err);
    assert!(!std::path::Path::new(&out).exists());
    let shown = desk.run(&["call", "request_show", r#"{"id": 1}"#]).json();
    assert_eq!(shown["letter_draft"], Value::Null);
}

#[test]
fn what_tells_of_somebodys_health_goes_by_plain_mail_only_with_a_reason() {
    let desk = Desk::new();
    let draft = r#"{
        "received": "2026-02-03T09:30", "channel": "mail", "residence": "de",
        "requester": {"name": "Jonna Weber", "email": "jonna@example.org"},
        "claims": [{"right": "rectification", "laws": ["eu-gdpr"]}], "words": "The allergy in my file is wrong.",
        "particulars": {"data_kinds": ["health-record"]}
    }"#;
    let logged = desk.told(&["log", "--draft", "-", "--json"], draft).json();
    let reference = logged["reference"].as_str().unwrap();
    let shown = desk.run(&["call", "request_show", r#"{"id": 1}"#]).json();
    let claim = &shown["claims"][0];
    let decided = format!(
        r#"{{"claim": {}, "outcome": "refused", "ground": {}, "reasons": "It is right as it stands.", "kept": ""}}"#,
        claim["id"], claim["grounds"][0]["id"]
    );
    desk.run(&["call", "claim_decide", &decided]).well();
    let out = desk.at("refusal.pdf");
    let letter = |more: &[&str]| {
        let mut args = vec![
            "letter",
            reference,
            "refusal",
            "--sent-by",
            "mail",
            "--out",
            &out,
        ];
        args.extend(more);
        desk.run(&args)
    };
    letter(&[]).refused(1, "plain_mail_reason");
    letter(&["--plain-mail-reason", "  "]).refused(1, "plain e-mail");
    let why = "She asked for it by mail and was told of the risk.";
    letter(&["--plain-mail-reason", why]).well();
    let shown = desk.run(&["call", "request_show", r#"{"id": 1}"#]).json();
    assert!(shown["log"].to_string().contains(why), "{shown:#}");
    let help = run(&["letter", "--help"]).well().out;
    assert!(help.contains("--plain-mail-reason"), "{help}");
}

#[test]
fn any_command_of_the_table() {
    let laws = run(&["call", "law_list"]).json();
    assert!(laws["laws"].as_array().unwrap().len() >= 4);
    let list = run(&["call", "--list"]).well().out;
    assert!(list.contains("request_log"), "{list}");
    run(&["call", "no_such_command"]).refused(1, "no_such_command");
    run(&["call", "queue", "{}"]).refused(1, "queue");
    run(&["call", "law_list", "{"]).refused(1, "not JSON");
    run(&["call", "request_show", r#"{"id": 1}"#]).refused(1, "No desk is open");
    // A passphrase in an argument could be seen by everyone.
    run(&["call", "unlock", r#"{"passphrase": "x"}"#]).refused(1, "standard input");

    let desk = Desk::new();
    let unlocked = desk
        .told(
            &["call", "unlock", "-"],
            &format!(r#"{{"passphrase": "{}"}}"#, crate::run::PASSPHRASE),
        )
        .json();
    assert_eq!(unlocked["phase"], "open");
    let key = format!(
        r#"{{"recovery_key": "{}", "new_passphrase": "a quite different string of words"}}"#,
        desk.recovery_key
    );
    let unlocked = desk
        .told(&["call", "unlock_with_recovery", "-"], &key)
        .json();
    assert_eq!(unlocked["phase"], "open");
    assert_eq!(
        desk.run(&["queue"]).code,
        3,
        "the old passphrase is no longer good"
    );
}

#[test]
fn no_desk_there() {
    run(&["queue"]).refused(1, "Which desk?");
    run(&["queue", "--desk", "no-such.rightsdesk"]).refused(1, "There is no desk at that place");

    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("letter.rightsdesk");
    fs::write(&place, "Dear Sir or Madam").unwrap();
    let ran = run(&["queue", "--desk", place.to_str().unwrap()]);
    assert!(ran.code == 1 || ran.code == 4, "{}: {}", ran.code, ran.err);
    assert!(!ran.err.is_empty());
}

#[test]
fn a_desk_is_not_made_over_another() {
    let desk = Desk::new();
    let before = fs::read(desk.path()).unwrap();
    desk.run(&[
        "create",
        "--officer",
        "Ida Quist",
        "--organisation",
        "Other",
        "--address",
        "Street 1",
        "--contact-email",
        "a@b.example",
        "--time-zone",
        "Europe/Berlin",
        "--laws",
        "eu-gdpr",
    ])
    .refused(1, "There is already a desk of that name");
    assert_eq!(fs::read(desk.path()).unwrap(), before);
}

#[test]
fn what_only_some_laws_ask_has_flags() {
    let desk = Desk::new();
    let log = |more: &[&str]| {
        let asked = [
            "log",
            "--channel",
            "mail",
            "--name",
            "Jonna Weber",
            "--residence",
            "de",
            "--right",
            "access",
            "--json",
        ];
        desk.run(&[&asked, more].concat())
    };
    let logged = log(&[
        "--age",
        "12",
        "--data-kind",
        "account",
        "--data-kind",
        "employment",
        "--arrived-at",
        "other-address",
        "--dated",
        "2026-01-05",
    ])
    .json();
    let shown = desk
        .run(&[
            "call",
            "request_show",
            &format!(r#"{{"id":{}}}"#, logged["id"]),
        ])
        .json();
    let told = &shown["particulars"];
    assert_eq!(told["age"], 12);
    assert_eq!(told["data_kinds"].as_array().unwrap().len(), 2);
    assert_eq!(told["arrived_at"], "other-address");
    assert_eq!(told["dated_on"], "2026-01-05");
    log(&["--dated", "2026-02-31"]).refused(1, "no day that exists");
    log(&["--data-kind", "gossip"]).refused(2, "health-record");
}

#[test]
fn a_damaged_desk_ends_with_four_and_is_left_as_it_is() {
    let desk = Desk::new();
    desk.logged("Jonna Weber");
    let whole = fs::read(desk.path()).unwrap();
    let cut = whole[..whole.len() / 3].to_vec();
    fs::write(desk.path(), &cut).unwrap();
    let ran = desk.run(&["verify"]);
    assert_eq!(ran.code, 4, "{}", ran.err);
    assert_eq!(fs::read(desk.path()).unwrap(), cut);
}

#[test]
fn a_desk_in_use_says_so() {
    let desk = Desk::new();
    let mut lock = desk.path().into_os_string();
    lock.push(".lock");
    let held = fs::OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(lock)
        .unwrap();
    held.try_lock().unwrap();
    desk.run(&["queue"]).refused(1, "already open");
    drop(held);
    desk.run(&["queue"]).well();
}

#[test]
fn the_post_of_a_day_is_one_file_and_is_confirmed_on_request() {
    let desk = Desk::new();
    let today = desk.run(&["call", "session", "{}"]).json()["today"]
        .as_str()
        .unwrap()
        .to_owned();
    let out = desk.at("post.pdf");
    let none = desk.run(&["letters", "post", "--date", &today, "--out", &out]);
    assert!(none.err.contains("No letter is waiting"), "{}", none.err);
    for who in ["Jonna Weber", "Ari Holm"] {
        let reference = desk.logged(who);
        let letter = desk.at("letter.pdf");
        let kind = "acknowledgement";
        let line = ["letter", &reference, kind, "--wait", "--out", &letter];
        desk.run(&[&line[..], &["--replace"]].concat()).well();
    }
    let before = desk.run(&["letters", "post", "--date", "2000-01-01", "--out", &out]);
    assert!(
        before.err.contains("No letter is waiting"),
        "{}",
        before.err
    );
    let no_day = desk.run(&["letters", "post", "--date", "soon", "--out", &out]);
    assert!(no_day.err.contains("no day that exists"), "{}", no_day.err);
    let said = desk
        .run(&["letters", "post", "--date", &today, "--out", &out])
        .well()
        .out;
    assert!(said.starts_with("2 letters, 3 pages."), "{said}");
    assert!(fs::read(&out).unwrap().starts_with(b"%PDF-"));
    let room = r#"{"tab": "ready"}"#;
    let counts = &desk.run(&["call", "print_room", room]).json()["counts"];
    assert_eq!(counts["ready"], 2, "printing records nothing");
    desk.run(&[
        "letters",
        "post",
        "--date",
        &today,
        "--confirm",
        "--replace",
        "--out",
        &out,
    ])
    .well();
    let counts = &desk.run(&["call", "print_room", room]).json()["counts"];
    assert_eq!(
        (&counts["ready"], &counts["posted"]),
        (&Value::from(0), &Value::from(2))
    );
}

#[test]
fn data_goes_along_with_a_letter_as_pages_and_as_a_file() {
    let desk = Desk::new();
    let reference = desk.logged("Jonna Weber");
    let out = desk.at("letter.pdf");
    let data = desk.at("orders.csv");
    fs::write(&data, "order;title\n1;Atlas\n2;=SUM(1)\n").unwrap();
    let letter = |more: &[&str]| {
        let mut args = vec![
            "letter",
            reference.as_str(),
            "acknowledgement",
            "--out",
            out.as_str(),
        ];
        args.extend(more);
        desk.run(&args)
    };
    letter(&["--enclose", "nothing.pdf"]).refused(1, "no file nothing.pdf");
    letter(&["--annex", &desk.at("missing.csv")]).refused(1, "none can be read on the disk");
    letter(&["--annex", &data, "--preview"]).refused(1, "nothing is kept");
    letter(&["--annex", &data, "--wait"]).well();
    let shown = desk.run(&["call", "request_show", r#"{"id": 1}"#]).json();
    assert_eq!(
        shown["files"][0]["name"], "orders.csv",
        "the path is no name"
    );
    assert!(
        shown["letters"][0]["pages"].as_u64().unwrap() >= 3,
        "letter, annex, list"
    );
    let args = format!("{{\"id\":{}}}", shown["letters"][0]["id"]);
    let along = desk.run(&["call", "letter_enclosures", &args]).json();
    assert_eq!(along["files"][0]["sha256"], shown["files"][0]["sha256"]);
    assert_eq!(along["files"][0]["role"], "annex");
    let post = desk.at("post.pdf");
    let today = shown["letters"][0]["issued_on"]
        .as_str()
        .unwrap()
        .to_owned();
    desk.run(&["letters", "post", "--date", &today, "--out", &post])
        .well();
    desk.run(&["verify"]).well();
}
