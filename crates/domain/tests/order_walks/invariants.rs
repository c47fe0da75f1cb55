//! What holds of an order at every step, whatever was done to it.

use super::tally::Tally;
use domain::credit::{GIFT_CARD, MoveKind, STORE_CREDIT, order_credit};
use domain::ids::EditId;
use domain::order::{Document, Edited, Order, OrderLine, PaymentStatus, Stage, price_again};
use domain::posting::{MoneyLeg, order_legs, order_moves};
use domain::settings::Settings;
use domain::{Day, Entry, State, SubjectKind, fold};
use std::collections::BTreeMap;

/// Something that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invariant {
    /// Shipped is at most ordered less cancelled, and the ledger is the sum of its facts.
    Shipped,
    /// Returned is at most shipped.
    Returned,
    /// The lines' taxes come to the tax of the document and to the sum of its rate groups.
    Taxes,
    /// Captured less refunded is the status of the money.
    Money,
    /// Folding the entries anew gives the state.
    Fold,
    /// Open goods are allocated, of an order that waits as far as it was said; what is cancelled
    /// or shipped is released, all of it and no more.
    Allocation,
    /// The money legs sum to zero, and what the customer owes is the receivable.
    Legs,
    /// A return or a change moves the books of its own day alone.
    Days,
    /// Goods are where the facts say.
    Stock,
    /// After a change, every line has the amounts that the rules give it among the others.
    Priced,
    /// What is offered stands until it is accepted, declined, changed or thrown away.
    Offer,
    /// A change that is taken back leaves the lines that there were before it.
    Inverse,
    /// What moved of store credit and gift cards is what was said, and the books owe it.
    Credit,
    /// Points are spent as it was said, as long as the goods are there that they made cheaper; none
    /// are earned beyond what was paid and handed over.
    Points,
}

use Invariant::{
    Allocation, Credit, Days, Fold, Inverse, Legs, Money, Offer, Points, Priced, Returned, Shipped,
    Stock, Taxes,
};

/// The books after a step, for the next one to be held against.
#[derive(Clone, Default)]
pub struct Books {
    legs: Vec<MoneyLeg>,
    allocated: i64,
    tally: Tally,
    /// The lines that there were.
    lines: BTreeMap<u32, OrderLine>,
    /// The lines that there were before each change.
    before: BTreeMap<EditId, BTreeMap<u32, OrderLine>>,
}

impl Books {
    /// Checks an order after an entry, and turns the page.
    pub fn check(
        &mut self,
        order: &Order,
        entry: &Entry,
        settings: &Settings,
    ) -> Result<(), Invariant> {
        let before = self.clone();
        self.tally.count(entry);
        self.legs = order_legs(order);
        self.allocated = allocated(order);
        hold(Shipped, is_shipped_right(order, &self.tally))?;
        hold(Returned, is_returned_right(order, &self.tally))?;
        hold(Taxes, is_taxed_right(order))?;
        hold(Money, is_money_right(order, &self.tally))?;
        hold(Credit, is_held_right(order, &self.tally, &self.legs))?;
        hold(Points, is_pointed_right(order, &self.tally))?;
        hold(Allocation, self.allocated == self.tally.allocated())?;
        let releases = matches!(entry.kind.as_str(), "order.cancelled" | "order.fulfilled");
        let moved = self.allocated - before.allocated;
        let edited = entry.kind == "order.edited";
        let sets_aside = matches!(entry.kind.as_str(), "order.reopened" | "order.allocated");
        let grows = edited || sets_aside;
        hold(
            Allocation,
            !before.tally.placed || moved == 0 || releases && moved < 0 || grows,
        )?;
        hold(Legs, is_balanced(order, &self.legs))?;
        let returned = entry.kind == "order.returned";
        let day = entry.business_day;
        hold(
            Days,
            !returned && !edited || beside(&self.legs, day) == beside(&before.legs, day),
        )?;
        hold(Stock, is_stocked_right(order, &self.tally))?;
        let offered = order.open_quote().is_some();
        hold(Offer, offered == self.tally.offered)?;
        if edited {
            hold(Priced, is_priced_right(order, settings))?;
            hold(Inverse, self.is_inverse_right(order, entry))?;
        }
        if matches!(entry.kind.as_str(), "order.cancelled" | "order.reopened") {
            self.before.clear();
        }
        self.lines = shown(order);
        Ok(())
    }

    /// What is called off in between stays called off, and counts among the lines.
    fn is_inverse_right(&mut self, order: &Order, entry: &Entry) -> bool {
        let said: Edited = serde_json::from_str(&entry.payload).unwrap();
        let lines = std::mem::take(&mut self.lines);
        self.before.insert(said.edit, lines);
        let back = said.takes_back.and_then(|edit| self.before.get(&edit));
        back.is_none_or(|lines| *lines == shown(order))
    }
}

/// The lines that say something.
fn shown(order: &Order) -> BTreeMap<u32, OrderLine> {
    let lines = order
        .lines
        .iter()
        .filter(|(_, line)| line.quantity_milli != 0);
    lines
        .map(|(number, line)| (*number, line.clone()))
        .collect()
}

fn is_priced_right(order: &Order, settings: &Settings) -> bool {
    let lines: Vec<OrderLine> = order.lines.values().cloned().collect();
    let mut document = Document {
        lines: lines.clone(),
        ..order.document.clone()
    };
    price_again(&mut document, settings).is_ok() && document.lines == lines
}

fn hold(invariant: Invariant, holds: bool) -> Result<(), Invariant> {
    if holds { Ok(()) } else { Err(invariant) }
}

fn allocated(order: &Order) -> i64 {
    order
        .lines
        .values()
        .map(|line| order.allocated_milli(line))
        .sum()
}

fn is_shipped_right(order: &Order, tally: &Tally) -> bool {
    order.lines.values().all(|line| {
        let (shipped, cancelled) = (order.shipped_milli(line.line), order.cancelled_milli(line));
        let counted = tally.lines[&line.line];
        0 <= cancelled
            && 0 <= shipped
            && shipped <= line.quantity_milli - cancelled
            && (counted.shipped, counted.cancelled) == (shipped, cancelled)
    })
}

fn is_returned_right(order: &Order, tally: &Tally) -> bool {
    order.lines.values().all(|line| {
        let returned = order.returned_milli(line.line);
        let counted = tally.lines[&line.line];
        let whole = counted.restocked + counted.scrapped;
        // Of a bundle as many came back as all of its components are there for.
        let complete = line.components.iter().map(|one| {
            let loose = tally.loose.get(&(line.line, one.product));
            let loose = loose.map_or(0, |(restocked, scrapped)| restocked + scrapped);
            let back = whole * one.quantity_milli / 1_000 + loose;
            assert!(back <= order.shipped_milli(line.line) * one.quantity_milli / 1_000);
            back / one.quantity_milli * 1_000
        });
        (0..=order.shipped_milli(line.line)).contains(&returned)
            && complete.min().unwrap_or(whole) == returned
    })
}

fn is_taxed_right(order: &Order) -> bool {
    let lines = order.lines.values();
    let taxes: i64 = lines.clone().map(|line| order.line_amounts(line).1).sum();
    let totals: i64 = lines.map(|line| order.line_amounts(line).0).sum();
    let groups: i64 = order.tax_sums().iter().map(|sum| sum.tax_minor).sum();
    order.totals() == (totals, taxes) && groups == taxes
}

fn is_money_right(order: &Order, tally: &Tally) -> bool {
    use PaymentStatus::{CreditOwed, Paid, PartPaid, PartRefunded, Refunded, Unpaid, Void};
    let money = tally.captured - tally.refunded;
    let total = order.total_minor();
    let status = order.payment_status();
    let fits = match money - total {
        1.. => status == CreditOwed,
        0 => matches!(status, Paid | PartRefunded | Refunded | Void),
        _ if money == 0 => matches!(status, Unpaid | Refunded),
        _ => status == PartPaid,
    };
    let placed = order.stage == Stage::Placed;
    let due = if placed { total - money } else { -money };
    fits && order.paid_minor() == money && order.due_minor() == due
}

fn is_balanced(order: &Order, legs: &[MoneyLeg]) -> bool {
    let sum = |account: &str| -> i64 {
        let of = legs.iter().filter(|leg| leg.account.starts_with(account));
        of.map(|leg| leg.amount_minor).sum()
    };
    let (total, tax) = match order.stage {
        Stage::Placed => order.totals(),
        _ => (0, 0),
    };
    let placed = order.stage == Stage::Placed;
    let revenue = if placed { order.revenue_minor() } else { 0 };
    let balanced =
        sum("") == 0 && sum("receivable") == order.due_in_book() && sum("sales") == -revenue;
    if order.document.exchange.is_some() {
        return balanced;
    }
    balanced
        && sum("exchange_difference") == 0
        && sum("receivable") == order.due_minor()
        && sum("tax:") == -tax
        && sum("sales") == tax - total + cards(order)
}

/// What is left of the lines that put value on gift cards.
fn cards(order: &Order) -> i64 {
    let lines = order.lines.values().filter(|line| line.gift_card.is_some());
    let placed = lines.filter(|_| order.stage == Stage::Placed);
    placed.map(|line| order.line_amounts(line).0).sum()
}

/// The movements of payments are those that were said; a card that was handed over has what it was
/// sold for, and nothing once it came back; the books owe what moved.
fn is_held_right(order: &Order, tally: &Tally, legs: &[MoneyLeg]) -> bool {
    let moves = order_credit(order);
    let of = |account: &'static str, paid: bool| -> i64 {
        let own = moves.iter().filter(|one| one.holder.account() == account);
        let own =
            own.filter(|one| matches!(one.kind, MoveKind::Spent | MoveKind::Refunded) == paid);
        own.map(|one| one.amount_minor).sum()
    };
    let owed = |account: &str| -> i64 {
        let own = legs.iter().filter(|leg| leg.account == account);
        own.map(|leg| leg.amount_minor).sum()
    };
    let accounts = [STORE_CREDIT, GIFT_CARD].into_iter().all(|account| {
        let said = tally.held.get(account).copied().unwrap_or(0);
        let (paid, sold) = (of(account, true), of(account, false));
        paid == said && owed(account) == -(paid + sold)
    });
    let mut lines = order.lines.values().filter(|line| line.gift_card.is_some());
    let whole = order.stage == Stage::Placed && order.edits.is_empty();
    let Some(line) = lines.next().filter(|_| whole && !order.withdrawn) else {
        return accounts;
    };
    let (out, back) = (
        order.shipped_milli(line.line),
        order.returned_milli(line.line),
    );
    let on_card = of(GIFT_CARD, false);
    // A card holds the book's currency, whatever it is paid in. Both have hundredths.
    let price_minor = line.unit_price_micro / 10_000;
    let worth = match &order.document.exchange {
        None => price_minor,
        Some(exchange) => exchange.rate.convert(price_minor).unwrap(),
    };
    accounts
        && (out != 0 || on_card == 0)
        && (out != line.quantity_milli || back != 0 || on_card == worth)
        && (out != back || on_card == 0)
}

/// Points that were spent are held, or come back with their goods; what is earned is for goods that
/// are with the customer and paid, and nothing once they have all come back.
fn is_pointed_right(order: &Order, tally: &Tally) -> bool {
    let (spent, held) = (tally.points, order.points_redeemed());
    let earned = order.points_earned();
    let lines = || tally.lines.values();
    let out = lines().any(|line| line.shipped > line.restocked + line.scrapped);
    let gone = lines().any(|line| line.cancelled + line.restocked + line.scrapped != 0)
        || !tally.loose.is_empty();
    let counts = order.stage == Stage::Placed && !order.withdrawn;
    let whole = counts && !gone && order.edits.is_empty();
    let most = spent.map_or(0, |spent| spent.points);
    (0..=most).contains(&held)
        && (!whole || held == most)
        && earned >= 0
        && (out || earned == 0)
        && (tally.captured > tally.refunded || earned == 0)
}

/// The legs of all days but one.
fn beside(legs: &[MoneyLeg], day: Day) -> Vec<&MoneyLeg> {
    legs.iter().filter(|leg| leg.day != day).collect()
}

fn is_stocked_right(order: &Order, tally: &Tally) -> bool {
    let mut places: BTreeMap<&str, i64> = BTreeMap::new();
    let moves = order_moves(order);
    for part in &moves {
        *places.entry(&part.from).or_default() -= part.quantity_milli;
        *places.entry(&part.to).or_default() += part.quantity_milli;
    }
    let goods = || tally.lines.values().filter(|line| !line.service);
    let shipped: i64 = goods().map(|line| line.goods_of(line.shipped)).sum();
    let restocked: i64 = goods().map(|line| line.goods_of(line.restocked)).sum();
    let scrapped: i64 = goods().map(|line| line.goods_of(line.scrapped)).sum();
    let loose = || tally.loose.values();
    let restocked = restocked + loose().map(|(restocked, _)| restocked).sum::<i64>();
    let scrapped = scrapped + loose().map(|(_, scrapped)| scrapped).sum::<i64>();
    let at = |place: &str| places.get(place).copied().unwrap_or(0);
    at("main") == restocked - shipped
        && at("scrap") == scrapped
        && at("customer") == shipped - restocked - scrapped
}

/// Folds the entries anew, in whatever order they came.
pub fn is_folded_right(order: &Order, entries: &[Entry]) -> Result<(), Invariant> {
    let mut entries: Vec<Entry> = entries.iter().rev().cloned().collect();
    let anew = fold(SubjectKind::Order, &mut entries);
    hold(Fold, matches!(anew, State::Order(anew) if *anew == *order))
}
