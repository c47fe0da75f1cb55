//! The main job, by keyboard alone: a book is created, a product and a customer added, an order
//! placed, paid and shipped; stock and Today follow.

use anyhow::{Result, ensure};
use stories::Window;

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_shop_is_opened_and_sells_its_first_order_by_keyboard_alone() -> Result<()> {
    let window = Window::first_start()?;
    create_a_book(&window)?;
    add_a_product(&window)?;
    put_twelve_in_stock(&window)?;
    add_a_customer(&window)?;
    place_an_order_of_three(&window)?;
    pay_and_ship(&window)?;
    see_the_stock_fall(&window)?;
    see_today_rise(&window)?;
    window.end()
}

fn create_a_book(window: &Window) -> Result<()> {
    window.find(
        "button",
        "Create a book For your own business: its name, its currency, its taxes.",
    )?;
    window.press("Tab Return")?;
    window.wait_for_focus("textbox", "Name of the business")?;
    window.type_text("Corner Shop")?;
    window.check_accessibility("creating a book")?;
    window.press("ctrl+Return")?;
    let file = window.folder().join("corner.counterbook");
    window.answer_file_dialog("Where to keep the book", &file)?;
    window.find("heading", "Today")?;
    window.check_accessibility("an empty Today")?;
    ensure!(file.is_file(), "the book's file is not where it was put");
    Ok(())
}

fn add_a_product(window: &Window) -> Result<()> {
    window.press("alt+p")?;
    window.wait_for_focus("textbox", "SKU")?;
    window.type_text("MUG-1")?;
    window.press("Return")?;
    window.wait_for_focus("textbox", "Title")?;
    window.type_text("Blue mug")?;
    window.press("Return")?;
    window.type_text("2*2.50")?;
    window.check_accessibility("a new product")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("MUG-1 created")?;
    window.check_accessibility("a product")
}

fn put_twelve_in_stock(window: &Window) -> Result<()> {
    window.press("a")?;
    window.find("dialog", "Adjust stock of Blue mug")?;
    window.find("textbox", "Counted")?.focus()?;
    window.type_text("12")?;
    window.press("Return")?;
    window.wait_for_focus("textbox", "Reason")?;
    window.type_text("First delivery")?;
    window.check_accessibility("adjusting stock")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Stock of MUG-1 adjusted")
}

fn add_a_customer(window: &Window) -> Result<()> {
    window.press("alt+c")?;
    window.wait_for_focus("textbox", "Name")?;
    window.type_text("Ada Byron")?;
    window.check_accessibility("a new customer")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Ada Byron created")?;
    window.check_accessibility("a customer")
}

fn place_an_order_of_three(window: &Window) -> Result<()> {
    window.press("alt+n")?;
    window.wait_for_focus("combobox", "Customer")?;
    window.choose("ada")?;
    window.find("combobox", "Product")?.focus()?;
    window.choose("mug")?;
    window.wait_for_focus("textbox", "Quantity, line 1")?;
    window.press("ctrl+a")?;
    window.type_text("3")?;
    window.press("Return")?;
    window.wait_for_text("15.00")?;
    window.check_accessibility("a new order")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("A-000001 placed")?;
    window.check_accessibility("an order")
}

fn pay_and_ship(window: &Window) -> Result<()> {
    window.press("m")?;
    window.find("dialog", "Take payment")?;
    window.wait_for_focus("textbox", "Amount")?;
    window.check_accessibility("paying")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("15.00 received for A-000001")?;
    window.press("s")?;
    window.find("dialog", "Ship")?;
    window.check_accessibility("shipping")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("A-000001 shipped")
}

fn see_the_stock_fall(window: &Window) -> Result<()> {
    window.press("g p")?;
    window.find("heading", "Products")?;
    window.wait_until("nine mugs on hand, nine available and three sold", || {
        let text = window.text()?;
        let figures: Vec<&str> = text
            .lines()
            .map(str::trim)
            .skip_while(|l| *l != "Blue mug")
            .collect();
        Ok((figures.get(2..5) == Some(&["9", "9", "3"])).then_some(()))
    })?;
    window.check_accessibility("products")
}

/// Three mugs at 5.00, tax and all, are what Today counts as taken.
fn see_today_rise(window: &Window) -> Result<()> {
    window.press("g t")?;
    window.find("heading", "Today")?;
    window.wait_until("fifteen pounds taken", || {
        let text = window.text()?;
        let lines = text.lines().map(str::trim);
        let mut lines = lines.skip_while(|line| !line.starts_with("Taken with tax"));
        Ok((lines.nth(1) == Some("15.00")).then_some(()))
    })?;
    window.check_accessibility("Today")
}
