//! `orders.place`: agrees an order, new or drafted, and numbers it.
use book::dto::Order;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Value, json};

use super::input::OrderInput;
use crate::codegen::Types;
use crate::error::AppError;
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
