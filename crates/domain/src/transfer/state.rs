//! A transfer as folded from its entries.

use crate::entry::Entry;
use crate::ids::{ProductId, ReceiptId, TransferId};
use crate::lot::LotPart;
use crate::order::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A quantity of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferLine {
    /// The product.
    pub product: ProductId,
    /// How much, thousandths.
    pub quantity_milli: i64,
}

/// Payload of `transfer.drafted` and `transfer.amended`: what is to go where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferDocument {
    /// Its number, from the device's series; said once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Key of the location that sends.
    pub from: String,
    /// Key of the location that receives.
    pub to: String,
    /// What it is about, in the words of the shop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What is to go.
    pub lines: Vec<TransferLine>,
    /// Which lots are to go, where somebody named them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<LotPart>,
}

/// Payload of `transfer.sent`: what went, from where and to where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// Key of the location that sent.
    pub from: String,
    /// Key of the location that receives.
    pub to: String,
    /// What went.
    pub lines: Vec<TransferLine>,
    /// What of it belongs to lots.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<LotPart>,
}

/// What became of goods on their way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// They arrived.
    Received,
    /// They went back to where they came from.
    Returned,
    /// They are lost or broken.
    WrittenOff,
}

/// Payload of `transfer.received`, `transfer.returned` and `transfer.written_off`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handled {
    /// Identity of the receipt.
    pub receipt: ReceiptId,
    /// Why; of goods that were written off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Which goods.
    pub lines: Vec<TransferLine>,
    /// What of it belongs to lots.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<LotPart>,
}

/// How far a transfer has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransferStage {
    /// Being written.
    Draft,
    /// Under way, at least in part.
    Sent,
    /// Nothing of it is under way any more.
    Done,
    /// Thrown away before it was sent.
    Discarded,
}

/// A transfer as folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transfer {
    /// The key.
    pub id: Option<TransferId>,
    /// What is to go where; the last draft, once known.
    pub document: Option<TransferDocument>,
    /// When it was first written down.
    pub drafted: Moment,
    /// What went, and when.
    pub sent: Option<(Sent, Moment)>,
    /// What became of it, part by part.
    pub receipts: BTreeMap<ReceiptId, (Outcome, Handled, Moment)>,
    /// Thrown away.
    pub discarded: bool,
    /// Number of entries folded.
    pub version: u32,
}

impl Transfer {
    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        self.id = Some(TransferId(entry.subject.id));
        self.version += 1;
        let moment = Moment::of(entry);
        let said = entry.payload.as_str();
        match entry.kind.as_str() {
            "transfer.drafted" | "transfer.amended" => self.written(said, moment),
            "transfer.sent" if self.sent.is_none() => {
                self.sent = serde_json::from_str(said).ok().map(|said| (said, moment));
            }
            "transfer.received" => self.handled(Outcome::Received, said, moment),
            "transfer.returned" => self.handled(Outcome::Returned, said, moment),
            "transfer.written_off" => self.handled(Outcome::WrittenOff, said, moment),
            "transfer.discarded" => self.discarded = true,
            _ => {}
        }
    }

    fn written(&mut self, said: &str, moment: Moment) {
        let Ok(mut said) = serde_json::from_str::<TransferDocument>(said) else {
            return;
        };
        match &self.document {
            None => self.drafted = moment,
            Some(before) => said.number = before.number.clone(),
        }
        self.document = Some(said);
    }

    fn handled(&mut self, outcome: Outcome, said: &str, moment: Moment) {
        if let Ok(said) = serde_json::from_str::<Handled>(said) {
            let receipt = self.receipts.entry(said.receipt);
            receipt.or_insert((outcome, said, moment));
        }
    }

    /// How far it has come. Goods that went are not thrown away: they stand.
    pub fn stage(&self) -> TransferStage {
        match &self.sent {
            None if self.discarded => TransferStage::Discarded,
            None => TransferStage::Draft,
            Some(_) if self.open().values().any(|milli| *milli != 0) => TransferStage::Sent,
            Some(_) => TransferStage::Done,
        }
    }

    /// What went, by product, thousandths.
    pub fn sent_milli(&self) -> BTreeMap<ProductId, i64> {
        let sent = self.sent.as_ref();
        sums(sent.map_or(&[], |(sent, _)| &sent.lines))
    }

    /// What became of it in one way, by product, thousandths.
    pub fn handled_milli(&self, outcome: Outcome) -> BTreeMap<ProductId, i64> {
        let receipts = self.receipts.values();
        let lines = receipts.filter(|(own, ..)| *own == outcome);
        let lines: Vec<TransferLine> = lines.flat_map(|(_, said, _)| said.lines.clone()).collect();
        sums(&lines)
    }

    /// What is still under way, by product, thousandths. Two devices apart may both take the same
    /// goods in: what is under way is then below zero, for a person to see.
    pub fn open(&self) -> BTreeMap<ProductId, i64> {
        let mut open = self.sent_milli();
        for (_, said, _) in self.receipts.values() {
            for line in &said.lines {
                let sum = open.entry(line.product).or_default();
                *sum = sum.saturating_sub(line.quantity_milli);
            }
        }
        open
    }
}

/// What of lots is still under way, in the order in which it was sent.
pub fn open_lots(transfer: &Transfer) -> Vec<LotPart> {
    let sent = transfer.sent.as_ref();
    let mut open = sent.map_or_else(Vec::new, |(sent, _)| sent.lots.clone());
    for part in transfer
        .receipts
        .values()
        .flat_map(|(_, said, _)| &said.lots)
    {
        let same = |one: &&mut LotPart| one.product == part.product && one.lot == part.lot;
        if let Some(one) = open.iter_mut().find(same) {
            one.quantity_milli = one.quantity_milli.saturating_sub(part.quantity_milli);
        }
    }
    open
}

/// Quantities summed by product, thousandths.
pub(super) fn sums(lines: &[TransferLine]) -> BTreeMap<ProductId, i64> {
    let mut sums = BTreeMap::new();
    for line in lines {
        let sum: &mut i64 = sums.entry(line.product).or_default();
        *sum = sum.saturating_add(line.quantity_milli);
    }
    sums
}
