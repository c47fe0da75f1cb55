//! What becomes of an order besides being sold: quotes, changes, tags, owners.

use super::{Clerk, Products, order_in, subject};
use book::{BookError, Said};
use domain::attention::assign;
use domain::ids::EditId;
use domain::order::{self, DocumentInput, EditInput, LineInput};
use domain::{CustomerId, Day, OrderId, ProductId};

impl Clerk {
    /// Wants more or less of the first line, and one more line now and then.
    pub fn edit(
        &mut self,
        id: OrderId,
        more_milli: i64,
        product: ProductId,
    ) -> Result<(), BookError> {
        let own = EditId(self.id());
        self.write(|tx| {
            let now = order_in(tx, id)?;
            let kept = now.lines.values().filter(|line| line.quantity_milli != 0);
            let mut lines: Vec<LineInput> = kept
                .map(|line| LineInput {
                    line: Some(line.line),
                    quantity_milli: line.quantity_milli - now.cancelled_milli(line) + more_milli,
                    ..LineInput::default()
                })
                .collect();
            lines.extend((more_milli % 3 == 0).then(|| LineInput {
                product: Some(product),
                quantity_milli: 1_000,
                ..LineInput::default()
            }));
            let wanted = EditInput {
                lines: Some(lines),
                ..EditInput::default()
            };
            let settings = tx.settings().clone();
            let said = order::edit(&now, own, &wanted, &settings, &mut Products(tx))?;
            tx.append(Said::new(subject(id), "order.edited", &said))
        })
    }

    /// Writes an order of one thing down and offers it.
    pub fn quote(&mut self, customer: CustomerId, product: ProductId, valid_until: Day) -> OrderId {
        let id = OrderId(self.id());
        let input = DocumentInput {
            customer: Some(customer),
            channel: "phone".into(),
            lines: vec![LineInput {
                product: Some(product),
                quantity_milli: 1_000,
                ..LineInput::default()
            }],
            ..DocumentInput::default()
        };
        self.write(|tx| {
            let settings = tx.settings().clone();
            let document = order::compose(&input, &settings, &mut Products(tx), 0)?;
            tx.append(Said::new(subject(id), "order.drafted", &document))?;
            let number = format!("{}{}", order::QUOTE, tx.next_number("quote")?);
            let now = order_in(tx, id)?;
            let said = order::quote(&now, number, valid_until, valid_until)?;
            tx.append(Said::new(subject(id), "order.quoted", &said))
        })
        .unwrap();
        id
    }

    pub fn decline(&mut self, id: OrderId) -> Result<(), BookError> {
        self.change(id, "order.declined", |now, _| order::decline(now, None))
    }

    /// Places what was offered.
    pub fn accept(&mut self, id: OrderId) -> Result<(), BookError> {
        self.write(|tx| {
            let now = order_in(tx, id)?;
            now.check(order::Action::Place)?;
            let document = order::Document {
                lines: now.lines.values().cloned().collect(),
                ..now.document.clone()
            };
            let placed = order::place(document, tx.next_number("order")?)?;
            tx.append(Said::new(subject(id), "order.placed", &placed))
        })
    }

    pub fn reopen(&mut self, id: OrderId) -> Result<(), BookError> {
        self.change(id, "order.reopened", |now, _| order::reopen(now, None))
    }

    pub fn assign(&mut self, id: OrderId, owner: Option<&str>) -> Result<(), BookError> {
        self.change(id, "order.assigned", |_, _| assign("on_hold", owner))
    }

    pub fn tag(&mut self, id: OrderId, tag: &str) -> Result<(), BookError> {
        self.change(id, "order.tagged", |now, _| {
            order::tag(now, &[tag.to_owned()])
        })
    }

    /// Shows its page until a day, or withdraws it.
    pub fn show(&mut self, id: OrderId, until: Option<Day>) -> Result<(), BookError> {
        let Some(page_until) = until else {
            return self.change(id, "order.unpublished", |now, _| order::unpublish(now));
        };
        let link = format!("link {}", self.id());
        self.change(id, "order.published", |now, _| {
            let known = now.pages.shown.first().map(|page| page.said.link.clone());
            let said = order::Published {
                link: known.unwrap_or(link),
                place: "https://hub.example".into(),
                language: "en".into(),
                page_until,
                until_ms: i64::from(page_until.0) * 86_400_000,
            };
            order::publish(now, said, page_until)
        })
    }

    pub fn take_back(&mut self, id: OrderId) -> Result<(), BookError> {
        let own = EditId(self.id());
        self.write(|tx| {
            let now = order_in(tx, id)?;
            let said = order::take_back(&now, own, tx.settings())?;
            tx.append(Said::new(subject(id), "order.edited", &said))
        })
    }
}
