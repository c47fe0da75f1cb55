//! `orders.duplicate`: the same lines again, as a new draft at the prices of today.
use super::input::{OrderInput, OrderLineInput, OrderShippingInput};
use super::steps;
use crate::App;
use crate::error::AppError;
use book::Tx;
use book::dto::Order;
use domain::currency::Currency;
use domain::order::{Document, OrderLine};
use domain::{State, Subject, SubjectKind};
use uuid::Uuid;

use crate::request::{Create, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which order is wanted again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderDuplicate {
    /// The order whose lines are taken.
    #[ts(optional = false)]
    pub order: Uuid,
}

/// What it takes.
pub type Input = Create<OrderDuplicate>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.write(
        input.part,
        |tx| {
            let asked = again(tx, input.body.order)?;
            let document = steps::compose(app, tx, &asked, 0)?;
            let id = app.new_id();
            let said = domain::order::draft(document)?;
            steps::append(tx, id, "order.drafted", &said, None)?;
            Ok(id)
        },
        steps::face_with_double,
    )
}

/// What an order would be asked for with now. Discounts in percent belong to the customer and
/// stay; an amount off was for that one sale.
fn again(tx: &mut Tx<'_>, id: Uuid) -> Result<OrderInput, AppError> {
    let State::Order(order) = tx.state(Subject::new(SubjectKind::Order, id))? else {
        return Err(AppError::at("order", "order_unknown"));
    };
    if !order.is_visible() {
        return Err(AppError::at("order", "order_unknown"));
    }
    let document = &order.document;
    // A line that a change took out has nothing ordered any more.
    let lines = order.lines.values();
    // A gift card is one of a kind.
    let lines = lines.filter(|line| !line.shipping && line.gift_card.is_none());
    let goods = lines.filter(|line| line.quantity_milli != 0);
    Ok(OrderInput {
        location: None,
        customer: document.customer.map(|id| id.0),
        channel: document.channel.clone(),
        country: document.country.clone(),
        currency: document
            .exchange
            .is_some()
            .then(|| document.currency.clone()),
        reference: None,
        sales_person: None,
        promised: None,
        ship_to: None,
        note: None,
        discount_ppm: Some(document.discount_ppm),
        discount_minor: None,
        coupons: None,
        points: None,
        shipping: order
            .lines
            .values()
            .find_map(|line| shipping_again(line, &order.document)),
        lines: goods.map(line_again).collect(),
    })
}

/// The same charge for shipping.
fn shipping_again(line: &OrderLine, document: &Document) -> Option<OrderShippingInput> {
    let digits = Currency::parse(&document.currency).ok()?.minor_digits();
    line.shipping.then(|| OrderShippingInput {
        charge_minor: line.unit_price_micro / 10_i64.pow(6_u32.saturating_sub(digits)),
        tax: line.tax.clone(),
        title: Some(line.title.clone()),
    })
}

/// A product comes with its own title, tax and price; a free line has only what was said of it.
fn line_again(line: &OrderLine) -> OrderLineInput {
    let free = line.product.is_none();
    OrderLineInput {
        line: None,
        product: line.product.map(|id| id.0),
        title: free.then(|| line.title.clone()),
        service: free.then_some(line.service),
        tax: line.tax.clone().filter(|_| free),
        quantity_milli: line.quantity_milli,
        unit_price_micro: free.then_some(line.unit_price_micro),
        discount_ppm: Some(line.discount_ppm),
        discount_minor: None,
        gift_card: None,
        gift_card_expires: None,
        lots: None,
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    #[test]
    fn an_order_is_wanted_again_at_the_prices_of_today() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 5_000_000);
        let old = shop.placed(&mug, 2_000);
        let dearer = json!({
            "id": mug.row.id, "expected_version": mug.row.version, "unit_price_micro": 6_000_000
        });
        shop.write::<Product>("products.amend", dearer);
        let again: Order = shop.write("orders.duplicate", json!({ "order": old.head.id }));
        assert_eq!(again.head.state, OrderState::Draft);
        assert_eq!((again.head.total_minor, again.lines.len()), (1_200, 1));
        assert_ne!(again.head.id, old.head.id);
        let unknown = json!({ "order": shop.request(), "request_id": shop.request() });
        let refused = shop.refused("orders.duplicate", unknown);
        assert_eq!(refused, ("order_unknown".into(), Some("order".into())));
    }

    #[test]
    fn the_same_lines_for_the_same_customer_within_a_day_are_warned_of() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 5_000_000);
        let ann = shop.customer("Ann");
        let order = |milli: i64, customer: Value| {
            let lines = json!([{ "product": mug.row.id, "quantity_milli": milli }]);
            json!({ "channel": "phone", "customer": customer, "lines": lines })
        };
        let doubles = |draft: &Order| -> Vec<Option<String>> {
            let warnings = draft.warnings.iter();
            let doubles = warnings.filter(|warning| warning.code == "order_repeated");
            doubles.map(|warning| warning.detail.clone()).collect()
        };
        let first: Order = shop.write("orders.place", order(2_000, json!(ann.row.id)));
        assert!(doubles(&first).is_empty());
        let same: Order = shop.write("orders.draft", order(2_000, json!(ann.row.id)));
        assert_eq!(doubles(&same), [Some("A-000001".into())]);
        let other: Order = shop.write("orders.draft", order(3_000, json!(ann.row.id)));
        let nobody: Order = shop.write("orders.draft", order(2_000, json!(null)));
        assert!(doubles(&other).is_empty() && doubles(&nobody).is_empty());
        shop.clock.set(crate::testing::NOON_MS + 86_400_001);
        let later: Order = shop.write("orders.draft", order(2_000, json!(ann.row.id)));
        assert!(doubles(&later).is_empty());
    }
}
