//! Who may do what, from outside: every gate, approvals, waits and what the journal says of them.
use book::dto::*;
use serde_json::{Value, json};
use uuid::Uuid;

mod people;

use super::Session;
use crate::testing::Shop;

/// A shop with an owner, a supervisor and a cashier, whose PINs are 1111, 2222 and 3333.
struct Staff {
    shop: Shop,
    owner: Uuid,
    supervisor: Uuid,
    cashier: Uuid,
}

impl Staff {
    fn hired() -> Self {
        let shop = Shop::open();
        let owner = hire(&shop, "Olga", "owner", "1111");
        let supervisor = hire(&shop, "Sven", "supervisor", "2222");
        let cashier = hire(&shop, "Mia", "cashier", "3333");
        Self {
            shop,
            owner,
            supervisor,
            cashier,
        }
    }

    fn sign_in(&self, person: Uuid, pin: &str) -> Session {
        let input = json!({ "person": person, "pin": pin });
        self.shop.call("people.sign_in", input)
    }

    fn at_the_till(&self) {
        self.sign_in(self.cashier, "3333");
    }

    fn in_charge(&self) {
        self.sign_in(self.owner, "1111");
    }

    /// The code and the detail of a refusal.
    fn refused(&self, verb: &str, mut input: Value) -> (String, String) {
        let reads = crate::verb(verb).map(|verb| verb.kind) == Some(crate::VerbKind::Read);
        if input.get("request_id").is_none() && !reads {
            input["request_id"] = json!(self.shop.request());
        }
        let error = self.shop.app.call(verb, input).expect_err("it is refused");
        (error.code, error.detail.unwrap_or_default())
    }

    fn needs(&self, verb: &str, input: Value, permission: &str) {
        let expected = ("permission_needed".to_owned(), permission.to_owned());
        assert_eq!(self.refused(verb, input), expected, "{verb}");
    }

    fn approval(&self, mut input: Value) -> Value {
        input["approval"] = json!({ "person": self.supervisor, "pin": "2222" });
        input
    }

    fn audit(&self) -> Vec<AuditRow> {
        self.in_charge();
        let asked = json!({ "offset": 0, "limit": 200 });
        self.shop.call::<Page<AuditRow>>("people.audit", asked).rows
    }
}

fn hire(shop: &Shop, name: &str, role: &str, pin: &str) -> Uuid {
    let person: Person = shop.write("people.create", json!({ "name": name, "role": role }));
    let pin = json!({ "id": person.id, "expected_version": 1, "pin": pin });
    let person: Person = shop.write("people.set_pin", pin);
    assert!(person.has_pin);
    person.id
}

fn cart(product: &Product, more: Value) -> Value {
    let mut line = json!({ "product": product.row.id, "quantity_milli": 1_000 });
    line.as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    json!({ "channel": "counter", "method": "card", "lines": [line] })
}

#[test]
fn every_gate_is_shut_for_a_cashier() {
    let staff = Staff::hired();
    let shop = &staff.shop;
    let mug = shop.product("MUG", 10_000_000);
    let sold = shop.sold(&mug, 1_000);
    let placed = shop.placed(&mug, 1_000);
    let draft = json!({ "channel": "counter", "lines": [] });
    let draft: Order = shop.write("orders.draft", draft);
    let till: TillReport = shop.write("till.open", json!({ "float_minor": 1_000 }));
    let till = |more: Value| {
        let mut input = json!({ "id": till.id, "expected_version": till.version });
        input
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        input
    };
    staff.at_the_till();
    let refund = json!({ "method": "card", "amount_minor": 100 });
    staff.needs("orders.refund", shop.change(&sold, refund), "refund");
    staff.needs("orders.cancel", shop.change(&placed, json!({})), "cancel");
    staff.needs("orders.discard", shop.change(&draft, json!({})), "cancel");
    staff.needs("receipts.drawer", json!({}), "open_drawer");
    staff.needs("orders.void", json!({ "total_minor": 100 }), "cancel");
    let out = till(json!({ "way": "out", "amount_minor": 1, "reason": "Milk" }));
    staff.needs("till.cash", out, "cash_in_out");
    let found = json!({ "product": mug.row.id, "quantity_milli": 1, "reason": "found" });
    staff.needs("stock.adjust", found, "adjust_stock");
    let name = json!({ "expected_version": 1, "name": "Mine" });
    staff.needs("book.amend", name, "change_settings");
    let friend = json!({ "name": "Friend", "role": "owner" });
    staff.needs("people.create", friend, "manage_people");
    let cheap = json!({ "id": mug.row.id, "expected_version": 2, "unit_price_micro": 1 });
    staff.needs("products.amend", cheap, "change_catalogue");
    let report = json!({ "report": "sales-by-day", "from": "2026-11-01", "to": "2026-11-30" });
    staff.needs("reports.run", report, "reports");
    let cheap = cart(&mug, json!({ "unit_price_micro": 9_000_000 }));
    staff.needs("orders.sell", cheap.clone(), "price_override");
    staff.needs("orders.place", without_method(cheap), "price_override");
    let off = cart(&mug, json!({ "discount_ppm": 60_000 }));
    staff.needs("orders.sell", off, "discount_over_limit");
    // A cashier counts the drawer.
    shop.write::<TillReport>("till.close", till(json!({ "counts": [] })));
}

fn without_method(mut cart: Value) -> Value {
    cart.as_object_mut().unwrap().remove("method");
    cart
}

#[test]
fn what_the_role_allows_needs_nobody() {
    let staff = Staff::hired();
    let mug = staff.shop.product("MUG", 10_000_000);
    staff.at_the_till();
    for more in [
        json!({ "unit_price_micro": 10_000_000 }),
        json!({ "discount_ppm": 50_000 }),
        json!({ "discount_minor": 50 }),
    ] {
        staff.shop.write::<Order>("orders.sell", cart(&mug, more));
    }
    let mut whole = cart(&mug, json!({ "discount_ppm": 30_000 }));
    whole["discount_ppm"] = json!(30_000);
    staff.needs("orders.sell", whole, "discount_over_limit");
}

#[test]
fn an_exchange_that_gives_money_back_needs_what_a_refund_needs() {
    let staff = Staff::hired();
    let shop = &staff.shop;
    let (mug, cup) = (
        shop.product("MUG", 10_000_000),
        shop.product("CUP", 4_000_000),
    );
    let sold = shop.sold(&mug, 1_000);
    staff.at_the_till();
    let swap = json!({
        "back": [{ "line": 1, "restocked_milli": 1_000 }],
        "lines": [{ "product": cup.row.id, "quantity_milli": 1_000 }],
        "method": "cash", "handed_over": true
    });
    let swap = shop.change(&sold, swap);
    staff.needs("orders.swap", swap.clone(), "refund");
    let done: Order = shop.write("orders.swap", staff.approval(swap));
    assert_eq!(done.due_minor, 0);
}

#[test]
fn an_approval_lets_the_same_request_pass_and_both_are_in_the_journal() {
    let staff = Staff::hired();
    let shop = &staff.shop;
    let mug = shop.product("MUG", 10_000_000);
    staff.at_the_till();
    let mut cheap = cart(
        &mug,
        json!({ "unit_price_micro": 9_000_000, "discount_ppm": 100_000 }),
    );
    cheap["request_id"] = json!(shop.request());
    let both = "price_override,discount_over_limit";
    staff.needs("orders.sell", cheap.clone(), both);
    let approved = staff.approval(cheap);
    let sold: Value = shop.call("orders.sell", approved.clone());
    assert_eq!(sold["output"]["total_minor"], json!(810));
    // Sent again, it is the same sale, and nothing is approved twice.
    let again: Value = shop.call("orders.sell", approved);
    assert_eq!(again["output"]["number"], sold["output"]["number"]);

    let rows = staff.audit();
    let told: Vec<_> = rows
        .iter()
        .map(|row| (row.kind.as_str(), row.actor.as_str()))
        .collect();
    assert_eq!(told, [("audit.approved", "Mia"), ("audit.refused", "Mia")]);
    assert_eq!(rows[0].person.as_deref(), Some("Sven"));
    assert_eq!(rows[0].number.as_deref(), sold["output"]["number"].as_str());
    let words = [Permission::PriceOverride, Permission::DiscountOverLimit];
    assert!(rows.iter().all(|row| row.permissions == words));
    let verified = shop.job("book.verify", json!({}));
    assert_eq!(verified.output.unwrap()["ok"], json!(true));
    let rebuilt = shop.job("book.rebuild", json!({}));
    assert!(rebuilt.error.is_none(), "{:?}", rebuilt.error);
    assert_eq!(staff.audit(), rows);
}

#[test]
fn what_was_approved_once_is_not_asked_for_again_but_more_of_it_is() {
    let staff = Staff::hired();
    let shop = &staff.shop;
    let mug = shop.product("MUG", 10_000_000);
    staff.at_the_till();
    let cheap = json!({ "unit_price_micro": 8_000_000 });
    let draft: Order = shop.write("orders.draft", without_method(cart(&mug, cheap)));
    let until = shop.change(&draft, json!({ "valid_until": "2026-12-31" }));
    staff.needs("orders.quote", until.clone(), "price_override");
    let quoted: Order = shop.write("orders.quote", staff.approval(until));
    let placed: Order = shop.write("orders.place", shop.change(&quoted, json!({})));
    let line = |more: Value| {
        let mut line = json!({ "line": 1, "quantity_milli": 2_000 });
        line.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        json!({ "lines": [line] })
    };
    let more: Order = shop.write("orders.edit", shop.change(&placed, line(json!({}))));
    let off = shop.change(&more, line(json!({ "discount_ppm": 200_000 })));
    staff.needs("orders.edit", off, "discount_over_limit");
    let cheaper = shop.change(&more, line(json!({ "unit_price_micro": 7_000_000 })));
    staff.needs("orders.edit", cheaper, "price_override");
}

#[test]
fn a_trial_tells_what_it_would_need_and_writes_nothing_down() {
    let staff = Staff::hired();
    let mug = staff.shop.product("MUG", 10_000_000);
    staff.at_the_till();
    let mut cheap = cart(&mug, json!({ "unit_price_micro": 9_000_000 }));
    (cheap["request_id"], cheap["dry_run"]) = (json!(staff.shop.request()), json!(true));
    let tried: Value = staff.shop.call("orders.sell", cheap.clone());
    assert_eq!(tried["needs"], json!(["price_override"]));
    let tried: Value = staff.shop.call("orders.sell", staff.approval(cheap));
    assert_eq!(tried["needs"], json!([]));
    assert!(staff.audit().is_empty());
}

#[test]
fn nobody_approves_what_they_may_not_do_themselves() {
    let staff = Staff::hired();
    staff.at_the_till();
    let mut name = json!({ "expected_version": 1, "name": "Mine" });
    staff.needs(
        "book.amend",
        staff.approval(name.clone()),
        "change_settings",
    );
    name["approval"] = json!({ "person": staff.owner, "pin": "1111" });
    staff.shop.write::<BookInfo>("book.amend", name);
    let wrong = json!({ "approval": { "person": staff.owner, "pin": "0000" } });
    let error = staff.shop.app.call("receipts.drawer", wrong).unwrap_err();
    assert_eq!(
        (error.code.as_str(), error.field.as_deref()),
        ("pin_wrong", Some("approval.pin"))
    );
}

#[test]
fn a_drawer_opened_without_a_sale_and_a_cart_thrown_away_are_in_the_journal_whoever_did_it() {
    let staff = Staff::hired();
    let printer = json!({ "printer": { "kind": "text", "address": "nowhere.txt" } });
    staff
        .shop
        .app
        .call("book.keep", json!({ "settings": printer }))
        .unwrap();
    staff.at_the_till();
    let own = staff
        .shop
        .app
        .call("receipts.drawer", staff.approval(json!({})));
    staff.sign_in(staff.supervisor, "2222");
    let approved = staff.shop.app.call("receipts.drawer", json!({}));
    staff
        .shop
        .call::<Value>("orders.void", json!({ "total_minor": 1_250 }));
    let rows = staff.audit();
    assert_eq!(
        (rows[0].verb.as_deref(), rows[0].amount_minor),
        (Some("orders.void"), Some(1_250))
    );
    let kinds: Vec<_> = rows[1..].iter().map(|row| row.kind.as_str()).collect();
    match (own, approved) {
        (Ok(_), Ok(_)) => assert_eq!(kinds, ["audit.done", "audit.approved"]),
        // Without a printer there is no drawer, and nothing was done.
        (own, approved) => panic!("{own:?} {approved:?}"),
    }
}

#[test]
fn goods_that_nothing_shows_to_be_bought_here_are_taken_in_with_an_approval() {
    let staff = Staff::hired();
    let mug = staff.shop.product("MUG", 10_000_000);
    staff.at_the_till();
    let line = json!({ "product": mug.row.id, "quantity_milli": 1_000 });
    let goods = json!({ "lines": [line], "reason": "No receipt", "method": "other" });
    staff.needs("orders.take_in", goods.clone(), "refund_without_receipt");
    let taken: Order = staff.shop.write("orders.take_in", staff.approval(goods));
    assert_eq!(taken.head.total_minor, -1_000);
}
