//! What a document about an order says.
use book::dto::{Customer, LotShown, Order, OrderReturn};
use documents::{Content, Fact, Kind, Party};
use domain::Day;
use domain::settings::{PaperLook, PaperPlace, Settings, Sheet};
use std::collections::BTreeMap;
use uuid::Uuid;

use super::address;
use super::figures::{Figures, digits, kept_milli};
use super::ship_to::ship_to;
use super::words::{Words, with};
use crate::language::Language;

/// What a document is made from.
pub(super) struct Source<'a> {
    pub settings: &'a Settings,
    pub look: &'a PaperLook,
    pub has_logo: bool,
    pub order: &'a Order,
    pub customer: Option<&'a Customer>,
    /// Where its goods lie, by product; nothing where nobody fetches them.
    pub places: &'a BTreeMap<Uuid, String>,
    /// Which lots of a line's goods to take, by its number.
    pub lots: &'a BTreeMap<i64, Vec<LotShown>>,
    /// The return that a credit note is about.
    pub credit: Option<&'a OrderReturn>,
    pub language: Language,
    /// The day on the document.
    pub day: Day,
    /// The day until which an invoice is to be paid.
    pub pay_by: Option<Day>,
}

/// A document of a kind; `number` is the invoice's own.
pub(super) fn content(source: &Source<'_>, kind: Kind, number: Option<&str>) -> Content {
    let pen = Pen {
        source,
        words: Words::of(source.language),
        figures: Figures::new(source.language, digits(&source.order.currency)),
    };
    let own = number.map_or_else(|| pen.number(kind), |number| Some(number.to_owned()));
    let (columns, rows) = pen.table(kind);
    let (sums, mut closing) = if is_priced(kind) {
        (pen.sums(kind), pen.closing(kind))
    } else {
        (Vec::new(), pen.note())
    };
    closing.extend(said_at(source, kind, PaperPlace::Closing));
    Content {
        language: source.language.tag().to_owned(),
        title: pen.words.title(kind).to_owned(),
        number: own,
        date: source.day.to_string(),
        sender: sender(source.settings),
        recipient: pen.recipient(kind),
        facts: pen.facts(kind),
        opening: said_at(source, kind, PaperPlace::Opening),
        columns,
        rows,
        sums,
        closing,
        legal: legal(source.settings, pen.words, is_priced(kind)),
        page_words: pen.words.page.to_owned(),
        ..dressed(source.look, source.has_logo, kind, source.language)
    }
}

/// A content that says nothing yet, as the business's documents of a kind look.
pub(super) fn dressed(look: &PaperLook, has_logo: bool, kind: Kind, language: Language) -> Content {
    let lines = |text: &str| text.lines().map(str::to_owned).collect();
    let foot = look.text(PaperPlace::Foot, kind.word(), language.tag());
    Content {
        foot: foot.map(lines).unwrap_or_default(),
        head: lines(&look.letterhead),
        accent: look.accent.clone(),
        sheet: match look.sheet {
            Sheet::A4 => "a4".to_owned(),
            Sheet::Letter => "us-letter".to_owned(),
        },
        has_logo,
        ..Content::default()
    }
}

fn said_at(source: &Source<'_>, kind: Kind, place: PaperPlace) -> Option<String> {
    let said = source.look.text(place, kind.word(), source.language.tag());
    said.map(str::to_owned)
}

/// Whether the document speaks of money.
pub(super) fn is_priced(kind: Kind) -> bool {
    !matches!(kind, Kind::PackingSlip | Kind::PickList | Kind::Label)
}

/// The business.
pub(super) fn sender(settings: &Settings) -> Party {
    let terms = &settings.terms;
    let lines = |text: &Option<String>| -> Vec<String> {
        let lines = text.iter().flat_map(|text| text.lines());
        lines.map(str::to_owned).collect()
    };
    Party {
        name: terms.name.clone().unwrap_or_default(),
        address: lines(&terms.address),
        contact: [lines(&terms.phone), lines(&terms.email)].concat(),
    }
}

/// What the law wants at the foot of each page, and where to pay.
pub(super) fn legal(settings: &Settings, words: &Words, is_priced: bool) -> Vec<String> {
    let terms = &settings.terms;
    let said = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let number = said(&terms.tax_number).map(|number| with(words.tax_number, &[&number]));
    let account = said(&terms.bank_account).filter(|_| is_priced);
    let account = account.map(|account| with(words.account, &[&account]));
    [said(&terms.name), number, account]
        .into_iter()
        .flatten()
        .collect()
}

pub(super) struct Pen<'a> {
    pub source: &'a Source<'a>,
    pub words: &'static Words,
    pub figures: Figures,
}

impl Pen<'_> {
    /// A document without a number of its own has the order's; a draft has none yet.
    fn number(&self, kind: Kind) -> Option<String> {
        let order = self.source.order;
        let quote = order.quote.as_ref().filter(|_| kind == Kind::Quote);
        let credit = self.source.credit.filter(|_| kind == Kind::CreditNote);
        let number = match (quote, credit) {
            (Some(quote), _) => &quote.number,
            (_, Some(credit)) => &credit.number,
            _ => &order.head.number,
        };
        (kind != Kind::Invoice && !number.is_empty()).then(|| number.clone())
    }

    /// A pick list stays in the shop.
    fn recipient(&self, kind: Kind) -> Option<Party> {
        let customer = self.source.customer.filter(|_| kind != Kind::PickList)?;
        let home = self.source.settings.terms.country.as_deref();
        let own = customer.address.as_ref();
        let own = own.map(|address| address::lines(address, home.unwrap_or_default()));
        let lines = ship_to(self.source.order, kind).or(own);
        let tax_number = customer.tax_number.as_ref();
        let contact = tax_number.map(|number| with(self.words.tax_number, &[number]));
        Some(Party {
            name: customer.row.name.clone(),
            address: lines.unwrap_or_default(),
            contact: contact.into_iter().filter(|_| is_priced(kind)).collect(),
        })
    }

    fn facts(&self, kind: Kind) -> Vec<Fact> {
        let (order, words) = (self.source.order, self.words);
        let is_paper = kind != Kind::Label;
        let code = self.source.customer.and_then(|it| it.row.code.clone());
        let placed = order.head.placed_local.as_deref();
        let day = |text: &str| self.figures.day_of(text);
        let until = order.quote.as_ref().map(|quote| day(&quote.valid_until));
        let promised = order.promised.as_deref().map(day);
        let foreign = order.head.external_id.clone();
        let number = Some(order.head.number.clone());
        let date = self.figures.day(self.source.day);
        let all = [
            (words.date, is_paper.then_some(date)),
            (words.order, number.filter(|_| kind != Kind::Quote)),
            (words.valid_until, until.filter(|_| kind == Kind::Quote)),
            (
                words.promised,
                promised.filter(|_| kind == Kind::Confirmation),
            ),
            (words.placed, placed.filter(|_| is_paper).map(day)),
            (
                words.invoice,
                self.invoice().filter(|_| kind == Kind::CreditNote),
            ),
            (words.reference, order.reference.clone().or(foreign)),
            (words.customer, code.filter(|_| is_paper)),
            (
                words.pay_by,
                self.source.pay_by.map(|day| self.figures.day(day)),
            ),
            (
                words.parcels,
                (!is_paper).then(|| self.figures.quantity(self.open_milli())),
            ),
        ];
        let there = all.into_iter().filter_map(|(label, value)| {
            let value = value.filter(|value| !value.is_empty())?;
            Some(Fact {
                label: label.to_owned(),
                value,
            })
        });
        there.collect()
    }

    /// The number of the invoice that was issued.
    fn invoice(&self) -> Option<String> {
        let mut issued = self.source.order.documents.iter();
        let invoice = issued.find(|one| one.kind == book::dto::IssuedKind::Invoice);
        invoice.map(|invoice| invoice.number.clone())
    }

    fn open_milli(&self) -> i64 {
        let goods = self.source.order.lines.iter().filter(|line| !line.service);
        goods
            .map(|line| kept_milli(line) - line.shipped_milli)
            .sum()
    }

    /// Who packs must know what was asked for.
    fn note(&self) -> Vec<String> {
        self.source.order.note.iter().cloned().collect()
    }
}
