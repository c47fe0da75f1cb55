//! `counterbook call`: any verb, JSON in and JSON out.
use std::io::Read;

use app::{AppError, VerbKind, verb};
use serde_json::Value;

use crate::arguments::Call;
use crate::failure::Failure;
use crate::house::{House, print, write_out};

/// Calls the verb. Whatever goes wrong is told as JSON.
pub fn run(asked: &Call) -> Result<(), Failure> {
    let input = input(asked)?;
    let house = House::open(&asked.book).map_err(Failure::Json)?;
    match verb(&asked.verb).map(|verb| verb.kind) {
        Some(VerbKind::Bytes) => {
            let bytes = house
                .app()
                .call_bytes(&asked.verb, input)
                .map_err(Failure::Json)?;
            write_out(&bytes.data)
        }
        Some(VerbKind::Job) => print(&house.job(&asked.verb, input).map_err(Failure::Json)?),
        _ => print(&house.call(&asked.verb, input).map_err(Failure::Json)?),
    }
}

fn input(asked: &Call) -> Result<Value, Failure> {
    let text = match asked.input.as_deref() {
        None => return Ok(Value::Null),
        Some("-") => {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text)?;
            text
        }
        Some(text) => text.to_owned(),
    };
    serde_json::from_str(&text)
        .map_err(|error| Failure::Json(AppError::invalid("malformed").with(error)))
}
