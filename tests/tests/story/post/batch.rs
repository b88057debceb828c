//! Letters of several envelopes, papers, languages and scripts in one file, and who may not get another's letter.

use super::*;
use rightsdesk_core::api::wire::Paper;

/// A request answered in a language and waiting, on the paper and for the envelope of the moment.
fn answered(
    office: &mut Office,
    who: &[&str],
    (paper, envelope): (Paper, Envelope),
    (kind, language): (&str, &str),
) -> u32 {
    office.call(
        "profile_save",
        serde_json::to_value(DeskProfile {
            paper,
            envelope,
            ..house()
        })
        .unwrap(),
    );
    let mut typed = draft("2026-03-02T09:00", "post", who[0], "de", &[("access", &[])]);
    typed["requester"]["address"] = json!(who[1..]);
    let id = office.log(typed);
    if kind.starts_with("answer") {
        decide(office, id);
    }
    issue_in(office, id, kind, language, json!([]));
    id
}

fn decide(office: &mut Office, id: u32) {
    let view = office.call("request_show", json!({ "id": id }));
    office.call(
        "claim_decide",
        json!({ "claim": view["claims"][0]["id"], "outcome": "granted", "ground": null, "reasons": "", "kept": "" }),
    );
}

fn issue_in(office: &mut Office, id: u32, kind: &str, language: &str, addressee: Value) -> Value {
    let draft = office.call(
        "letter_draft",
        json!({ "request": id, "kind": kind, "law": "eu-gdpr", "reason": "Many folders are searched", "asked": "a copy of an identity card", "language": language, "addressee": addressee }),
    );
    fill_and_issue(office, id, &draft, "post")
}

#[test]
fn a_dozen_letters_of_several_envelopes_and_languages_make_one_sound_file() {
    const DIN: (Paper, Envelope) = (Paper::A4, Envelope::Din5008B);
    const DL: (Paper, Envelope) = (Paper::A4, Envelope::Dl);
    const US: (Paper, Envelope) = (Paper::UsLetter, Envelope::Us10);
    const BARE: (Paper, Envelope) = (Paper::A4, Envelope::Plain);
    let mut office = berlin("2026-03-03T09:00:00Z");
    let full = "answer-in-full";
    let first = "acknowledgement";
    for (who, form, letter) in [
        (
            &["Zora Ebeling", "Am Speicher 4", "20457 Hamburg"][..],
            DIN,
            (full, "de"),
        ),
        (
            &[
                "Łukasz Żółć-Nowak",
                "ul. Długa 7",
                "00-238 Warszawa",
                "POLEN",
            ],
            DIN,
            (first, "en"),
        ),
        (
            &[
                "Ελένη Παπαδοπούλου",
                "Οδός Ερμού 12",
                "105 63 Αθήνα",
                "GREECE",
            ],
            DIN,
            ("extension", "en"),
        ),
        (
            &["שרה בן־דוד", "רחוב הרצל 5", "תל אביב", "ISRAEL"],
            DIN,
            (first, "en"),
        ),
        (
            &[
                "Amélie Lefèvre-Œuvrard",
                "3 rue de l’Hôtel-de-Ville",
                "75004 Paris",
                "FRANCE",
            ],
            DL,
            (full, "fr"),
        ),
        (
            &[
                "Íñigo Núñez Peña",
                "Calle Mayor 1, 3º izq.",
                "28013 Madrid",
                "SPANIEN",
            ],
            DL,
            (full, "es"),
        ),
        (
            &["王小明", "朝阳区建国路 88 号", "北京 100022", "CHINA"],
            DL,
            (first, "en"),
        ),
        (
            &["Đặng Thị Hồng", "Musterweg 3", "10115 Berlin"],
            DL,
            ("proof-of-identity", "de"),
        ),
        (
            &[
                "Kim Okafor",
                "88 Harbor Street Apt 4",
                "Oakland CA 94607",
                "USA",
            ],
            US,
            (full, "en"),
        ),
        (
            &[
                "Reyhan Öztürk",
                "500 Market Street",
                "San Francisco CA 94105",
                "USA",
            ],
            US,
            (first, "en"),
        ),
        (
            &["محمد العلي", "شارع النيل 9", "القاهرة", "EGYPT"],
            BARE,
            (first, "en"),
        ),
        (
            &["Иван Петров", "ул. Ленина 5", "София 1000", "BULGARIA"],
            BARE,
            (full, "fr"),
        ),
    ] {
        answered(&mut office, who, form, letter);
    }
    let ready = room(&mut office, "ready");
    let rows = ready["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 12);
    let groups: Vec<&str> = rows
        .iter()
        .map(|row| row["envelope"].as_str().unwrap())
        .collect();
    assert!(
        groups.is_sorted(),
        "envelopes that are filled together stand together: {groups:?}"
    );
    for row in rows {
        assert_eq!(row["window"]["fits"], true, "{row}");
    }
    let all = keys(&ready);
    let pdf = print(&mut office, &all, true, false);
    if let Ok(place) = std::env::var("RIGHTSDESK_POST_OUT") {
        std::fs::write(place, &pdf).unwrap();
    }
    paper::assert_sound(&pdf);
    let words = paper::words(&pdf);
    says(
        &words,
        &[
            "Post of 3 March 2026",
            "12 letters",
            "Window envelope, DIN 5008 form B, A4: 4",
            "Window envelope, DL, A4: 4",
            "Window envelope, US No. 10, US Letter: 2",
            "Plain envelope, to be addressed, A4: 2",
            "Guten Tag Zora Ebeling",
            "Ελένη Παπαδοπούλου",
            "王小明",
            "Đặng Thị Hồng",
        ],
    );
    // The pages of each letter are those that were kept: as many, of their own size.
    let pages: u64 = rows.iter().map(|row| row["pages"].as_u64().unwrap()).sum();
    let sizes = paper::sizes(&pdf);
    assert_eq!(sizes.len() as u64, pages + 1, "and the cover sheet");
    let american: u64 = rows
        .iter()
        .filter(|row| row["paper"] == "us-letter")
        .map(|row| row["pages"].as_u64().unwrap())
        .sum();
    let found = sizes.iter().filter(|(wide, _)| *wide == 612).count();
    assert_eq!(found as u64, american, "{sizes:?}");
    // Twelve letters carry each face once, not twelve times.
    let apart: usize = rows
        .iter()
        .map(|row| {
            let id = row["key"].as_str().unwrap().trim_start_matches('l');
            let one = office.call("letter_pdf", json!({ "id": id.parse::<u32>().unwrap() }));
            office::bytes(&one["base64"]).len()
        })
        .sum();
    assert!(pdf.len() * 2 < apart, "{} of {apart}", pdf.len());
}

#[test]
fn a_letter_is_written_again_in_its_own_language_and_to_whom_it_was() {
    let mut office = berlin("2026-03-03T09:00:00Z");
    for (language, said) in [
        (
            "de",
            "Dieses Schreiben ersetzt unser Schreiben vom 3. März 2026, das an uns zurückkam.",
        ),
        (
            "fr",
            "La présente lettre remplace notre lettre du 3 mars 2026, qui nous a été retournée.",
        ),
        (
            "es",
            "Esta carta sustituye a nuestra carta de 3 de marzo de 2026, que nos fue devuelta.",
        ),
        (
            "en",
            "This letter replaces our letter of 3 March 2026, which came back to us.",
        ),
    ] {
        let who = ["Kim Okafor", "12 Elm Row", "20457 Hamburg"];
        let form = (Paper::A4, Envelope::Din5008B);
        let id = answered(&mut office, &who, form, ("acknowledgement", language));
        let letter = came_back(&mut office, id);
        let again = office.call("letter_again", json!({ "id": letter }));
        assert_eq!(again["text"]["blocks"][0]["text"], said);
        assert_eq!(again["language"], language);
        let view = fill_and_issue(&mut office, id, &again, "post");
        assert_eq!(view["letters"][0]["language"], language);
    }

    // To another house: that address, not the requester's, on paper and in the room.
    let who = ["Nadia Okoye", "12 Elm Row", "20457 Hamburg"];
    let mut typed = draft(
        "2026-03-02T09:00",
        "mail",
        who[0],
        "de",
        &[("erasure", &[])],
    );
    typed["requester"]["email"] = json!("nadia@example.org");
    let id = office.log(typed);
    decide(&mut office, id);
    let to = json!(["Druckerei Sandweg", "Sandweg 4", "10999 Berlin"]);
    issue_in(&mut office, id, "recipient-notice", "de", to);
    let ready = room(&mut office, "ready");
    let row = ready["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["request"] == id)
        .unwrap();
    assert_eq!(row["person"], "Druckerei Sandweg");
    assert_eq!(row["mail"], false);
    let letter = came_back(&mut office, id);
    let again = office.call("letter_again", json!({ "id": letter }));
    let draft_row = room(&mut office, "drafts")["rows"][0].clone();
    assert_eq!(draft_row["person"], "Druckerei Sandweg");
    assert_eq!(draft_row["mail"], false);
    let view = fill_and_issue(&mut office, id, &again, "mail");
    let pdf = office.call("letter_pdf", json!({ "id": view["letters"][0]["id"] }));
    let words = paper::words(&office::bytes(&pdf["base64"]));
    says(&words, &["Druckerei Sandweg", "10999 Berlin"]);
    let key = format!("l{}", view["letters"][0]["id"]);
    let refused = office.refused("post_mail", json!({ "key": key }));
    assert!(
        refused
            .message
            .contains("No mail address is known of Druckerei Sandweg"),
        "the requester must not get it: {}",
        refused.message
    );
}

/// The newest letter of a request leaves and comes back.
fn came_back(office: &mut Office, id: u32) -> Value {
    let view = office.call("request_show", json!({ "id": id }));
    let letter = view["letters"][0]["id"].clone();
    let key = format!("l{letter}");
    office.call("post_confirm", confirm("", std::slice::from_ref(&key)));
    office.call(
        "post_returned",
        json!({ "key": key, "on": "", "reason": "Moved", "next": "write-again" }),
    );
    letter
}
