//! The rules of each category of VAT: its rate, who must be known by which number, and whether a
//! reason must be given. A category's rules have its prefix: BR-S-02, BR-IC-11.

use std::collections::BTreeSet;

use super::{Broken, said};
use crate::model::{Category, Invoice, Side, Tax};

/// What the standard calls a category in the ids of its rules.
pub(super) const fn prefix(category: Category) -> &'static str {
    match category {
        Category::Standard => "BR-S",
        Category::Zero => "BR-Z",
        Category::Exempt => "BR-E",
        Category::ReverseCharge => "BR-AE",
        Category::IntraCommunity => "BR-IC",
        Category::Export => "BR-G",
        Category::OutOfScope => "BR-O",
    }
}

/// Notes every rule that is broken.
pub(super) fn check(invoice: &Invoice, broken: &mut Broken) {
    let places = places(invoice);
    for place in &places {
        rate(place, broken);
        parties(invoice, place, broken);
    }
    let used: BTreeSet<Category> = places.iter().map(|place| place.tax.category).collect();
    for category in &used {
        reason(invoice, *category, broken);
    }
    if used.contains(&Category::OutOfScope) {
        let alone = used.len() == 1;
        broken.unless(
            alone,
            "BR-O-11",
            "lines",
            "what is outside of VAT stands alone",
        );
    }
    if used.contains(&Category::IntraCommunity) {
        intra_community(invoice, broken);
    }
}

/// Where a tax is said: a line, a document's allowance, a document's charge.
struct Place {
    at: String,
    tax: Tax,
    /// 0, 1, 2 in that order: how far its rules' numbers are after the line's.
    offset: u8,
}

fn places(invoice: &Invoice) -> Vec<Place> {
    let lines = invoice.lines.iter().enumerate().map(|(index, line)| Place {
        at: format!("lines[{index}].tax"),
        tax: line.tax,
        offset: 0,
    });
    let said = invoice.adjustments.iter().enumerate();
    let adjustments = said.map(|(index, each)| Place {
        at: format!("adjustments[{index}].tax"),
        tax: each.tax,
        offset: match each.adjustment.side {
            Side::Allowance => 1,
            Side::Charge => 2,
        },
    });
    lines.chain(adjustments).collect()
}

fn rate(place: &Place, broken: &mut Broken) {
    let standard = place.tax.category == Category::Standard;
    let what = if standard {
        "the standard category's rate is above zero"
    } else {
        "the rate of this category is zero"
    };
    let rule = format!("{}-{:02}", prefix(place.tax.category), 5 + place.offset);
    let holds = (place.tax.rate_ppm > 0) == standard;
    broken.unless(holds, rule, format!("{}.rate_ppm", place.at), what);
    // The percentage of a rate has at most four decimals in millionths; none is above 100 %.
    let at = format!("{}.rate_ppm", place.at);
    broken.unless(
        place.tax.rate_ppm <= 1_000_000,
        "range",
        at,
        "is above 100 %",
    );
}

fn parties(invoice: &Invoice, place: &Place, broken: &mut Broken) {
    let (seller, buyer) = (&invoice.seller, &invoice.buyer);
    let seller_vat = said(seller.vat_id.as_ref()).is_some();
    let seller_taxed = seller_vat || said(seller.tax_number.as_ref()).is_some();
    let buyer_vat = said(buyer.vat_id.as_ref()).is_some();
    let (holds, what) = match place.tax.category {
        Category::Standard | Category::Zero | Category::Exempt => (
            seller_taxed,
            "the seller needs a VAT identifier or a tax number",
        ),
        Category::ReverseCharge => (
            seller_taxed && (buyer_vat || buyer.legal_id.is_some()),
            "seller and buyer need a VAT identifier; a tax number and a registration do as well",
        ),
        Category::IntraCommunity => (
            seller_vat && buyer_vat,
            "seller and buyer need a VAT identifier",
        ),
        Category::Export => (seller_vat, "the seller needs a VAT identifier"),
        Category::OutOfScope => (
            !seller_vat && !buyer_vat,
            "outside of VAT neither seller nor buyer shows a VAT identifier",
        ),
    };
    let rule = format!("{}-{:02}", prefix(place.tax.category), 2 + place.offset);
    broken.unless(holds, rule, &place.at, what);
}

fn reason(invoice: &Invoice, category: Category, broken: &mut Broken) {
    let mut given = invoice
        .exemptions
        .iter()
        .filter(|each| each.category == category);
    let taxed = matches!(category, Category::Standard | Category::Zero);
    let (holds, what) = if taxed {
        (
            given.next().is_none(),
            "this category has no reason of exemption",
        )
    } else {
        let says = given.any(|each| {
            said(each.code.as_ref())
                .or(said(each.text.as_ref()))
                .is_some()
        });
        (says, "this category needs a reason of exemption")
    };
    broken.unless(
        holds,
        format!("{}-10", prefix(category)),
        "exemptions",
        what,
    );
}

fn intra_community(invoice: &Invoice, broken: &mut Broken) {
    let delivery = invoice.delivery.as_ref();
    let date = delivery.and_then(|delivery| delivery.date);
    let what = "a delivery within the Union needs its date";
    broken.unless(date.is_some(), "BR-IC-11", "delivery.date", what);
    let address = delivery.and_then(|delivery| delivery.address.as_ref());
    let what = "a delivery within the Union needs its country";
    broken.unless(address.is_some(), "BR-IC-12", "delivery.address", what);
}
