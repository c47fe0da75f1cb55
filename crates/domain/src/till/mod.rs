//! The till: how a sale is paid across the counter, and the drawer that the money lies in, from the
//! float in the morning to the count at night.

mod coins;
mod decide;
mod facts;
mod notes;
mod session;
mod takings;
mod tender;

pub use coins::{denominations, smallest_coin};
pub use decide::{close, move_cash, move_notes, open};
pub use facts::{Closed, Counted, Moved, Opened};
pub use notes::{Notes, NotesCounted, NotesExpected, NotesGiven, NotesSum};
pub use session::{Deed, TillSession};
pub use takings::{MethodSum, Takings};
pub use tender::{CASH, Part, PartTaken, give_back, take};
