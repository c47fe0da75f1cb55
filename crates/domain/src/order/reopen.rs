//! A cancelled order that is wanted after all: what was called off as a whole is ordered again.

use super::allowed::Action;
use super::state::Order;
use crate::limits::NAME_CHARS;
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};

/// Payload of `order.reopened`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopened {
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Takes a cancellation of the whole back. Lines that were called off one by one stay called off.
pub fn reopen(now: &Order, reason: Option<&str>) -> Result<Reopened, Refusal> {
    now.check(Action::Reopen)?;
    Ok(Reopened {
        reason: text::optional("reason", reason, NAME_CHARS)?,
    })
}

impl Order {
    /// What happened after the cancellation is in order again, too.
    pub(super) fn reopened(&mut self) {
        self.cancelled = None;
        self.shipped_after_cancel = false;
        self.paid_after_cancel = false;
    }
}
