//! One window of the program, and the driver that reaches into it.
//!
//! Nothing sleeps for a fixed time: every step asks again until what it waits for is there, or says what was not.

use serde_json::{Value, json};
use std::{
    env, fs,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};
use tempfile::TempDir;
use thirtyfour::{error::WebDriverError, prelude::*};

/// What a person would call stuck. Passphrases are slow on purpose, so not shorter.
const PATIENCE: Duration = Duration::from_secs(30);
/// Between two looks.
const GLANCE: Duration = Duration::from_millis(20);

/// A zone in which it is the middle of the day now, for the desk and for the machine: no test may cross midnight,
/// nor a new year, however long it takes.
pub fn zone_of_midday() -> &'static str {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    match since.as_secs() / 3600 % 24 {
        0..6 => "Asia/Tokyo",
        6..11 => "Asia/Kolkata",
        11..16 => "Africa/Lagos",
        16..20 => "America/Bahia",
        _ => "America/Phoenix",
    }
}

/// A folder in which the program keeps everything, so that a test touches nothing of the officer's.
pub struct Home(TempDir);

impl Home {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

/// A running program.
pub struct Window {
    driver: Option<WebDriver>,
    process: Child,
    home: PathBuf,
    story: &'static str,
}

impl Window {
    /// Starts the program on this home. `story` names its pictures.
    pub async fn open(home: &Home, story: &'static str) -> Self {
        let (port, native) = (free_port(), free_port());
        // What a story lays there stands before the machine's own: a printer, for example.
        let mut programs = home.path().join("bin").into_os_string();
        programs.push(":");
        programs.push(env::var_os("PATH").unwrap_or_default());
        let process = Command::new("tauri-driver")
            .args([
                "--port",
                &port.to_string(),
                "--native-port",
                &native.to_string(),
            ])
            .env("RIGHTSDESK_HOME", home.path())
            .env("PATH", programs)
            .env("TZ", zone_of_midday())
            // Nothing of the desktop's own takes part.
            .env("GTK_USE_PORTAL", "0")
            .env("NO_AT_BRIDGE", "1")
            // Pictures without a graphics card look the same everywhere.
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("tauri-driver is not there; `make test` brings it in");
        let mut window = Self {
            driver: None,
            process,
            home: home.path().to_owned(),
            story,
        };
        let begun = Instant::now();
        for port in [port, native] {
            while TcpStream::connect(("127.0.0.1", port)).is_err() {
                assert!(begun.elapsed() < PATIENCE, "tauri-driver does not answer");
                tokio::time::sleep(GLANCE).await;
            }
        }
        let mut wanted = Capabilities::new();
        wanted
            .set("tauri:options", json!({ "application": program() }))
            .unwrap();
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wanted)
            .await
            .expect("the program does not start under the driver");
        window.driver = Some(driver);
        window
    }

    fn driver(&self) -> &WebDriver {
        self.driver.as_ref().unwrap()
    }

    /// Closes the program and waits until it has let go of its desks: the driver does not wait for its end.
    pub async fn close(mut self) {
        if let Some(driver) = self.driver.take() {
            driver.quit().await.unwrap();
        }
        let begun = Instant::now();
        while !self.let_go() {
            assert!(begun.elapsed() < PATIENCE, "the program does not end");
            tokio::time::sleep(GLANCE).await;
        }
    }

    fn let_go(&self) -> bool {
        fs::read_dir(&self.home)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "lock"))
            .all(|path| fs::File::open(path).unwrap().try_lock().is_ok())
    }

    /// Asks again until there is an answer; then says what was waited for, with a picture of what was there instead.
    pub async fn until<T>(&self, what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = look().await {
                return found;
            }
            if begun.elapsed() > PATIENCE {
                self.picture("stuck").await;
                let shown = self.text_of("body").await.unwrap_or_default();
                panic!("waited in vain for {what}; the window shows:\n{shown}");
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    async fn find(&self, css: &str) -> Option<WebElement> {
        self.driver().find(By::Css(css)).await.ok()
    }

    async fn text_of(&self, css: &str) -> Option<String> {
        self.find(css).await?.text().await.ok()
    }

    /// Waits until it is to be seen.
    pub async fn see(&self, css: &str) -> WebElement {
        self.until(css, async || {
            let element = self.find(css).await?;
            element.is_displayed().await.ok()?.then_some(element)
        })
        .await
    }

    /// Waits until it is not there any more.
    pub async fn gone(&self, css: &str) {
        self.until(&format!("{css} to go"), async || {
            self.find(css).await.is_none().then_some(())
        })
        .await;
    }

    /// Waits until these words are to be read in it.
    pub async fn read(&self, css: &str, words: &str) -> String {
        self.until(&format!("“{words}” in {css}"), async || {
            self.text_of(css).await.filter(|text| text.contains(words))
        })
        .await
    }

    /// Clicks as soon as it can be clicked: it may still move, be covered by a message, or wait for an answer.
    pub async fn click(&self, css: &str) {
        self.until(&format!("a click on {css}"), async || {
            let element = self.find(css).await?;
            if !element.is_enabled().await.ok()? {
                return None;
            }
            match element.click().await {
                Ok(()) => Some(()),
                Err(error) => {
                    assert!(passing(&error), "{css}: {error}");
                    // The driver leaves it at the edge, where a foot that stays may lie over it: scroll on, as a hand would.
                    let element = element.to_json().ok()?;
                    self.driver().execute(MIDDLE, vec![element]).await.ok()?;
                    None
                }
            }
        })
        .await;
    }

    /// Puts text into a field in place of what is there.
    pub async fn write(&self, css: &str, text: &str) {
        let field = self.see(css).await;
        // The foot of a sheet may lie over it: brought to the middle, as a hand would.
        self.driver()
            .execute(MIDDLE, vec![field.to_json().unwrap()])
            .await
            .unwrap();
        field.clear().await.unwrap();
        // A new line is a key; as a letter it is dropped.
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                field.send_keys(Key::Enter + "").await.unwrap();
            }
            if !line.is_empty() {
                field.send_keys(line).await.unwrap();
            }
        }
        self.until(&format!("“{text}” in {css}"), async || {
            let now = field.prop("value").await.ok()??;
            (now == text).then_some(())
        })
        .await;
    }

    /// Chooses from a list that can be searched.
    pub async fn choose(&self, css: &str, label: &str) {
        self.click(css).await;
        self.pick(css, label).await;
    }

    /// As [`Self::choose`], where the list stands open.
    pub async fn pick(&self, css: &str, label: &str) {
        let field = self.see(css).await;
        field.clear().await.unwrap();
        field.send_keys(label).await.unwrap();
        let option = By::XPath(format!("//*[@role='option'][normalize-space(.)='{label}']"));
        let found = async || self.driver().find(option.clone()).await.ok();
        self.until(&format!("{label} among the choices of {css}"), &found)
            .await;
        // With the keyboard: down to it, then Enter, until the list is gone.
        self.until(&format!("{label} chosen in {css}"), async || {
            let Some(option) = found().await else {
                let now = field.prop("value").await.ok()??;
                return (now == label).then_some(());
            };
            let lit = option.attr("data-highlighted").await.ok()?.is_some();
            let key = if lit { Key::Enter } else { Key::Down };
            field.send_keys(key + "").await.ok()?;
            None
        })
        .await;
    }

    /// Presses a key, wherever the focus is.
    pub async fn key(&self, key: char) {
        let chain = self.driver().action_chain();
        chain.send_keys(key.to_string()).perform().await.unwrap();
    }

    /// Puts a long text into a field at once, as pasting does.
    pub async fn paste(&self, css: &str, text: &str) {
        self.see(css).await;
        let args = serde_json::json!([css, text]);
        let script = format!(
            "const [css, text] = {args}; const field = document.querySelector(css); field.value = text; field.dispatchEvent(new Event('input', {{ bubbles: true }})); return field.value.length"
        );
        self.script(&script).await;
    }

    /// Presses a key with Ctrl held.
    pub async fn ctrl(&self, key: char) {
        self.driver()
            .action_chain()
            .key_down(Key::Control)
            .send_keys(key.to_string())
            .key_up(Key::Control)
            .perform()
            .await
            .unwrap();
    }

    /// Back to where one came from, with Alt and the arrow.
    pub async fn back(&self) {
        self.driver()
            .action_chain()
            .key_down(Key::Alt)
            .send_keys(Key::Left + "")
            .key_up(Key::Alt)
            .perform()
            .await
            .unwrap();
    }

    /// What the page computes.
    pub async fn script(&self, script: &str) -> Value {
        self.driver()
            .execute(script, Vec::new())
            .await
            .unwrap()
            .json()
            .clone()
    }

    /// How many there are.
    pub async fn count(&self, css: &str) -> usize {
        self.driver()
            .find_all(By::Css(css))
            .await
            .map_or(0, |all| all.len())
    }

    /// Waits until a page of a PDF is drawn: not blank, and with its words over it.
    pub async fn pdf_page(&self, words: &str) {
        self.pdf_page_in("body", words).await;
    }

    /// As [`Self::pdf_page`], in one part of the window: behind a dialog another page may stand. Gives its words.
    pub async fn pdf_page_in(&self, part: &str, words: &str) -> String {
        let page = format!("{part} [data-testid='pdf-page']");
        let text = self.read(&page, words).await;
        let ink = INK.replace("PAGE", &page);
        self.until("ink on the page", async || {
            self.script(&ink).await.as_bool()?.then_some(())
        })
        .await;
        text
    }

    /// Leaves a picture of the window.
    pub async fn picture(&self, name: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("artefacts");
        fs::create_dir_all(&folder).unwrap();
        let place = folder.join(format!("{}-{name}.png", self.story));
        self.script(PAINT).await;
        let taken = tokio::time::timeout(PATIENCE, self.driver().screenshot(&place)).await;
        self.script(REST).await;
        taken
            .expect("the window does not paint")
            .expect("no picture could be taken");
    }
}

impl Drop for Window {
    /// A test that failed leaves no program behind: the driver takes its window with it.
    fn drop(&mut self) {
        let _ = Command::new("kill")
            .arg(self.process.id().to_string())
            .status();
        let _ = self.process.wait();
    }
}

/// Scrolls an element to the middle of what it lies in.
const MIDDLE: &str = "arguments[0].scrollIntoView({ block: 'center' });";

/// Whether some point of the first canvas of PAGE is dark.
const INK: &str = "
    const canvas = document.querySelector(\"PAGE canvas\");
    if (!canvas || canvas.width === 0) return false;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 0 && data[at] < 100) return true;
    return false;";

/// A picture is taken at the next frame, and a page at rest paints none: a dot nobody sees keeps it painting.
const PAINT: &str = "
    const dot = document.createElement('i');
    dot.id = 'keep-painting';
    dot.style.cssText = 'position:fixed;right:0;bottom:0;width:1px;height:1px;background:currentColor';
    document.body.append(dot);
    let on = false;
    (function again() {
        if (!dot.isConnected) return;
        on = !on;
        dot.style.opacity = on ? '0.01' : '0.02';
        requestAnimationFrame(again);
    })();";
const REST: &str = "document.getElementById('keep-painting')?.remove();";

/// What goes away by itself: the element was drawn anew, moves, or is covered for a moment.
fn passing(error: &WebDriverError) -> bool {
    let said = error.to_string().to_lowercase();
    [
        "stale",
        "intercept",
        "not interactable",
        "no such element",
        "out of bounds",
    ]
    .iter()
    .any(|word| said.contains(word))
}

/// The program as it was built beside this test.
fn program() -> PathBuf {
    let test = env::current_exe().unwrap();
    let program = test.ancestors().nth(2).unwrap().join("rightsdesk");
    assert!(
        program.exists(),
        "{} is not built; `make test` builds it",
        program.display()
    );
    program
}

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0))
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}
