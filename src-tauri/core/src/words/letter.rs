//! The words of letters.

use serde::{Deserialize, Serialize};

words! {
    /// What a letter does; each has a template per law and language.
    LetterKind {
        Acknowledgement = "acknowledgement",
        ProofOfIdentity = "proof-of-identity",
        Clarification = "clarification",
        Extension = "extension",
        AnswerInFull = "answer-in-full",
        AnswerInPart = "answer-in-part",
        Refusal = "refusal",
        OptOutConfirmation = "opt-out-confirmation",
        /// What our policy asks a request to contain and this one does not.
        MissingParticulars = "missing-particulars",
        /// To the parent, before anything of a child is collected, 16 CFR 312.4(c)(1); the form to consent by goes with it.
        DirectNotice = "direct-notice",
        /// What shows that somebody may act for somebody else.
        AgentAuthority = "agent-authority",
        /// What must be paid before we go on, where the law lets us ask for it.
        FeeNotice = "fee-notice",
        /// An answer: there is nothing about the person.
        NothingHeld = "nothing-held",
        /// To the person, before a restriction ends, GDPR Art. 18(3).
        RestrictionLifting = "restriction-lifting",
        /// To somebody who received data that was since corrected, erased or restricted, GDPR Art. 19.
        RecipientNotice = "recipient-notice",
        /// An answer: the person asked before, and the law need not answer so often; it says from when they may ask again.
        RepeatRequest = "repeat-request",
        /// To a parent: no consent came in the time given, and what is erased (16 CFR 312.5(c)(1)).
        ConsentLapsed = "consent-lapsed",
        /// To a parent whose or whose child's contact details are used without prior consent, 16 CFR 312.4(c)(2)-(4).
        ParentNotice = "parent-notice",
    }
}

words! {
    /// What a letter is written in; `data/letters` has a folder of words for each, named as here.
    LetterLanguage {
        En = "en",
        De = "de",
        Fr = "fr",
        Es = "es",
    }
}

/// A letter of which nothing is said is in English: there are English letters under every law.
impl Default for LetterLanguage {
    fn default() -> Self {
        Self::En
    }
}
