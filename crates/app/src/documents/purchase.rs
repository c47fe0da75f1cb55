//! What a purchase order says: the purchase as the book shows it, put into words. What was issued
//! says what it said then.
use book::Read;
use book::dto::{Purchase, PurchaseLine, PurchaseStage, Supplier};
use documents::{Align, Content, Fact, Kind, Party, Row, Sum, Template};
use domain::Day;
use domain::settings::{PaperPlace, Papers, Settings};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::dress;
use super::figures::{Figures, digits};
use super::letter::{dressed, legal, sender};
use super::made::Kept;
use super::purchase_words::PurchaseWords;
use super::sums::{strong, sum};
use super::table::{column, wide};
use super::words::{Words, with};
use crate::App;
use crate::error::AppError;
use crate::language::Language;

/// Which purchase order is meant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PurchasePaperInput {
    /// The purchase.
    #[ts(optional = false)]
    pub purchase: Uuid,
    /// An issued document: what it said then. What it would say now when absent.
    pub document: Option<Uuid>,
    /// The language of its words; English when absent. An issued document keeps its own.
    pub language: Option<Language>,
}

/// Everything that a purchase order is made from.
pub(super) struct PurchaseMaterial {
    pub purchase: Purchase,
    supplier: Supplier,
    settings: Settings,
    pub papers: Papers,
    trains: bool,
}

impl PurchaseMaterial {
    pub fn read(read: Read<'_>, book: Uuid, id: Uuid) -> book::Result<Self> {
        let purchase = read.purchase(id)?;
        Ok(Self {
            supplier: read.supplier(purchase.row.supplier)?,
            settings: read.settings()?,
            papers: dress::now(read, book)?,
            trains: read.trains_for()?.is_some(),
            purchase,
        })
    }

    pub fn content(&self, language: Language, day: Day) -> Content {
        let pen = Pen {
            material: self,
            language,
            words: Words::of(language),
            own: PurchaseWords::of(language),
            figures: Figures::new(language, digits(&self.purchase.currency)),
        };
        pen.content(day)
    }
}

/// The purchase order that is asked for, and the template that it is typeset with.
pub(super) fn made(app: &App, asked: &PurchasePaperInput) -> Result<(Content, Template), AppError> {
    let book = app.book()?.book.id();
    if let Some(document) = asked.document {
        return issued(app, asked.purchase, (book, document));
    }
    let material = app.read_rows(|read| PurchaseMaterial::read(read, book, asked.purchase))?;
    if material.purchase.row.stage == PurchaseStage::Return {
        return Err(AppError::conflict("purchase_not_ordered"));
    }
    let content = material.content(asked.language.unwrap_or_default(), app.today()?);
    let template = dress::template(&material.papers, Kind::PurchaseOrder);
    Ok((content, template))
}

fn issued(
    app: &App,
    purchase: Uuid,
    (book, document): (Uuid, Uuid),
) -> Result<(Content, Template), AppError> {
    let (said, papers) = app.read_rows(|read| {
        let said = read.purchase_paper(purchase, document)?;
        Ok((said, dress::said(read, book)?))
    })?;
    let said = said.ok_or_else(|| AppError::not_found("document_unknown"))?;
    let said = serde_json::from_str(&said);
    let kept = Kept::read(said.map_err(|error| AppError::broken("internal").with(error))?)?;
    let template = dress::worn(&kept.dress, Kind::PurchaseOrder, &papers);
    Ok((kept.content, template))
}

/// One purchase order while it is being written.
struct Pen<'a> {
    material: &'a PurchaseMaterial,
    language: Language,
    words: &'static Words,
    own: &'static PurchaseWords,
    figures: Figures,
}

impl Pen<'_> {
    fn content(&self, day: Day) -> Content {
        let material = self.material;
        let look = material.papers.look.clone().unwrap_or_default();
        let kind = Kind::PurchaseOrder;
        let said = |place| {
            let said = look.text(place, kind.word(), self.language.tag());
            said.map(str::to_owned)
        };
        let note = material.purchase.note.clone();
        let closing = note.into_iter().chain(said(PaperPlace::Closing));
        Content {
            language: self.language.tag().to_owned(),
            title: self.words.title(kind).to_owned(),
            number: material.purchase.row.number.clone(),
            mark: self.mark(),
            date: day.to_string(),
            sender: sender(&material.settings),
            recipient: Some(self.recipient()),
            facts: self.facts(day),
            opening: said(PaperPlace::Opening),
            columns: vec![
                column(self.own.your_code, Align::Start),
                wide(self.words.item),
                column(self.words.quantity, Align::End),
                column(self.own.unit_cost, Align::End),
                column(self.words.total, Align::End),
            ],
            rows: material
                .purchase
                .lines
                .iter()
                .map(|it| self.row(it))
                .collect(),
            sums: self.sums(),
            closing: closing.collect(),
            legal: legal(&material.settings, self.words, false),
            page_words: self.words.page.to_owned(),
            ..dressed(&look, material.papers.logo().is_some(), kind, self.language)
        }
    }

    /// A draft says that nothing is ordered with it.
    fn mark(&self) -> Option<String> {
        let draft = self.material.purchase.row.stage == PurchaseStage::Draft;
        let training = self.material.trains.then_some(self.words.training);
        let mark = training.or(draft.then_some(self.own.draft));
        mark.map(str::to_owned)
    }

    fn recipient(&self) -> Party {
        let supplier = &self.material.supplier;
        let contact = supplier.row.contact.as_deref();
        let contact = contact.map(|name| with(self.own.contact, &[name]));
        let address = supplier.address.iter().flat_map(|text| text.lines());
        Party {
            name: supplier.row.name.clone(),
            address: contact
                .into_iter()
                .chain(address.map(str::to_owned))
                .collect(),
            contact: Vec::new(),
        }
    }

    fn facts(&self, day: Day) -> Vec<Fact> {
        let (supplier, purchase) = (&self.material.supplier, &self.material.purchase);
        let expected = purchase.expected.as_deref();
        let all = [
            (self.words.date, Some(self.figures.day(day))),
            (self.own.account, supplier.account.clone()),
            (
                self.own.expected,
                expected.map(|day| self.figures.day_of(day)),
            ),
            (self.words.order, purchase.row.number.clone()),
        ];
        let there = all.into_iter().filter_map(|(label, value)| {
            let (label, value) = (label.to_owned(), value?);
            Some(Fact { label, value })
        });
        there.collect()
    }

    fn row(&self, line: &PurchaseLine) -> Row {
        let figures = &self.figures;
        let ours = with(self.own.our_code, &[&line.sku]);
        let packs = line
            .pack_milli
            .filter(|pack| line.quantity_milli % pack == 0);
        let packs = packs.map(|pack| {
            let count = figures.quantity(line.quantity_milli / pack * 1_000);
            with(self.own.packs, &[&count, &figures.quantity(pack)])
        });
        let day = line
            .own_day
            .as_deref()
            .map(|day| format!("{}: {}", self.own.expected, figures.day_of(day)));
        let detail: Vec<String> = [Some(ours), packs, day].into_iter().flatten().collect();
        Row {
            cells: vec![
                line.code.clone().unwrap_or_default(),
                line.title.clone(),
                figures.quantity(line.quantity_milli),
                figures.price(line.unit_cost_micro),
                figures.money(line.total_minor),
            ],
            detail: Some(detail.join(" · ")),
        }
    }

    fn sums(&self) -> Vec<Sum> {
        let purchase = &self.material.purchase;
        let charges = purchase.charges.iter();
        let charges = charges.map(|one| sum(&one.name, self.figures.money(one.amount_minor)));
        let goods = sum(self.own.goods, self.figures.money(purchase.goods_minor));
        let parts = [goods].into_iter().chain(charges);
        let parts = parts.filter(|_| !purchase.charges.is_empty());
        let total = format!("{} {}", self.words.total, purchase.currency);
        let total = strong(&total, self.figures.money(purchase.row.total_minor));
        parts.chain([total]).collect()
    }
}
