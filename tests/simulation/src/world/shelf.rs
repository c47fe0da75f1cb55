//! Snapshots: a device makes one and gives it later, and others start from what lies at the hub:
//! new ones, and those whose disks are lost.

use book::sync::adopt;
use domain::DeviceId;
use sync::shelf::{Pace, Shelves as _, download, manifest_of, upload};
use uuid::Uuid;

use super::{Mutant, Outcome, STEPS, World};
use crate::check;
use crate::device::{BOOK, Device};
use crate::lossy::Lossy;

/// Devices of a history at most.
const DEVICES: usize = 5;

const PACE: Pace<'_> = Pace {
    on: &|_, _| true,
    pause: &|_| (),
};

/// Runs the history of a seed at a hub, in which devices start from snapshots, to its end. In one
/// half of them devices are restored from backups, in the other half the hub is.
pub fn run_joining(seed: u64, mutant: Option<Mutant>) -> Outcome {
    let mut world = World::new(seed, mutant);
    (world.joins, world.kind) = (true, 0);
    world.hub_breaks = seed % 2 == 1;
    for _ in 0..STEPS {
        world.step();
    }
    world.heal();
    Outcome {
        deeds: world.deeds.len(),
        broken: check::broken(&world),
    }
}

impl World {
    /// A device makes a snapshot after it has heard all that the hub knows.
    pub(super) fn begin_snapshot(&mut self, at: usize) {
        let mut hub = Lossy {
            inner: self.sim_hub(at),
            dice: &self.dice,
            healed: false,
        };
        // Another one may be at it, or the call be lost.
        let Ok(begun) = hub.begin(true) else {
            return;
        };
        if self.told_round(at, true, false).failure.is_none() {
            self.devices[at].make_snapshot(begun);
        }
    }

    /// A device gives the snapshot that it made; what does not arrive it gives another time.
    pub(super) fn give_snapshot(&mut self, at: usize) {
        let Some(snapshot) = &self.devices[at].snapshot else {
            return;
        };
        let mut held = snapshot.held.clone();
        if self.mutant == Some(Mutant::ClaimMore) {
            let now = self.devices[at].book().version_vector();
            let now = now.expect("a vector").into_iter();
            held = now.map(|(id, seq)| (id.0, seq)).collect();
        }
        let mut hub = Lossy {
            inner: self.sim_hub(at),
            dice: &self.dice,
            healed: false,
        };
        let asked = (&snapshot.begun, None);
        let given = (snapshot.file.as_path(), &held, self.now_ms);
        // What was erased meanwhile, and who was quicker, is a reason to make another one.
        let _ = upload(&mut hub, asked, given, &PACE);
    }

    /// A new device, or one whose disk is lost, starts from the snapshot at the hub.
    pub(super) fn start_from_snapshot(&mut self, at: usize) {
        let mut hub = Lossy {
            inner: self.sim_hub(at),
            dice: &self.dice,
            healed: false,
        };
        let Some(listing) = hub.shelf().ok().and_then(|shelf| shelf.newest) else {
            return;
        };
        let manifest = manifest_of(&listing, None).expect("it was made by one of them");
        // What has come before, of this snapshot or another, stays.
        let file = self.root.path().join("joining");
        if download(&mut hub, (&manifest, None), &file, &PACE).is_err() {
            return;
        }
        self.names += 1;
        let fresh = DeviceId(Uuid::from_u128(self.names));
        adopt(&file, BOOK, fresh).expect("a snapshot is a book");
        let count = self.devices.len();
        if count < DEVICES && self.throw(2) == 0 {
            let new = Device::joined(self.root.path(), count, &file, listing.held);
            self.devices.push(new);
        } else {
            self.devices[at].start_anew(&file, listing.held);
            self.forget_what_is_lost();
        }
    }
}
