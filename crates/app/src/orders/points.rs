//! The points of an order that is asked for: what it earns by, and what its customer redeems.
use book::Tx;
use domain::loyalty;
use domain::order::Document;
use domain::{CustomerId, Day};

use crate::error::AppError;

/// Puts on a document what it earns by, and takes off what points are worth that were asked for.
pub(super) fn apply(
    tx: &Tx<'_>,
    document: &mut Document,
    points: Option<i64>,
) -> Result<(), AppError> {
    let settings = tx.settings().clone();
    let programme = settings.loyalty();
    document.earning = programme.earning();
    let Some(points) = points.filter(|points| *points != 0) else {
        return Ok(());
    };
    check(tx, document.customer, points)?;
    Ok(loyalty::redeem(document, points, &programme, &settings)?)
}

/// The same for a draft that is agreed as it stands: it earns by the terms of today, and its points
/// must still be there.
pub(super) fn agree(tx: &Tx<'_>, document: &mut Document) -> Result<(), AppError> {
    document.earning = tx.settings().loyalty().earning();
    let spent = document.promotions.iter().find_map(|one| one.points);
    spent.map_or(Ok(()), |spent| check(tx, document.customer, spent.points))
}

fn check(tx: &Tx<'_>, customer: Option<CustomerId>, points: i64) -> Result<(), AppError> {
    let Some(customer) = customer else {
        return Err(AppError::at("points", "customer_needed"));
    };
    let today: Day = tx.business_day();
    let balance = tx.read().points_of(customer.0, today)?;
    let programme = tx.settings().loyalty();
    Ok(loyalty::check_redeem(&programme, points, balance)?)
}
