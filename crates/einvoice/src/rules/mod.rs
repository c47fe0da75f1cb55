//! The business rules of EN 16931, by their official ids.
//!
//! `content` holds what an invoice says against them, `figures` what it comes to.

mod content;
mod figures;
mod lines;
mod tax;

use crate::model::Invoice;
use crate::totals::Totals;

/// A rule that is broken, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The rule's official id: `BR-CO-15`. `range` is ours: an amount beyond 64 bits.
    pub rule: String,
    /// The field: `lines[2].price_micro`.
    pub at: String,
    /// What is wrong, in English.
    pub what: String,
}

impl Violation {
    /// A violation of `rule`.
    pub(crate) fn new(
        rule: impl Into<String>,
        at: impl Into<String>,
        what: impl Into<String>,
    ) -> Self {
        Self {
            rule: rule.into(),
            at: at.into(),
            what: what.into(),
        }
    }
}

/// Rule, field and what is wrong.
impl std::fmt::Display for Violation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} at {}: {}", self.rule, self.at, self.what)
    }
}

/// Every rule that an invoice with these figures breaks. None, for what [`crate::totals`] gave.
#[must_use]
pub fn check(invoice: &Invoice, totals: &Totals) -> Vec<Violation> {
    let mut broken = content(invoice);
    broken.extend(figures(invoice, totals));
    broken
}

/// Rules that what is said breaks, whatever its figures.
pub(crate) fn content(invoice: &Invoice) -> Vec<Violation> {
    let mut broken = Broken::default();
    content::check(invoice, &mut broken);
    lines::check(invoice, &mut broken);
    tax::check(invoice, &mut broken);
    broken.0
}

/// Rules that the figures break.
pub(crate) fn figures(invoice: &Invoice, totals: &Totals) -> Vec<Violation> {
    let mut broken = Broken::default();
    figures::check(invoice, totals, &mut broken);
    broken.0
}

/// The violations found so far.
#[derive(Default)]
pub(crate) struct Broken(pub Vec<Violation>);

impl Broken {
    /// Notes `rule` as broken unless it `holds`.
    pub fn unless(
        &mut self,
        holds: bool,
        rule: impl Into<String>,
        at: impl Into<String>,
        what: &str,
    ) {
        if !holds {
            self.0.push(Violation::new(rule, at, what));
        }
    }
}

/// A text, if it says something.
pub(crate) fn said(text: Option<&String>) -> Option<&str> {
    text.map(String::as_str).filter(|text| !blank(text))
}

/// Whether a text says nothing.
pub(crate) fn blank(text: &str) -> bool {
    text.trim().is_empty()
}
