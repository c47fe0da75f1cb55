//! `till.cash`: money into the drawer or out of it without a sale, with a reason.
use super::{notes, steps};
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::Tx;
use book::dto::TillReport;
use domain::till::{Moved, NotesCounted, TillSession};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which way money goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CashWay {
    /// Into the drawer.
    In,
    /// Out of the drawer.
    Out,
}

impl CashWay {
    /// An amount above zero, with the sign of its way.
    const fn signed(self, amount_minor: i64) -> i64 {
        match self {
            Self::In => amount_minor,
            Self::Out => -amount_minor,
        }
    }
}

/// Money that moves without a sale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TillCash {
    /// Which way it goes.
    #[ts(optional = false)]
    pub way: CashWay,
    /// How much, above zero.
    #[ts(optional = false)]
    pub amount_minor: i64,
    /// ISO 4217 code of notes of another currency; the amount is in it then.
    pub currency: Option<String>,
    /// Why.
    #[ts(optional = false)]
    pub reason: String,
}

/// What it takes.
pub type Input = Amend<TillCash>;
/// What it gives.
pub type Output = Written<TillReport>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let said = &input.body;
    if said.amount_minor <= 0 {
        return Err(AppError::at("amount_minor", "amount_not_positive"));
    }
    app.write(
        input.part,
        |tx| {
            let now = steps::session(tx, &input.part)?;
            let moved = match foreign(tx, said) {
                Some(code) => notes_moved(tx, &now, code, said)?,
                None => {
                    let (device, amount_minor) =
                        (tx.device().id, said.way.signed(said.amount_minor));
                    domain::till::move_cash(&now, device, amount_minor, &said.reason)?
                }
            };
            steps::append(tx, input.part.id, "till.moved", &moved)?;
            Ok(input.part.id)
        },
        steps::face,
    )
}

/// The code of another currency than the book's.
fn foreign<'a>(tx: &Tx<'_>, said: &'a TillCash) -> Option<&'a str> {
    let code = said.currency.as_deref().map(str::trim)?;
    Some(code).filter(|code| !code.is_empty() && *code != tx.settings().currency())
}

/// Notes that go in are worth what the day says; those that go out what they were taken for.
fn notes_moved(
    tx: &Tx<'_>,
    now: &TillSession,
    code: &str,
    said: &TillCash,
) -> Result<Moved, AppError> {
    let expected = match said.way {
        CashWay::In => Vec::new(),
        CashWay::Out => {
            let from = now.opened.as_ref().map_or(0, |(_, deed)| deed.seq);
            now.notes_expected(&tx.read().takings_since(now.device, from)?.0)
        }
    };
    let held = notes::worth(tx, (code, said.amount_minor), &expected).map_err(in_amount)?;
    let held = NotesCounted {
        counted_minor: said.way.signed(held.counted_minor),
        worth_minor: said.way.signed(held.worth_minor),
        ..held
    };
    Ok(domain::till::move_notes(
        now,
        tx.device().id,
        held,
        &said.reason,
    )?)
}

/// What is wrong with a count is here said of the amount.
fn in_amount(error: AppError) -> AppError {
    match error.field.as_deref() {
        Some("counted_minor") => AppError {
            field: Some("amount_minor".to_owned()),
            ..error
        },
        _ => error,
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn money_goes_in_and_out_with_a_reason() {
        let shop = Shop::open();
        let opened: TillReport = shop.write("till.open", json!({ "float_minor": 10_000 }));
        let cash = |version: i64, way: &str, amount_minor: i64, reason: &str| {
            json!({
                "id": opened.id, "expected_version": version, "way": way,
                "amount_minor": amount_minor, "reason": reason
            })
        };
        shop.write::<TillReport>("till.cash", cash(1, "out", 450, "Milk"));
        let now: TillReport = shop.write("till.cash", cash(2, "in", 2_000, "Change"));
        assert_eq!(
            (now.cash_in_minor, now.cash_out_minor, now.expected_minor),
            (2_000, 450, 11_550)
        );
        let reasons: Vec<_> = now.moves.iter().map(|one| one.reason.as_str()).collect();
        assert_eq!(reasons, ["Milk", "Change"]);
        for (input, code, field) in [
            (cash(3, "in", 100, " "), "required", "reason"),
            (
                cash(3, "out", 0, "x"),
                "amount_not_positive",
                "amount_minor",
            ),
            (
                cash(1, "out", 1, "x"),
                "version_conflict",
                "expected_version",
            ),
        ] {
            let mut input = input;
            input["request_id"] = json!(shop.request());
            let refused = (code.to_owned(), Some(field.to_owned()));
            assert_eq!(shop.refused("till.cash", input), refused);
        }
    }
}
