//! Plain text, Markdown and pages.

use super::*;

/// Long enough to be no heading.
const LONG: &str =
    "We keep what you tell us for as long as your account is open and not a day longer than that.";

#[test]
fn plain_text() {
    blocks(
        "a.txt",
        &format!("Privacy at Fern Books\n{LONG}\nWhat we collect\n{LONG}\n"),
        &[
            "H1 Privacy at Fern Books",
            &format!("P {LONG}"),
            "H2 What we collect",
            &format!("P {LONG}"),
        ],
    );
    blocks(
        "a.txt",
        &format!(
            "PRIVACY\n\n{LONG}\n\n1. Scope\n\n{LONG}\n\n2. Your Rights\n\n{LONG}\n\nYou may:\n- ask for a copy\n- ask us to delete it\n  - at once\n"
        ),
        &[
            "H1 PRIVACY",
            &format!("P {LONG}"),
            "H2 1. Scope",
            &format!("P {LONG}"),
            "H2 2. Your Rights",
            &format!("P {LONG}"),
            "P You may:",
            "I1 ask for a copy",
            "I1 ask us to delete it",
            "I2 at once",
        ],
    );
    // Lines broken by hand, and the last of a paragraph is short.
    blocks(
        "a.txt",
        "We collect your name and the address you give us when\nyou order, and we keep both until the order is paid for\nin full.\nWe delete them after that, unless a law tells us that we\nmust keep them.\n",
        &[
            "P We collect your name and the address you give us when you order, and we keep both until the order is paid for in full.",
            "P We delete them after that, unless a law tells us that we must keep them.",
        ],
    );
    blocks(
        "a.txt",
        &format!(
            "You may write to us if:\n1. you moved\n2. your name changed\n3. you are not our reader\n{LONG}\n"
        ),
        &[
            "P You may write to us if:",
            "I1 you moved",
            "I1 your name changed",
            "I1 you are not our reader",
            &format!("P {LONG}"),
        ],
    );
    blocks(
        "a.txt",
        "Fern Books\n12 Harbour Lane\nPortsmouth\n",
        &["P Fern Books", "P 12 Harbour Lane", "P Portsmouth"],
    );
}

#[test]
fn markdown() {
    blocks(
        "a.md",
        "# Privacy\n\nWrite to [us](https://a.example) **now**.\n\n* one\n* two\n    * deeper\n\n1. first\n2. second\n",
        &[
            "H1 Privacy",
            "P Write to us now.",
            "I1 one",
            "I1 two",
            "I2 deeper",
            "I1 first",
            "I1 second",
        ],
    );
    blocks(
        "",
        "## Your choices\n\n**Newsletters**\n\nYou can stop them at any time by the link in each of them.\n\n## More\n\nText.",
        &[
            "H2 Your choices",
            "H3 Newsletters",
            "P You can stop them at any time by the link in each of them.",
            "H2 More",
            "P Text.",
        ],
    );
    blocks(
        "a.md",
        "You can change them\n\n  * in your settings\n\nby mail\n\n  * by phone\n\nEnd.",
        &[
            "P You can change them",
            "I1 in your settings",
            "I1 by mail",
            "I1 by phone",
            "P End.",
        ],
    );
    blocks(
        "a.md",
        "| Data | Use |\n|--|--|\n| Name | Orders |\n",
        &["I1 Data | Use", "I1 Name | Orders"],
    );
    blocks(
        "a.md",
        "# T\n\n### We use your data to:\n\n* send books\n* send bills\n",
        &[
            "H1 T",
            "P We use your data to:",
            "I1 send books",
            "I1 send bills",
        ],
    );
    blocks(
        "a.md",
        "Please[Ask us](https://a.example/x) for more.",
        &["P Please Ask us for more."],
    );
    blocks(
        "a.md",
        "<div>\nSome <b>words</b> here<br>and there.\n</div>\n",
        &["P Some words here and there."],
    );
}

#[test]
fn pages() {
    let page = |body: &str| {
        format!(
            "<!DOCTYPE html><html><head><title>Fern</title><link rel=canonical href='https://fern.example/privacy'></head><body>{body}</body></html>"
        )
    };
    let of = |body: &str, wanted: &[&str]| blocks("a.html", &page(body), wanted);
    let imported = of(
        "<nav><ul><li>Home<li>Shop</ul></nav><header>Fern Books</header><main><h1>Privacy&nbsp;Policy</h1><p>We keep <b>little</b>.<p>And not for long.<ul><li>name<li>address<ul><li>street</ul></ul></main><footer>© 2024</footer><script>x<y</script>",
        &[
            "H1 Privacy Policy",
            "P We keep little.",
            "P And not for long.",
            "I1 name",
            "I1 address",
            "I2 street",
        ],
    );
    assert_eq!(imported.source, "https://fern.example/privacy");
    assert!(
        imported
            .cleaned
            .iter()
            .any(|c| c.what.starts_with("Navigation")),
        "{:?}",
        imported.cleaned
    );
    of(
        "<div class='cookie-banner'>We use cookies</div><div style='display: none'>no</div><p hidden>no</p><p>Yes.</p>",
        &["P Yes."],
    );
    of(
        "<table><tr><th>Data<th>Use</tr><tr><td><p>Name</p></td><td>Orders</td></tr></table>",
        &["I1 Data | Use", "I1 Name | Orders"],
    );
    of(
        "<table><tr><td><h2>One</h2><p>First.</p></td><td><p>Second.</p></td></tr></table>",
        &["H2 One", "P First.", "P Second."],
    );
    of(
        "<p><b>Sharing</b><br>We share nothing of what you told us with anybody outside our house, ever.</p>",
        &[
            "H1 Sharing",
            "P We share nothing of what you told us with anybody outside our house, ever.",
        ],
    );
    of(
        "<p>One.<br><br>Two.<br>&bull; a<br>&bull; b</p>",
        &["P One.", "P Two.", "I1 a", "I1 b"],
    );
    of(
        "<ul><li><p>One.</p><p>Still one.</p></li><li><h3>Head</h3><p>Text.</p></li></ul>",
        &["I1 One. Still one.", "H3 Head", "P Text."],
    );
    of(
        "<pre>Scope\n\nWe hold to this in all we do for you, at all times.</pre>",
        &[
            "P Scope",
            "P We hold to this in all we do for you, at all times.",
        ],
    );
    of(
        "<dl><dt>Name</dt><dd>for orders</dd></dl>",
        &["I1 Name", "I2 for orders"],
    );
    of("<p>a</b></p></div><p>b", &["P a", "P b"]);
    // Pasted, without a name.
    blocks(
        "",
        "<h2>Privacy</h2><p>We keep little.</p>",
        &["H2 Privacy", "P We keep little."],
    );
}
