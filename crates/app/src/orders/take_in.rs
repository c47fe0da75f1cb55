//! `orders.take_in`: goods come back to the counter without the sale that they came from: a credit
//! note of its own at today's prices, with the money that went back for it, in one entry.
use super::sell::total_minor;
use super::tender::{SalePayment, Tender};
use super::{deal, points, steps};
use crate::App;
use crate::drawer::check_till;
use crate::error::AppError;
use book::Tx;
use book::dto::Order;
use domain::order::{Document, DocumentInput, LineInput, OrderPersonal, Sold};
use domain::{CustomerId, ProductId};
use uuid::Uuid;

use crate::request::{Create, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Goods that were brought back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TakeInLine {
    /// The product.
    #[ts(optional = false)]
    pub product: Uuid,
    /// How much, above zero.
    #[ts(optional = false)]
    pub quantity_milli: i64,
    /// What is given back for one unit; today's price when absent.
    pub unit_price_micro: Option<i64>,
    /// Thrown away, and not put back to stock.
    pub scrapped: Option<bool>,
}

/// What came back, and how the money goes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderTakeIn {
    /// The goods.
    #[ts(optional = false)]
    pub lines: Vec<TakeInLine>,
    /// Why they are taken without their sale.
    #[ts(optional = false)]
    pub reason: String,
    /// Whose they were; anonymous when absent.
    pub customer: Option<Uuid>,
    /// How the money goes back, when in one part.
    pub method: Option<String>,
    /// How it goes back in several parts: `method` is then absent.
    pub payments: Option<Vec<SalePayment>>,
}

/// What it takes.
pub type Input = Create<OrderTakeIn>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let asked = &input.body;
    let tender = Tender::of(asked.method.clone(), asked.payments.clone());
    app.write(
        input.part,
        |tx| {
            let document = worth(tx, asked)?;
            let coin_minor = tx.settings().cash_rounding_minor();
            let owed_minor = total_minor(&document).saturating_neg();
            let purses = tender.purses(tx, (document.customer, None), owed_minor)?;
            let payments = tender.paid(app, owed_minor, coin_minor, &purses)?;
            check_till(tx, payments.iter().map(|part| part.method.as_str()))?;
            let number = tx.next_number("credit_note")?;
            let said = domain::order::take_in(document, &number, &asked.reason, payments)?;
            append(app, tx, &said)
        },
        steps::face,
    )
}

fn append(app: &App, tx: &mut Tx<'_>, said: &Sold) -> Result<Uuid, AppError> {
    let id = app.new_id();
    steps::append_with(tx, id, "order.sold", said, &OrderPersonal::default())?;
    Ok(id)
}

/// What the goods would be sold for now, without what promotions would take off.
fn worth(tx: &mut Tx<'_>, asked: &OrderTakeIn) -> Result<Document, AppError> {
    let buyer = deal::buyer(tx, asked.customer)?;
    let input = DocumentInput {
        customer: asked.customer.map(CustomerId),
        channel: "counter".to_owned(),
        exemption: buyer.exemption.clone(),
        lines: asked.lines.iter().map(line_input).collect(),
        ..DocumentInput::default()
    };
    let mut document = deal::with_products(tx, "counter", (&buyer, None), |settings, products| {
        domain::order::compose(&input, settings, products, 0)
    })?;
    points::apply(tx, &mut document, None)?;
    for (line, said) in document.lines.iter_mut().zip(&asked.lines) {
        line.scrapped = said.scrapped == Some(true);
    }
    Ok(document)
}

fn line_input(said: &TakeInLine) -> LineInput {
    LineInput {
        product: Some(ProductId(said.product)),
        quantity_milli: said.quantity_milli,
        unit_price_micro: said.unit_price_micro,
        ..LineInput::default()
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    fn line(product: &Product, milli: i64) -> Value {
        json!({ "product": product.row.id, "quantity_milli": milli })
    }

    #[test]
    fn goods_without_a_sale_come_back_at_todays_price_out_of_the_drawer() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_030_000);
        let coins = json!({ "expected_version": 1, "cash_rounding_minor": 5 });
        shop.write::<BookInfo>("book.amend", coins);
        shop.write::<TillReport>("till.open", json!({ "float_minor": 10_000 }));
        let mut scrapped = line(&mug, 1_000);
        scrapped["scrapped"] = json!(true);
        let back = json!({
            "lines": [line(&mug, 2_000), scrapped], "reason": "No receipt", "method": "cash"
        });
        let back: Order = shop.write("orders.take_in", back);
        assert_eq!(
            (
                back.head.number.as_str(),
                back.head.kind,
                back.head.total_minor
            ),
            ("CN-A-000001", OrderKind::Return, -3_009)
        );
        assert_eq!(
            (back.head.state, back.head.payment, back.due_minor),
            (OrderState::Closed, PaymentStatus::Refunded, 0)
        );
        let part = &back.payments[0];
        assert_eq!((part.rounding_minor, part.received_minor), (-1, -3_010));
        // Twenty were there; two are put back, one is thrown away.
        assert_eq!(back.lines[0].on_hand_milli, Some(22_000));
        let x: TillReport = shop.call("till.report", json!({}));
        assert_eq!(
            (
                x.returns,
                x.returned_minor,
                x.cash_refunded_minor,
                x.expected_minor
            ),
            (1, 3_009, 3_010, 6_990)
        );
        assert_eq!((x.sales, x.first_number), (0, None));
        assert_eq!(x.taxes[0].tax_minor, back.taxes[0].tax_minor);
        let verified = shop.job("book.verify", json!({}));
        assert_eq!(verified.output.unwrap()["ok"], json!(true));
    }

    #[test]
    fn without_a_reason_or_with_money_that_does_not_fit_nothing_is_taken_in() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 5_000_000);
        let refused = |reason: &str, payments: Value| {
            let back = json!({
                "lines": [line(&mug, 1_000)], "reason": reason, "payments": payments,
                "request_id": shop.request()
            });
            shop.refused("orders.take_in", back)
        };
        let cash = |minor: i64| json!([{ "method": "cash", "amount_minor": minor }]);
        let at = |field: &str| Some(field.to_owned());
        assert_eq!(refused(" ", cash(500)), ("required".into(), at("reason")));
        let field = at("payments.0.amount_minor");
        assert_eq!(
            refused("Gift", cash(600)),
            ("more_than_due".into(), field.clone())
        );
        assert_eq!(
            refused("Gift", cash(400)),
            ("tendered_too_little".into(), field)
        );
        let page: Page<OrderRow> = shop.call("orders.list", json!({ "offset": 0, "limit": 9 }));
        assert_eq!(page.total, 0);
    }
}
