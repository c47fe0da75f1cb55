//! The goods of a seeded book: products by favour, their stock, and what is ordered again.
use ::book::Said;
use domain::order::LineComponent;
use domain::product::{Bundle, BundleKind, Component, Pack, ProductTerms};
use domain::stock::{Adjusted, AdjustedLine, MAIN};
use domain::{Day, ProductId, Subject, SubjectKind};

use super::random::{Favourites, Random};
use super::words::{LOOKS, THINGS};
use crate::App;
use crate::bulk::Bulk;
use crate::error::AppError;

/// Entries of one transaction.
const TRANSACTION_ENTRIES: usize = 2_000;
/// From this rank on one of so many products is a bundle.
const BUNDLES_FROM: usize = 100;
const BUNDLES_EVERY: usize = 97;

/// A product for sale.
pub(super) struct Good {
    pub(super) id: ProductId,
    pub(super) sku: String,
    pub(super) title: String,
    pub(super) price_micro: i64,
    pub(super) tax: &'static str,
    pub(super) tax_rate_ppm: i64,
    pub(super) service: bool,
    /// What it is made of, when it is sold from the stock of others.
    pub(super) components: Vec<LineComponent>,
    /// Those by their places.
    parts: Vec<usize>,
    on_hand_milli: i64,
    reorder_point_milli: i64,
}

/// All goods, the favourites first.
pub(super) struct Goods {
    list: Vec<Good>,
    favourites: Favourites,
}

impl Goods {
    /// Writes the products and their opening stock.
    pub(super) fn write(
        app: &App,
        bulk: &Bulk<'_>,
        mut random: Random,
        orders: u32,
        first: Day,
    ) -> Result<Self, AppError> {
        let count = (orders / 20).clamp(200, 50_000) as usize;
        let at_ms = i64::from(first.0) * 86_400_000;
        let mut list: Vec<Good> = Vec::with_capacity(count);
        for start in (0..count).step_by(TRANSACTION_ENTRIES) {
            let end = (start + TRANSACTION_ENTRIES).min(count);
            let mut goods: Vec<(Good, ProductTerms)> = (start..end)
                .map(|rank| good(app, &mut random, rank, count, orders))
                .collect();
            for place in (0..goods.len()).filter(|place| is_bundle(start + place)) {
                bundle(&mut goods, place, start);
            }
            bulk.write_at(at_ms, |tx| {
                for (good, terms) in &goods {
                    let subject = Subject::new(SubjectKind::Product, good.id.0);
                    tx.append(Said::new(subject, "product.created", terms))?;
                }
                Ok(())
            })?;
            list.extend(goods.into_iter().map(|(good, _)| good));
        }
        let mut goods = Self {
            list,
            favourites: Favourites::of(count),
        };
        goods.restock(app, bulk, first, "Opening stock")?;
        Ok(goods)
    }

    /// One of the goods, favourites more often.
    pub(super) fn take(&self, random: &mut Random) -> usize {
        self.favourites.take(random)
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn get(&self, place: usize) -> &Good {
        &self.list[place]
    }

    /// Notes that goods have left, or come back when below zero.
    pub(super) fn sold(&mut self, place: usize, quantity_milli: i64) {
        let parts = self.list[place].parts.clone();
        if parts.is_empty() {
            self.list[place].on_hand_milli -= quantity_milli;
        }
        for part in parts {
            self.list[part].on_hand_milli -= quantity_milli;
        }
    }

    /// Orders again whatever has fallen to its reorder point.
    pub(super) fn restock(
        &mut self,
        app: &App,
        bulk: &Bulk<'_>,
        day: Day,
        reason: &str,
    ) -> Result<(), AppError> {
        let mut lines = Vec::new();
        for good in self.list.iter_mut().filter(|good| good.has_stock()) {
            if good.on_hand_milli <= good.reorder_point_milli {
                let quantity_milli = 4 * good.reorder_point_milli - good.on_hand_milli;
                good.on_hand_milli += quantity_milli;
                lines.push(AdjustedLine {
                    product: good.id,
                    quantity_milli,
                    unit_cost_micro: None,
                });
            }
        }
        let at_ms = i64::from(day.0) * 86_400_000 + 7 * 3_600_000;
        for part in lines.chunks(TRANSACTION_ENTRIES) {
            let said = Adjusted {
                lots: Vec::new(),
                location: MAIN.to_owned(),
                reason: reason.to_owned(),
                channel: None,
                country: None,
                dated_ms: None,
                external_id: None,
                run: None,
                lines: part.to_vec(),
            };
            let subject = Subject::new(SubjectKind::Stock, app.new_id());
            bulk.write_at(at_ms, |tx| {
                Ok(tx.append(Said::new(subject, "stock.adjusted", &said).on(day))?)
            })?;
        }
        Ok(())
    }
}

impl Good {
    /// Whether it lies somewhere: services do not, and bundles are taken from others.
    fn has_stock(&self) -> bool {
        !self.service && self.parts.is_empty()
    }
}

/// Whether the product of a rank is a bundle: one in a hundred or so, none of the favourites.
const fn is_bundle(rank: usize) -> bool {
    rank >= BUNDLES_FROM && rank % BUNDLES_EVERY == BUNDLES_EVERY - 1
}

/// Makes a product a bundle of the two goods before it, for a tenth less than both; those that come
/// after a service stay what they are.
fn bundle(goods: &mut [(Good, ProductTerms)], place: usize, start: usize) {
    let Some((before, [(own, terms), ..])) = goods.split_at_mut_checked(place) else {
        return;
    };
    let [.., one, other] = before else { return };
    let parts = [&*one, &*other];
    let sold = |(good, terms): &(Good, ProductTerms)| good.has_stock() && terms.archived.is_none();
    if own.service || !parts.into_iter().all(sold) {
        return;
    }
    own.components = parts
        .iter()
        .map(|(good, _)| LineComponent {
            product: good.id,
            sku: good.sku.clone(),
            title: good.title.clone(),
            quantity_milli: 1_000,
            price_micro: Some(good.price_micro),
        })
        .collect();
    own.parts = vec![start + place - 2, start + place - 1];
    // Whole pennies.
    own.price_micro = (one.0.price_micro + other.0.price_micro) * 9 / 100_000 * 10_000;
    own.title = format!("{} & {}", one.0.title, other.0.title);
    terms.title = Some(own.title.clone());
    terms.unit_price_micro = Some(own.price_micro);
    (
        terms.cost_micro,
        terms.reorder_point_milli,
        terms.reorder_to_milli,
    ) = (None, None, None);
    terms.bundle = Some(Bundle {
        kind: BundleKind::Virtual,
        components: parts
            .map(|(good, _)| Component {
                product: good.id,
                quantity_milli: 1_000,
            })
            .to_vec(),
    });
}

/// A product of a rank: what sells more is kept in larger numbers.
fn good(
    app: &App,
    random: &mut Random,
    rank: usize,
    count: usize,
    orders: u32,
) -> (Good, ProductTerms) {
    let (thing, category, price_pence) = *random.pick(THINGS);
    let look = random.pick(LOOKS);
    let service = random.per_mille(4);
    let (tax, tax_rate_ppm) = *random.weighted(&[
        (("standard", 200_000), 880),
        (("reduced", 50_000), 60),
        (("zero", 0), 60),
    ]);
    let price_micro = price_pence * random.between(70, 140) / 100 * 10_000;
    // About what the rank sells in two months of the five years.
    let sold_in_two_months = u64::from(orders) * 6 / (30 * (rank as u64 + 3)).min(count as u64 * 9);
    let reorder_point_milli = (sold_in_two_months as i64 + random.between(2, 12)) * 1_000;
    let good = Good {
        id: ProductId(app.new_id()),
        sku: sku(random, rank),
        title: if service {
            format!("{look} Gift Wrapping")
        } else {
            format!("{look} {thing}")
        },
        price_micro,
        tax,
        tax_rate_ppm,
        service,
        components: Vec::new(),
        parts: Vec::new(),
        on_hand_milli: 0,
        reorder_point_milli,
    };
    let terms = ProductTerms {
        sku: Some(good.sku.clone()),
        title: Some(good.title.clone()),
        category: Some(if service { "Services" } else { category }.to_owned()),
        unit_price_micro: Some(price_micro),
        cost_micro: (!service).then_some(price_micro * random.between(38, 62) / 100),
        tax: Some(tax.to_owned()),
        service: service.then_some(true),
        barcodes: (!service).then(|| vec![barcode(rank)]),
        packs: boxes(service, rank),
        reorder_point_milli: (!service).then_some(reorder_point_milli),
        reorder_to_milli: (!service).then_some(4 * reorder_point_milli),
        archived: random.per_mille(15).then_some(true),
        ..ProductTerms::default()
    };
    (good, terms)
}

/// Five digits and sometimes a letter, as the shop's own numbers go; no number stands twice.
fn sku(random: &mut Random, rank: usize) -> String {
    let number = 10_000 + rank * 7 % 90_000 + rank / 90_000 * 100_000;
    match random.below(4) {
        0 => format!("{number}{}", char::from(b'A' + random.below(6) as u8)),
        _ => number.to_string(),
    }
}

/// Every eighth product comes in boxes of twelve, with a code of their own.
fn boxes(service: bool, rank: usize) -> Option<Vec<Pack>> {
    (!service && rank % 8 == 3).then(|| {
        let name = "Box of 12".to_owned();
        let (quantity_milli, barcode) = (12_000, Some(code(&format!("21{rank:010}"))));
        vec![Pack {
            name,
            quantity_milli,
            barcode,
        }]
    })
}

/// An EAN-13 with its check digit (GS1 General Specifications, 7.9), from the range for use in
/// shops.
fn barcode(rank: usize) -> String {
    code(&format!("20{rank:010}"))
}

fn code(digits: &str) -> String {
    let weighted = digits
        .bytes()
        .enumerate()
        .map(|(place, digit)| u32::from(digit - b'0') * if place % 2 == 0 { 1 } else { 3 });
    let check = (10 - weighted.sum::<u32>() % 10) % 10;
    format!("{digits}{check}")
}

#[cfg(test)]
mod tests {
    use super::barcode;

    #[test]
    fn barcodes_have_their_check_digit() {
        assert_eq!(barcode(0), "2000000000008");
        assert_eq!(barcode(1), "2000000000015");
        assert_eq!(barcode(123_456), "2000001234563");
    }
}
