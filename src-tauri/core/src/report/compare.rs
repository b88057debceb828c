//! Two spans of one report.

use super::{show, span, tally};
use crate::api::wire::{Refusal, ReportCompareIn, ReportComparison, ReportIn};
use crate::desk::App;
use crate::summary::compare;
use crate::time::Now;

/// See the command table. Both are counted as of today.
pub fn compare(
    app: &mut App,
    args: ReportCompareIn,
    now: Now,
) -> Result<ReportComparison, Refusal> {
    let desk = tally::desk(app, args.now.report)?;
    let of_before = ReportIn {
        first: args.first,
        last: args.last,
        ..args.now.clone()
    };
    let newer = show::of(desk, &span::asked(desk, &args.now, now)?, now)?;
    let older = show::of(desk, &span::asked(desk, &of_before, now)?, now)?;
    Ok(compare::compare(&older, &newer))
}
