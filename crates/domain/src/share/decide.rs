//! Decisions about shares. Only who has something gives it away; the keeper alone says that a
//! device is lost, and answers for what that one takes all the same.

use super::rights::Rights;
use super::state::{Share, ShareTerms};
use crate::ids::{DeviceId, ProductId};
use crate::limits::QUANTITY_MILLI;
use crate::refusal::Refusal;

/// Begins to share, or takes over from the device that kept the rest.
///
/// # Errors
/// This device keeps it already.
pub fn open(
    now: &Share,
    by: DeviceId,
    (product, location): (ProductId, &str),
) -> Result<ShareTerms, Refusal> {
    if now.open && now.keeper == Some(by) {
        return Err(Refusal::new("share_open"));
    }
    Ok(ShareTerms {
        product,
        location: location.to_owned(),
        device: None,
        quantity_milli: None,
    })
}

/// Shares count no more.
///
/// # Errors
/// They do not, or another device keeps the rest.
pub fn close(now: &Share, by: DeviceId) -> Result<ShareTerms, Refusal> {
    check_keeper(now, by)?;
    said(now)
}

/// Gives another device some of what this one may take.
///
/// # Errors
/// It may not take so much.
pub fn give(
    now: &Share,
    rights: &Rights,
    (by, to): (DeviceId, DeviceId),
    quantity_milli: i64,
) -> Result<ShareTerms, Refusal> {
    let said = said(now)?;
    if to == by {
        return Err(Refusal::at("device", "share_own"));
    }
    check_quantity(quantity_milli)?;
    let left_milli = rights.left_milli(by);
    if quantity_milli > left_milli {
        let short = Refusal::at("quantity_milli", "share_short");
        return Err(short.with(quantity_milli.saturating_sub(left_milli)));
    }
    Ok(ShareTerms {
        device: Some(to),
        quantity_milli: Some(quantity_milli),
        ..said
    })
}

/// Asks the others for so much; nothing takes back what was asked before.
///
/// # Errors
/// Nothing is shared, or this device keeps the rest and asks itself.
pub fn want(now: &Share, by: DeviceId, quantity_milli: i64) -> Result<ShareTerms, Refusal> {
    let said = said(now)?;
    if now.keeper == Some(by) {
        return Err(Refusal::new("share_own"));
    }
    if quantity_milli != 0 {
        check_quantity(quantity_milli)?;
    }
    Ok(ShareTerms {
        quantity_milli: Some(quantity_milli),
        ..said
    })
}

/// A device will take nothing more: what it was left is the keeper's again.
///
/// # Errors
/// It has nothing left, or another device keeps the rest.
pub fn lose(
    now: &Share,
    rights: &Rights,
    (by, lost): (DeviceId, DeviceId),
) -> Result<ShareTerms, Refusal> {
    check_keeper(now, by)?;
    let left_milli = rights.left_milli(lost);
    if lost == by || left_milli <= 0 {
        return Err(Refusal::at("device", "share_nothing_left"));
    }
    Ok(ShareTerms {
        device: Some(lost),
        quantity_milli: Some(left_milli),
        ..said(now)?
    })
}

fn said(now: &Share) -> Result<ShareTerms, Refusal> {
    let goods = now.goods.as_ref().filter(|_| now.open);
    let (product, location) = goods.ok_or_else(|| Refusal::new("share_not_open"))?;
    Ok(ShareTerms {
        product: *product,
        location: location.clone(),
        device: None,
        quantity_milli: None,
    })
}

fn check_keeper(now: &Share, by: DeviceId) -> Result<(), Refusal> {
    if now.open && now.keeper != Some(by) {
        return Err(Refusal::new("share_not_keeper"));
    }
    Ok(())
}

fn check_quantity(quantity_milli: i64) -> Result<(), Refusal> {
    match quantity_milli {
        0 => Err(Refusal::at("quantity_milli", "quantity_zero")),
        1..=QUANTITY_MILLI => Ok(()),
        _ => Err(Refusal::at("quantity_milli", "out_of_range")),
    }
}
