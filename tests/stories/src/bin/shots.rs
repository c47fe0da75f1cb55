//! Pictures of every screen of the sample shop, light and dark, taken in the real window. The
//! sample shop is imported once and kept beside the pictures.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use stories::{Window, picture_folder};

const IMPORT_LIMIT: Duration = Duration::from_secs(900);

fn main() -> Result<()> {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let folder = picture_folder();
    std::fs::create_dir_all(&folder)?;
    start_screen(&folder)?;
    let book = sample_shop(&folder)?;
    let window = Window::open(&[book.to_str().context("a path that can be passed on")?])?;
    window.find("heading", "Today")?;
    let screens = screens(&window)?;
    for theme in ["light", "dark"] {
        window.set_theme(theme)?;
        for (name, place, keys) in &screens {
            if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
                window.go(place)?;
                window.settled_picture()?;
                window.press(keys)?;
                let picture = window.settled_picture()?;
                picture.save(&folder.join(format!("{name}-{theme}.png")))?;
                window.press(if keys.is_empty() { "" } else { "Escape" })?;
                println!("{name}, {theme}");
            }
        }
    }
    window.end()
}

fn start_screen(folder: &Path) -> Result<()> {
    let window = Window::first_start()?;
    window.wait_for_text("Create a book")?;
    window
        .settled_picture()?
        .save(&folder.join("start-light.png"))
}

/// The sample shop's book, imported at the first time by the button of the start screen.
fn sample_shop(folder: &Path) -> Result<PathBuf> {
    let book = folder.join("sample.counterbook");
    if !book.exists() {
        let settings = Rc::new(tempfile::tempdir()?);
        let window = Window::open_in(Rc::clone(&settings), &["--sample"])?;
        window.wait_within(IMPORT_LIMIT, "the sample shop", || {
            Ok(window.text()?.contains("Needs a person").then_some(()))
        })?;
        let path = book.to_str().context("a path that can be passed on")?;
        window.call("book.backup", &json!({ "path": path }))?;
        window.wait_within(IMPORT_LIMIT, "the copy", || Ok(book.exists().then_some(())))?;
    }
    Ok(book)
}

type Screen = (&'static str, String, &'static str);

/// Name, address and keys of every screen; records are the first of their lists.
fn screens(window: &Window) -> Result<Vec<Screen>> {
    let first = |verb: &str, sort: &str| -> Result<String> {
        let sort = json!({ "key": sort, "descending": true });
        let page = window.call(verb, &json!({ "offset": 0, "limit": 1, "sort": sort }))?;
        let id = page["rows"]
            .get(0)
            .and_then(|row: &Value| row["id"].as_str());
        id.map(str::to_owned)
            .with_context(|| format!("{verb} has no rows"))
    };
    let order = format!("orders/{}", first("orders.list", "total")?);
    let product = format!("products/{}", first("products.list", "sold")?);
    let customer = format!("customers/{}", first("customers.list", "revenue")?);
    let at = |name, place: &str, keys| (name, place.to_owned(), keys);
    Ok(vec![
        at("today", "today", ""),
        at("orders", "orders", ""),
        at("order", &order, ""),
        at("order-pay", &order, "r"),
        at("order-documents", &format!("{order}/documents/invoice"), ""),
        at("order-new", "orders/new", ""),
        at("counter", "counter", ""),
        at("counter-till", "counter", "alt+t"),
        at("products", "products", ""),
        at("product", &product, ""),
        at("product-adjust", &product, "a"),
        at("product-new", "products/new", ""),
        at("customers", "customers", ""),
        at("customer", &customer, ""),
        at("customer-new", "customers/new", ""),
        at("reports", "reports", ""),
        at("imports", "imports", ""),
        at("settings", "settings", ""),
        at("settings-receipts", "settings/receipts", ""),
        at("settings-carriers", "settings/carriers", ""),
        at("settings-people", "settings/people", ""),
        at("settings-roles", "settings/roles", ""),
        at("settings-audit", "settings/audit", ""),
        at("settings-training", "settings/training", ""),
        at("palette", "orders", "ctrl+k"),
        at("keys", "orders", "question"),
    ])
}
