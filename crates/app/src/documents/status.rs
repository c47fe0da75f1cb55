//! `documents.status`: the page that tells a customer how far an order is, as the bytes of HTML.
use book::Book;
use domain::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::address;
use super::made::Material;
use super::status_page::{Told, page};
use crate::error::AppError;
use crate::language::Language;
use crate::{App, Bytes};

/// Which order, in which words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct StatusInput {
    /// The order.
    #[ts(optional = false)]
    pub order: Uuid,
    /// The language of its words; English when absent.
    pub language: Option<Language>,
}

/// What it takes.
pub type Input = StatusInput;

pub(crate) fn run(app: &App, input: Input) -> Result<Bytes, AppError> {
    Ok(Bytes {
        media_type: "text/html; charset=utf-8".to_owned(),
        data: html(app, &input)?.into_bytes(),
    })
}

/// The page as text.
pub(super) fn html(app: &App, input: &StatusInput) -> Result<String, AppError> {
    html_of(&app.book()?.book, input, app.today()?)
}

/// The page of an order of a book, as text.
pub(crate) fn html_of(book: &Book, input: &StatusInput, today: Day) -> Result<String, AppError> {
    let material = book.read_rows(|read| Material::read(read, book.id(), input.order))?;
    let home = material.settings.terms.country.clone().unwrap_or_default();
    let known = material.customer.as_ref();
    let known = known.and_then(|customer| customer.address.as_ref());
    let address = known.map(|address| address::lines(address, &home));
    Ok(page(&Told {
        order: &material.order,
        settings: &material.settings,
        language: input.language.unwrap_or_default(),
        address: address.unwrap_or_default(),
        today,
    }))
}

#[cfg(test)]
mod tests {
    use book::dto::{Customer, Order};
    use serde_json::{Value, json};

    use crate::testing::Shop;

    const HOSTILE: &str = "<img src=x onerror=alert(1)>\"'&</main>";

    fn sent(shop: &Shop) -> Order {
        let customer = json!({ "name": format!("Ada {HOSTILE}"), "address": {
            "street": "Storgatan 4", "postal_code": "411 24", "city": "Göteborg",
            "region": "", "country": "SE" } });
        let customer: Customer = shop.write("customers.create", customer);
        let lines = json!([{ "title": HOSTILE, "quantity_milli": 3_000,
            "unit_price_micro": 5_000_000 }]);
        let order = json!({ "channel": "web", "customer": customer.row.id, "lines": lines,
            "promised": "2026-12-01", "reference": "PO-7" });
        let order: Order = shop.write("orders.place", order);
        let part = json!({ "lines": [{ "line": 1, "quantity_milli": 2_000 }],
            "carrier": "DHL", "tracking": "<1&2>" });
        shop.write("orders.fulfil", shop.change(&order, part))
    }

    fn page(shop: &Shop, order: &Order, more: Value) -> String {
        let mut input = more;
        input["order"] = json!(order.head.id);
        let bytes = shop.app.call_bytes("documents.status", input).unwrap();
        assert!(bytes.media_type.starts_with("text/html"));
        String::from_utf8(bytes.data).unwrap()
    }

    #[test]
    fn a_page_tells_how_far_an_order_is_and_names_nobody() {
        let shop = Shop::open();
        let order = sent(&shop);
        let page = page(&shop, &order, json!({}));
        for said in [
            "Order A-000001",
            "Partly on its way",
            "1 Dec 2026",
            "Sent on 23 Nov 2026",
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
        for kept in ["Ada", "Storgatan", "PO-7", "15.00"] {
            assert!(!page.contains(kept), "{kept}");
        }
    }

    #[test]
    fn nothing_that_anybody_typed_becomes_markup_or_leads_elsewhere() {
        let shop = Shop::open();
        let page = page(&shop, &sent(&shop), json!({}));
        assert!(!page.contains("<img") && !page.contains("<script"));
        assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;"));
        assert!(page.contains("tracking-id=%3C1%262%3E"), "{page}");
        assert_eq!(page.matches("href=").count(), 1);
        assert!(!page.contains("src=\"") && !page.contains("url("));
        assert!(page.contains("default-src 'none'"));
    }

    #[test]
    fn what_the_owner_chose_is_shown_in_the_language_asked_for() {
        let shop = Shop::open();
        let order = sent(&shop);
        let shows = json!({ "expected_version": 1,
            "status_shows": ["customer", "address", "reference", "amounts"] });
        shop.write::<Value>("book.amend", shows);
        let page = page(&shop, &order, json!({ "language": "de" }));
        for said in [
            "lang=\"de\"",
            "Zum Teil unterwegs",
            "Ada ",
            "Storgatan 4",
            "PO-7",
            "GBP 15,00",
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
    }
}
