//! A small shop for the tests: a clerk who acts with a clock and ids of her own.

mod abroad;
mod assemblies;
mod bundles;
mod credit;
mod custom;
mod life;
mod lots;
mod loyalty;
mod offers;
mod people;
mod pictures;
mod purchases;
mod returns;
pub mod stock;

use book::{Act, Book, BookError, Identity, Outcome, Said, Tx};
use domain::customer::{CustomerFacts, CustomerPersonal};
use domain::ids::{PaymentId, ShipmentId};
use domain::order::{
    self, DocumentInput, HoldReason, LineInput, LineQuantity, Order, ProductLookup,
};
use domain::product::{Product, ProductTerms};
use domain::settings::{SettingsTerms, StockPolicy, TaxTerms};
use domain::stock::{Adjusted, AdjustedLine};
use domain::tax::TaxCategory;
use domain::till;
use domain::{CustomerId, DeviceId, OrderId, ProductId, RequestId, State, Subject, SubjectKind};
use std::path::Path;
use uuid::Uuid;

/// Ids and time are counted up from a start, so that every run is the same.
pub struct Clerk {
    pub book: Book,
    next: u128,
    pub at_ms: i64,
}

pub const BOOK: Uuid = Uuid::from_u128(0xb00c);

struct Products<'a, 'b>(&'a mut Tx<'b>);

impl ProductLookup for Products<'_, '_> {
    fn product(&mut self, id: ProductId) -> Option<Product> {
        match self.0.state(Subject::new(SubjectKind::Product, id.0)) {
            Ok(State::Product(product)) => Some((**product).clone()),
            _ => None,
        }
    }
}

impl Clerk {
    /// A new book in a folder, for device number `device`.
    pub fn new(folder: &Path, device: u8) -> Self {
        let identity = Identity {
            book: BOOK,
            device: DeviceId(Uuid::from_u128(u128::from(device))),
            prefix: char::from(b'A' + device - 1).to_string(),
        };
        let path = folder.join(format!("device-{device}.counterbook"));
        let book = Book::create(&path, &identity).unwrap();
        Self {
            book,
            next: u128::from(device) << 100,
            at_ms: 1_700_000_000_000,
        }
    }

    /// The same on an existing book.
    pub fn on(book: Book, device: u8, start: u128) -> Self {
        Self {
            book,
            next: u128::from(device) << 100 | start << 64,
            at_ms: 1_700_000_000_000,
        }
    }

    pub fn id(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    pub fn act(&mut self) -> Act {
        self.at_ms += 61_000;
        Act {
            actor: "clerk".into(),
            request_id: RequestId(self.id()),
            at_ms: self.at_ms,
            offset_min: 60,
            dry_run: false,
        }
    }

    pub fn write<T>(
        &mut self,
        run: impl FnOnce(&mut Tx<'_>) -> Result<T, BookError>,
    ) -> Result<T, BookError> {
        let act = self.act();
        match self.book.write(&act, run)? {
            Outcome::Done { output, .. } => Ok(output),
            Outcome::Repeated { .. } => panic!("a new request is not a repeat"),
        }
    }

    pub fn found(&mut self) {
        let terms = SettingsTerms {
            name: Some("Corner shop".into()),
            currency: Some("GBP".into()),
            country: Some("GB".into()),
            stock_policy: Some(StockPolicy::Warn),
            taxes: Some(vec![TaxTerms {
                code: "standard".into(),
                name: "VAT 20 %".into(),
                rate_ppm: 200_000,
                category: TaxCategory::Standard,
            }]),
            ..SettingsTerms::default()
        };
        let subject = Subject::new(SubjectKind::Book, BOOK);
        self.write(|tx| tx.append(Said::new(subject, "book.created", &terms)))
            .unwrap();
    }

    pub fn product(&mut self, sku: &str, unit_price_micro: i64) -> ProductId {
        let id = ProductId(self.id());
        let terms = ProductTerms {
            sku: Some(sku.into()),
            title: Some(format!("Thing {sku}")),
            unit_price_micro: Some(unit_price_micro),
            tax: Some("standard".into()),
            ..ProductTerms::default()
        };
        let subject = Subject::new(SubjectKind::Product, id.0);
        self.write(|tx| tx.append(Said::new(subject, "product.created", &terms)))
            .unwrap();
        id
    }

    pub fn customer(&mut self, name: &str) -> CustomerId {
        let id = CustomerId(self.id());
        let facts = CustomerFacts {
            code: Some(format!("C{}", name.len())),
            ..Default::default()
        };
        let personal = CustomerPersonal {
            name: Some(name.into()),
            ..Default::default()
        };
        let subject = Subject::new(SubjectKind::Customer, id.0);
        let said = Said::new(subject, "customer.created", &facts).with_personal(&personal);
        self.write(|tx| tx.append(said)).unwrap();
        id
    }

    pub fn erase(&mut self, customer: CustomerId) {
        let subject = Subject::new(SubjectKind::Customer, customer.0);
        let nothing = serde_json::json!({});
        self.write(|tx| tx.append(Said::new(subject, "customer.erased", &nothing)))
            .unwrap();
    }

    pub fn adjust(&mut self, product: ProductId, quantity_milli: i64) {
        self.find(product, quantity_milli, None);
    }

    /// Finds goods that cost something, or nobody knows what.
    pub fn find(&mut self, product: ProductId, quantity_milli: i64, unit_cost_micro: Option<i64>) {
        let subject = Subject::new(SubjectKind::Stock, self.id());
        let adjusted = Adjusted {
            lots: Vec::new(),
            location: "main".into(),
            reason: "counted".into(),
            channel: None,
            country: None,
            dated_ms: None,
            external_id: None,
            run: None,
            lines: vec![AdjustedLine {
                product,
                quantity_milli,
                unit_cost_micro,
            }],
        };
        self.write(|tx| tx.append(Said::new(subject, "stock.adjusted", &adjusted)))
            .unwrap();
    }

    pub fn place(
        &mut self,
        customer: Option<CustomerId>,
        lines: &[(ProductId, i64)],
    ) -> (OrderId, String) {
        let id = OrderId(self.id());
        let input = DocumentInput {
            customer,
            channel: "counter".into(),
            lines: lines
                .iter()
                .map(|(product, quantity_milli)| LineInput {
                    product: Some(*product),
                    quantity_milli: *quantity_milli,
                    ..LineInput::default()
                })
                .collect(),
            ..DocumentInput::default()
        };
        let number = self
            .write(|tx| {
                let settings = tx.settings().clone();
                let mut document = order::compose(&input, &settings, &mut Products(tx), 0)?;
                document.payment_days = Some(14);
                offers::promote(tx, &mut document, &settings)?;
                let number = tx.next_number("order")?;
                let placed = order::place(document, number.clone())?;
                tx.append(Said::new(subject(id), "order.placed", &placed))?;
                Ok(number)
            })
            .unwrap();
        (id, number)
    }

    pub fn pay(&mut self, id: OrderId, amount_minor: i64) -> Result<(), BookError> {
        self.pay_by("card", id, amount_minor)
    }

    pub fn pay_by(
        &mut self,
        method: &str,
        id: OrderId,
        amount_minor: i64,
    ) -> Result<(), BookError> {
        let payment = PaymentId(self.id());
        self.write(|tx| {
            let now = order_in(tx, id)?;
            let paid = order::pay(&now, payment, method, amount_minor, None)?;
            tx.append(Said::new(subject(id), "order.paid", &paid))
        })
    }

    /// Opens the till of this device when it is closed; otherwise money goes in or out, or a count
    /// closes it.
    pub fn turn_till(&mut self, figure: i64) {
        let new = self.id();
        self.write(|tx| {
            let Some(id) = tx.read().open_till()? else {
                let opened = till::open(
                    false,
                    &tx.device().prefix.clone(),
                    (figure.abs(), Vec::new()),
                )?;
                return tx.append(Said::new(till_of(new), "till.opened", &opened));
            };
            let State::Till(now) = tx.state(till_of(id))?.clone() else {
                unreachable!("a till's subject folds to a session");
            };
            let device = tx.device().id;
            if figure % 3 == 0 {
                let from = now.opened.as_ref().unwrap().1.seq;
                let (takings, _) = tx.read().takings_since(now.device, from)?;
                let counts = [till::Counted {
                    denomination_minor: 1,
                    count: figure.abs(),
                }];
                let number = tx.next_number("z")?;
                let closed = till::close(&now, device, (&counts, Vec::new()), takings, number)?;
                return tx.append(Said::new(till_of(id), "till.closed", &closed));
            }
            let moved = till::move_cash(&now, device, figure, "change")?;
            tx.append(Said::new(till_of(id), "till.moved", &moved))
        })
        .unwrap();
    }

    pub fn fulfil(&mut self, id: OrderId) -> Result<(), BookError> {
        let shipment = ShipmentId(self.id());
        self.write(|tx| {
            let now = order_in(tx, id)?;
            let fulfilled = order::fulfil(&now, shipment, None, None, None)?;
            tx.append(Said::new(subject(id), "order.fulfilled", &fulfilled))
        })
    }

    pub fn cancel(&mut self, id: OrderId) -> Result<(), BookError> {
        self.write(|tx| {
            let now = order_in(tx, id)?;
            let cancelled = order::cancel(&now, None, Some("changed mind"))?;
            tx.append(Said::new(subject(id), "order.cancelled", &cancelled))
        })
    }

    /// Says something about an order as it is now.
    fn change<P: serde::Serialize>(
        &mut self,
        id: OrderId,
        kind: &str,
        decide: impl FnOnce(&Order, Uuid) -> Result<P, domain::Refusal>,
    ) -> Result<(), BookError> {
        let own = self.id();
        self.write(|tx| {
            let said = decide(&order_in(tx, id)?, own)?;
            tx.append(Said::new(subject(id), kind, &said))
        })
    }

    pub fn cancel_some(&mut self, id: OrderId, milli: i64) -> Result<(), BookError> {
        self.change(id, "order.cancelled", |now, _| {
            order::cancel(now, Some(&first_line(milli)), None)
        })
    }

    pub fn deliver(&mut self, id: OrderId) -> Result<(), BookError> {
        self.change(id, "order.delivered", |now, own| {
            let sent = now.shipments.keys().next().copied();
            order::deliver(now, sent.unwrap_or(ShipmentId(own)))
        })
    }

    pub fn hold(&mut self, id: OrderId) -> Result<(), BookError> {
        self.change(id, "order.held", |now, _| {
            order::hold(now, HoldReason::Address, None)
        })
    }

    pub fn release(&mut self, id: OrderId) -> Result<(), BookError> {
        self.change(id, "order.released", |now, _| order::release(now, None))
    }

    pub fn order(&mut self, id: OrderId) -> Order {
        self.write(|tx| order_in(tx, id)).unwrap()
    }

    pub fn verify(&self) -> book::Verified {
        self.book.verify(&mut |_, _| Ok(())).unwrap()
    }
}

fn first_line(quantity_milli: i64) -> [LineQuantity; 1] {
    [LineQuantity {
        line: 1,
        quantity_milli,
    }]
}

pub fn subject(id: OrderId) -> Subject {
    Subject::new(SubjectKind::Order, id.0)
}

fn till_of(id: Uuid) -> Subject {
    Subject::new(SubjectKind::Till, id)
}

fn order_in(tx: &mut Tx<'_>, id: OrderId) -> Result<Order, BookError> {
    match tx.state(subject(id))? {
        State::Order(order) => Ok((**order).clone()),
        _ => unreachable!("an order's subject folds to an order"),
    }
}
