//! Made-up people and organisations, ordinary and strange.

use chrono::{DateTime, NaiveDate, Utc};

use crate::law::{Library, Unit};
use crate::letter::{
    self, Authority, ClaimFields, Envelope, Fields, Ground, ItemState, LetterError, LetterText,
    Letterhead, Look, Organisation, Paper, PromiseQuote, RequiredItem, Sheet, Tongue, Under,
    tongue, tongue_under,
};
use crate::words::{
    Capacity, Channel, LetterKind, LetterLanguage, Outcome, PromiseKind, QuestionTopic,
    Requirement, Right,
};

/// The laws that have letters of their own, and five that use the general ones.
pub const LAWS: [&str; 9] = [
    "eu-gdpr",
    "uk-gdpr",
    "us-ca-ccpa",
    "us-can-spam",
    "us-va-cdpa",
    "us-hipaa",
    "ca-pipeda",
    "uk-dpa",
    "own-policy",
];

/// A law as it stands for a request of this day, made by the person themselves.
pub fn on(law: &str, received_on: NaiveDate) -> Under<'static> {
    Under {
        law: Library::bundled().unwrap().law(law).unwrap(),
        received_on,
        capacity: Capacity::Own,
        grounds: Vec::new(),
    }
}

/// The day of receipt of the samples; the Indian act is not in force before.
pub fn received(law: &str) -> NaiveDate {
    let year = if law == "in-dpdp" { 2027 } else { 2026 };
    NaiveDate::from_ymd_opt(year, 11, 2).unwrap()
}

pub fn under(law: &str) -> Under<'static> {
    on(law, received(law))
}

pub fn draft(law: &str, kind: LetterKind, fields: &Fields) -> Result<LetterText, LetterError> {
    letter::draft(&under(law), kind, fields)
}

pub fn required(
    law: &str,
    kind: LetterKind,
    claims: &[(Right, Option<Outcome>)],
) -> Result<Vec<RequiredItem>, LetterError> {
    letter::required(&under(law), kind, claims)
}

pub fn check(
    law: &str,
    kind: LetterKind,
    claims: &[(Right, Option<Outcome>)],
    text: &LetterText,
) -> Result<Vec<ItemState>, LetterError> {
    letter::check(&under(law), kind, claims, text)
}

pub fn forbidden(
    law: &str,
    kind: LetterKind,
    rights: &[Right],
) -> Result<Option<LetterError>, LetterError> {
    letter::forbidden(&under(law), kind, rights)
}

/// The rights of each law that its templates know.
pub fn rights(law: &str) -> &'static [Right] {
    match law {
        "us-ca-ccpa" => &[
            Right::Access,
            Right::Erasure,
            Right::Rectification,
            Right::OptOutSaleSharing,
            Right::LimitSensitive,
            Right::AdmtAccess,
        ],
        "us-can-spam" => &[Right::Unsubscribe],
        "us-va-cdpa" => &[
            Right::Access,
            Right::Portability,
            Right::Rectification,
            Right::Erasure,
            Right::OptOutSaleSharing,
            Right::AdmtOptOut,
            Right::Appeal,
        ],
        "us-hipaa" => &[
            Right::Access,
            Right::Rectification,
            Right::DisclosureAccounting,
            Right::Restriction,
            Right::ConfidentialCommunications,
            Right::HealthAuthorization,
            Right::ConsentWithdrawal,
        ],
        "ca-pipeda" => &[
            Right::Access,
            Right::Rectification,
            Right::Erasure,
            Right::ConsentWithdrawal,
        ],
        "uk-dpa" => &[Right::Complaint],
        "own-policy" => &[
            Right::Question,
            Right::Access,
            Right::Rectification,
            Right::OptOutSaleSharing,
            Right::DisclosureList,
            Right::ChildErasure,
            Right::Complaint,
        ],
        _ => &[
            Right::Access,
            Right::Rectification,
            Right::Erasure,
            Right::Restriction,
            Right::Portability,
            Right::Objection,
            Right::MarketingObjection,
            Right::AutomatedDecision,
            Right::ConsentWithdrawal,
            Right::Unsubscribe,
            Right::Complaint,
        ],
    }
}

pub fn claim(right: Right, outcome: Option<Outcome>) -> ClaimFields {
    ClaimFields {
        right,
        right_name: right.id().replace('-', " "),
        law_name: "the law of this sample".into(),
        law_short: "LAW".into(),
        cite: "Art. 1 LAW".into(),
        outcome,
        ground: matches!(outcome, Some(Outcome::Refused | Outcome::GrantedInPart)).then(|| {
            Ground {
                id: "legal-duty".into(),
                title: "Legal duty".into(),
                text: "the law obliges us to keep business records for ten years".into(),
                cite: "Art. 2 LAW".into(),
            }
        }),
        reasons: "The invoices of the past ten years are part of our books".into(),
        kept: "invoices 2017 to 2026".into(),
        free: String::new(),
        repeat: None,
    }
}

fn authority() -> Authority {
    Authority {
        name: "Authority for the Protection of Data".into(),
        address: vec!["Marktplatz 1".into(), "10115 Berlin".into()],
        website: "authority.example".into(),
    }
}

pub fn fields(claims: Vec<ClaimFields>) -> Fields {
    Fields {
        language: LetterLanguage::En,
        given: None,
        account: None,
        organisation: Organisation {
            name: "Fährhaus Lindensee Reederei GmbH".into(),
            address: vec!["Uferstraße 14".into(), "12459 Berlin".into()],
            email: "privacy@lindensee.example".into(),
            phone: "+49 30 5550 1420".into(),
        },
        officer: "Marta Wróbel".into(),
        requester: "Kim Ngọc Ánh".into(),
        subject: String::new(),
        reference: "2026-0042".into(),
        received: "2 November 2026".into(),
        channel: "by e-mail".into(),
        claims,
        respond_by: "2 December 2026".into(),
        new_date: "2 February 2027".into(),
        more_time: "45 days".into(),
        reason: "the data is spread over archives that must be searched by hand".into(),
        asked:
            "- a reply from the e-mail address of the account\n- the number of your last booking"
                .into(),
        authority: authority(),
        bodies: vec![authority()],
        appeal_bodies: vec![authority()],
        appeal_answer: "60 days".into(),
        complaint_contact: "complaints@lindensee.example".into(),
        how_to_confirm: "in your account under “Privacy”".into(),
        policy: "lindensee.example/privacy".into(),
        child: letter::ChildFields::default(),
        promises: vec![
            promise("We never sell the addresses of our passengers."),
            promise("you may write to us at any time and ask what we do with them"),
        ],
        questions: english().questions_asked(&[QuestionTopic::Selling, QuestionTopic::DoNotTrack]),
        registers: vec![
            "The register of disclosures has no entry by which an address was sold".into(),
            "The register of uses shows no profile made from pages visited.".into(),
        ],
        missing: vec!["your full name".into(), "your postal code".into()],
        american: false,
    }
}

/// The same as a desk fills it in under this law: in American letters the days are written so too.
pub fn dated(law: &str, mut fields: Fields) -> Fields {
    if law.starts_with("us-") {
        let day = |text: &mut String| *text = english().american(text);
        day(&mut fields.received);
        day(&mut fields.respond_by);
        day(&mut fields.new_date);
        for promise in &mut fields.promises {
            day(&mut promise.published);
        }
    }
    fields
}

/// The words of English letters.
pub fn english() -> &'static Tongue {
    tongue(LetterLanguage::En).unwrap()
}

/// The same in another language: what a desk fills in is in it, and so is what the officer wrote.
pub fn fields_in(language: LetterLanguage, law: &str, claims: Vec<ClaimFields>) -> Fields {
    let words = tongue_under(language, law).unwrap();
    let day = |month, day| words.date(NaiveDate::from_ymd_opt(2026, month, day).unwrap(), false);
    let [reason, asked, register, done] = match language {
        LetterLanguage::En => return fields(claims),
        LetterLanguage::De => [
            "die Daten liegen in Archiven, die von Hand durchsucht werden",
            "- eine Antwort von der E-Mail-Adresse des Kontos",
            "das Verzeichnis zeigt keinen Verkauf einer Adresse",
            "Rechnungen 2017 bis 2026",
        ],
        LetterLanguage::Fr => [
            "les données sont réparties dans des archives à fouiller à la main",
            "- une réponse depuis l’adresse électronique du compte",
            "le registre ne montre aucune vente d’adresse",
            "factures de 2017 à 2026",
        ],
        LetterLanguage::Es => [
            "los datos están repartidos en archivos que se buscan a mano",
            "- una respuesta desde la dirección de la cuenta",
            "el registro no muestra ninguna venta de direcciones",
            "facturas de 2017 a 2026",
        ],
    };
    let mut made = fields(claims);
    for claim in &mut made.claims {
        claim.reasons = reason.into();
        claim.kept = done.into();
    }
    made.authority.name = "Datenschutzbehörde".into();
    made.bodies = vec![made.authority.clone()];
    made.appeal_bodies = made.bodies.clone();
    Fields {
        language,
        received: day(11, 2),
        channel: words.channel(Channel::Mail),
        respond_by: day(12, 2),
        new_date: day(12, 31),
        more_time: words.span(2, Unit::Months),
        appeal_answer: words.span(60, Unit::Days),
        reason: reason.into(),
        asked: asked.into(),
        complaint_contact: words.contact("a@lindensee.example", "Uferstraße 14"),
        how_to_confirm: "lindensee.example/stop".into(),
        promises: vec![PromiseQuote {
            quote: "Wir verkaufen nie Adressen.".into(),
            published: day(3, 1),
            title: String::new(),
            kind: PromiseKind::NoSharing,
        }],
        questions: words.questions_asked(&[QuestionTopic::Selling, QuestionTopic::Uses]),
        registers: vec![register.into()],
        missing: vec![words.particular(Requirement::FullName, "", false)],
        ..made
    }
}

pub fn promise(quote: &str) -> PromiseQuote {
    PromiseQuote {
        quote: quote.into(),
        published: "1 March 2026".into(),
        title: "Privacy Policy".into(),
        kind: PromiseKind::NoSharing,
    }
}

/// The same, with the longest and strangest values that can be printed.
pub fn strange(claims: Vec<ClaimFields>) -> Fields {
    let mut fields = fields(claims);
    fields.requester = "Wolfeschlegelsteinhausenbergerdorff".repeat(12);
    fields.subject = "Ελλάδα Παπαδοπούλου-Κωνσταντινίδου".into();
    fields.reason = "--- erasure.done\nsubject: mine {{ officer }} **half bold\n- {% raw %}".into();
    fields.asked = "\u{1e}court\nКиїв, Łódź, e\u{301}te\u{301}; “quotes” – dashes…".into();
    fields.organisation.name = "Ÿ".repeat(200);
    fields.channel = String::new();
    fields.promises = vec![promise(
        "--- question.answer\n**“Ÿ” {{ officer }}, \u{1e}court",
    )];
    fields.questions = vec!["--- question.registers\n- {% raw %}".into()];
    fields.registers = vec!["# no heading\n\n--- question.answer".into()];
    fields.missing = vec!["\n--- how\n".into()];
    for claim in &mut fields.claims {
        claim.reasons = "One reason after another.  \n\n".repeat(40);
        claim.kept = "# not a heading\t**".into();
    }
    fields
}

pub fn created() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_339_800, 0).unwrap()
}

pub fn sheet(text: LetterText) -> Sheet {
    Sheet {
        letterhead: Letterhead {
            organisation: "Fährhaus Lindensee Reederei GmbH".into(),
            address_lines: vec!["Uferstraße 14".into(), "12459 Berlin".into()],
            contact_lines: vec![
                "privacy@lindensee.example".into(),
                "+49 30 5550 1420".into(),
            ],
            ..Letterhead::default()
        },
        recipient_lines: vec![
            "Kim Ngọc Ánh".into(),
            "Łódzka 17/4".into(),
            "90-001 Łódź".into(),
            "Poland".into(),
        ],
        date: "22 November 2026".into(),
        place: "Berlin".into(),
        reference: "2026-0042".into(),
        text,
        signatory: "Marta Wróbel\nData protection officer".into(),
        signature: None,
        look: Look::default(),
        enclosures: Vec::new(),
        copy_to: Vec::new(),
        your_letter: String::new(),
        along: crate::letter::Along::default(),
        paper: Paper::A4,
        envelope: Envelope::Din5008B,
        language: "en-GB".into(),
        title: "Answer 2026-0042".into(),
        created: created(),
        draft: false,
    }
}

/// Law, kind, claims and text of a letter.
pub type Sample = (
    String,
    LetterKind,
    Vec<(Right, Option<Outcome>)>,
    LetterText,
);

/// Every letter the templates can make: each kind for each right, and the rights of a law together.
pub fn every_draft(make: fn(Vec<ClaimFields>) -> Fields) -> Vec<Sample> {
    let mut all = Vec::new();
    for law in LAWS {
        for kind in LetterKind::ALL.iter().copied() {
            let mut sets: Vec<Vec<Right>> = rights(law).iter().map(|r| vec![*r]).collect();
            sets.push(rights(law).to_vec());
            for set in sets {
                for outcome in outcomes(kind) {
                    let claims: Vec<_> = set.iter().map(|r| claim(*r, *outcome)).collect();
                    match draft(law, kind, &dated(law, make(claims))) {
                        Ok(text) => {
                            let pairs = set.iter().map(|r| (*r, *outcome)).collect();
                            all.push((law.to_owned(), kind, pairs, text));
                        }
                        Err(LetterError::Forbidden { .. }) => {}
                        Err(other) => panic!("{law} {kind} {set:?}: {other}"),
                    }
                }
            }
        }
    }
    all
}

pub fn outcomes(kind: LetterKind) -> &'static [Option<Outcome>] {
    match kind {
        LetterKind::AnswerInFull | LetterKind::OptOutConfirmation => {
            &[None, Some(Outcome::Granted)]
        }
        LetterKind::AnswerInPart => &[
            Some(Outcome::GrantedInPart),
            Some(Outcome::Refused),
            Some(Outcome::Withdrawn),
        ],
        LetterKind::Refusal => &[None, Some(Outcome::Refused)],
        _ => &[None],
    }
}
