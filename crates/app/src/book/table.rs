//! What a new book in each country begins with: currency, usual VAT or GST rates, and whether
//! shops state prices with tax. Rates as published by the tax authorities, in force in 2026; they
//! are a start that every book may change. Sales taxes of states and provinces are not known here.
use book::dto::{Tax, TaxCategory};

/// A row: country, currency, name of the tax, prices with tax, standard rate and reduced ones in
/// parts per thousand, whether a zero rate is usual.
pub(super) struct Country {
    pub(super) code: &'static str,
    pub(super) currency: &'static str,
    tax: &'static str,
    pub(super) prices_include_tax: bool,
    standard_per_mille: i64,
    reduced_per_mille: &'static [i64],
    has_zero: bool,
}

impl Country {
    /// The usual taxes.
    pub(super) fn taxes(&self) -> Vec<Tax> {
        if self.standard_per_mille == 0 {
            return Vec::new();
        }
        let mut taxes = vec![self.rate("standard", TaxCategory::Standard, self.standard_per_mille)];
        for (index, per_mille) in self.reduced_per_mille.iter().enumerate() {
            let code = if index == 0 {
                "reduced".into()
            } else {
                format!("reduced-{}", index + 1)
            };
            taxes.push(self.rate(&code, TaxCategory::Reduced, *per_mille));
        }
        if self.has_zero {
            taxes.push(self.rate("zero", TaxCategory::Zero, 0));
        }
        taxes
    }

    fn rate(&self, code: &str, category: TaxCategory, per_mille: i64) -> Tax {
        let name = match per_mille % 10 {
            0 => format!("{} {} %", self.tax, per_mille / 10),
            tenth => format!("{} {}.{} %", self.tax, per_mille / 10, tenth),
        };
        Tax {
            code: code.to_owned(),
            name,
            rate_ppm: per_mille * 1_000,
            category,
        }
    }
}

/// The row of a country.
pub(super) fn country(code: &str) -> Option<&'static Country> {
    COUNTRIES.iter().find(|country| country.code == code)
}

macro_rules! countries {
    ($($code:literal $currency:literal $tax:literal $include:literal
       $standard:literal [$($reduced:literal),*] $zero:literal;)*) => {
        /// Every country known, by code.
        pub(super) const COUNTRIES: &[Country] = &[$(Country {
            code: $code,
            currency: $currency,
            tax: $tax,
            prices_include_tax: $include,
            standard_per_mille: $standard,
            reduced_per_mille: &[$($reduced),*],
            has_zero: $zero,
        }),*];
    };
}

countries! {
    "AT" "EUR" "USt" true 200 [100, 130] false;
    "AU" "AUD" "GST" true 100 [] true;
    "BE" "EUR" "TVA" true 210 [60, 120] true;
    "BG" "EUR" "DDS" true 200 [90] false;
    "CA" "CAD" "GST" false 50 [] true;
    "CH" "CHF" "MWST" true 81 [26, 38] false;
    "CY" "EUR" "VAT" true 190 [50, 90] true;
    "CZ" "CZK" "DPH" true 210 [120] true;
    "DE" "EUR" "USt" true 190 [70] false;
    "DK" "DKK" "moms" true 250 [] true;
    "EE" "EUR" "KM" true 240 [90, 130] false;
    "ES" "EUR" "IVA" true 210 [100, 40] false;
    "FI" "EUR" "ALV" true 255 [135, 100] false;
    "FR" "EUR" "TVA" true 200 [55, 100, 21] false;
    "GB" "GBP" "VAT" true 200 [50] true;
    "GR" "EUR" "FPA" true 240 [130, 60] false;
    "HR" "EUR" "PDV" true 250 [130, 50] false;
    "HU" "HUF" "AFA" true 270 [180, 50] false;
    "IE" "EUR" "VAT" true 230 [135, 90] true;
    "IS" "ISK" "VSK" true 240 [110] true;
    "IT" "EUR" "IVA" true 220 [100, 50, 40] false;
    "JP" "JPY" "CT" true 100 [80] false;
    "LT" "EUR" "PVM" true 210 [120, 50] false;
    "LU" "EUR" "TVA" true 170 [80, 30] false;
    "LV" "EUR" "PVN" true 210 [120, 50] false;
    "MT" "EUR" "VAT" true 180 [70, 50] true;
    "NL" "EUR" "BTW" true 210 [90] true;
    "NO" "NOK" "MVA" true 250 [150, 120] true;
    "NZ" "NZD" "GST" true 150 [] true;
    "PL" "PLN" "VAT" true 230 [80, 50] true;
    "PT" "EUR" "IVA" true 230 [60, 130] false;
    "RO" "RON" "TVA" true 210 [110] false;
    "SE" "SEK" "moms" true 250 [120, 60] true;
    "SG" "SGD" "GST" true 90 [] true;
    "SI" "EUR" "DDV" true 220 [95, 50] false;
    "SK" "EUR" "DPH" true 230 [190, 50] false;
    "US" "USD" "Tax" false 0 [] false;
    "ZA" "ZAR" "VAT" true 150 [] true;
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::currency::Currency;

    #[test]
    fn every_country_stands_once_with_a_currency_of_iso_4217() {
        for pair in COUNTRIES.windows(2) {
            assert!(pair[0].code < pair[1].code, "{}", pair[1].code);
        }
        for country in COUNTRIES {
            assert!(
                Currency::parse(country.currency).is_ok(),
                "{}",
                country.code
            );
        }
    }

    #[test]
    fn a_rate_with_a_half_percent_is_named_with_it() {
        let taxes = country("FI").unwrap().taxes();
        assert_eq!(
            (taxes[0].name.as_str(), taxes[0].rate_ppm),
            ("ALV 25.5 %", 255_000)
        );
        assert_eq!(taxes[1].code, "reduced");
        assert_eq!(taxes[2].code, "reduced-2");
    }
}
