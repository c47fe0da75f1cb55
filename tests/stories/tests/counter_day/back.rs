//! What comes back over the day: a mug with its receipt, two of three loaves by a typed quantity,
//! a spoon without a receipt, and a mug for two spoons.

use anyhow::Result;

use crate::Day;
use crate::goods::{MUG, SPOON};

impl Day {
    /// 17.50 in cash, all of it; 6.40 of 9.60 that were paid by card.
    pub fn take_back_with_a_receipt(&mut self) -> Result<()> {
        self.find_the_receipt("A-000001")?;
        self.scan(&[MUG])?;
        self.window.wait_for_text("−17.50")?;
        self.window.check_accessibility("goods that come back")?;
        self.window.keep_picture("goods-back")?;
        self.window.press("Return")?;
        self.ready()?;
        self.window.press("Return")?;
        self.window.wait_for_focus("textbox", "Give back: Cash")?;
        self.window.check_accessibility("giving money back")?;
        self.window.keep_picture("give-back")?;
        self.window.press("Return")?;
        self.window.wait_for_text("Taken back: CN-A-000001")?;
        self.window
            .check_accessibility("goods that were taken back")?;
        self.sums.came_back(1_750, &[("cash", 1_750)]);

        self.find_the_receipt("A-000012")?;
        self.window.type_text("2")?;
        self.window.wait_for_text("6.40")?;
        self.window.press("Return")?;
        self.ready()?;
        self.window.wait_for_text("To give back")?;
        self.window.press("Return")?;
        self.window.wait_for_focus("textbox", "Give back: Card")?;
        self.window.press("Return")?;
        self.window.wait_for_text("Taken back: CN-A-000002")?;
        // Of 1.60 in three loaves, each has 0.53, and the last would take the rest.
        self.sums.came_back_with(640, 106, &[("card", 640)]);
        self.ready()
    }

    fn find_the_receipt(&self, number: &str) -> Result<()> {
        self.window.press("F10")?;
        self.window.wait_for_focus("combobox", "Sale")?;
        self.scan(&[number])?;
        self.window.wait_for_text(&format!("Back from {number}"))?;
        self.window.wait_for_focus("textbox", "Comes back, line 1")
    }

    /// 9.99 at today's price.
    pub fn take_back_without_a_receipt(&mut self) -> Result<()> {
        self.window.press("F10")?;
        self.window.wait_for_focus("combobox", "Sale")?;
        self.window.check_accessibility("looking for a sale")?;
        self.window.keep_picture("find-the-sale")?;
        self.window.find("textbox", "Reason")?.focus()?;
        // Two letters: more at once would be a scanner's.
        self.window.type_text("No")?;
        self.window.press("Return")?;
        self.ready()?;
        self.window.wait_for_text("What comes back?")?;
        self.scan(&[SPOON])?;
        self.window.press("F1")?;
        self.window.wait_for_focus("textbox", "Give back: Cash")?;
        self.window.press("Return")?;
        self.window.wait_for_text("Taken back: CN-A-000003")?;
        self.sums.came_back(999, &[("cash", 999)]);
        self.ready()
    }

    /// A mug of 17.50 for two spoons of 9.99: 2.48 are due, and 2.52 of 5.00 go back.
    pub fn exchange(&mut self) -> Result<()> {
        self.find_the_receipt("A-000003")?;
        self.scan(&[MUG])?;
        self.window.wait_for_text("−17.50")?;
        self.window.press("Return")?;
        self.ready()?;
        self.window.wait_for_text("Back from A-000003")?;
        self.scan(&[SPOON, SPOON])?;
        self.window.wait_for_text("2.48")?;
        self.window.check_accessibility("an exchange")?;
        self.window.keep_picture("exchange")?;
        self.window.press("F1")?;
        self.window.wait_for_focus("textbox", "Cash given")?;
        self.window.type_text("5")?;
        self.window.wait_for_text("2.52")?;
        self.window.press("Return")?;
        self.window.wait_for_text("Exchanged: CN-A-000004")?;
        self.window.wait_for_text("2.52")?;
        self.window
            .check_accessibility("an exchange that was made")?;
        self.sums.came_back(1_750, &[]);
        self.sums.taken(1_998, &[("cash", 248)]);
        self.ready()
    }
}
