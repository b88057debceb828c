//! The words of the registers.

use serde::{Deserialize, Serialize};

words! {
    /// One register of the desk.
    Register {
        /// Whom data is given to.
        Recipients = "recipients",
        /// What was disclosed, used or collected.
        Disclosures = "disclosures",
        Children = "children",
        /// Authorisations to disclose health information.
        Authorizations = "authorizations",
        /// Explicit consents to the use of sensitive data; `dpv:ExplicitlyExpressedConsent`.
        Consents = "consents",
        /// Who must not be mailed, sold or shared again.
        Suppression = "suppression",
        /// Breaches of security; `dpv:DataBreach`.
        Incidents = "incidents",
    }
}

words! {
    /// What made an organisation hand data over.
    ProcessKind {
        Subpoena = "subpoena",
        CourtOrder = "court-order",
        Warrant = "warrant",
        /// A demand of an authority without a court.
        AgencyRequest = "agency-request",
        Other = "other",
    }
}

words! {
    /// Whether a person was told that data was handed over.
    PersonTold {
        Yes = "yes",
        No = "no",
        /// The order itself forbids it.
        Forbidden = "forbidden",
    }
}

words! {
    /// What a recipient is told of, GDPR Art. 19.
    ToldOf {
        Erasure = "erasure",
        Rectification = "rectification",
        Restriction = "restriction",
    }
}

words! {
    /// One thing that happens in a child's file, 16 CFR 312.
    ChildStep {
        /// Contact details of parent or child were collected to ask for consent, 312.5(c)(1).
        ContactCollected = "contact-collected",
        /// The direct notice left the house, 312.4(b)-(c).
        NoticeSent = "notice-sent",
        ConsentGiven = "consent-given",
        /// The further message of mail plus and text plus, 312.5(b)(2)(viii)-(ix).
        ConsentConfirmed = "consent-confirmed",
        ConsentRefused = "consent-refused",
        /// 312.6(a)(2): at any time.
        ConsentWithdrawn = "consent-withdrawn",
        /// What was consented to changes: a new notice and a new consent, 312.5(a)(1).
        MaterialChange = "material-change",
        /// Names and contact details that were collected to ask are gone, 312.4(c)(1)(vii).
        ContactErased = "contact-erased",
        /// Something was collected without consent under 312.5(c)(2)-(9).
        ExceptionUsed = "exception-used",
        /// Data turned up although nobody had consented.
        DataFound = "data-found",
        /// A parent reviewed what was collected, 312.6(a)(3).
        Reviewed = "reviewed",
        DataErased = "data-erased",
        /// A parent refused further use or collection, 312.6(a)(2).
        FurtherRefused = "further-refused",
        /// Somebody was shown to be the parent, 312.5(b), 312.6(a)(3)(i).
        ParentProven = "parent-proven",
        /// What proved it was deleted.
        ProofDeleted = "proof-deleted",
        /// The child has reached the age: from now on it speaks for itself.
        ReachedAge = "reached-age",
        Note = "note",
    }
}

words! {
    /// How an authorisation was given, Tex. Health & Safety Code 181.154(b).
    AuthorizationForm {
        Written = "written",
        Electronic = "electronic",
        /// Said, and written down.
        OralDocumented = "oral-documented",
    }
}

words! {
    /// What somebody who opted out must no longer get, or what must no longer be done.
    SuppressionScope {
        Newsletter = "newsletter",
        SaleSharing = "sale-sharing",
        Sensitive = "sensitive",
        /// Marketing by one recipient, or by all.
        RecipientMarketing = "recipient-marketing",
    }
}

words! {
    /// What kind of address a line of the suppression list is.
    AddressKind {
        Mail = "mail",
        Phone = "phone",
        Post = "post",
    }
}

words! {
    /// What shows that somebody may act for another.
    AuthorityKind {
        /// The consumer's signed permission; an electronic signature counts.
        SignedPermission = "signed-permission",
        /// Never demanded, but enough by itself in California (Probate Code 4121-4130).
        PowerOfAttorney = "power-of-attorney",
        /// The consumer confirmed the permission directly.
        ConfirmedByConsumer = "confirmed-by-consumer",
        /// The consumer proved who they are, directly.
        ConsumerIdentified = "consumer-identified",
        /// By a method that the children's register names.
        Parent = "parent",
        /// A guardian or personal representative by order or law.
        Guardian = "guardian",
        Other = "other",
    }
}

words! {
    /// How grave an incident is for those affected, GDPR Arts. 33-34.
    IncidentRisk {
        /// Not judged yet: the stricter clocks run.
        Open = "open",
        Unlikely = "unlikely",
        Risk = "risk",
        High = "high",
    }
}
