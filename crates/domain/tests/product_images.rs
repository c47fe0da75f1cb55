//! The pictures of a product, told by devices that do not see each other.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::ids::ImageId;
use domain::product::{Arranged, ArrangedImage, Pictured, Product, ProductTerms, arrange, picture};
use domain::{DeviceId, Entry, Hlc, RequestId, Subject, SubjectKind};
use serde::Serialize;
use uuid::Uuid;

fn entry(seq: u32, kind: &str, said: &impl Serialize) -> Entry {
    Entry {
        device: DeviceId(Uuid::from_u128(1)),
        seq: seq.into(),
        hlc: Hlc(seq.into()),
        at_ms: 0,
        offset_min: 0,
        business_day: domain::Day(20_000),
        actor: "test".into(),
        request_id: RequestId(Uuid::from_u128(seq.into())),
        subject: Subject::new(SubjectKind::Product, Uuid::from_u128(9)),
        kind: kind.into(),
        version: 1,
        payload: serde_json::to_string(said).unwrap(),
        personal: None,
        personal_digest: None,
        prev_hash: [0; 32],
        hash: [0; 32],
    }
}

fn id(number: u128) -> ImageId {
    ImageId(Uuid::from_u128(number))
}

fn pictured(number: u128) -> Pictured {
    Pictured {
        image: id(number),
        sha256: "00".repeat(32),
        size_bytes: 10,
        media_type: "image/jpeg".into(),
        width_px: 4,
        height_px: 3,
        alt: format!("Side {number} "),
    }
}

fn in_place(number: u128, alt: &str) -> ArrangedImage {
    ArrangedImage {
        image: id(number),
        alt: alt.into(),
    }
}

fn product(entries: &[Entry]) -> Product {
    let mut product = Product::default();
    entries.iter().for_each(|entry| product.apply(entry));
    product
}

fn shown(product: &Product) -> Vec<(u128, &str)> {
    let shown = product.images.shown().into_iter();
    shown
        .map(|one| (one.image.0.as_u128(), one.alt.as_str()))
        .collect()
}

fn three() -> Vec<Entry> {
    let mut entries = vec![entry(1, "product.created", &ProductTerms::default())];
    for number in 1..4_u32 {
        let now = product(&entries);
        let said = picture(&now, pictured(u128::from(number))).unwrap();
        entries.push(entry(1 + number, "product.pictured", &said));
    }
    entries
}

#[test]
fn pictures_stand_in_the_order_that_was_said_and_tell_what_was_said() {
    let mut entries = three();
    let wanted = [in_place(3, "Handle"), in_place(1, "")];
    let said = arrange(&product(&entries), &wanted).unwrap();
    assert_eq!(said.removed, [id(2)]);
    entries.push(entry(9, "product.arranged", &said));
    assert_eq!(shown(&product(&entries)), [(3, "Handle"), (1, "")]);
}

#[test]
fn what_another_device_adds_comes_last_and_what_is_gone_stays_gone() {
    let mut entries = three();
    let wanted = [in_place(3, ""), in_place(1, "")];
    let said = arrange(&product(&entries), &wanted).unwrap();
    entries.push(entry(9, "product.arranged", &said));
    entries.push(entry(10, "product.pictured", &pictured(4)));
    entries.push(entry(11, "product.pictured", &pictured(2)));
    let stale = Arranged {
        images: vec![in_place(1, ""), in_place(2, ""), in_place(3, "")],
        removed: Vec::new(),
    };
    entries.push(entry(12, "product.arranged", &stale));
    assert_eq!(
        shown(&product(&entries)),
        [(1, ""), (3, ""), (4, "Side 4 ")]
    );
}

#[test]
fn pictures_that_are_none_of_the_product_or_too_many_are_refused_at_their_field() {
    let mut entries = three();
    let now = product(&entries);
    let unknown = arrange(&now, &[in_place(1, ""), in_place(7, "")]).unwrap_err();
    assert_eq!(
        (unknown.field.as_deref(), unknown.code),
        (Some("images.1.image"), "image_unknown")
    );
    let twice = arrange(&now, &[in_place(1, ""), in_place(1, "")]).unwrap_err();
    assert_eq!(twice.code, "claimed_twice");
    for number in 4..13 {
        entries.push(entry(number, "product.pictured", &pictured(number.into())));
    }
    let refused = picture(&product(&entries), pictured(99)).unwrap_err();
    assert_eq!(refused.code, "too_many");
}
