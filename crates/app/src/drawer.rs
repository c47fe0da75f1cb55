//! Cash and the till session that counts it.
use book::Tx;
use domain::till::CASH;

use crate::error::AppError;

/// Refuses cash while the till is closed, where the book asks for an open one.
pub(crate) fn check_till<'a>(
    tx: &Tx<'_>,
    mut methods: impl Iterator<Item = &'a str>,
) -> Result<(), AppError> {
    let in_cash = methods.any(|method| method == CASH);
    if in_cash && tx.settings().till_required() && tx.read().open_till()?.is_none() {
        return Err(AppError::conflict("till_required"));
    }
    Ok(())
}
