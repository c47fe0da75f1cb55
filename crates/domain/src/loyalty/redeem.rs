//! Points that are redeemed: the last deduction from a document, stored on it line by line as the
//! shares of promotions are, so that returns and changes share it in the same way.

use super::programme::{MOST_POINTS, Programme};
use crate::ids::PromotionId;
use crate::order::{Document, OrderLine, PromotionApplied, PromotionShare, fill};
use crate::order::{price_with, stored_promotions};
use crate::pricing::{Deduction, DiscountClass, Off};
use crate::refusal::Refusal;
use crate::settings::Settings;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Under which shares of lines stand that points took off. No promotion of a book has this key.
pub const POINTS: PromotionId =
    PromotionId(Uuid::from_u128(0x706f_696e_7473_8000_8000_0000_0000_0001));

/// How many points took how much off an order when it was agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointsSpent {
    /// The points.
    pub points: i64,
    /// What they took off, minor units.
    pub off_minor: i64,
}

/// Refuses points that cannot be redeemed: too few at once, or more than there are.
pub fn check_redeem(programme: &Programme, points: i64, balance: i64) -> Result<(), Refusal> {
    if !programme.enabled {
        return Err(Refusal::at("points", "points_off"));
    }
    if points <= 0 || points > MOST_POINTS {
        return Err(Refusal::at("points", "out_of_range"));
    }
    if points > balance.max(0) {
        return Err(Refusal::at("points", "points_short").with(balance.max(0)));
    }
    if points < programme.least_points {
        return Err(Refusal::at("points", "points_too_few").with(programme.least_points));
    }
    Ok(())
}

/// Takes points off a document that is priced, after everything else that is taken off it. Of more
/// points than it comes to, only as many are spent as it needs. In another currency
/// points are worth what they are in the book's, at the rate of the document.
pub fn redeem(
    document: &mut Document,
    points: i64,
    programme: &Programme,
    settings: &Settings,
) -> Result<(), Refusal> {
    let worth = match &document.exchange {
        None => programme.worth(&document.currency),
        Some(exchange) => programme.worth_at(&exchange.rate),
    };
    let worth_minor = worth.of_points(points);
    let mut deductions = stored_promotions(document);
    deductions.push(Deduction {
        lines: redeemable(&document.lines),
        off: Off::OrderFixed(worth_minor),
    });
    let priced = price_with(document, settings, &deductions)?;
    let parts = priced.deducted.last().cloned().unwrap_or_default();
    let off_minor = parts
        .iter()
        .fold(0_i64, |sum, part| sum.saturating_add(*part));
    if off_minor == 0 {
        return Ok(());
    }
    fill(document, &priced);
    for (at, off_minor) in redeemable(&document.lines).into_iter().zip(parts) {
        if off_minor != 0 {
            let promotion = POINTS;
            document.lines[at].promotions.push(PromotionShare {
                promotion,
                off_minor,
            });
        }
    }
    let needed = worth.points_for(off_minor);
    document.promotions.push(PromotionApplied {
        promotion: POINTS,
        name: String::new(),
        class: DiscountClass::OrderFixed,
        coupon: None,
        book_amount_minor: None,
        points: Some(PointsSpent {
            points: if off_minor < worth_minor {
                needed.min(points)
            } else {
                points
            },
            off_minor,
        }),
    });
    Ok(())
}

/// Money is not sold for points: everything but gift cards.
fn redeemable(lines: &[OrderLine]) -> Vec<usize> {
    let lines = lines.iter().enumerate();
    let goods = lines.filter(|(_, line)| line.gift_card.is_none());
    goods.map(|(at, _)| at).collect()
}
