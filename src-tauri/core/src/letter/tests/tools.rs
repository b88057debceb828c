//! The independent readers; a test that needs one fails with a sentence when it is not there.

use std::io::Write;
use std::process::{Command, Stdio};

/// Runs a tool over a PDF that exists in memory only, and gives what it prints.
pub fn read(tool: &str, before: &[&str], after: &[&str], pdf: &[u8]) -> String {
    let mut child = Command::new(tool)
        .args(before)
        .arg("-")
        .args(after)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|e| {
            panic!("this test needs {tool}: please install poppler-utils and qpdf ({e})")
        });
    let mut stdin = child.stdin.take().unwrap();
    let bytes = pdf.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&bytes));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{tool} failed: {said}");
    assert!(said.trim().is_empty(), "{tool} complained: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// The text as `pdftotext` finds it, white space squeezed.
pub fn text(pdf: &[u8]) -> String {
    squeeze(&read("pdftotext", &["-q"], &["-"], pdf))
}

pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What `pdfimages` lists; like `qpdf` it reads files only.
pub fn pictures(pdf: &[u8]) -> String {
    in_file(pdf, "pdfimages", &["-list"])
}

/// `qpdf --check` reads files only, so it gets one of its own in the system's temporary folder.
pub fn check(pdf: &[u8]) {
    in_file(pdf, "qpdf", &["--check"]);
}

fn in_file(pdf: &[u8], tool: &str, before: &[&str]) -> String {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("letter-check-{}-{number}.pdf", std::process::id());
    let path = std::env::temp_dir().join(name);
    std::fs::write(&path, pdf).unwrap();
    let output = Command::new(tool).args(before).arg(&path).output();
    std::fs::remove_file(&path).unwrap();
    let output =
        output.unwrap_or_else(|e| panic!("this test needs {tool}: please install it ({e})"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{tool}: {said}{complained}");
    said
}
