//! Which slip is asked for, and making it: the receipt of an order, or the report of a till
//! session.
use book::Read;
use book::dto::{Order, OrderPayment, OrderReturn, TillReport};
use domain::Day;
use domain::order::CREDIT_NOTE;
use domain::settings::Settings;
use receipts::{Block, Slip};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::figures::Figures;
use super::words::SlipLanguage;
use super::{credit, points, sale, till};
use crate::App;
use crate::error::AppError;

/// What is printed: the receipt of an order, or the report of a till session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SlipAsked {
    /// The order.
    pub order: Option<Uuid>,
    /// Of the order: the return whose credit note it is, instead of the receipt.
    pub credit: Option<Uuid>,
    /// The till session; its X report while it is open.
    pub till: Option<Uuid>,
    /// The language; English when absent.
    pub language: Option<SlipLanguage>,
}

/// What a slip is about.
enum Subject {
    /// With the points that its customer has now.
    Order(Box<Order>, Option<i64>),
    Credit(Box<Order>, Box<OrderReturn>),
    Till(Box<TillReport>),
}

/// A slip that was made.
pub(super) struct Made {
    pub(super) slip: Slip,
    /// What it is about.
    pub(super) id: Uuid,
    /// Its number, for a file's name.
    pub(super) name: String,
    /// It was printed before, or is not this device's of today.
    pub(super) copy: bool,
    /// Printing it again is a copy: it is issued.
    pub(super) issued: bool,
    /// Cash changed hands, so the drawer opens with it.
    pub(super) cash: bool,
}

/// Makes the slip that is asked for.
pub(super) fn make(app: &App, asked: &SlipAsked) -> Result<Made, AppError> {
    let (open, today) = (app.book()?, app.today()?);
    let (subject, settings, prefix, trains) = open.book.read_rows(|read| {
        let settings = read.settings()?;
        let prefix = read.device_prefix()?;
        let trains = read.trains_for()?.is_some();
        Ok((subject(read, asked, today)?, settings, prefix, trains))
    })?;
    let subject = subject.ok_or_else(|| AppError::at("order", "required"))?;
    let figures = Figures::new(asked.language.unwrap_or_default(), &settings);
    let press = Press {
        app,
        settings,
        prefix,
        figures,
    };
    let training = trains.then(|| press.figures.language.say("training").to_owned());
    let mut made = match subject {
        Subject::Order(order, points) => press.order(&order, points),
        Subject::Credit(order, back) => press.credit(&order, &back),
        Subject::Till(report) => press.till(&report),
    };
    if let Some(words) = training {
        made.slip.blocks.insert(0, Block::Centre(words));
    }
    Ok(made)
}

/// What makes slips.
struct Press<'a> {
    app: &'a App,
    settings: Settings,
    /// The prefix of this device's numbers.
    prefix: String,
    figures: Figures,
}

impl Press<'_> {
    fn order(&self, order: &Order, points: Option<i64>) -> Made {
        let (id, number) = (order.head.id, order.head.number.clone());
        let late = order.head.day != self.today(self.settings.cutoff_hour());
        let issued = !number.is_empty();
        let copy = issued && self.is_copy(&number, id, late);
        Made {
            slip: sale::slip((order, points), &self.settings, self.figures, copy),
            id,
            name: if issued { number } else { "draft".to_owned() },
            copy,
            issued,
            cash: in_cash(order.payments.iter()),
        }
    }

    fn credit(&self, order: &Order, back: &OrderReturn) -> Made {
        let late = !back.at_local.starts_with(&self.today(0));
        let copy = self.is_copy(&back.number, back.received, late);
        let money = order.payments.iter();
        Made {
            slip: credit::slip(order, back, &self.settings, self.figures, copy),
            id: back.received,
            name: back.number.clone(),
            copy,
            issued: true,
            cash: in_cash(money.filter(|part| back.payments.contains(&part.payment))),
        }
    }

    fn till(&self, report: &TillReport) -> Made {
        let number = report.number.clone();
        let late = report.till != self.prefix;
        let copy = number.is_some() && (late || self.was_printed(report.id));
        Made {
            slip: till::slip(report, &self.settings, self.figures, copy),
            id: report.id,
            copy,
            issued: number.is_some(),
            name: number.map_or_else(|| "X".to_owned(), |number| format!("Z-{number}")),
            cash: false,
        }
    }

    /// Printed before, of another day, or of another device.
    fn is_copy(&self, number: &str, id: Uuid, late: bool) -> bool {
        let number = number.strip_prefix(CREDIT_NOTE).unwrap_or(number);
        let own = number.rsplit_once('-').map(|(own, _)| own);
        late || own != Some(self.prefix.as_str()) || self.was_printed(id)
    }

    fn was_printed(&self, id: Uuid) -> bool {
        self.app.printed().holds(self.app, id)
    }

    /// The day that it is here, when days begin at this hour.
    fn today(&self, cutoff_hour: u8) -> String {
        let at_ms = self.app.now_ms();
        Day::of_local(at_ms, self.app.offset_min(at_ms), cutoff_hour).to_string()
    }
}

fn in_cash<'a>(mut money: impl Iterator<Item = &'a OrderPayment>) -> bool {
    money.any(|part| part.method == domain::till::CASH)
}

fn subject(read: Read<'_>, asked: &SlipAsked, today: Day) -> book::Result<Option<Subject>> {
    let order = |id| read.order(id).map(Box::new);
    Ok(match (asked.order, asked.credit, asked.till) {
        (Some(id), None, _) => {
            let order = order(id)?;
            let points = points::balance(read, &order, today)?;
            Some(Subject::Order(order, points))
        }
        (Some(id), Some(credit), _) => {
            let order = order(id)?;
            let mut returns = order.returns.iter();
            let back = returns.find(|back| back.received == credit).cloned();
            back.map(|back| Subject::Credit(order, Box::new(back)))
        }
        (None, _, Some(id)) => Some(Subject::Till(Box::new(read.till_report(id, false)?))),
        (None, _, None) => None,
    })
}
