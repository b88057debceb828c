//! What could be purged, law by law, and what is kept back although a period of it is over.

use super::periods::{Kept, Periods, before};
use crate::api::wire::{
    PurgeGroup, PurgeIn, PurgeKept, PurgePreview, PurgeRow, Refusal, RegisterNote,
};
use crate::desk::{App, Desk};
use crate::promise::whole;
use crate::request::{case::Case, same};
use crate::store;
use crate::store::{request::Keys, retention::Wanted};
use crate::time::{self, Now, short};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap, HashSet};

/// So many of each law are shown one by one; the others are counted, and go with them.
const SHOWN: usize = 200;
/// So many are shown that stay although a period is over.
const SHOWN_KEPT: usize = 500;
/// As many requests are read in one go.
pub const AT_ONCE: usize = 5000;

/// What stays of every purged request.
const STAYS: [&str; 5] = [
    "Dates, ways, rights, laws, outcomes and grounds",
    "The fingerprints of its letters and files, and its entries in the log without their words",
    "Hashes on the suppression list",
    "Every figure of every year",
    "What was answered in writing to a contradiction, because the year’s report quotes it",
];

/// See the command table.
pub fn preview(app: &mut App, args: PurgeIn, now: Now) -> Result<PurgePreview, Refusal> {
    look(app.desk()?, &args, now)
}

/// The preview of a desk.
pub fn look(desk: &Desk, args: &PurgeIn, now: Now) -> Result<PurgePreview, Refusal> {
    let as_of = match args.as_of.trim() {
        "" => now.today(desk.zone),
        text => time::day(text).ok_or_else(|| {
            Refusal::field(
                "as_of",
                "Give a day as year, month and day, such as 2026-12-31.",
            )
        })?,
    };
    let periods = Periods::of(desk)?;
    let wanted = Wanted {
        cutoffs: &periods.cutoffs(desk, as_of),
        otherwise: before(as_of, periods.rules.house.months),
        latest: before(as_of, periods.shortest()),
        laws: &serde_json::json!(args.laws).to_string(),
        all_over: true,
        most: u32::MAX,
    };
    let conn = desk.store.read();
    let over = store::retention::closed_long_ago(conn, &wanted)?;
    let partly = store::retention::closed_long_ago(
        conn,
        &Wanted {
            all_over: false,
            most: SHOWN_KEPT as u32 + 1,
            ..wanted
        },
    )?;
    let back = KeptBack::of(desk, now)?;
    let mut groups: BTreeMap<String, PurgeGroup> = BTreeMap::new();
    let mut kept = Vec::new();
    let mut look = |case: &Case| {
        let closed_on = case.closed_on.map(|on| on.to_string()).unwrap_or_default();
        match judge(&periods, &back, case, as_of) {
            Ok(free) => {
                let short = desk
                    .library
                    .law(&free.law)
                    .map_or_else(|_| "No law".into(), |law| law.short.clone());
                let group = groups
                    .entry(free.law.clone())
                    .or_insert_with(|| PurgeGroup {
                        law: free.law.clone(),
                        short,
                        requests: 0,
                        oldest: closed_on.clone(),
                        youngest: String::new(),
                        all: Vec::new(),
                        rows: Vec::new(),
                    });
                group.requests += 1;
                group.all.push(case.id);
                group.youngest.clone_from(&closed_on);
                if group.rows.len() < SHOWN {
                    group.rows.push(row(desk, case, closed_on, free)?);
                }
            }
            Err(why) => kept.push(PurgeKept {
                request: case.id,
                reference: case.reference.clone(),
                closed_on,
                why,
            }),
        }
        Ok::<_, Refusal>(())
    };
    for some in over.chunks(AT_ONCE).chain([partly.as_slice()]) {
        let mut cases = store::request::load_these(conn, some)?;
        cases.sort_by_key(|case| (case.closed_on, case.id));
        cases.iter().try_for_each(&mut look)?;
    }
    kept.sort_by(|a, b| (&a.closed_on, a.request).cmp(&(&b.closed_on, b.request)));
    let more = kept.len() > SHOWN_KEPT;
    kept.truncate(SHOWN_KEPT);
    Ok(PurgePreview {
        as_of: as_of.to_string(),
        groups: groups.into_values().collect(),
        kept,
        more,
        stays: STAYS.map(str::to_owned).to_vec(),
    })
}

fn row(desk: &Desk, case: &Case, closed_on: String, free: Kept) -> Result<PurgeRow, Refusal> {
    let hangs = store::retention::what_hangs(desk.store.read(), case.id)?;
    let counted = |n: u32, one: &str, many: &str| match n {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {many}")),
    };
    let mut goes = vec!["Names, addresses and words".to_owned()];
    goes.extend(counted(hangs.letters, "letter", "letters"));
    goes.extend(counted(hangs.files, "file", "files"));
    goes.extend(counted(
        hangs.drafts,
        "letter being written",
        "letters being written",
    ));
    goes.extend(counted(
        hangs.entries,
        "entry’s words in the log",
        "entries’ words in the log",
    ));
    goes.extend(counted(
        hangs.addresses,
        "address on the suppression list; its hash stays",
        "addresses on the suppression list; their hashes stay",
    ));
    Ok(PurgeRow {
        request: case.id,
        reference: case.reference.clone(),
        closed_on,
        kept_until: free.until.to_string(),
        why: free.why,
        goes,
        stays: counted(
            hangs.registered,
            "entry in the registers, which is erased there",
            "entries in the registers, which are erased there",
        )
        .into_iter()
        .collect(),
    })
}

/// What keeps requests back beside their periods, found for all at once.
pub struct KeptBack {
    /// The day a hold was placed, by request.
    holds: HashMap<u32, String>,
    appealed: HashSet<u32>,
    /// Requests with an open contradiction.
    contradicted: HashSet<u32>,
}

impl KeptBack {
    /// As it stands now.
    pub fn of(desk: &Desk, now: Now) -> Result<Self, Refusal> {
        let conn = desk.store.read();
        Ok(Self {
            holds: store::retention::holds(conn)?
                .into_iter()
                .map(|hold| (hold.request, hold.placed_on))
                .collect(),
            appealed: appealed(desk)?,
            contradicted: whole::open_requests(desk, now)?,
        })
    }
}

/// Closed requests of somebody whose appeal or complaint is open: whoever of the two asked for the other, or by another.
fn appealed(desk: &Desk) -> Result<HashSet<u32>, Refusal> {
    let conn = desk.store.read();
    let people: Vec<Keys> = store::retention::appealing(conn)?
        .iter()
        .map(same::keys)
        .collect();
    if people.is_empty() {
        return Ok(HashSet::new());
    }
    let mut all: HashSet<u32> = store::retention::closed_from(conn, &people)?
        .into_iter()
        .collect();
    for (id, person) in store::retention::closed_for(conn)? {
        if people.iter().any(|one| same::is(one, &same::keys(&person))) {
            all.insert(id);
        }
    }
    Ok(all)
}

/// Whether a request may go on a day, or why it stays.
pub fn judge(
    periods: &Periods,
    back: &KeptBack,
    case: &Case,
    as_of: NaiveDate,
) -> Result<Kept, RegisterNote> {
    let stays = |message: String| {
        Err(RegisterNote {
            message,
            cite: String::new(),
            caution: None,
        })
    };
    if let Some(on) = case.purged_on {
        return stays(format!("It was purged on {} already.", short(on)));
    }
    let Some(kept) = periods.kept(case) else {
        return stays("It is open. Only closed requests go.".into());
    };
    if let Some(on) = back.holds.get(&case.id) {
        let on = time::day(on).map(short).unwrap_or_default();
        return stays(format!("It is under legal hold since {on}."));
    }
    if back.appealed.contains(&case.id) {
        return stays("An appeal or a complaint of the same person is open.".into());
    }
    if !case.in_the_post.is_empty() {
        return stays(
            "A letter of it has not left, or came back. See to it in the print room.".into(),
        );
    }
    if back.contradicted.contains(&case.id) {
        return stays(
            "Something of it does not agree with a promise and is not answered in writing.".into(),
        );
    }
    if as_of <= kept.until {
        return Err(kept.why);
    }
    Ok(kept)
}
