//! The command line from outside: what scripts rely on, by running the program itself.
#![allow(clippy::unwrap_used, reason = "a test fails where it panics")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

/// A folder with a book in it.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let book = desk.book();
        let made = run(&[
            "new",
            text(&book),
            "--name",
            "Bücher & Söhne",
            "--currency",
            "GBP",
            "--country",
            "GB",
        ]);
        assert!(made.status.success(), "{}", errors(&made));
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn book(&self) -> PathBuf {
        self.path("shop with a blank.counterbook")
    }

    fn run(&self, command: &str, rest: &[&str]) -> Output {
        let book = self.book();
        let mut arguments = vec![command, text(&book)];
        arguments.extend(rest);
        run(&arguments)
    }

    fn call(&self, verb: &str, input: Value) -> Value {
        let called = self.run("call", &[verb, &input.to_string()]);
        assert!(called.status.success(), "{verb}: {}", errors(&called));
        serde_json::from_slice(&called.stdout).unwrap()
    }
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_counterbook"))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_product_is_made_by_one_call_and_listed_by_another() {
    let desk = Desk::new();
    let input = json!({
        "sku": "A", "title": "Tee", "unit_price_micro": 1_000_000,
        "request_id": "00000000-0000-4000-8000-000000000001"
    });
    let written = desk.call("products.create", input);
    assert_eq!(written["output"]["sku"], "A");
    let page = desk.call(
        "products.list",
        json!({ "text": "tee", "offset": 0, "limit": 9 }),
    );
    assert_eq!(page["rows"][0]["id"], written["output"]["id"]);
    assert_eq!(desk.call("book.info", json!({}))["name"], "Bücher & Söhne");
}

#[test]
fn an_input_comes_from_standard_input_too() {
    let desk = Desk::new();
    let mut child = Command::new(env!("CARGO_BIN_EXE_counterbook"))
        .args(["call", text(&desk.book()), "orders.list", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(br#"{"offset":0,"limit":5}"#)
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let page: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (page["total"].as_i64(), page["complete"].as_bool()),
        (Some(0), Some(true))
    );
}

#[test]
fn a_call_that_is_refused_says_why_as_json_with_status_one() {
    let desk = Desk::new();
    for (verb, input, kind, field) in [
        (
            "orders.list",
            r#"{"offset":0,"limit":900}"#,
            "invalid",
            json!("limit"),
        ),
        (
            "orders.list",
            r#"{"ofset":0,"limit":9}"#,
            "invalid",
            json!("ofset"),
        ),
        ("orders.eat", "{}", "not_found", Value::Null),
        ("orders.list", "{", "invalid", Value::Null),
        (
            "shell.reveal",
            r#"{"path":"x"}"#,
            "unavailable",
            Value::Null,
        ),
    ] {
        let called = desk.run("call", &[verb, input]);
        assert_eq!(called.status.code(), Some(1), "{verb}");
        let error: Value = serde_json::from_slice(&called.stderr).unwrap();
        assert_eq!(
            (&error["kind"], &error["field"]),
            (&json!(kind), &field),
            "{verb} {error}"
        );
        assert!(called.stdout.is_empty());
    }
}

#[test]
fn an_error_is_one_clear_line_and_a_status() {
    let desk = Desk::new();
    let missing = desk.path("nowhere.counterbook");
    for (arguments, said) in [
        (vec!["verify", text(&missing)], "there is no book at"),
        (
            vec![
                "new",
                text(&desk.book()),
                "--name",
                "A",
                "--currency",
                "GBP",
                "--country",
                "GB",
            ],
            "exists already",
        ),
    ] {
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(1));
        let error = errors(&output);
        assert!(
            error.starts_with("counterbook: ") && error.contains(said),
            "{error}"
        );
        assert_eq!(error.trim_end().lines().count(), 1, "{error}");
    }
    let output = desk.run("report", &["gossip", "--out", text(&desk.path("x.csv"))]);
    assert!(
        errors(&output).contains("there is no report \"gossip\""),
        "{}",
        errors(&output)
    );
    let output = desk.run("report", &["returns", "--out", text(&desk.path("x.doc"))]);
    assert!(
        errors(&output).contains("--out must end in"),
        "{}",
        errors(&output)
    );
}

#[test]
fn a_table_is_imported_by_a_mapping_and_reported_on() {
    let desk = Desk::new();
    let (table, mapping) = (desk.path("orders.csv"), desk.path("mapping.json"));
    fs::write(
        &table,
        "no,when,sku,n,price\n1,2026-03-01,TEA,2,3.50\n1,2026-03-01,CUP,1,x\n",
    )
    .unwrap();
    let columns = json!({
        "document_number": "no", "placed_at": "when", "sku": "sku", "quantity": "n",
        "unit_price": "price"
    });
    let text_of_mapping =
        json!({ "rows": "order_lines", "date_format": "YYYY-MM-DD", "columns": columns });
    fs::write(&mapping, text_of_mapping.to_string()).unwrap();
    let arguments = [text(&table), "--as", text(&mapping)];
    let refused = desk.run("import", &arguments);
    let said = printed(&refused);
    assert!(refused.status.success(), "{}", errors(&refused));
    assert!(
        said.contains("refused") && said.contains("bad_number"),
        "{said}"
    );

    fs::write(&table, "no,when,sku,n,price\n1,2026-03-01,TEA,2,3.50\n").unwrap();
    let tried = desk.run(
        "import",
        &[text(&table), "--as", text(&mapping), "--dry-run"],
    );
    assert!(printed(&tried).contains("a dry run"), "{}", printed(&tried));
    let imported = desk.run("import", &[text(&table), "--as", text(&mapping), "--json"]);
    let report: Value = serde_json::from_slice(&imported.stdout).unwrap();
    assert_eq!(report["created"]["orders"], 1);
    let again = desk.run("import", &arguments);
    assert!(
        printed(&again).contains("everything was there already"),
        "{}",
        printed(&again)
    );

    let out = desk.path("sales.json");
    let written = desk.run("report", &["sales-by-month", "--out", text(&out)]);
    assert!(written.status.success(), "{}", errors(&written));
    let sales: Value = serde_json::from_slice(&fs::read(&out).unwrap()).unwrap();
    assert_eq!(sales["totals"]["revenue_minor"], 700);

    let out = desk.path("sales.csv");
    let asked = ["sales-by-month", "--language", "de", "--out", text(&out)];
    let written = desk.run("report", &asked);
    assert!(written.status.success(), "{}", errors(&written));
    assert!(fs::read_to_string(&out).unwrap().contains("Umsatz (GBP)"));
}

#[test]
fn a_book_is_verified_rebuilt_copied_and_seeded() {
    let desk = Desk::new();
    let seeded = desk.path("seeded.counterbook");
    let made = run(&["seed", text(&seeded), "--orders", "40", "--seed", "3"]);
    assert!(
        printed(&made).starts_with("made 40 orders"),
        "{}",
        errors(&made)
    );
    let verified = run(&["verify", text(&seeded)]);
    assert!(
        verified.status.success(),
        "{}{}",
        printed(&verified),
        errors(&verified)
    );
    assert!(printed(&verified).ends_with("the book is sound\n"));
    assert!(run(&["rebuild", text(&seeded)]).status.success());
    let copy = desk.path("copy.counterbook");
    assert!(
        run(&["backup", text(&seeded), text(&copy)])
            .status
            .success()
    );
    let info = run(&["call", text(&copy), "book.info"]);
    let info: Value = serde_json::from_slice(&info.stdout).unwrap();
    assert_eq!(info["orders"], 40);
}

#[test]
fn the_verbs_are_listed_with_their_schemas() {
    let listed: Value = serde_json::from_slice(&run(&["verbs"]).stdout).unwrap();
    let verbs = listed["verbs"].as_array().unwrap();
    let sell = verbs
        .iter()
        .find(|verb| verb["name"] == "orders.sell")
        .unwrap();
    let properties = sell["input"]["properties"].as_object().unwrap();
    for field in ["lines", "method", "tendered_minor", "request_id"] {
        assert!(properties.contains_key(field), "{field}");
    }
}
