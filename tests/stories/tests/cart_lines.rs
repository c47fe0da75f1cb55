//! What leaves a cart: where a role may not take lines out, somebody who may is asked, and it is
//! written down. What was approved of a sale stands in the history of its order.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use stories::{MUG, Shop, Window};

/// A shop with an owner and a cashier who may not take lines out of a cart.
fn shop() -> Result<Shop> {
    let shop = Shop::with_mugs(10_000_000)?;
    let roles = shop.call("people.roles", &json!({}))?;
    let mut kept = roles["roles"].as_array().cloned().context("the roles")?;
    for role in kept.iter_mut().filter(|role| role["role"] == "cashier") {
        let may = role["permissions"].as_array_mut().context("permissions")?;
        ensure!(
            may.contains(&json!("void_line")),
            "it is anybody's at first"
        );
        may.retain(|one| one != "void_line");
    }
    let roles = json!({ "expected_version": roles["version"], "roles": kept });
    shop.write("people.amend_roles", roles)?;
    hire(&shop, "Olga", "owner", "1111")?;
    hire(&shop, "Mia", "cashier", "3333")?;
    Ok(shop)
}

fn hire(shop: &Shop, name: &str, role: &str, pin: &str) -> Result<()> {
    let person = shop.write("people.create", json!({ "name": name, "role": role }))?;
    let (id, version) = (&person["id"], &person["version"]);
    let pin = json!({ "id": id, "expected_version": version, "pin": pin });
    shop.write("people.set_pin", pin).map(drop)
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_line_leaves_the_cart_by_approval_and_the_sale_tells_who_approved_its_price() -> Result<()> {
    let shop = shop()?;
    let window = shop.window()?;
    window.find("dialog", "Locked")?;
    choose(&window, "Mia", "3333")?;
    take_a_line_out(&window)?;
    sell_below_the_price(&window)?;
    read_the_history(&window)?;
    let rows = shop.call("people.audit", &json!({ "offset": 0, "limit": 10 }))?;
    let rows = rows["rows"].as_array().context("the audit")?;
    let voided: Vec<&Value> = rows
        .iter()
        .filter(|row| row["verb"] == "orders.void_line" && row["kind"] == "audit.approved")
        .collect();
    ensure!(
        voided.len() == 2,
        "one line went, one became less: {rows:?}"
    );
    ensure!(voided[0]["amount_minor"] == 2_000, "{}", voided[0]);
    window.end()
}

fn take_a_line_out(window: &Window) -> Result<()> {
    window.press("g s")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.keys().scan(MUG)?;
    window.wait_for_text("10.00")?;
    window.press("Delete")?;
    window.find("dialog", "An approval is needed")?;
    window.wait_for_text("take lines out of a cart")?;
    window.check_accessibility("asking for a line")?;
    window.keep_picture("void-line")?;
    window.press("Escape")?;
    window.wait_for_text("Not allowed without an approval: take lines out of a cart")?;
    window.wait_for_text("1 item")?;
    window.press("Delete")?;
    window.find("dialog", "An approval is needed")?;
    choose(window, "Olga", "1111")?;
    window.wait_until_gone("1 item")?;
    window.keys().scan(MUG)?;
    window.keys().scan(MUG)?;
    window.wait_for_text("2 items")?;
    window.press("minus")?;
    window.find("dialog", "An approval is needed")?;
    choose(window, "Olga", "1111")?;
    window.wait_for_text("1 item")
}

fn sell_below_the_price(window: &Window) -> Result<()> {
    window.press("F7")?;
    window.wait_for_focus("textbox", "Price")?;
    window.type_text("8")?;
    window.press("Return")?;
    window.wait_for_text("8.00")?;
    window.press("F2")?;
    window.wait_for_focus("textbox", "Card: amount")?;
    window.press("Return")?;
    window.find("dialog", "An approval is needed")?;
    choose(window, "Olga", "1111")?;
    window.wait_for_text("Sold A-000001")
}

fn read_the_history(window: &Window) -> Result<()> {
    window.find("link", "Show the order")?.press()?;
    window.wait_for_text("Approved, by Olga, sell at another price")?;
    window.check_accessibility("an order that was approved")?;
    window.keep_picture("approved-order")
}

/// Chooses who it is, and types their PIN.
fn choose(window: &Window, name: &str, pin: &str) -> Result<()> {
    window.wait_for_text(name)?;
    let mut radios = window.all("radio")?.into_iter();
    let radio = radios.find(|radio| radio.name().is_ok_and(|own| own.contains(name)));
    match radio {
        Some(radio) => {
            radio.focus()?;
            window.press("space Return")?;
        }
        None => ensure!(window.all("radio")?.is_empty(), "{name} cannot be chosen"),
    }
    window.type_text(pin)?;
    window.press("Return")?;
    window.wait_until("the dialog to close", || {
        Ok(window.all("dialog")?.is_empty().then_some(()))
    })
}
