//! Decisions about counts.

use super::state::{Count, CountScope, Counted, CountedLine, Finished, Opened};
use crate::ids::ProductId;
use crate::limits::{CODE_CHARS, COUNT_LINES, NAME_CHARS, QUANTITY_MILLI};
use crate::refusal::Refusal;
use crate::text;

/// Checks a new count.
pub fn open(mut said: Opened) -> Result<Opened, Refusal> {
    said.title = text::optional("title", said.title.as_deref(), NAME_CHARS)?;
    match &mut said.scope {
        CountScope::Full => {}
        CountScope::Category(category) => {
            *category = text::required("category", category, NAME_CHARS)?;
        }
        CountScope::Products(products) => {
            if products.is_empty() {
                return Err(Refusal::at("products", "required"));
            }
            if products.len() > COUNT_LINES {
                return Err(Refusal::at("products", "too_many").with(COUNT_LINES));
            }
            products.sort_unstable();
            products.dedup();
        }
    }
    Ok(said)
}

/// Checks what somebody found. What a counter found of a product never falls below nothing.
pub fn count(now: &Count, counter: &str, lines: Vec<CountedLine>) -> Result<Counted, Refusal> {
    check_open(now)?;
    if lines.is_empty() {
        return Err(Refusal::at("lines", "required"));
    }
    if lines.len() > COUNT_LINES {
        return Err(Refusal::at("lines", "too_many").with(COUNT_LINES));
    }
    let counter = text::required("counter", counter, CODE_CHARS)?;
    let mut after = now.clone();
    for (index, line) in lines.iter().enumerate() {
        let field = || format!("lines.{index}.quantity_milli");
        if line.quantity_milli.unsigned_abs() > QUANTITY_MILLI as u64 {
            return Err(Refusal::at(field(), "out_of_range"));
        }
        let one = Counted {
            counter: counter.clone(),
            lines: vec![*line],
        };
        after.counted(one, after.began);
        let tally = after.found.get(&line.product);
        let tally = tally.and_then(|counters| counters.get(&counter));
        if tally.is_some_and(|tally| tally.quantity_milli < 0) {
            return Err(Refusal::at(field(), "quantity_negative"));
        }
    }
    Ok(Counted { counter, lines })
}

/// Checks the end of a count; `missing` is what should be there and was not found.
pub fn finish(now: &Count, missing: Vec<ProductId>) -> Result<Finished, Refusal> {
    check_open(now)?;
    if now.found.is_empty() && missing.is_empty() {
        return Err(Refusal::new("nothing_counted"));
    }
    Ok(Finished { missing })
}

/// Checks that a count may be thrown away.
pub fn discard(now: &Count) -> Result<(), Refusal> {
    check_open(now)
}

fn check_open(now: &Count) -> Result<(), Refusal> {
    if now.is_open() {
        Ok(())
    } else {
        Err(Refusal::new("count_not_open"))
    }
}
