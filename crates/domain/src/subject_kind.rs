//! What entries are about. A kind that this version does not know comes from a device with a newer
//! one: it keeps its code, so that its entries are stored, hashed and passed on to the letter, and
//! folded after the upgrade.

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $word:literal;)+) => {
        /// What an entry is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum SubjectKind {
            $($(#[$doc])* $name,)+
            /// What only a newer version knows, by its code.
            Other(u8),
        }

        impl SubjectKind {
            /// Every kind that this version knows, in the order of its code.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The stored code.
            pub const fn code(self) -> u8 {
                match self {
                    $(Self::$name => $code,)+
                    Self::Other(code) => code,
                }
            }

            /// The kind of a stored code.
            pub const fn of_code(code: u8) -> Self {
                match code {
                    $($code => Self::$name,)+
                    other => Self::Other(other),
                }
            }

            /// The word used on the wire and in change events.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                    Self::Other(_) => "other",
                }
            }
        }
    };
}

kinds! {
    /// The business and its settings.
    Book = 1, "book";
    /// A customer.
    Customer = 2, "customer";
    /// A product or service.
    Product = 3, "product";
    /// An order, return or adjustment.
    Order = 4, "order";
    /// A stock document that is not an order.
    Stock = 5, "stock";
    /// An import of a file.
    Run = 6, "run";
    /// A till session, from the float to the count.
    Till = 7, "till";
    /// A list of prices.
    PriceList = 10, "price_list";
    /// A promotion.
    Promotion = 11, "promotion";
    /// A person of the shop.
    Person = 20, "person";
    /// A refusal or an approval.
    Audit = 21, "audit";
    /// A gift card.
    GiftCard = 22, "gift_card";
    /// A shop, warehouse, shelf or bin.
    Location = 30, "location";
    /// Goods on their way between two locations.
    Transfer = 31, "transfer";
    /// A count of what lies at a location.
    Count = 32, "count";
    /// Whom goods are bought from.
    Supplier = 40, "supplier";
    /// An order at a supplier.
    Purchase = 41, "purchase";
    /// The keys by which hubs' copies of the book are sealed.
    Sealing = 50, "sealing";
    /// What devices may take of a product at a place.
    Share = 51, "share";
}

impl SubjectKind {
    /// Whether this version knows what it is.
    pub const fn is_known(self) -> bool {
        !matches!(self, Self::Other(_))
    }
}

/// A word where there is one, the code of a kind that has none here.
impl Serialize for SubjectKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Other(code) => serializer.serialize_u8(*code),
            known => serializer.serialize_str(known.word()),
        }
    }
}

impl<'de> Deserialize<'de> for SubjectKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordOrCode)
    }
}

struct WordOrCode;

impl Visitor<'_> for WordOrCode {
    type Value = SubjectKind;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the word or the code of a kind of record")
    }

    fn visit_u64<E: Error>(self, code: u64) -> Result<SubjectKind, E> {
        let code = u8::try_from(code);
        let code = code.map_err(|_| E::custom("a kind of record has a code below 256"))?;
        Ok(SubjectKind::of_code(code))
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<SubjectKind, E> {
        let mut known = SubjectKind::ALL.iter();
        let found = known.find(|kind| kind.word() == word).copied();
        found.ok_or_else(|| E::invalid_value(Unexpected::Str(word), &self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_keeps_its_kind_and_every_kind_its_code() {
        for code in 0..=u8::MAX {
            let kind = SubjectKind::of_code(code);
            assert_eq!(kind.code(), code);
            assert_eq!(kind.is_known(), SubjectKind::ALL.contains(&kind));
        }
    }

    #[test]
    fn a_kind_is_written_as_a_word_and_one_of_a_newer_version_as_its_code() {
        for (kind, text) in [
            (SubjectKind::PriceList, "\"price_list\""),
            (SubjectKind::Other(200), "200"),
        ] {
            assert_eq!(serde_json::to_string(&kind).unwrap(), text);
            assert_eq!(serde_json::from_str::<SubjectKind>(text).unwrap(), kind);
        }
        assert!(serde_json::from_str::<SubjectKind>("\"spoon\"").is_err());
        assert!(serde_json::from_str::<SubjectKind>("256").is_err());
    }
}
