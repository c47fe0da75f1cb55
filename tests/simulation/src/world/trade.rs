//! Goods that are shared out among the devices: each sells within its share, gives and asks, and
//! hears of the others when it does. However that goes, no more is sold than there is.

use domain::share::{self, Rights};

use super::{Mutant, Outcome, STEPS, World};
use crate::check;
use crate::clerk;

/// What there is when the shop opens, thousandths.
const OPENING: i64 = 40_000;

/// Runs the history of a seed in which goods are shared out, to its end.
pub fn run_shared(seed: u64, mutant: Option<Mutant>) -> Outcome {
    let mut world = World::new(seed, mutant);
    world.shares = true;
    world.share_out();
    let mut broken = Vec::new();
    for step in 0..STEPS {
        world.step();
        if world.there_milli() < 0 {
            broken.push(format!("step {step}: more was sold than there is"));
            break;
        }
    }
    world.heal();
    broken.extend(check::broken(&world));
    Outcome {
        deeds: world.deeds.len(),
        broken,
    }
}

impl World {
    /// The first device has the goods and keeps the rest; all hear of it before they sell.
    fn share_out(&mut self) {
        let moment = self.devices[0].moment(self.now_ms);
        let book = self.devices[0].book();
        clerk::adjust(book, &moment, self.product, OPENING).expect("goods");
        self.deeds.insert(moment.id, OPENING);
        let moment = self.devices[0].moment(self.now_ms);
        let goods = (domain::ProductId(self.product), "main");
        clerk::share(self.devices[0].book(), &moment, goods, |now, _, by| {
            Ok(("share.opened", share::open(now, by, goods)?))
        })
        .expect("the goods are shared out");
        self.heal();
    }

    /// What there is when everybody is heard, thousandths.
    fn there_milli(&self) -> i64 {
        self.deeds.values().sum()
    }

    /// A device sells, or takes goods in, or gives another one a share.
    pub(super) fn trade(&mut self, at: usize) {
        let milli = (1 + self.throw(6) as i64) * 1_000;
        match self.throw(9) {
            0 => self.bring(at, milli),
            1..=3 => self.give(at, milli),
            _ => self.sell(at, milli),
        }
    }

    fn bring(&mut self, at: usize, milli: i64) {
        let moment = self.devices[at].moment(self.now_ms);
        let book = self.devices[at].book();
        clerk::adjust(book, &moment, self.product, milli).expect("goods come");
        self.deeds.insert(moment.id, milli);
    }

    fn give(&mut self, at: usize, milli: i64) {
        let to = self.throw(self.devices.len() as u64) as usize;
        let to = self.devices[to].book().device().expect("a device").id;
        let moment = self.devices[at].moment(self.now_ms);
        let goods = (domain::ProductId(self.product), "main");
        // Who has nothing to give is refused.
        let _ = clerk::share(
            self.devices[at].book(),
            &moment,
            goods,
            |now, rights, by| Ok(("share.given", share::give(now, rights, (by, to), milli)?)),
        );
    }

    fn sell(&mut self, at: usize, milli: i64) {
        let moment = self.devices[at].moment(self.now_ms);
        let book = self.devices[at].book();
        let by = book.device().expect("a device").id;
        let rights = book.read_rows(|read| read.rights(self.product, "main"));
        let rights = rights.expect("what it may take");
        let after = Rights {
            available_milli: rights.available_milli - milli,
            ..rights
        };
        let is_free = self.mutant == Some(Mutant::SellFreely) && after.available_milli >= 0;
        if after.short_milli(by, milli) > 0 && !is_free {
            return;
        }
        let draws = after.keeper != Some(by);
        clerk::sell(book, &moment, (self.product, milli), draws).expect("a sale is taken down");
        self.deeds.insert(moment.id, -milli);
    }
}
