//! Documents on paper: the programs of the system that print are played by scripts, and what
//! reaches them is looked at byte by byte.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails where it panics")]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::{Value, json};

const LPSTAT: &str = "#!/bin/sh\n\
    case \"$1\" in\n\
    -e) printf 'Office_Laser\\nBack_Room\\n' ;;\n\
    -d) echo 'system default destination: Back_Room' ;;\n\
    esac\n";

/// A shop with an order, and a folder of programs that print.
struct Shop {
    folder: tempfile::TempDir,
    order: String,
}

impl Shop {
    fn new() -> Self {
        let mut shop = Self {
            folder: tempfile::tempdir().unwrap(),
            order: String::new(),
        };
        fs::create_dir(shop.path("programs")).unwrap();
        shop.program("lpstat", LPSTAT);
        let lp = format!(
            "#!/bin/sh\nprintf '%s\\n' \"$@\" > '{}'\ncat > '{}'\n",
            shop.path("arguments").display(),
            shop.path("paper.pdf").display()
        );
        shop.program("lp", &lp);
        let book = shop.book();
        let new = ["--name", "Shop", "--currency", "GBP", "--country", "GB"];
        let made = shop.run(&[&["new", book.to_str().unwrap()], &new[..]].concat());
        assert!(made.status.success());
        let lines = json!([{ "title": "Repair", "quantity_milli": 1_000,
            "unit_price_micro": 5_000_000 }]);
        let order = json!({ "request_id": "00000000-0000-4000-8000-000000000001",
            "channel": "phone", "lines": lines });
        let placed = shop.call("orders.place", &order).unwrap();
        shop.order = placed["output"]["id"].as_str().unwrap().to_owned();
        shop
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn book(&self) -> PathBuf {
        self.path("shop.counterbook")
    }

    fn program(&self, name: &str, script: &str) {
        let file = self.path("programs").join(name);
        fs::write(&file, script).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let path = format!("{}:/usr/bin:/bin", self.path("programs").display());
        Command::new(env!("CARGO_BIN_EXE_counterbook"))
            .args(arguments)
            .env("PATH", path)
            .output()
            .unwrap()
    }

    /// What a verb gives, or the code that it refuses with.
    fn call(&self, verb: &str, input: &Value) -> Result<Value, String> {
        let book = self.book();
        let done = self.run(&["call", book.to_str().unwrap(), verb, &input.to_string()]);
        if done.status.success() {
            return Ok(serde_json::from_slice(&done.stdout).unwrap());
        }
        let told: Value = serde_json::from_slice(&done.stderr).unwrap();
        Err(told["code"].as_str().unwrap().to_owned())
    }

    fn print(&self, more: Value) -> Result<Value, String> {
        let mut input = more;
        input["order"] = json!(self.order);
        input["kind"] = json!("confirmation");
        self.call("documents.print", &input)
    }
}

#[test]
fn the_very_file_goes_to_the_printer_that_was_chosen() {
    let shop = Shop::new();
    let told = shop.print(json!({ "printer": "Office_Laser", "copies": 3 }));
    let expected = json!({ "printer": "Office_Laser", "copies": 3 });
    assert_eq!(told.unwrap(), expected);
    let arguments = fs::read_to_string(shop.path("arguments")).unwrap();
    assert_eq!(
        arguments.lines().collect::<Vec<_>>(),
        [
            "-d",
            "Office_Laser",
            "-n",
            "3",
            "-t",
            "Order confirmation A-000001"
        ]
    );
    let target = json!({ "order": shop.order, "kind": "confirmation",
        "path": shop.path("saved.pdf") });
    shop.call("documents.export", &target).unwrap();
    let paper = fs::read(shop.path("paper.pdf")).unwrap();
    assert!(paper.starts_with(b"%PDF-"));
    assert_eq!(paper, fs::read(shop.path("saved.pdf")).unwrap());
}

#[test]
fn without_a_choice_the_systems_own_printer_is_taken() {
    let shop = Shop::new();
    let known = shop.call("documents.printers", &json!({})).unwrap();
    let printers = json!(["Office_Laser", "Back_Room"]);
    assert_eq!(known, json!({ "printers": printers, "usual": "Back_Room" }));
    assert_eq!(shop.print(json!({})).unwrap()["printer"], "Back_Room");
}

#[test]
fn a_printer_that_is_not_there_and_too_many_copies_are_refused() {
    let shop = Shop::new();
    for (input, code) in [
        (json!({ "printer": "-o raw" }), "printer_unknown"),
        (json!({ "copies": 0 }), "out_of_range"),
        (json!({ "copies": 100 }), "out_of_range"),
    ] {
        assert_eq!(shop.print(input), Err(code.to_owned()));
    }
    shop.program("lp", "#!/bin/sh\necho 'out of paper' >&2\nexit 1\n");
    assert_eq!(shop.print(json!({})), Err("printer_refused".to_owned()));
}

#[test]
fn where_nothing_prints_that_is_said() {
    let shop = Shop::new();
    shop.program(
        "lpstat",
        "#!/bin/sh\necho 'No destinations added.' >&2\nexit 1\n",
    );
    let known = shop.call("documents.printers", &json!({})).unwrap();
    assert_eq!(known, json!({ "printers": [], "usual": null }));
    assert_eq!(shop.print(json!({})), Err("no_printer".to_owned()));
}
