//! The shares of a product at a place, as folded from what devices said.

use crate::entry::Entry;
use crate::ids::{DeviceId, ProductId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Payload of all entries about shares. `share.opened` and `share.closed` say the goods alone;
/// `share.given` and `share.lost` say of which device; `share.asked` and `share.drawn` are about
/// the device that says them. What is drawn is a record of its own for each act, so that a busy
/// product's shares stay short to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareTerms {
    /// The product.
    pub product: ProductId,
    /// Key of the place.
    pub location: String,
    /// The device that gets something, or is lost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<DeviceId>,
    /// How much, thousandths.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity_milli: Option<i64>,
}

/// What a device was given, has taken and asks for, thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Given to it, less what it gave away.
    pub given_milli: i64,
    /// Taken by it.
    pub used_milli: i64,
    /// Asked for and not given yet.
    pub asked_milli: i64,
}

/// Shares as folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// The goods: product and place.
    pub goods: Option<(ProductId, String)>,
    /// The device that keeps what no other was given; none where nothing was ever shared.
    pub keeper: Option<DeviceId>,
    /// Shares count.
    pub open: bool,
    /// What is told of each device.
    pub parts: BTreeMap<DeviceId, Part>,
    /// Number of entries folded.
    pub version: u32,
}

impl Share {
    /// Folds one more entry. What cannot be read says nothing.
    pub fn apply(&mut self, entry: &Entry) {
        self.version += 1;
        let Ok(said) = serde_json::from_str::<ShareTerms>(&entry.payload) else {
            return;
        };
        let milli = said.quantity_milli.unwrap_or(0).max(0);
        match entry.kind.as_str() {
            "share.opened" => {
                self.open = true;
                self.keeper = Some(entry.device);
            }
            "share.closed" => self.open = false,
            "share.given" => self.given(entry.device, said.device, milli),
            "share.lost" => self.change(said.device, |part| {
                part.given_milli = part.given_milli.saturating_sub(milli);
            }),
            "share.asked" => self.change(Some(entry.device), |part| part.asked_milli = milli),
            "share.drawn" => self.change(Some(entry.device), |part| {
                part.used_milli = part.used_milli.saturating_add(milli);
            }),
            _ => return,
        }
        self.goods.get_or_insert((said.product, said.location));
    }

    /// The keeper's own is what is left of the stock, and counted nowhere.
    fn given(&mut self, from: DeviceId, to: Option<DeviceId>, milli: i64) {
        let keeper = self.keeper;
        self.change(Some(from).filter(|from| keeper != Some(*from)), |part| {
            part.given_milli = part.given_milli.saturating_sub(milli);
        });
        self.change(to.filter(|to| keeper != Some(*to)), |part| {
            part.given_milli = part.given_milli.saturating_add(milli);
            part.asked_milli = part.asked_milli.saturating_sub(milli).max(0);
        });
    }

    fn change(&mut self, device: Option<DeviceId>, change: impl FnOnce(&mut Part)) {
        if let Some(device) = device {
            change(self.parts.entry(device).or_default());
        }
    }
}
