//! Goods as somebody fetches them from their shelf: a line's own, or each component of its bundle.
use book::dto::OrderLine;
use documents::Kind;
use uuid::Uuid;

/// What is to be fetched at one place.
pub(super) struct Fetched<'a> {
    /// The line that they are for.
    pub line: &'a OrderLine,
    /// The goods.
    pub product: Option<Uuid>,
    /// Their SKU.
    pub sku: &'a str,
    /// Their title.
    pub title: &'a str,
    /// What is still to go out of them.
    pub open_milli: i64,
    /// The bundle that they are part of.
    pub bundle: Option<&'a str>,
}

impl<'a> Fetched<'a> {
    /// The goods of a line. Who packs sees the bundle that was sold, who fetches its components.
    pub fn of(kind: Kind, line: &'a OrderLine) -> Vec<Self> {
        match kind {
            Kind::PickList => Self::each(line),
            _ => vec![Self::whole(line)],
        }
    }

    /// The goods of a line as they lie on shelves.
    pub fn each(line: &'a OrderLine) -> Vec<Self> {
        if line.components.is_empty() {
            return vec![Self::whole(line)];
        }
        let parts = line.components.iter().map(|one| Self {
            line,
            product: Some(one.product),
            sku: &one.sku,
            title: &one.title,
            open_milli: one.quantity_milli.saturating_mul(line.open_milli) / 1_000,
            bundle: Some(&line.title),
        });
        parts.collect()
    }

    fn whole(line: &'a OrderLine) -> Self {
        Self {
            line,
            product: line.product,
            sku: &line.sku,
            title: &line.title,
            open_milli: line.open_milli,
            bundle: None,
        }
    }
}
