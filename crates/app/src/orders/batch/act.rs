//! What can be done with many orders, and the verb about one order that does it.
use std::collections::BTreeSet;

use book::dto::{IssuedKind, Order, OrderState};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use crate::error::AppError;
use crate::language::Language;
use crate::orders::hold::OrderHoldInput;
use crate::orders::release::OrderRelease;
use crate::print::Printing;
use crate::request::Nothing;

/// What is done with every order of a batch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrderBatchAction {
    /// Drafts are agreed and numbered.
    Place(Nothing),
    /// They are kept from being shipped.
    Hold(OrderHoldInput),
    /// Holds are lifted.
    Release(OrderRelease),
    /// Goods are set aside for what waits.
    Allocate(Nothing),
    /// They are shipped.
    Ship(OrderBatchShip),
    /// Their invoices are issued.
    Invoice(OrderBatchInvoice),
    /// Tags are put on and taken off.
    Tag(OrderBatchTags),
    /// What is to be fetched for them is written to one PDF, or printed, a list an order.
    PickLists(OrderBatchLists),
    /// They are written to a CSV file, a row an order.
    Export(OrderBatchFile),
}

/// How orders are shipped.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderBatchShip {
    /// Ships only what there are goods for.
    pub in_stock: Option<bool>,
    /// Who carries them.
    pub carrier: Option<String>,
}

/// How invoices are issued.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderBatchInvoice {
    /// The language of their words; English when absent.
    pub language: Option<Language>,
    /// The days within which they are to be paid; by the order's own day when absent.
    pub pay_days: Option<i32>,
}

/// Which tags change; others stay.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderBatchTags {
    /// Put on.
    pub add: Option<Vec<String>>,
    /// Taken off.
    pub remove: Option<Vec<String>>,
}

/// Where the pick lists go.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderBatchLists {
    /// The file; replaced when it is there.
    pub path: Option<String>,
    /// Or the printer.
    pub print: Option<Printing>,
    /// The language of their words; English when absent.
    pub language: Option<Language>,
    /// Begins with a list of what all of the orders need together.
    pub wave: Option<bool>,
}

/// The file that orders are written to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderBatchFile {
    /// The file; replaced when it is there.
    #[ts(optional = false)]
    pub path: String,
    /// The language of its words; English when absent.
    pub language: Option<Language>,
}

impl OrderBatchAction {
    /// Whether an order is like that already.
    pub(super) fn is_done(&self, order: &Order) -> bool {
        let agreed = matches!(order.head.state, OrderState::Placed | OrderState::Closed);
        let reasons = || order.held.iter().map(|held| held.reason);
        match self {
            Self::Place(_) => agreed,
            Self::Hold(said) => said.note.is_none() && reasons().any(|it| it == said.reason),
            Self::Release(said) => match said.reason {
                None => order.held.is_empty(),
                Some(reason) => reasons().all(|it| it != reason),
            },
            Self::Allocate(_) => agreed && order.lines.iter().all(|line| line.waiting_milli == 0),
            Self::Ship(_) | Self::PickLists(_) => {
                agreed && order.lines.iter().all(|line| line.open_milli == 0)
            }
            Self::Invoice(_) => order
                .documents
                .iter()
                .any(|issued| issued.kind == IssuedKind::Invoice),
            Self::Tag(said) => said.applied(order) == order.tags.iter().cloned().collect(),
            Self::Export(_) => false,
        }
    }

    /// What of an order still waits after goods were set aside for it.
    pub(super) fn waits_milli(&self, written: &Value) -> Option<i64> {
        let lines = matches!(self, Self::Allocate(_)).then(|| written["lines"].as_array())??;
        let waiting = lines
            .iter()
            .filter_map(|line| line["waiting_milli"].as_i64());
        Some(waiting.fold(0, i64::saturating_add))
    }

    /// The verb about one order and what it takes beside the change; none of a file.
    pub(super) fn verb(&self, order: &Order) -> Result<Option<(&'static str, Value)>, AppError> {
        let body = |said: Result<Value, serde_json::Error>| {
            said.map_err(|error| AppError::broken("internal").with(error))
        };
        Ok(Some(match self {
            Self::Place(_) => ("orders.place", json!({})),
            Self::Allocate(_) => ("orders.allocate", json!({})),
            Self::Hold(said) => ("orders.hold", body(serde_json::to_value(said))?),
            Self::Release(said) => ("orders.release", body(serde_json::to_value(said))?),
            Self::Ship(said) => ("orders.fulfil", body(serde_json::to_value(said))?),
            Self::Invoice(said) => {
                let (language, pay_days) = (said.language, said.pay_days);
                let kind = IssuedKind::Invoice;
                let said = json!({ "kind": kind, "language": language, "pay_days": pay_days });
                ("documents.issue", said)
            }
            Self::Tag(said) => ("orders.tag", json!({ "tags": said.applied(order) })),
            Self::PickLists(_) | Self::Export(_) => return Ok(None),
        }))
    }
}

impl OrderBatchTags {
    /// The tags of an order after it.
    fn applied(&self, order: &Order) -> BTreeSet<String> {
        let said = |tags: &Option<Vec<String>>| -> BTreeSet<String> {
            let tags = tags.iter().flatten().map(|tag| tag.trim().to_owned());
            tags.filter(|tag| !tag.is_empty()).collect()
        };
        let mut tags: BTreeSet<String> = order.tags.iter().cloned().collect();
        tags.extend(said(&self.add));
        &tags - &said(&self.remove)
    }
}
