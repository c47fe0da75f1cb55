//! How documents look, and that issued ones keep what they were issued with.
use book::dto::{Customer, Order};
use serde_json::{Value, json};

use super::super::export::WrittenDocument;
use super::super::papers::DocumentPapers;
use super::super::try_papers::PapersTried;
use crate::testing::Shop;

fn look(more: Value) -> Value {
    let mut look = json!({ "accent": "", "sheet": "a4", "letterhead": "", "texts": [],
        "hidden": [] });
    for (key, value) in more.as_object().into_iter().flatten() {
        look[key] = value.clone();
    }
    look
}

/// Changes the papers, at the version that they have.
fn amend(shop: &Shop, mut change: Value) -> DocumentPapers {
    let now: DocumentPapers = shop.call("documents.papers", json!({}));
    change["expected_version"] = json!(now.version);
    shop.write("documents.amend_papers", change)
}

fn invoiced(shop: &Shop) -> Order {
    let order = shop.placed(&shop.product("MUG", 12_000_000), 3_000);
    let issue = shop.change(&order, json!({ "kind": "invoice" }));
    shop.write("documents.issue", issue)
}

fn exported(shop: &Shop, order: &Order) -> WrittenDocument {
    let target = json!({ "order": order.head.id, "kind": "invoice",
        "document": order.documents[0].document, "path": shop.path("out.pdf") });
    shop.call("documents.export", target)
}

/// A red picture of so many pixels.
fn picture(shop: &Shop, side: u32) -> String {
    let path = shop.path(&format!("logo-{side}.png"));
    let file = std::fs::File::create(&path).unwrap();
    let mut encoder = png::Encoder::new(file, side, side);
    encoder.set_color(png::ColorType::Rgb);
    let pixels = [200_u8, 30, 30].repeat((side * side) as usize);
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&pixels)
        .unwrap();
    path
}

#[test]
fn what_was_issued_stays_whatever_becomes_of_the_papers() {
    let shop = Shop::open();
    let mark = picture(&shop, 40);
    let own = "#set page(paper: \"a5\")\n#json(\"content.json\").number";
    amend(
        &shop,
        json!({ "logo": mark, "templates": [{ "kind": "invoice", "source": own }],
            "look": look(json!({ "accent": "#aa0000" })) }),
    );
    let order = invoiced(&shop);
    assert_eq!(exported(&shop, &order).sha256, order.documents[0].sha256);
    amend(
        &shop,
        json!({ "logo": null, "templates": [], "look": look(json!({})) }),
    );
    assert_eq!(exported(&shop, &order).sha256, order.documents[0].sha256);
    let next = invoiced(&shop);
    assert_eq!(exported(&shop, &next).sha256, next.documents[0].sha256);
    shop.job("book.rebuild", json!({}));
    assert_eq!(exported(&shop, &order).sha256, order.documents[0].sha256);
}

#[test]
fn the_look_reaches_the_page() {
    let shop = Shop::open();
    let page = |look: Option<Value>| {
        let trial = json!({ "kind": "invoice", "language": "de", "look": look });
        let tried: PapersTried = shop.call("documents.try_papers", trial);
        assert_eq!((tried.pages.len(), tried.mistake), (1, None));
        tried.pages[0].clone()
    };
    let plain = page(None);
    assert!(plain.contains("#0b6b4f") && !plain.contains("#aa0000"));
    assert!(page(Some(look(json!({ "accent": "#AA0000" })))).contains("#aa0000"));
    let letter = page(Some(look(json!({ "sheet": "letter" }))));
    assert!(letter.contains("612") && !plain.contains("width=\"612"));
    let said = json!([{ "kind": "invoice", "language": "de", "opening": "", "closing": "",
        "foot": "Geschäftsführung: Ann Lee" }]);
    assert_ne!(page(Some(look(json!({ "texts": said })))), plain);
    assert_ne!(page(Some(look(json!({ "hidden": ["sku"] })))), plain);
}

#[test]
fn a_broken_template_is_named_with_its_line_and_never_kept() {
    let shop = Shop::open();
    let broken = "fine\n\n#nothing-of-that-name";
    let trial = json!({ "kind": "quote", "source": broken });
    let tried: PapersTried = shop.call("documents.try_papers", trial);
    let mistake = tried.mistake.unwrap();
    assert_eq!((mistake.line, tried.pages.len()), (3, 0));
    assert!(tried.source == tried.built_in && tried.source.contains("#let said"));
    let change = json!({ "expected_version": 1, "request_id": shop.request(),
        "templates": [{ "kind": "quote", "source": broken }] });
    let refused = shop.refused("documents.amend_papers", change);
    let place = Some("templates.0.source".to_owned());
    assert_eq!(refused, ("template_wrong".into(), place));
    let now: DocumentPapers = shop.call("documents.papers", json!({}));
    assert!(now.templates.is_empty());
}

#[test]
fn a_mark_is_a_picture_and_is_kept_small() {
    let shop = Shop::open();
    let papers = amend(&shop, json!({ "logo": picture(&shop, 1_000) }));
    assert!(papers.logo.is_some_and(|logo| logo.len() < 128 * 1024));
    std::fs::write(shop.path("no.png"), "<svg/>").unwrap();
    for (file, code) in [("no.png", "no_picture"), ("absent.png", "file_unreadable")] {
        let change = json!({ "expected_version": 2, "request_id": shop.request(),
            "logo": shop.path(file) });
        let refused = shop.refused("documents.amend_papers", change);
        assert_eq!(refused, (code.to_owned(), Some("logo".to_owned())));
    }
    let papers = amend(&shop, json!({ "logo": null }));
    assert_eq!(papers.logo, None);
}

#[test]
fn a_column_that_is_left_out_is_on_no_document() {
    let shop = Shop::open();
    let customer: Customer = shop.customer("Ada");
    assert_eq!(customer.row.name, "Ada");
    amend(
        &shop,
        json!({ "look": look(json!({ "hidden": ["sku", "tax"] })) }),
    );
    let order = invoiced(&shop);
    let kind = json!({ "order": order.head.id, "kind": "confirmation" });
    let shown: Value = shop.call("documents.preview", kind);
    assert_eq!(shown["pages"].as_array().map(Vec::len), Some(1));
}
