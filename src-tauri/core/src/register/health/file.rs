//! An authorisation as the desk keeps it: the file names nobody, whoever it is about stands apart.

use super::rules::{Rules, rules};
use super::standing::{Facts, Lasts, Wanted, lacks, lasts, standing};
use crate::api::wire::{
    AuthorizationIn, AuthorizationRow, AuthorizationStanding, Person, RecipientIn, Refusal,
    RegisterLack, RegisterLine, RequestLink,
};
use crate::desk::Desk;
use crate::store::{
    self, Connection,
    health::Use,
    register::{File, Line, Someone},
};
use crate::time;
use crate::words::Register;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub const PATIENT: &str = "patient";
pub const REPRESENTATIVE: &str = "representative";
/// Who wrote down what was said.
pub const WITNESS: &str = "witness";

/// What stands for a name that was erased.
const ERASED: &str = "(erased)";

pub const ENTERED: &str = "entered";
pub const CHANGED: &str = "changed";
pub const REVOKED: &str = "revoked";
pub const STRUCK: &str = "struck";

/// What a line of the file says; it names nobody.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Said {
    /// Whole sentences.
    pub details: Vec<String>,
}

/// One authorisation with what happened to it.
#[derive(Debug, Clone)]
pub struct Authorization {
    pub id: u32,
    pub about: AuthorizationIn,
    pub request: Option<RequestLink>,
    pub struck: String,
    pub revoked_on: Option<NaiveDate>,
    pub lines: Vec<Line>,
    pub people: Vec<Someone>,
    pub uses: Vec<Use>,
    /// Its recipient as a letter would name it.
    pub recipient: String,
}

/// The body as it is kept: without those it is about.
pub fn body(about: &AuthorizationIn) -> AuthorizationIn {
    AuthorizationIn {
        patient: Person::default(),
        signed_by: String::new(),
        documented_by: String::new(),
        request: None,
        ..about.clone()
    }
}

/// Whom a file is about, by role; a role without a name is left out.
pub fn people(about: &AuthorizationIn) -> Vec<(&'static str, Person)> {
    let named = |name: &str| Person {
        name: name.trim().to_owned(),
        ..Person::default()
    };
    let mut all = vec![(PATIENT, about.patient.clone())];
    for (role, name) in [
        (REPRESENTATIVE, &about.signed_by),
        (WITNESS, &about.documented_by),
    ] {
        if !name.trim().is_empty() {
            all.push((role, named(name)));
        }
    }
    all
}

fn whole(
    conn: &Connection,
    file: File<AuthorizationIn>,
    lines: Vec<Line>,
    people: Vec<Someone>,
) -> Result<Authorization, Refusal> {
    let mut about = file.body;
    for one in &people {
        let name = match one.erased_on {
            Some(_) => ERASED.to_owned(),
            None => one.person.name.clone(),
        };
        match one.role.as_str() {
            PATIENT => about.patient = one.person.clone(),
            REPRESENTATIVE => about.signed_by = name,
            WITNESS => about.documented_by = name,
            _ => {}
        }
    }
    about.request = file.request;
    let recipient = match about.recipient {
        Some(id) => store::register::find::<RecipientIn>(conn, Register::Recipients, id)?
            .map(|one| one.body.name)
            .unwrap_or_default(),
        None => String::new(),
    };
    Ok(Authorization {
        id: file.id,
        recipient: if recipient.is_empty() {
            about.recipient_name.clone()
        } else {
            recipient
        },
        request: file.request.map(|id| RequestLink {
            id,
            reference: file.reference,
        }),
        struck: file.struck,
        revoked_on: lines
            .iter()
            .filter(|line| line.kind == REVOKED)
            .filter_map(|line| time::day(&line.day))
            .min(),
        uses: store::health::uses(conn, file.id)?,
        about,
        lines,
        people,
    })
}

/// One authorisation.
pub fn load(conn: &Connection, id: u32) -> Result<Authorization, Refusal> {
    let file = store::register::find(conn, Register::Authorizations, id)?
        .ok_or_else(|| Refusal::missing("There is no such authorisation in the register."))?;
    let lines = store::register::lines(conn, id)?;
    let people = store::register::people(conn, id)?;
    whole(conn, file, lines, people)
}

/// Every authorisation, newest first.
pub fn all(conn: &Connection) -> Result<Vec<Authorization>, Refusal> {
    let mut lines = store::register::lines_of(conn, Register::Authorizations)?;
    let mut people = store::register::people_of(conn, Register::Authorizations)?;
    store::register::files(conn, Register::Authorizations)?
        .into_iter()
        .map(|file: File<AuthorizationIn>| {
            let mine = lines.extract_if(.., |line| line.file == file.id).collect();
            let about = people.extract_if(.., |one| one.file == file.id).collect();
            whole(conn, file, mine, about)
        })
        .collect()
}

/// What a law of this desk wants of every authorisation.
#[derive(Debug, Clone, Copy, Default)]
pub struct Demanded {
    /// A separate one for each electronic disclosure.
    pub each: bool,
    pub signed: bool,
}

/// What the laws of this desk want.
pub fn demanded(desk: &Desk, rules: &Rules) -> Demanded {
    let ticked = |law: &String| desk.profile.laws.contains(law);
    Demanded {
        each: rules.demands.iter().any(|one| one.each && ticked(&one.law)),
        signed: rules.signed.laws.iter().any(ticked),
    }
}

/// An authorisation judged by the rules.
pub struct Judged {
    pub lacks: Vec<RegisterLack>,
    pub lasts: Lasts,
    /// Disclosures that use one up.
    pub used: usize,
    pub single: bool,
}

impl Authorization {
    /// What it lacks, until when it lasts, and whether one disclosure uses it up.
    pub fn judged(&self, desk: &Desk) -> Result<Judged, Refusal> {
        let rules = rules()?;
        let demanded = demanded(desk, rules);
        let wanted = Wanted {
            signed: demanded.signed,
            ..Wanted::default()
        };
        Ok(Judged {
            lacks: lacks(rules, &self.about, wanted),
            lasts: lasts(rules, &self.about)?,
            used: self
                .uses
                .iter()
                .filter(|one| self.about.single_use || one.entry.health.electronic)
                .count(),
            single: self.about.single_use || demanded.each,
        })
    }

    /// Where it stands on a day.
    pub fn standing(&self, judged: &Judged, day: NaiveDate) -> AuthorizationStanding {
        standing(
            &Facts {
                lacks: judged.lacks.len(),
                until: judged.lasts.until,
                revoked_on: self.revoked_on,
                single: judged.single,
                used: judged.used,
            },
            day,
        )
    }

    /// As the list shows it.
    pub fn row(&self, judged: &Judged, today: NaiveDate) -> AuthorizationRow {
        let standing = self.standing(judged, today);
        AuthorizationRow {
            id: self.id,
            patient: self.about.patient.name.clone(),
            recipient: self.recipient.clone(),
            purpose: self.about.purpose.clone(),
            form: self.about.form,
            standing,
            valid_until: judged
                .lasts
                .until
                .filter(|_| !ended(standing) && self.struck.is_empty())
                .map(|day| day.to_string()),
            used: u32::try_from(self.uses.len()).unwrap_or(u32::MAX),
            request: self.request.clone(),
            struck: self.struck.clone(),
        }
    }
}

/// Nothing may be disclosed under it any more: a last day would say that something may.
pub fn ended(standing: AuthorizationStanding) -> bool {
    match standing {
        AuthorizationStanding::UsedUp
        | AuthorizationStanding::Expired
        | AuthorizationStanding::Revoked => true,
        AuthorizationStanding::Valid | AuthorizationStanding::Incomplete => false,
    }
}

/// A line as the timeline shows it.
pub fn line(of: &Line, one: &Authorization) -> RegisterLine {
    let said: Said = serde_json::from_str(&of.body).unwrap_or_default();
    let title = match of.kind.as_str() {
        ENTERED => "Entered",
        CHANGED => "Corrected",
        REVOKED => "Revoked",
        STRUCK => "Struck out",
        _ => "Noted",
    };
    let says = rules().ok().map(|rules| &rules.says);
    RegisterLine {
        id: of.id,
        on: of.day.clone(),
        kind: of.kind.clone(),
        title: title.to_owned(),
        details: said.details,
        cite: says
            .filter(|_| of.kind == REVOKED)
            .map(|says| says.revocation.source.cite.clone())
            .unwrap_or_default(),
        by: of.by.clone(),
        at: of.at.clone(),
        request: of.request.map(|id| RequestLink {
            id,
            reference: of.reference.clone(),
        }),
        letter: None,
        corrected_by: one
            .lines
            .iter()
            .find(|later| later.corrects == Some(of.id))
            .map(|later| later.id),
        said: None,
    }
}
