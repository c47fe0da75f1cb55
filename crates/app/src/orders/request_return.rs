//! `orders.request_return`: notes what a customer wants to send back.
use super::input::line_number;
use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::{Order, ReturnRequestLine};
use domain::ids::{ProductId, ReturnId};
use domain::order::RequestedLine;

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is to come back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderReturnRequest {
    /// How much of which lines.
    #[ts(optional = false)]
    pub lines: Vec<ReturnRequestLine>,
    /// Why.
    pub reason: Option<String>,
}

/// What it takes.
pub type Input = Amend<OrderReturnRequest>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let said = &input.body;
    let lines = lines(&said.lines)?;
    steps::change(app, &input.part, "order.return_requested", |now| {
        let request = ReturnId(app.new_id());
        domain::order::request_return(now, request, &lines, said.reason.as_deref())
    })
}

fn lines(said: &[ReturnRequestLine]) -> Result<Vec<RequestedLine>, AppError> {
    let of = |(index, line): (usize, &ReturnRequestLine)| {
        Ok(RequestedLine {
            line: line_number(index, line.line)?,
            component: line.component.map(ProductId),
            quantity_milli: line.quantity_milli,
        })
    };
    said.iter().enumerate().map(of).collect()
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn a_return_is_announced_once_and_waits_for_its_goods() {
        let shop = Shop::open();
        let order = shop.sold(&shop.product("MUG", 1_000_000), 3_000);
        let lines = json!([{ "line": 1, "quantity_milli": 2_000 }]);
        let asked = json!({ "lines": lines, "reason": "too small" });
        let asked: Order = shop.write("orders.request_return", shop.change(&order, asked));
        assert_eq!(
            asked.return_requests[0].reason.as_deref(),
            Some("too small")
        );
        assert_eq!(asked.lines[0].return_requested_milli, 2_000);
        assert_eq!(asked.head.total_minor, order.head.total_minor);
        let mut twice = shop.change(&asked, json!({ "lines": lines }));
        twice["request_id"] = json!(shop.request());
        let refused = shop.refused("orders.request_return", twice);
        let field = Some("lines.0.quantity_milli".into());
        assert_eq!(refused, ("more_than_shipped".into(), field));
        let back = json!({
            "request": asked.return_requests[0].request,
            "lines": [{ "line": 1, "restocked_milli": 1_000 }],
        });
        let back: Order = shop.write("orders.receive_return", shop.change(&asked, back));
        assert!(back.return_requests.is_empty());
        assert_eq!(back.lines[0].return_requested_milli, 0);
    }
}
