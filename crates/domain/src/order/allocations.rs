//! Goods that are set aside for an order. Placing sets everything aside that the order asks for,
//! unless the book says otherwise: then the order waits, and goods are set aside when they are
//! there, by entries of their own.
//!
//! Such an entry says how much of a line is set aside in all, what was shipped of it included. Two
//! devices that set the same goods aside so say the same, and the larger figure counts.

use super::allowed::Action;
use super::facts::{LineQuantity, OrderLine};
use super::state::{Order, Stage, by_line};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// Payload of `order.allocated`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocated {
    /// Of each line what is set aside for it in all, shipped goods included, thousandths.
    pub lines: Vec<LineQuantity>,
}

/// Sets goods aside: of each line that waits what is free for it, thousandths.
///
/// # Errors
/// Nothing waits, or nothing is free.
pub fn allocate(now: &Order, free: &[LineQuantity]) -> Result<Allocated, Refusal> {
    now.check(Action::Allocate)?;
    let free = by_line(free);
    let share = |line: &OrderLine| {
        let free_milli = free.get(&line.line).copied().unwrap_or(0).max(0);
        let more_milli = now.waiting_milli(line).min(free_milli);
        let held_milli = now.allocated_milli(line).saturating_add(more_milli);
        (more_milli > 0).then(|| LineQuantity {
            line: line.line,
            quantity_milli: now.shipped_milli(line.line).saturating_add(held_milli),
        })
    };
    let lines: Vec<LineQuantity> = now.lines.values().filter_map(share).collect();
    if lines.is_empty() {
        return Err(Refusal::new("nothing_in_stock"));
    }
    Ok(Allocated { lines })
}

impl Order {
    /// What is allocated of a line: the open goods of a placed order, as far as it does not wait.
    pub fn allocated_milli(&self, line: &OrderLine) -> i64 {
        let open_milli = self.open_goods_milli(line);
        if !self.waits {
            return open_milli;
        }
        let said_milli = self.allocations.get(&line.line).copied().unwrap_or(0);
        let left_milli = said_milli.saturating_sub(self.shipped_milli(line.line));
        left_milli.clamp(0, open_milli)
    }

    /// What of a line waits for goods to be set aside.
    pub fn waiting_milli(&self, line: &OrderLine) -> i64 {
        self.open_goods_milli(line) - self.allocated_milli(line)
    }

    /// Whether anything of it waits for goods.
    pub fn is_waiting(&self) -> bool {
        self.waits && self.lines.values().any(|line| self.waiting_milli(line) > 0)
    }

    fn open_goods_milli(&self, line: &OrderLine) -> i64 {
        let goods = !line.service && line.gift_card.is_none();
        if self.stage == Stage::Placed && goods && !self.withdrawn {
            self.open_milli(line).max(0)
        } else {
            0
        }
    }

    pub(super) fn set_aside(&mut self, said: &Allocated) {
        for (line, quantity_milli) in by_line(&said.lines) {
            let known = self.allocations.entry(line).or_default();
            *known = quantity_milli.max(*known);
        }
    }
}
