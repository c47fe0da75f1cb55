//! The world: what happens, step by step, and how it heals.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use book::sync::Batch;
use hub::Store;
use sync::drive::{Hands, Round, round};
use sync::engine::{Engine, Input};
use sync::folder::Folder;
use sync::{About, Place as _, Record};
use uuid::Uuid;

mod shelf;
mod trade;

pub use shelf::run_joining;
pub use trade::run_shared;

use crate::check;
use crate::clerk;
use crate::device::{BOOK, Device};
use crate::dice::Dice;
use crate::lossy::{Lossy, SimHub};
use crate::replica::SimReplica;

/// A wrong way to sync, which the checks must find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mutant {
    /// R1: the cursor of a file is kept before what was read is.
    CursorFirst,
    /// R2: what was acknowledged once is never given again.
    TrustMemory,
    /// R6: a damaged entry fails the batch that it came in.
    BatchFails,
    /// R14: a restored device goes on under its name.
    KeepName,
    /// Places are not told what was erased.
    ForgetErasure,
    /// A device sells what it believes to be there, whatever its share is.
    SellFreely,
    /// R21: what a snapshot holds is read when it is given and not with the copy, and whoever
    /// starts from it believes that.
    ClaimMore,
    /// The hub keeps a snapshot in which there is what was erased.
    KeepSnapshots,
}

/// What a history came to.
#[derive(Debug)]
pub struct Outcome {
    /// Deeds that were acknowledged and not lost with a disk before they were sent.
    pub deeds: usize,
    /// What the guarantees promise and was not so.
    pub broken: Vec<String>,
}

/// Steps of one history.
const STEPS: usize = 140;
/// Rounds of every device with every place until nothing moves any more.
const HEALING: usize = 10;

/// A history under way.
pub struct World {
    pub(crate) devices: Vec<Device>,
    pub(crate) hub: Option<Store>,
    pub(crate) root: tempfile::TempDir,
    /// Deeds by their id: the goods that came or went.
    pub(crate) deeds: BTreeMap<Uuid, i64>,
    pub(crate) erased: BTreeSet<Uuid>,
    product: Uuid,
    customers: Vec<Uuid>,
    dice: RefCell<Dice>,
    mutant: Option<Mutant>,
    /// The goods are shared out among the devices.
    shares: bool,
    /// Devices make snapshots, and others start from them.
    joins: bool,
    /// Of these histories, one in which the hub is put back, and no device is.
    hub_breaks: bool,
    now_ms: i64,
    names: u128,
    hub_file: u32,
    /// Which places there are: the hub, the folder, or both.
    kind: u64,
}

/// A folder of a history's own, in memory where the system has such a place: what is durable of its
/// files the faulty disk says, and never the real one.
fn scratch() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm")
        .or_else(|_| tempfile::tempdir())
        .expect("a folder")
}

/// Runs the history of a seed to its end.
pub fn run(seed: u64, mutant: Option<Mutant>) -> Outcome {
    let mut world = World::new(seed, mutant);
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
    fn new(seed: u64, mutant: Option<Mutant>) -> Self {
        let root = scratch();
        let count = 2 + (seed % 3) as usize;
        let devices = (0..count).map(|number| Device::new(root.path(), number));
        let mut world = Self {
            devices: devices.collect(),
            hub: Some(Store::open(&root.path().join("hub-0.db")).expect("a new hub")),
            deeds: BTreeMap::new(),
            erased: BTreeSet::new(),
            product: Uuid::nil(),
            customers: Vec::new(),
            dice: RefCell::new(Dice::new(seed)),
            mutant,
            shares: false,
            joins: false,
            hub_breaks: false,
            now_ms: 1_700_000_000_000,
            names: 1 << 90,
            hub_file: 0,
            kind: seed / 3 % 3,
            root,
        };
        std::fs::create_dir(world.folder()).expect("a folder");
        world.open_shop();
        world
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.root.path().join("stick")
    }

    pub(crate) fn hub(&self) -> &Store {
        self.hub.as_ref().expect("it serves between steps")
    }

    fn open_shop(&mut self) {
        let first = &mut self.devices[0];
        let founding = first.moment(self.now_ms);
        clerk::found(first.book(), &founding).expect("a shop");
        let making = first.moment(self.now_ms);
        self.product = making.id;
        clerk::product(first.book(), &making).expect("a product");
    }

    fn throw(&self, most: u64) -> u64 {
        self.dice.borrow_mut().throw(most)
    }

    fn step(&mut self) {
        self.now_ms += 60_000;
        let at = self.throw(self.devices.len() as u64) as usize;
        match self.throw(100) {
            0..=44 if self.shares => self.trade(at),
            0..=44 => self.deed(at),
            45..=49 => self.meet_customer(at),
            50..=51 => self.erase_customer(at),
            77..=80 if self.joins => self.begin_snapshot(at),
            81..=84 if self.joins => self.give_snapshot(at),
            85..=88 if self.joins => self.start_from_snapshot(at),
            52..=88 => self.sync(at, false),
            89..=91 => self.devices[at].restart(),
            92..=94 => self.devices[at].back_up(),
            // A restored device knows its share as it was: ADR 43 says whose risk that is.
            95 if self.shares => {}
            // A device and the hub that are both put back to what they were: see `run_joining`.
            95 if self.joins && self.hub_breaks => {}
            96 if self.joins && !self.hub_breaks => {}
            95 => self.restore_device(at),
            96 => self.restore_hub(),
            97 => self.devices[at].skew_ms = self.skew(),
            98 => self.flip_a_byte(),
            _ => self.poison(at),
        }
    }

    /// A clock that is years off, or right.
    fn skew(&self) -> i64 {
        let year_ms = 365 * 86_400_000;
        [0, year_ms, -year_ms, 40 * year_ms][self.throw(4) as usize]
    }

    fn deed(&mut self, at: usize) {
        let quantity = self.throw(9) as i64 * 1_000 - 3_000;
        let moment = self.devices[at].moment(self.now_ms);
        let done = clerk::adjust(self.devices[at].book(), &moment, self.product, quantity);
        // A local write never fails for what a clock says.
        done.expect("a deed is taken down");
        self.deeds.insert(moment.id, quantity);
    }

    fn meet_customer(&mut self, at: usize) {
        let moment = self.devices[at].moment(self.now_ms);
        clerk::customer(self.devices[at].book(), &moment).expect("a customer");
        self.customers.push(moment.id);
    }

    fn erase_customer(&mut self, at: usize) {
        let Some(customer) = self.dice.borrow_mut().one_of(&self.customers).copied() else {
            return;
        };
        let moment = self.devices[at].moment(self.now_ms);
        clerk::erase(self.devices[at].book(), &moment, customer).expect("an erasure");
    }

    /// A round of a device with one of its places.
    fn sync(&mut self, at: usize, healed: bool) {
        let with_hub = match self.kind {
            0 => true,
            1 => false,
            _ => self.throw(3) > 0,
        };
        self.round(at, with_hub, healed);
    }

    fn round(&mut self, at: usize, with_hub: bool, healed: bool) -> u64 {
        let done = self.told_round(at, with_hub, healed);
        done.fetched + done.given + u64::from(done.renewed)
    }

    fn told_round(&mut self, at: usize, with_hub: bool, healed: bool) -> Round {
        self.names += 1;
        let killed = (!healed && self.throw(5) == 0).then(|| self.throw(3) as u32);
        let replica = SimReplica {
            device: &self.devices[at],
            place: if with_hub { "hub" } else { "stick" },
            mutant: self.mutant,
            fresh: self.names,
            killed_after: Cell::new(killed),
        };
        let own = replica.device.book().device().expect("a device").id.0;
        let mut engine = Engine::new(own, self.names as u64, 60_000);
        let now_ms = self.now_ms;
        let hands = Hands {
            now_ms: &|| now_ms,
            on: &|_| true,
        };
        let dice = &self.dice;
        let done = if with_hub {
            let inner = self.sim_hub(at);
            let mut place = Lossy {
                inner,
                dice,
                healed,
            };
            round(&mut engine, Input::Tick, (&replica, &mut place), &hands)
        } else {
            let inner = Folder::new(&self.folder(), BOOK);
            let mut place = Lossy {
                inner,
                dice,
                healed,
            };
            round(&mut engine, Input::Tick, (&replica, &mut place), &hands)
        };
        if killed.is_some() {
            self.devices[at].restart();
        }
        done
    }

    fn sim_hub(&self, at: usize) -> SimHub<'_> {
        SimHub {
            store: self.hub(),
            caller: at as u8,
            now_ms: self.now_ms,
            keeps_snapshots: self.mutant == Some(Mutant::KeepSnapshots),
        }
    }

    /// The disk of a device is lost; what lay nowhere else is lost with it.
    fn restore_device(&mut self, at: usize) {
        if self.devices[at].restore() {
            self.forget_what_is_lost();
        }
    }

    fn forget_what_is_lost(&mut self) {
        let known = check::subjects_anywhere(self);
        self.deeds.retain(|id, _| known.contains(id));
        self.customers.retain(|id| known.contains(id));
    }

    /// The hub's disk is lost, and a copy from a while ago put in its place.
    fn restore_hub(&mut self) {
        let copy = self.root.path().join("hub-copy.db");
        if self.hub_file.is_multiple_of(2) {
            let _ = std::fs::remove_file(&copy);
            self.hub().backup(&copy).expect("a copy of the hub");
        } else {
            self.hub = None;
            let place = self.root.path().join(format!("hub-{}.db", self.hub_file));
            hub::store::restore(&copy, &place).expect("the copy becomes the hub");
            self.hub = Some(Store::open(&place).expect("a hub"));
            // What a device wrote before it lost its own disk may have been there alone.
            self.forget_what_is_lost();
        }
        self.hub_file += 1;
    }

    /// A bit rots in a file of the folder.
    fn flip_a_byte(&mut self) {
        let book = self.folder().join(format!("counterbook-{BOOK}"));
        let Ok(files) = std::fs::read_dir(book) else {
            return;
        };
        let mut files: Vec<PathBuf> = files.flatten().map(|file| file.path()).collect();
        files.sort();
        let Some(file) = self.dice.borrow_mut().one_of(&files).cloned() else {
            return;
        };
        let mut bytes = std::fs::read(&file).expect("a file of the folder");
        let at = self.throw(bytes.len() as u64) as usize;
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 0x10;
            std::fs::write(&file, bytes).expect("a file of the folder");
        }
    }

    /// A broken program writes an entry into the folder that is none, in the place of another;
    /// where nobody uses the folder, nobody looks after it.
    fn poison(&mut self, at: usize) {
        if self.kind == 0 {
            return;
        }
        let book = self.devices[at].book();
        let own = book.device().expect("a device").id;
        let batch = Batch {
            entries: 1,
            bytes: usize::MAX,
        };
        let entries = book.entries_after(own, 0, batch).expect("an entry");
        let mut records: Vec<Record> = entries.iter().map(Record::of).collect();
        records.iter_mut().for_each(|record| record.hash[7] ^= 1);
        let broken = About {
            device: Uuid::from_u128(99),
            ..About::default()
        };
        let mut place = Folder::new(&self.folder(), BOOK);
        place.greet(&broken, &BTreeMap::new()).expect("a folder");
        place.push(&records).expect("a folder");
    }

    /// Everything works again: devices meet until nothing moves any more.
    fn heal(&mut self) {
        for device in &mut self.devices {
            device.skew_ms = 0;
        }
        self.meet_until_nothing_moves();
        for customer in &self.customers {
            if check::is_erased(self.devices[0].book(), *customer) {
                self.erased.insert(*customer);
            }
        }
    }

    fn meet_until_nothing_moves(&mut self) {
        for _ in 0..HEALING {
            let mut moved = 0;
            for at in 0..self.devices.len() {
                if self.kind != 1 {
                    moved += self.round(at, true, true);
                }
                if self.kind != 0 {
                    moved += self.round(at, false, true);
                }
            }
            if moved == 0 {
                break;
            }
        }
    }
}
