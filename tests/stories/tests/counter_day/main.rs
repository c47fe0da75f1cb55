//! A day at the counter: the till opened, twenty sales of all kinds, goods that come back with and
//! without their receipt, an exchange, the X report, a blind count, and a Z report that is right to
//! the cent against sums that the story keeps for itself.

mod back;
mod goods;
mod sums;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use stories::{Shop, Window};

use goods::{CHEESE_412_G, MUG, PACK_5_85, SPOON};
use sums::Sums;

/// The day as the story knows it.
struct Day {
    shop: Shop,
    window: Window,
    sums: Sums,
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_day_at_the_counter_ends_with_a_z_that_is_right_to_the_cent() -> Result<()> {
    let shop = Shop::new()?;
    goods::stock(&shop)?;
    let window = shop.window()?;
    let mut day = Day {
        shop,
        window,
        sums: Sums::with_float(5_000),
    };
    day.open()?;
    day.sell_in_every_way()?;
    day.set_up_a_tile()?;
    day.sell_what_scales_and_tiles_say()?;
    day.sell_the_rest_of_the_queue()?;
    day.take_back_with_a_receipt()?;
    day.take_back_without_a_receipt()?;
    day.exchange()?;
    day.look_at_the_x_report()?;
    day.count_blind()?;
    day.check_the_z()?;
    day.window.end()
}

impl Day {
    fn open(&self) -> Result<()> {
        self.window.press("g s")?;
        self.window.wait_for_focus("combobox", "Scan or type")?;
        self.window.press("alt+t")?;
        self.window
            .wait_for_focus("textbox", "Float in the drawer")?;
        self.window.type_text("50")?;
        self.window.press("Return")?;
        self.window.wait_for_text("The till is open")?;
        self.ready()
    }

    fn ready(&self) -> Result<()> {
        self.window.wait_for_focus("combobox", "Scan or type")
    }

    /// Bread has no barcode: it gets the first favourite.
    fn set_up_a_tile(&self) -> Result<()> {
        let window = &self.window;
        window.press("alt+f")?;
        window.wait_for_text("No favourites yet")?;
        window.check_accessibility("no favourites")?;
        window.find("button", "Set up favourites")?.focus()?;
        window.press("Return")?;
        window.wait_for_focus("combobox", "Product")?;
        window.type_text("bre")?;
        window.wait_until("the bread among the hits", || {
            Ok(window.all("option")?.into_iter().next())
        })?;
        window.press("Return")?;
        window.wait_until("its label", || {
            Ok((window.find("textbox", "Label")?.value()? == "Bread").then_some(()))
        })?;
        window.check_accessibility("setting up favourites")?;
        window.find("button", "Put it there")?.focus()?;
        window.press("Return")?;
        window.wait_for_text("Place 2")?;
        window.keep_picture("favourites")?;
        window.find("button", "Done")?.focus()?;
        window.press("Return")?;
        self.ready()
    }

    fn scan(&self, codes: &[&str]) -> Result<()> {
        codes
            .iter()
            .try_for_each(|code| self.window.keys().scan(code))
    }

    /// Pays in cash what is due, or with so much.
    fn cash(&mut self, total_minor: i64, given: Option<&str>) -> Result<()> {
        self.window.press("F1")?;
        self.window.wait_for_focus("textbox", "Cash given")?;
        if let Some(given) = given {
            self.window.type_text(given)?;
        }
        self.window.press("Return")?;
        self.sums.sold(total_minor, &[("cash", total_minor)]);
        self.sold()
    }

    fn card(&mut self, total_minor: i64) -> Result<()> {
        self.window.press("F2")?;
        self.window.wait_for_focus("textbox", "Card: amount")?;
        self.window.press("Return")?;
        self.sums.sold(total_minor, &[("card", total_minor)]);
        self.sold()
    }

    fn sold(&self) -> Result<()> {
        let number = self.sums.number();
        self.window.wait_for_text(&format!("Sold {number}"))?;
        self.ready()
    }

    /// 17.50 exactly and 9.99 with a note, by card, in two parts, with a discount, a coupon, a
    /// customer, and a cart that was parked.
    fn sell_in_every_way(&mut self) -> Result<()> {
        self.scan(&[MUG])?;
        self.cash(1_750, None)?;
        self.scan(&[SPOON])?;
        self.cash(999, Some("20"))?;
        self.window.wait_for_text("10.01")?;
        self.scan(&[MUG])?;
        self.card(1_750)?;
        self.scan(&[MUG])?;
        self.split()?;
        self.scan(&[MUG])?;
        self.window.press("F8")?;
        self.window
            .wait_for_focus("textbox", "Discount in percent")?;
        self.window.type_text("10")?;
        self.window.press("Return")?;
        self.ready()?;
        self.cash(1_575, None)?;
        self.scan(&[MUG])?;
        self.give_a_coupon()?;
        self.card(1_575)?;
        self.scan(&[MUG])?;
        self.find_the_customer()?;
        self.card(1_750)?;
        self.scan(&[SPOON])?;
        self.window.press("F9")?;
        self.window.wait_for_text("Cart parked")?;
        self.window.press("shift+F9")?;
        self.window.wait_for_text("Parked carts")?;
        self.window.wait_for_text("1 item")?;
        self.window.press("Return")?;
        self.window.wait_until_gone("Parked carts")?;
        self.ready()?;
        self.card(999)
    }

    fn split(&mut self) -> Result<()> {
        self.window.press("F2")?;
        self.window.wait_for_focus("textbox", "Card: amount")?;
        self.window.type_text("10")?;
        self.window.wait_for_text("Still due")?;
        self.window.press("Return")?;
        self.window.wait_for_text("7.50")?;
        self.window.press("F1")?;
        self.window.wait_for_focus("textbox", "Cash given")?;
        self.window.press("Return")?;
        self.sums.sold(1_750, &[("card", 1_000), ("cash", 750)]);
        self.sold()
    }

    fn give_a_coupon(&self) -> Result<()> {
        self.window.press("shift+F6")?;
        self.window.wait_for_focus("textbox", "Coupon code")?;
        self.scan(&["TENTH"])?;
        self.ready()
    }

    fn find_the_customer(&self) -> Result<()> {
        let window = &self.window;
        window.press("F5")?;
        window.wait_for_focus("combobox", "Customer")?;
        window.type_text("Ada")?;
        window.wait_until("the customer among the hits", || {
            Ok(window.all("option")?.into_iter().next())
        })?;
        window.press("Return")?;
        self.ready()
    }

    /// 0.412 kg of cheese, a pack at the price on its label, and bread from its tile.
    fn sell_what_scales_and_tiles_say(&mut self) -> Result<()> {
        self.scan(&[CHEESE_412_G])?;
        self.window.wait_for_text("0.412")?;
        self.cash(585, None)?;
        self.scan(&[PACK_5_85])?;
        self.cash(585, None)?;
        self.window.type_text("#1")?;
        self.window.press("Return")?;
        self.window.wait_for_text("Qty")?;
        self.cash(320, None)?;
        // In two parts, as fingers type: four signs at once would be a scanner's.
        self.window.type_text("3*")?;
        self.window.wait_until("the first signs", || {
            Ok((self.window.focused()?.value()? == "3*").then_some(()))
        })?;
        self.window.type_text("#1")?;
        self.window.press("Return")?;
        self.window.wait_for_text("9.60")?;
        self.card(960)
    }

    fn sell_the_rest_of_the_queue(&mut self) -> Result<()> {
        for nth in 0..8 {
            self.scan(&[MUG, SPOON])?;
            if nth % 2 == 0 {
                self.cash(2_749, Some("30"))?;
            } else {
                self.card(2_749)?;
            }
        }
        Ok(())
    }

    fn look_at_the_x_report(&self) -> Result<()> {
        self.window.press("alt+t")?;
        self.window.wait_for_focus("button", "Cash in")?;
        self.window.press("Down Down Return")?;
        self.window.wait_for_text("21 sales")?;
        self.window.wait_for_text("4 returns")?;
        self.window.keep_picture("x-of-the-day")?;
        self.window.press("Escape")?;
        self.ready()
    }

    /// What must be in the drawer, in as few notes and coins as there are.
    fn count_blind(&self) -> Result<()> {
        let status = self.shop.call("till.status", &json!({}))?;
        let sizes = status["denominations"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        self.window.press("alt+t")?;
        self.window.wait_for_focus("button", "Cash in")?;
        self.window.press("Down Down Down Return")?;
        self.window.wait_for_focus("textbox", "50.00")?;
        let mut rest_minor = self.sums.drawer_minor;
        for size in sizes.iter().filter_map(Value::as_i64) {
            if rest_minor >= size {
                self.window.type_text(&(rest_minor / size).to_string())?;
                rest_minor %= size;
            }
            self.window.press("Return")?;
        }
        self.window.wait_for_focus("button", "Confirm count")?;
        self.window.press("Return")?;
        self.window.wait_for_text("Z report A-000001")?;
        self.window.check_accessibility("the Z report of the day")?;
        self.window.keep_picture("z-of-the-day")
    }

    fn check_the_z(&self) -> Result<()> {
        let z = self
            .shop
            .call("till.report", &json!({ "number": "A-000001" }))?;
        for (figure, expected) in self.sums.figures() {
            ensure!(
                z[figure] == json!(expected),
                "{figure} is {}, and {expected} by the story's own sum: {z}",
                z[figure]
            );
        }
        for (method, (received, refunded)) in &self.sums.methods {
            let own = z["methods"].as_array().into_iter().flatten();
            let mut own = own.filter(|sum| sum["method"] == json!(method));
            let sum = own.next().cloned().unwrap_or_default();
            let figures = (&sum["received_minor"], &sum["refunded_minor"]);
            ensure!(
                figures == (&json!(received), &json!(refunded)),
                "{method}: {figures:?}, and {received} less {refunded} by the story's own sum"
            );
        }
        let taxes = z["taxes"].as_array().into_iter().flatten();
        let tax_minor: i64 = taxes.filter_map(|tax| tax["tax_minor"].as_i64()).sum();
        let own = self.sums.tax_minor();
        ensure!(
            tax_minor == own,
            "tax is {tax_minor}, and {own} by the story's own sum"
        );
        Ok(())
    }
}
