//! The pick lists of several orders in one file, each on pages of its own.
use book::dto::Order;
use documents::{Content, Kind};
use domain::Day;
use domain::settings::{PaperLook, Papers, Settings};

use super::dress;
use super::letter::{Source, content};
use super::made::{DocumentKind, check};
use super::preview::refused;
use crate::App;
use crate::error::AppError;
use crate::language::Language;

/// What is to be fetched from the shelves for several orders.
pub(crate) struct PickLists {
    settings: Settings,
    papers: Papers,
    look: PaperLook,
    language: Language,
    day: Day,
    lists: Vec<Content>,
}

impl PickLists {
    /// None yet.
    pub(crate) fn new(app: &App, language: Language) -> Result<Self, AppError> {
        let book = app.book()?.book.id();
        let said = app.read_rows(|read| Ok((read.settings()?, dress::now(read, book)?)))?;
        let (settings, papers) = said;
        Ok(Self {
            settings,
            look: papers.look.clone().unwrap_or_default(),
            papers,
            language,
            day: app.today()?,
            lists: Vec::new(),
        })
    }

    /// Adds the list of an order; refuses one of which nothing is to be shipped.
    pub(crate) fn add(&mut self, order: &Order) -> Result<(), AppError> {
        check(order, DocumentKind::PickList)?;
        if order.lines.iter().all(|line| line.open_milli <= 0) {
            return Err(AppError::conflict("nothing_open"));
        }
        let source = Source {
            settings: &self.settings,
            look: &self.look,
            has_logo: self.papers.logo().is_some(),
            order,
            customer: None,
            credit: None,
            language: self.language,
            day: self.day,
            pay_by: None,
        };
        self.lists.push(content(&source, Kind::PickList, None));
        Ok(())
    }

    /// All lists as one PDF; `None` when there are none.
    pub(crate) fn pdf(&self, app: &App) -> Result<Option<Vec<u8>>, AppError> {
        let template = dress::template(&self.papers, Kind::PickList);
        let bound = app.typesetter().bound(&template, &self.lists);
        bound.map_err(|error| refused(error, Kind::PickList))
    }
}
