//! One order of a batch: looked at, and then the verb about it called, under a request of its own.
use book::dto::Order;
use domain::RequestId;
use serde_json::{Value, json};
use uuid::Uuid;

use super::files::Files;
use super::{Input, OrderBatchAction, OrderBatchResult};
use crate::App;
use crate::batch::{BatchOutcome, TRIES, tried};
use crate::error::AppError;
use crate::request::request_of;

/// A batch on its way.
pub(super) struct Batch<'a> {
    app: &'a App,
    action: &'a OrderBatchAction,
    request_id: Uuid,
    pub dry_run: bool,
}

impl<'a> Batch<'a> {
    pub fn new(app: &'a App, input: &'a Input) -> Self {
        Self {
            app,
            action: &input.body.action,
            request_id: input.part.request_id,
            dry_run: input.part.dry_run.unwrap_or(false),
        }
    }

    /// Gives one order its turn. An error ends the whole batch.
    pub fn take(&self, id: Uuid, files: &mut Files<'_>) -> Result<OrderBatchResult, AppError> {
        let mut result = OrderBatchResult {
            order: id,
            number: String::new(),
            customer_name: None,
            outcome: BatchOutcome::Unchanged,
            waiting_milli: None,
            error: None,
        };
        let once = || self.once(id, files, &mut result);
        (result.outcome, result.error) = tried(TRIES, once)?;
        Ok(result)
    }

    fn once(
        &self,
        id: Uuid,
        files: &mut Files<'_>,
        result: &mut OrderBatchResult,
    ) -> Result<BatchOutcome, AppError> {
        let order = &self.app.read_rows(|read| read.order(id))?;
        result.number.clone_from(&order.head.number);
        result.customer_name.clone_from(&order.head.customer_name);
        let request = request_of(self.request_id, order.head.id);
        if self.app.read_rows(|read| read.was_carried_out(request))? {
            return Ok(BatchOutcome::Done);
        }
        if self.action.is_done(order) {
            return Ok(BatchOutcome::Unchanged);
        }
        match self.action.verb(order)? {
            Some((verb, body)) => {
                let written = self.app.call(verb, self.change(order, request, body))?;
                // A draft has got its number by being placed.
                let number = written["output"]["number"].as_str().unwrap_or_default();
                result.waiting_milli = self.action.waits_milli(&written["output"]);
                if !self.dry_run {
                    number.clone_into(&mut result.number);
                }
            }
            None => files.add(self.app, order)?,
        }
        Ok(BatchOutcome::Done)
    }

    fn change(&self, order: &Order, request: RequestId, mut body: Value) -> Value {
        body["id"] = json!(order.head.id);
        body["expected_version"] = json!(order.head.version);
        body["request_id"] = json!(request.0);
        body["dry_run"] = json!(self.dry_run);
        body
    }
}
