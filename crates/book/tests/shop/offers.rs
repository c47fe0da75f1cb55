//! The shop's one price list and its one promotion.

use super::Clerk;
use book::{BookError, Said, Tx};
use domain::order::Document;
use domain::price_list::{PriceBreak, PriceListTerms, Priced, ProductPrices};
use domain::promotion::{PromotionEffect, PromotionTerms, Sale};
use domain::settings::Settings;
use domain::{ProductId, Subject, SubjectKind};
use uuid::Uuid;

impl Clerk {
    /// Says something of the shop's one price list and its one promotion; the first word of each
    /// device makes them.
    pub fn offer(&mut self, product: ProductId, figure: i64) {
        let list = Subject::new(SubjectKind::PriceList, Uuid::from_u128(71));
        let promotion = Subject::new(SubjectKind::Promotion, Uuid::from_u128(72));
        let priced = Priced {
            prices: vec![ProductPrices {
                product,
                breaks: (0..figure % 3)
                    .map(|step| PriceBreak {
                        from_milli: step * 1_000,
                        unit_price_micro: figure * 10_000,
                    })
                    .collect(),
            }],
        };
        let listed = PriceListTerms {
            name: Some(format!("List {figure}")),
            currency: Some("GBP".into()),
            ..PriceListTerms::default()
        };
        let effects = [
            PromotionEffect::LinePercent,
            PromotionEffect::LineFixed,
            PromotionEffect::OrderFixed,
        ];
        let promoted = PromotionTerms {
            name: Some(format!("Promotion {figure}")),
            effect: Some(effects[usize::try_from(figure % 3).unwrap()]),
            amount_minor: Some(figure % 97 + 1),
            minimum_minor: Some(figure % 400),
            rate_ppm: Some(1_000 * (figure % 999 + 1)),
            ..PromotionTerms::default()
        };
        self.write(|tx| {
            tx.append(Said::new(list, "price_list.created", &listed))?;
            tx.append(Said::new(list, "price_list.priced", &priced))?;
            tx.append(Said::new(promotion, "promotion.created", &promoted))
        })
        .unwrap();
    }
}

/// Takes off what the shop's promotions give.
pub fn promote(tx: &Tx<'_>, document: &mut Document, settings: &Settings) -> Result<(), BookError> {
    if !tx.has_offers() {
        return Ok(());
    }
    let promotions = tx.read().promotion_states()?;
    let mut sale = Sale {
        day: tx.business_day(),
        tags: &[],
        coupons: &[],
        category: &mut |_| None,
        uses: &mut |_| 0,
    };
    Ok(domain::promotion::apply(
        document,
        &promotions,
        settings,
        &mut sale,
    )?)
}
