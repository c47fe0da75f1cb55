//! The window for the customer: opened from the counter by its key, it stands beside it under the
//! shop's name, the keyboard stays with the clerk, and it follows the cart.

use anyhow::{Result, ensure};
use stories::{MUG, Shop, Window};

/// The title of the customer's window: the shop's name.
const CUSTOMER: &str = "^Corner Shop$";

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn the_customer_sees_the_cart_in_a_window_of_its_own() -> Result<()> {
    let shop = Shop::with_mugs(17_500_000)?;
    let window = shop.window()?;
    window.press("g s")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.keys().scan(MUG)?;
    window.wait_for_text("tax 2.92")?;
    window.press("alt+d")?;
    window.wait_until("the customer's window", || {
        Ok(window.keys().sees_window("^Corner Shop$").then_some(()))
    })?;
    let before = window.settled_picture()?;
    window.keep_picture("customer-window")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.keys().scan(MUG)?;
    window.wait_for_text("35.00")?;
    window.press("F2")?;
    window.wait_for_focus("textbox", "Card: amount")?;
    window.press("Return")?;
    window.wait_for_text("Sold A-000001")?;
    ensure!(
        window.settled_picture()? != before,
        "nothing has changed on the screen"
    );
    window.keys().wait_for_window("^Corner Shop$")?;
    window.settled_picture()?;
    window.keep_picture("customer-window-done")?;
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn it_opens_on_a_second_screen_and_its_page_shows_the_cart_again_when_it_loads_again() -> Result<()>
{
    let shop = Shop::with_mugs(17_500_000)?;
    let window = shop.window()?;
    window.split_screen()?;
    window.press("g s")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.keys().scan(MUG)?;
    window.wait_for_text("tax 2.92")?;
    open_it(&window)?;
    let [left, ..] = window.keys().place_of_window(CUSTOMER)?;
    ensure!(left >= 720, "it is at {left}");
    let before = window.settled_picture()?;
    window.keep_picture("customer-second-screen")?;
    window.keys().wait_for_window(CUSTOMER)?;
    window.press("alt+F4")?;
    window.wait_until("the customer's window to close", || {
        Ok((!window.keys().sees_window(CUSTOMER)).then_some(()))
    })?;
    window.keys().wait_for_window("Counterbook$")?;
    open_it(&window)?;
    let [again, ..] = window.keys().place_of_window(CUSTOMER)?;
    ensure!(again >= 720, "it came back at {again}");
    window.wait_until("the same picture as before", || {
        Ok((window.settled_picture()? == before).then_some(()))
    })?;
    window.end()
}

fn open_it(window: &Window) -> Result<()> {
    window.press("alt+d")?;
    window.wait_until("the customer's window", || {
        Ok(window.keys().sees_window(CUSTOMER).then_some(()))
    })?;
    window.wait_for_focus("combobox", "Scan or type")
}
