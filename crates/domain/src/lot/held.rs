//! The lots of an order that its customer holds.

use crate::ids::ProductId;
use crate::order::Order;
use std::collections::BTreeMap;

/// What went out of a product and did not come back, lot by lot, thousandths.
pub fn held(order: &Order, product: ProductId) -> BTreeMap<String, i64> {
    let mut lots: BTreeMap<String, i64> = BTreeMap::new();
    let out = order.shipments.values().flat_map(|sent| &sent.lots);
    let out = out.map(|part| (part, part.quantity_milli));
    let back = order.returns.values().flat_map(|back| &back.lots);
    let back = back.map(|part| (part, part.quantity_milli.saturating_neg()));
    for (part, milli) in out.chain(back) {
        if part.product == product {
            let sum = lots.entry(part.lot.clone()).or_default();
            *sum = sum.saturating_add(milli);
        }
    }
    lots.retain(|_, milli| *milli != 0);
    lots
}
