//! A purchase with everything about it.

use super::Read;
use super::lots::tracking_word;
use super::moment::local;
use super::order_pick;
use crate::dto::{
    self, ChargeSpread, GoodsSetAside, LotShown, PurchaseCharge, PurchasePaper, PurchaseReceipt,
    ReceivedGoods, SentBackGoods, SupplierReturn,
};
use crate::error::{BookError, Result};
use crate::journal;
use domain::lot::LotPart;
use domain::purchase::{
    Charge, Purchase, PurchaseLine, Receipt, ReceivedLine, SentBack, Spread, cost_minor, digits,
};
use domain::{Entry, ProductId, State, SubjectKind};
use uuid::Uuid;

impl Read<'_> {
    /// A purchase by id.
    pub fn purchase(&self, id: Uuid) -> Result<dto::Purchase> {
        let no = self.no_of(id, "purchase")?;
        let row = self.purchase_row(no)?;
        let (purchase, entries) = self.folded_purchase(no)?;
        let currency = currency(&purchase);
        let digits = digits(&currency);
        let document = purchase.document.as_ref();
        let lines: Vec<dto::PurchaseLine> = purchase
            .lines()
            .iter()
            .map(|line| self.shown_line(&purchase, line, digits))
            .collect::<Result<_>>()?;
        let charges = purchase.charges().iter();
        let charges_minor = charges.clone().map(|charge| charge.amount_minor).sum();
        let returns = purchase.returns.values().rev();
        Ok(dto::Purchase {
            row,
            location: document
                .map(|said| said.location.clone())
                .unwrap_or_default(),
            expected: document
                .and_then(|said| said.expected)
                .map(|day| day.to_string()),
            note: document.and_then(|said| said.note.clone()),
            close_reason: purchase.closed.clone(),
            cancel_reason: purchase.cancelled.clone().flatten(),
            goods_minor: lines.iter().map(|line| line.total_minor).sum(),
            charges_minor,
            charges: charges.map(shown_charge).collect(),
            receipts: self.shown_receipts(&purchase)?,
            returns: newest(returns.map(shown_return).collect(), |back| &back.at_local),
            papers: purchase.issued.iter().rev().map(shown_paper).collect(),
            timeline: self.timeline(&entries)?,
            currency,
            lines,
        })
    }

    /// A purchase's fold, and its entries in the order of it.
    pub(crate) fn folded_purchase(&self, no: i64) -> Result<(Purchase, Vec<Entry>)> {
        let mut entries = journal::entries(self.conn, self.terms, no)?;
        match domain::fold(SubjectKind::Purchase, &mut entries) {
            State::Purchase(purchase) => Ok((*purchase, entries)),
            _ => Err(BookError::NotFound("purchase")),
        }
    }

    /// The deliveries of a purchase, the newest first.
    fn shown_receipts(&self, purchase: &Purchase) -> Result<Vec<PurchaseReceipt>> {
        let costs = purchase.landed_micro().into_iter();
        let mut costs = costs.zip(purchase.shares_minor());
        let mut receipts = Vec::new();
        for receipt in purchase.receipts.values() {
            let said = receipt.said.lines.iter();
            let lines: Vec<_> = said
                .zip(&mut costs)
                .map(|(line, costs)| self.shown_goods((purchase, receipt), line, costs))
                .collect::<Result<_>>()?;
            receipts.push(shown_receipt(receipt, lines));
        }
        Ok(newest(receipts, |receipt| &receipt.at_local))
    }

    fn shown_line(
        &self,
        purchase: &Purchase,
        line: &PurchaseLine,
        digits: u32,
    ) -> Result<dto::PurchaseLine> {
        Ok(dto::PurchaseLine {
            line: line.line,
            product: line.product.0,
            sku: line.sku.clone(),
            title: line.title.clone(),
            code: line.code.clone(),
            quantity_milli: line.quantity_milli,
            pack_milli: line.pack_milli,
            unit_cost_micro: line.unit_cost_micro,
            total_minor: cost_minor(line.unit_cost_micro, line.quantity_milli, digits),
            own_day: line.expected.map(|day| day.to_string()),
            expected_day: purchase.expected(line).map(|day| day.to_string()),
            received_milli: purchase.received_milli(line.line),
            returned_milli: purchase.returned_milli(line.line),
            open_milli: purchase.open_milli(line),
            tracking: tracking_word(self.tracking_of(line.product.0)?),
        })
    }

    fn shown_goods(
        &self,
        (purchase, receipt): (&Purchase, &Receipt),
        line: &ReceivedLine,
        (landed_cost_micro, charges_minor): (i64, i64),
    ) -> Result<ReceivedGoods> {
        let mut lines = purchase.lines().iter();
        let own = lines.find(|own| line.line == Some(own.line));
        let (sku, title) = match own {
            Some(own) => (own.sku.clone(), own.title.clone()),
            None => self.name_of_product(line.product.0)?,
        };
        Ok(ReceivedGoods {
            line: line.line,
            product: line.product.0,
            sku,
            title,
            quantity_milli: line.quantity_milli,
            unit_cost_micro: line.unit_cost_micro,
            landed_cost_micro,
            charges_minor,
            lots: lots_of(&receipt.said.lots, line.line, line.product),
        })
    }

    /// SKU and title of a product; empty when it is not known here.
    fn name_of_product(&self, id: Uuid) -> Result<(String, String)> {
        let no = journal::subject_no(self.conn, id)?;
        let row = no.map(|no| self.product_row(no)).transpose()?.flatten();
        Ok(row.map(|row| (row.sku, row.title)).unwrap_or_default())
    }

    /// What was said in a document to the supplier, as its personal part keeps it.
    pub fn purchase_paper(&self, id: Uuid, document: Uuid) -> Result<Option<String>> {
        let (_, entries) = self.folded_purchase(self.no_of(id, "purchase")?)?;
        let of = |entry: &&Entry| {
            let said: Option<domain::purchase::Issued> = serde_json::from_str(&entry.payload).ok();
            entry.kind == "purchase.issued" && said.is_some_and(|said| said.document.0 == document)
        };
        let found = entries.iter().find(of);
        Ok(found.and_then(|entry| entry.personal.as_ref().map(|part| part.text.clone())))
    }
}

fn currency(purchase: &Purchase) -> String {
    let back = purchase.returns.values().next();
    let alone = back.map(|back| back.said.currency.clone());
    let document = purchase.document.as_ref();
    document
        .map(|said| said.currency.clone())
        .or(alone)
        .unwrap_or_default()
}

/// The lots of goods that moved by a line, or by none.
fn lots_of(parts: &[LotPart], line: Option<u32>, product: ProductId) -> Vec<LotShown> {
    let own = parts.iter();
    let own = own.filter(|part| part.line == line && part.product == product);
    order_pick::shown(&own.cloned().collect::<Vec<_>>())
}

fn shown_charge(charge: &Charge) -> PurchaseCharge {
    PurchaseCharge {
        name: charge.name.clone(),
        amount_minor: charge.amount_minor,
        spread: match charge.spread {
            Spread::Value => ChargeSpread::Value,
            Spread::Weight => ChargeSpread::Weight,
            Spread::Quantity => ChargeSpread::Quantity,
        },
    }
}

fn shown_receipt(receipt: &Receipt, lines: Vec<ReceivedGoods>) -> PurchaseReceipt {
    let aside = receipt.said.set_aside.iter().map(|aside| GoodsSetAside {
        code: aside.code.clone(),
        product: aside.product.map(|id| id.0),
        quantity_milli: aside.quantity_milli,
    });
    PurchaseReceipt {
        receipt: receipt.said.receipt.0,
        at_local: local(receipt.moment.at_ms, receipt.moment.offset_min),
        location: receipt.said.location.clone(),
        delivery_note: receipt.said.delivery_note.clone(),
        lines,
        set_aside: aside.collect(),
    }
}

fn shown_return(back: &SentBack) -> SupplierReturn {
    let lines = back.said.lines.iter().map(|goods| SentBackGoods {
        line: goods.line,
        product: goods.product.0,
        sku: goods.sku.clone(),
        title: goods.title.clone(),
        quantity_milli: goods.quantity_milli,
        unit_cost_micro: goods.unit_cost_micro,
        lots: lots_of(&back.said.lots, goods.line, goods.product),
    });
    SupplierReturn {
        back: back.said.back.0,
        number: back.said.number.clone(),
        at_local: local(back.moment.at_ms, back.moment.offset_min),
        location: back.said.location.clone(),
        reason: back.said.reason.clone(),
        lines: lines.collect(),
    }
}

fn shown_paper(
    (said, moment): &(domain::purchase::Issued, domain::order::Moment),
) -> PurchasePaper {
    PurchasePaper {
        document: said.document.0,
        at_local: local(moment.at_ms, moment.offset_min),
        language: said.language.clone(),
    }
}

/// The newest first; ids order what happened within a minute.
fn newest<T>(mut all: Vec<T>, at: impl Fn(&T) -> &String) -> Vec<T> {
    all.sort_by(|a, b| at(b).cmp(at(a)));
    all
}
