//! Integers as the decimals of XML: a full stop, no grouping, no exponent.

/// `value` with `scale` decimals, of which those beyond `least` go if they are zeros.
pub(crate) fn decimal(value: i64, scale: u32, least: u32) -> String {
    let (sign, size) = (if value < 0 { "-" } else { "" }, value.unsigned_abs());
    let whole = 10_u64.pow(scale);
    let mut text = format!("{sign}{}", size / whole);
    if scale == 0 {
        return text;
    }
    let decimals = format!("{:0width$}", size % whole, width = scale as usize);
    let kept = decimals.trim_end_matches('0').len().max(least as usize);
    if kept > 0 {
        text.push('.');
        text.push_str(&decimals[..kept]);
    }
    text
}

/// A rate as a percentage: `19`, `8.875`.
pub(crate) fn percent(rate_ppm: u32) -> String {
    decimal(rate_ppm.into(), 4, 0)
}

/// A quantity: `3`, `0.125`.
pub(crate) fn quantity(quantity_milli: i64) -> String {
    decimal(quantity_milli, 3, 0)
}

/// A unit price: `12.50`, `0.001`.
pub(crate) fn price(price_micro: i64) -> String {
    decimal(price_micro, 6, 2)
}

#[cfg(test)]
mod tests {
    use super::{decimal, percent, price, quantity};

    #[test]
    fn integers_become_decimals_without_loss() {
        assert_eq!(decimal(-5, 2, 2), "-0.05");
        assert_eq!(decimal(1_000, 0, 0), "1000");
        assert_eq!(decimal(i64::MIN, 2, 2), "-92233720368547758.08");
        assert_eq!(
            (percent(190_000), percent(88_750)),
            ("19".into(), "8.875".into())
        );
        assert_eq!(
            (quantity(-1_500), quantity(3_000)),
            ("-1.5".into(), "3".into())
        );
        assert_eq!(
            (price(1_000), price(12_500_000)),
            ("0.001".into(), "12.50".into())
        );
    }
}
