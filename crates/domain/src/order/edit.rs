//! Decisions about changing an order after it was placed, and about taking a change back.

use super::allowed::Action;
use super::components::check_whole;
use super::document::{
    LineInput, ProductLookup, check_cards, checked_price, checked_quantity, compose_line, exempt,
};
use super::edits::{EditTerms, Edited};
use super::facts::{Document, OrderLine, PromotionShare};
use super::priced::price_again;
use super::state::Order;
use crate::day::Day;
use crate::ids::{CustomerId, EditId};
use crate::limits::{CODE_CHARS, NAME_CHARS, ORDER_LINES};
use crate::loyalty::POINTS;
use crate::rate::PPM;
use crate::refusal::Refusal;
use crate::rounding::div_round_half_away;
use crate::settings::Settings;
use crate::text;
use std::collections::BTreeMap;

/// Lines that a change adds are numbered in a block of their own, at a place that its identity
/// gives: changes of two devices that do not know of each other do not give the same number.
const BLOCK: u32 = 1 << 20;

/// What an order is to be from now on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditInput {
    /// The customer, where there was none; what is absent stays as it is.
    pub customer: Option<CustomerId>,
    /// Country that it goes to.
    pub country: Option<String>,
    /// What the customer calls it; an empty text takes it away.
    pub reference: Option<String>,
    /// Discount on the whole, parts per million.
    pub discount_ppm: Option<i64>,
    /// Who of the shop sold it; an empty text takes it away.
    pub sales_person: Option<String>,
    /// The business day for which it is promised; `Some(None)` takes it away.
    pub promised: Option<Option<Day>>,
    /// All lines as they are to be; a line that is not named is taken out. Quantities are what is
    /// wanted, without what was called off. `None` leaves the lines alone.
    pub lines: Option<Vec<LineInput>>,
    /// Why.
    pub reason: Option<String>,
}

/// A change set: what is different from now on, priced by the rules of the order's document.
pub fn edit(
    now: &Order,
    edit: EditId,
    input: &EditInput,
    settings: &Settings,
    products: &mut dyn ProductLookup,
) -> Result<Edited, Refusal> {
    now.check(Action::Edit)?;
    let terms = terms(now, input)?;
    let lines = match &input.lines {
        None => now.lines.clone(),
        Some(wanted) => {
            let mut pen = Pen {
                now,
                settings,
                products,
                next_line: first_number(now, edit),
            };
            pen.lines(wanted)?
        }
    };
    Ok(Edited {
        edit,
        upon: now.edits.last().map(|edit| edit.edit),
        takes_back: None,
        reason: text::optional("reason", input.reason.as_deref(), NAME_CHARS)?,
        lines: changed(now, lines, &terms, settings)?,
        terms,
        till: None,
    })
}

/// The inverse of the last change that stands, itself a change set.
pub fn take_back(now: &Order, edit: EditId, settings: &Settings) -> Result<Edited, Refusal> {
    now.check(Action::TakeBack)?;
    let Some(last) = now.last_edit() else {
        return Err(Refusal::new("nothing_to_take_back"));
    };
    let mut lines = now.lines.clone();
    for number in &last.added {
        if let Some(line) = lines.get_mut(number) {
            *line = with_quantity(line, called_off(now, line));
        }
    }
    for before in &last.before {
        lines.insert(before.line, before.clone());
    }
    for line in lines.values() {
        if kept(now, line) < now.shipped_milli(line.line) {
            return Err(Refusal::new("line_shipped").with(name_of(line)));
        }
    }
    let terms = EditTerms {
        customer: None,
        ..last.terms_before.clone()
    };
    Ok(Edited {
        edit,
        upon: now.edits.last().map(|edit| edit.edit),
        takes_back: Some(last.edit),
        reason: None,
        lines: changed(now, lines, &terms, settings)?,
        terms,
        till: None,
    })
}

fn terms(now: &Order, input: &EditInput) -> Result<EditTerms, Refusal> {
    let document = &now.document;
    let customer = input.customer.filter(|id| document.customer != Some(*id));
    if customer.is_some() && document.customer.is_some() {
        return Err(Refusal::at("customer", "customer_fixed"));
    }
    let different = |field: &str, said: &Option<String>, was: &Option<String>, most: usize| {
        let Some(said) = said else { return Ok(None) };
        let said = text::optional(field, Some(said), most)?.unwrap_or_default();
        Ok((said != *was.as_deref().unwrap_or_default()).then_some(said))
    };
    if let Some(ppm) = input.discount_ppm {
        check_discount("discount_ppm", ppm)?;
    }
    Ok(EditTerms {
        customer,
        country: different("country", &input.country, &document.country, NAME_CHARS)?,
        reference: different(
            "reference",
            &input.reference,
            &document.reference,
            CODE_CHARS,
        )?,
        discount_ppm: input
            .discount_ppm
            .filter(|ppm| *ppm != document.discount_ppm),
        sales_person: different(
            "sales_person",
            &input.sales_person,
            &document.sales_person,
            NAME_CHARS,
        )?,
        promised: input.promised.filter(|day| *day != document.promised),
    })
}

fn check_discount(field: &str, ppm: i64) -> Result<(), Refusal> {
    if (0..=PPM).contains(&ppm) {
        Ok(())
    } else {
        Err(Refusal::at(field, "out_of_range"))
    }
}

/// Prices all lines anew, and keeps those that say something else than now.
fn changed(
    now: &Order,
    lines: BTreeMap<u32, OrderLine>,
    terms: &EditTerms,
    settings: &Settings,
) -> Result<Vec<OrderLine>, Refusal> {
    if lines.values().all(|line| kept(now, line) == 0) {
        return Err(Refusal::at("lines", "order_empty"));
    }
    let asked = |line: &OrderLine| OrderLine {
        off_minor: 0,
        tax_minor: 0,
        total_minor: 0,
        ..line.clone()
    };
    let same = lines.len() == now.lines.len()
        && lines.values().map(asked).eq(now.lines.values().map(asked));
    if same && terms.discount_ppm.is_none() {
        return Ok(Vec::new());
    }
    let mut document = Document {
        lines: lines.into_values().collect(),
        discount_ppm: terms.discount_ppm.unwrap_or(now.document.discount_ppm),
        ..now.document.clone()
    };
    price_again(&mut document, settings)?;
    check_cards(&document)?;
    let lines = document.lines.into_iter();
    Ok(lines
        .filter(|line| now.lines.get(&line.line) != Some(line))
        .collect())
}

/// A line with another quantity: what promotions took off goes with its units.
fn with_quantity(own: &OrderLine, quantity_milli: i64) -> OrderLine {
    let share = |share: &PromotionShare| {
        let whole = i128::from(share.off_minor) * i128::from(quantity_milli);
        let off = div_round_half_away(whole, i128::from(own.quantity_milli.max(1)));
        let off = i64::try_from(off).unwrap_or(i64::MAX);
        // More of the goods asks for no more of the customer's points.
        let own_points = share.promotion == POINTS;
        PromotionShare {
            off_minor: if own_points {
                off.min(share.off_minor)
            } else {
                off
            },
            ..*share
        }
    };
    let shares = own.promotions.iter().map(share);
    OrderLine {
        quantity_milli,
        promotions: shares.filter(|share| share.off_minor > 0).collect(),
        ..own.clone()
    }
}

/// What was called off of a line, thousandths.
fn called_off(now: &Order, line: &OrderLine) -> i64 {
    let own = now.lines.get(&line.line);
    own.map_or(0, |own| now.cancelled_milli(own))
}

/// What is wanted of a line, thousandths: ordered and not called off.
fn kept(now: &Order, line: &OrderLine) -> i64 {
    line.quantity_milli.saturating_sub(called_off(now, line))
}

fn name_of(line: &OrderLine) -> &str {
    if line.sku.is_empty() {
        &line.title
    } else {
        &line.sku
    }
}

/// The number before that of the first line that a change adds.
fn first_number(now: &Order, edit: EditId) -> u32 {
    let used = now.lines.keys().chain(&now.removed);
    let block = used.max().map_or(0, |last| last / BLOCK).saturating_add(1);
    let place = u32::try_from(edit.0.as_u128() % u128::from(BLOCK / 2)).unwrap_or(0);
    block.saturating_mul(BLOCK).saturating_add(place)
}

/// Writes the lines of an order anew.
struct Pen<'a> {
    now: &'a Order,
    settings: &'a Settings,
    products: &'a mut dyn ProductLookup,
    next_line: u32,
}

impl Pen<'_> {
    fn lines(&mut self, wanted: &[LineInput]) -> Result<BTreeMap<u32, OrderLine>, Refusal> {
        if wanted.len() > ORDER_LINES {
            return Err(Refusal::at("lines", "too_many").with(ORDER_LINES));
        }
        let mut lines = BTreeMap::new();
        for (index, said) in wanted.iter().enumerate() {
            check_discount(&format!("lines.{index}.discount_ppm"), said.discount_ppm)?;
            if said.discount_minor < 0 {
                let field = format!("lines.{index}.discount_minor");
                return Err(Refusal::at(field, "out_of_range"));
            }
            let line = match said.line {
                Some(number) => self.known_line(index, number, said)?,
                None => self.new_line(index, said)?,
            };
            if lines.contains_key(&line.line) {
                let field = format!("lines.{index}.line");
                return Err(Refusal::at(field, "claimed_twice"));
            }
            lines.insert(line.line, line);
        }
        self.take_out(&mut lines)?;
        Ok(lines)
    }

    /// A line that there is, with what is said of it. Product and tax stay.
    fn known_line(
        &self,
        index: usize,
        number: u32,
        said: &LineInput,
    ) -> Result<OrderLine, Refusal> {
        let at = |name: &str| format!("lines.{index}.{name}");
        let Some(own) = self.now.lines.get(&number) else {
            return Err(Refusal::at(at("line"), "line_unknown"));
        };
        // What came back with an exchange stays as it is.
        let kept = kept(self.now, own);
        let quantity_milli = match said.quantity_milli {
            milli if kept < 0 && milli == kept => milli,
            milli => checked_quantity(&at("quantity_milli"), milli)?,
        };
        let shipped = self.now.shipped_milli(number);
        if quantity_milli < shipped {
            return Err(Refusal::at(at("quantity_milli"), "below_shipped").with(shipped));
        }
        check_whole(at("quantity_milli"), own, quantity_milli)?;
        let title = said.title.as_deref().filter(|_| own.product.is_none());
        let price = said.unit_price_micro.or(Some(own.unit_price_micro));
        let typed = price.filter(|price| *price != own.unit_price_micro);
        let wanted = quantity_milli.saturating_add(self.now.cancelled_milli(own));
        let line = OrderLine {
            title: text::required(&at("title"), title.unwrap_or(&own.title), NAME_CHARS)?,
            unit_price_micro: checked_price(&at("unit_price_micro"), price)?,
            discount_ppm: said.discount_ppm,
            discount_minor: said.discount_minor,
            own_price: own.own_price || typed.is_some(),
            price_list: own.price_list.clone().filter(|_| typed.is_none()),
            ..with_quantity(own, wanted)
        };
        let asked = (
            line.quantity_milli,
            line.unit_price_micro,
            line.discount_ppm,
        );
        let was = (own.quantity_milli, own.unit_price_micro, own.discount_ppm);
        if own.gift_card.is_some() && (asked != was || line.discount_minor != 0) {
            return Err(Refusal::at(at("quantity_milli"), "gift_card_fixed"));
        }
        Ok(line)
    }

    fn new_line(&mut self, index: usize, said: &LineInput) -> Result<OrderLine, Refusal> {
        let mut line = compose_line(index, said, self.settings, self.products)?;
        if self.now.document.exemption.is_some() {
            exempt(&mut line, self.settings);
        }
        self.next_line = self.next_line.saturating_add(1);
        Ok(OrderLine {
            line: self.next_line,
            ..line
        })
    }

    /// Lines that are not named any more: nothing is wanted of them.
    fn take_out(&self, lines: &mut BTreeMap<u32, OrderLine>) -> Result<(), Refusal> {
        for own in self.now.lines.values() {
            if lines.contains_key(&own.line) {
                continue;
            }
            // The charge for shipping is no line that forms show.
            if own.shipping {
                lines.insert(own.line, own.clone());
                continue;
            }
            if self.now.shipped_milli(own.line) != 0 {
                return Err(Refusal::at("lines", "line_shipped").with(name_of(own)));
            }
            let gone = with_quantity(own, self.now.cancelled_milli(own));
            lines.insert(own.line, gone);
        }
        Ok(())
    }
}
