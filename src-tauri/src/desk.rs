//! The one desk behind the window, and how commands reach it.
//!
//! The clock is read here and nowhere else: every call to the core gets its `Now` from [`now`].

use crate::{refuse, remember::Home};
use rightsdesk_core::{
    api::{self, wire::Refusal},
    desk::App,
    time::Now,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::{
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
};
use tauri::{AppHandle, Manager};

/// What the shell keeps between two commands.
pub struct Desk {
    app: Mutex<App>,
    /// Where the next desk will be created.
    place: Mutex<Option<PathBuf>>,
    /// What a dropped file is for.
    target: Mutex<Target>,
    pub home: Home,
}

/// What a dropped file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Nothing,
    Draft,
    Request(u32),
    /// The page looks at it first, such as at a policy before it is brought in.
    Page,
}

impl Target {
    /// As the page says it: nothing for the request half typed, -2 for itself, another negative number for "no files now".
    pub fn of_page(request: Option<i64>) -> Self {
        match request.map(u32::try_from) {
            None => Self::Draft,
            _ if request == Some(-2) => Self::Page,
            Some(Ok(id)) => Self::Request(id),
            Some(Err(_)) => Self::Nothing,
        }
    }
}

impl Desk {
    pub fn new(home: Home) -> Self {
        Self {
            app: Mutex::new(App::new()),
            place: Mutex::new(None),
            target: Mutex::new(Target::Nothing),
            home,
        }
    }

    /// A panic while the desk was held leaves it usable: the core changes its file in whole transactions only.
    pub fn app(&self) -> MutexGuard<'_, App> {
        held(&self.app)
    }

    pub fn place(&self) -> Option<PathBuf> {
        held(&self.place).clone()
    }

    pub fn set_place(&self, place: PathBuf) {
        *held(&self.place) = Some(place);
    }

    pub fn target(&self) -> Target {
        *held(&self.target)
    }

    pub fn set_target(&self, target: Target) {
        *held(&self.target) = target;
    }

    /// One command of the table, as it stands in JSON.
    pub fn call_json(&self, name: &str, args: Value) -> Result<Value, Refusal> {
        api::call(&mut self.app(), name, args, now())
    }

    /// One command of the table, with its own types.
    pub fn call<A: Serialize, R: DeserializeOwned>(
        &self,
        name: &str,
        args: A,
    ) -> Result<R, Refusal> {
        let args = serde_json::to_value(args).map_err(|e| refuse::broken(e.to_string()))?;
        serde_json::from_value(self.call_json(name, args)?)
            .map_err(|e| refuse::broken(e.to_string()))
    }
}

/// The moment of this call.
pub fn now() -> Now {
    Now::new(chrono::Utc::now())
}

/// Runs work on the desk away from the window's thread: a passphrase takes half a second, a dialog as long as the officer does.
pub async fn work<T, F>(handle: AppHandle, work: F) -> Result<T, Refusal>
where
    T: Send + 'static,
    F: FnOnce(&AppHandle, &Desk) -> Result<T, Refusal> + Send + 'static,
{
    let done = tauri::async_runtime::spawn_blocking(move || {
        let desk = handle.state::<Desk>();
        work(&handle, &desk)
    });
    match done.await {
        Ok(answer) => answer,
        Err(_) => Err(refuse::broken(
            "Rightsdesk stumbled over itself. Nothing was saved by this step; please try it again.",
        )),
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_its_drop_target() {
        assert_eq!(Target::of_page(None), Target::Draft);
        assert_eq!(Target::of_page(Some(7)), Target::Request(7));
        assert_eq!(Target::of_page(Some(-1)), Target::Nothing);
        assert_eq!(Target::of_page(Some(-2)), Target::Page);
        assert_eq!(Target::of_page(Some(i64::MAX)), Target::Nothing);
    }
}
