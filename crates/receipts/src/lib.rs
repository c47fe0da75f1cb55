//! Receipts: what stands on a slip in, plain text or the bytes of a receipt printer out.
//!
//! Pure: it knows no book, no file and no network. The same layout, in the columns of the paper, is
//! what a preview shows and what the printer gets. Commands are those of Epson's ESC/POS, which
//! nearly every receipt printer understands.

mod bitmap;
mod code_page;
mod escpos;
mod layout;
mod plain;
mod slip;

pub use bitmap::Bitmap;
pub use code_page::CodePage;
pub use escpos::{Printing, escpos, open_drawer};
pub use plain::plain;
pub use slip::{Block, Look, Slip};
