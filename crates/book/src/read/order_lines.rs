//! The lines of an order with their amounts after what was called off and came back, and what they
//! add up to.

use super::Read;
use super::lots::tracking_word;
use super::offers::shown_class;
use super::stock::Stock;
use crate::dto::{self, OrderTax};
use crate::error::Result;
use domain::SubjectKind;
use domain::currency::Currency;
use domain::loyalty::POINTS;
use domain::money::UnitPrice;
use domain::order::{Order, OrderLine, PromotionShare};
use domain::pricing::{line_total_minor, refund_share};
use domain::quantity::Quantity;

/// What the lines of an order add up to, minor units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Totals {
    /// Before discounts.
    pub lines_minor: i64,
    /// All discounts.
    pub discount_minor: i64,
    /// Without tax.
    pub net_minor: i64,
    /// The tax.
    pub tax_minor: i64,
}

/// The sums of an order's lines.
pub(super) fn totals(order: &Order) -> Totals {
    let mut sums = Totals::default();
    for line in order.lines.values() {
        let (total, tax) = order.line_amounts(line);
        let off = discount(order, line);
        let base = if order.document.prices_include_tax {
            total
        } else {
            total - tax
        };
        sums.lines_minor = sums.lines_minor.saturating_add(base.saturating_add(off));
        sums.discount_minor = sums.discount_minor.saturating_add(off);
        sums.net_minor = sums.net_minor.saturating_add(total - tax);
        sums.tax_minor = sums.tax_minor.saturating_add(tax);
    }
    sums
}

/// The discount on what is left of a line.
fn discount(order: &Order, line: &OrderLine) -> i64 {
    let ordered = Quantity::from_milli(line.quantity_milli);
    let gone = Quantity::from_milli(order.gone_milli(line));
    line.off_minor - refund_share(line.off_minor, ordered, Quantity::ZERO, gone)
}

/// The taxes of what is left.
pub(super) fn taxes(order: &Order) -> Vec<OrderTax> {
    let shown = order.tax_sums().into_iter().map(|sum| OrderTax {
        code: sum.code,
        rate_ppm: sum.rate_ppm,
        base_minor: sum.base_minor,
        tax_minor: sum.tax_minor,
    });
    shown.collect()
}

/// What promotions took off a line; what points took is said once, of the whole.
fn line_promotions(line: &OrderLine) -> Vec<dto::LinePromotion> {
    let shares = line.promotions.iter();
    let shares = shares.filter(|share| share.promotion != POINTS);
    shares.map(line_promotion).collect()
}

fn line_promotion(share: &PromotionShare) -> dto::LinePromotion {
    dto::LinePromotion {
        promotion: share.promotion.0,
        off_minor: share.off_minor,
    }
}

/// What is charged for shipping, before discounts.
pub(super) fn shipping_minor(order: &Order) -> Option<i64> {
    let digits = Currency::parse(&order.document.currency)
        .ok()?
        .minor_digits();
    let line = order.lines.values().find(|line| line.shipping)?;
    let price = UnitPrice::from_micro(line.unit_price_micro);
    line_total_minor(price, Quantity::from_milli(line.quantity_milli), digits)
}

/// The promotions of an order, with what each took off all lines together.
pub(super) fn promotions(order: &Order) -> Vec<dto::OrderPromotion> {
    let off_minor = |promotion| {
        let shares = order.lines.values().flat_map(|line| &line.promotions);
        let own = shares.filter(|share| share.promotion == promotion);
        own.fold(0, |sum: i64, share| sum.saturating_add(share.off_minor))
    };
    let applied = order.document.promotions.iter();
    let applied = applied.filter(|applied| applied.points.is_none());
    let shown = applied.map(|applied| dto::OrderPromotion {
        promotion: applied.promotion.0,
        name: applied.name.clone(),
        class: shown_class(applied.class),
        coupon: applied.coupon.clone(),
        off_minor: off_minor(applied.promotion),
        book_amount_minor: applied.book_amount_minor,
    });
    shown.collect()
}

/// The lines, with the stock that there is now.
pub(super) fn lines(read: &Read<'_>, order: &Order) -> Result<Vec<dto::OrderLine>> {
    let tracks = read.tracks_anything()?;
    order
        .lines
        .values()
        .filter(|line| order.is_shown(line))
        .map(|line| shown(read, order, (line, tracks)))
        .collect()
}

fn shown(
    read: &Read<'_>,
    order: &Order,
    (line, tracks): (&OrderLine, bool),
) -> Result<dto::OrderLine> {
    let (total_minor, tax_minor) = order.line_amounts(line);
    let (components, stock) = match line.is_bundle() {
        true => read
            .line_components(order, line)
            .map(|(parts, stock)| (parts, Some(stock)))?,
        false => (Vec::new(), own_stock(read, order, line)?),
    };
    let open_milli = order.open_milli(line);
    let card = line.gift_card.as_ref();
    // What is kept back is there: it is missing to nobody.
    let free_milli = |stock: Stock| stock.available_milli().saturating_add(stock.safety_milli);
    let missing_milli = stock.map_or(0, |stock| free_milli(stock).saturating_neg());
    Ok(dto::OrderLine {
        line: i64::from(line.line),
        product: line.product.map(|id| id.0),
        sku: line.sku.clone(),
        title: line.title.clone(),
        service: line.service,
        components,
        quantity_milli: line.quantity_milli,
        wanted_milli: order.sold_share(line).quantity_milli,
        shipped_milli: order.shipped_milli(line.line),
        cancelled_milli: order.cancelled_milli(line),
        open_milli,
        allocated_milli: order.allocated_milli(line),
        waiting_milli: order.waiting_milli(line),
        backordered_milli: missing_milli.clamp(0, order.allocated_milli(line)),
        returned_milli: order.returned_milli(line.line),
        scrapped_milli: order.scrapped_milli(line.line),
        return_requested_milli: order.requested_milli(line.line),
        returnable_milli: order.returnable_milli(line.line),
        unit_price_micro: line.unit_price_micro,
        discount_ppm: line.discount_ppm,
        discount_minor: line.discount_minor,
        price_list: line.price_list.as_ref().map(|list| list.name.clone()),
        own_price: line.own_price,
        shipping: line.shipping,
        gift_card: card.map(|card| card.code.clone()),
        gift_card_expires: card.and_then(|card| Some(card.expires?.to_string())),
        gift_card_worth_minor: card
            .filter(|_| order.document.exchange.is_some())
            .map(|_| order.in_book(line.total_minor)),
        promotions: line_promotions(line),
        tax: line.tax.clone(),
        tax_rate_ppm: line.tax_rate_ppm,
        net_minor: total_minor - tax_minor,
        tax_minor,
        total_minor,
        on_hand_milli: stock.map(|stock| stock.on_hand_milli),
        available_milli: stock.map(|stock| stock.available_milli()),
        tracking: tracking(read, line, tracks)?,
        lots: read.lots_shown(&line.lots, Some(order.changed.day))?,
    })
}

/// What tells the goods of a line apart; of the goods in a bundle nobody is asked.
fn tracking(read: &Read<'_>, line: &OrderLine, tracks: bool) -> Result<dto::Tracking> {
    let goods = !line.service && !line.is_bundle();
    match line.product.filter(|_| tracks && goods) {
        Some(product) => Ok(tracking_word(read.tracking_of(product.0)?)),
        None => Ok(dto::Tracking::None),
    }
}

/// The stock of a line's product where the order is sold from.
fn own_stock(read: &Read<'_>, order: &Order, line: &OrderLine) -> Result<Option<Stock>> {
    let Some(product) = line.product.filter(|_| !line.service) else {
        return Ok(None);
    };
    match read.row_no(SubjectKind::Product, product.0)? {
        Some(no) => Ok(Some(read.stock_at(no, order.location())?)),
        None => Ok(None),
    }
}
