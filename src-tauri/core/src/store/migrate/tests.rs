//! The ladder, with a rung of tomorrow.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::api::wire::Code;
use crate::store::open;
use crate::vault::{DeskKey, key_path};
use zeroize::Zeroizing;

const TOMORROW: &str = "CREATE TABLE tomorrow (id INTEGER PRIMARY KEY) STRICT;";

fn desk(folder: &Path) -> (PathBuf, DeskKey, Connection) {
    let place = folder.join("a.rightsdesk");
    let key: DeskKey = Zeroizing::new([7; 32]);
    let mut conn = open::fresh(&place, &key).unwrap();
    climb(&mut conn, None, MIGRATIONS).unwrap();
    conn.execute(
        "INSERT INTO desk (id, profile, created_at) VALUES (1, 'kept', '')",
        [],
    )
    .unwrap();
    std::fs::write(key_path(&place), "the keys").unwrap();
    (place, key, conn)
}

fn rungs(conn: &Connection) -> u32 {
    conn.pragma_query_value(None, "user_version", |r| r.get(0))
        .unwrap()
}

fn profile(conn: &Connection) -> String {
    conn.query_row("SELECT profile FROM desk", [], |r| r.get(0))
        .unwrap()
}

#[test]
fn an_older_desk_is_copied_beside_itself_and_then_upgraded() {
    let folder = tempfile::tempdir().unwrap();
    let (place, key, mut conn) = desk(folder.path());
    let ladder = [MIGRATIONS, &[TOMORROW]].concat();
    climb(&mut conn, Some(&place), &ladder).unwrap();
    assert_eq!(rungs(&conn) as usize, ladder.len());
    assert_eq!(profile(&conn), "kept");
    let copy = folder
        .path()
        .join(format!("a.rightsdesk.before-{}", ladder.len()));
    let old = open::existing(&copy, &key).unwrap();
    assert_eq!(rungs(&old) as usize, MIGRATIONS.len());
    assert_eq!(profile(&old), "kept");
    assert_eq!(
        std::fs::read_to_string(key_path(&copy)).unwrap(),
        "the keys"
    );
    // Up to date: nothing is copied again.
    climb(&mut conn, Some(&place), &ladder).unwrap();
}

#[test]
fn a_rung_that_breaks_leaves_the_desk_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let (place, _, mut conn) = desk(folder.path());
    let ladder = [
        MIGRATIONS,
        &["DELETE FROM desk; CREATE TABLE half (id INTEGER) STRICT; NO SUCH WORD;"],
    ]
    .concat();
    climb(&mut conn, Some(&place), &ladder).unwrap_err();
    assert_eq!(rungs(&conn) as usize, MIGRATIONS.len());
    assert_eq!(profile(&conn), "kept");
}

#[test]
fn a_copy_cut_off_half_way_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let (place, key, mut conn) = desk(folder.path());
    let ladder = [MIGRATIONS, &[TOMORROW]].concat();
    let copy = folder
        .path()
        .join(format!("a.rightsdesk.before-{}", ladder.len()));
    std::fs::write(
        folder
            .path()
            .join(format!("a.rightsdesk.before-{}.half", ladder.len())),
        "half",
    )
    .unwrap();
    climb(&mut conn, Some(&place), &ladder).unwrap();
    assert_eq!(profile(&open::existing(&copy, &key).unwrap()), "kept");
}

#[test]
fn a_newer_desk_and_an_empty_one_are_refused_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let (place, key, conn) = desk(folder.path());
    conn.pragma_update(None, "user_version", 99).unwrap();
    drop(conn);
    let mut conn = open::existing(&place, &key).unwrap();
    assert_eq!(
        climb(&mut conn, Some(&place), MIGRATIONS).unwrap_err().code,
        Code::NewerDesk
    );
    assert_eq!((rungs(&conn), profile(&conn)), (99, "kept".into()));
    let empty = folder.path().join("empty");
    drop(open::fresh(&empty, &key).unwrap());
    let mut conn = open::existing(&empty, &key).unwrap();
    assert_eq!(
        climb(&mut conn, Some(&empty), MIGRATIONS).unwrap_err().code,
        Code::Damaged
    );
}

#[test]
fn letters_from_before_the_print_room_have_left_on_the_day_they_were_issued() {
    let folder = tempfile::tempdir().unwrap();
    let key: DeskKey = Zeroizing::new([7; 32]);
    let mut conn = open::fresh(&folder.path().join("b.rightsdesk"), &key).unwrap();
    climb(&mut conn, None, &MIGRATIONS[..6]).unwrap();
    conn.execute_batch(
        "INSERT INTO officer (id, name, added_at) VALUES (1, 'Nele', '');
         INSERT INTO event (seq, at, officer, request, kind, facts, digest, prev, hash) VALUES (1, '', 1, 1, '', '', '', '', 'a');
         INSERT INTO request (id, reference, year, number, received_at, received_on, channel, requester, person_key, email_key, capacity, residence, words) VALUES (1, '2026-0001', 2026, 1, '', '2026-03-02', 'post', '{}', '', '', 'self', 'de', '');
         INSERT INTO letter (id, request, kind, law, title, text, issued_on, sent_by, pages, size, sha256, event, pdf, language) VALUES (7, 1, 'acknowledgement', 'eu-gdpr', 'Acknowledgement', '{}', '2026-03-03', 'mail', 1, 9, '', 1, x'00', 'fr');
         INSERT INTO letter_draft (request, kind, law, reason, asked, text, language) VALUES (1, 'refusal', 'eu-gdpr', '', '', '{}', 'de');
         INSERT INTO register_file (id, register, body, event) VALUES (3, 'incidents', '{}', 1);
         INSERT INTO register_letter (id, file, title, issued_on, sent_by, pages, sha256, event, pdf) VALUES (9, 3, 'Notice', '2026-03-04', 'post', 1, '', 1, x'00');",
    )
    .unwrap();
    climb(&mut conn, None, MIGRATIONS).unwrap();
    let rows: Vec<String> = conn
        .prepare("SELECT concat_ws(' ', letter, register_letter, request, issued, state, open, posted_on, method) FROM posting ORDER BY id")
        .unwrap()
        .query_map([], |r| r.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(
        rows,
        [
            "7 1 1 posted 0 2026-03-03 mail",
            "9 1 posted 0 2026-03-04 post"
        ]
    );
    let draft: (String, Option<u32>) = conn
        .query_row("SELECT language, replaces FROM letter_draft", [], |r| {
            Ok((r.get(0)?, r.get(1)?))
        })
        .unwrap();
    assert_eq!(draft, ("de".to_owned(), None));
}
