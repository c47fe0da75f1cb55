//! What a statement of account says: the account as the book reads it, put into words. Nothing is
//! added up here.
use book::dto::{Customer, Statement, StatementKind, StatementOpen, StatementRow};
use documents::{Align, Content, Fact, Kind, Party, Row, Table, Template};
use domain::Day;
use domain::settings::{PaperLook, PaperPlace, Papers, Settings};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::figures::{Figures, digits};
use super::letter::{dressed, legal, sender};
use super::statement_words::StatementWords;
use super::sums::strong;
use super::table::{column, wide};
use super::words::{Words, with};
use super::{address, dress};
use crate::App;
use crate::day::parse;
use crate::error::AppError;
use crate::language::Language;

/// Whose account, over which days, in which words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct StatementInput {
    /// The customer.
    #[ts(optional = false)]
    pub customer: Uuid,
    /// The first business day.
    #[ts(optional = false)]
    pub from: String,
    /// The last business day.
    #[ts(optional = false)]
    pub to: String,
    /// The language of its words; English when absent.
    pub language: Option<Language>,
}

/// What statements are made with: the same for all of a batch.
pub(super) struct StatementPen {
    settings: Settings,
    papers: Papers,
    look: PaperLook,
    language: Language,
    today: Day,
    trains: bool,
}

/// A statement on its way.
pub(super) struct MadeStatement {
    pub content: Content,
    pub account: Statement,
}

/// Reads a period; its last day is not before its first.
pub(super) fn period(from: &str, to: &str) -> Result<(Day, Day), AppError> {
    let (from, to) = (parse("from", from)?, parse("to", to)?);
    if to < from {
        return Err(AppError::at("to", "day_before_first"));
    }
    Ok((from, to))
}

/// The statement that is asked for, and the template that it is typeset with.
pub(super) fn made(
    app: &App,
    input: &StatementInput,
) -> Result<(MadeStatement, Template), AppError> {
    let period = period(&input.from, &input.to)?;
    let pen = StatementPen::new(app, input.language.unwrap_or_default())?;
    Ok((pen.statement(app, input.customer, period)?, pen.template()))
}

impl StatementPen {
    pub fn new(app: &App, language: Language) -> Result<Self, AppError> {
        let book = app.book()?.book.id();
        let (settings, papers, trains) = app.read_rows(|read| {
            let trains = read.trains_for()?.is_some();
            Ok((read.settings()?, dress::now(read, book)?, trains))
        })?;
        Ok(Self {
            settings,
            look: papers.look.clone().unwrap_or_default(),
            papers,
            language,
            today: app.today()?,
            trains,
        })
    }

    pub fn template(&self) -> Template {
        dress::template(&self.papers, Kind::Statement)
    }

    /// A customer's account over a period, in words.
    pub fn statement(
        &self,
        app: &App,
        customer: Uuid,
        (from, to): (Day, Day),
    ) -> Result<MadeStatement, AppError> {
        let (customer, account) = app.read(|read| {
            let account = read.statement(customer, from, to)?;
            Ok((read.customer(customer)?, account))
        })?;
        let sheet = Sheet {
            pen: self,
            words: Words::of(self.language),
            own: StatementWords::of(self.language),
            figures: Figures::new(self.language, digits(&account.currency)),
            customer: &customer,
            account: &account,
        };
        let content = sheet.content();
        Ok(MadeStatement { content, account })
    }

    fn said(&self, place: PaperPlace) -> Option<String> {
        let (kind, language) = (Kind::Statement.word(), self.language.tag());
        self.look.text(place, kind, language).map(str::to_owned)
    }
}

/// One statement while it is being written.
struct Sheet<'a> {
    pen: &'a StatementPen,
    words: &'static Words,
    own: &'static StatementWords,
    figures: Figures,
    customer: &'a Customer,
    account: &'a Statement,
}

impl Sheet<'_> {
    fn content(&self) -> Content {
        let (pen, account) = (self.pen, self.account);
        let until = self.figures.day_of(&account.to);
        let closing = with(self.own.closing, &[&account.currency, &until]);
        Content {
            language: pen.language.tag().to_owned(),
            title: self.words.title(Kind::Statement).to_owned(),
            mark: pen.trains.then(|| self.words.training.to_owned()),
            date: pen.today.to_string(),
            sender: sender(&pen.settings),
            recipient: Some(self.recipient()),
            facts: self.facts(),
            opening: pen.said(PaperPlace::Opening),
            columns: vec![
                column(self.words.date, Align::Start),
                wide(self.own.entry),
                column(self.own.debit, Align::End),
                column(self.own.credit, Align::End),
                column(self.own.balance, Align::End),
            ],
            rows: self.rows(),
            sums: vec![strong(&closing, self.figures.money(account.closing_minor))],
            tables: self.tables(),
            closing: self.closing(),
            legal: legal(&pen.settings, self.words, true),
            page_words: self.words.page.to_owned(),
            ..dressed(
                &pen.look,
                pen.papers.logo().is_some(),
                Kind::Statement,
                pen.language,
            )
        }
    }

    fn recipient(&self) -> Party {
        let home = self.pen.settings.terms.country.as_deref();
        let known = self.customer.address.as_ref();
        let lines = known.map(|known| address::lines(known, home.unwrap_or_default()));
        Party {
            name: self.customer.row.name.clone(),
            address: lines.unwrap_or_default(),
            contact: Vec::new(),
        }
    }

    fn facts(&self) -> Vec<Fact> {
        let (account, figures) = (self.account, &self.figures);
        let days = [figures.day_of(&account.from), figures.day_of(&account.to)];
        let period = with(self.own.from_to, &[&days[0], &days[1]]);
        let all = [
            (self.words.date, Some(figures.day(self.pen.today))),
            (self.own.period, Some(period)),
            (self.words.customer, self.customer.row.code.clone()),
            (self.own.currency, Some(account.currency.clone())),
        ];
        let there = all.into_iter().filter_map(|(label, value)| {
            let (label, value) = (label.to_owned(), value?);
            Some(Fact { label, value })
        });
        there.collect()
    }

    /// What was owed before, and everything that moved it.
    fn rows(&self) -> Vec<Row> {
        let opening = vec![
            self.figures.day_of(&self.account.from),
            self.own.opening.to_owned(),
            String::new(),
            String::new(),
            self.figures.money(self.account.opening_minor),
        ];
        let moved = self.account.rows.iter().map(|row| self.row(row));
        let rows = [Row {
            cells: opening,
            detail: None,
        }];
        rows.into_iter().chain(moved).collect()
    }

    fn row(&self, row: &StatementRow) -> Row {
        let amount = |minor: i64| match minor {
            0 => String::new(),
            minor => self.figures.money(minor),
        };
        Row {
            cells: vec![
                self.figures.day_of(&row.day),
                self.entry(row),
                amount(row.debit_minor),
                amount(row.credit_minor),
                self.figures.money(row.balance_minor),
            ],
            detail: self.detail(row),
        }
    }

    /// What a row is about, by the number that the customer knows.
    fn entry(&self, row: &StatementRow) -> String {
        let number = row.number.as_deref().unwrap_or_default();
        match &row.invoice {
            Some(invoice) => format!("{} {invoice}", self.words.invoice),
            None => format!("{} {number}", self.own.kind(row.kind)),
        }
    }

    fn detail(&self, row: &StatementRow) -> Option<String> {
        let order = row.invoice.is_some().then(|| row.number.clone()).flatten();
        let order = order.map(|number| format!("{} {number}", self.words.order));
        let text = row.text.as_deref().map(|text| match row.kind {
            StatementKind::Payment | StatementKind::Refund => self.words.method(text).to_owned(),
            StatementKind::Order => format!("{} {text}", self.words.reference),
            _ => text.to_owned(),
        });
        let said: Vec<String> = order.into_iter().chain(text).collect();
        (!said.is_empty()).then(|| said.join(" · "))
    }

    /// What is open, and how old that is.
    fn tables(&self) -> Vec<Table> {
        if self.account.open.is_empty() {
            return Vec::new();
        }
        let ageing = self.account.ageing;
        let ages = [
            ageing.current_minor,
            ageing.days_30_minor,
            ageing.days_60_minor,
            ageing.days_90_minor,
            ageing.older_minor,
        ];
        let ageing = Table {
            title: self.own.ageing.to_owned(),
            columns: self
                .own
                .ages
                .map(|age| documents::Column {
                    wide: true,
                    ..column(age, Align::End)
                })
                .to_vec(),
            rows: vec![Row {
                cells: ages.map(|minor| self.figures.money(minor)).to_vec(),
                detail: None,
            }],
        };
        let open = Table {
            title: self.own.open.to_owned(),
            columns: vec![
                column(self.words.placed, Align::Start),
                wide(self.own.entry),
                column(self.words.pay_by, Align::Start),
                column(self.words.due, Align::End),
            ],
            rows: self.account.open.iter().map(|it| self.open(it)).collect(),
        };
        vec![ageing, open]
    }

    fn open(&self, open: &StatementOpen) -> Row {
        let day = |day: &String| self.figures.day_of(day);
        let entry = match &open.invoice {
            Some(invoice) => format!("{} {invoice}", self.words.invoice),
            None => format!("{} {}", self.words.order, open.number),
        };
        Row {
            cells: vec![
                day(&open.day),
                entry,
                open.due_day.as_ref().map(day).unwrap_or_default(),
                self.figures.money(open.due_minor),
            ],
            detail: None,
        }
    }

    fn closing(&self) -> Vec<String> {
        let account = self.account;
        let held_minor = account.credit_closing_minor;
        let held = (held_minor != 0).then(|| {
            let amount = self.figures.money(held_minor);
            with(self.own.held, &[&account.currency, &amount])
        });
        let said = self.pen.said(PaperPlace::Closing);
        held.into_iter().chain(said).collect()
    }
}
