//! The movements of a transfer: out to transit, and out of transit receipt by receipt.

use super::state::{Outcome, Transfer, TransferLine, sums};
use crate::order::Moment;
use crate::posting::StockMove;
use crate::stock::{SCRAP, TRANSIT};

/// The moves of a transfer; part 0 is what was sent, the others are its receipts.
pub fn transfer_moves(transfer: &Transfer) -> Vec<StockMove> {
    let Some((sent, moment)) = &transfer.sent else {
        return Vec::new();
    };
    let mut moves = part(0, *moment, (&sent.from, TRANSIT), &sent.lines);
    for (index, (outcome, said, moment)) in transfer.receipts.values().enumerate() {
        let to = match outcome {
            Outcome::Received => &sent.to,
            Outcome::Returned => &sent.from,
            Outcome::WrittenOff => SCRAP,
        };
        moves.extend(part(index as u32 + 1, *moment, (TRANSIT, to), &said.lines));
    }
    moves
}

fn part(
    part: u32,
    moment: Moment,
    (from, to): (&str, &str),
    lines: &[TransferLine],
) -> Vec<StockMove> {
    let sums = sums(lines).into_iter().filter(|(_, milli)| *milli != 0);
    sums.map(|(product, milli)| {
        let (from, to) = if milli < 0 { (to, from) } else { (from, to) };
        StockMove {
            product,
            at_ms: moment.at_ms,
            offset_min: moment.offset_min,
            part,
            from: from.to_owned(),
            to: to.to_owned(),
            quantity_milli: milli.saturating_abs(),
            unit_cost_micro: None,
            day: moment.day,
        }
    })
    .collect()
}
