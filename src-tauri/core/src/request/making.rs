//! When and on what paper a desk makes a page.

use crate::api::wire;
use crate::desk::Desk;
use crate::letter::Paper;
use crate::summary::Making;
use crate::time::Now;

/// When and on what paper this desk makes a page.
pub(crate) fn making(desk: &Desk, now: Now) -> Making {
    Making {
        paper: match desk.profile.paper {
            wire::Paper::A4 => Paper::A4,
            wire::Paper::UsLetter => Paper::UsLetter,
        },
        now: now.instant(),
        zone: desk.zone,
    }
}
