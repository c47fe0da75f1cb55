//! Calls by name: finds the verb, reads its input, runs it, and nets what goes wrong.
use serde_json::Value;
use serde_json::value::RawValue;

use crate::commands::verb;
use crate::error::{AppError, AppErrorKind};
use crate::verb::Answer;
use crate::{App, Bytes, gate, panics};

impl App {
    /// Runs a verb that answers in JSON, for whoever looks into the answer.
    ///
    /// # Errors
    /// Whatever the verb refuses; `unknown_verb` and `not_json` for a wrong name.
    pub fn call(&self, name: &str, input: Value) -> Result<Value, AppError> {
        let answer = self.call_json(name, input)?;
        serde_json::from_str(answer.get()).map_err(|error| AppError::broken("internal").with(error))
    }

    /// Runs a verb that answers in JSON, for whoever hands the answer on.
    ///
    /// # Errors
    /// Whatever the verb refuses; `unknown_verb` and `not_json` for a wrong name.
    pub fn call_json(&self, name: &str, input: Value) -> Result<Box<RawValue>, AppError> {
        match self.answer(name, input)? {
            Answer::Json(text) => Ok(text),
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
        panics::caught(self, name, || gate::through(self, verb, input)).map_err(|error| {
            let unreported = error.kind == AppErrorKind::Broken && error.report_id.is_none();
            if unreported {
                self.report(name, error, "")
            } else {
                error
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::error::AppErrorKind;
    use crate::request::Request;
    use crate::testing::Shop;

    #[test]
    fn a_wrong_name_is_told_apart_from_a_wrong_way() {
        let shop = Shop::open();
        assert_eq!(shop.refused("orders.eat", json!({})).0, "unknown_verb");
        assert_eq!(
            shop.refused("shell.reveal", json!({ "path": "x" })).0,
            "no_window"
        );
        let error = shop.app.call_bytes("book.info", json!({})).unwrap_err();
        assert_eq!(error.code, "not_bytes");
    }

    #[test]
    fn a_panic_becomes_a_report_and_the_book_stays_usable() {
        let shop = Shop::open();
        let error = shop
            .app
            .write::<Product>(
                Request {
                    request_id: shop.request(),
                    dry_run: None,
                },
                |_| panic!("on purpose"),
                |_, _| unreachable!("the work before has panicked"),
            )
            .unwrap_err();
        assert_eq!(
            (error.kind, error.code.as_str()),
            (AppErrorKind::Broken, "internal")
        );
        let report = shop.path(&format!(
            "settings/reports/{}.txt",
            error.report_id.unwrap()
        ));
        let text = std::fs::read_to_string(report).unwrap();
        assert!(
            text.contains("dispatch.rs") && !text.contains("on purpose"),
            "{text}"
        );
        shop.product("MUG", 1_000_000);
    }

    #[test]
    fn every_verb_refuses_a_field_that_it_does_not_know() {
        let shop = Shop::open();
        for verb in crate::VERBS {
            let result = (verb.run)(&shop.app, json!({ "no_such_field": 1 }));
            let error = result
                .err()
                .unwrap_or_else(|| panic!("{} takes anything", verb.name));
            assert_eq!(error.kind, AppErrorKind::Invalid, "{}: {error}", verb.name);
        }
    }

    #[test]
    fn every_schema_stands_alone() {
        for verb in crate::VERBS {
            let text = serde_json::to_string(&verb.input_schema()).unwrap();
            assert!(!text.contains("$ref"), "{}: {text}", verb.name);
        }
    }
}
