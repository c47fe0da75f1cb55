//! The table that a report fills: columns, rows, totals.

use crate::dto::{ColumnUnit, ReportColumn};
use serde_json::{Map, Value};

/// Columns, rows and totals.
#[derive(Default)]
pub(super) struct Table {
    pub columns: Vec<ReportColumn>,
    pub rows: Vec<Map<String, Value>>,
    pub totals: Map<String, Value>,
}

impl Table {
    /// A table of these columns: key, title, unit.
    pub fn of(columns: &[(&str, &str, ColumnUnit)]) -> Self {
        let columns = columns.iter().map(|(key, title, unit)| ReportColumn {
            key: (*key).to_owned(),
            title: (*title).to_owned(),
            unit: *unit,
        });
        Self {
            columns: columns.collect(),
            ..Self::default()
        }
    }

    /// Adds a row: one value per column, in their order.
    pub fn row(&mut self, values: impl IntoIterator<Item = Value>) {
        let keys = self.columns.iter().map(|column| column.key.clone());
        self.rows.push(keys.zip(values).collect());
    }

    /// Takes a column away.
    pub fn without(&mut self, key: &str) {
        self.columns.retain(|column| column.key != key);
        self.totals.shift_remove(key);
        for row in &mut self.rows {
            row.shift_remove(key);
        }
    }

    /// Sets a total.
    pub fn total(&mut self, key: &str, figure: i64) {
        self.totals.insert(key.to_owned(), Value::from(figure));
    }
}
