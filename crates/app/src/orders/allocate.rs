//! `orders.allocate`: sets goods aside for what of an order waits, as far as they are free.
use book::Tx;
use book::dto::{self, Order};
use domain::order::{LineQuantity, allocate};
use domain::settings::AllocationPolicy;
use uuid::Uuid;

use super::input::line_number;
use super::shelf::{Figure, Shelf};
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Nothing, Written};

/// What it takes.
pub type Input = Amend<Nothing>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = &input.part;
    app.write(
        *change,
        |tx| {
            let now = steps::order(tx, change)?;
            let free = free(&face(tx, change.id)?)?;
            let said = allocate(&now, &free)?;
            steps::append(tx, change.id, "order.allocated", &said, None)?;
            Ok(change.id)
        },
        steps::face,
    )
}

/// Whether an order that is placed now waits for goods to be set aside.
pub(super) fn waits(tx: &Tx<'_>) -> bool {
    policy(tx) != AllocationPolicy::Ordered
}

/// Sets aside what the book's policy wants with placing, or with a change of what was placed.
pub(super) fn by_policy(tx: &mut Tx<'_>, id: Uuid) -> Result<(), AppError> {
    let now = steps::now(tx, id)?;
    if !now.is_waiting() {
        return Ok(());
    }
    let free = match policy(tx) {
        AllocationPolicy::ByHand => return Ok(()),
        AllocationPolicy::Ordered => now.lines.values().map(|line| wanted(&now, line)).collect(),
        AllocationPolicy::Available => free(&face(tx, id)?)?,
    };
    match allocate(&now, &free) {
        Ok(said) => steps::append(tx, id, "order.allocated", &said, None),
        // Nothing is there: all of it waits.
        Err(_) => Ok(()),
    }
}

fn policy(tx: &Tx<'_>) -> AllocationPolicy {
    tx.settings().terms.allocation_policy.unwrap_or_default()
}

fn wanted(now: &domain::order::Order, line: &domain::order::OrderLine) -> LineQuantity {
    LineQuantity {
        line: line.line,
        quantity_milli: now.waiting_milli(line),
    }
}

/// The order with what is there, as far as this transaction has come.
fn face(tx: &mut Tx<'_>, id: Uuid) -> Result<Order, AppError> {
    tx.settle()?;
    Ok(tx.read().order(id)?)
}

/// What is free for each line that waits; lines of the same product share it in their order.
fn free(order: &Order) -> Result<Vec<LineQuantity>, AppError> {
    let mut shelf = Shelf::new(Figure::Free);
    let waiting = order.lines.iter().enumerate();
    let waiting = waiting.filter(|(_, line)| line.waiting_milli > 0);
    let share = |(index, line): (usize, &dto::OrderLine)| {
        let quantity_milli = shelf.take(line, line.waiting_milli);
        part(index, line.line, quantity_milli)
    };
    waiting.map(share).collect()
}

fn part(index: usize, line: i64, quantity_milli: i64) -> Result<LineQuantity, AppError> {
    let line = line_number(index, line)?;
    Ok(LineQuantity {
        line,
        quantity_milli,
    })
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    /// A shop of 20 mugs whose orders wait in a way.
    fn shop(policy: &str) -> (Shop, Product) {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let said = json!({ "expected_version": 1, "allocation_policy": policy });
        shop.write::<BookInfo>("book.amend", said);
        (shop, mug)
    }

    fn allocate(shop: &Shop, order: &Order) -> Order {
        shop.write("orders.allocate", shop.change(order, json!({})))
    }

    fn goods(order: &Order) -> (i64, i64, FulfilmentStatus) {
        let line = &order.lines[0];
        let (held, waits) = (line.allocated_milli, line.waiting_milli);
        (held, waits, order.head.fulfilment)
    }

    #[test]
    fn by_hand_nothing_is_set_aside_until_somebody_says_so_and_only_once() {
        let (shop, mug) = shop("by_hand");
        let order = shop.placed(&mug, 3_000);
        assert_eq!(goods(&order), (0, 3_000, FulfilmentStatus::Unfulfilled));
        assert_eq!(order.lines[0].available_milli, Some(20_000));
        let held = allocate(&shop, &order);
        assert_eq!(goods(&held), (3_000, 0, FulfilmentStatus::Allocated));
        assert_eq!(held.lines[0].available_milli, Some(17_000));
        let again = shop.change(&held, json!({ "request_id": shop.request() }));
        assert_eq!(shop.refused("orders.allocate", again).0, "nothing_waits");
    }

    #[test]
    fn what_there_is_is_set_aside_with_placing_and_the_rest_when_it_came() {
        let (shop, mug) = shop("available");
        let first = shop.placed(&mug, 15_000);
        let second = shop.placed(&mug, 8_000);
        assert_eq!(goods(&first), (15_000, 0, FulfilmentStatus::Allocated));
        assert_eq!(
            goods(&second),
            (5_000, 3_000, FulfilmentStatus::Unfulfilled)
        );
        assert_eq!(second.warnings[0].code, "stock_short");
        let none = shop.change(&second, json!({ "request_id": shop.request() }));
        assert_eq!(shop.refused("orders.allocate", none).0, "nothing_in_stock");
        let more = json!({ "product": mug.row.id, "quantity_milli": 2_000, "reason": "found" });
        shop.write::<Value>("stock.adjust", more);
        let second = allocate(&shop, &second);
        assert_eq!(
            goods(&second),
            (7_000, 1_000, FulfilmentStatus::Unfulfilled)
        );
        assert_eq!(second.lines[0].available_milli, Some(0));
        // What goes out was set aside; what is called off waits no longer.
        let lines = json!({ "lines": [{ "line": 1, "quantity_milli": 7_000 }] });
        let shipped: Order = shop.write("orders.fulfil", shop.change(&second, lines));
        assert_eq!(goods(&shipped).1, 1_000);
        let rest: Order = shop.write("orders.cancel", shop.change(&shipped, json!({})));
        assert_eq!(goods(&rest), (0, 0, FulfilmentStatus::Shipped));
    }

    #[test]
    fn what_is_added_to_an_order_that_waits_is_set_aside_by_the_same_policy() {
        let (shop, mug) = shop("available");
        let order = shop.placed(&mug, 5_000);
        let lines = json!([{ "line": 1, "quantity_milli": 30_000 }]);
        let more: Order = shop.write(
            "orders.edit",
            shop.change(&order, json!({ "lines": lines })),
        );
        assert_eq!(
            goods(&more),
            (20_000, 10_000, FulfilmentStatus::Unfulfilled)
        );
    }

    #[test]
    fn a_book_that_blocks_takes_no_order_that_would_wait() {
        let (shop, mug) = shop("available");
        let said = json!({ "expected_version": 2, "stock_policy": "block" });
        shop.write::<BookInfo>("book.amend", said);
        let lines = json!([{ "product": mug.row.id, "quantity_milli": 21_000 }]);
        let asked = json!({ "channel": "web", "lines": lines, "request_id": shop.request() });
        assert_eq!(shop.refused("orders.place", asked).0, "stock_short");
    }
}
