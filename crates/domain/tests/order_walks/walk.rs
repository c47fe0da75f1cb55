//! A walk: whatever can be tried with one order, tried at random, forty times.

use super::shop::{
    Dice, Goods, change, entry, exchange, holder, notes, points, promote, settings, wish,
};
use domain::ids::{AttachmentId, EditId, PaymentId, ReturnId, ShipmentId};
use domain::order::{
    self, Attached, Document, EditInput, HoldReason, LineQuantity, Noted, Order, OrderLine, Placed,
    RequestedLine, Returned, ReturnedLine, Sold,
};
use domain::settings::Settings;
use domain::{Day, Entry, Refusal};
use serde::Serialize;

/// How often something is tried in a walk.
pub const STEPS: usize = 40;

/// A fold that may be wrong on purpose: what it does after each entry.
pub type Wrong = fn(&mut Order, &Entry);

/// One order and everything that was said about it.
pub struct Walk {
    dice: Dice,
    pub settings: Settings,
    day: i32,
    /// The order as folded step by step.
    pub order: Order,
    /// What was said.
    pub entries: Vec<Entry>,
    wrong: Option<Wrong>,
}

impl Walk {
    pub fn new(seed: u64, wrong: Option<Wrong>) -> Self {
        let mut dice = Dice(seed);
        let settings = settings(&mut dice);
        Self {
            dice,
            settings,
            day: 20_000,
            order: Order::default(),
            entries: Vec::new(),
            wrong,
        }
    }

    /// Tries something; true when it was not refused.
    pub fn step(&mut self) -> bool {
        if self.dice.once_in(4) {
            self.day += 1;
        }
        let tried = match self.dice.roll(27) {
            _ if self.entries.is_empty() => self.draft(),
            0 => self.amend(),
            1 => self.place(),
            2 => self.sell(),
            3 | 4 => self.pay(),
            5 | 6 => self.refund(),
            7 | 8 => self.fulfil(),
            9 => self.deliver(),
            10 => self.cancel(),
            11 => self.request_return(),
            12 | 13 => self.receive_return(),
            14 => self.hold(),
            15 | 16 => self.edit(),
            17 => self.take_back(),
            18 | 19 => self.quote(),
            20 => self.decline(),
            21 => self.tag(),
            22 => self.reopen().or_else(|_| self.note()),
            23 => self.attach().or_else(|_| self.detach()),
            24 | 25 => self.allocate(),
            // A draft is thrown away, or a hold is lifted: each where the other cannot be.
            _ => self.release().or_else(|_| self.discard()),
        };
        tried.is_ok()
    }

    fn say<P: Serialize>(&mut self, kind: &str, said: P) -> Result<(), Refusal> {
        let seq = self.entries.len() as u64 + 1;
        let entry = entry(seq, self.day, kind, &said);
        self.order.apply(&entry);
        if let Some(wrong) = self.wrong {
            wrong(&mut self.order, &entry);
        }
        self.entries.push(entry);
        Ok(())
    }

    fn document(&mut self) -> Result<Document, Refusal> {
        let used = self.order.lines.keys().chain(&self.order.removed);
        let last = used.copied().max().unwrap_or(0);
        let wish = wish(&mut self.dice, 5);
        let mut document = order::compose(&wish, &self.settings, &mut Goods, last)?;
        promote(&mut document, &self.settings, &mut self.dice);
        points(&mut document, &self.settings, &mut self.dice);
        Ok(document)
    }

    fn draft(&mut self) -> Result<(), Refusal> {
        let document = self.document()?;
        self.say("order.drafted", order::draft(document)?)
    }

    fn amend(&mut self) -> Result<(), Refusal> {
        let document = self.document()?;
        let said = order::amend(&self.order, document)?;
        self.say("order.amended", said)
    }

    fn placed(&mut self) -> Result<Placed, Refusal> {
        self.order.check(order::Action::Place)?;
        order::check_valid(&self.order, Day(self.day))?;
        let document = Document {
            lines: self.order.lines.values().cloned().collect(),
            ..self.order.document.clone()
        };
        order::place(document, "A-000001".into())
    }

    fn place(&mut self) -> Result<(), Refusal> {
        let said = Placed {
            waits: self.dice.once_in(2),
            ..self.placed()?
        };
        self.say("order.placed", said)
    }

    fn sell(&mut self) -> Result<(), Refusal> {
        let Placed {
            number, document, ..
        } = self.placed()?;
        let total_minor = document.lines.iter().map(|line| line.total_minor).sum();
        let notes = self.dice.once_in(3).then(|| notes(&mut self.dice));
        let paid = order::Paid {
            payment: PaymentId(self.dice.id()),
            method: "cash".into(),
            holder: None,
            exchange: None,
            book_minor: None,
            tendered_minor: notes.as_ref().map(|notes| notes.worth_minor),
            notes,
            amount_minor: document.in_book(total_minor),
            rounding_minor: 0,
            reference: None,
        };
        self.say(
            "order.sold",
            Sold {
                lots: Vec::new(),
                reason: None,
                number,
                payments: order::paid_abroad(&document, vec![paid]),
                document,
            },
        )
    }

    /// An amount up to a limit; sometimes all of it, sometimes too much.
    fn amount(&mut self, most: i64) -> i64 {
        match self.dice.roll(4) {
            0 => most + 1,
            1 => 1 + self.dice.roll(most.max(1)),
            _ => most,
        }
    }

    fn pay(&mut self) -> Result<(), Refusal> {
        let (id, amount) = (self.dice.id(), self.amount(self.order.due_minor()));
        let paid = order::pay(&self.order, PaymentId(id), "card", amount, None)?;
        let today = self.dice.once_in(2).then(|| exchange(&mut self.dice));
        let paid = order::paid_at(&self.order, paid, today);
        let holder = holder(&mut self.dice);
        self.say("order.paid", order::Paid { holder, ..paid })
    }

    fn refund(&mut self) -> Result<(), Refusal> {
        let (id, amount) = (self.dice.id(), self.amount(-self.order.due_minor()));
        let back = order::refund(&self.order, PaymentId(id), "card", amount, None)?;
        let today = self.dice.once_in(2).then(|| exchange(&mut self.dice));
        let back = order::refunded_at(&self.order, back, today);
        let holder = holder(&mut self.dice);
        self.say("order.refunded", order::Refunded { holder, ..back })
    }

    /// Some of the lines, each with some or all of a limit, now and then a little more.
    fn lines(&mut self, limit: impl Fn(&Order, &OrderLine) -> i64) -> Vec<LineQuantity> {
        let mut picked = Vec::new();
        for line in self.order.lines.values() {
            let most = limit(&self.order, line);
            if most != 0 && !self.dice.once_in(3) {
                let quantity_milli = match self.dice.roll(8) {
                    _ if line.gift_card.is_some() => most,
                    0 => most + 1,
                    1..4 => most,
                    _ => 1 + self.dice.roll(most),
                };
                picked.push(LineQuantity {
                    line: line.line,
                    quantity_milli,
                });
            }
        }
        picked
    }

    fn open_lines(&mut self) -> Option<Vec<LineQuantity>> {
        let some = !self.dice.once_in(3);
        some.then(|| self.lines(Order::open_milli))
    }

    fn allocate(&mut self) -> Result<(), Refusal> {
        let free = self.lines(Order::waiting_milli);
        let said = order::allocate(&self.order, &free)?;
        self.say("order.allocated", said)
    }

    fn fulfil(&mut self) -> Result<(), Refusal> {
        let (id, lines) = (ShipmentId(self.dice.id()), self.open_lines());
        let said = order::fulfil(&self.order, id, lines.as_deref(), Some("DHL"), None)?;
        self.say("order.fulfilled", said)
    }

    fn deliver(&mut self) -> Result<(), Refusal> {
        let sent = self.order.shipments.keys().copied().next();
        let said = order::deliver(&self.order, sent.unwrap_or(ShipmentId(self.dice.id())))?;
        self.say("order.delivered", said)
    }

    fn cancel(&mut self) -> Result<(), Refusal> {
        let lines = self.open_lines();
        let said = order::cancel(&self.order, lines.as_deref(), Some("changed mind"))?;
        self.say("order.cancelled", said)
    }

    fn discard(&mut self) -> Result<(), Refusal> {
        let said = order::discard(&self.order)?;
        self.say("order.cancelled", said)
    }

    fn request_return(&mut self) -> Result<(), Refusal> {
        let whole = self.lines(|order, line| order.returnable_milli(line.line));
        let whole = whole.into_iter().map(|part| ReturnedLine {
            line: part.line,
            restocked_milli: part.quantity_milli,
            ..ReturnedLine::default()
        });
        let mut parts: Vec<ReturnedLine> = whole.collect();
        self.loose(&mut parts);
        let asked = |part: &ReturnedLine| RequestedLine {
            line: part.line,
            component: part.component,
            quantity_milli: part.quantity_milli(),
        };
        let lines: Vec<RequestedLine> = parts.iter().map(asked).collect();
        let id = ReturnId(self.dice.id());
        let said = order::request_return(&self.order, id, &lines, Some("too small"))?;
        self.say("order.return_requested", said)
    }

    fn receive_return(&mut self) -> Result<(), Refusal> {
        let parts = self.lines(|order, line| order.returnable_milli(line.line));
        let mut lines = Vec::new();
        for part in parts {
            let scrapped_milli = self.dice.roll(part.quantity_milli + 1);
            lines.push(ReturnedLine {
                line: part.line,
                restocked_milli: part.quantity_milli - scrapped_milli,
                scrapped_milli,
                ..ReturnedLine::default()
            });
        }
        self.loose(&mut lines);
        let announced = self.order.return_requests.keys().copied().next();
        let said = Returned {
            lots: Vec::new(),
            location: None,
            till: None,
            received: ReturnId(self.dice.id()),
            number: "CN-A-000001".into(),
            request: announced.filter(|_| self.dice.once_in(2)),
            reason: None,
            lines,
        };
        let said = order::receive_return(&self.order, said)?;
        self.say("order.returned", said)
    }

    /// Now and then components of bundles come back by themselves, beside whole ones.
    fn loose(&mut self, lines: &mut Vec<ReturnedLine>) {
        for line in self.order.lines.values() {
            for one in &line.components {
                let most = self.order.returnable_component_milli(line, one.product);
                if most > 0 && self.dice.once_in(2) {
                    let milli = 1 + self.dice.roll(most);
                    let scrapped_milli = self.dice.roll(milli + 1);
                    lines.push(ReturnedLine {
                        line: line.line,
                        component: Some(one.product),
                        restocked_milli: milli - scrapped_milli,
                        scrapped_milli,
                        ..ReturnedLine::default()
                    });
                }
            }
        }
    }

    fn hold(&mut self) -> Result<(), Refusal> {
        let reason = HoldReason::ALL[self.dice.roll(5) as usize];
        let said = order::hold(&self.order, reason, None)?;
        self.say("order.held", said)
    }

    fn quote(&mut self) -> Result<(), Refusal> {
        let (today, until) = (Day(self.day), Day(self.day - 1 + self.dice.roll(9) as i32));
        let said = order::quote(&self.order, "Q-A-000001".into(), until, today)?;
        self.say("order.quoted", said)
    }

    fn decline(&mut self) -> Result<(), Refusal> {
        let said = order::decline(&self.order, Some("too dear"))?;
        self.say("order.declined", said)
    }

    fn note(&mut self) -> Result<(), Refusal> {
        order::note(&self.order, "called")?;
        self.say("order.noted", Noted {})
    }

    /// Puts a file there, or refuses when there are two.
    fn attach(&mut self) -> Result<(), Refusal> {
        let said = Attached {
            attachment: AttachmentId(self.dice.id()),
            sha256: "00".repeat(32),
            size_bytes: if self.order.attachments.len() < 2 {
                1
            } else {
                0
            },
            media_type: "text/plain".into(),
        };
        let (said, _) = order::attach(&self.order, said, "note.txt")?;
        self.say("order.attached", said)
    }

    fn detach(&mut self) -> Result<(), Refusal> {
        let first = self.order.attachments.keys().next().copied();
        let said = order::detach(&self.order, first.unwrap_or(AttachmentId(self.dice.id())))?;
        self.say("order.detached", said)
    }

    fn reopen(&mut self) -> Result<(), Refusal> {
        let said = order::reopen(&self.order, None)?;
        self.say("order.reopened", said)
    }

    fn tag(&mut self) -> Result<(), Refusal> {
        let tags: Vec<String> = (0..self.dice.roll(4))
            .map(|tag| format!("T{tag}"))
            .collect();
        let said = order::tag(&self.order, &tags)?;
        self.say("order.tagged", said)
    }

    fn edit(&mut self) -> Result<(), Refusal> {
        let wanted = change(&mut self.dice, &self.order);
        let said = self.edited(&wanted)?;
        self.say("order.edited", said)
    }

    fn edited(&mut self, wanted: &EditInput) -> Result<order::Edited, Refusal> {
        let id = EditId(self.dice.id());
        order::edit(&self.order, id, wanted, &self.settings, &mut Goods)
    }

    fn take_back(&mut self) -> Result<(), Refusal> {
        let id = EditId(self.dice.id());
        let said = order::take_back(&self.order, id, &self.settings)?;
        self.say("order.edited", said)
    }

    fn release(&mut self) -> Result<(), Refusal> {
        let said = order::release(&self.order, None)?;
        self.say("order.released", said)
    }
}
