//! Calls by name: finds the verb, reads its input, runs it, and nets what goes wrong.
use serde_json::Value;

use crate::commands::{Answer, verb};
use crate::error::{AppError, AppErrorKind};
use crate::{App, Bytes, panics};

impl App {
    /// Runs a verb that answers in JSON.
    ///
    /// # Errors
    /// Whatever the verb refuses; `unknown_verb` and `not_json` for a wrong name.
    pub fn call(&self, name: &str, input: Value) -> Result<Value, AppError> {
        match self.answer(name, input)? {
            Answer::Json(value) => Ok(value),
            Answer::Bytes(_) => Err(AppError::invalid("not_json").with(name)),
        }
    }

    /// Runs a verb that answers with bytes.
    ///
    /// # Errors
    /// Whatever the verb refuses; `unknown_verb` and `not_bytes` for a wrong name.
    pub fn call_bytes(&self, name: &str, input: Value) -> Result<Bytes, AppError> {
        match self.answer(name, input)? {
            Answer::Bytes(bytes) => Ok(bytes),
            Answer::Json(_) => Err(AppError::invalid("not_bytes").with(name)),
        }
    }

    fn answer(&self, name: &str, input: Value) -> Result<Answer, AppError> {
        let verb = verb(name).ok_or_else(|| AppError::not_found("unknown_verb").with(name))?;
        panics::caught(self, name, || (verb.run)(self, input)).map_err(|error| {
            let unreported =
                error.kind == AppErrorKind::Broken && error.report_id.is_none();
            if unreported { self.report(name, error, "") } else { error }
        })
    }
}
