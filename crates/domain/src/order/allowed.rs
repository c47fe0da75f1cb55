//! What can be done with an order now; the verbs and the window's buttons ask the same question.

use super::facts::OrderKind;
use super::issued::IssuedKind;
use super::state::{Order, Stage};
use crate::refusal::Refusal;

/// Something that a clerk can do with an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Change a draft.
    Amend,
    /// Agree and number a draft.
    Place,
    /// Record money received.
    Pay,
    /// Ship goods.
    Fulfil,
    /// Cancel what is not shipped.
    Cancel,
    /// Give money back.
    Refund,
    /// Throw a draft away.
    Discard,
    /// Issue an invoice.
    Invoice,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 8] = [
        Self::Amend,
        Self::Place,
        Self::Pay,
        Self::Fulfil,
        Self::Cancel,
        Self::Refund,
        Self::Discard,
        Self::Invoice,
    ];

    /// The verb's last word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Amend => "amend",
            Self::Place => "place",
            Self::Pay => "pay",
            Self::Fulfil => "fulfil",
            Self::Cancel => "cancel",
            Self::Refund => "refund",
            Self::Discard => "discard",
            Self::Invoice => "invoice",
        }
    }
}

impl Order {
    /// Refuses an action that the order's state does not allow.
    pub fn check(&self, action: Action) -> Result<(), Refusal> {
        if !self.is_visible() {
            return Err(Refusal::new("order_unknown"));
        }
        let draft = self.stage == Stage::Draft;
        match action {
            Action::Amend | Action::Place | Action::Discard if !draft => {
                Err(Refusal::new("order_not_draft"))
            }
            Action::Pay | Action::Fulfil | Action::Refund | Action::Invoice if draft => {
                Err(Refusal::new("order_not_placed"))
            }
            Action::Refund if self.paid_minor() <= 0 => Err(Refusal::new("nothing_paid")),
            Action::Refund => Ok(()),
            Action::Invoice if self.issued(IssuedKind::Invoice).is_some() => {
                Err(Refusal::new("already_issued"))
            }
            Action::Invoice if self.document.kind != OrderKind::Sale => {
                Err(Refusal::new("nothing_to_invoice"))
            }
            _ if self.cancelled.is_some() => Err(Refusal::new("order_cancelled")),
            Action::Pay if self.due_minor() <= 0 => Err(Refusal::new("nothing_due")),
            Action::Fulfil if !self.has_open() => Err(Refusal::new("nothing_open")),
            Action::Cancel if !draft && !self.has_open() => Err(Refusal::new("all_shipped")),
            _ => Ok(()),
        }
    }

    fn has_open(&self) -> bool {
        self.lines.values().any(|line| self.open_milli(line) != 0)
    }
}
