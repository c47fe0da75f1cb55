//! What each device may take of goods that are shared.

use super::state::Part;
use crate::ids::DeviceId;
use std::collections::BTreeMap;

/// Shares beside the stock, as one device knows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    /// The device that keeps what no other was given.
    pub keeper: Option<DeviceId>,
    /// What is told of each device.
    pub parts: BTreeMap<DeviceId, Part>,
    /// What is free to sell at the place, thousandths.
    pub available_milli: i64,
}

impl Rights {
    /// How much more a device may take, thousandths. The keeper may take what is free and in no
    /// share, which is below zero when goods turned out to be missing.
    ///
    /// What the keeper does not know yet never makes this too much: goods that others took of their
    /// shares are in their shares still, and what came in is not counted.
    pub fn left_milli(&self, device: DeviceId) -> i64 {
        if self.keeper == Some(device) {
            return self.available_milli.saturating_sub(self.shared_milli());
        }
        self.parts.get(&device).map_or(0, left_of)
    }

    /// How much a device is short of when it takes so much more, thousandths; `available_milli` is
    /// what is free after that.
    pub fn short_milli(&self, device: DeviceId, taken_milli: i64) -> i64 {
        let left_milli = self.left_milli(device);
        if self.keeper == Some(device) {
            return left_milli.saturating_neg().max(0);
        }
        taken_milli.saturating_sub(left_milli).max(0)
    }

    /// What the others may take. What a lost device took beyond what it was left is nobody's.
    fn shared_milli(&self) -> i64 {
        let others = self.parts.iter();
        let others = others.filter(|(device, _)| self.keeper != Some(**device));
        others.fold(0, |sum, (_, part)| sum.saturating_add(left_of(part)))
    }
}

fn left_of(part: &Part) -> i64 {
    part.given_milli.saturating_sub(part.used_milli).max(0)
}
