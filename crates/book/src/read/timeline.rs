//! The history of a record: its entries, the newest first, with what a sentence about each needs.

use super::Read;
use super::moment::local;
use super::people::Names;
use crate::device::Device;
use crate::dto::TimelineItem;
use crate::error::Result;
use domain::Entry;
use domain::audit::AuditTerms;
use domain::custom;
use domain::order::{
    Cancelled, Document, Edited, Fulfilled, Held, LineQuantity, Placed, Released, ReturnRequested,
    Returned, ReturnedLine, Sold,
};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use uuid::Uuid;

/// Fields of payloads that a sentence can use as they are.
const PLAIN: [&str; 15] = [
    "number",
    "method",
    "amount_minor",
    "reference",
    "reason",
    "carrier",
    "tracking",
    "archived",
    "until",
    "valid_until",
    "page_until",
    "add",
    "owner",
    "points",
    "remove",
];

impl Read<'_> {
    /// The history that a record's entries tell, given in the order of the fold.
    pub(crate) fn timeline(&self, entries: &[Entry]) -> Result<Vec<TimelineItem>> {
        self.timeline_by(&self.names()?, entries)
    }

    fn timeline_by(&self, names: &Names, entries: &[Entry]) -> Result<Vec<TimelineItem>> {
        let devices = Device::prefixes(self.conn)?;
        let items = entries.iter().rev().map(|entry| TimelineItem {
            at_local: local(entry.at_ms, entry.offset_min),
            actor: names.of_actor(&entry.actor),
            kind: entry.kind.clone(),
            device: devices.get(&entry.device).cloned().unwrap_or_default(),
            summary: summary(entry),
        });
        Ok(items.collect())
    }
}

const APPROVALS: &str = include_str!("sql/approvals_of.sql");

impl Read<'_> {
    /// The history of an order, with what somebody approved about it where it was approved.
    pub(super) fn order_timeline(
        &self,
        names: &Names,
        (id, entries): (Uuid, &[Entry]),
    ) -> Result<Vec<TimelineItem>> {
        let mut items = self.timeline_by(names, entries)?;
        for (item, entry) in items.iter_mut().zip(entries.iter().rev()) {
            let late = self.sold_late(entry)?;
            if !late.is_empty() {
                item.summary.insert("lots_sold_late".into(), json!(late));
            }
        }
        let times: Vec<i64> = entries.iter().rev().map(|entry| entry.at_ms).collect();
        let approvals = self.approvals(names, id)?;
        // From the oldest on, so that the places of the newer ones stay right.
        for (at_ms, item) in approvals.into_iter().rev() {
            let older = |time: &i64| *time <= at_ms;
            let place = times.iter().position(older).unwrap_or(times.len());
            items.insert(place, item);
        }
        Ok(items)
    }

    /// What was approved about a record, the newest first.
    fn approvals(&self, names: &Names, id: Uuid) -> Result<Vec<(i64, TimelineItem)>> {
        self.all(APPROVALS, [id.to_string()], |row| {
            let said: String = row.get(4)?;
            let said: AuditTerms = serde_json::from_str(&said).unwrap_or_default();
            let mut summary = Map::new();
            summary.insert("permissions".into(), json!(said.permissions));
            let person = said.person.and_then(|id| names.of(id.0));
            summary.insert("person".into(), json!(person));
            let item = TimelineItem {
                at_local: local(row.get(0)?, row.get(1)?),
                actor: names.of_actor(&row.get::<_, String>(3)?),
                kind: row.get(2)?,
                device: String::new(),
                summary,
            };
            Ok((row.get(0)?, item))
        })
    }
}

/// What the sentence about an entry needs. A payload of a later version gives what is understood.
/// Most of a payload is lines that no sentence needs: they are passed over.
fn summary(entry: &Entry) -> Map<String, Value> {
    let payload = entry.payload.as_str();
    let said: HashMap<String, &RawValue> = serde_json::from_str(payload).unwrap_or_default();
    let mut summary = Map::new();
    for key in PLAIN {
        let value = said.get(key).map(|value| serde_json::from_str(value.get()));
        if let Some(Ok(value)) = value {
            summary.insert(key.to_owned(), value);
        }
    }
    match entry.kind.as_str() {
        "order.drafted" | "order.amended" => {
            read(payload, |said: Document| document(&mut summary, &said));
        }
        "order.placed" => read(payload, |said: Placed| {
            document(&mut summary, &said.document)
        }),
        "order.sold" => read(payload, |said: Sold| sold(&mut summary, &said)),
        "order.edited" => read(payload, |said: Edited| {
            summary.insert("taken_back".into(), json!(said.takes_back.is_some()));
        }),
        "order.cancelled" => read(payload, |said: Cancelled| parts(&mut summary, &said.lines)),
        "order.return_requested" => read(payload, |said: ReturnRequested| {
            let asked = said.lines.iter().map(|line| line.quantity_milli);
            summary.insert("items_milli".into(), sum(asked));
        }),
        "order.returned" => read(payload, |said: Returned| returned(&mut summary, &said)),
        "order.held" => read(payload, |said: Held| {
            summary.remove("reason");
            summary.insert("holds".into(), json!([said.reason]));
        }),
        "order.released" => read(payload, |said: Released| {
            summary.insert("holds".into(), json!(said.reasons));
        }),
        "order.fulfilled" => read(payload, |said: Fulfilled| {
            let parts = said.lines.iter().map(|part| part.quantity_milli);
            summary.insert("items_milli".into(), sum(parts));
        }),
        _ if !entry.kind.starts_with("order.") => {
            summary.insert("fields".into(), fields(entry));
        }
        _ => {}
    }
    summary
}

fn read<T: DeserializeOwned>(payload: &str, say: impl FnOnce(T)) {
    if let Ok(said) = serde_json::from_str(payload) {
        say(said);
    }
}

fn document(summary: &mut Map<String, Value>, said: &Document) {
    let goods = said.lines.iter().filter(|line| !line.service);
    summary.insert("lines".into(), json!(said.lines.len()));
    summary.insert(
        "items_milli".into(),
        sum(goods.map(|line| line.quantity_milli)),
    );
    summary.insert(
        "total_minor".into(),
        sum(said.lines.iter().map(|line| line.total_minor)),
    );
    summary.insert("channel".into(), json!(said.channel));
}

fn sold(summary: &mut Map<String, Value>, said: &Sold) {
    document(summary, &said.document);
    if let Some(first) = said.payments.first() {
        let amounts = said.payments.iter().map(|payment| payment.amount_minor);
        summary.insert("amount_minor".into(), sum(amounts));
        summary.insert("method".into(), json!(first.method));
    }
}

/// How much an entry is about; nothing when it is about the whole order.
fn parts(summary: &mut Map<String, Value>, lines: &[LineQuantity]) {
    if !lines.is_empty() {
        let parts = lines.iter().map(|part| part.quantity_milli);
        summary.insert("items_milli".into(), sum(parts));
    }
}

fn returned(summary: &mut Map<String, Value>, said: &Returned) {
    let lines = said.lines.iter();
    let quantities = lines.clone().map(ReturnedLine::quantity_milli);
    summary.insert("items_milli".into(), sum(quantities));
    summary.insert(
        "total_minor".into(),
        sum(lines.map(|line| line.total_minor)),
    );
}

fn sum(figures: impl Iterator<Item = i64>) -> Value {
    json!(figures.fold(0, i64::saturating_add))
}

/// The names of the fields that an entry says, personal ones included; never their content.
fn fields(entry: &Entry) -> Value {
    let payload: Value = serde_json::from_str(&entry.payload).unwrap_or_default();
    let personal = entry
        .personal
        .as_ref()
        .map(|part| serde_json::from_str::<Value>(&part.text));
    let personal = personal
        .and_then(std::result::Result::ok)
        .unwrap_or_default();
    let said = [&payload, &personal]
        .into_iter()
        .filter_map(Value::as_object);
    let fields = said.flat_map(|said| custom::flat(said.clone()));
    json!(fields.map(|(field, _)| field).collect::<Vec<_>>())
}
