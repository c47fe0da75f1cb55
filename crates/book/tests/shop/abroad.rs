//! Orders in another currency, with everything that is said in the book's own: promotions by
//! amount, points and gift cards.

use super::{Clerk, Products, loyalty, offers, order_in, subject};
use book::Said;
use domain::currency::Currency;
use domain::gift_card::{self, CardLine, id_of_code};
use domain::order::{self, DocumentInput, Exchange, LineInput};
use domain::pricing::ExchangeRate;
use domain::{CustomerId, Day, OrderId, ProductId, Subject, SubjectKind};

/// One of two rates from dollars to the shop's pounds.
fn exchange(step: u16) -> Exchange {
    let code = |code: &str| Currency::parse(code).unwrap();
    let rate_nano = [812_345_679, 1_234_567_891][usize::from(step % 2)];
    Exchange {
        rate: ExchangeRate::new(code("USD"), code("GBP"), rate_nano).unwrap(),
        day: Day(20_000),
        source: "bank".into(),
    }
}

fn goods(product: ProductId, quantity_milli: i64) -> LineInput {
    LineInput {
        product: Some(product),
        quantity_milli,
        ..LineInput::default()
    }
}

fn card(step: u16) -> LineInput {
    LineInput {
        title: Some("Gift card".into()),
        unit_price_micro: Some(1_000_000 + i64::from(step % 900) * 10_000),
        quantity_milli: 1_000,
        gift_card: Some(CardLine {
            code: format!("USD-{}", step % 2),
            expires: None,
        }),
        ..LineInput::default()
    }
}

impl Clerk {
    /// Places an order in dollars: with a card on it, or points redeemed, or promotions alone.
    pub fn place_abroad(
        &mut self,
        step: u16,
        customer: CustomerId,
        products: [ProductId; 2],
    ) -> OrderId {
        let id = OrderId(self.id());
        let mut lines: Vec<LineInput> = products.map(|product| goods(product, 3_000)).into();
        lines.extend((step.is_multiple_of(3)).then(|| card(step)));
        let input = DocumentInput {
            customer: Some(customer),
            channel: "phone".into(),
            exchange: Some(exchange(step)),
            lines,
            ..DocumentInput::default()
        };
        self.write(|tx| {
            let settings = tx.settings().clone();
            let mut document = order::compose(&input, &settings, &mut Products(tx), 0)?;
            offers::promote(tx, &mut document, &settings)?;
            let points = i64::from(step % 60);
            loyalty::earn(&mut document, points, &settings)?;
            let placed = order::place(document, tx.next_number("order")?)?;
            tx.append(Said::new(subject(id), "order.placed", &placed))?;
            let now = order_in(tx, id)?;
            for sold in now
                .lines
                .values()
                .filter_map(|line| line.gift_card.as_ref())
            {
                let issued = gift_card::issue(&sold.code, None, tx.business_day())?;
                let card = Subject::new(SubjectKind::GiftCard, id_of_code(&sold.code).0);
                tx.append(Said::new(card, "gift_card.issued", &issued))?;
            }
            Ok(())
        })
        .unwrap();
        id
    }
}
