//! The way of every write verb: one transaction, the record's new face out of that transaction,
//! and one event that names what was touched.
use std::cell::Cell;

use ::book::dto::{RecordKind, Touched};
use ::book::{Act, Outcome, Read, Tx, journal};
use domain::{RequestId, Subject, SubjectKind};
use uuid::Uuid;

use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::event::{Changed, Event};
use crate::face::{Face, touch};
use crate::panics::caught;
use crate::request::{Change, Request, Written};
use crate::shares;

/// What a write is called with: the request, and what it is about.
#[derive(Clone, Copy)]
pub(crate) struct Call {
    request: Request,
    /// The record that it changes; `None` when it makes one.
    record: Option<Uuid>,
    /// What its entry is about, when that is not what it shows.
    kind: Option<SubjectKind>,
    /// It may be the first about its record or not.
    first: bool,
    /// It tells what is there, and takes nothing of a share.
    finds: bool,
}

impl Call {
    /// A write that changes a record.
    pub(crate) fn about(request: Request, record: Uuid) -> Self {
        Self {
            record: Some(record),
            ..request.into()
        }
    }

    /// A write that makes a record of another kind than it shows.
    pub(crate) fn making(request: Request, kind: SubjectKind) -> Self {
        Self {
            kind: Some(kind),
            ..request.into()
        }
    }

    /// A write about a record that every device finds by itself, be there anything of it or not.
    pub(crate) fn within(request: Request, record: Uuid) -> Self {
        Self {
            first: true,
            ..Self::about(request, record)
        }
    }

    /// The same write, of somebody who found out what is there.
    pub(crate) fn finding(self) -> Self {
        Self {
            finds: true,
            ..self
        }
    }

    /// Whether what a request did before is what this call would do: it made, or changed, this
    /// kind of record, and this very one where it is known.
    fn is_repeat_of(&self, kind: SubjectKind, before: Subject, made: bool) -> bool {
        before.kind == self.kind.unwrap_or(kind)
            && self.record.is_none_or(|record| record == before.id)
            && (self.first || made == self.record.is_none())
    }
}

impl From<Request> for Call {
    fn from(request: Request) -> Self {
        Self {
            request,
            record: None,
            kind: None,
            first: false,
            finds: false,
        }
    }
}

impl From<Change> for Call {
    fn from(change: Change) -> Self {
        Self::about(change.request(), change.id)
    }
}

impl App {
    /// Carries out a write. `run` appends and returns the record's id; `face` reads the record,
    /// in the same transaction, or later when the request is a repeat.
    pub(crate) fn write<T: Face>(
        &self,
        call: impl Into<Call>,
        run: impl FnOnce(&mut Tx<'_>) -> Result<Uuid, AppError>,
        face: impl Fn(Read<'_>, Uuid) -> Result<T, AppError>,
    ) -> Result<Written<T>, AppError> {
        let open = self.book()?;
        let call = call.into();
        let act = self.act(call.request);
        let grown = Cell::new((0, 0));
        let outcome = carry_out(self, &open, &act, |tx| {
            let id = run(tx)?;
            self.append_approval(tx, Subject::new(call.kind.unwrap_or(T::KIND), id))?;
            tx.settle()?;
            let output = face(tx.read(), id)?;
            if !call.finds {
                shares::draw(self, &open, tx, &output)?;
            }
            grown.set((tx.began_pos(), journal::last_pos(tx.read().conn)?));
            let bundles = bundles(tx.read(), &output)?;
            Ok((output, bundles))
        })?;
        let ((output, bundles), touched) = match outcome {
            Outcome::Done { output, touched } => (output, touched),
            Outcome::Repeated { subjects } => {
                let id = repeated::<T>(&open, &call, subjects.first())?;
                return self.written_before(&open, id, face);
            }
        };
        let mut touched: Vec<Touched> = touched.iter().map(touch).collect();
        touched.extend(output.beside());
        touched.extend(bundles);
        touched.sort_unstable();
        touched.dedup();
        if !act.dry_run {
            let (from, to) = grown.get();
            let all = open.grew(from, to);
            self.tell(&Event::Changed(Changed {
                all,
                touched: touched.clone(),
            }));
        }
        Ok(Written {
            output,
            touched,
            dry_run: act.dry_run,
            needs: self
                .caller()
                .missing()
                .into_iter()
                .map(::book::permission)
                .collect(),
        })
    }

    /// The circumstances of a write, now.
    pub(crate) fn act(&self, request: Request) -> Act {
        let at_ms = self.now_ms();
        Act {
            actor: self.actor(),
            request_id: RequestId(request.request_id),
            at_ms,
            offset_min: self.offset_min(at_ms),
            dry_run: request.dry_run.unwrap_or(false),
        }
    }

    fn written_before<T>(
        &self,
        open: &OpenBook,
        id: Uuid,
        face: impl Fn(Read<'_>, Uuid) -> Result<T, AppError>,
    ) -> Result<Written<T>, AppError> {
        let output = within(|hold| open.book.read_rows(|read| hold.keep(face(read, id))))?;
        Ok(Written {
            output,
            touched: Vec::new(),
            dry_run: false,
            needs: Vec::new(),
        })
    }
}

/// The bundles whose stock is that of goods which a write moved.
fn bundles<T: Face>(read: Read<'_>, output: &T) -> Result<Vec<Touched>, AppError> {
    let products = output.beside().into_iter();
    let products = products.filter(|one| one.kind == RecordKind::Product);
    let products: Vec<Uuid> = products.map(|one| one.id).collect();
    let bundles = read.bundles_with(&products)?.into_iter();
    Ok(bundles.map(crate::face::product).collect())
}

/// The record of a request that was carried out before; a request is never answered with what
/// another verb did under its id, or with another record.
fn repeated<T: Face>(
    open: &OpenBook,
    call: &Call,
    before: Option<&Subject>,
) -> Result<Uuid, AppError> {
    let reused = || AppError::conflict("request_reused").in_field("request_id");
    let before = *before.ok_or_else(reused)?;
    let entries = open.book.read(|read| read.entries_about(before))?;
    let request = RequestId(call.request.request_id);
    let made = entries
        .first()
        .is_some_and(|entry| entry.request_id == request);
    let fits = call.is_repeat_of(T::KIND, before, made);
    fits.then_some(before.id).ok_or_else(reused)
}

/// Runs a transaction whose work fails with the boundary's own error.
pub(crate) fn carry_out<T>(
    app: &App,
    open: &OpenBook,
    act: &Act,
    run: impl FnOnce(&mut Tx<'_>) -> Result<T, AppError>,
) -> Result<Outcome<T>, AppError> {
    // A panic is caught inside the transaction, so that the book takes it back in good order.
    within(|hold| {
        open.book
            .write(act, |tx| hold.keep(caught(app, "write", || run(tx))))
    })
}

/// Holds the boundary's error while the book's own error undoes the work.
#[derive(Default)]
pub(crate) struct Hold(Cell<Option<AppError>>);

impl Hold {
    /// Passes a success on; keeps a failure, and fails with a stand-in.
    pub(crate) fn keep<T>(&self, result: Result<T, AppError>) -> ::book::Result<T> {
        result.map_err(|error| {
            self.0.set(Some(error));
            ::book::BookError::Cancelled
        })
    }
}

/// Runs work on the book whose inner failures are the boundary's own.
pub(crate) fn within<T>(work: impl FnOnce(&Hold) -> ::book::Result<T>) -> Result<T, AppError> {
    let hold = Hold::default();
    let result = work(&hold);
    match hold.0.take() {
        Some(error) => Err(error),
        None => Ok(result?),
    }
}

#[cfg(test)]
mod tests {
    use book::dto::{Customer, Order, Product};
    use serde_json::{Value, json};

    use crate::testing::Shop;

    /// A call under a request that something else was done by.
    fn is_reused(shop: &Shop, verb: &str, input: &Value, request: &Value) {
        let mut input = input.clone();
        input["request_id"] = request.clone();
        let refused = shop.refused(verb, input);
        let expected = ("request_reused".to_owned(), Some("request_id".to_owned()));
        assert_eq!(refused, expected, "{verb}");
    }

    #[test]
    fn a_request_of_another_verb_or_another_record_is_a_conflict_and_changes_nothing() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let (one, two) = (shop.placed(&mug, 1_000), shop.placed(&mug, 1_000));
        let request = json!(shop.request());
        let ada = json!({ "name": "Ada" });
        let mut first = ada.clone();
        first["request_id"] = request.clone();
        let _: Value = shop.call("customers.create", first.clone());
        let pay = json!({ "method": "cash", "amount_minor": 100 });
        let goods = json!({ "sku": "CUP", "title": "Cup", "unit_price_micro": 1 });
        let found = json!({ "product": mug.row.id, "quantity_milli": 1, "reason": "found" });
        let lines = json!([{ "product": mug.row.id, "quantity_milli": 1_000 }]);
        let sale = json!({ "channel": "counter", "lines": lines });
        is_reused(
            &shop,
            "orders.pay",
            &shop.change(&one, pay.clone()),
            &request,
        );
        is_reused(&shop, "orders.place", &sale, &request);
        is_reused(&shop, "products.create", &goods, &request);
        is_reused(&shop, "stock.adjust", &found, &request);
        let change = json!({ "expected_version": 1, "name": "Shop" });
        is_reused(&shop, "book.amend", &change, &request);

        let paying = json!(shop.request());
        let mut paid = shop.change(&one, pay.clone());
        paid["request_id"] = paying.clone();
        let once: Value = shop.call("orders.pay", paid.clone());
        let twice: Value = shop.call("orders.pay", paid);
        assert_eq!(once["output"], twice["output"]);
        is_reused(&shop, "orders.pay", &shop.change(&two, pay), &paying);
        is_reused(&shop, "orders.place", &sale, &paying);
        let after: Order = shop.call("orders.get", json!({ "id": two.head.id }));
        assert_eq!(after.head.paid_minor, 0);
    }

    #[test]
    fn a_repeat_is_answered_with_the_record_whatever_its_verb() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let repeat = |verb: &str, mut input: Value| {
            input["request_id"] = json!(shop.request());
            let once: Value = shop.call(verb, input.clone());
            let twice: Value = shop.call(verb, input);
            assert_eq!(once["output"], twice["output"], "{verb}");
            once["output"].clone()
        };
        let id = mug.row.id;
        let found = json!({ "product": id, "quantity_milli": 1, "reason": "found" });
        repeat("stock.adjust", found);
        let product: Product = shop.call("products.get", json!({ "id": id }));
        let change = json!({ "id": id, "expected_version": product.row.version, "title": "Cup" });
        repeat("products.amend", change);
        let draft = json!({
            "channel": "web", "lines": [{ "product": id, "quantity_milli": 1_000 }]
        });
        let draft: Order = serde_json::from_value(repeat("orders.draft", draft)).unwrap();
        repeat("orders.place", shop.change(&draft, json!({})));
        let ada = repeat("customers.create", json!({ "name": "Ada" }));
        let ada: Customer = serde_json::from_value(ada).unwrap();
        let change = json!({ "id": ada.row.id, "expected_version": ada.row.version });
        repeat("customers.erase", change);
    }

    #[test]
    fn a_repeated_change_of_the_settings_is_no_change() {
        let shop = Shop::open();
        let info: Value = shop.call("book.info", json!({}));
        let input = json!({
            "expected_version": info["version"], "name": "Corner", "request_id": shop.request()
        });
        let versions = [(); 2].map(|()| {
            let written: Value = shop.call("book.amend", input.clone());
            written["output"]["version"].clone()
        });
        assert_eq!(versions[0], versions[1]);
    }
}
