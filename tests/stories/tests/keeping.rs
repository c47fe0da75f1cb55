//! What keeps a book well: it is verified, backed up to a file through the native dialog and
//! rebuilt; an import is taken back.

use anyhow::{Result, ensure};
use serde_json::json;
use stories::{Shop, Window};

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_book_is_verified_backed_up_and_rebuilt_from_its_settings() -> Result<()> {
    let shop = Shop::new()?;
    shop.seed(200)?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go("settings/book")?;
    window.find("button", "Verify")?.press()?;
    window.wait_for_text("Everything agrees.")?;
    window.find("button", "Back up")?.press()?;
    let copy = shop.folder().join("copy.counterbook");
    window.answer_file_dialog("Where to put the backup", &copy)?;
    window.wait_for_text("Backup written:")?;
    window.find("button", "Rebuild")?.press()?;
    window.wait_for_text("Rebuilt and verified.")?;
    window.check_accessibility("the settings of the book")?;
    ensure!(
        std::fs::metadata(&copy)?.len() > 100_000,
        "the backup is no book of two hundred orders"
    );
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn an_import_is_taken_back() -> Result<()> {
    let shop = Shop::new()?;
    let file = shop.folder().join("sales.csv");
    std::fs::write(&file, SALES)?;
    shop.import(&file)?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.press("g i")?;
    window.wait_for_text("sales.csv")?;
    window.check_accessibility("imports so far")?;
    take_back(&window)?;
    window.wait_for_text("The import was taken back.")?;
    let all = json!({ "offset": 0, "limit": 1 });
    ensure!(
        shop.call("orders.list", &all)?["total"] == 0,
        "an order of the import is left"
    );
    window.end()
}

fn take_back(window: &Window) -> Result<()> {
    window.find("button", "Take back")?.press()?;
    window.find("dialog", "Take back the import of sales.csv?")?;
    window.check_accessibility("taking an import back")?;
    window.find("button", "Take back")?.press()
}

const SALES: &str = "\
InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,12/1/2010 8:26,2.55,17850,United Kingdom
536365,71053,WHITE METAL LANTERN,6,12/1/2010 8:26,3.39,17850,United Kingdom
536366,22633,HAND WARMER UNION JACK,6,12/1/2010 8:28,1.85,17850,United Kingdom
";
