//! The page that tells a customer how far an order is, as the shop sees it.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A page under a link that nobody guesses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderPage {
    /// The address for the customer.
    pub address: String,
    /// The language of its words, a tag of BCP 47.
    pub language: String,
    /// The last day on which it is shown.
    pub page_until: String,
    /// When it was published, wall clock.
    pub at_local: String,
    /// A hub was told from here how far the order is now; another device may have told it, too.
    pub is_current: bool,
    /// The code with which a hub refused it.
    pub failure: Option<String>,
}
