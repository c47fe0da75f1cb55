//! Documents and what they come to, worked out by hand.

use einvoice::{
    Adjustment, Category, DocumentAdjustment, Invoice, Prices, Reason, Side, Tax, totals,
};

use crate::samples::{bare, line};

/// Quantity in milli, price in micro, base quantity in milli, category, rate in ppm.
type Line = (i64, i64, i64, Category, u32);
/// Category, rate in ppm, base, tax.
type Group = (Category, u32, i64, i64);

struct Vector {
    name: &'static str,
    digits: u8,
    prices: Prices,
    lines: Vec<Line>,
    /// Allowance below zero, charge above.
    adjustments: Vec<(i64, Category, u32)>,
    paid_minor: i64,
    rounding_minor: i64,
    line_nets: Vec<i64>,
    groups: Vec<Group>,
    /// Sum of lines, without tax, tax, with tax, due.
    totals: [i64; 5],
}

use Category::{Exempt, Standard};
use Prices::{WithTax, WithoutTax};

const PIECE: i64 = 1_000;

fn vector(name: &'static str, prices: Prices) -> Vector {
    Vector {
        name,
        digits: 2,
        prices,
        lines: Vec::new(),
        adjustments: Vec::new(),
        paid_minor: 0,
        rounding_minor: 0,
        line_nets: Vec::new(),
        groups: Vec::new(),
        totals: [0; 5],
    }
}

fn net_vectors() -> Vec<Vector> {
    vec![
        Vector {
            lines: vec![(PIECE, 3_600_000, PIECE, Standard, 55_000); 10],
            line_nets: vec![360; 10],
            groups: vec![(Standard, 55_000, 3_600, 198)],
            totals: [3_600, 3_600, 198, 3_798, 3_798],
            ..vector(
                "tax is rounded once on the summed base, not per line",
                WithoutTax,
            )
        },
        Vector {
            lines: vec![(1_500, 1_670_000, PIECE, Standard, 190_000)],
            line_nets: vec![251],
            groups: vec![(Standard, 190_000, 251, 48)],
            totals: [251, 251, 48, 299, 299],
            ..vector("half a cent of a line goes up: 2.505", WithoutTax)
        },
        Vector {
            lines: vec![(-1_500, 1_670_000, PIECE, Standard, 190_000)],
            line_nets: vec![-251],
            groups: vec![(Standard, 190_000, -251, -48)],
            totals: [-251, -251, -48, -299, -299],
            ..vector("and of its mirror down: -2.505", WithoutTax)
        },
        Vector {
            lines: vec![
                (7_000, 4_000, 100_000, Standard, 70_000),
                (PIECE, 1_000, PIECE, Exempt, 0),
            ],
            line_nets: vec![0, 0],
            groups: vec![(Standard, 70_000, 0, 0), (Exempt, 0, 0, 0)],
            totals: [0; 5],
            ..vector("prices far below a cent may come to nothing", WithoutTax)
        },
        Vector {
            lines: vec![(33_000, 143_750_000, PIECE, Standard, 190_000)],
            adjustments: vec![
                (-10_000, Standard, 190_000),
                (-52_500, Exempt, 0),
                (999, Standard, 70_000),
            ],
            paid_minor: 100_000,
            rounding_minor: -3,
            line_nets: vec![474_375],
            // 4643.75 at 19 % is 882.3125, 9.99 at 7 % is 0.6993.
            groups: vec![
                (Standard, 70_000, 999, 70),
                (Standard, 190_000, 464_375, 88_231),
                (Exempt, 0, -52_500, 0),
            ],
            totals: [474_375, 412_874, 88_301, 501_175, 401_172],
            ..vector(
                "allowances and charges move the base of their own tax",
                WithoutTax,
            )
        },
    ]
}

fn gross_vectors() -> Vec<Vector> {
    let single = |name, price_micro, rate_ppm, base, tax| Vector {
        lines: vec![(PIECE, price_micro, PIECE, Standard, rate_ppm)],
        line_nets: vec![base],
        groups: vec![(Standard, rate_ppm, base, tax)],
        totals: [base, base, tax, base + tax, base + tax],
        ..vector(name, WithTax)
    };
    vec![
        single("52.50 with 12 %", 52_500_000, 120_000, 4_687, 563),
        single("11.90 with 21 %", 11_900_000, 210_000, 983, 207),
        single("124.40 with 8 %", 124_400_000, 80_000, 11_519, 921),
        single(
            "0.03 with 19 %, which is no base plus its tax",
            30_000,
            190_000,
            3,
            0,
        ),
        Vector {
            digits: 0,
            ..single(
                "10920 with 19 % without decimals",
                10_920_000_000,
                190_000,
                9_176,
                1_744,
            )
        },
        Vector {
            // The tax in 3.00 is 0.479; each line's exact share is 0.1597.
            lines: vec![(PIECE, 1_000_000, PIECE, Standard, 190_000); 3],
            line_nets: vec![84, 84, 84],
            groups: vec![(Standard, 190_000, 252, 48)],
            totals: [252, 252, 48, 300, 300],
            ..vector("three equal lines share 0.48 equally", WithTax)
        },
        Vector {
            // The tax in 2.00 is 0.319 -> 0.32; in 0.50 it is 0.0798; together 2.50: 0.40 -> 0.40.
            lines: vec![
                (PIECE, 1_000_000, PIECE, Standard, 190_000),
                (PIECE, 1_000_000, PIECE, Standard, 190_000),
            ],
            adjustments: vec![(50, Standard, 190_000)],
            line_nets: vec![84, 84],
            groups: vec![(Standard, 190_000, 210, 40)],
            totals: [168, 210, 40, 250, 250],
            ..vector("a charge takes part in its group's sharing", WithTax)
        },
    ]
}

#[test]
fn documents_come_to_what_was_worked_out_by_hand() {
    for vector in net_vectors().into_iter().chain(gross_vectors()) {
        let totals = totals(&invoice(&vector))
            .unwrap_or_else(|broken| panic!("{}: {broken:?}", vector.name));
        let nets: Vec<i64> = totals.lines.iter().map(|line| line.net_minor).collect();
        assert_eq!(nets, vector.line_nets, "{}", vector.name);
        let groups = totals.groups.iter();
        let groups: Vec<Group> = groups
            .map(|group| {
                (
                    group.tax.category,
                    group.tax.rate_ppm,
                    group.base_minor,
                    group.tax_minor,
                )
            })
            .collect();
        assert_eq!(groups, vector.groups, "{}", vector.name);
        let sums = [
            totals.lines_minor,
            totals.without_tax_minor,
            totals.tax_minor,
            totals.with_tax_minor,
            totals.due_minor,
        ];
        assert_eq!(sums, vector.totals, "{}", vector.name);
    }
}

fn invoice(vector: &Vector) -> Invoice {
    let lines = vector.lines.iter().map(|said| {
        let mut line = line("1", "Thing", said.0, said.1, said.4);
        line.base_quantity_milli = said.2;
        line.tax = tax(said.3, said.4);
        line
    });
    let adjustments = vector.adjustments.iter().map(|said| DocumentAdjustment {
        adjustment: adjustment(said.0),
        tax: tax(said.1, said.2),
    });
    let mut invoice = bare(vector.prices);
    invoice.lines = lines.collect();
    invoice.adjustments = adjustments.collect();
    invoice.currency.minor_digits = vector.digits;
    (invoice.paid_minor, invoice.rounding_minor) = (vector.paid_minor, vector.rounding_minor);
    invoice.exemptions = vector
        .groups
        .iter()
        .filter(|group| group.0 == Exempt)
        .map(|_| einvoice::Exemption {
            category: Exempt,
            code: None,
            text: Some("Exempt".into()),
        })
        .collect();
    invoice
}

const fn tax(category: Category, rate_ppm: u32) -> Tax {
    Tax { category, rate_ppm }
}

fn adjustment(signed_minor: i64) -> Adjustment {
    Adjustment {
        side: if signed_minor < 0 {
            Side::Allowance
        } else {
            Side::Charge
        },
        amount_minor: signed_minor.abs(),
        base_minor: None,
        percent_ppm: None,
        reason: Reason {
            code: None,
            text: Some("Agreed".into()),
        },
    }
}
