//! The book's own fields of products and customers, defined and changed with the other settings.
use book::dto::{CustomKind, CustomSubject};
use domain::custom::{FieldKind, FieldSaid, FieldSubject, FieldTerms, Fields, define};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::AppError;
use crate::parse::nullable;

/// A custom field defined, or changed: what is absent stays, null clears.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CustomFieldPatch {
    /// What it is about.
    #[ts(optional = false)]
    pub subject: CustomSubject,
    /// Its key; absent for a new field, which is given one that is made of its title.
    pub key: Option<String>,
    /// What people read; a new field needs one.
    pub title: Option<String>,
    /// What it holds; a new field needs it, and it never changes.
    pub kind: Option<CustomKind>,
    /// The most decimals of a number that is filled in, 0 to 6.
    pub decimals: Option<u32>,
    /// What can be chosen, replaced as a list.
    pub options: Option<Vec<String>>,
    /// What stands under its box.
    #[serde(default, deserialize_with = "nullable")]
    pub hint: Option<Option<String>>,
    /// Whether forms ask for it.
    pub required: Option<bool>,
    /// Its place among the fields; a new one comes last.
    pub position: Option<u32>,
    /// Whether it is out of use; what was filled in stays.
    pub archived: Option<bool>,
}

/// What an entry says of fields.
pub(super) fn defined(now: &Fields, said: &[CustomFieldPatch]) -> Result<Fields, AppError> {
    let said = said.iter().map(|said| FieldSaid {
        subject: subject(said.subject),
        key: said.key.clone(),
        terms: FieldTerms {
            title: said.title.clone(),
            kind: said.kind.map(kind),
            decimals: said.decimals,
            options: said.options.clone(),
            hint: said.hint.clone().map(Option::unwrap_or_default),
            required: said.required,
            position: said.position,
            archived: said.archived,
        },
    });
    Ok(define(now, said.collect())?)
}

fn subject(said: CustomSubject) -> FieldSubject {
    match said {
        CustomSubject::Product => FieldSubject::Product,
        CustomSubject::Customer => FieldSubject::Customer,
    }
}

fn kind(said: CustomKind) -> FieldKind {
    match said {
        CustomKind::Text => FieldKind::Text,
        CustomKind::Number => FieldKind::Number,
        CustomKind::Date => FieldKind::Date,
        CustomKind::YesNo => FieldKind::YesNo,
        CustomKind::Choice => FieldKind::Choice,
        CustomKind::Link => FieldKind::Link,
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    fn amended(shop: &Shop, fields: Value) -> BookInfo {
        let now: BookInfo = shop.call("book.info", json!({}));
        let change = json!({ "expected_version": now.version, "custom_fields": fields });
        shop.write("book.amend", change)
    }

    fn refused(shop: &Shop, field: Value) -> (String, Option<String>) {
        let now: BookInfo = shop.call("book.info", json!({}));
        let change = json!({
            "expected_version": now.version, "custom_fields": [field],
            "request_id": shop.request()
        });
        shop.refused("book.amend", change)
    }

    #[test]
    fn fields_are_defined_changed_moved_and_taken_out_of_use() {
        let shop = Shop::open();
        let info = amended(
            &shop,
            json!([
                { "subject": "product", "title": "Colour", "kind": "choice",
                  "options": ["red", "blue"], "hint": "Of the glaze", "required": true },
                { "subject": "product", "title": "Height", "kind": "number", "decimals": 1 },
                { "subject": "customer", "title": "Birthday", "kind": "date" },
            ]),
        );
        let keys = |info: &BookInfo| -> Vec<String> {
            info.custom_fields
                .iter()
                .map(|field| field.key.clone())
                .collect()
        };
        assert_eq!(keys(&info), ["colour", "height", "birthday"]);
        let info = amended(
            &shop,
            json!([
                { "subject": "product", "key": "colour", "title": "Glaze", "position": 1,
                  "hint": null, "options": ["red"] },
                { "subject": "product", "key": "height", "position": 0, "archived": true },
            ]),
        );
        assert_eq!(keys(&info), ["height", "colour", "birthday"]);
        let [height, colour, _] = info.custom_fields.as_slice() else {
            panic!("three fields");
        };
        assert!(height.archived && colour.required);
        assert_eq!((colour.title.as_str(), &colour.hint), ("Glaze", &None));
        assert_eq!((colour.kind, height.decimals), (CustomKind::Choice, 1));
    }

    #[test]
    fn a_field_keeps_its_kind_and_its_name_is_its_own() {
        let shop = Shop::open();
        amended(
            &shop,
            json!([{ "subject": "product", "title": "Height", "kind": "number" }]),
        );
        let other = json!({ "subject": "product", "key": "height", "kind": "text" });
        let at = |field: &str| Some(format!("custom_fields.0.{field}"));
        assert_eq!(
            refused(&shop, other),
            ("custom_kind_fixed".into(), at("kind"))
        );
        let twice = json!({ "subject": "product", "title": "Height", "kind": "text" });
        assert_eq!(refused(&shop, twice), ("claimed_twice".into(), at("title")));
        let bare = json!({ "subject": "customer", "title": "Size", "kind": "choice" });
        assert_eq!(refused(&shop, bare), ("required".into(), at("options")));
        let gone = json!({ "subject": "customer", "key": "height", "title": "Height" });
        assert_eq!(
            refused(&shop, gone),
            ("custom_field_unknown".into(), at("key"))
        );
    }

    #[test]
    fn two_devices_that_define_fields_have_both() {
        let (shop, office) = (Shop::open(), Shop::elsewhere());
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().to_str().unwrap();
        let sync = |shop: &Shop| shop.job("sync.run", json!({ "place": folder }));
        sync(&shop);
        let path = office.path("office.counterbook");
        office.job(
            "sync.join",
            json!({ "path": path, "place": folder, "name": "Office" }),
        );
        let field = |title: &str| json!([{ "subject": "product", "title": title, "kind": "text" }]);
        amended(&shop, field("Colour"));
        amended(&office, field("Origin"));
        for one in [&shop, &office, &shop] {
            sync(one);
        }
        for one in [&shop, &office] {
            let info: BookInfo = one.call("book.info", json!({}));
            let titles: Vec<&str> = info
                .custom_fields
                .iter()
                .map(|field| &*field.title)
                .collect();
            assert_eq!(titles, ["Colour", "Origin"]);
        }
    }
}
