//! `orders.attach`: puts a file at an order. Its bytes go into the book, once by their content.
use std::path::Path;

use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::Order;
use domain::ids::AttachmentId;
use domain::order::{Attached, OrderPersonal, attach};

use crate::request::{Amend, Written};
use crate::small_file;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderAttach {
    /// Where it is; at most 20 MB.
    pub path: String,
}

/// What it takes.
pub type Input = Amend<OrderAttach>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = &input.part;
    let path = Path::new(&input.body.path);
    let bytes = small_file::read(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    app.write(
        *change,
        |tx| {
            let now = steps::order(tx, change)?;
            let said = Attached {
                attachment: AttachmentId(app.new_id()),
                sha256: tx.keep_file(&bytes)?,
                size_bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
                media_type: media_type(path).to_owned(),
            };
            let (said, name) = attach(&now, said, &name)?;
            let personal = OrderPersonal {
                attachment_name: Some(name),
                ..OrderPersonal::default()
            };
            steps::append_with(tx, change.id, "order.attached", &said, &personal)?;
            Ok(change.id)
        },
        steps::face,
    )
}

/// What a file is, by the ending of its name.
fn media_type(path: &Path) -> &'static str {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    match ending.to_ascii_lowercase().as_str() {
        "pdf" => "application/pdf",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "txt" => "text/plain",
        "csv" => "text/csv",
        "eml" => "message/rfc822",
        "xml" => "application/xml",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    fn file(shop: &Shop, name: &str, bytes: &[u8]) -> String {
        let path = shop.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    #[test]
    fn a_file_is_kept_once_saved_again_verified_and_goes_with_its_last_order() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let (one, two) = (shop.placed(&mug, 1_000), shop.placed(&mug, 1_000));
        let path = json!({ "path": file(&shop, "Drawing 7.pdf", b"%PDF ink") });
        let one: Order = shop.write("orders.attach", shop.change(&one, path.clone()));
        let two: Order = shop.write("orders.attach", shop.change(&two, path));
        let [kept] = one.attachments.as_slice() else {
            panic!("{:?}", one.attachments)
        };
        assert_eq!(
            (kept.name.as_deref(), kept.size_bytes, kept.is_here),
            (Some("Drawing 7.pdf"), 8, true)
        );
        assert_eq!(kept.media_type, "application/pdf");
        let letter = json!({ "path": file(&shop, "Letter.docx", b"PK") });
        let letter: Order = shop.write(
            "orders.attach",
            shop.change(&shop.placed(&mug, 1_000), letter),
        );
        assert!(
            letter.attachments[0]
                .media_type
                .ends_with("wordprocessingml.document")
        );
        let verified = shop.job("book.verify", json!({}));
        assert!(verified.output.unwrap().to_string().contains("attachments"));
        let detach = json!({ "attachment": kept.attachment });
        let bare: Order = shop.write("orders.detach", shop.change(&one, detach.clone()));
        assert!(bare.attachments.is_empty());
        let to = shop.path("out.pdf");
        let attachment = two.attachments[0].attachment;
        let other = json!({ "order": two.head.id, "attachment": attachment, "path": to });
        let saved: Value = shop.call("orders.save_attachment", other.clone());
        assert_eq!(
            (saved["bytes"].as_i64(), std::fs::read(&to).unwrap()),
            (Some(8), b"%PDF ink".to_vec())
        );
        let detach = json!({ "attachment": two.attachments[0].attachment });
        shop.write::<Order>("orders.detach", shop.change(&two, detach));
        assert_eq!(
            shop.refused("orders.save_attachment", other).0,
            "attachment_unknown"
        );
    }

    #[test]
    fn a_folder_is_no_file() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let order = shop.placed(&mug, 1_000);
        let folder = std::path::Path::new(&shop.path("x"))
            .parent()
            .unwrap()
            .to_owned();
        let mut input = shop.change(&order, json!({ "path": folder }));
        input["request_id"] = json!(shop.request());
        let refused = shop.refused("orders.attach", input);
        assert_eq!(refused, ("file_unreadable".into(), Some("path".into())));
    }

    #[test]
    #[cfg(unix)]
    fn a_device_without_an_end_is_no_file() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let order = shop.placed(&mug, 1_000);
        let mut input = shop.change(&order, json!({ "path": "/dev/zero" }));
        input["request_id"] = json!(shop.request());
        let refused = shop.refused("orders.attach", input);
        assert_eq!(refused, ("file_unreadable".into(), Some("path".into())));
    }

    #[test]
    fn files_of_an_erased_customer_are_gone_and_one_that_is_too_large_is_refused() {
        let shop = Shop::open();
        let (mug, ann) = (shop.product("MUG", 1_000_000), shop.customer("Ann"));
        let lines = json!([{ "product": mug.row.id, "quantity_milli": 1_000 }]);
        let order = json!({ "channel": "web", "customer": ann.row.id, "lines": lines });
        let order: Order = shop.write("orders.place", order);
        let big = vec![0; 20 * 1024 * 1024 + 1];
        let mut big = shop.change(&order, json!({ "path": file(&shop, "big.bin", &big) }));
        big["request_id"] = json!(shop.request());
        let refused = shop.refused("orders.attach", big);
        assert_eq!(
            refused,
            ("attachment_too_large".into(), Some("path".into()))
        );
        let path = json!({ "path": file(&shop, "Ann's passport.png", b"face") });
        let order: Order = shop.write("orders.attach", shop.change(&order, path));
        assert!(order.attachments[0].is_here);
        let erase = json!({ "id": ann.row.id, "expected_version": ann.row.version });
        shop.write::<Customer>("customers.erase", erase);
        let order: Order = shop.call("orders.get", json!({ "id": order.head.id }));
        let [gone] = order.attachments.as_slice() else {
            panic!("{:?}", order.attachments)
        };
        assert_eq!((gone.name.as_deref(), gone.is_here), (None, false));
        let verified = shop.job("book.verify", json!({})).output.unwrap();
        assert_eq!(verified["ok"], true);
    }
}
