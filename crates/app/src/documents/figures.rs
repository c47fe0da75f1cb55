//! How figures and days are written on paper.
use book::dto::Order;
use charts::{Locale, NumberFormat};
use domain::Day;
use domain::currency::Currency;

use crate::language::Language;

/// The fewest and the most decimals of a price of one unit are the currency's and these.
const PRICE_DIGITS: u8 = 6;
const QUANTITY_DIGITS: u8 = 3;
const PERCENT_DIGITS: u8 = 4;

/// The figures of one document.
pub(super) struct Figures {
    number: NumberFormat,
    language: Language,
    digits: u8,
}

impl Figures {
    pub(super) fn new(language: Language, digits: u8) -> Self {
        let locale = match language {
            Language::En => Locale::english(),
            Language::De => Locale::german(),
        };
        Self {
            number: locale.number,
            language,
            digits,
        }
    }

    /// An amount of the order's currency.
    pub(super) fn money(&self, minor: i64) -> String {
        self.number.written(minor, self.digits, self.digits)
    }

    /// The price of one unit, exactly.
    pub(super) fn price(&self, micro: i64) -> String {
        let shown = needed(micro, PRICE_DIGITS).max(self.digits);
        self.number.written(micro, PRICE_DIGITS, shown)
    }

    /// A quantity, without needless zeros.
    pub(super) fn quantity(&self, milli: i64) -> String {
        let shown = needed(milli, QUANTITY_DIGITS);
        self.number.written(milli, QUANTITY_DIGITS, shown)
    }

    /// A rate in percent.
    pub(super) fn percent(&self, ppm: i64) -> String {
        let shown = needed(ppm, PERCENT_DIGITS);
        format!("{} %", self.number.written(ppm, PERCENT_DIGITS, shown))
    }

    /// A day with its year.
    pub(super) fn day(&self, day: Day) -> String {
        let (year, month, date) = day.ymd();
        match self.language {
            Language::En => {
                let locale = Locale::english();
                let name = locale.months.get(month as usize - 1);
                format!("{date} {} {year}", name.map_or("", String::as_str))
            }
            Language::De => format!("{date:02}.{month:02}.{year}"),
        }
    }

    /// The day that a wall clock or business day begins with.
    pub(super) fn day_of(&self, said: &str) -> String {
        let day = said.get(..10).and_then(Day::parse);
        day.map_or_else(|| said.to_owned(), |day| self.day(day))
    }
}

/// How many of the decimals are no needless zeros.
fn needed(n: i64, decimals: u8) -> u8 {
    let zeros = (1..=u32::from(decimals)).take_while(|zeros| n % 10_i64.pow(*zeros) == 0);
    decimals - u8::try_from(zeros.count()).unwrap_or(0)
}

/// What is left of a line: neither called off nor come back. Its amounts are of this much.
pub(super) fn kept_milli(line: &book::dto::OrderLine) -> i64 {
    line.quantity_milli - line.cancelled_milli - line.returned_milli
}

/// The discount of a whole order or of a line, as the document says it.
pub(super) fn discounts(figures: &Figures, ppm: i64, minor: i64) -> Vec<String> {
    let percent = (ppm != 0).then(|| figures.percent(ppm));
    let amount = (minor != 0).then(|| figures.money(minor));
    percent.into_iter().chain(amount).collect()
}

/// Whether anything is off the price of the order as a whole.
pub(super) fn has_order_discount(order: &Order) -> bool {
    order.discount_ppm != 0
}

/// Decimals of a currency; two of one that is not known.
pub(super) fn digits(currency: &str) -> u8 {
    let digits = Currency::parse(currency).map(Currency::minor_digits);
    digits
        .ok()
        .and_then(|digits| u8::try_from(digits).ok())
        .unwrap_or(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_the_language_has_them() {
        let english = Figures::new(Language::En, 2);
        let german = Figures::new(Language::De, 2);
        assert_eq!(english.money(1_234_567), "12,345.67");
        assert_eq!(german.money(-1_234_567), "\u{2212}12.345,67");
        assert_eq!(english.price(2_550_000), "2.55");
        assert_eq!(english.price(1_000), "0.001");
        assert_eq!(english.price(12_000_000), "12.00");
        assert_eq!(
            (english.quantity(6_000), german.quantity(1_250)),
            ("6".into(), "1,25".into())
        );
        assert_eq!(
            (english.percent(200_000), german.percent(88_750)),
            ("20 %".into(), "8,875 %".into())
        );
        assert_eq!(english.day_of("2026-11-24T10:00"), "24 Nov 2026");
        assert_eq!(german.day_of("2026-11-24"), "24.11.2026");
        assert_eq!(Figures::new(Language::En, 0).money(1_500), "1,500");
    }
}
