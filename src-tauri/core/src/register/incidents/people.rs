//! Those affected: typed, or from a file whose every row is looked at before one is taken.

use super::file::{Incident, LineBody, PEOPLE, Reached};
use super::{line, people_word, view, working};
use crate::api::wire::{
    ImportFate, ImportRow, IncidentPeople, IncidentPeopleFile, IncidentPeopleRead,
    IncidentPersonIn, IncidentView, Person, Refusal,
};
use crate::desk::{App, Desk};
use crate::register::csv::{Csv, Row};
use crate::register::suppression::address;
use crate::request::same::{fold, keys};
use crate::store::{self, Event};
use crate::time::Now;
use crate::words::Way;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use std::collections::HashSet;

/// Bad rows that are shown; the counts are of all.
const SHOWN: usize = 1000;

/// See the command table.
pub fn people(app: &mut App, args: IncidentPeople, now: Now) -> Result<IncidentView, Refusal> {
    let desk = app.desk()?;
    let one = working(desk, args.id)?;
    if args.people.is_empty() {
        return Err(Refusal::field("people", "Write at least one person."));
    }
    let mut known = Known::of(&one);
    let mut good = Vec::new();
    for person in &args.people {
        let read = taken(person).map_err(|why| Refusal::field("people", why))?;
        if !known.is_new(&read.person) {
            return Err(Refusal::field(
                "people",
                format!("{} stands on the list already.", called(&read.person)),
            ));
        }
        good.push(read);
    }
    add(desk, &one, good, now)?;
    view(desk, args.id, now)
}

fn called(person: &Person) -> String {
    match person.name.trim() {
        "" => person.email.clone(),
        name => name.to_owned(),
    }
}

/// One person as they are kept.
struct Taken {
    person: Person,
    residence: String,
    preferred: Way,
}

/// A person who can be reached the way they prefer, or the sentence that says why not.
fn taken(from: &IncidentPersonIn) -> Result<Taken, String> {
    let text = |text: &str| text.trim().to_owned();
    let person = Person {
        name: text(&from.person.name),
        email: text(&from.person.email),
        phone: text(&from.person.phone),
        address: from
            .person
            .address
            .iter()
            .map(|line| text(line))
            .filter(|line| !line.is_empty())
            .collect(),
    };
    if person.name.is_empty() && person.email.is_empty() {
        return Err("There is neither a name nor an e-mail address.".into());
    }
    let who = called(&person);
    if !person.email.is_empty() && address::mail(&person.email).is_none() {
        return Err(format!("“{}” is no mail address.", person.email));
    }
    let preferred = from.preferred.unwrap_or(if !person.email.is_empty() {
        Way::Mail
    } else if !person.address.is_empty() {
        Way::Post
    } else if !person.phone.is_empty() {
        Way::Phone
    } else {
        Way::InSite
    });
    match preferred {
        Way::Mail if person.email.is_empty() => Err(format!(
            "{who} is to be told by e-mail, and no e-mail address is known."
        )),
        Way::Post if person.address.is_empty() => Err(format!(
            "{who} is to be told by post, and no postal address is known."
        )),
        Way::Phone if person.phone.is_empty() => Err(format!(
            "{who} is to be told by telephone, and no number is known."
        )),
        _ => Ok(Taken {
            residence: text(&from.residence).to_lowercase(),
            person,
            preferred,
        }),
    }
}

/// Who stands there already: by mail address, else by name and postal address.
struct Known(HashSet<String>);

impl Known {
    fn of(one: &Incident) -> Self {
        let people = one
            .people
            .iter()
            .filter(|person| person.erased_on.is_none());
        Self(people.map(|person| sign(&person.person)).collect())
    }

    fn is_new(&mut self, person: &Person) -> bool {
        self.0.insert(sign(person))
    }
}

fn sign(person: &Person) -> String {
    match address::mail(&person.email) {
        Some(mail) => mail,
        None => format!("{}|{}", fold(&person.name), fold(&person.address.join(" "))),
    }
}

fn add(desk: &mut Desk, one: &Incident, good: Vec<Taken>, now: Now) -> Result<(), Refusal> {
    let officer = desk.officer.clone();
    let today = now.today(desk.zone).to_string();
    desk.store.transact(officer.id, now, |tx, seq| {
        let mut reached = Vec::with_capacity(good.len());
        for taken in &good {
            let person = &taken.person;
            let id =
                store::register::add_person(tx, one.id, "affected", person, &keys(person), seq)?;
            reached.push(Reached {
                person: id,
                residence: taken.residence.clone(),
                preferred: taken.preferred,
            });
        }
        let count = reached.len();
        let body = LineBody {
            people: reached,
            ..LineBody::default()
        };
        line(tx, one.id, &today, PEOPLE, &body, seq)?;
        let what = format!(
            "{} affected by a breach of security were added.",
            people_word(count)
        );
        let event = Event::desk("incident-people-added", what)
            .facts(json!({ "incident": one.id, "people": count }));
        Ok(((), event))
    })
}

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Name,
    Given,
    Email,
    Phone,
    Address,
    Residence,
    Preferred,
}

/// Headings as people write them.
const HEADINGS: &[(Field, &[&str])] = &[
    (
        Field::Name,
        &["name", "full name", "surname", "last name", "family name"],
    ),
    (Field::Given, &["first name", "given name", "forename"]),
    (
        Field::Email,
        &[
            "email",
            "e mail",
            "mail",
            "email address",
            "e mail address",
            "mail address",
        ],
    ),
    (
        Field::Phone,
        &[
            "phone",
            "telephone",
            "mobile",
            "phone number",
            "telephone number",
        ],
    ),
    (
        Field::Address,
        &[
            "address",
            "street",
            "address line 1",
            "address line 2",
            "address 1",
            "address 2",
            "postcode",
            "zip",
            "zip code",
            "postal code",
            "city",
            "town",
            "state",
            "country",
            "postal address",
        ],
    ),
    (
        Field::Residence,
        &["residence", "lives in", "place of residence"],
    ),
    (
        Field::Preferred,
        &[
            "preferred",
            "preferred way",
            "preferred method",
            "way",
            "contact by",
            "preference",
        ],
    ),
];

fn field(heading: &str) -> Option<Field> {
    let heading: String = heading
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let heading = fold(&heading);
    HEADINGS
        .iter()
        .find(|(_, names)| names.contains(&heading.as_str()))
        .map(|(field, _)| *field)
}

/// How a way is written in a file.
fn way(text: &str) -> Option<Option<Way>> {
    let text = fold(text);
    Some(Some(match text.as_str() {
        "" => return Some(None),
        "mail" | "email" | "e mail" => Way::Mail,
        "post" | "letter" | "postal" | "by post" | "postal mail" => Way::Post,
        "phone" | "telephone" | "call" => Way::Phone,
        "account" => Way::Account,
        "insite" | "in site" | "site" | "website" => Way::InSite,
        "in person" | "inperson" => Way::InPerson,
        other => return Way::from_id(other).map(Some),
    }))
}

fn row(row: Row, fields: &[Option<Field>]) -> Result<IncidentPersonIn, String> {
    if let Some(why) = row.broken() {
        return Err(why.to_owned());
    }
    if row.cells() > fields.len() {
        return Err("It has more cells than the heading has columns.".into());
    }
    let of = |wanted: Field| {
        fields
            .iter()
            .enumerate()
            .filter(move |(_, field)| **field == Some(wanted))
            .map(move |(at, _)| row.cell(at).into_owned())
            .filter(|text| !text.is_empty())
    };
    let name: Vec<String> = of(Field::Given).chain(of(Field::Name)).collect();
    let preferred: String = of(Field::Preferred).next().unwrap_or_default();
    Ok(IncidentPersonIn {
        person: Person {
            name: name.join(" "),
            email: of(Field::Email).next().unwrap_or_default(),
            phone: of(Field::Phone).next().unwrap_or_default(),
            address: of(Field::Address)
                .flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>())
                .collect(),
        },
        residence: of(Field::Residence).next().unwrap_or_default(),
        preferred: way(&preferred).ok_or_else(|| {
            format!("“{preferred}” is no way of telling somebody: write mail, post or phone.")
        })?,
    })
}

/// See the command table.
pub fn people_file(
    app: &mut App,
    args: IncidentPeopleFile,
    now: Now,
) -> Result<IncidentPeopleRead, Refusal> {
    let desk = app.desk()?;
    let one = working(desk, args.id)?;
    let bytes = STANDARD
        .decode(&args.base64)
        .map_err(|_| Refusal::field("base64", "The file did not arrive whole. Choose it again."))?;
    let nothing = |desk: &Desk, why: String| -> Result<IncidentPeopleRead, Refusal> {
        Ok(IncidentPeopleRead {
            good: 0,
            duplicates: 0,
            bad: Vec::new(),
            problem: Some(why),
            view: view(desk, args.id, now)?,
        })
    };
    let csv = match Csv::read(&bytes) {
        Ok(csv) => csv,
        Err(why) => return nothing(desk, why),
    };
    let fields: Vec<Option<Field>> = csv
        .rows()
        .next()
        .map(|head| (0..head.cells()).map(|at| field(&head.cell(at))).collect())
        .unwrap_or_default();
    if !fields.contains(&Some(Field::Email)) && !fields.contains(&Some(Field::Name)) {
        return nothing(
            desk,
            "The first line names no column for names or e-mail addresses. Write “name”, “email”, “street”, “city”, “preferred” above the columns.".into(),
        );
    }
    let mut known = Known::of(&one);
    let (mut good, mut bad, mut duplicates) = (Vec::new(), Vec::new(), 0);
    for (record, from) in csv.rows().skip(1).map(|r| (r, row(r, &fields))) {
        match from.and_then(|from| taken(&from)) {
            Ok(taken) if known.is_new(&taken.person) => good.push(taken),
            Ok(_) => duplicates += 1,
            Err(why) => bad.push(ImportRow {
                line: record.line(),
                fate: ImportFate::Bad,
                what: record.raw().chars().take(120).collect(),
                reasons: vec![why],
            }),
        }
    }
    let count = u32::try_from(good.len()).unwrap_or(u32::MAX);
    let problem = match (good.is_empty(), bad.is_empty() && duplicates == 0) {
        (true, true) => Some("The file holds nobody beneath its heading.".to_owned()),
        _ => None,
    };
    if args.take && !good.is_empty() {
        add(desk, &one, good, now)?;
    }
    bad.truncate(SHOWN);
    Ok(IncidentPeopleRead {
        good: count,
        duplicates,
        bad,
        problem,
        view: view(desk, args.id, now)?,
    })
}
