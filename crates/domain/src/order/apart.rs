//! Bundles that come back in pieces. A component that comes back by itself is worth its share of
//! the line: the line's amounts are shared over the components by what these cost by themselves
//! when the line was written, largest remainder, and of a component's share every unit of it is
//! worth as much. However a line comes back, whole, in pieces or both, what is gone of it is one
//! function of how much of each component is gone, so that the last piece takes the rest.

use super::components::LineComponent;
use super::facts::OrderLine;
use super::returns::{GoodsReturn, RequestedLine, ReturnedLine};
use super::state::Order;
use crate::allocate::allocate;
use crate::ids::{ProductId, ReturnId};
use crate::product::enough_for_milli;
use std::collections::BTreeMap;

/// Bundles are counted in thousandths.
const ONE_MILLI: i128 = 1_000;

/// How much of a line came back or is gone: of the line itself, and of the components of a bundle
/// by themselves, in their order; thousandths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pieces {
    pub(super) whole_milli: i64,
    loose_milli: Vec<i64>,
}

impl Pieces {
    fn of_whole(whole_milli: i64) -> Self {
        Self {
            whole_milli,
            loose_milli: Vec::new(),
        }
    }

    /// Adds so much of the line, or of one of its components.
    pub(super) fn add(&mut self, line: &OrderLine, component: Option<ProductId>, milli: i64) {
        let Some(component) = component else {
            self.whole_milli = self.whole_milli.saturating_add(milli);
            return;
        };
        let Some(place) = line.place_of(component) else {
            return;
        };
        self.loose_milli.resize(line.components.len(), 0);
        let sum = &mut self.loose_milli[place];
        *sum = sum.saturating_add(milli);
    }

    fn is_apart(&self) -> bool {
        self.loose_milli.iter().any(|milli| *milli != 0)
    }

    /// How much of each component of the line it is, thousandths.
    fn parts<'a>(&'a self, line: &'a OrderLine) -> impl Iterator<Item = (&'a LineComponent, i64)> {
        line.components.iter().enumerate().map(|(place, one)| {
            let loose = self.loose_milli.get(place).copied().unwrap_or(0);
            (one, one.of(self.whole_milli).saturating_add(loose))
        })
    }

    /// Whether it is more than so much of the line, in either direction.
    pub(super) fn is_more_than(&self, line: &OrderLine, milli: i64) -> bool {
        if !self.is_apart() {
            return self.whole_milli.unsigned_abs() > milli.unsigned_abs();
        }
        let mut parts = self.parts(line);
        parts.any(|(one, there)| there > one.of(milli))
    }

    /// How many whole ones it makes, thousandths: as many as every component is there for.
    pub(super) fn complete_milli(&self, line: &OrderLine) -> i64 {
        if !self.is_apart() {
            return self.whole_milli;
        }
        let parts = self.parts(line);
        let enough = parts.map(|(one, milli)| enough_for_milli(one.quantity_milli, milli));
        enough.min().unwrap_or(self.whole_milli)
    }
}

impl OrderLine {
    /// Whether components of it can come back by themselves: it is a bundle, and knows what they
    /// cost.
    pub fn comes_apart(&self) -> bool {
        let priced = |one: &LineComponent| one.price_micro.is_some();
        self.is_bundle() && self.quantity_milli > 0 && self.components.iter().all(priced)
    }

    /// The goods of so much that comes back of it, thousandths: of a component by itself, or of
    /// the line.
    pub fn goods_back(
        &self,
        component: Option<ProductId>,
        quantity_milli: i64,
    ) -> impl Iterator<Item = (ProductId, i64)> {
        let loose = component.filter(|one| self.place_of(*one).is_some());
        let loose = loose.map(|product| (product, quantity_milli));
        let whole = component.is_none().then(|| self.goods(quantity_milli));
        loose.into_iter().chain(whole.into_iter().flatten())
    }

    /// Where a component stands among those of the line.
    pub(super) fn place_of(&self, component: ProductId) -> Option<usize> {
        let mut components = self.components.iter();
        components.position(|one| one.product == component)
    }

    /// What each component is of an amount of the line, minor units.
    fn component_shares(&self, amount_minor: i64) -> Vec<i64> {
        let weight = |one: &LineComponent| {
            let price = i128::from(one.price_micro.unwrap_or(0));
            let each = price * i128::from(one.quantity_milli) / ONE_MILLI;
            i64::try_from(each).unwrap_or(i64::MAX)
        };
        let weights: Vec<i64> = self.components.iter().map(weight).collect();
        allocate(amount_minor, &weights)
    }

    /// What is gone of an amount when so much of each component is, minor units; cut down to whole
    /// ones, so that what is left takes the rest.
    fn gone_minor(&self, amount_minor: i64, gone: &Pieces) -> i64 {
        let whole = i128::from(self.quantity_milli);
        if whole == 0 {
            return 0;
        }
        let shares = self.component_shares(amount_minor);
        let gone = gone.parts(self).zip(shares).map(|((one, milli), share)| {
            let milli = milli.clamp(0, one.of(self.quantity_milli));
            let exact = i128::from(share) * ONE_MILLI * i128::from(milli);
            exact / i128::from(one.quantity_milli.max(1))
        });
        i64::try_from(gone.sum::<i128>() / whole).unwrap_or(amount_minor)
    }
}

impl Order {
    /// What came back of a line.
    pub(super) fn returned_pieces(&self, line: &OrderLine) -> Pieces {
        let mut pieces = Pieces::default();
        for back in self.returns.values().flat_map(|back| &back.lines) {
            if back.line == line.line {
                pieces.add(line, back.component, back.quantity_milli());
            }
        }
        pieces
    }

    /// What came back of a line or is announced to.
    pub(super) fn announced_pieces(&self, line: &OrderLine) -> Pieces {
        let mut pieces = self.returned_pieces(line);
        for part in self.open_requests().filter(|part| part.line == line.line) {
            pieces.add(line, part.component, part.quantity_milli);
        }
        pieces
    }

    /// What no longer belongs to a line: called off or come back.
    pub(super) fn gone_pieces(&self, line: &OrderLine) -> Pieces {
        let mut gone = self.returned_pieces(line);
        gone.add(line, None, self.cancelled_milli(line));
        gone
    }

    /// What so much of a line comes to when it is gone: (total, tax), minor units.
    pub(super) fn gone_amounts(&self, line: &OrderLine, gone: &Pieces) -> (i64, i64) {
        if !gone.is_apart() {
            return self.share(line, 0, gone.whole_milli);
        }
        let tax = line.gone_minor(line.tax_minor, gone);
        if self.document.prices_include_tax {
            return (line.gone_minor(line.total_minor, gone), tax);
        }
        let net = line.total_minor.saturating_sub(line.tax_minor);
        (line.gone_minor(net, gone).saturating_add(tax), tax)
    }

    /// How much of a line, or of a component of it, can still come back when some of it has,
    /// thousandths.
    pub(super) fn room_milli(
        &self,
        line: &OrderLine,
        component: Option<ProductId>,
        back: &Pieces,
    ) -> i64 {
        let shipped_milli = self.shipped_milli(line.line);
        let left = |(one, milli): (&LineComponent, i64)| {
            let left_milli = one.of(shipped_milli).saturating_sub(milli);
            (one.product, one.quantity_milli, left_milli)
        };
        let mut parts = back.parts(line).map(left);
        let room = match component {
            Some(component) => parts
                .find(|(product, ..)| *product == component)
                .map(|(.., left_milli)| left_milli),
            None if back.is_apart() => parts
                .map(|(_, each, left_milli)| enough_for_milli(each, left_milli))
                .min(),
            None => Some(shipped_milli.saturating_sub(back.whole_milli)),
        };
        room.unwrap_or(0).max(0)
    }

    /// How much of a component can still come back by itself, thousandths.
    pub fn returnable_component_milli(&self, line: &OrderLine, component: ProductId) -> i64 {
        if !line.comes_apart() {
            return 0;
        }
        self.room_milli(line, Some(component), &self.returned_pieces(line))
    }

    /// How much of a component is announced to come back by itself, thousandths.
    pub fn requested_component_milli(&self, line: u32, component: ProductId) -> i64 {
        let own = |part: &&RequestedLine| part.line == line && part.component == Some(component);
        let parts = self.open_requests().filter(own);
        parts.fold(0, |sum: i64, part| sum.saturating_add(part.quantity_milli))
    }

    /// Whether anything of a line can still come back, whole or in pieces.
    pub(super) fn can_come_back(&self, line: &OrderLine) -> bool {
        let back = self.returned_pieces(line);
        if !back.is_apart() {
            return self.room_milli(line, None, &back) > 0;
        }
        let mut components = line.components.iter();
        components.any(|one| self.room_milli(line, Some(one.product), &back) > 0)
    }

    /// The goods of a line that were neither called off nor came back, thousandths.
    pub fn kept_goods(&self, line: &OrderLine) -> Vec<(ProductId, i64)> {
        self.goods_less(line, line.quantity_milli, &self.gone_pieces(line))
    }

    /// The goods of a line that customers have, thousandths: what was thrown away after its return
    /// stays sold.
    pub fn taken_goods(&self, line: &OrderLine) -> Vec<(ProductId, i64)> {
        let mut stocked = Pieces::default();
        for back in self.returns.values().flat_map(|back| &back.lines) {
            if back.line == line.line {
                stocked.add(line, back.component, back.restocked_milli);
            }
        }
        self.goods_less(line, self.shipped_milli(line.line), &stocked)
    }

    fn goods_less(&self, line: &OrderLine, milli: i64, less: &Pieces) -> Vec<(ProductId, i64)> {
        let rest_milli = milli.saturating_sub(less.whole_milli);
        let goods = line.goods(rest_milli).enumerate();
        let goods = goods.map(|(place, (product, milli))| {
            let loose = less.loose_milli.get(place).copied().unwrap_or(0);
            (product, milli.saturating_sub(loose))
        });
        goods.collect()
    }

    /// How many of their lines the parts of a return made complete, thousandths: a bundle that
    /// comes back in pieces counts with the piece that was still out, so that they add up to
    /// [`Order::returned_milli`].
    pub(super) fn completed_by(&self, id: ReturnId, back: &GoodsReturn) -> Vec<i64> {
        self.measured(id, back, |pieces, line| pieces.complete_milli(line))
    }

    /// How many of their lines the parts of a return are worth, thousandths: pieces of a bundle
    /// count by their share of its price.
    pub(crate) fn worth_back(&self, id: ReturnId, back: &GoodsReturn) -> Vec<i64> {
        self.measured(id, back, |pieces, line| match pieces.is_apart() {
            true => line.gone_minor(line.quantity_milli, pieces),
            false => pieces.whole_milli,
        })
    }

    /// What each part of a return adds to a measure of what came back of its line.
    fn measured(
        &self,
        id: ReturnId,
        back: &GoodsReturn,
        measure: impl Fn(&Pieces, &OrderLine) -> i64,
    ) -> Vec<i64> {
        let mut known: BTreeMap<u32, Pieces> = BTreeMap::new();
        let part_of = |part: &ReturnedLine| {
            let Some(line) = self.lines.get(&part.line).filter(|line| line.is_bundle()) else {
                return part.quantity_milli();
            };
            let pieces = known
                .entry(part.line)
                .or_insert_with(|| self.pieces_before(line, (back.moment.at_ms, id)));
            let had = measure(pieces, line);
            pieces.add(line, part.component, part.quantity_milli());
            measure(pieces, line).saturating_sub(had)
        };
        back.lines.iter().map(part_of).collect()
    }

    /// What came back of a line with the returns that count before one.
    fn pieces_before(&self, line: &OrderLine, place: (i64, ReturnId)) -> Pieces {
        let mut pieces = Pieces::default();
        let returns = self.returns.iter();
        let earlier = returns.filter(|(id, one)| (one.moment.at_ms, **id) < place);
        for part in earlier.flat_map(|(_, one)| &one.lines) {
            if part.line == line.line {
                pieces.add(line, part.component, part.quantity_milli());
            }
        }
        pieces
    }
}

impl Pieces {
    /// What was called off of a line and no more.
    pub(super) fn called_off(order: &Order, line: &OrderLine) -> Self {
        Self::of_whole(order.cancelled_milli(line))
    }
}
