//! What letters say of themselves in each language: dates, articles, names of rights, the page.

use chrono::NaiveDate;

use super::contents::filled;
use super::every_law::real_in;
use super::every_law::{rights, whole};
use super::samples::{received, sheet, under};
use super::tongues::{OTHERS, laws_in};
use super::tools;
use crate::law::Unit;
use crate::letter::demands::demands;
use crate::letter::{
    OwnText, Wording, draft, draft_with, no_letters, render, tongue, tongue_under,
};
use crate::words::{
    Channel, DataTopic, LetterKind, LetterLanguage, Outcome, QuestionTopic, Requirement, Right,
};

#[test]
fn each_language_has_every_word_that_letters_say() {
    for language in LetterLanguage::ALL.iter().copied() {
        let words = tongue(language).unwrap();
        let all = |what: &str, missing: Vec<&str>| {
            assert!(missing.is_empty(), "{language} {what}: {missing:?}")
        };
        all(
            "titles",
            LetterKind::ALL
                .iter()
                .filter(|k| !words.titles.contains_key(k))
                .map(|k| k.id())
                .collect(),
        );
        all(
            "channels",
            Channel::ALL
                .iter()
                .filter(|c| words.channel(**c).is_empty())
                .map(|c| c.id())
                .collect(),
        );
        all(
            "questions",
            QuestionTopic::ALL
                .iter()
                .filter(|t| words.questions_asked(&[**t]).is_empty())
                .map(|t| t.id())
                .collect(),
        );
        all(
            "particulars",
            Requirement::ALL
                .iter()
                .filter(|r| words.particular(**r, "", false).is_empty())
                .map(|r| r.id())
                .collect(),
        );
        all(
            "data",
            DataTopic::ALL
                .iter()
                .filter(|t| !words.registers.data.contains_key(t))
                .map(|t| t.id())
                .collect(),
        );
        assert_eq!(words.registers.purposes.len(), 7, "{language}");
        assert_eq!(
            words.registers.what.keys().collect::<Vec<_>>(),
            tongue(LetterLanguage::En)
                .unwrap()
                .registers
                .what
                .keys()
                .collect::<Vec<_>>()
        );
    }
    let register: toml::Table =
        toml::from_str(include_str!("../../../data/registers/children.toml")).unwrap();
    for language in OTHERS {
        for method in register["methods"].as_array().unwrap() {
            let id = method["id"].as_str().unwrap();
            assert_ne!(
                tongue(language).unwrap().method(id, "unnamed"),
                "unnamed",
                "{language} {id}"
            );
        }
    }
}

#[test]
fn a_law_with_letters_in_a_language_has_all_its_words_in_it() {
    let mut seen = 0;
    for language in OTHERS {
        let words = tongue(language).unwrap();
        for law in laws_in(language) {
            for rule in &law.rights {
                assert!(
                    words.names(&law.id, rule.right),
                    "{language} {} {}",
                    law.id,
                    rule.right
                );
                assert!(
                    rule.free.is_none(),
                    "{language} {}: what is free is said in English",
                    law.id
                );
                seen += 1;
            }
            for ground in &law.grounds {
                assert!(
                    words.knows_ground(&law.id, &ground.id),
                    "{language} {} {}",
                    law.id,
                    ground.id
                );
            }
            let pack = &demands(&law.id).unwrap().says;
            let own = words.says(&law.id, pack);
            for (english, told) in [
                (&pack.fee, &own.fee),
                (&pack.recourse, &own.recourse),
                (&pack.also, &own.also),
            ] {
                assert!(
                    english.is_empty() || english != told,
                    "{language} {}: {english}",
                    law.id
                );
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn an_american_law_has_english_letters_only_and_says_so() {
    let law = under("us-ca-ccpa").law;
    for language in OTHERS {
        let said = no_letters(language, law).unwrap().unwrap();
        assert!(
            said.contains(&tongue(language).unwrap().name) && said.contains(&law.short),
            "{said}"
        );
    }
    assert_eq!(no_letters(LetterLanguage::En, law).unwrap(), None);
    assert!(
        no_letters(LetterLanguage::Es, under("ch-fadp").law)
            .unwrap()
            .is_some()
    );
}

#[test]
fn swiss_letters_know_no_sharp_s_and_quote_as_the_swiss_do() {
    let under = under("ch-fadp");
    for rule in rights(under.law) {
        let real = real_in(LetterLanguage::De, under.law, rule, Some(Outcome::Granted));
        let text = draft(&under, LetterKind::AnswerInFull, &real).unwrap();
        let own = format!("{:?}", real.organisation.address);
        assert!(own.contains('ß'), "a name keeps its ß");
        assert_eq!(text.closing, "Freundliche Grüsse");
        assert!(!text.subject.contains('ß'));
    }
    let words = tongue_under(LetterLanguage::De, "ch-fadp").unwrap();
    assert_eq!(words.quotes.outer, ["«", "»"]);
}

#[test]
fn dates_spans_and_names_are_told_as_the_language_does() {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    for (language, on, told) in [
        (LetterLanguage::En, day(3, 2), "2 March 2026"),
        (LetterLanguage::De, day(3, 2), "2. März 2026"),
        (LetterLanguage::Fr, day(3, 2), "2 mars 2026"),
        (LetterLanguage::Fr, day(8, 1), "1er août 2026"),
        (LetterLanguage::Es, day(3, 2), "2 de marzo de 2026"),
        (LetterLanguage::De, day(12, 31), "31. Dezember 2026"),
    ] {
        assert_eq!(tongue(language).unwrap().date(on, false), told);
    }
    assert_eq!(
        tongue(LetterLanguage::En).unwrap().date(day(3, 2), true),
        "March 2, 2026"
    );
    for (language, count, unit, told) in [
        (LetterLanguage::De, 1, Unit::Months, "1 Monat"),
        (LetterLanguage::De, 2, Unit::Months, "2 Monate"),
        (LetterLanguage::Fr, 1, Unit::BusinessDays, "1 jour ouvrable"),
        (LetterLanguage::Es, 45, Unit::Days, "45 días"),
    ] {
        assert_eq!(tongue(language).unwrap().span(count, unit), told);
    }
    let french = tongue(LetterLanguage::Fr).unwrap();
    assert_eq!(french.of("Émile Roux"), "d’Émile Roux");
    assert_eq!(french.of("Kim Roux"), "de Kim Roux");
}

#[test]
fn articles_are_cited_as_the_language_does() {
    let [de, fr, es] = OTHERS.map(|language| tongue(language).unwrap());
    for (cite, german, french, spanish) in [
        (
            "GDPR Art. 15",
            "Art. 15 DSGVO",
            "art. 15 du RGPD",
            "art. 15 del RGPD",
        ),
        (
            "GDPR Art. 12(5)",
            "Art. 12 Abs. 5 DSGVO",
            "art. 12, § 5 du RGPD",
            "art. 12.5 del RGPD",
        ),
        (
            "GDPR Art. 17(3)(b)",
            "Art. 17 Abs. 3 Buchst. b DSGVO",
            "art. 17, § 3, point b) du RGPD",
            "art. 17.3.b) del RGPD",
        ),
        (
            "GDPR Art. 21(2)-(3)",
            "Art. 21 Abs. 2-3 DSGVO",
            "art. 21, § 2-3 du RGPD",
            "art. 21.2-3 del RGPD",
        ),
        (
            "GDPR Arts. 11(2), 12(2)",
            "Art. 11 Abs. 2, 12 Abs. 2 DSGVO",
            "art. 11, § 2, 12, § 2 du RGPD",
            "arts. 11.2, 12.2 del RGPD",
        ),
        (
            "UK GDPR Art. 22, as it stood before 5 February 2026",
            "Art. 22 UK-DSGVO in der vor dem 5. Februar 2026 geltenden Fassung",
            "art. 22 du RGPD britannique, dans sa rédaction antérieure au 5 février 2026",
            "art. 22 del RGPD británico, en su redacción anterior al 5 de febrero de 2026",
        ),
        (
            "UK GDPR Art. 15(4); DPA 2018 Sch. 2 para. 16",
            "Art. 15 Abs. 4 UK-DSGVO; DPA 2018 Anhang 2 Abs. 16",
            "art. 15, § 4 du RGPD britannique\u{a0}; DPA 2018 annexe 2, § 16",
            "art. 15.4 del RGPD británico; DPA 2018 anexo 2, apartado 16",
        ),
        (
            "DPA 2018 s. 164A",
            "DPA 2018 Abschn. 164A",
            "DPA 2018 section 164A",
            "DPA 2018 sección 164A",
        ),
    ] {
        assert_eq!(de.cite(cite), german);
        assert_eq!(fr.cite(cite), french);
        assert_eq!(es.cite(cite), spanish);
        assert_eq!(tongue(LetterLanguage::En).unwrap().cite(cite), cite);
    }
    for (language, swiss) in [
        (LetterLanguage::De, "Art. 32 Abs. 2 Bst. a-b DSG"),
        (LetterLanguage::Fr, "art. 32 al. 2 let. a-b de la LPD"),
    ] {
        let words = tongue_under(language, "ch-fadp").unwrap();
        assert_eq!(words.cite("FADP Art. 32(2)(a)-(b)"), swiss);
    }
}

#[test]
fn a_desks_own_text_stands_before_the_built_in_one_in_its_language_only() {
    let under = under("eu-gdpr");
    let rule = under.law.right(Right::Access, received("eu-gdpr")).unwrap();
    let own = [OwnText {
        path: "common/questions.txt".into(),
        source: "Fragen Sie uns, {{ requester }}.\n".into(),
    }];
    let german = Wording {
        language: LetterLanguage::De,
        own: &own,
    };
    let fields = real_in(LetterLanguage::De, under.law, rule, None);
    let text = draft_with(&german, &under, LetterKind::Acknowledgement, &fields).unwrap();
    assert!(whole(&text).contains("Fragen Sie uns, Kim Ngọc Ánh."));
    let plain = draft(&under, LetterKind::Acknowledgement, &fields).unwrap();
    assert!(
        !whole(&plain).contains("Fragen Sie uns"),
        "it does not stay for others"
    );
    assert_ne!(
        german.source("common/questions.txt"),
        Wording::built_in(LetterLanguage::De).source("common/questions.txt")
    );
    let wrong = [OwnText {
        path: "common/questions.txt".into(),
        source: "{{ nobody }}".into(),
    }];
    let wrong = Wording {
        language: LetterLanguage::De,
        own: &wrong,
    };
    let error = draft_with(&wrong, &under, LetterKind::Acknowledgement, &fields).unwrap_err();
    assert!(error.to_string().contains("undefined"), "{error}");
}

#[test]
fn the_page_around_a_letter_is_in_its_language() {
    let under = under("eu-gdpr");
    let rule = under.law.right(Right::Access, received("eu-gdpr")).unwrap();
    for (language, said) in [
        (
            LetterLanguage::De,
            [
                "Unser Zeichen",
                "Datum",
                "Seite 1 von",
                "ENTWURF, nicht versandt",
            ],
        ),
        (
            LetterLanguage::Fr,
            [
                "Notre référence",
                "Date",
                "Page 1 sur",
                "PROJET, non envoyé",
            ],
        ),
        (
            LetterLanguage::Es,
            [
                "Nuestra referencia",
                "Fecha",
                "Página 1 de",
                "BORRADOR, no enviado",
            ],
        ),
    ] {
        let real = real_in(language, under.law, rule, Some(Outcome::Granted));
        let mut sheet = sheet(filled(
            draft(&under, LetterKind::AnswerInFull, &real).unwrap(),
        ));
        sheet.language = tongue(language).unwrap().tag.clone();
        sheet.draft = true;
        let done = render(&sheet).unwrap();
        let text = tools::text(&done.pdf);
        for words in said {
            assert!(
                text.contains(words),
                "{language}: “{words}” is not in {text}"
            );
        }
        assert!(!text.contains("Our reference"), "{text}");
    }
}
