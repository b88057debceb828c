//! C3, C4 and M8: a child's account, a child who wants to join, and a parent who says yes to use and no to disclosure.

use super::*;
use crate::talk;

const LAWS: &[&str] = &["us-coppa", "us-ca-ccpa"];

const POLICY: &str = "# Harbour Lane reading club, privacy\n\nEffective date: 1 February 2026\n\n## Children\n\nWe collect personal information from children under 13 only with the verifiable consent of a parent.\n";

const PARENT: &str = "Grace Adeyemi";

#[test]
fn registers_c3_a_parent_asks_that_an_account_be_deleted() {
    talk(async {
        let home = Home::new();
        let window = Window::open(&home, "c3").await;
        create_desk_under(&window, LAWS).await;
        bring_in(&window, "policy", POLICY).await;

        begin_request(
            &window,
            PARENT,
            "9 Poplar Street\nColumbus, OH 43004",
            "Ohio, USA",
        )
        .await;
        window.click(&at("log-capacity-parent-or-guardian")).await;
        window.write(&at("log-subject-name"), "Mina Adeyemi").await;
        tick(&window, "right-child-erasure").await;
        window.write(&at("particulars-age"), "12").await;
        window
            .write(
                &at("log-words"),
                "My daughter is 12 and has an account with you. Delete it.",
            )
            .await;
        window.read(&at("log-preview"), "COPPA").await;
        window.picture("log").await;
        submit(&window).await;
        window.read(&at("claim-child-erasure"), "312.6").await;
        // No consent is on file: the promise is contradicted by what has happened already.
        window.read(&at("contradiction"), "consent").await;
        window
            .read(&at("authority-card"), "may be refused without it")
            .await;
        window.picture("request").await;

        window.click(&at("authority-add")).await;
        window.click(&at("authority-save")).await;
        window.see("[aria-invalid='true']").await;
        window.click(&at("authority-kind-parent")).await;
        window
            .write(
                &at("authority-what"),
                "Birth certificate and passport, seen in a video call.",
            )
            .await;
        window.picture("authority-sheet").await;
        window.click(&at("authority-save")).await;
        window
            .read(&at("authority-card"), "Birth certificate")
            .await;
        window.picture("authority").await;

        window.click(&at("decide-claim-child-erasure")).await;
        window.click(&at("decide-granted")).await;
        window.click(&at("decide-confirm")).await;
        window.gone(&at("decide-sheet")).await;
        window.picture("decided").await;
        window.click(&at("step-write-letter")).await;
        window.see(&at("letter-kind-answer-in-full")).await;
        window.picture("letters").await;
        window.click(&at("letter-kind-answer-in-full")).await;
        window.see(&at("letter-editor")).await;
        window.pdf_page(PARENT).await;
        window.picture("letter").await;
        fill(&window, "what was deleted", "the account and its backups").await;
        fill(&window, "whether it goes on", "it is closed").await;
        window.picture("letter-filled").await;
        // What does not agree with the promise is answered in writing before the letter leaves.
        window.click(&at("letter-issue")).await;
        window.click(&at("letter-sent-mail")).await;
        window.click(&at("letter-issue-confirm")).await;
        window
            .read(
                &at("issue-dialog"),
                "Answer this in writing, or say that you have seen it",
            )
            .await;
        window.picture("flag").await;
        window
            .write(
                &format!("{} textarea", at("issue-dialog")),
                "She gave a wrong age; all of it is deleted today.",
            )
            .await;
        window.click(&at("letter-issue-confirm")).await;
        window
            .pdf_page_in(&at("letter-viewer"), "the account and its backups")
            .await;
        window.picture("issued").await;
        window.close().await;
    });
}

/// Opens a file for a child of eleven whose parent is to be asked; leaves it on the screen.
async fn open_file(window: &Window, discloses: &str) {
    register(window, "children").await;
    window.picture("empty").await;
    window.click(&at("child-first")).await;
    // What is missing is said at its field.
    window.click(&at("child-save")).await;
    window.see("[aria-invalid='true']").await;
    window.picture("lacks").await;
    window.write(&at("child-name"), "Mina").await;
    window.click(&at("child-known-age")).await;
    window.write(&at("child-age"), "11").await;
    window.choose(&at("child-residence"), "Ohio, USA").await;
    window.write(&at("child-parent-name"), PARENT).await;
    window
        .write(
            &at("child-parent-address"),
            "9 Poplar Street\nColumbus, OH 43004",
        )
        .await;
    window.write(&at("child-service"), "The reading club").await;
    window
        .write(
            &at("child-collects"),
            "First name, the books read, and a nickname.",
        )
        .await;
    if !discloses.is_empty() {
        tick(window, "child-discloses-any").await;
        window.write(&at("child-discloses"), discloses).await;
    }
    window.picture("sheet").await;
    window.click(&at("child-save")).await;
    window.see(&at("child-file")).await;
}

#[test]
fn registers_c4_a_child_of_eleven_is_signed_up_by_the_rule() {
    talk(async {
        let home = Home::new();
        let window = Window::open(&home, "c4").await;
        create_desk_under(&window, LAWS).await;
        open_file(&window, "").await;
        window.read(&at("may-collect"), "no").await;
        // A consent cannot come before the notice, and the page says why.
        let why = format!(
            "document.querySelector(\"{}\").open = true;",
            at("child-steps-refused")
        );
        window.script(&why).await;
        window.read(&at("child-steps-refused"), "notice").await;
        window.picture("file").await;

        // The notice goes out as a letter of the request.
        window.click(&at("to-request")).await;
        window.see(&at("request-page")).await;
        window.read(&at("register-files"), "Mina").await;
        window.read(&at("register-files"), "Notice due").await;
        window.picture("request").await;
        window.click(&at("step-write-letter")).await;
        window.click(&at("letter-kind-direct-notice")).await;
        window.see(&at("letter-editor")).await;
        window.pdf_page(PARENT).await;
        window.picture("notice").await;
        fill(&window, "how it will be used", "choosing books").await;
        fill(&window, "the link to the", "harbourlane.example/children").await;
        issue(&window, "choosing books").await;
        window.picture("notice-issued").await;
        close_letter(&window).await;

        window.click(&at("to-file-children")).await;
        window.see(&at("child-file")).await;
        window.picture("told").await;
        window.click(&at("child-step-consent-given")).await;
        window.click(&at("child-step-save")).await;
        window.see("[aria-invalid='true']").await;
        window.picture("consent-lacks").await;
        consent_to_use(&window).await;
        window.picture("consented").await;
        register(&window, "children").await;
        window.picture("list").await;
        window.close().await;
    });
}

/// A consent to collection and use alone, signed on paper.
async fn consent_to_use(window: &Window) {
    window.click(&at("child-method-signed-form")).await;
    window
        .write(
            &at("child-step-text"),
            "Signed form came by post, in folder 7.",
        )
        .await;
    window.picture("consent-sheet").await;
    window.click(&at("child-step-save")).await;
    window.gone(&at("child-step-sheet")).await;
    window.read(&at("may-collect"), "yes").await;
    window.read(&at("may-disclose"), "no").await;
}

#[test]
fn registers_m8_what_a_parent_allowed_for_use_alone_is_not_disclosed_unseen() {
    talk(async {
        let home = Home::new();
        let window = Window::open(&home, "m8").await;
        create_desk_under(&window, LAWS).await;
        open_file(
            &window,
            "Her nickname, to Lantern Toys Inc., for a prize draw.",
        )
        .await;
        window.click(&at("child-step-notice-sent")).await;
        window.click(&at("child-notice-consent")).await;
        window.click(&at("child-items-all")).await;
        // What is to be disclosed must stand in it too.
        window.click(&at("child-items-third-parties")).await;
        window.click(&at("child-step-save")).await;
        window
            .read(&at("child-step-sheet"), "The notice lacks what it must say")
            .await;
        window.picture("notice-refused").await;
        tick(&window, "child-items-third-parties").await;
        window.click(&at("child-step-save")).await;
        window.gone(&at("child-step-sheet")).await;
        window.click(&at("child-step-consent-given")).await;
        window.click(&at("child-scope-use")).await;
        consent_to_use(&window).await;

        register(&window, "disclosures").await;
        window.click(&at("handling-first")).await;
        window
            .write(&at("handling-recipient"), "Lantern Toys Inc.")
            .await;
        window.click(&at("handling-purpose-their-marketing")).await;
        window.click(&at("handling-data-child-data")).await;
        window.write(&at("handling-people"), "1").await;
        window
            .write(&at("handling-group"), "a member of the club")
            .await;
        window.click(&at("handling-children")).await;
        window.picture("entry").await;
        choose_like(&window, &at("handling-child"), "Mina").await;
        let said = window.read(&at("collision"), "disclos").await;
        assert!(said.contains("312.5"), "{said}");
        // Without a written resolution it is not entered, and the sentence says so at its place.
        window.click(&at("handling-save")).await;
        window.see(&at("handling-sheet")).await;
        window.read(&at("collision"), "Write").await;
        window.see("[aria-invalid='true']").await;
        window.picture("refused").await;
        window
            .write(
                &at("collision-answer"),
                "Sent by mistake on Friday; Lantern Toys confirmed in writing that it is erased.",
            )
            .await;
        // An answer is no consent: nothing is entered before it is said that it has happened already.
        window.click(&at("handling-save")).await;
        window.see("[aria-invalid='true']").await;
        window
            .read(&at("handling-sheet"), "Obtain the parent")
            .await;
        tick(&window, "handling-already-made").await;
        window.picture("resolved").await;
        window.click(&at("handling-save")).await;
        window.gone(&at("handling-sheet")).await;
        window
            .read(&at("handling-table"), "Lantern Toys Inc.")
            .await;
        window.picture("entered").await;
        window
            .click(&format!("{} .who", at("handling-table-row")))
            .await;
        window
            .read(&at("handling-view"), "Sent by mistake on Friday")
            .await;
        window.see(&at("handling-without-authority")).await;
        window.picture("flagged").await;
        window.close().await;
    });
}
