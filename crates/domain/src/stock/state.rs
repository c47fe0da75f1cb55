//! A stock document as folded from its entries.

use super::assembly::Assembled;
use crate::day::Day;
use crate::entry::Entry;
use crate::ids::{ProductId, RunId};
use crate::lot::LotPart;
use serde::{Deserialize, Serialize};

/// Payload of `stock.adjusted`: goods found or lost at a location, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjusted {
    /// Location that changes.
    pub location: String,
    /// Why, in the words of the person or file.
    pub reason: String,
    /// Channel of the source, for corrections that came with its documents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// Country printed on the source's document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Wall clock of the source's document (UTC milliseconds) when it is not the entry's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated_ms: Option<i64>,
    /// Document number of the source, for imports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Import that made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<RunId>,
    /// What changes, product by product.
    pub lines: Vec<AdjustedLine>,
    /// What of it belongs to lots. Lots of a line that changes nothing tell which lot goods belong
    /// to that were there before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<LotPart>,
}

/// One product's change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdjustedLine {
    /// The product.
    pub product: ProductId,
    /// Found (positive) or lost (negative), thousandths.
    pub quantity_milli: i64,
    /// What one unit of what was found cost, millionths of the major unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_cost_micro: Option<i64>,
}

/// A stock document as folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StockDocument {
    /// What was adjusted, once known.
    pub adjusted: Option<Adjusted>,
    /// Or what was put together or taken apart.
    pub assembled: Option<Assembled>,
    /// When it happened, UTC milliseconds.
    pub at_ms: i64,
    /// Offset of the wall clock, minutes.
    pub offset_min: i32,
    /// Business day.
    pub day: Day,
    /// Taken back.
    pub withdrawn: bool,
    /// Number of entries folded.
    pub version: u32,
}

impl StockDocument {
    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        self.version += 1;
        match entry.kind.as_str() {
            "stock.adjusted" if self.adjusted.is_none() => {
                self.adjusted = serde_json::from_str(&entry.payload).ok();
                let dated_ms = self
                    .adjusted
                    .as_ref()
                    .and_then(|said: &Adjusted| said.dated_ms);
                self.at_ms = dated_ms.unwrap_or(entry.at_ms);
                self.offset_min = entry.offset_min;
                self.day = entry.business_day;
            }
            "stock.assembled" if self.assembled.is_none() => {
                self.assembled = serde_json::from_str(&entry.payload).ok();
                self.at_ms = entry.at_ms;
                self.offset_min = entry.offset_min;
                self.day = entry.business_day;
            }
            "stock.withdrawn" => self.withdrawn = true,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::stock_moves;
    use uuid::Uuid;

    fn line(quantity_milli: i64, unit_cost_micro: Option<i64>) -> AdjustedLine {
        AdjustedLine {
            product: ProductId(Uuid::from_u128(1)),
            quantity_milli,
            unit_cost_micro,
        }
    }

    #[test]
    fn goods_found_at_several_costs_are_moves_of_their_own() {
        let lines = vec![
            line(1_000, Some(5)),
            line(2_000, Some(7)),
            line(3_000, Some(5)),
            // What is lost leaves at what the ledger says it cost.
            line(-1_000, Some(9)),
        ];
        let said = serde_json::json!({ "location": "main", "reason": "counted", "lines": lines });
        let document = StockDocument {
            adjusted: serde_json::from_value(said).ok(),
            ..StockDocument::default()
        };
        let moves = stock_moves(&document);
        let found = moves.iter().map(|one| {
            let cost = one.unit_cost_micro;
            (one.part, one.from.as_str(), one.quantity_milli, cost)
        });
        assert_eq!(
            found.collect::<Vec<_>>(),
            [
                (0, "main", 1_000, None),
                (1, "adjustment", 4_000, Some(5)),
                (2, "adjustment", 2_000, Some(7)),
            ]
        );
    }
}
