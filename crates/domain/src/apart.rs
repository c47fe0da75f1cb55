//! Fields that two devices set without knowing of each other: the later word holds, and a person is
//! told. An entry says what its writer knew of the record, the last entry of each device; one that
//! does not was written by an older version and counts as knowing everything.

use crate::custom::flat;
use crate::entry::Entry;
use crate::ids::DeviceId;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The last entry of each device about a record.
pub type Known = BTreeMap<DeviceId, u64>;

/// What an entry says, and what its writer knew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Upon<T> {
    /// What it says.
    #[serde(flatten)]
    pub said: T,
    /// What its writer knew of the record.
    pub upon: Known,
}

/// Payload of `product.settled` and `customer.settled`: somebody who knew all of this has looked,
/// and the record is right as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// What was known of the record.
    pub upon: Known,
}

/// Who set a field last, and to what.
type Word = (DeviceId, u64, Value);

/// What was set apart of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Apart {
    known: Known,
    set: BTreeMap<String, Word>,
    fields: BTreeSet<String>,
}

impl Apart {
    /// The last entry of each device so far: what the next writer knows.
    pub fn known(&self) -> &Known {
        &self.known
    }

    /// The fields that were set apart, and nobody has looked since.
    pub fn fields(&self) -> &BTreeSet<String> {
        &self.fields
    }

    /// Somebody has looked.
    ///
    /// # Errors
    /// When there is nothing to look at.
    pub fn settle(&self) -> Result<Settled, Refusal> {
        if self.fields.is_empty() {
            return Err(Refusal::new("nothing_apart"));
        }
        Ok(Settled {
            upon: self.known.clone(),
        })
    }

    /// Folds one more entry about the record, of whatever kind.
    pub(crate) fn take(&mut self, entry: &Entry) {
        match entry.kind.as_str() {
            "product.amended" | "customer.amended" => self.amended(entry),
            "product.settled" | "customer.settled" => self.settled(entry),
            _ => {}
        }
        let last = self.known.entry(entry.device).or_default();
        *last = (*last).max(entry.seq);
    }

    fn amended(&mut self, entry: &Entry) {
        let mut said = object(&entry.payload);
        let upon = upon(&mut said);
        if let Some(personal) = &entry.personal {
            said.extend(object(&personal.text));
        }
        for (field, value) in flat(said) {
            let word = (entry.device, entry.seq, value.clone());
            match self.set.insert(field.clone(), word) {
                Some(before) if !knows(entry, upon.as_ref(), &before) => {
                    if before.2 != value {
                        self.fields.insert(field);
                    }
                }
                _ => drop(self.fields.remove(&field)),
            }
        }
    }

    fn settled(&mut self, entry: &Entry) {
        let upon = upon(&mut object(&entry.payload));
        let set = &self.set;
        self.fields.retain(|field| {
            let word = set.get(field);
            word.is_some_and(|word| !knows(entry, upon.as_ref(), word))
        });
    }
}

/// Whether who wrote an entry knew a word that was said before.
fn knows(entry: &Entry, upon: Option<&Known>, (device, seq, _): &Word) -> bool {
    let known = |upon: &Known| upon.get(device).is_some_and(|last| last >= seq);
    entry.device == *device || upon.is_none_or(known)
}

fn object(text: &str) -> Map<String, Value> {
    serde_json::from_str(text).unwrap_or_default()
}

/// What the writer knew; that is no field.
fn upon(said: &mut Map<String, Value>) -> Option<Known> {
    let upon = said.remove("upon")?;
    serde_json::from_value(upon).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::{Hlc, Subject, SubjectKind};
    use crate::ids::RequestId;
    use serde_json::json;
    use uuid::Uuid;

    fn entry(device: u128, seq: u64, kind: &str, payload: Value) -> Entry {
        Entry {
            device: DeviceId(Uuid::from_u128(device)),
            seq,
            hlc: Hlc(seq as i64),
            at_ms: 0,
            offset_min: 0,
            business_day: crate::day::Day(0),
            actor: "owner".into(),
            subject: Subject::new(SubjectKind::Product, Uuid::from_u128(7)),
            kind: kind.into(),
            version: 1,
            payload: payload.to_string(),
            request_id: RequestId(Uuid::from_u128(u128::from(seq))),
            personal_digest: None,
            personal: None,
            prev_hash: [0; 32],
            hash: [0; 32],
        }
    }

    fn upon(known: &[(u128, u64)]) -> Value {
        let known = known.iter();
        known
            .map(|(device, seq)| (Uuid::from_u128(*device).to_string(), json!(seq)))
            .collect::<Map<_, _>>()
            .into()
    }

    fn folded(entries: &[Entry]) -> Vec<String> {
        let mut apart = Apart::default();
        for entry in entries {
            apart.take(entry);
        }
        apart.fields().iter().cloned().collect()
    }

    fn amended(device: u128, seq: u64, title: &str, known: &[(u128, u64)]) -> Entry {
        let said = json!({ "title": title, "upon": upon(known) });
        entry(device, seq, "product.amended", said)
    }

    #[test]
    fn what_two_set_differently_without_knowing_of_each_other_is_apart_until_somebody_looks() {
        let created = entry(1, 1, "product.created", json!({ "title": "Mug" }));
        let one = amended(1, 2, "Blue mug", &[(1, 1)]);
        let two = amended(2, 3, "Red mug", &[(1, 1)]);
        let history = [created, one, two];
        assert_eq!(folded(&history), ["title"]);
        let half = json!({ "upon": upon(&[(1, 2)]) });
        let all = json!({ "upon": upon(&[(1, 2), (2, 3)]) });
        let settled = |said| entry(1, 4, "product.settled", said);
        let after = |last: Entry| folded(&[&history[..], &[last]].concat());
        assert_eq!(after(settled(half)), ["title"], "it knew one of them");
        assert!(after(settled(all)).is_empty());
        let again = amended(3, 5, "Mug, blue", &[(1, 2), (2, 3)]);
        assert!(after(again).is_empty(), "whoever knows both decides");
    }

    #[test]
    fn one_after_the_other_the_same_twice_and_what_older_versions_wrote_is_not_apart() {
        let one = amended(1, 2, "Blue mug", &[]);
        assert!(folded(&[one.clone(), amended(2, 3, "Red mug", &[(1, 2)])]).is_empty());
        assert!(folded(&[one.clone(), amended(2, 3, "Blue mug", &[])]).is_empty());
        assert!(folded(&[one.clone(), amended(1, 3, "Red mug", &[])]).is_empty());
        let old = entry(2, 3, "product.amended", json!({ "title": "Red mug" }));
        assert!(folded(&[one, old]).is_empty());
    }

    #[test]
    fn what_a_writer_knew_stands_beside_what_it_said() {
        #[derive(Serialize)]
        struct Said {
            title: &'static str,
        }
        let device = DeviceId(Uuid::from_u128(1));
        let written = Upon {
            said: Said { title: "Mug" },
            upon: Known::from([(device, 4)]),
        };
        let text = serde_json::to_string(&written).unwrap();
        let mut read = object(&text);
        assert_eq!(super::upon(&mut read), Some(Known::from([(device, 4)])));
        assert_eq!(read["title"], "Mug");
    }
}
