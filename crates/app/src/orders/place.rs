//! `orders.place`: agrees an order, new or drafted, and numbers it.
use super::money::issue_cards;
use super::{allocate, deal, limits, points, steps};
use crate::App;
use crate::error::AppError;
use crate::request::Change;
use book::Tx;
use book::dto::Order;
use domain::order::{Action, Document, Placed};
use schemars::{Schema, SchemaGenerator};
use serde_json::{Value, json};

use super::input::OrderInput;
use crate::codegen::Types;
use crate::request::{Amend, Create, Nothing, VerbInput, Written};

/// What it takes: a whole order, or a draft as it stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A new order.
    New(Box<Create<OrderInput>>),
    /// A draft.
    Draft(Amend<Nothing>),
}

impl VerbInput for Input {
    fn read(value: Value) -> Result<Self, AppError> {
        if value.get("id").is_some() {
            return VerbInput::read(value).map(Self::Draft);
        }
        let new = VerbInput::read(value)?;
        Ok(Self::New(Box::new(new)))
    }

    fn typescript(types: &mut Types) -> String {
        let new = Create::<OrderInput>::typescript(types);
        format!("({new}) | {}", Amend::<Nothing>::typescript(types))
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        let new = Create::<OrderInput>::schema(generator);
        let draft = Amend::<Nothing>::schema(generator);
        Schema::try_from(json!({ "oneOf": [new, draft] })).unwrap_or_default()
    }
}

/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    match input {
        Input::New(input) => place_new(app, &input),
        Input::Draft(input) => place_draft(app, &input.part),
    }
}

fn place_new(app: &App, input: &Create<OrderInput>) -> Result<Output, AppError> {
    app.write(
        input.part,
        |tx| {
            let document = steps::compose(app, tx, &input.body, 0)?;
            let id = app.new_id();
            let said = agreed(tx, document)?;
            let personal = steps::said_of_persons(&input.body)?;
            steps::append_with(tx, id, "order.placed", &said, &personal)?;
            limits::check(app, tx, id, None)?;
            issue_cards(tx, id)?;
            allocate::by_policy(tx, id)?;
            steps::check_stock(tx, id)?;
            steps::check_credit(tx, id)?;
            Ok(id)
        },
        steps::face_with_double,
    )
}

fn place_draft(app: &App, change: &Change) -> Result<Output, AppError> {
    app.write(
        *change,
        |tx| {
            let now = steps::order(tx, change)?;
            now.check(Action::Place)?;
            domain::order::check_valid(&now, tx.business_day())?;
            let mut document = steps::document(&now);
            points::agree(tx, &mut document)?;
            deal::check_coupons(tx, &document)?;
            let said = agreed(tx, document)?;
            steps::append(tx, change.id, "order.placed", &said, None)?;
            limits::check(app, tx, change.id, limits::agreed(&now))?;
            issue_cards(tx, change.id)?;
            allocate::by_policy(tx, change.id)?;
            steps::check_stock(tx, change.id)?;
            steps::check_credit(tx, change.id)?;
            Ok(change.id)
        },
        steps::face_with_double,
    )
}

/// The next order.
fn agreed(tx: &mut Tx<'_>, document: Document) -> Result<Placed, AppError> {
    let said = domain::order::place(document, tx.next_number("order")?)?;
    Ok(Placed {
        waits: allocate::waits(tx),
        ..said
    })
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::event::Event;
    use crate::request::Written;
    use crate::testing::Shop;

    #[test]
    fn placing_numbers_the_order_and_holds_its_goods() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 12_500_000);
        let order = shop.placed(&mug, 3_000);
        assert_eq!(
            (order.head.number.as_str(), order.head.total_minor),
            ("A-000001", 3_750)
        );
        assert_eq!(order.head.fulfilment, FulfilmentStatus::Allocated);
        assert_eq!(order.head.day, "2026-11-23");
        let line = &order.lines[0];
        assert_eq!(
            (line.on_hand_milli, line.available_milli),
            (Some(20_000), Some(17_000))
        );
    }

    #[test]
    fn a_draft_is_placed_as_it_stands() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let lines = json!([{ "product": mug.row.id, "quantity_milli": 2_000 }]);
        let draft: Order = shop.write(
            "orders.draft",
            json!({ "channel": "phone", "lines": lines, "note": "ring twice" }),
        );
        let placed: Order = shop.write("orders.place", shop.change(&draft, json!({})));
        assert_eq!(
            (placed.head.id, placed.head.state),
            (draft.head.id, OrderState::Placed)
        );
        assert_eq!(placed.note.as_deref(), Some("ring twice"));
    }

    #[test]
    fn the_same_request_is_placed_once() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let input = json!({
            "channel": "web", "request_id": shop.request(),
            "lines": [{ "product": mug.row.id, "quantity_milli": 1_000 }]
        });
        let first: Written<Order> = shop.call("orders.place", input.clone());
        let second: Written<Order> = shop.call("orders.place", input);
        assert_eq!(first.output, second.output);
        let page: Page<OrderRow> = shop.call("orders.list", json!({ "offset": 0, "limit": 10 }));
        assert_eq!(page.total, 1);
    }

    #[test]
    fn a_book_that_blocks_refuses_what_it_does_not_have() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let settings = json!({ "expected_version": 1, "stock_policy": "block" });
        shop.write::<BookInfo>("book.amend", settings);
        let input = json!({
            "channel": "web", "request_id": shop.request(),
            "lines": [{ "product": mug.row.id, "quantity_milli": 21_000 }]
        });
        let refused = shop.refused("orders.place", input);
        assert_eq!(
            refused,
            ("stock_short".into(), Some("lines.0.quantity_milli".into()))
        );
        // What was refused has taken neither a number nor goods.
        let order = shop.placed(&mug, 20_000);
        assert_eq!(order.head.number, "A-000001");
    }

    #[test]
    fn placing_tells_which_records_it_touched() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        shop.events.lock().unwrap().clear();
        let order = shop.placed(&mug, 1_000);
        let events = shop.events.lock().unwrap();
        let [Event::Changed(changed)] = events.as_slice() else {
            panic!("{events:?}")
        };
        let touched = |kind, id| changed.touched.contains(&Touched { kind, id });
        assert!(touched(RecordKind::Order, order.head.id));
        assert!(touched(RecordKind::Product, mug.row.id));
    }
}
