//! Bytes that nobody means well with: a sentence or a sound document, never a crash, and soon.

use super::files::{docx, pdf};
use super::*;
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// Reads it; what comes out is sound, what does not is a sentence.
#[track_caller]
fn held(name: &str, bytes: &[u8]) {
    match read(name, bytes) {
        Ok(imported) => sound(&imported.document),
        Err(error) => {
            let sentence = error.to_string();
            assert!(
                sentence.ends_with('.') && sentence.contains(' '),
                "{sentence}"
            );
        }
    }
}

/// Reads it within a time that no honest file needs.
#[track_caller]
fn soon(name: &str, bytes: &[u8]) {
    let began = Instant::now();
    held(name, bytes);
    let took = began.elapsed();
    let head: String = String::from_utf8_lossy(bytes).chars().take(40).collect();
    assert!(took < Duration::from_secs(8), "{name}: {head}: {took:?}");
}

#[test]
fn nothing_and_too_much() {
    assert_eq!(read("a.txt", b""), Err(Unreadable::Empty));
    assert_eq!(read("a.txt", b" \r\n\t "), Err(Unreadable::Empty));
    assert_eq!(
        read("", "\u{200b}\u{ad}".as_bytes()),
        Err(Unreadable::NoText)
    );
    let line = vec![b'a'; 50 << 20];
    assert_eq!(
        read("a.txt", &line),
        Err(Unreadable::TooLarge {
            megabytes: 50,
            most: 8
        })
    );
    assert_eq!(
        read("", &vec![b'a'; 65 << 20]),
        Err(Unreadable::TooLarge {
            megabytes: 65,
            most: 64
        })
    );
    for (bytes, wanted) in [
        (b"\x89PNG\r\n\x1a\n0000".as_slice(), "a picture"),
        (b"{\\rtf1 x}", "an RTF file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1000", ".doc"),
    ] {
        assert!(read("a", bytes).unwrap_err().to_string().contains(wanted));
    }
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.extend("EncryptedPackage".bytes().flat_map(|b| [b, 0]));
    assert_eq!(
        read("a.docx", &locked),
        Err(Unreadable::Locked("Word file"))
    );
    let junk: Vec<u8> = (0..9000u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    assert_eq!(read("a.txt", &junk), Err(Unreadable::NotText));
}

#[test]
fn deep_and_long() {
    let many = 150_000;
    for (name, text) in [
        ("a.html", "<div>".repeat(many)),
        ("a.html", "<span>".repeat(many) + &"</div>".repeat(many)),
        ("a.html", "<ul><li>".repeat(many) + "x"),
        ("a.html", "<table><tr><td>x".repeat(many / 4)),
        ("a.html", "<b><p>x".repeat(many)),
        ("a.html", "<".repeat(many * 4)),
        ("a.html", "&#".repeat(many * 4)),
        ("a.md", ">".repeat(many)),
        ("a.md", "[".repeat(many)),
        ("a.md", "*a_ ".repeat(many)),
        ("a.md", "- ".repeat(4000)),
        ("a.md", "![](".repeat(many / 4)),
        ("a.md", "`a``b".repeat(many)),
        ("a.txt", "a".repeat(2 << 20)),
        ("a.txt", "a\n".repeat(1 << 20)),
        ("a.txt", "• \n".repeat(many)),
        ("a.txt", "[bookmark: {PAGE ".repeat(many)),
        ("a.txt", "Effective date ".repeat(many)),
        ("a.txt", "word and word and word. ".repeat(many)),
    ] {
        soon(name, text.as_bytes());
    }
    let nested = format!(
        "%PDF-1.4\n1 0 obj\n{}\nendobj\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF",
        "[".repeat(many)
    );
    soon("a.pdf", nested.as_bytes());
    let nested = format!(
        "%PDF-1.4\n1 0 obj\n{}\nendobj\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF",
        "<</A".repeat(many)
    );
    soon("a.pdf", nested.as_bytes());
}

/// What each format looks like, for the mutations.
fn seeds() -> Vec<(&'static str, Vec<u8>)> {
    let text =
        "Privacy\n\nWe keep what you tell us.\n\n- one\n- two\n\nEffective date: 5/25/2018\n";
    vec![
        ("a.txt", text.as_bytes().to_vec()),
        ("a.md", format!("> archived on 2018-12-24 [snapshot](https://web.archive.org/web/2018/https%3A//a.example)\n\n# {text}\n| a | b |\n|--|--|\n| c | d |\n").into_bytes()),
        ("a.html", "<html><nav>x</nav><main><h1>Privacy</h1><ul><li>a<li>b</ul><table><tr><td>c<td>d</table><pre>x\n\ny</pre></main>".as_bytes().to_vec()),
        ("a.docx", docx("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>one &amp; two</w:t></w:r></w:p>")),
        ("a.pdf", pdf(&[&[(60.0, 700.0, 11.0, false, "We keep what you tell us."), (60.0, 600.0, 20.0, true, "Privacy")]])),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..600), format in 0usize..5) {
        let heads: [(&str, &[u8]); 5] = [("a.txt", b""), ("a.md", b""), ("a.html", b"<html>"), ("a.docx", b"PK\x03\x04"), ("a.pdf", b"%PDF-1.4\n")];
        let (name, head) = heads[format];
        held(name, &[head, &bytes].concat());
    }

    #[test]
    fn random_text(text in "\\PC{0,400}", name in prop::sample::select(vec!["a.txt", "a.md", "a.html", ""])) {
        held(name, text.as_bytes());
    }

    #[test]
    fn changed_files(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0u8..4), 1..24), cut in any::<prop::sample::Index>(), short in any::<bool>()) {
        for (name, mut bytes) in seeds() {
            for (at, byte, how) in &changes {
                if bytes.is_empty() {
                    break;
                }
                let at = at.index(bytes.len());
                match how {
                    0 => bytes[at] = *byte,
                    1 => bytes.insert(at, *byte),
                    2 => { bytes.remove(at); }
                    _ => { let end = (at + usize::from(*byte)).min(bytes.len()); let copy = bytes[at..end].to_vec(); bytes.extend(copy); }
                }
            }
            if short && !bytes.is_empty() {
                bytes.truncate(cut.index(bytes.len()));
            }
            held(name, &bytes);
        }
    }
}
