//! The table of a document about an order.
use book::dto::{LotShown, OrderLine};
use documents::{Align, Column, Kind, Row};

use super::billed::{self, Billed};
use super::fetched::Fetched;
use super::figures::{discounts, kept_milli};
use super::letter::Pen;
use super::words::with;

/// A column on its way: its name, how it is shown.
type Named = (&'static str, Column);

impl Pen<'_> {
    /// Columns and rows, without what the business leaves out.
    pub fn table(&self, kind: Kind) -> (Vec<Column>, Vec<Row>) {
        let (columns, rows) = match kind {
            Kind::Label => return (Vec::new(), Vec::new()),
            Kind::PackingSlip | Kind::PickList => (self.goods_columns(kind), self.goods(kind)),
            _ => (self.priced_columns(), self.priced()),
        };
        let shown: Vec<bool> = columns
            .iter()
            .map(|(name, _)| self.is_shown(name, kind))
            .collect();
        let columns = kept(columns, &shown).map(|(_, column)| column).collect();
        let rows = rows.into_iter().map(|row| Row {
            cells: kept(row.cells, &shown).collect(),
            ..row
        });
        (columns, rows.collect())
    }

    /// A credit note has amounts and no prices: they are shares of what the lines came to.
    fn is_shown(&self, name: &str, kind: Kind) -> bool {
        let hidden = self.source.look.hidden.iter().any(|it| it == name);
        !(hidden || kind == Kind::CreditNote && name == "unit_price")
    }

    fn goods(&self, kind: Kind) -> Vec<Row> {
        let lines = self.source.order.lines.iter();
        let goods = lines.filter(|line| kept_milli(line) != 0 && !line.service);
        let goods = goods.filter(|line| kind == Kind::PackingSlip || line.open_milli > 0);
        let goods = goods.flat_map(|line| Fetched::of(kind, line));
        let mut goods: Vec<Fetched<'_>> = goods.collect();
        if kind == Kind::PickList {
            goods.sort_by_key(|one| (self.place(one), one.sku, one.line.line));
        }
        let rows = goods.iter().map(|one| self.goods_row(kind, one));
        rows.collect()
    }

    /// Where the goods of a row lie.
    fn place(&self, one: &Fetched<'_>) -> &str {
        let place = one.product.and_then(|id| self.source.places.get(&id));
        place.map_or("", String::as_str)
    }

    /// Whether who fetches the goods has to go to more than one place.
    fn has_places(&self) -> bool {
        let mut places = self.source.places.values();
        let first = places.next();
        places.any(|place| Some(place) != first)
    }

    fn goods_columns(&self, kind: Kind) -> Vec<Named> {
        let words = self.words;
        let place = self.has_places();
        let place = place.then(|| ("place", column(words.place, Align::Start)));
        let last = if kind == Kind::PickList {
            ("tick", column("", Align::Tick))
        } else {
            ("shipped", column(words.shipped, Align::End))
        };
        let goods = [
            ("sku", column(words.sku, Align::Start)),
            ("item", wide(words.item)),
            ("to_ship", column(words.to_ship, Align::End)),
            last,
        ];
        place.into_iter().chain(goods).collect()
    }

    fn goods_row(&self, kind: Kind, one: &Fetched<'_>) -> Row {
        let last = if kind == Kind::PickList {
            String::new()
        } else {
            self.figures.quantity(one.line.shipped_milli)
        };
        let place = self.has_places().then(|| self.place(one).to_owned());
        let goods = [
            one.sku.to_owned(),
            one.title.to_owned(),
            self.figures.quantity(one.open_milli),
            last,
        ];
        let notes = match kind {
            Kind::PickList => [one.bundle.map(str::to_owned), self.picked(one)],
            _ => [self.contents(one.line), self.sent(one.line)],
        };
        let notes: Vec<String> = notes.into_iter().flatten().collect();
        Row {
            cells: place.into_iter().chain(goods).collect(),
            detail: (!notes.is_empty()).then(|| notes.join(" · ")),
        }
    }

    /// What one bundle of a line contains.
    fn contents(&self, line: &OrderLine) -> Option<String> {
        let parts = line.components.iter().map(|one| {
            let quantity = self.figures.quantity(one.quantity_milli);
            format!("{quantity} × {}", one.title)
        });
        let parts: Vec<String> = parts.collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// The lots to take, first expired, first out.
    fn picked(&self, one: &Fetched<'_>) -> Option<String> {
        let parts = self.source.lots.get(&one.line.line)?.iter();
        self.lots(parts.filter(|part| Some(part.product) == one.product))
    }

    /// The lots that went out.
    fn sent(&self, line: &OrderLine) -> Option<String> {
        let shipments = self.source.order.shipments.iter();
        let parts = shipments.flat_map(|shipment| &shipment.lots);
        self.lots(parts.filter(|part| part.line == Some(line.line)))
    }

    fn lots<'s>(&self, parts: impl Iterator<Item = &'s LotShown>) -> Option<String> {
        let part = |part: &LotShown| {
            let quantity = self.figures.quantity(part.quantity_milli);
            format!("{} × {quantity}", part.lot)
        };
        let parts: Vec<String> = parts.map(part).collect();
        let text = parts.join(", ");
        (!parts.is_empty()).then(|| format!("{}: {text}", self.words.lot))
    }

    fn priced(&self) -> Vec<Row> {
        let lines = billed::lines(self.source);
        lines.iter().map(|line| self.priced_row(line)).collect()
    }

    fn priced_columns(&self) -> Vec<Named> {
        let words = self.words;
        vec![
            ("sku", column(words.sku, Align::Start)),
            ("item", wide(words.item)),
            ("quantity", column(words.quantity, Align::End)),
            ("unit_price", column(words.unit_price, Align::End)),
            ("tax", column(words.tax, Align::End)),
            ("total", column(words.total, Align::End)),
        ]
    }

    fn priced_row(&self, billed: &Billed<'_>) -> Row {
        let (figures, line) = (&self.figures, billed.line);
        let amount = if self.source.order.prices_include_tax {
            billed.total_minor
        } else {
            billed.net_minor()
        };
        let off = discounts(figures, line.discount_ppm, line.discount_minor);
        let says_off = !off.is_empty() && self.source.credit.is_none();
        let rate = line
            .tax
            .as_ref()
            .map(|_| figures.percent(line.tax_rate_ppm));
        Row {
            cells: vec![
                billed.sku().to_owned(),
                billed.title(),
                figures.quantity(billed.quantity_milli),
                billed
                    .unit_price_micro()
                    .map(|price| figures.price(price))
                    .unwrap_or_default(),
                rate.unwrap_or_default(),
                figures.money(amount),
            ],
            detail: says_off.then(|| with(self.words.off, &[&off.join(" + ")])),
        }
    }
}

/// What is shown of a row of things.
fn kept<T>(all: Vec<T>, shown: &[bool]) -> impl Iterator<Item = T> {
    let marked = all.into_iter().zip(shown);
    marked.filter(|(_, shown)| **shown).map(|(one, _)| one)
}

pub(super) fn column(title: &str, align: Align) -> Column {
    Column {
        title: title.to_owned(),
        align,
        wide: false,
    }
}

pub(super) fn wide(title: &str) -> Column {
    Column {
        wide: true,
        ..column(title, Align::Start)
    }
}
