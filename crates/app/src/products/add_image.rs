//! `products.add_image`: a picture more of a product, out of a file or out of its bytes.
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use book::Said;
use book::dto::Product;
use domain::ids::ImageId;
use domain::product::{Pictured, picture};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

use super::picture::read;
use crate::App;
use crate::error::AppError;
use crate::product;
use crate::request::{Amend, Written, check_version};
use crate::small_file;

/// A picture.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProductAddImage {
    /// The file: PNG, JPEG or WebP, at most 20 MB.
    pub path: Option<String>,
    /// Or its bytes, in base64: what was pasted.
    pub data: Option<String>,
    /// What is told to who does not see it.
    pub alt: Option<String>,
}

/// What it takes.
pub type Input = Amend<ProductAddImage>;
/// What it gives.
pub type Output = Written<Product>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, said) = (input.part, &input.body);
    // Read and made small before anything of the book is held.
    let made = read(&bytes(said)?)?;
    app.write(
        change,
        |tx| {
            let now = product::product(tx, change.id)?;
            check_version(now.version, change.expected_version)?;
            let sha256 = tx.keep_file(&made.bytes)?;
            tx.keep_thumbnail(&sha256, &made.thumbnail)?;
            let said = Pictured {
                image: ImageId(app.new_id()),
                sha256,
                size_bytes: i64::try_from(made.bytes.len()).unwrap_or(i64::MAX),
                media_type: made.media_type.to_owned(),
                width_px: made.width_px,
                height_px: made.height_px,
                alt: said.alt.clone().unwrap_or_default(),
            };
            let said = picture(&now, said)?;
            let subject = product::subject(change.id);
            tx.append(Said::new(subject, "product.pictured", &said))?;
            Ok(change.id)
        },
        product::face,
    )
}

fn bytes(said: &ProductAddImage) -> Result<Vec<u8>, AppError> {
    match (&said.path, &said.data) {
        (Some(path), None) => small_file::read(Path::new(path)),
        (None, Some(data)) => {
            let bytes = BASE64.decode(data.trim());
            let bytes = bytes.map_err(|_| AppError::at("path", "image_unreadable"))?;
            small_file::check(&bytes)?;
            Ok(bytes)
        }
        _ => Err(AppError::at("path", "required")),
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD as BASE64;
    use book::dto::*;
    use image::{DynamicImage, ImageFormat};
    use serde_json::{Value, json};
    use std::io::Cursor;

    use crate::testing::Shop;

    /// A PNG of one colour.
    fn png(red: u8) -> Vec<u8> {
        let pixels = image::RgbImage::from_pixel(300, 200, image::Rgb([red, 30, 30]));
        let mut bytes = Cursor::new(Vec::new());
        let image = DynamicImage::ImageRgb8(pixels);
        image.write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    fn change(product: &Product, mut input: Value) -> Value {
        input["id"] = json!(product.row.id);
        input["expected_version"] = json!(product.row.version);
        input
    }

    fn add(shop: &Shop, product: &Product, red: u8) -> Product {
        let data = BASE64.encode(png(red));
        let said = change(
            product,
            json!({ "data": data, "alt": format!("Red {red}") }),
        );
        shop.write("products.add_image", said)
    }

    #[test]
    fn pictures_come_out_of_files_and_bytes_and_the_first_stands_for_the_product() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let path = shop.path("mug.png");
        std::fs::write(&path, png(200)).unwrap();
        let mug: Product = shop.write("products.add_image", change(&mug, json!({ "path": path })));
        let mug = add(&shop, &mug, 100);
        let [first, second] = mug.images.as_slice() else {
            panic!("{:?}", mug.images)
        };
        assert_eq!(mug.row.image_sha256.as_deref(), Some(&*first.sha256));
        assert_eq!((first.width_px, second.alt.as_str()), (300, "Red 100"));
        let arranged = json!({ "images": [
            { "image": second.image, "alt": "Front" }, { "image": first.image, "alt": "" },
        ] });
        let mug: Product = shop.write("products.arrange_images", change(&mug, arranged));
        assert_eq!(mug.images[0].alt, "Front");
        assert_eq!(
            mug.row.image_sha256.as_deref(),
            Some(&*mug.images[0].sha256)
        );
        let asked = json!({ "products": [mug.row.id, shop.product("CUP", 1).row.id] });
        let shown: Vec<ProductPicture> = shop.call::<Value>("products.pictures", asked)["pictures"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| serde_json::from_value(one.clone()).unwrap())
            .collect();
        assert_eq!(shown.len(), 1);
        assert_eq!(shown[0].sha256, mug.images[0].sha256);
        let verified = shop.job("book.verify", json!({})).output.unwrap();
        assert_eq!(verified["ok"], true, "{verified}");
    }

    #[test]
    fn bytes_are_kept_once_served_whole_or_small_and_go_with_the_last_product_that_has_them() {
        let shop = Shop::open();
        let (mug, cup) = (shop.product("MUG", 1), shop.product("CUP", 1));
        let (mug, cup) = (add(&shop, &mug, 7), add(&shop, &cup, 7));
        let sha256 = &mug.images[0].sha256;
        assert_eq!(*sha256, cup.images[0].sha256);
        let bytes = |small: bool| {
            let input = json!({ "sha256": sha256, "small": small });
            shop.app
                .call_bytes("products.image", input)
                .map(|found| found.data.len())
        };
        assert!(bytes(true).unwrap() < bytes(false).unwrap());
        let none = json!({ "images": [] });
        let bare: Product = shop.write("products.arrange_images", change(&mug, none.clone()));
        assert!(bare.images.is_empty() && bare.row.image_sha256.is_none());
        assert!(bytes(false).is_ok(), "the other product has it");
        shop.write::<Product>("products.arrange_images", change(&cup, none));
        assert_eq!(bytes(false).unwrap_err().code, "image_unknown");
        assert_eq!(bytes(true).unwrap_err().code, "image_unknown");
    }

    #[test]
    fn bytes_that_an_order_names_as_well_outlast_the_product_and_a_rebuild() {
        let shop = Shop::open();
        let mug = add(&shop, &shop.product("MUG", 1_000_000), 9);
        let sha256 = mug.images[0].sha256.clone();
        let whole = json!({ "sha256": sha256, "small": false });
        let bytes = shop.app.call_bytes("products.image", whole).unwrap().data;
        let path = shop.path("same.jpg");
        std::fs::write(&path, &bytes).unwrap();
        let order = shop.placed(&mug, 1_000);
        let path = json!({ "path": path });
        let order: Order = shop.write("orders.attach", shop.change(&order, path));
        let none = json!({ "images": [] });
        shop.write::<Product>("products.arrange_images", change(&mug, none));
        let kept = || {
            let rebuilt = shop.job("book.rebuild", json!({}));
            assert!(rebuilt.output.is_some(), "{rebuilt:?}");
            let order: Order = shop.call("orders.get", json!({ "id": order.head.id }));
            order.attachments[0].is_here
        };
        assert!(kept(), "the order still has it");
        // And the other way round: what the order lets go of stays with the product.
        let cup = add(&shop, &shop.product("CUP", 1_000_000), 9);
        let detach = json!({ "attachment": order.attachments[0].attachment });
        shop.write::<Order>("orders.detach", shop.change(&order, detach));
        let small = |small: bool| {
            let input = json!({ "sha256": cup.images[0].sha256, "small": small });
            shop.app.call_bytes("products.image", input).is_ok()
        };
        assert!(small(true) && small(false));
        assert!(shop.job("book.rebuild", json!({})).output.is_some());
        assert!(small(true) && small(false));
    }

    #[test]
    fn what_is_no_picture_is_refused_and_a_picture_comes_from_one_place() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1);
        let refused = |more: Value| {
            let mut input = change(&mug, more);
            input["request_id"] = json!(shop.request());
            shop.refused("products.add_image", input)
        };
        let field = Some("path".to_owned());
        let text = json!({ "data": BASE64.encode("no picture") });
        assert_eq!(refused(text), ("image_unreadable".into(), field.clone()));
        let large = BASE64.encode(vec![0; 20 * 1024 * 1024 + 1]);
        let large = refused(json!({ "data": large }));
        assert_eq!(large, ("attachment_too_large".into(), field.clone()));
        assert_eq!(refused(json!({})), ("required".into(), field));
    }
}
