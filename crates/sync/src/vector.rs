//! Version vectors: the last entry of each device's journal that somebody holds without a gap.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What somebody holds. A device that is missing is held up to 0: nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Vector(BTreeMap<Uuid, u64>);

impl Vector {
    /// The last entry held of a device.
    pub fn get(&self, device: Uuid) -> u64 {
        self.0.get(&device).copied().unwrap_or(0)
    }

    /// Notes that a device's journal is held up to an entry; never takes back.
    pub fn raise(&mut self, device: Uuid, seq: u64) {
        if seq > self.get(device) {
            self.0.insert(device, seq);
        }
    }

    /// Notes that a device's journal is held no further than an entry, after all.
    pub fn lower(&mut self, device: Uuid, seq: u64) {
        if seq < self.get(device) {
            self.0.insert(device, seq);
        }
    }

    /// The same with nothing of a device.
    pub fn without(&self, device: Uuid) -> Self {
        let mut others = self.clone();
        others.0.remove(&device);
        others
    }

    /// Notes all that another one holds.
    pub fn merge(&mut self, other: &Self) {
        for (device, seq) in other.iter() {
            self.raise(device, seq);
        }
    }

    /// Whether it holds all that another one does.
    pub fn covers(&self, other: &Self) -> bool {
        other.iter().all(|(device, seq)| self.get(device) >= seq)
    }

    /// How many entries it holds.
    pub fn entries(&self) -> u64 {
        self.0.values().fold(0, |sum, seq| sum.saturating_add(*seq))
    }

    /// The devices and their last entries, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (Uuid, u64)> + '_ {
        self.0.iter().map(|(device, seq)| (*device, *seq))
    }
}

impl FromIterator<(Uuid, u64)> for Vector {
    fn from_iter<T: IntoIterator<Item = (Uuid, u64)>>(iter: T) -> Self {
        let mut vector = Self::default();
        for (device, seq) in iter {
            vector.raise(device, seq);
        }
        vector
    }
}
