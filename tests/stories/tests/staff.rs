//! People at the counter: an owner hires a supervisor and a cashier and gives them PINs; the
//! cashier's own price is refused until the supervisor's PIN lets it pass; the journal shows both;
//! the till is locked with a cart on it and comes back; and what is sold in training leaves the
//! real figures alone.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use stories::{Shop, Window};

const MUG: &str = "4006381333931";

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_supervisor_lets_pass_what_a_cashier_may_not_and_training_leaves_the_figures_alone()
-> Result<()> {
    let shop = Shop::new()?;
    add_mug(&shop)?;
    let window = shop.window()?;
    hire(&window, "Olga", "", "1111")?;
    window.find("button", "At work: Olga. Switch")?;
    hire(&window, "Sven", "Up", "2222")?;
    window.wait_for_text("Supervisor")?;
    hire(&window, "Mia", "", "3333")?;
    window.wait_for_text("Cashier")?;
    window.check_accessibility("the people of the shop")?;
    window.keep_picture("people")?;
    window.go("settings/roles")?;
    window.wait_for_text("sell at another price")?;
    window.check_accessibility("the roles")?;
    window.keep_picture("roles")?;
    switch_to(&window, "Mia", "3333")?;
    sell_below_the_price(&window)?;
    lock_with_a_cart(&window)?;
    see_the_journal(&window)?;
    train(&window)?;
    see_real_figures(&shop)?;
    window.end()
}

fn add_mug(shop: &Shop) -> Result<()> {
    let product = json!({
        "sku": "MUG-1", "title": "Blue mug", "unit_price_micro": 10_000_000, "tax": "standard",
        "barcodes": [MUG], "request_id": "00000000-0000-4000-8000-000000000001"
    });
    shop.call("products.create", &product).map(drop)
}

/// Hires somebody; the first is an owner, the others are cashiers unless keys choose another role.
fn hire(window: &Window, name: &str, role: &str, pin: &str) -> Result<()> {
    window.go("settings/people")?;
    window.find("button", "Add a person")?.press()?;
    window.wait_for_focus("textbox", "Name")?;
    window.type_text(name)?;
    window.press("Return")?;
    wait_for_focus_on(window, "Role")?;
    window.press(role)?;
    window.press("Tab")?;
    wait_for_focus_on(window, "New PIN")?;
    window.type_text(pin)?;
    window.press("ctrl+Return")?;
    window.wait_for_text(&format!("{name}: saved"))?;
    window.wait_until("the dialog to close", || {
        Ok(window.all("dialog")?.is_empty().then_some(()))
    })
}

/// Waits for the focus on a field, whatever the web view says that it is.
fn wait_for_focus_on(window: &Window, name: &str) -> Result<()> {
    window.wait_until(&format!("the focus on {name}"), || {
        Ok((window.focused()?.name()?.trim() == name).then_some(()))
    })
}

fn switch_to(window: &Window, name: &str, pin: &str) -> Result<()> {
    window.press("alt+u")?;
    window.find("dialog", "Who takes over?")?;
    choose(window, name)?;
    window.type_text(pin)?;
    window.press("Return")?;
    window
        .find("button", &format!("At work: {name}. Switch"))
        .map(drop)
}

/// Chooses who it is and goes on to the PIN.
fn choose(window: &Window, name: &str) -> Result<()> {
    window.wait_for_text(name)?;
    let radios = window.all("radio")?;
    for radio in &radios {
        if radio.name()?.contains(name) {
            radio.focus()?;
            window.press("space Return")?;
            return Ok(());
        }
    }
    anyhow::bail!("nobody called {name} can be chosen")
}

fn ring_up_below_the_price(window: &Window) -> Result<()> {
    window.press("g s")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.keys().scan(MUG)?;
    window.wait_for_text("10.00")?;
    window.press("F7")?;
    window.wait_for_focus("textbox", "Price")?;
    window.type_text("8")?;
    window.press("Return")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.wait_for_text("8.00")
}

fn sell_below_the_price(window: &Window) -> Result<()> {
    ring_up_below_the_price(window)?;
    window.press("F2")?;
    window.wait_for_focus("textbox", "Card: amount")?;
    window.wait_for_text("Somebody has to approve: sell at another price")?;
    window.press("Return")?;
    window.find("dialog", "An approval is needed")?;
    window.check_accessibility("the question for an approval")?;
    window.keep_picture("approval")?;
    window.press("Escape")?;
    window.wait_for_text("Not allowed without an approval: sell at another price")?;
    window.wait_for_focus("textbox", "Card: amount")?;
    window.press("Return")?;
    window.find("dialog", "An approval is needed")?;
    choose(window, "Sven")?;
    window.type_text("9999")?;
    window.press("Return")?;
    window.wait_for_text("This is not the PIN")?;
    window.type_text("2222")?;
    window.press("Return")?;
    window.wait_for_text("Sold A-000001")
}

/// A cart is on the till when it is locked, and when the next one has signed in.
fn lock_with_a_cart(window: &Window) -> Result<()> {
    window.keys().scan(MUG)?;
    window.wait_for_text("10.00")?;
    window.press("alt+l")?;
    window.find("dialog", "Locked")?;
    window.check_accessibility("the lock")?;
    window.keep_picture("locked")?;
    window.press("Escape")?;
    window.find("dialog", "Locked")?;
    window.keys().scan(MUG)?;
    window.wait_for_text("A code was scanned and not taken")?;
    choose(window, "Olga")?;
    window.type_text("1111")?;
    window.press("Return")?;
    window.find("button", "At work: Olga. Switch")?;
    window.wait_for_text("1 item")?;
    window.press("F2")?;
    window.wait_for_focus("textbox", "Card: amount")?;
    window.press("Return")?;
    window.wait_for_text("Sold A-000002")
}

fn see_the_journal(window: &Window) -> Result<()> {
    window.go("settings/audit")?;
    window.wait_for_text("Approved")?;
    window.wait_for_text("Refused")?;
    window.wait_for_text("Sven")?;
    window.check_accessibility("what was refused and approved")?;
    window.keep_picture("audit")?;
    let rows = window.call("people.audit", &json!({ "offset": 0, "limit": 10 }))?;
    let rows = rows["rows"].as_array().cloned().unwrap_or_default();
    let told: Vec<(&Value, &Value)> = rows
        .iter()
        .map(|row| (&row["kind"], &row["actor"]))
        .collect();
    let (approved, refused, mia) = (
        json!("audit.approved"),
        json!("audit.refused"),
        json!("Mia"),
    );
    let expected = [(&approved, &mia), (&refused, &mia), (&refused, &mia)];
    ensure!(told == expected, "the journal holds {told:?}");
    Ok(())
}

fn train(window: &Window) -> Result<()> {
    window.go("settings/training")?;
    window.find("button", "Start training")?.press()?;
    window.wait_for_text("Training: nothing here is real")?;
    window.check_accessibility("training")?;
    window.press("g s")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.keys().scan(MUG)?;
    window.wait_for_text("10.00")?;
    window.keep_picture("training")?;
    window.press("F2")?;
    window.wait_for_focus("textbox", "Card: amount")?;
    window.press("Return")?;
    window.wait_for_text("Sold T-000001")?;
    window.find("button", "End training")?.press()?;
    window.wait_until_gone("Training: nothing here is real")
}

/// The book holds the two real sales and nothing else.
fn see_real_figures(shop: &Shop) -> Result<()> {
    let page = shop.call("orders.list", &json!({ "offset": 0, "limit": 10 }))?;
    let rows = page["rows"].as_array().cloned().unwrap_or_default();
    let mut told: Vec<_> = rows
        .iter()
        .map(|row| (row["number"].clone(), row["total_minor"].clone()))
        .collect();
    told.sort_by_key(|(number, _)| number.to_string());
    let expected = [("A-000001", 800), ("A-000002", 1_000)].map(|(n, t)| (json!(n), json!(t)));
    ensure!(told == expected, "the book holds {told:?}");
    Ok(())
}
