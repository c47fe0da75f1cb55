//! The movements that a purchase implies: from the supplier to where the goods came, and back.

use super::facts::{ReceivedLine, ReturnedGoods};
use super::state::{Purchase, Receipt, SentBack};
use crate::posting::StockMove;
use crate::stock::SUPPLIER;

/// Everything that moved with a purchase. Each line of each receipt is a part of its own, because
/// each has its own cost: what was paid for it, with its share of the charges. What goes back
/// leaves at what the ledger says it cost.
pub fn purchase_moves(purchase: &Purchase) -> Vec<StockMove> {
    let came = purchase.came().zip(purchase.landed_micro());
    let came = came.map(|((receipt, line), cost)| came_in(receipt, line, cost));
    let back = purchase.returns.values().flat_map(|back| {
        let lines = back.said.lines.iter();
        lines.map(move |goods| went_back(back, goods))
    });
    let mut moves: Vec<StockMove> = came.chain(back).collect();
    moves.retain(|one| one.quantity_milli > 0);
    for (part, one) in moves.iter_mut().enumerate() {
        one.part = part as u32;
    }
    moves
}

fn came_in(receipt: &Receipt, line: &ReceivedLine, unit_cost_micro: i64) -> StockMove {
    StockMove {
        product: line.product,
        at_ms: receipt.moment.at_ms,
        offset_min: receipt.moment.offset_min,
        part: 0,
        from: SUPPLIER.to_owned(),
        to: receipt.said.location.clone(),
        quantity_milli: line.quantity_milli,
        unit_cost_micro: Some(unit_cost_micro),
        day: receipt.moment.day,
    }
}

fn went_back(back: &SentBack, goods: &ReturnedGoods) -> StockMove {
    StockMove {
        product: goods.product,
        at_ms: back.moment.at_ms,
        offset_min: back.moment.offset_min,
        part: 0,
        from: back.said.location.clone(),
        to: SUPPLIER.to_owned(),
        quantity_milli: goods.quantity_milli,
        unit_cost_micro: None,
        day: back.moment.day,
    }
}
