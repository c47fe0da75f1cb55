//! What a record contributes to balances and roll-ups, with a sign: minus to take back the share
//! of the state before, plus to add that of the state after.

use super::Target;
use super::delta::{DAY, Delta, MONTH, SalesSum, WEEK, YEAR, sales};
use crate::error::Result;
use domain::order::{
    EventLine, FulfilmentStatus, Moment, MoneyCause, MoneyEvent, Order, OrderKind,
};
use domain::posting::{MoneyLeg, StockMove};
use domain::stock::StockDocument;
use domain::{Day, SubjectKind};

/// The term that stands for "no country".
pub(crate) const NO_COUNTRY: &str = "";

/// Whether sales figures count an order: placed, and not cancelled before anything went out.
pub(crate) fn is_sale(order: &Order) -> bool {
    order.counts()
        && (order.cancelled.is_none() || order.fulfilment_status() != FulfilmentStatus::None)
}

/// Adds an order's share of what the next sale must know: allocations, and its customer's totals.
pub(crate) fn add_holdings(
    target: &mut Target<'_>,
    order: &Order,
    sign: i64,
    delta: &mut Delta,
) -> Result<()> {
    for line in order.lines.values() {
        let allocated = order.allocated_milli(line);
        if allocated == 0 {
            continue;
        }
        for (product, milli) in line.goods(allocated) {
            let product = target.subject(SubjectKind::Product, product.0)?;
            let location = target.terms.number(target.conn, order.location())?;
            let figures = [0, sign * milli];
            Delta::add(&mut delta.stock_balance, (product, location), figures);
        }
    }
    let Some(customer) = customer_of(target, order)? else {
        return Ok(());
    };
    if !order.withdrawn {
        let sum = delta.customer_total.entry(customer).or_default();
        sum.balance_minor += sign * order.due_in_book();
    }
    if is_sale(order) {
        // What came back is taken off at once: it is no document of its own here.
        let figures = [sign, sign * order.revenue_minor()];
        let sum = delta.customer_total.entry(customer).or_default();
        sum.add_document(order.placed.day.0, figures);
    }
    Ok(())
}

fn customer_of(target: &mut Target<'_>, order: &Order) -> Result<Option<i64>> {
    let customer = order.document.customer;
    customer
        .map(|id| target.subject(SubjectKind::Customer, id.0))
        .transpose()
}

/// Adds an order's share of the sales.
pub(crate) fn add_sale(
    target: &mut Target<'_>,
    order: &Order,
    sign: i64,
    delta: &mut Delta,
) -> Result<()> {
    if !is_sale(order) {
        return Ok(());
    }
    let document = &order.document;
    let channel = target.terms.number(target.conn, &document.channel)?;
    let country = document.country.as_deref().unwrap_or(NO_COUNTRY);
    let country = target.terms.number(target.conn, country)?;
    let place = (channel, country);
    let customer = customer_of(target, order)?;
    for event in order.money_events() {
        let Some(counted) = counted(order, &event, place, sign) else {
            continue;
        };
        let revenue = add_parts(target, order, &counted, &event.lines, delta)?;
        if let Some(customer) = customer {
            // Who brings something back, or has an order changed, has bought nothing on that day.
            let figures = [sign * counted.documents_bought(), sign * revenue];
            add_customer(delta, customer, counted.moment.day, figures);
        }
    }
    if let Some(customer) = customer {
        Delta::add(&mut delta.customer_country, (country, customer), [sign]);
    }
    Ok(())
}

/// How an event counts among the sales; payments do not.
fn counted(order: &Order, event: &MoneyEvent<'_>, place: (i64, i64), sign: i64) -> Option<Counted> {
    let (kind, documents) = match event.cause {
        MoneyCause::Agreed => (order.document.kind, 1),
        MoneyCause::Edited(_) => (order.document.kind, 0),
        MoneyCause::Returned(_) => (OrderKind::Return, 1),
        MoneyCause::Paid(_) => return None,
    };
    Some(Counted {
        kind,
        documents,
        agreed: event.cause == MoneyCause::Agreed,
        sign,
        moment: event.moment,
        place,
    })
}

/// A document whose figures count on its own day: the sale, what came back of it, or what was
/// changed of it, which is no document more.
#[derive(Clone, Copy)]
struct Counted {
    kind: OrderKind,
    documents: i64,
    /// It is the order itself.
    agreed: bool,
    sign: i64,
    moment: Moment,
    /// Channel and country.
    place: (i64, i64),
}

impl Counted {
    /// Documents that a customer bought.
    fn documents_bought(&self) -> i64 {
        i64::from(self.agreed)
    }
}

/// Adds a document's figures; one that is an exchange at the counter, goods without a receipt for
/// others, counts as a sale and as a return. Imported documents are as their source made them.
fn add_parts(
    target: &mut Target<'_>,
    order: &Order,
    counted: &Counted,
    parts: &[EventLine<'_>],
    delta: &mut Delta,
) -> Result<i64> {
    let is_back = |part: &&EventLine<'_>| part.line.quantity_milli < 0;
    let sale = counted.agreed && counted.kind == OrderKind::Sale;
    if !sale || order.document.run.is_some() || !parts.iter().any(|part| is_back(&part)) {
        return add_document(target, counted, parts, delta);
    }
    let (back, sold): (Vec<EventLine<'_>>, Vec<EventLine<'_>>) =
        parts.iter().partition(|part| part.line.quantity_milli < 0);
    let returned = Counted {
        kind: OrderKind::Return,
        ..*counted
    };
    let revenue = add_document(target, &returned, &back, delta)?;
    Ok(revenue + add_document(target, counted, &sold, delta)?)
}

/// Adds a document's figures but those of its customer; answers with its revenue.
fn add_document(
    target: &mut Target<'_>,
    counted: &Counted,
    parts: &[EventLine<'_>],
    delta: &mut Delta,
) -> Result<i64> {
    let Counted {
        kind,
        documents,
        sign,
        moment,
        place,
        ..
    } = *counted;
    let (mut lines, mut units, mut revenue, mut taxed) = (0, 0, 0, 0);
    // A card is no sale: what it is spent on will be one.
    for part in parts.iter().filter(|part| part.line.gift_card.is_none()) {
        let (total, tax) = part.share.amounts();
        let quantity_milli = part.share.quantity_milli;
        let counts = i64::from(part.counts);
        lines += counts;
        units += quantity_milli;
        revenue += total - tax;
        taxed += tax;
        if let Some(product) = part.line.product {
            let product = target.subject(SubjectKind::Product, product.0)?;
            let figures = [sign * counts, sign * quantity_milli, sign * (total - tax)];
            add_product(delta, product, moment.day, figures);
        }
    }
    let mut sum = sales_sum(kind, lines, units, revenue, taxed);
    sum[sales::DOCUMENTS] = documents;
    add_places(delta, moment.day, place, sum.map(|figure| sign * figure));
    let hour = hour_of(moment.at_ms, moment.offset_min);
    let figures = [sign * documents, sign * lines, sign * revenue];
    Delta::add(&mut delta.sales_hour, (moment.day.0, hour), figures);
    Ok(revenue)
}

fn sales_sum(kind: OrderKind, lines: i64, units: i64, revenue: i64, tax: i64) -> SalesSum {
    let mut sum = [0; 13];
    sum[sales::DOCUMENTS] = 1;
    sum[sales::LINES] = lines;
    sum[sales::UNITS] = units;
    sum[sales::REVENUE] = revenue;
    sum[sales::TAX] = tax;
    match kind {
        OrderKind::Sale => {}
        OrderKind::Return => {
            sum[sales::RETURNS] = 1;
            sum[sales::RETURN_LINES] = lines;
            sum[sales::RETURNED] = units;
            sum[sales::RETURNED_MINOR] = revenue;
        }
        OrderKind::Adjustment => {
            sum[sales::ADJUSTMENTS] = 1;
            sum[sales::ADJUSTED_MINOR] = revenue;
        }
    }
    sum
}

fn add_places(delta: &mut Delta, day: Day, (channel, country): (i64, i64), sum: SalesSum) {
    Delta::add(&mut delta.sales_day, (day.0, channel, country), sum);
    let month = day.month_start().0;
    Delta::add(&mut delta.sales_month, (month, channel, country), sum);
}

fn add_product(delta: &mut Delta, product: i64, day: Day, figures: [i64; 3]) {
    for (grain, period) in [
        (DAY, day),
        (MONTH, day.month_start()),
        (YEAR, day.year_start()),
    ] {
        Delta::add(
            &mut delta.product_sales,
            (grain, period.0, product),
            figures,
        );
    }
    Delta::add(&mut delta.product_total, product, figures);
}

fn add_customer(delta: &mut Delta, customer: i64, day: Day, figures: [i64; 2]) {
    let periods = [
        (DAY, day),
        (MONTH, day.month_start()),
        (YEAR, day.year_start()),
        (WEEK, day.week_start()),
    ];
    for (grain, period) in periods {
        Delta::add(
            &mut delta.customer_sales,
            (grain, period.0, customer),
            figures,
        );
    }
}

/// Adds the share of a stock correction that a channel sent with its documents.
pub(crate) fn add_correction(
    target: &mut Target<'_>,
    document: &StockDocument,
    sign: i64,
    delta: &mut Delta,
) -> Result<()> {
    let Some(said) = document.adjusted.as_ref().filter(|_| !document.withdrawn) else {
        return Ok(());
    };
    let Some(channel) = &said.channel else {
        return Ok(());
    };
    let channel = target.terms.number(target.conn, channel)?;
    let country = said.country.as_deref().unwrap_or(NO_COUNTRY);
    let country = target.terms.number(target.conn, country)?;
    let mut units = 0;
    for line in &said.lines {
        let product = target.subject(SubjectKind::Product, line.product.0)?;
        let figures = [sign, sign * line.quantity_milli, 0];
        add_product(delta, product, document.day, figures);
        units += line.quantity_milli;
    }
    let lines = said.lines.len() as i64;
    let mut sum = sales_sum(OrderKind::Sale, lines, units, 0, 0);
    sum[sales::CORRECTIONS] = 1;
    sum[sales::CORRECTED] = units;
    let sum = sum.map(|figure| sign * figure);
    add_places(delta, document.day, (channel, country), sum);
    let hour = hour_of(document.at_ms, document.offset_min);
    Delta::add(
        &mut delta.sales_hour,
        (document.day.0, hour),
        [sign, sign * lines, 0],
    );
    Ok(())
}

/// Adds moves to the balances of their locations.
pub(crate) fn add_balances(
    target: &mut Target<'_>,
    moves: &[StockMove],
    sign: i64,
    delta: &mut Delta,
) -> Result<()> {
    for part in moves {
        let product = target.subject(SubjectKind::Product, part.product.0)?;
        let from = target.terms.number(target.conn, &part.from)?;
        let to = target.terms.number(target.conn, &part.to)?;
        let quantity = sign * part.quantity_milli;
        Delta::add(&mut delta.stock_balance, (product, from), [-quantity, 0]);
        Delta::add(&mut delta.stock_balance, (product, to), [quantity, 0]);
    }
    Ok(())
}

/// Adds moves to the flows of their days.
pub(crate) fn add_flows(
    target: &mut Target<'_>,
    moves: &[StockMove],
    sign: i64,
    delta: &mut Delta,
) -> Result<()> {
    for part in moves {
        let from = target.terms.number(target.conn, &part.from)?;
        let to = target.terms.number(target.conn, &part.to)?;
        let key = (part.day.0, from, to);
        Delta::add(
            &mut delta.stock_day,
            key,
            [sign, sign * part.quantity_milli],
        );
    }
    Ok(())
}

/// Adds legs to the balances of their accounts.
pub(crate) fn add_legs(
    target: &mut Target<'_>,
    legs: &[MoneyLeg],
    sign: i64,
    delta: &mut Delta,
) -> Result<()> {
    for leg in legs {
        let account = target.terms.number(target.conn, &leg.account)?;
        let key = (account, leg.day.0);
        Delta::add(&mut delta.money_balance, key, [sign * leg.amount_minor]);
    }
    Ok(())
}

fn hour_of(at_ms: i64, offset_min: i32) -> i64 {
    let local = at_ms.saturating_add(i64::from(offset_min) * 60_000);
    local.rem_euclid(86_400_000) / 3_600_000
}
