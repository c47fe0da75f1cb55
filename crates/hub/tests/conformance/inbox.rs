//! What every store must do with documents that foreign systems send.

use std::collections::BTreeSet;
use std::sync::mpsc;

use serde_json::{Value, json};
use sync::hub::{Channel, Hub as Client, Keys};
use uuid::Uuid;

use super::kit::{BOOK, Ground, Sent, Served, about, asked, now_ms, refused};

fn sent(served: &Served, opened: &(Uuid, String), id: Option<&str>, body: &str) -> (u16, Value) {
    Sent::now(&opened.1, id, body).send(&served.address, opened.0)
}

pub fn a_signed_document_is_kept_once_however_often_it_comes(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut device, _) = served.device(1);
    let opened = device.open_channel("Web shop").unwrap();
    let (status, first) = sent(&served, &opened, Some("1042"), "{}");
    assert_eq!((status, &first["repeated"]), (200, &json!(false)));
    let (status, again) = sent(&served, &opened, Some("1042"), "{}");
    assert_eq!((status, &again["repeated"]), (200, &json!(true)));
    assert_eq!(again["document"], first["document"]);
    let (status, other) = sent(&served, &opened, Some("1042"), "{ }");
    assert_eq!((status, &other["code"]), (409, &json!("differs")));
    // Without an id its content tells it from others.
    for (body, repeated) in [("{}", false), ("{}", true), ("[]", false)] {
        let (_, answer) = sent(&served, &opened, None, body);
        assert_eq!(answer["repeated"], json!(repeated), "{body}");
    }
    let waiting = device.documents().unwrap();
    assert_eq!(waiting.len(), 3);
    assert_eq!(waiting[0].external.as_deref(), Some("1042"));
    assert_eq!(
        (waiting[0].media_type.as_str(), waiting[0].bytes),
        ("application/json", 2)
    );
}

pub fn a_document_that_nobody_signed_or_too_late_is_refused(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut device, _) = served.device(1);
    let (channel, secret) = device.open_channel("Web shop").unwrap();
    let late = Sent {
        at_s: now_ms() / 1_000 - 400,
        ..Sent::now(&secret, None, "{}")
    };
    let (status, answer) = late.send(&served.address, channel);
    assert_eq!((status, &answer["code"]), (401, &json!("stale")));
    for (channel, secret) in [(channel, "another"), (Uuid::from_u128(7), &secret)] {
        let (status, answer) = Sent::now(secret, None, "{}").send(&served.address, channel);
        assert_eq!((status, &answer["code"]), (401, &json!("unauthorised")));
    }
    let unsigned = ureq::post(format!("{}/v1/inbox/{channel}", served.address));
    assert_eq!(asked(unsigned, b"{}").0, 401);
    let large = "x".repeat(hub::limits::SMALL_BYTES + 1);
    assert_eq!(sent(&served, &(channel, secret), None, &large).0, 413);
    assert_eq!(device.documents().unwrap(), []);
}

pub fn documents_are_handed_out_to_one_device_at_a_time_and_done_once(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut first, _) = served.device(1);
    let (mut second, _) = served.device(2);
    let opened = first.open_channel("Web shop").unwrap();
    for number in 0..3 {
        sent(&served, &opened, None, &format!("order {number}"));
    }
    let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let mine = first.take_documents(one).unwrap();
    let said: Vec<&[u8]> = mine.iter().map(|(_, body)| &body[..]).collect();
    assert_eq!(said, [b"order 0", b"order 1", b"order 2"]);
    assert_eq!(second.take_documents(other).unwrap(), []);
    assert_eq!(
        first.take_documents(one).unwrap().len(),
        3,
        "they come again"
    );
    let ids: Vec<Uuid> = mine.iter().map(|(about, _)| about.document).collect();
    assert!(second.documents_done(other, &ids).unwrap().is_empty());
    assert_eq!(first.documents_done(one, &ids[..2]).unwrap(), ids[..2]);
    assert_eq!(first.documents_done(one, &ids[..2]).unwrap(), ids[..2]);
    // The lease ends, and another device has what is left.
    let store = served.hub.store();
    let later_ms = now_ms() + hub::limits::LEASE_MS + 1;
    let left = store.take(BOOK, other, 10, later_ms).unwrap();
    assert_eq!((left.len(), left[0].0.document), (1, ids[2]));
    assert!(first.documents_done(one, &ids[2..]).unwrap().is_empty());
    assert_eq!(second.documents_done(other, &ids[2..]).unwrap(), ids[2..]);
    assert_eq!(first.documents().unwrap(), []);
    let (_, again) = sent(&served, &opened, None, "order 0");
    assert_eq!(
        again["repeated"],
        json!(true),
        "known though its content is gone"
    );
    assert_eq!(first.take_documents(one).unwrap(), []);
}

pub fn one_document_is_taken_by_its_name_while_no_other_device_has_it(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut first, _) = served.device(1);
    let (mut second, _) = served.device(2);
    let opened = first.open_channel("Web shop").unwrap();
    sent(&served, &opened, None, "order 0");
    sent(&served, &opened, None, "order 1");
    let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let wanted = first.documents().unwrap()[1].document;
    let (about, body) = first.take_document(one, wanted).unwrap().unwrap();
    assert_eq!((about.document, &body[..]), (wanted, &b"order 1"[..]));
    assert!(first.take_document(one, wanted).unwrap().is_some());
    assert_eq!(second.take_document(other, wanted).unwrap(), None);
    assert_eq!(second.take_documents(other).unwrap().len(), 1);
    assert_eq!(first.documents_done(one, &[wanted]).unwrap(), [wanted]);
    assert_eq!(first.take_document(one, wanted).unwrap(), None);
}

pub fn many_devices_that_take_at_once_have_each_document_once(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut device, keys) = served.device(1);
    let opened = device.open_channel("Web shop").unwrap();
    for number in 0..40 {
        sent(&served, &opened, None, &format!("order {number}"));
    }
    let kept = keys.kept();
    let taken: Vec<Vec<u8>> = std::thread::scope(|scope| {
        let takers: Vec<_> = (1..=6_u128)
            .map(|number| {
                let mut client = Client::new(&served.address, Keys::read(&kept).unwrap());
                scope.spawn(move || take_all(&mut client, Uuid::from_u128(number)))
            })
            .collect();
        let all = takers.into_iter().flat_map(|taker| taker.join().unwrap());
        all.collect()
    });
    let different: BTreeSet<&Vec<u8>> = taken.iter().collect();
    assert_eq!((taken.len(), different.len()), (40, 40));
}

fn take_all(client: &mut Client, lease: Uuid) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    loop {
        let taken = client.take_documents(lease).unwrap();
        if taken.is_empty() {
            return all;
        }
        let ids: Vec<Uuid> = taken.iter().map(|(about, _)| about.document).collect();
        assert_eq!(client.documents_done(lease, &ids).unwrap(), ids);
        all.extend(taken.into_iter().map(|(_, body)| body));
    }
}

pub fn a_closed_channel_brings_nothing_and_books_see_their_own_documents_alone(
    ground: &Ground<'_>,
) {
    let served = ground.served();
    let (mut device, _) = served.device(1);
    let opened = device.open_channel("Web shop").unwrap();
    sent(&served, &opened, None, "{}");
    let mut other = Client::new(&served.address, Keys::fresh().unwrap());
    let book = Some(Uuid::from_u128(0xb002));
    other.enrol(&served.code(None), book, &about(1)).unwrap();
    assert_eq!(other.documents().unwrap(), []);
    assert_eq!(other.take_documents(Uuid::from_u128(1)).unwrap(), []);
    assert_eq!(other.close_channel(opened.0), Err(refused("unknown")));
    device.close_channel(opened.0).unwrap();
    assert_eq!(sent(&served, &opened, None, "[]").0, 401);
    let channels: Vec<Channel> = device.channels().unwrap();
    assert!(channels.len() == 1 && channels[0].closed_ms.is_some());
    assert_eq!(device.documents().unwrap().len(), 1, "what came is there");
    assert_eq!(device.open_channel(""), Err(refused("malformed")));
}

pub fn a_document_wakes_the_devices_of_its_book(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut device, keys) = served.device(1);
    let opened = device.open_channel("Web shop").unwrap();
    let (heard, hearing) = mpsc::channel();
    let address = served.address.clone();
    let listening = std::thread::spawn(move || {
        sync::hub::listen(&address, keys, &|is_new| {
            heard.send(is_new).unwrap();
            !is_new
        })
    });
    assert!(!hearing.recv().unwrap(), "it says that it listens");
    sent(&served, &opened, None, "{}");
    while !hearing.recv().unwrap() {}
    listening.join().unwrap().unwrap();
}
