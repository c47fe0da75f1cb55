//! What stories begin with at the counter.

use anyhow::Result;

use crate::window::Window;

/// Sells a gift card of 25.00 for cash: from any screen to the receipt of this number.
pub fn sell_a_card(window: &Window, code: &str, number: &str) -> Result<()> {
    window.press("g s")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.press("alt+g")?;
    window.wait_for_focus("textbox", "Value")?;
    window.type_text("25")?;
    window.wait_until("the value", || {
        Ok((window.focused()?.value()? == "25").then_some(()))
    })?;
    window.check_accessibility("the value of a gift card")?;
    window.keys().scan(code)?;
    window.check_accessibility("selling a gift card")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("25.00")?;
    window.press("F1")?;
    window.press("Return")?;
    window.wait_for_text(number)
}
