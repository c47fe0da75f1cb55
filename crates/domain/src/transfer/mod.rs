//! Transfers: goods on their way from one of our locations to another. What was sent and has not
//! arrived, come back or been written off is in transit and stays visible there.

mod decide;
mod moves;
mod state;

/// What stands before the numbers of transfers, to tell them from those of orders.
pub const TRANSFER: &str = "T-";

pub use decide::{amend, discard, draft, handle, send};
pub use moves::transfer_moves;
pub use state::{
    Handled, Outcome, Sent, Transfer, TransferDocument, TransferLine, TransferStage, open_lots,
};
