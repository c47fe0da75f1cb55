//! `products.by_code`: the one product that a scanned or typed code means, at once. A barcode goes
//! before a SKU, a SKU as it is written before one in other case. The code of a pack means all that
//! it holds. Products that are no longer offered are not found, and a code that several products
//! share is refused rather than guessed. A code of a scale or label is read by the patterns of the
//! book, when no product has it as its own.
use crate::App;
use crate::error::AppError;
use book::OfCode;
use book::dto::{ProductRow, Tracking};
use domain::limits::{CODE_CHARS, NAME_CHARS};
use domain::lot::PIECE_MILLI;
use domain::lot::gs1::{self, Label};
use domain::settings::{Coded, Item, read_code};
use domain::text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A code looked up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProductCode {
    /// A barcode or SKU, whole.
    #[ts(optional = false)]
    pub code: String,
    /// Also the number of a piece, or a lot, of which customers hold something.
    pub sold: Option<bool>,
}

/// What it takes.
pub type Input = ProductCode;
/// A product, and what a code of a scale or label says of it beside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ProductOfCode {
    /// The product. The sums of what was sold may lag behind sales of this moment.
    #[serde(flatten)]
    pub row: ProductRow,
    /// How much of it the code says.
    pub coded_quantity_milli: Option<i64>,
    /// What one piece costs, as the code says.
    pub coded_price_micro: Option<i64>,
    /// The lot or serial number that the code says.
    pub coded_lot: Option<String>,
    /// The last day of that lot, as the code says.
    pub coded_expires: Option<String>,
}

/// What it gives.
pub type Output = ProductOfCode;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    if let Some(label) = label(app, &input.code)? {
        return of_label(app, label);
    }
    let code = text::required("code", &input.code, CODE_CHARS)?;
    if let Some(found) = found(app.read_rows(|read| read.product_of_code(&code))?)? {
        return Ok(found);
    }
    let settings = app.read_rows(|read| read.settings())?;
    let patterns = settings.terms.code_patterns.unwrap_or_default();
    match read_code(&patterns, &code)? {
        None => of_lot(app, &code, input.sold.unwrap_or(false)),
        Some(Coded::Weight(item, milli)) => Ok(ProductOfCode {
            coded_quantity_milli: Some(milli),
            ..of_item(app, &item)?
        }),
        Some(Coded::Price(item, micro)) => Ok(ProductOfCode {
            coded_price_micro: Some(micro),
            ..of_item(app, &item)?
        }),
    }
}

fn plain(row: ProductRow) -> ProductOfCode {
    ProductOfCode {
        row,
        coded_quantity_milli: None,
        coded_price_micro: None,
        coded_lot: None,
        coded_expires: None,
    }
}

/// What a label of GS1 says, when the code is one.
fn label(app: &App, code: &str) -> Result<Option<Label>, AppError> {
    let code = code.trim_matches(' ');
    if code.len() > NAME_CHARS {
        return Ok(None);
    }
    let year = app.today()?.ymd().0;
    Ok(gs1::read(code, year)?)
}

/// The product whose article number a label says. A serial number goes before a lot where the
/// product's goods have one.
fn of_label(app: &App, label: Label) -> Result<ProductOfCode, AppError> {
    let of = of_item(app, &Item(label.codes()))?;
    let coded_lot = match of.row.tracking {
        Tracking::None => None,
        Tracking::Lot => label.lot,
        Tracking::Serial => label.serial,
    };
    let coded_expires = label.expires.filter(|_| of.row.tracking == Tracking::Lot);
    Ok(ProductOfCode {
        coded_quantity_milli: match label.pieces {
            Some(pieces) => Some(pieces * of.coded_quantity_milli.unwrap_or(PIECE_MILLI)),
            None => of.coded_quantity_milli,
        },
        coded_lot,
        coded_expires: coded_expires.map(|day| day.to_string()),
        ..of
    })
}

/// The product of which a lot or piece with this number lies here, or with a customer where those
/// are meant too, when it is the only one.
fn of_lot(app: &App, code: &str, sold: bool) -> Result<ProductOfCode, AppError> {
    let mut found = app.read_rows(|read| read.products_of_lot(code, false))?;
    if found.is_empty() && sold {
        found = app.read_rows(|read| read.products_of_lot(code, true))?;
    }
    match found.as_slice() {
        [] => Err(AppError::not_found("product_unknown")),
        [row] => Ok(ProductOfCode {
            coded_lot: Some(code.to_owned()),
            ..plain(row.clone())
        }),
        _ => Err(AppError::conflict("code_ambiguous")),
    }
}

fn found(of: OfCode) -> Result<Option<ProductOfCode>, AppError> {
    match of {
        OfCode::One(row, coded_quantity_milli) => Ok(Some(ProductOfCode {
            coded_quantity_milli,
            ..plain(*row)
        })),
        OfCode::None => Ok(None),
        OfCode::Several => Err(AppError::conflict("code_ambiguous")),
    }
}

/// The product that the item of a code names.
fn of_item(app: &App, item: &Item) -> Result<ProductOfCode, AppError> {
    for name in &item.0 {
        if let Some(found) = found(app.read_rows(|read| read.product_of_code(name))?)? {
            return Ok(found);
        }
    }
    Err(AppError::not_found("product_unknown"))
}

#[cfg(test)]
mod packs_tests;
#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    fn shop() -> Shop {
        let shop = Shop::open();
        for (sku, barcode) in [
            ("ab-1", "4006381333931"),
            ("AB-2", "ab-1"),
            ("x-9", "96385074"),
        ] {
            let input = json!({
                "sku": sku, "title": sku, "unit_price_micro": 1_000_000, "barcodes": [barcode]
            });
            shop.write::<Product>("products.create", input);
        }
        shop
    }

    fn sku(shop: &Shop, code: &str) -> String {
        let row: ProductRow = shop.call("products.by_code", json!({ "code": code }));
        row.sku
    }

    fn refusal(shop: &Shop, code: &str) -> String {
        shop.refused("products.by_code", json!({ "code": code })).0
    }

    #[test]
    fn a_barcode_goes_before_a_sku_and_a_sku_as_written_before_other_case() {
        let shop = shop();
        assert_eq!(sku(&shop, "4006381333931"), "ab-1");
        assert_eq!(sku(&shop, "ab-1"), "AB-2");
        assert_eq!(sku(&shop, " AB-2 "), "AB-2");
        assert_eq!(sku(&shop, "X-9"), "x-9");
    }

    #[test]
    fn a_part_of_a_code_is_no_code() {
        let shop = shop();
        for code in ["400638133393", "x", "9", "x 9", "ab-1 ab-1"] {
            assert_eq!(refusal(&shop, code), "product_unknown", "{code}");
        }
        assert_eq!(refusal(&shop, " "), "required");
    }

    #[test]
    fn two_skus_that_differ_in_case_alone_are_never_guessed() {
        let shop = shop();
        let input = json!({ "sku": "X-9", "title": "Other", "unit_price_micro": 0 });
        let other: Product = shop.write("products.create", input);
        assert_eq!(sku(&shop, "X-9"), "X-9");
        let mixed = json!({ "sku": "Y-1", "title": "Y", "unit_price_micro": 0 });
        shop.write::<Product>("products.create", mixed);
        let small = json!({ "sku": "y-1", "title": "y", "unit_price_micro": 0 });
        shop.write::<Product>("products.create", small);
        assert_eq!(sku(&shop, "y-1"), "y-1");
        assert_eq!(other.row.sku, "X-9");
    }

    #[test]
    fn what_is_no_longer_offered_is_not_found() {
        let shop = shop();
        let row: ProductRow = shop.call("products.by_code", json!({ "code": "x-9" }));
        let patch = json!({ "id": row.id, "expected_version": row.version, "archived": true });
        shop.write::<Product>("products.amend", patch);
        assert_eq!(refusal(&shop, "x-9"), "product_unknown");
        assert_eq!(refusal(&shop, "96385074"), "product_unknown");
    }

    #[test]
    fn codes_of_scales_and_labels_bring_their_quantity_or_price() {
        let shop = shop();
        for sku in ["2112", "54321"] {
            let input = json!({ "sku": sku, "title": sku, "unit_price_micro": 14_200_000 });
            shop.write::<Product>("products.create", input);
        }
        let patterns = json!({ "expected_version": 1, "code_patterns": [
            { "prefix": "21", "item_digits": 5, "value": "weight", "decimals": 3 },
            { "prefix": "22", "item_digits": 5, "value": "price", "decimals": 2 },
        ] });
        shop.write::<BookInfo>("book.amend", patterns);
        let read = |code: &str| -> super::ProductOfCode {
            shop.call("products.by_code", json!({ "code": code }))
        };
        let cheese = read("2102112004124");
        assert_eq!(
            (
                cheese.row.sku.as_str(),
                cheese.coded_quantity_milli,
                cheese.coded_price_micro
            ),
            ("2112", Some(412), None)
        );
        let pack = read("2254321005857");
        assert_eq!(
            (
                pack.row.sku.as_str(),
                pack.coded_quantity_milli,
                pack.coded_price_micro
            ),
            ("54321", None, Some(5_850_000))
        );
        assert_eq!(refusal(&shop, "2102112004125"), "check_digit_wrong");
        assert_eq!(refusal(&shop, "2154321000008"), "code_without_value");
        assert_eq!(refusal(&shop, "2199999004125"), "product_unknown");
    }
}
