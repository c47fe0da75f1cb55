//! What comes back of orders.

use super::{Clerk, order_in, subject};
use book::{BookError, Said};
use domain::OrderId;
use domain::ids::ReturnId;
use domain::order::{self, RequestedLine, Returned, ReturnedLine};

impl Clerk {
    pub fn request_return(&mut self, id: OrderId, milli: i64) -> Result<(), BookError> {
        self.change(id, "order.return_requested", |now, own| {
            let asked = [RequestedLine {
                line: 1,
                component: None,
                quantity_milli: milli,
            }];
            order::request_return(now, ReturnId(own), &asked, None)
        })
    }

    pub fn receive_return(
        &mut self,
        id: OrderId,
        restocked_milli: i64,
        scrapped_milli: i64,
    ) -> Result<(), BookError> {
        let back = ReturnedLine {
            line: 1,
            restocked_milli,
            scrapped_milli,
            ..ReturnedLine::default()
        };
        self.take_back_goods(id, back)
    }

    /// Takes goods back, whole or a component of a bundle.
    pub fn take_back_goods(&mut self, id: OrderId, back: ReturnedLine) -> Result<(), BookError> {
        let own = self.id();
        self.write(|tx| {
            let now = order_in(tx, id)?;
            let number = format!("{}{}", order::CREDIT_NOTE, tx.next_number("credit_note")?);
            let said = Returned {
                lots: Vec::new(),
                location: None,
                till: None,
                received: ReturnId(own),
                number,
                request: None,
                reason: None,
                lines: vec![back],
            };
            let said = order::receive_return(&now, said)?;
            tx.append(Said::new(subject(id), "order.returned", &said))
        })
    }
}
