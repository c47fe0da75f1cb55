//! What the walks happen in: goods, taxes, a clock and dice, all from a seed.

use domain::credit::Holder;
use domain::currency::Currency;
use domain::gift_card::{CardLine, id_of_code};
use domain::loyalty::Programme;
use domain::order::{
    Document, DocumentInput, EditInput, Exchange, LineInput, Order, OrderLine, ProductLookup,
    ShippingInput,
};
use domain::pricing::ExchangeRate;
use domain::product::{Bundle, BundleKind, Component, Product, ProductTerms};
use domain::promotion::{Promotion, PromotionEffect, PromotionTerms, Sale};
use domain::settings::{Settings, SettingsTerms, TaxTerms};
use domain::tax::{RoundingPolicy, TaxCategory};
use domain::till::Notes;
use domain::{
    CustomerId, Day, DeviceId, Entry, Hlc, ProductId, PromotionId, RequestId, Subject, SubjectKind,
};
use serde::Serialize;
use uuid::Uuid;

/// Dice: SplitMix64 (Steele, Lea and Flood, 2014).
pub struct Dice(pub u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// From 0 to `below`, which is above zero and left out.
    pub fn roll(&mut self, below: i64) -> i64 {
        i64::try_from(self.next() % below.unsigned_abs()).unwrap()
    }

    /// True once in so many.
    pub fn once_in(&mut self, times: i64) -> bool {
        self.roll(times) == 0
    }

    /// An id that no other roll gives.
    pub fn id(&mut self) -> Uuid {
        Uuid::from_u128(u128::from(self.next()) << 64 | u128::from(self.next()))
    }
}

/// The settings of a book: prices with or without tax, tax rounded by line or by rate.
pub fn settings(dice: &mut Dice) -> Settings {
    let tax = |code: &str, rate_ppm| TaxTerms {
        code: code.into(),
        name: code.into(),
        rate_ppm,
        category: TaxCategory::Standard,
    };
    let rounding = [RoundingPolicy::PerLine, RoundingPolicy::PerRateGroup];
    Settings {
        terms: SettingsTerms {
            currency: Some("EUR".into()),
            country: Some("DE".into()),
            prices_include_tax: Some(dice.once_in(2)),
            tax_rounding: Some(rounding[usize::from(dice.once_in(2))]),
            taxes: Some(vec![tax("standard", 190_000), tax("reduced", 70_000)]),
            ..SettingsTerms::default()
        },
        version: 1,
        ..Settings::default()
    }
}

/// The only gift card that there is.
const CARD: &str = "GIFT-1";

/// Three products, a service and a bundle of two of the products, known by number.
pub struct Goods;

impl Goods {
    pub fn id(number: i64) -> ProductId {
        ProductId(Uuid::from_u128(u128::from(number.unsigned_abs()) + 1))
    }
}

impl ProductLookup for Goods {
    fn product(&mut self, id: ProductId) -> Option<Product> {
        let number = i64::try_from(id.0.as_u128()).unwrap();
        let codes = [Some("standard"), Some("reduced"), None];
        Some(Product {
            id: Some(id),
            exists: true,
            terms: ProductTerms {
                sku: Some(format!("P-{number}")),
                title: Some(format!("Product {number}")),
                unit_price_micro: Some(3_333_333 * number),
                tax: codes[usize::try_from(number).unwrap() % 3].map(Into::into),
                service: Some(number == 4),
                bundle: (number == 5).then(set),
                ..ProductTerms::default()
            },
            ..Product::default()
        })
    }
}

/// Two of the first product and one of the second.
fn set() -> Bundle {
    let components = [(0, 2_000), (1, 1_000)].map(|(number, quantity_milli)| Component {
        product: Goods::id(number),
        quantity_milli,
    });
    Bundle {
        kind: BundleKind::Virtual,
        components: components.to_vec(),
    }
}

/// What somebody may ask for among so many of the goods: one to three lines, now and then with
/// discounts or odd quantities. The fifth of the goods is a bundle, of which there are no parts.
pub fn wish(dice: &mut Dice, goods: i64) -> DocumentInput {
    let lines = (0..=dice.roll(3)).map(|_| LineInput {
        product: Some(Goods::id(dice.roll(goods))),
        quantity_milli: if dice.once_in(4) {
            1 + dice.roll(5_000)
        } else {
            1_000 * (1 + dice.roll(5))
        },
        discount_ppm: if dice.once_in(3) {
            dice.roll(1_000_001)
        } else {
            0
        },
        discount_minor: if dice.once_in(4) { dice.roll(300) } else { 0 },
        ..LineInput::default()
    });
    let mut lines: Vec<LineInput> = lines.collect();
    if dice.once_in(5) {
        lines.push(card(dice));
    }
    DocumentInput {
        channel: "phone".into(),
        discount_ppm: if dice.once_in(3) {
            dice.roll(500_000)
        } else {
            0
        },
        discount_minor: if dice.once_in(4) { dice.roll(900) } else { 0 },
        exchange: dice.once_in(3).then(|| exchange(dice)),
        shipping: dice.once_in(4).then(|| ShippingInput {
            title: "Shipping".into(),
            charge_minor: dice.roll(1_000),
            tax: Some("standard".into()),
        }),
        lines,
        ..DocumentInput::default()
    }
}

/// Value for a gift card.
fn card(dice: &mut Dice) -> LineInput {
    LineInput {
        title: Some("Gift card".into()),
        unit_price_micro: Some(1_000_000 + 10_000 * dice.roll(9_000)),
        quantity_milli: 1_000,
        gift_card: Some(CardLine {
            code: CARD.into(),
            expires: None,
        }),
        ..LineInput::default()
    }
}

/// A rate from dollars to the book's euros.
pub fn exchange(dice: &mut Dice) -> Exchange {
    let code = |code: &str| Currency::parse(code).unwrap();
    let rate_nano = 20_000_000 + dice.roll(2_000_000_000);
    Exchange {
        rate: ExchangeRate::new(code("USD"), code("EUR"), rate_nano).unwrap(),
        day: Day(20_000),
        source: "bank".into(),
    }
}

/// Dollars that are handed over.
pub fn notes(dice: &mut Dice) -> Notes {
    let exchange = exchange(dice);
    Notes::taken(exchange, 1 + dice.roll(90_000), 5).unwrap()
}

/// Whose store credit or gift card a payment comes out of, or goes to; nobody's when it is money.
pub fn holder(dice: &mut Dice) -> Option<Holder> {
    match dice.roll(4) {
        0 => Some(Holder::StoreCredit(CustomerId(Uuid::from_u128(9)))),
        1 => Some(Holder::GiftCard(id_of_code(CARD))),
        _ => None,
    }
}

/// What somebody may want changed: lines kept, more or less of them, other prices and discounts,
/// lines taken out and new ones.
pub fn change(dice: &mut Dice, order: &Order) -> EditInput {
    let mut lines = Vec::new();
    for line in order.lines.values() {
        let kept = line.quantity_milli - order.cancelled_milli(line);
        if kept == 0 || dice.once_in(6) && order.shipped_milli(line.line) == 0 {
            continue;
        }
        let most = kept - order.shipped_milli(line.line) + 1;
        lines.push(LineInput {
            line: Some(line.line),
            quantity_milli: match dice.roll(4) {
                0 => kept - parts(line, dice.roll(most)),
                1 => kept + parts(line, dice.roll(3_000)),
                _ => kept,
            },
            unit_price_micro: dice.once_in(4).then(|| 1_111_111 * dice.roll(9)),
            discount_ppm: if dice.once_in(6) {
                dice.roll(1_000_001)
            } else {
                line.discount_ppm
            },
            discount_minor: if dice.once_in(6) {
                dice.roll(300)
            } else {
                line.discount_minor
            },
            ..LineInput::default()
        });
    }
    if dice.once_in(3) {
        lines.extend(wish(dice, 5).lines);
    }
    EditInput {
        discount_ppm: dice.once_in(5).then(|| dice.roll(500_000)),
        lines: (!dice.once_in(8)).then_some(lines),
        ..EditInput::default()
    }
}

/// So much of a line as can be more or less of it: bundles go whole.
fn parts(line: &OrderLine, milli: i64) -> i64 {
    if line.is_bundle() {
        milli / 1_000 * 1_000
    } else {
        milli
    }
}

/// The same with promotions, now and then.
pub fn promote(document: &mut Document, settings: &Settings, dice: &mut Dice) {
    use PromotionEffect::{BuyGet, FreeShipping, LineFixed, LinePercent, OrderFixed, OrderPercent};
    let effects = [
        BuyGet,
        FreeShipping,
        LineFixed,
        LinePercent,
        OrderFixed,
        OrderPercent,
    ];
    let mut promotion = |no: u128| Promotion {
        id: Some(PromotionId(Uuid::from_u128(no))),
        terms: PromotionTerms {
            effect: Some(effects[usize::try_from(dice.roll(6)).unwrap()]),
            rate_ppm: Some(1 + dice.roll(1_000_000)),
            amount_minor: Some(1 + dice.roll(700)),
            buy_units: Some(1 + dice.roll(3)),
            get_units: Some(1 + dice.roll(2)),
            minimum_minor: dice.once_in(3).then(|| dice.roll(3_000)),
            stacks: Some(dice.once_in(2)),
            ..PromotionTerms::default()
        },
        exists: true,
        version: 1,
    };
    let promotions = [promotion(1), promotion(2)];
    let some = usize::try_from(dice.roll(3)).unwrap();
    let mut sale = Sale {
        day: Day(20_000),
        tags: &[],
        coupons: &[],
        category: &mut |_| None,
        uses: &mut |_| 0,
    };
    domain::promotion::apply(document, &promotions[..some], settings, &mut sale).unwrap();
}

/// An entry about the one order, as a device would write it.
pub fn entry<P: Serialize>(seq: u64, day: i32, kind: &str, said: &P) -> Entry {
    let at_ms = i64::from(day) * 86_400_000 + i64::try_from(seq).unwrap() * 1_000;
    Entry {
        device: DeviceId(Uuid::from_u128(1)),
        seq,
        hlc: Hlc(i64::try_from(seq).unwrap()),
        at_ms,
        offset_min: 0,
        business_day: Day(day),
        actor: "clerk".into(),
        subject: Subject::new(SubjectKind::Order, Uuid::from_u128(99)),
        kind: kind.into(),
        payload: serde_json::to_string(said).unwrap(),
        version: 1,
        request_id: RequestId(Uuid::from_u128(u128::from(seq))),
        personal: None,
        personal_digest: None,
        prev_hash: [0; 32],
        hash: [0; 32],
    }
}

/// A programme of points, and how many of them somebody redeems on a document, now and then.
pub fn points(document: &mut Document, settings: &Settings, dice: &mut Dice) {
    if dice.once_in(2) {
        return;
    }
    let programme = Programme {
        enabled: true,
        points_per_unit_milli: 1 + dice.roll(5_000),
        point_worth_micro: 1 + dice.roll(100_000),
        ..Programme::default()
    };
    document.customer = Some(CustomerId(Uuid::from_u128(9)));
    document.earning = programme.earning();
    if dice.once_in(2) {
        let points = 1 + dice.roll(900);
        domain::loyalty::redeem(document, points, &programme, settings).unwrap();
    }
}
