//! A chart goes to a file through the native dialog, driven with real keys.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use anyhow::{Result, ensure};
use stories::Shop;

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_chart_is_exported_through_the_native_dialog_as_a_png_of_the_asked_size() -> Result<()> {
    let shop = Shop::new()?;
    shop.seed(300)?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.press("g r")?;
    window.find("heading", "Sales by day")?;
    window.check_accessibility("reports")?;
    window.press("x")?;
    window.wait_for_focus("menuitem", "As PNG")?;
    window.press("Return")?;
    let file = shop.folder().join("sales.png");
    window.answer_file_dialog("Export the report", &file)?;
    window.wait_for_text("Written:")?;
    ensure!(
        size_of_png(&file)? == (1600, 900),
        "the picture has another size"
    );
    Ok(())
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn an_export_that_is_called_off_writes_nothing() -> Result<()> {
    let shop = Shop::new()?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.press("g r")?;
    window.find("heading", "Sales by day")?;
    window.press("x")?;
    window.wait_for_focus("menuitem", "As PNG")?;
    window.press("Return")?;
    window.keys().wait_for_window("Export the report")?;
    window.press("Escape")?;
    window.wait_until("the dialog to close", || {
        Ok((!window.keys().sees_window("Export the report")).then_some(()))
    })?;
    let pictures = std::fs::read_dir(shop.folder())?.flatten();
    let png = |name: &std::ffi::OsString| name.to_string_lossy().ends_with(".png");
    ensure!(
        !pictures
            .map(|entry| entry.file_name())
            .any(|name| png(&name)),
        "a file was written"
    );
    Ok(())
}

fn size_of_png(file: &Path) -> Result<(u32, u32)> {
    let mut reader = png::Decoder::new(BufReader::new(File::open(file)?)).read_info()?;
    let size = reader.info().size();
    // Reading every row checks that the picture is whole.
    while reader.next_row()?.is_some() {}
    Ok(size)
}
