//! Sums that wait: whoever reads sums finds them whole, wherever the file is and whoever else has
//! it open, and nothing counts twice.
#![allow(clippy::unwrap_used)] // a test may fail

#[allow(dead_code)] // every test uses its part of the shop
mod shop;

use book::dto::{OrderFilter, OrderSortKey};
use book::journal::subject_no;
use book::views::{Asked, Views};
use book::{Book, BookError, Medium, Said};
use domain::order::{Held, HoldReason, OrderPersonal};
use domain::{OrderId, ProductId};
use proptest::prelude::*;
use shop::Clerk;
use std::path::{Path, PathBuf};

fn shop() -> (tempfile::TempDir, Clerk, ProductId) {
    let folder = tempfile::tempdir().unwrap();
    let mut clerk = Clerk::new(folder.path(), 1);
    clerk.found();
    let mug = clerk.product("MUG", 4_990_000);
    (folder, clerk, mug)
}

fn count(book: &Book, sql: &str) -> i64 {
    let conn = book.reader().unwrap();
    conn.query_row(sql, [], |row| row.get(0)).unwrap()
}

fn waiting(book: &Book) -> i64 {
    count(book, "SELECT count(*) FROM waiting")
}

/// How many orders the list shows.
fn listed(book: &Book) -> i64 {
    let views = Views::new(|| Err(BookError::Cancelled));
    let asked = Asked::<OrderFilter, OrderSortKey>::default();
    let page = book.read(|read| views.orders(read, &asked)).unwrap();
    page.rows.len() as i64
}

fn sold_milli(book: &Book) -> i64 {
    let sum = "SELECT coalesce(sum(units_milli), 0) FROM product_total";
    book.read(|read| Ok(read.conn.query_row(sum, [], |row| row.get(0))?))
        .unwrap()
}

fn assert_sound(book: &Book) {
    let verified = book.verify(&mut |_, _| Ok(())).unwrap();
    let wrong: Vec<_> = verified.checks.iter().filter(|check| !check.ok).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn orders_wait_until_somebody_reads_lists_or_sums() {
    let (_folder, mut clerk, mug) = shop();
    let (first, number) = clerk.place(None, &[(mug, 3_000)]);
    clerk.place(None, &[(mug, 1_000)]);
    let one = clerk.book.read_rows(|read| read.order(first.0)).unwrap();
    assert_eq!((one.head.number, waiting(&clerk.book)), (number, 2));
    assert_eq!((sold_milli(&clerk.book), waiting(&clerk.book)), (4_000, 0));
    clerk.pay(first, 500).unwrap();
    assert_eq!((listed(&clerk.book), waiting(&clerk.book)), (2, 0));
}

#[test]
fn an_order_is_told_alike_while_it_waits_and_from_its_row() {
    let (_folder, mut clerk, mug) = shop();
    let ada = clerk.customer("Ada");
    let (id, _) = clerk.place(Some(ada), &[(mug, 3_000)]);
    clerk.pay(id, 500).unwrap();
    let told = clerk.book.read_rows(|read| read.order(id.0)).unwrap();
    assert_eq!(waiting(&clerk.book), 1);
    let row = clerk.book.read(|read| {
        let no = subject_no(read.conn, id.0)?.unwrap();
        read.order_row(no)
    });
    assert_eq!(told.head, row.unwrap().unwrap().head);
}

#[test]
fn a_double_is_seen_among_orders_that_wait() {
    let (_folder, mut clerk, mug) = shop();
    let ada = clerk.customer("Ada");
    let (_, first) = clerk.place(Some(ada), &[(mug, 3_000)]);
    let (again, _) = clerk.place(Some(ada), &[(mug, 3_000)]);
    let (other, _) = clerk.place(Some(ada), &[(mug, 4_000)]);
    let double = |id: OrderId| clerk.book.read_rows(|read| read.double_of(id.0)).unwrap();
    assert_eq!((double(again), double(other)), (Some(first), None));
    assert_eq!(waiting(&clerk.book), 3);
}

#[test]
fn erasing_a_customer_takes_the_notes_of_orders_that_wait() {
    let (_folder, mut clerk, mug) = shop();
    let ada = clerk.customer("Ada");
    let (id, _) = clerk.place(Some(ada), &[(mug, 3_000)]);
    let held = Held {
        reason: HoldReason::Manual,
        until: None,
    };
    let note = OrderPersonal {
        note: Some("Ada is on holiday".into()),
        ..OrderPersonal::default()
    };
    let said = || Said::new(shop::subject(id), "order.held", &held).with_personal(&note);
    clerk.write(|tx| tx.append(said())).unwrap();
    let notes = "SELECT count(*) FROM personal JOIN journal USING (pos)
                 JOIN subject ON subject.no = journal.subject WHERE subject.kind = 4";
    assert_eq!((waiting(&clerk.book), count(&clerk.book, notes)), (1, 1));
    clerk.erase(ada);
    assert_eq!(count(&clerk.book, notes), 0);
    assert_sound(&clerk.book);
}

#[test]
fn what_is_not_an_order_takes_along_what_waits() {
    let (_folder, mut clerk, mug) = shop();
    clerk.place(None, &[(mug, 3_000)]);
    clerk.adjust(mug, 10_000);
    assert_eq!(waiting(&clerk.book), 0);
    assert_eq!(
        count(&clerk.book, "SELECT sum(units_milli) FROM product_total"),
        3_000
    );
}

#[test]
fn a_closed_book_has_whole_sums() {
    let (folder, mut clerk, mug) = shop();
    clerk.place(None, &[(mug, 3_000)]);
    let path = clerk.book.path().to_owned();
    drop(clerk);
    let conn = rusqlite::Connection::open(&path).unwrap();
    let left: i64 = conn
        .query_row("SELECT count(*) FROM waiting", [], |row| row.get(0))
        .unwrap();
    assert_eq!(left, 0);
    drop(folder);
}

#[test]
fn no_more_orders_wait_than_are_added_up_in_a_moment() {
    let (_folder, mut clerk, mug) = shop();
    let mut most = 0;
    for _ in 0..2_100 {
        clerk.place(None, &[(mug, 1_000)]);
        most = most.max(waiting(&clerk.book));
    }
    assert!((1_000..=2_048).contains(&most), "{most} waited");
    assert_eq!(sold_milli(&clerk.book), 2_100_000);
}

#[test]
fn a_rebuild_while_orders_wait_leaves_a_sound_book() {
    let (_folder, mut clerk, mug) = shop();
    let (id, _) = clerk.place(None, &[(mug, 3_000)]);
    clerk.pay(id, 500).unwrap();
    assert_eq!(waiting(&clerk.book), 1);
    let digest = clerk.book.rebuild(&mut |_, _| Ok(())).unwrap();
    assert_sound(&clerk.book);
    assert_eq!(clerk.verify().digest, digest);
}

#[test]
fn a_copy_with_orders_that_wait_shows_whole_sums_where_it_cannot_be_written() {
    let (folder, mut clerk, mug) = shop();
    let ada = clerk.customer("Ada");
    let (id, _) = clerk.place(Some(ada), &[(mug, 3_000)]);
    clerk.pay(id, 500).unwrap();
    clerk.place(None, &[(mug, 2_000)]);
    let copy = folder.path().join("copy.counterbook");
    clerk.book.backup(&copy, &mut |_, _| Ok(())).unwrap();
    let shared = Book::open_on(&copy, Medium::Network).unwrap();
    assert!(shared.read_only().is_some());
    assert_eq!((sold_milli(&shared), listed(&shared)), (5_000, 2));
    assert_sound(&shared);
    let (theirs, ours) = (shared.verify(&mut |_, _| Ok(())), clerk.verify());
    assert_eq!(theirs.unwrap().digest, ours.digest);
}

#[test]
fn a_reader_does_not_wait_for_a_long_write_of_another_program() {
    let (_folder, mut clerk, mug) = shop();
    clerk.place(None, &[(mug, 3_000)]);
    let other = rusqlite::Connection::open(clerk.book.path()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(
        sold_milli(&clerk.book),
        0,
        "the order of the moment is not added up yet"
    );
    other.execute_batch("COMMIT").unwrap();
    assert_eq!(sold_milli(&clerk.book), 3_000);
}

#[test]
fn another_program_adds_up_what_this_one_left() {
    let (_folder, mut clerk, mug) = shop();
    clerk.place(None, &[(mug, 3_000)]);
    let other = Book::open(clerk.book.path()).unwrap();
    assert_eq!(sold_milli(&other), 3_000);
    clerk.place(None, &[(mug, 1_000)]);
    assert_eq!(
        (sold_milli(&other), sold_milli(&clerk.book)),
        (4_000, 4_000)
    );
}

#[test]
fn the_journal_tells_its_head_while_orders_wait() {
    let (_folder, mut clerk, mug) = shop();
    let stored = |book: &Book| count(book, "SELECT last_seq FROM device WHERE mine = 1") as u64;
    let head = |book: &Book| book.device().unwrap().last_seq;
    let before = head(&clerk.book);
    clerk.place(None, &[(mug, 3_000)]);
    clerk.place(None, &[(mug, 1_000)]);
    assert_eq!(head(&clerk.book), before + 2);
    assert_eq!(stored(&clerk.book), before);
    assert_sound(&clerk.book);
    assert_eq!(sold_milli(&clerk.book), 4_000);
    assert_eq!(stored(&clerk.book), before + 2);
    assert_sound(&clerk.book);
}

#[test]
fn a_log_with_room_ahead_is_read_again_after_a_crash() {
    let (folder, mut clerk, mug) = shop();
    let log = PathBuf::from(format!("{}-wal", clerk.book.path().display()));
    let length = |log: &Path| std::fs::metadata(log).unwrap().len();
    while length(&log) < 1_000_000 {
        clerk.place(None, &[(mug, 1_000)]);
    }
    let roomy = length(&log);
    let (_, number) = clerk.place(None, &[(mug, 1_000)]);
    assert_eq!(length(&log), roomy, "a commit finds room");
    // What a crash leaves: the file and its log as they are.
    let left = folder.path().join("left.counterbook");
    std::fs::copy(clerk.book.path(), &left).unwrap();
    std::fs::copy(&log, folder.path().join("left.counterbook-wal")).unwrap();
    let book = Book::open(&left).unwrap();
    assert_eq!(sold_milli(&book), sold_milli(&clerk.book));
    let last = "SELECT number FROM orders ORDER BY no DESC LIMIT 1";
    let found = book.read(|read| {
        let number: String = read.conn.query_row(last, [], |row| row.get(0))?;
        Ok(number)
    });
    assert_eq!(found.unwrap(), number);
    assert_sound(&book);
}

/// What happens to the shop, one after the other.
#[derive(Clone, Debug)]
enum Step {
    Place(i64),
    Pay(prop::sample::Index),
    Fulfil(prop::sample::Index),
    Cancel(prop::sample::Index),
    Adjust,
    Read,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let one = any::<prop::sample::Index>;
    let step = prop_oneof![
        (1..5_i64).prop_map(Step::Place),
        one().prop_map(Step::Pay),
        one().prop_map(Step::Fulfil),
        one().prop_map(Step::Cancel),
        Just(Step::Adjust),
        Just(Step::Read),
    ];
    prop::collection::vec(step, 1..24)
}

fn take(clerk: &mut Clerk, mug: ProductId, orders: &mut Vec<OrderId>, step: &Step) {
    match step {
        Step::Place(pieces) => orders.push(clerk.place(None, &[(mug, pieces * 1_000)]).0),
        Step::Adjust => clerk.adjust(mug, 1_000),
        Step::Read => drop(sold_milli(&clerk.book)),
        Step::Pay(_) | Step::Fulfil(_) | Step::Cancel(_) if orders.is_empty() => {}
        // What an order's state does not allow is refused, and changes nothing.
        Step::Pay(one) => drop(clerk.pay(*one.get(orders), 100)),
        Step::Fulfil(one) => drop(clerk.fulfil(*one.get(orders))),
        Step::Cancel(one) => drop(clerk.cancel(*one.get(orders))),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whenever_sums_are_added_up_they_are_those_of_a_fresh_fold(steps in steps()) {
        let (_folder, mut clerk, mug) = shop();
        let mut orders = Vec::new();
        for step in &steps {
            take(&mut clerk, mug, &mut orders, step);
        }
        assert_sound(&clerk.book);
    }
}

fn entries_of(book: &Book) -> Vec<domain::Entry> {
    let chain = |read: book::Read<'_>| {
        let mut found = Vec::new();
        for device in book::Device::all(read.conn)? {
            book::journal::chain(read.conn, read.terms, &device, 0, &mut |entry| {
                found.push(entry);
                Ok(())
            })?;
        }
        Ok(found)
    };
    book.read(chain).unwrap()
}

#[test]
fn a_first_order_whose_later_entry_came_before_it_counts_for_its_customer() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = Clerk::new(folder.path(), 1);
    first.found();
    let mug = first.product("MUG", 4_990_000);
    let ada = first.customer("Ada");
    let founded = entries_of(&first.book).len();
    let (order, _) = first.place(Some(ada), &[(mug, 1_000)]);
    first.product("CUP", 990_000);
    let mut second = Clerk::new(folder.path(), 2);
    second.book.receive(entries_of(&first.book)).unwrap();
    second.assign(order, Some("Eve")).unwrap();

    let third = Clerk::new(folder.path(), 3);
    let (firsts, seconds): (Vec<_>, Vec<_>) = entries_of(&second.book)
        .into_iter()
        .partition(|entry| entry.device == first.book.device().unwrap().id);
    third.book.receive(firsts[..founded].to_vec()).unwrap();
    third.book.receive(seconds).unwrap();
    assert_eq!(waiting(&third.book), 1);
    // What waits is taken along by whatever else is written, here the product.
    third.book.receive(firsts[founded..].to_vec()).unwrap();
    assert_eq!(waiting(&third.book), 0);
    assert_eq!(count(&third.book, "SELECT count(*) FROM customer_first"), 1);
    assert_sound(&third.book);
}
