//! Words that share a line: a street and its number, a postcode and its town, an article and what follows it, a date.
//!
//! What is held is held where a line has room for it; in a narrow column a line may end there all the same.

/// Two neighbours that no line end parts: a test of the word before the space, one of the word behind it.
type Together = (fn(&str) -> bool, fn(&str) -> bool);

/// The rules, each with an example of what it holds.
const TOGETHER: &[Together] = &[
    // Uferstraße 14, CA 94244, Artikel 79, Box 944255
    (named, begins_with_digit),
    // 12459 Berlin, 90-001 Łódź, 45 CFR, 15 U.S.C., 30 Tage, Art. 22 Abs.
    (numbered, named_or_short),
    // 30 days, 45 jours
    (numbered, counted),
    // Jorge Juan, 6,
    (named_before_comma, house_number),
    // Art. 12, § 5, CCR 7222
    (|word| CITING.contains(&word), begins_with_digit),
    // Buchst. a, para. 4, c. P-39.1, letra b)
    (|word| DIVISIONS.contains(&word), marks_a_division),
    // 12 al., 22 apartado
    (begins_with_digit, |word| DIVISIONS.contains(&word)),
    // P-39.1, s. 28.1
    (chapter, |word| {
        CITING.contains(&word) || DIVISIONS.contains(&word)
    }),
    // Neb. Rev. Stat. 87, Md. Code
    (|word| CODES.contains(&word), named_or_number),
    // Mont. Code Ann., Health & Safety
    (named, |word| matches!(word, "Ann." | "&")),
    // N.H. RSA, D.C. 20201, J. Smith
    (initials, named_or_number),
    // K1A 1H3, SW1A 1AA
    (outward, inward),
];

/// Words that a number follows.
const CITING: &[&str] = &[
    "art.",
    "arts.",
    "article",
    "articles",
    "artículo",
    "section",
    "sections",
    "sección",
    "Art.",
    "Arts.",
    "No.",
    "Nr.",
    "§",
    "§§",
    "par.",
    "recital",
    "bureau",
];

/// Parts of an article or of a law, which a number or a letter follows.
const DIVISIONS: &[&str] = &[
    "Abs.",
    "Absatz",
    "Bst.",
    "Buchst.",
    "Buchstabe",
    "Rn.",
    "Satz",
    "al.",
    "ap.",
    "apartado",
    "c.",
    "ch.",
    "let.",
    "letra",
    "lettre",
    "lit.",
    "n.º",
    "no.",
    "nos.",
    "núm.",
    "para.",
    "paras.",
    "point",
    "pt.",
    "punto",
    "r.",
    "reg.",
    "regs.",
    "s.",
    "sec.",
    "ss.",
    "subd.",
];

/// What a number counts.
const UNITS: &[&str] = &[
    "day", "days", "month", "months", "year", "years", "hours", "business", "calendar", "jour",
    "jours", "mois", "an", "ans", "heures", "día", "días", "mes", "meses", "año", "años", "horas",
    "%", "mm", "kB", "KB", "MB",
];

/// What the names of codes begin with or are made of.
const CODES: &[&str] = &[
    "&", "Ann.", "Bus.", "Cal.", "Civ.", "Colo.", "Com.", "Conn.", "Del.", "Fla.", "Gen.", "Gov.",
    "Ind.", "Iowa", "Ky.", "Md.", "Minn.", "Mont.", "Neb.", "Pen.", "Prof.", "Rev.", "Stat.",
    "Tenn.", "Tex.", "UK", "Utah", "Va.", "Wash.",
];

/// Months, as the letters name them; the day before and the year behind stay with them.
const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Januar",
    "Februar",
    "März",
    "Mai",
    "Juni",
    "Juli",
    "Oktober",
    "Dezember",
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// Whether no line ends at the space between what stands before it (the words already held among themselves, parted
/// by spaces) and what follows.
pub(super) fn held(before: &str, behind: &str) -> bool {
    let mut words = before.rsplit(' ').map(bare);
    let last = words.next().unwrap_or_default();
    let next = bare(behind.split(char::is_whitespace).next().unwrap_or_default());
    if last.is_empty() || next.is_empty() || is_plain(last) && is_plain(next) {
        return false;
    }
    let earlier = words.next();
    match of_a_date(earlier, last, next).or_else(|| of_a_telephone(before, next)) {
        Some(held) => held,
        None => TOGETHER
            .iter()
            .any(|(here, there)| here(last) && there(next)),
    }
}

/// `2 December 2026`, `2. Dezember`, `1er août`, `2 de diciembre de 2026`, `December 2, 2026`; none where it is no date.
fn of_a_date(earlier: Option<&str>, last: &str, next: &str) -> Option<bool> {
    let month = |word: &str| MONTHS.contains(&word.trim_end_matches([',', '.', ';', ':', ')']));
    let day = |word: &str| {
        let number = word.trim_end_matches(['.', ',']).trim_end_matches("er");
        matches!(number.len(), 1 | 2) && digits(number)
    };
    let year = begins_with_digit(next);
    if (year || next == "de") && MONTHS.contains(&last) {
        // “de” only behind its day: any other month ends a sentence or begins one.
        return Some(year || earlier == Some("de"));
    }
    if last == "de" {
        let within = earlier.is_some_and(|word| day(word) || month(word));
        return Some(within && (month(next) || begins_with_digit(next)));
    }
    if earlier.is_some_and(month) {
        // What follows the year belongs to it no more; what follows an American day is the year.
        return Some(day(last) && last.ends_with(',') && begins_with_digit(next));
    }
    if day(last) && (month(next) || next == "de") {
        return Some(true);
    }
    None
}

/// `+49 30 5550 1420`: its parts stay together, and what follows does not.
fn of_a_telephone(before: &str, next: &str) -> Option<bool> {
    let rest = bare(before).strip_prefix('+')?;
    let dialled = rest.chars().all(|c| c.is_ascii_digit() || c == ' ');
    Some(dialled && begins_with_digit(next))
}

/// A word without the quotation mark, bracket or article it stands behind.
fn bare(word: &str) -> &str {
    let word = word.trim_start_matches(['(', '“', '„', '«', '[', '\u{a0}']);
    word.strip_prefix("l’")
        .or_else(|| word.strip_prefix("L’"))
        .unwrap_or(word)
}

/// Three small letters or more and nothing else: between two such words no rule holds, and most of a text is these.
fn is_plain(word: &str) -> bool {
    word.len() >= 3 && word.bytes().all(|b| b.is_ascii_lowercase())
}

/// What is counted, whatever sign follows it.
fn counted(word: &str) -> bool {
    UNITS.contains(&word.trim_end_matches([',', '.', ';', ':', ')']))
}

fn digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

fn begins_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

fn begins_with_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// A word of its own with a capital, of two letters or more.
fn named(word: &str) -> bool {
    begins_with_capital(word)
        && word.chars().nth(1).is_some()
        && word.ends_with(char::is_alphabetic)
}

fn named_before_comma(word: &str) -> bool {
    word.strip_suffix(',').is_some_and(named)
}

/// At most three digits and perhaps a letter, before a comma.
fn house_number(word: &str) -> bool {
    let number = word
        .strip_suffix(',')
        .map(|word| word.trim_end_matches(char::is_alphabetic));
    number.is_some_and(|number| number.len() <= 3 && digits(number))
}

/// A number that stands for itself: of a house, a postcode, a volume or an amount.
fn numbered(word: &str) -> bool {
    begins_with_digit(word)
        && word.len() <= 10
        && word
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'(' | b')'))
}

fn named_or_short(word: &str) -> bool {
    begins_with_capital(word) && word.chars().nth(1).is_some()
}

fn named_or_number(word: &str) -> bool {
    begins_with_capital(word) || begins_with_digit(word) || word.starts_with(['§', '&'])
}

/// A number, one letter, or a sign made of both.
fn marks_a_division(word: &str) -> bool {
    let sign = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    sign.chars().nth(1).is_none() || sign.chars().any(|c| c.is_ascii_digit())
}

/// The number of a chapter of Quebec's statutes before a comma: `P-39.1,`
fn chapter(word: &str) -> bool {
    let number = word.strip_suffix(',').and_then(|word| word.split_once('-'));
    number.is_some_and(|(letter, number)| begins_with_capital(letter) && begins_with_digit(number))
}

/// `N.H.`, `U.S.C.`, `C.`
fn initials(word: &str) -> bool {
    let mut all = word.split_terminator('.').peekable();
    word.ends_with('.')
        && all.peek().is_some()
        && all.all(|one| one.chars().count() == 1 && begins_with_capital(one))
}

/// The first half of a British or Canadian postcode.
fn outward(word: &str) -> bool {
    (2..=4).contains(&word.len())
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && word
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        && word.bytes().any(|b| b.is_ascii_digit())
}

/// The second half of one.
fn inward(word: &str) -> bool {
    let code = word.trim_end_matches([',', '.', ';', ')']);
    let mut all = code.bytes();
    code.len() == 3
        && all.next().is_some_and(|b| b.is_ascii_digit())
        && all.next_back().is_some_and(|b| b.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::held;

    /// Each is one word too many to be parted; ` / ` marks where a line may end.
    #[test]
    fn what_belongs_together_stays_together() {
        for text in [
            "Uferstraße 14, / 12459 Berlin, / Deutschland",
            "Łódzka 17/4, / 90-001 Łódź",
            "rue / de / la / Gare 3, / 2501 Biel",
            "calle / Jorge / Juan, 6, / 28001 Madrid",
            "4 Harbour / Lane, / 75001 Paris",
            "P.O. Box 944255, / Sacramento, / CA 94244-2550",
            "Gatineau / (Québec) / K1A 1H3, / Canada",
            "Wilmslow / SK9 5AF / now",
            "under / 11 CCR 7222 / and / 15 U.S.C. 7704(a)(3); / 45 CFR 164.526",
            "6 Del. C. 12D-104; / Neb. Rev. Stat. 87-1107; / N.H. RSA 507-H:4",
            "Minn. Stat. 325M.14 / or / Md. Code, / Com. Law 14-4705",
            "R.I. Gen. Laws 6-48.1-5; / Tex. Bus. & Com. Code 541.052",
            "Mont. Code Ann. 30-14-2808 / or / Tex. Health & Safety / Code 181.154",
            "Art. 22 Abs. 2 Buchst. a / DSGVO / oder / Art. 8 Bst. b",
            "UK GDPR / and / DPA 2018 para. 4 / and / ss. 11(1) / or / s. 164A",
            "loi / c. P-39.1, art. 28.1 / ou / art. 15 al. 2 let. a / RGPD",
            "law / c. P-39.1, s. 28.1 / or / bureau 2.36, / Québec",
            "dem / 2. Dezember 2026 / Ihren",
            "le / 1er août 2026 / nous",
            "el / 2 de diciembre de 2026 / de / la / carta",
            "by / December 2, 2026, / we / do",
            "in / May / we / do; / so / it / is. / We / may",
            "call / +49 30 5550 1420 / Mondays",
            "the / Code / a / person / reads; / 2026 / was",
            "einer / Frist / von / 30 Tagen / ab / 45 days, / within / 30 jours",
            "from / Minn. Stat. 325M.14 subd. 4. / This",
            "the / month / of / de / la / Cruz",
        ] {
            let mut said = String::new();
            let mut run = String::new();
            let words: Vec<&str> = text.split(' ').filter(|word| *word != "/").collect();
            let mut rest = words.join(" ");
            for word in words {
                rest = rest
                    .strip_prefix(word)
                    .unwrap_or_default()
                    .trim_start()
                    .to_owned();
                said.push_str(word);
                run.push_str(word);
                if rest.is_empty() {
                    break;
                }
                if held(&run, &rest) {
                    said.push(' ');
                    run.push(' ');
                } else {
                    said.push_str(" / ");
                    run.clear();
                }
            }
            assert_eq!(said, text);
        }
    }
}
