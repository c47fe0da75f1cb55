//! The orders of a seeded book, in the order of their time: most are sold over the counter or done
//! with in one entry, the rest takes its steps; the last weeks have open ones.
use ::book::{Said, Tx};
use domain::ids::{PaymentId, ShipmentId};
use domain::order::{
    Cancelled, Document, Fulfilled, LineQuantity, OrderKind, OrderLine, Paid, Placed, Sold,
};
use domain::settings::Settings;
use domain::{Day, Subject, SubjectKind};

use super::calendar::Calendar;
use super::goods::Goods;
use super::people::People;
use super::random::Random;
use super::{LAST_DAY, Seeded};
use crate::App;
use crate::bulk::Bulk;
use crate::error::AppError;

/// Orders of one transaction.
const TRANSACTION_ORDERS: usize = 5_000;
/// Days before the end from which on orders may still be open.
const OPEN_DAYS: i32 = 28;

const CHANNELS: &[(&str, u64)] = &[
    ("counter", 520),
    ("web", 330),
    ("phone", 90),
    ("marketplace", 60),
];
const METHODS: &[(&str, u64)] = &[("card", 620), ("cash", 250), ("bank", 110), ("other", 20)];
/// Lines of an order with how often; 2.8 in the mean.
const LINES: &[(usize, u64)] = &[
    (1, 290),
    (2, 260),
    (3, 182),
    (4, 114),
    (5, 67),
    (6, 39),
    (8, 28),
    (10, 14),
    (15, 6),
];
/// Quantities of a line with how often.
const QUANTITIES: &[(i64, u64)] = &[
    (1, 620),
    (2, 190),
    (3, 70),
    (4, 40),
    (6, 45),
    (12, 30),
    (24, 5),
];

/// How an order goes.
#[derive(Clone, Copy)]
enum Course {
    /// Placed, paid and handed over in one entry.
    Sold,
    /// The same in three entries.
    Stepwise,
    /// Goods that came back.
    Return,
    /// Placed and called off.
    Cancelled,
    /// Placed, nothing else yet.
    Open,
    /// Shipped and not paid.
    Unpaid,
    /// Paid in part, and shipped in part.
    Part,
    /// Written down.
    Draft,
}

const COURSES: &[(Course, u64)] = &[
    (Course::Sold, 790),
    (Course::Stepwise, 150),
    (Course::Return, 34),
    (Course::Cancelled, 20),
    (Course::Unpaid, 6),
];
const LATE_COURSES: &[(Course, u64)] = &[
    (Course::Sold, 560),
    (Course::Stepwise, 140),
    (Course::Return, 30),
    (Course::Cancelled, 20),
    (Course::Open, 140),
    (Course::Unpaid, 50),
    (Course::Part, 40),
    (Course::Draft, 20),
];

/// The writer of orders.
pub(super) struct Orders<'a> {
    app: &'a App,
    settings: Settings,
    random: Random,
    goods: Goods,
    people: People,
    made: Seeded,
}

impl<'a> Orders<'a> {
    pub(super) fn new(
        app: &'a App,
        settings: Settings,
        random: Random,
        goods: Goods,
        people: People,
    ) -> Self {
        let customers = people.len() as i64;
        let made = Seeded {
            customers,
            products: goods.len() as i64,
            ..Seeded::default()
        };
        Self {
            app,
            settings,
            random,
            goods,
            people,
            made,
        }
    }

    /// Writes all orders of the calendar.
    pub(super) fn write(
        &mut self,
        bulk: &Bulk<'_>,
        calendar: &Calendar,
        on_orders: &mut dyn FnMut(u32, u32),
    ) -> Result<Seeded, AppError> {
        let mut times = self.random.branch(9);
        let mut waiting: Vec<i64> = Vec::new();
        let mut month = None;
        for (day, day_times) in calendar.days(&mut times) {
            if month
                .replace(day.month_start())
                .is_some_and(|before| before != day.month_start())
            {
                self.write_part(bulk, &std::mem::take(&mut waiting))?;
                self.goods.restock(self.app, bulk, day, "Goods received")?;
            }
            waiting.extend(day_times);
            while waiting.len() >= TRANSACTION_ORDERS {
                let rest = waiting.split_off(TRANSACTION_ORDERS);
                self.write_part(bulk, &std::mem::replace(&mut waiting, rest))?;
                on_orders(self.made.orders as u32, calendar.total());
            }
        }
        self.write_part(bulk, &waiting)?;
        on_orders(self.made.orders as u32, calendar.total());
        Ok(self.made)
    }

    fn write_part(&mut self, bulk: &Bulk<'_>, times: &[i64]) -> Result<(), AppError> {
        let Some(at_ms) = times.last() else {
            return Ok(());
        };
        bulk.write_at(*at_ms, |tx| {
            times.iter().try_for_each(|time| self.write_one(tx, *time))
        })
    }

    fn write_one(&mut self, tx: &mut Tx<'_>, dated_ms: i64) -> Result<(), AppError> {
        let day = Day::of_local(dated_ms, 0, self.settings.cutoff_hour());
        let late = day.0 > LAST_DAY.0 - OPEN_DAYS;
        let course = *self
            .random
            .weighted(if late { LATE_COURSES } else { COURSES });
        let mut document = self.document(course, dated_ms);
        domain::order::price(&mut document, &self.settings)?;
        self.made.orders += 1;
        self.made.lines += document.lines.len() as i64;
        let entry = Entry {
            tx,
            subject: self.subject(),
            day,
        };
        self.tell(entry, course, document)
    }

    fn tell(
        &mut self,
        mut entry: Entry<'_, '_>,
        course: Course,
        document: Document,
    ) -> Result<(), AppError> {
        if matches!(course, Course::Draft) {
            let document = Document {
                dated_ms: None,
                ..document
            };
            return entry.append("order.drafted", &document);
        }
        let number = entry.tx.next_number("order")?;
        let total_minor: i64 = document.lines.iter().map(|line| line.total_minor).sum();
        let quantities = quantities(&document);
        match course {
            Course::Sold | Course::Return => {
                let payments = self.payments(total_minor);
                entry.append(
                    "order.sold",
                    &Sold {
                        lots: Vec::new(),
                        reason: None,
                        number,
                        payments,
                        document,
                    },
                )
            }
            Course::Draft | Course::Open => {
                entry.append("order.placed", &Placed::new(number, document))
            }
            Course::Cancelled => {
                entry.append("order.placed", &Placed::new(number, document))?;
                let reason = Some("Changed their mind".to_owned());
                entry.append(
                    "order.cancelled",
                    &Cancelled {
                        reason,
                        ..Cancelled::default()
                    },
                )
            }
            Course::Stepwise | Course::Unpaid => {
                entry.append("order.placed", &Placed::new(number, document))?;
                if matches!(course, Course::Stepwise) {
                    self.pay(&mut entry, total_minor)?;
                }
                self.ship(&mut entry, quantities)
            }
            Course::Part => {
                entry.append("order.placed", &Placed::new(number, document))?;
                self.pay(&mut entry, total_minor / 3)?;
                let part = quantities.into_iter().take(1).collect();
                self.ship(&mut entry, part)
            }
        }
    }

    fn document(&mut self, course: Course, dated_ms: i64) -> Document {
        let channel = *self.random.weighted(CHANNELS);
        let known = channel != "counter" || self.random.per_mille(350);
        let (customer, country) = match known {
            true => {
                let person = self.people.take(&mut self.random);
                (Some(person.id), person.country)
            }
            false => (None, "GB"),
        };
        let sign = if matches!(course, Course::Return) {
            -1
        } else {
            1
        };
        let moves = !matches!(course, Course::Cancelled | Course::Open | Course::Draft);
        Document {
            kind: if sign < 0 {
                OrderKind::Return
            } else {
                OrderKind::Sale
            },
            channel: channel.to_owned(),
            customer,
            country: Some(country.to_owned()),
            currency: self.settings.currency().to_owned(),
            prices_include_tax: self.settings.terms.prices_include_tax.unwrap_or(false),
            tax_rounding: self.settings.terms.tax_rounding.unwrap_or_default(),
            discount_ppm: if self.random.per_mille(60) { 50_000 } else { 0 },
            external_id: (channel == "marketplace").then(|| format!("M{dated_ms}")),
            dated_ms: Some(dated_ms),
            lines: self.lines(sign, moves),
            ..Document::default()
        }
    }

    fn lines(&mut self, sign: i64, moves: bool) -> Vec<OrderLine> {
        let count = *self.random.weighted(LINES);
        let line = |number: usize| {
            let place = self.goods.take(&mut self.random);
            let quantity_milli = sign * *self.random.weighted(QUANTITIES) * 1_000;
            if moves {
                self.goods.sold(place, quantity_milli);
            }
            let good = self.goods.get(place);
            OrderLine {
                line: number as u32,
                product: Some(good.id),
                sku: good.sku.clone(),
                title: good.title.clone(),
                service: good.service,
                components: good.components.clone(),
                quantity_milli,
                unit_price_micro: good.price_micro,
                discount_ppm: if self.random.per_mille(40) {
                    100_000
                } else {
                    0
                },
                tax: Some(good.tax.to_owned()),
                tax_rate_ppm: good.tax_rate_ppm,
                ..OrderLine::default()
            }
        };
        (1..=count).map(line).collect()
    }

    fn payments(&mut self, amount_minor: i64) -> Vec<Paid> {
        if amount_minor == 0 {
            return Vec::new();
        }
        vec![self.paid(amount_minor)]
    }

    fn paid(&mut self, amount_minor: i64) -> Paid {
        let payment = PaymentId(self.app.new_id());
        let method = (*self.random.weighted(METHODS)).to_owned();
        Paid {
            payment,
            method,
            holder: None,
            exchange: None,
            book_minor: None,
            notes: None,
            amount_minor,
            rounding_minor: 0,
            tendered_minor: None,
            reference: None,
        }
    }

    fn pay(&mut self, entry: &mut Entry<'_, '_>, amount_minor: i64) -> Result<(), AppError> {
        if amount_minor == 0 {
            return Ok(());
        }
        let said = self.paid(amount_minor);
        entry.append("order.paid", &said)
    }

    fn ship(
        &mut self,
        entry: &mut Entry<'_, '_>,
        lines: Vec<LineQuantity>,
    ) -> Result<(), AppError> {
        let shipment = ShipmentId(self.app.new_id());
        let said = Fulfilled {
            lots: Vec::new(),
            location: None,
            shipment,
            carrier: None,
            tracking: None,
            lines,
        };
        entry.append("order.fulfilled", &said)
    }

    fn subject(&self) -> Subject {
        Subject::new(SubjectKind::Order, self.app.new_id())
    }
}

/// The entries about one order.
struct Entry<'a, 'b> {
    tx: &'a mut Tx<'b>,
    subject: Subject,
    day: Day,
}

impl Entry<'_, '_> {
    fn append(&mut self, kind: &str, said: &impl serde::Serialize) -> Result<(), AppError> {
        Ok(self
            .tx
            .append(Said::new(self.subject, kind, said).on(self.day))?)
    }
}

fn quantities(document: &Document) -> Vec<LineQuantity> {
    let of = |line: &OrderLine| LineQuantity {
        line: line.line,
        quantity_milli: line.quantity_milli,
    };
    document.lines.iter().map(of).collect()
}
