//! The last net: a panic inside a verb becomes a `broken` error with the id of a report, and the
//! book stays usable. The report holds the place in the program, never what was being handled.
use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use crate::App;
use crate::error::AppError;

thread_local! {
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

static HOOK: Once = Once::new();

/// Runs a verb's work; a panic comes back as an error.
pub(crate) fn caught<T>(
    app: &App,
    verb: &str,
    work: impl FnOnce() -> Result<T, AppError>,
) -> Result<T, AppError> {
    remember_places();
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let place = PLACE
            .with(|place| place.borrow_mut().take())
            .unwrap_or_default();
        Err(app.report(verb, AppError::broken("internal"), &place))
    })
}

/// Keeps where a thread panicked, and then does what was done before.
fn remember_places() {
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let place = info.location().map(ToString::to_string).unwrap_or_default();
            let text = format!("{place}\n{}", Backtrace::force_capture());
            PLACE.with(|kept| *kept.borrow_mut() = Some(text));
            before(info);
        }));
    });
}
