//! Why an invoice was not written, and what both syntaxes share.

use crate::model::{Category, Exemption, Invoice};
use crate::profile::Profile;
use crate::rules::Violation;
use crate::totals::{Totals, totals};

/// Why an invoice was not written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// It breaks rules of the standard or of the profile: every one of them.
    #[error("the invoice breaks {} rules, the first is {}", .0.len(), .0[0])]
    Rules(Vec<Violation>),
    /// A text has a character that has no place in an invoice.
    #[error("character U+{:04X} in {element} cannot be written", u32::from(*.character))]
    Character {
        /// The element, from the document's root on.
        element: String,
        /// The character.
        character: char,
    },
}

/// The figures of an invoice that keeps the rules of the standard and of the profile.
pub(crate) fn accepted(invoice: &Invoice, profile: Profile) -> Result<Totals, WriteError> {
    let broken = profile.broken(invoice);
    let figures = totals(invoice).map_err(|mut found| {
        found.extend_from_slice(&broken);
        WriteError::Rules(found)
    })?;
    if broken.is_empty() {
        Ok(figures)
    } else {
        Err(WriteError::Rules(broken))
    }
}

/// Why a category bears no tax.
pub(crate) fn exemption(invoice: &Invoice, category: Category) -> Option<&Exemption> {
    let mut given = invoice.exemptions.iter();
    given.find(|each| each.category == category)
}
