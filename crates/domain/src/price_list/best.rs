//! Which list prices a line: of all that apply to the sale, the lowest price counts. Lists say what
//! some customers pay instead of the product's own price, which may be lower or higher; so the own
//! price is asked only when no list names the product.

use super::state::{PriceBreak, PriceListTerms};
use crate::day::Day;
use crate::ids::PriceListId;

/// A sale as far as lists care.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The business day.
    pub day: Day,
    /// Where it comes from.
    pub channel: &'a str,
    /// ISO 4217 code of its amounts.
    pub currency: &'a str,
    /// The customer's tags.
    pub tags: &'a [String],
    /// The list that the customer was given.
    pub list: Option<PriceListId>,
}

/// The price of a unit out of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPrice {
    /// The list.
    pub list: PriceListId,
    /// Its name.
    pub name: String,
    /// The price of one unit, millionths of the major unit.
    pub unit_price_micro: i64,
}

impl PriceListTerms {
    /// Whether the list holds for a sale.
    pub fn applies(&self, id: PriceListId, asked: &Asked<'_>) -> bool {
        let channels = self.channels.as_deref().unwrap_or_default();
        let tags = self.tags.as_deref().unwrap_or_default();
        let given = asked.list == Some(id)
            || self.everyone.unwrap_or(false)
            || tags.iter().any(|tag| asked.tags.contains(tag));
        given
            && !self.archived.unwrap_or(false)
            && self.currency.as_deref() == Some(asked.currency)
            && self.validity.unwrap_or_default().holds(asked.day)
            && (channels.is_empty() || channels.iter().any(|one| one == asked.channel))
    }
}

/// The lowest price of a quantity among lists that apply; of equal ones that of the oldest list.
/// A list whose steps begin above the quantity says nothing of it.
pub fn best<'a>(
    lists: impl Iterator<Item = (PriceListId, &'a str, &'a [PriceBreak])>,
    quantity_milli: i64,
) -> Option<ListPrice> {
    let priced = lists.filter_map(|(list, name, breaks)| {
        let reached = breaks
            .iter()
            .filter(|step| step.from_milli <= quantity_milli);
        let step = reached.max_by_key(|step| step.from_milli)?;
        Some((step.unit_price_micro, list, name))
    });
    let (unit_price_micro, list, name) = priced.min_by_key(|(price, list, _)| (*price, *list))?;
    Some(ListPrice {
        list,
        name: name.to_owned(),
        unit_price_micro,
    })
}
