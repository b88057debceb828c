//! The year end of the sample desk: a figure and what stands behind it, a report issued and held against what came later, two years side by side, and a purge that leaves every figure.

use crate::{
    first_day::{at, close_dialog},
    talk,
    window::{Home, Window},
};

const TOTAL: &str = "year-figure-rights-total-received";
const PERSON: &str = "Mirela Ostrowicz";

#[test]
fn the_year_is_counted_issued_compared_and_purged() {
    talk(async {
        let home = Home::new();
        let window = Window::open(&home, "year-end").await;
        window.click(&at("welcome-sample")).await;
        window.see(&at("queue-row")).await;

        let counted = behind_a_figure(&window).await;
        a_reference_opens_its_request(&window).await;
        health(&window).await;
        issue(&window).await;
        log_another(&window).await;
        differs(&window, counted).await;
        compare(&window).await;
        purge(&window).await;
        window.close().await;
    });
}

/// A report of this year, as it is shown.
async fn report(window: &Window, name: &str) {
    window.click(&at("rail-year")).await;
    window.click(&at(&format!("year-tab-{name}"))).await;
    window
        .see(&format!("{}[aria-busy='false']", at("year-body")))
        .await;
    window.see(&at(&format!("year-table-{name}"))).await;
}

async fn text(window: &Window, css: &str) -> String {
    window
        .see(css)
        .await
        .text()
        .await
        .unwrap()
        .trim()
        .to_owned()
}

/// The rows behind a figure are as many as it says; the request of the first opens, and back again they stand open.
async fn behind_a_figure(window: &Window) -> u32 {
    report(window, "rights").await;
    window.picture("rights").await;
    let figure = text(window, &at(TOTAL)).await;
    let counted: u32 = figure.replace(',', "").parse().unwrap();
    // The sample reaches back from today; in January little of it is of this year.
    assert!(counted > 0, "{figure}");
    window.click(&at(TOTAL)).await;
    let says = format!("{figure} stand behind this figure.");
    window.read(&at("year-behind"), &says).await;
    window.picture("behind").await;
    let reference = text(window, &at("year-behind-open")).await;
    window.click(&at("year-behind-open")).await;
    window.read(&at("request-page"), &reference).await;
    window.back().await;
    window.read(&at("year-behind"), &says).await;
    close_dialog(window, "year-behind").await;
    counted
}

/// A reference in the register of requests leads there, and back to where it was pressed.
async fn a_reference_opens_its_request(window: &Window) {
    report(window, "register").await;
    let link = "[data-testid^='year-open-register-']";
    let reference = text(window, link).await;
    window.picture("register").await;
    window.click(link).await;
    window.read(&at("request-page"), &reference).await;
    window.back().await;
    window.see(&format!("{link}:focus")).await;
}

/// The sample has an accounting, authorisations and what they let go.
async fn health(window: &Window) {
    report(window, "register").await;
    window.click(&at("year-tab-health")).await;
    for table in ["accountings", "disclosures", "bases", "authorizations"] {
        window
            .see(&format!("{} tbody tr", at(&format!("year-table-{table}"))))
            .await;
    }
    window.picture("health").await;
}

/// Signed by name, and the figures are the same as long as nothing comes.
async fn issue(window: &Window) {
    report(window, "rights").await;
    window.click(&at("year-issue")).await;
    window.write(&at("issue-signed-by"), "Ines Okafor").await;
    window
        .write(&at("issue-office"), "Data protection officer")
        .await;
    window.picture("issuing").await;
    window.click(&at("issue-confirm")).await;
    let band = window
        .read(&at("issued-band"), "Ines Okafor, Data protection officer")
        .await;
    assert!(band.contains("The same figures"), "{band}");
    window.picture("issued").await;
}

/// A request comes in afterwards, on the same day.
async fn log_another(window: &Window) {
    window.click(&at("rail-queue")).await;
    window.ctrl('n').await;
    window.click(&at("log-channel-mail")).await;
    window.write(&at("log-name"), PERSON).await;
    window
        .write(&at("log-email"), "mirela@ostrowicz.example")
        .await;
    window.choose(&at("log-residence"), "Germany").await;
    window.click(&at("right-access")).await;
    window
        .write(&at("log-words"), "Please show me everything you keep.")
        .await;
    window.see(&at("preview-deadline")).await;
    window.click(&at("log-submit")).await;
    window.read(&at("request-page"), PERSON).await;
}

/// What was issued stays; beside it stands what is another today.
async fn differs(window: &Window, counted: u32) {
    window.click(&at("rail-year")).await;
    window.click(&at("year-issued-open")).await;
    window.see(&at("issued-open-1")).await;
    window.picture("issued-list").await;
    window.click(&at("issued-open-1")).await;
    window.read(&at("issued-band"), "others today").await;
    // The driver reads a row without what parts its cells.
    let row = format!("Received{counted}{}", counted + 1);
    window.read(&at("issued-differences"), &row).await;
    window.picture("difference").await;
    window.click(&at("issued-today")).await;
    let now = (counted + 1).to_string();
    window.read(&at(TOTAL), &now).await;
}

/// This year beside the one before.
async fn compare(window: &Window) {
    window.click(&at("year-save")).await;
    for format in ["pdf", "csv", "json"] {
        window.see(&at(&format!("year-save-{format}"))).await;
    }
    window.key('\u{e00c}').await;
    window.gone(&at("year-save-pdf")).await;
    window.click(&at("year-compare")).await;
    window.see(&at("compared-rights")).await;
    window.picture("compared").await;
    window.click(&at("compare-changed")).await;
    window.read(&at("compared-rights"), "more").await;
    window.click(&at("compare-back")).await;
}

/// A shorter period lets requests go; one is held back; the others lose their people, and no figure moves.
async fn purge(window: &Window) {
    report(window, "rights").await;
    let figures = text(window, &at("year-table-rights")).await;
    window.click(&at("year-retention-open")).await;
    window.click(&at("retention-change-eu-gdpr")).await;
    window.write(&at("retention-months"), "6").await;
    window.click(&at("retention-save")).await;
    window
        .read(&at("retention-may-go"), "requests may go")
        .await;
    window.picture("retention").await;
    window.click(&at("retention-look")).await;

    let group = at("purge-group-eu-gdpr");
    let row = format!("{group} tbody .link");
    window.see(&row).await;
    let before = window.count(&row).await;
    assert!(before > 1, "only {before} may go");
    let held = text(window, &row).await;
    window.picture("may-go").await;
    window.click(&row).await;
    window.click(&at("hold-place")).await;
    window
        .write(&at("hold-reason"), "Local court, 87 C 412/26")
        .await;
    window.click(&at("hold-confirm")).await;
    window.see(&at("hold-lift")).await;
    window.picture("held").await;

    window.click(&at("rail-year")).await;
    window.click(&at("year-retention-open")).await;
    window.read(&at("retention-holds"), &held).await;
    window.click(&at("retention-look")).await;
    window.see(&row).await;
    assert_eq!(window.count(&row).await, before - 1);
    window.click(&format!("{} summary", at("purge-kept"))).await;
    window.read(&at("purge-kept"), &held).await;
    let gone = text(window, &row).await;
    window.click(&at("purge-open")).await;
    window.read(&at("purge-dialog"), &gone).await;
    window.picture("purging").await;
    window.click(&at("purge-confirm")).await;
    window.read(&at("purge-done"), "purged on").await;
    window.picture("purged").await;

    // Looked at again: only what is held back is left of them.
    window.click(&at("purge-again")).await;
    window.read(&at("purge-kept"), &held).await;
    assert_eq!(window.count(&row).await, 0);
    report(window, "rights").await;
    assert_eq!(text(window, &at("year-table-rights")).await, figures);
    window.picture("after").await;

    // The proof of what went stays: its reference opens a page without a person.
    window.click(&at("year-tab-register")).await;
    let year = gone.split('-').next().unwrap();
    window.click(&at("year-span")).await;
    window.click(&at(&format!("year-span-{year}-01-01"))).await;
    let its_link = format!(
        "const all = document.querySelectorAll(\"[data-testid^='year-open-register-']\");
        return [...all].find((one) => one.textContent.trim() === '{gone}')?.dataset.testid ?? null"
    );
    let link = window
        .until(&format!("{gone} in the register"), async || {
            Some(window.script(&its_link).await.as_str()?.to_owned())
        })
        .await;
    window.click(&at(&link)).await;
    window.read(&at("request-page"), "purged").await;
    window.picture("proof").await;
}
