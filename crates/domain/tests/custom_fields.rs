//! Custom fields that devices define and fill in apart: each is the last writer's, by itself, in
//! whatever order the entries arrive.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::custom::{CustomValue, FieldSubject, FieldTerms, Fields, Filled};
use domain::customer::{CustomerFacts, CustomerPersonal};
use domain::product::ProductTerms;
use domain::settings::SettingsTerms;
use domain::{Day, DeviceId, Entry, Hlc, Personal, RequestId, State, Subject, SubjectKind, fold};
use proptest::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;
use uuid::Uuid;

const KEYS: [&str; 3] = ["colour", "size", "origin"];

fn entry(kind: SubjectKind, place: usize, device: u8, verb: &str, said: &impl Serialize) -> Entry {
    Entry {
        device: DeviceId(Uuid::from_u128(u128::from(device) + 1)),
        seq: place as u64 + 1,
        hlc: Hlc(place as i64 + 1),
        at_ms: 0,
        offset_min: 0,
        business_day: Day(20_000),
        actor: "test".into(),
        request_id: RequestId(Uuid::from_u128(place as u128)),
        subject: Subject::new(kind, Uuid::from_u128(9)),
        kind: verb.into(),
        version: 1,
        payload: serde_json::to_string(said).unwrap(),
        personal: None,
        personal_digest: None,
        prev_hash: [0; 32],
        hash: [0; 32],
    }
}

/// Who says what of which fields: `None` empties one.
type Words = Vec<(u8, Vec<(usize, Option<u8>)>)>;

fn words() -> impl Strategy<Value = Words> {
    let one = (0..KEYS.len(), proptest::option::of(0_u8..4));
    prop::collection::vec((0_u8..3, prop::collection::vec(one, 1..4)), 1..20)
}

fn value(of: u8) -> CustomValue {
    match of {
        0 => CustomValue::Text("plain".into()),
        1 => CustomValue::NumberMicro(1_500_000),
        2 => CustomValue::Day(Day(20_000)),
        _ => CustomValue::YesNo(true),
    }
}

fn filled(said: &[(usize, Option<u8>)]) -> Filled {
    let said = said.iter();
    Filled(
        said.map(|(key, of)| (KEYS[*key].to_owned(), of.map(value)))
            .collect(),
    )
}

/// What the last writer of each field said.
fn last(words: &Words) -> Filled {
    let mut model = BTreeMap::new();
    for (_, said) in words {
        for (key, value) in filled(said).0 {
            model.insert(key, value);
        }
    }
    model.retain(|_, value| value.is_some());
    Filled(model)
}

fn shuffled(mut entries: Vec<Entry>, seed: u64) -> Vec<Entry> {
    let mut state = seed | 1;
    for index in (1..entries.len()).rev() {
        // Knuth's linear congruential generator.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        entries.swap(index, (state >> 33) as usize % (index + 1));
    }
    entries
}

fn product_of(entries: &mut [Entry]) -> domain::product::Product {
    match fold(SubjectKind::Product, entries) {
        State::Product(product) => *product,
        _ => panic!("a product folds to a product"),
    }
}

fn customer_of(entries: &mut [Entry]) -> domain::customer::Customer {
    match fold(SubjectKind::Customer, entries) {
        State::Customer(customer) => *customer,
        _ => panic!("a customer folds to a customer"),
    }
}

fn about_customer(place: usize, device: u8, verb: &str, custom: Filled) -> Entry {
    let said = CustomerPersonal {
        custom,
        ..CustomerPersonal::default()
    };
    let facts = CustomerFacts::default();
    let mut entry = entry(SubjectKind::Customer, place, device, verb, &facts);
    entry.personal = Some(Personal {
        salt: [0; 16],
        text: serde_json::to_string(&said).unwrap(),
    });
    entry
}

proptest! {
    #[test]
    fn each_field_of_a_product_is_its_last_writers(words in words(), seed in any::<u64>()) {
        let entries = words.iter().enumerate().map(|(place, (device, said))| {
            let terms = ProductTerms { custom: filled(said), ..ProductTerms::default() };
            let verb = if place == 0 { "product.created" } else { "product.amended" };
            entry(SubjectKind::Product, place, *device, verb, &terms)
        });
        let mut entries = shuffled(entries.collect(), seed);
        prop_assert_eq!(product_of(&mut entries).terms.custom, last(&words));
    }

    #[test]
    fn each_field_of_a_customer_is_its_last_writers_until_the_customer_is_erased(
        words in words(), seed in any::<u64>(),
    ) {
        let entries = words.iter().enumerate().map(|(place, (device, said))| {
            let verb = if place == 0 { "customer.created" } else { "customer.amended" };
            about_customer(place, *device, verb, filled(said))
        });
        let mut entries = shuffled(entries.collect(), seed);
        prop_assert_eq!(customer_of(&mut entries).personal.custom, last(&words));
        entries.push(entry(SubjectKind::Customer, 99, 0, "customer.erased", &()));
        prop_assert!(customer_of(&mut entries).personal.custom.is_empty());
    }

    #[test]
    fn each_property_of_a_field_is_its_last_writers(words in words(), seed in any::<u64>()) {
        let mut model = BTreeMap::<String, FieldTerms>::new();
        let mut entries = Vec::new();
        for (place, (device, said)) in words.iter().enumerate() {
            let mut fields = BTreeMap::new();
            for (key, of) in said {
                let title = of.map(|of| format!("Title {of}"));
                let position = of.is_none().then_some(place as u32);
                let known = model.entry(KEYS[*key].into()).or_default();
                if fields.contains_key(KEYS[*key]) {
                    continue;
                }
                known.title = title.clone().or(known.title.take());
                known.position = position.or(known.position);
                let terms = FieldTerms { title, position, ..FieldTerms::default() };
                fields.insert(KEYS[*key].to_owned(), terms);
            }
            let custom_fields = Fields::from([(FieldSubject::Product, fields)]);
            let terms = SettingsTerms { custom_fields, ..SettingsTerms::default() };
            entries.push(entry(SubjectKind::Book, place, *device, "book.amended", &terms));
        }
        let State::Book(settings) = fold(SubjectKind::Book, &mut shuffled(entries, seed)) else {
            panic!("a book folds to its settings");
        };
        let known = &settings.terms.custom_fields[&FieldSubject::Product];
        prop_assert_eq!(known, &model);
    }
}

#[test]
fn fields_that_two_devices_fill_in_apart_are_told_one_by_one() {
    let said = |key: usize, of: u8, knew: serde_json::Value| {
        let mut said = serde_json::to_value(ProductTerms {
            custom: filled(&[(key, Some(of))]),
            ..ProductTerms::default()
        })
        .unwrap();
        said["upon"] = knew;
        said
    };
    let none = serde_json::json!({});
    let amended = |place, device, said: &serde_json::Value| {
        entry(SubjectKind::Product, place, device, "product.amended", said)
    };
    let other = amended(1, 1, &said(1, 0, none.clone()));
    let one = amended(0, 0, &said(0, 0, none.clone()));
    let mut beside = [one.clone(), other];
    assert!(product_of(&mut beside).apart.fields().is_empty());
    let mut against = [one, amended(1, 1, &said(0, 1, none))];
    let product = product_of(&mut against);
    let apart: Vec<&String> = product.apart.fields().iter().collect();
    assert_eq!(apart, ["custom.colour"]);
}

#[test]
fn a_value_of_a_newer_kind_takes_nothing_else_with_it() {
    let said = serde_json::json!({
        "title": "Mug", "custom": { "colour": { "swatch": [1, 2] }, "size": { "text": "M" } }
    });
    let mut entries = [entry(SubjectKind::Product, 0, 0, "product.created", &said)];
    let terms = product_of(&mut entries).terms;
    assert_eq!(terms.title.as_deref(), Some("Mug"));
    let kept: Vec<(&str, &CustomValue)> = terms.custom.values().collect();
    assert_eq!(kept, [("size", &CustomValue::Text("M".into()))]);
}
