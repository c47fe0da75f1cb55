//! What a foreign file prints for custom fields, as the values that they hold.
use std::collections::BTreeMap;

use domain::Day;
use domain::custom::{CustomValue, FieldKind, FieldSubject, FieldTerms, Fields, Filled, fill};
use exchange::{DateFormat, DecimalMark, Layout, parse_quantity};

use crate::error::AppError;

/// Words for yes and no in files, in lower case.
const YES: [&str; 7] = ["yes", "y", "true", "1", "x", "ja", "j"];
const NO: [&str; 6] = ["no", "n", "false", "0", "nein", "-"];

/// How a file writes numbers and days.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Printing {
    decimal: DecimalMark,
    date_format: Option<DateFormat>,
}

impl Printing {
    /// That of a layout.
    pub(super) fn of(layout: &Layout) -> Self {
        match layout {
            Layout::Mapped(mapping) => Self {
                decimal: mapping.decimal,
                date_format: mapping.date_format,
            },
            Layout::OnlineRetail => Self::default(),
        }
    }

    /// What is printed for the fields of a record, checked. Empty cells say nothing.
    pub(super) fn filled(
        self,
        fields: &Fields,
        subject: FieldSubject,
        printed: &BTreeMap<String, String>,
    ) -> Result<Filled, AppError> {
        let mut filled = Filled::default();
        for (key, text) in printed {
            let at = format!("custom.{key}");
            let field = fields.get(&subject).and_then(|fields| fields.get(key));
            let Some(field) = field else {
                return Err(AppError::at(at, "custom_field_unknown"));
            };
            let value = self.value(field, text);
            let unread = || AppError::at(at, "custom_kind").with(field.kind().word());
            filled
                .0
                .insert(key.clone(), Some(value.ok_or_else(unread)?));
        }
        Ok(fill(fields, subject, filled)?)
    }

    fn value(self, field: &FieldTerms, text: &str) -> Option<CustomValue> {
        Some(match field.kind() {
            FieldKind::Text => CustomValue::Text(text.to_owned()),
            FieldKind::Link => CustomValue::Link(text.to_owned()),
            FieldKind::Choice => CustomValue::Choice(option(field, text)),
            FieldKind::Number => {
                CustomValue::NumberMicro(parse_quantity(text, self.decimal, 6).ok()?)
            }
            FieldKind::Date => CustomValue::Day(self.day(text)?),
            FieldKind::YesNo => CustomValue::YesNo(yes_no(text)?),
        })
    }

    fn day(self, text: &str) -> Option<Day> {
        let printed = self.date_format.and_then(|format| format.parse(text));
        match printed {
            Some(time) => Day::parse(&time.at.date().to_string()),
            None => Day::parse(text),
        }
    }
}

/// The option that is meant, in whatever case it is written.
fn option(field: &FieldTerms, text: &str) -> String {
    let options = field.options.as_deref().unwrap_or_default();
    let lower = text.to_lowercase();
    let exact = options.iter().find(|option| *option == text);
    let meant = exact.or_else(|| options.iter().find(|one| one.to_lowercase() == lower));
    meant.map_or_else(|| text.to_owned(), Clone::clone)
}

fn yes_no(text: &str) -> Option<bool> {
    let lower = text.to_lowercase();
    let yes = YES.contains(&lower.as_str());
    (yes || NO.contains(&lower.as_str())).then_some(yes)
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    fn shop() -> Shop {
        let shop = Shop::open();
        let fields = json!([
            { "subject": "product", "title": "Colour", "kind": "choice", "options": ["Red"] },
            { "subject": "product", "title": "Height", "kind": "number", "decimals": 2 },
            { "subject": "product", "title": "Since", "kind": "date" },
            { "subject": "product", "title": "Fragile", "kind": "yes_no" },
            { "subject": "customer", "title": "Nickname", "kind": "text" },
        ]);
        let said = json!({ "expected_version": 1, "custom_fields": fields });
        shop.write::<BookInfo>("book.amend", said);
        shop
    }

    fn imported(shop: &Shop, mapping: &Value, table: &str) -> Value {
        let path = shop.path("table.csv");
        std::fs::write(&path, table).unwrap();
        let done = shop.job("imports.run", json!({ "path": path, "mapping": mapping }));
        done.output.unwrap_or_else(|| panic!("{:?}", done.error))
    }

    fn goods() -> Value {
        json!({
            "rows": "products", "columns": { "sku": "sku", "title": "title" },
            "custom": {
                "colour": "colour", "height": "height", "since": "since", "fragile": "fragile"
            },
            "decimal": "comma", "date_format": "D.M.YYYY"
        })
    }

    fn custom(shop: &Shop) -> Value {
        let asked = json!({ "offset": 0, "limit": 5 });
        let page: Page<ProductRow> = shop.call("products.list", asked);
        json!(page.rows[0].custom)
    }

    #[test]
    fn columns_fill_custom_fields_and_go_back_with_their_import() {
        let shop = shop();
        let table = "sku;title;colour;height;since;fragile\n\
                     MUG;Mug;red;9,5;31.01.2026;Ja\n";
        let first = imported(&shop, &goods(), table);
        assert_eq!(first["created"]["products"], 1, "{first}");
        let all = json!({
            "colour": { "choice": "Red" }, "height": { "number_micro": 9_500_000 },
            "since": { "day": "2026-01-31" }, "fragile": { "yes_no": true }
        });
        assert_eq!(custom(&shop), all);
        assert_eq!(imported(&shop, &goods(), table)["already_there"], 1);
        let table = "sku;title;colour;height;since;fragile\nMUG;Mug;;10;;nein\n";
        let second = imported(&shop, &goods(), table);
        let mut changed = all.clone();
        changed["height"] = json!({ "number_micro": 10_000_000 });
        changed["fragile"] = json!({ "yes_no": false });
        assert_eq!(custom(&shop), changed);
        let undo = json!({ "run": second["run"], "request_id": shop.request() });
        let undone = shop.job("imports.undo", undo).output.unwrap();
        assert_eq!(undone["kept"], json!([]), "{undone}");
        assert_eq!(custom(&shop), all);
    }

    #[test]
    fn what_does_not_fit_refuses_its_row_and_says_where() {
        let shop = shop();
        let table = "sku;title;colour;height;since;fragile\n\
                     A;A;green;;;\nB;B;;tall;;\nC;C;;;32.01.2026;\nD;D;;;;maybe\n";
        let report = imported(&shop, &goods(), table);
        let refused: Vec<(&str, &str)> = report["refused"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| {
                (
                    row["code"].as_str().unwrap(),
                    row["column"].as_str().unwrap(),
                )
            })
            .collect();
        assert_eq!(
            refused,
            [
                ("custom_option_unknown", "custom.colour"),
                ("custom_kind", "custom.height"),
                ("custom_kind", "custom.since"),
                ("custom_kind", "custom.fragile"),
            ]
        );
    }

    #[test]
    fn customers_are_filled_in_too() {
        let shop = shop();
        let people = json!({
            "rows": "customers", "columns": { "name": "name" }, "custom": { "nickname": "nick" }
        });
        imported(&shop, &people, "name,nick\nAda,Countess\n");
        let asked = json!({ "text": "countess", "offset": 0, "limit": 5 });
        let page: Page<CustomerRow> = shop.call("customers.list", asked);
        assert_eq!(page.rows[0].name, "Ada");
    }
}
