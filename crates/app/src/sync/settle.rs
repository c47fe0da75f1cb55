//! `sync.settle`: something in quarantine is taken in after all, or thrown away.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{SyncStatus, real_book, status};
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;

/// What becomes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SyncSettle {
    /// Its number in quarantine.
    pub no: i64,
    /// What it says is said again in this device's name; otherwise it is thrown away.
    pub accept: bool,
}

/// What it takes.
pub type Input = SyncSettle;
/// What it gives.
pub type Output = SyncStatus;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = real_book(app)?;
    let found = open.book.put_aside(input.no)?;
    let found = found.ok_or_else(|| AppError::at("no", "quarantine_unknown"))?;
    if input.accept && found.entry.is_none() {
        return Err(AppError::conflict("entry_unreadable").in_field("no"));
    }
    if open.book.settle_aside(input.no, input.accept)? {
        open.views.forget();
        app.tell_foreign(&open);
    }
    status::run(app, Nothing {})
}

#[cfg(test)]
mod tests {
    use book::Arrival;
    use domain::{DeviceId, Entry};
    use serde_json::{Value, json};
    use uuid::Uuid;

    use crate::testing::Shop;

    /// An order that another device wrote, under a name that somebody else has, too.
    fn forked(shop: &Shop) -> (Uuid, Value) {
        let mug = shop.product("MUG", 1_000_000);
        let order = shop.placed(&mug, 1_000);
        let open = shop.app.book().unwrap();
        let subject = domain::Subject::new(domain::SubjectKind::Order, order.head.id);
        let said = open.book.read(|read| read.entries_about(subject)).unwrap();
        let other = |id: u128, request: u128| {
            let mut entry = said[0].clone();
            entry.device = DeviceId(Uuid::from_u128(0xd1));
            entry.seq = 1;
            entry.prev_hash = [0; 32];
            entry.subject.id = Uuid::from_u128(id);
            entry.request_id = domain::RequestId(Uuid::from_u128(request));
            entry.hash = entry.computed_hash();
            entry
        };
        let mut both = [other(0xa, 0xa1), other(0xb, 0xb1)];
        both.sort_by_key(|entry| entry.hash);
        for entry in both.clone() {
            take(shop, entry);
        }
        let status: Value = shop.call("sync.status", json!({}));
        (both[1].subject.id, status["quarantine"][0].clone())
    }

    fn take(shop: &Shop, entry: Entry) {
        let arrival = Arrival {
            place: "stick",
            entries: vec![entry],
            ..Arrival::default()
        };
        shop.app.book().unwrap().book.receive_from(arrival).unwrap();
    }

    #[test]
    fn what_lost_its_place_is_taken_in_under_the_own_name_or_thrown_away() {
        let shop = Shop::open();
        let (lost, aside) = forked(&shop);
        assert_eq!(
            (&aside["reason"], &aside["can_accept"], &aside["kind"]),
            (&json!("forked"), &json!(true), &json!("order.placed"))
        );
        assert_eq!(
            shop.refused("orders.get", json!({ "id": lost })).0,
            "order_unknown"
        );
        let accept = json!({ "no": aside["no"], "accept": true });
        let status: Value = shop.call("sync.settle", accept.clone());
        assert_eq!(status["quarantine"], json!([]));
        let order: Value = shop.call("orders.get", json!({ "id": lost }));
        assert_eq!(order["lines"][0]["sku"], "MUG");
        assert_eq!(shop.refused("sync.settle", accept).0, "quarantine_unknown");
        let verified = shop.job("book.verify", json!({})).output.unwrap();
        assert_eq!(verified["ok"], true, "{verified}");
    }

    #[test]
    fn what_is_in_the_book_already_is_not_said_twice_and_what_is_unreadable_not_at_all() {
        let shop = Shop::open();
        let (lost, aside) = forked(&shop);
        let accept = json!({ "no": aside["no"], "accept": true });
        shop.call::<Value>("sync.settle", accept);
        let open = shop.app.book().unwrap();
        let entries = || {
            let subject = domain::Subject::new(domain::SubjectKind::Order, lost);
            open.book.read(|read| read.entries_about(subject)).unwrap()
        };
        let mut again = entries()[0].clone();
        again.device = DeviceId(Uuid::from_u128(0xd1));
        again.seq = 1;
        again.prev_hash = [0; 32];
        again.hash = again.computed_hash();
        take(&shop, again);
        let status: Value = shop.call("sync.status", json!({}));
        let known = &status["quarantine"][0];
        assert_eq!(known["is_known"], json!(true), "{status}");
        shop.call::<Value>("sync.settle", json!({ "no": known["no"], "accept": true }));
        assert_eq!(entries().len(), 1);
        open.book
            .quarantine_bytes(("stick", 0), 7, b"spoon")
            .unwrap();
        let status: Value = shop.call("sync.status", json!({}));
        let no = &status["quarantine"][0]["no"];
        let refused = shop.refused("sync.settle", json!({ "no": no, "accept": true }));
        assert_eq!(refused, ("entry_unreadable".into(), Some("no".into())));
        let status: Value = shop.call("sync.settle", json!({ "no": no, "accept": false }));
        assert_eq!(status["quarantine"], json!([]));
    }
}
