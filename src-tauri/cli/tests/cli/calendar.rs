//! `calendar`: the open dates as a file that names nobody.

use crate::run::Desk;
use std::fs;

#[test]
fn the_open_dates_leave_as_a_file_without_a_name() {
    let desk = Desk::new();
    let reference = desk.logged("Jonna Weber");
    let place = desk.at("deadlines.ics");
    desk.run(&["calendar", "--holidays", "--out", &place])
        .well();
    let file = fs::read_to_string(&place).unwrap();
    assert!(
        file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
            && file.ends_with("END:VCALENDAR\r\n")
    );
    let whole = file.replace("\r\n ", "");
    assert!(
        whole.contains(&format!("SUMMARY:{reference}: answer due (EU GDPR)\r\n")),
        "{whole}"
    );
    assert!(whole.contains("Christmas Day"), "{whole}");
    for word in [
        "Jonna",
        "Weber",
        "jonna@",
        "Spinners",
        "hold about me",
        "Quist",
        "Tannery",
    ] {
        assert!(!whole.contains(word), "{word} is in the file");
    }
    let json = desk.run(&["calendar", "--format", "json"]).json();
    assert_eq!(json["dates"][0]["reference"], reference.as_str());
    assert_eq!(json["days_off"].as_array().unwrap().len(), 0);
    assert!(!json.to_string().contains("Weber"));
    let printed = desk.run(&["calendar"]).well().out;
    assert!(printed.contains("BEGIN:VEVENT") && !printed.contains("Christmas"));
    desk.run(&["calendar", "--format", "xls"])
        .refused(2, "possible values");
}
