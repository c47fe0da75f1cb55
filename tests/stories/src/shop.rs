//! A shop's book that is there before the window opens, made and written to by the command line:
//! another process than the window, as in real life.

use std::cell::Cell;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::places;
use crate::window::Window;

/// The barcode of the mugs that many shops sell ([`Shop::with_mugs`]).
pub const MUG: &str = "4006381333931";

/// A book in a folder of its own.
pub struct Shop {
    folder: Rc<TempDir>,
    book: PathBuf,
    /// How many writes it was asked for: each is a request of its own.
    written: Cell<u32>,
}

impl Shop {
    /// A new, empty book.
    pub fn new() -> Result<Self> {
        let folder = Rc::new(tempfile::tempdir().context("no folder for the shop")?);
        let book = folder.path().join("shop.counterbook");
        let new = [
            "--name",
            "Corner Shop",
            "--currency",
            "GBP",
            "--country",
            "GB",
        ];
        run("new", &book, new.map(OsStr::new))?;
        Ok(Self::of(folder, book))
    }

    /// A new book with one product: blue mugs, `MUG-1`, at this price with tax.
    pub fn with_mugs(price_micro: i64) -> Result<Self> {
        let shop = Self::new()?;
        let mug = json!({
            "sku": "MUG-1", "title": "Blue mug", "unit_price_micro": price_micro,
            "tax": "standard", "barcodes": [MUG]
        });
        shop.write("products.create", mug)?;
        Ok(shop)
    }

    /// From now on a dollar is worth 0.80 pounds.
    pub fn trade_in_dollars(&self) -> Result<()> {
        let rates = json!([
            { "currency": "USD", "rate": "0.8", "from": "2020-01-01", "source": "Bank" }
        ]);
        let info = self.call("book.info", &json!({}))?;
        let settings = json!({ "expected_version": info["version"], "exchange_rates": rates });
        self.write("book.amend", settings).map(drop)
    }

    fn of(folder: Rc<TempDir>, book: PathBuf) -> Self {
        let written = Cell::new(0);
        Self {
            folder,
            book,
            written,
        }
    }

    /// The book's file.
    #[must_use]
    pub fn book(&self) -> &Path {
        &self.book
    }

    /// The shop's folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Runs a verb on the command line and answers with its output.
    pub fn call(&self, verb: &str, input: &Value) -> Result<Value> {
        let input = input.to_string();
        let said = run("call", &self.book, [OsStr::new(verb), OsStr::new(&input)])?;
        serde_json::from_str(&said).with_context(|| format!("{verb} printed no JSON: {said}"))
    }

    /// Runs a verb that writes, as a request of its own, and answers with what it gives.
    pub fn write(&self, verb: &str, mut input: Value) -> Result<Value> {
        let number = self.written.replace(self.written.get() + 1);
        input["request_id"] = json!(format!("00000000-0000-4000-a000-{number:012}"));
        Ok(self.call(verb, &input)?["output"].take())
    }

    /// Copies the book to and from a folder.
    pub fn sync(&self, place: &Path) -> Result<()> {
        let arguments = ["--once".as_ref(), "--via".as_ref(), place.as_os_str()];
        run("sync", &self.book, arguments).map(drop)
    }

    /// Another device of a book that lies in a folder, with a file of its own.
    pub fn joined(place: &Path, name: &str) -> Result<Self> {
        let folder = Rc::new(tempfile::tempdir().context("no folder for the device")?);
        let book = folder.path().join("joined.counterbook");
        let join = ["join", "--name", name, "--via"].map(OsStr::new);
        run("sync", &book, join.into_iter().chain([place.as_os_str()]))?;
        Ok(Self::of(folder, book))
    }

    /// Fills the book with seeded orders.
    pub fn seed(&self, orders: u32) -> Result<()> {
        std::fs::remove_file(&self.book)?;
        let orders = orders.to_string();
        let arguments = ["--orders", &orders, "--seed", "7"];
        run("seed", &self.book, arguments.map(OsStr::new)).map(drop)
    }

    /// Imports a file.
    pub fn import(&self, file: &Path) -> Result<()> {
        run("import", &self.book, [file.as_os_str()]).map(drop)
    }

    /// Opens the window on the book, as a double click on its file does.
    pub fn window(&self) -> Result<Window> {
        let book = self.book.to_str().context("a path that can be passed on")?;
        Window::open_in(Rc::clone(&self.folder), &[book])
    }
}

fn run<'a>(
    command: &str,
    book: &Path,
    arguments: impl IntoIterator<Item = &'a OsStr>,
) -> Result<String> {
    let mut program = Command::new(places::counterbook()?);
    let output = program.arg(command).arg(book).args(arguments).output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(
        output.status.success(),
        "counterbook {command} failed: {said}"
    );
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
