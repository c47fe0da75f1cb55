//! Several books on disk that exchange their entries through a folder, by running the program.
#![allow(clippy::unwrap_used, reason = "a test fails where it panics")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

/// A folder with books and sticks in it.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        std::fs::create_dir(desk.path("stick")).unwrap();
        desk
    }

    /// A desk with a book that has a product, whose id is returned.
    fn with_shop() -> (Self, String) {
        let desk = Self::new();
        let book = desk.book("shop");
        let made = [
            "new",
            &book,
            "--name",
            "Shop",
            "--currency",
            "GBP",
            "--country",
            "GB",
        ];
        ok(&run(&made));
        let mug = json!({
            "sku": "MUG", "title": "Mug", "unit_price_micro": 1_000_000, "request_id": id(1)
        });
        let made = desk.call("shop", "products.create", &mug);
        let mug = made["output"]["id"].as_str().unwrap().to_owned();
        (desk, mug)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn book(&self, name: &str) -> String {
        text(&self.path(&format!("{name}.counterbook"))).to_owned()
    }

    fn stick(&self) -> String {
        text(&self.path("stick")).to_owned()
    }

    fn call(&self, book: &str, verb: &str, input: &Value) -> Value {
        let called = run(&["call", &self.book(book), verb, &input.to_string()]);
        serde_json::from_slice(ok(&called)).unwrap()
    }

    fn join(&self, book: &str) {
        let (path, stick) = (self.book(book), self.stick());
        ok(&run(&[
            "sync", &path, "join", "--via", &stick, "--name", book,
        ]));
    }

    fn sync(&self, book: &str) -> Output {
        run(&["sync", &self.book(book), "--via", &self.stick(), "--once"])
    }

    /// A sale of mugs, under a request of its own.
    fn sell(&self, book: &str, mug: &str, number: u32) -> String {
        let input = json!({
            "channel": "web", "request_id": id(number),
            "lines": [{ "product": mug, "quantity_milli": 1_000 }]
        });
        let placed = self.call(book, "orders.place", &input);
        placed["output"]["number"].as_str().unwrap().to_owned()
    }

    fn digest(&self, book: &str) -> String {
        let verified = run(&["verify", &self.book(book)]);
        let told = String::from_utf8_lossy(ok(&verified)).into_owned();
        let digest = told.lines().find(|line| line.starts_with("digest "));
        digest.unwrap().to_owned()
    }

    fn orders(&self, book: &str) -> i64 {
        let page = json!({ "offset": 0, "limit": 1 });
        self.call(book, "orders.list", &page)["total"]
            .as_i64()
            .unwrap()
    }
}

fn id(number: u32) -> String {
    format!("018f0000-0000-7000-8000-{number:012}")
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_counterbook"))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn ok(output: &Output) -> &[u8] {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    &output.stdout
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn three_books_that_exchange_a_stick_in_any_order_end_with_equal_digests() {
    let (desk, mug) = Desk::with_shop();
    ok(&desk.sync("shop"));
    desk.join("office");
    desk.join("market");
    let mut numbers = Vec::new();
    for (round, books) in [["shop", "office", "market"], ["market", "shop", "office"]]
        .iter()
        .enumerate()
    {
        for (at, book) in books.iter().enumerate() {
            numbers.push(desk.sell(book, &mug, 100 + (10 * round + at) as u32));
        }
        for book in books {
            ok(&desk.sync(book));
        }
    }
    for book in ["market", "office", "shop"] {
        ok(&desk.sync(book));
    }
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), 6, "numbers are unique: {numbers:?}");
    let digests = ["shop", "office", "market"].map(|book| desk.digest(book));
    assert!(
        digests.iter().all(|digest| *digest == digests[0]),
        "{digests:?}"
    );
    assert_eq!(desk.orders("shop"), 6);
    let status = ok(&run(&["sync", &desk.book("shop"), "status"])).to_vec();
    let status: Value = serde_json::from_slice(&status).unwrap();
    assert_eq!(
        (&status["local_only"], &status["quarantine"]),
        (&json!(0), &json!([]))
    );
}

#[test]
fn a_stick_carries_what_others_wrote_to_a_shop_that_never_met_them() {
    let (desk, mug) = Desk::with_shop();
    ok(&desk.sync("shop"));
    desk.join("office");
    desk.sell("office", &mug, 200);
    ok(&desk.sync("office"));
    ok(&desk.sync("shop"));
    // Another stick, which only the shop has been at.
    std::fs::rename(desk.path("stick"), desk.path("first stick")).unwrap();
    let away = desk.sync("shop");
    assert!(
        !away.status.success(),
        "a stick that is not there is told of"
    );
    std::fs::create_dir(desk.path("stick")).unwrap();
    ok(&desk.sync("shop"));
    desk.join("market");
    assert_eq!(desk.orders("market"), 1);
    assert_eq!(desk.digest("market"), desk.digest("office"));
    assert!(desk.sell("market", &mug, 201).starts_with("C-"));
}

#[test]
fn a_sync_that_is_killed_at_any_moment_loses_and_doubles_nothing() {
    let (desk, mug) = Desk::with_shop();
    ok(&desk.sync("shop"));
    desk.join("office");
    for number in 0..12 {
        desk.sell("shop", &mug, 300 + number);
        for book in ["shop", "office"] {
            let mut syncing = Command::new(env!("CARGO_BIN_EXE_counterbook"))
                .args(["sync", &desk.book(book), "--via", &desk.stick(), "--once"])
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            std::thread::sleep(Duration::from_millis(u64::from(number) * 7));
            // It may have ended by itself.
            let _ = syncing.kill();
            syncing.wait().unwrap();
        }
    }
    for book in ["shop", "office"] {
        ok(&desk.sync(book));
    }
    assert_eq!((desk.orders("shop"), desk.orders("office")), (12, 12));
    assert_eq!(desk.digest("shop"), desk.digest("office"));
}

#[test]
fn a_backup_put_in_the_place_of_the_lost_file_gets_everything_back_under_another_name() {
    let (desk, mug) = Desk::with_shop();
    let copy = desk.book("copy");
    ok(&run(&["backup", &desk.book("shop"), &copy]));
    desk.sell("shop", &mug, 400);
    ok(&desk.sync("shop"));
    let lost = desk.book("shop");
    std::fs::remove_file(&lost).unwrap();
    std::fs::rename(&copy, &lost).unwrap();
    desk.sell("shop", &mug, 401);
    let told = String::from_utf8_lossy(ok(&desk.sync("shop"))).into_owned();
    assert!(told.contains("restored"), "{told}");
    assert_eq!(desk.orders("shop"), 2);
    assert!(desk.sell("shop", &mug, 402).starts_with("B-"));
    ok(&desk.sync("shop"));
    desk.join("office");
    assert_eq!(desk.digest("office"), desk.digest("shop"));
}

#[test]
fn a_damaged_file_is_told_of_and_mends_itself() {
    let (desk, mug) = Desk::with_shop();
    desk.sell("shop", &mug, 500);
    ok(&desk.sync("shop"));
    desk.join("office");
    desk.sell("shop", &mug, 501);
    ok(&desk.sync("shop"));
    let file = largest_file(&desk.path("stick"));
    let mut bytes = std::fs::read(&file).unwrap();
    let at = bytes.len() - 40;
    bytes[at] ^= 1;
    std::fs::write(&file, &bytes).unwrap();
    let told = String::from_utf8_lossy(ok(&desk.sync("office"))).into_owned();
    assert!(told.contains("put aside as damaged"), "{told}");
    // The shop sees what is missing there and gives it once more.
    ok(&desk.sync("shop"));
    ok(&desk.sync("shop"));
    ok(&desk.sync("office"));
    assert_eq!(desk.digest("office"), desk.digest("shop"));
}

fn largest_file(folder: &Path) -> PathBuf {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        for file in std::fs::read_dir(entry.unwrap().path()).unwrap() {
            files.push(file.unwrap().path());
        }
    }
    files.sort_by_key(|file| file.metadata().unwrap().len());
    files.pop().unwrap()
}
