//! The numbers that rows hold for the words of an order, and back.

use crate::dto::{FulfilmentStatus, HoldReason, OrderAction, OrderKind, OrderState, PaymentStatus};
use crate::error::{BookError, Result};
use crate::project::HOLDS;
use domain::order::{self as rules, Action};

macro_rules! codes {
    ($of:ident, $to:ident, $type:ty, [$($word:path),+]) => {
        /// The word of a stored number.
        pub(crate) fn $of(code: u8) -> Result<$type> {
            const WORDS: &[$type] = &[$($word),+];
            let word = WORDS.get(usize::from(code)).copied();
            word.ok_or_else(|| {
                BookError::Inconsistent(format!("code {code} of {}", stringify!($type)))
            })
        }

        /// The stored number of a word.
        pub(crate) fn $to(word: $type) -> u8 {
            const WORDS: &[$type] = &[$($word),+];
            let at = WORDS.iter().position(|other| *other == word);
            at.expect("every word of the enum stands in the list") as u8
        }
    };
}

codes!(
    order_kind,
    kind_code,
    OrderKind,
    [OrderKind::Sale, OrderKind::Return, OrderKind::Adjustment]
);
codes!(
    order_state,
    state_code,
    OrderState,
    [
        OrderState::Draft,
        OrderState::Placed,
        OrderState::Closed,
        OrderState::Cancelled,
        OrderState::Quoted,
        OrderState::Declined
    ]
);
codes!(
    payment_status,
    payment_code,
    PaymentStatus,
    [
        PaymentStatus::Unpaid,
        PaymentStatus::PartPaid,
        PaymentStatus::Paid,
        PaymentStatus::CreditOwed,
        PaymentStatus::PartRefunded,
        PaymentStatus::Refunded,
        PaymentStatus::Void
    ]
);
codes!(
    fulfilment_status,
    fulfilment_code,
    FulfilmentStatus,
    [
        FulfilmentStatus::None,
        FulfilmentStatus::Unfulfilled,
        FulfilmentStatus::Allocated,
        FulfilmentStatus::PartShipped,
        FulfilmentStatus::Shipped,
        FulfilmentStatus::Returned,
        FulfilmentStatus::Delivered
    ]
);

/// The reasons for holds that a row's flags tell.
pub(crate) fn holds_of(flags: u32) -> Vec<HoldReason> {
    let set = |reason: &rules::HoldReason| flags >> (HOLDS + *reason as u32) & 1 == 1;
    rules::HoldReason::ALL
        .into_iter()
        .filter(set)
        .map(hold_reason)
        .collect()
}

/// The bit of a reason in a row's flags.
pub(crate) fn hold_bit(reason: HoldReason) -> u32 {
    let found = rules::HoldReason::ALL
        .into_iter()
        .find(|one| hold_reason(*one) == reason);
    found.map_or(0, |reason| 1 << (HOLDS + reason as u32))
}

/// The word of the wire for a reason to hold an order.
pub(crate) fn hold_reason(reason: rules::HoldReason) -> HoldReason {
    match reason {
        rules::HoldReason::PaymentReview => HoldReason::PaymentReview,
        rules::HoldReason::Address => HoldReason::Address,
        rules::HoldReason::Stock => HoldReason::Stock,
        rules::HoldReason::Customer => HoldReason::Customer,
        rules::HoldReason::Manual => HoldReason::Manual,
    }
}

/// The word of the wire for an action.
pub(crate) fn action(action: Action) -> OrderAction {
    match action {
        Action::Amend => OrderAction::Amend,
        Action::Place => OrderAction::Place,
        Action::Pay => OrderAction::Pay,
        Action::Allocate => OrderAction::Allocate,
        Action::Fulfil => OrderAction::Fulfil,
        Action::Cancel => OrderAction::Cancel,
        Action::Refund => OrderAction::Refund,
        Action::Discard => OrderAction::Discard,
        Action::Invoice => OrderAction::Invoice,
        Action::Deliver => OrderAction::Deliver,
        Action::RequestReturn => OrderAction::RequestReturn,
        Action::ReceiveReturn => OrderAction::ReceiveReturn,
        Action::Hold => OrderAction::Hold,
        Action::Release => OrderAction::Release,
        Action::Edit => OrderAction::Edit,
        Action::TakeBack => OrderAction::TakeBack,
        Action::Quote => OrderAction::Quote,
        Action::Decline => OrderAction::Decline,
        Action::Reopen => OrderAction::Reopen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_of_the_rules() {
        use rules::{FulfilmentStatus as F, PaymentStatus as P};
        let same = |ours: serde_json::Value, theirs: serde_json::Value| assert_eq!(ours, theirs);
        let json = |word: &dyn erased::Word| word.json();
        for theirs in [
            P::Unpaid,
            P::PartPaid,
            P::Paid,
            P::CreditOwed,
            P::PartRefunded,
            P::Refunded,
            P::Void,
        ] {
            same(json(&payment_status(theirs as u8).unwrap()), json(&theirs));
        }
        for theirs in [
            F::None,
            F::Unfulfilled,
            F::Allocated,
            F::PartShipped,
            F::Shipped,
            F::Returned,
            F::Delivered,
        ] {
            same(
                json(&fulfilment_status(theirs as u8).unwrap()),
                json(&theirs),
            );
        }
    }

    mod erased {
        pub trait Word {
            fn json(&self) -> serde_json::Value;
        }
        impl<T: serde::Serialize> Word for T {
            fn json(&self) -> serde_json::Value {
                serde_json::to_value(self).unwrap()
            }
        }
    }

    #[test]
    fn a_number_that_no_word_has_is_an_inconsistency() {
        assert!(matches!(order_state(9), Err(BookError::Inconsistent(_))));
        assert_eq!(
            fulfilment_status(fulfilment_code(FulfilmentStatus::None)).unwrap(),
            FulfilmentStatus::None
        );
    }
}
