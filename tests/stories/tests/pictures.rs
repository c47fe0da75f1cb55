//! Pictures of a product: two are added, ordered and described; the first stands for it in lists.

use std::fs::File;
use std::path::Path;

use anyhow::{Result, ensure};
use serde_json::json;
use stories::{Shop, Window};

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_product_gets_pictures_and_lists_show_the_first() -> Result<()> {
    let shop = Shop::new()?;
    let mug = json!({ "request_id": "00000000-0000-4000-8000-000000000001", "sku": "MUG-1",
        "title": "Blue mug", "unit_price_micro": 5_000_000 });
    let mug = shop.call("products.create", &mug)?["output"]["id"].clone();
    let id = mug.as_str().unwrap_or_default();
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go(&format!("products/{id}"))?;
    window.wait_for_text("No picture yet")?;
    add(&shop, &window, "front.png", [30, 90, 160])?;
    window.find("image", "Blue mug, picture 1 of 1")?;
    add(&shop, &window, "back.png", [160, 90, 30])?;
    window.find("button", "Blue mug, picture 2 of 2")?.press()?;
    window.find("button", "One place forward")?.press()?;
    window.wait_until("the other picture first", || {
        let now = shop.call("products.get", &json!({ "id": id }))?;
        let width = now["images"][0]["width_px"].as_u64();
        Ok((width == Some(160)).then_some(()))
    })?;
    window.find("button", "Describe")?.press()?;
    window.find("dialog", "Describe")?;
    window.wait_for_focus("textbox", "Description")?;
    window.type_text("The mug from behind")?;
    window.press("ctrl+Return")?;
    window.find("image", "The mug from behind")?;
    window.check_accessibility("a product with pictures")?;
    window.keep_picture("product-pictures")?;
    let now = shop.call("products.get", &json!({ "id": id }))?;
    ensure!(now["image_sha256"] == now["images"][0]["sha256"], "{now}");
    window.go("products")?;
    window.wait_for_text("Blue mug")?;
    window.keep_picture("products-with-pictures")?;
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_file_that_is_no_picture_is_told_and_changes_nothing() -> Result<()> {
    let shop = Shop::new()?;
    let mug = json!({ "request_id": "00000000-0000-4000-8000-000000000001", "sku": "MUG-1",
        "title": "Blue mug", "unit_price_micro": 5_000_000 });
    let mug = shop.call("products.create", &mug)?["output"]["id"].clone();
    let id = mug.as_str().unwrap_or_default();
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go(&format!("products/{id}"))?;
    window.wait_for_text("No picture yet")?;
    let file = shop.folder().join("torn.png");
    std::fs::write(&file, b"\x89PNG and no more")?;
    window.press("p")?;
    window.answer_file_dialog("Add a picture", &file)?;
    window.wait_for_text("no picture that can be read")?;
    window.wait_for_text("No picture yet")?;
    window.end()
}

fn add(shop: &Shop, window: &Window, name: &str, colour: [u8; 3]) -> Result<()> {
    let file = shop.folder().join(name);
    picture(&file, colour)?;
    window.press("p")?;
    window.answer_file_dialog("Add a picture", &file)?;
    window.wait_for_text("Picture added")
}

/// A picture of one colour, as wide as its first part says.
fn picture(path: &Path, colour: [u8; 3]) -> Result<()> {
    let (width, height) = (u32::from(colour[0]), 90_u32);
    let mut encoder = png::Encoder::new(File::create(path)?, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let pixels = colour.repeat((width * height) as usize);
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(())
}
