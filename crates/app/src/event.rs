//! What the product tells without being asked: records that changed, and jobs that move on.
use std::sync::{PoisonError, RwLock};

use book::dto::Touched;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::jobs::JobState;

/// The records that a write touched.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Changed {
    /// Everything may have changed: another book, an import, a write of another program.
    pub all: bool,
    /// The records, when not everything.
    pub touched: Vec<Touched>,
}

/// Something that happened. On the wire `{"type": "changed", …}` or `{"type": "job", …}`, with the
/// fields of what happened beside `type`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// Records changed.
    Changed(Changed),
    /// A job moved on.
    Job(Box<JobState>),
}

impl Event {
    /// The event that says "ask for everything again".
    pub fn all_changed() -> Self {
        Self::Changed(Changed {
            all: true,
            touched: Vec::new(),
        })
    }
}

/// Somebody who wants to hear.
pub type Subscriber = Box<dyn Fn(&Event) + Send + Sync>;

/// Everybody who wants to hear.
#[derive(Default)]
pub(crate) struct Subscribers(RwLock<Vec<Subscriber>>);

impl Subscribers {
    pub(crate) fn add(&self, subscriber: Subscriber) {
        self.0
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .push(subscriber);
    }

    pub(crate) fn tell(&self, event: &Event) {
        for subscriber in self.0.read().unwrap_or_else(PoisonError::into_inner).iter() {
            subscriber(event);
        }
    }
}
