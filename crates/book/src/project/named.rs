//! By what documents about goods are found: the words that they say, and the products that they
//! name. Of a count that goes on only what is new is written.

use super::Target;
use crate::error::Result;
use crate::fold_text::fold;
use domain::count::Count;
use domain::purchase::Purchase;
use domain::stock::StockDocument;
use domain::transfer::Transfer;
use domain::{ProductId, SubjectKind};
use rusqlite::params;
use std::collections::BTreeSet;

/// What a document is found by.
#[derive(Default, PartialEq, Eq)]
pub(super) struct Named {
    words: Vec<String>,
    /// Key of the place that it names, where no other table has it.
    place: Option<String>,
    products: BTreeSet<ProductId>,
}

impl Named {
    fn of<'a>(
        words: impl IntoIterator<Item = Option<&'a str>>,
        products: impl IntoIterator<Item = ProductId>,
    ) -> Self {
        let words = words.into_iter().flatten().map(str::to_owned);
        Self {
            words: words.filter(|word| !word.is_empty()).collect(),
            place: None,
            products: products.into_iter().collect(),
        }
    }

    pub(super) fn of_count(count: &Count) -> Self {
        let opened = count.opened.as_ref();
        let title = opened.and_then(|opened| opened.title.as_deref());
        Self::of([title], count.found.keys().copied())
    }

    pub(super) fn of_transfer(transfer: &Transfer) -> Self {
        let Some(document) = &transfer.document else {
            return Self::default();
        };
        let sent = transfer.sent.iter().flat_map(|(sent, _)| &sent.lines);
        let lines = document.lines.iter().chain(sent);
        let words = [document.number.as_deref(), document.title.as_deref()];
        Self::of(words, lines.map(|line| line.product))
    }

    /// Those that list as adjustments.
    pub(super) fn of_stock(document: &StockDocument) -> Self {
        let said = document.adjusted.as_ref().filter(|_| !document.withdrawn);
        let Some(said) = said else {
            return Self::default();
        };
        let words = [Some(said.reason.as_str()), said.external_id.as_deref()];
        Self {
            place: Some(said.location.clone()),
            ..Self::of(words, said.lines.iter().map(|line| line.product))
        }
    }

    /// Orders to suppliers, with what their deliveries and returns are called.
    pub(super) fn of_purchase(purchase: &Purchase) -> Self {
        let document = purchase.document.as_ref();
        let note = document.and_then(|document| document.note.as_deref());
        let numbers = purchase.numbers.iter().map(|number| Some(number.as_str()));
        let receipts = purchase.receipts.values().map(|one| &one.said);
        let returns = purchase.returns.values().map(|one| &one.said);
        let delivered = receipts.clone().map(|said| said.delivery_note.as_deref());
        let back = returns
            .clone()
            .flat_map(|said| [Some(said.number.as_str()), Some(said.reason.as_str())]);
        let words = numbers.chain([note]).chain(delivered).chain(back);
        let ordered = document.into_iter().flat_map(|document| &document.lines);
        let came = receipts.flat_map(|said| &said.lines);
        let gone = returns.flat_map(|said| &said.lines);
        let products = ordered.map(|line| line.product);
        let products = products.chain(came.map(|line| line.product));
        Self {
            place: document.map(|document| document.location.clone()),
            ..Self::of(words, products.chain(gone.map(|line| line.product)))
        }
    }
}

fn write(target: &Target<'_>, no: i64, is: &Named) -> Result<()> {
    let sql = "DELETE FROM goods_word WHERE no = ?1";
    target.conn.prepare_cached(sql)?.execute([no])?;
    if is.words.is_empty() && is.place.is_none() {
        return Ok(());
    }
    let place = is.place.as_deref();
    let place = place.map(|place| target.terms.number(target.conn, place));
    let sql = "INSERT INTO goods_word (no, words, location) VALUES (?1, ?2, ?3)";
    let row = params![no, fold(&is.words.join(" ")), place.transpose()?];
    target.conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

/// Writes the difference of what a document is found by.
pub(super) fn replace(target: &mut Target<'_>, no: i64, was: &Named, is: &Named) -> Result<()> {
    if (&was.words, &was.place) != (&is.words, &is.place) {
        write(target, no, is)?;
    }
    for product in was.products.difference(&is.products) {
        let product = target.subject(SubjectKind::Product, product.0)?;
        let sql = "DELETE FROM goods_named WHERE product = ?1 AND no = ?2";
        target.conn.prepare_cached(sql)?.execute([product, no])?;
    }
    for product in is.products.difference(&was.products) {
        let product = target.subject(SubjectKind::Product, product.0)?;
        let sql = "INSERT INTO goods_named (product, no) VALUES (?1, ?2)";
        target.conn.prepare_cached(sql)?.execute([product, no])?;
    }
    Ok(())
}
