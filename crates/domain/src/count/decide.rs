//! Decisions about counts.

use super::state::{Count, CountScope, Counted, CountedLine, Finished, Opened, Tally};
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
            lines: vec![line.clone()],
        };
        after.counted(one, after.began);
        let tally = after.found.get(&line.product);
        let tally = tally.and_then(|counters| counters.get(&counter));
        if tally.is_some_and(|tally| tally.quantity_milli < 0) {
            return Err(Refusal::at(field(), "quantity_negative"));
        }
        if let Some(tally) = tally {
            check_lots(&format!("lines.{index}.lots"), line, tally)?;
        }
    }
    Ok(Counted { counter, lines })
}

/// What a counter found of lots is never less than nothing, and together no more than the goods.
fn check_lots(field: &str, line: &CountedLine, tally: &Tally) -> Result<(), Refusal> {
    for (at, part) in line.lots.iter().enumerate() {
        let own = tally.lots.get(&part.lot);
        if own.is_some_and(|own| own.quantity_milli < 0) {
            let field = format!("{field}.{at}.quantity_milli");
            return Err(Refusal::at(field, "quantity_negative"));
        }
    }
    let named = tally.lots.values().map(|lot| lot.quantity_milli);
    if named.fold(0, i64::saturating_add) > tally.quantity_milli {
        return Err(Refusal::at(field, "lots_differ").with(tally.quantity_milli));
    }
    Ok(())
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
