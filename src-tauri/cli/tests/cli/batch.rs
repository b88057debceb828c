//! `deadline --batch`: many questions to the law in one go, a JSON object a line.

use crate::run::{Ran, program, run};
use serde_json::{Value, json};
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    process::Stdio,
};

/// Hands the lines in on standard input.
fn batch(input: &[u8]) -> Ran {
    let mut started = program()
        .args(["deadline", "--batch", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = started.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || pipe.write_all(&input));
    let output = started.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    output.into()
}

fn answers(ran: &Ran) -> Vec<Value> {
    ran.out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}")))
        .collect()
}

/// A case of a table as a line of a batch: the events are pairs in ours, objects in the line.
fn line_of(case: &Value) -> Value {
    let mut line = json!({});
    for key in [
        "id",
        "regime",
        "right",
        "received",
        "timezone",
        "calendar",
        "arrived_at",
    ] {
        if let Some(value) = case.get(key) {
            line[key] = value.clone();
        }
    }
    let event = |event: &Value| match event.as_array() {
        Some(pair) => json!({ "type": pair[0], "date": pair[1] }),
        None => event.clone(),
    };
    if let Some(events) = case["events"].as_array() {
        line["events"] = events.iter().map(event).collect();
    }
    line
}

#[track_caller]
fn all_as_expected(cases: &[Value]) {
    let lines: String = cases
        .iter()
        .map(|case| format!("{}\n", line_of(case)))
        .collect();
    let ran = batch(lines.as_bytes()).well();
    let answers = answers(&ran);
    assert_eq!(answers.len(), cases.len());
    let mut wrong = Vec::new();
    for (case, answer) in cases.iter().zip(&answers) {
        assert_eq!(case["id"], answer["id"], "the order is kept");
        for (table, found) in [("expect", answer), ("earliest", &answer["earliest"])] {
            for (key, date) in case[table].as_object().into_iter().flatten() {
                if found[key] != *date {
                    wrong.push(format!(
                        "{} {key}: {} instead of {date}",
                        case["id"], found[key]
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_given_case_in_one_go() {
    let table = include_str!("../../../core/src/law/tests/deadlines.given.json");
    let cases: Vec<Value> = serde_json::from_str(table).unwrap();
    assert!(cases.len() >= 65);
    all_as_expected(&cases);
}

#[test]
fn our_own_cases_in_one_go() {
    let table = include_str!("../../../core/src/law/tests/deadlines.own.json");
    let cases: Vec<Value> = serde_json::from_str(table).unwrap();
    assert!(cases.len() >= 125);
    all_as_expected(&cases);
}

/// The same object, whichever way it is asked for.
#[test]
fn a_line_and_the_flags_give_the_same_object() {
    let lines = concat!(
        r#"{"regime":"uk-gdpr","right":"access","received":"2026-02-16","calendar":"gb-eng","events":[{"type":"clarification-requested","date":"2026-02-19"},{"type":"clarification-received","date":"2026-02-28"}]}"#,
        "\n",
        r#"{"regime":"us-ca-shine-the-light","right":"disclosure-list","received":"2027-01-01T07:59:00+00:00","timezone":"America/Los_Angeles","arrived-at":"other-address"}"#,
        "\n",
    );
    let found = answers(&batch(lines.as_bytes()).well());
    let flags = [
        "--regime uk-gdpr --right access --received 2026-02-16 --calendar gb-eng --event clarification-requested=2026-02-19 --event clarification-received=2026-02-28",
        "--regime us-ca-shine-the-light --right disclosure-list --received 2027-01-01T07:59:00+00:00 --timezone America/Los_Angeles --arrived-at other-address",
    ];
    for (flags, found) in flags.iter().zip(&found) {
        let args: Vec<&str> = ["deadline", "--json"]
            .into_iter()
            .chain(flags.split(' '))
            .collect();
        assert_eq!(run(&args).json(), *found, "{flags}");
    }
    assert_eq!(found.len(), 2);
}

#[test]
fn a_bad_line_says_so_in_its_place_and_the_rest_goes_on() {
    let good = r#"{"regime":"eu-gdpr","right":"access","received":"2026-01-31"}"#;
    let lines = [
        good,
        "",
        "not json",
        r#"{"regime":"eu-gdpr","right":"access"}"#,
        r#"{"regime":"eu-gdpr","right":"access","received":"2026-02-30","id":7}"#,
        r#"{"regime":"eu-gdpr","right":"access","received":"2026-01-31","recieved":"x"}"#,
        r#"{"regime":"eu-gdpr","right":"access","received":"2026-02-10","events":[{"type":"identity-requested","date":"2026-02-01"}]}"#,
        r#"{"regime":"eu-gdpr","right":"access","received":"2026-01-31","arrived_at":"other-address"}"#,
        "[]",
        "   ",
        good,
    ];
    let mut input = b"\xef\xbb\xbf".to_vec();
    input.extend(lines.join("\r\n").into_bytes());
    input.extend(b"\n\xff\xfe\n");
    input.extend(good.as_bytes());
    let ran = batch(&input);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("8 of 11 lines"), "{}", ran.err);
    let found = answers(&ran);
    assert_eq!(found.len(), 11);
    for at in [0, 8, 10] {
        assert_eq!(found[at]["respond_due"], "2026-03-02", "{}", found[at]);
    }
    let problem = |line: u64| {
        found
            .iter()
            .find(|answer| answer["line"] == line)
            .and_then(|answer| answer["error"].as_str())
            .unwrap_or_else(|| panic!("line {line} has no complaint"))
    };
    assert!(problem(3).contains("cannot be read"), "{}", problem(3));
    assert!(problem(4).contains("received"), "{}", problem(4));
    assert!(problem(5).contains("2026-02-30"), "{}", problem(5));
    assert!(problem(6).contains("recieved"), "{}", problem(6));
    assert!(problem(7).contains("before the request"), "{}", problem(7));
    assert!(problem(8).contains("makes no difference"), "{}", problem(8));
    problem(9);
    problem(12);
    let numbered = found.iter().find(|answer| answer["line"] == 5).unwrap();
    assert_eq!(numbered["id"], 7);
}

#[test]
fn a_file_works_as_well_and_a_missing_one_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("questions.jsonl");
    fs::write(
        &file,
        "{\"regime\":\"us-can-spam\",\"right\":\"unsubscribe\",\"received\":\"2026-03-02\"}\n",
    )
    .unwrap();
    let found = answers(&run(&["deadline", "--batch", file.to_str().unwrap()]).well());
    assert_eq!(found[0]["respond_due"], "2026-03-16");
    run(&["deadline", "--batch", "no-such-file.jsonl"]).refused(1, "could not be read");
    let mixed = run(&["deadline", "--batch", "-", "--regime", "eu-gdpr"]);
    assert_eq!(mixed.code, 2, "{}", mixed.err);
}

/// Whoever asks one line, waits, and asks the next is not left waiting.
#[test]
fn an_answer_comes_as_soon_as_the_line_is_there() {
    let mut started = program()
        .args(["deadline", "--batch", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = started.stdin.take().unwrap();
    let mut out = BufReader::new(started.stdout.take().unwrap());
    for received in ["2026-01-31", "2026-03-05"] {
        writeln!(
            pipe,
            r#"{{"regime":"eu-gdpr","right":"access","received":"{received}"}}"#
        )
        .unwrap();
        pipe.flush().unwrap();
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let answer: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(answer["received_on"], received);
    }
    drop(pipe);
    assert!(started.wait().unwrap().success());
}

#[test]
fn where_it_arrived_is_asked_only_where_the_law_asks() {
    let ask = |line: &str| {
        let args: Vec<&str> = ["deadline", "--json"]
            .into_iter()
            .chain(line.split(' '))
            .collect();
        run(&args)
    };
    let light = "--regime us-ca-shine-the-light --right disclosure-list --received 2026-03-02";
    let there =
        |how: &str| ask(&format!("{light} --arrived-at {how}")).json()["respond_due"].clone();
    assert_eq!(there("designated-address"), "2026-04-01");
    assert_eq!(there("other-address"), "2026-07-30");
    let signal = ask(
        "--regime us-ca-ccpa --right opt-out-sale-sharing --received 2026-03-02 --arrived-at opt-out-signal",
    );
    assert_eq!(signal.json()["cease_due"], "2026-03-02");
    let unknown = ask(&format!("{light} --arrived-at pigeon"));
    unknown.refused(1, "designated-address, other-address, opt-out-signal");
    ask("--regime eu-gdpr --right access --received 2026-03-02 --arrived-at other-address")
        .refused(1, "makes no difference by how a request arrived");
    ask("--regime us-ca-ccpa --right opt-out-sale-sharing --received 2026-03-02 --arrived-at other-address")
        .refused(1, "asks only for: opt-out-signal");
}
