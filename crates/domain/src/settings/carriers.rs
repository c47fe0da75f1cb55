//! Who carries parcels, and where they tell how far one is.

use super::state::Settings;
use crate::limits::{CODE_CHARS, LIST_ITEMS, NOTE_CHARS};
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};

/// What stands for the tracking number in an address.
const NUMBER: &str = "{tracking}";

/// A carrier as offered for shipments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarrierTerms {
    /// Name printed and stored on shipments.
    pub name: String,
    /// Web address that tells how far a parcel is, with `{tracking}` for its number; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
}

/// The carriers of a book that has not said its own.
const OFFERED: [(&str, &str); 7] = [
    (
        "Royal Mail",
        "https://www.royalmail.com/track-your-item#/tracking-results/{tracking}",
    ),
    (
        "DHL",
        "https://www.dhl.com/global-en/home/tracking.html?tracking-id={tracking}",
    ),
    ("UPS", "https://www.ups.com/track?tracknum={tracking}"),
    (
        "DPD",
        "https://tracking.dpd.de/status/en_US/parcel/{tracking}",
    ),
    (
        "PostNL",
        "https://jouw.postnl.nl/track-and-trace/{tracking}",
    ),
    (
        "FedEx",
        "https://www.fedex.com/fedextrack/?trknbr={tracking}",
    ),
    (
        "GLS",
        "https://gls-group.eu/EU/en/parcel-tracking?match={tracking}",
    ),
];

/// Checks the carriers of a book: each named once, addresses of the web alone.
pub(super) fn checked(carriers: Vec<CarrierTerms>) -> Result<Vec<CarrierTerms>, Refusal> {
    if carriers.len() > LIST_ITEMS {
        return Err(Refusal::at("carriers", "too_many").with(LIST_ITEMS));
    }
    let mut kept: Vec<CarrierTerms> = Vec::with_capacity(carriers.len());
    for (index, said) in carriers.into_iter().enumerate() {
        let at = |name: &str| format!("carriers.{index}.{name}");
        let name = text::required(&at("name"), &said.name, CODE_CHARS)?;
        if kept.iter().any(|other| is_named(other, &name)) {
            return Err(Refusal::at(at("name"), "claimed_twice"));
        }
        let url = text::optional(&at("url"), Some(&said.url), NOTE_CHARS)?.unwrap_or_default();
        if !url.is_empty() && !is_template(&url) {
            return Err(Refusal::at(at("url"), "link_shape"));
        }
        kept.push(CarrierTerms { name, url });
    }
    Ok(kept)
}

/// A web address with a place for the number.
fn is_template(url: &str) -> bool {
    let web = url.starts_with("https://") || url.starts_with("http://");
    web && url.contains(NUMBER) && !url.contains(char::is_whitespace)
}

fn is_named(carrier: &CarrierTerms, name: &str) -> bool {
    carrier.name.to_lowercase() == name.trim().to_lowercase()
}

/// A number as it stands in a web address: everything but letters, digits and `-._~` in its
/// bytes (RFC 3986, section 2.3).
fn escaped(number: &str) -> String {
    let mut escaped = String::new();
    for byte in number.trim().bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

impl Settings {
    /// The carriers to choose from.
    pub fn carriers(&self) -> Vec<CarrierTerms> {
        let offered = || {
            let named = OFFERED.iter().map(|(name, url)| CarrierTerms {
                name: (*name).to_owned(),
                url: (*url).to_owned(),
            });
            named.collect()
        };
        self.terms.carriers.clone().unwrap_or_else(offered)
    }

    /// Where a carrier tells how far a parcel is, when it is known.
    pub fn tracking_url(&self, carrier: &str, number: &str) -> Option<String> {
        let carriers = self.carriers();
        let known = carriers.iter().find(|known| is_named(known, carrier))?;
        let url = known.url.replace(NUMBER, &escaped(number));
        (!url.is_empty() && !number.trim().is_empty()).then_some(url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn carrier(name: &str, url: &str) -> CarrierTerms {
        CarrierTerms {
            name: name.into(),
            url: url.into(),
        }
    }

    #[test]
    fn what_is_offered_would_be_taken() {
        let offered = Settings::default().carriers();
        assert_eq!(checked(offered.clone()), Ok(offered));
    }

    #[test]
    fn a_number_cannot_break_out_of_its_address() {
        let settings = Settings::default();
        assert_eq!(
            settings.tracking_url(" ups", "1Z 9/&x=ä").as_deref(),
            Some("https://www.ups.com/track?tracknum=1Z%209%2F%26x%3D%C3%A4")
        );
        assert_eq!(settings.tracking_url("Van", "1"), None);
        assert_eq!(settings.tracking_url("UPS", " "), None);
    }

    #[test]
    fn only_addresses_of_the_web_with_a_place_for_the_number_are_taken() {
        for url in [
            "javascript:{tracking}",
            "https://x.test/",
            "https://x.test/ {tracking}",
        ] {
            let refused = checked(vec![carrier("Van", url)]).expect_err(url);
            assert_eq!(
                (refused.field.as_deref(), refused.code),
                (Some("carriers.0.url"), "link_shape")
            );
        }
        let twice = checked(vec![carrier("Van", ""), carrier("VAN", "")]).expect_err("twice");
        assert_eq!(twice.code, "claimed_twice");
    }
}
