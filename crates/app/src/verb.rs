//! What a verb is: its name and kind, how it is carried out, and what goes in and comes out.
use schemars::{Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::codegen::Types;
use crate::error::AppError;
use crate::{App, Bytes};

/// What a verb does to the book, and how it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VerbKind {
    /// Answers at once and changes no record.
    Read,
    /// Changes records, in one entry, or nothing at all.
    Write,
    /// Starts a job and answers with its id.
    Job,
    /// Answers with bytes instead of JSON.
    Bytes,
    /// Belongs to the desktop window.
    Shell,
}

impl VerbKind {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Job => "job",
            Self::Bytes => "bytes",
            Self::Shell => "shell",
        }
    }
}

/// What a verb answers with.
pub(crate) enum Answer {
    /// JSON, as it is handed on.
    Json(Box<RawValue>),
    /// Bytes.
    Bytes(Bytes),
}

/// One verb.
pub struct Verb {
    /// Its name, `noun.verb`.
    pub name: &'static str,
    /// What it does to the book.
    pub kind: VerbKind,
    /// One sentence about it.
    pub about: &'static str,
    pub(crate) run: fn(&App, Value) -> Result<Answer, AppError>,
    pub(crate) input_ts: fn(&mut Types) -> String,
    pub(crate) output_ts: fn(&mut Types) -> String,
    /// What the job that it starts comes to.
    pub(crate) done_ts: Option<fn(&mut Types) -> String>,
    pub(crate) input_schema: fn(&mut SchemaGenerator) -> Schema,
    pub(crate) output_schema: fn(&mut SchemaGenerator) -> Schema,
}

impl Verb {
    /// The JSON schema of its input.
    pub fn input_schema(&self) -> Schema {
        (self.input_schema)(&mut inline())
    }

    /// The JSON schema of its output; `true` for bytes.
    pub fn output_schema(&self) -> Schema {
        (self.output_schema)(&mut inline())
    }
}

/// Schemas that stand alone.
fn inline() -> SchemaGenerator {
    schemars::generate::SchemaSettings::draft2020_12()
        .with(|settings| settings.inline_subschemas = true)
        .into_generator()
}
