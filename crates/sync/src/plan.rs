//! The plan: two version vectors in, transfers out. Pure, and therefore never wrong for long: the
//! next plan is made of what both sides hold then, whatever became of this one.

use crate::vector::Vector;
use uuid::Uuid;

/// A run of entries of one device's journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The device.
    pub device: Uuid,
    /// The entry before the first.
    pub after: u64,
    /// The last entry.
    pub to: u64,
}

/// What one side lacks of what the other holds, in the order of the devices' ids.
pub fn plan(holds: &Vector, lacks: &Vector) -> Vec<Span> {
    let spans = holds.iter().map(|(device, to)| Span {
        device,
        after: lacks.get(device),
        to,
    });
    spans.filter(|span| span.after < span.to).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn vectors() -> impl Strategy<Value = Vector> {
        let one = (0_u128..6, 0_u64..9);
        let all = prop::collection::vec(one, 0..6);
        all.prop_map(|all| {
            let ids = all.into_iter();
            ids.map(|(id, seq)| (Uuid::from_u128(id), seq)).collect()
        })
    }

    proptest! {
        #[test]
        fn what_is_carried_over_makes_both_sides_hold_the_same(
            mine in vectors(), theirs in vectors()
        ) {
            let (push, pull) = (plan(&mine, &theirs), plan(&theirs, &mine));
            let (mut here, mut there) = (mine.clone(), theirs.clone());
            for span in &push {
                prop_assert_eq!(there.get(span.device), span.after, "each goes on where it ended");
                there.raise(span.device, span.to);
            }
            for span in &pull {
                prop_assert_eq!(here.get(span.device), span.after);
                here.raise(span.device, span.to);
            }
            prop_assert!(here.covers(&there) && there.covers(&here));
            prop_assert!(plan(&here, &there).is_empty() && plan(&there, &here).is_empty());
            let carried: u64 = push.iter().map(|span| span.to - span.after).sum();
            prop_assert_eq!(carried, there.entries() - theirs.entries(), "and nothing twice");
        }

        #[test]
        fn a_transfer_that_broke_off_is_gone_on_with(mine in vectors(), part in 0_usize..5) {
            let mut there = Vector::default();
            for span in plan(&mine, &there).into_iter().take(part) {
                there.raise(span.device, span.after + 1);
            }
            for span in plan(&mine, &there) {
                there.raise(span.device, span.to);
            }
            prop_assert!(there.covers(&mine));
        }
    }
}
