//! What lies in the envelopes: printed behind its letter, or named so that somebody puts it there by hand.

use super::enclosures::{add, answering, issue};
use super::*;

/// A PDF with a page for each of these words, of this size.
fn pdf(words: &[&str], size: (u32, u32)) -> Vec<u8> {
    heavy(words, size, 0)
}

/// The same with so many bytes that nobody needs.
fn heavy(words: &[&str], (wide, high): (u32, u32), more: usize) -> Vec<u8> {
    let kids: String = (0..words.len())
        .map(|at| format!("{} 0 R ", 4 + 2 * at))
        .collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!(
            "<< /Type /Pages /Kids [{kids}] /Count {} /MediaBox [0 0 {wide} {high}] /Resources << /Font << /F 3 0 R >> >> >>",
            words.len()
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    for (at, word) in words.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /Contents {} 0 R >>",
            5 + 2 * at
        ));
        let draws = format!("BT /F 18 Tf 40 60 Td ({word}) Tj ET");
        objects.push(format!(
            "<< /Length {} >>\nstream\n{draws}\nendstream",
            draws.len()
        ));
    }
    let mut out = "%PDF-1.5\n".to_owned();
    let mut table = String::new();
    for (number, object) in (1..).zip(&objects) {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    out.extend(std::iter::repeat_n(' ', more));
    let (start, size) = (out.len(), objects.len() + 1);
    out.push_str(&format!(
        "xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    ));
    out.into_bytes()
}

/// An answer with these files that waits to leave by post: its key.
fn with(office: &mut Office, who: &str, files: &[(&str, Vec<u8>)], also: &str) -> String {
    let id = answering(office, who, "post");
    let items: Vec<Value> = files
        .iter()
        .map(|(name, bytes)| {
            let file = add(office, id, name, bytes);
            let role = if name.ends_with(".csv") {
                "annex"
            } else {
                "file"
            };
            json!({ "file": file["id"], "role": role })
        })
        .collect();
    office.call(
        "letter_enclose",
        json!({ "request": id, "also": also, "copy_to": "", "items": items }),
    );
    let view = issue(office, id, "post");
    format!("l{}", view["letters"][0]["id"])
}

#[test]
fn an_envelope_is_one_pile_and_what_is_missing_is_named() {
    let mut office = berlin("2026-03-03T09:00:00Z");
    let a4 = (595, 842);
    let contract = pdf(&["Contract one", "Contract two", "Contract three"], a4);
    let leaflet = pdf(&["Leaflet"], (420, 595));
    let bea = with(
        &mut office,
        "Bea Zorn",
        &[
            ("contract.pdf", contract.clone()),
            ("leaflet.pdf", leaflet.clone()),
        ],
        "",
    );
    let abel = with(
        &mut office,
        "Abel Quist",
        &[
            ("orders.csv", b"number;title\nR-1;Atlas\n".to_vec()),
            ("leaflet.pdf", leaflet),
            ("notes.docx", b"PK\x03\x04 made up".to_vec()),
            ("broken.pdf", b"%PDF-1.4 made up".to_vec()),
        ],
        "A map; folded",
    );
    let kept = office.letter(&json!(bea[1..].parse::<u32>().unwrap()));

    // The room says it before anything is printed.
    let ready = room(&mut office, "ready");
    let along = |at: usize| {
        let rows = ready["rows"][at]["along"].as_array().unwrap();
        rows.iter()
            .map(|one| {
                let text = |key: &str| one[key].as_str().unwrap().to_owned();
                (
                    text("name"),
                    text("how"),
                    one["pages"].as_u64().unwrap(),
                    text("why"),
                )
            })
            .collect::<Vec<_>>()
    };
    let piece = |name: &str, how: &str, pages: u64, why: &str| {
        (name.to_owned(), how.to_owned(), pages, why.to_owned())
    };
    assert_eq!(keys(&ready), [abel.clone(), bea.clone()]);
    assert_eq!(
        along(0),
        [
            piece(
                "orders.csv",
                "by-hand",
                0,
                "data that goes along as a file; its pages are behind the letter"
            ),
            piece("leaflet.pdf", "printed", 1, ""),
            piece("notes.docx", "by-hand", 0, "it is no PDF, PNG or JPEG"),
            piece("broken.pdf", "by-hand", 0, "it is damaged"),
            piece("A map", "by-hand", 0, ""),
            piece("folded", "by-hand", 0, ""),
        ]
    );
    assert_eq!(
        along(1),
        [
            piece("contract.pdf", "printed", 3, ""),
            piece("leaflet.pdf", "printed", 1, ""),
        ]
    );

    let begun = office.call(
        "post_begin",
        json!({ "keys": [], "cover": true, "duplex": false }),
    );
    let work = office.call("post_on", json!({ "id": begun["id"] }));
    let by_hand = work["by_hand"].as_array().unwrap();
    assert_eq!(by_hand.len(), 5, "{by_hand:#?}");
    assert!(
        by_hand[1]
            .as_str()
            .unwrap()
            .ends_with("Abel Quist – notes.docx: it is no PDF, PNG or JPEG"),
        "{by_hand:#?}"
    );
    let made = office.call("post_file", json!({ "id": work["id"] }));
    let file = office::bytes(&made["base64"]);
    paper::assert_sound(&file);
    let words = paper::words(&file);
    let at = |what: &str| {
        words
            .rfind(what)
            .unwrap_or_else(|| panic!("{what} is not in {words}"))
    };
    let leaflets: Vec<usize> = words.match_indices(" Leaflet").map(|(at, _)| at).collect();
    assert_eq!(leaflets.len(), 2, "one in each envelope");
    let order = [
        at("Stays in the house."),
        at("Dear Abel Quist"),
        leaflets[0],
        at("Dear Bea Zorn"),
        at("Contract one"),
        at("Contract three"),
        leaflets[1],
    ];
    assert!(order.is_sorted(), "{order:?}: {words}");
    says(
        &words,
        &[
            "; 5 things to put in by hand",
            "With it: contract.pdf, 3 pages",
            "With it: leaflet.pdf, 1 page (A5)",
            "By hand: notes.docx: it is no PDF, PNG or JPEG",
            "By hand: A map",
        ],
    );
    let sizes = paper::sizes(&file);
    assert_eq!(sizes.last(), Some(&(420, 595)), "a small sheet stays small");
    assert_eq!(sizes.len() as u64, made["pages"].as_u64().unwrap());
    let own = |at: usize| ready["rows"][at]["pages"].as_u64().unwrap();
    assert_eq!(sizes.len() as u64, 1 + own(0) + 1 + own(1) + 4);

    // On both sides: the sheets of each envelope stand on the cover.
    let both = print(&mut office, &[], true, true);
    paper::assert_sound(&both);
    let sheets = own(1).div_ceil(2) + 2 + 1;
    says(
        &paper::words(&both),
        &[
            &format!("{}+4 {sheets} With it", own(1)),
            "printed on both sides",
        ],
    );
    assert_eq!(
        print(&mut office, &[], true, true),
        both,
        "same letters, same bytes"
    );

    // The letter itself stays as it was issued.
    assert_eq!(
        office.letter(&json!(bea[1..].parse::<u32>().unwrap())),
        kept
    );
    assert!(!paper::words(&kept).contains("Contract one"));
    office.lock_and_unlock();
    office.assert_intact();
}

#[test]
fn the_room_looks_at_a_little_and_the_press_at_all_of_it() {
    let mut office = berlin("2026-03-03T09:00:00Z");
    // Larger than a list is kept waiting for.
    let large = heavy(&["Large"], (595, 842), 17 << 20);
    with(&mut office, "Bea Zorn", &[("large.pdf", large)], "");
    let how = |office: &mut Office| room(office, "ready")["rows"][0]["along"][0]["how"].clone();
    assert_eq!(how(&mut office), "not-seen");
    let words = paper::words(&print(&mut office, &[], true, false));
    assert!(!words.contains("By hand"), "{words}");
    assert!(words.contains("Large"), "{words}");
    assert_eq!(how(&mut office), "printed", "it was seen since");
}

/// `LETTERS_OUT=FOLDER cargo test -p rightsdesk-tests --test story post_to_look_at -- --ignored` writes a post to look at.
#[test]
#[ignore = "pages for the eye"]
fn post_to_look_at() {
    let Some(folder) = std::env::var_os("LETTERS_OUT") else {
        return;
    };
    let mut office = berlin("2026-03-03T09:00:00Z");
    let long = "Maximiliane Theodora Freifrau von und zu Hohenstein-Waldburg-Wolfegg-Langenargen";
    let leaflet = pdf(&["Leaflet"], (420, 595));
    for (at, who) in [
        "Ana Lindqvist",
        long,
        "王芳",
        "مريم الحسيني",
        "Bo Berg",
        "Łukasz Żółć-Nowak",
    ]
    .into_iter()
    .cycle()
    .take(21)
    .enumerate()
    {
        let scan = format!("scan_{at}_{}.pdf", "a_very_long_name_".repeat(6));
        let files: Vec<(&str, Vec<u8>)> = match at % 4 {
            0 => vec![
                ("leaflet.pdf", leaflet.clone()),
                ("plan of the house.pdf", pdf(&["Plan"], (1191, 842))),
                ("orders.csv", b"number;title\nR-1;Atlas\n".to_vec()),
            ],
            1 => vec![
                (&scan, b"%PDF-1.4 made up".to_vec()),
                ("leaflet.pdf", leaflet.clone()),
            ],
            2 => Vec::new(),
            _ => vec![("contract.pdf", pdf(&["One", "Two", "Three"], (595, 842)))],
        };
        let also = if at % 4 == 1 {
            "A map of the harbour"
        } else {
            ""
        };
        with(&mut office, who, &files, also);
    }
    let file = print(&mut office, &[], true, true);
    std::fs::write(std::path::Path::new(&folder).join("post.pdf"), file).unwrap();
}
