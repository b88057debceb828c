//! The sample desk: every screen has something true to show.

use crate::{
    first_day::{at, close_dialog},
    talk,
    window::{Home, Window},
};

#[test]
fn every_screen_of_the_sample_shows_something() {
    talk(async {
        let home = Home::new();
        let window = Window::open(&home, "sample").await;
        window.click(&at("welcome-sample")).await;

        window.see(&at("queue-row")).await;
        assert!(window.count(&at("queue-row")).await >= 10);
        for tile in ["overdue", "week", "waiting"] {
            let figure = window.see(&at(&format!("tile-{tile}"))).await;
            let text = figure.text().await.unwrap();
            assert!(
                text.chars().any(|c| ('1'..='9').contains(&c)),
                "{tile}: {text}"
            );
        }
        window.picture("queue").await;

        window.click(&format!("{} td", at("queue-row"))).await;
        window.see(&at("request-page")).await;
        window.see(&at("request-log-entry")).await;
        window.see(&at("why-card")).await;
        window.picture("request").await;

        // The law beside the claim can be read, and the way to a date printed.
        window
            .click(&format!("{} [data-testid^='read-']", at("request-page")))
            .await;
        window.see(&at("law-find")).await;
        window.picture("law").await;
        close_dialog(&window, "law-reader").await;

        window.click(&at("rail-calendar")).await;
        window.see(&at("calendar-grid")).await;
        window.picture("calendar").await;
        window
            .click(&format!("{} input[value='agenda']", at("calendar-view")))
            .await;
        window.see(&at("calendar-entry")).await;
        window.picture("agenda").await;

        window.click(&at("rail-letters")).await;
        window
            .click(&format!("{} .open", at("letters-table")))
            .await;
        window.pdf_page("").await;
        window.picture("letter").await;
        close_dialog(&window, "letter-viewer").await;
        window.picture("letters").await;

        window.click(&at("rail-year")).await;
        window.click(&at("year-tab-rights")).await;
        window.see(&at("year-table-rights")).await;
        window.picture("year").await;
        window.click(&at("year-retention-open")).await;
        window.see(&at("retention-periods")).await;
        window.picture("retention").await;
        window.click(&at("retention-back")).await;

        window.click(&at("rail-settings")).await;
        window.see(&at("settings-organisation")).await;
        window.picture("settings").await;
        window.click(&at("tab-safety")).await;
        window.click(&at("verify-log")).await;
        window.see(&at("verify-result")).await;
        assert_eq!(
            window
                .count("[role='alert'][data-testid='verify-result']")
                .await,
            0
        );
        window.picture("verified").await;

        window.click(&at("leave-sample")).await;
        window.see(&at("welcome-create")).await;
        window.close().await;

        // The sample is not what the next start asks for.
        let window = Window::open(&home, "after-sample").await;
        window.see(&at("welcome-create")).await;
        window.close().await;
    });
}
