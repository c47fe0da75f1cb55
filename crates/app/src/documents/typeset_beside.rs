//! Issuing what a template of the shop's own may take seconds to typeset: the book is not held for
//! it. What the document says is found out by a trial that is taken back; it is typeset beside the
//! book; and it is issued if it still says the same, else once more from the beginning.
use std::cell::{Cell, RefCell};

use book::{Read, Tx};
use documents::{Kind, Pdf, Template};
use serde_json::Value;
use uuid::Uuid;

use super::issue::digest;
use super::made::Kept;
use super::preview::refused;
use crate::App;
use crate::error::AppError;
use crate::face::Face;
use crate::request::{Change, Written};

/// So often it is typeset anew, because another writer was faster.
const TRIES: usize = 5;

/// A document that is about to be issued.
pub(super) struct Saying {
    /// What it says, as it is kept.
    pub kept: Kept,
    /// The same as text: what is typeset with the same words is the same file.
    pub words: Value,
    /// What it is.
    pub kind: Kind,
    /// What it is typeset with; its digest is among the words.
    pub template: Template,
    /// What the file carries.
    pub how: Pdf,
    /// Its number.
    pub number: String,
}

/// Issues a document: `say` tells what it says now, `keep` appends it with the file's digest.
pub(super) fn issue<T: Face>(
    app: &App,
    change: Change,
    say: impl Fn(&mut Tx<'_>) -> Result<Saying, AppError>,
    keep: impl Fn(&mut Tx<'_>, &Saying, String) -> Result<(), AppError>,
    face: impl Fn(Read<'_>, Uuid) -> Result<T, AppError>,
) -> Result<Written<T>, AppError> {
    let trial = Change {
        dry_run: Some(true),
        ..change
    };
    let mut tries = 1;
    loop {
        let said = RefCell::new(None);
        let tried = app.write(
            trial,
            |tx| {
                let saying = say(tx)?;
                keep(tx, &saying, String::new())?;
                said.replace(Some(saying));
                Ok(change.id)
            },
            &face,
        )?;
        // It was carried out before.
        let Some(before) = said.take() else {
            return Ok(tried);
        };
        let sha256 = typeset(app, &before)?;
        let moved = Cell::new(false);
        let written = app.write(
            change,
            |tx| {
                let saying = say(tx)?;
                if saying.words != before.words {
                    moved.set(true);
                    return Err(AppError::conflict("version_conflict"));
                }
                keep(tx, &saying, sha256.clone())?;
                Ok(change.id)
            },
            &face,
        );
        if !moved.get() || tries == TRIES {
            return written;
        }
        tries += 1;
    }
}

/// The digest of the file.
fn typeset(app: &App, saying: &Saying) -> Result<String, AppError> {
    let typesetter = app.typesetter();
    let file = typesetter.pdf(&saying.template, &saying.kept.content, &saying.how);
    let file = file.map_err(|error| refused(error, saying.kind))?;
    Ok(digest(&file))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::{Duration, Instant};

    use book::dto::Order;
    use serde_json::json;

    use crate::documents::papers::DocumentPapers;
    use crate::testing::Shop;

    /// Ends for the sample, and never for the first invoice.
    const ENDLESS: &str = "#let said = json(\"content.json\")\n\
        #if said.number == \"I-A-000001\" { for a in range(100000) { for b in range(100000) { \
        for c in range(100000) { if a + b + c < 0 [x] } } } }\n#said.number";

    #[test]
    fn a_template_without_end_keeps_nobody_else_from_writing() {
        let shop = Shop::open();
        let papers = json!({ "expected_version": 1,
            "templates": [{ "kind": "invoice", "source": ENDLESS }] });
        shop.write::<DocumentPapers>("documents.amend_papers", papers);
        let mug = shop.product("MUG", 1_000_000);
        let order = shop.placed(&mug, 1_000);
        let issue = shop.change(&order, json!({ "kind": "invoice" }));
        let (began, begun) = mpsc::channel();
        std::thread::scope(|scope| {
            let issuing = scope.spawn(|| {
                began.send(()).unwrap();
                shop.try_call::<serde_json::Value>("documents.issue", {
                    let mut issue = issue;
                    issue["request_id"] = json!(shop.request());
                    issue
                })
            });
            begun.recv().unwrap();
            std::thread::sleep(Duration::from_millis(300));
            let asked = Instant::now();
            shop.placed(&mug, 1_000);
            assert!(asked.elapsed() < Duration::from_secs(3));
            assert!(!issuing.is_finished(), "it is still being typeset");
            let refused = issuing.join().unwrap().unwrap_err();
            assert_eq!(refused.code, "template_over_time");
        });
        let now: Order = shop.call("orders.get", json!({ "id": order.head.id }));
        assert!(now.documents.is_empty());
    }
}
