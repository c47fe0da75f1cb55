//! Store credit and gift cards: balances, movements, and the list of cards.

use super::Read;
use super::moment::local;
use crate::dto::{self, CreditMove, CreditMoveKind, GiftCardRow, GiftCardState, Page, RecordKind};
use crate::error::{BookError, Result};
use crate::journal;
use domain::credit::{Holder, MoveKind, card_credit, customer_credit};
use domain::gift_card::GiftCard;
use domain::{Day, State, Subject, SubjectKind};
use rusqlite::{Row, params};
use uuid::Uuid;

const BALANCE: &str = "SELECT amount_minor FROM credit_balance WHERE holder = ?1";
const MOVES: &str = include_str!("sql/credit_moves.sql");
const CARDS: &str = include_str!("sql/gift_cards.sql");
const CARDS_OF_CODE: &str = include_str!("sql/gift_cards_of_code.sql");
const CARDS_OF_CODE_COUNT: &str = include_str!("sql/gift_cards_of_code_count.sql");
const CARD: &str = include_str!("sql/gift_card.sql");
const CARDS_COUNT: &str = "SELECT rows FROM row_count WHERE name = 'gift_cards'";

/// Movements that a page shows.
const MOVES_SHOWN: i64 = 200;

impl Read<'_> {
    /// What somebody has, minor units; nothing for whom the book does not know.
    pub fn credit_of(&self, holder: Holder) -> Result<i64> {
        let Subject { kind, id } = holder.subject();
        match self.row_no(kind, id)? {
            Some(no) => self.balance(no),
            None => Ok(0),
        }
    }

    /// What the shop holds for a customer, and what moved it.
    pub fn store_credit(&self, customer: Uuid) -> Result<dto::StoreCredit> {
        let no = self.no_of(customer, "customer")?;
        let balance_minor = self.balance(no)?;
        let (moves, more) = self.credit_moves(no, balance_minor)?;
        Ok(dto::StoreCredit {
            balance_minor,
            moves,
            more,
        })
    }

    /// A window of the gift cards, the newest first; `text` is a part of a code.
    pub fn gift_cards(
        &self,
        text: &str,
        today: Day,
        offset: i64,
        limit: i64,
    ) -> Result<Page<GiftCardRow>> {
        let like = format!("%{}%", domain::gift_card::folded(text).replace('%', ""));
        let rows = if text.trim().is_empty() {
            self.all(CARDS, params![limit, offset], |row| card_row(row, today))?
        } else {
            let window = params![like, limit, offset];
            self.all(CARDS_OF_CODE, window, |row| card_row(row, today))?
        };
        let total = if text.trim().is_empty() {
            self.all(CARDS_COUNT, [], |row| row.get(0))?
        } else {
            self.all(CARDS_OF_CODE_COUNT, [like], |row| row.get(0))?
        };
        Ok(Page {
            total: total.first().copied().unwrap_or(0),
            complete: true,
            offset,
            rows,
        })
    }

    /// A gift card by id.
    pub fn gift_card(&self, id: Uuid, today: Day) -> Result<dto::GiftCard> {
        let no = self.no_of(id, "gift_card")?;
        let row = self.gift_card_row(no, today)?;
        let row = row.ok_or(BookError::NotFound("gift_card"))?;
        let mut entries = journal::entries(self.conn, self.terms, no)?;
        let State::GiftCard(card) = domain::fold(SubjectKind::GiftCard, &mut entries) else {
            return Err(BookError::NotFound("gift_card"));
        };
        let (moves, more) = self.credit_moves(no, row.balance_minor)?;
        let by = card.replacements.iter().next();
        Ok(dto::GiftCard {
            block_reason: card.blocked.as_ref().and_then(|said| said.reason.clone()),
            replaced_by: by.map(|(id, _)| id.0),
            replaced_by_code: by.map(|(_, said)| said.code.clone()),
            moves,
            more,
            timeline: self.timeline(&entries)?,
            row,
        })
    }

    /// The code of a card, when it was issued here or elsewhere.
    pub(crate) fn gift_card_code(&self, id: Uuid) -> Result<Option<String>> {
        let Some(no) = journal::subject_no(self.conn, id)? else {
            return Ok(None);
        };
        let sql = "SELECT code FROM gift_card WHERE no = ?1";
        Ok(self.all(sql, [no], |row| row.get(0))?.into_iter().next())
    }

    fn gift_card_row(&self, no: i64, today: Day) -> Result<Option<GiftCardRow>> {
        let rows = self.all(CARD, [no], |row| card_row(row, today))?;
        Ok(rows.into_iter().next())
    }

    fn balance(&self, no: i64) -> Result<i64> {
        let found = self.all(BALANCE, [no], |row| row.get(0))?;
        Ok(found.first().copied().unwrap_or(0))
    }

    /// The newest movements with what there was after each, and whether there are more.
    fn credit_moves(&self, no: i64, balance_minor: i64) -> Result<(Vec<CreditMove>, bool)> {
        let window = params![no, MOVES_SHOWN + 1];
        let mut found = self.all(MOVES, window, found_move)?;
        let more = found.len() as i64 > MOVES_SHOWN;
        found.truncate(MOVES_SHOWN as usize);
        let (mut after_minor, mut moves) = (balance_minor, Vec::with_capacity(found.len()));
        for one in found {
            moves.push(self.credit_move(&one, after_minor)?);
            after_minor = after_minor.saturating_sub(one.amount_minor);
        }
        Ok((moves, more))
    }

    fn credit_move(&self, found: &FoundMove, after_minor: i64) -> Result<CreditMove> {
        let cause = journal::subject_of(self.conn, found.cause)?;
        let (number, reason) = match cause.kind {
            SubjectKind::Order => (self.folded_order(found.cause)?.0.number, None),
            kind => (None, self.reason_of(kind, found)?),
        };
        Ok(CreditMove {
            kind: found.kind,
            amount_minor: found.amount_minor,
            balance_after_minor: after_minor,
            at_local: local(found.at_ms, found.offset_min),
            cause_kind: match cause.kind {
                SubjectKind::Order => RecordKind::Order,
                SubjectKind::Customer => RecordKind::Customer,
                _ => RecordKind::GiftCard,
            },
            cause: cause.id,
            number,
            reason,
        })
    }

    /// What was said about a movement that no order made: its record lists them in the same order.
    fn reason_of(&self, kind: SubjectKind, found: &FoundMove) -> Result<Option<String>> {
        let mut entries = journal::entries(self.conn, self.terms, found.cause)?;
        let place = usize::try_from(found.part).unwrap_or(usize::MAX);
        Ok(match domain::fold(kind, &mut entries) {
            State::Customer(customer) => {
                let moved = customer_credit(&customer).get(place).copied();
                let key = moved.map(|moved| (moved.moment, moved.amount_minor));
                let mut credits = customer.credits.values();
                let own = credits.find(|own| key == Some((own.moment, own.amount_minor)));
                own.and_then(|own| own.reason.clone())
            }
            State::GiftCard(card) => card_reason(&card, place),
            _ => None,
        })
    }
}

fn card_reason(card: &GiftCard, place: usize) -> Option<String> {
    let moved = card_credit(card).get(place).copied()?;
    let mut said = card.adjustments.values();
    let own = said.find(|own| (moved.moment, moved.amount_minor) == (own.moment, own.amount_minor));
    own.map(|own| own.reason.clone())
}

/// A movement as its row has it.
struct FoundMove {
    at_ms: i64,
    cause: i64,
    part: i64,
    offset_min: i32,
    kind: CreditMoveKind,
    amount_minor: i64,
}

fn found_move(row: &Row<'_>) -> rusqlite::Result<FoundMove> {
    Ok(FoundMove {
        at_ms: row.get(0)?,
        cause: row.get(1)?,
        part: row.get(2)?,
        offset_min: row.get(3)?,
        kind: shown_kind(row.get(4)?),
        amount_minor: row.get(5)?,
    })
}

fn shown_kind(code: u8) -> CreditMoveKind {
    match MoveKind::ALL.get(usize::from(code)) {
        Some(MoveKind::Spent) => CreditMoveKind::Spent,
        Some(MoveKind::Refunded) => CreditMoveKind::Refunded,
        Some(MoveKind::Sold) => CreditMoveKind::Sold,
        Some(MoveKind::Returned) => CreditMoveKind::Returned,
        Some(MoveKind::PaidOut) => CreditMoveKind::PaidOut,
        Some(MoveKind::Replaced) => CreditMoveKind::Replaced,
        Some(MoveKind::ByHand) | None => CreditMoveKind::ByHand,
    }
}

fn card_row(row: &Row<'_>, today: Day) -> rusqlite::Result<GiftCardRow> {
    let expires: Option<i32> = row.get(3)?;
    let over = expires.is_some_and(|day| Day(day) < today);
    Ok(GiftCardRow {
        id: Uuid::from_bytes(row.get(0)?),
        code: row.get(1)?,
        issued_day: Day(row.get(2)?).to_string(),
        expires: expires.map(|day| Day(day).to_string()),
        state: match row.get::<_, u8>(4)? {
            0 if over => GiftCardState::Expired,
            0 => GiftCardState::Active,
            1 => GiftCardState::Blocked,
            _ => GiftCardState::Replaced,
        },
        balance_minor: row.get(5)?,
        version: row.get(6)?,
    })
}
