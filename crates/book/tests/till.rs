//! A till session covers a range of its own device's journal: what arrives from elsewhere, however
//! late and however early it was said, never changes a Z report.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[allow(dead_code)] // the shop serves other tests, too
mod shop;

use book::dto::TillReport;
use book::{Book, Device, journal};
use domain::Entry;
use proptest::prelude::*;
use shop::Clerk;
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

fn report(clerk: &Clerk, id: Uuid) -> TillReport {
    clerk.book.read(|read| read.till_report(id, false)).unwrap()
}

fn open_till(clerk: &Clerk) -> Option<Uuid> {
    clerk.book.read(|read| read.open_till()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn what_arrives_late_changes_no_z_report(
        own in prop::collection::vec(1_i64..400, 1..6),
        late in prop::collection::vec(1_i64..400, 1..6),
        float in 1_i64..20_000,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut first = Clerk::new(folder.path(), 1);
        first.found();
        let mug = first.product("MUG", 10_000_000);
        let (order, _) = first.place(None, &[(mug, 9_000)]);
        let mut second = Clerk::new(folder.path(), 2);
        second.book.receive(entries_of(&first.book)).unwrap();
        first.turn_till(float);
        second.turn_till(float);
        let id = open_till(&first).unwrap();
        for amount in &own {
            first.pay_by("cash", order, *amount).unwrap();
        }
        // The other till takes money for the same order meanwhile, and its drawer is another one.
        for amount in &late {
            second.pay_by("cash", order, *amount).unwrap();
        }
        let taken: i64 = own.iter().sum();
        prop_assert_eq!(report(&first, id).expected_minor, float + taken);
        first.turn_till(-3 * float);
        let z = report(&first, id);
        prop_assert_eq!(z.difference_minor, Some(3 * float - float - taken));

        first.book.receive(entries_of(&second.book)).unwrap();
        prop_assert_eq!(&report(&first, id), &z);
        let wrong: Vec<_> = first.verify().checks.into_iter().filter(|check| !check.ok).collect();
        prop_assert!(wrong.is_empty(), "{wrong:?}");

        // The stored figures are those of the range, summed again.
        let device = first.book.read(|read| {
            let all = Device::all(read.conn)?;
            Ok(all.into_iter().find(|device| device.prefix == "A").unwrap().id)
        }).unwrap();
        let (again, _) = first.book
            .read(|read| read.takings_since(Some(device), z.from_entry as u64))
            .unwrap();
        prop_assert_eq!(again.cash_received_minor(), z.cash_received_minor);
        // The other device tells the same Z of the first till, and has its own drawer open.
        second.book.receive(entries_of(&first.book)).unwrap();
        prop_assert_eq!(&report(&second, id), &z);
        prop_assert!(open_till(&second).is_some() && open_till(&first).is_none());
    }
}
