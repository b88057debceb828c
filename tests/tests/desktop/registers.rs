//! The registers in the real window: what an officer enters there, and what it does to requests and letters.

mod children;
mod health;
mod shine;

use crate::{
    first_day::{at, close_dialog, create_desk_under},
    policies::bring_in,
    window::{Home, Window},
};

/// Opens a register by its tab.
async fn register(window: &Window, name: &str) {
    window.click(&at("rail-registers")).await;
    let tab = at(&format!("register-tab-{name}"));
    window.click(&tab).await;
    window.see(&format!("{tab}[aria-selected='true']")).await;
}

/// Chooses the one that begins so.
async fn choose_like(window: &Window, css: &str, start: &str) {
    window.click(css).await;
    let script = format!(
        "return [...document.querySelectorAll('[role=option]')].map((it) => it.innerText.trim()).find((it) => it.startsWith('{start}')) ?? null;"
    );
    let label = window
        .until(
            &format!("“{start}” among the choices of {css}"),
            async || window.script(&script).await.as_str().map(str::to_owned),
        )
        .await;
    window.pick(css, &label).await;
}

/// Types a day into its three parts.
async fn day(window: &Window, field: &str, (year, month, day): (i64, u32, u32)) {
    window
        .click(&format!("{} [data-segment='day']", at(field)))
        .await;
    for key in format!("{day:02}{month:02}{year:04}").chars() {
        window.key(key).await;
    }
    let shown = format!("{day:02}/{month:02}/{year:04}");
    window
        .until(&format!("{shown} in {field}"), async || {
            let script = format!(
                "return [...document.querySelectorAll(\"{} [data-segment]\")].map((it) => it.innerText).join('')",
                at(field)
            );
            let now = window.script(&script).await;
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            (digits(now.as_str()?) == digits(&shown)).then_some(())
        })
        .await;
}

/// The year that is on the clock of the window.
async fn this_year(window: &Window) -> i64 {
    let year = window.script("return new Date().getFullYear();").await;
    year.as_i64().unwrap()
}

/// Begins a request by post: who asks, and where the person lives.
async fn begin_request(window: &Window, name: &str, address: &str, lives: &str) {
    window.click(&at("rail-queue")).await;
    window.ctrl('n').await;
    window.click(&at("log-channel-mail")).await;
    window.write(&at("log-name"), name).await;
    window.write(&at("log-address"), address).await;
    window.choose(&at("log-residence"), lives).await;
}

/// Ticks a box with one click: nothing that moves under the pointer may take it.
async fn tick(window: &Window, testid: &str) {
    let box_ = at(testid);
    window.click(&box_).await;
    window.see(&format!("{box_}:checked")).await;
}

async fn submit(window: &Window) {
    window.click(&at("log-submit")).await;
    window.see(&at("request-page")).await;
}

/// Fills a blank of the letter on the screen: a click on its name marks it, and what is typed takes its place.
async fn fill(window: &Window, blank: &str, text: &str) {
    let left = format!(
        "return [...document.querySelectorAll(\"{}\")].some((it) => it.value.includes('[[{blank}'));",
        at("letter-block")
    );
    window
        .until(&format!("the blank “{blank}”"), async || {
            window.script(&left).await.as_bool()?.then_some(())
        })
        .await;
    let mark = format!(
        "const wanted = [...document.querySelectorAll('[data-testid=letter-blank]')].find((it) => it.innerText.trim().startsWith('{blank}')); wanted?.click(); return Boolean(wanted);"
    );
    window
        .until(
            &format!("the name of the blank “{blank}”"),
            async || window.script(&mark).await.as_bool()?.then_some(()),
        )
        .await;
    for key in text.chars() {
        window.key(key).await;
    }
    window
        .until(&format!("“{blank}” filled"), async || {
            (!window.script(&left).await.as_bool()?).then_some(())
        })
        .await;
}

/// Issues the letter on the screen, and leaves the drawn page of what was sent with these words; gives the page's words.
async fn issue(window: &Window, words: &str) -> String {
    window.click(&at("letter-issue")).await;
    window.click(&at("letter-sent-mail")).await;
    window.click(&at("letter-issue-confirm")).await;
    window.pdf_page_in(&at("letter-viewer"), words).await
}

async fn close_letter(window: &Window) {
    close_dialog(window, "letter-viewer").await;
    window.see(&at("request-page")).await;
}
