//! What a document about an order says.
use book::dto::{Customer, Order, OrderLine, OrderTax};
use documents::{Align, Column, Content, Fact, Kind, Party, Row, Sum};
use domain::Day;
use domain::settings::Settings;
use domain::tax::TaxCategory;

use super::address;
use super::agreed::agreed;
use super::figures::{Figures, digits, discounts, has_order_discount, kept_milli};
use super::ship_to::ship_to;
use super::words::{Words, with};
use crate::language::Language;

/// What a document is made from.
pub(super) struct Source<'a> {
    pub settings: &'a Settings,
    pub order: &'a Order,
    pub customer: Option<&'a Customer>,
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
    let table = pen.table(kind);
    Content {
        language: source.language.tag().to_owned(),
        title: pen.words.title(kind).to_owned(),
        number: own,
        date: source.day.to_string(),
        sender: pen.sender(),
        recipient: pen.recipient(kind),
        facts: pen.facts(kind),
        columns: table.0,
        rows: table.1,
        sums: if is_priced(kind) {
            pen.sums(kind)
        } else {
            Vec::new()
        },
        closing: if is_priced(kind) {
            pen.closing(kind)
        } else {
            pen.note()
        },
        legal: pen.legal(),
        page_words: pen.words.page.to_owned(),
        ..Content::default()
    }
}

/// Whether the document speaks of money.
fn is_priced(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Quote | Kind::Confirmation | Kind::Invoice | Kind::CreditNote
    )
}

struct Pen<'a> {
    source: &'a Source<'a>,
    words: &'static Words,
    figures: Figures,
}

impl Pen<'_> {
    /// A document without a number of its own has the order's; a draft has none yet.
    fn number(&self, kind: Kind) -> Option<String> {
        let order = self.source.order;
        let quote = order.quote.as_ref().filter(|_| kind == Kind::Quote);
        let number = quote.map_or(&order.head.number, |quote| &quote.number);
        (kind != Kind::Invoice && !number.is_empty()).then(|| number.clone())
    }

    fn sender(&self) -> Party {
        let terms = &self.source.settings.terms;
        let lines = |text: &Option<String>| -> Vec<String> {
            text.iter()
                .flat_map(|text| text.lines().map(str::to_owned))
                .collect()
        };
        Party {
            name: terms.name.clone().unwrap_or_default(),
            address: lines(&terms.address),
            contact: [lines(&terms.phone), lines(&terms.email)].concat(),
        }
    }

    /// A pick list stays in the shop.
    fn recipient(&self, kind: Kind) -> Option<Party> {
        let customer = self.source.customer.filter(|_| kind != Kind::PickList)?;
        let home = self
            .source
            .settings
            .terms
            .country
            .as_deref()
            .unwrap_or_default();
        let own = customer.address.as_ref();
        let own = own.map(|address| address::lines(address, home));
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
        let code = self
            .source
            .customer
            .and_then(|customer| customer.row.code.clone());
        let placed = order.head.placed_local.as_deref();
        let day = |text: &str| self.figures.day_of(text);
        let until = order.quote.as_ref().map(|quote| day(&quote.valid_until));
        let promised = order.promised.as_deref().map(day);
        let foreign = order.head.external_id.clone();
        let all = [
            (
                words.date,
                is_paper.then(|| self.figures.day(self.source.day)),
            ),
            (
                words.order,
                Some(order.head.number.clone()).filter(|_| kind != Kind::Quote),
            ),
            (words.valid_until, until.filter(|_| kind == Kind::Quote)),
            (
                words.promised,
                promised.filter(|_| kind == Kind::Confirmation),
            ),
            (
                words.placed,
                placed
                    .filter(|_| is_paper)
                    .map(|at| self.figures.day_of(at)),
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

    fn open_milli(&self) -> i64 {
        let goods = self.source.order.lines.iter().filter(|line| !line.service);
        goods
            .map(|line| kept_milli(line) - line.shipped_milli)
            .sum()
    }

    fn table(&self, kind: Kind) -> (Vec<Column>, Vec<Row>) {
        let lines = self
            .source
            .order
            .lines
            .iter()
            .filter(|line| kept_milli(line) != 0);
        match kind {
            Kind::Label => (Vec::new(), Vec::new()),
            Kind::PackingSlip | Kind::PickList => {
                let goods = lines.filter(|line| !line.service);
                let goods = goods.filter(|line| kind == Kind::PackingSlip || line.open_milli > 0);
                (
                    self.goods_columns(kind),
                    goods.map(|line| self.goods_row(kind, line)).collect(),
                )
            }
            _ => (
                self.priced_columns(),
                lines.map(|line| self.priced_row(line)).collect(),
            ),
        }
    }

    fn goods_columns(&self, kind: Kind) -> Vec<Column> {
        let words = self.words;
        let last = if kind == Kind::PickList {
            column("", Align::Tick)
        } else {
            column(words.shipped, Align::End)
        };
        vec![
            column(words.sku, Align::Start),
            wide(words.item),
            column(words.to_ship, Align::End),
            last,
        ]
    }

    fn goods_row(&self, kind: Kind, line: &OrderLine) -> Row {
        let last = if kind == Kind::PickList {
            String::new()
        } else {
            self.figures.quantity(line.shipped_milli)
        };
        let cells = vec![
            line.sku.clone(),
            line.title.clone(),
            self.figures.quantity(line.open_milli),
            last,
        ];
        Row {
            cells,
            detail: None,
        }
    }

    fn priced_columns(&self) -> Vec<Column> {
        let words = self.words;
        vec![
            column(words.sku, Align::Start),
            wide(words.item),
            column(words.quantity, Align::End),
            column(words.unit_price, Align::End),
            column(words.tax, Align::End),
            column(words.total, Align::End),
        ]
    }

    fn priced_row(&self, line: &OrderLine) -> Row {
        let figures = &self.figures;
        let with_tax = self.source.order.prices_include_tax;
        let amount = if with_tax {
            line.total_minor
        } else {
            line.net_minor
        };
        let off = discounts(figures, line.discount_ppm, line.discount_minor);
        let rate = line
            .tax
            .as_ref()
            .map(|_| figures.percent(line.tax_rate_ppm));
        Row {
            cells: vec![
                line.sku.clone(),
                line.title.clone(),
                figures.quantity(kept_milli(line)),
                figures.price(line.unit_price_micro),
                rate.unwrap_or_default(),
                figures.money(amount),
            ],
            detail: (!off.is_empty()).then(|| with(self.words.off, &[&off.join(" + ")])),
        }
    }

    fn sums(&self, kind: Kind) -> Vec<Sum> {
        let (order, words) = (self.source.order, self.words);
        let mut sums = Vec::new();
        let taxes = order.taxes.iter().filter(|tax| tax.base_minor != 0);
        let taxes = taxes.map(|tax| self.tax(tax)).collect::<Vec<_>>();
        if !order.prices_include_tax {
            sums.push(sum(words.net, self.figures.money(order.net_minor)));
            sums.extend(taxes.iter().cloned());
        }
        let total = format!("{} {}", words.total, order.currency);
        sums.push(strong(&total, self.figures.money(order.head.total_minor)));
        if order.prices_include_tax {
            sums.extend(taxes);
        }
        if kind == Kind::Invoice && order.head.paid_minor != 0 {
            sums.push(sum(words.paid, self.figures.money(order.head.paid_minor)));
            sums.push(strong(words.due, self.figures.money(order.due_minor)));
        }
        sums
    }

    fn tax(&self, tax: &OrderTax) -> Sum {
        let known = self.source.settings.tax(&tax.code);
        let known = known.filter(|known| known.rate_ppm == tax.rate_ppm);
        let name = known.map_or_else(
            || format!("{} {}", self.words.tax, self.figures.percent(tax.rate_ppm)),
            |known| known.name.clone(),
        );
        let within = self.source.order.prices_include_tax;
        let sentence = if within {
            self.words.tax_within
        } else {
            self.words.tax_on
        };
        let base = self.figures.money(tax.base_minor);
        sum(
            &with(sentence, &[&name, &base]),
            self.figures.money(tax.tax_minor),
        )
    }

    fn closing(&self, kind: Kind) -> Vec<String> {
        let (order, words) = (self.source.order, self.words);
        let mut said = Vec::new();
        if has_order_discount(order) {
            said.push(with(
                words.order_discount,
                &[&self.figures.percent(order.discount_ppm)],
            ));
        }
        if order
            .taxes
            .iter()
            .any(|tax| self.is_reverse_charge(&tax.code))
        {
            said.push(words.reverse_charge.to_owned());
        }
        said.extend(agreed(self.source, words, &self.figures));
        if kind == Kind::Invoice {
            match self.source.pay_by {
                Some(day) if order.due_minor > 0 => {
                    let due = format!("{} {}", order.currency, self.figures.money(order.due_minor));
                    said.push(with(words.please_pay, &[&due, &self.figures.day(day)]));
                }
                _ if order.due_minor <= 0 => said.push(words.settled.to_owned()),
                _ => {}
            }
        }
        said
    }

    fn is_reverse_charge(&self, code: &str) -> bool {
        let tax = self.source.settings.tax(code);
        tax.is_some_and(|tax| tax.category == TaxCategory::ReverseCharge)
    }

    /// Who packs must know what was asked for.
    fn note(&self) -> Vec<String> {
        self.source.order.note.iter().cloned().collect()
    }

    fn legal(&self) -> Vec<String> {
        let terms = &self.source.settings.terms;
        let number = terms.tax_number.as_ref();
        let number = number.map(|number| with(self.words.tax_number, &[number]));
        [terms.name.clone(), number].into_iter().flatten().collect()
    }
}

fn column(title: &str, align: Align) -> Column {
    Column {
        title: title.to_owned(),
        align,
        wide: false,
    }
}

fn wide(title: &str) -> Column {
    Column {
        wide: true,
        ..column(title, Align::Start)
    }
}

fn sum(label: &str, value: String) -> Sum {
    Sum {
        label: label.to_owned(),
        value,
        strong: false,
    }
}

fn strong(label: &str, value: String) -> Sum {
    Sum {
        strong: true,
        ..sum(label, value)
    }
}
