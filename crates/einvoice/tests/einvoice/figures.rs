//! Given figures are held against the arithmetic of the standard: each rule is found by its name.

use einvoice::{Category, Totals, check, totals};

use crate::samples::{all, retail, trade};

#[test]
fn what_was_worked_out_breaks_no_rule() {
    for sample in all() {
        let totals = totals(&sample.invoice).unwrap();
        assert_eq!(check(&sample.invoice, &totals), [], "{}", sample.name);
    }
}

#[test]
fn every_wrong_figure_is_found_by_its_rule_and_place() {
    let figures = totals(&trade()).unwrap();
    type Spoil = fn(&mut Totals);
    let cases: [(&str, &str, Spoil); 13] = [
        ("BR-24", "lines", |t| t.lines.truncate(1)),
        ("BR-31", "adjustments", |t| t.adjustments.truncate(1)),
        ("PEPPOL-EN16931-R120", "lines[1].net_minor", |t| {
            t.lines[1].net_minor += 1
        }),
        ("BR-CO-10", "lines_minor", |t| t.lines_minor += 1),
        ("BR-CO-11", "allowances_minor", |t| t.allowances_minor += 1),
        ("BR-CO-12", "charges_minor", |t| t.charges_minor -= 1),
        ("BR-CO-13", "without_tax_minor", |t| {
            t.without_tax_minor += 1
        }),
        ("BR-CO-14", "tax_minor", |t| t.tax_minor += 1),
        ("BR-CO-15", "with_tax_minor", |t| t.with_tax_minor += 1),
        ("BR-CO-16", "due_minor", |t| t.due_minor += 1),
        ("BR-CO-17", "groups[0].tax_minor", |t| {
            t.groups[0].tax_minor += 1
        }),
        ("BR-S-08", "groups[1].base_minor", |t| {
            t.groups[1].base_minor += 1
        }),
        ("BR-S-01", "groups", |t| t.groups.truncate(1)),
    ];
    for (rule, at, spoil) in cases {
        let mut spoilt = figures.clone();
        spoil(&mut spoilt);
        let broken = check(&trade(), &spoilt);
        let found = broken.iter().any(|each| each.rule == rule && each.at == at);
        assert!(found, "{rule} at {at} is not among {broken:?}");
    }
}

#[test]
fn a_breakdown_without_its_category_is_found_and_tax_on_what_bears_none() {
    let sample = all()
        .into_iter()
        .find(|sample| sample.name == "export")
        .unwrap();
    let mut figures = totals(&sample.invoice).unwrap();
    figures.groups[0].tax_minor = 100;
    let rules: Vec<String> = check(&sample.invoice, &figures)
        .into_iter()
        .map(|each| each.rule)
        .collect();
    assert_eq!(rules, ["BR-CO-14", "BR-CO-17", "BR-G-09"]);
    figures.groups[0].tax.category = Category::Exempt;
    let rules: Vec<String> = check(&sample.invoice, &figures)
        .into_iter()
        .map(|each| each.rule)
        .collect();
    assert!(rules.contains(&"BR-G-01".to_owned()), "{rules:?}");
    assert!(rules.contains(&"BR-E-08".to_owned()), "{rules:?}");
}

#[test]
fn a_till_receipt_adds_up_to_what_the_customer_paid() {
    let invoice = retail();
    let figures = totals(&invoice).unwrap();
    // 0.03 + 3 * 3.79 - 1.14 + 0.417 * 23.90, and two cents up to a coin.
    assert_eq!(figures.with_tax_minor, 3 + 1_137 - 114 + 997);
    assert_eq!((invoice.paid_minor, figures.due_minor), (2_025, 0));
    let discount = figures.lines[1].adjustments[0];
    let price_total = figures.lines[1].net_minor + discount.amount_minor;
    assert_eq!((price_total, discount.amount_minor), (1_063, 107));
}
