//! Tax codes, categories, sets of taxes, and taxes that make no sense.

use domain::rate::Rate;
use domain::tax::{MAX_TAXES, Tax, TaxCategory, TaxCode, TaxError, TaxSet, intern};

fn tax(rate_ppm: i64, category: TaxCategory) -> Tax {
    Tax::new(
        TaxCode::parse("T").expect("a fit tax code"),
        Rate::from_ppm(rate_ppm),
        category,
    )
}

#[test]
fn a_code_keeps_its_text() {
    for text in ["VAT20", "MwSt 19", "消費税 10", "123456789012345"] {
        let code = TaxCode::parse(text).unwrap();
        assert_eq!(code.as_str(), text);
        assert_eq!(serde_json::to_value(code).unwrap(), text);
        assert_eq!(
            serde_json::from_value::<TaxCode>(text.into()).unwrap(),
            code
        );
    }
}

#[test]
fn a_text_that_cannot_name_a_tax_is_refused() {
    for text in ["", " VAT", "VAT ", "VAT\n20", "1234567890123456"] {
        assert!(TaxCode::parse(text).is_err(), "{text:?}");
        assert!(
            serde_json::from_value::<TaxCode>(text.into()).is_err(),
            "{text:?}"
        );
    }
}

#[test]
fn the_rate_of_a_tax_suits_its_category() {
    use TaxCategory::*;
    let fine = [
        (190_000, Standard),
        (0, Reduced),
        (0, Exempt),
        (-200_000, Withholding),
    ];
    for (rate_ppm, category) in fine {
        assert_eq!(
            tax(rate_ppm, category).check(),
            Ok(()),
            "{rate_ppm} {category:?}"
        );
    }
    let wrong = [
        (-1, Standard),
        (10_000_001, Standard),
        (i64::MIN, Withholding),
        (1, Withholding),
        (1, Zero),
        (1, Exempt),
        (190_000, ReverseCharge),
        (1, IntraCommunity),
        (1, Export),
        (1, None),
    ];
    for (rate_ppm, category) in wrong {
        let code = TaxCode::parse("T").unwrap();
        let refusal = Err(TaxError::RateOutOfRange { code });
        assert_eq!(
            tax(rate_ppm, category).check(),
            refusal,
            "{rate_ppm} {category:?}"
        );
    }
}

#[test]
fn a_withholding_is_in_the_base_of_no_other_tax() {
    let withholding = tax(-200_000, TaxCategory::Withholding).compound();
    assert!(matches!(
        withholding.check(),
        Err(TaxError::CompoundWithholding { .. })
    ));
}

#[test]
fn categories_have_the_codes_of_the_standard() {
    assert_eq!(TaxCategory::Reduced.en16931_code(), Some("S"));
    assert_eq!(TaxCategory::ReverseCharge.en16931_code(), Some("AE"));
    assert_eq!(TaxCategory::None.en16931_code(), Some("O"));
    assert_eq!(TaxCategory::Withholding.en16931_code(), None);
    let json = serde_json::to_value(TaxCategory::ReverseCharge).unwrap();
    assert_eq!(json, "reverse_charge");
}

#[test]
fn stage_and_compound_may_be_left_out_where_a_tax_is_written_down() {
    let text = r#"{"code":"T","rate_ppm":190000,"category":"standard"}"#;
    let read: Tax = serde_json::from_str(text).unwrap();
    assert_eq!(read, tax(190_000, TaxCategory::Standard));
}

#[test]
fn a_table_holds_each_tax_once_and_no_more_than_its_limit() {
    let mut table = Vec::new();
    let rate = |ppm: usize| tax(ppm as i64, TaxCategory::Standard);
    let set = intern(&mut table, &[rate(1), rate(2), rate(1)]).unwrap();
    assert_eq!((table.len(), set.len()), (2, 2));
    assert_eq!(set.places().collect::<Vec<_>>(), [0, 1]);
    let again = intern(&mut table, &[rate(2)]).unwrap();
    assert!(again.contains(1) && !again.contains(0));
    let many: Vec<Tax> = (1..=MAX_TAXES).map(rate).collect();
    assert_eq!(intern(&mut table, &many).unwrap().len(), MAX_TAXES);
    assert_eq!(
        intern(&mut table, &[rate(1_000)]),
        Err(TaxError::TooManyTaxes)
    );
}

#[test]
fn a_set_knows_whether_a_table_covers_it() {
    let last = TaxSet::EMPTY.with(63).unwrap();
    assert!(last.fits(64) && !last.fits(63) && last.contains(63));
    assert!(TaxSet::EMPTY.fits(0) && TaxSet::EMPTY.is_empty());
    assert_eq!(TaxSet::EMPTY.with(64), None);
    assert_eq!(last.union(TaxSet::EMPTY.with(0).unwrap()).len(), 2);
}
