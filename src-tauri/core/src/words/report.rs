//! The words of the year end.

use serde::{Deserialize, Serialize};

words! {
    /// One report of the year end.
    ReportKind {
        /// What was disclosed to third parties for their own marketing (Civ. Code 1798.83).
        Disclosures = "disclosures",
        /// The request metrics of 11 CCR 7102.
        Metrics = "metrics",
        /// Per law and right: received, in time, extended, late, refused by ground, and what became of complaints and appeals.
        Rights = "rights",
        /// Notices to parents, their consents, refusals and withdrawals.
        Children = "children",
        /// Accountings, authorisations and the exceptions used.
        Health = "health",
        /// Promises of the published policy, called on, kept and contradicted.
        Promises = "promises",
        /// Every request with its answer (11 CCR 7101).
        Register = "register",
    }
}

words! {
    /// What a column of a report holds.
    ColumnKind {
        /// Words.
        Text = "text",
        /// A number of things, each of which can be shown.
        Count = "count",
        /// A number of days, to a tenth.
        Days = "days",
        /// A civil day.
        Day = "day",
    }
}

words! {
    /// What stands behind a figure, and where a click leads.
    BehindKind {
        Request = "request",
        /// An entry in the register of disclosures.
        Disclosure = "disclosure",
        /// A file of the register of children.
        Child = "child",
        /// An authorisation to disclose health information.
        Authorization = "authorization",
        /// An explicit consent.
        Consent = "consent",
        /// A version of the policy.
        Policy = "policy",
        /// Somebody in the directory of recipients.
        Recipient = "recipient",
        /// An entry of the register of disclosures that does not agree with a promise or a consent on file; the number is the entry's.
        Contradiction = "contradiction",
    }
}

words! {
    /// What a picture is drawn with: every one is told from the others in black and white too.
    Ink {
        /// Text and axes.
        Ink = "ink",
        /// Lines behind, and small print.
        Faint = "faint",
        /// First series, filled.
        First = "first",
        /// Second series, hatched.
        Second = "second",
        /// Third series, dotted.
        Third = "third",
        /// Fourth series, an outline.
        Fourth = "fourth",
        /// Something too late; cross-hatched.
        Late = "late",
        /// A limit: a dashed line.
        Limit = "limit",
    }
}
