//! Children: the notices to parents, what parents answered, what was erased, and what is open. Files are counted; nobody is named.

use super::grid::{Grid, cited, columns, house, many};
use super::{Asked, Built, ends};
use crate::api::wire::{ChildStanding, Refusal};
use crate::desk::Desk;
use crate::register::children::passed::{self, Mark, Passed};
use crate::summary::report::{Table, Thing, Trace};
use crate::time::{Now, short};
use crate::words::{BehindKind, ChildStep, Right};
use chrono::NaiveDate;

/// Builds it.
pub fn build(desk: &Desk, asked: &Asked, trace: &Trace, _: Now) -> Result<Built, Refusal> {
    let end = asked.last.min(asked.as_of);
    let (struck, files): (Vec<Passed>, Vec<Passed>) = passed::until(desk, end, asked.as_of)?
        .into_iter()
        .partition(|file| file.struck);
    let notices = notices(asked, trace, &files)?;
    let consents = consents(asked, trace, &files)?;
    let steps = steps(asked, trace, &files, &struck)?;
    let exceptions = exceptions(asked, trace, &files)?;
    let standing = standing(trace, &files);
    let cases = ends::asking(desk, asked, ASKED)?;
    let requests = ends::ends(desk, trace, "requests", &cases, ASKED);
    let lead = vec![
        format!(
            "From {} to {}: {}, {}, {}, {}, {}.",
            short(asked.first),
            short(asked.last),
            many(
                notices.sum("sent"),
                "notice to a parent",
                "notices to parents"
            ),
            many(
                steps.of("consented"),
                "consent that counts",
                "consents that count"
            ),
            many(steps.of("refused"), "refusal", "refusals"),
            many(steps.of("withdrawn"), "withdrawal", "withdrawals"),
            many(
                steps.of("lapsed"),
                "request for consent without an answer in time",
                "requests for consent without an answer in time"
            ),
        ),
        match standing.sum("open") {
            0 => format!("No file was open on {}.", short(end)),
            n => format!(
                "{} open on {}.",
                many(n, "file was", "files were"),
                short(end)
            ),
        },
    ];
    Ok(Built {
        title: "Children and their parents".to_owned(),
        lead,
        notes: vec![house(
            "This report counts files and names nobody. Nothing of a file that was struck out counts but the file itself.",
        )],
        tables: vec![
            notices_table(notices),
            consents_table(consents, &files)?,
            steps_table(steps, &files)?,
            exceptions_table(exceptions, &files)?,
            standing_table(standing, end),
            ends::table(
                requests,
                "requests",
                "What parents asked for",
                "No parent asked to review, to erase or to refuse.",
                Vec::new(),
            ),
        ],
        pictures: Vec::new(),
    })
}

/// What parents ask for in a request.
const ASKED: &[Right] = &[Right::ChildAccess, Right::ChildErasure, Right::ChildRefusal];

/// A file, by what of it counted and when.
fn thing(file: &Passed, what: &str, on: NaiveDate) -> Thing {
    Thing {
        kind: BehindKind::Child,
        id: file.file,
        text: format!("{what}, {}", short(on)),
    }
}

/// What passed within the span, file by file.
fn inside<'f>(
    asked: &'f Asked,
    files: &'f [Passed],
) -> impl Iterator<Item = (&'f Passed, NaiveDate, &'f Mark)> {
    files.iter().flat_map(move |file| {
        let marks = file.marks.iter().filter(|(on, _)| asked.holds(*on));
        marks.map(move |(on, mark)| (file, *on, mark))
    })
}

fn notices<'t>(asked: &Asked, trace: &'t Trace, files: &[Passed]) -> Result<Grid<'t>, Refusal> {
    let mut grid = Grid::new(trace, "notices", &["sent", "whole", "lacking"]);
    for (file, on, mark) in inside(asked, files) {
        let Mark::Notice { notice, whole } = mark else {
            continue;
        };
        let (name, cite) = passed::notice(notice)?;
        let row = grid.named(notice, &[&name, &cite]);
        let counts = if *whole { "whole" } else { "lacking" };
        for column in ["sent", counts] {
            grid.hit(row, column, || thing(file, "The notice left", on));
        }
    }
    Ok(grid)
}

fn notices_table(grid: Grid) -> Table {
    Table {
        id: "notices",
        title: "Notices to parents".to_owned(),
        columns: columns(
            &[("notice", "Notice"), ("cite", "Article")],
            &[
                ("sent", "Sent"),
                ("whole", "Complete"),
                ("lacking", "Lacking something"),
            ],
        ),
        lines: grid.lines_and_total(&["sent", "whole", "lacking"]),
        empty: "No notice was sent.".to_owned(),
        counting: vec![house(
            "A notice counts on the day it was sent. A complete one says everything that this file’s notice must; only after such a one does a consent count. A line that a later one corrects does not count.",
        )],
    }
}

fn consents<'t>(asked: &Asked, trace: &'t Trace, files: &[Passed]) -> Result<Grid<'t>, Refusal> {
    let mut grid = Grid::new(
        trace,
        "consents",
        &["all", "use", "disclose", "not-counting"],
    );
    for (id, name, cite) in passed::methods()? {
        grid.named(&id, &[&name, &cite]);
    }
    for (file, on, mark) in inside(asked, files) {
        let Mark::Consent {
            method,
            disclose,
            counts,
            confirmed,
        } = mark
        else {
            continue;
        };
        let row = grid.named(method, &["Another way", ""]);
        let scope = match (counts, disclose) {
            (false, _) => "not-counting",
            (true, true) => "disclose",
            (true, false) => "use",
        };
        let what = if *confirmed {
            "A parent’s consent was confirmed"
        } else {
            "A parent consented"
        };
        for column in ["all", scope] {
            grid.hit(row, column, || thing(file, what, on));
        }
    }
    grid.drop_empty();
    Ok(grid)
}

fn consents_table(grid: Grid, files: &[Passed]) -> Result<Table, Refusal> {
    Ok(Table {
        id: "consents",
        title: "Consents by method and scope".to_owned(),
        columns: columns(
            &[("method", "Method"), ("cite", "Article")],
            &[
                ("all", "Given"),
                ("use", "Collect and use only"),
                ("disclose", "Disclose too"),
                ("not-counting", "Not counting"),
            ],
        ),
        lines: grid.lines_and_total(&["all", "use", "disclose", "not-counting"]),
        empty: "No parent consented.".to_owned(),
        counting: vec![
            cited(
                "Each consent counts once, under its method, on the day it came into effect: the day it was given, or where the method wants a further message the day that message left.",
                passed::confirmed_cite()?,
            ),
            cited(
                "One to disclosure that comes after one to collection and use stands for itself.",
                passed::separate_cite(files)?,
            ),
            house(
                "“Not counting” is one without the notice it needs, or whose further message has not left. It stands on the day it was given; once the message has left it stands on that day instead, be it in another span.",
            ),
        ],
    })
}

/// What else passed: row, words, and the step whose article it has.
const STEPS: &[(&str, &str, Option<ChildStep>)] = &[
    ("opened", "Files opened", None),
    (
        "consented",
        "Consents that count",
        Some(ChildStep::ConsentGiven),
    ),
    (
        "refused",
        "Consent refused",
        Some(ChildStep::ConsentRefused),
    ),
    (
        "further-refused",
        "Further use refused where no consent stood",
        Some(ChildStep::FurtherRefused),
    ),
    (
        "withdrawn",
        "Consent taken back",
        Some(ChildStep::ConsentWithdrawn),
    ),
    ("lapsed", "No answer in time", None),
    (
        "contact-erased",
        "Names and contact details erased",
        Some(ChildStep::ContactErased),
    ),
    ("data-erased", "Data erased", Some(ChildStep::DataErased)),
    (
        "data-found",
        "Data found without a consent",
        Some(ChildStep::DataFound),
    ),
    (
        "material-change",
        "Material changes",
        Some(ChildStep::MaterialChange),
    ),
    (
        "reached-age",
        "Children that reached the age",
        Some(ChildStep::ReachedAge),
    ),
    ("struck", "Files struck out", None),
];

fn steps<'t>(
    asked: &Asked,
    trace: &'t Trace,
    files: &[Passed],
    struck: &[Passed],
) -> Result<Grid<'t>, Refusal> {
    let mut grid = Grid::new(trace, "steps", &["times"]);
    for (id, name, step) in STEPS {
        let cite = match (*id, step) {
            ("lapsed", _) => passed::missing_cite(files)?,
            (_, Some(step)) => passed::step_cite(*step, files)?,
            (_, None) => String::new(),
        };
        grid.named(id, &[name, &cite]);
    }
    let mut hit = |id: &str, file: &Passed, on: NaiveDate| {
        let name = STEPS.iter().find(|(row, _, _)| *row == id);
        let name = name.map_or("", |(_, name, _)| *name);
        let row = grid.named(id, &[]);
        grid.hit(row, "times", || thing(file, name, on));
    };
    for (all, row) in [(files, "opened"), (struck, "struck")] {
        for file in all.iter().filter(|file| asked.holds(file.opened_on)) {
            hit(row, file, file.opened_on);
        }
    }
    for (file, on, mark) in inside(asked, files) {
        let row = match mark {
            Mark::Consent { counts: true, .. } => "consented",
            Mark::Refused => "refused",
            Mark::FurtherRefused => "further-refused",
            Mark::Withdrawn => "withdrawn",
            Mark::Lapsed => "lapsed",
            Mark::ContactErased => "contact-erased",
            Mark::DataErased => "data-erased",
            Mark::Step(ChildStep::DataFound) => "data-found",
            Mark::Step(ChildStep::MaterialChange) => "material-change",
            Mark::Step(ChildStep::ReachedAge) => "reached-age",
            Mark::Notice { .. } | Mark::Consent { .. } | Mark::Exception(_) | Mark::Step(_) => {
                continue;
            }
        };
        hit(row, file, on);
    }
    Ok(grid)
}

fn steps_table(grid: Grid, files: &[Passed]) -> Result<Table, Refusal> {
    Ok(Table {
        id: "steps",
        title: "What became of it".to_owned(),
        columns: columns(
            &[("what", "What"), ("cite", "Article")],
            &[("times", "Times")],
        ),
        lines: grid.lines(),
        empty: String::new(),
        counting: vec![
            house(
                "Everything counts on its day, and a file as often as it happened there: a refusal and a later consent count both. Files count on the day they were opened.",
            ),
            house(
                "Whoever refuses further use while a consent stands takes it back, and so does a request to that effect that was granted. What only repeats a refusal or a withdrawal does not count again.",
            ),
            cited(
                "No answer in time: neither a consent that counts nor a refusal had come by the last day that the rules or the house allow. It counts on the day after; what was erased on that last day or before is no such case.",
                passed::missing_cite(files)?,
            ),
        ],
    })
}

fn exceptions<'t>(asked: &Asked, trace: &'t Trace, files: &[Passed]) -> Result<Grid<'t>, Refusal> {
    let mut grid = Grid::new(trace, "exceptions", &["times"]);
    for (file, on, mark) in inside(asked, files) {
        if let Mark::Exception(id) = mark {
            let (name, cite) = passed::exception(id)?;
            let row = grid.named(id, &[&name, &cite]);
            grid.hit(row, "times", || thing(file, &name, on));
        }
    }
    Ok(grid)
}

fn exceptions_table(grid: Grid, files: &[Passed]) -> Result<Table, Refusal> {
    Ok(Table {
        id: "exceptions",
        title: "Exceptions to prior consent that were used".to_owned(),
        columns: columns(
            &[("exception", "Exception"), ("cite", "Article")],
            &[("times", "Times")],
        ),
        lines: grid.lines_and_total(&["times"]),
        empty: "No exception was used.".to_owned(),
        counting: vec![cited(
            "An exception counts on each day on which something was collected under it.",
            passed::step_cite(ChildStep::ExceptionUsed, files)?,
        )],
    })
}

/// Where files stand.
const STANDING: &[(ChildStanding, &str, &str)] = &[
    (
        ChildStanding::NoticeDue,
        "notice-due",
        "The notice is to be sent",
    ),
    (
        ChildStanding::AwaitingConsent,
        "awaiting-consent",
        "The parent has not answered yet",
    ),
    (
        ChildStanding::ConfirmationDue,
        "confirmation-due",
        "The further message is to be sent",
    ),
    (
        ChildStanding::Found,
        "found",
        "Data was found without a consent",
    ),
    (
        ChildStanding::Lapsed,
        "lapsed",
        "No answer came in time; names and contact details are still there",
    ),
    (
        ChildStanding::UseOnly,
        "use-only",
        "Consent to collection and use",
    ),
    (
        ChildStanding::UseAndDisclose,
        "use-and-disclose",
        "Consent to disclosure too",
    ),
    (ChildStanding::Exception, "exception", "Under an exception"),
    (ChildStanding::Refused, "refused", "Refused"),
    (ChildStanding::Withdrawn, "withdrawn", "Consent taken back"),
    (ChildStanding::Erased, "erased", "Erased"),
    (
        ChildStanding::OfAge,
        "of-age",
        "The child has reached the age",
    ),
];

fn standing<'t>(trace: &'t Trace, files: &[Passed]) -> Grid<'t> {
    let mut grid = Grid::new(trace, "standing", &["files", "open"]);
    for (stands, id, name) in STANDING {
        for file in files.iter().filter(|file| file.standing == *stands) {
            let row = grid.named(id, &[name]);
            let opened = || thing(file, "Opened", file.opened_on);
            grid.hit(row, "files", opened);
            if file.open {
                grid.hit(row, "open", opened);
            }
        }
    }
    grid
}

fn standing_table(grid: Grid, end: NaiveDate) -> Table {
    Table {
        id: "standing",
        title: format!("Where the files stood on {}", short(end)),
        columns: columns(
            &[("standing", "Standing")],
            &[("files", "Files"), ("open", "Of them open")],
        ),
        lines: grid.lines_and_total(&["files", "open"]),
        empty: "There was no file about a child.".to_owned(),
        counting: vec![house(
            "Every file that was opened by then counts once, whenever it was opened. It is open while a notice, an answer, a further message or an erasure is still to come, as its next step says: one that was refused or taken back until what it holds is erased, any file until what proved the parent is deleted.",
        )],
    }
}
