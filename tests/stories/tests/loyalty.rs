//! The points programme: it is set up in the settings, a card is scanned for the customer, a sale
//! earns points and the next redeems them; the customer's page tells of it, points are booked by
//! hand, an order takes some, and what is sold in training leaves them alone.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use stories::{MUG, Shop, Window};

const CARD: &str = "9000000017";

/// A shop with mugs at 10.00 and a customer with a card; answers with the customer's id.
fn shop() -> Result<(Shop, String)> {
    let shop = Shop::with_mugs(10_000_000)?;
    let ada = json!({ "name": "Ada Byron", "loyalty_card": CARD });
    let ada = shop.write("customers.create", ada)?;
    let id = ada["id"].as_str().context("an id")?.to_owned();
    Ok((shop, id))
}

fn points(window: &Window, id: &str) -> Result<i64> {
    let held = window.call("customers.points", &json!({ "id": id }))?;
    held["balance"].as_i64().context("a balance")
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_card_is_scanned_points_are_earned_and_redeemed_and_training_leaves_them_alone() -> Result<()> {
    let (shop, id) = shop()?;
    let window = shop.window()?;
    set_up(&window)?;
    earn(&window)?;
    ensure!(points(&window, &id)? == 40, "two mugs earn forty points");
    redeem(&window)?;
    ensure!(points(&window, &id)? == 27, "thirty went, seventeen came");
    book_by_hand(&window, &id)?;
    order(&window, &id)?;
    train(&window)?;
    ensure!(
        points(&window, &id)? == 50,
        "training leaves the points alone"
    );
    look_around(&window, &id)?;
    let book = shop.book().to_str().context("a path")?.to_owned();
    look_in_german(window.open_again(&[&book])?, &id)
}

/// Two points for each pound, worth five pence; ten at least.
fn set_up(window: &Window) -> Result<()> {
    window.go("settings/loyalty")?;
    window
        .find("checkbox", "Customers earn and redeem points")?
        .press()?;
    for (name, text) in [
        ("Points for 1 GBP", "2"),
        ("What a point takes off", "0.05"),
        ("Redeem at least", "10"),
        ("Expire after", "365"),
    ] {
        window.find("textbox", name)?.focus()?;
        window.press("ctrl+a")?;
        window.type_text(text)?;
        window.press("Tab")?;
    }
    window.check_accessibility("the settings of the points programme")?;
    window.keep_picture("loyalty-settings")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Settings saved")
}

fn earn(window: &Window) -> Result<()> {
    window.press("g s")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.keys().scan(MUG)?;
    window.keys().scan(CARD)?;
    window.wait_for_text("Ada Byron is the customer")?;
    window.keys().scan(MUG)?;
    window.wait_for_text("Earns 40 points")?;
    window.wait_for_text("0 points")?;
    window.check_accessibility("a cart that earns points")?;
    window.keep_picture("loyalty-cart")?;
    window.press("F2")?;
    window.wait_for_focus("textbox", "Card: amount")?;
    window.press("Return")?;
    window.wait_for_text("40 points earned")
}

fn redeem(window: &Window) -> Result<()> {
    window.keys().scan(CARD)?;
    window.keys().scan(MUG)?;
    window.wait_for_text("40 points")?;
    window.wait_for_text("Earns 20 points")?;
    window.press("shift+F5")?;
    window.wait_for_focus("textbox", "Points to redeem")?;
    window.type_text("41")?;
    window.press("Return")?;
    window.wait_for_text("There are not so many points.")?;
    window.press("ctrl+a")?;
    window.type_text("20")?;
    window.check_accessibility("redeeming points")?;
    window.keep_picture("loyalty-redeem")?;
    window.press("Return")?;
    window.wait_for_text("20 points redeemed")?;
    window.wait_for_text("9.00")?;
    window.press("shift+F5")?;
    window.wait_for_focus("textbox", "Points to redeem")?;
    window.press("ctrl+a")?;
    window.type_text("30")?;
    window.press("Return")?;
    window.wait_for_text("30 points redeemed")?;
    window.wait_for_text("8.50")?;
    window.check_accessibility("a cart with points")?;
    window.keep_picture("loyalty-redeemed")?;
    window.press("F2")?;
    window.wait_for_focus("textbox", "Card: amount")?;
    window.press("Return")?;
    window.wait_for_text("17 points earned")
}

fn book_by_hand(window: &Window, id: &str) -> Result<()> {
    window.go(&format!("customers/{id}"))?;
    window.wait_for_text("Redeemed")?;
    window.press("p")?;
    window.wait_for_focus("textbox", "Points")?;
    window.type_text("50")?;
    window.press("Tab")?;
    window.type_text("Birthday")?;
    window.check_accessibility("booking points")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("50 points booked")?;
    window.wait_for_text("Birthday")?;
    window.check_accessibility("a customer with points")?;
    window.keep_picture("loyalty-customer")
}

/// An order takes points and earns none before it is paid and handed over.
fn order(window: &Window, id: &str) -> Result<()> {
    window.go(&format!("orders/new?customer={id}"))?;
    window.find("textbox", "Points to redeem")?;
    window.check_accessibility("an order that may take points")?;
    window.keep_picture("loyalty-editor")?;
    let page = window.call("products.list", &json!({ "offset": 0, "limit": 1 }))?;
    let line = json!({ "product": page["rows"][0]["id"], "quantity_milli": 1_000 });
    let order = json!({
        "channel": "phone", "customer": id, "points": 27, "lines": [line],
        "request_id": "00000000-0000-4000-8000-000000000009"
    });
    let order = window.call("orders.place", &order)?;
    let place = order["output"]["id"].as_str().context("an order")?;
    window.go(&format!("orders/{place}"))?;
    window.wait_for_text("27 points redeemed")?;
    window.wait_for_text("Earns 17 points")?;
    window.check_accessibility("an order with points")?;
    window.keep_picture("loyalty-order")?;
    ensure!(points(window, id)? == 50, "the order took its points");
    Ok(())
}

fn train(window: &Window) -> Result<()> {
    window.go("settings/training")?;
    window.find("button", "Start training")?.press()?;
    window.wait_for_text("Training: nothing here is real")?;
    window.press("g s")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.keys().scan(CARD)?;
    window.keys().scan(MUG)?;
    window.wait_for_text("Earns 20 points")?;
    window.press("F2")?;
    window.wait_for_focus("textbox", "Card: amount")?;
    window.press("Return")?;
    window.wait_for_text("20 points earned")?;
    window.find("button", "End training")?.press()?;
    window.wait_until_gone("Training: nothing here is real")
}

/// The same screens in the dark and in German.
fn look_around(window: &Window, id: &str) -> Result<()> {
    window.set_theme("dark")?;
    for (place, name) in [
        (format!("customers/{id}"), "loyalty-customer-dark"),
        ("settings/loyalty".to_owned(), "loyalty-settings-dark"),
    ] {
        window.go(&place)?;
        window.check_accessibility(name)?;
        window.keep_picture(name)?;
    }
    let german: Value = json!({ "settings": { "language": "de" } });
    window.call("book.keep", &german).map(drop)
}

fn look_in_german(window: Window, id: &str) -> Result<()> {
    for (place, name, words) in [
        (
            format!("customers/{id}"),
            "loyalty-customer-de",
            "Punkte buchen",
        ),
        (
            "settings/loyalty".to_owned(),
            "loyalty-settings-de",
            "Nachlass je Punkt",
        ),
        (
            "settings/roles".to_owned(),
            "roles-de",
            "Zeilen aus einem Korb nehmen",
        ),
        ("settings/scales".to_owned(), "scales-de", "Kein Präfix"),
        (
            "gift_cards".to_owned(),
            "gift-cards-de",
            "Noch keine Gutscheine",
        ),
    ] {
        window.go(&place)?;
        window.wait_for_text(words)?;
        window.keep_picture(name)?;
    }
    window.go("counter")?;
    window.keys().scan(CARD)?;
    window.keys().scan(MUG)?;
    window.wait_for_text("Bringt 20 Punkte")?;
    window.keep_picture("loyalty-cart-de")?;
    window.end()
}
