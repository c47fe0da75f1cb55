//! How an invoice is paid, and what was delivered where.

use super::{Address, Date};
use serde::{Deserialize, Serialize};

/// A means of payment (BG-16).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Payment {
    /// By credit transfer to an account (BG-17).
    Transfer {
        /// The account (BT-84).
        iban: String,
        /// The bank (BT-86).
        bic: Option<String>,
        /// Whose account it is (BT-85).
        holder: Option<String>,
        /// What the payer shall quote (BT-83).
        reference: Option<String>,
    },
    /// By card (BG-18).
    Card {
        /// The last four to six digits, never more (BT-87).
        last_digits: String,
        /// The name on the card (BT-88).
        holder: Option<String>,
        /// The card's network, as UBL demands it: `VISA`. It is not in CII.
        network: String,
    },
    /// In cash.
    Cash,
}

impl Payment {
    /// The code from UNTDID 4461 (BT-81). A transfer in euros is a SEPA one.
    pub(crate) fn code(&self, currency: &str) -> &'static str {
        match self {
            Self::Transfer { .. } if currency == "EUR" => "58",
            Self::Transfer { .. } => "30",
            Self::Card { .. } => "48",
            Self::Cash => "10",
        }
    }

    /// What the payer shall quote (BT-83).
    pub(crate) fn reference(&self) -> Option<&str> {
        match self {
            Self::Transfer { reference, .. } => reference.as_deref(),
            _ => None,
        }
    }
}

/// The delivery (BG-13).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Delivery {
    /// When (BT-72).
    pub date: Option<Date>,
    /// To whom, if not the buyer (BT-70).
    pub name: Option<String>,
    /// Where to (BG-15).
    pub address: Option<Address>,
}
