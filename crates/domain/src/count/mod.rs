//! Counts of what lies at a location.
//!
//! "Counted X at time t" is an anchor: what is there is X and the movements after t. The difference
//! at t is booked as a movement that follows from X and from what moved before, so that an entry
//! about an earlier time that arrives late explains it and changes nothing of what is there.

mod anchor;
mod decide;
mod state;

pub use anchor::{Anchor, Change, LotLevels, lot_variances, variances};
pub use decide::{count, discard, finish, open};
pub use state::{
    Count, CountScope, Counted, CountedLine, CountedLot, Finished, LotTally, Opened, Tally,
};
