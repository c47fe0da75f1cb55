//! Seller and buyer.

use serde::{Deserialize, Serialize};

/// An identifier, with the scheme that it is from where that is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Identifier {
    /// The scheme, ISO 6523: `0088` for a GLN, `0002` for a SIREN.
    pub scheme: Option<String>,
    /// The identifier.
    pub value: String,
}

/// Where electronic invoices are delivered to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Electronic {
    /// The scheme from the EAS list: `EM` for an e-mail address, `0204` for a Leitweg-ID.
    pub scheme: String,
    /// The address.
    pub value: String,
}

/// A postal address (BG-5, BG-8, BG-15).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Address {
    /// Street and number.
    pub line1: Option<String>,
    /// An additional line.
    pub line2: Option<String>,
    /// Another one.
    pub line3: Option<String>,
    /// The town.
    pub city: Option<String>,
    /// The post code.
    pub post_code: Option<String>,
    /// The part of the country.
    pub subdivision: Option<String>,
    /// The country, ISO 3166-1 alpha-2.
    pub country: String,
}

/// A person or department to ask (BG-6, BG-9).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Contact {
    /// Name.
    pub name: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
}

/// Seller (BG-4) or buyer (BG-7).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Party {
    /// The registered name (BT-27, BT-44).
    pub name: String,
    /// The name it trades under (BT-28, BT-45).
    pub trading_name: Option<String>,
    /// An identifier such as a GLN (BT-29, BT-46).
    pub identifier: Option<Identifier>,
    /// The entry in a register of companies (BT-30, BT-47).
    pub legal_id: Option<Identifier>,
    /// The VAT identifier with its country prefix (BT-31, BT-48).
    pub vat_id: Option<String>,
    /// The seller's local tax number (BT-32).
    pub tax_number: Option<String>,
    /// Further legal facts, of the seller alone (BT-33).
    pub legal_notice: Option<String>,
    /// The electronic address (BT-34, BT-49).
    pub electronic: Option<Electronic>,
    /// The postal address.
    pub address: Address,
    /// Whom to ask.
    pub contact: Option<Contact>,
}
