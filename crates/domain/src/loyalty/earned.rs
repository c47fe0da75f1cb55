//! The points of an order: earned with what is paid and handed over, taken back with what comes
//! back, spent with the discount that they gave, given back with the goods that had it.
//!
//! Each is the difference of a sum before and after something happened, and each sum is a function
//! of what has gone out, come back and been paid until then: whatever the parts and their order,
//! what is earned of goods that all come back is nothing, and what was spent on them is all there
//! again.

use super::programme::Earning;
use super::redeem::{POINTS, PointsSpent};
use crate::day::Day;
use crate::ids::CustomerId;
use crate::order::{Moment, Order, OrderLine};
use crate::rounding::div_round_half_away;
use std::collections::BTreeMap;

/// Why somebody's points moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum PointsKind {
    /// Goods were paid and handed over.
    Earned = 0,
    /// Goods came back, or money.
    TakenBack = 1,
    /// Points took something off an order.
    Redeemed = 2,
    /// Goods came back that points had made cheaper.
    GivenBack = 3,
    /// Given or taken by hand, with a reason.
    ByHand = 4,
}

impl PointsKind {
    /// Every kind, in the order of its code.
    pub const ALL: [Self; 5] = [
        Self::Earned,
        Self::TakenBack,
        Self::Redeemed,
        Self::GivenBack,
        Self::ByHand,
    ];
}

/// One movement of somebody's points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointsMove {
    /// Whose.
    pub customer: CustomerId,
    /// Why.
    pub kind: PointsKind,
    /// Above zero when they become more.
    pub points: i64,
    /// When.
    pub moment: Moment,
    /// The last day on which points that came can be redeemed.
    pub expires: Option<Day>,
}

/// The movements of an order, the oldest first.
pub fn order_points(order: &Order) -> Vec<PointsMove> {
    let Some(customer) = order.document.customer.filter(|_| order.counts()) else {
        return Vec::new();
    };
    let earning = order.document.earning.as_ref();
    let spent = order.points_spent();
    if earning.is_none() && spent.is_none() {
        return Vec::new();
    }
    let mut walk = Walk {
        order,
        earning,
        spent,
        so_far: SoFar::default(),
    };
    let mut moves = Vec::new();
    for (moment, events) in events(order) {
        let (earned, held) = (walk.earned(), walk.held());
        events.into_iter().for_each(|event| walk.so_far.take(event));
        let of = |points, kinds: [PointsKind; 2], expires: Option<Day>| PointsMove {
            customer,
            kind: kinds[usize::from(points < 0)],
            points,
            moment,
            expires: expires.filter(|_| points > 0),
        };
        let last_day = earning.and_then(|earning| earning.last_day(moment.day));
        let kinds = [PointsKind::GivenBack, PointsKind::Redeemed];
        moves.push(of(held.saturating_sub(walk.held()), kinds, last_day));
        let kinds = [PointsKind::Earned, PointsKind::TakenBack];
        moves.push(of(walk.earned().saturating_sub(earned), kinds, last_day));
    }
    moves.retain(|one| one.points != 0);
    moves
}

/// Something that moves points.
enum Event<'a> {
    /// The order was agreed.
    Agreed,
    /// So much of each line went out.
    Out(&'a BTreeMap<u32, i64>),
    /// So much of a line came back.
    Back(u32, i64),
    /// So much was paid, by a method.
    Paid(&'a str, i64),
}

/// What happened to an order, by the time at which it counts.
fn events(order: &Order) -> Vec<(Moment, Vec<Event<'_>>)> {
    let mut found = vec![(order.placed, Event::Agreed)];
    let shipped = order.shipments.values();
    found.extend(shipped.map(|shipment| (shipment.moment, Event::Out(&shipment.lines))));
    for (id, back) in &order.returns {
        let parts = back.lines.iter().zip(order.worth_back(*id, back));
        found.extend(parts.map(|(part, milli)| (back.moment, Event::Back(part.line, milli))));
    }
    let paid = order.payments.values();
    found.extend(paid.map(|payment| {
        (
            payment.moment,
            Event::Paid(&payment.method, payment.amount_minor),
        )
    }));
    let mut grouped: BTreeMap<i64, (Moment, Vec<Event<'_>>)> = BTreeMap::new();
    for (moment, event) in found {
        let group = grouped
            .entry(moment.at_ms)
            .or_insert_with(|| (moment, Vec::new()));
        // What happens at one time happens on one day, whichever of its entries was read first.
        group.0 = group.0.max(moment);
        group.1.push(event);
    }
    grouped.into_values().collect()
}

/// What has happened so far.
#[derive(Default)]
struct SoFar {
    agreed: bool,
    out: BTreeMap<u32, i64>,
    back: BTreeMap<u32, i64>,
    paid: BTreeMap<String, i64>,
}

impl SoFar {
    fn take(&mut self, event: Event<'_>) {
        let add = |sum: &mut i64, part: i64| *sum = sum.saturating_add(part);
        match event {
            Event::Agreed => self.agreed = true,
            Event::Out(lines) => {
                for (line, milli) in lines {
                    add(self.out.entry(*line).or_default(), *milli);
                }
            }
            Event::Back(line, milli) => add(self.back.entry(line).or_default(), milli),
            Event::Paid(method, amount_minor) => {
                add(
                    self.paid.entry(method.to_owned()).or_default(),
                    amount_minor,
                );
            }
        }
    }

    fn back_milli(&self, line: u32) -> i64 {
        self.back.get(&line).copied().unwrap_or(0)
    }

    /// What of a line is with the customer, thousandths.
    fn kept_milli(&self, line: u32) -> i64 {
        let out = self.out.get(&line).copied().unwrap_or(0);
        out.saturating_sub(self.back_milli(line))
    }

    fn paid_minor(&self, counts: impl Fn(&str) -> bool) -> i64 {
        let own = self.paid.iter().filter(|(method, _)| counts(method));
        own.fold(0, |sum, (_, paid)| sum.saturating_add(*paid))
    }
}

struct Walk<'a> {
    order: &'a Order,
    earning: Option<&'a Earning>,
    spent: Option<PointsSpent>,
    so_far: SoFar,
}

impl Walk<'_> {
    /// What is earned by now. Of what goods are worth, as much counts as was paid of it: what earns
    /// nothing (shipping, gift cards) is paid first, and so is what earning methods did not pay.
    fn earned(&self) -> i64 {
        let Some(earning) = self.earning.filter(|_| self.so_far.agreed) else {
            return 0;
        };
        let (mut goods, mut others) = (0_i64, 0_i64);
        for line in self.order.lines.values() {
            if earns(line) {
                goods = goods.saturating_add(self.worth_kept(line));
            } else {
                others = others.saturating_add(self.worth_owed(line));
            }
        }
        let earns_nothing = |method: &str| earning.earns_nothing.iter().any(|one| one == method);
        let all_paid = self.so_far.paid_minor(|_| true).saturating_sub(others);
        let earning_paid = self.so_far.paid_minor(|method| !earns_nothing(method));
        let counts = if goods < 0 {
            goods.max(all_paid).max(earning_paid).min(0)
        } else {
            goods.min(all_paid).min(earning_paid).max(0)
        };
        let order = self.order;
        match &order.document.exchange {
            None => earning.points(counts, &order.document.currency),
            Some(exchange) => earning.points(order.in_book(counts), exchange.rate.to().code()),
        }
    }

    /// The share of what was sold of a line that is with the customer, minor units.
    fn worth_kept(&self, line: &OrderLine) -> i64 {
        let sold = self.order.sold_share(line);
        let kept = self.so_far.kept_milli(line.line);
        part(
            sold.total_minor,
            within(kept, sold.quantity_milli),
            sold.quantity_milli,
        )
    }

    /// The share of what was sold of a line that has not come back, minor units.
    fn worth_owed(&self, line: &OrderLine) -> i64 {
        let sold = self.order.sold_share(line);
        let back = self.so_far.back_milli(line.line);
        let owed = sold.quantity_milli.saturating_sub(back);
        part(
            sold.total_minor,
            within(owed, sold.quantity_milli),
            sold.quantity_milli,
        )
    }

    /// The points that are spent by now: those of the goods that neither were called off nor have
    /// come back.
    fn held(&self) -> i64 {
        let Some(spent) = self.spent.filter(|_| self.so_far.agreed) else {
            return 0;
        };
        let lines = self.order.lines.values();
        let off = lines.fold(0_i64, |sum, line| {
            let cancelled = self.order.cancelled_milli(line);
            let kept = line.quantity_milli.saturating_sub(cancelled);
            let kept = kept.saturating_sub(self.so_far.back_milli(line.line));
            let kept = within(kept, line.quantity_milli);
            sum.saturating_add(part(points_off(line), kept, line.quantity_milli))
        });
        part(spent.points, off, spent.off_minor)
    }
}

/// Gift cards are paid for once more when they are spent, and what is charged for sending is no
/// purchase.
fn earns(line: &OrderLine) -> bool {
    line.gift_card.is_none() && !line.shipping
}

/// What points took off a line, minor units.
fn points_off(line: &OrderLine) -> i64 {
    let own = line
        .promotions
        .iter()
        .filter(|share| share.promotion == POINTS);
    own.fold(0, |sum, share| sum.saturating_add(share.off_minor))
}

/// A quantity between nothing and the whole, on whichever side of zero that lies.
fn within(milli: i64, whole_milli: i64) -> i64 {
    milli.clamp(whole_milli.min(0), whole_milli.max(0))
}

/// The share of an amount that belongs to a part of a whole.
fn part(amount: i64, part: i64, whole: i64) -> i64 {
    if whole == 0 {
        return 0;
    }
    let exact = i128::from(amount) * i128::from(part) * i128::from(whole.signum());
    let share = div_round_half_away(exact, i128::from(whole).abs());
    i64::try_from(share).unwrap_or(amount)
}

impl Order {
    /// The points that were spent on it when it was agreed, and what they took off.
    pub fn points_spent(&self) -> Option<PointsSpent> {
        let mut applied = self.document.promotions.iter();
        applied.find_map(|applied| applied.points)
    }

    /// What points take off it now, minor units.
    pub fn points_off_minor(&self) -> i64 {
        self.lines
            .values()
            .fold(0, |sum, line| sum.saturating_add(points_off(line)))
    }

    /// The points that it has earned by now.
    pub fn points_earned(&self) -> i64 {
        self.points_of([PointsKind::Earned, PointsKind::TakenBack])
    }

    /// The points that are spent on it by now.
    pub fn points_redeemed(&self) -> i64 {
        self.points_of([PointsKind::Redeemed, PointsKind::GivenBack])
            .saturating_neg()
    }

    fn points_of(&self, kinds: [PointsKind; 2]) -> i64 {
        let moves = order_points(self).into_iter();
        let own = moves.filter(|one| kinds.contains(&one.kind));
        own.fold(0, |sum, one| sum.saturating_add(one.points))
    }

    /// The points that it earns once all of it is paid by what earns, and handed over.
    pub fn points_to_earn(&self) -> i64 {
        let Some(earning) = &self.document.earning else {
            return 0;
        };
        let goods = self.lines.values().filter(|line| earns(line));
        let worth = goods.fold(0_i64, |sum, line| {
            sum.saturating_add(self.line_amounts(line).0)
        });
        match &self.document.exchange {
            None => earning.points(worth, &self.document.currency),
            Some(exchange) => earning.points(self.in_book(worth), exchange.rate.to().code()),
        }
    }
}
