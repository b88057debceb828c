//! Policies in the real window: the sample's two versions reviewed and compared, and a policy brought in by pasting.

use crate::{
    first_day::at,
    talk,
    window::{Home, Window},
};
use std::fs;

const PASTED: &str = "# Quarry Hill Cycles, privacy\n\nEffective date: 1 February 2026\n\n## Your choices\n\nYou can unsubscribe from our newsletter at any time by writing to post@quarryhill.example.\n\nWe never sell your personal information to anybody.\n\n## Children\n\nWe do not knowingly collect personal information from children under 13.\n";

#[test]
fn a_policy_is_read_reviewed_compared_and_brought_in_with_the_keyboard() {
    talk(async {
        let home = Home::new();
        let window = Window::open(&home, "policies").await;
        window.click(&at("welcome-sample")).await;
        window.see(&at("queue-row")).await;
        window.click(&at("rail-policies")).await;
        window.see(&at("promise-card")).await;
        window.picture("version").await;

        // What nobody has reviewed yet is accepted with one key, and the next comes by itself.
        let left = progress(&window).await;
        assert!(left.contains("reviewed"), "{left}");
        window.key('a').await;
        window
            .until("the suggestion is reviewed", async || {
                (progress(&window).await != left).then_some(())
            })
            .await;
        window.picture("reviewed").await;

        window.click(&at("policy-compare")).await;
        window.see(&at("compare-consequences")).await;
        window.picture("compared").await;
        window.click(&at("compare-back")).await;
        window.click(&at("policy-contradictions")).await;
        window.see(&at("contradiction")).await;
        window.picture("contradictions").await;
        window.click(&at("contradictions-back")).await;

        window.click(&at("rail-registers")).await;
        window.see(&at("handling-table")).await;
        window.picture("registers").await;

        ask_a_question(&window).await;

        for (name, text) in policies() {
            bring_in(&window, &name, &text).await;
        }
        window.close().await;
    });
}

/// Somebody asks whether data is passed on: the promise and what contradicts it stand beside the answer.
async fn ask_a_question(window: &Window) {
    window.click(&at("rail-queue")).await;
    window.ctrl('n').await;
    window.click(&at("log-channel-mail")).await;
    window.write(&at("log-name"), "Ottilie Brandvold").await;
    window.choose(&at("log-residence"), "Germany").await;
    window.click(&at("right-erasure")).await;
    window.read(&at("at-work"), "delete your account").await;
    window.picture("log").await;
    window.click(&at("right-erasure")).await;
    window.click(&at("right-question")).await;
    window.click(&at("question-sharing")).await;
    window
        .read(&at("at-work"), "never pass e-mail addresses")
        .await;
    window.picture("question").await;
    window.click(&at("log-submit")).await;
    window.see(&at("request-page")).await;
    window.read(&at("contradiction"), "Leuchtfeuer").await;
    window.picture("request").await;
}

/// Our own, and the real ones where they lie beside the project.
fn policies() -> Vec<(String, String)> {
    let mut all = vec![("pasted".to_owned(), PASTED.to_owned())];
    let shared = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/policies");
    if let Ok(folder) = fs::read_dir(shared) {
        let mut files: Vec<_> = folder.flatten().map(|entry| entry.path()).collect();
        files.sort();
        for path in files {
            if path.extension().is_some_and(|e| e == "md" || e == "txt") {
                let name = path.file_stem().unwrap().to_string_lossy().into_owned();
                all.push((name, fs::read_to_string(path).unwrap()));
            }
        }
    }
    all
}

/// Pastes a policy, gives it a day of its own, and reviews every suggestion with one key.
pub async fn bring_in(window: &Window, name: &str, text: &str) {
    window.click(&at("rail-policies")).await;
    window.click(&at("policy-new")).await;
    window
        .click(&format!("{} input[value='paste']", at("bring-way")))
        .await;
    window.paste(&at("bring-text"), text).await;
    window.click(&at("bring-show")).await;
    window.see(&at("bring-becomes")).await;
    window.picture(&format!("{name}-becomes")).await;
    // The first day in force was read from the text.
    window.click(&at("bring-add")).await;
    window.gone(&at("bring-becomes")).await;
    window.see(&at("promise-card")).await;
    loop {
        let before = progress(window).await;
        if !before.contains(" of ") {
            break;
        }
        window.key('a').await;
        window
            .until("the next suggestion comes", async || {
                (progress(window).await != before).then_some(())
            })
            .await;
    }
    window.picture(&format!("{name}-reviewed")).await;
}

/// “14 of 19 reviewed”.
async fn progress(window: &Window) -> String {
    let script = "return document.querySelector('[data-testid=policy-progress]')?.innerText ?? ''";
    window
        .script(script)
        .await
        .as_str()
        .unwrap_or_default()
        .to_owned()
}
