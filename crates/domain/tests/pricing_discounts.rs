//! Discounts: their order, their shares, their limits.

use domain::currency::Currency;
use domain::money::UnitPrice;
use domain::pricing::{LineInput, Priced, PricingError, PricingInput, price};
use domain::quantity::Quantity;
use domain::rate::Rate;
use domain::tax::{Tax, TaxCategory, TaxCode, TaxError, TaxSet};

fn line(quantity: i64, price: &str) -> LineInput {
    let quantity = Quantity::from_units(quantity).expect("a small quantity");
    LineInput::new(
        quantity,
        UnitPrice::parse_decimal(price).expect("a plain decimal"),
    )
}

fn input(lines: &[LineInput]) -> PricingInput<'_> {
    PricingInput::new(
        Currency::parse("EUR").expect("a code of ISO 4217"),
        &[],
        lines,
    )
}

fn discounts(priced: &Priced) -> Vec<i64> {
    priced
        .lines
        .iter()
        .map(|line| line.discount_minor)
        .collect()
}

fn percent(text: &str) -> Rate {
    Rate::parse_percent(text).expect("a plain per cent")
}

#[test]
fn a_document_discount_is_shared_by_the_nets_of_the_lines() {
    let lines = [line(1, "500"), line(1, "1000")];
    let priced = price(&PricingInput {
        discount_minor: 10_000,
        ..input(&lines)
    })
    .unwrap();
    assert_eq!(discounts(&priced), [3_333, 6_667]);
    assert_eq!(priced.totals.order_discount_minor, 10_000);
    assert_eq!(priced.totals.net_minor, 140_000);
}

#[test]
fn ten_per_cent_on_each_line_is_not_ten_per_cent_on_the_total() {
    let mut lines = ["1.06", "2.06", "3.06", "4.06"].map(|price| line(1, price));
    let on_total = PricingInput {
        discount_ppm: percent("10"),
        ..input(&lines)
    };
    let on_total = price(&on_total).unwrap();
    assert_eq!(on_total.totals.discount_minor, 102);
    assert_eq!(discounts(&on_total), [11, 21, 30, 40]);
    lines
        .iter_mut()
        .for_each(|line| line.discount_ppm = percent("10"));
    let on_lines = price(&input(&lines)).unwrap();
    assert_eq!(discounts(&on_lines), [11, 21, 31, 41]);
    assert_eq!(
        (
            on_lines.totals.discount_minor,
            on_lines.totals.order_discount_minor
        ),
        (104, 0)
    );
}

#[test]
fn discounts_apply_line_per_cent_first_and_order_fixed_last() {
    let first = LineInput {
        discount_ppm: percent("10"),
        discount_minor: 500,
        ..line(1, "100")
    };
    let lines = [first, line(1, "50")];
    let document = PricingInput {
        discount_ppm: percent("20"),
        discount_minor: 1_000,
        ..input(&lines)
    };
    let priced = price(&document).unwrap();
    // 100.00 - 10.00 - 18.00 - 5.00 = 67.00; 50.00 - 10.00 = 40.00; then 10.00 over 67 : 40.
    assert_eq!(discounts(&priced), [1_000 + 1_800 + 500 + 626, 1_000 + 374]);
    assert_eq!(priced.lines[0].order_discount_minor, 1_800 + 626);
    assert_eq!(priced.totals.net_minor, 6_700 + 4_000 - 1_000);
}

#[test]
fn a_fixed_discount_never_exceeds_what_it_is_taken_from() {
    let lines = [
        LineInput {
            discount_minor: 1_000,
            ..line(1, "8")
        },
        line(1, "2"),
    ];
    let priced = price(&PricingInput {
        discount_minor: i64::MAX,
        ..input(&lines)
    })
    .unwrap();
    assert_eq!(discounts(&priced), [800, 200]);
    assert_eq!(priced.totals.total_minor, 0);
}

#[test]
fn a_document_discount_spares_the_goods_that_come_back() {
    let lines = [line(1, "150"), line(-1, "100")];
    let priced = price(&PricingInput {
        discount_minor: 1_000,
        ..input(&lines)
    })
    .unwrap();
    assert_eq!(discounts(&priced), [1_000, 0]);
    let lines = [line(1, "100"), line(-1, "150")];
    let priced = price(&PricingInput {
        discount_minor: 1_000,
        ..input(&lines)
    })
    .unwrap();
    assert_eq!(discounts(&priced), [0, -1_000]);
    let lines = [line(1, "100"), line(-1, "100")];
    let priced = price(&PricingInput {
        discount_minor: 1_000,
        ..input(&lines)
    })
    .unwrap();
    assert_eq!(discounts(&priced), [0, 0]);
}

#[test]
fn tax_comes_after_discounts() {
    let vat = TaxCode::parse("VAT").unwrap();
    let taxes = [Tax::new(vat, percent("20"), TaxCategory::Standard)];
    let taxed = LineInput {
        taxes: TaxSet::EMPTY.with(0).unwrap(),
        ..line(1, "100")
    };
    let lines = [taxed];
    let document = PricingInput {
        taxes: &taxes,
        discount_minor: 2_500,
        ..input(&lines)
    };
    let totals = price(&document).unwrap().totals;
    assert_eq!(
        (totals.net_minor, totals.tax_minor, totals.total_minor),
        (7_500, 1_500, 9_000)
    );
    let inside = price(&PricingInput {
        tax_inclusive: true,
        ..document
    })
    .unwrap()
    .totals;
    assert_eq!(
        (inside.net_minor, inside.tax_minor, inside.total_minor),
        (6_250, 1_250, 7_500)
    );
}

#[test]
fn a_discount_out_of_range_names_its_line() {
    let refusal = |line| Err(PricingError::DiscountOutOfRange { line });
    let wrong = [
        LineInput {
            discount_ppm: percent("100.0001"),
            ..line(1, "1")
        },
        LineInput {
            discount_ppm: percent("-1"),
            ..line(1, "1")
        },
        LineInput {
            discount_minor: -1,
            ..line(1, "1")
        },
    ];
    for bad in wrong {
        assert_eq!(price(&input(&[line(1, "1"), bad])), refusal(Some(1)));
    }
    let document = PricingInput {
        discount_ppm: percent("101"),
        ..input(&[])
    };
    assert_eq!(price(&document), refusal(None));
    assert_eq!(
        price(&PricingInput {
            discount_minor: -1,
            ..input(&[])
        }),
        refusal(None)
    );
}

#[test]
fn a_document_that_refers_to_a_missing_or_senseless_tax_is_refused() {
    let lines = [LineInput {
        taxes: TaxSet::EMPTY.with(3).unwrap(),
        ..line(1, "1")
    }];
    assert_eq!(
        price(&input(&lines)),
        Err(PricingError::UnknownTax { line: 0 })
    );
    let code = TaxCode::parse("T").unwrap();
    let taxes = [Tax::new(code, percent("1"), TaxCategory::Exempt); 65];
    let senseless = PricingInput {
        taxes: &taxes[..1],
        ..input(&[])
    };
    assert_eq!(
        price(&senseless),
        Err(TaxError::RateOutOfRange { code }.into())
    );
    let too_many = PricingInput {
        taxes: &taxes,
        ..input(&[])
    };
    assert_eq!(price(&too_many), Err(TaxError::TooManyTaxes.into()));
    let step = PricingInput {
        tax_increment_minor: 0,
        ..input(&[])
    };
    assert_eq!(price(&step), Err(PricingError::IncrementOutOfRange));
}

#[test]
fn a_document_without_lines_is_nothing() {
    assert_eq!(price(&input(&[])), Ok(Priced::default()));
}

#[test]
fn a_priced_document_reads_back_as_it_was_written() {
    let lines = [line(3, "9.99"), line(1, "0.001")];
    let priced = price(&PricingInput {
        discount_ppm: percent("5"),
        ..input(&lines)
    })
    .unwrap();
    let text = serde_json::to_string(&priced).unwrap();
    assert_eq!(serde_json::from_str::<Priced>(&text).unwrap(), priced);
}
