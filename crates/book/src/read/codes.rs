//! The numbers that rows hold for the words of an order, and back.

use crate::dto::{FulfilmentStatus, OrderAction, OrderKind, OrderState, PaymentStatus};
use crate::error::{BookError, Result};
use domain::order::Action;

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
        OrderState::Cancelled
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
        FulfilmentStatus::Returned
    ]
);

/// The word of the wire for an action.
pub(crate) fn action(action: Action) -> OrderAction {
    match action {
        Action::Amend => OrderAction::Amend,
        Action::Place => OrderAction::Place,
        Action::Pay => OrderAction::Pay,
        Action::Fulfil => OrderAction::Fulfil,
        Action::Cancel => OrderAction::Cancel,
        Action::Refund => OrderAction::Refund,
        Action::Discard => OrderAction::Discard,
        Action::Invoice => OrderAction::Invoice,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::order as rules;

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
