//! What a line, an allowance and a charge must say.

use super::{Broken, blank, said};
use crate::model::{Adjustment, Invoice, Line, Side};
use crate::net::PPM;
use crate::round::div_round;

/// Notes every rule that is broken.
pub(super) fn check(invoice: &Invoice, broken: &mut Broken) {
    let any = !invoice.lines.is_empty();
    broken.unless(any, "BR-16", "lines", "an invoice has at least one line");
    for (index, each) in invoice.lines.iter().enumerate() {
        let at = format!("lines[{index}]");
        line(&at, each, broken);
        for (index, each) in each.adjustments.iter().enumerate() {
            let at = format!("{at}.adjustments[{index}]");
            adjustment(&at, each, ["BR-CO-23", "BR-CO-24"], broken);
        }
    }
    for (index, each) in invoice.adjustments.iter().enumerate() {
        let at = format!("adjustments[{index}]");
        adjustment(&at, &each.adjustment, ["BR-CO-21", "BR-CO-22"], broken);
    }
}

fn line(at: &str, line: &Line, broken: &mut Broken) {
    broken.unless(!blank(&line.id), "BR-21", format!("{at}.id"), "is missing");
    let unit = format!("{at}.unit");
    if blank(&line.unit) {
        broken.unless(false, "BR-23", unit, "is missing");
    } else {
        let code =
            line.unit.len() <= 3 && line.unit.bytes().all(|byte| byte.is_ascii_alphanumeric());
        broken.unless(
            code,
            "BR-CL-23",
            unit,
            "is no code of UN/ECE Recommendation 20 or 21",
        );
    }
    broken.unless(
        !blank(&line.name),
        "BR-25",
        format!("{at}.name"),
        "is missing",
    );
    let price = format!("{at}.price_micro");
    broken.unless(line.price_micro >= 0, "BR-27", price, "is negative");
    broken.unless(
        line.base_quantity_milli > 0,
        "PEPPOL-EN16931-R121",
        format!("{at}.base_quantity_milli"),
        "is not positive",
    );
}

/// `rules`: an allowance without a reason, a charge without one.
fn adjustment(at: &str, each: &Adjustment, rules: [&str; 2], broken: &mut Broken) {
    let reason = said(each.reason.code.as_ref()).or(said(each.reason.text.as_ref()));
    let rule = match each.side {
        Side::Allowance => rules[0],
        Side::Charge => rules[1],
    };
    let what = "needs a code or a text";
    broken.unless(reason.is_some(), rule, format!("{at}.reason"), what);
    match (each.base_minor, each.percent_ppm) {
        (Some(base_minor), Some(percent_ppm)) => {
            let exact = i128::from(base_minor) * i128::from(percent_ppm);
            broken.unless(
                div_round(exact, PPM) == i128::from(each.amount_minor),
                "PEPPOL-EN16931-R040",
                format!("{at}.amount_minor"),
                "is not the percentage of its base",
            );
        }
        (None, Some(_)) => {
            let at = format!("{at}.base_minor");
            broken.unless(
                false,
                "PEPPOL-EN16931-R041",
                at,
                "is missing beside a percentage",
            );
        }
        (Some(_), None) => {
            let at = format!("{at}.percent_ppm");
            broken.unless(false, "PEPPOL-EN16931-R042", at, "is missing beside a base");
        }
        (None, None) => {}
    }
}
