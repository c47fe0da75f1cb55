//! Tax: the vectors collected from published tests of other order books and from EN 16931.

use domain::currency::Currency;
use domain::money::UnitPrice;
use domain::pricing::{LineInput, Priced, PricingInput, price};
use domain::quantity::Quantity;
use domain::rate::Rate;
use domain::tax::{RoundingPolicy, Tax, TaxCategory, TaxCode, TaxSet, intern};

const POLICIES: [RoundingPolicy; 2] = [RoundingPolicy::PerLine, RoundingPolicy::PerRateGroup];

fn tax(code: &str, percent: &str) -> Tax {
    let category = match percent.starts_with('-') {
        true => TaxCategory::Withholding,
        false => TaxCategory::Standard,
    };
    Tax::new(
        TaxCode::parse(code).expect("a fit tax code"),
        Rate::parse_percent(percent).expect("a plain per cent"),
        category,
    )
}

fn line(quantity: &str, price: &str, taxes: TaxSet) -> LineInput {
    let quantity = Quantity::parse_decimal(quantity).expect("a plain decimal");
    let price = UnitPrice::parse_decimal(price).expect("a plain decimal");
    LineInput {
        taxes,
        ..LineInput::new(quantity, price)
    }
}

fn all(taxes: &[Tax]) -> TaxSet {
    intern(&mut taxes.to_vec(), taxes).expect("a table with room")
}

fn input<'a>(code: &str, taxes: &'a [Tax], lines: &'a [LineInput]) -> PricingInput<'a> {
    PricingInput::new(
        Currency::parse(code).expect("a code of ISO 4217"),
        taxes,
        lines,
    )
}

fn tax_amounts(priced: &Priced) -> Vec<i64> {
    priced.groups.iter().map(|group| group.tax_minor).collect()
}

#[test]
fn a_price_with_its_tax_inside_splits_into_the_rounded_tax_and_the_rest() {
    let cases = [
        ("GBP", "52.50", "12", 563, 4_687),
        ("EUR", "11.90", "21", 207, 983),
        ("EUR", "2.80", "21", 49, 231),
        ("EUR", "124.40", "8", 921, 11_519),
        ("CLP", "10920", "19", 1_744, 9_176),
    ];
    for policy in POLICIES {
        for (code, gross, percent, tax_minor, base_minor) in cases {
            let taxes = [tax("VAT", percent)];
            let lines = [line("1", gross, all(&taxes))];
            let document = PricingInput {
                tax_inclusive: true,
                policy,
                ..input(code, &taxes, &lines)
            };
            let priced = price(&document).unwrap();
            let totals = priced.totals;
            assert_eq!(
                (totals.tax_minor, totals.net_minor),
                (tax_minor, base_minor),
                "{gross}"
            );
            assert_eq!(totals.total_minor, totals.lines_minor);
            assert_eq!(priced.groups[0].base_minor, base_minor);
        }
    }
}

#[test]
fn tax_rounds_to_a_coarser_step_where_the_law_asks_for_it() {
    let taxes = [tax("VAT", "5")];
    for (gross, tax_minor) in [("5", 25), ("10", 50), ("50", 240)] {
        let lines = [line("1", gross, all(&taxes))];
        let document = PricingInput {
            tax_inclusive: true,
            tax_increment_minor: 5,
            ..input("CHF", &taxes, &lines)
        };
        let totals = price(&document).unwrap().totals;
        assert_eq!(totals.tax_minor, tax_minor, "{gross}");
        assert_eq!(totals.net_minor, totals.lines_minor - tax_minor);
    }
}

#[test]
fn a_withholding_comes_off_and_a_fund_is_in_the_base_of_the_next_tax() {
    let taxes = [
        tax("WHT", "-20"),
        tax("FUND", "4").compound(),
        tax("VAT", "22").at_stage(1),
    ];
    let lines = [line("1", "50", all(&taxes))];
    for policy in POLICIES {
        let priced = price(&PricingInput {
            policy,
            ..input("EUR", &taxes, &lines)
        })
        .unwrap();
        assert_eq!(tax_amounts(&priced), [-1_000, 200, 1_144]);
        assert_eq!(priced.groups[2].base_minor, 5_200);
        assert_eq!(priced.totals.total_minor, 5_344);
    }
}

/// The first two taxes stand side by side on the net; the third is on the net and both of them.
#[test]
fn two_taxes_side_by_side_are_both_in_the_base_of_the_third() {
    let taxes = [
        tax("A", "6").compound(),
        tax("B", "6").compound(),
        tax("C", "3").at_stage(1),
    ];
    let lines = [line("1", "15.89", all(&taxes)); 2];
    let expected = [
        (RoundingPolicy::PerLine, 486, 3_664),
        (RoundingPolicy::PerRateGroup, 489, 3_667),
    ];
    for (policy, tax_minor, total_minor) in expected {
        let totals = price(&PricingInput {
            policy,
            ..input("EUR", &taxes, &lines)
        })
        .unwrap()
        .totals;
        assert_eq!(
            (totals.tax_minor, totals.total_minor),
            (tax_minor, total_minor),
            "{policy:?}"
        );
    }
}

#[test]
fn one_line_of_ten_and_ten_lines_of_one_differ_by_policy_alone() {
    let taxes = [tax("VAT", "5.5")];
    let total = |quantity: &str, count: usize, policy| {
        let lines = vec![line(quantity, "3.60", all(&taxes)); count];
        let document = PricingInput {
            policy,
            ..input("EUR", &taxes, &lines)
        };
        price(&document).unwrap().totals.total_minor
    };
    for policy in POLICIES {
        assert_eq!(total("1", 1, policy), 380);
        assert_eq!(total("10", 1, policy), 3_798);
    }
    assert_eq!(total("1", 10, RoundingPolicy::PerLine), 3_800);
    assert_eq!(total("1", 10, RoundingPolicy::PerRateGroup), 3_798);
}

#[test]
fn a_half_cent_of_tax_goes_up() {
    let taxes = [tax("VAT", "25")];
    let lines = [line("1", "1460.50", all(&taxes))];
    assert_eq!(
        price(&input("EUR", &taxes, &lines))
            .unwrap()
            .totals
            .tax_minor,
        36_513
    );
}

#[test]
fn the_tax_of_a_group_goes_back_to_its_lines_by_largest_remainder() {
    let taxes = [tax("VAT", "5.5")];
    let lines = vec![line("1", "3.60", all(&taxes)); 10];
    let priced = price(&input("EUR", &taxes, &lines)).unwrap();
    let by_line: Vec<i64> = priced.lines.iter().map(|line| line.tax_minor).collect();
    assert_eq!(by_line, [20, 20, 20, 20, 20, 20, 20, 20, 19, 19]);
}

#[test]
fn goods_sold_and_taken_back_on_one_document_keep_their_own_tax() {
    let taxes = [tax("VAT", "19")];
    let lines = [
        line("1", "100.01", all(&taxes)),
        line("-1", "100", all(&taxes)),
    ];
    for tax_inclusive in [false, true] {
        let priced = price(&PricingInput {
            tax_inclusive,
            ..input("EUR", &taxes, &lines)
        })
        .unwrap();
        let kept = if tax_inclusive { 1_597 } else { 1_900 };
        assert_eq!(priced.lines[0].tax_minor, kept);
        assert_eq!(priced.lines[1].tax_minor, -kept);
        assert_eq!(priced.totals.tax_minor, 0);
    }
}

#[test]
fn a_stack_inside_the_price_comes_apart_into_what_would_have_built_it() {
    let taxes = [tax("FUND", "4").compound(), tax("VAT", "22").at_stage(1)];
    let lines = [line("1", "63.44", all(&taxes))];
    let document = PricingInput {
        tax_inclusive: true,
        ..input("EUR", &taxes, &lines)
    };
    let priced = price(&document).unwrap();
    assert_eq!(tax_amounts(&priced), [200, 1_144]);
    assert_eq!(priced.totals.net_minor, 5_000);
    assert_eq!(priced.groups[1].base_minor, 5_200);
}

#[test]
fn a_withholding_is_never_inside_the_price() {
    let taxes = [tax("WHT", "-20"), tax("VAT", "22")];
    let lines = [line("1", "122", all(&taxes))];
    let document = PricingInput {
        tax_inclusive: true,
        ..input("EUR", &taxes, &lines)
    };
    let priced = price(&document).unwrap();
    assert_eq!(tax_amounts(&priced), [-2_000, 2_200]);
    assert_eq!(
        (priced.totals.net_minor, priced.totals.total_minor),
        (10_000, 10_200)
    );
}

#[test]
fn taxes_apply_by_stage_whatever_their_place_in_the_table() {
    let taxes = [tax("VAT", "22").at_stage(1), tax("FUND", "4").compound()];
    let lines = [
        line("1", "50", all(&taxes)),
        line("1", "50", TaxSet::EMPTY.with(0).unwrap()),
    ];
    let priced = price(&input("EUR", &taxes, &lines)).unwrap();
    let codes: Vec<&str> = priced
        .groups
        .iter()
        .map(|group| group.code.as_str())
        .collect();
    assert_eq!(codes, ["FUND", "VAT"]);
    assert_eq!(tax_amounts(&priced), [200, 1_144 + 1_100]);
}

#[test]
fn lines_of_one_rate_are_one_group_wherever_they_stand() {
    let taxes = [tax("VAT", "5.5")];
    let pair = [
        line("1", "3.80", all(&taxes)),
        line("1", "1", TaxSet::EMPTY),
    ];
    let lines = pair.repeat(10);
    let document = PricingInput {
        tax_inclusive: true,
        ..input("EUR", &taxes, &lines)
    };
    assert_eq!(price(&document).unwrap().totals.tax_minor, 198);
    let policy = RoundingPolicy::PerLine;
    assert_eq!(
        price(&PricingInput { policy, ..document })
            .unwrap()
            .totals
            .tax_minor,
        200
    );
}
