//! `till.cash`: money into the drawer or out of it without a sale, with a reason.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::dto::TillReport;
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

/// Money that moves without a sale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TillCash {
    /// Which way it goes.
    pub way: CashWay,
    /// How much, above zero.
    pub amount_minor: i64,
    /// Why.
    pub reason: String,
}

/// What it takes.
pub type Input = Amend<TillCash>;
/// What it gives.
pub type Output = Written<TillReport>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let TillCash {
        way,
        amount_minor,
        reason,
    } = &input.body;
    if *amount_minor <= 0 {
        return Err(AppError::at("amount_minor", "amount_not_positive"));
    }
    let amount_minor = match way {
        CashWay::In => *amount_minor,
        CashWay::Out => -*amount_minor,
    };
    app.write(
        input.part,
        |tx| {
            let now = steps::session(tx, &input.part)?;
            let device = tx.device().id;
            let said = domain::till::move_cash(&now, device, amount_minor, reason)?;
            steps::append(tx, input.part.id, "till.moved", &said)?;
            Ok(input.part.id)
        },
        steps::face,
    )
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
