//! The page: words, colours and doors each in one place.

use crate::source::{Source, none, under};

fn page() -> Vec<Source> {
    let mut sources = under("ui/src", &["ts", "svelte", "css"]);
    sources.retain(|source| !source.path.ends_with(".test.ts"));
    sources
}

#[test]
fn no_door_but_one() {
    let doors = [
        "fetch(",
        "XMLHttpRequest",
        "WebSocket",
        "EventSource",
        "sendBeacon",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "document.cookie",
        "innerHTML",
        "outerHTML",
        "{@html",
        "eval(",
        "new Function(",
        "http://",
        "https://",
    ];
    let mut broken = Vec::new();
    for source in page() {
        for (at, line) in source.code() {
            // The name of a mark-up language is no address, and `#fetch` is a method of ours.
            let line = line
                .replace("http://www.w3.org/", "")
                .replace("#fetch(", "");
            if let Some(door) = doors.iter().find(|door| line.contains(**door)) {
                broken.push(format!("{}:{at}: {door}", source.path));
            }
        }
    }
    none(
        "The page reaches nothing but the command table, and keeps nothing.",
        &broken,
    );
}

#[test]
fn colours_stand_in_one_place() {
    let mut broken = Vec::new();
    for source in page()
        .iter()
        .filter(|source| source.path != "ui/src/tokens.css")
    {
        for (at, line) in source.code() {
            if let Some(colour) = colour(line) {
                broken.push(format!("{}:{at}: {colour}", source.path));
            }
        }
    }
    none("Colours stand in tokens.css.", &broken);
}

/// A colour written out: `#` and 3, 4, 6 or 8 hexadecimal digits, or a function with a number in it.
fn colour(line: &str) -> Option<String> {
    for maker in [
        "rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "oklab(", "lab(", "lch(",
    ] {
        for (at, _) in line.match_indices(maker) {
            let begins = line[..at]
                .chars()
                .next_back()
                .is_none_or(|c| !c.is_alphanumeric() && c != '-');
            let numbers = line[at + maker.len()..].starts_with(|c: char| c.is_ascii_digit());
            if begins && numbers {
                return Some(line.trim().to_owned());
            }
        }
    }
    line.match_indices('#').find_map(|(at, _)| {
        let digits: String = line[at + 1..]
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-')
            .collect();
        let hex = digits.chars().all(|c| c.is_ascii_hexdigit());
        // `{#each` and `this.#add(` are no colours: what follows a `.` or a `{` is a name.
        let named = line[..at].ends_with(['.', '{', '&']);
        let private = line[at + 1 + digits.len()..].starts_with('(');
        (hex && !named && !private && [3, 4, 6, 8].contains(&digits.len()))
            .then(|| format!("#{digits}"))
    })
}

#[test]
fn colours_are_told_from_names() {
    assert!(colour("  color: #fff;").is_some());
    assert!(colour("  color: rgb(1 2 3 / 0.5);").is_some());
    assert!(colour("{#each rows as row}").is_none());
    assert!(colour("this.#add({})").is_none());
    assert!(colour("  color: rgb(from var(--ink) r g b / 0.5);").is_none());
}

#[test]
fn what_can_be_read_stands_in_the_words() {
    let mut broken = Vec::new();
    for source in under("ui/src", &["svelte"]) {
        let shown = markup(&source.text);
        for text in texts(&shown).into_iter().chain(labels(&shown)) {
            // A word is two letters or more; signs and units of measure may stand.
            if text
                .split(|c: char| !c.is_alphabetic())
                .any(|word| word.chars().count() > 1)
            {
                broken.push(format!("{}: {}", source.path, text.trim()));
            }
        }
    }
    none("Visible English stands in ui/src/words.", &broken);
}

/// The mark-up alone: no script, no style, no comments.
fn markup(text: &str) -> String {
    let mut left = text.to_owned();
    for (opens, closes) in [
        ("<script", "</script>"),
        ("<style", "</style>"),
        ("<!--", "-->"),
    ] {
        while let Some(from) = left.find(opens) {
            let to = left[from..]
                .find(closes)
                .map_or(left.len(), |at| from + at + closes.len());
            left.replace_range(from..to, "");
        }
    }
    left
}

/// What stands between tags, outside braces.
fn texts(markup: &str) -> Vec<String> {
    let (mut found, mut text) = (Vec::new(), String::new());
    let (mut tag, mut braces) = (false, 0);
    let mut quote = None;
    for c in markup.chars() {
        match c {
            '{' => braces += 1,
            '}' => braces -= 1,
            _ if braces > 0 => {}
            '"' | '\'' if tag => match quote {
                None => quote = Some(c),
                Some(open) if open == c => quote = None,
                Some(_) => {}
            },
            '<' if !tag => {
                tag = true;
                found.push(std::mem::take(&mut text));
            }
            '>' if tag && quote.is_none() => tag = false,
            _ if tag => {}
            c => text.push(c),
        }
    }
    found.push(text);
    found
        .into_iter()
        .map(|text| text.replace("&nbsp;", "").replace("&times;", ""))
        .filter(|text| !text.trim().is_empty())
        .collect()
}

/// Attributes that are read aloud or shown, when written out.
fn labels(markup: &str) -> Vec<String> {
    let mut found = Vec::new();
    for name in [
        "label",
        "title",
        "placeholder",
        "alt",
        "aria-label",
        "hint",
        "aria-description",
    ] {
        for (at, _) in markup.match_indices(&format!(" {name}=\"")) {
            let value = &markup[at + name.len() + 3..];
            let value = &value[..value.find('"').unwrap_or(0)];
            let outside: String = value
                .split('{')
                .map(|part| part.split('}').next_back().unwrap_or(""))
                .collect();
            found.push(if value.contains('{') {
                outside
            } else {
                value.to_owned()
            });
        }
    }
    found
}

#[test]
fn texts_are_told_from_marks() {
    let shown =
        markup("<script>let a = 'Hello';</script>\n<p class=\"x > y\">{w.title} · <b>Bold</b></p>");
    assert_eq!(texts(&shown), [" · ", "Bold"]);
    assert_eq!(
        labels("<input label=\"Name\" title=\"{w.x}\" />"),
        ["Name", ""]
    );
}

#[test]
fn shared_parts_know_no_screen() {
    let mut broken = Vec::new();
    for source in page() {
        let low = [
            "ui/src/shared/",
            "ui/src/state/",
            "ui/src/api/",
            "ui/src/words/",
        ]
        .iter()
        .any(|folder| source.path.starts_with(folder));
        if low {
            for (at, line) in source.text.lines().enumerate() {
                if line.contains("from '") && line.contains("/screens/") {
                    broken.push(format!("{}:{}", source.path, at + 1));
                }
            }
        }
    }
    none("What the screens share knows none of them.", &broken);
}
