//! `orders.place`: agrees an order, new or drafted, and numbers it.
use crate::App;
use crate::error::AppError;
use super::steps;
use domain::order::Action;
use crate::request::Change;
use book::dto::Order;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Value, json};

use super::input::OrderInput;
use crate::codegen::Types;
use crate::request::{Amend, Create, Nothing, VerbInput, Written};

/// What it takes: a whole order, or a draft as it stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A new order.
    New(Create<OrderInput>),
    /// A draft.
    Draft(Amend<Nothing>),
}

impl VerbInput for Input {
    fn read(value: Value) -> Result<Self, AppError> {
        if value.get("id").is_some() {
            return VerbInput::read(value).map(Self::Draft);
        }
        VerbInput::read(value).map(Self::New)
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
            let document = steps::compose(tx, &input.body, 0)?;
            let id = app.new_id();
            let said = domain::order::place(document, tx.next_number("order")?)?;
            steps::append(tx, id, "order.placed", &said, input.body.note.as_deref())?;
            steps::check_stock(tx, id)?;
            Ok(id)
        },
        steps::face,
    )
}

fn place_draft(app: &App, change: &Change) -> Result<Output, AppError> {
    app.write(
        change.request(),
        |tx| {
            let now = steps::order(tx, change)?;
            now.check(Action::Place)?;
            let said = domain::order::place(steps::document(&now), tx.next_number("order")?)?;
            steps::append(tx, change.id, "order.placed", &said, None)?;
            steps::check_stock(tx, change.id)?;
            Ok(change.id)
        },
        steps::face,
    )
}
