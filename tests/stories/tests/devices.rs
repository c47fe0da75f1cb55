//! Two windows sell from one book through a hub: what one sells is on the other within a second,
//! and without the hub both go on. What both sold of the last piece is told to a person, who then
//! decides.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use stories::{Hub, Shop, Window};

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn two_counters_sell_through_a_hub_without_it_and_after_it_came_back() -> Result<()> {
    let mut hub = Hub::start()?;
    let shop = Shop::new()?;
    let mug = three_mugs(&shop)?;
    let till = shop.window()?;
    connect(&till, &hub)?;
    let office = join(&till, &hub)?;
    sold_here_is_seen_there(&till, &office, &mug)?;
    hub.cut();
    for (nth, counter) in [&till, &office].into_iter().enumerate() {
        place(counter, &mug, 20 + nth as u64)?;
        counter.wait_for_text("Not reached · 1 entry to send")?;
    }
    till.keep_picture("devices-without-the-hub")?;
    hub.come_back()?;
    for counter in [&till, &office] {
        counter.wait_within(Duration::from_secs(60), "everything to be sent", || {
            Ok(counter.text()?.contains("Everything is sent").then_some(()))
        })?;
    }
    one_mug_was_sold_twice(&till, &office)?;
    let seen = [&till, &office].map(|counter| stock(counter, &mug));
    let [here, there] = seen;
    ensure!(here? == there?, "both know of the same goods");
    office.end()?;
    till.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_customer_follows_an_order_on_a_page_that_the_hub_shows() -> Result<()> {
    let hub = Hub::start()?;
    let shop = Shop::new()?;
    let mug = three_mugs(&shop)?;
    let till = shop.window()?;
    connect(&till, &hub)?;
    place(&till, &mug, 30)?;
    till.go("orders")?;
    till.find("grid", "Orders")?.focus()?;
    till.press("Home Return")?;
    till.find("heading", "A-000001")?;
    till.press("shift+u")?;
    till.find("dialog", "Show the customer how far A-000001 is")?;
    till.check_accessibility("showing an order to its customer")?;
    till.press("ctrl+Return")?;
    till.wait_for_text("up to date at the hub")?;
    let text = till.text()?;
    let page = text
        .split_whitespace()
        .find(|word| word.contains("/t/"))
        .context("the order shows its link")?;
    ensure!(read(page)?.contains("Being prepared"), "{}", read(page)?);
    till.check_accessibility("an order with a page for its customer")?;
    till.find("button", "As a code")?.press()?;
    till.find("image", "The link as a QR code")?;
    till.keep_picture("devices-page-as-a-code")?;
    till.press("Escape")?;
    till.press("s")?;
    till.find("dialog", "Ship")?;
    till.press("ctrl+Return")?;
    till.wait_until("the shipment on the customer's page", || {
        Ok(read(page)?.contains("On its way").then_some(()))
    })?;
    till.keep_picture("devices-page")?;
    till.press("shift+z")?;
    till.wait_for_text("The page of A-000001 is withdrawn")?;
    till.wait_until("the page to go", || Ok(read(page).is_err().then_some(())))?;
    till.end()
}

fn read(page: &str) -> Result<String> {
    Ok(ureq::get(page).call()?.body_mut().read_to_string()?)
}

fn request(nth: u64) -> String {
    format!("00000000-0000-4000-8000-{nth:012}")
}

/// A shop that sells nothing that it does not have, and has three mugs.
fn three_mugs(shop: &Shop) -> Result<Value> {
    let policy = json!({
        "expected_version": 1, "stock_policy": "block", "request_id": request(1)
    });
    shop.call("book.amend", &policy)?;
    let mug = json!({
        "sku": "MUG-1", "title": "Blue mug", "unit_price_micro": 5_000_000, "tax": "standard",
        "request_id": request(2),
    });
    let mug = shop.call("products.create", &mug)?["output"]["id"].clone();
    let stock = json!({
        "product": mug, "counted_milli": 3_000, "reason": "Count", "request_id": request(3)
    });
    shop.call("stock.adjust", &stock)?;
    Ok(mug)
}

fn connect(till: &Window, hub: &Hub) -> Result<()> {
    till.find("heading", "Today")?;
    till.go("settings/sync")?;
    till.find("button", "Connect")?.press()?;
    till.wait_for_focus("textbox", "Folder or address")?;
    till.type_text(&hub.address())?;
    till.find("textbox", "One-time code")?.focus()?;
    till.type_text(&hub.code()?)?;
    till.find("textbox", "Name of this device")?.focus()?;
    till.press("ctrl+a")?;
    till.type_text("Till")?;
    till.wait_for_text("The hub cannot read the book")?;
    till.check_accessibility("connecting with a hub")?;
    till.keep_picture("devices-connect")?;
    till.press("ctrl+Return")?;
    till.wait_for_text("has everything")?;
    till.wait_for_text("sealed")?;
    till.check_accessibility("devices and sync")
}

/// Another device joins with a code of the first, which its scanner reads off the screen.
fn join(till: &Window, hub: &Hub) -> Result<Window> {
    till.find("button", "Code for a device")?.press()?;
    till.find("dialog", "One more device")?;
    till.find("image", "Address and code as a QR code")?;
    till.check_accessibility("a code for one more device")?;
    till.keep_picture("devices-code")?;
    let text = till.text()?;
    let mut lines = text.lines().map(str::trim);
    lines.find(|line| line.ends_with("One-time code"));
    let code = lines.find(|line| !line.is_empty());
    let code = code.context("the dialog shows the code")?;
    let office = Window::first_start()?;
    office.wait_until("the way to join", || {
        let ways = office.all("button")?.into_iter();
        let is_it = |name: String| name.starts_with("Join a book");
        let mut joining = ways.filter(|way| way.name().is_ok_and(is_it));
        joining.next().map(|way| way.press()).transpose()
    })?;
    office.find("textbox", "One-time code")?.focus()?;
    office.type_text(&format!("{} {code}", hub.address()))?;
    office.find("textbox", "Name of this device")?.focus()?;
    office.type_text("Office")?;
    office
        .find("textbox", "Where to keep this device’s file")?
        .focus()?;
    let file = office.folder().join("office.counterbook");
    office.type_text(file.to_str().context("a path that can be typed")?)?;
    office.press("ctrl+Return")?;
    office.find("heading", "Today")?;
    till.press("Escape")?;
    Ok(office)
}

/// Orders a mug, and gives the order's number.
fn place(counter: &Window, mug: &Value, nth: u64) -> Result<String> {
    let lines = json!([{ "product": mug, "quantity_milli": 1_000 }]);
    let order = json!({ "channel": "phone", "lines": lines, "request_id": request(nth) });
    let placed = counter.call("orders.place", &order)?;
    let number = placed["output"]["number"].as_str();
    Ok(number.context("an order has a number")?.to_owned())
}

/// Each sells one; it stands in the other's list within a second.
fn sold_here_is_seen_there(till: &Window, office: &Window, mug: &Value) -> Result<()> {
    for counter in [till, office] {
        counter.go("orders")?;
        counter.find("grid", "Orders")?;
    }
    let mut took = Vec::new();
    for (nth, (here, there)) in [(till, office), (office, till)].into_iter().enumerate() {
        let number = place(here, mug, 10 + nth as u64)?;
        let since = Instant::now();
        there.wait_for_text(&number)?;
        took.push(since.elapsed());
    }
    // On a busy machine one of the two may be late; both are not.
    let quickest = took.iter().min();
    ensure!(quickest < Some(&Duration::from_secs(1)), "it took {took:?}");
    Ok(())
}

fn one_mug_was_sold_twice(till: &Window, office: &Window) -> Result<()> {
    till.go("inbox")?;
    till.find("heading", "Needs a person")?;
    till.wait_for_text("Oversold")?;
    till.wait_for_text("MUG-1 Blue mug")?;
    till.check_accessibility("what needs a person")?;
    till.press("a")?;
    till.find("dialog", "Who looks after MUG-1 Blue mug?")?;
    till.type_text("Eve")?;
    till.press("ctrl+Return")?;
    // Who looks after it is known at the other counter, too.
    office.go("inbox")?;
    office.wait_for_text("Eve")?;
    office.keep_picture("devices-oversold")?;
    office.press("s")?;
    office.find("grid", "Orders")?.focus()?;
    office.press("Home Return")?;
    office.wait_for_text("Cancel order")?;
    office.press("x")?;
    office.wait_until("the question whether to cancel", || {
        Ok(office.all("dialog")?.into_iter().next())
    })?;
    office.press("ctrl+Return")?;
    till.wait_for_text("Nothing needs a person")
}

fn stock(counter: &Window, mug: &Value) -> Result<Value> {
    let product = counter.call("products.get", &json!({ "id": mug }))?;
    Ok(product["stock"][0].clone())
}
