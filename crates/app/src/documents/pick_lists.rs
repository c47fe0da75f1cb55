//! The pick lists of several orders in one document, each on pages of its own, after a list of what
//! all of them need together.
use book::dto::Order;
use documents::{Content, Fact, Kind};
use domain::Day;
use domain::settings::{PaperLook, Papers, Settings};

use super::dress;
use super::figures::{Figures, digits};
use super::letter::{Source, content, dressed, legal, sender};
use super::made::{DocumentKind, check};
use super::preview::refused;
use super::wave::Wave;
use super::words::Words;
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
    /// What all of them need, where that is asked for.
    wave: Option<Wave>,
}

impl PickLists {
    /// None yet.
    pub(crate) fn new(app: &App, language: Language, wave: bool) -> Result<Self, AppError> {
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
            wave: wave.then(Wave::default),
        })
    }

    /// What the document is called.
    pub(crate) fn title(&self) -> &'static str {
        Words::of(self.language).title(Kind::PickList)
    }

    /// Adds the list of an order; refuses one of which nothing is to be shipped.
    pub(crate) fn add(&mut self, app: &App, order: &Order) -> Result<(), AppError> {
        check(order, DocumentKind::PickList)?;
        if order.lines.iter().all(|line| line.open_milli <= 0) {
            return Err(AppError::conflict("nothing_open"));
        }
        let id = order.head.id;
        let places = app.read_rows(|read| read.places_of(order))?;
        let picked = app.read_rows(|read| read.order_pick(id, None, self.day))?;
        let lots = picked.by_line();
        let source = Source {
            settings: &self.settings,
            look: &self.look,
            has_logo: self.papers.logo().is_some(),
            order,
            customer: None,
            places: &places,
            lots: &lots,
            credit: None,
            language: self.language,
            day: self.day,
            pay_by: None,
        };
        self.lists.push(content(&source, Kind::PickList, None));
        if let Some(wave) = &mut self.wave {
            wave.add(order, &places);
        }
        Ok(())
    }

    /// All lists as one PDF; `None` when there are none.
    pub(crate) fn pdf(&self, app: &App) -> Result<Option<Vec<u8>>, AppError> {
        let template = dress::template(&self.papers, Kind::PickList);
        let wave = self.wave.as_ref().filter(|wave| wave.is_several());
        let together = wave.map(|wave| self.together(wave));
        let all: Vec<Content> = together.into_iter().chain(self.lists.clone()).collect();
        let bound = app.typesetter().bound(&template, &all);
        bound.map_err(|error| refused(error, Kind::PickList))
    }

    /// The list of what all orders need.
    fn together(&self, wave: &Wave) -> Content {
        let words = Words::of(self.language);
        let figures = Figures::new(self.language, digits(self.settings.currency()));
        let has_logo = self.papers.logo().is_some();
        let bare = Content {
            language: self.language.tag().to_owned(),
            date: self.day.to_string(),
            sender: sender(&self.settings),
            facts: vec![Fact {
                label: words.date.to_owned(),
                value: figures.day(self.day),
            }],
            legal: legal(&self.settings, words, false),
            page_words: words.page.to_owned(),
            ..dressed(&self.look, has_logo, Kind::PickList, self.language)
        };
        wave.content(words, &figures, bare)
    }
}
