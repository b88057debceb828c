//! The words of the field, as closed lists.
//!
//! Every list is written once here, with the identifier that files, commands and rule packs use.
//! Where the W3C Data Privacy Vocabulary has a term, it is named beside ours.

use serde::{Deserialize, Serialize};

/// Declares a closed list of words with the identifier each has in files and commands.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $id:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $id)] $variant,)+ }

        impl $name {
            /// Every word of the list, in its order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The identifier used in files, commands and rule packs.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }

            /// The word with this identifier, if there is one.
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.id()) }
        }
    };
}

mod letter;
mod post;
mod register;
mod report;
pub use letter::*;
pub use post::*;
pub use register::*;
pub use report::*;

words! {
    /// One right a person can invoke; a request has one claim per right.
    Right {
        /// `eu-gdpr:A15`; CCPA: the right to know.
        Access = "access",
        /// `eu-gdpr:A20`.
        Portability = "portability",
        /// `eu-gdpr:A16`; CCPA: the right to correct.
        Rectification = "rectification",
        /// `eu-gdpr:A17`; CCPA: the right to delete.
        Erasure = "erasure",
        /// `eu-gdpr:A18`.
        Restriction = "restriction",
        /// `eu-gdpr:A21`.
        Objection = "objection",
        /// `eu-gdpr:A21-2`: absolute.
        MarketingObjection = "marketing-objection",
        /// Off the newsletter; CAN-SPAM, PECR.
        Unsubscribe = "unsubscribe",
        /// Do not sell or share, Civ. Code 1798.120.
        OptOutSaleSharing = "opt-out-sale-sharing",
        /// Limit the use of sensitive personal information, Civ. Code 1798.121.
        LimitSensitive = "limit-sensitive",
        /// `eu-gdpr:A7-3`.
        ConsentWithdrawal = "consent-withdrawal",
        /// `eu-gdpr:A22`.
        AutomatedDecision = "automated-decision",
        /// Access to automated decision-making technology, 11 CCR 7222.
        AdmtAccess = "admt-access",
        /// Opt out of automated decision-making technology, 11 CCR 7221.
        AdmtOptOut = "admt-opt-out",
        /// Shine the Light, Civ. Code 1798.83.
        DisclosureList = "disclosure-list",
        /// Accounting of disclosures, 45 CFR 164.528.
        DisclosureAccounting = "disclosure-accounting",
        /// Tex. Health & Safety Code 181.154; 45 CFR 164.508.
        HealthAuthorization = "health-authorization",
        /// To be reached another way or at another place, 45 CFR 164.522(b).
        ConfidentialCommunications = "confidential-communications",
        /// Verifiable parental consent, 16 CFR 312.5.
        ChildConsent = "child-consent",
        /// A parent reviews, 16 CFR 312.6(a)(1).
        ChildAccess = "child-access",
        /// A parent has it deleted, 16 CFR 312.6(a)(2).
        ChildErasure = "child-erasure",
        /// A parent refuses further collection or use, 16 CFR 312.6(a)(2).
        ChildRefusal = "child-refusal",
        /// A complaint to the organisation itself, UK DPA 2018 s.164A.
        Complaint = "complaint",
        /// An appeal against a refusal.
        Appeal = "appeal",
        /// Nothing is asked for but an answer: “Do you sell my data?”
        Question = "question",
    }
}

impl Right {
    /// Rights that mean “stop”: something ends and is confirmed, rather than being answered at length.
    pub fn means_stop(self) -> bool {
        matches!(
            self,
            Right::Unsubscribe
                | Right::MarketingObjection
                | Right::OptOutSaleSharing
                | Right::LimitSensitive
                | Right::ConsentWithdrawal
                | Right::AdmtOptOut
        )
    }

    /// Whether a “no” needs reasons but no ground: no law lists grounds for denying an appeal or a complaint.
    pub fn is_decided_with_reasons(self) -> bool {
        matches!(self, Right::Appeal | Right::Complaint)
    }
}

words! {
    /// The way a request came in.
    Channel {
        Mail = "mail",
        Post = "post",
        Phone = "phone",
        WebForm = "web-form",
        InPerson = "in-person",
        /// The person's usual contact at the organisation.
        AccountRepresentative = "account-representative",
    }
}

words! {
    /// In what capacity the requester acts for the subject.
    Capacity {
        Own = "self",
        ParentOrGuardian = "parent-or-guardian",
        AuthorisedAgent = "authorised-agent",
    }
}

words! {
    /// What became of a claim.
    Outcome {
        Granted = "granted",
        GrantedInPart = "granted-in-part",
        Refused = "refused",
        /// By the person who asked; not our doing.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// A dated fact that a law's clock reads. Named as in the deadline cases.
    ClockFact {
        Acknowledged = "acknowledged",
        IdentityRequested = "identity-requested",
        IdentityReceived = "identity-received",
        ClarificationRequested = "clarification-requested",
        ClarificationReceived = "clarification-received",
        FeeRequested = "fee-requested",
        FeePaid = "fee-paid",
        /// The extension letter left the house.
        Extended = "extended",
        /// The answer left the house.
        Answered = "answered",
        /// The date the person wrote on the request, which may lie before its receipt.
        RequestDated = "request-dated",
        /// An earlier request of the same kind was answered; frequency limits count from it.
        PreviousRequestAnswered = "previous-request-answered",
    }
}

words! {
    /// Which date of a clock a deadline is.
    DeadlineKind {
        Acknowledge = "acknowledge",
        Respond = "respond",
        /// Notice of an extension must be given by this day.
        ExtensionNotice = "extension-notice",
        /// The answer's date once the extension is in force.
        ExtendedRespond = "extended-respond",
        /// The processing itself must have stopped.
        Cease = "cease",
        /// A refusal must be told by this day, whatever the extension (GDPR Art. 12(4)).
        RefusalNotice = "refusal-notice",
        /// The person must be told by this day that it was done (Fla. Stat. 501.706(4)).
        ComplianceNotice = "compliance-notice",
    }
}

words! {
    /// What kind of data a request is about, as far as a law covers one and leaves out another.
    DataKind {
        /// What is kept with a customer's or a user's account; `pd:AccountIdentifier`.
        Account = "account",
        /// Addresses used for advertising; `pd:ContactInformation`.
        MarketingContact = "marketing-contact",
        /// The record of a health-care provider or a health plan; `pd:MedicalHealth`.
        HealthRecord = "health-record",
        /// Data of employees and applicants; `pd:ProfessionalEmployment`.
        Employment = "employment",
        /// Data of people who act for a business; `pd:Professional`.
        BusinessContact = "business-contact",
        /// What a bank, a lender or an insurer holds of its customers; `pd:FinancialAccount`.
        Financial = "financial",
        /// What a website or an online service collected from a child; `dpv:Child`.
        ChildOnline = "child-online",
        Other = "other",
    }
}

words! {
    /// Where or how a request arrived, for the laws that make a difference.
    ArrivedAt {
        /// The address the policy names for it.
        DesignatedAddress = "designated-address",
        /// Any other address of the organisation.
        OtherAddress = "other-address",
        /// A signal sent by the browser.
        OptOutSignal = "opt-out-signal",
    }
}

words! {
    /// What a promise of the published policy is about.
    PromiseKind {
        /// Somebody can make it stop.
        OptOut = "opt-out",
        /// It happens only after somebody agreed; `dpv:Consent`.
        OptIn = "opt-in",
        Access = "access",
        /// Correct or update; `eu-gdpr:A16`.
        Edit = "edit",
        Delete = "delete",
        Restrict = "restrict",
        Object = "object",
        WithdrawConsent = "withdraw-consent",
        Complain = "complain",
        /// Data, or some of it, is not passed on.
        NoSharing = "no-sharing",
        /// It is passed on, but bound: to whom, for what, under which duty.
        SharingLimits = "sharing-limits",
        /// Data is used for some purposes only, or not for some.
        UseLimit = "use-limit",
        /// When the law, a court or an authority makes the organisation hand data over.
        LegalDisclosure = "legal-disclosure",
        /// A person may ask what was given to whom; Civ. Code 1798.83.
        DisclosureList = "disclosure-list",
        ParentalConsent = "parental-consent",
        /// A parent may see, delete, or refuse more; 16 CFR 312.6.
        ParentalReview = "parental-review",
        /// Children below an age are not meant, and nothing is collected from them.
        NoChildren = "no-children",
        /// People are told of changes of the policy.
        ChangeNotice = "change-notice",
        /// They are told that nobody will tell them.
        NoChangeNotice = "no-change-notice",
        /// What becomes of a browser's signal; Bus. & Prof. Code 22575(b)(5).
        DoNotTrack = "do-not-track",
        BreachNotice = "breach-notice",
        /// `dpv:StorageDuration`.
        Retention = "retention",
        Security = "security",
        IdentityCheck = "identity-check",
        /// How soon an answer comes.
        ResponseTime = "response-time",
        /// Where to write.
        Contact = "contact",
        /// Tex. Health & Safety Code 181.154.
        HealthAuthorization = "health-authorization",
        /// Confidential things go by a protected way.
        ConfidentialChannel = "confidential-channel",
    }
}

words! {
    /// Whom a promise speaks to.
    Audience {
        Everyone = "everyone",
        Children = "children",
        Californians = "californians",
        Europeans = "europeans",
        Texans = "texans",
        /// People of another place that the policy names.
        OtherRegion = "other-region",
    }
}

words! {
    /// Whether a promise says that something is done, or that it is not.
    Polarity {
        Does = "does",
        DoesNot = "does-not",
    }
}

words! {
    /// A way a promise names for reaching the organisation, or for being reached by it.
    Way {
        Mail = "mail",
        Post = "post",
        Phone = "phone",
        WebForm = "web-form",
        /// By signing in, in the settings of the account.
        Account = "account",
        AccountRepresentative = "account-representative",
        /// A notice on the site or in the program.
        InSite = "in-site",
        /// A link at the foot of each message.
        LinkInMessage = "link-in-message",
        InPerson = "in-person",
        /// A setting of the browser or the device.
        Browser = "browser",
    }
}

words! {
    /// What a policy asks a request to contain, as far as it can be compared with what is known of a request.
    Requirement {
        /// Certain words in the subject or the text.
        Label = "label",
        FullName = "full-name",
        Street = "street",
        City = "city",
        State = "state",
        PostalCode = "postal-code",
        Country = "country",
        EmailAddress = "email-address",
        Phone = "phone",
        /// In writing: by mail, by post, or through a form.
        InWriting = "in-writing",
        Signature = "signature",
        ProofOfIdentity = "proof-of-identity",
        /// A number or name of the account.
        Account = "account",
    }
}

words! {
    /// In what a promised time is counted.
    TimeUnit {
        Hours = "hours",
        Days = "days",
        BusinessDays = "business-days",
        Weeks = "weeks",
        Months = "months",
        Years = "years",
        /// “promptly”, “without undue delay”: no number.
        Promptly = "promptly",
    }
}

words! {
    /// Over what span a promise limits how often.
    Per {
        CalendarYear = "calendar-year",
        TwelveMonths = "twelve-months",
        Month = "month",
        /// Once and for all.
        Ever = "ever",
    }
}

words! {
    /// What is done with data.
    Act {
        /// `dpv:Collect`.
        Collect = "collect",
        /// `dpv:Use`.
        Use = "use",
        /// `dpv:Disclose`.
        Disclose = "disclose",
        /// For money or another advantage; `dpv:Sell`.
        Sell = "sell",
    }
}

words! {
    /// What data a promise, or something that was done, is about.
    DataTopic {
        /// Any personal data; `pd:` without a narrower word.
        Personal = "personal-data",
        EmailAddress = "email-address",
        /// Name, postal address, phone.
        ContactDetails = "contact-details",
        /// A list of people who get mail.
        MailingList = "mailing-list",
        /// `dpv:SensitivePersonalData`: race, religion, politics, sex life, and what else a law calls so.
        Sensitive = "sensitive",
        /// `pd:Health`.
        Health = "health",
        /// Of a child under the age that the promise names.
        Child = "child-data",
        Financial = "financial",
        /// Pages viewed, devices, cookies.
        Usage = "usage-data",
        /// What people wrote or uploaded.
        Content = "content",
    }
}

words! {
    /// What a promise excepts: “unless we give advance notice”.
    Exception {
        AdvanceNotice = "advance-notice",
        Consent = "consent",
        ExplicitConsent = "explicit-consent",
        ParentalConsent = "parental-consent",
        /// A law, a court or an authority demands it.
        Law = "law",
        /// Those who work for the organisation under contract.
        ServiceProviders = "service-providers",
        /// To protect somebody's life, rights or property.
        Protection = "protection",
        /// A merger or a sale of the business.
        BusinessTransfer = "business-transfer",
        /// A written or documented authorization.
        Authorization = "authorization",
        /// “as stated in this policy”.
        AsStated = "as-stated",
        /// Another one; its words say which.
        Other = "other",
    }
}

words! {
    /// What a policy was brought in as.
    PolicyFormat {
        Text = "text",
        Markdown = "markdown",
        Html = "html",
        Pdf = "pdf",
        Docx = "docx",
    }
}

words! {
    /// What a request only asks about.
    QuestionTopic {
        /// Do you sell my data?
        Selling = "selling",
        /// Do you give my address to advertisers or others?
        Sharing = "sharing",
        /// Do you honour Do Not Track?
        DoNotTrack = "do-not-track",
        Children = "children",
        Sensitive = "sensitive",
        Retention = "retention",
        Security = "security",
        PolicyChanges = "policy-changes",
        /// What do you use it for?
        Uses = "uses",
        /// Something else; the officer chooses the promises.
        Other = "other",
    }
}
