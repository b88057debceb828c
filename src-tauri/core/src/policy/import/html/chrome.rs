//! Which parts of a page are not its text: what a site sets around every page, and what is not shown.

use html5ever::Attribute;

/// Elements whose text is never read.
const UNREAD: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select",
    "option", "textarea", "audio", "video", "canvas", "map", "datalist", "xmp", "noembed",
    "noframes", "button",
];

/// Elements around the text.
const AROUND: &[&str] = &["nav", "footer", "aside", "dialog", "header", "menu"];

const ROLES: &[&str] = &[
    "navigation",
    "banner",
    "contentinfo",
    "dialog",
    "alertdialog",
    "search",
    "complementary",
    "menu",
    "menubar",
    "toolbar",
];

/// Classes and names that sites give to what surrounds their text.
const NAMES: &[&str] = &[
    "nav",
    "navbar",
    "navigation",
    "main-nav",
    "main-menu",
    "site-nav",
    "site-header",
    "site-footer",
    "page-footer",
    "global-header",
    "global-footer",
    "masthead",
    "header",
    "footer",
    "topbar",
    "top-bar",
    "breadcrumb",
    "breadcrumbs",
    "sidebar",
    "side-bar",
    "skip-link",
    "skip-to-content",
    "skiplink",
    "sr-only",
    "screen-reader-text",
    "visually-hidden",
    "cookie-banner",
    "cookie-bar",
    "cookie-consent",
    "cookie-notice",
    "cookiebanner",
    "cookiebar",
    "cookie-popup",
    "cookie-law-info-bar",
    "cookie-message",
    "cc-window",
    "cc-banner",
    "consent-banner",
    "gdpr-banner",
    "gdpr-cookie-notice",
    "social",
    "social-share",
    "share-buttons",
    "sharing",
    "share",
    "addtoany_share_save_container",
    "newsletter-signup",
    "print-link",
    "print-button",
    "language-switcher",
];

/// Beginnings of the same.
const BEGINNINGS: &[&str] = &[
    "onetrust",
    "wm-ipp",
    "cybotcookiebot",
    "donato",
    "usercentrics",
    "cookie-law",
    "didomi",
    "truste-",
];

/// What an element adds to what its parents say.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Part {
    pub(super) unread: bool,
    pub(super) chrome: bool,
    pub(super) hidden: bool,
    pub(super) main: bool,
    pub(super) bold: bool,
    /// From `role="heading"`.
    pub(super) heading: Option<u8>,
}

/// What the element and its attributes say.
pub(super) fn part(name: &str, attributes: &[Attribute], in_main: bool) -> Part {
    let role = value(attributes, "role").unwrap_or_default();
    let mut part = Part {
        unread: UNREAD.contains(&name),
        chrome: (AROUND.contains(&name) && !(in_main && name == "header")) || ROLES.contains(&role),
        main: matches!(name, "main" | "article") || role == "main",
        bold: matches!(name, "b" | "strong"),
        ..Part::default()
    };
    // The frame of the page itself is never what surrounds it.
    let frame = part.main || matches!(name, "html" | "body" | "head");
    for attribute in attributes {
        let value = &*attribute.value;
        match &*attribute.name.local {
            "hidden" => part.hidden |= value != "until-found",
            "aria-hidden" => part.hidden |= value == "true",
            "style" => {
                let style: String = value
                    .chars()
                    .filter(|c| !c.is_whitespace())
                    .collect::<String>()
                    .to_ascii_lowercase();
                part.hidden |=
                    style.contains("display:none") || style.contains("visibility:hidden");
                part.bold |=
                    style.contains("font-weight:bold") || style.contains("font-weight:700");
            }
            "class" | "id" if !frame => {
                part.chrome |= value.split_ascii_whitespace().any(|word| {
                    let word = word.to_ascii_lowercase();
                    NAMES.contains(&word.as_str())
                        || BEGINNINGS.iter().any(|start| word.starts_with(start))
                });
            }
            "aria-level" if role == "heading" => part.heading = value.parse().ok(),
            _ => {}
        }
    }
    if frame {
        part.hidden = false;
    }
    if role == "heading" && part.heading.is_none() {
        part.heading = Some(2);
    }
    // A header inside the text holds its title.
    if in_main && part.chrome && name == "header" {
        part.chrome = false;
    }
    part
}

pub(super) fn value<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a str> {
    attributes
        .iter()
        .find(|attribute| &*attribute.name.local == name)
        .map(|attribute| attribute.value.trim())
}
