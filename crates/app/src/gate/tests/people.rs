//! Who is at work, how they get there and how they leave.
use book::dto::*;
use serde_json::{Value, json};

use super::{Staff, cart, hire};
use crate::gate::Session;
use crate::testing::{NOON_MS, Shop};
use crate::{App, AppOptions};

#[test]
fn a_book_without_people_asks_nobody_anything() {
    let shop = Shop::open();
    let mug = shop.product("MUG", 10_000_000);
    let sold = cart(&mug, json!({ "unit_price_micro": 1_000_000 }));
    let sold: Order = shop.write("orders.sell", sold);
    assert_eq!(sold.timeline[0].actor, "owner");
    let session: Session = shop.call("people.session", json!({}));
    assert!(!session.guarded && session.permissions.len() == 17);
    // A cashier with a PIN alone guards nothing: there is nobody who could let others in.
    hire(&shop, "Mia", "cashier", "3333");
    let session: Session = shop.call("people.session", json!({}));
    assert!(!session.guarded);
}

#[test]
fn the_first_owner_with_a_pin_is_at_work_and_nobody_else_until_they_sign_in() {
    let shop = Shop::open();
    let owner = hire(&shop, "Olga", "owner", "1111");
    let session: Session = shop.call("people.session", json!({}));
    assert_eq!(session.person.map(|one| one.id), Some(owner));
    shop.call::<Session>("people.lock", json!({}));
    let ada = json!({ "name": "Ada", "request_id": shop.request() });
    assert_eq!(
        shop.refused("customers.create", ada.clone()).0,
        "sign_in_needed"
    );
    shop.call::<Session>("people.sign_in", json!({ "person": owner, "pin": "1111" }));
    shop.call::<Value>("customers.create", ada);
}

#[test]
fn entries_name_who_is_at_work_and_pages_say_what_the_shop_calls_them() {
    let staff = Staff::hired();
    let mug = staff.shop.product("MUG", 10_000_000);
    staff.at_the_till();
    let sold = staff.shop.sold(&mug, 1_000);
    assert_eq!(sold.timeline[0].actor, "Mia");
    staff.in_charge();
    let rename = json!({ "id": staff.cashier, "expected_version": 2, "name": "Mia B." });
    staff.shop.write::<Person>("people.amend", rename);
    let sold: Order = staff.shop.call("orders.get", json!({ "id": sold.head.id }));
    assert_eq!(sold.timeline[0].actor, "Mia B.");
    let verified = staff.shop.job("book.verify", json!({}));
    assert_eq!(verified.output.unwrap()["ok"], json!(true));
}

#[test]
fn no_answer_ever_holds_the_hash_of_a_pin() {
    let staff = Staff::hired();
    for (verb, input) in [
        ("people.list", json!({})),
        ("people.roles", json!({})),
        ("people.session", json!({})),
        ("people.audit", json!({ "offset": 0, "limit": 200 })),
    ] {
        let said = staff.shop.app.call(verb, input).unwrap().to_string();
        assert!(!said.contains("argon2"), "{verb}: {said}");
    }
}

#[test]
fn five_wrong_pins_cost_a_wait_that_a_restart_does_not_shorten() {
    let staff = Staff::hired();
    let wrong = json!({ "person": staff.cashier, "pin": "9999" });
    for _ in 0..5 {
        assert_eq!(
            staff.shop.refused("people.sign_in", wrong.clone()).0,
            "pin_wrong"
        );
    }
    let right = json!({ "person": staff.cashier, "pin": "3333" });
    let wait = (String::from("pin_wait"), Some(String::from("pin")));
    assert_eq!(staff.shop.refused("people.sign_in", right.clone()), wait);
    let again = staff.shop.restarted();
    let error = again.call("people.sign_in", right.clone()).unwrap_err();
    assert_eq!(
        (error.code.as_str(), error.detail.as_deref()),
        ("pin_wait", Some("30"))
    );
    // Others do not wait.
    again
        .call(
            "people.sign_in",
            json!({ "person": staff.owner, "pin": "1111" }),
        )
        .unwrap();
    staff.shop.clock.set(NOON_MS + 30_000);
    assert_eq!(
        again.call("people.sign_in", wrong).unwrap_err().code,
        "pin_wrong"
    );
    staff.shop.clock.set(NOON_MS + 60_000);
    let error = again.call("people.sign_in", right.clone()).unwrap_err();
    assert_eq!(error.detail.as_deref(), Some("30"));
    staff.shop.clock.set(NOON_MS + 90_000);
    again.call("people.sign_in", right).unwrap();
    let told: Vec<_> = staff
        .audit()
        .into_iter()
        .map(|row| (row.kind, row.wrong))
        .collect();
    let suspicious = |count| (String::from("audit.pin_refused"), Some(count));
    assert_eq!(told, [suspicious(6), suspicious(5)]);
}

#[test]
fn what_is_left_alone_for_too_long_locks_itself_and_a_hand_keeps_it_open() {
    let staff = Staff::hired();
    let lock = json!({ "expected_version": 1, "lock_after_min": 5 });
    staff.shop.write::<BookInfo>("book.amend", lock);
    staff.at_the_till();
    let after = |minutes: i64, active: bool| -> bool {
        staff.shop.clock.set(NOON_MS + minutes * 60_000);
        let input = json!({ "active": active });
        let session: Session = staff.shop.call("people.stay", input);
        session.person.is_some()
    };
    assert!(after(4, true) && after(8, false) && after(9, false));
    assert!(!after(10, true), "a hand came too late");
    let ada = json!({ "name": "Ada" });
    assert_eq!(staff.refused("customers.create", ada).0, "sign_in_needed");
}

#[test]
fn nobody_gives_more_than_they_have_and_the_last_owner_stays() {
    let staff = Staff::hired();
    let shop = &staff.shop;
    let roles: Roles = shop.call("people.roles", json!({}));
    let mut said = json!({ "expected_version": roles.version, "roles": roles.roles });
    said["roles"][1]["permissions"]
        .as_array_mut()
        .unwrap()
        .push(json!("manage_people"));
    let roles: Roles = shop.write("people.amend_roles", said);
    staff.sign_in(staff.supervisor, "2222");
    let code = |verb: &str, input: Value| staff.refused(verb, input).0;
    let friend = json!({ "name": "Friend", "role": "owner" });
    assert_eq!(code("people.create", friend), "beyond_own_role");
    let pin = json!({ "id": staff.owner, "expected_version": 2, "pin": "5555" });
    assert_eq!(code("people.set_pin", pin), "beyond_own_role");
    let mut more = json!({ "expected_version": roles.version, "roles": roles.roles });
    more["roles"][2]["permissions"] = json!(["change_settings"]);
    assert_eq!(code("people.amend_roles", more), "beyond_own_role");
    shop.write::<Person>("people.create", json!({ "name": "Ben", "role": "cashier" }));

    staff.in_charge();
    for patch in [json!({ "archived": true }), json!({ "role": "cashier" })] {
        let mut input = json!({ "id": staff.owner, "expected_version": 2 });
        input
            .as_object_mut()
            .unwrap()
            .extend(patch.as_object().unwrap().clone());
        assert_eq!(code("people.amend", input), "owner_needed");
    }
}

#[test]
fn whoever_left_is_not_at_work_any_more() {
    let staff = Staff::hired();
    staff.at_the_till();
    let gone = json!({ "id": staff.cashier, "expected_version": 2, "archived": true });
    let mut gone = gone;
    gone["approval"] = json!({ "person": staff.owner, "pin": "1111" });
    staff.shop.write::<Person>("people.amend", gone);
    assert_eq!(
        staff
            .refused("customers.create", json!({ "name": "Ada" }))
            .0,
        "sign_in_needed"
    );
    let right = json!({ "person": staff.cashier, "pin": "3333" });
    assert_eq!(
        staff.shop.refused("people.sign_in", right).0,
        "person_unknown"
    );
}

#[test]
fn a_script_acts_for_whoever_may_write_the_file() {
    let staff = Staff::hired();
    let script = App::new(AppOptions::scripted());
    let path = staff.shop.path("shop.counterbook");
    script.call("book.open", json!({ "path": path })).unwrap();
    let pin = json!({
        "id": staff.owner, "expected_version": 2, "pin": "7777", "request_id": staff.shop.request()
    });
    script.call("people.set_pin", pin).unwrap();
    staff.sign_in(staff.owner, "7777");
}
