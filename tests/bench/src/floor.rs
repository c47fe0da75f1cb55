//! The floor of W1: bare SQLite writing one order of three lines with nothing of ours around it.

use rusqlite::{Connection, params};
use std::path::Path;

const SCHEMA: &str = "
  CREATE TABLE orders (id INTEGER PRIMARY KEY, number TEXT, customer INTEGER, total INTEGER);
  CREATE TABLE line (id INTEGER PRIMARY KEY, order_id INTEGER, product INTEGER,
                     quantity INTEGER, price INTEGER);
  CREATE TABLE movement (id INTEGER PRIMARY KEY, product INTEGER, quantity INTEGER);
  CREATE TABLE payment (id INTEGER PRIMARY KEY, order_id INTEGER, amount INTEGER);
  CREATE TABLE journal (id INTEGER PRIMARY KEY, order_id INTEGER, payload TEXT);
";

/// Nine rows an order, each order durable before the next.
pub struct Floor(Connection);

impl Floor {
    /// An empty file with the journal mode and durability of the product.
    pub fn new(path: &Path) -> rusqlite::Result<Self> {
        let conn = Connection::open(path)?;
        conn.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
        conn.pragma_update(None, "synchronous", "full")?;
        conn.execute_batch(SCHEMA)?;
        Ok(Self(conn))
    }

    /// Writes one order in one transaction.
    pub fn write(&mut self, round: usize) -> rusqlite::Result<()> {
        let tx = self.0.transaction()?;
        let (round, number) = (round as i64, format!("A-{round:06}"));
        tx.prepare_cached("INSERT INTO orders (number, customer, total) VALUES (?1, ?2, ?3)")?
            .execute(params![number, round % 1_000, 1_497])?;
        let order = tx.last_insert_rowid();
        for line in 0..3 {
            let product = (round * 3 + line) % 2_000;
            tx.prepare_cached(
                "INSERT INTO line (order_id, product, quantity, price) VALUES (?1, ?2, 1, 499)",
            )?
            .execute(params![order, product])?;
            tx.prepare_cached("INSERT INTO movement (product, quantity) VALUES (?1, -1)")?
                .execute([product])?;
        }
        tx.prepare_cached("INSERT INTO payment (order_id, amount) VALUES (?1, 1497)")?
            .execute([order])?;
        tx.prepare_cached("INSERT INTO journal (order_id, payload) VALUES (?1, ?2)")?
            .execute(params![order, "x".repeat(200)])?;
        tx.commit()
    }
}
