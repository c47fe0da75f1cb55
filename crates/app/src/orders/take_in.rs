//! `orders.take_in`: goods come back to the counter without the sale that they came from: a credit
//! note of its own at today's prices, with the money that went back for it, in one entry. Goods that
//! are taken for them make it an exchange: one document with one difference.
use super::input::{OrderInput, OrderLineInput};
use super::money::issue_cards;
use super::sell::total_minor;
use super::tender::{SalePayment, Tender};
use super::{deal, limits, line_lots, points, steps};
use crate::App;
use crate::drawer::check_till;
use crate::error::AppError;
use crate::lots::input::LotInput;
use book::Tx;
use book::dto::Order;
use domain::order::{Document, DocumentInput, LineInput, OrderPersonal, Sold};
use domain::stock::MAIN;
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
    /// The lots or serial numbers that came back.
    pub lots: Option<Vec<LotInput>>,
}

/// What came back, and how the money goes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderTakeIn {
    /// The goods.
    #[ts(optional = false)]
    pub lines: Vec<TakeInLine>,
    /// Goods that are taken for them: it is an exchange then, with one difference and one receipt.
    pub taken: Option<Vec<OrderLineInput>>,
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
            if asked.taken.as_ref().is_some_and(|taken| !taken.is_empty()) {
                return exchange((app, tx), asked, &tender);
            }
            let document = worth(tx, asked)?;
            let owed_minor = total_minor(&document).saturating_neg();
            let purses = tender.purses(tx, (document.customer, None), owed_minor)?;
            let payments = tender.paid((app, tx), owed_minor, &purses)?;
            check_till(tx, payments.iter().map(|part| part.method.as_str()))?;
            let number = tx.next_number("credit_note")?;
            let mut said = domain::order::take_in(document, &number, &asked.reason, payments)?;
            said.lots = line_lots::taken_in(app, tx, &said.document.lines, &asked.lines)?;
            append(app, tx, &said)
        },
        steps::face,
    )
}

/// Goods for goods: a sale with lines below zero, and the difference paid or given back.
fn exchange(
    (app, tx): (&App, &mut Tx<'_>),
    asked: &OrderTakeIn,
    tender: &Tender,
) -> Result<Uuid, AppError> {
    let back = worth(tx, asked)?;
    let last = back.lines.iter().map(|line| line.line).max().unwrap_or(0);
    let order = taken(asked);
    let taken = steps::compose(app, tx, &order, last).map_err(in_taken)?;
    let settings = tx.settings().clone();
    let document = domain::order::exchanged(back, taken, &settings)?;
    let total_minor = total_minor(&document);
    let purses = tender.purses(tx, (document.customer, None), total_minor)?;
    let payments = tender.paid((app, tx), total_minor, &purses)?;
    check_till(tx, payments.iter().map(|part| part.method.as_str()))?;
    let number = tx.next_number("order")?;
    let mut said = domain::order::exchange(document, number, &asked.reason, payments)?;
    said.lots = line_lots::taken_in(app, tx, &said.document.lines, &asked.lines)?;
    let place = said.document.location.as_deref().unwrap_or(MAIN);
    let sold = (place, said.document.lines.as_slice());
    let more = line_lots::sold(app, tx, sold, ("taken", &order.lines))?;
    said.lots.extend(more);
    let id = append(app, tx, &said)?;
    limits::check(app, tx, id, None)?;
    issue_cards(tx, id)?;
    steps::check_stock_of_sale(tx, id)?;
    Ok(id)
}

/// What is taken, as an order of its own would ask for it.
fn taken(asked: &OrderTakeIn) -> OrderInput {
    OrderInput {
        customer: asked.customer,
        channel: "counter".to_owned(),
        lines: asked.taken.clone().unwrap_or_default(),
        ..OrderInput::default()
    }
}

/// An error at one of the order's lines is at the line of what is taken.
fn in_taken(mut error: AppError) -> AppError {
    let field = error.field.as_deref();
    let place = field.and_then(|field| field.strip_prefix("lines."));
    error.field = place.map(|rest| format!("taken.{rest}")).or(error.field);
    error
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
    fn what_is_owed_without_a_receipt_goes_on_a_card_and_to_the_customers_credit() {
        let shop = Shop::open();
        let (mug, ann) = (shop.product("MUG", 10_000_000), shop.customer("Ann"));
        let card = json!({
            "gift_card": "GIFT-1", "unit_price_micro": 5_000_000, "quantity_milli": 1_000
        });
        let sale = json!({ "channel": "counter", "method": "card", "lines": [card] });
        shop.write::<Order>("orders.sell", sale);
        let back = json!({
            "lines": [line(&mug, 2_000)], "reason": "No receipt", "customer": ann.row.id,
            "payments": [
                { "method": "gift_card", "gift_card": "GIFT-1", "amount_minor": 500 },
                { "method": "store_credit" },
            ]
        });
        shop.write::<Order>("orders.take_in", back);
        let card: GiftCard = shop.call("gift_cards.by_code", json!({ "code": "GIFT-1" }));
        let held: StoreCredit = shop.call("customers.store_credit", json!({ "id": ann.row.id }));
        assert_eq!((card.row.balance_minor, held.balance_minor), (1_000, 1_500));
        let verified = shop.job("book.verify", json!({}));
        assert_eq!(verified.output.unwrap()["ok"], json!(true));
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

    #[test]
    fn goods_without_a_sale_are_exchanged_for_others_with_one_difference_and_one_receipt() {
        let shop = Shop::open();
        let (mug, cup) = (
            shop.product("MUG", 10_000_000),
            shop.product("CUP", 12_500_000),
        );
        shop.write::<TillReport>("till.open", json!({ "float_minor": 10_000 }));
        let exchange = json!({
            "lines": [line(&mug, 1_000)], "taken": [line(&cup, 2_000)], "reason": "A present",
            "payments": [{ "method": "cash", "tendered_minor": 2_000 }]
        });
        let order: Order = shop.write("orders.take_in", exchange);
        assert_eq!(
            (order.head.number.as_str(), order.head.kind),
            ("A-000001", OrderKind::Sale)
        );
        let totals: Vec<i64> = order.lines.iter().map(|line| line.total_minor).collect();
        assert_eq!(
            (order.head.total_minor, totals),
            (1_500, vec![-1_000, 2_500])
        );
        assert_eq!(
            (order.head.state, order.change_minor),
            (OrderState::Closed, 500)
        );
        let on_hand = |product: &Product| -> i64 {
            let now: Product = shop.call("products.get", json!({ "id": product.row.id }));
            now.row.on_hand_milli
        };
        assert_eq!((on_hand(&mug), on_hand(&cup)), (21_000, 18_000));
        let x: TillReport = shop.call("till.report", json!({}));
        assert_eq!((x.sales, x.sales_minor), (1, 2_500));
        assert_eq!((x.returns, x.returned_minor), (1, 1_000));
        assert_eq!((x.expected_minor, x.taxes[0].tax_minor), (11_500, 250));
        // What was taken can come back with its receipt, and be swapped again.
        let again = json!({ "back": [{ "line": 2, "restocked_milli": 1_000 }],
            "lines": [line(&mug, 1_000)], "counter": true, "handed_over": true, "method": "cash" });
        let again: Order = shop.write("orders.swap", shop.change(&order, again));
        assert_eq!((again.head.total_minor, again.due_minor), (1_250, 0));
        let verified = shop.job("book.verify", json!({}));
        assert_eq!(verified.output.unwrap()["ok"], json!(true));
    }

    #[test]
    fn an_exchange_for_less_gives_the_difference_back_and_says_where_a_line_is_wrong() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        let exchange = |milli: i64| {
            json!({
                "lines": [line(&mug, 3_000)], "taken": [line(&mug, milli)], "reason": "A present",
                "method": "card", "request_id": shop.request()
            })
        };
        let refused = shop.refused("orders.take_in", exchange(0));
        let at = Some("taken.0.quantity_milli".to_owned());
        assert_eq!(refused, ("quantity_zero".into(), at));
        let order: Order = shop.write("orders.take_in", exchange(1_000));
        assert_eq!((order.head.total_minor, order.due_minor), (-2_000, 0));
        assert_eq!(order.payments[0].amount_minor, -2_000);
    }
}
