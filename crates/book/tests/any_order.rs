//! The property on which sync stands: the same set of entries, in any order, with any
//! duplicates, in any batches, gives the same projections.

#![allow(clippy::unwrap_used)] // a test may fail

#[allow(dead_code)] // the shop serves other tests, too
mod shop;

use book::dto::ReportInput;
use book::{Book, Device, Identity, journal};
use domain::{CustomerId, Day, DeviceId, Entry, OrderId, ProductId};
use proptest::prelude::*;
use serde_json::Value;
use shop::{BOOK, Clerk};
use std::path::Path;
use uuid::Uuid;

fn entries_of(book: &Book) -> Vec<Entry> {
    book.read(|read| {
        let mut found = Vec::new();
        for device in Device::all(read.conn)? {
            journal::chain(read.conn, read.terms, &device, 0, &mut |entry| {
                found.push(entry);
                Ok(())
            })?;
        }
        Ok(found)
    })
    .unwrap()
}

/// Two devices that share a shop, work apart and know of each other's orders.
fn history(folder: &Path, steps: &[u16]) -> Vec<Entry> {
    let mut first = Clerk::new(folder, 1);
    first.found();
    let products = [first.product("A", 1_230_000), first.product("B", 990_000)];
    let customers = [first.customer("Ada"), first.customer("Bo")];
    let mut second = Clerk::new(folder, 2);
    second.book.receive(entries_of(&first.book)).unwrap();
    let mut orders = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let clerk = if step & 1 == 0 {
            &mut first
        } else {
            &mut second
        };
        let product = products[usize::from(step >> 1 & 1)];
        let customer = customers[usize::from(step >> 2 & 1)];
        let order = orders
            .get(usize::from(step >> 3 & 31) % orders.len().max(1))
            .copied();
        // What the shop refuses is no entry, and so no part of the history.
        match (step >> 8 & 31, order) {
            (21, Some(_)) => orders.push(clerk.place_abroad(*step, customer, products)),
            (0 | 1, _) | (_, None) => {
                let quantity = i64::from(step % 7 + 1) * 1_000;
                orders.push(clerk.place(Some(customer), &[(product, quantity)]).0);
            }
            (2, Some(order)) => drop(clerk.pay_by("cash", order, i64::from(*step))),
            (3, Some(order)) => drop(clerk.pay(order, i64::from(*step))),
            (4 | 5, Some(order)) => drop(clerk.fulfil(order)),
            (6, Some(order)) => drop(clerk.cancel(order)),
            (7, Some(order)) => drop(clerk.cancel_some(order, 1_000)),
            (8, Some(order)) => drop(clerk.request_return(order, 1_000)),
            (9 | 10, Some(order)) => drop(clerk.receive_return(order, 1_000, 500)),
            (11, Some(order)) => drop(clerk.deliver(order)),
            (12, Some(order)) => drop(clerk.hold(order)),
            (17 | 18, Some(order)) => drop(clerk.hold_money(*step, order, customer)),
            (22, Some(_)) => drop(clerk.move_points(*step, customer, product)),
            (13..21 | 24..30, Some(order)) => live_on(clerk, *step, order, product),
            (23, Some(_)) => {
                orders.push(clerk.quote(customer, product, Day(i32::from(*step % 99))))
            }
            (_, Some(_)) if index % 11 == 10 => clerk.erase(customer),
            (_, Some(_)) if index % 7 == 2 => clerk.hire(i64::from(*step)),
            (_, Some(_)) if index % 5 == 1 => clerk.offer(product, i64::from(*step)),
            (_, Some(_)) if index % 3 == 2 => clerk.turn_till(i64::from(*step % 256) - 245),
            (_, Some(_)) if index % 2 == 1 => clerk.find(product, 5_000, Some(i64::from(*step))),
            (_, Some(order)) => clerk.keep_stock(*step, product, order),
        }
        live_beside(clerk, *step, (product, products), (customer, order));
        if index % 4 == 3 {
            let (from, to) = match step & 2 {
                0 => (&first, &second),
                _ => (&second, &first),
            };
            to.book.receive(entries_of(&from.book)).unwrap();
        }
    }
    second.book.receive(entries_of(&first.book)).unwrap();
    entries_of(&second.book)
}

/// What happens beside: goods are bought, told apart and pictured.
fn live_beside(
    clerk: &mut Clerk,
    step: u16,
    (product, products): (ProductId, [ProductId; 2]),
    (customer, order): (CustomerId, Option<OrderId>),
) {
    clerk.fill_at_times(step, product, customer);
    clerk.buy_at_times(step, product);
    clerk.tell_lots_apart(step, product, order);
    let shown = step % 5 < 3;
    if let Some(order) = order.filter(|_| step.is_multiple_of(3)) {
        let until = shown.then(|| Day(20_000 + i32::from(step % 90)));
        // What the shop refuses is no entry.
        drop(clerk.show(order, until));
    }
    clerk.picture_at_times(step, product);
    clerk.bundle_at_times(step, products);
    if let Some(order) = order {
        clerk.take_apart_at_times(step / 4, order, products[1]);
    }
    clerk.assemble_at_times(step, products);
}

/// Changes, quotes, tags and owners of an order.
fn live_on(clerk: &mut Clerk, step: u16, order: OrderId, product: ProductId) {
    let more_milli = i64::from(step % 7 + 1) * 500 - 2_000;
    let done = match step >> 8 & 31 {
        13 => clerk.release(order),
        14..19 => clerk.edit(order, more_milli, product),
        19 | 20 => clerk.take_back(order),
        24 => clerk.decline(order),
        25 | 26 => clerk.accept(order),
        27 => clerk.tag(order, &format!("T{}", step % 3)),
        28 => clerk.reopen(order),
        _ => clerk.assign(order, step.is_multiple_of(2).then_some("Eve")),
    };
    // What the shop refuses is no entry, and so no part of the history.
    drop(done);
}

/// The figures of every report that adds up the days of goods.
fn reports_on_goods(book: &Book) -> Vec<Value> {
    let of_goods = book::read::reports().into_iter();
    let of_goods = of_goods.filter(|info| book::read::adds_up_goods(&info.report));
    let asked = of_goods.flat_map(|info| {
        let by: Vec<Option<String>> = match info.by.is_empty() {
            true => vec![None],
            false => info.by.iter().cloned().map(Some).collect(),
        };
        by.into_iter().map(move |by| ReportInput {
            report: info.report.clone(),
            by,
            ..ReportInput::default()
        })
    });
    asked
        .map(|asked| {
            let report = book.read(|read| read.report(&asked, Day(19_700))).unwrap();
            serde_json::to_value(report).unwrap()
        })
        .collect()
}

fn replica(folder: &Path, name: &str, batches: &[Vec<Entry>]) -> Book {
    let identity = Identity {
        book: BOOK,
        device: DeviceId(Uuid::from_u128(99)),
        prefix: "Z".into(),
    };
    let book = Book::create(&folder.join(name), &identity).unwrap();
    for batch in batches {
        book.receive(batch.clone()).unwrap();
    }
    book
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_order_duplication_and_batching_gives_the_same_projections(
        steps in prop::collection::vec(any::<u16>(), 4..40),
        seed in any::<u64>(),
        batch in 1_usize..9,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let entries = history(folder.path(), &steps);
        let plain = replica(folder.path(), "plain", std::slice::from_ref(&entries));
        let mut mixed = entries.clone();
        mixed.extend(entries.iter().step_by(3).cloned());
        let mut state = seed | 1;
        for index in (1..mixed.len()).rev() {
            // Knuth's linear congruential generator.
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            mixed.swap(index, (state >> 33) as usize % (index + 1));
        }
        let batches: Vec<Vec<Entry>> = mixed.chunks(batch).map(<[Entry]>::to_vec).collect();
        let mixed = replica(folder.path(), "mixed", &batches);
        let (one, other) = (
            plain.verify(&mut |_, _| Ok(())).unwrap(),
            mixed.verify(&mut |_, _| Ok(())).unwrap(),
        );
        for verified in [&one, &other] {
            let wrong: Vec<_> = verified.checks.iter().filter(|check| !check.ok).collect();
            prop_assert!(wrong.is_empty(), "{wrong:?}");
        }
        prop_assert_eq!(one.digest, other.digest);
    }

    #[test]
    fn what_is_kept_of_goods_is_what_their_movements_give_whatever_comes_late(
        steps in prop::collection::vec(any::<u16>(), 4..40),
        batch in 1_usize..30,
        keeps in any::<u64>(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut entries = history(folder.path(), &steps);
        // What the second device said comes first, and what it did not know of comes late.
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.device));
        let book = replica(folder.path(), "kept", &[]);
        for (index, part) in entries.chunks(batch).enumerate() {
            book.receive(part.to_vec()).unwrap();
            if keeps >> (index % 64) & 1 == 1 {
                book.keep_goods().unwrap();
            }
        }
        let kept = reports_on_goods(&book);
        let verified = book.verify(&mut |_, _| Ok(())).unwrap();
        let wrong: Vec<_> = verified.checks.iter().filter(|check| !check.ok).collect();
        prop_assert!(wrong.is_empty(), "{wrong:?}");
        book.keep_goods().unwrap();
        prop_assert_eq!(&reports_on_goods(&book), &kept);
        // A rebuilt book keeps nothing.
        book.rebuild(&mut |_, _| Ok(())).unwrap();
        prop_assert_eq!(reports_on_goods(&book), kept);
    }
}
