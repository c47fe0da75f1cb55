//! A market with many deals, drawn from a seed: what the tests of lists and reports read.

use crate::shop::{Clerk, subject};
use book::{BookError, Said};
use domain::customer::{CustomerFacts, CustomerPersonal};
use domain::ids::PaymentId;
use domain::order::{Document, OrderKind, OrderLine, Paid, Placed, Sold};
use domain::product::ProductTerms;
use domain::{CustomerId, Day, OrderId, ProductId, Subject, SubjectKind};

/// The first day of the market, a Friday.
pub const FIRST_DAY: Day = Day(14_940 + 4);

const NAMES: [&str; 8] = [
    "Müller",
    "Ann Smith",
    "Bob Åberg",
    "Zoë O'Neil",
    "anna Łukasz",
    "Straßen Co",
    "Cy",
    "Émile",
];
const CHANNELS: [&str; 3] = ["counter", "web", "phone"];
const COUNTRIES: [Option<&str>; 4] = [Some("GB"), Some("France"), None, Some("EIRE")];

/// A stream of numbers from a seed (a linear congruential generator, Knuth's constants).
pub struct Dice(pub u64);

impl Dice {
    /// A number below `sides`.
    pub fn roll(&mut self, sides: u64) -> u64 {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// One deal as it was made.
#[derive(Clone, Debug)]
pub struct Deal {
    pub id: OrderId,
    pub number: String,
    pub external_id: Option<String>,
    pub kind: OrderKind,
    pub customer: Option<usize>,
    pub channel: &'static str,
    pub country: Option<&'static str>,
    pub day: Day,
    pub hour: i64,
    /// Product, quantity in units, unit price in minor units.
    pub lines: Vec<(usize, i64, i64)>,
    /// Paid and shipped at once.
    pub sold: bool,
}

impl Deal {
    pub fn total_minor(&self) -> i64 {
        self.lines
            .iter()
            .map(|(_, units, price)| units * price)
            .sum()
    }
}

/// A shop with products, customers and deals.
pub struct Market {
    pub clerk: Clerk,
    pub dice: Dice,
    pub products: Vec<(ProductId, String)>,
    pub customers: Vec<(CustomerId, String)>,
    pub deals: Vec<Deal>,
    _folder: tempfile::TempDir,
}

impl Market {
    /// A market with records and no deals yet.
    pub fn open(seed: u64, products: usize, customers: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut clerk = Clerk::new(folder.path(), 1);
        clerk.found();
        let mut market = Self {
            clerk,
            dice: Dice(seed),
            products: Vec::new(),
            customers: Vec::new(),
            deals: Vec::new(),
            _folder: folder,
        };
        market.add_products(products);
        market.add_customers(customers);
        market
    }

    fn add_products(&mut self, count: usize) {
        let made: Vec<_> = (0..count)
            .map(|n| (ProductId(self.clerk.id()), n))
            .collect();
        self.clerk
            .write(|tx| {
                for (id, n) in &made {
                    let terms = ProductTerms {
                        sku: Some(sku(*n)),
                        title: Some(format!("{} lamp {n}", ["Red", "Öl", "Blue"][n % 3])),
                        unit_price_micro: Some((*n as i64 % 17 + 1) * 1_000_000),
                        cost_micro: (n % 2 == 0).then_some(500_000),
                        service: Some(n % 11 == 10),
                        category: Some(["lamps", "oil"][n % 2].into()),
                        reorder_point_milli: (n % 4 == 0).then_some(3_000),
                        archived: Some(n % 7 == 6),
                        ..ProductTerms::default()
                    };
                    let subject = Subject::new(SubjectKind::Product, id.0);
                    tx.append(Said::new(subject, "product.created", &terms))?;
                }
                Ok(())
            })
            .unwrap();
        self.products = made.into_iter().map(|(id, n)| (id, sku(n))).collect();
    }

    fn add_customers(&mut self, count: usize) {
        let made: Vec<_> = (0..count)
            .map(|n| (CustomerId(self.clerk.id()), n))
            .collect();
        self.clerk
            .write(|tx| {
                for (id, n) in &made {
                    let facts = CustomerFacts {
                        code: (n % 5 != 4).then(|| format!("{:05}", 12_000 + n * 7)),
                        country: COUNTRIES[n % 4].map(str::to_owned),
                        tags: (n % 3 == 0).then(|| vec!["trade".to_owned()]),
                        archived: Some(n % 6 == 5),
                        ..CustomerFacts::default()
                    };
                    let personal = CustomerPersonal {
                        name: Some(name(*n)),
                        ..CustomerPersonal::default()
                    };
                    let subject = Subject::new(SubjectKind::Customer, id.0);
                    let said = Said::new(subject, "customer.created", &facts);
                    tx.append(said.with_personal(&personal))?;
                }
                Ok(())
            })
            .unwrap();
        self.customers = made.into_iter().map(|(id, n)| (id, name(n))).collect();
    }

    /// Makes deals over `days` days, all in one transaction.
    pub fn trade(&mut self, deals: usize, days: u64) {
        let drawn: Vec<Deal> = (0..deals).map(|_| self.draw(days)).collect();
        let payments: Vec<PaymentId> = drawn.iter().map(|_| PaymentId(self.clerk.id())).collect();
        let Self {
            clerk,
            products,
            customers,
            ..
        } = self;
        let numbers = clerk
            .write(|tx| {
                let mut numbers = Vec::new();
                for (deal, payment) in drawn.iter().zip(payments) {
                    let number = tx.next_number("order")?;
                    let document = document(deal, products, customers);
                    append(tx, deal, (number.clone(), payment), document)?;
                    numbers.push(number);
                }
                Ok(numbers)
            })
            .unwrap();
        for (mut deal, number) in drawn.into_iter().zip(numbers) {
            deal.number = number;
            self.deals.push(deal);
        }
    }

    fn draw(&mut self, days: u64) -> Deal {
        let id = OrderId(self.clerk.id());
        let dice = &mut self.dice;
        let kind = match dice.roll(10) {
            0 => OrderKind::Return,
            1 if dice.roll(3) == 0 => OrderKind::Adjustment,
            _ => OrderKind::Sale,
        };
        let sign = if kind == OrderKind::Sale { 1 } else { -1 };
        let lines = (0..1 + dice.roll(4))
            .map(|_| {
                let product = dice.roll(self.products.len() as u64) as usize;
                (
                    product,
                    sign * (1 + dice.roll(9) as i64),
                    100 + dice.roll(900) as i64,
                )
            })
            .collect();
        let anonymous = dice.roll(5) == 0;
        let customer = dice.roll(self.customers.len() as u64) as usize;
        Deal {
            id,
            number: String::new(),
            external_id: (dice.roll(3) == 0).then(|| format!("C{}", 536_000 + dice.roll(900))),
            kind,
            customer: (!anonymous).then_some(customer),
            channel: CHANNELS[dice.roll(3) as usize],
            country: COUNTRIES[dice.roll(4) as usize],
            day: FIRST_DAY.plus(dice.roll(days) as i32),
            hour: 8 + dice.roll(10) as i64,
            lines,
            sold: dice.roll(4) != 0,
        }
    }
}

fn sku(n: usize) -> String {
    format!("{}{}", 22_000 + n, ["A", "b", ""][n % 3])
}

fn name(n: usize) -> String {
    if n < NAMES.len() {
        NAMES[n].to_owned()
    } else {
        format!("{} {n}", NAMES[n % NAMES.len()])
    }
}

fn document(
    deal: &Deal,
    products: &[(ProductId, String)],
    customers: &[(CustomerId, String)],
) -> Document {
    let lines = deal
        .lines
        .iter()
        .enumerate()
        .map(|(at, (product, units, price))| OrderLine {
            line: at as u32 + 1,
            product: Some(products[*product].0),
            sku: products[*product].1.clone(),
            service: product % 11 == 10,
            quantity_milli: units * 1_000,
            unit_price_micro: price * 10_000,
            total_minor: units * price,
            ..OrderLine::default()
        });
    Document {
        kind: deal.kind,
        channel: deal.channel.to_owned(),
        customer: deal.customer.map(|at| customers[at].0),
        country: deal.country.map(str::to_owned),
        currency: "GBP".into(),
        external_id: deal.external_id.clone(),
        dated_ms: Some(i64::from(deal.day.0) * 86_400_000 + (deal.hour * 60 - 60) * 60_000),
        lines: lines.collect(),
        ..Document::default()
    }
}

fn append(
    tx: &mut book::Tx<'_>,
    deal: &Deal,
    (number, payment): (String, PaymentId),
    document: Document,
) -> Result<(), BookError> {
    if !deal.sold {
        let placed = Placed::new(number, document);
        return tx.append(Said::new(subject(deal.id), "order.placed", &placed).on(deal.day));
    }
    let amount_minor = deal.total_minor();
    let paid = Paid {
        payment,
        method: "card".into(),
        holder: None,
        exchange: None,
        book_minor: None,
        notes: None,
        amount_minor,
        rounding_minor: 0,
        tendered_minor: None,
        reference: None,
    };
    let sold = Sold {
        lots: Vec::new(),
        reason: None,
        number,
        payments: vec![paid],
        document,
    };
    tx.append(Said::new(subject(deal.id), "order.sold", &sold).on(deal.day))
}
