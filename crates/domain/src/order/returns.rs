//! Returns inside an order: goods that were shipped come back, to stock or to scrap, against a
//! credit note. What a return is worth is stored with it, the share of its units in the line; a
//! document that was issued never changes.

use super::allowed::Action;
use super::amounts::{less, sum};
use super::apart::Pieces;
use super::components::check_whole;
use super::facts::OrderLine;
use super::state::{Moment, Order};
use super::till_share::TillShare;
use crate::ids::{ProductId, ReturnId};
use crate::limits::NAME_CHARS;
use crate::lot::LotPart;
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What stands before the numbers of credit notes, to tell them from those of orders.
pub const CREDIT_NOTE: &str = "CN-";

/// Payload of `order.return_requested`: the customer wants to send goods back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnRequested {
    /// Identity of the request.
    pub request: ReturnId,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What is to come back.
    pub lines: Vec<RequestedLine>,
}

/// What of a line is to come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestedLine {
    /// The line.
    pub line: u32,
    /// The component of its bundle that is to come back by itself; the line's goods when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<ProductId>,
    /// How much, thousandths.
    pub quantity_milli: i64,
}

/// Payload of `order.returned`: goods came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    /// Identity of the return.
    pub received: ReturnId,
    /// Number of the credit note, from the device's series.
    pub number: String,
    /// The request that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<ReturnId>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Key of the location that the goods came back to; the order's own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// What came back.
    pub lines: Vec<ReturnedLine>,
    /// What of it belongs to lots.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<LotPart>,
    /// What it adds to the figures of the till, when it came back over the counter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub till: Option<TillShare>,
}

/// What came back of a line, and what it is worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnedLine {
    /// The line.
    pub line: u32,
    /// The component of its bundle that came back by itself; the line's goods when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<ProductId>,
    /// Fit to be sold again, thousandths.
    #[serde(default)]
    pub restocked_milli: i64,
    /// Thrown away, thousandths.
    #[serde(default)]
    pub scrapped_milli: i64,
    /// The credit, tax included, minor units.
    #[serde(default)]
    pub total_minor: i64,
    /// The tax in it, minor units.
    #[serde(default)]
    pub tax_minor: i64,
}

impl ReturnedLine {
    /// All that came back, thousandths.
    pub fn quantity_milli(&self) -> i64 {
        self.restocked_milli.saturating_add(self.scrapped_milli)
    }
}

/// A return that a customer asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnRequest {
    /// Why.
    pub reason: Option<String>,
    /// What is to come back.
    pub lines: Vec<RequestedLine>,
    /// When it was asked for.
    pub moment: Moment,
}

/// Goods that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoodsReturn {
    /// Number of the credit note.
    pub number: String,
    /// The request that it answers.
    pub request: Option<ReturnId>,
    /// Why.
    pub reason: Option<String>,
    /// Key of the location that the goods came back to; the order's own when absent.
    pub location: Option<String>,
    /// What came back, line by line.
    pub lines: Vec<ReturnedLine>,
    /// What of it belongs to lots.
    pub lots: Vec<LotPart>,
    /// When.
    pub moment: Moment,
}

impl GoodsReturn {
    /// Total and tax of the credit note, minor units.
    pub fn totals(&self) -> (i64, i64) {
        sum(self
            .lines
            .iter()
            .map(|line| (line.total_minor, line.tax_minor)))
    }
}

/// A return asked for: at most what was shipped and has neither come back nor been asked for.
pub fn request_return(
    now: &Order,
    request: ReturnId,
    lines: &[RequestedLine],
    reason: Option<&str>,
) -> Result<ReturnRequested, Refusal> {
    now.check(Action::RequestReturn)?;
    check_back(now, lines, &|line| now.announced_pieces(line))?;
    Ok(ReturnRequested {
        request,
        reason: text::optional("reason", reason, NAME_CHARS)?,
        lines: lines.to_vec(),
    })
}

/// Goods that came back: at most what was shipped and has not come back before. Amounts of `lines`
/// are filled in from the stored share of the units in their line.
pub fn receive_return(now: &Order, mut said: Returned) -> Result<Returned, Refusal> {
    now.check(Action::ReceiveReturn)?;
    if let Some(request) = said.request {
        let open = now.return_requests.contains_key(&request) && !now.is_answered(request);
        if !open {
            return Err(Refusal::at("request", "return_unknown"));
        }
    }
    for (index, line) in said.lines.iter().enumerate() {
        check_parts(now, index, line)?;
    }
    let whole: Vec<RequestedLine> = said.lines.iter().map(whole_of).collect();
    check_back(now, &whole, &|line| now.returned_pieces(line))?;
    credit(now, &mut said.lines);
    said.reason = text::optional("reason", said.reason.as_deref(), NAME_CHARS)?;
    Ok(said)
}

/// Fills in what each part of a return is worth: what is gone of its line after it, less what was
/// gone before.
fn credit(now: &Order, lines: &mut [ReturnedLine]) {
    let mut gone: BTreeMap<u32, Pieces> = BTreeMap::new();
    for back in lines {
        let Some(line) = now.lines.get(&back.line) else {
            continue;
        };
        let gone = gone
            .entry(back.line)
            .or_insert_with(|| now.gone_pieces(line));
        let before = now.gone_amounts(line, gone);
        gone.add(line, back.component, back.quantity_milli());
        let credit = less(now.gone_amounts(line, gone), before);
        (back.total_minor, back.tax_minor) = credit;
    }
}

/// Refuses parts below nothing, and those of what is counted in whole ones.
fn check_parts(now: &Order, index: usize, line: &ReturnedLine) -> Result<(), Refusal> {
    for (name, part) in [
        ("restocked_milli", line.restocked_milli),
        ("scrapped_milli", line.scrapped_milli),
    ] {
        let field = format!("lines.{index}.{name}");
        if part < 0 {
            return Err(Refusal::at(field, "quantity_negative"));
        }
        if let Some(own) = now
            .lines
            .get(&line.line)
            .filter(|_| line.component.is_none())
        {
            check_whole(field, own, part)?;
        }
    }
    Ok(())
}

/// What of a line is taken to have come back before.
type Before<'a> = &'a dyn Fn(&OrderLine) -> Pieces;

/// Refuses what cannot come back: each line, or component of a bundle, once, and of all together
/// no more goods than there are.
fn check_back(now: &Order, asked: &[RequestedLine], before: Before<'_>) -> Result<(), Refusal> {
    let mut known: BTreeMap<u32, Pieces> = BTreeMap::new();
    for (index, part) in asked.iter().enumerate() {
        let at = |name: &str| format!("lines.{index}.{name}");
        let Some(line) = now.lines.get(&part.line) else {
            return Err(Refusal::at(at("line"), "line_unknown"));
        };
        let same = |other: &RequestedLine| (other.line, other.component);
        if asked[..index].iter().any(|other| same(other) == same(part)) {
            return Err(Refusal::at(at("line"), "claimed_twice"));
        }
        match part.component {
            Some(component) => check_component_back(&at("component"), line, component)?,
            None => check_line_back(&at("quantity_milli"), line, part.quantity_milli)?,
        }
        let back = known.entry(part.line).or_insert_with(|| before(line));
        let most = now.room_milli(line, part.component, back);
        check_quantity(&at("quantity_milli"), part.quantity_milli, most)?;
        back.add(line, part.component, part.quantity_milli);
    }
    if asked.is_empty() {
        return Err(Refusal::at("lines", "required"));
    }
    Ok(())
}

fn check_line_back(field: &str, line: &OrderLine, milli: i64) -> Result<(), Refusal> {
    if line.gift_card.is_some() && milli != line.quantity_milli {
        return Err(Refusal::at(field, "gift_card_whole"));
    }
    check_whole(field, line, milli)
}

fn check_component_back(
    field: &str,
    line: &OrderLine,
    component: ProductId,
) -> Result<(), Refusal> {
    match line.place_of(component) {
        Some(_) if line.comes_apart() => Ok(()),
        Some(_) => Err(Refusal::at(field, "bundle_whole_back")),
        None => Err(Refusal::at(field, "component_unknown")),
    }
}

fn check_quantity(field: &str, milli: i64, most: i64) -> Result<(), Refusal> {
    if milli <= 0 {
        return Err(Refusal::at(field, "quantity_zero"));
    }
    if milli > most {
        return Err(Refusal::at(field, "more_than_shipped").with(most));
    }
    Ok(())
}

fn whole_of(line: &ReturnedLine) -> RequestedLine {
    RequestedLine {
        line: line.line,
        component: line.component,
        quantity_milli: line.quantity_milli(),
    }
}

impl Order {
    /// What came back of a line, thousandths: of a bundle, how many came back whole or in all of
    /// their pieces.
    pub fn returned_milli(&self, line: u32) -> i64 {
        if self.returns.is_empty() {
            return 0;
        }
        match self.lines.get(&line) {
            Some(own) => self.returned_pieces(own).complete_milli(own),
            None => self.returned_parts(line).fold(0, |sum: i64, part| {
                sum.saturating_add(part.quantity_milli())
            }),
        }
    }

    /// What came back of a line as a whole and was thrown away, thousandths.
    pub fn scrapped_milli(&self, line: u32) -> i64 {
        let parts = self.returned_parts(line);
        let whole = parts.filter(|part| part.component.is_none());
        whole.fold(0, |sum: i64, part| sum.saturating_add(part.scrapped_milli))
    }

    /// What was credited of a line: (total, tax), minor units.
    pub fn returned_amounts(&self, line: u32) -> (i64, i64) {
        sum(self
            .returned_parts(line)
            .map(|part| (part.total_minor, part.tax_minor)))
    }

    /// What customers have announced of a line and not sent yet, thousandths.
    pub fn requested_milli(&self, line: u32) -> i64 {
        let own = |part: &&RequestedLine| part.line == line && part.component.is_none();
        let parts = self.open_requests().filter(own);
        parts.fold(0, |sum: i64, part| sum.saturating_add(part.quantity_milli))
    }

    /// What is announced to come back and has not.
    pub(super) fn open_requests(&self) -> impl Iterator<Item = &RequestedLine> {
        let requests = self.return_requests.iter();
        let open = requests.filter(|(id, _)| !self.is_answered(**id));
        open.flat_map(|(_, request)| &request.lines)
    }

    /// What can still come back of a line, thousandths; nothing of a return itself.
    pub fn returnable_milli(&self, line: u32) -> i64 {
        let own = self.lines.get(&line);
        own.map_or(0, |own| {
            self.room_milli(own, None, &self.returned_pieces(own))
        })
    }

    /// Whether goods came back for a request.
    pub fn is_answered(&self, request: ReturnId) -> bool {
        self.returns
            .values()
            .any(|back| back.request == Some(request))
    }

    /// Whether more came back of a line than went out.
    pub fn returned_too_much(&self) -> bool {
        let over = |line: &OrderLine| {
            let back = self.returned_pieces(line);
            back.is_more_than(line, self.shipped_milli(line.line).max(0))
        };
        !self.returns.is_empty() && self.lines.values().any(over)
    }

    fn returned_parts(&self, line: u32) -> impl Iterator<Item = &ReturnedLine> {
        let parts = self.returns.values().flat_map(|back| &back.lines);
        parts.filter(move |part| part.line == line)
    }

    pub(super) fn return_requested(&mut self, said: ReturnRequested, moment: Moment) {
        self.return_requests
            .entry(said.request)
            .or_insert(ReturnRequest {
                reason: said.reason,
                lines: said.lines,
                moment,
            });
    }

    pub(super) fn returned(&mut self, said: Returned, moment: Moment) {
        self.returns.entry(said.received).or_insert(GoodsReturn {
            number: said.number,
            request: said.request,
            reason: said.reason,
            location: said.location,
            lines: said.lines,
            lots: said.lots,
            moment,
        });
    }
}
