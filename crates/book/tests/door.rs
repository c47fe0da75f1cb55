//! The write door: what is acknowledged is there, once, complete; what is refused leaves nothing.

#![allow(clippy::unwrap_used)] // a test may fail

#[allow(dead_code, reason = "each test uses a part of it")]
mod shop;

use book::{Book, BookError, Medium, Outcome, Said};
use domain::{Refusal, Subject, SubjectKind};
use shop::{BOOK, Clerk};
use std::path::Path;

fn shop() -> (tempfile::TempDir, Clerk) {
    let folder = tempfile::tempdir().unwrap();
    let mut clerk = Clerk::new(folder.path(), 1);
    clerk.found();
    (folder, clerk)
}

fn problems(clerk: &Clerk) -> Vec<String> {
    let verified = clerk.verify();
    let wrong = verified.checks.iter().filter(|check| !check.ok);
    wrong
        .map(|check| format!("{}: {}", check.name, check.detail))
        .collect()
}

#[test]
fn an_order_is_placed_paid_and_fulfilled_and_the_book_verifies() {
    let (_folder, mut clerk) = shop();
    let mug = clerk.product("MUG", 4_990_000);
    let ada = clerk.customer("Ada");
    clerk.adjust(mug, 10_000);
    let (id, number) = clerk.place(Some(ada), &[(mug, 3_000)]);
    assert_eq!(number, "A-000001");
    let due = clerk.order(id).due_minor();
    assert_eq!(due, 1_796, "3 x 4.99 and 20 % VAT");
    clerk.pay(id, due).unwrap();
    clerk.fulfil(id).unwrap();
    assert!(clerk.order(id).is_closed());
    assert_eq!(problems(&clerk), Vec::<String>::new());
}

#[test]
fn a_request_is_carried_out_once() {
    let (_folder, mut clerk) = shop();
    let act = clerk.act();
    let subject = Subject::new(SubjectKind::Product, clerk.id());
    let terms = serde_json::json!({ "sku": "A", "title": "A", "unit_price_micro": 1 });
    let run = || {
        clerk.book.write(&act, |tx| {
            tx.append(Said::new(subject, "product.created", &terms))
        })
    };
    assert_eq!(
        run().unwrap(),
        Outcome::Done {
            output: (),
            touched: vec![subject]
        }
    );
    assert_eq!(
        run().unwrap(),
        Outcome::Repeated {
            subjects: vec![subject]
        }
    );
}

#[test]
fn a_refused_or_dry_action_leaves_nothing_behind() {
    let (_folder, mut clerk) = shop();
    let before = clerk.verify().digest;
    let subject = Subject::new(SubjectKind::Product, clerk.id());
    let terms = serde_json::json!({ "sku": "A", "title": "A", "unit_price_micro": 1 });
    let refused = clerk.write(|tx| {
        tx.append(Said::new(subject, "product.created", &terms))?;
        tx.settle()?;
        Err::<(), _>(Refusal::new("no").into())
    });
    assert!(matches!(refused, Err(BookError::Refused(_))));
    let mut act = clerk.act();
    act.dry_run = true;
    clerk
        .book
        .write(&act, |tx| {
            tx.append(Said::new(subject, "product.created", &terms))
        })
        .unwrap();
    assert_eq!(clerk.verify().digest, before);
    assert_eq!(problems(&clerk), Vec::<String>::new());
}

#[test]
fn numbers_have_no_holes_even_when_an_action_fails() {
    let (_folder, mut clerk) = shop();
    let mug = clerk.product("MUG", 1_000_000);
    assert_eq!(clerk.place(None, &[(mug, 1_000)]).1, "A-000001");
    let failed = clerk.write(|tx| {
        tx.next_number("order")?;
        Err::<(), _>(Refusal::new("no").into())
    });
    assert!(failed.is_err());
    assert_eq!(clerk.place(None, &[(mug, 1_000)]).1, "A-000002");
}

#[test]
fn cancelling_takes_back_exactly_what_was_allocated() {
    let (_folder, mut clerk) = shop();
    let mug = clerk.product("MUG", 2_500_000);
    let before = clerk.verify();
    let (id, _) = clerk.place(None, &[(mug, 7_000)]);
    clerk.cancel(id).unwrap();
    let sums = clerk.book.read(|read| {
        let sql = "SELECT (SELECT count(*) FROM stock_balance), (SELECT count(*) FROM sales_day),
                   (SELECT count(*) FROM money_leg)";
        Ok(read.conn.query_row(sql, [], |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, i64>(2)?,
            ))
        })?)
    });
    assert_eq!(sums.unwrap(), (0, 0, 0));
    assert!(before.ok);
    assert_eq!(problems(&clerk), Vec::<String>::new());
}

#[test]
fn a_changed_projection_is_found_and_a_rebuild_repairs_it() {
    let (_folder, mut clerk) = shop();
    let mug = clerk.product("MUG", 2_500_000);
    let (id, _) = clerk.place(None, &[(mug, 7_000)]);
    clerk.fulfil(id).unwrap();
    let good = clerk.verify();
    let path = clerk.book.path().to_owned();
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute(
        "UPDATE stock_balance SET on_hand_milli = on_hand_milli + 1",
        [],
    )
    .unwrap();
    drop(conn);
    assert!(
        problems(&clerk)
            .iter()
            .any(|problem| problem.starts_with("table stock_balance"))
    );
    let digest = clerk.book.rebuild(&mut |_, _| Ok(())).unwrap();
    assert_eq!(digest, good.digest);
    assert_eq!(problems(&clerk), Vec::<String>::new());
}

#[test]
fn an_erased_person_is_gone_from_the_file_and_the_chain_still_verifies() {
    let (_folder, mut clerk) = shop();
    let mug = clerk.product("MUG", 2_500_000);
    let person = clerk.customer("Wilhelmina Quist");
    clerk.place(Some(person), &[(mug, 1_000)]);
    clerk.erase(person);
    assert_eq!(problems(&clerk), Vec::<String>::new());
    let path = clerk.book.path().to_owned();
    drop(clerk);
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    drop(conn);
    let bytes = std::fs::read(&path).unwrap();
    let name = b"Wilhelmina";
    assert!(
        !bytes
            .windows(name.len())
            .any(|part| part.eq_ignore_ascii_case(name))
    );
}

#[test]
fn a_book_on_a_network_share_opens_read_only_and_says_why() {
    let (_folder, mut clerk) = shop();
    clerk.product("MUG", 2_500_000);
    let path = clerk.book.path().to_owned();
    drop(clerk);
    let shared = Book::open_on(&path, Medium::Network).unwrap();
    assert_eq!(shared.read_only(), Some("network_share"));
    let mut clerk = Clerk::on(shared, 1, 9);
    let subject = Subject::new(SubjectKind::Book, BOOK);
    let nothing = serde_json::json!({});
    let refused = clerk.write(|tx| tx.append(Said::new(subject, "book.amended", &nothing)));
    assert!(matches!(refused, Err(BookError::ReadOnly("network_share"))));
    assert!(clerk.verify().ok);
}

#[test]
fn files_that_are_missing_foreign_damaged_or_newer_are_refused_by_name() {
    let (folder, clerk) = shop();
    let path = clerk.book.path().to_owned();
    drop(clerk);
    let missing = folder.path().join("missing.counterbook");
    assert!(matches!(Book::open(&missing), Err(BookError::Missing(found)) if found == missing));
    let text = folder.path().join("text.counterbook");
    std::fs::write(
        &text,
        "this is not a database, only a text that is long enough",
    )
    .unwrap();
    assert!(matches!(Book::open(&text), Err(BookError::Damaged { path, .. }) if path == text));
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.pragma_update(None, "user_version", 99).unwrap();
    conn.execute(
        "UPDATE meta SET value = '9.9.0' WHERE key = 'needs_version'",
        [],
    )
    .unwrap();
    drop(conn);
    let newer = Book::open(&path);
    assert!(matches!(newer, Err(BookError::Newer { needed, schema: 99 }) if needed == "9.9.0"));
}

#[test]
fn an_existing_file_is_never_overwritten() {
    let (folder, clerk) = shop();
    let identity = book::Identity {
        book: BOOK,
        device: domain::DeviceId(BOOK),
        prefix: "A".into(),
    };
    let again = Book::create(clerk.book.path(), &identity);
    assert!(matches!(again, Err(BookError::Exists(_))));
    let nowhere = folder.path().join("no/such/folder/x.counterbook");
    assert!(matches!(
        Book::create(&nowhere, &identity),
        Err(BookError::NotWritable(_))
    ));
    assert!(clerk.verify().ok);
}

#[test]
fn a_full_disk_refuses_the_action_and_keeps_the_book_whole() {
    let (_folder, mut clerk) = shop();
    let mug = clerk.product("MUG", 2_500_000);
    let before = clerk.verify().digest;
    clerk.book.limit_pages(1).unwrap();
    let subject = Subject::new(SubjectKind::Product, clerk.id());
    // Nothing in it repeats, so that it cannot be packed away.
    let note: String = (1..4_000_u64)
        .map(|n| format!("{:x}", n.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
        .collect();
    let terms = serde_json::json!({ "sku": "x".repeat(60), "note": note });
    let full = clerk.write(|tx| tx.append(Said::new(subject, "product.created", &terms)));
    assert!(matches!(full, Err(BookError::DiskFull)), "{full:?}");
    clerk.book.limit_pages(u32::MAX).unwrap();
    assert_eq!(clerk.verify().digest, before);
    clerk.place(None, &[(mug, 1_000)]);
    assert_eq!(problems(&clerk), Vec::<String>::new());
}

#[test]
fn two_openings_of_one_file_write_in_turn_and_see_each_other() {
    let (_folder, mut clerk) = shop();
    let mug = clerk.product("MUG", 1_000_000);
    let second = Book::open(clerk.book.path()).unwrap();
    let mut second = Clerk::on(second, 1, 77);
    let mut numbers = Vec::new();
    for _ in 0..5 {
        numbers.push(clerk.place(None, &[(mug, 1_000)]).1);
        numbers.push(second.place(None, &[(mug, 1_000)]).1);
    }
    let expected: Vec<String> = (1..=10).map(|n| format!("A-{n:06}")).collect();
    assert_eq!(numbers, expected);
    assert_eq!(problems(&second), Vec::<String>::new());
}

#[test]
fn a_book_that_another_program_holds_says_so_and_goes_on_afterwards() {
    let (_folder, mut clerk) = shop();
    let mug = clerk.product("MUG", 1_000_000);
    let other = rusqlite::Connection::open(clerk.book.path()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    clerk
        .book
        .wait_at_most(std::time::Duration::from_millis(5))
        .unwrap();
    let refused = clerk.write(|tx| tx.next_number("order"));
    assert!(matches!(refused, Err(BookError::Busy)), "{refused:?}");
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(clerk.place(None, &[(mug, 1_000)]).1, "A-000001");
    assert_eq!(problems(&clerk), Vec::<String>::new());
}

#[test]
fn a_damaged_page_is_reported_and_never_a_crash() {
    let (_folder, mut clerk) = shop();
    let mug = clerk.product("MUG", 1_000_000);
    for _ in 0..40 {
        clerk.place(None, &[(mug, 1_000)]);
    }
    let path = clerk.book.path().to_owned();
    drop(clerk);
    let page: u64 = {
        let conn = rusqlite::Connection::open(&path).unwrap();
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
            .unwrap();
        let sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'orders_by_total'";
        conn.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap() as u64
    };
    let mut bytes = std::fs::read(&path).unwrap();
    let start = (page as usize - 1) * 4_096;
    bytes[start..start + 4_096].fill(0x5a);
    std::fs::write(&path, bytes).unwrap();
    match Book::open(&path).and_then(|book| book.verify(&mut |_, _| Ok(()))) {
        Ok(verified) => {
            let file = verified
                .checks
                .iter()
                .find(|check| check.name == "SQLite integrity");
            assert!(!verified.ok && !file.unwrap().ok);
        }
        Err(error) => assert!(matches!(error, BookError::Damaged { .. }), "{error:?}"),
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_that_cannot_be_written_is_named() {
    let identity = book::Identity {
        book: BOOK,
        device: domain::DeviceId(BOOK),
        prefix: "A".into(),
    };
    // Nobody, not even the superuser, makes files there.
    let path = Path::new("/proc/shop.counterbook");
    let made = Book::create(path, &identity);
    assert!(matches!(made, Err(BookError::NotWritable(found)) if found == path));
}

#[test]
fn a_backup_is_a_whole_book_and_never_overwrites() {
    let (folder, mut clerk) = shop();
    let mug = clerk.product("MUG", 1_000_000);
    clerk.place(None, &[(mug, 1_000)]);
    let copy = folder.path().join("copy.counterbook");
    clerk.book.backup(&copy, &mut |_, _| Ok(())).unwrap();
    let copied = Book::open(&copy)
        .unwrap()
        .verify(&mut |_, _| Ok(()))
        .unwrap();
    assert!(copied.ok);
    assert_eq!(copied.digest, clerk.verify().digest);
    let again = clerk.book.backup(&copy, &mut |_, _| Ok(()));
    assert!(matches!(again, Err(BookError::Exists(found)) if found == copy));
    let stopped = folder.path().join("stopped.counterbook");
    let cancelled = clerk
        .book
        .backup(&stopped, &mut |_, _| Err(BookError::Cancelled));
    assert!(matches!(cancelled, Err(BookError::Cancelled)));
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        4,
        "no half copy is left"
    );
}
