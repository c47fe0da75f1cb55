//! Returns inside an order: goods that were shipped come back, to stock or to scrap, against a
//! credit note. What a return is worth is stored with it, the share of its units in the line; a
//! document that was issued never changes.

use super::allowed::Action;
use super::amounts::sum;
use super::components::check_whole;
use super::decide::{LineLimit, checked_lines};
use super::facts::LineQuantity;
use super::state::{Moment, Order, by_line};
use super::till_share::TillShare;
use crate::ids::ReturnId;
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
    pub lines: Vec<LineQuantity>,
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
    /// Line → quantity, thousandths.
    pub lines: BTreeMap<u32, i64>,
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
    lines: &[LineQuantity],
    reason: Option<&str>,
) -> Result<ReturnRequested, Refusal> {
    now.check(Action::RequestReturn)?;
    let limit: LineLimit<'_> = &|line| {
        let asked = now.requested_milli(line.line);
        now.returnable_milli(line.line).saturating_sub(asked).max(0)
    };
    Ok(ReturnRequested {
        request,
        reason: text::optional("reason", reason, NAME_CHARS)?,
        lines: checked_lines(now, lines, limit, "more_than_shipped")?,
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
        for (name, part) in [
            ("restocked_milli", line.restocked_milli),
            ("scrapped_milli", line.scrapped_milli),
        ] {
            if part < 0 {
                return Err(Refusal::at(
                    format!("lines.{index}.{name}"),
                    "quantity_negative",
                ));
            }
            if let Some(own) = now.lines.get(&line.line) {
                check_whole(format!("lines.{index}.{name}"), own, part)?;
            }
        }
    }
    let whole: Vec<LineQuantity> = said.lines.iter().map(whole_of).collect();
    let limit: LineLimit<'_> = &|line| now.returnable_milli(line.line);
    checked_lines(now, &whole, limit, "more_than_shipped")?;
    for back in &mut said.lines {
        if let Some(line) = now.lines.get(&back.line) {
            let credit = now.share(line, now.gone_milli(line), back.quantity_milli());
            (back.total_minor, back.tax_minor) = credit;
        }
    }
    said.reason = text::optional("reason", said.reason.as_deref(), NAME_CHARS)?;
    Ok(said)
}

fn whole_of(line: &ReturnedLine) -> LineQuantity {
    LineQuantity {
        line: line.line,
        quantity_milli: line.quantity_milli(),
    }
}

impl Order {
    /// What came back of a line, thousandths.
    pub fn returned_milli(&self, line: u32) -> i64 {
        let parts = self.returned_parts(line);
        parts.fold(0, |sum: i64, part| {
            sum.saturating_add(part.quantity_milli())
        })
    }

    /// What came back of a line and was thrown away, thousandths.
    pub fn scrapped_milli(&self, line: u32) -> i64 {
        let parts = self.returned_parts(line);
        parts.fold(0, |sum: i64, part| sum.saturating_add(part.scrapped_milli))
    }

    /// What was credited of a line: (total, tax), minor units.
    pub fn returned_amounts(&self, line: u32) -> (i64, i64) {
        sum(self
            .returned_parts(line)
            .map(|part| (part.total_minor, part.tax_minor)))
    }

    /// What customers have announced of a line and not sent yet, thousandths.
    pub fn requested_milli(&self, line: u32) -> i64 {
        let open = self
            .return_requests
            .iter()
            .filter(|(id, _)| !self.is_answered(**id));
        let parts = open.filter_map(|(_, request)| request.lines.get(&line));
        parts.fold(0, |sum: i64, part| sum.saturating_add(*part))
    }

    /// What can still come back of a line, thousandths; nothing of a return itself.
    pub fn returnable_milli(&self, line: u32) -> i64 {
        let shipped = self.shipped_milli(line);
        shipped.saturating_sub(self.returned_milli(line)).max(0)
    }

    /// Whether goods came back for a request.
    pub fn is_answered(&self, request: ReturnId) -> bool {
        self.returns
            .values()
            .any(|back| back.request == Some(request))
    }

    /// Whether more came back of a line than went out.
    pub fn returned_too_much(&self) -> bool {
        let over = |line: &u32| self.returned_milli(*line) > self.shipped_milli(*line).max(0);
        !self.returns.is_empty() && self.lines.keys().any(over)
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
                lines: by_line(&said.lines),
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
