//! Letters as mail drafts.

use super::*;
use std::process::Command;

#[test]
fn a_mail_draft_is_read_by_a_program_that_is_not_ours() {
    let mut office = berlin("2026-03-03T09:00:00Z");
    waiting(
        &mut office,
        "Łucja Żeromska-Müller",
        "acknowledgement",
        "mail",
    );
    let ready = room(&mut office, "ready");
    let key = &ready["rows"][0]["key"];
    assert!(ready["rows"][0]["window"].is_null(), "no window to miss");
    let mail = office.call("post_mail", json!({ "key": key }));
    let bytes = office::bytes(&mail["base64"]);
    assert_eq!(
        mail["name"],
        "2026-0001_Acknowledgement_Żeromska-Müller.eml"
    );
    // RFC 5322: lines end in CR LF and are no longer than 998 characters; nothing but ASCII.
    assert!(bytes.is_ascii());
    for line in bytes.split(|b| *b == b'\n') {
        assert!(
            line.len() <= 998 && (line.is_empty() || line.ends_with(b"\r")),
            "{:?}",
            String::from_utf8_lossy(line)
        );
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("draft.eml");
    std::fs::write(&file, &bytes).unwrap();
    let script = r#"
import email, email.policy, hashlib, sys
m = email.message_from_bytes(open(sys.argv[1], 'rb').read(), policy=email.policy.default)
assert not m.defects, m.defects
parts = list(m.iter_attachments())
p = parts[0]
assert len(parts) == 1 and p.get_content_type() == 'application/pdf' and p['Content-Transfer-Encoding'] == 'base64'
print('\n'.join([m['To'].addresses[0].display_name, m['To'].addresses[0].addr_spec, m['Subject'], m['X-Unsent'], m['Date'].datetime.date().isoformat(), p.get_filename(), hashlib.sha256(p.get_content()).hexdigest(), m.get_body().get_content().splitlines()[0]]))
"#;
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
    let said = String::from_utf8(out.stdout).unwrap();
    let letters = office.call("letter_list", json!({}));
    let hash = letters["letters"][0]["letter"]["sha256"].as_str().unwrap();
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        [
            "Łucja Żeromska-Müller",
            "someone@example.org",
            "Acknowledgement, 2026-0001",
            "1",
            "2026-03-03",
            "2026-0001_Acknowledgement_Żeromska-Müller.pdf",
            hash,
            "Please find our letter enclosed as a PDF.",
        ]
    );
}
