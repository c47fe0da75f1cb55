//! What a product is worth, layer by layer, and what the goods of an order cost.

use super::Read;
use super::goods::GoodsMove;
use super::moment::local;
use super::reports::basis_word;
use crate::dto::{LineCost, OrderCosts, ProductWorth, StatedCost, WorthLayer};
use crate::error::{BookError, Result};
use crate::journal;
use domain::allocate::allocate;
use domain::order::Order;
use domain::valuation::{Basis, Change, Flow, Goods, StatedCosts, to_minor};
use domain::{ProductId, State, SubjectKind};
use std::collections::BTreeMap;
use uuid::Uuid;

impl Read<'_> {
    /// What there is of a product and what it is worth, by the book's method.
    pub fn product_worth(&self, product: Uuid) -> Result<ProductWorth> {
        let no = self.no_of(product, "product")?;
        let (moves, stated) = self.goods_of(no)?;
        let goods = self.valued(&moves, &stated)?;
        let digits = self.digits()?;
        let sold = cost_of(goods.changes().iter());
        let layers = goods.layers().map(|layer| WorthLayer {
            at_local: local(layer.at_ms, 0),
            quantity_milli: layer.lot.quantity_milli(),
            unit_cost_micro: micro(layer.lot.like(1_000)),
            value_minor: to_minor(layer.lot.value_nano(), digits),
            basis: basis_word(layer.basis).to_owned(),
        });
        let quantity_milli = goods.quantity_milli();
        let unit = domain::valuation::Lot::new(quantity_milli, goods.value_nano()).like(1_000);
        Ok(ProductWorth {
            method: super::book_info::valuation(self.valuation()?),
            quantity_milli,
            value_minor: to_minor(goods.value_nano(), digits),
            unit_cost_micro: (quantity_milli != 0).then(|| micro(unit)),
            basis: basis_word(goods.basis()).to_owned(),
            layers: layers.collect(),
            sold_milli: sold.0,
            cost_minor: to_minor(sold.1, digits),
            short_milli: goods
                .changes()
                .iter()
                .map(|change| change.short_milli)
                .sum(),
            stated: stated
                .iter()
                .map(|(from_ms, cost_micro)| StatedCost {
                    from_local: local(*from_ms, 0),
                    cost_micro: *cost_micro,
                })
                .collect(),
        })
    }

    /// What the goods of an order cost, line by line, as far as they left and did not come back.
    pub fn order_costs(&self, order: Uuid) -> Result<OrderCosts> {
        let no = self.no_of(order, "order")?;
        let mut entries = journal::entries(self.conn, self.terms, no)?;
        let State::Order(order) = domain::fold(SubjectKind::Order, &mut entries) else {
            return Err(BookError::NotFound("order"));
        };
        let mut lines: BTreeMap<u32, (LineCost, Basis)> = BTreeMap::new();
        for (product, taken) in taken_by_product(&order) {
            let (moves, stated) = self.goods_of(self.no_of(product.0, "product")?)?;
            let goods = self.valued(&moves, &stated)?;
            let own = || {
                goods
                    .changes()
                    .iter()
                    .filter(|change| change.moved.source == no)
            };
            let cost_minor = to_minor(cost_of(own()).1, self.digits()?);
            let weights: Vec<i64> = taken.iter().map(|(_, milli)| *milli).collect();
            let shares = allocate(cost_minor, &weights);
            let worst = own()
                .map(|change| change.basis)
                .max()
                .unwrap_or(Basis::Known);
            let provisional = own().any(|change| change.short_milli > 0);
            for ((line, _), cost_minor) in taken.into_iter().zip(shares) {
                let cost = lines.entry(line).or_insert_with(|| bare(&order, line));
                cost.0.cost_minor += cost_minor;
                cost.0.provisional |= provisional;
                cost.1 = cost.1.max(worst);
            }
        }
        let lines = lines.into_iter().map(|(line, (cost, worst))| LineCost {
            margin_minor: margin(&order, line, cost.cost_minor),
            basis: basis_word(worst).to_owned(),
            ..cost
        });
        let lines: Vec<LineCost> = lines.collect();
        Ok(OrderCosts {
            cost_minor: lines.iter().map(|line| line.cost_minor).sum(),
            margin_minor: lines.iter().map(|line| line.margin_minor).sum(),
            lines,
        })
    }

    fn valued(&self, moves: &[GoodsMove], stated: &[(i64, Option<i64>)]) -> Result<Goods> {
        let mut goods = Goods::new(self.valuation()?);
        moves
            .iter()
            .for_each(|one| goods.record(&one.moved, StatedCosts(stated)));
        Ok(goods)
    }
}

/// The lines of an order whose goods customers have, by product: how many thousandths.
fn taken_by_product(order: &Order) -> BTreeMap<ProductId, Vec<(u32, i64)>> {
    let mut taken: BTreeMap<ProductId, Vec<(u32, i64)>> = BTreeMap::new();
    for line in order.lines.values() {
        let kept = order.taken_goods(line).into_iter();
        for (product, milli) in kept.filter(|(_, milli)| *milli > 0) {
            taken.entry(product).or_default().push((line.line, milli));
        }
    }
    taken
}

/// What customers have of a line, thousandths: thrown away after its return it stays sold.
fn kept_milli(order: &Order, line: u32) -> i64 {
    order.shipped_milli(line) - order.returned_milli(line) + order.scrapped_milli(line)
}

/// A line whose cost is not known yet; that of a bundle is the sum over its components.
fn bare(order: &Order, line: u32) -> (LineCost, Basis) {
    let cost = LineCost {
        line: i64::from(line),
        quantity_milli: kept_milli(order, line),
        cost_minor: 0,
        margin_minor: None,
        basis: String::new(),
        provisional: false,
    };
    (cost, Basis::Known)
}

/// What a line brought in the book's currency without tax, less what its goods cost.
fn margin(order: &Order, line: u32, cost_minor: i64) -> Option<i64> {
    let line = order
        .lines
        .get(&line)
        .filter(|line| order.open_milli(line) == 0)?;
    let (total_minor, tax_minor) = order.line_amounts(line);
    Some(
        order
            .in_book(total_minor - tax_minor)
            .saturating_sub(cost_minor),
    )
}

/// What was sold less what came back: thousandths, and its cost.
fn cost_of<'a>(changes: impl Iterator<Item = &'a Change>) -> (i64, i128) {
    changes.fold((0, 0), |(milli, nano), change| match change.moved.flow {
        Flow::Sold => (
            milli + change.moved.quantity_milli,
            nano + change.value_nano,
        ),
        Flow::Back => (
            milli - change.moved.quantity_milli,
            nano - change.value_nano,
        ),
        Flow::In | Flow::Out => (milli, nano),
    })
}

/// Of one unit: its thousand thousandths are worth so many billionths, which are millionths of it.
fn micro(value_nano: i128) -> i64 {
    i64::try_from(domain::rounding::div_round_half_away(value_nano, 1_000)).unwrap_or(i64::MAX)
}
