//! Points of customers. Nothing checks balances here: devices apart may redeem the same.

use super::{Clerk, Products, subject};
use book::{BookError, Said};
use domain::ids::PaymentId;
use domain::loyalty::{PointsAdjusted, Programme, redeem};
use domain::order::{self, Document, DocumentInput, LineInput, Paid, Sold};
use domain::settings::Settings;
use domain::{CustomerId, OrderId, ProductId, Subject, SubjectKind};

fn programme() -> Programme {
    Programme {
        enabled: true,
        points_per_unit_milli: 2_500,
        point_worth_micro: 10_000,
        least_points: 0,
        expires_days: Some(3),
        earns_nothing: vec!["bank".into()],
    }
}

/// Says what an order earns by, and takes off what points are worth.
pub fn earn(document: &mut Document, points: i64, settings: &Settings) -> Result<(), BookError> {
    document.earning = programme().earning();
    Ok(redeem(document, points, &programme(), settings)?)
}

impl Clerk {
    /// One of the things that can be done with points.
    pub fn move_points(
        &mut self,
        step: u16,
        customer: CustomerId,
        product: ProductId,
    ) -> Result<(), BookError> {
        match step % 3 {
            0 => self.adjust_points(customer, i64::from(step % 90) - 40),
            1 => self.sell_for_points(customer, product, 0),
            _ => self.sell_for_points(customer, product, i64::from(step % 70) + 1),
        }
    }

    fn adjust_points(&mut self, customer: CustomerId, points: i64) -> Result<(), BookError> {
        let adjustment = PaymentId(self.id());
        let person = Subject::new(SubjectKind::Customer, customer.0);
        self.write(|tx| {
            let said = PointsAdjusted {
                adjustment,
                points,
                reason: "late".into(),
                expires: None,
            };
            tx.append(Said::new(person, "customer.points_adjusted", &said))
        })
    }

    /// A counter sale that earns points, and for which some are redeemed.
    fn sell_for_points(
        &mut self,
        customer: CustomerId,
        product: ProductId,
        points: i64,
    ) -> Result<(), BookError> {
        let (id, payment) = (OrderId(self.id()), PaymentId(self.id()));
        let input = DocumentInput {
            channel: "counter".into(),
            customer: Some(customer),
            lines: vec![LineInput {
                product: Some(product),
                quantity_milli: 2_000,
                ..LineInput::default()
            }],
            ..DocumentInput::default()
        };
        self.write(|tx| {
            let settings = tx.settings().clone();
            let mut document = order::compose(&input, &settings, &mut Products(tx), 0)?;
            earn(&mut document, points, &settings)?;
            let amount_minor = document.lines.iter().map(|line| line.total_minor).sum();
            let paid = Paid {
                payment,
                method: "cash".into(),
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
                number: tx.next_number("order")?,
                payments: vec![paid],
                document,
                reason: None,
            };
            tx.append(Said::new(subject(id), "order.sold", &sold))
        })
    }
}
