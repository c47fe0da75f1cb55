//! A gift card's row, movements and money legs.

use super::delta::Delta;
use super::facts::add_legs;
use super::order::{delete_by, insert_legs};
use super::{Target, credit, owners};
use crate::error::Result;
use domain::credit::{card_credit, card_legs};
use domain::gift_card::GiftCard;
use rusqlite::params;

pub(super) fn project(
    target: &mut Target<'_>,
    no: i64,
    before: &GiftCard,
    after: &GiftCard,
    delta: &mut Delta,
) -> Result<()> {
    delete_by(target, "DELETE FROM gift_card WHERE no = ?1", no)?;
    delete_by(target, "DELETE FROM money_leg WHERE subject = ?1", no)?;
    if after.exists {
        insert(target, no, after)?;
    }
    let legs = card_legs(after);
    insert_legs(target, no, &legs)?;
    add_legs(target, &card_legs(before), -1, delta)?;
    add_legs(target, &legs, 1, delta)?;
    credit::project(target, no, &card_credit(before), &card_credit(after), delta)?;
    owners::project(target, no, Some(&before.owners), Some(&after.owners))?;
    delta.count_row("gift_cards", before.exists, after.exists);
    Ok(())
}

fn insert(target: &Target<'_>, no: i64, card: &GiftCard) -> Result<()> {
    target
        .conn
        .prepare_cached(include_str!("../sql/insert_gift_card.sql"))?
        .execute(params![
            no,
            card.code,
            card.issued.at_ms,
            card.issued.day.0,
            card.expires.map(|day| day.0),
            state_code(card),
            card.version,
        ])?;
    Ok(())
}

fn state_code(card: &GiftCard) -> u8 {
    match (card.is_replaced(), &card.blocked) {
        (true, _) => 2,
        (false, Some(_)) => 1,
        (false, None) => 0,
    }
}
