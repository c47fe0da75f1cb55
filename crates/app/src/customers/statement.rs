//! `customers.statement`: a customer's account over a period: what was owed before it, what moved it
//! day by day, and the orders that make up what was owed at its end.
use crate::App;
use crate::day::parse;
use crate::error::AppError;
use book::dto::Statement;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Whose account, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomerStatement {
    /// The customer.
    pub id: Uuid,
    /// The first business day.
    pub from: String,
    /// The last business day.
    pub to: String,
}

/// What it takes.
pub type Input = CustomerStatement;
/// What it gives.
pub type Output = Statement;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (from, to) = (parse("from", &input.from)?, parse("to", &input.to)?);
    if to < from {
        return Err(AppError::at("to", "day_before_first"));
    }
    app.read(|read| read.statement(input.id, from, to))
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::{NOON_MS, Shop};

    const DAY_MS: i64 = 86_400_000;

    #[test]
    fn a_statement_runs_from_what_was_owed_before_to_what_is_owed_after() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        let ann = shop.customer("Ann");
        let lines = json!([{ "product": mug.row.id, "quantity_milli": 3_000 }]);
        let order = json!({ "channel": "phone", "customer": ann.row.id, "lines": lines });
        let early: Order = shop.write("orders.place", order.clone());
        shop.clock.set(NOON_MS + DAY_MS);
        let pay = json!({ "method": "bank", "amount_minor": 1_000 });
        shop.write::<Order>("orders.pay", shop.change(&early, pay));
        shop.clock.set(NOON_MS + 2 * DAY_MS);
        let later: Order = shop.write("orders.place", order);
        let sent: Order = shop.write("orders.fulfil", shop.change(&later, json!({})));
        shop.clock.set(NOON_MS + 3 * DAY_MS);
        let back = json!({ "lines": [{ "line": 1, "restocked_milli": 1_000 }] });
        shop.write::<Order>("orders.receive_return", shop.change(&sent, back));
        let asked = |from: &str, to: &str| -> Statement {
            let input = json!({ "id": ann.row.id, "from": from, "to": to });
            shop.call("customers.statement", input)
        };
        let all = asked("2026-11-24", "2026-11-26");
        assert_eq!((all.opening_minor, all.closing_minor), (3_000, 4_000));
        let rows = all.rows.iter();
        let rows: Vec<_> = rows
            .map(|row| {
                (
                    row.kind,
                    row.debit_minor,
                    row.credit_minor,
                    row.balance_minor,
                )
            })
            .collect();
        assert_eq!(
            rows,
            [
                (StatementKind::Payment, 0, 1_000, 2_000),
                (StatementKind::Order, 3_000, 0, 5_000),
                (StatementKind::CreditNote, 0, 1_000, 4_000),
            ]
        );
        let open: Vec<_> = all.open.iter().map(|one| one.due_minor).collect();
        assert_eq!(open, [2_000, 2_000]);
        let owed = [all.ageing.current_minor, all.ageing.days_30_minor];
        assert_eq!(owed, [0, 4_000], "due on the day of the order");
        let before = asked("2026-11-23", "2026-11-24");
        assert_eq!((before.opening_minor, before.closing_minor), (0, 2_000));
        assert_eq!(before.open.len(), 1);
        let turned = json!({ "id": ann.row.id, "from": "2026-11-24", "to": "2026-11-23" });
        assert_eq!(
            shop.refused("customers.statement", turned).0,
            "day_before_first"
        );
    }
}
