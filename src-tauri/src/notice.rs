//! The system notice of the day: how many, never who. A notice can be read over a shoulder and is kept by some desktops.

use crate::desk::Desk;
use rightsdesk_core::api::wire::{Nothing, Queue, QueueQuery, Session, Tiles};
use tauri::AppHandle;
use tauri_plugin_notification::NotificationExt;

/// Says what is overdue and due today, once a civil day. A system without notices is no reason to stop.
pub fn once_a_day(handle: &AppHandle, desk: &Desk) {
    let Ok(session) = desk.call::<_, Session>("session", Nothing {}) else {
        return;
    };
    if session.sample || desk.home.remembered().noticed_on.as_ref() == Some(&session.today) {
        return;
    }
    let query = QueueQuery {
        filter: "open".to_owned(),
        limit: 1,
        ..QueueQuery::default()
    };
    let Ok(queue) = desk.call::<_, Queue>("queue", query) else {
        return;
    };
    let Some(sentence) = sentence(&queue.tiles) else {
        return;
    };
    if handle
        .notification()
        .builder()
        .title("Rightsdesk")
        .body(sentence)
        .show()
        .is_ok()
    {
        desk.home
            .remember(|note| note.noticed_on = Some(session.today));
    }
}

/// Nothing to say when nothing is due.
fn sentence(tiles: &Tiles) -> Option<String> {
    let of = |many: u32, one: &str, several: &str| match many {
        1 => format!("1 {one}"),
        _ => format!("{many} {several}"),
    };
    let requests = |many| of(many, "request is", "requests are");
    let dates = |many| {
        of(
            many,
            "date of the registers is",
            "dates of the registers are",
        )
    };
    let said = [
        due(tiles.overdue, tiles.today, requests),
        due(tiles.also_overdue, tiles.also_today, dates),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

fn due(late: u32, today: u32, counted: impl Fn(u32) -> String) -> Option<String> {
    match (late, today) {
        (0, 0) => None,
        (late, 0) => Some(format!("{} overdue.", counted(late))),
        (0, today) => Some(format!("{} due today.", counted(today))),
        (late, today) => Some(format!("{} overdue and {today} due today.", counted(late))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notice_counts_and_names_nobody() {
        let check = |[overdue, today]: [u32; 2],
                     [also_overdue, also_today]: [u32; 2],
                     said: Option<&str>| {
            let tiles = Tiles {
                overdue,
                today,
                week: 0,
                waiting: 0,
                open: 0,
                overdue_next: Some("Ada Example".to_owned()),
                week_next: None,
                waiting_next: None,
                today_next: None,
                also_overdue,
                also_today,
                also_week: 0,
            };
            assert_eq!(sentence(&tiles).as_deref(), said);
        };
        check([0, 0], [0, 0], None);
        check([1, 0], [0, 0], Some("1 request is overdue."));
        check([0, 2], [0, 0], Some("2 requests are due today."));
        check(
            [3, 1],
            [0, 0],
            Some("3 requests are overdue and 1 due today."),
        );
        check([0, 0], [1, 0], Some("1 date of the registers is overdue."));
        check(
            [1, 0],
            [2, 1],
            Some("1 request is overdue. 2 dates of the registers are overdue and 1 due today."),
        );
    }
}
