//! What of a deal whoever made it may not do by their role: prices that were typed, and discounts
//! beyond a limit. Drafts may hold anything; what counts is what is offered, placed or sold.
use book::Tx;
use domain::order::{Order, OrderLine, Stage, proposed_price};
use domain::person::{DealLimits, Permission, check_deal};
use std::collections::BTreeSet;
use uuid::Uuid;

use super::{deal, steps};
use crate::App;
use crate::error::AppError;

/// Refuses a deal that needs an approval which nobody gave. `before` is the order as it was agreed
/// already, if it was: what it had then is not asked for again.
pub(super) fn check(
    app: &App,
    tx: &mut Tx<'_>,
    id: Uuid,
    before: Option<&Order>,
) -> Result<(), AppError> {
    let Some(limits) = app.deal_limits() else {
        return Ok(());
    };
    let now = steps::now(tx, id)?;
    let mut needed = BTreeSet::new();
    for line in now.lines.values() {
        let was = before.and_then(|order| order.lines.get(&line.line));
        needed.extend(of_line(tx, &limits, &now, (line, was))?);
    }
    app.require(&needed.into_iter().collect::<Vec<_>>())
}

/// The order as it was agreed: placed, or offered as it stands. A draft was agreed by nobody.
pub(super) fn agreed(before: &Order) -> Option<&Order> {
    let agreed = before.stage == Stage::Placed || before.open_quote().is_some();
    agreed.then_some(before)
}

fn of_line(
    tx: &mut Tx<'_>,
    limits: &DealLimits,
    now: &Order,
    (line, was): (&OrderLine, Option<&OrderLine>),
) -> Result<Vec<Permission>, AppError> {
    // Only a price that was typed has another to be held against.
    let proposed_micro = match line.own_price {
        true => proposed(tx, now, line)?,
        false => None,
    };
    let inclusive = now.document.prices_include_tax;
    Ok(check_deal(limits, line, was, inclusive, proposed_micro))
}

fn proposed(tx: &mut Tx<'_>, now: &Order, line: &OrderLine) -> Result<Option<i64>, AppError> {
    let document = &now.document;
    let buyer = deal::buyer(tx, document.customer.map(|id| id.0))?;
    let is_exempt = document.exemption.is_some();
    deal::with_products(
        tx,
        &document.channel,
        (&buyer, document.exchange.as_ref()),
        |settings, products| Ok(proposed_price(line, is_exempt, settings, products)),
    )
}
