//! What the inputs of verbs have in common, and how a verb's input comes out of JSON.
//!
//! A write carries a `request_id`, so that a repeat is a no-op; a change of a record carries the
//! version that the caller saw. Both may ask for a `dry_run`.
use domain::RequestId;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use ts_rs::TS;
use uuid::Uuid;

use crate::codegen::Types;
use crate::error::AppError;
use crate::parse::{object, parse, split};

/// No input, or no output: the empty object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct Nothing {}

/// What every write carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Request {
    /// Made by the caller when a form opens: sending it twice changes the book once.
    #[ts(optional = false)]
    pub request_id: Uuid,
    /// Runs everything, gives the output, and takes it back.
    pub dry_run: Option<bool>,
}

/// What every change of a record carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Change {
    /// The record.
    #[ts(optional = false)]
    pub id: Uuid,
    /// The version that the caller saw.
    #[ts(optional = false)]
    pub expected_version: i64,
    /// Made by the caller when a form opens: sending it twice changes the book once.
    #[ts(optional = false)]
    pub request_id: Uuid,
    /// Runs everything, gives the output, and takes it back.
    pub dry_run: Option<bool>,
}

impl Change {
    /// The part that every write carries.
    pub fn request(&self) -> Request {
        Request {
            request_id: self.request_id,
            dry_run: self.dry_run,
        }
    }
}

/// The request about one record of a batch: the same whenever the same batch is sent.
pub(crate) fn request_of(batch: Uuid, record: Uuid) -> RequestId {
    let both = [batch.into_bytes(), record.into_bytes()].concat();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(both)[..16]);
    RequestId(uuid::Builder::from_custom_bytes(bytes).into_uuid())
}

/// Refuses a change of a record that has changed since the caller saw it.
pub(crate) fn check_version(now: u32, expected_version: i64) -> Result<(), AppError> {
    let expected = u32::try_from(expected_version).unwrap_or(u32::MAX);
    Ok(domain::order::check_version(now, expected)?)
}

/// A record asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordInput {
    /// Its id.
    pub id: Uuid,
}

/// A part that inputs share: its fields stand beside those of the body in one object.
pub trait Part: DeserializeOwned + TS + JsonSchema + 'static {
    /// The names of its fields.
    const KEYS: &'static [&'static str];
}

impl Part for Request {
    const KEYS: &'static [&'static str] = &["request_id", "dry_run"];
}

impl Part for Change {
    const KEYS: &'static [&'static str] = &["id", "expected_version", "request_id", "dry_run"];
}

/// An input made of a shared part and a body of its own, both in one object.
#[derive(Clone, Debug, PartialEq)]
pub struct With<P, T> {
    /// The shared part.
    pub part: P,
    /// The rest.
    pub body: T,
}

/// The input of a write that makes a record.
pub type Create<T> = With<Request, T>;
/// The input of a write that changes a record.
pub type Amend<T> = With<Change, T>;

/// An input of a verb: how it is read, and how it is described.
pub trait VerbInput: Sized {
    /// Reads it; the error names the field.
    fn read(value: Value) -> Result<Self, AppError>;
    /// Its TypeScript type; notes the types that it names.
    fn typescript(types: &mut Types) -> String;
    /// Its JSON schema.
    fn schema(generator: &mut SchemaGenerator) -> Schema;
}

impl<T: DeserializeOwned + TS + JsonSchema + 'static> VerbInput for T {
    fn read(value: Value) -> Result<Self, AppError> {
        parse(Value::Object(object(value)?))
    }

    fn typescript(types: &mut Types) -> String {
        types.name::<T>()
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl<P: Part, T: VerbInput> VerbInput for With<P, T> {
    fn read(value: Value) -> Result<Self, AppError> {
        let mut body = object(value)?;
        let part = split(&mut body, P::KEYS);
        let body = T::read(Value::Object(body))?;
        Ok(Self {
            part: parse(Value::Object(part))?,
            body,
        })
    }

    fn typescript(types: &mut Types) -> String {
        intersection(&T::typescript(types), &types.name::<P>())
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        let part = P::json_schema(generator);
        merged(T::schema(generator), part)
    }
}

fn intersection(body: &str, envelope: &str) -> String {
    if body == "Nothing" {
        envelope.to_owned()
    } else {
        format!("{body} & {envelope}")
    }
}

/// One object schema with the properties of both: two closed objects cannot be `allOf` together.
fn merged(mut body: Schema, mut envelope: Schema) -> Schema {
    let from = envelope.ensure_object();
    let (properties, required) = (from.remove("properties"), from.remove("required"));
    let into = body.ensure_object();
    if let Some(Value::Object(properties)) = properties {
        match into
            .entry("properties")
            .or_insert_with(|| Value::Object(Map::new()))
        {
            Value::Object(known) => known.extend(properties),
            other => *other = Value::Object(properties),
        }
    }
    if let Some(Value::Array(required)) = required {
        match into
            .entry("required")
            .or_insert_with(|| Value::Array(Vec::new()))
        {
            Value::Array(known) => known.extend(required),
            other => *other = Value::Array(required),
        }
    }
    body
}

/// A write's answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Written<T> {
    /// The record as it is now (as it would be, after a dry run).
    pub output: T,
    /// The records that the write touched.
    pub touched: Vec<book::dto::Touched>,
    /// Whether it was taken back.
    pub dry_run: bool,
    /// What an approval is needed for, of a dry run.
    pub needs: Vec<book::dto::Permission>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// The properties of a part's schema and its keys are the same list.
    fn keys_fit<P: Part>() {
        let mut schema = SchemaGenerator::default().into_root_schema_for::<P>();
        let properties = schema
            .ensure_object()
            .get("properties")
            .and_then(Value::as_object);
        let names: Vec<&str> = properties
            .map(|map| map.keys().map(String::as_str).collect())
            .unwrap_or_default();
        assert_eq!(names, P::KEYS);
    }

    #[test]
    fn the_keys_of_a_part_are_its_fields() {
        keys_fit::<Request>();
        keys_fit::<Change>();
    }

    #[test]
    fn a_change_is_read_beside_its_body() {
        let id = Uuid::from_u128(7);
        let input = json!({ "id": id, "expected_version": 3, "request_id": id, "dry_run": true });
        let read = Amend::<Nothing>::read(input).unwrap();
        assert_eq!(
            (read.part.expected_version, read.part.dry_run),
            (3, Some(true))
        );
    }

    #[test]
    fn a_write_without_a_request_is_refused_at_that_field() {
        let error = Create::<Nothing>::read(json!({})).unwrap_err();
        assert_eq!(
            (error.code.as_str(), error.field.as_deref()),
            ("required", Some("request_id"))
        );
    }

    #[test]
    fn a_field_that_nobody_knows_is_refused() {
        let input = json!({ "request_id": Uuid::nil(), "dryrun": true });
        let error = Create::<Nothing>::read(input).unwrap_err();
        assert_eq!(error.field.as_deref(), Some("dryrun"));
    }
}
