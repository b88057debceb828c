//! Every figure of the sample desk, which keeps something in every register.

use super::*;
use rightsdesk_core::desk::App;
use rightsdesk_tests::office::moment;

#[test]
fn behind_every_figure_of_the_sample_desk_stand_its_rows() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("Sample desk.rightsdesk");
    let mut app = App::new();
    let now = moment("2026-11-23T09:00:00Z");
    app.create_sample(&place, now).unwrap();
    let mut office = Office {
        app,
        place,
        now,
        recovery_key: String::new(),
        folder,
    };
    let mut walked = 0;
    for kind in ["disclosures", "children", "health", "promises"] {
        walked += walk(&mut office, kind, "2026-01-01", "2026-12-31");
        walked += walk(&mut office, kind, "2025-07-01", "2026-06-30");
    }
    assert!(walked > 40, "only {walked} figures");
    for kind in ["children", "health"] {
        let shown = report(&mut office, kind, "2025-01-01", "2026-12-31");
        names_nobody(
            &shown,
            &[
                "Mila",
                "Sommerfeld",
                "Brandhorst",
                "Postma",
                "Voss",
                "Aydın",
            ],
        );
    }
    let kept = report(&mut office, "promises", "2026-01-01", "2026-12-31");
    // The second version came 75 days ago; its notice left nine days before.
    let versions = rows(&kept, "versions");
    assert_eq!(versions.len(), 1, "{versions:?}");
    assert_eq!(
        text(&kept, "versions", versions[0], "notice-given"),
        "2026-08-31"
    );
}
