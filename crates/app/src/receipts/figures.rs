//! How figures are written on a slip: whole numbers of small units in, text out.
use super::words::SlipLanguage;
use domain::currency::Currency;
use domain::settings::Settings;

/// What the figures of a slip need to know.
#[derive(Clone, Copy)]
pub(super) struct Figures {
    pub(super) language: SlipLanguage,
    digits: u32,
}

impl Figures {
    pub(super) fn new(language: SlipLanguage, settings: &Settings) -> Self {
        let currency = Currency::parse(settings.currency());
        Self {
            language,
            digits: currency.map_or(2, Currency::minor_digits),
        }
    }

    /// The same for amounts in another currency.
    pub(super) fn of(self, code: &str) -> Self {
        let digits = Currency::parse(code).map_or(2, Currency::minor_digits);
        Self { digits, ..self }
    }

    /// An amount in minor units.
    pub(super) fn money(self, minor: i64) -> String {
        self.decimal(minor, self.digits, self.digits)
    }

    /// An amount in minor units of a currency that is not the book's, with its code.
    pub(super) fn amount_in(self, code: &str, minor: i64) -> String {
        format!("{} {code}", self.of(code).money(minor))
    }

    /// A unit price in millionths, with as many decimals as it needs.
    pub(super) fn price(self, micro: i64) -> String {
        self.decimal(micro, 6, self.digits)
    }

    /// A quantity in thousandths.
    pub(super) fn quantity(self, milli: i64) -> String {
        self.decimal(milli, 3, 0)
    }

    /// A rate in parts per million.
    pub(super) fn rate(self, ppm: i64) -> String {
        format!("{} %", self.decimal(ppm, 4, 0))
    }

    /// `value` over ten to the power of `scale`, with at least `least` decimals.
    fn decimal(self, value: i64, scale: u32, least: u32) -> String {
        let unit = 10_u64.pow(scale);
        let (whole, part) = (value.unsigned_abs() / unit, value.unsigned_abs() % unit);
        let mut decimals = format!("{part:0width$}", width = scale as usize);
        if scale == 0 {
            decimals.clear();
        }
        while decimals.len() > least as usize && decimals.ends_with('0') {
            decimals.pop();
        }
        let sign = if value < 0 { "-" } else { "" };
        if decimals.is_empty() {
            return format!("{sign}{whole}");
        }
        format!("{sign}{whole}{}{decimals}", self.language.decimal())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_the_decimals_that_they_need() {
        let settings = Settings::default();
        let english = Figures::new(SlipLanguage::En, &settings);
        let german = Figures::new(SlipLanguage::De, &settings);
        assert_eq!(english.money(-1_705), "-17.05");
        assert_eq!(german.money(5), "0,05");
        assert_eq!(english.price(1_230_000), "1.23");
        assert_eq!(english.price(1_234_500), "1.2345");
        assert_eq!(
            (english.quantity(3_000), german.quantity(1_250)),
            ("3".into(), "1,25".into())
        );
        assert_eq!(
            (english.rate(200_000), english.rate(88_750)),
            ("20 %".into(), "8.875 %".into())
        );
        assert_eq!(english.money(i64::MIN), "-92233720368547758.08");
    }
}
