//! The steps that the verbs about transfers share.
use book::dto;
use book::{Read, Said, Tx};
use domain::ids::ReceiptId;
use domain::settings::StockPolicy;
use domain::transfer::{Transfer, handle, send};
use domain::{State, Subject, SubjectKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::input::{TransferLineInput, lines};
use super::lots;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Change, Written, check_version};

/// What became of goods on their way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TransferHandled {
    /// Which goods; all that are still under way when absent.
    pub lines: Option<Vec<TransferLineInput>>,
    /// Why.
    pub reason: Option<String>,
}

pub(super) fn subject(id: Uuid) -> Subject {
    Subject::new(SubjectKind::Transfer, id)
}

/// The transfer as it is, at the version that the caller saw.
pub(super) fn transfer(tx: &mut Tx<'_>, change: &Change) -> Result<Transfer, AppError> {
    let now = now(tx, change.id)?;
    check_version(now.version, change.expected_version)?;
    Ok(now)
}

/// The transfer with what this transaction has said of it.
pub(super) fn now(tx: &mut Tx<'_>, id: Uuid) -> Result<Transfer, AppError> {
    match tx.state(subject(id))? {
        State::Transfer(now) if now.document.is_some() => Ok((**now).clone()),
        _ => Err(AppError::not_found("transfer_unknown")),
    }
}

/// Sends what was written down; a book that blocks sends only what is there.
pub(super) fn send_now(app: &App, tx: &mut Tx<'_>, id: Uuid) -> Result<(), AppError> {
    let mut said = send(&now(tx, id)?)?;
    said.lots = lots::sent(app, tx, &said)?;
    tx.append(Said::new(subject(id), "transfer.sent", &said))?;
    if tx.settings().terms.stock_policy != Some(StockPolicy::Block) {
        return Ok(());
    }
    tx.settle()?;
    for (index, line) in said.lines.iter().enumerate() {
        let left_milli = tx.read().on_hand_at(line.product.0, &said.from)?;
        if left_milli < 0 {
            let field = format!("lines.{index}.quantity_milli");
            let short = AppError::at(field, "stock_short");
            return Err(short.with(left_milli.saturating_neg()));
        }
    }
    Ok(())
}

/// Says what became of goods on their way.
pub(super) fn handled(
    app: &App,
    input: &Amend<TransferHandled>,
    kind: &str,
    reason_needed: bool,
) -> Result<Written<dto::Transfer>, AppError> {
    let (change, said) = (input.part, &input.body);
    let blank = |reason: &str| reason.trim().is_empty();
    if reason_needed && said.reason.as_deref().is_none_or(blank) {
        return Err(AppError::at("reason", "required"));
    }
    app.write(
        change,
        |tx| {
            let now = transfer(tx, &change)?;
            let asked = said.lines.as_deref();
            append_handled(app, tx, &now, (kind, asked, said.reason.as_deref()))?;
            Ok(change.id)
        },
        face,
    )
}

type Part<'a> = (&'a str, Option<&'a [TransferLineInput]>, Option<&'a str>);

/// Appends what became of goods of a transfer.
pub(super) fn append_handled(
    app: &App,
    tx: &mut Tx<'_>,
    now: &Transfer,
    (kind, asked, reason): Part<'_>,
) -> Result<(), AppError> {
    let named = asked.map(|asked| lines(tx, asked)).transpose()?;
    let mut said = handle(now, ReceiptId(app.new_id()), named, reason)?;
    said.lots = lots::handled((app, tx), now, &said, asked)?;
    let id = now.id.map(|id| id.0).unwrap_or_default();
    Ok(tx.append(Said::new(subject(id), kind, &said))?)
}

/// The transfer as screens show it.
pub(super) fn face(read: Read<'_>, id: Uuid) -> Result<dto::Transfer, AppError> {
    Ok(read.transfer(id)?)
}
