//! What a person must look at: queries over the state, so that every device finds the same.

use super::Read;
use crate::dto::{Exception, RecordKind};
use crate::error::Result;
use crate::journal::subject_id;
use domain::stock::MAIN;
use rusqlite::params;

/// A kind of exception: its code, what its records are, and a query for them that gives row
/// number, name and detail. `?1` is the term of the shop's own location, `?2` how many.
struct Rule {
    code: &'static str,
    kind: RecordKind,
    sql: &'static str,
}

const RULES: [Rule; 18] = [
    Rule {
        code: "oversold",
        kind: RecordKind::Product,
        sql: include_str!("sql/exception_oversold.sql"),
    },
    Rule {
        code: "below_zero",
        kind: RecordKind::Product,
        sql: include_str!("sql/exception_below_zero.sql"),
    },
    Rule {
        code: "lot_below_zero",
        kind: RecordKind::Product,
        sql: include_str!("sql/exception_lot_below_zero.sql"),
    },
    Rule {
        code: "serial_here_twice",
        kind: RecordKind::Product,
        sql: include_str!("sql/exception_serial_twice.sql"),
    },
    Rule {
        code: "sku_claimed_twice",
        kind: RecordKind::Product,
        sql: include_str!("sql/exception_sku.sql"),
    },
    Rule {
        code: "barcode_claimed_twice",
        kind: RecordKind::Product,
        sql: include_str!("sql/exception_barcode.sql"),
    },
    Rule {
        code: "shipped_after_cancel",
        kind: RecordKind::Order,
        sql: include_str!("sql/exception_shipped_after_cancel.sql"),
    },
    Rule {
        code: "paid_after_cancel",
        kind: RecordKind::Order,
        sql: include_str!("sql/exception_paid_after_cancel.sql"),
    },
    Rule {
        code: "shipped_too_much",
        kind: RecordKind::Order,
        sql: include_str!("sql/exception_shipped_too_much.sql"),
    },
    Rule {
        code: "returned_too_much",
        kind: RecordKind::Order,
        sql: include_str!("sql/exception_returned_too_much.sql"),
    },
    Rule {
        code: "edited_apart",
        kind: RecordKind::Order,
        sql: include_str!("sql/exception_edited_apart.sql"),
    },
    Rule {
        code: "fields_apart",
        kind: RecordKind::Product,
        sql: include_str!("sql/exception_product_apart.sql"),
    },
    Rule {
        code: "fields_apart",
        kind: RecordKind::Customer,
        sql: include_str!("sql/exception_customer_apart.sql"),
    },
    Rule {
        code: "on_hold",
        kind: RecordKind::Order,
        sql: include_str!("sql/exception_on_hold.sql"),
    },
    Rule {
        code: "credit_overdrawn",
        kind: RecordKind::Customer,
        sql: include_str!("sql/exception_credit_overdrawn.sql"),
    },
    Rule {
        code: "points_overdrawn",
        kind: RecordKind::Customer,
        sql: include_str!("sql/exception_points_overdrawn.sql"),
    },
    Rule {
        code: "loyalty_card_claimed_twice",
        kind: RecordKind::Customer,
        sql: include_str!("sql/exception_loyalty_card.sql"),
    },
    Rule {
        code: "gift_card_overdrawn",
        kind: RecordKind::GiftCard,
        sql: include_str!("sql/exception_gift_card_overdrawn.sql"),
    },
];

impl Read<'_> {
    /// The first `limit` exceptions of each kind, and how many there are in all.
    pub fn exceptions(&self, limit: i64) -> Result<(Vec<Exception>, i64)> {
        let location = self.terms.find(self.conn, MAIN)?.unwrap_or(0);
        let (mut found, mut total) = (Vec::new(), 0);
        for rule in &RULES {
            let mut query = self.conn.prepare_cached(rule.sql)?;
            let mut rows = query.query(params![location])?;
            let mut count = 0;
            while let Some(row) = rows.next()? {
                count += 1;
                if count <= limit {
                    found.push(self.with_owner(Exception {
                        code: rule.code.to_owned(),
                        kind: rule.kind,
                        id: subject_id(self.conn, row.get(0)?)?,
                        title: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
                        detail: row.get(2)?,
                        version: 0,
                        owner: None,
                        note: None,
                    })?);
                }
            }
            total += count;
        }
        found.truncate(usize::try_from(limit).unwrap_or(0));
        Ok((found, total))
    }

    /// The same with its record's version, and with who looks after it.
    fn with_owner(&self, mut found: Exception) -> Result<Exception> {
        let no = self.no_of(found.id, "record")?;
        let sql = match found.kind {
            RecordKind::Product => "SELECT version FROM product WHERE no = ?1",
            RecordKind::Customer => "SELECT version FROM customer WHERE no = ?1",
            RecordKind::GiftCard => "SELECT version FROM gift_card WHERE no = ?1",
            _ => "SELECT version FROM orders WHERE no = ?1",
        };
        let mut version = self.conn.prepare_cached(sql)?;
        found.version = version.query_row([no], |row| row.get(0))?;
        let sql = "SELECT owner FROM exception_owner WHERE no = ?1 AND code = ?2";
        let mut owner = self.conn.prepare_cached(sql)?;
        let mut rows = owner.query(params![no, found.code])?;
        if let Some(row) = rows.next()? {
            found.owner = row.get(0)?;
            if found.kind == RecordKind::Order {
                let owners = self.folded_order(no)?.0.owners;
                found.note = owners.get(&found.code).and_then(|own| own.note.clone());
            }
        }
        Ok(found)
    }
}
