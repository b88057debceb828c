//! Writes to a desk for ever, and says on standard output what has been acknowledged. Made to be killed.
//!
//! `rightsdesk-writes DESK SEED`; the passphrase is that of the tests.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a tool of the tests: it stops when something is wrong, and the test sees it"
)]

use rightsdesk_core::api;
use rightsdesk_core::desk::App;
use rightsdesk_tests::office::{PASSPHRASE, base64, fill, moment, number};
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;

fn main() {
    let mut args = std::env::args().skip(1);
    let place = args.next().expect("usage: rightsdesk-writes DESK SEED");
    let seed: u64 = args.next().expect("a seed").parse().expect("a number");
    let now = moment("2026-06-15T10:00:00Z");
    let mut app = App::new();
    app.choose(Path::new(&place)).unwrap();
    let mut call = |name: &str, args: Value| match api::call(&mut app, name, args, now) {
        Ok(reply) => reply,
        Err(why) => panic!("{name}: {why}"),
    };
    call("unlock", json!({ "passphrase": PASSPHRASE }));
    let mut out = std::io::stdout().lock();
    // Only what has been told counts as acknowledged; a line is whole when its newline is there.
    let mut told = move |line: String| {
        out.write_all(line.as_bytes()).unwrap();
        out.write_all(b"\n").unwrap();
        out.flush().unwrap();
    };
    told("open".into());
    for turn in 0_u64.. {
        let mark = format!("{seed}-{turn}");
        call("draft_save", json!({ "draft": draft(&mark) }));
        told(format!("draft {mark}"));
        let file = call(
            "file_add",
            json!({ "request": null, "name": format!("{mark}.txt"), "media_type": "text/plain", "base64": base64(mark.repeat(500).as_bytes()) }),
        );
        let logged = call("request_log", json!({ "draft": draft(&mark) }));
        let id = number(&logged["id"]);
        told(format!("request {id} {mark}"));
        told(format!("file {} {mark}", file["id"]));
        call(
            "request_note",
            json!({ "request": id, "text": format!("note {mark}") }),
        );
        told(format!("note {id} {mark}"));
        let letter = call(
            "letter_draft",
            json!({ "request": id, "kind": "acknowledgement", "law": "eu-gdpr", "reason": "", "asked": "" }),
        );
        let mut text = letter["text"].clone();
        for block in text["blocks"].as_array_mut().unwrap() {
            block["text"] = fill(block["text"].as_str().unwrap(), "as agreed").into();
        }
        call("letter_save", json!({ "request": id, "text": text }));
        let view = call("letter_issue", json!({ "request": id, "sent_by": "post" }));
        let letter = &view["letters"][0];
        told(format!(
            "letter {} {}",
            letter["id"],
            letter["sha256"].as_str().unwrap()
        ));
    }
}

fn draft(mark: &str) -> Value {
    json!({
        "received": "2026-06-12T09:00", "channel": "post", "capacity": "self", "residence": "de", "subject": null,
        "requester": { "name": format!("Writer {mark}"), "email": "", "phone": "", "address": ["1 Quay"] },
        "claims": [{ "right": "access", "laws": ["eu-gdpr"] }], "words": mark, "files": [],
    })
}
