//! `counterbook seed`: a book with a reproducible, realistic history.
use app::seed::{SeedOptions, seed};

use crate::arguments::Seed;
use crate::failure::Failure;
use crate::house::write_out;
use crate::progress::Progress;

/// Makes the book.
pub fn run(asked: &Seed) -> Result<(), Failure> {
    let mut progress = Progress::new();
    let options = SeedOptions {
        orders: asked.orders,
        seed: asked.seed,
    };
    let made = seed(&asked.book, options, &mut |done, total| {
        progress.line(&format!("seeding {done} of {total} orders"), done < total);
    })?;
    let line = format!(
        "made {} orders, {} lines, {} customers, {} products\n",
        made.orders, made.lines, made.customers, made.products
    );
    write_out(line.as_bytes())
}
