//! Which slip is asked for, and making it: the receipt of an order, or the report of a till
//! session.
use book::Read;
use book::dto::{Order, TillReport};
use receipts::{Block, Slip};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::figures::Figures;
use super::words::SlipLanguage;
use super::{sale, till};
use crate::App;
use crate::error::AppError;

/// What is printed: the receipt of an order, or the report of a till session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SlipAsked {
    /// The order.
    pub order: Option<Uuid>,
    /// The till session; its X report while it is open.
    pub till: Option<Uuid>,
    /// The language; English when absent.
    pub language: Option<SlipLanguage>,
}

/// What a slip is about.
enum Subject {
    Order(Box<Order>),
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
    let open = app.book()?;
    let at_ms = app.now_ms();
    let offset_min = app.offset_min(at_ms);
    let (subject, settings, prefix, trains) = open.book.read_rows(|read| {
        let settings = read.settings()?;
        let prefix = read.device_prefix()?;
        let trains = read.trains_for()?.is_some();
        Ok((subject(read, asked)?, settings, prefix, trains))
    })?;
    let subject = subject.ok_or_else(|| AppError::at("order", "required"))?;
    let today = domain::Day::of_local(at_ms, offset_min, settings.cutoff_hour()).to_string();
    let figures = Figures::new(asked.language.unwrap_or_default(), &settings);
    let own = |number: &str| {
        number
            .rsplit_once('-')
            .is_some_and(|(own, _)| own == prefix)
    };
    let mut made = match subject {
        Subject::Order(order) => {
            let (id, number) = (order.head.id, order.head.number.clone());
            let late = !own(&number) || order.head.day != today;
            let issued = !number.is_empty();
            let copy = issued && (late || app.printed().holds(app, id));
            let cash = order
                .payments
                .iter()
                .any(|part| part.method == domain::till::CASH);
            Made {
                slip: sale::slip(&order, &settings, figures, copy),
                id,
                name: if issued { number } else { "draft".to_owned() },
                copy,
                issued,
                cash,
            }
        }
        Subject::Till(report) => {
            let number = report.number.clone();
            let issued = number.is_some();
            let late = report.till != prefix;
            let copy = issued && (late || app.printed().holds(app, report.id));
            Made {
                slip: till::slip(&report, &settings, figures, copy),
                id: report.id,
                name: number.map_or_else(|| "X".to_owned(), |number| format!("Z-{number}")),
                copy,
                issued,
                cash: false,
            }
        }
    };
    if trains {
        let words = figures.language.say("training").to_owned();
        made.slip.blocks.insert(0, Block::Centre(words));
    }
    Ok(made)
}

fn subject(read: Read<'_>, asked: &SlipAsked) -> book::Result<Option<Subject>> {
    Ok(match (asked.order, asked.till) {
        (Some(id), _) => Some(Subject::Order(Box::new(read.order(id)?))),
        (None, Some(id)) => Some(Subject::Till(Box::new(read.till_report(id, false)?))),
        (None, None) => None,
    })
}
