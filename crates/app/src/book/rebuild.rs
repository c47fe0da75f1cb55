//! `book.rebuild`: makes every projection anew from the journal.
use crate::App;
use crate::error::AppError;
use crate::event::Event;
use crate::jobs::JobStarted;
use crate::jobs::{Jobs, json};
use crate::request::Nothing;
use crate::write::within;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = Rebuilt;

/// What a rebuild came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Rebuilt {
    /// The digest of the projections: the same on every device with the same entries.
    pub digest: String,
}

pub(crate) fn run(app: &App, _input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    Jobs::start(app, "book.rebuild", move |app, progress| {
        progress.step("rebuilding", "records", None);
        let digest = within(|hold| {
            open.book
                .rebuild(&mut |done, total| hold.keep(progress.count(done, total)))
        })?;
        open.views.forget();
        app.tell(&Event::all_changed());
        json(&Rebuilt {
            digest: digest.to_string(),
        })
    })
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn a_rebuild_changes_nothing_in_a_sound_book() {
        let shop = Shop::open();
        let order = shop.placed(&shop.product("MUG", 1_000_000), 1_000);
        let before: Order = shop.call("orders.get", json!({ "id": order.head.id }));
        let done = shop.job("book.rebuild", json!({}));
        assert_eq!(done.state, crate::jobs::JobPhase::Done, "{:?}", done.error);
        let after: Order = shop.call("orders.get", json!({ "id": order.head.id }));
        assert_eq!(before, after);
    }
}
