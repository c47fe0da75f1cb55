//! Counts are anchors: what was told late explains a difference and changes nothing of what is
//! there, on whichever device and in whichever order it arrives.
#![allow(clippy::unwrap_used)] // a test may fail

#[allow(dead_code)] // every test uses its part of the shop
mod shop;

use book::Book;
use domain::ProductId;
use shop::Clerk;

fn shop() -> (tempfile::TempDir, Clerk, ProductId) {
    let folder = tempfile::tempdir().unwrap();
    let mut clerk = Clerk::new(folder.path(), 1);
    clerk.found();
    let mug = clerk.product("MUG", 4_990_000);
    (folder, clerk, mug)
}

fn assert_sound(book: &Book) {
    let verified = book.verify(&mut |_, _| Ok(())).unwrap();
    let wrong: Vec<_> = verified.checks.iter().filter(|check| !check.ok).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

fn on_hand(book: &Book, product: ProductId) -> i64 {
    book.read(|read| read.on_hand_at(product.0, "main"))
        .unwrap()
}

/// The differences that counts found, the newest first.
fn differences(book: &Book, product: ProductId) -> Vec<i64> {
    let page = book
        .read(|read| read.movements(product.0, None, (0, 100)))
        .unwrap();
    let counts = page
        .rows
        .iter()
        .filter(|row| row.kind == book::dto::RecordKind::Count);
    counts.map(|row| row.quantity_milli).collect()
}

#[test]
fn a_delivery_that_is_told_late_explains_the_difference_too() {
    let (_folder, mut clerk, mug) = shop();
    for step in [0, 66] {
        clerk.buy(step, mug).unwrap();
    }
    clerk.count_at("main", &[(mug, 15_000)], false);
    clerk.at_ms -= 600_000;
    clerk.buy(96, mug).unwrap();
    // Nine and a half came before the count, so it found five and a half more than was known.
    assert_eq!(
        (on_hand(&clerk.book, mug), differences(&clerk.book, mug)),
        (15_000, vec![5_500])
    );
    assert_sound(&clerk.book);
}

#[test]
fn what_is_told_late_explains_the_difference_and_changes_nothing() {
    let (_folder, mut clerk, mug) = shop();
    clerk.adjust(mug, 20_000);
    clerk.count_at("main", &[(mug, 15_000)], false);
    assert_eq!(
        (on_hand(&clerk.book, mug), differences(&clerk.book, mug)),
        (15_000, vec![-5_000])
    );
    clerk.adjust_late("main", mug, -4_000);
    assert_eq!(
        (on_hand(&clerk.book, mug), differences(&clerk.book, mug)),
        (15_000, vec![-1_000])
    );
    clerk.adjust(mug, 2_000);
    assert_eq!(on_hand(&clerk.book, mug), 17_000);
    assert_sound(&clerk.book);
}

#[test]
fn the_newest_count_wins_and_the_older_ones_keep_what_they_found() {
    let (_folder, mut clerk, mug) = shop();
    clerk.adjust(mug, 20_000);
    clerk.count_at("main", &[(mug, 18_000)], false);
    clerk.adjust(mug, -1_000);
    clerk.count_at("main", &[(mug, 18_000)], false);
    assert_eq!(differences(&clerk.book, mug), [1_000, -2_000]);
    clerk.count_at("main", &[(mug, 18_000)], false);
    // A count that agrees leaves no movement.
    assert_eq!(differences(&clerk.book, mug), [1_000, -2_000]);
    assert_eq!(on_hand(&clerk.book, mug), 18_000);
    assert_sound(&clerk.book);
}

#[test]
fn sales_that_wait_are_known_to_a_count_and_sales_after_it_may_wait() {
    let (_folder, mut clerk, mug) = shop();
    clerk.adjust(mug, 20_000);
    let (order, _) = clerk.place(None, &[(mug, 3_000)]);
    clerk.fulfil(order).unwrap();
    clerk.count_at("main", &[(mug, 16_000)], false);
    assert_eq!(differences(&clerk.book, mug), [-1_000]);
    let (order, _) = clerk.place(None, &[(mug, 2_000)]);
    clerk.fulfil(order).unwrap();
    let waiting = "SELECT count(*) FROM waiting";
    let conn = clerk.book.reader().unwrap();
    let waiting: i64 = conn.query_row(waiting, [], |row| row.get(0)).unwrap();
    assert_eq!(waiting, 1);
    assert_eq!(on_hand(&clerk.book, mug), 14_000);
    assert_sound(&clerk.book);
}

#[test]
fn a_line_that_comes_after_the_end_of_a_count_still_counts() {
    let (_folder, mut clerk, mug) = shop();
    clerk.adjust(mug, 20_000);
    clerk.count_at("main", &[(mug, 15_000), (mug, 4_000)], true);
    assert_eq!(
        (on_hand(&clerk.book, mug), differences(&clerk.book, mug)),
        (19_000, vec![-1_000])
    );
    assert_sound(&clerk.book);
}
