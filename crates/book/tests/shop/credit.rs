//! Store credit and gift cards. Nothing checks balances here: devices apart may overdraw them.

use super::{Clerk, Products, order_in, subject};
use book::{BookError, Said};
use domain::credit::Holder;
use domain::customer;
use domain::gift_card::{self, Blocked, CardLine, id_of_code};
use domain::ids::PaymentId;
use domain::order::{self, DocumentInput, LineInput, Paid, Refunded, Sold};
use domain::{CustomerId, GiftCardId, OrderId, State, Subject, SubjectKind};

fn card_subject(card: GiftCardId) -> Subject {
    Subject::new(SubjectKind::GiftCard, card.0)
}

impl Clerk {
    /// One of the things that can be done with money that the shop holds.
    pub fn hold_money(
        &mut self,
        step: u16,
        order: OrderId,
        customer: CustomerId,
    ) -> Result<(), BookError> {
        let code = ["GIFT-1", "GIFT-2"][usize::from(step & 1)];
        let card = id_of_code(code);
        let amount_minor = i64::from(step % 300) + 1;
        match step % 7 {
            0 => self.sell_card(code, amount_minor),
            1 => self.spend(order, Holder::GiftCard(card), amount_minor),
            2 => self.spend(order, Holder::StoreCredit(customer), amount_minor),
            3 => self.give_back(order, Holder::StoreCredit(customer), amount_minor),
            4 => self.give_back(order, Holder::GiftCard(card), amount_minor),
            5 => self.credit(customer, amount_minor),
            _ => self.replace_card(card, &format!("NEW-{step}"), amount_minor),
        }
    }

    /// A counter sale of a card, which is issued with it.
    fn sell_card(&mut self, code: &str, value_minor: i64) -> Result<(), BookError> {
        let (id, payment) = (OrderId(self.id()), PaymentId(self.id()));
        let line = LineInput {
            title: Some("Gift card".into()),
            unit_price_micro: Some(value_minor * 10_000),
            quantity_milli: 1_000,
            gift_card: Some(CardLine {
                code: code.into(),
                expires: None,
            }),
            ..LineInput::default()
        };
        let input = DocumentInput {
            channel: "counter".into(),
            lines: vec![line],
            ..DocumentInput::default()
        };
        self.write(|tx| {
            let settings = tx.settings().clone();
            let document = order::compose(&input, &settings, &mut Products(tx), 0)?;
            let paid = Paid {
                payment,
                method: "cash".into(),
                holder: None,
                exchange: None,
                book_minor: None,
                notes: None,
                amount_minor: value_minor,
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
            tx.append(Said::new(subject(id), "order.sold", &sold))?;
            let issued = gift_card::issue(code, None, tx.business_day())?;
            let card = card_subject(id_of_code(code));
            tx.append(Said::new(card, "gift_card.issued", &issued))
        })
    }

    fn spend(&mut self, id: OrderId, holder: Holder, amount: i64) -> Result<(), BookError> {
        let payment = PaymentId(self.id());
        self.write(|tx| {
            let now = order_in(tx, id)?;
            let paid = order::pay(&now, payment, holder.account(), amount, None)?;
            let holder = Some(holder);
            let paid = Paid { holder, ..paid };
            tx.append(Said::new(subject(id), "order.paid", &paid))
        })
    }

    fn give_back(&mut self, id: OrderId, holder: Holder, amount: i64) -> Result<(), BookError> {
        let payment = PaymentId(self.id());
        self.write(|tx| {
            let now = order_in(tx, id)?;
            let back = order::refund(&now, payment, holder.account(), amount, None)?;
            let holder = Some(holder);
            let back = Refunded { holder, ..back };
            tx.append(Said::new(subject(id), "order.refunded", &back))
        })
    }

    fn credit(&mut self, customer: CustomerId, amount_minor: i64) -> Result<(), BookError> {
        let (id, person) = (
            PaymentId(self.id()),
            Subject::new(SubjectKind::Customer, customer.0),
        );
        self.write(|tx| {
            let State::Customer(now) = tx.state(person)?.clone() else {
                unreachable!("a customer's subject folds to a customer");
            };
            let said = customer::credit(&now, id, amount_minor, 0, "late")?;
            tx.append(Said::new(person, "customer.credited", &said))?;
            let paid = customer::PaidOut {
                payment: PaymentId(id.0),
                method: "cash".into(),
                amount_minor,
                rounding_minor: 0,
                reason: None,
            };
            tx.append(Said::new(person, "customer.paid_out", &paid))
        })
    }

    /// What another device spent meanwhile is not known here.
    fn replace_card(&mut self, card: GiftCardId, code: &str, left: i64) -> Result<(), BookError> {
        self.write(|tx| {
            let State::GiftCard(now) = tx.state(card_subject(card))?.clone() else {
                unreachable!("a card's subject folds to a card");
            };
            let by = id_of_code(code);
            let State::GiftCard(new) = tx.state(card_subject(by))?.clone() else {
                unreachable!("a card's subject folds to a card");
            };
            let said = gift_card::replace(&now, (by, &new), code, left)?;
            tx.append(Said::new(card_subject(card), "gift_card.replaced", &said))?;
            let blocked = Blocked { reason: None };
            tx.append(Said::new(card_subject(card), "gift_card.blocked", &blocked))?;
            let issued = gift_card::issue(code, None, tx.business_day())?;
            tx.append(Said::new(card_subject(by), "gift_card.issued", &issued))
        })
    }
}
