//! `orders.sell`: a counter sale: placed, paid and handed over in one entry.
use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::Order;
use book::dto::Warning;
use domain::ids::PaymentId;
use domain::limits::CODE_CHARS;
use domain::order::{Document, Paid, Placed, Sold};
use domain::text;

use crate::request::{Create, Part, With, Written};

use super::input::OrderInput;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a counter sale is paid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Tender {
    /// How it is paid.
    #[ts(optional = false)]
    pub method: String,
    /// What was handed over, when more than the total; the rest is change.
    pub tendered_minor: Option<i64>,
}

impl Part for Tender {
    const KEYS: &'static [&'static str] = &["method", "tendered_minor"];
}

/// What it takes.
pub type Input = Create<With<Tender, OrderInput>>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let Tender {
        method,
        tendered_minor,
    } = &input.body.part;
    let asked = &input.body.body;
    let mut written = app.write(
        input.part,
        |tx| {
            let document = steps::compose(tx, asked, 0)?;
            let id = app.new_id();
            let total_minor = total_minor(&document);
            check_tender(*tendered_minor, total_minor)?;
            let payments = paid(app, method, total_minor)?;
            let Placed { number, document } =
                domain::order::place(document, tx.next_number("order")?)?;
            let said = Sold {
                number,
                payments,
                document,
            };
            steps::append(tx, id, "order.sold", &said, asked.note.as_deref())?;
            steps::check_stock(tx, id)?;
            Ok(id)
        },
        steps::face,
    )?;
    let change_minor = tendered_minor.map(|tendered| tendered - written.output.head.total_minor);
    if let Some(change_minor) = change_minor.filter(|change| *change > 0) {
        written.output.warnings.push(change_due(change_minor));
    }
    Ok(written)
}

fn total_minor(document: &Document) -> i64 {
    document
        .lines
        .iter()
        .fold(0, |sum, line| sum.saturating_add(line.total_minor))
}

fn check_tender(tendered_minor: Option<i64>, total_minor: i64) -> Result<(), AppError> {
    match tendered_minor {
        Some(tendered) if tendered < total_minor => {
            Err(AppError::at("tendered_minor", "tendered_too_little").with(total_minor))
        }
        _ => Ok(()),
    }
}

/// One payment of the total; a sale of nothing has none.
fn paid(app: &App, method: &str, total_minor: i64) -> Result<Vec<Paid>, AppError> {
    let method = text::required("method", method, CODE_CHARS)?;
    if total_minor == 0 {
        return Ok(Vec::new());
    }
    let payment = PaymentId(app.new_id());
    Ok(vec![Paid {
        payment,
        method,
        amount_minor: total_minor,
        reference: None,
    }])
}

/// What goes back over the counter.
fn change_due(change_minor: i64) -> Warning {
    Warning {
        code: "change_due".into(),
        field: None,
        detail: Some(change_minor.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn a_counter_sale_is_paid_handed_over_and_closed_in_one_entry() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 12_500_000);
        let sold: Order = shop.write(
            "orders.sell",
            json!({
                "channel": "counter", "method": "cash", "tendered_minor": 5_000,
                "lines": [{ "product": mug.row.id, "quantity_milli": 3_000 }]
            }),
        );
        assert_eq!(
            (sold.head.state, sold.head.payment),
            (OrderState::Closed, PaymentStatus::Paid)
        );
        assert_eq!(sold.head.fulfilment, FulfilmentStatus::Shipped);
        assert_eq!(sold.lines[0].on_hand_milli, Some(17_000));
        let change = sold
            .warnings
            .iter()
            .find(|warning| warning.code == "change_due");
        assert_eq!(
            change.and_then(|warning| warning.detail.as_deref()),
            Some("1250")
        );
    }

    #[test]
    fn too_little_money_is_refused_and_nothing_is_sold() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 12_500_000);
        let input = json!({
            "channel": "counter", "method": "cash", "tendered_minor": 100,
            "request_id": shop.request(),
            "lines": [{ "product": mug.row.id, "quantity_milli": 3_000 }]
        });
        let refused = shop.refused("orders.sell", input);
        assert_eq!(
            refused,
            ("tendered_too_little".into(), Some("tendered_minor".into()))
        );
        let after: Product = shop.call("products.get", json!({ "id": mug.row.id }));
        assert_eq!(after.row.on_hand_milli, 20_000);
    }
}
