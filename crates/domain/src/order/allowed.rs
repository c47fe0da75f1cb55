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
    /// Set goods aside for what waits.
    Allocate,
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
    /// Mark a shipment as arrived.
    Deliver,
    /// Note that goods are to come back.
    RequestReturn,
    /// Take goods back.
    ReceiveReturn,
    /// Keep it from being shipped.
    Hold,
    /// Lift a hold.
    Release,
    /// Change it after it was placed.
    Edit,
    /// Take the last change back.
    TakeBack,
    /// Offer a draft until a day.
    Quote,
    /// Note that what was offered is not wanted.
    Decline,
    /// Take a cancellation back.
    Reopen,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 19] = [
        Self::Amend,
        Self::Place,
        Self::Pay,
        Self::Allocate,
        Self::Fulfil,
        Self::Cancel,
        Self::Refund,
        Self::Discard,
        Self::Invoice,
        Self::Deliver,
        Self::RequestReturn,
        Self::ReceiveReturn,
        Self::Hold,
        Self::Release,
        Self::Edit,
        Self::TakeBack,
        Self::Quote,
        Self::Decline,
        Self::Reopen,
    ];

    /// The verb's last word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Amend => "amend",
            Self::Place => "place",
            Self::Pay => "pay",
            Self::Allocate => "allocate",
            Self::Fulfil => "fulfil",
            Self::Cancel => "cancel",
            Self::Refund => "refund",
            Self::Discard => "discard",
            Self::Invoice => "invoice",
            Self::Deliver => "deliver",
            Self::RequestReturn => "request_return",
            Self::ReceiveReturn => "receive_return",
            Self::Hold => "hold",
            Self::Release => "release",
            Self::Edit => "edit",
            Self::TakeBack => "take_back",
            Self::Quote => "quote",
            Self::Decline => "decline",
            Self::Reopen => "reopen",
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
        let on_drafts = matches!(
            action,
            Action::Amend | Action::Place | Action::Discard | Action::Quote
        );
        match action {
            _ if on_drafts && !draft => Err(Refusal::new("order_not_draft")),
            _ if on_drafts || action == Action::Cancel => self.check_alive(action, draft),
            Action::Reopen if self.cancelled.is_some() => Ok(()),
            Action::Reopen => Err(Refusal::new("not_cancelled")),
            Action::Decline if self.open_quote().is_some() => Ok(()),
            Action::Decline => Err(Refusal::new("not_quoted")),
            _ if draft => Err(Refusal::new("order_not_placed")),
            Action::Refund if self.paid_minor() <= 0 => Err(Refusal::new("nothing_paid")),
            Action::RequestReturn | Action::ReceiveReturn if !self.has_returnable() => {
                Err(Refusal::new("nothing_to_return"))
            }
            Action::Invoice if self.issued(IssuedKind::Invoice).is_some() => {
                Err(Refusal::new("already_issued"))
            }
            Action::Invoice if self.document.kind != OrderKind::Sale => {
                Err(Refusal::new("nothing_to_invoice"))
            }
            Action::Invoice => self.check_alive(action, draft),
            Action::Edit | Action::TakeBack if self.document.kind != OrderKind::Sale => {
                Err(Refusal::new("nothing_to_edit"))
            }
            Action::TakeBack if self.last_edit().is_none() => {
                Err(Refusal::new("nothing_to_take_back"))
            }
            Action::Deliver if !self.any_under_way() => Err(Refusal::new("nothing_under_way")),
            Action::Release if self.holds.is_empty() => Err(Refusal::new("not_on_hold")),
            // What was shipped is owed, whatever was called off after.
            Action::Pay if self.due_minor() > 0 => Ok(()),
            Action::Pay
            | Action::Allocate
            | Action::Fulfil
            | Action::Hold
            | Action::Edit
            | Action::TakeBack => self.check_alive(action, draft),
            _ => Ok(()),
        }
    }

    /// Refuses what cannot be done with an order that is cancelled, paid or shipped.
    fn check_alive(&self, action: Action, draft: bool) -> Result<(), Refusal> {
        match action {
            _ if self.cancelled.is_some() => Err(Refusal::new("order_cancelled")),
            Action::Pay => Err(Refusal::new("nothing_due")),
            Action::Fulfil | Action::Hold if !self.has_open() => Err(Refusal::new("nothing_open")),
            Action::Allocate if !self.is_waiting() => Err(Refusal::new("nothing_waits")),
            Action::Fulfil if !self.holds.is_empty() => Err(Refusal::new("order_on_hold")),
            Action::Cancel if !draft && !self.has_open() => Err(Refusal::new("all_shipped")),
            _ => Ok(()),
        }
    }

    /// Whether anything still has to go out.
    pub(super) fn has_open(&self) -> bool {
        self.lines.values().any(|line| self.open_milli(line) != 0)
    }

    fn has_returnable(&self) -> bool {
        let mut lines = self.lines.values();
        lines.any(|line| self.can_come_back(line))
    }
}
