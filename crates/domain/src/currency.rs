//! Currencies of ISO 4217 with the number of digits of their minor unit.
//!
//! The digits are ISO's own (list one, 2026-01-01), not CLDR's: those differ for 13 currencies and
//! describe how cash is written, not how amounts are kept. Metals, test codes and units of account
//! without a minor unit are not money in a shop and are refused.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A text that is not the code of a currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a currency code of ISO 4217")]
pub struct UnknownCurrency;

/// A currency, known to ISO 4217.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    code: [u8; 3],
    minor_digits: u8,
}

impl Currency {
    /// The currency of a code of three capital letters.
    pub fn parse(code: &str) -> Result<Self, UnknownCurrency> {
        let letters: [u8; 3] = code.as_bytes().try_into().map_err(|_| UnknownCurrency)?;
        let table = TABLE
            .iter()
            .find(|(_, codes)| codes.binary_search(&code).is_ok());
        let (minor_digits, _) = table.ok_or(UnknownCurrency)?;
        Ok(Self {
            code: letters,
            minor_digits: *minor_digits,
        })
    }

    /// The three letters.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.code).expect("a code is taken from the table of ASCII letters")
    }

    /// Digits of the minor unit after the decimal point: 2 for GBP, 0 for JPY, 3 for KWD.
    #[must_use]
    pub const fn minor_digits(self) -> u32 {
        self.minor_digits as u32
    }

    /// Every known code, by digits and then by letter.
    pub fn all_codes() -> impl Iterator<Item = &'static str> {
        TABLE.iter().flat_map(|(_, codes)| codes.iter().copied())
    }
}

impl std::str::FromStr for Currency {
    type Err = UnknownCurrency;

    fn from_str(code: &str) -> Result<Self, UnknownCurrency> {
        Self::parse(code)
    }
}

impl std::fmt::Display for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::parse(&code).map_err(serde::de::Error::custom)
    }
}

/// The codes by digits of their minor unit; the commonest first, each list sorted.
const TABLE: &[(u8, &[&str])] = &[
    (2, TWO_DIGITS),
    (0, NO_DIGITS),
    (3, THREE_DIGITS),
    (4, FOUR_DIGITS),
    (2, WITHDRAWN),
];

/// Hundredths.
const TWO_DIGITS: &[&str] = &[
    "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BMD",
    "BND", "BOB", "BOV", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHE", "CHF",
    "CHW", "CNY", "COP", "COU", "CRC", "CUP", "CVE", "CZK", "DKK", "DOP", "DZD", "EGP", "ERN",
    "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GTQ", "GYD", "HKD", "HNL",
    "HTG", "HUF", "IDR", "ILS", "INR", "IRR", "JMD", "KES", "KGS", "KHR", "KPW", "KYD", "KZT",
    "LAK", "LBP", "LKR", "LRD", "LSL", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU",
    "MUR", "MVR", "MWK", "MXN", "MXV", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD",
    "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "QAR", "RON", "RSD", "RUB", "SAR", "SBD", "SCR",
    "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB",
    "TJS", "TMT", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "USD", "USN", "UYU", "UZS", "VED",
    "VES", "WST", "XAD", "XCD", "XCG", "YER", "ZAR", "ZMW", "ZWG",
];

/// No minor unit in use.
const NO_DIGITS: &[&str] = &[
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND",
    "VUV", "XAF", "XOF", "XPF",
];

/// Thousandths.
const THREE_DIGITS: &[&str] = &["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

/// Units of account in ten-thousandths.
const FOUR_DIGITS: &[&str] = &["CLF", "UYW"];

/// Left list one not long ago, all hundredths: a shop's history still holds amounts in them.
const WITHDRAWN: &[&str] = &["ANG", "BGN", "CUC", "EEK", "HRK", "LTL", "LVL", "SLL"];
