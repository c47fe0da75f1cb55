//! What a document asks money for, or gives it back for: what is left of an order's lines, or what
//! came back of them.
use book::dto::{OrderComponent, OrderLine, OrderTax};

use super::figures::kept_milli;
use super::letter::Source;
use crate::pieces::{component_of, part_of};

/// A line with how much of it the document is about.
pub(super) struct Billed<'a> {
    pub line: &'a OrderLine,
    /// The component of its bundle that came back by itself.
    pub component: Option<&'a OrderComponent>,
    pub quantity_milli: i64,
    pub total_minor: i64,
    pub tax_minor: i64,
}

impl Billed<'_> {
    pub fn net_minor(&self) -> i64 {
        self.total_minor - self.tax_minor
    }

    /// Tells it apart from the others of the document.
    pub fn id(&self) -> String {
        let line = self.line.line;
        let same = |one: &OrderComponent| Some(one.product) == self.component.map(|it| it.product);
        let place = self.line.components.iter().position(same);
        place.map_or_else(|| line.to_string(), |place| format!("{line}.{}", place + 1))
    }

    pub fn sku(&self) -> &str {
        self.component.map_or(&self.line.sku, |one| &one.sku)
    }

    /// What it is called; a component says of which bundle it is.
    pub fn title(&self) -> String {
        let line = &self.line.title;
        self.component
            .map_or_else(|| line.clone(), |one| part_of(one, self.line))
    }

    /// What one of it cost; a component had no price of its own there.
    pub fn unit_price_micro(&self) -> Option<i64> {
        self.component
            .is_none()
            .then_some(self.line.unit_price_micro)
    }
}

/// The lines of the document.
pub(super) fn lines<'a>(source: &Source<'a>) -> Vec<Billed<'a>> {
    let order = source.order;
    let Some(credit) = source.credit else {
        let kept = order.lines.iter().filter(|line| kept_milli(line) != 0);
        let whole = kept.map(|line| Billed {
            line,
            component: None,
            quantity_milli: kept_milli(line),
            total_minor: line.total_minor,
            tax_minor: line.tax_minor,
        });
        return whole.collect();
    };
    let back = credit.lines.iter().filter_map(|back| {
        let line = order.lines.iter().find(|line| line.line == back.line)?;
        Some(Billed {
            line,
            component: component_of(line, back),
            quantity_milli: back.restocked_milli + back.scrapped_milli,
            total_minor: back.total_minor,
            tax_minor: back.tax_minor,
        })
    });
    back.collect()
}

/// What the document comes to, with tax.
pub(super) fn total_minor(source: &Source<'_>) -> i64 {
    let order = source.order.head.total_minor;
    source.credit.map_or(order, |credit| credit.total_minor)
}

/// What it comes to without tax.
pub(super) fn net_minor(source: &Source<'_>) -> i64 {
    let credit = source.credit;
    credit.map_or(source.order.net_minor, |it| it.total_minor - it.tax_minor)
}

/// The taxes of the document, by rate.
pub(super) fn taxes(source: &Source<'_>) -> Vec<OrderTax> {
    if source.credit.is_none() {
        return source.order.taxes.clone();
    }
    let mut taxes: Vec<OrderTax> = Vec::new();
    for billed in lines(source) {
        let Some(code) = &billed.line.tax else {
            continue;
        };
        let rate_ppm = billed.line.tax_rate_ppm;
        let known = taxes
            .iter_mut()
            .find(|tax| tax.code == *code && tax.rate_ppm == rate_ppm);
        match known {
            Some(tax) => {
                tax.base_minor += billed.net_minor();
                tax.tax_minor += billed.tax_minor;
            }
            None => taxes.push(OrderTax {
                code: code.clone(),
                rate_ppm,
                base_minor: billed.net_minor(),
                tax_minor: billed.tax_minor,
            }),
        }
    }
    taxes
}
