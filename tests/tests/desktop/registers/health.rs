//! M3: no health record leaves electronically without an authorisation of its own.

use super::*;
use crate::talk;

const PATIENT: &str = "Marisol Trevino";
const DOCTOR: &str = "Dr. Lourdes Quiroga";

#[test]
fn registers_m3_a_texan_record_leaves_electronically_only_under_an_authorisation() {
    talk(async {
        let home = Home::new();
        let window = Window::open(&home, "m3").await;
        create_desk_under(&window, &["us-tx-hb300", "us-hipaa"]).await;
        let year = this_year(&window).await;

        register(&window, "disclosures").await;
        window.click(&at("handling-first")).await;
        window.write(&at("handling-recipient"), DOCTOR).await;
        window.click(&at("handling-purpose-other")).await;
        window.click(&at("handling-data-health")).await;
        tick(&window, "health-electronic").await;
        window.write(&at("handling-people"), "1").await;
        window.write(&at("handling-group"), "a patient").await;
        window.click(&at("handling-audience-texans")).await;
        window
            .write(
                &at("handling-persons"),
                &format!("{PATIENT} <marisol@trevino.example>"),
            )
            .await;
        let said = window.read(&at("collision"), "authori").await;
        assert!(said.contains("181.154"), "{said}");
        window.click(&at("handling-save")).await;
        window.see("[aria-invalid='true']").await;
        window
            .read(&at("handling-sheet"), "Obtain an authorisation")
            .await;
        window.see(&at("handling-already-made")).await;
        window.picture("refused").await;
        // What was typed stays, while the authorisation is entered elsewhere.
        close_sheet(&window).await;
        authorise(&window, year).await;

        register(&window, "disclosures").await;
        window.click(&at("handling-first")).await;
        window.picture("again").await;
        choose_like(&window, &at("health-authorization"), PATIENT).await;
        window.gone(&at("collision")).await;
        window.picture("under-authorisation").await;
        window.click(&at("handling-save")).await;
        window.gone(&at("handling-sheet")).await;
        window.read(&at("handling-table"), DOCTOR).await;
        window.picture("entered").await;
        // The authorisation knows what left under it.
        register(&window, "authorizations").await;
        window
            .click(&format!("{} td", at("authorization-table-row")))
            .await;
        window.read(&at("file-disclosures"), DOCTOR).await;
        window.picture("used").await;
        window.close().await;
    });
}

async fn close_sheet(window: &Window) {
    window
        .click("[role='dialog'] button[aria-label='Close']")
        .await;
    window.gone("[role='dialog']").await;
}

/// A written authorisation, first without what it must say.
async fn authorise(window: &Window, year: i64) {
    register(window, "authorizations").await;
    window.click(&at("authorization-first")).await;
    window
        .write(&at("authorization-patient-name"), PATIENT)
        .await;
    window.read(&at("live-says"), "ack").await;
    window.picture("authorisation-lacks").await;
    window
        .write(&at("authorization-description"), "Discharge summary")
        .await;
    window
        .write(&at("authorization-discloser"), "Harbour Lane Archive")
        .await;
    window
        .write(&at("authorization-recipient-name"), DOCTOR)
        .await;
    window
        .write(&at("authorization-purpose"), "a second opinion")
        .await;
    day(window, "authorization-expires-on", (year + 1, 6, 30)).await;
    window.click(&at("authorization-how-written")).await;
    day(window, "authorization-signed-on", (year, 3, 10)).await;
    for said in ["revoke", "no-conditions", "redisclosure"] {
        tick(window, &format!("authorization-statements-{said}")).await;
    }
    tick(window, "authorization-copy").await;
    window.picture("authorisation").await;
    window.click(&at("authorization-save")).await;
    window.see(&at("authorization-file")).await;
    window.picture("authorised").await;
}
