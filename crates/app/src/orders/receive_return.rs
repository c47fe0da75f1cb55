//! `orders.receive_return`: takes goods back, to stock or to scrap, against a credit note.
use super::input::line_number;
use super::line_lots;
use super::money::check_cards;
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::lots::input::LotInput;
use crate::place;
use book::dto::Order;
use domain::ids::{ProductId, ReturnId};
use domain::order::{CREDIT_NOTE, Returned, ReturnedLine};
use uuid::Uuid;

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What came back of a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ReturnLineInput {
    /// The line's number.
    #[ts(optional = false)]
    pub line: i64,
    /// The component of its bundle that came back by itself; the whole bundle when absent.
    pub component: Option<Uuid>,
    /// Fit to be sold again.
    #[serde(default)]
    pub restocked_milli: i64,
    /// Thrown away.
    #[serde(default)]
    pub scrapped_milli: i64,
    /// The lots or serial numbers that came back, those for stock first; what went out tells them
    /// when absent, if it leaves no choice.
    pub lots: Option<Vec<LotInput>>,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderReceiveReturn {
    /// How much of which lines.
    #[ts(optional = false)]
    pub lines: Vec<ReturnLineInput>,
    /// The request that it answers.
    pub request: Option<Uuid>,
    /// Why.
    pub reason: Option<String>,
    /// The location that they came back to; the order's own, or this installation's, when absent.
    pub location: Option<String>,
}

/// What it takes.
pub type Input = Amend<OrderReceiveReturn>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, said) = (&input.part, &input.body);
    let (asked, lines) = (&said.lines, lines(&said.lines)?);
    app.write(
        *change,
        |tx| {
            let now = steps::order(tx, change)?;
            let said = Returned {
                received: ReturnId(app.new_id()),
                number: format!("{CREDIT_NOTE}{}", tx.next_number("credit_note")?),
                request: said.request.map(ReturnId),
                reason: said.reason.clone(),
                location: place::other_than(app, tx, &now, said.location.as_deref())?,
                lines,
                lots: Vec::new(),
                till: None,
            };
            let mut said = domain::order::receive_return(&now, said)?;
            said.lots = line_lots::returned(app, tx, (&now, "lines"), &said.lines, asked)?;
            check_cards(tx, &now, &said)?;
            steps::append(tx, change.id, "order.returned", &said, None)?;
            Ok(change.id)
        },
        steps::face,
    )
}

pub(super) fn lines(said: &[ReturnLineInput]) -> Result<Vec<ReturnedLine>, AppError> {
    let of = |(index, line): (usize, &ReturnLineInput)| {
        Ok(ReturnedLine {
            line: line_number(index, line.line)?,
            component: line.component.map(ProductId),
            restocked_milli: line.restocked_milli,
            scrapped_milli: line.scrapped_milli,
            ..ReturnedLine::default()
        })
    };
    said.iter().enumerate().map(of).collect()
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    #[test]
    fn goods_come_back_to_stock_or_to_scrap_and_their_money_is_owed() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 3_333_333);
        let order = shop.sold(&mug, 3_000);
        let back = json!({
            "reason": "broken",
            "lines": [{ "line": 1, "restocked_milli": 1_000, "scrapped_milli": 1_000 }],
        });
        let back: Order = shop.write("orders.receive_return", shop.change(&order, back));
        assert_eq!(
            (back.head.state, back.due_minor),
            (OrderState::Placed, -666)
        );
        assert_eq!(back.head.payment, PaymentStatus::CreditOwed);
        let [credit] = back.returns.as_slice() else {
            panic!("{:?}", back.returns)
        };
        assert_eq!(
            (credit.number.as_str(), credit.total_minor),
            ("CN-A-000001", 666)
        );
        let line = &back.lines[0];
        assert_eq!((line.returned_milli, line.scrapped_milli), (2_000, 1_000));
        // Twenty, less three sold, and one is fit to be sold again.
        assert_eq!(line.on_hand_milli, Some(18_000));

        let refund = json!({ "method": "card", "amount_minor": 666 });
        let closed: Order = shop.write("orders.refund", shop.change(&back, refund));
        assert_eq!(closed.head.state, OrderState::Closed);
        let last = json!({ "lines": [{ "line": 1, "restocked_milli": 1_000 }] });
        let last: Order = shop.write("orders.receive_return", shop.change(&closed, last));
        assert_eq!((last.head.total_minor, last.due_minor), (0, -334));
        assert_eq!(last.returns[1].number, "CN-A-000002");
        assert_eq!(last.head.fulfilment, FulfilmentStatus::Returned);
    }

    #[test]
    fn a_return_that_is_refused_takes_no_number() {
        let shop = Shop::open();
        let order = shop.sold(&shop.product("MUG", 1_000_000), 3_000);
        let lines = |milli: i64| json!({ "lines": [{ "line": 1, "restocked_milli": milli }] });
        let mut more = shop.change(&order, lines(4_000));
        more["request_id"] = json!(shop.request());
        let refused = shop.refused("orders.receive_return", more);
        let field = Some("lines.0.quantity_milli".into());
        assert_eq!(refused, ("more_than_shipped".into(), field));
        let back: Order = shop.write("orders.receive_return", shop.change(&order, lines(1)));
        assert_eq!(back.returns[0].number, "CN-A-000001");
    }

    #[test]
    fn a_return_counts_on_its_own_day_and_never_on_that_of_the_sale() {
        let shop = Shop::open();
        let order = shop.sold(&shop.product("MUG", 12_000_000), 2_000);
        shop.clock.set(crate::testing::NOON_MS + 40 * 86_400_000);
        let back = json!({ "lines": [{ "line": 1, "restocked_milli": 1_000 }] });
        shop.write::<Order>("orders.receive_return", shop.change(&order, back));
        let asked = json!({ "report": "returns", "from": "2026-11-01", "to": "2027-01-31" });
        let table: Value = shop.call("reports.run", asked);
        let months = table["rows"].as_array().unwrap().iter();
        let figures: Vec<[&Value; 3]> = months
            .map(|month| ["sold_minor", "returned_milli", "returned_minor"].map(|key| &month[key]))
            .collect();
        let sold = [&json!(2_000), &json!(0), &json!(0)];
        let back = [&json!(0), &json!(-1_000), &json!(-1_000)];
        assert_eq!(figures, [sold, [&json!(0); 3], back]);
    }
}
