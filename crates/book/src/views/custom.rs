//! The part of a list's filter that is about custom fields.

use super::spec::Demands;
use crate::dto::CustomFilter;
use crate::read::stored_value;

/// What a field may hold, as rows hold it: a day that is none is in no row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Held {
    key: String,
    values: Vec<String>,
}

/// What a filter asks of custom fields.
pub(super) fn held(asked: Option<&[CustomFilter]>) -> Vec<Held> {
    let of = |one: &CustomFilter| Held {
        key: one.key.clone(),
        values: one.values.iter().filter_map(stored_value).collect(),
    };
    asked.unwrap_or_default().iter().map(of).collect()
}

impl Held {
    /// Adds what it demands of the rows of a table.
    pub fn add_to(&self, demands: &mut Demands, table: &str) {
        let holes = vec!["?"; self.values.len()].join(", ");
        demands.conditions.push(format!(
            "EXISTS (SELECT 1 FROM custom_value AS held
              WHERE held.no = {table}.no AND held.key = ? AND held.value IN ({holes}))"
        ));
        demands.values.push(self.key.clone().into());
        let values = self.values.iter().cloned();
        demands.values.extend(values.map(Into::into));
    }
}
