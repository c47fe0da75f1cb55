//! Goods, taxes and sales that promotions are tried on.

use domain::order::{self, Document, DocumentInput, LineInput, ProductLookup};
use domain::product::{Product, ProductTerms};
use domain::promotion::{Promotion, PromotionEffect, PromotionTerms, Sale, apply};
use domain::settings::{Settings, SettingsTerms, TaxTerms};
use domain::tax::TaxCategory;
use domain::{Day, ProductId, PromotionId, Refusal};
use uuid::Uuid;

/// The day of every sale.
pub const DAY: Day = Day(20_000);

pub struct Goods;

impl ProductLookup for Goods {
    fn product(&mut self, id: ProductId) -> Option<Product> {
        Some(Product {
            id: Some(id),
            exists: true,
            terms: ProductTerms {
                sku: Some(id.to_string()),
                title: Some("Goods".into()),
                unit_price_micro: Some(10_000_000),
                tax: Some("standard".into()),
                category: category(id),
                ..ProductTerms::default()
            },
            ..Product::default()
        })
    }
}

/// Products of odd numbers are kitchenware.
pub fn category(id: ProductId) -> Option<String> {
    (id.0.as_u128() % 2 == 1).then(|| "Kitchen".to_owned())
}

pub fn goods(no: u128) -> ProductId {
    ProductId(Uuid::from_u128(no))
}

pub fn settings(inclusive: bool) -> Settings {
    let tax = TaxTerms {
        code: "standard".into(),
        name: "VAT".into(),
        rate_ppm: 200_000,
        category: TaxCategory::Standard,
    };
    Settings {
        terms: SettingsTerms {
            currency: Some("GBP".into()),
            prices_include_tax: Some(inclusive),
            taxes: Some(vec![tax]),
            ..SettingsTerms::default()
        },
        version: 1,
        ..Settings::default()
    }
}

pub fn line(product: u128, units: i64, price_micro: i64) -> LineInput {
    LineInput {
        product: Some(goods(product)),
        quantity_milli: units * 1_000,
        unit_price_micro: Some(price_micro),
        ..LineInput::default()
    }
}

pub fn asked(lines: Vec<LineInput>) -> DocumentInput {
    DocumentInput {
        channel: "web".into(),
        lines,
        ..DocumentInput::default()
    }
}

pub fn promotion(no: u128, terms: PromotionTerms) -> Promotion {
    let terms = PromotionTerms {
        name: Some(format!("No. {no}")),
        ..terms
    };
    let said = domain::promotion::create(terms).unwrap();
    Promotion {
        id: Some(PromotionId(Uuid::from_u128(no))),
        terms: said,
        exists: true,
        version: 1,
    }
}

pub fn percent(rate_ppm: i64) -> PromotionTerms {
    PromotionTerms {
        effect: Some(PromotionEffect::LinePercent),
        rate_ppm: Some(rate_ppm),
        ..PromotionTerms::default()
    }
}

pub fn promoted(
    input: &DocumentInput,
    promotions: &[Promotion],
    coupons: &[&str],
) -> Result<Document, Refusal> {
    let settings = settings(true);
    let mut document = order::compose(input, &settings, &mut Goods, 0)?;
    let coupons: Vec<String> = coupons.iter().map(|code| (*code).to_owned()).collect();
    let mut sale = Sale {
        day: DAY,
        tags: &["trade".to_owned()],
        coupons: &coupons,
        category: &mut category,
        uses: &mut |_| 3,
    };
    apply(&mut document, promotions, &settings, &mut sale)?;
    Ok(document)
}

pub fn totals(document: &Document) -> Vec<i64> {
    document.lines.iter().map(|line| line.total_minor).collect()
}
